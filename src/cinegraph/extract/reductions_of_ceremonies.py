"""Reductions of awards and where they were given: at which festival, on which evening, in which city and year."""

from __future__ import annotations

import re
from functools import partial

from cinegraph.extract.awards import is_ceremony
from cinegraph.extract.nodes import Node, char_class, coordinated
from cinegraph.extract.reducing import Reducer, Steps, scope
from cinegraph.extract.reductions_of_awards import HEAD_OF_ITEM
from cinegraph.extract.unknown_names import festival_of_city

_TOP = re.compile(r"\b(?:top|main|highest|first|principal|major|grand) (?:prize|award|honou?r)", re.IGNORECASE)
_PLACE = re.compile(char_class("L"))
_PART = re.compile(r"\b(?:roles?|parts?|turn|performances?|portrayal|acting)\b")
# What may follow the films that a prize was won for; a verb makes the last of them the subject of another clause.
_AFTER_FILMS = re.compile(r'"?(?: ?[.;:,)(–—-]|$| (?:in|at|on|from|with|while|but|both|as|over|during|before|after|respectively)\b)')

steps = Steps()


@steps(
    "award at a festival or in a section",
    "<a:A>(?: \\(<z:Y>\\))?(?:,? (?:%PREP%|[|–—-] ?) ?%THE%|, )<e:ES>(?: competition)?(?: ?(?:in |, )<y:Y>| \\(<w:Y>\\))?",
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


@steps(
    "award at the evening of its awards",
    "<a:A>(?:,? (?:%PREP%) %THE%|, )(?:\\d{1,3}(?:st|nd|rd|th) (?:annual )?)?<c:A>",
)
def _award_at_ceremony(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, ceremony = reducer.node(match, "a"), reducer.node(match, "c")
    if not is_ceremony(ceremony) or is_ceremony(award):
        return None
    scope(award, ceremony)
    return match["a"]


@steps("evening of awards and the categories of them", "<c:A>(?: ?[:–—]| \\(|, (?=for )) ?(?:for |those for |as )?<a:A>(?![\\w-])")
def _categories_of_ceremony(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Two Bodil Awards: Best Actress for F and Best Supporting Actress for G" """
    ceremony, awards = reducer.node(match, "c"), reducer.node(match, "a")
    if not is_ceremony(ceremony) or any(part.ids or is_ceremony(part) for part in awards.parts()):
        return None
    for part in awards.parts():
        scope(part, ceremony)
    return match["a"]


@steps(
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


@steps("award here or there", "<a:A> <e:E>(?:,? (?:in )?<y:Y>)?(?![\\w-])")
def _award_here(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, festival = reducer.node(match, "a"), reducer.node(match, "e")
    if festival.text.lower() not in ("here", "there"):
        return None
    if match["y"]:
        festival.attributes["year"] = reducer.text(match, "y")
        for part in award.parts():
            part.attributes.setdefault("year", reducer.text(match, "y"))
    scope(award, festival)
    return match["a"]


@steps("award in a festival's city", "<a:A> (?:in|at) <l:L>(?:,? in <y:Y>| \\(<z:Y>\\))?(?![\\w-])")
def _award_in_city(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, festival = (
        reducer.node(match, "a"),
        festival_of_city(reducer.node(match, "l"), reducer.registry, reducer.lexicon),
    )
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


@steps(
    "city for the festival spoken of",
    "(?P<before>\\b(?:premi[eè]re[ds]?|premiering|screened|shown|bowed|won|debut(?:ed)?|competed|awarded|selected|unveiled|prizes?|awards?)(?:,? (?:[\\w-]+|<YSA>)){0,4},? (?:in|at) |^(?:in|at) (?=<L>,))<l:L>(?!'s)",
    "premi|screened|shown|bowed|won|debut|competed|award|selected|unveiled|prize",
)
def _city_of_the_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "It had been shown two weeks before in Toronto", where the article has named the festival of Toronto."""
    place = reducer.node(match, "l")
    found = festival_of_city(place, reducer.registry, reducer.lexicon, named=True) if place.note != "country" else None
    return match["before"] + reducer.sentence.add(found) if found is not None else None


@steps(
    "cities for their festivals",
    "(?P<before>(?:juries|jury|festivals?|panels) (?:at|in|of|for|like|such as|including) (?:(?:<E>|<S>)[^.;\ue300-\ue4ff]{0,46} )*"
    "|\\b(?:jury|juror|jurors)\\b[^.;\ue000-\uf0ff]{0,40} (?:in|at) "
    "|<F>\"?,? (?:(?:which|then|also|later|first|even|next|afterwards|soon|finally|has|had|and) ){0,3}(?:went|travell?ed|toured|gone|goes|travels?)(?: on)? to |<F>\"? (?:premiered|(?:was|has been|had been) (?:shown|screened|premiered)) in )<l:L>(?!'s)(?P<more>(?:(?:,? and |, )<LE>)*)",
)
def _city_as_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    festivals = [
        festival_of_city(place, reducer.registry, reducer.lexicon) for place in reducer.node(match, "l").parts()
    ]
    found = [f for f in festivals if f is not None]
    if not found or len(found) < len(festivals):
        return None
    if len(found) == 1:
        return (
            match["before"]
            + reducer.sentence.add(found[0])
            + _PLACE.sub(partial(_as_festival, reducer), match["more"] or "")
        )
    return match["before"] + reducer.sentence.add(coordinated(found, "")) + (match["more"] or "")


def _as_festival(reducer: Reducer, match: re.Match[str]) -> str:
    """A place of a list as its festival, or as it stands."""
    found = festival_of_city(reducer.sentence.nodes[match.group()], reducer.registry, reducer.lexicon)
    return match.group() if found is None else reducer.sentence.add(found)


@steps(
    "city where somebody is on a jury",
    "(?P<before>\\b(?:in|at|to) )<l:L>(?P<after>,? (?:again |once more )?(?:as|on|for) (?:an? |the )?(?:(?:member|president|head|chair\\w*) of )?(?:the )?(?:[\\w-]+ |<SA>(?:'s)? ){0,3}?(?:jury|jurors?)\\b(?! (?:of|at|in) <E>))",
    "jur",
)
def _city_of_a_jury(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "She was in San Sebastián as president of the New Directors jury" """
    festival = festival_of_city(reducer.node(match, "l"), reducer.registry, reducer.lexicon)
    return match["before"] + reducer.sentence.add(festival) + match["after"] if festival is not None else None


@steps("city before a section", "(?P<before>\\b(?:in|at|to) )<l:L>(?P<in>,? (?:in|for) (?:the )?)(?=<s:S>)")
def _city_before_section(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "In Karlovy Vary, in East of the West" names a festival and its section."""
    section = reducer.node(match, "s")
    if len(section.ids) != 1 or reducer.node(match, "l").members:
        return None
    entry = reducer.lexicon.entries.get(reducer.registry.draft(section.ids[0]).lexicon or "")
    festival = festival_of_city(reducer.node(match, "l"), reducer.registry, reducer.lexicon)
    known = reducer.registry.draft(festival.ids[0]).lexicon if festival is not None else None
    if festival is None or entry is None or entry.festival != known:
        return None
    return match["before"] + reducer.sentence.add(festival) + match["in"]


@steps("award in a year", "<a:A> (?:in |of )?\\(?<y:Y>\\)?(?! film)(?![\\w-])")
def _award_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("year", reducer.text(match, "y"))
    return match["a"]


@steps(
    "award for a work",
    "<a:A>(?P<word> (?:nominations?|nods?|wins?))?,? for (?:(?:his|her|their|the|(?P<whose><P>)'s) (?P<what>(?:[\\w-]+ |<K> ){0,4}?)(?:(?:in|on|of|for|as <CX> in) )?(?:the )?)?(?:(?:motion picture|film|movie) )?(?P<films><F>(?!'s)(?:(?:, (?:and )?| and | & )<F>(?!'s)){0,6})",
)
def _award_for(reducer: Reducer, match: re.Match[str]) -> str | None:
    if HEAD_OF_ITEM.fullmatch(match.string[: match.start()]) or ", respectively" in match.string[match.end() :]:
        return None
    films = [reducer.sentence.nodes[char] for char in re.findall(char_class("F"), match["films"])]
    rest = ""
    if len(films) > 1 and not _AFTER_FILMS.match(match.string, match.end()):
        films, rest = films[:1], match["films"][1:]  # "a César for F, and G opened in May"
    parts = [part for film in films for part in film.parts()]
    work = parts[0] if len(parts) == 1 else coordinated(parts, letter="F")
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("for_work", work)
    if match["whose"] and (did := _done_for(reducer, match["what"])):
        for film in parts:
            reducer.say(film, did, reducer.sentence.nodes[match["whose"]])
    return match["a"] + (match["word"] or "") + rest


def _done_for(reducer: Reducer, what: str) -> str | None:
    """What the work is that is honoured: "her supporting role in F" is one in its cast, "his score for F" its music."""
    if _PART.search(what):
        return "cast_member"
    craft = next((reducer.sentence.nodes[char] for char in what if char in reducer.sentence.nodes), None)
    return str(craft.attributes.get("relation") or "") or None if craft is not None else None
