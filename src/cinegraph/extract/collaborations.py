"""Who has worked together, as far as it follows from shared makers_by_credit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from cinegraph.extract.claims import Collector, Statement
from cinegraph.model import EntityType, Modality

RULE = "who direct or write a film together have worked together"
_CRAFTS = ("director", "screenwriter")


def collaborations(collector: Collector) -> Iterator[tuple[Statement, str, str]]:
    """The pairs that one sentence credits with directing, or with writing, the same film, each with the statement of the second."""
    current = collector.registry.current
    makers_by_credit: dict[tuple[str, str, int, str], dict[str, Statement]] = defaultdict(dict)
    for statement in collector.statements:
        film = current(statement.subject)
        if (
            statement.relation in _CRAFTS
            and statement.evidence.entailed_by is None
            and statement.evidence.modality is Modality.ASSERTED
            and collector.registry.draft(film).type is EntityType.FILM
        ):
            # Two rules that read one sentence may have read it of two things.
            said = film, statement.relation, statement.evidence.start, statement.evidence.rule
            makers_by_credit[said].setdefault(current(statement.object), statement)
    for makers in makers_by_credit.values():
        for one, other in combinations(sorted(makers), 2):
            yield max(makers[one], makers[other], key=lambda s: s.order), one, other
