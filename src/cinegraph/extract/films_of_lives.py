"""What every reading of a life needs that looks for films of whom it tells: the names of each sentence, the films left, and how one is stated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cinegraph.extract.claims import Collector
from cinegraph.extract.credit_labels import labels
from cinegraph.extract.modality import modality_of
from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.model import Document, EntityType, Modality, Sentence

RULE = "a film that a director's life tells of and gives to nobody else is that director's"
CRAFT_RULE = "a film by others that a life tells of as worked on, and gives to nobody else in that craft, is one of that person's"
_WILL = re.compile(r"\bWill(?= [A-Z])")
CLAUSE = re.compile(r"[;:]|, (?:and|but|while|when)\b")
"""Where another clause begins."""
_VERBAL = re.compile(
    r"\b(?:he|she|they|it|\w{2,}ed|was|were|is|are|had|has|made|shot|won|took|wrote|came|became|went|did|got|gave|saw|began|brought|found|told|met)\b"
)
_FEW = 60


def by_sentence(document: Document, mentions: Iterable[Node]) -> list[tuple[Sentence, list[Node]]]:
    """Each sentence with the nodes that begin in it, in text order."""
    ordered = sorted(mentions, key=lambda n: (n.start, n.end))
    found, index = [], 0
    for sentence in document.sentences:
        inside: list[Node] = []
        while index < len(ordered) and ordered[index].start < sentence.end:
            if ordered[index].start >= sentence.start:
                inside.append(ordered[index])
            index += 1
        found.append((sentence, inside))
    return found


def clause_of(before: str) -> int:
    """Where the clause begins that a film stands in.

    :param before: the words of the sentence that stand before the film
    """
    return max((match.end() for match in CLAUSE.finditer(before)), default=0)


def begun_by(before: str, names: Iterable[tuple[int, int]]) -> int | None:
    """Which of the people named before a film does all that the sentence tells up to it: no verb stands in the last clause.

    "Ben won a prize in 2000 with E, and another in 2015 with F" begins with Ben, and F is none of somebody else's.

    :param before: the words of the sentence that stand before the film
    :param names: where in them the people are named
    :returns: the place of the one in ``names``; None where nobody begins the sentence, or another clause begins with a verb
    """
    begun = clause_of(before)
    rest = before[begun:]
    if not begun or not rest.strip(" \"'*_(") or _VERBAL.search(rest):
        return None
    return next((place for place, (start, _) in enumerate(names) if not before[:start].strip(" \"'*_(")), None)


def films_left(collector: Collector, nodes: list[Node], taken: set[str]) -> Iterator[tuple[Node, str]]:
    """The films that a sentence names and that are not taken yet when they are asked for."""
    registry = collector.registry
    for node in nodes:
        if node.letter != "F" or node.kind != "name" or _is_of_page(node.text, registry):
            continue
        for id_ in (registry.current(i) for i in node.ids):
            if id_ not in taken and registry.draft(id_).type is EntityType.FILM:
                yield node, id_


def _is_of_page(name: str, registry: Registry) -> bool:
    """Whether a line of a database's page has what looks like a title: a genre alone, or what it calls its parts ("User reviews")."""
    return name.lower() in registry.lexicon.words.genre_nouns or labels().no_title.fullmatch(name) is not None


def _whole_words(text: str, start: int, end: int) -> str:
    """The words of a stretch of text in lower case, without those cut in two, and without the first name that reads as a verb.

    >>> _whole_words("made F with Will Roe and Willa", 0, 28)
    'made f with  roe and'
    """
    stretch = text[start:end]
    if text[end : end + 1].isalnum():
        stretch = stretch.rpartition(" ")[0]
    return _WILL.sub("", stretch).lower()


def state_film(
    collector: Collector, text: str, sentence: Sentence, film: Node, id_: str, person: str, relation: str = "director"
) -> None:
    """State a film as one of the person's whose life is told, where its sentence says or plans it."""
    near = _whole_words(text, max(sentence.start, film.start - _FEW), min(sentence.end, film.end + 2 * _FEW))
    modality, cue = modality_of(near, enduring=False)
    if modality not in (Modality.ASSERTED, Modality.PLANNED):
        return
    collector.state(
        id_, relation, person, span=(sentence.start, sentence.end), rule="life.own-film", modality=modality, cue=cue,
        entailed_by=RULE if relation == "director" else CRAFT_RULE,
        steps=(f"the article is the life of {collector.registry.draft(person).label}",),
    )  # fmt: skip
