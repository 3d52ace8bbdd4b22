"""The titles that stand over credits: their line, what stands beside them there, and what lines between are passed over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.credit_labels import labels
from cinegraph.extract.credit_lines import Credits, credits_of, facts_of
from cinegraph.extract.credit_stanzas import is_label
from cinegraph.extract.filmography_parts import SEASON
from cinegraph.extract.layout_words import is_line_of_company, like_a_person
from cinegraph.extract.line_fields import Line, Span
from cinegraph.extract.row_facts import cased, countries_in, is_of_remarks
from cinegraph.extract.rows import may_be_title
from cinegraph.extract.title_lines import HEAD_OF_REVIEW, REVIEW_OF_MARKED
from cinegraph.extract.word_lists import alternatives
from cinegraph.lexicon import Lexicon
from cinegraph.model import BlockKind, EntityType

_ABOVE, _MOST_ABOVE, _LONGEST_TITLE = 5, 12, 90
DATED_TITLE = re.compile(
    r"(?P<title>[^\n]{1,90}?)[\"'*_]*,? ?(?:\((?:[^()]{2,80}, ?)?(?P<year>(?:18|19|20)\d\d)(?:, ?[^()]{2,60})?\)|\[(?P<other>(?:18|19|20)\d\d)\])(?P<rest>[^\n]*)"
)
_GLOSS = re.compile(r"\s*[(\[](?P<gloss>[^()\[\]]{2,90})[)\]]\s*$")
_REVIEW = re.compile(r"(?:\W{1,3}|\b)(?:(?:film|movie|blu-?ray|dvd) )?review$|^(?:(?:film|movie|blu-?ray|dvd) )?review ?[:–—-] ?", re.IGNORECASE)
_RATING = re.compile(r"\s*(?:[★☆✮✩½*]+|\d(?:[.,]\d)?/(?:4|5|10)|\d stars?)\s*$")
_SCORE = re.compile(r"\b(?:scores?|ratings?|grade|verdict)\b.*\d", re.IGNORECASE)
_STROKE = re.compile(r" [|/] ")
# "Night Bus – premiered at Oslo"
_SHOWN = re.compile(r" [–—-] (?:(?:world )?premier\w+|reviewed|screen\w+|review|shown|seen|opening|out|released?) .*$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?]\W* \w|[,;:]$|(?<!\.\.)(?<![A-Z])\.$")
# "Ada Doe (1980) was born in Oslo."
_LIFE = re.compile(rf",? (?:(?:who )?(?:was |is )?(?:born|raised|studied|graduated|lives?|works?|grew up|trained|read|attended)\b|(?:is|was) an? (?:[\w-]+ ){{0,4}}(?:{alternatives('directing')}|(?:screen)?writer|actor|actress|producer)\b)")
_VERB = re.compile(r"\b(?:is|was|are|were|has|had|have|will|who|which|said|says|tells|went)\b")
# What a film was made from or with whose help is told in a line of its own among its credits.
SOURCE = re.compile(
    r"(?:(?:freely|loosely|partly) )?(?:inspired by|based (?:up)?on|adapted from|suggested by|with the (?:participation|support|help|backing|collaboration|assistance) of|in (?:association|co-?production|collaboration) with)\b[^\n]{3,140}",
    re.IGNORECASE,
)


def title_above(lines: Sequence[Line], index: int, credits: Credits, lexicon: Lexicon) -> tuple[Span | None, bool]:
    """Where the title over credits stands, and whether a heading of credits stands over them."""
    headed, left = False, _ABOVE
    for above in range(index - 1, max(-1, index - 1 - _MOST_ABOVE), -1):
        line = lines[above]
        left -= labels().no_title.fullmatch(line.text.strip(" :*_#")) is None
        if left < 0:
            break
        if SOURCE.fullmatch(line.text) or _says_same(lines, above, credits, lexicon):
            continue
        if len(line.text) <= _LONGEST_TITLE and labels().beside.fullmatch(line.text.strip(" :*_#")):
            continue
        said = _SHOWN.sub("", line.text).strip(" :*_#")
        if len(line.text) <= _LONGEST_TITLE and labels().no_title.fullmatch(said):
            headed = True
            continue
        if is_of_remarks(line.text):
            continue
        facts = facts_of(line, lexicon)
        if facts is not None:
            credits.countries, credits.year = credits.countries or facts.countries, credits.year or facts.year
            credits.minutes = credits.minutes or facts.minutes
            continue
        dated = DATED_TITLE.match(line.text)
        span = None if _is_of_companies(lines, above) or _is_of_life(dated, lines, credits) else title_of(line, dated, lexicon)
        if span is None or (headed and dated is None and line.kind is not BlockKind.HEADING):
            return None, headed
        if dated is not None:
            credits.year = credits.year or dated["year"] or dated["other"]
        elif span is not None and (upper := _translated(lines, above, span, lexicon)) is not None:
            span = upper
        return span, headed
    return None, headed


def _translated(lines: Sequence[Line], index: int, span: Span, lexicon: Lexicon) -> Span | None:
    """The title in the line above that of a film, where the page calls it by that elsewhere, too: the lower is its title at home."""
    line = lines[index]
    if not index or line.gap or lines[index - 1].kind is not line.kind:
        return None
    upper = title_of(lines[index - 1], None, lexicon)
    if upper is None:
        return None
    begin = lines[index - 1].start
    called, own = lines[index - 1].text[upper[0] - begin : upper[1] - begin], line.text[span[0] - line.start : span[1] - line.start]
    others = " ".join(further.text for further in (*lines[: index - 1], *lines[index + 1 :]))
    return upper if called in others and own not in others else None


def _says_same(lines: Sequence[Line], above: int, credits: Credits, lexicon: Lexicon) -> bool:
    """Whether a line under a title says nothing but who directed it, as the credits below do again."""
    line = lines[above]
    told = credits_of(line, lexicon) if labels().field.match(line.text) is not None else None
    if told is None or told.end < line.end or any(relation != "director" for relation, _ in told.people):
        return False
    named = {line.text[start - line.start : end - line.start] for _, (start, end) in told.people}
    below = {
        each.text[start - each.start : end - each.start]
        for each in lines[above + 1 :]
        for relation, (start, end) in credits.people
        if relation == "director" and each.start <= start < each.end
    }
    return bool(named) and named == below


def _is_of_life(dated: re.Match[str] | None, lines: Sequence[Line], credits: Credits) -> bool:
    """Whether the year in parentheses is that of somebody's birth ("Ada Doe (1980) studied in Oslo."): one whom the credits name, or of whom a life is told."""
    if dated is None:
        return False
    named = (line.text[start - line.start : end - line.start] for line in lines for _, (start, end) in credits.people if line.start <= start < line.end)
    return _LIFE.match(dated["rest"]) is not None or dated["title"].strip() in named


def _is_of_companies(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is one of those that name the companies of a film ("Producers:", "Hill Films (Norway)")."""
    above = "".join(f"{line.text}\n" for line in lines[max(0, index - _ABOVE) : index])
    whole = above + lines[index].text
    return is_line_of_company(whole, len(above), len(whole))


def countries_beside_title(lines: Sequence[Line], index: int, lexicon: Lexicon) -> list[tuple[Span, str]]:
    """The countries that the line right above credits has in parentheses behind a title ("Night Bus (Norway/Denmark)")."""
    if index == 0 or lines[index].gap:
        return []
    line = lines[index - 1]
    gloss = _GLOSS.search(line.text)
    return countries_in(line.start + gloss.start("gloss"), gloss["gloss"], lexicon) if gloss and gloss.start() else []


def title_of(line: Line, dated: re.Match[str] | None, lexicon: Lexicon) -> Span | None:
    if (reviewed := REVIEW_OF_MARKED.match(line.text)) is not None:
        return line.start + reviewed.start("title"), line.start + reviewed.end("title")
    headline = HEAD_OF_REVIEW.match(line.text)
    if headline is not None and headline["title"] and ":" in line.text[headline.end() :][:2] and not lexicon.lookup(headline["title"]):
        return line.start + headline.start("title"), line.start + headline.end("title")
    title = dated["title"] if dated else line.text
    if dated is None and (gloss := _GLOSS.search(title)):
        title = title[: gloss.start()]
    title, shown = _SHOWN.subn("", title)
    title = SEASON.sub("", _STROKE.split(_RATING.sub("", title))[0])
    title = _REVIEW.sub("", title.strip(" *_\"'#")).strip(" *_\"'#:–—-")
    if not title or (title.isdigit() and len(title) == 4 and title != line.text.strip()) or _SCORE.search(title) or len(title) > _LONGEST_TITLE or _SENTENCE.search(title) or not may_be_title(title):
        return None
    if (_VERB.search(title) and not title.istitle() and not title.isupper()) or credits_like(title, lexicon) or is_label(title):
        return None
    if dated is None and _is_company(title, lexicon):
        return None
    if dated is None and not shown and like_a_person(cased(title), lexicon) > 1 and line.kind is not BlockKind.HEADING:
        return None
    start = line.start + line.text.index(title)
    return start, start + len(title)


def _is_company(title: str, lexicon: Lexicon) -> bool:
    """Whether a line is the name of a company, as the label of a disc or a distributor stands over credits."""
    entries = lexicon.lookup(title) or lexicon.lookup(f"The {title}")
    return any(entry.type is EntityType.ORGANIZATION for entry in entries)


def credits_like(title: str, lexicon: Lexicon) -> bool:
    """Whether a line begins as a label does ("Director: …"); without a sign behind it a name must follow."""
    match = labels().field.match(title)
    return match is not None and not (match["sign"].isspace() and not like_a_person(cased(title[match.end() :]), lexicon))


def left_out(line: Line, taken: Sequence[Span]) -> bool:
    """Whether a line is a table's or has been read already."""
    row = line.kind is BlockKind.TABLE_ROW and not _is_labelled_pair(line)
    return row or any(start < line.end and line.start < end for start, end in taken)


def _is_labelled_pair(line: Line) -> bool:
    """Whether a row of a table has two cells, of which the first is the label of a credit."""
    return line.text.count("\t") + line.text.count("|") < 2 and labels().field.match(line.text) is not None
