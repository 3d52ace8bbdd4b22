"""A person's decisions, between the store's file and the room that follows them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from cinegraph.resolve import Decision, decisions_from_json, decisions_to_json
from cinegraph.store.curation import Curation


def load(curation: Curation) -> tuple[Decision, ...]:
    """The decisions kept in a store, in the order they were taken.

    :raises StoreError: if their file cannot be read
    :raises InputError: if one of them is not of the form this version knows
    """
    return decisions_from_json(json.dumps(curation.records()))


def keep(curation: Curation, decisions: Iterable[Decision]) -> None:
    """Add decisions to those in a store; the next build follows them.

    :raises StoreError: if they cannot be written
    """
    curation.append(json.loads(decisions_to_json(decisions)))
