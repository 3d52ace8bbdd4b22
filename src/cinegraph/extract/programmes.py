"""States which films are shown where a programme is told in prose: "Twelve films compete for the Golden Owl. Ada Doe presents F, from Ghana comes G".

A sentence that announces the films of an edition or a section opens a programme; it goes on until a paragraph speaks of something else. Where it
has been announced every film of the matter counts, in the paragraphs after it only those that are presented as further ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.extract.award_linking import settle
from cinegraph.extract.nodes import AbstractSentence, Node, char_class
from cinegraph.extract.reading import Reading
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.time import year_in
from cinegraph.extract.unknown_names import as_film

_RULE = "film of a programme told in prose"
_PERSON, _AWARD, _PLACES, _YEAR = (char_class(letters) for letters in ("P", "A", "ES", "Y"))
# An unknown name is a film's where its maker follows.
_FILM = rf"(?:{char_class('FT')}|{char_class('X')}(?= (?:by|from) (?:{char_class('L')}'s )?{_PERSON}))"
_NAMES = f"[^.;{char_class('F')[1:-1]}]"
_FILMS = r"(?:films|titles|features|works|debuts|documentaries|shorts|pictures|productions|contenders|entries|filmmakers|directors)"
_PROGRAMME = rf"(?:competition|line-?up|selection|programme|program|section|sidebar|strand|slate|{char_class('S')})"
_OPENS = re.compile(
    rf"\b{_FILMS}\b{_NAMES}{{0,90}}?(?:\bcompet(?:e|es|ing)\b|\bv(?:ie|ying)\b|\bin competition\b|\bselected\b|\bchosen\b|\bmakes? up\b|\binvited\b|\bpicked\b|\bon the programme\b|\bin the running\b"
    rf"|\b(?:will be|are|to be) (?:shown|screened|presented|premiered|unveiled)\b|\bscreen(?:s|ing)? (?:in|at)\b|\b(?:in|of|for) (?:the )?{char_class('S')})"
    rf"|(?:\b(?:the|this year's|its)|{_PLACES}(?:'s)?) (?:[\w-]+ |{char_class('S')} ){{0,3}}{_PROGRAMME}(?: (?:of|with) (?:[\w-]+ ){{1,3}}|,? )(?:(?:will|also|itself|this year|which) ){{0,2}}(?:(?:is|are|be) (?:completed|rounded|made up|joined|dominated)|includes?|compris|consists?|features?|presents?|brings?|offers?|counts|boasts|lists|opened|opens|closes|closed|(?:still )?(?:lacks|lacked)|ranges?|spans|runs from|goes from|has (?:had|seen|found)|(?:is|was) (?:strong|weak|uneven|rich))"
    rf"|^\W*(?P<more>also|further|new|other|newly|competing|completing|rounding out)\b,? (?:(?:{_FILMS}|the|this year|selected|in|for|{_PROGRAMME}|chosen|vying|showing|screening|competing|running) ){{1,6}}(?:are|is|were|was|will be|includes?)\b"
    rf"|^\W*it (?:(?:will|also|then|is to) )*(?:opens?|closes?|ends?|wraps?|kicks? off|concludes?|screens?|shows?|includes?|features?|presents?)\b"
    rf"|\b(?:attending|on hand|present(?:ing)?|introducing|guests) [^.;:]{{0,60}}?(?:\b(?:fest|festival|event)\b|{_PLACES})[^.;]{{0,20}}? (?:is|are|will be|include)\b"
    rf"|^\W*(?P<likewise>likewise|also) (?:presenting|showing|introducing|screening|attending)\b"
    rf"|^\W*(?P<these>(?:these|they)(?: \w+)? (?:are|include|includes)\b)"
    rf"|\bamong (?:the|its|these|those) (?:[\w-]+ |{char_class('N')} ){{0,4}}?{_FILMS} (?:to|that will|which will|set to|due to) (?:be )?(?:premiere|screen|show|shown|screened|play|bow|compete|seen|unspool)\b"
    rf"|\b(?:selected|chosen|invited|competing|participating|programmed) {_FILMS}\b{_NAMES}{{0,60}}?\b(?:are|includes?|were|will be)\b"
    rf"|\b(?:announc|unveil|reveal|present)(?:es|ed|s)? (?:(?:the|its|this year's|full|complete|official|first|further|new|entire|of|\d+ \w+|{char_class('Y')}|{_PLACES}(?:'s)?) )*(?:{_PROGRAMME}|titles)\b"
    rf"|^\W*(?:at|in) (?:the )?{char_class('S')},? (?!(?:the )?(?:jury|winner|prize|award|main|top))[^.;]{{0,60}}{char_class('PF')}"
    rf"|^\W*(?P<same>(?:that|this|the same) (?:section|sidebar|strand|competition|programme))\b"
    rf"|^\W*(?:in|at|for) (?:the )?{char_class('S')}(?:[^.;,]{{0,40}}),? (?:(?:are|is|will be|one finds|look for|there (?:is|are)|audiences will|{_PERSON} (?:presents?|shows?|competes?|returns?)))"
    rf"|\b(?:tribute|retrospective|homage|focus|carte blanche|sidebar)\b[^.;]{{0,90}}?(?:among (?:them|which)|includ(?:e|es|ed|ing)\b|compris\w+|consists? of|will (?:show|screen|present)|screenings? of|with such)\b"
)
_DENIED = re.compile(
    r"\b(?:not|never|no|rejected|turned down|withdr\w+|missing|absent|snubbed|missed out|failed|neither|nor|instead|in recent years|in the past|(?:previous|past|earlier) (?:years|editions|selections|winners))\b"
)
# A paragraph about these is about no further films of the programme.
_OTHER_MATTER = re.compile(
    r"\b(?:jury|juries|jurors?|honou?r(?:s|ed|ing)?|honorary|tickets?|market|industry|founded|history|artistic director)\b|^\W*\""
)
_RECALLED = re.compile(
    r"(?:,|\() ?(?:who|whose|whom|best known|known|famous|fresh|last seen)\b[^,;()]*$"
    rf"|(?:\b(?:winner|winners|laureate|nominee|maker|makers|star|stars|lead|heroine|hero|success|follow-up|sequel|prequel|remake|version|adaptation)|{char_class('R')})"
    rf" (?:of|to|for)\b[^,;]*$|\b(?:based on|inspired by|after|since|like|unlike|than|recalls?|reminiscent of|behind|following|debuted with|began with|won with|won for|of (?:his|her|their|{_PERSON}'s))\b[^,;]*$"
)
# "From Ada Doe (Night Bus, Salt)": what she has made before.
_OF_SOMEBODY = re.compile(rf"{char_class('PXFT')} \((?:[^()]*, )?\"?$")
_MAKER_OF = re.compile(rf"{char_class('FT')}\"? (?:from|by) $")
_DONE_BEFORE = re.compile(
    rf"\"?,?(?: \([^()]*\))?,? (?:which )?(?:won|took|received|earned|brought|was|were|had|premiered|screened|played|opened|competed|became|caused)\b|\"?,? \({_YEAR}|\"? (?:{char_class('R')}|helmer|star|creator|filmmaker|maker|auteur|duo)"
)
_PRESENTED = re.compile(
    r"\b(?:presents?|presenting|introduc(?:es?|ing)|revisits?|screening of|print of|restoration of|brings?|returns?|shows?|unveils?|competes?|contributes?|arrives?|comes?|takes? part|offers?|delivers?|premieres?|debuts?|includes?|including|completed by|rounded (?:out|off) by|adapts|represented (?:by|with)"
    r"|(?:is|are) back|joined by|alongside|selected (?:is|are|were|was)|chosen (?:is|are|were|was)|competing (?:is|are)|among (?:them|these|which)(?: (?:is|are))?|will be shown|screens?|features?)\b[^.;]*$"
)
# Up to the first film, or a relative clause.
_CLAUSE = re.compile(rf"{char_class('FT')}|, (?:who|whose|which|where|when)\b|[.;:]")
_TELLS = re.compile(
    r"[^.;]{0,140}?\b(?:tells|follows|stars|centers|centres|explores|depicts|portrays|deals|takes|chronicles|examines|concerns|revolves|charts|traces|looks|unfolds|sees|turns|reimagines|competes|imagines|investigates|recounts|will)\b"
)
_VERB_BEFORE = re.compile(r"\b(?:was|were|had|won|took|made|directed|began|said|says|is|are)\b")
_HEAD = 60


class Programmes:
    """The programme that the paragraphs tell of, if any."""

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self.reading, self.statements = reading, statements
        self._place: Node | None = None
        self._section: Node | None = None
        self._first: Node | None = None
        self._opened_in = self._last_block = -9

    def section(self) -> Node | None:
        """The section whose films the paragraphs have last announced, else that which the first of them announced; None where it was an edition."""
        place = self._place or self._first
        return place if place is not None and place.letter == "S" else None

    def read(self, abstract: AbstractSentence, block: int, span: tuple[int, int], speaker: str | None) -> None:
        """State which films of a sentence of this paragraph are shown in the programme that it announces or goes on with."""
        string = self._with_it(abstract)
        if self.reading.edition is None and self._place is None and not re.search(_PLACES, string):
            return
        for char in re.findall(char_class("S"), string):
            self._section = abstract.nodes[char] if abstract.nodes[char].ids else self._section
        opening = _OPENS.search(string)
        if opening is not None and self._place is None and (opening["likewise"] or opening["these"]):
            opening = _OPENS.search(string, 1)
        if opening is not None and not _DENIED.search(string):
            going_on = opening["these"] or opening["likewise"]
            place = self._section if opening["same"] else self._place if opening["more"] or going_on else None
            place = place or (None if going_on else self._announced(abstract, opening.end()))
            if place is not None:
                self._place, self._opened_in = place, block
                self._first = self._first or place
        elif block != self._opened_in and (_OTHER_MATTER.search(string) or block - self._last_block > 1):
            self._place = None
        if self._place is None:
            return
        self._last_block = block
        source = Source(span, _RULE, speaker=speaker)
        begin = opening.end() if opening is not None and block == self._opened_in else 0
        for film, maker in self._films(abstract, begin, loose=block == self._opened_in):
            self.statements.state(film, "screened_at", self._place, source, self._year_of(self._place))
            if maker is not None:
                self.statements.state(film, "director", maker, source)

    def _with_it(self, abstract: AbstractSentence) -> str:
        """The sentence with a pronoun at its beginning as it is written, where the article reports on an edition: "It will close with F" says that of the festival."""
        string = abstract.string
        first = abstract.nodes.get(string[:1])
        pronoun = first is not None and first.letter == "F" and first.kind == "pronoun"
        return f"it{string[1:]}" if pronoun and self.reading.edition is not None else string

    def _year_of(self, place: Node) -> dict[str, Node | str]:
        """The year of the edition that the article reports on, for a section of its festival that has none."""
        edition, festival = self.reading.edition, place.attributes.get("festival")
        year = edition.attributes.get("year") if edition is not None else None
        if edition is None or year is None or place.letter != "S" or "year" in place.attributes:
            return {}
        return (
            {"year": str(year)}
            if festival is not None and festival.ids and self.reading.same(festival, edition)
            else {}
        )

    def _announced(self, abstract: AbstractSentence, end: int) -> Node | None:
        """The section or edition whose films a sentence announces: the one it names, else the one whose prize they compete for, else the article's.

        :param end: where the words end that announce them
        """
        string = abstract.string[: end + len(_CLAUSE.split(abstract.string[end:], maxsplit=1)[0])]
        named = [abstract.nodes[c] for c in re.findall(_PLACES, string)]
        named = [n for n in named if n.ids]
        section = next((n for n in named if n.letter == "S"), None)
        if section is not None:
            return section
        edition = self.reading.edition
        for char in re.findall(_AWARD, string):
            award = abstract.nodes[char]
            if not award.members:
                settle(award, self.reading.registry, self.reading.lexicon)
            home = award.attributes.get("festival")
            if home is not None and home.ids and edition is not None and self.reading.same(home, edition):
                return edition
            if home is not None and home.ids:
                named.append(home)
        festival = next((n for n in named if n.letter == "E"), None)
        if festival is None or (edition is not None and self.reading.same(festival, edition)):
            return edition
        return festival

    def _films(self, abstract: AbstractSentence, begin: int, *, loose: bool) -> Iterator[tuple[Node, Node | None]]:
        """The films of a sentence's matter, each with its maker where it is known by that only.

        :param begin: where the words end that announce the programme: what they tell of is no film's
        :param loose: whether its paragraph has announced the programme, so that a film need not be presented as one more
        """
        string = abstract.string
        first = True
        for match in re.finditer(_FILM, string):
            node = abstract.nodes[match.group()]
            if node.kind != "name":
                first = False
                continue
            before = string[begin if match.start() >= begin else 0 : match.start()]
            after = string[match.end() :]
            before = before[max(before.rfind("; "), before.rfind(": ")) + 1 :] if "include" not in before else before
            if (
                _OF_SOMEBODY.search(string, 0, match.start())
                or _MAKER_OF.search(before)
                or _RECALLED.search(before)
                or _DONE_BEFORE.match(after)
                or _DENIED.search(before)
                or self._elsewhere(node, after, abstract)
            ):
                first = False
                continue
            told = first and len(before) < _HEAD and not _VERB_BEFORE.search(before) and _TELLS.match(after)
            if loose or told or _PRESENTED.search(before):
                maker = re.search(_PERSON, after) if node.letter == "X" else None
                for film in node.parts():
                    yield as_film(film, self.reading.registry), abstract.nodes[maker.group()] if maker else None
            first = False

    def _elsewhere(self, film: Node, after: str, abstract: AbstractSentence) -> bool:
        """Whether a film is one of another year, or another festival is named with it."""
        place = self._place
        shown = str(place.attributes.get("year") or "") if place is not None else ""
        festival = place.attributes.get("festival", place) if place is not None else None
        made = str(film.attributes.get("year") or "")
        if shown and made and int(shown) - int(made) > 1:
            return True
        beside = re.split(r"[,;.]", after, maxsplit=1)[0]
        for char in re.findall(char_class("ESY"), beside):
            node = abstract.nodes[char]
            if node.letter == "Y" and shown and year_in(node.text) != shown:
                return True
            owner = node.attributes.get("festival") if node.letter == "S" else node if node.letter == "E" else None
            if (
                owner is not None
                and owner.ids
                and festival is not None
                and festival.ids
                and not self.reading.same(owner, festival)
            ):
                return True
        return False
