"""Tables of prizes: who gives a prize, in which category, for which work, and whether it was won, a cell that spans rows left out in all but the first."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from cinegraph.extract.awards import honours
from cinegraph.extract.filmography_tables import cells_in
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Span
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document
from cinegraph.resources import resource

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DATED = re.compile(r"(?:[A-Z]\w{2,9}\.? )?(?:\d{1,2}(?:[–-]\d{1,2})?,? )?(?:[A-Z]\w{2,9}\.? )?(?:\d{1,2}, )?(?:1[89]|20)\d\d(?:[–/-]\d{2,4})?(?: ?\([^()]{1,12}\))?")
_GLOSS = re.compile(r" ?\([^()]*\)$")
_NAMES = re.compile(r",? and | & |, |/")
_LONGEST, _LONGEST_ROW = 110, 420
_NEEDED = ("result", "category")


@cache
def _words(table: str) -> dict[str, re.Pattern[str]]:
    data = tomllib.loads(resource("data", "lexicon", "patterns", "prize_tables.toml").read_text(encoding="utf-8"))
    return {name: re.compile(words, re.IGNORECASE) for name, words in data[table].items()}


@dataclass(frozen=True, slots=True)
class TabledPrize:
    """A row of a table of prizes.

    :ivar relation: what its result says; empty where it says nothing of a prize
    :ivar body: where those stand who give the prize, in this row or in one above
    :ivar works: the films that it names, in this row or in one above
    :ivar people: those whom it names as having got it
    """

    block: int
    start: int
    end: int
    relation: str
    year: str = ""
    body: Span | None = None
    category: Span = (0, 0)
    works: tuple[Span, ...] = ()
    people: tuple[Span, ...] = ()


def find_prize_tables(document: Document, text: str, lexicon: Lexicon) -> list[TabledPrize]:
    """The rows of a document's tables of prizes, their heads too, in text order.

    :param text: the document's text, normalised
    """
    table: _Table | None = None
    found: list[TabledPrize] = []
    previous = -2
    head = document.blocks[0] if document.blocks else None
    title = text[head.start : head.end] if head is not None else ""
    for index, block in enumerate(document.blocks):
        if block.kind is not BlockKind.TABLE_ROW or block.end - block.start > _LONGEST_ROW:
            continue
        headed = _headed(text[block.start : block.end], title, lexicon)
        if headed is not None or index != previous + 1:
            table = headed
            if table is not None:
                table.of_film = _names_film(document.blocks[index + 1 :], text, title)
            found += [TabledPrize(index, block.start, block.end, "")] if headed is not None else []
        elif table is not None:
            found.append(table.row(index, block, text))
        previous = index
    return found


def _headed(said: str, title: str, lexicon: Lexicon) -> _Table | None:
    columns = [_kind(said[start:end].strip(" :")) for start, end in cells_in(said)]
    if "award" in columns:
        instead = "body" if "category" in columns else "category"
        columns = [instead if kind == "award" else kind for kind in columns]
    if any(columns.count(kind) != 1 for kind in _NEEDED) or any(columns.count(kind) > 1 for kind in ("body", "work", "recipient", "year")):
        return None
    return _Table(columns, title, lexicon)


def _names_film(blocks: Sequence[Block], text: str, title: str) -> bool:
    """Whether a cell of a table is the title of the page: it is of the prizes of one film, and who else stands there are people."""
    title = _GLOSS.sub("", title).strip()
    for block in blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            return False
        said = text[block.start : block.end]
        if title and title in said and not honours(said) and any(said[start:end] == title for start, end in cells_in(said)):
            return True
    return False


def _kind(head: str) -> str:
    return next((kind for kind, words in _words("heads").items() if words.fullmatch(head)), "")


@dataclass(slots=True)
class _Table:
    """A table of prizes, with the cells of the row above in which one stood."""

    columns: list[str]
    title: str
    lexicon: Lexicon
    above: dict[str, Span] = field(default_factory=dict)
    year: str = ""
    of_film: bool = False

    def row(self, index: int, block: Block, text: str) -> TabledPrize:
        """A row; one of which nothing is known where its cells do not fit the columns."""
        nothing = TabledPrize(index, block.start, block.end, "")
        said = text[block.start : block.end]
        spans = [(start + block.start, end + block.start) for start, end in cells_in(said)]
        place = next((n for n in range(len(spans) - 1, -1, -1) if _result(text[slice(*spans[n])]) is not None), None)
        fitted = self._fitted(spans, place, text) if place is not None else None
        if fitted is None or place is None:
            return nothing
        if "year" in fitted:
            told = _YEAR.search(text[slice(*fitted["year"])])
            self.year = told.group() if told else ""
        self.above |= fitted
        relation = _result(text[slice(*spans[place])]) or ""
        category = fitted["category"]
        works, people = self._got_by(text, category)
        if not works and not people and ("recipient" in self.columns or "work" in self.columns) and self._is_name(text[slice(*(self.above.get("recipient") or self.above["work"]))]):
            return nothing
        if _words("words")["no_film"].search(text, *category) or not 2 < category[1] - category[0] <= _LONGEST or not text[category[0]].isalnum():
            return nothing
        return TabledPrize(index, block.start, block.end, relation, self.year, self.above.get("body"), category, works, people)

    def _fitted(self, spans: Sequence[Span], place: int, text: str) -> dict[str, Span] | None:
        """The columns with the cells of a row, those before the result."""
        columns = self.columns[: self.columns.index("result")]
        if "category" not in columns:
            return dict(zip(self.columns, spans, strict=False)) if len(spans) >= len(self.columns) - 1 and place == self.columns.index("result") else None
        cells = list(spans[:place])
        if len(cells) == len(columns) and all(end > start for start, end in cells):
            return dict(zip(columns, cells, strict=True))
        cells = [(start, end) for start, end in cells if end > start]
        found: dict[str, Span] = {}
        if "year" in columns:
            columns.remove("year")
            dated = next((cell for cell in cells if _DATED.fullmatch(text[slice(*cell)])), None)
            if dated is not None:
                cells.remove(dated)
                found["year"] = dated
        if not cells or len(cells) > len(columns):
            return None
        best = max(
            (chosen for chosen in combinations(range(len(columns)), len(cells)) if columns.index("category") in chosen),
            key=lambda chosen: (sum(self._likely(columns[n], text[slice(*cell)]) for n, cell in zip(chosen, cells, strict=True)), chosen),
            default=None,
        )
        if best is None:
            return None
        fitted = {columns[n]: cell for n, cell in zip(best, cells, strict=True)}
        return found | fitted if all(kind in fitted or kind in self.above for kind in columns if kind in ("body", "work", "recipient")) else None

    def _likely(self, kind: str, said: str) -> int:
        """How much a cell looks like one of a column."""
        body = bool(_words("words")["body"].search(said))
        category = bool(_words("words")["category"].search(said)) and not body
        if kind == "body":
            return 2 if body else -2 if category else 0
        if kind == "category":
            return 2 if category else -1 if body else 0
        return -2 if body or category else 1

    def _got_by(self, text: str, category: Span) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The works and people that a row gives a prize to."""
        works = [span for kind in ("work",) if (span := self.above.get(kind)) is not None and self._is_name(text[slice(*span)])]
        people: list[Span] = []
        recipient = self.above.get("recipient")
        if recipient is not None and self._is_name(text[slice(*recipient)]):
            said = text[slice(*recipient)]
            known = like_a_person(said, self.lexicon)
            craft = honours(text[slice(*category)])
            titled = said in self.title
            if known and (craft or (not titled and (known > 1 or works or self.of_film))):
                people = list(_parts(text, recipient))
            elif self.of_film or not (known and titled):
                works = works or [recipient]
        return tuple(_unquoted(text, span) for span in works), tuple(people)

    def _is_name(self, said: str) -> bool:
        return 1 < len(said) <= _LONGEST and any(char.isalnum() for char in said)


def _result(said: str) -> str | None:
    """What a cell of results says; empty where it says nothing of a prize, None where it is none."""
    kind = next((kind for kind, words in _words("results").items() if words.fullmatch(said)), None)
    return "" if kind == "nothing" else kind


def _parts(text: str, span: Span) -> Iterator[Span]:
    """The people of a list."""
    begin = span[0]
    for sign in [*_NAMES.finditer(text, *span), None]:
        stop = sign.start() if sign is not None else span[1]
        if stop > begin:
            yield begin, stop
        begin = sign.end() if sign is not None else stop


def _unquoted(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in "\"'*_ ":
        start += 1
    while end > start and text[end - 1] in "\"'*_ †‡":
        end -= 1
    return start, end
