"""One line of a line-up, read as a title with its director, countries, year and length by what parts its fields and what each can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cinegraph.extract.countries import short_country
from cinegraph.extract.layout_words import AWARD_WORD, like_a_person
from cinegraph.extract.line_fields import DIRECTOR_LABEL, OTHER_LABEL, Field, Line, Span, fields_of
from cinegraph.extract.word_lists import expressions
from cinegraph.lexicon import Lexicon

_LONGEST_ROW, _LONGEST_TITLE = 420, 90
_NUMBER = re.compile(r"\W*\d{1,2}[.)]\s+")
QUOTED = re.compile(
    r"(?P<mark>\"|\*{1,2}|_|')(?P<title>[^\"*_\n]{1,90}?)(?P<comma>,)?(?P=mark)(?!\w)(?(comma)|(?=,|$|\s*(?:[–—|/(\[;]|- |by |dir)))[.,]?\s*"
)
_BY = re.compile(
    r"(?P<title>\S.*?),? (?P<label>by|dir\.?|dir:|directed by|written and directed by|d:|from) (?P<people>\S.*)"
)
_WRITES = re.compile(r"writ", re.IGNORECASE)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_MINUTES = re.compile(r"(\d{1,3}) ?(?:min(?:utes?|s)?\.?|'|′|’)|(\d{2,3}) ?m")
_PLACED_YEAR = re.compile(r"(?P<place>\D{2,60}?)[, ]+(?P<year>(?:18|19|20)\d\d)")
_COUNTRY_SIGNS = (
    re.compile(r"\s*(?:/|,|&|\+|–|—|(?<=[A-Za-z.])-(?=[A-Z]))\s*"),
    re.compile(r"\s*(?:/|,|&|\+|\band\b|–|—|(?<=[A-Za-z.])-(?=[A-Z]))\s*"),
)
_PEOPLE_SIGNS = re.compile(r"\s+(?:and|&)\s+|\s*[,/&+]\s*")
_VERB = re.compile(
    r"\b(?:is|was|are|were|has|had|have|will|who|which|she|he|they|won|said|says|tells|went|took|goes)\b"
)
_MARKS = re.compile(r"[*_]+")
_BEGINS_WITH_YEAR = re.compile(r"\W*(?:18|19|20)\d\d\b")
_PRIZE = re.compile(r"\b(?:prizes?|awards?|prix|best|mention|nominat\w+|winners?)\b", re.IGNORECASE)


REMARK = re.compile(rf"(?:(?P<scope>{expressions('scope')}) )?(?:{expressions('premiere')})s?|{expressions('remark')}", re.IGNORECASE)
NO_TITLE = re.compile(rf"\W*(?:{expressions('no_title')})\W*", re.IGNORECASE)
_VENUE = re.compile(rf"\b(?:{expressions('venue')})\b", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """What a line has been read as; ``labelled`` where a word says who directs, ``known`` by how much the directors look like people."""

    title: Span
    marked: bool
    labelled: bool = False
    known: int = 0
    title_is_person: bool = False
    prose: bool = False
    people: list[tuple[str, Span]] = field(default_factory=list)
    countries: list[tuple[Span, str]] = field(default_factory=list)
    year: str | None = None
    minutes: str | None = None
    premiere: str | None = None

    @property
    def facts(self) -> bool:
        return bool(self.countries or self.minutes or self.premiere)


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
        count = _title_fields(fields, lexicon)
        row = Row((fields[0].start, fields[count - 1].end), marked=False)
        title = text[row.title[0] - line.start : row.title[1] - line.start]
        if not may_be_title(title):
            return None
        row.title_is_person = like_a_person(cased(title), lexicon) > 1
        fields = fields[count:]
    directed = read_fields(fields, row, lexicon) and any(relation == "director" for relation, _ in row.people)
    return row if directed else None


def goes_on(line: Line, row: Row, lexicon: Lexicon) -> bool:
    """Whether a line says more of the film of the row above it, and nothing else ("World premiere – with Ada Doe"); it goes into the row."""
    parts = list(fields_of(line, 0))
    first = parts[0] if parts else None
    if line.gap or first is None or not (is_fact(first, None, lexicon) or _label(first)):
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
    people = list(_people(first, 0, lexicon))
    if (
        len(fields) < 3
        or not people
        or min(known for _, known in people) < 2
        or title.inner
        or _trade(title.text, lexicon)
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
    people = list(_people(Field(line.start, line.start + owned.end("people"), owned["people"], "", False), 0, lexicon))
    start = owned.start("title")
    ended = _TITLE_ENDS.search(line.text, start)
    stop = ended.start() if ended else len(line.text)
    title = line.text[start:stop]
    name = title.strip("\"*_., ")
    if not people or not name or not may_be_title(name) or _trade(name, lexicon) or AWARD_WORD.match(name):
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


def _trade(words: str, lexicon: Lexicon) -> bool:
    """Whether a part says what somebody is."""
    return any(word in lexicon.occupations for word in (words.lower(), words.lower().rpartition(" ")[2]))


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
        if match is None or not like_a_person(cased(match["people"]), lexicon):
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
        if _label(part) or is_fact(part, None, lexicon) or like_a_person(cased(part.text), lexicon):
            break
        count += 1
    following = fields[count] if count < len(fields) else None
    return (
        count
        if following is not None and (count == 1 or _label(following) or like_a_person(cased(following.text), lexicon))
        else 1
    )


def _label(part: Field) -> re.Match[str] | None:
    return DIRECTOR_LABEL.match(part.text) or OTHER_LABEL.match(part.text)


def read_fields(fields: Sequence[Field], row: Row, lexicon: Lexicon) -> bool:
    """Read the parts after the title into a row; False where one of them belongs in no line-up."""
    relation, told = "", False
    for place, part in enumerate(fields):
        label = _label(part)
        if label is not None:
            told = True
            relations = _relations(part.text[: label.end()])
            people = list(_people(part, label.end(), lexicon))
            relation = relations[0]
            for name in relations:
                row.people += [(name, span) for span, _ in people]
            if "director" in relations and people:
                row.labelled, row.known = True, min(known for _, known in people)
            elif not people and label.end() < len(part.text) and not (row.labelled and row.countries):
                return False
            continue
        if is_fact(part, row, lexicon):
            relation = relation if part.inner else ""
            continue
        if row.prose and not (relation and part.sign == ","):
            relation = ""
            continue
        people = list(_people(part, 0, lexicon))
        follows = part.sign in (",", "/", "") and relation
        following = fields[place + 1] if place + 1 < len(fields) else None
        dated = (
            part.inner
            and part.sign in ("(", "[")
            and following is not None
            and following.inner
            and is_fact(following, None, lexicon)
        )
        if people and not told and (dated or not part.inner) and not any(r == "director" for r, _ in row.people):
            row.people += [("director", span) for span, _ in people]
            row.known, relation = min(known for _, known in people), "director"
            continue
        if people and follows and not (relation == "director" and row.facts and not row.labelled):
            row.people += [(relation, span) for span, _ in people]
            continue
        if part.inner:
            continue
        if (
            not row.people
            or not (row.labelled or row.facts)
            or not (part.sign in ("–", "—", "-", ".", ")", "") or (row.labelled and row.facts))
        ):
            return False
        row.prose, relation = True, ""
    return True


def _relations(label: str) -> list[str]:
    other = OTHER_LABEL.match(label)
    if other is not None:
        return ["screenwriter" if other["writer"] else "producer" if other["producer"] else "cast_member"]
    return ["director", "screenwriter"] if _WRITES.search(label) else ["director"]


def _people(part: Field, begin: int, lexicon: Lexicon) -> Iterator[tuple[Span, int]]:
    """The people that a part names from a place on, and how much each looks like one; nothing where anything else stands among them."""
    found: list[tuple[Span, int]] = []
    position = begin
    for match in [*_PEOPLE_SIGNS.finditer(part.text, begin), None]:
        stop = match.start() if match else len(part.text)
        name = part.text[position:stop].strip(" .")
        known = like_a_person(cased(name), lexicon)
        if not known or _VENUE.search(name) or _trade(name, lexicon):
            return
        start = part.start + part.text.index(name, position)
        found.append(((start, start + len(name)), known))
        position = match.end() if match else stop
    yield from found


def cased(name: str) -> str:
    """A name in capitals as it is written elsewhere."""
    return (
        " ".join(w.capitalize() if w.isupper() and len(w) > 1 else w for w in name.split()) if name.isupper() else name
    )


def is_fact(part: Field, row: Row | None, lexicon: Lexicon) -> bool:
    """Whether a part is a country, a year, a length or a remark; it goes into the row."""
    text = part.text.strip(" .") if part.text.count(".") < 2 else part.text
    if match := _MINUTES.fullmatch(text):
        if row is not None:
            row.minutes = match[1] or match[2]
        return True
    if _YEAR.fullmatch(text):
        if row is not None:
            row.year = text
        return True
    if match := REMARK.fullmatch(text):
        if row is not None and "prem" in text.lower():
            row.premiere = (match["scope"] or "").lower() or None
        return True
    placed = _PLACED_YEAR.fullmatch(text)
    countries = countries_in(part.start, placed["place"] if placed else text, lexicon)
    if countries and row is not None:
        row.countries += countries
        row.year = placed["year"] if placed else row.year
    return bool(countries)


def countries_in(start: int, text: str, lexicon: Lexicon) -> list[tuple[Span, str]]:
    """The countries of which a text is a list; nothing where it is any other. "And" stands in the names of some."""
    for signs in _COUNTRY_SIGNS:
        found: list[tuple[Span, str]] = []
        position = 0
        for match in [*signs.finditer(text), None]:
            stop = match.start() if match else len(text)
            country = _country(text[position:stop], lexicon)
            if country is None:
                break
            found.append(((start + position, start + stop), country))
            position = match.end() if match else stop
        else:
            return found
    return []


def _country(name: str, lexicon: Lexicon) -> str | None:
    name = name.strip()
    titled = name.title() if name.isupper() and len(name) > 3 else name
    known = lexicon.countries.get(name) or lexicon.countries.get(titled)
    if known is None and len(name) > 3 and (place := lexicon.place(name)) is not None and place.kind == "country":
        known = place.name
    return known or (short_country(name) if name[:1].isupper() else None)
