"""Reductions: parentheses, appositions, scopes and coordinations are folded into the node they belong to, before any relation pattern looks.

Each step is a regular expression over the abstract string and what it does to the nodes; steps run in order until nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial

from cinegraph.extract.awards import is_ceremony
from cinegraph.extract.countries import short_country
from cinegraph.extract.expressions import quicker
from cinegraph.extract.nodes import ANY_NODE, AbstractSentence, Node, char_class
from cinegraph.extract.patterns import expand
from cinegraph.extract.registry import Registry
from cinegraph.extract.sieve import Sieve
from cinegraph.extract.text import PARTICLES
from cinegraph.lexicon import Lexicon, fold
from cinegraph.model import EntityType


@dataclass(slots=True)
class Aside:
    """A claim that a reduction read off: subject node, relation, object node or literal, qualifiers."""

    subject: Node
    relation: str
    object: Node | str
    rule: str
    qualifiers: dict[str, Node | str] = field(default_factory=dict)


Handler = Callable[["Reducer", re.Match[str]], str | None]
_TOP = re.compile(r"\b(?:top|main|highest|first|principal|major|grand) (?:prize|award|honou?r)", re.IGNORECASE)
OF_A_FESTIVAL = re.compile(r"^(?:artistic|festival|programming|programme|program|executive) (?:co-)?directors?$")
"""Trades that nobody has but at a festival."""
# An item that begins with its award, or with a year and its award: the film that follows is what it is about.
_HEAD_OF_ITEM = re.compile(
    rf"[\s*_•:.,–—-]*(?:{char_class('Y')}[\s*_:.,–—-]*)?(?:(?:nominated|nominee|nomination|winner|won)(?: for| of)?[\s:–—-]*)?(?:the )?"
)
_PRODUCTION_OF = re.compile(r"\b(?:production (?:of|between|by|with)|produced (?:by|with)|compan(?:y|ies)) [^.;]{0,80}$")
_FILM_BY = re.compile(char_class("FT") + '"?,? (?:by|from|with) $')
_OBJECT = re.compile(r"\b(?:with|by|for|of|to|from|starring|plays?|played) $")
_PREDICATE = re.compile(
    rf"(?:, who\b|,? (?:also |then )?(?:{char_class('V')}|(?:is|was|has|had|came|did|took|gave|cut|shot|made|plays?|played|won|got)\b))"
)
_OWN_FILM = re.compile(r"'s? (?:[\w-]+ ){0,3}?\"?" + char_class("FT"))
_SLOT = re.compile(r"<\w+:(?P<letters>[A-Z]+)>")
_MACROS = {
    "FESTWORD": r"(?: (?:film festival|international film festival|festival|film fest|fest))?",
    "SECTION": r"(?: (?:section|sidebar|strand|programme|program|competition|selection|category|slate|line-?up))?",
    "THE": r"(?:the |this |its |their )?",
    "PREP": r"(?:at|in|of|from|during|by)",
}


@dataclass(frozen=True, slots=True)
class _Step:
    """One reduction.

    :ivar letters: the letters of its first slot, where it cannot do without
    :ivar needed: what the sentence must have besides, tried first because it is cheaper
    """

    name: str
    pattern: re.Pattern[str]
    handler: Handler
    letters: frozenset[str]
    needed: re.Pattern[str] | None


_STEPS: list[_Step] = []


def _step(name: str, pattern: str, needed: str = "") -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        first = _SLOT.search(pattern)
        letters = frozenset(first["letters"] if first and "|" not in pattern else "")
        expression = re.compile(quicker(expand(pattern, _MACROS)))
        _STEPS.append(_Step(name, expression, handler, letters, re.compile(needed) if needed else None))
        return handler

    return register


@cache
def _sieve() -> Sieve:
    return Sieve([step.pattern for step in _STEPS])


@cache
def _fillable(present: frozenset[str]) -> int:
    """The steps whose first slot could be filled by nodes of these letters, as a number with their bits set."""
    return sum(
        1 << index for index, step in enumerate(_STEPS) if not step.letters or not present.isdisjoint(step.letters)
    )


class Reducer:
    """Reduces one sentence; ``asides`` are the claims read off on the way."""

    def __init__(self, sentence: AbstractSentence, registry: Registry, lexicon: Lexicon, year: str | None) -> None:
        """:param year: the article's year, for "this year's"."""
        self.sentence, self.registry, self.lexicon, self.year = sentence, registry, lexicon, year
        self.asides: list[Aside] = []
        self.rule = ""

    def run(self) -> None:
        """Apply every step, twice over, so that what one step makes can feed another."""
        sieve = _sieve()
        for _ in range(3):
            before = self.sentence.string
            allowed = _fillable(frozenset(self.sentence.letters()))
            left = sieve.mask(before) & allowed
            while left:
                first = left & -left
                left ^= first
                step = _STEPS[first.bit_length() - 1]
                string = self.sentence.string
                if step.needed is not None and not step.needed.search(string):
                    continue
                self.rule = step.name
                self.sentence.string = step.pattern.sub(partial(self._apply, step.handler), string)
                if self.sentence.string != string:
                    left = sieve.mask(self.sentence.string) & allowed & -(first << 1)
            if self.sentence.string == before:
                break

    def _apply(self, handler: Handler, match: re.Match[str]) -> str:
        result = handler(self, match)
        return match.group() if result is None else result

    def node(self, match: re.Match[str], name: str) -> Node:
        """The node captured by a slot."""
        return self.sentence.nodes[match[name]]

    def say(self, subject: Node, relation: str, value: Node | str) -> None:
        """Note a claim."""
        self.asides.append(Aside(subject, relation, value, f"reduction {self.rule}"))


def scope(node: Node, other: Node) -> None:
    """Take a festival's or section's facts over into an award or section that stands within it."""
    key = {"E": "festival", "S": "section", "O": "organization", "A": "organization"}[other.letter]
    for part in node.parts():
        if key == "festival":
            part.attributes[key] = other
        part.attributes.setdefault(key, other)
        for inherited in ("year", "festival"):
            if inherited in other.attributes:
                part.attributes.setdefault(inherited, other.attributes[inherited])
    if node.members:
        node.attributes.setdefault(key, other)


def _year(reducer: Reducer, match: re.Match[str], name: str = "y") -> str:
    return reducer.node(match, name).text


@_step(
    "kin without a name",
    "(?:(?<!<P>, )(?<!is )(?<!was )(?<!become )(?<!became )<p:P>'s|whose) (?:late |then |own |elder |older |younger |twin |adoptive )?(?:mother|father|parents?|brothers?|sisters?|sons?|daughters?"
    "|child(?:ren)?|uncles?|aunts?|grand(?:mother|father|parents|son|daughter)|famil(?:y|ies)|friends?|wife|husband|wives|cousins?|neighbou?rs?)\\b"
    "(?!,? (?:(?:the|a|an|and) )?(?:(?:[\\w'-]+|<NRL>),? ){0,4}?<PX>)(?!'s <PX>)",
)
def _kin(reducer: Reducer, match: re.Match[str]) -> str | None:
    """What a father studied, his daughter did not: a person with no name takes the place of both."""
    owner = reducer.sentence.nodes[match["p"]] if match["p"] else None
    start = owner.start if owner is not None else reducer.sentence.start
    return reducer.sentence.add(Node("P", start, start, match.group(), (), "nominal"))


@_step("festival named by city and word", "<e:L>(?:'s)? (?:international )?(?:film )?festival\\b")
def _city_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    return None


@_step("year before festival", "<y:Y>(?: edition of| installment of)?(?: the)? (?=<e:E>)(?P<x>.)")
def _year_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    reducer.sentence.nodes[match["x"]].attributes.setdefault("year", _year(reducer, match))
    return match["x"]


@_step("year of an edition", "<e:E>(?:'s| ')? (?:in )?<y:Y>(?: edition)?(?![\\w-])")
def _festival_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    reducer.node(match, "e").attributes.setdefault("year", _year(reducer, match))
    return match["e"]


@_step("numbered edition", "(?P<n>\\d{1,3})(?:st|nd|rd|th)(?: annual)?(?: edition of)?(?: the)? <e:E>(?: in <y:Y>)?")
def _edition(reducer: Reducer, match: re.Match[str]) -> str | None:
    node = reducer.node(match, "e")
    entry = reducer.lexicon.entries.get(reducer.registry.draft(node.ids[0]).lexicon or "") if node.ids else None
    year = _year(reducer, match) if match["y"] else entry.edition_year(int(match["n"])) if entry else None
    if year:
        node.attributes.setdefault("year", str(year))
    return match["e"]


@_step("this year's edition", "(?:this|last) year's(?: edition of)?(?: the)? <e:E>|<f:E> this year")
def _this_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    char = match["e"] or match["f"]
    if reducer.year:
        year = int(reducer.year) - (1 if match.group().startswith("last") else 0)
        reducer.sentence.nodes[char].attributes.setdefault("year", str(year))
    return char


@_step("section of a festival", "<e:E>(?:'s| ')? (?:official )?<s:S>%SECTION%(?![\\w-])")
def _festival_section(reducer: Reducer, match: re.Match[str]) -> str | None:
    scope(reducer.node(match, "s"), reducer.node(match, "e"))
    reducer.say(reducer.node(match, "s"), "section_of", reducer.node(match, "e"))
    return match["s"]


@_step("section word", "<s:S> (?:section|sidebar|strand|programme|program|category|selection)(?![\\w-])")
def _section_word(reducer: Reducer, match: re.Match[str]) -> str | None:
    return match["s"]


@_step("section at a festival", "<s:S>(?: competition)?(?:,? %PREP% %THE%|, )<e:E>(?:'s)?(?: in <y:Y>)?")
def _section_at(reducer: Reducer, match: re.Match[str]) -> str | None:
    festival = reducer.node(match, "e")
    if match["y"]:
        festival.attributes.setdefault("year", _year(reducer, match))
    scope(reducer.node(match, "s"), festival)
    reducer.say(reducer.node(match, "s"), "section_of", festival)
    return match["s"]


@_step(
    "honorary award",
    "(?:(?P<word>honorary|honourary|career|lifetime|lifetime achievement) <a:A>|<b:A> for (?:his |her |their |a )?(?:lifetime achievement|career achievement|life's work|lifetime's work|career))",
)
def _honorary(reducer: Reducer, match: re.Match[str]) -> str | None:
    award = reducer.node(match, "a" if match["a"] else "b")
    if award.text.lower().startswith(("honorary", "lifetime", "career")):
        return None
    kept = {k: v for k, v in award.attributes.items() if k in ("festival", "section", "organization", "year")}
    return reducer.sentence.add(
        Node("A", award.start, award.end, f"Honorary {award.text}", attributes={"generic": "honorary", **kept})
    )


@_step("scope before an award", "<e:ESO>(?:'s| '|,|:)? (?:prestigious |coveted |top )?<a:A>")
def _scope_award(reducer: Reducer, match: re.Match[str]) -> str | None:
    if match.group()[1] == ",":
        return None
    award, owner = reducer.node(match, "a"), reducer.node(match, "e")
    scope(award, owner)
    giver = owner if owner.letter == "E" else owner.attributes.get("festival") if owner.letter == "S" else None
    if giver is not None and "'" in match.group():
        reducer.say(award, "conferred_by", giver)
    return match["a"]


@_step("award word", "<a:A>(?: (?:award|prize|trophy|honou?rs?|awards|prizes|statuette))(?![\\w-])")
def _award_word(reducer: Reducer, match: re.Match[str]) -> str | None:
    return match["a"]


@_step("year after a section", "<s:S> <y:Y>(?![\\w-])")
def _section_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    section = reducer.node(match, "s")
    section.attributes.setdefault("year", _year(reducer, match))
    if "festival" in section.attributes:
        section.attributes["festival"].attributes.setdefault("year", _year(reducer, match))
    return match["s"]


@_step("award with its work in parentheses", '<a:A>(?: ?:| \\(|: \\() ?"?<f:F>\\)?')
def _award_work(reducer: Reducer, match: re.Match[str]) -> str | None:
    if _HEAD_OF_ITEM.fullmatch(match.string[: match.start()]):
        return None
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("for_work", reducer.node(match, "f"))
    return match["a"]


@_step("year before award", "<y:Y> <a:A>")
def _year_award(reducer: Reducer, match: re.Match[str]) -> str | None:
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("year", _year(reducer, match))
    return match["a"]


@_step(
    "award at a festival or in a section",
    "<a:A>(?: \\(<z:Y>\\))?(?:,? (?:%PREP%|- ?) ?%THE%|, )<e:ES>(?: competition)?(?: ?(?:in |, )<y:Y>| \\(<w:Y>\\))?",
)
def _award_at(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, place = reducer.node(match, "a"), reducer.node(match, "e")
    year = next((reducer.node(match, k).text for k in ("y", "w", "z") if match[k]), None)
    if year:
        for part in award.parts():
            part.attributes.setdefault("year", year)
        place.attributes.setdefault("year", year)
    scope(award, place)
    return match["a"]


@_step(
    "award at the evening of its awards",
    "<a:A>(?:,? (?:%PREP%) %THE%|, )(?:\\d{1,3}(?:st|nd|rd|th) (?:annual )?)?<c:A>",
)
def _award_at_ceremony(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, ceremony = reducer.node(match, "a"), reducer.node(match, "c")
    if not is_ceremony(ceremony) or is_ceremony(award):
        return None
    scope(award, ceremony)
    return match["a"]


@_step(
    "award, the top prize of its festival",
    "<a:A>(?:, (?:which is |itself )?| is )(?:the |its )<b:A>(?=[,.;:)]| in | for | to | went|$)",
)
def _top_prize(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, same = reducer.node(match, "a"), reducer.node(match, "b")
    turned = bool(_TOP.search(award.text)) and not _TOP.search(same.text)
    if turned:
        award, same = same, award
    if not _TOP.search(same.text) or "festival" not in same.attributes:
        return None
    scope(award, same.attributes["festival"])
    reducer.say(award, "conferred_by", same.attributes["festival"])
    return match["b" if turned else "a"]


@_step("award in a festival's city", "<a:A> (?:in|at) <l:L>(?:,? in <y:Y>| \\(<z:Y>\\))?(?![\\w-])")
def _award_in_city(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, festival = reducer.node(match, "a"), _festival_of_city(reducer, reducer.node(match, "l"))
    if festival is None or (
        (award.ids or "festival" in award.attributes) and not _is_at_home(reducer, award, festival)
    ):
        return None
    year = next((reducer.node(match, k).text for k in ("y", "z") if match[k]), None)
    if year:
        festival.attributes["year"] = year
    scope(award, festival)
    return match["a"]


def _is_at_home(reducer: Reducer, award: Node, festival: Node) -> bool:
    """Whether it is the festival at which an award of this name is given ("the Golden Lion in Venice")."""
    entry = reducer.lexicon.entries.get(reducer.registry.draft(award.ids[0]).lexicon or "") if award.ids else None
    return entry is not None and entry.festival == reducer.registry.draft(festival.ids[0]).lexicon


@_step(
    "cities for their festivals",
    "(?P<before>(?:juries|jury|festivals?|panels) (?:at|in|of|for|like|such as|including) (?:(?:<E>|<S>)[^.;]{0,40}?,? (?:and |in )?)*)<l:L>",
)
def _city_as_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    festivals = [_festival_of_city(reducer, place) for place in reducer.node(match, "l").parts()]
    found = [f for f in festivals if f is not None]
    if not found or len(found) < len(festivals):
        return None
    if len(found) == 1:
        return match["before"] + reducer.sentence.add(found[0])
    return match["before"] + reducer.sentence.add(
        Node("E", found[0].start, found[-1].end, "", tuple(i for n in found for i in n.ids), "name", {}, found)
    )


def _festival_of_city(reducer: Reducer, place: Node) -> Node | None:
    """The one festival that goes by its city's name."""
    entries = [reducer.lexicon.entries[i] for i in reducer.lexicon.contextual_names.get(fold(place.text), ())]
    festivals = [entry for entry in entries if entry.type is EntityType.FESTIVAL]
    if len(festivals) != 1:
        return None
    id_ = reducer.registry.entry(festivals[0])
    reducer.registry.see(id_, place.text)
    return Node("E", place.start, place.end, place.text, (id_,))


@_step("award in a year", "<a:A> (?:in |of )?\\(?<y:Y>\\)?(?! film)(?![\\w-])")
def _award_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("year", _year(reducer, match))
    return match["a"]


@_step(
    "award for a work",
    "<a:A>,? for (?:(?:his|her|their|the|<P>'s) (?:[\\w-]+ ){0,4}?(?:(?:in|on|of|for|as <CX> in) )?(?:the )?)?(?:(?:film|movie) )?<f:F>(?!'s)",
)
def _award_for(reducer: Reducer, match: re.Match[str]) -> str | None:
    if _HEAD_OF_ITEM.fullmatch(match.string[: match.start()]):
        return None
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("for_work", reducer.node(match, "f"))
    return match["a"]


@_step(
    "film, country and year in parentheses",
    "<f:FT>,? \\((?:<l:L>(?:[/,-] ?<m:L>)*,? )?(?:<y:Y>)(?: ?[-–—] ?(?:<Y>|\\d\\d|present))?(?:[,;] ?(?P<n>\\d{2,3}) ?(?:min\\.?|minutes|')|[,;] (?:with|also|co-|starring|made|directed with|uncredited|TV|for television|short)[^()]{0,50})?\\)",
)
def _film_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    film = _as_film(reducer, match, "f")
    film.attributes.setdefault("year", _year(reducer, match))
    reducer.say(film, "publication_year", _year(reducer, match))
    for slot in ("l", "m"):
        for place in reducer.node(match, slot).parts() if match[slot] else ():
            if place.note in ("country", ""):
                reducer.say(film, "country", place)
    if match["n"]:
        reducer.say(film, "runtime", match["n"])
    return match["f"]


@_step("countries in parentheses", '(?P<before>{}\\"?,?) \\((?P<list>[^()]{{1,90}})\\)'.format(char_class("FTP")))
def _countries(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "(Austria/Syria)", "(Sing-Fr-Neth)", "(S Kor, 2018)": one node for the countries, whatever is written for them."""
    written = ANY_NODE.sub(
        lambda m: (
            m.group()
            if reducer.sentence.nodes[m.group()].letter in "LYDNPR"
            else reducer.sentence.nodes[m.group()].text
        ),
        match["list"],
    )
    first, comma, rest = written.partition(", ")
    parts = re.split(r" ?[/,–-] ?", first)
    found = [_country(reducer, part) for part in parts]
    if comma and None not in found and not re.match(char_class("YD") + r"|\d|dir|d:", rest):
        more = [_country(reducer, part) for part in rest.split(", ")]
        if None in more:
            return None
        found, rest, comma = found + more, "", ""
    nodes = [node for node in found if node is not None]
    if not nodes or len(nodes) < len(found):
        return None
    if len(nodes) == 1:
        return f"{match['before']} ({reducer.sentence.add(nodes[0])}{comma}{rest})"
    group = Node(
        "L",
        nodes[0].start,
        nodes[-1].end,
        "/".join(n.text for n in nodes),
        tuple(i for n in nodes for i in n.ids),
        "name",
        {},
        nodes,
        "country",
    )
    return f"{match['before']} ({reducer.sentence.add(group)}{comma}{rest})"


def _country(reducer: Reducer, text: str) -> Node | None:
    """The country that a part of a list names, in full or shortened; None where it is no country."""
    if (
        len(text) == 1
        and text in reducer.sentence.nodes
        and (node := reducer.sentence.nodes[text]).letter == "L"
        and node.ids
        and not node.members
    ):
        return node if node.note == "country" or reducer.lexicon.countries.get(node.text) else None
    written = ANY_NODE.sub(lambda m: reducer.sentence.nodes[m.group()].text, text).strip()
    name = short_country(written) or reducer.lexicon.countries.get(written.title())
    if name is None:
        return None
    id_ = reducer.registry.place(name)
    reducer.registry.see(id_, written if written[:1].isupper() else name)
    return Node("L", reducer.sentence.start, reducer.sentence.start, written, (id_,), note="country")


@_step("film with its countries in parentheses", '<f:FT>"? \\(<l:L>\\)')
def _film_countries(reducer: Reducer, match: re.Match[str]) -> str | None:
    places = reducer.node(match, "l").parts()
    if any(place.note != "country" for place in places):
        return None
    film = _as_film(reducer, match, "f")
    for place in places:
        reducer.say(film, "country", place)
    return match["f"]


@_step(
    "film with its country and director in parentheses",
    '<f:FT>"? \\(<l:L>[,;] ?(?:dir\\.|d:|directed by|by) <p:PX>(?:,? <y:Y>)?\\)',
)
def _film_country_dir(reducer: Reducer, match: re.Match[str]) -> str | None:
    film, person = _as_film(reducer, match, "f"), _as_person(reducer, match, "p")
    reducer.say(film, "director", person)
    for place in reducer.node(match, "l").parts():
        reducer.say(film, "country", place)
    if match["y"]:
        reducer.say(film, "publication_year", _year(reducer, match))
    return match["f"]


@_step(
    "film with its director in parentheses",
    "<f:FT>,? ?\\(?,? ?(?:dir\\.|d:|directed by|by)(?: by)? <p:PX>,? ?(?:\\(?<y:Y>\\)?)?\\)?",
)
def _film_dir(reducer: Reducer, match: re.Match[str]) -> str | None:
    opened, closed = match.group().count("("), match.group().count(")")
    if "dir." not in match.group() and "d:" not in match.group() and not (opened and closed):
        return None
    film, person = _as_film(reducer, match, "f"), _as_person(reducer, match, "p")
    reducer.say(film, "director", person)
    if match["y"]:
        film.attributes.setdefault("year", _year(reducer, match))
        reducer.say(film, "publication_year", _year(reducer, match))
    return match["f"]


@_step("a country's person", "(?<![\\w\ue000-\uf2ff] )(?P<before>(?:^|[,;:(] ?|\\b(?:to|by|of|from|with|and|for|was|is|were|including|director|star|actor|actress) )(?:the )?)<l:L>(?:'s|') (?P<rest>(?:(?:own|legendary|young|veteran|late|great|celebrated|acclaimed) |<R> |<NR> ){0,2})<p:P>(?!'s)")
def _countrys_person(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Iran's Asghar Farhadi" is Asghar Farhadi."""
    return f"{match['before']}{match['rest']}{match['p']}"


@_step(
    "film from a writer's work",
    "<f:FT>\"?(?:,| is| was)? (?:from|after|based on|adapted from) <p:P>'s? (?:(?:[\\w'-]+|<NY>),? ){0,4}?\"?<w:FTX>\"?(?=,|\\.|;|$|\\)| and| with| opened| is| was)",
)
def _from_work(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Fugitive, from Graham Greene's The Power and the Glory": what a writer has in the possessive is the source, no film."""
    film, work = _as_film(reducer, match, "f"), reducer.node(match, "w")
    id_ = reducer.registry.title(work.text, EntityType.WORK)
    reducer.registry.see(id_, work.text)
    source = Node("W", work.start, work.end, work.text, (id_,))
    reducer.say(film, "based_on", source)
    reducer.say(reducer.node(match, "p"), "author_of", source)
    return match["f"]


@_step(
    "work by its writer",
    "(?P<before>\\b(?:based on|adapted from|inspired by|drawn from|adaptation of|version of) (?:the (?:[\\w'-]+ ){0,3})?)\"?<w:FTX>\"?(?: \\([^()]*\\))?,? by (?:the )?(?:[\\w'-]+ |<NR> ){0,3}?<p:P>",
)
def _work_by(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "based on A Night of Death by Ada Doe": what somebody wrote is the source, no film."""
    work, author = reducer.node(match, "w"), reducer.node(match, "p")
    id_ = reducer.registry.title(work.text, EntityType.WORK)
    reducer.registry.see(id_, work.text)
    source = Node("W", work.start, work.end, work.text, (id_,))
    reducer.say(author, "author_of", source)
    return match["before"] + reducer.sentence.add(source)


@_step(
    "two titles with a stroke",
    "^(?P<before>[^\\w\ue000-\uf2ff]*(?:review: )?)<f:FT> ?/ ?<g:FTX>",
)
def _stroke_titles(reducer: Reducer, match: re.Match[str]) -> str | None:
    film, other = _as_film(reducer, match, "f"), reducer.node(match, "g")
    if len(film.ids) != 1:
        return None
    other_id = other.ids[0] if other.ids and other.letter == "F" else reducer.registry.title(other.text, EntityType.FILM)
    reducer.registry.see(other_id, other.text)
    reducer.registry.unite(film.ids[0], other_id, "two titles with a stroke between them")
    return match["before"] + match["f"]


@_step(
    "other title in parentheses",
    "<f:F> ?\\((?:(?:also known as|aka|a\\.k\\.a\\.|original title|or|in \\w+|released (?:\\w+ )*as|english|lit(?:erally|\\.)?|translat\\w+ as|international title):?,? )*<g:FTX>(?:,? <y:Y>)?\\)",
)
def _other_title(reducer: Reducer, match: re.Match[str]) -> str | None:
    film, other = reducer.node(match, "f"), reducer.node(match, "g")
    if len(film.ids) == 1:
        other_id = (
            other.ids[0] if other.ids and other.letter == "F" else reducer.registry.title(other.text, EntityType.FILM)
        )
        reducer.registry.see(other_id, other.text)
        reducer.registry.unite(film.ids[0], other_id, "another title in parentheses")
    if match["y"]:
        reducer.say(film, "publication_year", _year(reducer, match))
    return match["f"]


@_step(
    "title or title",
    "<f:F>,? (?:\\(|also known as |aka |a\\.k\\.a\\. |released (?:in <L> )?as |or )<g:F>\\)?(?=[,.]|$)",
)
def _also_known(reducer: Reducer, match: re.Match[str]) -> str | None:
    if not re.search(r"known as|aka|a\.k\.a|released|\(", match.group()):
        return None
    left, right = reducer.node(match, "f"), reducer.node(match, "g")
    if len(left.ids) == 1 and len(right.ids) == 1:
        reducer.registry.unite(left.ids[0], right.ids[0], "“also known as”")
    return match["f"]


@_step(
    "a person's workshop or company",
    "<p:P>(?:'s|') (?:(?!own|first|new|last|second|debut)[\\w-]+ ){0,3}?(?P<kind>film school|(?:film-?making|directing|director's|directors'?) (?:class|workshop)|workshop|master ?class|class|film foundation|foundation|production company|film company)(?![\\w-])(?: at (?:the )?<u:O>)?",
)
def _workshop(reducer: Reducer, match: re.Match[str]) -> str | None:
    owner = reducer.node(match, "p")
    if len(owner.ids) != 1:
        return None
    teaching = not re.search("foundation|company", match["kind"])
    person = reducer.registry.draft(owner.ids[0])
    kind = "workshop" if teaching else match["kind"]
    id_ = reducer.registry.named(EntityType.ORGANIZATION, kind, owner.ids[0])
    reducer.registry.drafts[id_].label = f"{person.label}'s {kind}"
    surface = f"{owner.text}'s {match['kind']}" if owner.kind == "name" else f"{person.label}'s {kind}"
    reducer.registry.see(id_, surface)
    node = Node("O", owner.start, owner.end, surface, (id_,), "nominal", {"kind": "school" if teaching else "company"})
    reducer.say(owner, "founded", node)
    if match["u"]:
        reducer.say(owner, "taught_at", reducer.node(match, "u"))
    return reducer.sentence.add(node)


@_step("city and country", "<a:L>, (?P<b>{})(?=[,.;)]| |$)".format(char_class("L")))
def _place_in_place(reducer: Reducer, match: re.Match[str]) -> str | None:
    inner, outer = reducer.node(match, "a"), reducer.sentence.nodes[match["b"]]
    order = {"city": 0, "": 0, "region": 1, "country": 2}
    if order.get(outer.note, 0) <= order.get(inner.note, 0):
        return None
    inner.attributes["within"] = outer
    return match["a"]


@_step("person's year of birth and death", "<p:P> \\((?:(?:born|b\\.)? ?)?(?:<d:YD>)(?: ?[-–—] ?<e:YD>)?\\)")
def _born(reducer: Reducer, match: re.Match[str]) -> str | None:
    if not match["e"] and "born" not in match.group() and "b." not in match.group():
        return None
    reducer.say(reducer.node(match, "p"), "birth_date", reducer.node(match, "d").text)
    return match["p"]


@_step("born on, in", "<p:P>,? \\((?:né[e]? [^()]{2,40}[;,] )?born (?:on )?<d:YD>(?:,? (?:in )?<l:L>)?[^()]{0,30}\\)")
def _born_in(reducer: Reducer, match: re.Match[str]) -> str | None:
    reducer.say(reducer.node(match, "p"), "birth_date", reducer.node(match, "d").text)
    if match["l"]:
        reducer.say(reducer.node(match, "p"), "birth_place", reducer.node(match, "l"))
    return match["p"]


@_step(
    "country and trade before a person",
    "(?:(?:the|a|an) (?:[\\w-]+ )?)?<n:N>(?:[- ]born)?(?: [\\w-]+ed)?(?: (?:film|independent|arthouse))? <r:R>(?:(?:,| and|/) <q:R>)? (?=<p:P>)(?P<x>.)",
)
def _trade_nation(reducer: Reducer, match: re.Match[str]) -> str | None:
    person = reducer.sentence.nodes[match["x"]]
    reducer.say(person, "nationality", reducer.node(match, "n").text)
    for slot in ("r", "q"):
        if match[slot]:
            _trade(reducer, person, reducer.node(match, slot))
    return match["x"]


@_step(
    "trade before a person",
    "(?<!')(?:(?:film|fellow|independent|arthouse|veteran|celebrated|acclaimed) )*<r:R>(?:(?:,| and|/|-) ?<q:R>)? (?=<p:P>)(?P<x>.)(?!'s (?:own )?<R>)",
)
def _trade_before(reducer: Reducer, match: re.Match[str]) -> str | None:
    person = reducer.sentence.nodes[match["x"]]
    before = match.string[: match.start()]
    if re.search(char_class("FTX") + r"(?:'s)? ?$", before) or re.search(
        char_class("FTE") + r"(?:'s|') (?:\w+ ){0,2}$", before
    ):
        return None
    if re.search(r"\bas an? (?:\w+ )?$", before):
        if person.kind == "name":
            _trade(reducer, person, reducer.node(match, "r"))
        return None
    for slot in ("r", "q"):
        if match[slot]:
            _trade(reducer, person, reducer.node(match, slot))
    trade = reducer.node(match, "r").text.lower()
    return f"{trade} {match['x']}" if OF_A_FESTIVAL.match(trade) else match["x"]


def _trade(reducer: Reducer, person: Node, trade: Node) -> None:
    reducer.say(person, "occupation", str(trade.attributes["label"]))
    person.attributes["trade"] = trade
    for id_ in person.ids:
        draft = reducer.registry.draft(id_)
        draft.occupations.add(str(trade.attributes["label"]))
        draft.gender = draft.gender or trade.attributes.get("gender")


@_step("nationality before a person", "<n:N> (?=<p:P>)(?P<x>.)")
def _nation_before(reducer: Reducer, match: re.Match[str]) -> str | None:
    reducer.say(reducer.sentence.nodes[match["x"]], "nationality", reducer.node(match, "n").text)
    return match["x"]


@_step("person of a trade with works in parentheses", '<p:P> \\((?:with |for |of )?(?:the )?"?<f:FT>"?(?:,? <y:Y>)?\\)')
def _works_of(reducer: Reducer, match: re.Match[str]) -> str | None:
    person = reducer.node(match, "p")
    if len(person.ids) != 1:
        return None
    trades = [reducer.lexicon.occupations.get(label) for label in reducer.registry.draft(person.ids[0]).occupations]
    relations = {
        trade.relation for trade in trades if trade is not None and trade.relation in ("director", "cast_member")
    }
    if len(relations) != 1:
        return None
    relation = next(iter(relations))
    _as_film(reducer, match, "f")
    for film in reducer.node(match, "f").parts():
        reducer.say(film, relation, person)
    return match["p"]


@_step(
    "film and its director in a list",
    '<f:F>"? (?:by|from) <p:P>(?: \\((?P<l>{0})(?:/{0})*\\))?(?=(?:,? and|,|;|,? as well as|,? plus) (?:the )?(?:{1}|{2}\'s (?:[\\w-]+ ){{0,2}}?"?{1}))'.format(
        char_class("L"), char_class("F"), char_class("P")
    ),
)
def _film_by(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "F by Ada, G by Ben and H": the films are what is listed."""
    _directed(reducer, match)
    return match["f"]


@_step(
    "film and its director at the end of a list",
    '(?P<before><F>"?(?:,? and|,|;|,? as well as|,? plus) (?:the )?)(?:"?<f:F>"? (?:by|from) <p:P>(?: \\((?P<l>{0})(?:/{0})*\\))?(?=[.,;]|$| (?:are|were|is|was|will|and|compete|screen)\\b)|<q:P>\'s (?:(?!novel|book|play|story)[\\w-]+ ){{0,2}}?"?<g:F>)'.format(
        char_class("L")
    ),
)
def _last_film_by(reducer: Reducer, match: re.Match[str]) -> str | None:
    before = match.string[: match.start()]
    if re.search(r"\b(?:based on|after|like|from|with|than|and|of|by) (?:the )?$", before) or not re.search(
        r"\b(?:includ|select|compet|programme|program|line-?up|films|titles|features?|screen|show|present|premier|open|among|winners?|nomine|festival)", match.string
    ):
        return None
    _directed(reducer, match)
    return match["before"] + (match["f"] or match["g"])


def _directed(reducer: Reducer, match: re.Match[str]) -> None:
    groups = match.groupdict()
    film = reducer.sentence.nodes[match["f"] or groups["g"] or ""]
    person = reducer.sentence.nodes[match["p"] or groups["q"] or ""]
    reducer.say(film, "director", person)
    for char in re.findall(char_class("L"), match.group()):
        for place in reducer.sentence.nodes[char].parts():
            if place.note == "country":
                reducer.say(film, "country", place)


@_step("award with its winner in parentheses", "<a:A> \\((?:for |to )?(?:the )?<p:P>\\)(?=[,.;)]|$| and )")
def _award_winner(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Nominated for best score (Ben Roe)" """
    if not re.search(char_class("F"), match.string[: match.start()]):
        return None
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("for_person", reducer.node(match, "p"))
    return match["a"]


@_step(
    "awards of a ceremony one by one",
    "<c:A> (?:nominations|nods|wins|awards|statuettes|prizes|trophies)(?:,? in <y:Y>)?(?:,? (?:including|among them|among which|for)|:) (?:the )?<a:A>",
)
def _awards_listed(reducer: Reducer, match: re.Match[str]) -> str | None:
    ceremony = reducer.node(match, "c")
    for part in reducer.node(match, "a").parts():
        if "organization" not in part.attributes and "festival" not in part.attributes and "generic" in part.attributes:
            scope(part, ceremony)
            if match["y"]:
                part.attributes.setdefault("year", _year(reducer, match))
    return None


@_step("year of the next award in a list", "(?P<before><A>(?:,? and(?: then)?|,|;)),? (?:in )?<y:Y>,? (?P<the>(?:the |an? |its )?)(?=<A>)(?P<a>.)")
def _next_award_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The prize of the jury and, two years later, the Golden Lion" """
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("year", _year(reducer, match))
    return f"{match['before']} {match['the']}{match['a']}"


@_step(
    "by somebody's classmate",
    "(?P<by>\\b(?:by|from) )<p:P>'s (?:(?:fellow|former|old|one-time|long-time|longtime|close|own|late|then|erstwhile) )*"
    "(?:(?P<mate>alumn(?:us|a)|(?<=fellow )student|classmate)|(?P<partner>wife|husband|partner)|compatriot|countryman|countrywoman|colleague|collaborator|friend"
    "|brother|sister|son|daughter|father|mother|assistant|cousin),? (?:<R> )?<o:P>(?!'s)",
)
def _by_somebodys(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The debut from Ada's fellow alumna Ben" is from Ben."""
    if "survived" in match.string[: match.start()]:
        return None
    owner, other = reducer.node(match, "p"), reducer.node(match, "o")
    if match["mate"]:
        reducer.say(other, "classmate_of", owner)
    elif match["partner"] and "former" not in match.group() and "then" not in match.group():
        reducer.say(other, "partner_of", owner)
    return match["by"] + match["o"]


@_step("company and its city", "<o:OX>, <l:L>(?=,? and (?:the )?<OX>|[.;]|$|,? with )")
def _company_city(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "A co-production of Lamp Films, Oslo, and Blue Door, Rome" """
    if not _PRODUCTION_OF.search(match.string[: match.start()]):
        return None
    company = reducer.node(match, "o")
    if company.letter == "X":
        company.letter = "O"
        company.ids = (reducer.registry.named(EntityType.ORGANIZATION, company.text),)
        reducer.registry.see(company.ids[0], company.text)
        return reducer.sentence.add(company)
    return match["o"]


@_step("award for a person", "<a:A> for <p:P>(?=,? (?:and|as well as) <A>|[,.;)]|$)")
def _award_for_person(reducer: Reducer, match: re.Match[str]) -> str | None:
    if not re.search(char_class("FT"), match.string[: match.start()]):
        return None
    for part in reducer.node(match, "a").parts():
        part.attributes["for_person"] = reducer.node(match, "p")
    return match["a"]


@_step("award of those who name it", "<a:A>(?: of the year)?,? (?:by|from) (?:the )?<o:O>")
def _award_by(reducer: Reducer, match: re.Match[str]) -> str | None:
    award = reducer.node(match, "a")
    if award.ids or {"festival", "organization", "section"} & award.attributes.keys():
        return None
    scope(award, reducer.node(match, "o"))
    return match["a"]


@_step(
    "title at the head of a programme's line",
    r"^(?P<m>[^\w\ue000-\uf2ff]*(?:\d{1,3}[^\w\ue000-\uf2ff]{1,3})?)<x:X>(?=\"?(?:,| [–—-]| by|,? dir\.) (?:dir\. )?<P>(?:, | \(|, \()<L>(?:[,;)/]|$))",
)
def _title_of_line(reducer: Reducer, match: re.Match[str]) -> str | None:
    film = _as_film(reducer, match, "x")
    film.letter = "F"
    return match["m"] + reducer.sentence.add(film)


def _as_film(reducer: Reducer, match: re.Match[str], slot: str) -> Node:
    node = reducer.node(match, slot)
    return as_film(node, reducer.registry)


def as_film(node: Node, registry: Registry) -> Node:
    """The node as a film, where the context has shown that an unknown title is one."""
    if node.letter in "TX" and not node.ids:
        node.ids = (registry.title(node.text, EntityType.FILM),)
        registry.see(node.ids[0], node.text)
    return node


def _as_person(reducer: Reducer, match: re.Match[str], slot: str) -> Node:
    return as_person(reducer.node(match, slot), reducer.registry)


def as_person(node: Node, registry: Registry) -> Node:
    """The node as a person, where the context has shown that an unknown name is one."""
    if node.letter in "XP" and not node.ids:
        node.ids = (registry.named(EntityType.PERSON, node.text),)
        registry.see(node.ids[0], node.text)
    return node


@_step("joined nationalities", "<x:X>")
def _joined_nationalities(reducer: Reducer, match: re.Match[str]) -> str | None:
    node = reducer.node(match, "x")
    parts = node.text.split("-")
    if len(parts) < 2 or not all(part in reducer.lexicon.demonyms for part in parts):
        return None
    return "-".join(reducer.sentence.add(Node("N", node.start, node.end, part)) for part in parts)


@_step("unknown name in a list of people", "(?P<before><P>(?:, |,? and |,? & ))<x:X>(?=[,.;)]|$| and | & | in | as )")
def _listed_person(reducer: Reducer, match: re.Match[str]) -> str | None:
    node = reducer.node(match, "x")
    words = node.text.split()
    if (
        len(words) < 2
        or node.ids
        or not all(word[:1].isupper() or word in PARTICLES for word in words)
        or any(word.isupper() and len(word) > 2 for word in words)
    ):
        return None
    person = Node("P", node.start, node.end, node.text)
    as_person(person, reducer.registry)
    return match["before"] + reducer.sentence.add(person)


# "at Cannes, at Venice and, since 1993, at Locarno": what is repeated before the members of a coordination.
_REPEATED = {
    "A": "(?:the |an? |its )?",
    "P": "(?:the )?",
    "E": "(?:(?:at|in) )?(?:the )?",
    "O": "(?:(?:at|in) )?(?:the )?",
    "L": "(?:in )?(?:the )?",
}


def _two_makers(match: re.Match[str]) -> bool:
    """Whether it is "F by Ada and Ben's G", two films and not two makers, or "she wrote it with Ada, and Ben, who shot it, …", another clause."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _FILM_BY.search(before) and _OWN_FILM.match(after):
        return True
    return match.group()[1:-1] == ", and " and bool(_OBJECT.search(before) and _PREDICATE.match(after))


def _coordination(letter: str) -> None:
    # "Ada edits and the music is by Ben", "the editing is by Ada and the music by Ben": another clause begins.
    stop = {"R": "(?! (?:is|was|were|are) )", "K": "(?! (?:is|was|were|are|by|came|comes) )"}.get(letter, "")
    repeated = _REPEATED.get(letter, "")
    one = f"{repeated}{char_class(letter)}"

    @_step(f"coordination of {letter}", needed=f"{char_class(letter)}.*{char_class(letter)}", pattern=f"(?:both |either |neither )?<{letter}>(?:(?:, |; ){one})*(?:,? (?:and|&|as well as|or|along with)(?: also)?(?:, (?:since|from|in) {char_class('Y')},)? (?:the |with )?{one}{stop})|<{letter}>(?:, {one}){{1,}}(?=[.,;:)]|$| (?:and|among) (?:others|more))")  # fmt: skip
    def _group(reducer: Reducer, match: re.Match[str]) -> str | None:
        chars = re.findall(char_class(letter), match.group())
        nodes = [part for char in chars for part in reducer.sentence.nodes[char].parts()]
        if len(nodes) < 2 or (letter == "P" and _two_makers(match)):
            return None
        group = Node(
            letter,
            nodes[0].start,
            nodes[-1].end,
            match.group(),
            tuple(i for n in nodes for i in n.ids),
            nodes[0].kind,
            {},
            nodes,
        )
        shared = {
            k: v
            for k, v in nodes[-1].attributes.items()
            if k in ("festival", "section", "year", "for_work", "organization")
        }
        for part in nodes[:-1]:
            # "In 2014 a Silver Bear and, two years later, a Golden Lion for F": another year, another film.
            years = {part.attributes.get("year"), shared.get("year")} - {None}
            for key, value in shared.items():
                if key != "for_work" or len(years) < 2:
                    part.attributes.setdefault(key, value)
        group.attributes = {k: v for k, v in shared.items() if letter == "A"}
        return reducer.sentence.add(group)


for _letter in "AFPLOESWVRK":
    _coordination(_letter)
