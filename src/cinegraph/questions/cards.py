"""A card: all that the graph holds of one entity, as a reference book would set it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.questions.answers import Cell, Table
from cinegraph.questions.facts import Fact, Thing

if TYPE_CHECKING:
    from cinegraph.questions.evidence import Passage
    from cinegraph.questions.naming import Name
    from cinegraph.questions.rulings import Ruling
    from cinegraph.store import Store

SCHEMA = "cinegraph-card/1"
COLUMNS = ("section", "term", "year", "name", "id", "detail", "relation", "status", "articles", "sentences", "claim")


_NOTHING: Mapping[str, Any] = {}


class Entry(NamedTuple):
    """One line of a card.

    :ivar year: the year it is sorted by
    :ivar name: what stands there: an entity's name, or a literal
    :ivar id: the entity's id, ``type/slug``; None for a literal
    :ivar term: what it is to the entity, where the heading does not say it: born, director, a prize
    :ivar detail: role, festival, section, work … in words
    :ivar mark: rumoured, planned, disputed, denied, formerly; empty where it simply holds
    :ivar facts: the claims it rests on; none where the line is counted from other claims
    """

    name: str
    id: str | None = None
    year: str | None = None
    term: str = ""
    detail: str = ""
    mark: str = ""
    facts: tuple[Fact, ...] = ()

    @property
    def standing(self) -> str:
        """Accepted, former, hedged, planned, disputed or denied."""
        return self.facts[0].standing if self.facts else "accepted"

    @property
    def articles(self) -> tuple[str, ...]:
        """The names of the articles behind it, sorted."""
        return tuple(sorted({name for fact in self.facts for name in fact.articles}))

    @property
    def sentences(self) -> int:
        """How many different sentences stand behind it."""
        return len({target for fact in self.facts for target in fact.targets})


class Section(NamedTuple):
    """A part of a card, under a heading.

    :ivar key: a stable name for programs
    """

    key: str
    title: str
    entries: tuple[Entry, ...]


class Card(NamedTuple):
    """What the graph holds of one entity.

    :ivar names: all other names, in order of code points
    :ivar line: what it is, in one line, without its name
    :ivar articles: names of the articles that speak of it
    :ivar sentences: how many different sentences do
    :ivar passages: for a claim's IRI its sentences; empty unless asked for
    :ivar named: the other names, each with what it is
    :ivar year: the year that it is narrowed to, if it is
    :ivar earlier: the years that are left out, where it tells the latest ones only
    :ivar rulings: for the IRI of a claim that a person has decided on, who decided what, and when
    """

    thing: Thing
    names: tuple[str, ...]
    line: str
    sections: tuple[Section, ...]
    articles: tuple[str, ...]
    sentences: int
    passages: Mapping[str, tuple[Passage, ...]]
    rulings: Mapping[str, Ruling] = _NOTHING
    named: tuple[Name, ...] = ()
    year: str | None = None
    earlier: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every claim on the card, each once, in order of the card."""
        entries = [entry for section in self.sections for entry in section.entries]
        return tuple({fact.iri: fact for entry in entries for fact in entry.facts}.values())

    def table(self) -> Table:
        """The card's lines as rows: see :data:`COLUMNS`."""
        return Table(COLUMNS, tuple(_row(section, entry) for section in self.sections for entry in section.entries))

    def document(self) -> dict[str, Any]:
        """The card as JSON: a stable contract, whose name is in ``schema``.

        ``id``, ``iri``, ``type``, ``label``; ``names``, all others; ``names_told``, the same with ``kind`` (original,
        transliterated, translated, former, variant) and ``language``; ``line``; ``articles`` and ``sentences``,
        numbers; ``sections``, each with ``key``, ``title`` and ``entries``. An entry has ``name``, ``id`` (null for a
        literal), ``year``, ``term``, ``detail``, ``relations``, ``status``, ``mark``, ``claims`` (IRIs), ``articles``
        and ``sentences`` (numbers), ``decisions`` of people (``verdict``, ``who``, ``when``, ``note``), and, where
        the sentences were asked for, ``evidence``: a list of ``claim``, ``quote``, ``article``, ``title``, ``date``,
        ``publisher``, ``start``, ``end`` and ``modality``.
        """
        return {
            "schema": SCHEMA,
            "id": self.thing.id,
            "iri": self.thing.iri,
            "type": self.thing.type,
            "label": self.thing.label,
            "names": list(self.names),
            "names_told": [each._asdict() for each in self.named],
            "line": self.line,
            "articles": len(self.articles),
            "sentences": self.sentences,
            "sections": [
                {"key": each.key, "title": each.title, "entries": [self._entry(entry) for entry in each.entries]}
                for each in self.sections
            ],
        }

    def _entry(self, entry: Entry) -> dict[str, Any]:
        document: dict[str, Any] = {
            "name": entry.name,
            "id": entry.id,
            "year": entry.year,
            "term": entry.term,
            "detail": entry.detail,
            "relations": list(dict.fromkeys(fact.relation for fact in entry.facts)),
            "status": entry.standing,
            "mark": entry.mark,
            "claims": [fact.iri for fact in entry.facts],
            "articles": len(entry.articles),
            "sentences": entry.sentences,
            "decisions": [self.rulings[fact.iri]._asdict() for fact in entry.facts if fact.iri in self.rulings],
        }
        if self.passages:
            document["evidence"] = [
                passage_document(passage) | {"claim": fact.iri}
                for fact in entry.facts
                for passage in self.passages.get(fact.iri, ())
            ]
        return document


def passage_document(passage: Passage) -> dict[str, Any]:
    """A sentence as JSON."""
    return {
        "quote": passage.quote,
        "article": passage.article,
        "title": passage.title,
        "date": passage.date,
        "publisher": passage.publisher,
        "start": passage.start,
        "end": passage.end,
        "modality": passage.modality,
    }


def card(
    store: Store, entity: str, *, evidence: bool = False, year: str | None = None, most: int | None = None
) -> Card:
    """The card of an entity.

    :param entity: its id, ``type/slug``, as :func:`cinegraph.questions.names.find_entity` gives it
    :param evidence: whether to read the sentences too
    :param year: only what happened in this year
    :param most: of a festival only the latest editions, with about so many claims; None means all
    """
    from cinegraph.questions.gather import gather
    from cinegraph.questions.naming import names_of
    from cinegraph.questions.plans import sections_of
    from cinegraph.questions.portraits import portrait_of

    gathered = gather(store, entity, most if year is None else None)
    named = names_of(store, gathered.thing, gathered.own)
    sections = sections_of(gathered)
    if year is not None:
        sections = tuple(_of_year(section, year) for section in sections)
    shown = [fact for section in sections for entry in section.entries for fact in entry.facts]
    earlier, since = (gathered.latest.earlier, gathered.latest.since) if gathered.latest else ((), None)
    behind = [fact for fact in (gathered.own if year is None else shown) if fact.status != "rejected"]
    made = Card(
        thing=gathered.thing,
        names=tuple(each.name for each in named),
        line=portrait_of(gathered.thing, gathered.own, since).what,
        sections=tuple(section for section in sections if section.entries),
        articles=tuple(sorted({name for fact in behind for name in fact.articles})),
        sentences=len({target for fact in behind for target in fact.targets}),
        passages={},
        named=named,
        year=year,
        earlier=earlier,
    )
    if any(fact.decision for fact in made.facts):
        from cinegraph.questions.rulings import rulings

        made = made._replace(rulings=rulings(store, made.facts))
    if not evidence:
        return made
    from cinegraph.questions.evidence import passages

    return made._replace(passages=passages(store, [fact.iri for fact in made.facts]))


def _of_year(section: Section, year: str) -> Section:
    return section._replace(entries=tuple(entry for entry in section.entries if (entry.year or "").startswith(year)))


def _row(section: Section, entry: Entry) -> tuple[Cell, ...]:
    return (
        section.key,
        entry.term,
        entry.year,
        entry.name,
        entry.id,
        entry.detail,
        " ".join(dict.fromkeys(fact.relation for fact in entry.facts)),
        entry.standing,
        len(entry.articles),
        entry.sentences,
        " ".join(fact.iri for fact in entry.facts),
    )
