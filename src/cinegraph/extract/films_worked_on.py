"""The films of a life in another craft than directing: what tells of a cinematographer, an editor, a composer or an actor tells of films worked on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cinegraph.extract.claims import Collector
from cinegraph.extract.films_of_lives import CLAUSE, by_sentence, clause_of, films_left, state_film
from cinegraph.extract.nodes import Node
from cinegraph.extract.patterns import pattern_of
from cinegraph.extract.word_lists import words
from cinegraph.model import BlockKind, Document, Sentence

OTHER_CRAFTS = frozenset(words("other_crafts"))
"""Occupations in film besides directing."""
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
_OTHERS_CRAFT = re.compile(
    r"\b(?:like|unlike|than|saw|seen|sees|watch(?:ed|ing)|loved?|loves|admir\w+|inspir\w+|influence\w*|favou?rites?|compar\w+|remind\w*|recall\w*|echo\w*|reminiscent"
    r"|discover\w*|before|lost to|know(?:s|n)? for|knew|director of|maker of|star of|author of|who (?:made|directed|shot|scored|wrote)|whose)\b"
)
_POSSESSING = re.compile(r"['’]s?\b")


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


def craft_of(occupations: frozenset[str]) -> Craft | None:
    """The one craft that a life is spent in; none where it is spent in several."""
    found = [craft for craft in CRAFTS if craft.occupations & occupations]
    return found[0] if len(found) == 1 and not occupations & OTHER_CRAFTS - found[0].occupations else None


def films_worked_on(
    collector: Collector, document: Document, text: str, mentions: Iterable[Node], person: str, craft: Craft
) -> None:
    """State the films that a life in another craft than directing tells of as worked on."""
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
    if any(block.kind is BlockKind.ANSWER for block in document.blocks):
        return
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
    for sentence, nodes in by_sentence(document, mentions):
        for node, id_ in films_left(collector, nodes, taken):
            if _as_worked_on(text, sentence, node, nodes, person, current):
                taken.add(id_)
                state_film(collector, text, sentence, node, id_, person, craft.relation)


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
    clause = clause_of(before) + sentence.start
    if _FIRST.fullmatch(before):
        after = next((n for n in nodes if n.letter == "P" and n.start >= film.end), None)
        return (
            after is not None
            and person in {current(i) for i in after.ids}
            and not CLAUSE.search(text[film.end : after.start])
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
