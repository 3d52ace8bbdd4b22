"""Turns candidates and gazetteer matches into typed nodes, the same type for the same name all over an article."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property

from cinegraph.extract.acronyms import with_acronyms
from cinegraph.extract.awards import generic_awards
from cinegraph.extract.bearers import Bearers, whom_it_opens_with
from cinegraph.extract.candidates import Candidate, is_no_name
from cinegraph.extract.classify import decide, mark_places_as_titles, vote
from cinegraph.extract.credit_blocks import CreditBlock, find_credit_blocks
from cinegraph.extract.cues import Cues
from cinegraph.extract.filmography_lines import FilmographyLine, find_filmographies
from cinegraph.extract.fronted import is_in_front, parted_front
from cinegraph.extract.gathering import find_candidates
from cinegraph.extract.layout_names import layout_names
from cinegraph.extract.nodes import Node
from cinegraph.extract.overlaps import Overlaps
from cinegraph.extract.people import People
from cinegraph.extract.prize_lines import PrizeLine, find_prizes
from cinegraph.extract.records import Record, find_records
from cinegraph.extract.registry import Registry
from cinegraph.extract.text import UPPER, fold, occurrences
from cinegraph.extract.word_lists import words
from cinegraph.inserts import inserts_of
from cinegraph.lexicon import Lexicon, Match
from cinegraph.lexicon import fold as lexicon_fold
from cinegraph.model import Document, EntityType

_LETTER_OF_TYPE = {
    EntityType.FESTIVAL: "E", EntityType.SECTION: "S", EntityType.AWARD: "A", EntityType.ORGANIZATION: "O", EntityType.PUBLICATION: "U",
}  # fmt: skip
# Adjectives of regions name no country and no title.
_REGIONAL = frozenset(words("regional"))
_DIRECTIONS = {"West", "East", "North", "South"}
_TITLES = {"Film": EntityType.FILM, "Series": EntityType.SERIES, "Work": EntityType.WORK}
_FESTIVAL_LEFT = re.compile(
    r"(?:\bat|in competition at|premiered? (?:at|in)|competition (?:at|of|in)|screen\w* (?:at|in)|debut\w* (?:at|in)|wow\w*|won (?:at|in)|from|award\w* (?:at|in)|prizes? (?:at|in|of)|jury (?:of|at|in)"
    r"|winner at|selected (?:for|at|by|in)|success (?:at|in)|then in|shown (?:at|in)|festivals?(?: \w+){0,3} (?:in|of)|including|shown (?:at|in)|invited to|\d{4}|edition of|director of|programming (?:at|for)|programmer (?:of|at|for)|triumph\w* (?:at|in)|laureate of(?: the)?|win (?:at|in)) $"
    r"|[\"”’»*_] ?(?:\(\d{4}\) ?)?(?:(?:then|later|also|which|first|soon|next|had) )*(?:went|travell?ed|came|returned|headed|goes|travels|comes) (?:on )?to (?:the )?$"
    r"|\b(?:jur(?:y|ies|ors?)|compet(?:es?|ed|ing)|programmed|travell?ed|toured|bow(?:s|ed)?|premier\w+|line-?ups?|festival (?:run|circuit)|north american launch)\b(?: [\w-]+| \S\w+ \S\w+|,){0,6},? (?:in|at|to|of|and) (?:the )?$"
)
_FESTIVAL_RIGHT = re.compile(
    r"^(?:'s|')? ?(?:-(?:world-)?(?:premiering|premiered|selected)\b|(?:dispatch|diary|notebook|report|wrap-?up|round-?up|blog)\b|\d{4}|\d\d(?:st|nd|rd|th)|film festival|festival|debut|premiere|competition|jury|winner|prize|award|palme|title|entry|launch|section|spot|selection|lineup|line-up|grand|official|(?:artistic |program(?:me|ming)? )?(?:programmer|director)\b|un certain|press|critics|in (?:19|20)\d\d|top prize"
    r"|(?:has |had |then |also )*(?:selected|picked|chose|invited|programmed|rejected|turned down|opened with|closed with|placed|screened|unveiled (?:its|the)|named (?:its|the)|announced (?:its|the)|awarded|jury|hosted (?:its|the|a) (?:world )?premiere"
    r"|(?:show(?:ed|s|n)|premiered|took|presented|welcomed|honou?red) (?:it\b|(?:the|his|her|their) (?:new |first |second |latest )?(?:film|short|feature|documentary)\b|[\"*_“«])))"
)
# "Best Director of Photography" is no director's prize.
_OF_PHOTOGRAPHY = re.compile(r" of [Pp]hotography\b")
# "The European Film Awards in Berlin": an evening of prizes, not the festival of the city where it is held.
_EVENING_LEFT = re.compile(r"(?:[A-Z][\w'-]+ (?:[Aa]wards|[Oo]scars)|Oscars|C[ée]sars|Goyas|BAFTAs)(?: ceremony| gala)?(?:,? (?:held|presented|handed out|given out|staged))? in (?:downtown )?$")
# "Venice, California"
_WHOLE = re.compile(r", (?=(?P<two>[A-Z]\w+ [A-Z]\w+)?)(?P<one>[A-Z]\w+)")
_PLACE_LEFT = re.compile(
    r"(?:born|lives?|living|based|residence|moved|raised|studi\w+|city of|town of|capital|streets? of|shot|filmed|grew up|resides?|died|school|university|set) (?:\w+ )?(?:in|to|of|near|at)? ?(?:the )?$"
)


@dataclass
class Naming:
    """The named nodes of an article in text order, and the people behind them."""

    nodes: list[Node]
    people: People
    types: dict[str, str] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    prizes: list[PrizeLine] = field(default_factory=list)
    filmographies: list[FilmographyLine] = field(default_factory=list)
    credits: list[CreditBlock] = field(default_factory=list)

    @cached_property
    def _by_start(self) -> dict[int, Node]:
        return {node.start: node for node in self.nodes}

    def named(self, span: tuple[int, int], letters: str) -> Node | None:
        """The node that begins where a span does, if it is of one of these letters."""
        node = self._by_start.get(span[0])
        return node if node is not None and node.letter in letters else None


def name_nodes(document: Document, text: str, lexicon: Lexicon, cues: Cues, registry: Registry) -> Naming:
    """Find and type every name of an article.

    :param text: the document's text, normalised
    """
    matches = _in_body(lexicon.gazetteer.find(document.text), document)
    matches = [
        m
        for m in matches
        if not (
            _inside_longer_name(m, text, lexicon, cues)
            or _is_plain_word(m, text, cues)
            or (_OF_PHOTOGRAPHY.match(text, m.end) and text[m.start : m.end].lower().endswith("director"))
        )
    ]
    fixed = [m for m in matches if not m.contextual]
    listed = find_prizes(document, text, lexicon)
    honoured = [(line.start, line.end) for line in listed if any(winner.people for winner in line.winners)]
    records = [
        record
        for record in find_records(document, text, lexicon)
        if not any(start < record.end and record.start < end for start, end in honoured)
    ]
    taken = [span for record in records for span in record.read]
    taken += [(line.start, line.end) for line in listed if line.above is not None]
    credited = find_credit_blocks(document, text, lexicon, taken)
    prizes = find_prizes(document, text, lexicon, [span for block in credited for span in block.read]) if credited else listed
    read = [*(s for r in records for s in r.read), *((p.start, p.end) for p in prizes), *(s for c in credited for s in c.read)]
    filmographies = find_filmographies(document, text, read)
    layout = layout_names(document, text, lexicon, records, prizes, credited, filmographies)
    candidates = find_candidates(document, text, fixed, cues, lexicon, layout)
    candidates = [piece for candidate in candidates for piece in parted_front(candidate, text, lexicon, cues)]
    candidates = [piece for candidate in candidates for piece in _without_demonym(candidate, text, lexicon, cues)]
    candidates = _without_parts(candidates, document, text)
    candidates = _of_headlines(candidates)
    _before_inserts(candidates, document)
    candidates = [c for c in candidates if c.marked not in ("", "plain", "caps") or not is_no_name(c.text)]
    candidates = [
        c
        for c in candidates
        if not (_is_of_two_peoples(c.text, lexicon) or (c.marked == "caps" and _is_language(c, lexicon)))
    ]
    mark_places_as_titles(candidates, text, lexicon)
    candidates = [
        c for c in candidates if not (_is_award(c, text, lexicon) if c.marked else _belongs_to_gazetteer(c, lexicon))
    ]
    vote(candidates, text, cues, lexicon)
    for candidate in candidates:
        if "Film" in candidate.votes and _is_language(candidate, lexicon):
            candidate.votes.pop("Film")
    types = decide(candidates, text, cues, lexicon)
    people = People(registry, lexicon)
    _gather_people(candidates, types, people)
    _share_surnames(candidates, text, people, lexicon)
    nodes = _nodes(candidates, types, people, registry, lexicon)
    nodes += _gazetteer_nodes(document, text, matches, nodes, registry, lexicon)
    nodes = with_acronyms(_settle(nodes), document, text, registry)
    nodes = _said_again(nodes, document, text)
    return Naming(nodes, people, types, records, prizes, filmographies, credited)


def _is_of_two_peoples(name: str, lexicon: Lexicon) -> bool:
    """ "Italian French" says where somebody is from, and is nobody's name."""
    words = name.split()
    return len(words) == 2 and all(word in lexicon.demonyms for word in words)


def _is_language(candidate: Candidate, lexicon: Lexicon) -> bool:
    """ "NIGHT BUS (MALAYALAM)": a language, which no quotation marks and no italics make a title."""
    set_off = candidate.title_line or candidate.marked not in ("", "caps", "plain")
    return not set_off and candidate.text.title() in lexicon.words.languages


def _said_again(nodes: list[Node], document: Document, text: str) -> list[Node]:
    """The nodes, with the films of two words and more wherever else the article names them: once known, a title is known everywhere.

    Only a name of no known kind, or a shorter title, within its words gives way to it.
    """
    known: dict[str, Node] = {}
    for node in nodes:
        words = node.text.split()
        if (
            node.letter == "F"
            and node.ids
            and len(words) > 1
            and words[0][0].isupper()
            and (len(words) > 2 or not words[-1].islower())
        ):
            known.setdefault(node.text, node)
    if not known:
        return nodes
    ends = [sentence.end for sentence in document.sentences]
    taken = {(node.start, node.end) for node in nodes}
    standing = Overlaps((node.start, node.end, node) for node in nodes)
    again: list[Node] = []
    for start, end in occurrences(known, text, "'-"):
        index = bisect_right(ends, start)
        if (
            (start, end) in taken
            or index == len(ends)
            or not document.sentences[index].start <= start < end <= ends[index]
        ):
            continue
        over = standing.of(start, end)
        if all(
            start <= n.start and n.end <= end and (n.letter == "X" or (n.letter == "F" and n.text in text[start:end]))
            for n in over
        ):
            first = known[text[start:end]]
            again.append(Node("F", start, end, text[start:end], first.ids))
    if not again:
        return nodes
    renamed = Overlaps((node.start, node.end, node) for node in again)
    kept = [n for n in nodes if not renamed.of(n.start, n.end)]
    return sorted([*kept, *again], key=lambda n: n.start)


def _in_body(matches: list[Match], document: Document) -> list[Match]:
    spans = [(s.start, s.end) for s in document.sentences]
    kept, index = [], 0
    for match in matches:
        while index < len(spans) and spans[index][1] <= match.start:
            index += 1
        if index < len(spans) and spans[index][0] <= match.start and match.end <= spans[index][1]:
            kept.append(match)
    return kept


_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:\n]\W{0,3})$")


def _is_plain_word(match: Match, text: str, cues: Cues) -> bool:
    """ "People say so", "Time passes": a capital that only the beginning of the sentence gives."""
    begins = match.contextual and text[match.start : match.end].casefold() in cues.common
    return (
        begins
        and text[match.end : match.end + 2].strip().islower()
        and _BEGINS_SENTENCE.search(text[max(0, match.start - 4) : match.start]) is not None
    )


def _inside_longer_name(match: Match, text: str, lexicon: Lexicon, cues: Cues) -> bool:
    """A one-word publication or company beside another capital is part of some other name ("Time Machine", "Vice Admiral")."""
    types = {lexicon.entries[i].type for i in match.ids}
    if is_in_front(text, match.start, match.end, lexicon):
        return False
    tail = re.match(rf" ([{UPPER}]\w+)", text[match.end : match.end + 24])
    if types <= {EntityType.ORGANIZATION} and tail is not None and tail.group(1).lower() in cues.organization_words:
        return True
    if " " in text[match.start : match.end] or not types <= {EntityType.PUBLICATION, EntityType.ORGANIZATION}:
        return False
    after, before = text[match.end : match.end + 2], text[max(0, match.start - 24) : match.start]
    following = len(after) == 2 and after[0] == " " and after[1].isupper()
    word = re.search(rf"([{UPPER}][\w'-]*) $", before)
    if word is not None and word.group(1).endswith("'s"):
        word = None
    return following or (
        word is not None
        and word.group(1) not in ("The", "In", "At", "For")
        and match.start - len(word.group(0)) > 0
        and not re.search(r"[.!?:\n] ?$", before[: -len(word.group(0))])
    )


def _without_demonym(candidate: Candidate, text: str, lexicon: Lexicon, cues: Cues) -> list[Candidate]:
    """ "Italian Luchino Visconti" is a nationality and a name; "Russian Ark" is a title."""
    words = candidate.text.split()
    if candidate.marked or len(words) < 2 or words[0] not in lexicon.demonyms or candidate.subject_of_film:
        return [candidate]
    described = re.search(r"(?:\d{4}|\ban?)[ -]$", text[max(0, candidate.start - 6) : candidate.start])
    if len(words) < 3 and not described:
        return [candidate]
    if (
        not described
        and fold(words[1]) not in lexicon.first_names
        and not all(w[0].isupper() and w.casefold() not in cues.common for w in words)
    ):
        return [candidate]
    start = candidate.start + candidate.text.index(words[1], len(words[0]))
    end = candidate.start + len(words[0])
    first = Candidate(
        candidate.start,
        end,
        words[0],
        candidate.sentence,
        "",
        candidate.initial,
        candidate.heading,
        False,
        False,
        candidate.start,
        end,
    )
    rest = Candidate(start, candidate.end, candidate.text[start - candidate.start :], candidate.sentence, "", False, candidate.heading, False,
                     False, start, candidate.outer_end)  # fmt: skip
    return [first, rest]


def _of_headlines(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates; a name of the article that a headline in capitals goes on after ("Ada Doe Dies in Oslo") ends where it does."""
    names = {c.text for c in candidates if not c.heading and not c.marked and 1 <= c.text.count(" ") <= 3}
    kept = []
    for candidate in candidates:
        if candidate.heading and not candidate.marked and candidate.text not in names:
            candidate = _cut_to_known(candidate, names)
        kept.append(candidate)
    return kept


def _before_inserts(candidates: list[Candidate], document: Document) -> None:
    """Mark the candidates after which a site has set a box about the film."""
    opened = {start for start, _ in inserts_of(document.text)}
    for candidate in candidates if opened else ():
        if {candidate.outer_end, candidate.outer_end + 1} & opened:
            candidate.given = "Film"


def _cut_to_known(candidate: Candidate, names: set[str]) -> Candidate:
    """The candidate cut to the longest name of two words or more with which it begins, where it goes on behind one."""
    words = candidate.text.split(" ")
    known = next((n for n in range(len(words) - 1, 1, -1) if " ".join(words[:n]) in names), None)
    if known is None:
        return candidate
    name = " ".join(words[:known])
    end = candidate.start + len(name)
    return replace(candidate, end=end, outer_end=end, text=name, votes={})


_CAST = re.compile(r"^\W*(?:full |main )?cast\W*$", re.IGNORECASE | re.MULTILINE)


def _without_parts(candidates: list[Candidate], document: Document, text: str) -> list[Candidate]:
    """The candidates; under the word "Cast", a line that begins with a name of the article goes on with the part ("Georg Friedrich Weber")."""
    cast = _CAST.search(text)
    if cast is None:
        return candidates
    names = {c.text for c in candidates if c.start < cast.start() and " " in c.text}
    kept = []
    for candidate in candidates:
        block = document.blocks[document.sentences[candidate.sentence].block]
        if candidate.start > cast.end() and (block.start, block.end) == (candidate.start, candidate.end):
            candidate = _cut_to_known(candidate, names)
        kept.append(candidate)
    return kept


_IS_SHOWN = re.compile(
    r"\"?,? (?:also |then |later )?(?:(?:was|is|has been|had been) (?:also )?(?:nominated|shortlisted|selected|shown|screened|directed|released|shot|made)|won|competed|premiered|screened|stars|starring|tells|follows)\b"
)


def _is_award(candidate: Candidate, text: str, lexicon: Lexicon) -> bool:
    """A prize set in bold or italics is a prize; what wins or is shown is none ("“Lola” was nominated for …")."""
    if candidate.marked == "quote" and _IS_SHOWN.match(text, candidate.outer_end):
        return False
    ids = lexicon.contextual_names.get(lexicon_fold(candidate.text), ()) or lexicon.names.get(
        lexicon_fold(candidate.text), ()
    )
    if ids and all(lexicon.entries[i].type in (EntityType.AWARD, EntityType.SECTION) for i in ids):
        return True
    return any(
        n.end - n.start >= len(candidate.text) - 2 for n in generic_awards(candidate.text, 0, len(candidate.text))
    )


def _belongs_to_gazetteer(candidate: Candidate, lexicon: Lexicon) -> bool:
    """A bare "Cannes" is the festival or the town, and no name to be guessed at."""
    ids = lexicon.contextual_names.get(lexicon_fold(candidate.text), ())
    return any(lexicon.entries[i].type is EntityType.FESTIVAL for i in ids)


def _gather_people(candidates: list[Candidate], types: dict[str, str], people: People) -> None:
    full = dict.fromkeys(c.text for c in candidates if types.get(c.key) == "Person" and len(c.text.split()) > 1)
    people.add_all(list(full))
    for candidate in candidates:
        # A single name that stands over its life is a whole one, whoever else may bear it.
        if candidate.given == "Person" and " " not in candidate.text and types.get(candidate.key) == "Person":
            people.single(candidate.text)


def _is_first_name(name: str, lexicon: Lexicon) -> bool:
    key = fold(name)
    return key in lexicon.first_names or key.split()[0] in lexicon.first_names


def _share_surnames(candidates: list[Candidate], text: str, people: People, lexicon: Lexicon) -> None:
    """ "Ada and Eva Doe" are Ada Doe and Eva Doe."""
    for first, second in itertools.pairwise(candidates):
        words = second.text.split()
        if len(first.text.split()) != 1 or len(words) < 2 or fold(second.text) not in people.by_key:
            continue
        if text[first.outer_end : second.outer_start] not in (" and ", " & ") or not _is_first_name(
            first.text, lexicon
        ):
            continue
        known = people.candidates(first.text)
        # A list gives a name alone as a whole one.
        alone = known == [people.by_key.get(fold(first.text))] and known[0] not in people.tokens
        if _is_first_name(words[0], lexicon) and (not known or alone):
            people.add_sharing(first.text, " ".join([first.text, *words[1:]]))


def _nodes(
    candidates: list[Candidate], types: dict[str, str], people: People, registry: Registry, lexicon: Lexicon
) -> list[Node]:
    nodes = []
    bearers = Bearers(whom_it_opens_with(candidates, people))
    for candidate in candidates:
        if not candidate.key:
            continue
        node = _node(candidate, types, people, registry, lexicon, bearers)
        if node is not None:
            nodes.append(node)
    return nodes


def _node(
    candidate: Candidate,
    types: dict[str, str],
    people: People,
    registry: Registry,
    lexicon: Lexicon,
    bearers: Bearers,
) -> Node | None:
    key, name = candidate.key, " ".join(candidate.text.split())
    start, end = candidate.outer_start, candidate.outer_end
    type_ = candidate.given if candidate.given == "Work" else types.get(key, "")
    if candidate.marked == "caps" and not candidate.title_line and key in people.by_key:
        return _seen(registry, Node("P", start, end, name, (people.by_key[key],)))
    if not candidate.marked and name in lexicon.countries:
        return _seen(registry, Node("L", start, end, name, (registry.place(name),), note="country"))
    if not candidate.marked and name in _REGIONAL:
        return None
    if not candidate.marked and _is_demonym(name, lexicon):
        return Node("N", start, end, name)
    if not candidate.marked and type_ in ("Work", "Film") and name in lexicon.languages:
        return None
    if type_ in _TITLES and (
        candidate.marked or len(key.split()) > 1 or type_ == "Work" or not people.candidates(name)
    ):
        # The book that a film of the same name is made from is another thing than the film.
        id_ = (
            registry.named(EntityType.WORK, name) if candidate.given == "Work" else registry.title(name, _TITLES[type_])
        )
        return _seen(registry, Node("W" if type_ == "Work" else "F", start, end, name, (id_,)))
    if (
        not candidate.marked
        and type_ in ("", "Person", "Film", "Series", "Other", "Place", "Character")
        and (ids := people.candidates(name))
    ):
        id_ = bearers.meant(ids, candidate)
        return _seen(registry, Node("P", start, end, name, (id_,)))
    if type_ == "Person" and not candidate.marked:
        return _seen(registry, Node("P", start, end, name, (people.single(name),)))
    if type_ != "Organization" and (place := lexicon.place(name)) is not None and not candidate.marked:
        return _seen(registry, Node("L", start, end, name, (registry.place(name),), note=place.kind))
    if type_ in ("Organization", "Festival", "Publication", "Place") and not (type_ == "Place" and candidate.marked):
        if type_ == "Place":
            return _seen(registry, Node("L", start, end, name, (registry.place(name),)))
        kind = EntityType(type_)
        return _seen(registry, Node(_LETTER_OF_TYPE[kind], start, end, name, (registry.named(kind, name),)))
    if type_ == "Character":
        return Node("C", start, end, name)
    if not candidate.marked and (inner := _known_inside(candidate, types, people, registry)) is not None:
        return _seen(registry, inner)
    if candidate.initial and not candidate.marked and len(key.split()) == 1 and not type_:
        return None
    return Node("T" if candidate.marked else "X", start, end, name)


def _is_demonym(name: str, lexicon: Lexicon) -> bool:
    words = name.split()
    if len(words) == 2 and words[0] in _DIRECTIONS:
        return words[1] in lexicon.demonyms
    return (
        name in lexicon.demonyms
        or name.removesuffix("s") in lexicon.demonyms
        or name in lexicon.words.languages
        or name in lexicon.words.ethnicities
    )


_LONGEST_INNER_NAME = 12
"""Words."""


def _known_inside(candidate: Candidate, types: dict[str, str], people: People, registry: Registry) -> Node | None:
    """A known name inside a longer run of capitals, as headings have them ("Ada Doe Strikes Back")."""
    words = list(re.finditer(r"\S+", candidate.text))
    for size in range(min(len(words) - 1, _LONGEST_INNER_NAME), 0, -1):
        for first in range(len(words) - size + 1):
            start, end = words[first].start(), words[first + size - 1].end()
            name = candidate.text[start:end].rstrip(",.:;")
            key = fold(name)
            if key in people.by_key and size > 1:
                return Node(
                    "P", candidate.start + start, candidate.start + start + len(name), name, (people.by_key[key],)
                )
            if types.get(key) == "Film" and size > 1:
                return Node(
                    "F",
                    candidate.start + start,
                    candidate.start + start + len(name),
                    name,
                    (registry.title(name, EntityType.FILM),),
                )
    return None


def _seen(registry: Registry, node: Node) -> Node:
    for id_ in node.ids:
        registry.see(id_, node.text)
    return node


def _gazetteer_nodes(
    document: Document, text: str, matches: list[Match], nodes: list[Node], registry: Registry, lexicon: Lexicon
) -> list[Node]:
    definite = {id_ for m in matches if not m.contextual for id_ in m.ids}
    made = []
    for match in matches:
        entries = [lexicon.entries[i] for i in match.ids]
        surface = " ".join(document.text[match.start : match.end].split())
        festivals = [e for e in entries if e.type is EntityType.FESTIVAL]
        if match.contextual and festivals:
            if not _is_festival_here(text, match, festivals[0].id in definite, lexicon):
                if lexicon.place(surface) is not None or festivals[0].place == surface:
                    made.append(
                        _seen(
                            registry,
                            Node("L", match.start, match.end, surface, (registry.place(surface),), note="city"),
                        )
                    )
                continue
            entries = festivals
        letter = _LETTER_OF_TYPE.get(entries[0].type)
        if letter is None:
            continue
        same = [e for e in entries if e.type is entries[0].type]
        node = Node(letter, match.start, match.end, surface)
        if len(same) == 1 and not (match.contextual and letter in "AS"):
            node.ids = (registry.entry(same[0]),)
            registry.see(node.ids[0], surface)
            parent = lexicon.entries.get(same[0].festival or "") if letter == "S" else None
            if parent is not None:
                node.attributes["festival"] = Node("E", match.start, match.end, parent.name, (registry.entry(parent),))
        else:
            node.attributes["choices"] = tuple(e.id for e in same)
        made.append(node)
    return made


def _is_festival_here(text: str, match: Match, known: bool, lexicon: Lexicon) -> bool:
    left = text[max(0, match.start - 40) : match.start].lower()
    right = text[match.end : match.end + 30].lower()
    whole = None if known else _WHOLE.match(text, match.end)
    if whole is not None and any(lexicon.place(name) is not None for name in (whole["two"] or "", whole["one"])):
        return False
    if _PLACE_LEFT.search(left) or _EVENING_LEFT.search(text, max(0, match.start - 60), match.start):
        return False
    return bool(
        _FESTIVAL_LEFT.search(left)
        or _FESTIVAL_RIGHT.match(right)
        or (known and not re.search(r"\b(?:in|to|of) $", left))
        or re.search(r"\bcannes\b", text[match.start : match.end].lower())
    )


def _settle(nodes: list[Node]) -> list[Node]:
    """Of overlapping nodes the more telling one: marked titles and known entities before unknown names, longer before shorter."""

    def rank(node: Node) -> tuple[int, int, int]:
        known = 2 if node.ids or node.attributes.get("choices") else 0
        if node.letter in "XT":
            known = 0
        elif node.letter in "NLC":
            known = 1
        return (-(node.end - node.start) if known == 2 else 0, -known, node.start)

    kept: list[Node] = []
    taken: set[int] = set()
    for node in sorted(
        nodes, key=lambda n: (0 if rank(n)[1] == -2 else 1 if rank(n)[1] == -1 else 2, -(n.end - n.start), n.start)
    ):
        span = range(node.start, node.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(node)
    return sorted(kept, key=lambda n: n.start)
