"""Content negotiation: which of the formats on offer a client likes best (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Offer(NamedTuple):
    """A format, by its name here, and the media types that it goes by, the proper one first."""

    format: str
    media_types: tuple[str, ...]


RESULTS = (
    Offer("json", ("application/sparql-results+json", "application/json")),
    Offer("xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    Offer("csv", ("text/csv",)),
    Offer("tsv", ("text/tab-separated-values",)),
)
"""The formats for rows and for yes or no."""

TRIPLES = (
    Offer("turtle", ("text/turtle", "application/x-turtle")),
    Offer("ntriples", ("application/n-triples", "text/plain")),
    Offer("json-ld", ("application/ld+json", "application/json")),
    Offer("rdfxml", ("application/rdf+xml", "application/xml", "text/xml")),
)
"""The formats for triples."""

HTML = Offer("html", ("text/html", "application/xhtml+xml"))


def best(accept: str | None, offers: Sequence[Offer]) -> tuple[str, str] | None:
    """The format that a client likes best, and the media type to send it as; None where it likes none.

    Of equals the first on offer is taken; without a wish (or an empty one) simply the first.

    >>> best("text/csv;q=0.5, application/sparql-results+xml;q=0.9", RESULTS)
    ('xml', 'application/sparql-results+xml')
    >>> best("text/turtle", RESULTS) is None
    True
    """
    if accept is None or not accept.strip():
        return offers[0].format, offers[0].media_types[0]
    wishes = [wish for part in accept.split(",") if (wish := _wish(part)) is not None]
    liked = [
        (-_liking(media_type, wishes), place, number, offer.format, media_type)
        for number, offer in enumerate(offers)
        for place, media_type in enumerate(offer.media_types)
    ]
    # Of types liked alike the proper one of a format comes before the other names of any.
    quality, _, _, format, media_type = min(liked)
    return (format, media_type) if quality < 0 else None


def _wish(part: str) -> tuple[str, float] | None:
    """A media range and how much it is liked, from 0 to 1; None where it is malformed."""
    media, *parameters = (each.strip().lower() for each in part.split(";"))
    if media.count("/") != 1:
        return None
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = float(value.strip())
            except ValueError:
                return None
    # "not (… <= …)" also refuses what is no number.
    return None if not 0 <= quality <= 1 else (media, quality)


def _liking(media_type: str, wishes: Sequence[tuple[str, float]]) -> float:
    """The quality of the most specific range that the type falls into; 0 where it falls into none."""
    for range_ in (media_type, media_type.partition("/")[0] + "/*", "*/*"):
        given = [quality for media, quality in wishes if media == range_]
        if given:
            return max(given)
    return 0.0
