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
from cinegraph.extract.credit_lines import Credits, credits_of, facts_of
from cinegraph.extract.layout_words import AWARD_WORD, CAPITALS_AND, like_a_person
from cinegraph.extract.rows import (
    DIRECTOR_LABEL,
    OTHER_LABEL,
    QUOTED,
    Field,
    Line,
    Row,
    Span,
    cased,
    fields_of,
    goes_on,
    is_fact,
)
from cinegraph.extract.text import fold
from cinegraph.extract.word_lists import expressions
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.model import Block, BlockKind, Document

_READ = {BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.PARAGRAPH}
_LABELLED = re.compile(
    r"[\W_]*(?:(?:1[89]|20)\d\d[:\W]{1,4})?(?P<label>[^\W\d_][^:|\n]{2,80}?)[*_]*(?:: |:\*\* | [–—|-] | \| ) *(?P<rest>\S.*)",
    re.DOTALL,
)
# "The jury has awarded a Commendation to", "has chosen as winner of the Ecumenical Prize": who it was stands in the next line.
_LEADS_TO = re.compile(
    r"\b(?:(?:goes|went|go|awarded|given|presented)(?: [^.:]{3,70})? to|(?:chosen|chose|choose|chooses|named|names|selected|picked|crowned)(?: [^.:]{3,40})? as (?:the )?(?:winners?|recipients?) of (?:the |its )?[^.:]{3,70})[\W_]*$",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:(?:{expressions('award_kind')}) )*(?:{expressions('award_craft')})(?: (?:{expressions('award_tail')}))*(?: (?:19|20)\d\d)?",
    re.IGNORECASE,
)
_SECTION = re.compile(rf"(?:(?:{expressions('award_section')})(?:[ ,/&-]+|$))+", re.IGNORECASE)
_ABOUT_AWARDS = re.compile(
    r"\b(?:awards?|winners?|winning|wins?|nomin\w+|prizes?|palmar[eè]s|oscars?|césars?|goyas?|baftas?|honou?rs)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:wins?|won|takes?|took|goes|went|is|was|were|has|had|gets|who|which|will|scoops?|sweeps?|leads?|awards|prizes|winners|nominations|nominees)\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?P<first>\S.*?),? (?P<sign>for(?: (?:his|her|their) (?:\w+ ){1,4}in)?(?: (?:the )?(?:film|movie|short film|short|documentary|feature))?|in|by|dir\.?|directed by) (?P<second>\S.*)"
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
# What names a prize itself, or tells something, is no winner's line.
_IS_AWARD = re.compile(r".*\b(?:prizes?|awards?|prix|mentions?|trophy|honou?rs)", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:won|were|was|are|received|receives|presented|announced|awarded|continues|will)\b")
_CREDIT = re.compile(
    rf"(?:{DIRECTOR_LABEL.pattern}|{OTHER_LABEL.pattern})(?<=: )"
    r"|[*_]*(?:co-?)?(?:directed|produced|written|supported|funded|financed|backed|distributed|edited|shot|photographed) by\b",
    re.IGNORECASE,
)
_PRODUCED = re.compile(r"(?:co-?)?produced by (?P<names>.{2,120})", re.IGNORECASE)
_COMPANY = re.compile(
    r"[A-Z]{2,7}|[A-Z0-9].*\b(?i:films?|productions?|pictures|filmproduktion|studios?|media|entertainment|company|cinema|group|house|gmbh|ltd|inc)\.?"
)
_TWO, _SEVERAL = 2, 3
_LONGEST_HEADING, _LONGEST_LINE, _HEAD = 80, 340, 3
# What the jury says of a winner goes on in the same line.
_JURY_SAYS = re.compile(
    r"(?<=[.!?)\]\"]) (?=(?:the )?(?:jury(?:'s)?|jurors?'?)(?: \w+)?: |(?:motivation|statement|citation|reasoning|synopsis): )",
    re.IGNORECASE,
)
_WINNER = re.compile(r"[\W_]*(?:the )?winners?(?: is| are)?[\W_]*", re.IGNORECASE)
_WINNER_LINE = re.compile(r"[\W_]*(?:the )?winners?(?: is| are)?[*_]*: ?\S", re.IGNORECASE)
_LISTS_WINNERS = re.compile(r"\b(?:winners|prize-?winners|palmar[eè]s|nominees|nominations|list of (?:awards|prizes))\b", re.IGNORECASE)
_LIKE_A_WINNER = re.compile(r" for (?:the )?[A-Z\"*]|\bdirected by |, dir\. | by [A-Z]|\([A-Z][^()]*\)$|^[\"*_]|[\"*_]$| [–—] ")


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
    :ivar above: where the line begins that names its award
    :ivar heads: whether it names an award, over those who won it
    :ivar more: what the lines under it say of its film
    """

    start: int
    end: int
    winners: tuple[Winner, ...]
    label: int | None = None
    marked: bool = False
    award: tuple[int, int, str] | None = None
    above: int | None = None
    heads: bool = False
    more: Credits | None = None

    @property
    def names(self) -> Iterator[tuple[Span, str]]:
        """The names that it holds, each with its type."""
        for winner in self.winners:
            for span in winner.films:
                yield span, "Film"
            for span in (*winner.people, *winner.directors):
                yield span, "Person"
        if self.more is not None:
            for _, span in self.more.people:
                yield span, "Person"
            for _, span in self.more.companies:
                yield span, "Organization"


def find_prizes(document: Document, text: str, lexicon: Lexicon, taken: Sequence[Span] = ()) -> list[PrizeLine]:
    """The lines of winners' and nominees' lists, in text order.

    :param text: the document's text, normalised
    :param taken: the lines that are credits of a film
    """
    lists = _Lists(document, text, lexicon)
    credited = {start for start, _ in taken}
    for index, block in enumerate(document.blocks):
        if block.start in credited:
            lists.leave(block)
        else:
            lists.take(index)
    return [line for line in lists.found if line.winners or line.award or line.heads]


class _Lists:
    """The lists of winners of one article, block by block: which award's name stands above, and whether a line is still under it."""

    def __init__(self, document: Document, text: str, lexicon: Lexicon) -> None:
        self.blocks, self.text, self.lexicon = document.blocks, text, lexicon
        self.found: list[PrizeLine] = []
        self.about = any(_ABOUT_AWARDS.search(text, b.start, b.end) for b in self.blocks[:_HEAD] if b.end - b.start < 200)
        self.about = self.about or sum(self._is_bare_best(b) for b in self.blocks) >= _SEVERAL
        self.title = next((b for b in self.blocks if b.kind is not BlockKind.METADATA), None)
        self.heading, self.head, self.last = "", 0, 0
        # The last block that is the award's name, one of its winners, or a credit of theirs.
        self.under = -1
        # The one film of the winner above, and what the lines under it say of it.
        self.film: Span | None = None
        self.more: Credits | None = None

    def _is_bare_best(self, block: Block) -> bool:
        said = self.text[block.start : block.end] if block.end - block.start < _LONGEST_HEADING else ""
        return said[:4].lower() == "best" and _BARE.fullmatch(said.strip("*_: ")) is not None

    def leave(self, block: Block) -> None:
        """Pass over a block that is a film's credits."""
        self.heading, self.last = "", block.end

    def take(self, index: int) -> None:
        """Read one block."""
        block, text = self.blocks[index], self.text
        if block.kind not in _READ:
            self.heading = ""
            return
        said = text[block.start : block.end]
        remark = _JURY_SAYS.search(said)
        if remark is not None:
            said = said[: remark.start()]
        if len(said) > _LONGEST_LINE:
            self.heading = ""
            return
        apart, self.last = text.count("\n", self.last, block.start) != 1, block.end
        end = block.start + len(said)
        label = _LABELLED.match(said)
        entitles = block is self.title and block.kind is BlockKind.HEADING and len(self.blocks) > 1
        if entitles or (label and (_OF_OTHER_FORM.search(label["rest"]) or _YEAR_FIRST.match(said.lstrip("*_ ")))):
            self.heading = ""
        elif label and self.heading and _WINNER.fullmatch(label["label"]):
            self._add(index, end, block.start + label.start("rest"), self.heading, None)
        elif (
            label
            and _is_award(label["label"], self.about and not self.heading)
            and not AWARD_WORD.search(label["rest"][:20])
            and not _SECTION.fullmatch(label["rest"])
        ):
            self._add(
                index, end, block.start + label.start("rest"), label["label"], block.start + label.start("label")
            )
        elif _heads(said, self.about, self._next_kind(index)) or self._stands_over_its_winner(said, index):
            self._open(block, said)
            self.under = index
        elif self._says_more(said, block, index):
            self.found[-1] = self.found[-1]._replace(end=block.end, more=self.more)
            self.under = index
        elif _CREDIT.match(said):
            self.under = index if self.under == index - 1 else self.under
        elif block.kind is BlockKind.HEADING and (
            (apart and not self._goes_on(said, index)) or not _may_be_value(said)
        ):
            self.heading = ""
        elif self.heading and _may_be_value(said):
            self._add(index, end, block.start, self.heading, None)
        if len(said) < _LONGEST_HEADING and _LISTS_WINNERS.search(said) and not _SENTENCE.search(said):
            self.about = True

    def _add(self, index: int, end: int, start: int, label: str, label_start: int | None) -> None:
        line = _line(self.text, self.blocks[index], end, start, label, label_start, self.lexicon)
        alone, self.film, self.more = self.film if self.under == index - 1 and self.more is None else None, None, None
        if label_start is None:
            if alone is not None and honours(label) and not any(winner.films for winner in line.winners):
                # The film stands in one line, those who have the prize for it in the next.
                line = line._replace(winners=tuple(winner._replace(films=(alone,)) for winner in line.winners))
            line = line._replace(above=self.head)
            self.under = index
            films = [film for winner in line.winners for film in winner.films]
            self.film = films[0] if len(films) == 1 else None
        self.found.append(line)

    def _says_more(self, said: str, block: Block, index: int) -> bool:
        """Whether a line under a winner says who directed the film, or where and when it was made; it is added to what is known of it."""
        if self.film is None or self.under != index - 1 or AWARD_WORD.match(said):
            return False
        line = Line(block.start, block.end, said, False, block.kind)
        more = credits_of(line, self.lexicon) or facts_of(line, self.lexicon)
        if more is None:
            row = Row(self.film, marked=False)
            if goes_on(line, row, self.lexicon):
                more = Credits(block.start, block.end, row.people, [], {}, row.countries, row.year, row.minutes)
            elif (produced := _PRODUCED.fullmatch(said)) is not None:
                more = Credits(block.start, block.end, companies=_companies(block.start, produced))
            elif _CREDIT.match(said):
                more = Credits(block.start, block.end)
        if more is None:
            return False
        if self.more is None:
            self.more = more
        else:
            self.more.add(more)
        return True

    def _open(self, block: Block, said: str) -> None:
        """Take a line as the name of an award, over those who won it."""
        self.heading, self.head, self.film, self.more = said, block.start, None, None
        award = None
        if not AWARD_WORD.search(said):
            # Only the list tells that it is an award.
            start = block.start + len(said) - len(said.lstrip("*_ "))
            award = (start, start + len(said.strip("*_ :")), _full_name(said.strip("*_ :")))
        self.found.append(PrizeLine(block.start, block.end, (), None, False, award, heads=True))

    def _goes_on(self, said: str, index: int) -> bool:
        """Whether a line that stands apart is one more winner: right under the award's name, or like a winner in its form."""
        if not self.heading or self.under != index - 1 or self._is_marked(index):
            return False
        first = self.blocks[index - 1].start == self.head
        return first or _LIKE_A_WINNER.search(said) is not None

    def _is_marked(self, index: int) -> bool:
        """Whether a sign makes a line a heading, not only that it is short."""
        start = self.blocks[index].start
        return "#" in self.text[self.text.rfind("\n", 0, start) + 1 : start]

    def _stands_over_its_winner(self, said: str, index: int) -> bool:
        """Whether the next line begins with "Winner:", so that this one names what was won."""
        following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        return (
            following is not None
            and following.kind in _READ
            and 3 < len(said) <= _LONGEST_HEADING
            and ":" not in said
            and said[-1] not in ".!?,;"
            and _WINNER_LINE.match(self.text, following.start, following.end) is not None
        )

    def _next_kind(self, index: int) -> BlockKind | None:
        return self.blocks[index + 1].kind if index + 1 < len(self.blocks) else None


# So many words in small letters are what somebody says of a prize.
_PROSE = re.compile(r"(?:(?<![\w'-])[a-z][\w'-]*,? ){8}")


def _is_award(label: str, about: bool) -> bool:
    if _OF_A_JURY.search(label):
        return False
    return bool(AWARD_WORD.search(label) or (about and _BARE.fullmatch(label.strip("*_ "))))


def _heads(line: str, about: bool, following: BlockKind | None) -> bool:
    """Whether a line is the name of one award, over those who won it."""
    name = line.strip("*_: ")
    if following in _READ and _LEADS_TO.search(line) and AWARD_WORD.search(line):
        return True
    if (
        following not in _READ
        or not 3 < len(name) <= _LONGEST_HEADING
        or name[-1] in ".!?"
        or "*" in name
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
    return (
        1 < len(line) <= 160
        and line[-1] not in ".:,"
        and not plain[:1].islower()
        and not AWARD_WORD.match(plain)
        and not _IS_AWARD.fullmatch(plain)
        and not _TELLS.search(plain)
    )


def _full_name(label: str) -> str:
    """The name of an award that a list shortens to what it honours ("Leading actor": Best Leading Actor)."""
    words = re.sub(r" (?:19|20)\d\d$", "", label)
    words = " ".join(w.capitalize() if w.isupper() or w.islower() else w for w in words.split())
    return words if words.split()[0].lower() in ("best", "outstanding", "european") else f"Best {words}"


def _line(
    text: str, block: Block, end: int, start: int, label: str, label_start: int | None, lexicon: Lexicon
) -> PrizeLine:
    craft, of_a_film = honours(label), bool(_OF_A_FILM.search(label))
    winners: list[Winner] = []
    mark = _WINNER_MARK.search(text, start, end)
    last = mark.start() if mark else end
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
    named_to = label_start + len(label) if label_start is not None else None
    marked = mark is not None or _WINNER_LINE.match(text, block.start, end) is not None
    return PrizeLine(block.start, end, tuple(winners), named_to, marked, award)


def _unit(line: Line, craft: str, of_a_film: bool, lexicon: Lexicon) -> Winner | None:
    """One winner: a film, a person, or both; None where the words are neither."""
    if _PROSE.search(line.text) is not None:
        return None
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
        person = known[0] > 0 and not _is_plain_english(parts[0].text, lexicon) if craft else known[0] > 1 and not of_a_film
        return ([], _people(parts[0], lexicon), []) if person else (_film(parts[0]), [], [])
    second = parts[1]
    if second.sign.startswith(("for", "in")) and known[0]:
        makers = [span for part in parts[2:] if part.sign.startswith(("by", "dir")) for span in _people(part, lexicon)]
        return _film(_joined(parts[1:], lexicon)), _people(parts[0], lexicon), makers
    if second.sign.startswith(("by", "dir")):
        return _film(parts[0]), [], [span for part in parts[1:] for span in _people(part, lexicon)]
    by = next((i for i, part in enumerate(parts) if i and part.sign.startswith(("by", "dir"))), 0)
    if by and not (craft and known[0]) and all(part.inner for part in parts[1:by]):
        return _film(parts[0]), [], [span for part in parts[by:] for span in _people(part, lexicon)]
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


def _companies(start: int, produced: re.Match[str]) -> list[tuple[str, Span]]:
    """The companies that a line "Produced by …" names."""
    found: list[tuple[str, Span]] = []
    position = produced.start("names")
    for name in produced["names"].split(", "):
        if _COMPANY.fullmatch(name):
            found.append(("production_company", (start + position, start + position + len(name))))
        position += len(name) + 2
    return found


def _known(part: Field, lexicon: Lexicon) -> int:
    return like_a_person(cased(part.text), lexicon)


def _is_plain_english(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a title of plain English words, and begins with no first name ("Northern Kitchen")."""
    words = name.split()
    return fold(words[0]) not in lexicon.first_names and all(
        word.casefold() in vocabulary() or word in lexicon.demonyms for word in words
    )


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
        label = re.match(r"(?:by|dirs?[.:]*|directors?:?|directed by|for(?: the (?:film|movie|short|documentary))?|in) ", part.text)
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
