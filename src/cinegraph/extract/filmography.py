"""The films of a life: what a portrait of a director tells of a film that it gives to nobody else, it tells of one of that person's.

Those of a life in another craft are read in :mod:`cinegraph.extract.films_worked_on`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cinegraph.extract.claims import Collector
from cinegraph.extract.films_of_lives import begun_by, by_sentence, clause_of, films_left, state_film
from cinegraph.extract.films_worked_on import OTHER_CRAFTS, craft_of, films_worked_on
from cinegraph.extract.nodes import Node
from cinegraph.extract.word_lists import words
from cinegraph.model import BlockKind, Document, Sentence

DIRECTING = frozenset(words("directing"))
"""Occupations of those whose films are films they directed."""


# A film after these words is somebody else's, or only seen, or a measure for another one.
_OTHERS = re.compile(
    r"\b(?:like|unlike|than|as|of|saw|seen|sees|see|watch(?:ed|ing|es)?|loved?|loves|admired?|admires|admiring|inspired by|inspiration|influence[ds]?|influenced by|favou?rites?"
    r"|compar\w+|remind\w*|recall\w*|echo\w*|reminiscent|remake|discover\w*|starr?(?:ed|ing|s)? in|acted|acting|appear\w*|roles?|part|cameo|played|produced|producer|editing|edited|wrote for|script for"
    r"|assistant|assisted|comes? from|came from|stole|stolen|stealing|worked for|works for|remember|talk(?:ed|s)? about|adapt(?:ed|ing)?|lost to|beat|beaten|beating|alongside|novel|book|play|song|poem|memoir|album|opera|exhibition|actor in|star of|before|known for)"
    r" (?:(?:the|a|an|his|her|film|films|by|on|with|to|for|in|[\w-]+'s) |\"|\*|_|[A-Z][\w.-]+ ){0,5}$"
)
_ELSEWHERE = re.compile(
    r"\b(?:roles?|starr?(?:ed|ing)|appear(?:ed|ances?|ing)|act(?:ed|ing)|played|know(?:s|n)?|knew|belong(?:s|ed) to|won by)\b"
)
# "This film, along with another comedy, F, is …": F is somebody else's; "best screenplay for F" is no direction.
_BESIDE_IT = re.compile(r"\b(?:along with|together with|alongside) (?:[\w-]+,? ){0,5}[\"*_]*$")
_FOR_ANOTHER_CRAFT = re.compile(
    r"\b(?:screenplay|script|cinematography|editing|editor|score|music|actor|actress)\b(?: \w+){0,3} for [\"*_]*$",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"(?:'s|s') (?:[\w-]+ ){0,4}[\"*_]*$")
_BY = re.compile(
    r"[\"*_]*,? ?(?:\([^()]{0,60}\),? ?)?(?:,? (?:a|an|the) (?:[\w-]+ ){0,4})?(?:by|directed by|from|dir\.?) ?$"
)
_MAKER = re.compile(r"\b(?:direct(?:or|ing|ed|orial)|film-?mak(?:er|ing)|documentarian)\b", re.IGNORECASE)
_HEAD = 1000
_TOP, _OPENING, _CLOSING = 200, 600, 300
_CRAFT_WORDS = re.compile(
    r"\b(?:cinematographer|director of photography|film editor|composer|actor|actress)\b(?! (?:and|who) (?:director|directed))",
    re.IGNORECASE,
)
_YOUR_FILM = re.compile(
    r"\b(?:your (?:[\w-]+,? ){0,3}(?:film|debut|feature|documentary|short|movie|work|picture)|you (?:made|directed|shot|filmed|finished|began|started))\b"
)
_MADE_BY_ME = re.compile(
    r"\b(?:(?:I|we) (?:[a-z]+ ){0,2}(?:made|directed|filmed|shot|did|finished|began|started|wrote|edited|cut|took|showed|premiered)|(?:my|our) (?:[\w-]+ ){0,3}(?:film|debut|feature|documentary|short|movie|picture))\b"
)
# Who has so many parts in an article, and no other credit, acts.
_PARTS = 3
_OTHER_CREDITS = frozenset({"director", "screenwriter", "cinematographer", "editor", "composer", "producer"})


def own_films(
    collector: Collector,
    document: Document,
    text: str,
    mentions: Iterable[Node],
    person: str,
    occupations: frozenset[str],
    listed: Iterable[str] = (),
) -> None:
    """State the films of a life as its director's, each with the sentence that tells of it.

    :param mentions: the nodes of the article with an entity, those of pronouns included
    :param person: whose life it is
    :param occupations: what the article says this person is
    :param listed: the films of which a filmography tells what they are to that person
    """
    current = collector.registry.current
    person = current(person)
    said = [(s.relation, current(s.subject), current(s.object)) for s in collector.statements]
    made = {subject for relation, subject, value in said if relation == "director" and value == person}
    played = {subject for relation, subject, value in said if relation == "cast_member" and value == person}
    if not occupations and not made:
        occupations = told_at_the_ends(text, collector.registry.draft(person).label)
        if not occupations and len(played) >= _PARTS and not _other_work(said, person):
            occupations = frozenset({"actor"})
    if not occupations & DIRECTING and occupations & OTHER_CRAFTS:
        if craft := craft_of(occupations):
            films_worked_on(collector, document, text, mentions, person, craft)
        return
    if (played and len(made) <= len(played)) or not (
        occupations & DIRECTING or len(made) > 1 or (made and _MAKER.search(text[:_HEAD]))
    ):
        return
    taken = _given_away(collector, person) | set(map(current, listed))
    talk = any(block.kind is BlockKind.ANSWER for block in document.blocks)
    for sentence, nodes in by_sentence(document, mentions):
        block = document.blocks[sentence.block]
        if talk and not _of_oneself(text, sentence, block.kind):
            continue
        for node, id_ in films_left(collector, nodes, taken):
            if _own(text, sentence, node, nodes, person, current):
                taken.add(id_)
                state_film(collector, text, sentence, node, id_, person)


def _other_work(said: list[tuple[str, str, str]], person: str) -> bool:
    """Whether an article gives somebody another credit for a film than that of a part in it."""
    return any(relation in _OTHER_CREDITS and value == person for relation, _, value in said)


# "My cinematographer, Ben Roe" is not who says so.
_OF_SOMEBODY_ELSE = re.compile(r"\b(?:my|our|your|his|her|their) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
# "Working with cinematographer Ben Roe, Doe finds beauty": whoever is named behind a craft has it; whom the article is about is known by then.
_SOMEBODYS = re.compile(r" [A-Z][\w.'-]+ (?:[a-z]{2,3} )?[A-Z]")
# "Ben Roe is the editor", "Cora Lind was named best actress": another has the craft, of the film that is spoken of.
_DONE_BY = re.compile(r"(?P<name>[A-Z][\w'-]+) (?:is|was|serves|served|acts|acted|won|received|took|shared) [^.;:\n]{0,40}$")
_NAMED_BEHIND = re.compile(r", (?P<name>[A-Z][\w.'-]+ (?:[a-z]{2,3} )?[A-Z][\w'-]+),")


def _of_another(ends: str, craft: re.Match[str], name: str) -> bool:
    """Whether a craft is that of somebody else than who is called so."""
    behind, before = _NAMED_BEHIND.match(ends, craft.end()), _DONE_BY.search(ends[max(0, craft.start() - 60) : craft.start()])
    return any(found is not None and found["name"].split()[-1] not in name for found in (behind, before))


def told_at_the_ends(text: str, name: str) -> frozenset[str]:
    """The craft that the first lines and the last, or the title, give to whom an article is about; none where they speak of directors too.

    :param name: what that person is called
    """
    for ends in (f"{text[:_OPENING]} {text[-_CLOSING:]}", text[:_TOP]):
        crafts = list(_CRAFT_WORDS.finditer(ends))
        found = frozenset(m.group().lower() for m in crafts)
        others = any(
            _OF_SOMEBODY_ELSE.search(ends[max(0, m.start() - 40) : m.start()]) or _SOMEBODYS.match(ends, m.end()) or _of_another(ends, m, name)
            for m in crafts
        )
        if len(found) == 1 and not others and not _MAKER.search(_CRAFT_WORDS.sub(" ", ends)):
            return found
    return frozenset()


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
        if (
            statement.relation in ("cast_member", "editor", "cinematographer", "composer", "inspired_by")
            and current(statement.object) == person
        ):
            found.add(current(statement.subject))
        if statement.relation in ("based_on", "inspired_by"):
            found.add(current(statement.object))
    return found


def _is_owner(person: str, end: int, nodes: list[Node], current: Callable[[str], str]) -> bool:
    """Whether what ends there, before an apostrophe, means this person ("The director's subject in F")."""
    return any(n.end - end in (0, 2) and person in {current(i) for i in n.ids} for n in nodes if n.letter == "P")


def _own(
    text: str, sentence: Sentence, film: Node, nodes: list[Node], person: str, current: Callable[[str], str]
) -> bool:
    """Whether a film stands in its sentence as one of the person's own."""
    before = text[sentence.start : film.start].replace(" as well as ", " and besides ")
    possessed = _POSSESSED.search(before)
    if (
        _OTHERS.search(before)
        or (possessed is not None and not _is_owner(person, sentence.start + possessed.start(), nodes, current))
        or text[sentence.start : sentence.end].rstrip().endswith("?")
    ):
        return False
    if _ELSEWHERE.search(before) or _BESIDE_IT.search(before) or _FOR_ANOTHER_CRAFT.search(before):
        return False
    clause = clause_of(before) + sentence.start
    others = [n for n in nodes if n.letter == "P" and person not in {current(i) for i in n.ids}]
    people = [n for n in nodes if n.letter == "P" and n.end <= film.start]
    first = begun_by(before, [(n.start - sentence.start, n.end - sentence.start) for n in people])
    if any(clause <= n.start < film.start for n in others) or (first is not None and people[first] in others):
        return False
    following = [n for n in others if n.start >= film.end]
    return not (following and _BY.fullmatch(text[film.end : following[0].start]))
