"""The films of a life: what a portrait of a director, a cinematographer, an editor, a composer or an actor tells of a film that it
gives to nobody else in that craft, it tells of one of that person's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cinegraph.extract.claims import Collector
from cinegraph.extract.modality import modality_of
from cinegraph.extract.nodes import Node
from cinegraph.extract.patterns import pattern_of
from cinegraph.extract.word_lists import words
from cinegraph.model import BlockKind, Document, EntityType, Modality, Sentence

RULE = "a film that a director's life tells of and gives to nobody else is that director's"
CRAFT_RULE = "a film by others that a life tells of as worked on, and gives to nobody else in that craft, is one of that person's"
DIRECTING = frozenset(words("directing"))
"""Occupations of those whose films are films they directed."""
_OTHER_CRAFTS = frozenset(words("other_crafts"))


@dataclass(frozen=True, slots=True)
class Craft:
    """A craft whose lives tell film after film that somebody worked on.

    :ivar said: how many films the article must give to the person in so many words before the others are believed
    """

    relation: str
    occupations: frozenset[str]
    said: int


CRAFTS = (
    Craft("cinematographer", frozenset({"cinematographer", "director of photography", "cameraman"}), 0),
    Craft("editor", frozenset({"editor", "film editor"}), 0),
    Craft("composer", frozenset({"composer", "film composer"}), 2),
    Craft("cast_member", frozenset({"actor", "actress", "film actor", "film actress"}), 2),
)
"""Crafts besides directing, with the relation that a film has to who practises them."""
# A film after these words was not worked on, or in another capacity.
_NOT_IN_CRAFT = re.compile(
    r"\b(?:first (?:job|task)|carr(?:y|ied|ying)|tripod|cables?|assist(?:ant|ed|ing)|operator|operated|stills|loader|puller|apprentic\w+|trainee|runner|extra|uncredited|second unit|focus|clapper|runner-up|stunt\w*|dubb\w+|voic\w+"
    r"|born|died|buried|married|marriage|husband|wife|widow|father|mother|son|daughter|brother|sister|met|meeting|rival\w*|beat|beaten|instead|novel|book|play|opera|concerto|symphony|song|stage|theatre|broadway|memoir\w*|television|tv"
    r"|direct(?:ed|ing|orial)|wrote|co-wrote|written|screenplay|script|produced|producing|producer|remake|sequel)\b",
    re.IGNORECASE,
)
_NOT_AT_ALL = re.compile(
    r"\b(?:turn(?:ed|s|ing) (?:it |him |her |them |\w+ )?down|refus\w+|declin\w+|reject\w+|lost (?:out|the)|pass(?:ed)? on|miss(?:ed|ing) out|replaced|fired|sacked|dismissed|audition\w*|tested|considered"
    r"|without (?:him|her|them)|instead|offered|never (?:made|shot|finished)|abandoned)\b",
    re.IGNORECASE,
)
# "Ada Doe called him back for F": whom somebody takes on has worked on it.
_TOOK_ON = re.compile(
    r" (?:then |again |also |later |soon |once more |who had |had )*(?:hired|re-hired|called|recalled|chose|asked|brought|invited|engaged|enlisted|recruited|took|picked|turned|returned|went back|used|cast|wanted|persuaded|let|allowed|summoned|entrusted|trusted|gave)"
    r"(?: back)?(?: on)?(?: to)? $"
)
_RELATIVE = re.compile(r",? (?:in which|where|whose|who|which)\b[^,;]*$")
_FIRST = re.compile(r"(?:For|On|In) (?:the |his |her )?(?:[\w-]+(?:'s)? ){0,3}[\"*_]?$")
# Somebody else in a clause who hangs on these words does not do what the clause tells.
_HANGING = re.compile(
    r"\b(?:by|with|for|of|from|under|alongside|opposite|and|to|in|on|after|as|featuring|starring) (?:(?:the|a|an|his|her) )?(?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)

# A film after these words is somebody else's, or only seen, or a measure for another one.
_OTHERS = re.compile(
    r"\b(?:like|unlike|than|as|of|saw|seen|sees|see|watch(?:ed|ing|es)?|loved?|loves|admired?|admires|admiring|inspired by|inspiration|influence[ds]?|influenced by|favou?rites?"
    r"|compar\w+|remind\w*|recall\w*|echo\w*|reminiscent|remake|discover\w*|starr?(?:ed|ing|s)? in|acted|acting|appear\w*|roles?|part|cameo|played|produced|producer|editing|edited|wrote for|script for"
    r"|assistant|assisted|comes? from|came from|stole|stolen|stealing|worked for|works for|remember|talk(?:ed|s)? about|adapt(?:ed|ing)?|lost to|beat|beaten|beating|alongside|novel|book|play|song|poem|memoir|album|opera|exhibition|actor in|star of|before|known for)"
    r" (?:(?:the|a|an|his|her|film|films|by|on|with|to|for|in|[\w-]+'s) |\"|\*|_|[A-Z][\w.-]+ ){0,5}$"
)
_OTHERS_CRAFT = re.compile(
    r"\b(?:like|unlike|than|saw|seen|sees|watch(?:ed|ing)|loved?|loves|admir\w+|inspir\w+|influence\w*|favou?rites?|compar\w+|remind\w*|recall\w*|echo\w*|reminiscent"
    r"|discover\w*|before|lost to|know(?:s|n)? for|knew|director of|maker of|star of|author of|who (?:made|directed|shot|scored|wrote)|whose)\b"
)
_POSSESSING = re.compile(r"['’]s?\b")
_ELSEWHERE = re.compile(
    r"\b(?:roles?|starr?(?:ed|ing)|appear(?:ed|ances?|ing)|act(?:ed|ing)|played|know(?:s|n)?|knew|belong(?:s|ed) to|won by)\b"
)
# "This film, along with another comedy, F, is …": F is somebody else's; "best screenplay for F" is no direction.
_BESIDE_IT = re.compile(r"\b(?:along with|together with|alongside) (?:[\w-]+,? ){0,5}[\"*_]*$")
_FOR_ANOTHER_CRAFT = re.compile(
    r"\b(?:screenplay|script|cinematography|editing|editor|score|music|actor|actress)\b(?: \w+){0,3} for [\"*_]*$", re.IGNORECASE
)
_POSSESSED = re.compile(r"(?:'s|s') (?:[\w-]+ ){0,4}[\"*_]*$")
_BY = re.compile(
    r"[\"*_]*,? ?(?:\([^()]{0,60}\),? ?)?(?:,? (?:a|an|the) (?:[\w-]+ ){0,4})?(?:by|directed by|from|dir\.?) ?$"
)
_WILL = re.compile(r"\bWill(?= [A-Z])")
_CLAUSE = re.compile(r"[;:]|, (?:and|but|while|when)\b")
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
_FEW = 60
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
    if not occupations and not made:
        occupations = told_at_the_ends(text)
        if not occupations and len(played) >= _PARTS and not _other_work(said, person):
            occupations = frozenset({"actor"})
    if not occupations & DIRECTING and occupations & _OTHER_CRAFTS:
        if craft := _craft_of(occupations):
            _worked_on(collector, document, text, mentions, person, craft)
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
        for node, id_ in _films_left(collector, nodes, taken):
            if _own(text, sentence, node, nodes, person, current):
                taken.add(id_)
                _state(collector, text, sentence, node, id_, person)


def _other_work(said: list[tuple[str, str, str]], person: str) -> bool:
    """Whether an article gives somebody another credit for a film than that of a part in it."""
    return any(relation in _OTHER_CREDITS and value == person for relation, _, value in said)


def told_at_the_ends(text: str) -> frozenset[str]:
    """The craft that the first lines and the last, or the title, give to whom an article is about; none where they speak of directors too."""
    for ends in (f"{text[:_OPENING]} {text[-_CLOSING:]}", text[:_TOP]):
        found = frozenset(m.group().lower() for m in _CRAFT_WORDS.finditer(ends))
        if len(found) == 1 and not _MAKER.search(_CRAFT_WORDS.sub(" ", ends)):
            return found
    return frozenset()


def _craft_of(occupations: frozenset[str]) -> Craft | None:
    """The one craft that a life is spent in; none where it is spent in several."""
    found = [craft for craft in CRAFTS if craft.occupations & occupations]
    return found[0] if len(found) == 1 and not occupations & _OTHER_CRAFTS - found[0].occupations else None


def _worked_on(
    collector: Collector, document: Document, text: str, mentions: Iterable[Node], person: str, craft: Craft
) -> None:
    """State the films that a life in another craft than directing tells of as worked on."""
    if any(block.kind is BlockKind.ANSWER for block in document.blocks):
        return
    current = collector.registry.current
    for statement in collector.statements:
        # "Her last film", or one that "she made with Ada Doe", is one that she shot, where that is what she does.
        pattern = pattern_of(statement.evidence.rule)
        if (
            statement.relation == "director"
            and current(statement.object) == person
            and pattern is not None
            and pattern.own_film
        ):
            statement.relation = craft.relation
    said = [(s.relation, current(s.subject), current(s.object)) for s in collector.statements]
    own = {subject for relation, subject, value in said if relation == craft.relation and value == person}
    if len(own) < craft.said:
        return
    taken = {
        subject for relation, subject, _ in said if relation == craft.relation and craft.relation != "cast_member"
    } | own
    taken |= {
        subject
        for relation, subject, value in said
        if relation in ("director", "screenwriter", "producer") and value == person
    }
    taken |= {
        value
        for relation, _, value in said
        if relation in ("influenced_by", "left_project", "author_of", "based_on", "inspired_by")
    }
    taken |= {
        current(s.object)
        for s in collector.statements
        if s.relation == "worked_on" and ("role" in s.qualifiers or current(s.subject) != person)
    }
    for sentence, nodes in _by_sentence(document, mentions):
        for node, id_ in _films_left(collector, nodes, taken):
            if _as_worked_on(text, sentence, node, nodes, person, current):
                taken.add(id_)
                _state(collector, text, sentence, node, id_, person, craft.relation)


def _as_worked_on(
    text: str, sentence: Sentence, film: Node, nodes: list[Node], person: str, current: Callable[[str], str]
) -> bool:
    """Whether a sentence speaks of a film as one that the person whose life it is worked on.

    The person must be spoken of before the film, and nobody else may be whom the clause is about: "she shot Ada Doe's F",
    "with Ada Doe he made F", not "Ada Doe made F".
    """
    before, whole = text[sentence.start : film.start], text[sentence.start : sentence.end]
    if (
        _NOT_AT_ALL.search(whole)
        or _RELATIVE.search(before)
        or _NOT_IN_CRAFT.search(before)
        or _OTHERS_CRAFT.search(before)
        or whole.rstrip().endswith("?")
    ):
        return False
    clause = max((m.end() for m in _CLAUSE.finditer(before)), default=0) + sentence.start
    if _FIRST.fullmatch(before):
        after = next((n for n in nodes if n.letter == "P" and n.start >= film.end), None)
        return (
            after is not None
            and person in {current(i) for i in after.ids}
            and not _CLAUSE.search(text[film.end : after.start])
        )
    spoken = [n for n in nodes if n.letter == "P" and n.end <= film.start]
    if not any(person in {current(i) for i in n.ids} for n in spoken):
        return False
    others = [n for n in spoken if n.start >= clause and person not in {current(i) for i in n.ids}]
    return all(
        _POSSESSING.match(text[n.end :])
        or _HANGING.search(text[sentence.start : n.start])
        or any(
            _TOOK_ON.fullmatch(text[n.end : p.start]) and person in {current(i) for i in p.ids}
            for p in spoken
            if p.start > n.end
        )
        for n in others
    )


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


def _films_left(collector: Collector, nodes: list[Node], taken: set[str]) -> Iterator[tuple[Node, str]]:
    """The films that a sentence names and that are not taken yet when they are asked for."""
    registry = collector.registry
    for node in nodes:
        if node.letter != "F" or node.kind != "name":
            continue
        for id_ in (registry.current(i) for i in node.ids):
            if id_ not in taken and registry.draft(id_).type is EntityType.FILM:
                yield node, id_


def _own(
    text: str, sentence: Sentence, film: Node, nodes: list[Node], person: str, current: Callable[[str], str]
) -> bool:
    """Whether a film stands in its sentence as one of the person's own."""
    before = text[sentence.start : film.start]
    if (
        _OTHERS.search(before)
        or _POSSESSED.search(before)
        or text[sentence.start : sentence.end].rstrip().endswith("?")
    ):
        return False
    if _ELSEWHERE.search(before) or _BESIDE_IT.search(before) or _FOR_ANOTHER_CRAFT.search(before):
        return False
    clause = max((m.end() for m in _CLAUSE.finditer(before)), default=0) + sentence.start
    others = [n for n in nodes if n.letter == "P" and person not in {current(i) for i in n.ids}]
    if any(clause <= n.start < film.start for n in others):
        return False
    following = [n for n in others if n.start >= film.end]
    return not (following and _BY.fullmatch(text[film.end : following[0].start]))


def _whole_words(text: str, start: int, end: int) -> str:
    """The words of a stretch of text in lower case, without those cut in two, and without the first name that reads as a verb.

    >>> _whole_words("made F with Will Roe and Willa", 0, 28)
    'made f with  roe and'
    """
    stretch = text[start:end]
    if text[end : end + 1].isalnum():
        stretch = stretch.rpartition(" ")[0]
    return _WILL.sub("", stretch).lower()


def _state(
    collector: Collector, text: str, sentence: Sentence, film: Node, id_: str, person: str, relation: str = "director"
) -> None:
    near = _whole_words(text, max(sentence.start, film.start - _FEW), min(sentence.end, film.end + 2 * _FEW))
    modality, cue = modality_of(near, enduring=False)
    if modality not in (Modality.ASSERTED, Modality.PLANNED):
        return
    collector.state(
        id_, relation, person, span=(sentence.start, sentence.end), rule="life.own-film", modality=modality, cue=cue,
        entailed_by=RULE if relation == "director" else CRAFT_RULE,
        steps=(f"the article is the life of {collector.registry.draft(person).label}",),
    )  # fmt: skip
