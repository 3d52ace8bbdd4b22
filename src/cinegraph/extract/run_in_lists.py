"""Films that a sentence lists one after another: "Night Bus by Ada Doe (Spain), Alma by Ben Roe (Chile) and What We Do by Cora Lind".

What parts the items tells where a title begins and ends, whatever its words are: no capital need stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Field, Span
from cinegraph.extract.row_facts import Row, is_fact
from cinegraph.extract.rows import may_be_title
from cinegraph.extract.word_lists import expressions
from cinegraph.lexicon import Lexicon

LEAST = 3
"""As many items in a row make a list: what two commas part may be anything."""
_BY = re.compile(r",? (?:directed by|dir\. by|dir\.|by) ")
_OWNER = re.compile(r"(?:'s|(?<=s)') (?=[A-ZÀ-Þ\d\"¡¿#])")
_SEPARATOR = re.compile(r"[,;] (?:(?:and|plus|as well as) )?")
_AND = re.compile(r" and (?=[A-ZÀ-Þ\d\"¡¿#])")
_PAREN = re.compile(r" ?\((?P<facts>[^()]{2,80})\)$")
# What leads to the first title; the earliest sign counts, as the words of a title may be such ones too.
_LEAD = re.compile(
    r"(?:[:–—]| -|\b(?:are|is|includes?|including|included|featur(?:es?|ing)|such as|like|namely|presents?|screens?|shows?|offers?|brings?|titles|films|features|shorts|documentaries)|\bto (?=[^,]{2,40}'s )) ?(?=[A-ZÀ-Þ\d\"¡¿#])"
)
# "…, the documentaries Rain by Ada Doe"
_KIND = re.compile(
    r"(?:[a-z][\w'-]* ){0,5}(?:films?|features?|shorts?|documentar(?:y|ies)|dramas?|comed(?:y|ies)|thrillers?|titles?) (?=[A-ZÀ-Þ\d\"¡¿#])"
)
_FILMS = re.compile(rf"\b(?:{expressions('film_words')})\b", re.IGNORECASE)
_OTHER_ARTS = re.compile(rf"\b(?:{expressions('other_arts')})\b", re.IGNORECASE)
_LONGEST_HALF = 4
_ASIDE = re.compile(r" ?\([A-ZÀ-Þ\d][^()]*\)$")
_MARKS = "\"'*_"


@dataclass(slots=True)
class Item:
    """One film of such a list, and where its words stand."""

    span: Span
    row: Row


def makers_in(text: str, begin: int, stop: int) -> int:
    """How many words there are that part films from their makers."""
    return sum(text.count(sign, begin, stop) for sign in (" by ", " dir. ", "'s ", "s' "))


def run_in_list(text: str, begin: int, stop: int, before: str, lexicon: Lexicon) -> list[Item]:
    """The films that a sentence lists with their directors; none where it lists anything else.

    :param text: the normalised article
    :param before: what is said before the sentence in its paragraph
    """
    if makers_in(text, begin, stop) < LEAST or _OTHER_ARTS.search(text, begin, stop):
        return []
    items = max(_runs(text, begin, stop, lexicon), key=len, default=[])
    if len(items) < LEAST:
        return []
    told = sum(item.row.facts or item.row.year is not None for item in items)
    lead = before + text[begin : items[0].span[0]]
    if 2 * told < len(items) and (not _FILMS.search(lead) or _OTHER_ARTS.search(before)):
        return []
    return items


def _runs(text: str, begin: int, stop: int, lexicon: Lexicon) -> Iterator[list[Item]]:
    """The items that stand side by side."""
    run: list[Item] = []
    parted: Span | None = None
    owned: Span | None = None
    for first, (start, end) in enumerate(_segments(text, begin, stop)):
        item = _item(text, start, end, lexicon, first=first == 0, leading=not run)
        if item is not None:
            if parted is not None and parted[1] < item.row.title[0] <= parted[1] + 2:
                # A comma stands in the title.
                item.row.title = (parted[0], item.row.title[1])
            elif owned is not None:
                run[-1].row.title = (run[-1].row.title[0], owned[1])
            parted = owned = None
            run.append(item)
            continue
        parted = owned = None
        if run and _goes_on(text, start, end, run[-1], lexicon):
            run[-1].span = (run[-1].span[0], end)
        elif run and _half_a_title(text[start:end], lexicon):
            # The other half of a title stands before its "by", or behind the first one after its owner.
            last = run[-1].row
            parted, owned = (None, (start, end)) if last.people[0][1] < last.title else ((start, end), None)
        elif run:
            yield run
            run = []
    yield run


def _half_a_title(part: str, lexicon: Lexicon) -> bool:
    """Whether a part without a maker may be the first half of the title that follows it ("Mother, I Am Here by Ben Roe")."""
    return (
        part[:1].isupper()
        and len(part.split()) <= _LONGEST_HALF
        and not like_a_person(part, lexicon)
        and lexicon.place(part) is None
        and may_be_title(part)
    )


def _segments(text: str, begin: int, stop: int) -> Iterator[Span]:
    """What commas and semicolons part, and an "and" between two of which each has its "by"."""
    position, depth = begin, 0
    counted = begin
    for match in [*_SEPARATOR.finditer(text, begin, stop), None]:
        at = match.start() if match else stop
        depth += text.count("(", counted, at) - text.count(")", counted, at)
        counted = at
        if match and (depth > 0 or text.count('"', position, at) % 2):
            continue
        end = at
        while not match and end > position and text[end - 1] in ". ":
            end -= 1
        both = [
            m
            for m in _AND.finditer(text, position, end)
            if any(by.search(text, position, m.start()) and by.search(text, m.end(), end) for by in (_BY, _OWNER))
        ]
        if len(both) == 1:
            yield position, both[0].start()
            position = both[0].end()
        yield position, end
        position = match.end() if match else stop


def _item(text: str, start: int, end: int, lexicon: Lexicon, *, first: bool, leading: bool) -> Item | None:
    """A title with its director, and what stands in parentheses.

    :param first: whether the sentence begins with it
    :param leading: whether no item stands before it, so that words may lead to it
    """
    lead = _LEAD.search(text, start, end) if leading else _KIND.match(text, start, end)
    start = lead.end() if lead else start
    paren = _PAREN.search(text[start:end])
    stop = start + paren.start() if paren else end
    by = max(_BY.finditer(text, start, stop), key=lambda match: match.start(), default=None)
    if by is None:
        return _owned_item(text, start, stop, end, paren, lexicon) if lead or not first else None
    row = Row(_title(text, start, by.start()), marked=False, labelled=True)
    people = list(_people(text, by.end(), stop, lexicon, alone=paren is not None))
    if not people or not may_be_title(text[slice(*row.title)]) or (first and lead is None and not text[start:by.start()].istitle()):
        return None
    row.people = [("director", span) for span in people]
    if aside := _PAREN.search(text[start : by.start()]):
        _read(aside["facts"], start + aside.start("facts"), row, lexicon)
    if paren:
        _read(paren["facts"], start + paren.start("facts"), row, lexicon)
    return Item((start, end), row)


def _owned_item(
    text: str, start: int, stop: int, end: int, paren: re.Match[str] | None, lexicon: Lexicon
) -> Item | None:
    """A title that stands after those who made it: "Ada Doe's Night Bus"."""
    owner = _OWNER.search(text, start, stop)
    if owner is None:
        return None
    row = Row(_title(text, owner.end(), stop), marked=False, labelled=True)
    people = list(_people(text, start, owner.start(), lexicon, alone=False))
    if not people or not may_be_title(text[slice(*row.title)]):
        return None
    row.people = [("director", span) for span in people]
    if paren:
        _read(paren["facts"], start + paren.start("facts"), row, lexicon)
    return Item((start, end), row)


def _title(text: str, start: int, end: int) -> Span:
    """Where a title stands, without its marks and what follows it in parentheses."""
    while start < end and text[start] in _MARKS:
        start += 1
    closing = text.find('"', start, end)
    if text[closing - 1 : closing] == " " and start < closing < end and text.startswith('"', start - 1) is False:
        # What stands before the marks describes the film ("Ada's Berlin-winning "Night Bus"").
        start, closing = closing + 1, text.find('"', closing + 1, end)
    end = closing if closing > start else end
    aside = _ASIDE.search(text[start:end])
    end = start + aside.start() if aside else end
    while end > start and text[end - 1] in _MARKS + ", ":
        end -= 1
    return start, end


def _people(text: str, start: int, end: int, lexicon: Lexicon, *, alone: bool) -> Iterator[Span]:
    """The people whom a list gives as makers of one film.

    :param alone: whether one of them may have a single name
    """
    position = start
    found: list[Span] = []
    for match in [*re.finditer(r" (?:and|&) ", text[start:end]), None]:
        stop = start + match.start() if match else end
        name = text[position:stop]
        single = alone and " " not in name and name[:1].isupper() and name.isalpha()
        if not single and not like_a_person(name, lexicon):
            return
        found.append((position, stop))
        position = start + match.end() if match else end
    yield from found


def _goes_on(text: str, start: int, end: int, item: Item, lexicon: Lexicon) -> bool:
    """Whether a part names one more maker of the film before it; it goes into its row."""
    if item.row.facts or text[item.span[1] - 1] == ")":
        return False
    paren = _PAREN.search(text[start:end])
    people = list(_people(text, start, start + paren.start() if paren else end, lexicon, alone=False))
    if not people or (not paren and item.row.countries):
        return False
    item.row.people += [("director", span) for span in people]
    if paren:
        _read(paren["facts"], start + paren.start("facts"), item.row, lexicon)
    return True


def _read(facts: str, start: int, row: Row, lexicon: Lexicon) -> None:
    """Take the countries, the year and the length of a film in."""
    for match in re.finditer(r"[^,;/|]+", facts):
        part = match.group().strip()
        at = start + match.start() + match.group().index(part) if part else start
        nation = lexicon.demonyms.get(part)
        if nation is not None:
            row.countries.append(((at, at + len(part)), nation))
        else:
            is_fact(Field(at, at + len(part), part, ",", True), row, lexicon)
