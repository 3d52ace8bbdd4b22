"""Collects claims: distributes coordinations, resolves qualifiers, marks modality, grounds each claim in a quote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cinegraph.extract.award_linking import settle
from cinegraph.extract.gate import MAX_QUOTE, unfitting
from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.extract.time import iso_date
from cinegraph.lexicon import Lexicon
from cinegraph.model import Claim, Document, EntityRef, Evidence, Literal, Modality, Value
from cinegraph.relations import RELATIONS

_NO_SCHOOLS = frozenset(
    {
        "production_company",
        "newspaper",
        "studio",
        "magazine",
        "broadcaster",
        "online",
        "distributor",
        "streaming",
        "trade_press",
        "sales_company",
        "critics",
    }
)

_SCHOOLS = frozenset({"school", "university", "academy"})


@dataclass(slots=True)
class Statement:
    """A claim before its entities are final: everything one sentence gives for it."""

    subject: str
    relation: str
    object: str
    literal: bool
    qualifiers: dict[str, tuple[str, bool]]
    evidence: Evidence
    order: int = 0


@dataclass
class Collector:
    """The statements of one article, in the order they were read."""

    document: Document
    registry: Registry
    lexicon: Lexicon
    statements: list[Statement] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)

    def pairs(self, relation: str) -> list[tuple[str, str]]:
        """Subject and object of every statement of this relation, in the order they were read, as they are known by now."""
        current = self.registry.current
        return [(current(s.subject), current(s.object)) for s in self.statements if s.relation == relation]

    def _part_told(self, subject: str, relation: str, value: str, span: tuple[int, int]) -> tuple[str, bool] | None:
        """The part in which a sentence has already told somebody: read in two ways ("a nurse", "nurse"), it is one part."""
        for told in reversed(self.statements):
            if (told.evidence.start, told.evidence.end) != span:
                return None
            if (told.subject, told.relation, told.object) == (subject, relation, value) and "role" in told.qualifiers:
                return told.qualifiers["role"]
        return None

    def state(
        self,
        subject: str,
        relation: str,
        value: str,
        *,
        literal: bool = False,
        qualifiers: dict[str, tuple[str, bool]] | None = None,
        span: tuple[int, int],
        rule: str,
        modality: Modality = Modality.ASSERTED,
        cue: str | None = None,
        speaker: str | None = None,
        entailed_by: str | None = None,
        steps: tuple[str, ...] = (),
    ) -> Statement | None:
        """Add a statement, unless its types do not fit the relation.

        :param value: an entity id, or a literal's text
        """
        rules = RELATIONS[relation]
        subject = self.registry.current(subject)
        value = value if literal else self.registry.current(value)
        reason = unfitting(
            relation, self.registry.draft(subject).type, None if literal else self.registry.draft(value).type
        )
        if not reason and not literal and (value == subject or self._not_there(relation, value)):
            reason = "object type"
        if reason:
            self.dropped.append((reason, f"{subject} {relation} {value}"))
            return None
        if relation == "birth_date":
            value = iso_date(value)
        start, end = self.quote_span(*span)
        allowed = {k: v for k, v in (qualifiers or {}).items() if k in rules.qualifiers}
        if "role" in allowed and (part := self._part_told(subject, relation, value, (start, end))) is not None:
            allowed["role"] = part
        evidence = Evidence(
            self.document.name,
            start,
            end,
            self.document.text[start:end],
            modality,
            rule,
            cue,
            speaker,
            entailed_by,
            steps,
            tuple(sorted(allowed)),
        )
        statement = Statement(subject, relation, value, literal, allowed, evidence, len(self.statements))
        self.statements.append(statement)
        return statement

    def _not_there(self, relation: str, value: str) -> bool:
        """Whether one can neither study nor teach there, as at a studio or a newspaper; and no school distributes films."""
        if relation not in ("educated_at", "taught_at", "distributor"):
            return False
        entry = self.lexicon.entries.get(self.registry.draft(value).lexicon or "")
        if relation == "distributor":
            return entry is not None and entry.kind in _SCHOOLS
        return entry is not None and entry.kind in _NO_SCHOOLS

    def quote_span(self, start: int, end: int) -> tuple[int, int]:
        """The span trimmed of blanks and cut at a word so that it is at most 600 characters."""
        text = self.document.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end - start > MAX_QUOTE:
            end = start + MAX_QUOTE
            while end > start + 400 and not text[end - 1].isspace():
                end -= 1
            while end > start and text[end - 1].isspace():
                end -= 1
        return start, end

    def claims(self) -> tuple[Claim, ...]:
        """The claims in text order: statements with the same ends united, less specific ones absorbed."""
        groups: dict[tuple[str, str, str, bool], list[Statement]] = {}
        for statement in self.statements:
            statement.subject = self.registry.current(statement.subject)
            if not statement.literal:
                statement.object = self.registry.current(statement.object)
                if statement.subject == statement.object:
                    continue
            statement.qualifiers = {
                k: (v if lit else self.registry.current(v), lit) for k, (v, lit) in statement.qualifiers.items()
            }
            key = (statement.subject, statement.relation, statement.object, statement.literal)
            if RELATIONS[statement.relation].symmetric and statement.object < statement.subject:
                key = (statement.object, statement.relation, statement.subject, False)
            groups.setdefault(key, []).append(statement)
        return tuple(claim for key, statements in groups.items() for claim in _united(key, statements))


def _united(key: tuple[str, str, str, bool], statements: list[Statement]) -> Iterable[Claim]:
    merged: list[tuple[dict[str, tuple[str, bool]], list[Evidence]]] = []
    if len(statements) > 1:
        statements = sorted(statements, key=lambda s: (-len(s.qualifiers), s.order))
    for statement in statements:
        for qualifiers, evidence in merged:
            if all(qualifiers.get(k, v) == v for k, v in statement.qualifiers.items()):
                qualifiers.update(statement.qualifiers)
                evidence.append(_grounds(statement))
                break
        else:
            merged.append((dict(statement.qualifiers), [_grounds(statement)]))
    subject, relation, value, literal = key
    for qualifiers, evidence in merged:
        pairs: list[tuple[str, Value]] = [
            (k, Literal(v) if lit else EntityRef(v)) for k, (v, lit) in sorted(qualifiers.items())
        ]
        ranked = sorted(evidence, key=lambda e: (e.start, e.end, e.entailed_by is None, e.rule))
        unique = {(e.start, e.end, e.modality): e for e in ranked}
        yield Claim(
            subject, relation, Literal(value) if literal else EntityRef(value), tuple(pairs), tuple(unique.values())
        )


def _grounds(statement: Statement) -> Evidence:
    """The statement's evidence with the qualifiers it has by now: a year may have come from another sentence."""
    states = tuple(sorted(statement.qualifiers))
    return statement.evidence if states == statement.evidence.states else replace(statement.evidence, states=states)


def values_of(node: Node) -> list[Node]:
    """The members of a node that name something."""
    return [part for part in node.parts() if part.ids or part.letter in "YDNRCXTQA"]


def award_qualifiers(award: Node, registry: Registry, lexicon: Lexicon) -> dict[str, tuple[str, bool]]:
    """Year, festival, section and work as an award's node has gathered them."""
    settle(award, registry, lexicon)
    found: dict[str, tuple[str, bool]] = {}
    for key in ("festival", "section", "for_work"):
        other = award.attributes.get(key)
        if other is not None and other.ids:
            found[key] = (other.ids[0], False)
    if "year" in award.attributes:
        found["year"] = (str(award.attributes["year"]), True)
    return found


def moved(evidence: Evidence, **changes: object) -> Evidence:
    """A copy of an evidence with other fields, for an entailed claim."""
    return replace(evidence, **changes)  # type: ignore[arg-type]
