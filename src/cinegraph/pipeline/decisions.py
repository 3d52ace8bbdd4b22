"""A person's decisions, between the store's file and the room that follows them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from cinegraph.errors import StoreError
from cinegraph.resolve import Decision
from cinegraph.store.curation import Curation


def load(curation: Curation) -> tuple[Decision, ...]:
    """The decisions kept in a store, oldest first.

    :raises StoreError: if one of them is not of the form this version knows
    """
    return tuple(_decision(record) for record in curation.records())


def keep(curation: Curation, decisions: Iterable[Decision]) -> None:
    """Add decisions to those in a store; the next build follows them.

    :raises StoreError: if they cannot be written
    """
    curation.append([dataclasses.asdict(decision) for decision in decisions])


def _decision(record: dict[str, object]) -> Decision:
    fields = {name: _frozen(value) for name, value in record.items()}
    try:
        return Decision(**fields)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise StoreError(f"the decision {record} is not of the form this version knows ({error})") from error


def _frozen(value: object) -> object:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
