"""The films of a director's life: what a portrait tells of a film that it gives to nobody else, it tells of one of that director's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cinegraph.extract.claims import Collector
from cinegraph.extract.modality import modality_of
from cinegraph.extract.nodes import Node
from cinegraph.model import BlockKind, Document, EntityType, Modality, Sentence

RULE = "a film that a director's life tells of and gives to nobody else is that director's"
DIRECTING = frozenset({"director", "film director", "filmmaker", "writer-director", "documentarian", "documentary filmmaker"})
"""Occupations of those whose films are films they directed."""
_OTHER_CRAFTS = frozenset(
    {"actor", "actress", "cinematographer", "director of photography", "editor", "film editor", "composer", "producer", "screenwriter", "film critic", "critic"}
)
# A film after these words is somebody else's, or only seen, or a measure for another one.
_OTHERS = re.compile(
    r"\b(?:like|unlike|than|as|of|saw|seen|sees|see|watch(?:ed|ing|es)?|loved?|loves|admired?|admires|admiring|inspired by|inspiration|influence[ds]?|influenced by|favou?rites?"
    r"|compar\w+|remind\w*|recall\w*|echo\w*|reminiscent|remake|discover\w*|starr?(?:ed|ing|s)? in|acted|acting|appear\w*|roles?|part|cameo|played|produced|producer|editing|edited|wrote for|script for"
    r"|assistant|assisted|lost to|beat|beaten|beating|alongside|novel|book|play|song|poem|memoir|album|opera|exhibition|actor in|star of|before|known for)"
    r" (?:(?:the|a|an|his|her|film|films|by|on|with|to|for|in|[\w-]+'s) |\"|\*|_|[A-Z][\w.-]+ ){0,5}$"
)
_ELSEWHERE = re.compile(r"\b(?:roles?|starr?(?:ed|ing)|appear(?:ed|ances?|ing)|act(?:ed|ing)|played|know(?:s|n)?|knew|belong(?:s|ed) to|won by)\b")
_POSSESSED = re.compile(r"(?:'s|s') (?:[\w-]+ ){0,4}[\"*_]*$")
_BY = re.compile(r"[\"*_]*,? ?(?:\([^()]{0,60}\),? ?)?(?:,? (?:a|an|the) (?:[\w-]+ ){0,4})?(?:by|directed by|from|dir\.?) ?$")
_CLAUSE = re.compile(r"[;:]|, (?:and|but|while|when)\b")
_MAKER = re.compile(r"\b(?:direct(?:or|ing|ed|orial)|film-?mak(?:er|ing)|documentarian)\b", re.IGNORECASE)
_HEAD = 1000
_YOUR_FILM = re.compile(r"\b(?:your (?:[\w-]+,? ){0,3}(?:film|debut|feature|documentary|short|movie|work|picture)|you (?:made|directed|shot|filmed|finished|began|started))\b")
_MADE_BY_ME = re.compile(
    r"\b(?:(?:I|we) (?:[a-z]+ ){0,2}(?:made|directed|filmed|shot|did|finished|began|started|wrote|edited|cut|took|showed|premiered)|(?:my|our) (?:[\w-]+ ){0,3}(?:film|debut|feature|documentary|short|movie|picture))\b"
)
_FEW = 60


def own_films(
    collector: Collector, document: Document, text: str, mentions: Iterable[Node], person: str, occupations: frozenset[str]
) -> None:
    """State the films of a life as its director's, each with the sentence that tells of it.

    :param mentions: the nodes of the article with an entity, those of pronouns included
    :param person: whose life it is
    :param occupations: what the article says this person is
    """
    current = collector.registry.current
    person = current(person)
    said = [(s.relation, current(s.subject), current(s.object)) for s in collector.statements]
    made = {subject for relation, subject, value in said if relation == "director" and value == person}
    played = {subject for relation, subject, value in said if relation == "cast_member" and value == person}
    if not occupations & DIRECTING and occupations & _OTHER_CRAFTS:
        return
    if (played and len(made) <= len(played)) or not (
        occupations & DIRECTING or len(made) > 1 or (made and _MAKER.search(text[:_HEAD]))
    ):
        return
    taken = _given_away(collector, person)
    talk = any(block.kind is BlockKind.ANSWER for block in document.blocks)
    for sentence, nodes in _by_sentence(document, mentions):
        block = document.blocks[sentence.block]
        if talk and not _of_oneself(text, sentence, block.kind):
            continue
        for node in nodes:
            if node.letter != "F" or node.kind != "name":
                continue
            for id_ in (current(i) for i in node.ids):
                if id_ in taken or collector.registry.draft(id_).type is not EntityType.FILM:
                    continue
                if _own(text, sentence, node, nodes, person, current):
                    taken.add(id_)
                    _state(collector, text, sentence, node, id_, person)


def _of_oneself(text: str, sentence: Sentence, kind: BlockKind) -> bool:
    """Whether a sentence of an interview, or of its introduction, speaks of what the one interviewed has made."""
    said = text[sentence.start : sentence.end]
    if kind is BlockKind.QUESTION:
        return _YOUR_FILM.search(said) is not None
    return _MADE_BY_ME.search(said) is not None if kind is BlockKind.ANSWER else sentence.start < _HEAD


def _given_away(collector: Collector, person: str) -> set[str]:
    """The films of which something is said that tells whose they are, or that they are not this person's."""
    current, found = collector.registry.current, set()
    for statement in collector.statements:
        if statement.relation == "director":
            found.add(current(statement.subject))
        if statement.relation in ("influenced_by", "worked_on", "left_project", "author_of"):
            found.add(current(statement.object))
        if statement.relation in ("cast_member", "editor", "cinematographer", "composer", "inspired_by") and current(statement.object) == person:
            found.add(current(statement.subject))
        if statement.relation in ("based_on", "inspired_by"):
            found.add(current(statement.object))
    return found


def _by_sentence(document: Document, mentions: Iterable[Node]) -> list[tuple[Sentence, list[Node]]]:
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


def _own(text: str, sentence: Sentence, film: Node, nodes: list[Node], person: str, current: object) -> bool:
    """Whether a film stands in its sentence as one of the person's own."""
    before = text[sentence.start : film.start]
    if _OTHERS.search(before) or _POSSESSED.search(before) or text[sentence.start : sentence.end].rstrip().endswith("?"):
        return False
    if _ELSEWHERE.search(before):
        return False
    clause = max((m.end() for m in _CLAUSE.finditer(before)), default=0) + sentence.start
    others = [n for n in nodes if n.letter == "P" and person not in {current(i) for i in n.ids}]  # type: ignore[operator]
    if any(clause <= n.start < film.start for n in others):
        return False
    following = [n for n in others if n.start >= film.end]
    return not (following and _BY.fullmatch(text[film.end : following[0].start]))


def _state(collector: Collector, text: str, sentence: Sentence, film: Node, id_: str, person: str) -> None:
    near = text[max(sentence.start, film.start - _FEW) : min(sentence.end, film.end + 2 * _FEW)].lower()
    modality, cue = modality_of(near, enduring=False)
    if modality not in (Modality.ASSERTED, Modality.PLANNED):
        return
    collector.state(
        id_, "director", person, span=(sentence.start, sentence.end), rule="life.own-film", modality=modality, cue=cue, entailed_by=RULE,
        steps=(f"the article is the life of {collector.registry.draft(person).label}",),
    )  # fmt: skip
