"""What an article is about: the person or film that is the antecedent of last resort, and whether it is a life, a portrait or a review."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from cinegraph.extract.beside_lives import is_named_beside_a_life
from cinegraph.extract.naming import Naming
from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.model import Block, BlockKind, Document

_BULLET = 4
_OF_PERSON, _OPENED = 100, re.compile(r" ?\([^()\n]*")
_FIRST_LINES, _SHARE = 200, 4
_LONGEST_TITLE_LINE = 100


# "Ada Doe (born 1960) is a Norwegian film director", "Ada Doe, cinematographer."
_TRADE = r"(?:(?:film|documentary|stage|theatre|music|art|costume|sound|production) )?(?:(?:writer-|co-)?directors?|film-?makers?|actors?|actress|cinematographers?|camera(?:man|woman)|editors?|composers?|producers?|screenwriters?|writers?|documentar(?:ian|ist)s?|animators?|designers?)"
_DEFINITION = re.compile(
    rf"[*_\"]*(?: ?\([^()\n]{{2,200}}\))?(?:,? (?:is|was) (?:an?|the|one of)\b(?:(?! (?:who|that|which|where)\b)[^.;:]){{0,90}}?[ -]{_TRADE}\b|, {_TRADE}(?:(?:, | and |, and ){_TRADE})*\."
    rf"| [–—-] (?:(?:the|an?) )?(?:[\w'-]+,? ){{0,5}}?{_TRADE}(?:(?:, | and |, and )(?:[\w-]+ )?{_TRADE}){{0,4}}(?:\.|,|$| \())"
)


# "Biography of Ada Doe", "Actress Ada Doe: biography, personal life", "Who is Ada Doe?", or her name alone over "Date of birth".
_LIFE_BEFORE = re.compile(rf"[\W_]*(?:(?P<of>biography of|the life of|life of|who is)(?: (?:the|an?))?|the)?(?: ?{_TRADE})?[\W_]*", re.IGNORECASE)
_LIFE_AFTER = re.compile(r"[\W_]*(?P<told>(?:[–—:|,?(-][^\n]{0,40}?)?\bbiography\b[^\n]*|\?[^\n]*)?", re.IGNORECASE)
_OF_BIRTH = re.compile(r"\b(?:date|place) of birth\b|\b(?:born|genus\.?|b\.)(?=[ :]).{0,40}?(?:1[89]|20)\d\d\b|^\W*\([^()\n]{2,40}, (?:1[89]|20)\d\d\)", re.IGNORECASE | re.MULTILINE)
_NEAR_THE_HEAD = 300


def headed_life(document: Document, naming: Naming, text: str) -> str | None:
    """The person whose life the first line of an article says that it tells, or None: biographies of many sites name only there whom they are about."""
    block = next(iter(document.blocks), None)
    if block is None or block.end - block.start > _LONGEST_TITLE_LINE:
        return None
    people = [n for n in naming.nodes if n.letter == "P" and block.start <= n.start < block.end]
    if not people or len({n.ids for n in people}) > 1 or len(people[0].ids) != 1:
        return None
    before = _LIFE_BEFORE.fullmatch(text, block.start, people[0].start)
    after = _LIFE_AFTER.fullmatch(text, people[0].end, block.end)
    if before is None or after is None:
        return None
    alone = not before["of"] and not after["told"]
    return people[0].ids[0] if not alone or _OF_BIRTH.search(text, block.end, block.end + _NEAR_THE_HEAD) else None


def defined_person(document: Document, naming: Naming, text: str) -> str | None:
    """The person whom the first sentence of an article defines, as a work of reference does, or None."""
    sentence = next((s for s in document.sentences if document.blocks[s.block].kind is BlockKind.PARAGRAPH), None)
    if sentence is None:
        return None
    named = (n for n in naming.nodes if sentence.start <= n.start <= sentence.start + _BULLET and n.letter == "P")
    first = next(named, None)
    if first is None or len(first.ids) != 1 or _DEFINITION.match(text, first.end, sentence.end) is None:
        return None
    return first.ids[0]


def topic_person(
    document: Document, naming: Naming, registry: Registry, text: str, defined: str | None = None
) -> str | None:
    """The person that an article is about: named in its title or first lines, and most often.

    :param defined: the person whom its first sentence defines, who comes before all others
    """
    counts: Counter[str] = Counter()
    taught_others: Counter[str] = Counter()
    for node in naming.nodes:
        if node.letter == "P" and node.ids:
            counts[node.ids[0]] += 3 if node.start < 300 else 1
            taught_others[node.ids[0]] += is_named_beside_a_life(text, node.start, node.end)
    named = Counter(node.ids[0] for node in naming.nodes if node.letter == "P" and node.ids)
    for id_ in [i for i, number in taught_others.items() if number == named[i] and i != defined]:
        del counts[id_]
    if not counts:
        return None
    best, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    if defined is not None:
        best, count = defined, max(counts[defined], 2)
    draft = registry.draft(best)
    if draft.gender is None:
        words = Counter(w for w in text.lower().split() if w in ("he", "his", "him", "she", "her"))
        male, female = words["he"] + words["his"] + words["him"], words["she"] + words["her"]
        if male != female and max(male, female) >= 3 * min(male, female):
            draft.presumed_gender = "male" if male > female else "female"
    return best if count >= 2 else None


def is_a_life(naming: Naming, topic: str | None, defined: str | None = None) -> bool:
    """Whether an article is a person's life or portrait: named before any other and any film, and more often.

    :param defined: the person whom its first sentence defines
    """
    if defined is not None and defined == topic:
        return True
    named = [(node.start, node.ids[0]) for node in naming.nodes if node.letter == "P" and node.ids]
    films = [node.start for node in naming.nodes if node.letter == "F" and node.ids]
    rivals = [count for id_, count in Counter(id_ for _, id_ in named).items() if id_ != topic]
    own = sum(1 for _, id_ in named if id_ == topic)
    rival = max(rivals, default=0)
    first = bool(named) and named[0][0] < min(films, default=named[0][0] + 1)
    return bool(named) and named[0][1] == topic and (own >= 2 * rival or (first and own > rival))


def is_a_portrait(document: Document, mentions: Iterable[Node], person: str | None) -> bool:
    """Whether a life is a portrait of that person alone: named in the title or the first lines, and often meant among all people.

    :param mentions: the nodes of the article with an entity, those of pronouns included
    """
    named = [n for n in mentions if n.letter == "P" and n.ids]
    own = [n for n in named if n.ids[0] == person]
    if not own:
        return False
    first = min(n.start for n in own)
    body = document.sentences[0].start if document.sentences else 0
    title = (document.title or "").casefold()
    headed = first < body + _FIRST_LINES or any(
        word.casefold() in title for n in own[:1] for word in n.text.split()[-1:]
    )
    return headed and _SHARE * len(own) >= len(named)


_MANY = 3  # an article that tells of so many times more films than it names its first one is no review of it


def is_a_review(naming: Naming, person: str | None, film: str | None) -> bool:
    """Whether an article is rather about one film than about a person, or about many films: it names the film about as often, and no other one half as often."""
    films = Counter(node.ids[0] for node in naming.nodes if node.letter == "F" and node.ids)
    people = Counter(node.ids[0] for node in naming.nodes if node.letter == "P" and node.ids)
    if film is None:
        return False
    rival = max((count for id_, count in films.items() if id_ != film), default=0)
    report = len(films) > _MANY * films[film]
    return not report and 4 * films[film] >= 3 * people[person or ""] and films[film] >= 2 * rival


_REVIEWED = re.compile(
    r"[\"'*_]*(?: \([^()]{1,40}\))?,? (?:film |movie )?review\b|[\"']:? (?:[\w'-]+ ){1,3}review\b", re.IGNORECASE
)
_REVIEW_OF = re.compile(r"\breview(?: of)?:? (?:the )?[\"'*_]*$", re.IGNORECASE)


def reviewed(document: Document, naming: Naming, text: str) -> str | None:
    """The film that the title of an article says is reviewed in it ("'Night Bus' Review: …")."""
    if not document.sentences:
        return None
    begin, end = document.sentences[0].start, document.sentences[0].end
    for node in naming.nodes:
        if node.start >= end:
            break
        if (
            node.letter == "F"
            and node.ids
            and (_REVIEWED.match(text, node.end, end) or _REVIEW_OF.search(text, begin, node.start))
        ):
            return node.ids[0]
    return None


# What may stand beside the title of the film that an article is a review of, in its line.
_BESIDE_TITLE = re.compile(
    r"[\W\d_]*(?:(?:film|movie|dvd|blu-?ray|cinema) )?(?:review\b)?[\W\d_]*(?:\([^()]{2,60}\))?[\W\d_]*", re.IGNORECASE
)
_HEAD_LINES = 4


def credited(naming: Naming) -> str | None:
    """The film of whose credits an article gives one block, and no other film's."""
    films = [naming.named(block.title, "F") for block in naming.credits if block.title is not None]
    found = {film.ids[0] for film in films if film is not None and film.ids}
    return found.pop() if len(found) == 1 and len(films) == len(naming.credits) else None


def headed(document: Document, naming: Naming, text: str) -> str | None:
    """The film whose title, with its year or the word "review", is a line of its own at the head of an article that has no other such line."""
    found: set[str] = set()
    first: str | None = None
    nodes = [node for node in naming.nodes if node.letter == "F" and node.ids]
    for index, block in enumerate(b for b in document.blocks if b.kind is not BlockKind.METADATA):
        if block.end - block.start > _LONGEST_TITLE_LINE:
            continue
        here = [node for node in nodes if block.start <= node.start and node.end <= block.end]
        if not here or here[0].start - block.start > _BULLET:
            continue
        if _BESIDE_TITLE.fullmatch(text[block.start : here[0].start] + text[here[0].end : block.end]):
            found.add(here[0].ids[0])
            first = first or (here[0].ids[0] if index < _HEAD_LINES else None)
    return first if first is not None and len(found) == 1 else None


def topic_film(document: Document, naming: Naming, registry: Registry, text: str) -> str | None:
    """The film that a review is about: named more often than any other, where a name at the head counts thrice.

    What stands in parentheses after a person's name is another film of that person's, and does not count.
    """
    counts: Counter[str] = Counter()
    person = -1
    for node in naming.nodes:
        if node.letter == "P":
            person = node.end
        if node.letter == "F" and node.ids and not (0 <= node.start - person < _OF_PERSON and _OPENED.fullmatch(text, person, node.start)):
            counts[node.ids[0]] += 3 if node.start < 200 else 1
    most = counts.most_common(2)
    if not most or most[0][1] < 2 or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    return most[0][0]


_ENTRY = re.compile(r"[*_]*(?: \([^()\n]{3,60}\))?[*_]*(?:[.:–—-] | – | — |,? ?\n)")


def entry_of(block: Block, naming: Naming, text: str) -> str | None:
    """The person whose life a block tells, as the entries of a jury's page do: "ADA DOE (Oslo, 1964). She …"."""
    for node in islice(naming.nodes, bisect_left(naming.nodes, block.start, key=lambda node: node.start), None):
        if node.start >= block.end:
            break
        if node.letter == "P":
            heads = node.start - block.start < _BULLET and " " in node.text and len(node.ids) == 1
            return node.ids[0] if heads and _ENTRY.match(text, node.end, block.end) else None
    return None


