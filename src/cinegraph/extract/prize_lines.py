"""Winners and nominees as lists give them: after the award's name in one line, or in the lines under it.

What honours a person names the person first ("Best Actor: Ada Doe (Night Bus)"), what honours a film the film ("Golden Bear: Night Bus, Ada
Doe"); the words and signs between them, and what looks like a person, tell the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cinegraph.extract.awards import honours
from cinegraph.extract.layout_words import AWARD_WORD, CAPITALS_AND, like_a_person
from cinegraph.extract.rows import (
    DIRECTOR_LABEL,
    OTHER_LABEL,
    QUOTED,
    WORDS,
    Field,
    Line,
    Row,
    Span,
    cased,
    fields_of,
    is_fact,
)
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document

_READ = {BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.PARAGRAPH}
_LABELLED = re.compile(
    r"[\W_]*(?:(?:1[89]|20)\d\d[:\W]{1,4})?(?P<label>[^\W\d_][^:|\n]{2,80}?)[*_]*(?:: |:\*\* | [–—|-] | \| ) *(?P<rest>\S.*)",
    re.DOTALL,
)
_BARE = re.compile(
    rf"(?:(?:{WORDS['award_kind']}) )*(?:{WORDS['award_craft']})(?: (?:{WORDS['award_tail']}))*(?: (?:19|20)\d\d)?",
    re.IGNORECASE,
)
_SECTION = re.compile(rf"(?:(?:{WORDS['award_section']})(?:[ ,/&-]+|$))+", re.IGNORECASE)
_ABOUT_AWARDS = re.compile(
    r"\b(?:awards?|winners?|winning|wins?|nomin\w+|prizes?|palmar[eè]s|oscars?|césars?|goyas?|baftas?|honou?rs)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:wins?|won|takes?|took|goes|went|is|was|were|has|had|gets|who|which|will|scoops?|sweeps?|leads?|awards|prizes|winners|nominations|nominees)\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?P<first>\S.*?),? (?P<sign>for(?: (?:his|her|their) (?:\w+ ){1,4}in)?|in|by|dir\.?|directed by) (?P<second>\S.*)"
)
_YEAR_FIRST = re.compile(r"(?:18|19|20)\d\d\b")
_OF_A_FILM = re.compile(r"\b(?:films?|picture|feature|documentary|shorts?|debut|series)\b", re.IGNORECASE)
_WINNER_MARK = re.compile(r"\s*+[-–—*(\[{<•·:|]*+\s*+\bwinner\b\W*$|\s*[★✓✔🏆]+\s*$", re.IGNORECASE)
_UNITS = re.compile(r"\s*;\s*(?![^()]*\))|\s+ex[ -]aequo:?\s+|(?<=\))\s+/\s+(?=\S.*\)\W*$)")
# A second award with its winner in one line, or that it was no win: patterns read these.
_OF_OTHER_FORM = re.compile(
    rf"\b(?:nominat\w+|nominees?|shortlist\w*)\b|[;.] (?:the )?(?:[\w'’-]+ ){{0,4}}(?:{AWARD_WORD.pattern})[^;:]{{0,40}}: ",
    re.IGNORECASE,
)
# "The festival has named its Crystal Globe jury: …" lists no winners.
_OF_A_JURY = re.compile(
    r"\b(?:named|names|announce[sd]?|unveil(?:s|ed)|reveal(?:s|ed)|set|is|are|has|have|will|members of)\b[^:]*\b(?:jury|juries|jurors|jury members)\W*$",
    re.IGNORECASE,
)
_CREDIT = re.compile(rf"(?:{DIRECTOR_LABEL.pattern}|{OTHER_LABEL.pattern})(?<=: )", re.IGNORECASE)
_TWO = 2
_LONGEST_HEADING, _LONGEST_LINE, _HEAD = 80, 340, 3


class Winner(NamedTuple):
    """Who or what one award went to: a film, people who have it for the film, or a film with those who directed it."""

    films: tuple[Span, ...] = ()
    people: tuple[Span, ...] = ()
    directors: tuple[Span, ...] = ()
    countries: tuple[tuple[Span, str], ...] = ()


class PrizeLine(NamedTuple):
    """A line of a winners' or nominees' list.

    :ivar label: where the award's name ends in the line; None where it stands in a line above
    :ivar marked: whether the line itself says that it names the winner ("Night Bus – WINNER")
    :ivar award: where the award's name stands, where only the list tells that it is one, and the name in full
    """

    start: int
    end: int
    winners: tuple[Winner, ...]
    label: int | None = None
    marked: bool = False
    award: tuple[int, int, str] | None = None

    @property
    def names(self) -> Iterator[tuple[Span, str]]:
        """The names that it holds, each with its type."""
        for winner in self.winners:
            for span in winner.films:
                yield span, "Film"
            for span in (*winner.people, *winner.directors):
                yield span, "Person"


def find_prizes(document: Document, text: str, lexicon: Lexicon, taken: Sequence[Span] = ()) -> list[PrizeLine]:
    """The lines of winners' and nominees' lists, in text order.

    :param text: the document's text, normalised
    :param taken: the lines that are credits of a film
    """
    credited = {start for start, _ in taken}
    about = any(_ABOUT_AWARDS.search(text, b.start, b.end) for b in document.blocks[:_HEAD] if b.end - b.start < 200)
    found: list[PrizeLine] = []
    heading, last = "", 0
    title = next((b for b in document.blocks if b.kind is not BlockKind.METADATA), None)
    for index, block in enumerate(document.blocks):
        if block.kind not in _READ or block.end - block.start > _LONGEST_LINE:
            heading = heading if block.kind in _READ and not heading else ""
            continue
        if block.start in credited:
            heading, last = "", block.end
            continue
        said = text[block.start : block.end]
        apart, last = text.count("\n", last, block.start) != 1, block.end
        label = _LABELLED.match(said)
        entitles = block is title and block.kind is BlockKind.HEADING and len(document.blocks) > 1
        if entitles or (label and (_OF_OTHER_FORM.search(label["rest"]) or _YEAR_FIRST.match(said.lstrip("*_ ")))):
            heading = ""
        elif (
            label
            and _is_award(label["label"], about and not heading)
            and not AWARD_WORD.search(label["rest"][:20])
            and not _SECTION.fullmatch(label["rest"])
        ):
            found.append(
                _line(
                    text,
                    block,
                    block.start + label.start("rest"),
                    label["label"],
                    block.start + label.start("label"),
                    lexicon,
                )
            )
        elif _heads(said, about, _next_kind(document.blocks, index)):
            heading = said
            if not AWARD_WORD.search(said):
                start = block.start + len(said) - len(said.lstrip("*_ "))
                found.append(
                    PrizeLine(
                        block.start,
                        block.end,
                        (),
                        None,
                        False,
                        (start, start + len(said.strip("*_ :")), _full_name(said.strip("*_ :"))),
                    )
                )
        elif block.kind is BlockKind.HEADING and (apart or not _may_be_value(said)):
            heading = ""
        elif heading and _may_be_value(said) and not _CREDIT.match(said):
            found.append(_line(text, block, block.start, heading, None, lexicon))
    return [line for line in found if line.winners or line.award]


def _next_kind(blocks: Sequence[Block], index: int) -> BlockKind | None:
    return blocks[index + 1].kind if index + 1 < len(blocks) else None


def _is_award(label: str, about: bool) -> bool:
    if _OF_A_JURY.search(label):
        return False
    return bool(AWARD_WORD.search(label) or (about and _BARE.fullmatch(label.strip("*_ "))))


def _heads(line: str, about: bool, following: BlockKind | None) -> bool:
    """Whether a line is the name of one award, over those who won it."""
    name = line.strip("*_: ")
    if (
        following not in _READ
        or not 3 < len(name) <= _LONGEST_HEADING
        or name[-1] in ".!?"
        or _SENTENCE.search(name)
        or _WINNER_MARK.search(line)
    ):
        return False
    named = ":" not in name or _SECTION.fullmatch(name.partition(":")[2].strip())
    return bool(
        named and about and (_BARE.fullmatch(name) or (AWARD_WORD.search(name) and not _LINK_TO_WORK.search(name)))
    )


# "Ada Doe wins … for Night Bus" names no award alone; "Silver Bear for Best Director" does.
_LINK_TO_WORK = re.compile(
    r"\b(?:for|to|in) (?!(?:the )?(?:best|outstanding|a |an |first|most|lifetime|artistic|cinemat|direct|screen|act|feature|short|docu)\b)",
    re.IGNORECASE,
)


def _may_be_value(line: str) -> bool:
    plain = line.strip('*_ "')
    if _YEAR_FIRST.match(plain):
        # "2010: Ada Doe, Night Bus (Karim Roe)": one award through the years is read by patterns.
        return False
    return 1 < len(line) <= 160 and line[-1] not in ".:" and not plain[:1].islower() and not AWARD_WORD.match(plain)


def _full_name(label: str) -> str:
    """The name of an award that a list shortens to what it honours ("Leading actor": Best Leading Actor)."""
    words = re.sub(r" (?:19|20)\d\d$", "", label)
    words = " ".join(w.capitalize() if w.isupper() or w.islower() else w for w in words.split())
    return words if words.split()[0].lower() in ("best", "outstanding", "european") else f"Best {words}"


def _line(text: str, block: Block, start: int, label: str, label_start: int | None, lexicon: Lexicon) -> PrizeLine:
    craft, of_a_film = honours(label), bool(_OF_A_FILM.search(label))
    winners: list[Winner] = []
    mark = _WINNER_MARK.search(text, start, block.end)
    last = mark.start() if mark else block.end
    position = start
    value = text[start:last]
    for match in [*_UNITS.finditer(value), None]:
        stop = start + match.start() if match else last
        unit = _unit(Line(position, stop, text[position:stop], False, block.kind), craft, of_a_film, lexicon)
        if unit is not None:
            winners.append(unit)
        position = start + match.end() if match else stop
    award = None
    if label_start is not None and not AWARD_WORD.search(label):
        name = label.strip("*_ ")
        award = (label_start, label_start + len(name), _full_name(name))
    end = label_start + len(label) if label_start is not None else None
    return PrizeLine(block.start, block.end, tuple(winners), end, mark is not None, award)


def _unit(line: Line, craft: str, of_a_film: bool, lexicon: Lexicon) -> Winner | None:
    """One winner: a film, a person, or both; None where the words are neither."""
    every = list(_parts(line, 1 if craft else 2, lexicon))
    row = Row((line.start, line.start), marked=False)
    parts = [part for part in every if not is_fact(part, row, lexicon)]
    if not parts or len(parts) > 6:
        return None
    films, people, directors = _roles(parts, craft, of_a_film, lexicon)
    if not films and not people:
        return None
    return Winner(tuple(films), tuple(people), tuple(directors), tuple(row.countries) if len(films) == 1 else ())


def _roles(
    parts: Sequence[Field], craft: str, of_a_film: bool, lexicon: Lexicon
) -> tuple[list[Span], list[Span], list[Span]]:
    """The film, those who have the prize for it, and those who directed it."""
    known = [_known(part, lexicon) for part in parts]
    if len(parts) == 1:
        person = known[0] > 0 if craft else known[0] > 1 and not of_a_film
        return ([], _people(parts[0], lexicon), []) if person else (_film(parts[0]), [], [])
    second = parts[1]
    if second.sign.startswith(("for", "in")) and known[0]:
        makers = [span for part in parts[2:] if part.sign.startswith(("by", "dir")) for span in _people(part, lexicon)]
        return _film(_joined(parts[1:], lexicon)), _people(parts[0], lexicon), makers
    if second.sign.startswith(("by", "dir")):
        return _film(parts[0]), [], [span for part in parts[1:] for span in _people(part, lexicon)]
    if any(not part.text.isupper() for part in parts):
        known = [0 if part.text.isupper() else looks for part, looks in zip(parts, known, strict=True)]
    first = bool(craft) and known[0] > 0 and not (second.inner and known[1] > known[0])
    if not craft and known[0] > 1 and max(known[1:]) < 2:
        first = True
    plain = all(part.sign.strip() in ("", ",") and not part.inner for part in parts)
    if first and plain and len(parts) == _TWO and all(looks > 1 for looks in known):
        return [], [span for part in parts for span in _people(part, lexicon)], []
    if first:
        count = 1
        while count < len(parts) - 1 and known[count] and not parts[count].inner and parts[count].sign != "quoted":
            count += 1
        return _film(_joined(parts[count:], lexicon)), [s for part in parts[:count] for s in _people(part, lexicon)], []
    begin = next((i for i in range(1, len(parts)) if known[i]), len(parts))
    named = [span for part in parts[begin:] for span in _people(part, lexicon)]
    film = _film(_joined(parts[:begin], lexicon))
    if craft:
        return film, named, []
    # Whom a parenthesis names may have produced the film.
    return film, [], named if begin < len(parts) and not parts[begin].inner else []


def _known(part: Field, lexicon: Lexicon) -> int:
    return like_a_person(cased(part.text), lexicon)


def _parts(line: Line, least: int, lexicon: Lexicon) -> Iterator[Field]:
    """The parts of a value; where "for", "in" or "by" links two names, each is a part.

    :param least: how much what stands before "for" or "in" must look like a person
    """
    quoted = QUOTED.match(line.text)
    if quoted:
        start = line.start + quoted.start("title")
        yield Field(start, line.start + quoted.end("title"), quoted["title"], "quoted", False)
        yield from _linked(fields_of(line, quoted.end()), least, lexicon)
        return
    yield from _linked(fields_of(line, 0), least, lexicon)


def _linked(fields: Iterator[Field], least: int, lexicon: Lexicon) -> Iterator[Field]:
    for part in fields:
        label = re.match(r"(?:by|dirs?[.:]*|directed by|for|in) ", part.text)
        if label:
            part = replace(
                part, start=part.start + label.end(), text=part.text[label.end() :], sign=label.group().strip()
            )
        match = _LINK.fullmatch(part.text)
        by = match is not None and match["sign"].startswith(("by", "dir"))
        if match is None or (part.inner and not by):
            yield part
            continue
        if like_a_person(cased(match["second" if by else "first"]), lexicon) < (1 if by else least):
            yield part
            continue
        yield Field(part.start, part.start + match.end("first"), match["first"], part.sign, part.inner)
        rest = Field(part.start + match.start("second"), part.end, match["second"], match["sign"], part.inner)
        yield from _linked(iter([rest]), least, lexicon) if not by else iter([rest])


def _joined(parts: Sequence[Field], lexicon: Lexicon) -> Field:
    """The parts of one title, which may hold commas."""
    last = parts[0]
    for part in parts[1:]:
        if part.sign != "," or part.inner or _known(part, lexicon) > 1:
            break
        last = part
    return replace(parts[0], end=last.end) if last is not parts[0] else parts[0]


def _film(part: Field) -> list[Span]:
    """The titles of a part: one, or two in capitals with "and" between them; none where it cannot be a title."""
    text = part.text
    quoted = QUOTED.fullmatch(text)
    if quoted:
        return [(part.start + quoted.start("title"), part.start + quoted.end("title"))]
    several = list(re.finditer(r"(?P<mark>[*_\"])(?P<title>[^*_\"]+)(?P=mark)", text))
    if len(several) > 1:
        return [(part.start + m.start("title"), part.start + m.end("title")) for m in several]
    if len(text) > 90 or not (text[0].isupper() or text[0].isdigit() or text[0] in "¡¿#") or re.search(r"[\"*_]", text):
        return []
    found, position = [], part.start
    for match in [*CAPITALS_AND.finditer(text), None]:
        stop = part.start + match.start() if match else part.end
        found.append((position, stop))
        position = part.start + match.end() if match else stop
    return found


def _people(part: Field, lexicon: Lexicon) -> list[Span]:
    found: list[Span] = []
    position = part.start
    sharing = like_a_person(cased(part.text), lexicon)
    for piece in re.split(r"( and | & |, |/)", part.text):
        if like_a_person(cased(piece), lexicon) > 0 or (sharing and piece[:1].isupper()):
            found.append((position, position + len(piece)))
        position += len(piece)
    return found
