"""Credits as the pages of films give them: lines with labels, under the film's title or under no title at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cinegraph.extract.credit_labels import labels
from cinegraph.extract.credit_lines import Credits, credits_of, facts_of
from cinegraph.extract.credit_rows import cast_of, presented_by
from cinegraph.extract.credit_stanzas import stanza_of
from cinegraph.extract.layout_words import is_line_of_company, like_a_person
from cinegraph.extract.line_fields import Line, Span, fields_of, lines_of
from cinegraph.extract.row_facts import Row, cased, countries_in, is_fact
from cinegraph.extract.rows import may_be_title
from cinegraph.extract.title_lines import HEAD_OF_REVIEW, REVIEW_OF_MARKED
from cinegraph.lexicon import Lexicon
from cinegraph.model import BlockKind, Document, EntityType

_READ = frozenset(BlockKind) - {BlockKind.METADATA, BlockKind.QUESTION, BlockKind.ANSWER}
_ABOVE, _LONGEST_TITLE = 5, 90
_DATED_TITLE = re.compile(
    r"(?P<title>[^\n]{1,90}?)[\"'*_]*,? ?(?:\((?:[^()]{2,80}, ?)?(?P<year>(?:18|19|20)\d\d)\)|\[(?P<other>(?:18|19|20)\d\d)\])(?P<rest>[^\n]*)"
)
_GLOSS = re.compile(r"\s*[(\[](?P<gloss>[^()\[\]]{2,90})[)\]]\s*$")
_REVIEW = re.compile(r"(?:\W{1,3}|\b)(?:(?:film|movie|blu-?ray|dvd) )?review$|^(?:(?:film|movie|blu-?ray|dvd) )?review ?[:–—-] ?", re.IGNORECASE)
_RATING = re.compile(r"\s*(?:[★☆✮✩½*]+|\d(?:[.,]\d)?/(?:4|5|10)|\d stars?)\s*$")
_SCORE = re.compile(r"\b(?:scores?|ratings?|grade|verdict)\b.*\d", re.IGNORECASE)
_STROKE = re.compile(r" [|/] ")
_SENTENCE = re.compile(r"[.!?]\W* \w|[,;:]$|(?<!\.\.)(?<![A-Z])\.$")
_VERB = re.compile(r"\b(?:is|was|are|were|has|had|have|will|who|which|said|says|tells|went)\b")


@dataclass(frozen=True, slots=True)
class CreditBlock:
    """The credits of one film.

    :ivar title: where its title stands; None where no line over the credits gives one
    :ivar headed: whether a line such as "Cast & Crew" stands over it
    :ivar read: the lines of which nothing else remains to be read
    """

    start: int
    end: int
    title: Span | None
    credits: Credits
    read: tuple[Span, ...]
    headed: bool = False

    @property
    def begin(self) -> int:
        """Where it begins, its title with it."""
        return self.start if self.title is None else min(self.title[0], self.start)

    @property
    def spans(self) -> Iterator[tuple[Span, str]]:
        """The names that it holds, each with its type."""
        if self.title is not None:
            yield self.title, "Film"
        yield from self.credits.names


def find_credit_blocks(document: Document, text: str, lexicon: Lexicon, taken: Sequence[Span] = ()) -> list[CreditBlock]:
    """The blocks of credits of a document, in text order.

    :param text: the document's text, normalised
    :param taken: what line-ups have read already
    """
    if labels().words.search(text) is None and "D:" not in text:
        return []
    lines = list(lines_of(document, text, _READ))
    found: list[CreditBlock] = []
    index = 0
    while index < len(lines):
        begin = index
        first, index = _at(lines, index, lexicon, taken)
        if first is None:
            continue
        run, credits, last = _lines_read(lines[begin:index], first), first, index - 1
        while index < len(lines) and not _left_out(lines[index], taken):
            here = index
            more, index = _at(lines, index, lexicon, taken)
            if more is None or _is_another(credits, more):
                index = here + 1
                more = None if more is not None else _between_credits(lines, here, credits, lexicon)
                if more is None:
                    index = here
                    break
            run += _lines_read(lines[here:index], more)
            credits.add(more)
            last = index - 1
        told = bool(credits.countries or credits.year or credits.minutes)
        above = _countries_beside_title(lines, begin, lexicon)
        if not credits.people or credits.labelled + told + bool(above) < 2:
            continue
        credits.countries = credits.countries or above
        title, headed = _title_above(lines, begin, credits, lexicon)
        read = tuple((line.start, line.end) for line in run)
        found.append(CreditBlock(run[0].start, lines[last].end, title, credits, read, headed))
    entries = _catalogue(lines, lexicon, [*taken, *(span for block in found for span in block.read)])
    return sorted([*found, *entries], key=lambda block: block.start)


def _at(lines: Sequence[Line], index: int, lexicon: Lexicon, taken: Sequence[Span]) -> tuple[Credits | None, int]:
    """The credits that begin at a line, and the index of the first line behind them."""
    if _left_out(lines[index], taken):
        return None, index + 1
    found = credits_of(lines[index], lexicon)
    stanza = stanza_of(lines, index, lexicon) if found is None else None
    return stanza if stanza is not None else (found, index + 1)


def _lines_read(lines: Sequence[Line], credits: Credits) -> list[Line]:
    """The lines of credits, the last as far as they go."""
    return [*lines[:-1], replace(lines[-1], end=credits.end)]


# What a film was made from or with whose help is told in a line of its own among its credits.
_SOURCE = re.compile(
    r"(?:(?:freely|loosely|partly) )?(?:inspired by|based (?:up)?on|adapted from|suggested by|with the (?:participation|support|help|backing|collaboration|assistance) of|in (?:association|co-?production|collaboration) with)\b[^\n]{3,140}",
    re.IGNORECASE,
)
# "by Ada Doe" under a title, as catalogues have it.
_BY = re.compile(r"by (?P<people>[^\n.;:]{4,120})", re.IGNORECASE)
_CAST_HEADING = re.compile(r"\W*(?:(?:full|main|principal) )?cast\W*", re.IGNORECASE)
_MADE_SIGNS = re.compile(r"\|.*\|")


def _catalogue(lines: Sequence[Line], lexicon: Lexicon, taken: Sequence[Span]) -> list[CreditBlock]:
    """The entries of a catalogue: a title, "by" its directors, and below where and when it was made; nothing where there is but one."""
    found: list[CreditBlock] = []
    for index, line in enumerate(lines[1:-1], 1):
        by = _BY.fullmatch(line.text)
        if by is None or _left_out(line, taken):
            continue
        begin = line.start + by.start("people")
        made = credits_of(replace(line, start=begin - 10, text="Director: " + by["people"]), lexicon)
        made = made if made is not None and all(start >= begin for _, (start, _) in made.people) else None
        span = _title(lines[index - 1], _DATED_TITLE.match(lines[index - 1].text), lexicon)
        if made is None or not made.people or span is None:
            continue
        facts = None
        for below in lines[index + 1 : index + 3]:
            facts = _made_of(below, lexicon)
            if below.gap or facts is not None:
                break
        if facts is None:
            continue
        facts.people = made.people
        facts.companies = _companies(lines[index + 1], lexicon) if _made_of(lines[index + 1], lexicon) is None else []
        found.append(CreditBlock(line.start, facts.end, span, facts, ((line.start, facts.end),)))
    return found if len(found) > 1 else []


def _between_credits(lines: Sequence[Line], index: int, above: Credits, lexicon: Lexicon) -> Credits | None:
    """What a line without labels says right under credits: facts, a source, who plays whom, which companies present the film, or one name more."""
    line = lines[index]
    if above.people and not line.gap and like_a_person(line.text, lexicon) > 1 and _goes_on(lines, index, lexicon):
        span, last = (line.start, line.end), above.people[-1][1]
        same = [(relation, span) for relation, named in above.people if named == last]
        return Credits(line.start, line.end, people=same)
    if (cast := cast_of(line, lexicon)) is not None:
        return cast
    if _CAST_HEADING.fullmatch(line.text) and index + 1 < len(lines) and cast_of(lines[index + 1], lexicon) is not None:
        return Credits(line.start, line.end)
    if (presented := presented_by(line, lexicon)) is not None:
        return presented
    if line.gap:
        return None
    return Credits(line.start, line.end) if _SOURCE.fullmatch(line.text) else facts_of(line, lexicon)


def _goes_on(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Whether credits with a label stand right under a line."""
    further = lines[index + 1] if index + 1 < len(lines) else None
    return further is not None and not further.gap and credits_of(further, lexicon) is not None


def _made_of(line: Line, lexicon: Lexicon) -> Credits | None:
    """What a line between strokes says of where and when a film was made ("| 56' | France | 2009 |")."""
    if _MADE_SIGNS.search(line.text) is None:
        return None
    found, row = Credits(line.start, line.end), Row((line.start, line.start), marked=False)
    for part in fields_of(line, 0):
        is_fact(part, row, lexicon)
    found.countries, found.year, found.minutes = row.countries, row.year, row.minutes
    return found if found.countries and found.year else None


def _companies(line: Line, lexicon: Lexicon) -> list[tuple[str, Span]]:
    """The companies that a line of a catalogue names, where each of them is called one."""
    text = f"Production company: {line.text}"
    found = credits_of(Line(line.start - 20, line.end, text, True, line.kind), lexicon)
    return found.companies if found is not None and not found.people else []


def _left_out(line: Line, taken: Sequence[Span]) -> bool:
    """Whether a line is a table's or has been read already."""
    row = line.kind is BlockKind.TABLE_ROW and not _is_labelled_pair(line)
    return row or any(start < line.end and line.start < end for start, end in taken)


def _is_labelled_pair(line: Line) -> bool:
    """Whether a row of a table has two cells, of which the first is the label of a credit."""
    return line.text.count("\t") < 2 and "|" not in line.text and labels().field.match(line.text) is not None


def _is_another(credits: Credits, more: Credits) -> bool:
    """Whether a line begins the credits of another film: it says again who directs."""
    return all(any(relation == "director" for relation, _ in part.people) for part in (credits, more))


def _title_above(lines: Sequence[Line], index: int, credits: Credits, lexicon: Lexicon) -> tuple[Span | None, bool]:
    """Where the title over credits stands, and whether a heading of credits stands over them."""
    headed = False
    for above in range(index - 1, max(-1, index - 1 - _ABOVE), -1):
        line = lines[above]
        if _SOURCE.fullmatch(line.text):
            continue
        if len(line.text) <= _LONGEST_TITLE and labels().no_title.fullmatch(line.text.strip(" :*_#")):
            headed = True
            continue
        facts = facts_of(line, lexicon)
        if facts is not None:
            credits.countries, credits.year = credits.countries or facts.countries, credits.year or facts.year
            credits.minutes = credits.minutes or facts.minutes
            continue
        dated = _DATED_TITLE.match(line.text)
        span = None if _is_of_companies(lines, above) else _title(line, dated, lexicon)
        if span is None or (headed and dated is None and line.kind is not BlockKind.HEADING):
            return None, headed
        if dated is not None:
            credits.year = credits.year or dated["year"] or dated["other"]
        return span, headed
    return None, headed


def _is_of_companies(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is one of those that name the companies of a film ("Producers:", "Hill Films (Norway)")."""
    above = "".join(f"{line.text}\n" for line in lines[max(0, index - _ABOVE) : index])
    whole = above + lines[index].text
    return is_line_of_company(whole, len(above), len(whole))


def _countries_beside_title(lines: Sequence[Line], index: int, lexicon: Lexicon) -> list[tuple[Span, str]]:
    """The countries that the line right above credits has in parentheses behind a title ("Night Bus (Norway/Denmark)")."""
    if index == 0 or lines[index].gap:
        return []
    line = lines[index - 1]
    gloss = _GLOSS.search(line.text)
    return countries_in(line.start + gloss.start("gloss"), gloss["gloss"], lexicon) if gloss and gloss.start() else []


def _title(line: Line, dated: re.Match[str] | None, lexicon: Lexicon) -> Span | None:
    if (reviewed := REVIEW_OF_MARKED.match(line.text)) is not None:
        return line.start + reviewed.start("title"), line.start + reviewed.end("title")
    headline = HEAD_OF_REVIEW.match(line.text)
    if headline is not None and headline["title"] and ":" in line.text[headline.end() :][:2]:
        return line.start + headline.start("title"), line.start + headline.end("title")
    title = dated["title"] if dated else line.text
    if dated is None and (gloss := _GLOSS.search(title)):
        title = title[: gloss.start()]
    title = _STROKE.split(_RATING.sub("", title))[0]
    title = _REVIEW.sub("", title.strip(" *_\"'#")).strip(" *_\"'#:–—-")
    if not title or _SCORE.search(title) or len(title) > _LONGEST_TITLE or _SENTENCE.search(title) or not may_be_title(title):
        return None
    if (_VERB.search(title) and not title.istitle() and not title.isupper()) or credits_like(title):
        return None
    if dated is None and _is_company(title, lexicon):
        return None
    if dated is None and like_a_person(cased(title), lexicon) > 1 and line.kind is not BlockKind.HEADING:
        return None
    start = line.start + line.text.index(title)
    return start, start + len(title)


def _is_company(title: str, lexicon: Lexicon) -> bool:
    """Whether a line is the name of a company, as the label of a disc or a distributor stands over credits."""
    entries = lexicon.lookup(title) or lexicon.lookup(f"The {title}")
    return any(entry.type is EntityType.ORGANIZATION for entry in entries)


def credits_like(title: str) -> bool:
    """Whether a line begins as a label does ("Director: …")."""
    match = labels().field.match(title)
    return match is not None
