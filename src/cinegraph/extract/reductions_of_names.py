"""Reductions of names: what somebody or something was called before stands beside the name of today."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import Node
from cinegraph.extract.reducing import Reducer, Steps
from cinegraph.extract.unknown_names import as_film
from cinegraph.lexicon.fold import fold
from cinegraph.model import EntityType

FORMER = "“formerly”"
"""Why two names are one: an article says that the one came before the other."""

_CALLED = r"(?:known as|called|titled|entitled|named|billed as|held as|presented as)"
_ONCE = rf"(?:(?:formerly|previously|until <u:Y>)(?: {_CALLED})?|(?:originally|first|once|initially) {_CALLED})"
_WAS = r"(?:(?:which|who|that) )?(?:(?:was|were|is|had been|has been) )?"
# What may be a former name of what: a name of its own kind, or one whose kind nobody knows.
_KINDS = {"P": "PX", "F": "FTX", "T": "FTX", "E": "EFTX", "O": "OX", "A": "AX"}
_NAMES = "<s:PFTEOA>(?: (?:film )?festival)?"
_OLD = r"(?:the )?<o:PFTEOAX>(?: (?:film )?festival)?(?! of\b)(?!')"

steps = Steps()


@steps(
    "former name in parentheses",
    rf"{_NAMES} ?\({_WAS}{_ONCE} {_OLD}(?:,? until <v:Y>)?\)",
    r"\(.*(?:ly|until|called|as) ",
)
@steps(
    "former name",
    rf"{_NAMES},? {_WAS}{_ONCE} {_OLD}(?:,? until <v:Y>)?(?:,(?= )|(?=[.;)]|$| (?:and|but) ))",
    r"ly |until |once |first ",
)
@steps("called until", rf"{_NAMES} (?:was|were) {_CALLED} {_OLD},? (?:until|up to|before) <u:Y>", "until|up to|before")
@steps(
    "renamed",
    r"<o:PFTEOA>(?: (?:was|were|is|had been),? (?:later |then |subsequently |soon )?(?:renamed|retitled|rechristened|rebranded)(?: as)?"
    r"| changed (?:its|his|her|their) (?:name|title) to) (?:the )?<s:PFTEOA>(?!')(?: in <u:Y>)?",
    "renamed|retitled|rechristened|rebranded|changed",
)
@steps(
    "renamed from",
    rf"{_NAMES},? (?:(?:which|who) )?(?:(?:was|were|had been|has been),? )?(?:renamed|retitled|rechristened|rebranded|changed (?:its|his|her|their) (?:name|title)) from {_OLD}"
    r"(?: in <u:Y>)?(?:,(?= )|)",
    " from ",
)
def _former_name(reducer: Reducer, match: re.Match[str]) -> str | None:
    subject, former = reducer.node(match, "s"), reducer.node(match, "o")
    if former.letter not in _KINDS[subject.letter]:
        return None
    slots = match.groupdict()
    until = next((reducer.text(match, slot) for slot in "uv" if slots.get(slot)), None)
    return match["s"] if _say(reducer, subject, former, until) else None


@steps(
    "name at birth",
    r"<s:P>(?P<open>,? \(|, )(?:(?:née?|born née) |born (?:as )?(?=<P>))(?P<at>)<o:PX>(?!')(?P<rest>[;,]? ?)",
    "n[ée]e?|born",
)
def _name_at_birth(reducer: Reducer, match: re.Match[str]) -> str | None:
    person, former = reducer.node(match, "s"), reducer.node(match, "o")
    born = "born" in match.group()
    if (born and " " not in former.text) or not _say(reducer, person, former, None):
        return None
    following = match.string[match.end() : match.end() + 1]
    if following == ")" or (not born and "(" not in match["open"]):
        # The bracket or the comma that is left over closes nothing.
        return match["s"] + (" " if "(" not in match["open"] else match["open"])
    return match["s"] + match["open"] + ("born " if born else "")


@steps("name in its own script", "<s:PFTA> ?\\((?P<own>[\u0370-\u1cff\u2e80-\ud7ff\uf900-\ufdff ·・、,-]{1,40})\\)", "\\([^\\x00-\u02ff]")
def _own_script(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Lin Mei-hua (林美華)": the same name as its own language writes it."""
    node = reducer.node(match, "s")
    if len(node.ids) == 1:
        reducer.registry.see(node.ids[0], match["own"])
    return match["s"]


# "Georgian: …; ", "Japanese: …, Hepburn: Ada Doe, ", "romanized: Ada Doe; ": a language and what the name is in it.
_READING = r"(?:<NXP>|[A-Z][a-z]+)(?: [a-z]+)?: ?(?:(?!born\b|n[ée]e?\b)[^():;\d]){1,60}?"


@steps(
    "name in other languages, before birth and death",
    rf"<s:P> ?\((?:{_READING}[;,] ?){{1,3}}(?=born\b|n[ée]e?\b|b\. |<YD>|<L>[,;] <YD>)",
    r"\([^():;]{1,30}: ",
)
@steps("name in another language", rf"<s:P> ?\({_READING}(?:[;,] ?{_READING}){{0,2}}\)(?=,? (?:is|was|\()\b)", r"\([^():;]{1,30}: ")
def _in_other_languages(reducer: Reducer, match: re.Match[str]) -> str:
    """ "Ada Doe (Georgian: …; born 3 May 1960)": how a name is written or said elsewhere tells nothing more."""
    return match["s"] + (" (" if not match.group().endswith(")") else "")


@steps("empty parentheses", r" \(\)", r"\(\)")
def _empty(reducer: Reducer, match: re.Match[str]) -> str | None:
    return ""


def _say(reducer: Reducer, subject: Node, former: Node, until: str | None) -> bool:
    """Note that a thing had another name; where that name was taken to be a thing of its own, it is the same."""
    if subject.letter == "T":
        as_film(subject, reducer.registry)
    if len(subject.ids) != 1 or subject.kind != "name" or fold(subject.text) == fold(former.text):
        return False
    name = former.text
    if subject.letter == "P" and " " not in name:
        given = reducer.registry.draft(subject.ids[0]).label.split()[:-1]
        if not given:
            return False
        name = " ".join([*given, name])
    elif subject.letter in "PFT" or not _known(reducer, former):
        _unite(reducer, subject, former)
    reducer.say(subject, "former_name", name, {"until": until} if until else None)
    return True


def _known(reducer: Reducer, node: Node) -> bool:
    """Whether the lexicon has it: what it keeps apart is not one because of a sentence."""
    return not node.ids or reducer.registry.draft(node.ids[0]).lexicon is not None


def _unite(reducer: Reducer, subject: Node, former: Node) -> None:
    registry, type_ = reducer.registry, reducer.registry.draft(subject.ids[0]).type
    if subject.letter in "FT":
        old = former.ids[0] if former.ids else registry.title(former.text, type_)
        registry.see(old, former.text)
    elif not former.ids:
        return
    else:
        old = former.ids[0]
    if registry.draft(old).type is type_ and type_ is not EntityType.PLACE:
        registry.unite(subject.ids[0], old, FORMER)


@steps(
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
