"""How strongly every node pushes every other away: summed pair by pair, or for many nodes on a grid.

On a grid the charges are spread over the corners of their cells, and one convolution gives the push at every corner
(particle–mesh, Hockney and Eastwood 1988, doi:10.1201/9780367806934): thousands of nodes then cost no more than some
hundreds do in pairs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

PAIRS = 600
"""Up to so many nodes pairs are summed one by one."""

_CHUNK = 512
_SOFTENING = 30.0


def repulsion(points: Points, charge: Points) -> Points:
    """The push on every node: the sum over all others of both charges over the distance.

    :param points: a row of x and y for every node
    :param charge: how strongly each pushes and is pushed
    """
    return by_pairs(points, charge) if len(points) <= PAIRS else on_grid(points, charge)


def by_pairs(points: Points, charge: Points) -> Points:
    """The push, exactly. Summed over the first axis, which numpy does row by row on every machine."""
    import numpy as np

    force = np.zeros_like(points)
    for low in range(0, len(points), _CHUNK):
        x = points[low : low + _CHUNK, None, 0] - points[None, :, 0]
        y = points[low : low + _CHUNK, None, 1] - points[None, :, 1]
        weight = charge[low : low + _CHUNK, None] / (x * x + y * y + _SOFTENING)
        force[:, 0] -= (weight * x).sum(axis=0)
        force[:, 1] -= (weight * y).sum(axis=0)
    return force * charge[:, None]


def on_grid(points: Points, charge: Points) -> Points:
    """The push, nearly: exact from afar, and softened within about two cells."""
    import numpy as np

    size = 128 if len(points) < 5000 else 256
    low = points.min(axis=0)
    cell = max(float((points.max(axis=0) - low).max()) / (size - 2), 1e-6)
    place = (points - low) / cell
    corner = place.astype(np.int64)
    part = place - corner
    shares = [(corner[:, 0] + dx) * size + corner[:, 1] + dy for dx in (0, 1) for dy in (0, 1)]
    weights = [
        (part[:, 0] if dx else 1 - part[:, 0]) * (part[:, 1] if dy else 1 - part[:, 1])
        for dx in (0, 1)
        for dy in (0, 1)
    ]
    density = np.zeros(size * size)
    for share, weight in zip(shares, weights, strict=True):
        density += np.bincount(share, weight * charge, size * size)
    fields = _field(density.reshape(size, size), cell)
    force = np.zeros_like(points)
    for axis, field in enumerate(fields):
        for share, weight in zip(shares, weights, strict=True):
            force[:, axis] += field[share] * weight
    return force * charge[:, None]


def _field(density: Points, cell: float) -> tuple[Points, Points]:
    """The push along x and along y at every corner of the grid, by the convolution theorem."""
    import numpy as np

    size = len(density)
    offsets = np.concatenate([np.arange(size), np.arange(-size, 0)]) * cell
    x, y = offsets[:, None], offsets[None, :]
    kernel = x / (x * x + y * y + _SOFTENING)
    spread = np.fft.rfft2(density, (2 * size, 2 * size))
    along_x = np.fft.irfft2(spread * np.fft.rfft2(kernel), (2 * size, 2 * size))[:size, :size]
    along_y = np.fft.irfft2(spread * np.fft.rfft2(kernel.T), (2 * size, 2 * size))[:size, :size]
    # the last digits of a Fourier transform may differ between machines
    return np.round(along_x, 9).ravel(), np.round(along_y, 9).ravel()
