"""Reductions of what films say of themselves in parentheses: the countries that made them, and when."""

from __future__ import annotations

import re

from cinegraph.extract.countries import short_country
from cinegraph.extract.nations import NATIONS_IN_FRONT, nations_of
from cinegraph.extract.nodes import ANY_NODE, Node, char_class, coordinated
from cinegraph.extract.reducing import Reducer, Steps
from cinegraph.extract.unknown_names import as_film
from cinegraph.extract.verbs import FILM_KIND

steps = Steps()



@steps("joined nationalities", "<x:NX>")
def _joined_nationalities(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Franco-Belgian", which no other reader takes for a nationality """
    node = reducer.node(match, "x")
    if node.members:
        return None
    parts = nations_of(node.text, reducer.lexicon)
    return reducer.sentence.add(coordinated([Node("N", node.start, node.end, part) for part in parts])) if parts else None


@steps("a nation in front of another", f"\\b(?P<front>{'|'.join(NATIONS_IN_FRONT).lower()})-<n:N>", "-")
def _nation_in_front(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Franco-Belgian", of which only "Belgian" has been read as a nationality """
    node = reducer.node(match, "n")
    front = Node("N", node.start, node.start, match["front"].capitalize())
    return reducer.sentence.add(coordinated([front, *node.parts()]))

@steps(
    "a country in front of a kind of film",
    f"(?P<before>\\b(?:an?|this|another) (?:(?:[a-z-]+|<Y>),? ){{0,3}})<l:L>(?P<after>(?: [a-z-]+,?){{0,3}} {FILM_KIND}(?![\\w'-]| (?:festival|fans?|fund|directors?|actors?|critics?|school|industry)\\b))",
)
def _country_in_front(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "a 2009 New Zealand drama": some countries have no other word for what comes from there."""
    place = reducer.node(match, "l")
    if place.members or place.text not in reducer.lexicon.countries:
        return None
    return match["before"] + reducer.sentence.add(Node("N", place.start, place.end, place.text)) + match["after"]


@steps("nationalities side by side", "<a:N>(?:[-/–]<N>)+")
def _nationalities_side_by_side(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "a Greek-French-German co-production": one node for all """
    return reducer.sentence.add(coordinated([reducer.sentence.nodes[char] for char in ANY_NODE.findall(match.group())]))


@steps(
    "the next film, of a year that is over",
    '\\bnext (?P<noun>(?:[\\w-]+ ){0,3}?(?:film|feature|project|movie|picture|series|short|documentary)),?(?P<rest> (?:[\\w-]+ ){0,2}"?<F>"?) \\((?P<year><Y>)\\)',
    "\\bnext ",
)
def _next_of_a_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Her next film F (2018) is a drama": one that is out, unless the article is older."""
    if reducer.year is not None and reducer.text(match, "year") >= reducer.year:
        return None
    return f"following {match['noun']}{match['rest']} ({match['year']})"


@steps(
    "film, country and year in parentheses",
    "<f:FT>,? \\((?:<l:L>(?:[/,-] ?<m:L>)*,? )?(?:<y:Y>)(?: ?[-–—] ?(?:<Y>|\\d\\d|present))?(?:[,;] ?(?P<n>\\d{2,3}) ?(?:min\\.?|minutes|')|[,;] (?:with|also|co-|starring|made|directed with|uncredited|TV|for television|short)[^()]{0,50})?\\)",
)
def _film_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    film = as_film(reducer.node(match, "f"), reducer.registry)
    film.attributes.setdefault("year", reducer.text(match, "y"))
    reducer.say(film, "publication_year", reducer.text(match, "y"))
    for slot in ("l", "m"):
        for place in reducer.node(match, slot).parts() if match[slot] else ():
            if place.note in ("country", ""):
                reducer.say(film, "country", place)
    if match["n"]:
        reducer.say(film, "runtime", match["n"])
    return match["f"]


@steps("the film of a year", "(?<![\\w'])<y:Y>'s (?P<mark>(?:the )?\"?)(?P<f>[FT_])".replace("[FT_]", char_class("FT")), "'s ")
def _film_of_a_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Her debut with 2015's F" """
    film = as_film(reducer.node(match, "f"), reducer.registry)
    film.attributes.setdefault("year", reducer.text(match, "y"))
    reducer.say(film, "publication_year", reducer.text(match, "y"))
    return match["mark"] + match["f"]


@steps(
    "film and year in a list of films made",
    '(?P<before>\\b(?:made|directed|shot|filmed|released|produced|wrote|completed|came|followed(?: by| with)?|<V>) (?:(?:the|his|her|a|an) (?:[\\w-]+ ){0,3})?"?(?:<F>"?(?:,? and|,) "?)*)<f:F>"?,? in <y:Y>(?P<gap>(?:,? and|,|;) )(?:(?:then|finally|lastly|later|<Y>),? )*(?=(?:in <Y>,? )?(?:the |his |her )?"?<F>(?! <V>| (?:was|were|had|won|did|took)))',
    "\\bin ",
)
def _film_made_in(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "made F in 1990, G in 1993 and, two years later, H" """
    film = reducer.node(match, "f")
    film.attributes.setdefault("year", reducer.text(match, "y"))
    reducer.say(film, "publication_year", reducer.text(match, "y"))
    return match["before"] + match["f"] + match["gap"]


@steps(
    "the next film, told of in the past",
    '\\bnext (?P<noun>(?:[\\w-]+ ){0,3}?(?:film|feature|project|movie|picture|series|short|documentary)),?(?P<rest> (?:[\\w-]+ ){0,2}"?<F>)'
    "(?=[^.;]{0,120}? (?:were|had|won|came|premiered|starred|took|followed|did|proved|became|opened|received|earned|told|brought|cost|made|flopped|failed|ran|lost|[\\w-]*shot by"
    "|was(?! to\\b| being\\b| announced| planned| set to| due| expected| still| scheduled| supposed| rumoured| in \\w*production| in development))(?!\\w))",
    "\\bnext ",
)
def _next_of_the_past(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Her next film, F, was produced by Ada Doe" tells of no plan."""
    return f"following {match['noun']}{match['rest']}"


@steps("countries in parentheses", '(?P<before>{}\\"?,?) \\((?P<list>[^()]{{1,90}})\\)'.format(char_class("FTP")))
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
    group = coordinated(nodes, "/".join(node.text for node in nodes), note="country")
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


@steps("film with its countries in parentheses", '<f:FT>"? \\(<l:L>\\)')
def _film_countries(reducer: Reducer, match: re.Match[str]) -> str | None:
    places = reducer.node(match, "l").parts()
    if any(place.note != "country" for place in places):
        return None
    film = as_film(reducer.node(match, "f"), reducer.registry)
    for place in places:
        reducer.say(film, "country", place)
    return match["f"]


@steps("film from its country", '(?P<before><f:FT>"?(?: \\([^()]{1,60}\\))?) from <l:L>(?=,? (?:by|won|has won|directed|received)\\b|, (?:<V>|<R>|directed|won|has)|[.;]|$)')
def _film_from(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "F from Hungary, directed by Ada": its country stands between a film and what is told of it."""
    film, places = reducer.node(match, "f"), reducer.node(match, "l").parts()
    if film.kind != "name" or any(place.note != "country" for place in places):
        return None
    film = as_film(film, reducer.registry)
    for place in places:
        reducer.say(film, "country", place)
    return match["before"]
