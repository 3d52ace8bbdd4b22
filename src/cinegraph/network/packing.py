"""Packs laid-out components side by side into one picture of a screen's proportions."""

from __future__ import annotations

from collections.abc import Sequence

Points = dict[str, tuple[float, float]]
Box = tuple[float, float, float, float]

_MARGIN = 70.0
_PROPORTION = 1.25


def pack(groups: Sequence[Points]) -> Points:
    """One set of points in which the groups' frames do not touch; the first group stays in the middle.

    :param groups: groups of points, the biggest first; each keeps its shape

    >>> pack([{"a": (0, 0), "b": (10, 0)}, {"c": (5, 5)}])["a"] != pack([{"c": (5, 5)}])["c"]
    True
    """
    packed: Points = {}
    boxes: list[Box] = []
    for group in groups:
        if not group:
            continue
        left, top = min(x for x, _ in group.values()), min(y for _, y in group.values())
        width = max(x for x, _ in group.values()) - left + _MARGIN
        height = max(y for _, y in group.values()) - top + _MARGIN
        x, y = _free_corner(boxes, width, height)
        boxes.append((x, y, x + width, y + height))
        packed.update({name: (px - left + x, py - top + y) for name, (px, py) in group.items()})
    if not boxes:
        return packed
    middle_x = (min(b[0] for b in boxes) + max(b[2] for b in boxes) - _MARGIN) / 2
    middle_y = (min(b[1] for b in boxes) + max(b[3] for b in boxes) - _MARGIN) / 2
    return {name: (x - middle_x, y - middle_y) for name, (x, y) in packed.items()}


def _free_corner(boxes: Sequence[Box], width: float, height: float) -> tuple[float, float]:
    """The corner of a placed box where a new one fits and the whole picture stays smallest."""
    if not boxes:
        return 0.0, 0.0
    corners = [(b[2], b[1]) for b in boxes] + [(b[0], b[3]) for b in boxes] + [(b[2], b[3]) for b in boxes]
    free = [(x, y) for x, y in corners if not any(_touch((x, y, x + width, y + height), box) for box in boxes)]

    def cost(corner: tuple[float, float]) -> tuple[float, float, float, float]:
        right = max(corner[0] + width, *(b[2] for b in boxes), 0)
        bottom = max(corner[1] + height, *(b[3] for b in boxes), 0)
        return max(right / _PROPORTION, bottom), right + bottom, corner[1], corner[0]

    return min(free, key=cost)


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
