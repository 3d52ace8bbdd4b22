"""Reductions of what describes somebody before the name and tells nothing of a film: "newcomer", "the late, great", "screen icon"."""

from __future__ import annotations

import re

from cinegraph.extract.descriptions import description_before
from cinegraph.extract.nodes import char_class, coordinated
from cinegraph.extract.reducing import Reducer, Steps

_PEOPLE = re.compile(char_class("P"))
steps = Steps()


@steps("description before a person", "^.*<P>.*$")
def _described(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Which newcomer Ada Doe and the late Ben Roe directed" says that Ada Doe and Ben Roe did."""
    string, sentence = match.string, reducer.sentence
    for place in reversed(list(_PEOPLE.finditer(string))):
        person = sentence.nodes[place.group()]
        if person.kind != "name":
            continue
        found = description_before(string, place.start(), sentence.nodes, reducer.lexicon.occupations)
        if found is None or found.bound:
            continue
        for nation in found.nations:
            for part in nation.parts():
                reducer.say(person, "nationality", part.text)
        for trade in found.trades:
            reducer.say(person, "occupation", reducer.lexicon.occupations[trade].label)
        string = string[: found.start] + string[place.start() :]
    return string


@steps("people with a stroke between them", "<a:P> ?/ ?<b:P>(?!'s)")
def _with_stroke(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Ada Doe/Ben Roe" are two."""
    return reducer.sentence.add(coordinated([*reducer.node(match, "a").parts(), *reducer.node(match, "b").parts()]))
