"""Finds ``data``, ``ontology`` and ``queries``: in the installed wheel, or else in the checkout."""

from __future__ import annotations

from pathlib import Path

from cinegraph.errors import CinegraphError

_PACKAGED = Path(__file__).parent / "_resources"
_CHECKOUT = Path(__file__).parents[2]


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder.

    :param parts: its path, the first being ``data``, ``ontology`` or ``queries``
    :raises CinegraphError: if the installation lacks it

    >>> resource("data", "lexicon").name
    'lexicon'
    """
    for root in (_PACKAGED, _CHECKOUT):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise CinegraphError(f"{'/'.join(parts)} is missing from this installation of cinegraph; install it again")
