"""Prizes that a sentence shares out among films and people: nominees ("In the running for A are F, Ada's G and Ben for H"), and winners of whom
only the first has a verb ("F was named A, Ada B and Ben C"; "A was Ada, for F; B, Ben, for G").

Each share becomes a sentence of its own, so that the patterns need not know how long the list is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cinegraph.extract.modality import modality_of
from cinegraph.extract.nodes import AbstractSentence, char_class, letter_of
from cinegraph.model import Modality

_AWARD, _FILM, _PERSON, _ANY = char_class("A"), char_class("FT"), char_class("P"), char_class("FTP")
_WORD = rf"(?:(?!(?:and|or|not|no|nobody|but|who|which|that|was|were|is|are|to|in|at|as|with|by|from|for|of|while)\b)[\w'-]+|{char_class('NLR')}(?:'s)?),? "
_DESC = rf"(?:the |an? |{_PERSON}'s )?(?:{_WORD}){{0,5}}?"
# "Ada's drama F", "F by Ada", "Ada for F", "Ada (F)", "F (Ada)", "the Chilean G"
_ITEM = (
    rf"{_DESC}(?:\"?(?P<%film>{_FILM})\"?(?:,? (?:directed )?by (?:the )?(?:{_WORD}){{0,3}}?{_PERSON}| \([^()]{{1,60}}\))?"
    rf"|(?P<%who>{_PERSON})(?!'s)(?:,? (?:for|in|with) (?:(?:his|her|their|the) (?:{_WORD}){{0,3}}?(?:in|on|as {char_class('CX')} in|for) )?{_DESC}\"?(?P<%work>{_FILM})\"?| \((?:for )?\"?(?P<%beside>{_FILM})\"?\))?)"
)
_LINK = r"(?:, and |, | and |; |; and | & |,? as well as |,? along with |,? plus |,? alongside )"
_ARE = r"(?: (?:this year|this time|tonight|also|too|are|were|is|was|include|includes|included|will be|went to|go to|comprise|,))*(?::| –| —)? "
_FOR = rf"(?:for|in) (?:the |this year's )?(?:{_WORD}){{0,2}}?(?P<award>{_AWARD})(?: award| prize| category)?"
_HEADS = re.compile(
    rf"(?:\b(?:nominees?|contenders?|candidates|hopefuls|finalists|nominations|nominated|competing|vying|contending|contend|battling|in the running|in contention|in the race|up) {_FOR}{_ARE}"
    rf"|{_FOR.replace('(?P<award>', '(?P<second>')},? the (?:other )?(?:nominees|contenders|candidates|finalists|nominations){_ARE}"
    rf"|(?P<third>{_AWARD}) (?:nominees?|contenders|candidates|hopefuls|finalists|nominations){_ARE}"
    rf"|\b(?:vie|vied|compete|competed|contend|contended|are nominated|were nominated|are competing|are vying|are in the running|were in the running) {_FOR.replace('(?P<award>', '(?P<fourth>')},? (?:including|among them(?: are| were)?|among which(?: are| were)?|such as|namely|with) )"
)
# "F was named A, Ada B and Ben C", "F took A, Ada B and Ben C"
_GAPPED = re.compile(
    rf"{_ANY}\"?,? (?:[a-z]+ly |(?:has|have|had|also|then) )*(?P<verb>(?:(?:was|were|is|are|been) )?(?:named|chosen|voted|judged|crowned|declared|picked|proclaimed|won|took|took home|received|claimed|got|collected|earned|scooped|picked up))(?: as)? (?:the )?{_AWARD}"
    rf"(?:,? (?:for|in|with) (?:the )?\"?{_FILM}\"?)?(?P<rest>(?>{_LINK}{_DESC}\"?{_ANY}\"?,? (?:as )?(?:the |an? )?{_AWARD}(?:,? (?:for|in|with) (?:the )?\"?{_FILM}\"?)?)+)"
)
_GAPPED_ONE = re.compile(
    rf"{_LINK}{_DESC}\"?(?P<who>{_ANY})\"?,? (?:as )?(?:the |an? )?(?P<award>{_AWARD})(?:,? (?:for|in|with) (?:the )?\"?(?P<work>{_FILM})\"?)?"
)
# "Best actress was Ada, for F; best actor, Ben, for G; and best film H"
_NAMED = re.compile(
    rf"(?:^|(?<=; )|(?<=: ))(?:and |while )?(?:the )?(?P<award>{_AWARD})(?:,? (?:was|is|were|went to|goes to|to|again|deservedly))*,? {_DESC}\"?(?P<who>{_ANY})(?!'s)\"?(?:,? (?:for|in|with|by) (?:the )?(?:{_WORD}){{0,3}}?\"?(?P<work>{_ANY})\"?)?,?(?=[;.]|$)"
)
# "F has eleven Goya nominations, G nine and H (seven)"
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|\d{1,2})"
_NOMINATED_AT = re.compile(rf"(?P<award>{_AWARD}) (?:nominations|nods|noms|race|nominees|field)\b|\b(?:nominations|nods|noms|nominees)\b[^.;]{{0,60}}? (?:at|for|in|of|from) (?:the )?(?P<second>{_AWARD})|(?P<third>{_AWARD})[^.;]{{0,60}}?\b(?:nominations|nods|noms)\b")
_COUNTED = re.compile(
    rf"(?:{_LINK}|: |\bahead of |\bfollowed by |\bwhile |\bthen )(?:closely |just )?(?:ahead of |followed by |while )?{_DESC}\"?(?P<film>{_FILM})\"?(?: by {_PERSON})?,? (?:has |with |on |got |received |follows with |had |\()?{_NUMBER}\)?(?: each| nominations| nods)?(?=[,.;)]| and |$)"
)
# "Nominations went to Ada for A and Ben for B"
_WENT_TO = re.compile(rf"\b(?:nominations?|nods?) (?:also )?(?:went|go|goes|have gone|were given|were handed) to (?P<run>{_DESC}{_PERSON} (?:for|in|as) (?:the )?{_AWARD}(?>{_LINK}{_DESC}{_PERSON} (?:for|in|as) (?:the )?{_AWARD})*)")
_FOR_ONE = re.compile(rf"(?P<who>{_PERSON}) (?:for|in|as) (?:the )?(?P<award>{_AWARD})")


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a list of nominees."""

    pattern: re.Pattern[str]
    run: re.Pattern[str]


def _items() -> _Item:
    bare = re.sub(r"\(\?P<%\w+>", "(?:", _ITEM)
    named = _ITEM.replace("%", "")
    return _Item(re.compile(named), re.compile(rf"{bare}(?:{_LINK}{bare})*"))


_LIST = _items()


def prize_shares(sentence: AbstractSentence) -> Iterator[AbstractSentence]:
    """Each prize that a sentence shares out in a list, as a sentence; nothing where it denies or plans it.

    >>> from cinegraph.extract.nodes import Node
    >>> text = "Up for Best Actress are Ada for F and Eva for G."
    >>> nodes = [Node("A", 7, 19, "Best Actress"), Node("P", 24, 27, "Ada"), Node("F", 32, 33, "F"), Node("P", 38, 41, "Eva"), Node("F", 46, 47, "G")]
    >>> [share.readable() for share in prize_shares(AbstractSentence(text, 0, len(text), nodes))]
    ['<P:Ada> was nominated for the <A:Best Actress> for <F:F>.', '<P:Eva> was nominated for the <A:Best Actress> for <F:G>.']
    """
    string = sentence.string
    if not re.search(_AWARD, string):
        return
    yield from _nominees(string, sentence)
    if "nomin" in string or " nods" in string:
        yield from _counted(string, sentence)
    for gapped in _GAPPED.finditer(string):
        if modality_of(string[: gapped.start("rest")])[0] is Modality.ASSERTED and "nomin" not in gapped.group():
            for one in _GAPPED_ONE.finditer(gapped["rest"]):
                yield sentence.saying(_won(one["who"], one["award"], one["work"]))
    named = list(_NAMED.finditer(string)) if "; " in string else []
    if len(named) > 1 and "nomin" not in string:
        for one in named:
            yield sentence.saying(_won(one["who"], one["award"], one["work"]))


def _won(who: str, award: str, work: str | None) -> str:
    person = work if work and letter_of(work) == "P" and letter_of(who) != "P" else None
    return f"{who} by {person} won the {award}." if person else f"{who} won the {award}{f' for {work}' if work else ''}."


def _nominees(string: str, sentence: AbstractSentence) -> Iterator[AbstractSentence]:
    for head in _HEADS.finditer(string):
        award = next(group for name in ("award", "second", "third", "fourth") if (group := head[name]))
        run = _LIST.run.match(string, head.end())
        if run is None or modality_of(string[: head.start()])[0] is not Modality.ASSERTED:
            continue
        for item in _LIST.pattern.finditer(run.group()):
            if item["film"]:
                yield sentence.saying(f"{item['film']} was nominated for the {award}.")
            elif item["who"]:
                work = item["work"] or item["beside"]
                yield sentence.saying(f"{item['who']} was nominated for the {award}{f' for {work}' if work else ''}.")


def _counted(string: str, sentence: AbstractSentence) -> Iterator[AbstractSentence]:
    """The films of which only a number tells how many nominations they have, and those to whom nominations went."""
    told = _NOMINATED_AT.search(string)
    award = told and next(group for name in ("award", "second", "third") if (group := told[name]))
    if award and modality_of(string)[0] is Modality.ASSERTED:
        for item in _COUNTED.finditer(string):
            yield sentence.saying(f"{item['film']} was nominated for the {award}.")
    for run in _WENT_TO.finditer(string):
        for one in _FOR_ONE.finditer(run["run"]):
            yield sentence.saying(f"{one['who']} was nominated for the {one['award']}.")
