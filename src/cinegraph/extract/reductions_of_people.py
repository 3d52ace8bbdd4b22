"""Reductions of people: their births, nations, trades and works."""

from __future__ import annotations

import re

from cinegraph.extract.candidates import SOCIETIES
from cinegraph.extract.discourse import NOMINATIVE
from cinegraph.extract.earlier_films import done_in, may_be_title
from cinegraph.extract.nodes import Node, char_class
from cinegraph.extract.reducing import Reducer, Steps, the_described
from cinegraph.extract.unknown_names import as_film, as_person
from cinegraph.extract.word_lists import words

OF_A_FESTIVAL = re.compile(
    r"^(?:(?:artistic|festival|programming|programme|program|executive) (?:co-)?directors?|festival (?:heads?|chiefs?|presidents?)|(?:film |festival )?(?:programmers?|curators?))$"
)
"""Trades that nobody has but at a festival."""

_COUNTRY_EACH = re.compile(
    rf"{char_class('P')}(?: \({char_class('L')}[^()]*\))?(?:,|,? and) {char_class('P')} \({char_class('L')}"
)
_FILM = re.compile(char_class("FT"))
OF_A_MAKER = re.compile(
    rf"{char_class('PX')}'s (?:[\w'-]+,? |{char_class('NY')} ){{0,4}}\"?{char_class('FT')}\"?(?:,|;|,? and|,? as well as) $"
)
"""Before a film of a list: the one before it is still its maker's ("Ada's F, Ben's G"), and would share this one out to her."""
_OWNED = re.compile(rf"(?P<p>{char_class('P')})'s \"?(?P<f>{char_class('FTX')})")
_FEW = 2
_PART = re.compile(r"(?:^|\b)(?:as|in|from|on) ")
_AWARDS = re.compile(char_class("A"))
_TITLES = re.compile(char_class("FTX"))
steps = Steps()


@steps("person of a list with countries in parentheses", "<p:P> \\((?:<L>(?:, ?| ?/ ?| and )?){1,3}\\)(?=,|;|\\.|$| and )")
def _with_country(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Ada Doe (USA), Ben Roe (Hong Kong, China) and Carl Poe (Norway)" is a list of three people."""
    return match["p"] if _COUNTRY_EACH.search(match.string) and not _FILM.search(match.string) else None


_CRAFT_OF_SOCIETY = dict.fromkeys(words("societies_of_cinematographers"), "cinematographer") | dict.fromkeys(
    words("societies_of_editors"), "film editor"
)
_LETTERS = "|".join(sorted(SOCIETIES)).lower()


@steps(
    "person with the letters of a society",
    f"<p:P>(?: ?\\((?:(?P<inside>{_LETTERS})|<n:OX>)\\)|,? (?:(?P<letters>{_LETTERS})|<o:O>)"
    r"(?=[,.;:)]| (?:and|is|was|has|had|who|talks|on|for|shot|lit|cut|edited|photographed|serve[sd])\b|$))",
)
def _with_letters(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Ada Doe, ASC," is Ada Doe, a cinematographer."""
    named = match["o"] or match["n"]
    letters = reducer.sentence.nodes[named].text if named else (match["letters"] or match["inside"]).upper()
    if letters not in SOCIETIES:
        return None
    person = reducer.node(match, "p")
    if (craft := _CRAFT_OF_SOCIETY.get(letters)) and len(person.ids) == 1:
        reducer.registry.draft(person.ids[0]).occupations.add(craft)
    return match["p"]


@steps("person's year of birth and death", "<p:P> \\((?:(?:born|b\\.)? ?)?(?:<d:YD>)(?: ?[-–—] ?<e:YD>)?\\)")
def _born(reducer: Reducer, match: re.Match[str]) -> str | None:
    if not match["e"] and "born" not in match.group() and "b." not in match.group():
        return None
    reducer.say(reducer.node(match, "p"), "birth_date", reducer.node(match, "d").text)
    return match["p"]


@steps("born on, in", "<p:P>,? \\((?:né[e]? [^()]{2,40}[;,] )?born (?:on )?<d:YD>(?:,? (?:in )?<l:L>)?[^()]{0,30}\\)")
def _born_in(reducer: Reducer, match: re.Match[str]) -> str | None:
    reducer.say(reducer.node(match, "p"), "birth_date", reducer.node(match, "d").text)
    if match["l"]:
        reducer.say(reducer.node(match, "p"), "birth_place", reducer.node(match, "l"))
    return match["p"]


@steps(
    "country and trade before a person",
    "(?:(?:the|a|an) (?:[\\w-]+ )?)?<n:N>(?:[- ]born)?(?: [\\w-]+ed)?(?: (?:film|independent|arthouse))? <r:R>(?:(?:,| and|/) <q:R>)? (?=<p:P>)(?P<x>.)",
)
def _trade_nation(reducer: Reducer, match: re.Match[str]) -> str | None:
    person = the_described(reducer.sentence.nodes[match["x"]], reducer.node(match, "r"))
    for nation in reducer.node(match, "n").parts():
        reducer.say(person, "nationality", nation.text)
    for slot in ("r", "q"):
        if match[slot]:
            _trade(reducer, person, reducer.node(match, slot))
    return match["x"]


_TALKING = re.compile(r"\b(?:talk\w*|sp[eo]ak\w*|spoke|chat\w*|discuss\w*|convers\w+|interview\w*|sat down|sits down|caught up|met|joined|joins|hear|heard)\b")
_NEXT_MAKER = re.compile(r",? ?(?:(?:and|&|as well as|along with|together with) ?)?(?:(?:the|with|its|star|stars) ?){0,2}")
_MAKER_OR_TRADE = re.compile(char_class("RP"))


@steps(
    "makers of whose film a talk is",
    "(?<=.)\\b(?:about|discuss(?:es|ing)?|on|behind|present(?:s|ing)?|for) (?:their|the) (?:(?:(?!own|old|early|first)[\\w-]+),? ){0,4}?(?:film|movie|feature|documentary|drama|comedy|thriller|short|debut|series),? (?:called |titled )?\"?<f:F>",
    "\\b(?:about|discuss|behind|present|on|for)",
)
def _makers_in_talk(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "We sat down with directors Ada and Eva and producer Ben to talk about their film F": each by the trade before the name."""
    clause = re.split(r"[.;:]", match.string[: match.start()])[-1]
    found = list(_MAKER_OR_TRADE.finditer(clause))
    if len(found) < 3 or _TALKING.search(match.string[: match.end()]) is None:
        return None
    # Only those in one list, up to the film.
    first = len(found) - 1
    while first and _NEXT_MAKER.fullmatch(clause, found[first - 1].end(), found[first].start()):
        first -= 1
    people = [reducer.sentence.nodes[m.group()] for m in found[first:]]
    if sum(node.letter == "P" for node in people) < 2 or people[0].letter != "R":
        return None
    makers: list[tuple[Node, str]] = []
    trade: Node | None = people[0]
    for node in people[1:]:
        if node.letter == "R":
            trade = node
            continue
        relation = trade.attributes.get("relation") if trade is not None else None
        if not relation:
            return None  # a critic among them: it may be anybody's film
        makers += [(person, str(relation)) for person in node.parts()]
        trade = trade if trade is not None and trade.attributes.get("plural") else None
    for person, relation in makers:
        reducer.say(reducer.node(match, "f"), relation, person)
    return None


@steps(
    "trade before a person",
    "(?<!')(?:(?:film|fellow|independent|arthouse|veteran|celebrated|acclaimed) )*<r:R>(?:(?:,| and|/|-) ?<q:R>)? (?=<p:P>)(?P<x>.)(?!'s (?:own )?<R>)",
)
def _trade_before(reducer: Reducer, match: re.Match[str]) -> str | None:
    person = reducer.sentence.nodes[match["x"]]
    if person.kind == "pronoun" and person.text.lower() in NOMINATIVE:
        return None  # "the director she admires"
    before = match.string[: match.start()]
    if re.search(char_class("FTX") + r"(?:'s)? ?$", before) or re.search(
        char_class("FTE") + r"(?:'s|') (?:\w+ ){0,2}$", before
    ):
        return None
    if re.search(r"\bas an? (?:\w+ )?$", before):
        if person.kind == "name":
            _trade(reducer, person, reducer.node(match, "r"))
        return None
    person = the_described(person, reducer.node(match, "r"))
    for slot in ("r", "q"):
        if match[slot]:
            _trade(reducer, person, reducer.node(match, slot))
    trade = reducer.node(match, "r").text.lower()
    return f"{trade} {match['x']}" if OF_A_FESTIVAL.match(trade) else match["x"]


@steps("trade with a comma before a person", "(?P<by>\\bby (?:an? |the )?(?:[a-z-]+ ){0,2})<r:R>(?:(?:, | and |/)<q:R>)?, (?=<p:P>(?:,|[.;]|$))(?P<x>.)")
def _trade_comma(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Produced by award-winning writer and director, Ada Doe, the film …" """
    person = reducer.sentence.nodes[match["x"]]
    for slot in ("r", "q"):
        if match[slot]:
            _trade(reducer, person, reducer.node(match, slot))
    return match["by"] + match["x"]


def _trade(reducer: Reducer, person: Node, trade: Node) -> None:
    person.attributes["trade"] = trade
    for part in trade.parts():
        reducer.say(person, "occupation", str(part.attributes["label"]))
        for id_ in person.ids:
            draft = reducer.registry.draft(id_)
            draft.occupations.add(str(part.attributes["label"]))
            draft.gender = draft.gender or part.attributes.get("gender")


@steps("nationality before a person", "<n:N> (?=<p:P>)(?P<x>.)")
def _nation_before(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Norwegian Ada Doe", but not "I made a Norwegian my hero"."""
    if reducer.sentence.nodes[match["x"]].kind == "pronoun":
        return None
    for nation in reducer.node(match, "n").parts():
        reducer.say(the_described(reducer.sentence.nodes[match["x"]]), "nationality", nation.text)
    return match["x"]


@steps("maker of a country", "(?P<by>\\bby )<p:P> of <l:L>(?=[,.;)]|$)", " of ")
def _maker_of(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "A film by Ada Doe of Norway, which won …": the country is no part of what was done."""
    return match["by"] + match["p"] if reducer.node(match, "l").note == "country" else None


@steps("star of an earlier film", "(?P<films>\"?<FT>\"?(?:(?:, | and )\"?<FT>\"?){0,2}) (?:franchise |series |trilogy )?star (?=<p:P>(?: ?\\([^()]*\\))?(?:,? and |, )<PX>)(?P<x>.)", " star ")
def _star_of(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Night Bus star Jane Roe and Ben Poe": she was in it, and of him it is not said."""
    person = reducer.node(match, "p")
    if person.kind != "name" or len(person.ids) != 1:
        return None
    for char in _TITLES.findall(match["films"]):
        film = as_film(reducer.sentence.nodes[char], reducer.registry)
        for part in film.parts():
            reducer.say(part, "cast_member", person)
    return match["x"]


@steps(
    "winner in a list of people",
    "(?P<awards><A>(?:(?:, | and |, and )<A>){0,3}) (?P<word>winner|nominee) (?=<p:P>(?: ?\\([^()]*\\))?(?:,|,? and) (?:<A> |and )*(?:<A> (?:winner|nominee) )?<P>)(?P<x>.)",
    "winner|nominee",
)
def _winner_of_list(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "With Oscar winner Ada Doe and Ben Roe": the prize is hers alone."""
    person = reducer.node(match, "p")
    if person.kind != "name" or len(person.ids) != 1:
        return None
    for char in _AWARDS.findall(match["awards"]):
        for award in reducer.sentence.nodes[char].parts():
            year = award.attributes.get("year")
            reducer.say(person, "won" if match["word"] == "winner" else "nominated_for", award, {"year": year} if year else None)
    return match["x"]


@steps(
    "person of a trade with works in parentheses",
    '<p:PX> ?\\((?:with |for |of |seen in )?(?:the )?(?P<films>(?:<P>\'s )?"?<FTX>"?(?:,? <Y>)?(?:(?:, and |, | and |; )(?:<P>\'s )?"?<FTX>"?(?:,? <Y>)?){0,5})\\)',
)
def _works_of(reducer: Reducer, match: re.Match[str]) -> str | None:
    person = reducer.node(match, "p")
    films = [reducer.sentence.nodes[char] for char in _TITLES.findall(match["films"])]
    relation = _done(reducer, match, person)
    if relation is None or not all(may_be_title(film, relation, len(films) > 1, reducer) for film in films):
        return None
    char, person = _person(reducer, match["p"])
    for owned in _OWNED.finditer(match["films"]):
        film = as_film(reducer.sentence.nodes[owned["f"]], reducer.registry)
        reducer.say(film, "director", reducer.sentence.nodes[owned["p"]])
    if relation in ("director", "cast_member"):
        for film in films:
            as_film(film, reducer.registry)
            for part in film.parts():
                reducer.say(part, relation, person)
    return char


@steps("person of a cast with something in parentheses", "<p:PX> ?\\((?P<inside>[^()]{1,60})\\)")
def _of_a_cast(reducer: Reducer, match: re.Match[str]) -> str | None:
    """What stands in parentheses within a list of players breaks it no more, where nothing can be told from it."""
    inside = match["inside"]
    listed = match.string.count("(") > _FEW and re.match(char_class("XLFT"), inside) and re.search(char_class("XFT"), inside)
    if _PART.search(inside) or not (listed or re.search(char_class("F"), inside)) or _done(reducer, match, reducer.node(match, "p")) != "cast_member":
        return None
    return _person(reducer, match["p"])[0]


def _done(reducer: Reducer, match: re.Match[str], person: Node) -> str | None:
    """What somebody has done in the films in parentheses; an unknown name is that of a player only, and one of two words or three."""
    if person.letter == "P":
        return done_in(reducer, match, person) if len(person.ids) == 1 else None
    if not 2 <= len(person.text.split()) <= 3 or not all(word[:1].isupper() for word in person.text.split()):
        return None
    return "cast_member" if done_in(reducer, match, person) == "cast_member" else None


def _person(reducer: Reducer, char: str) -> tuple[str, Node]:
    """The character and the node of a person, where an unknown name has been told to be one's."""
    node = reducer.sentence.nodes[char]
    if node.letter == "P":
        return char, node
    person = as_person(Node("P", node.start, node.end, node.text), reducer.registry)
    return reducer.sentence.add(person), person


@steps(
    "film and its director in a list",
    '<f:F>"? (?:by|from) <p:P>(?: \\((?P<l>{0})(?:/{0})*\\))?(?=(?:,? and|,|;|,? as well as|,? plus) (?:the )?(?:{1}|{2}\'s (?:[\\w-]+ ){{0,2}}?"?{1}))'.format(
        char_class("L"), char_class("F"), char_class("P")
    ),
)
def _film_by(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "F by Ada, G by Ben and H": the films are what is listed."""
    _directed(reducer, match)
    return match["f"]


@steps(
    "film and its director at the end of a list",
    '(?P<before><F>"?(?:,? and|,|;|,? as well as|,? plus) (?:the )?)(?:"?<f:F>"? (?:by|from) <p:P>(?: \\((?P<l>{0})(?:/{0})*\\))?(?=[.,;]|$| (?:are|were|is|was|will|and|compete|screen)\\b)|<q:P>\'s (?:(?!novel|book|play|story)[\\w-]+ ){{0,2}}?"?<g:F>)'.format(
        char_class("L")
    ),
)
def _last_film_by(reducer: Reducer, match: re.Match[str]) -> str | None:
    before = match.string[: match.start()]
    if match["g"] and OF_A_MAKER.search(match.string[: match.end("before")]):
        return None
    if re.search(r"\b(?:based on|after|like|from|with|than|and|of|by) (?:the )?$", before) or not re.search(
        r"\b(?:includ|select|compet|programme|program|line-?up|films|titles|features?|screen|show|present|premier|open|among|winners?|nomine|festival)",
        match.string,
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
