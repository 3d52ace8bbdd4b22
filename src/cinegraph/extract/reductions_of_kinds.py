"""Reductions of what a list says each of its films is: "the drama F, cult comedy G and Italian western H starring Ada Doe"."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import char_class
from cinegraph.extract.reducing import Reducer, Steps
from cinegraph.model import EntityType

_QUALITY = (
    r"(?:(?:final|last|first|second|debut|early|earlier|later|cult|classic|hit|fantasy|horror|sci-fi|science-fiction|science|fiction|crime|romantic|musical"
    r"|period|war|prison|family|black|dark|action|animated|short|political|psychological|coming-of-age|historical|biographical|erotic|road|gangster|heist"
    r"|supernatural|teen|slasher|western|documentary|feature|tv|television|silent|indie|independent|acclaimed|award-winning|low-budget|mystery|spy|sports"
    r"|legal|courtroom|comedy|drama|slum|boxing|disaster|martial|arts|religious|rural|bleak|festive|christmas|holiday) )"
)
_KIND = r"(?:film|movie|drama|comedy|thriller|flick|pic|picture|horror|fantasy|western|documentary|musical|romance|biopic|feature|epic|melodrama|short|series|sitcom|miniseries|classic|satire|adventure|mystery|romcom|actioner|chiller)"
_DESCRIBED = rf"(?:(?:the|an?) )?(?:{char_class('N')} )?{_QUALITY}{{0,4}}{_KIND} "
_OWNER = re.compile(rf"(?P<p>{char_class('P')})'s (?:[\w'-]+ ){{0,4}}\"?$")
_NATION = re.compile(char_class("N"))

_PLACED = r"<L> ?\((?:<OXPF>(?:, | and |, and )?){1,5}\)"
_INSIDE = re.compile(rf"(?P<l>{char_class('L')}) ?\((?P<companies>[^()]+)\)")
_COMPANIES = re.compile(char_class("OXPF"))

steps = Steps()


@steps(
    "film and its countries with their companies",
    rf"(?P<what><f:F>\"?,? (?:(?:which|that) )?(?:is|was|has been|is being)(?: a)? <v:V> (?:by|between|of) (?:the )?)(?P<list>{_PLACED}(?:(?:, | and |, and |; ){_PLACED})*)",
    r"\) ?(?:,|and|[.;])|\)$",
)
def _countries_with_companies(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "F is produced by Norway (Grey Lamp), Sweden (Red Barn and Halibut) and France (Kite)" """
    if reducer.node(match, "v").attributes.get("relation") != "producer":
        return None
    film, countries = reducer.node(match, "f"), []
    for each in _INSIDE.finditer(match["list"]):
        reducer.say(film, "country", reducer.sentence.nodes[each["l"]])
        countries.append(each["l"])
        for char in _COMPANIES.findall(each["companies"]):
            company = reducer.sentence.nodes[char]
            id_ = company.ids[0] if company.letter == "O" and company.ids else reducer.registry.named(EntityType.ORGANIZATION, company.text)
            company.letter, company.ids = "O", (id_,)
            reducer.registry.see(id_, company.text)
            reducer.say(film, "production_company", company)
    return match["what"] + ", ".join(countries)


@steps(
    "nation of the first film of a list",
    rf"<n:N> (?P<kind>{_QUALITY}{{0,4}}{_KIND} )\"?(?=<f:F>\"?(?:,| and|;) (?:and )?(?:<P>'s )?(?:{_DESCRIBED})?\"?<F>)",
)
def _first_nation(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Danish drama F and the comedy G": only F is Danish."""
    reducer.say(reducer.node(match, "f"), "country", reducer.node(match, "n"))
    return match["kind"]


@steps("kind of a film of a list", rf"(?P<before><F>\"?(?:,? and|,|;) )(?P<kind>{_DESCRIBED})\"?(?=<f:F>)")
def _kind(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "F, the horror film G and cult comedy H" is a list of three films."""
    owner = _OWNER.search(match.string[: match.start()])
    if owner is not None and reducer.sentence.nodes[owner["p"]].kind == "name":
        return None  # "Ada Doe's F and comedy G": nothing tells that G is hers.
    nation = _NATION.search(match["kind"])
    if nation is not None:
        reducer.say(reducer.node(match, "f"), "country", reducer.sentence.nodes[nation.group()])
    return match["before"]


@steps(
    "cast of the last film of a list",
    '(?P<before><F>"?(?:,? and|,|;) (?:<P>\'s (?:[a-z-]+ ){0,3})?"?)<f:F>"? (?:starring|featuring) (?:the )?(?P<cast><P>(?:, <P>){0,6}(?:,? and <P>)?)(?!\'s)(?=[.,;)]|$)',
    "starring|featuring",
)
def _cast_of_last(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "F and G starring Ada Doe": she is in G."""
    for char in re.findall(char_class("P"), match["cast"]):
        reducer.say(reducer.node(match, "f"), "cast_member", reducer.sentence.nodes[char])
    return match["before"] + match["f"]
