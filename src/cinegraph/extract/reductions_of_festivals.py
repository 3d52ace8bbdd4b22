"""Reductions of festivals and sections: editions and their years, what is a section of which festival."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import Node
from cinegraph.extract.reducing import Reducer, Steps, scope
from cinegraph.extract.word_lists import alternatives
from cinegraph.model import EntityType

steps = Steps()
# "In competition at Oslo" says how a film was shown there, and names no section.
_IN_COMPETITION = re.compile(r"(?:in |the )?(?:out[- ]of[- ])?competition", re.IGNORECASE)


@steps("festival named by city and word", "<e:L>(?:'s)? (?:international )?(?:film )?festival\\b")
def _city_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    return None


@steps(
    "praise of a festival or prize",
    rf"\b(?P<the>the|this|that|an?|its|his|her|their|'s) (?:{alternatives('praise_of_festivals')},? ){{1,3}}(?=<e:EAOS>)",
)
def _praised(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "At the prestigious Berlinale" """
    return match["the"] + " "


@steps("festival before its name", "(?<![\\w'-])(?P<the>the |an? )?(?:(?:international|national|annual|<N>) )*(?:film )?(?:festival|film forum) (?:(?:of|in|at) )?\"?(?=<e:E>)(?P<x>.)(?P<quote>\"?)")
def _named_behind(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ 'At the festival "Amber Fish"', "at the festival in Rotterdam" """
    return match["x"]


@steps(
    "jury of an organization",
    "<j:O>(?! jury)(?=,? (?:(?:at|of|in|for|this year) [^.;]{0,60}?)?(?:consist|includ|compris|(?:was|is|were|are) (?:made up|composed|formed) of|were |are ))",
)
def _jury_of_critics(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The FIPRESCI jury consisted of Ada Doe and Ben Roe": one name to the lexicon, and a jury all the same."""
    if not reducer.node(match, "j").text.lower().endswith(" jury"):
        return None
    return match["j"] + " jury"


@steps("year before festival", "<y:Y>(?: edition of| installment of)?(?: the)? (?=<e:E>)(?P<x>.)")
def _year_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    reducer.sentence.nodes[match["x"]].attributes.setdefault("year", reducer.text(match, "y"))
    return match["x"]


@steps("year of an edition", "<e:E>(?:'s| ')? (?:in )?<y:Y>(?: edition)?(?![\\w-])")
def _festival_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    reducer.node(match, "e").attributes.setdefault("year", reducer.text(match, "y"))
    return match["e"]


@steps(
    "numbered edition",
    "(?P<n>\\d{1,3})(?:st|nd|rd|th)(?: annual)?(?: edition of)?(?: the)?(?: (?:prestigious|renowned|celebrated|famed|acclaimed|annual))? <e:E>(?: in <y:Y>)?",
)
def _edition(reducer: Reducer, match: re.Match[str]) -> str | None:
    node = reducer.node(match, "e")
    entry = reducer.lexicon.entries.get(reducer.registry.draft(node.ids[0]).lexicon or "") if node.ids else None
    year = reducer.text(match, "y") if match["y"] else entry.edition_year(int(match["n"])) if entry else None
    if year:
        node.attributes.setdefault("year", str(year))
    return match["e"]


@steps("this year's edition", "(?:this|last) year's(?: edition of)?(?: the)? <e:E>|<f:E> this year")
def _this_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    char = match["e"] or match["f"]
    if reducer.year:
        year = int(reducer.year) - (1 if match.group().startswith("last") else 0)
        reducer.sentence.nodes[char].attributes.setdefault("year", str(year))
    return char


@steps("section of a festival", "<e:E>(?:'s| ')? (?:official )?<s:S>%SECTION%(?![\\w-])")
def _festival_section(reducer: Reducer, match: re.Match[str]) -> str | None:
    scope(reducer.node(match, "s"), reducer.node(match, "e"))
    reducer.say(reducer.node(match, "s"), "section_of", reducer.node(match, "e"))
    return match["s"]


@steps(
    "unknown section of a festival",
    '(?P<before>\\b(?:in|of|for|from|by|opened|opens|opening|closed|closes|closing|heads|leads|curates|curated) (?:the |its |their )?"?)<x:XOEFTP>"? (?P<word>section|sidebar|strand|programme|program|category|slot|unit) (?:of|at|in|during) (?:the )?(?:\\d+(?:st|nd|rd|th) |upcoming )?(?:edition of (?:the )?)?(?=<e:E>)(?P<e2>.)',
    "\\b(?:section|sidebar|strand|program|programme|category|slot|unit) ",
)
def _unknown_section(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Screened in the Bright Dreams section at E": what that is called is told by the word after it."""
    name, festival = reducer.node(match, "x"), reducer.sentence.nodes[match["e2"]]
    # "The Documentary category" is a prize's, and "the Netflix programme" a company's.
    if len(name.text.split()) < 2 or name.kind != "name" or len(festival.ids) != 1:
        return None
    owner = reducer.registry.draft(festival.ids[0])
    id_ = reducer.registry.named(EntityType.SECTION, name.text, owner.id)
    reducer.registry.see(id_, name.text)
    section = Node("S", name.start, name.end, name.text, (id_,), attributes={"festival": festival})
    return f"{match['before']}{reducer.sentence.add(section)} at {match['e2']}"


@steps(
    "section taken for a prize",
    "(?P<before>\\b(?:in|for|to|of) (?:the )?)<a:A> (?:section|sidebar|strand|unit)(?![\\w-])",
    "\\b(?:section|sidebar|strand|unit)",
)
def _section_called(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Selected for the "Night Owl" unit": the word behind the name tells that it is no prize."""
    name = reducer.node(match, "a")
    if name.ids or name.attributes.get("generic") not in (None, "named") or name.attributes.get("choices"):
        return None
    homes = [node for node in reducer.sentence.nodes.values() if node.letter == "E" and len(node.ids) == 1]
    if len(homes) != 1:
        return f"{match['before']}section"
    owner = reducer.registry.draft(homes[0].ids[0])
    id_ = reducer.registry.named(EntityType.SECTION, name.text, owner.id)
    reducer.registry.see(id_, name.text)
    section = Node("S", name.start, name.end, name.text, (id_,), attributes={"festival": homes[0]})
    reducer.say(section, "section_of", homes[0])
    return match["before"] + reducer.sentence.add(section)


@steps("section word", "<s:S> (?:section|sidebar|strand|programme|program|category|selection|unit)(?![\\w-])")
def _section_word(reducer: Reducer, match: re.Match[str]) -> str | None:
    return match["s"]


@steps("section at a festival", "<s:S>(?: competition)?(?:,? %PREP% %THE%|, )<e:E>(?:'s)?(?: in <y:Y>)?")
def _section_at(reducer: Reducer, match: re.Match[str]) -> str | None:
    festival = reducer.node(match, "e")
    if match["y"]:
        festival.attributes.setdefault("year", reducer.text(match, "y"))
    scope(reducer.node(match, "s"), festival)
    if not _IN_COMPETITION.fullmatch(reducer.node(match, "s").text):
        reducer.say(reducer.node(match, "s"), "section_of", festival)
    return match["s"]
