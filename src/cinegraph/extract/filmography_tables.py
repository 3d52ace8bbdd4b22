"""Filmographies set out in a table: what each column holds, and what a row says of its film, a cell that spans rows left out in all but the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cinegraph.extract.film_crafts import alias_told, craft_word, crafts_of, heads_of_columns, of_films, words_of_cells
from cinegraph.extract.filmography_parts import (
    CRAFT,
    DIRECTED_BY,
    YEAR,
    FilmographyRow,
    forms_in,
    minutes_in,
    moved,
    people_in,
    relations_told,
    trimmed,
)
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Span
from cinegraph.extract.text import UPPER
from cinegraph.lexicon import Lexicon

_CRAFTS = ("director", "screenwriter", "cinematographer", "editor", "composer", "producer", "cast_member", "other")
_YEAR_CELL = re.compile(rf"{YEAR}\b.{{0,14}}|(?:tba|tbd|tbc|upcoming|unreleased|n/?a|[–—-])(?: ?\[\w+\])?", re.IGNORECASE)
# "Night Bus (Nattbuss)", "Night Bus †"
_BESIDE_TITLE = re.compile(r" ?\((?P<note>[^()]*)\)[\s†‡*]*$|[\s†‡*]+$")
_BY = re.compile(rf"(?P<label>[\w-]+(?: film| series)?(?:(?:,? and |, |/| & )[\w-]+){{0,2}}) (?P<by>by|with):? (?P<names>[{UPPER}][^()\n;.–—|\"]{{2,80}})")
_SIGN = re.compile(r"yes|[✓✔☑✅]", re.IGNORECASE)
_ONESELF = re.compile(r"(?:him|her|them)sel(?:f|ves)|self", re.IGNORECASE)
_LONGEST_TITLE = 90


def cells_in(said: str) -> Iterator[Span]:
    """Where the cells of a row stand, without their marks.

    >>> said = "2001 | *Night Bus* | Yes"
    >>> [said[start:end] for start, end in cells_in(said)]
    ['2001', 'Night Bus', 'Yes']
    """
    position = 0
    for part in said.split("|"):
        inner = part.strip(" *_\"“”")
        start = position + (part.index(inner) if inner else 0)
        yield start, start + len(inner)
        position += len(part) + 1


def columns_of(said: str) -> list[str]:
    """What the columns of a table hold: year, title, a craft, the name of a part, notes; an empty word for any other.

    >>> columns_of("Year | Title | Director | Writer | Notes | Ref.")
    ['year', 'title', 'director', 'screenwriter', 'notes', '']
    """
    found: list[str] = []
    for start, end in cells_in(said):
        kind = _column(said[start:end].strip(" :").lower())
        found.append("" if kind in ("title", "alias") and kind in found else kind)
    if "alias" in found and "title" not in found:
        found[found.index("alias")] = "title"  # "Year | English title | Director"
    return found


def _column(head: str) -> str:
    crafts = crafts_of(head)
    told = next((kind for kind, words in heads_of_columns().items() if words.fullmatch(head)), "")
    return told or (crafts[0] if len(crafts) == 1 else "")


@dataclass(slots=True)
class Table:
    """A table of films.

    :ivar head: the number of the block that heads the filmography
    :ivar relations: what its films are to the one whose they are, as the words over it say
    :ivar columns: what each column holds
    :ivar first: the number of its first row
    :ivar year: the year of the row above
    """

    head: int
    relations: tuple[str, ...] | None
    columns: list[str]
    first: int
    year: str = ""

    @property
    def of_films(self) -> bool:
        """Whether it has a column of titles and one of years."""
        return {"title", "year"} <= set(self.columns)

    def has_signs(self, below: Sequence[str]) -> bool:
        """Whether the cells of the rows below say yes in a column of a craft, so that the films are somebody's without a heading."""
        if not self.of_films or not any(kind in _CRAFTS or kind == "credited" for kind in self.columns):
            return False
        return any(_SIGN.fullmatch(said[start:end]) for said in below for start, end in cells_in(said))

    def goes_on_in(self, said: str) -> bool:
        """Whether a row names only crafts: it parts the column of credits in the row above, whose heads it takes over."""
        inner = columns_of(said)
        if "credited" not in self.columns or not inner or any(kind not in _CRAFTS for kind in inner):
            return False
        place = self.columns.index("credited")
        rest = self.columns[place + 1 :]
        while rest and not rest[0]:
            del rest[0]
        self.columns = [*self.columns[:place], *inner, *rest]
        return True

    def row(self, index: int, start: int, said: str, spans: Sequence[Span], lexicon: Lexicon, last: int = -1) -> FilmographyRow | None:
        """A row of the table; None where its cells do not fit the columns.

        :param index: the number of its block, and ``last`` that of the last one where its cells stand in several
        :param start: where it begins in the document
        :param spans: where its cells stand in what it says
        """
        columns = self._fitting([said[start:end] for start, end in spans])
        where = dict(zip(columns, spans, strict=False)) if columns is not None else {}
        where.pop("", None)
        of = {kind: said[slice(*span)] for kind, span in where.items()}
        if "title" not in of or not of["title"] or len(of["title"]) > _LONGEST_TITLE:
            return None
        if "year" in of:
            told = re.match(YEAR, of["year"])
            if told is None and not _YEAR_CELL.fullmatch(of["year"]):
                return None
            self.year = told.group() if told else ""
        elif "year" in self.columns and self.columns[0] != "year":
            return None
        return replace(self._filled(index, start, said, of, where, self._made(of, where, said, start, lexicon), lexicon), last=last)

    def _fitting(self, cells: Sequence[str]) -> list[str] | None:
        """The columns in which the cells of a row stand: a year that it shares with the row above is left out."""
        columns = self.columns
        if columns[0] != "year":
            return columns
        dated = bool(_YEAR_CELL.fullmatch(cells[0]))
        if dated and len(cells) > 1 and columns[1] == "title" and cells[1] and words_of_cells()["yes"].fullmatch(cells[1]):
            dated = False  # a title that is a number
        if not dated and (not self.year or len(cells) >= len(columns)) and cells[0]:
            return None
        return columns if dated or not cells[0] else columns[1:]

    def _made(self, of: dict[str, str], where: dict[str, Span], said: str, offset: int, lexicon: Lexicon) -> _Made:
        """What the columns of crafts say; nothing where one of them holds anything else."""
        yes, no = words_of_cells()["yes"], words_of_cells()["no"]
        told = [kind for kind in of if kind in _CRAFTS]
        marked = [kind for kind in told if yes.fullmatch(of[kind])]
        others: list[tuple[str, Span]] = []
        own = tuple(kind for kind in told if kind not in marked and _ONESELF.fullmatch(of[kind]))
        for kind in told:
            if kind in marked or kind in own or no.fullmatch(of[kind]):
                continue
            named = tuple(people_in(said, *where[kind], offset, lexicon)) if like_a_person(of[kind], lexicon) else ()
            if not named and kind != "other" and self._is_marked():
                return _Made((), [])  # "Assistant director": whatever it says, no sign tells of the film
            others += [(kind, span) for span in named if kind != "other"]
        # A cell without a name among those of directors says nothing of whose films they are.
        signs = bool(marked) or (bool(told) and not others and not own and (self._is_marked() or any(of[kind].isalpha() for kind in told)))
        return _Made(of_films(marked) if signs else None, others, own)

    def _is_marked(self) -> bool:
        """Whether several columns of crafts stand side by side, as those in which signs say yes or no do."""
        return sum(kind in _CRAFTS for kind in self.columns) > 1

    def _filled(self, index: int, offset: int, said: str, of: dict[str, str], where: dict[str, Span], made: _Made, lexicon: Lexicon) -> FilmographyRow:
        notes = of.get("notes", "")
        others = [*made.others, *(_named_in(said, where["notes"], offset, lexicon) if notes else ())]
        directors = tuple(dict.fromkeys(span for kind, span in others if kind == "director"))
        relations = self.relations if made.relations is None else made.relations
        part = ""
        if of.get("part"):
            crafts = crafts_of(of["part"])
            relations = of_films(crafts) if crafts else tuple(dict.fromkeys((*(relations or ()), "cast_member")))
            part = "" if crafts else of["part"]
        if of.get("craft"):
            relations = of_films(crafts_of(of["craft"])) or relations
        if made.own:
            relations = tuple(dict.fromkeys((*(relations or (CRAFT,)), *made.own)))
        relations = relations_told(relations, _BY.sub(" ", notes), bool(directors))
        title = trimmed(said, where["title"])
        beside = _BESIDE_TITLE.search(said, *title)
        if beside is not None and beside.start() > title[0]:
            notes = f"{beside['note'] or ''} {notes}"
            title = title[0], beside.start()
        alias = alias_told(said, *where["notes"]) if "notes" in where else None
        if of.get("alias") and of["alias"] != of["title"] and of["alias"][0].isalnum():
            alias = trimmed(said, where["alias"])
        told = f"{of.get('craft', '')} {notes}"
        return FilmographyRow(
            index, self.head, offset, offset + len(said), moved(title, offset), self.year, relations, directors, forms_in(told), minutes_in(told),
            table=self.first, others=tuple(one for one in others if one[0] != "director"), part=part,
            alias=moved(alias, offset) if alias is not None else None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Made:
    """What the columns of crafts say of a film: what it is to whose films they are, and who else made it."""

    relations: tuple[str, ...] | None
    others: list[tuple[str, Span]]
    own: tuple[str, ...] = ()


def _named_in(said: str, notes: Span, offset: int, lexicon: Lexicon) -> Iterator[tuple[str, Span]]:
    """Whom the notes name, each with the relation: "Co-written with X", "Documentary by X"."""
    found = False
    for told in _BY.finditer(said, *notes):
        label = told["label"].lower()
        crafts = [match.lastgroup or "" for match in craft_word().finditer(label)]
        if told["by"] == "with" and not label.startswith("co-"):
            continue
        if not crafts and told["by"] == "by" and words_of_cells()["kinds"].search(label):
            crafts = ["director"]
        for craft in of_films(crafts):
            found = found or craft == "director"
            # "Produced by Blue Door": companies look like people.
            named = people_in(said, *told.span("names"), offset, lexicon)
            yield from ((craft, span) for span in named if craft != "producer" or like_a_person(said[span[0] - offset : span[1] - offset], lexicon) > 1)
    directed = None if found else DIRECTED_BY.search(said, *notes)
    if directed is not None:
        yield from (("director", span) for span in people_in(said, *directed.span("names"), offset, lexicon))
