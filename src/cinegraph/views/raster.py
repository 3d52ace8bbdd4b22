"""A still picture as PNG, painted without a browser by resvg, which is an extra."""

from __future__ import annotations

from cinegraph.errors import CinegraphError

SCALE = 2.0
"""So many pixels of the PNG to one of the picture, so that a report prints it sharp."""


def as_png(picture: str, scale: float = SCALE) -> bytes:
    """What :func:`cinegraph.views.write_picture` gave, as PNG; its fonts are those of the system.

    :raises CinegraphError: if the extra is not installed, or the picture is none
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        raise CinegraphError("PNG needs an extra: pip install 'cinegraph[png]'; SVG needs nothing") from error
    try:
        return bytes(svg_to_bytes(svg_string=picture, zoom=scale, sans_serif_family="DejaVu Sans"))
    except ValueError as error:
        raise CinegraphError(f"the picture cannot be painted ({error})") from error
