"""A person's decisions, between the store's file and the room that follows them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from cinegraph.rdf.curation import Decided
from cinegraph.rdf.terms import claim_iri, entity_iri
from cinegraph.resolve import (
    Decision,
    claims_decided,
    decisions_from_json,
    decisions_to_json,
    entities_decided,
    last_words,
)
from cinegraph.resolve.placed import Placed
from cinegraph.store import Decisions
from cinegraph.store.curation import Curation


def load(curation: Decisions) -> tuple[Decision, ...]:
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


def told(placed: Placed, decisions: Sequence[Decision]) -> Iterator[Decided]:
    """The decisions that hold, as the graph tells them: each with the claims or entities that it is about."""
    on_claims = dict(claims_decided(placed.claims, placed.entities, decisions))
    for decision in last_words(decisions):
        if decision in on_claims:
            about = [claim_iri(placed.claims[place]) for place in on_claims[decision]]
        else:
            about = [entity_iri(each) for each in entities_decided(placed.entities.in_order(), decision)]
        yield Decided(
            decision.kind,
            decision.left_name,
            decision.left_type,
            decision.right_name,
            decision.right_type,
            decision.article,
            decision.right_article,
            decision.relation,
            decision.qualifiers,
            decision.who,
            decision.when,
            decision.note,
            tuple(sorted(about)),
        )
