"""One line of a line-up, read as a title with its director, countries, year and length by what parts its fields and what each can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cinegraph.extract.layout_words import AWARD_WORD, like_a_person
from cinegraph.extract.line_fields import DIRECTOR_LABEL, OTHER_LABEL, Field, Line, fields_of
from cinegraph.extract.row_facts import Row, cased, is_fact, is_trade, label_of, people_of, read_fields
from cinegraph.extract.word_lists import alternatives, expressions
from cinegraph.lexicon import Lexicon

_LONGEST_ROW, _LONGEST_TITLE = 420, 90
# "3. ", "19.30 ", "7:15 pm – ": what a list or a day's programme has before a title.
_NUMBER = re.compile(r"\W*(?:\d{1,2}[.)]|[012]?\d[.:h][0-5]\d(?: ?[apAP]\.?[mM]\.?)?(?: ?[–—|:-])?)\s+(?=\S)")
QUOTED = re.compile(
    r"(?P<mark>\"|\*{1,2}|_|')(?P<title>[^\"*_\n]{1,90}?)(?P<comma>,)?(?P=mark)(?!\w)(?(comma)|(?=,|$|\s*(?:[–—|/(\[;]|- |by |dir)))[.,]?\s*"
)
_BY = re.compile(
    r"(?P<title>\S.*?),? (?P<label>by|dir\.?|dir:|directed by|written and directed by|d:|from) (?P<people>\S.*)"
)
# "Beautifully edited by Ada Doe" is said of the film above.
_DONE_BY = re.compile(rf"\b(?:{alternatives('how_made')}|hosted|moderated)$", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|was|are|were|has|had|have|will|who|which|she|he|they|won|said|says|tells|went|took|goes|graduated|studied|holds|received|completed)\b"
)
_MARKS = re.compile(r"[*_]+")
_BEGINS_WITH_YEAR = re.compile(r"\W*(?:18|19|20)\d\d\b")
_PRIZE = re.compile(r"\b(?:prizes?|awards?|prix|best|mention|nominat\w+|winners?)\b", re.IGNORECASE)
# The signs in front are taken at once: a long row of them is not tried from each of them on.
NO_TITLE = re.compile(rf"\W*+(?:{expressions('no_title')})\W*", re.IGNORECASE)


def row_of(line: Line, lexicon: Lexicon) -> Row | None:
    """A line read as a title with its director; None where it is anything else."""
    text = line.text
    if len(text) > _LONGEST_ROW or AWARD_WORD.match(text):
        return None
    if (owned := _owner_first(line, lexicon)) is not None:
        return owned
    plain = _MARKS.sub("", text)
    if _BEGINS_WITH_YEAR.match(text) or DIRECTOR_LABEL.match(plain) or OTHER_LABEL.match(plain):
        return None
    position = number.end() if (number := _NUMBER.match(text)) else 0
    quoted = QUOTED.match(text, position)
    if quoted:
        if NO_TITLE.fullmatch(quoted["title"]) or _PRIZE.search(quoted["title"]):
            return None
        row = Row((line.start + quoted.start("title"), line.start + quoted.end("title")), marked=True)
        fields = list(fields_of(line, quoted.end()))
    else:
        parts = fields_of(line, position)
        first = next(parts, None)
        # Neither a title nor a person has a verb before its first sign.
        if first is None or _VERB.search(first.text):
            return None
        fields = list(_split_by([first, *parts], lexicon))
        if len(fields) < 2:
            return None
        if (turned := _director_first(fields, lexicon)) is not None:
            return turned
        if fields[1].sign.startswith(":"):
            return None
        if _is_other_title(fields, lexicon):
            del fields[1]
        count = _title_fields(fields, lexicon)
        row = Row((fields[0].start, fields[count - 1].end), marked=False)
        title = text[row.title[0] - line.start : row.title[1] - line.start]
        if not may_be_title(title):
            return None
        row.title_is_person = like_a_person(cased(title), lexicon) > 1
        fields = fields[count:]
    directed = read_fields(fields, row, lexicon) and any(relation == "director" for relation, _ in row.people)
    return row if directed and not _is_of_countries(row, line, lexicon) else None


def _is_other_title(fields: Sequence[Field], lexicon: Lexicon) -> bool:
    """Whether the second part is the title in another language ("NIGHT BUS / NATTBUSS, Ada Doe (Norway)")."""
    if len(fields) < 4 or fields[1].sign != "/" or fields[1].inner or any(part.sign == "/" for part in fields[2:]):
        return False
    maker = fields[2].sign in (",", "–", "—", "-", ";") and like_a_person(cased(fields[2].text), lexicon) > 0
    return maker and fields[3].inner and not is_fact(fields[1], None, lexicon) and label_of(fields[1]) is None


def _is_of_countries(row: Row, line: Line, lexicon: Lexicon) -> bool:
    """Whether a line begins with countries ("Poland / France. D: Ada Doe"): the title stands above."""
    title = line.text[row.title[0] - line.start : row.title[1] - line.start]
    return not row.marked and bool(row.countries) and lexicon.countries.get(title.strip()) is not None


def goes_on(line: Line, row: Row, lexicon: Lexicon) -> bool:
    """Whether a line says more of the film of the row above it, and nothing else ("World premiere – with Ada Doe"); it goes into the row."""
    parts = list(fields_of(line, 0))
    first = parts[0] if parts else None
    if (line.gap and not line.text.startswith(("with ", "With "))) or first is None or not (is_fact(first, None, lexicon) or label_of(first)):
        return False
    more = Row(row.title, row.marked, labelled=True, people=list(row.people))
    if not read_fields(parts, more, lexicon) or more.prose:
        return False
    row.people, row.countries = more.people, [*row.countries, *more.countries]
    row.year, row.minutes, row.premiere = (
        row.year or more.year,
        row.minutes or more.minutes,
        row.premiere or more.premiere,
    )
    return True


def _director_first(fields: Sequence[Field], lexicon: Lexicon) -> Row | None:
    """ "Ada Doe – Night Bus (Serbia)": only where a country or a length shows that it is a film that follows the name."""
    first, title = fields[0], fields[1]
    people = list(people_of(first, 0, lexicon))
    if (
        len(fields) < 3
        or not people
        or min(known for _, known in people) < 2
        or title.inner
        or is_trade(title.text, lexicon)
    ):
        return None
    text = title.text.strip('"*_')
    start = title.start + title.text.index(text)
    row = Row((start, start + len(text)), marked=text != title.text, labelled=True, known=2)
    if (
        not may_be_title(text)
        or like_a_person(cased(text), lexicon) > 1
        or not all(is_fact(part, row, lexicon) for part in fields[2:])
    ):
        return None
    row.people = [("director", span) for span, _ in people]
    return row if row.countries or row.minutes else None


# "Ada Doe and Ben Roe's The Long Way Home (1971)"; what else is said begins with a sign.
_OWNED = re.compile(r"(?P<people>[^\W\d_a-z][^,;:()\"'\n]{2,60})'s? (?P<title>[\"*_]?[A-ZÀ-Þ\d¡¿#].*)", re.DOTALL)
_TITLE_ENDS = re.compile(r"\s*(?: \(|\. (?=[A-Z\d\"])|\.$| [–—-] |,? (?=(?:dir|which|who|starring)\b)|, (?=an? |the |with ))")


def _owner_first(line: Line, lexicon: Lexicon) -> Row | None:
    """ "Ada Doe's Night Bus (1971). A night on the road.": a line that begins with whose film it is."""
    owned = _OWNED.match(line.text) if "'s" in line.text[:_LONGEST_TITLE] or "s' " in line.text[:_LONGEST_TITLE] else None
    if owned is None:
        return None
    people = list(people_of(Field(line.start, line.start + owned.end("people"), owned["people"], "", False), 0, lexicon))
    start = owned.start("title")
    ended = _TITLE_ENDS.search(line.text, start)
    stop = ended.start() if ended else len(line.text)
    title = line.text[start:stop]
    name = title.strip("\"*_., ")
    if not people or not name or not may_be_title(name) or is_trade(name, lexicon) or AWARD_WORD.match(name):
        return None
    start += title.index(name)
    row = Row((line.start + start, line.start + start + len(name)), marked=title[0] in "\"*_", known=min(k for _, k in people))
    row.people = [("director", span) for span, _ in people]
    row.title_is_person = like_a_person(name, lexicon) > 1
    for part in fields_of(line, stop) if ended else ():
        if part.inner:
            is_fact(part, row, lexicon)
    row.prose = bool(ended and line.text[ended.end() :].strip())
    return row


def may_be_title(title: str) -> bool:
    """Whether a part of a line could be a title: it begins as titles do, names no prize and is no sentence."""
    if "**" in title:
        return False
    first = title.lstrip("¡¿#.…")[:1]
    if not (first.isupper() or first.isdigit()) or len(title) > _LONGEST_TITLE or NO_TITLE.fullmatch(title):
        return False
    return not _PRIZE.search(title) and (title.isupper() or not _VERB.search(title) or title.istitle())


def _split_by(fields: Sequence[Field], lexicon: Lexicon) -> Iterator[Field]:
    """The parts, a title and those by whom it is parted too."""
    for index, part in enumerate(fields):
        match = None if index else _BY.fullmatch(part.text)
        if match is None or _DONE_BY.search(match["title"]) or not like_a_person(cased(match["people"]), lexicon):
            yield part
            continue
        start = part.start + match.start("label")
        yield Field(part.start, part.start + match.end("title"), match["title"], part.sign, part.inner)
        yield Field(
            start,
            part.end,
            f"by {match['people']}" if match["label"] == "from" else part.text[match.start("label") :],
            "",
            False,
        )


def _title_fields(fields: Sequence[Field], lexicon: Lexicon) -> int:
    """How many parts the title has: a comma may stand in it."""
    count = 1
    while count < len(fields) - 1 and fields[count].sign == "," and not fields[count].inner:
        part = fields[count]
        if label_of(part) or is_fact(part, None, lexicon) or like_a_person(cased(part.text), lexicon):
            break
        count += 1
    following = fields[count] if count < len(fields) else None
    return (
        count
        if following is not None and (count == 1 or label_of(following) or like_a_person(cased(following.text), lexicon))
        else 1
    )


