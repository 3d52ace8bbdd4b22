"""Reductions of what short lives say of somebody between the name and the trade: where that person lives or was born."""

from __future__ import annotations

import re

from cinegraph.extract.reducing import Reducer, Steps

steps = Steps()


@steps(
    "where somebody is based or born, before the trade",
    r"(?P<before><p:P>(?: \([^()]*\))?,? (?:(?:is|was) )?(?:an?|the) (?:[a-z][a-z'-]*,? |<N>,? ){0,3}?)<l:L>(?:(?: and |/| & )<m:L>)?[- ](?P<how>based|born|raised)(?:,| and)? (?=(?:[a-z][a-z'-]*,? |<N> ){0,3}?<R>)",
    "[- ](?:based|born|raised)",
)
def _based(reducer: Reducer, match: re.Match[str]) -> str:
    """ "Ada Doe is a Lagos-based director" lives there, and is a director."""
    for place in ("l", "m"):
        if match[place] and match["how"] == "based":
            reducer.say(reducer.node(match, "p"), "residence", reducer.node(match, place))
        elif match[place] and match["how"] == "born":
            reducer.say(reducer.node(match, "p"), "birth_place", reducer.node(match, place))
    return match["before"]


_BIRTH = r"(?:(?P<born>born|b\.|né|née) ?(?:on |in )?)?"
_PLACE = r"<l:L>(?:, ?<L>|, [a-z][\w .'-]{2,30})*"


@steps(
    "birth and death with their places",
    rf"<p:P> \((?:[^()]{{0,60}}; ?)?{_BIRTH}<d:YD>(?:[,;] (?:in )?{_PLACE})? ?[-–—] ?(?:d\. ?)?<e:YD>(?:[,;] (?:in )?<m:L>(?:, ?<L>)*)?\)",
)
@steps("birth with its place", rf"<p:P> \((?:[^()]{{0,60}}; ?)?(?P<born>born|b\.) ?(?:on |in )?<d:YD>[,;] (?:in )?(?:the (?:village|town|city) of )?{_PLACE}\)")
@steps(
    "year and place of birth of whom a note tells",
    r"<p:P> \((?:<d:YD>[,;] (?:in )?<l:L>(?:, ?<L>)*|<k:L>(?:, ?<L>)*[,;] ?<e:YD>)\)(?=,? (?:is|was|has|holds|studied|studies|graduated|lives|works|began|started|made|trained|completed|received|teaches|directed|grew|attended|earned)\b)",
)
def _born_at(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Ada Doe (Oslo, 1964) is a director", "Ada Doe (May 12, 1948, Oslo – March 3, 2010, Rome)"."""
    groups = match.groupdict()
    dates = [groups.get("d"), groups.get("e")] if "k" in groups else [groups.get("d")]
    date = next((each for each in dates if each), None)
    place = groups.get("l") or groups.get("k")
    if date is None:
        return None
    reducer.say(reducer.node(match, "p"), "birth_date", reducer.sentence.nodes[date].text)
    if place:
        reducer.say(reducer.node(match, "p"), "birth_place", reducer.sentence.nodes[place])
    return match["p"]


@steps(
    "film with its director and festival in parentheses",
    r'<f:F>"? \((?:dir\. )?<p:P>(?:(?:,|,? and| &) <q:P>)?[,;/] ?(?P<rest>(?:<e:E>|(?:<E>|<S>)[^()]{0,40}))\)',
)
def _film_dir_and_festival(reducer: Reducer, match: re.Match[str]) -> str:
    """ "Night Bus (Ada Doe, Cannes 2012)": it is hers, and was shown there."""
    for person in ("p", "q"):
        if match[person]:
            reducer.say(reducer.node(match, "f"), "director", reducer.node(match, person))
    if not match["e"]:
        return f"{match['f']} ({match['rest']})"
    reducer.say(reducer.node(match, "f"), "screened_at", reducer.node(match, "e"))
    return match["f"]
