"""What the fields of a line say of its film: who made it, from which countries and years it is, how long it runs, where it was first shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cinegraph.extract.countries import country_of_code, short_country
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import DIRECTOR_LABEL, OTHER_LABEL, Field, Span
from cinegraph.extract.word_lists import expressions
from cinegraph.lexicon import Lexicon

_WRITES = re.compile(r"writ", re.IGNORECASE)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_MINUTES = re.compile(r"(\d{1,3}) ?(?:min(?:utes?|s)?\.?|'|′|’)|(\d{2,3}) ?m")
_PLACED_YEAR = re.compile(r"(?P<place>\D{2,60}?)[, ]+(?P<year>(?:18|19|20)\d\d)")
_COUNTRY_SIGNS = (
    re.compile(r"\s*(?:/|,|&|\+|–|—|(?<=[A-Za-z.])-(?=[A-Z]))\s*"),
    re.compile(r"\s*(?:/|,|&|\+|\band\b|–|—|(?<=[A-Za-z.])-(?=[A-Z]))\s*"),
)
_PEOPLE_SIGNS = re.compile(r"\s+(?:and|&)\s+|\s*[,/&+]\s*")
REMARK = re.compile(rf"(?:(?P<scope>{expressions('scope')}) )?(?:{expressions('premiere')})s?|{expressions('remark')}", re.IGNORECASE)
_CODE = re.compile("[A-Z]{2}")
_CODES_OF_COUNTRIES = re.compile(r"[A-Z]{2}(?: ?[/,] ?[A-Z]{2})+")
# "(WP)", "– IP": premieres as trade papers and festivals shorten them.
_CODES = {"WP": "world", "IP": "international", "EP": "european", "NAP": "north american"}
_VENUE = re.compile(rf"\b(?:{expressions('venue')})\b", re.IGNORECASE)

# "DoP Ada Doe": a label without a sign, which is no first name.
_CRAFT_IN_FRONT = re.compile(r"(?:DoP|DOP|D\.o\.P\.|Cinematograph(?:er|y)|Camera|Photography|Edit(?:or|ed|ing)|Cast|Composer|Music|Score|Sound|Producers?|Screenplay|Script|Starring|World [Ss]ales|Sales) (?:by )?(?=[^\W\d_])")


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
        """Whether it says where the film is from, how long it runs or where it was first shown."""
        return bool(self.countries or self.minutes or self.premiere)


def is_of_remarks(text: str) -> bool:
    """Whether a line is nothing but remarks.

    >>> is_of_remarks("Colour, DCP"), is_of_remarks("World premiere"), is_of_remarks("Colour, Norway")
    (True, True, False)
    """
    return all(REMARK.fullmatch(part.strip()) for part in re.split("[,;|]", text))


def is_trade(words: str, lexicon: Lexicon) -> bool:
    """Whether a part says what somebody is."""
    return any(word in lexicon.occupations for word in (words.lower(), words.lower().rpartition(" ")[2]))


def label_of(part: Field) -> re.Match[str] | None:
    """The label of the film's people with which a part begins."""
    return DIRECTOR_LABEL.match(part.text) or OTHER_LABEL.match(part.text)


def read_fields(fields: Sequence[Field], row: Row, lexicon: Lexicon) -> bool:
    """Read the parts after the title into a row; False where one of them belongs in no line-up."""
    relation, told = "", False
    for place, part in enumerate(fields):
        label = label_of(part)
        if label is not None:
            told = True
            relations = _relations(part.text[: label.end()])
            people = list(people_of(part, label.end(), lexicon))
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
        people = list(people_of(part, 0, lexicon))
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


def people_of(part: Field, begin: int, lexicon: Lexicon) -> Iterator[tuple[Span, int]]:
    """The people that a part names from a place on, and how much each looks like one; nothing where anything else stands among them."""
    found: list[tuple[Span, int]] = []
    position = begin
    for match in [*_PEOPLE_SIGNS.finditer(part.text, begin), None]:
        stop = match.start() if match else len(part.text)
        name = part.text[position:stop].strip(" .")
        known = like_a_person(cased(name), lexicon)
        if not known or _CRAFT_IN_FRONT.match(name) or _VENUE.search(name) or is_trade(name, lexicon):
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
    if text in _CODES:
        if row is not None:
            row.premiere = _CODES[text]
        return True
    if match := REMARK.fullmatch(text):
        if row is not None and "prem" in text.lower():
            row.premiere = (match["scope"] or "").lower() or None
        return True
    placed = _PLACED_YEAR.fullmatch(text)
    countries = countries_in(part.start, placed["place"] if placed else text, lexicon)
    if placed and not countries and _CODE.fullmatch(placed["place"]):
        countries = _of_codes(part.start, placed["place"], lexicon)
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
    return _of_codes(start, text, lexicon) if _CODES_OF_COUNTRIES.fullmatch(text) else []


def _of_codes(start: int, text: str, lexicon: Lexicon) -> list[tuple[Span, str]]:
    """The countries whose codes a text has between strokes ("AT/CH"); nothing where one of them is none."""
    found = [
        ((start + match.start(), start + match.end()), lexicon.countries.get(country_of_code(match.group()), ""))
        for match in re.finditer("[A-Z]+", text)
    ]
    return found if all(country for _, country in found) else []


def _country(name: str, lexicon: Lexicon) -> str | None:
    name = name.strip()
    titled = name.title() if name.isupper() and len(name) > 3 else name
    known = lexicon.countries.get(name) or lexicon.countries.get(titled)
    if known is None and len(name) > 3 and (place := lexicon.place(name)) is not None and place.kind == "country":
        known = place.name
    return known or (short_country(name) if name[:1].isupper() else None)
