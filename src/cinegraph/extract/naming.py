"""Turns candidates and gazetteer matches into typed nodes, the same type for the same name all over an article."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from cinegraph.extract.acronyms import with_acronyms
from cinegraph.extract.bearers import Bearers, whom_it_opens_with
from cinegraph.extract.bracketed_credits import find_bracketed_credits
from cinegraph.extract.candidates import Candidate
from cinegraph.extract.cast_lists import find_cast_lists
from cinegraph.extract.classify import decide
from cinegraph.extract.credit_blocks import CreditBlock, find_credit_blocks
from cinegraph.extract.credit_lines import Credits
from cinegraph.extract.cues import Cues
from cinegraph.extract.film_parentheses import Parenthesised, film_parentheses, spans_taken
from cinegraph.extract.filmography_credits import filmography_credits
from cinegraph.extract.filmography_lines import FilmographyLine, find_filmographies
from cinegraph.extract.filmography_parts import FilmographyRow
from cinegraph.extract.filmography_rows import find_filmography_rows
from cinegraph.extract.filmography_stanzas import find_filmography_stanzas
from cinegraph.extract.fronted import parted_front
from cinegraph.extract.gathering import find_candidates
from cinegraph.extract.gazetteer_names import LETTER_OF_TYPE, gazetteer_matches, gazetteer_nodes, seen
from cinegraph.extract.headings_of_films import headings_of_films
from cinegraph.extract.heads_of_talks import HeadOfTalk, head_of_talk, heads_of_talks
from cinegraph.extract.info_boxes import InfoBox, find_info_boxes
from cinegraph.extract.layout_names import LayoutName, layout_names
from cinegraph.extract.nations import are_nations
from cinegraph.extract.nodes import Node
from cinegraph.extract.overlaps import Overlaps
from cinegraph.extract.people import People
from cinegraph.extract.prize_lines import find_prizes
from cinegraph.extract.prize_tables import TabledPrize, find_prize_tables
from cinegraph.extract.prize_values import PrizeLine
from cinegraph.extract.pruning import is_language, is_of_gazetteer, pruned
from cinegraph.extract.records import Record, find_records
from cinegraph.extract.registry import Registry
from cinegraph.extract.text import fold, occurrences
from cinegraph.extract.titled_laurels import find_titled_laurels
from cinegraph.extract.votes import mark_places_as_titles, vote, vote_for_titles_asked_about
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.model import Document, EntityType

# Adjectives of regions name no country and no title.
_REGIONAL = frozenset(words("regional"))
# What stands before "I." and "Q&A" is nobody.
_NO_NAMES = frozenset({"I.", "Laughs", "Laughs.", "Sighs", "Sighs.", "Q", "3D", "Hollywood", "Bollywood", "Nollywood", "Film Briefs", "Briefs"})
_DIRECTIONS = {"West", "East", "North", "South"}
_TITLES = {"Film": EntityType.FILM, "Series": EntityType.SERIES, "Work": EntityType.WORK}


@dataclass
class Naming:
    """The named nodes of an article in text order, and the people behind them."""

    nodes: list[Node]
    people: People
    types: dict[str, str] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    prizes: list[PrizeLine] = field(default_factory=list)
    filmographies: list[FilmographyLine] = field(default_factory=list)
    filmography_rows: list[FilmographyRow] = field(default_factory=list)
    credits: list[CreditBlock] = field(default_factory=list)
    bracketed: list[Credits] = field(default_factory=list)
    talk: HeadOfTalk | None = None
    parentheses: list[Parenthesised] = field(default_factory=list)
    tabled_prizes: list[TabledPrize] = field(default_factory=list)
    boxes: list[InfoBox] = field(default_factory=list)
    laurels: list[tuple[int, int]] = field(default_factory=list)
    talks: list[HeadOfTalk] = field(default_factory=list)

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
    matches = gazetteer_matches(document, text, lexicon, cues)
    fixed = [m for m in matches if not m.contextual]
    shown = {id_ for match in matches for id_ in match.ids}
    boxes = find_info_boxes(document, text, lexicon)
    boxed = [block for box in boxes if (block := box.block()) is not None]
    tabled = find_prize_tables(document, text, lexicon)
    titled = find_titled_laurels(document, text, lexicon)
    laurels = [line for _, line in titled]
    listed = find_prizes(document, text, lexicon, laurels)
    honoured = [(line.start, line.end) for line in listed if any(winner.people or winner.producers for winner in line.winners)]
    shorter = {film[0]: film[1] for line in listed for winner in line.winners for film in winner.films}
    records = [
        record
        for record in find_records(document, text, lexicon)
        if not any(start < record.end and record.start < end for start, end in honoured)
        and not any(type_ == "Film" and shorter.get(start, end) < end for (start, end), type_ in record.spans)
    ]
    # "As editor", and below it "Night Bus (2014, dir. Ada Doe)", or a table of somebody's films: no line-up.
    own = [row for row in find_filmography_rows(document, text, lexicon) if row.under_craft or row.table >= 0] if records else []
    elsewhere = [*((row.start, row.end) for row in own), *((box.start, box.end) for box in boxes)]
    records = [record for record in records if not any(start < record.end and record.start < end for start, end in elsewhere)]
    taken = [span for record in records for span in record.read]
    taken += [(line.start, line.end) for line in listed if line.above is not None]
    taken += [(box.start, box.end) for box in boxes]
    credited = sorted([*boxed, *find_credit_blocks(document, text, lexicon, taken)], key=lambda block: block.start)
    credited += find_cast_lists(document, text, lexicon, credited)
    prizes = find_prizes(document, text, lexicon, [*laurels, *(span for block in credited for span in block.read)]) if credited else listed
    read = [*(s for r in records for s in r.read), *((p.start, p.end) for p in prizes), *(s for c in credited for s in c.read)]
    filmographies = find_filmographies(document, text, read)
    stanzas = find_filmography_stanzas(document, text, lexicon, read)
    read += [(row.start, row.end) for row in stanzas]
    rows = stanzas + find_filmography_rows(document, text, lexicon, [*read, *((line.start, line.end) for line in filmographies)])
    rows += filmography_credits(document, text, credited, [row.title for row in rows])
    talks = heads_of_talks(document, text)
    talk = head_of_talk(document, text) if not talks else None
    beside = spans_taken(records, prizes, credited, filmographies)
    parentheses = list(film_parentheses(document, text, lexicon, beside))
    parentheses += headings_of_films(document, text, lexicon, [*beside, *((each.start, each.end) for each in parentheses)])
    layout = layout_names(document, text, lexicon, records, prizes, credited, filmographies, rows, talk, parentheses, tabled, boxes)
    bracketed = find_bracketed_credits(text, lexicon, [*taken, *(span for block in credited for span in block.read)])
    layout += [LayoutName(*title, "Film") for title, _ in titled]
    layout += [LayoutName(*span, type_) for head in talks for type_, spans in (("Person", head.people), ("Film", head.films)) for span in spans]
    layout = sorted([*layout, *(LayoutName(*span, type_) for credits in bracketed for span, type_ in credits.names)])
    candidates = find_candidates(document, text, fixed, cues, lexicon, layout)
    candidates = [c for c in candidates if c.given or not any(b.start <= c.start < b.end for b in bracketed)]
    candidates = [piece for candidate in candidates for piece in parted_front(candidate, text, lexicon, cues)]
    candidates = pruned(candidates, document, text, lexicon, cues)
    mark_places_as_titles(candidates, text, lexicon)
    candidates = [c for c in candidates if c.text not in _NO_NAMES and not is_of_gazetteer(c, text, lexicon, shown)]
    vote(candidates, text, cues, lexicon)
    vote_for_titles_asked_about(candidates, document)
    for candidate in candidates:
        if "Film" in candidate.votes and is_language(candidate, lexicon):
            candidate.votes.pop("Film")
    types = decide(candidates, text, cues, lexicon)
    _let_surnames_be_people(candidates, types)
    people = People(registry, lexicon)
    _gather_people(candidates, types, people)
    _share_surnames(candidates, text, people, lexicon)
    bearers = Bearers(whom_it_opens_with(document, text, candidates, people))
    nodes = _nodes(candidates, types, people, registry, lexicon, bearers)
    nodes += gazetteer_nodes(document, text, matches, registry, lexicon)
    nodes = with_acronyms(_settle(nodes), document, text, registry)
    nodes = _said_again(nodes, document, text)
    return Naming(nodes, people, types, records, prizes, filmographies, rows, credited, bracketed, talk, parentheses, tabled, boxes, laurels, talks)


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


def _let_surnames_be_people(candidates: list[Candidate], types: dict[str, str]) -> None:
    """ "The company Doe set up", where the article names Ada Doe: she did, and it is no company called so."""
    surnames = {
        fold(c.text.rsplit(" ", 1)[1]) for c in candidates if " " in c.text and types.get(c.key) == "Person"
    }
    for candidate in candidates:
        if types.get(candidate.key) == "Organization" and fold(candidate.text) in surnames:
            types[candidate.key] = "Person"


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
    candidates: list[Candidate], types: dict[str, str], people: People, registry: Registry, lexicon: Lexicon, bearers: Bearers
) -> list[Node]:
    nodes = []
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
        return seen(registry, Node("P", start, end, name, (people.by_key[key],)))
    if not candidate.marked and name in lexicon.countries:
        return seen(registry, Node("L", start, end, name, (registry.place(name),), note="country"))
    if not candidate.marked and name in _REGIONAL:
        return None
    if not candidate.marked and (_is_demonym(name, lexicon) or are_nations(name, lexicon)):
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
        return seen(registry, Node("W" if type_ == "Work" else "F", start, end, name, (id_,)))
    if (
        not candidate.marked
        and type_ in ("", "Person", "Film", "Series", "Other", "Place", "Character")
        and (ids := people.candidates(name))
    ):
        id_ = bearers.meant(ids, candidate)
        return seen(registry, Node("P", start, end, name, (id_,)))
    if type_ == "Person" and not candidate.marked:
        return seen(registry, Node("P", start, end, name, (people.single(name),)))
    if type_ != "Organization" and (place := lexicon.place(name)) is not None and not candidate.marked:
        return seen(registry, Node("L", start, end, name, (registry.place(name),), note=place.kind))
    if type_ in ("Organization", "Festival", "Publication", "Place") and not (type_ == "Place" and candidate.marked):
        if type_ == "Place":
            return seen(registry, Node("L", start, end, name, (registry.place(name),)))
        kind = EntityType(type_)
        known = [entry for entry in lexicon.lookup(name) if entry.type is kind] if candidate.given == "Organization" else []
        if len(known) == 1:
            return seen(registry, Node("O", start, end, name, (registry.entry(known[0]),)))
        return seen(registry, Node(LETTER_OF_TYPE[kind], start, end, name, (registry.named(kind, name),)))
    if type_ == "Character":
        return Node("C", start, end, name)
    if not candidate.marked and (inner := _known_inside(candidate, types, people, registry)) is not None:
        return seen(registry, inner)
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
