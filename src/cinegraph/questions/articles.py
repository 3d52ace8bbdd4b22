"""What was taken from an article, sentence by sentence, and by which rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cinegraph.errors import AmbiguousNameError, InputError
from cinegraph.questions.evidence import Passage, passages
from cinegraph.questions.facts import Fact, facts_where, iris, texts_of
from cinegraph.questions.words import statement_of
from cinegraph.rdf.terms import article_iri

if TYPE_CHECKING:
    from cinegraph.model import Document, Extraction, Mention
    from cinegraph.store import Store

SCHEMA = "cinegraph-article/1"
_SHOWN = 20


class Taken(NamedTuple):
    """A claim, and the place in the article that says it."""

    fact: Fact
    passage: Passage


class Reading(NamedTuple):
    """A sentence, and what was taken from it.

    :ivar names: the names in it, as printed, each with its type
    :ivar taken: the claims whose evidence begins in it, in order of place
    :ivar joined: whether evidence that begins in a sentence before it reaches into it
    """

    start: int
    end: int
    text: str
    names: tuple[tuple[str, str], ...] = ()
    taken: tuple[Taken, ...] = ()
    joined: bool = False


class ArticleReading(NamedTuple):
    """An article as it was understood.

    :ivar readings: its sentences in order
    :ivar dropped: claims that the gate refused, as pairs of reason and description
    """

    document: Document
    readings: tuple[Reading, ...]
    dropped: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The reading as JSON: a stable contract, whose name is in ``schema``.

        ``article``, ``title``, ``publisher``, ``date``; ``sentences``, each with ``start``, ``end``, ``text``,
        ``names`` (``text`` and ``type``), ``joined`` and ``claims`` (``claim``, ``statement``, ``relation``,
        ``status``, ``start``, ``end``, ``modality``, ``rule``, ``cue``, ``speaker``, ``entailed_by``, ``steps``);
        ``dropped``, each with ``reason`` and ``claim``.
        """
        document = self.document
        return {
            "schema": SCHEMA,
            "article": document.name,
            "title": document.title,
            "publisher": document.publisher,
            "date": document.date,
            "sentences": [_sentence(reading) for reading in self.readings],
            "dropped": [{"reason": reason, "claim": claim} for reason, claim in self.dropped],
        }


def find_article(store: Store, text: str) -> str:
    """The name of the article that is meant: its own, or the only one of which this is a part.

    :raises InputError: if the text is empty
    :raises NotFoundError: if there is none; suggestions are near ones
    :raises AmbiguousNameError: if there are several
    """
    asked = text.strip()
    if not asked:
        raise InputError("an article is asked for by its name; cinegraph stats --articles lists them")
    names = store.articles.names()
    if asked in names:
        return asked
    holding = [name for name in names if asked.casefold() in name.casefold()]
    if len(holding) > 1:
        raise AmbiguousNameError(f"{asked!r} is part of {len(holding)} names of articles:", tuple(holding[:_SHOWN]))
    return holding[0] if holding else store.articles.document(asked).name


def read_again(store: Store, article: str) -> ArticleReading:
    """Every sentence of an article with the claims that were taken from it.

    :param article: the article's name, or a part of it
    :raises NotFoundError: if the graph has no such article
    """
    extraction = store.articles.extraction(find_article(store, article))
    taken = _taken(store, extraction.document.name)
    return ArticleReading(extraction.document, tuple(_readings(extraction, taken)), extraction.dropped)


def _taken(store: Store, article: str) -> list[Taken]:
    rows = store.query(
        "SELECT DISTINCT ?claim WHERE { "
        f"?evidence oa:hasBody ?claim ; oa:hasTarget/oa:hasSource {iris([article_iri(article)])} }}"
    )
    claims = sorted(claim for (claim,) in texts_of(rows))
    if not claims:
        return []
    found = passages(store, claims)
    facts = facts_where(store, f"VALUES ?claim {{ {iris(claims)} }} ?claim a cg:Claim")
    taken = [Taken(fact, each) for fact in facts for each in found.get(fact.iri, ()) if each.article == article]
    return sorted(taken, key=lambda each: (each.passage.start, each.passage.end))


def _readings(extraction: Extraction, taken: Sequence[Taken]) -> list[Reading]:
    document = extraction.document
    spans = {(sentence.start, sentence.end) for sentence in document.sentences}
    # Evidence that stands in no sentence, such as a line of credits, is shown by itself.
    spans |= {
        (each.passage.start, each.passage.end)
        for each in taken
        if not any(start <= each.passage.start < end for start, end in spans)
    }
    return [_reading(document, start, end, extraction.mentions, taken) for start, end in sorted(spans)]


def _reading(document: Document, start: int, end: int, mentions: Sequence[Mention], taken: Sequence[Taken]) -> Reading:
    within = [each for each in mentions if start <= each.start < end and each.kind == "name"]
    return Reading(
        start,
        end,
        document.text[start:end],
        tuple((document.text[each.start : each.end], each.type.value) for each in within),
        tuple(each for each in taken if start <= each.passage.start < end),
        any(each.passage.start < start < each.passage.end for each in taken),
    )


def _sentence(reading: Reading) -> dict[str, Any]:
    return {
        "start": reading.start,
        "end": reading.end,
        "text": reading.text,
        "names": [{"text": text, "type": kind} for text, kind in reading.names],
        "joined": reading.joined,
        "claims": [_claim(each) for each in reading.taken],
    }


def _claim(taken: Taken) -> dict[str, Any]:
    fact, passage = taken
    return {
        "claim": fact.iri,
        "statement": statement_of(fact),
        "relation": fact.relation,
        "status": fact.standing,
        "start": passage.start,
        "end": passage.end,
        "modality": passage.modality,
        "rule": passage.rule,
        "cue": passage.cue,
        "speaker": passage.speaker,
        "entailed_by": passage.entailed_by,
        "steps": list(passage.steps),
    }
