"""Who has worked together, as far as it follows from shared credits that are told of as shared work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from cinegraph.extract.claims import Collector, Statement
from cinegraph.extract.sought import Sought
from cinegraph.model import EntityType, Modality

RULE = "who are said to direct or write a film together have worked together"
_CRAFTS = ("director", "screenwriter")
# A line of credits that names two says no more than what each of them did; an omnibus film has ten who never met.
_TOGETHER = Sought(
    r"\b(?:together|jointly|both|with|alongside|duo|pair|collaborat\w+|team\w*|partner\w*|brothers|sisters|siblings|couple|co-?(?:dir|writ|wrot|auth|screen|creat)\w*)\b",
    any_case=True,
)
_MOST = 3


def collaborations(collector: Collector) -> Iterator[tuple[Statement, str, str]]:
    """The pairs of whom one sentence says that they direct or write a film together, each with the statement of the second."""
    current = collector.registry.current
    makers_by_credit: dict[tuple[str, str, int, str], dict[str, Statement]] = defaultdict(dict)
    for statement in collector.statements:
        film = current(statement.subject)
        if (
            statement.relation in _CRAFTS
            and statement.evidence.entailed_by is None
            and statement.evidence.modality is Modality.ASSERTED
            and _TOGETHER.search(statement.evidence.quote)
            and collector.registry.draft(film).type is EntityType.FILM
        ):
            # Two rules that read one sentence may have read it of two things.
            said = film, statement.relation, statement.evidence.start, statement.evidence.rule
            makers_by_credit[said].setdefault(current(statement.object), statement)
    for makers in makers_by_credit.values():
        if len(makers) > _MOST:
            continue
        for one, other in combinations(sorted(makers), 2):
            yield max(makers[one], makers[other], key=lambda s: s.order), one, other
