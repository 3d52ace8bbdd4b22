"""Gathering the candidate names of an article: those its signs, lines, layout and capitals give, never overlapping."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cinegraph.extract.candidates import SOCIETIES, Candidate
from cinegraph.extract.capitalised_runs import SPACED_HYPHEN, Taken
from cinegraph.extract.class_years import year_of_a_class
from cinegraph.extract.cues import Cues
from cinegraph.extract.glosses import glosses
from cinegraph.extract.joined_runs import JoinedRuns
from cinegraph.extract.layout_names import LayoutName
from cinegraph.extract.name_shapes import is_counted
from cinegraph.extract.nations import only_nations
from cinegraph.extract.overlaps import Overlaps
from cinegraph.extract.page_words import cells_of, is_of_the_page
from cinegraph.extract.prized_titles import prized_titles
from cinegraph.extract.set_off_titles import (
    FOREIGN_TITLE,
    FOREIGN_WORDS,
    has_foreign_word,
    marked_titles,
    sets_titles_off,
    titles_in_capitals,
)
from cinegraph.extract.text import UPPER, fold, letters_in, occurrences, tokenise
from cinegraph.extract.title_lines import film_subject, item_title, parted, review_title, title_line
from cinegraph.extract.titles import Titles
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon, Match
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.model import BlockKind, Document


def find_candidates(
    document: Document, text: str, fixed: list[Match], cues: Cues, lexicon: Lexicon, layout: Sequence[LayoutName] = ()
) -> list[Candidate]:
    """Candidate names of an article, in text order, never overlapping.

    :param text: the normalised text
    :param fixed: gazetteer matches that stand as they are; capitalised runs stop at them
    :param layout: the names that the article's lists and tables give by their layout
    """
    vocabulary = letters_in(text)
    lower = frozenset(word for word in vocabulary if word[0].islower())
    inside = frozenset(_INSIDE.findall(text))
    blocked = Taken(fixed)
    found: list[Candidate] = []
    spaced_hyphens = " - " in text and SPACED_HYPHEN.search(text) is not None
    titles = None if sets_titles_off(text) else Titles(text, blocked.taken, cues, lexicon)
    foreign = not vocabulary.isdisjoint(FOREIGN_WORDS)
    for index, sentence in enumerate(document.sentences):
        block = document.blocks[sentence.block]
        heading, byline = block.kind is BlockKind.HEADING, block.kind is BlockKind.BYLINE
        begin, stop = sentence.start, sentence.end
        marked = [] if byline else list(marked_titles(text, begin, stop, index))
        if marked or "(" in text[begin:stop]:
            nicknamed = list(_nicknamed(text, begin, stop, index, lexicon))
            marked = [c for c in marked if not any(n.start < c.start < n.end for n in nicknamed)] + nicknamed
        marked += [
            Candidate(m.start(), end, text[m.start() : end], index, "foreign", False, heading, False, False, m.start(), end)
            for m in (
                FOREIGN_TITLE.finditer(text, begin, stop) if foreign and not byline and has_foreign_word(text, begin, stop) else ()
            )
            for end in (m.end() - _english_at_the_end(m.group()),)
            if not _is_common(m.group().split()[0].lower(), cues)
            and not _is_surname(text, begin, m.start(), cues)
            and not any(c.outer_start < end and m.start() < c.outer_end for c in marked)
        ]
        marked += [
            c
            for c in titles_in_capitals(text, begin, stop, index, marked)
            if not any(m.start <= c.start < m.end for m in fixed)
            and not (c.start == block.start and (_FILED.match(text, c.end) or _is_where_filed(c.text, lexicon)))
        ]
        marked += [
            Candidate(start, end, text[start:end], index, "plain", False, False, False, False, start, end, given="Film")
            for start, end in glosses(text, begin, stop, cues, lexicon)
            if not any(c.outer_start < end and start < c.outer_end for c in marked)
        ]
        marked += [
            Candidate(start, end, text[start:end], index, "plain", False, False, False, False, start, end, given="Film")
            for start, end in prized_titles(text, begin, stop, cues, lexicon)
            if not any(c.outer_start < end and start < c.outer_end for c in marked)
        ]
        prefix = film_subject(text, begin, stop, index, cues, marked)
        if titles is not None and not heading:
            taken = [(c.outer_start, c.outer_end) for c in [*marked, prefix] if c is not None]
            marked += [
                Candidate(start, end, text[start:end], index, "plain", False, False, False, False, *_with_stars(text, start, end))
                for start, end in titles.of(begin, stop)
                if not any(a < end and start < b for a, b in taken) and not is_counted(text[start:end], cues)
            ]
        spans = [(c.outer_start, c.outer_end) for c in marked] + ([(prefix.start, prefix.end)] if prefix else [])
        tokens = tokenise(text, begin, stop, vocabulary)
        if spans:
            within = {offset for a, b in spans for offset in range(a, b)}
            tokens = [t for t in tokens if t.start not in within]
        runs = JoinedRuns(text, tokens, blocked, cues, lexicon, lower, inside, spans, spaced_hyphens)
        for first, last in runs.spans():
            first_token, last_token = tokens[first], tokens[last]
            found.append(
                Candidate(first_token.start, last_token.end, text[first_token.start : last_token.end], index, "",
                          first_token.start == begin, heading, False, False, *_with_stars(text, first_token.start, last_token.end))
            )  # fmt: skip
        found += marked
        if prefix:
            found.append(prefix)
        title = None if byline else (
            title_line(document, text, index, cues, lexicon)
            or item_title(document, text, index, lexicon, cues)
            or review_title(document, text, index, lexicon, cues)
        )
        if title is not None and not (title.start == block.start and _FILED.match(text, title.outer_end)):
            found = [
                c
                for c in found
                if c.sentence != index or c.outer_start >= title.outer_end or c.outer_end <= title.outer_start
            ]
            found += parted(title)
    found = [
        only_nations(_with_number(_without_letters(c), text), lexicon)
        for c in found
        if not (
            _COMPOUND.match(text, c.outer_end)
            or _is_office(c, text)
            or _are_letters(c, text)
            or (c.marked in ("", "plain", "caps") and is_of_the_page(text, c.start, c.end))
            or _is_nation_of_trade(c, text, lexicon)
            or _is_word_before_a_trade(c, found, text, lexicon)
            or (text.endswith(" (", 0, c.start) and year_of_a_class(text, c.start - 2))
        )
    ]
    if "\t" in document.text:
        found = [cell for c in found for cell in cells_of(c, document.text)]
    found = _everywhere(_with_layout(found, document, text, layout), document, text)
    return sorted(found, key=lambda c: (c.start, -c.end))


# "BIG HARBOUR, UT (May 3, 2031) – …": where and when an article was filed.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_AGENCY = r"(?:(?!(?:US|USA|UK|UAE|USSR|GDR|DDR)\b)[A-Z]{2,6}(?: [A-Z]\w+)?|Reuters|Xinhua|Yonhap|Agence France-Presse|Bloomberg|dpa|Kyodo|Anadolu|Interfax|Variety|The [A-Z]\w+(?: [A-Z]\w+){0,2}|[A-Z]\w+ (?:News|Press|Wire|Agency|Times|Post))"
_FILED = re.compile(
    rf"(?:, [A-Z][\w. ]{{1,30}}?)? (?:\({_AGENCY}\)|/{_AGENCY}/) ?[–—-]{{1,2}} |(?:, [A-Z][\w. ]{{1,30}}?)?,? ?\(?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?\)?(?: \([^()\n]{{2,40}}\))? ?[–—-]{{1,2}} ",
    re.IGNORECASE,
)


def _is_where_filed(words: str, lexicon: Lexicon) -> bool:
    """Whether capitals at the head of a paragraph are where the article was filed and its first letter ("OSLO: A total of …")."""
    place, colon, after = words.partition(": ")
    return bool(colon) and len(after) == 1 and lexicon.place(place.title()) is not None


_INSIDE = re.compile(rf"[{UPPER}](?<=[a-z,] [{UPPER}])[\w'-]+")
_COMPOUND = re.compile(r"-(?:winning|nominated|winner|shortlisted)\b")
_OFFICES = frozenset(words("offices"))
_NEXT_WORD = re.compile(r" ([a-z]+)\b")
_OFFICER = re.compile(r" (?:[Dd]irector|[Pp]rogrammer|[Cc]urator|[Dd]elegate|[Mm]anager|[Ss]ecretary)s?\b")


def _is_office(candidate: Candidate, text: str) -> bool:
    """Whether a candidate only begins an office or a prize with capitals ("Artistic Director Ada Doe", "Best Director of Photography")."""
    return not candidate.marked and candidate.text in _OFFICES and _OFFICER.match(text, candidate.end) is not None


def _are_letters(candidate: Candidate, text: str) -> bool:
    """Whether a candidate is what members of a society put after their names ("Ada Doe, ASC")."""
    return candidate.text in SOCIETIES and text.endswith(", ", 0, candidate.start)


def _is_nation_of_trade(candidate: Candidate, text: str, lexicon: Lexicon) -> bool:
    """Whether a candidate is an article and a nation before a trade ("The French director Ada Doe")."""
    article, _, nation = candidate.text.partition(" ")
    if candidate.marked not in ("", "plain") or article not in ("The", "A", "An") or not (nation in lexicon.demonyms or nation in lexicon.words.ethnicities):
        return False
    following = _NEXT_WORD.match(text, candidate.end)
    return following is not None and following[1] in lexicon.occupations


_NUMBER = re.compile(r"(?<= N[or])\. ?\d{1,4}\b|(?<= Vol)\. ?\d{1,3}\b")


def _is_word_before_a_trade(candidate: Candidate, found: Sequence[Candidate], text: str, lexicon: Lexicon) -> bool:
    """Whether a candidate is a plain word with which a sentence begins ("Conceptual director Ada Doe"), and stands nowhere else."""
    if not candidate.initial or candidate.marked or " " in candidate.text or candidate.text.lower() not in vocabulary():
        return False
    following = _NEXT_WORD.match(text, candidate.end)
    if following is None or following[1].removesuffix("s") not in lexicon.occupations:
        return False
    return not any(c.text == candidate.text and not c.initial for c in found) and not lexicon.lookup(candidate.text)


def _with_number(candidate: Candidate, text: str) -> Candidate:
    """ "Station No. 6" with its number."""
    number = _NUMBER.match(text, candidate.end) if candidate.marked in ("", "plain") else None
    if number is None:
        return candidate
    return replace(candidate, end=number.end(), outer_end=number.end(), text=text[candidate.start : number.end()])


def _without_letters(candidate: Candidate) -> Candidate:
    """ "Ada Doe ASC" is Ada Doe."""
    name, _, last = candidate.text.rpartition(" ")
    if last not in SOCIETIES or candidate.marked or name.count(" ") not in (1, 2) or name.isupper():
        return candidate
    end = candidate.start + len(name)
    return replace(candidate, end=end, outer_end=end, text=name)


# Zoe "Bibi" Vale, Ruth (Rudi) Vale
_NICKNAMED = re.compile(
    rf"(?<![\w'])(?P<first>[{UPPER}][a-zß-ÿ][\w-]*)(?: [{UPPER}]\.)? (?:\"[{UPPER}][^\"\n]{{1,20}}\"|\([{UPPER}][a-zß-ÿ]+\)) (?:(?:van|von|de|di|da|del|der|den|la|le|al|el|bin) )*[{UPPER}](?:[\w-]|'(?!s\b))*[a-zß-ÿ](?!\w)(?!'(?!s\b))"
)


def _nicknamed(text: str, begin: int, stop: int, index: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """The people whose name has another one in its middle, by which they are called."""
    for match in _NICKNAMED.finditer(text, begin, stop):
        known = lexicon.first_names.get(fold(match["first"]))
        if known and ('"' in match.group() or lexicon.place(match["first"]) is None):
            start, end = match.span()
            yield Candidate(start, end, match.group(), index, "", start == begin, False, False, False, start, end, given="Person")


def _english_at_the_end(title: str) -> int:
    """How many characters at the end of a title in another language are English words that go on with the sentence."""
    words = title.split()
    kept = len(words)
    while kept > 3 and words[kept - 1].islower() and words[kept - 1].isascii() and words[kept - 1] in vocabulary():
        kept -= 1
    return len(title) - len(" ".join(words[:kept]))


def _with_stars(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the asterisks of bold type about it, which films and people have alike."""
    if text.startswith("**", end) and text.startswith("**", max(0, start - 2)):
        return max(0, start - 2), end + 2
    return start, end


def _is_common(word: str, cues: Cues) -> bool:
    return word in cues.common or word in cues.organization_words or word in cues.festival_words


_WORD_BEFORE = re.compile(rf"([{UPPER}][\w'-]+) $")


def _is_surname(text: str, begin: int, start: int, cues: Cues) -> bool:
    """Whether an article of another language ends a name ("Ritwik Das made Ghar")."""
    before = _WORD_BEFORE.search(text, max(begin, start - 24), start)
    return before is not None and not _is_common(before.group(1).lower(), cues)


def _everywhere(found: list[Candidate], document: Document, text: str) -> list[Candidate]:
    """A title that is set off once is the same title where it stands plain, whatever words and commas it has."""
    titles = {c.text for c in found if (c.marked or c.title_line) and " " in c.text and not c.text.isupper()}
    if not titles:
        return found
    taken = Overlaps((c.outer_start, c.outer_end, c) for c in found if c.marked or c.title_line)
    starts = [s.start for s in document.sentences]
    more: list[Candidate] = []
    for start, end in occurrences(titles, text):
        index = bisect_right(starts, start) - 1
        if index < 0 or end > document.sentences[index].end or taken.of(start, end):
            continue
        heading = document.blocks[document.sentences[index].block].kind is BlockKind.HEADING
        more.append(Candidate(start, end, text[start:end], index, "", False, heading, False, False, start, end))
    known = Overlaps((c.start, c.end, c) for c in more)
    return [c for c in found if c.marked or c.title_line or not known.of(c.start, c.end)] + more


def _with_layout(found: list[Candidate], document: Document, text: str, names: Sequence[LayoutName]) -> list[Candidate]:
    """The candidates, with the names that the layout gives in the place of whatever overlaps them."""
    if not names:
        return found
    taken = {offset for name in names for offset in range(name.start, name.end)}
    kept = [c for c in found if taken.isdisjoint(range(c.start, c.end))]
    index = 0
    for name in names:
        while index + 1 < len(document.sentences) and document.sentences[index].end <= name.start:
            index += 1
        mark = ("plain" if name.plain else "caps") if name.type == "Film" else ""
        kept.append(
            Candidate(name.start, name.end, text[name.start : name.end], index, mark, False, False, False, name.type == "Film",
                      name.start, name.end, given=name.type)
        )  # fmt: skip
    return _said_again(kept, {text[n.start : n.end] for n in names if n.type == "Film"}, document, text)


def _said_again(found: list[Candidate], titles: set[str], document: Document, text: str) -> list[Candidate]:
    """The candidates, with the titles of several words that a list gave wherever else the article has them."""
    long = sorted((t for t in titles if " " in t and t != t.lower()), key=lambda t: (-len(t), t))
    if not long:
        return found
    known = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, long)) + r")(?!\w)")
    again = []
    standing = Overlaps((c.start, c.end, c) for c in found)
    gone: set[int] = set()
    for index, sentence in enumerate(document.sentences):
        for match in known.finditer(text, sentence.start, sentence.end):
            over = standing.of(*match.span())
            if not any(c.marked for c in over):
                again.append(
                    Candidate(
                        match.start(),
                        match.end(),
                        match.group(),
                        index,
                        "caps",
                        False,
                        False,
                        False,
                        True,
                        match.start(),
                        match.end(),
                        given="Film",
                    )
                )
                gone.update(map(id, over))
    return [c for c in found if id(c) not in gone] + again
