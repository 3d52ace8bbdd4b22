"""The task of answering a query of the SPARQL Protocol."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cinegraph.service.negotiation import RESULTS, TRIPLES, Offer, best
from cinegraph.service.protocol import RefusedError
from cinegraph.service.reply import Reply
from cinegraph.service.rows import serialized
from cinegraph.service.settings import Settings
from cinegraph.store.answers import Triples

if TYPE_CHECKING:
    from cinegraph.store import Store


def sparql(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """The answer to a query, in the format that the client likes best.

    :raises QueryError: if it is malformed or refused, or the answer is too large
    :raises RefusedError: if there is no format that the client takes
    """
    dataset = task.get("dataset")
    answer = store.query(task["query"], dataset=(dataset[0], dataset[1]) if dataset else None)
    format, media_type = negotiated(task.get("accept"), TRIPLES if isinstance(answer, Triples) else RESULTS)
    body = serialized(answer, format, settings.most_bytes, settings.most_rows)
    return Reply(200, typed(media_type), body, {"vary": "Accept"})


def negotiated(accept: str | None, offers: Sequence[Offer]) -> tuple[str, str]:
    """The format and the media type that a client likes best.

    :raises RefusedError: if it likes none
    """
    found = best(accept, offers)
    if found is None:
        known = ", ".join(offer.media_types[0] for offer in offers)
        raise RefusedError(406, f"this is to be had as {known}; not as {accept}")
    return found


def typed(media_type: str) -> str:
    """A media type with its character set, where it is one for text."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
