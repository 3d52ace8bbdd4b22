"""Makes room: shapes that cover each other are pushed apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

_GAP = 26.0


def apart(points: Points, radii: Points, mobile: Any) -> Points:
    """Push shapes apart until none covers another.

    :param radii: of every shape
    :param mobile: which of them may move
    """
    import numpy as np

    points = points + _nudges(len(points))
    for _ in range(_rounds(len(points))):
        i, j = close_pairs(points, 2 * float(radii.max()) + _GAP)
        delta = points[j] - points[i]
        distance = np.sqrt(delta[:, 0] ** 2 + delta[:, 1] ** 2)
        lack = radii[i] + radii[j] + _GAP - distance
        hit = lack > 0
        if not hit.any():
            break
        i, j = i[hit], j[hit]
        step = delta[hit] / (distance[hit] + 1e-9)[:, None] * (lack[hit] * 0.55)[:, None]
        push = np.zeros_like(points)
        for axis in (0, 1):
            push[:, axis] += np.bincount(j, step[:, axis], len(points)) - np.bincount(i, step[:, axis], len(points))
        points[mobile] += push[mobile]
    return points


def _rounds(count: int) -> int:
    """How often to push: until all have room, or, of ten thousands, until nearly all do."""
    return max(16, min(60, 600_000 // max(count, 1)))


def _nudges(count: int) -> Points:
    """Tiny, different shifts, so that two nodes in one place have a direction to part in."""
    import numpy as np

    steps = np.arange(count, dtype=float)
    return np.stack([steps * 0.754877666 % 1, steps * 0.569840291 % 1], axis=1) * 0.5


def close_pairs(points: Points, reach: float) -> tuple[Any, Any]:
    """Pairs of nodes nearer than the reach in x and in y, each once; sorted by strips of that height, then by x."""
    import numpy as np

    x = points[:, 0] - points[:, 0].min()
    strip = np.floor((points[:, 1] - points[:, 1].min()) / reach)
    width = float(x.max()) + 2 * reach + 1
    order = np.argsort(strip * width + x, kind="stable")
    key = (strip * width + x)[order]
    here = np.arange(len(key))
    left, right = _spans(here + 1, np.searchsorted(key, key + reach, side="right"))
    above, below = _spans(
        np.searchsorted(key, key + width - reach), np.searchsorted(key, key + width + reach, side="right")
    )
    i, j = np.concatenate([left, above]), np.concatenate([right, below])
    near = np.abs(points[order[i], 1] - points[order[j], 1]) < reach
    return order[i[near]], order[j[near]]


def _spans(starts: Any, ends: Any) -> tuple[Any, Any]:
    """For every row its number with each number from its start up to its end."""
    import numpy as np

    counts = np.maximum(ends - starts, 0)
    rows = np.repeat(np.arange(len(starts)), counts)
    return rows, starts[rows] + np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
