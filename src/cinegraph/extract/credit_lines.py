"""One line of credits: its labels ("Director:", "Written by", "Starring"), and whom or what it names after each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cinegraph.extract.credit_fields import LabelledField, labelled_fields, with_signs
from cinegraph.extract.credit_labels import labels
from cinegraph.extract.cues import load_cues
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Field, Line, Span, fields_of
from cinegraph.extract.production_lines import production_of, released_by
from cinegraph.extract.row_facts import Row, cased, is_fact
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.model import EntityType

# "(English, Spanish dialogue)" behind the last of a cast is no role.
_OF_SPEECH = re.compile(r"\b(?:dialog(?:ue)?s?|subtitles|subtitled|languages?)$", re.IGNORECASE)
# "Georgian with English subtitles"
_SUBTITLED = re.compile(r"(?: dialogue|,? with (?:[A-Z][a-z]+ )?subtitles)$", re.IGNORECASE)
# "1.85:1", "5.1", "Dolby SRD"
_OF_PICTURE_AND_SOUND = re.compile(r"[1-9][.,]\d{1,2}(?: ?: ?1)?|16 ?: ?9|4 ?: ?3|(?:dolby|stereo|mono|scope|cinemascope)\b.{0,12}", re.IGNORECASE)
# "15 cert, 97 min", "Rated R", "PG-13"
_CERTIFICATE = re.compile(
    r"(?:cert(?:ificate)?\.? )?(?:1[258]A?|PG(?:-13)?|NC-17|R|U|MA|M)(?: cert(?:ificate)?)?|(?:not rated|unrated|rated [A-Z0-9-]{1,6})",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_VALUE, _LONGEST_ROLE = 1200, 160, 40
_NAMES_OF_OTHER_SCRIPTS = re.compile(r"(?:\s+[^\x00-\u024f\s]+)+$")
_PIECE = re.compile(
    r"(?P<name>[^()\[\]]{2,60}?)(?:\s*[(\[](?P<role>[^()\[\]]{1,80})[)\]]?|\s+as\s+(?P<as>[^,;()]{2,60}))?[\s.\"]*"
)
_MONONYM = re.compile(r"[A-ZÀ-Þ][^\W\d_]{2,}(?:-[A-ZÀ-Þ]?[^\W\d_]+)?")
_END = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Þ\"\d])|\n")
_HOURS = re.compile(
    r"(?P<hours>\d) ?h(?:(?:ou)?rs?|\.)?(?:,? (?:and )?(?P<rest>\d{1,2}) ?m(?:in(?:ute)?s?\.?)?)?", re.IGNORECASE
)
_MINUTES = re.compile(r"(?P<minutes>\d{2,3}) ?(?:m(?:in(?:ute)?s?)?\b\.?|'|′|’|$|[;,.)](?!\d))", re.IGNORECASE)
# "Drama 98'"
_TIMED = re.compile(r"(?:[A-Za-z/ -]{0,40} )?(?P<minutes>\d{2,3}) ?(?:mins?\.?|minutes|'|′|’)", re.IGNORECASE)
# "2018-Iran-in Persian with English subtitles"
_YEAR_AND_PLACE = re.compile(r"(?P<year>(?:18|19|20)\d\d) ?[-–/] ?(?P<place>[A-Z][A-Za-z. ]{2,30})(?: ?[-–/] ?in .*)?")
# "Night Bus (Nattbussen)", "“Night Bus” / Nattbussen"
_TITLE = re.compile(r"[\s\"'*_«“]*(?P<title>[^()\[\]\"*_«»“”|/\n]{1,80}?)(?=\s*(?:[()\[\]\"*_«»“”|/\n]|[.;,]?\s*$))")
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


@dataclass(slots=True)
class Credits:
    """What one line or several of credits say.

    :ivar people: for each relation those who are named
    :ivar companies: for each relation the companies that are named
    :ivar crafts: for each craft without a relation of its own those who are named
    :ivar roles: whom somebody plays
    :ivar title: where a label says the title ("Title: Night Bus")
    :ivar labelled: how many labels it has
    :ivar end: where what has been read ends
    """

    start: int
    end: int
    people: list[tuple[str, Span]] = field(default_factory=list)
    companies: list[tuple[str, Span]] = field(default_factory=list)
    roles: dict[Span, str] = field(default_factory=dict)
    countries: list[tuple[Span, str]] = field(default_factory=list)
    year: str | None = None
    minutes: str | None = None
    labelled: int = 0
    crafts: list[tuple[str, Span]] = field(default_factory=list)
    title: Span | None = None

    @property
    def names(self) -> Iterator[tuple[Span, str]]:
        """The people and companies that it names, each with its type."""
        for _, span in [*self.people, *self.crafts]:
            yield span, "Person"
        for _, span in self.companies:
            yield span, "Organization"

    def add(self, other: Credits) -> None:
        """Take in what a further line says."""
        self.people += other.people
        self.companies += other.companies
        self.crafts += other.crafts
        self.roles |= other.roles
        self.countries = self.countries or other.countries
        self.year, self.minutes = self.year or other.year, self.minutes or other.minutes
        self.labelled += other.labelled
        self.title = self.title or other.title
        self.end = other.end


def credits_of(line: Line, lexicon: Lexicon) -> Credits | None:
    """A line read as credits; None where it is anything else.

    >>> from cinegraph.lexicon import load_lexicon
    >>> from cinegraph.model import BlockKind
    >>> text = "Directed by Ada Weber Starring: Ida Holm (Marta), Jon Berg"
    >>> found = credits_of(Line(0, len(text), text, True, BlockKind.PARAGRAPH), load_lexicon())
    >>> [(relation, text[start:end]) for relation, (start, end) in found.people], list(found.roles.values())
    ([('director', 'Ada Weber'), ('cast_member', 'Ida Holm'), ('cast_member', 'Jon Berg')], ['Marta'])
    """
    if len(line.text) > _LONGEST:
        return None
    line = replace(line, text=with_signs(line.text))
    fields = list(labelled_fields(line.text))
    if not fields:
        return None
    before = line.text[: fields[0].begin]
    found = Credits(line.start, line.end)
    if not _facts_before(line, before, found, lexicon):
        return None
    for part in fields:
        stop = _read(part, line, found, lexicon)
        if stop is None:
            return None
        found.end = line.start + stop if stop < part.end else line.end
    found.labelled = len(fields)
    return found


def facts_of(line: Line, lexicon: Lexicon) -> Credits | None:
    """A line that says where and when a film was made, how long it is and the like, and nothing else; None for any other."""
    found = Credits(line.start, line.end)
    return found if line.text.strip() and _facts_before(line, line.text, found, lexicon) else None


def _facts_before(line: Line, before: str, found: Credits, lexicon: Lexicon) -> bool:
    """Whether what stands before the first label is nothing but facts of the film; they are taken in."""
    if not before.strip(" ([*_•·-–—"):
        return True
    if companies := released_by(before, line.start, lexicon):
        found.companies += companies
        return True
    part = replace(line, end=line.start + len(before), text=before)
    row = Row((line.start, line.start), marked=False)
    for piece in fields_of(part, 0):
        inner = piece.text.strip(" .,;:|*_")
        if not inner or is_fact(piece, row, lexicon) or _length(inner, found) or _CERTIFICATE.fullmatch(inner):
            continue
        if _SUBTITLED.sub("", inner).strip().title() in lexicon.languages or _OF_PICTURE_AND_SOUND.fullmatch(inner):
            continue
        return False
    found.countries += row.countries
    found.year, found.minutes = found.year or row.year, found.minutes or row.minutes
    return bool(row.countries or found.year or found.minutes)


def _length(text: str, found: Credits) -> bool:
    match = _HOURS.search(text) or _MINUTES.match(text)
    if match is None:
        return False
    if "hours" in match.re.groupindex:
        found.minutes = str(60 * int(match["hours"]) + int(match["rest"] or 0))
    else:
        found.minutes = match["minutes"]
    return True


def _relations(label: str) -> list[str]:
    found = [name for name, whole in labels().relations if whole.fullmatch(label)]
    if not found:
        for piece in labels().joined.split(label):
            found += [
                name for name, whole in labels().relations if whole.fullmatch(piece) or whole.fullmatch(f"{piece} by")
            ]
    return list(dict.fromkeys(found))


def _read(part: LabelledField, line: Line, found: Credits, lexicon: Lexicon) -> int | None:
    """Take in the value of a label.

    :returns: where what belongs to it ends; None where the line is none of credits
    """
    value = line.text[part.start : part.end]
    relations = _relations(part.label)
    companies = [name for name, whole in labels().companies if whole.fullmatch(part.label)]
    if not relations and not companies:
        _read_crafts(part, line, found, lexicon)
        return _read_fact(part, line, found, lexicon)
    if companies and (made := production_of(value, line.start + part.start, lexicon)) is not None:
        found.companies += [("production_company", span) for span in made.companies]
        found.countries += made.countries
        return part.end
    stop, told = part.start, part.end
    for begin, end, sign in _with_partners(value) if companies else _pieces(value):
        if _is_detail(value[begin:end], line, found, lexicon):
            if sign == "." and stop > part.start:
                told = min(told, part.start + begin)
            stop = part.start + end
            continue
        apart = sign in (".", "\n") or (sign == ";" and stop > part.start and part.apart)
        piece = None if apart else _PIECE.fullmatch(value, begin, end)
        name = _NAMES_OF_OTHER_SCRIPTS.sub("", piece["name"].strip(' ."*_')) if piece else ""
        if name and piece is not None:
            start = line.start + part.start + value.index(name, begin)
            span = (start, start + len(name))
            if companies and _is_company(name, lexicon):
                found.companies += [(companies[0], span)]
            elif companies and like_a_person(cased(name), lexicon) > 1:
                found.people += [("producer", span)]
            elif "producer" in relations and (called_as_companies_are(name, lexicon) or _is_one_word(name, found, line)):
                found.companies += [("production_company", span)]
            elif relations and _is_person(name, value, relations, found, line, lexicon):
                found.people += [(relation, span) for relation in relations]
                role = (piece["role"] or piece["as"] or "").strip(" \"'.")
                if role and "cast_member" in relations and len(role) <= _LONGEST_ROLE and not _OF_SPEECH.search(role):
                    found.roles[span] = role
                elif piece["role"] and "producer" in relations and _is_company_beside(role, lexicon):
                    behind = line.start + part.start + piece.start("role")
                    found.companies.append(("production_company", (behind, behind + len(role))))
            else:
                name = ""
        if name:
            stop = part.start + end
        elif part.apart and sign == ";" and stop > part.start:
            continue
        elif stop == part.start or (part.bare and sign in (",", "and", "&", "")):
            return None if part.bare or sign == "and" else part.end
        else:
            return min(told, max(stop, part.start + begin)) if sign in (".", "\n") else told
    return told


def _read_crafts(part: LabelledField, line: Line, found: Credits, lexicon: Lexicon) -> None:
    """Take in those whom a label of another craft names, where all that follows it are people."""
    crafts = [name for name, whole in labels().crafts if whole.fullmatch(part.label)]
    value = line.text[part.start : part.end]
    spans = []
    for begin, end, _ in _pieces(value) if crafts else ():
        piece = _PIECE.fullmatch(value, begin, end)
        name = piece["name"].strip(' ."*_') if piece else ""
        if not like_a_person(cased(name), lexicon):
            return
        start = line.start + part.start + value.index(name, begin)
        spans.append((start, start + len(name)))
    found.crafts += [(craft, span) for craft in crafts for span in spans]


def _is_detail(text: str, line: Line, found: Credits, lexicon: Lexicon) -> bool:
    """Whether a part of a value is a fact of the film or says that there are more names; a fact is taken in."""
    inner = text.strip(" .|;)*_")
    if not inner or labels().trailing.fullmatch(inner):
        return True
    row = Row((line.start, line.start), marked=False)
    if inner[0].isdigit() and _YEAR.fullmatch(inner):
        found.year = found.year or inner
        return True
    if (told := _YEAR_AND_PLACE.fullmatch(inner)) and (country := lexicon.countries.get(told["place"])):
        begin = line.text.find(inner) + line.start + told.start("place")
        found.year = found.year or told["year"]
        found.countries.append(((begin, begin + len(told["place"])), country))
        return True
    timed = _TIMED.fullmatch(inner)
    if timed is not None:
        found.minutes = found.minutes or timed["minutes"]
        return True
    begin = line.text.find(inner) + line.start
    if not is_fact(Field(begin, begin + len(inner), inner, "", False), row, lexicon):
        return False
    found.countries += row.countries
    found.year, found.minutes = found.year or row.year, found.minutes or row.minutes
    return True


def _is_company(name: str, lexicon: Lexicon) -> bool:
    """Whether what stands after a company's label is one: it begins as names do and is no person whose first name is known."""
    named = name[0].isupper() or name[0].isdigit()
    return named and like_a_person(cased(name), lexicon) < 2 and lexicon.place(name) is None and ". " not in name


def _is_one_word(name: str, found: Credits, line: Line) -> bool:
    """Whether what produced a film is called by one word, which is nobody's surname who is named before: a company."""
    before = (line.text[start - line.start : end - line.start] for _, (start, end) in found.people)
    return " " not in name and name[0].isupper() and not any(person.endswith(f" {name}") for person in before)


def _is_company_beside(name: str, lexicon: Lexicon) -> bool:
    """Whether what stands in parentheses behind a producer is where he or she works: a name, and no letters of a society's members."""
    several = " " in name and like_a_person(cased(name), lexicon) < 2
    return name[0].isupper() and lexicon.place(name) is None and (several or called_as_companies_are(name, lexicon))


# "Tallinnfilm", "Nordkino"
_COMPANY_ENDING = re.compile(r"\w{3,}(?:films?|kino|media|studios?|pictures|productions?)|film(?:group|gruppe|prod|haus|house|work|bolag|kompan)\w*|srl|gmbh|doo|sas", re.IGNORECASE)


def called_as_companies_are(name: str, lexicon: Lexicon) -> bool:
    """Whether a name ends as those of companies do, or begins with that of one ("HBO Europe")."""
    words = name.split()
    last = words[-1]
    if last.casefold().strip(".") in load_cues().organization_words or _COMPANY_ENDING.fullmatch(last):
        return True
    # "Ida Holm" is no company of the IDA.
    known = len(words) > 1 and like_a_person(cased(name), lexicon) < 2
    return known and any(entry.type is EntityType.ORGANIZATION for entry in lexicon.lookup(words[0]))


def _is_person(name: str, value: str, relations: Sequence[str], found: Credits, line: Line, lexicon: Lexicon) -> bool:
    """Whether a part of a value is a person: by its shape, by the surname of one who is named before, or a single name in a cast."""
    if like_a_person(cased(name), lexicon):
        return True
    if any(line.text[start - line.start : end - line.start].endswith(f" {name}") for _, (start, end) in found.people):
        return True
    alone = _MONONYM.fullmatch(cased(name)) is not None and name.casefold() not in vocabulary()
    return alone and lexicon.place(name) is None and (name == value.strip(" .;|)") or "cast_member" in relations)


def _pieces(value: str) -> Iterator[tuple[int, int, str]]:
    """The parts of a value between commas, semicolons, strokes and "and", none within parentheses; each with the sign before it."""
    depth, begin, sign = 0, 0, ""
    for match in re.finditer(
        r"[()\[\]]|\s*[,;/|•·]\s*|\s+(?:and|&|with|y|et|und)\s+|(?:(?<=[^\W\d_]{3})|(?<=\d{4}))\.\s+(?=[A-ZÀ-Þ\"\d])|\n", value
    ):
        token = match.group().strip() or "\n"
        if token in ("(", "["):
            depth += 1
        elif token in (")", "]"):
            depth = max(0, depth - 1)
        elif not depth:
            if value[begin : match.start()].strip():
                yield begin, match.start(), sign
            begin, sign = match.end(), token
    if value[begin:].strip(" ).]"):
        yield (
            begin,
            len(value.rstrip(" ).]"))
            if not value.rstrip().endswith(")") or value.count("(", begin) < value.count(")", begin)
            else len(value.rstrip()),
            sign,
        )


def _with_partners(value: str) -> Iterator[tuple[int, int, str]]:
    """The parts of a value of companies; "Lind & Daughters Film" is one."""
    last: tuple[int, int, str] | None = None
    for begin, end, sign in _pieces(value):
        if last is not None and sign == "&" and " " not in value[last[0] : last[1]].strip():
            last = (last[0], end, last[2])
            continue
        if last is not None:
            yield last
        last = (begin, end, sign)
    if last is not None:
        yield last


def _read_fact(part: LabelledField, line: Line, found: Credits, lexicon: Lexicon) -> int | None:
    """Take in a country, a year or a length; other labels tell nothing, but what stands after them is no sentence."""
    value = line.text[part.start : part.end]
    name = next((name for name, whole in labels().facts if whole.fullmatch(part.label)), "")
    inner = value.strip(" .;|)")
    if name == "title" and not part.bare and inner and (named := _TITLE.match(value)):
        found.title = (line.start + part.start + named.start("title"), line.start + part.start + named.end("title"))
    elif name == "runtime":
        _length(inner, found)
    elif name == "year" and (year := _YEAR.search(inner)):
        found.year = found.year or year.group()
    elif name == "country" and not found.countries:
        row = Row((line.start, line.start), marked=False)
        begin = line.start + part.start + value.index(inner) if inner else line.start
        for piece in fields_of(Line(begin, begin + len(inner), inner, False, line.kind), 0):
            is_fact(piece, row, lexicon)
        found.countries += row.countries
    if part.bare or len(inner) > _LONGEST_VALUE:
        return None if part.bare and len(inner) > _LONGEST_ROLE else part.end
    end = _END.search(value)
    return part.end if end is None else part.start + end.start()
