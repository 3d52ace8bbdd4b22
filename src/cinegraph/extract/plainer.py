"""A sentence said more plainly: without words that tell only when or how something was done, and with what describes a film before its title left out.

"Ada Doe, who later went on to direct the quiet harbour drama Night Bus" says what "Ada Doe, who directed Night Bus" says; patterns look at both, so that
they need not foresee every adverb, tense and adjective.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cinegraph.extract.nodes import AbstractSentence, char_class
from cinegraph.extract.verbs import FILM_KIND, PRAISE, all_forms, any_of, plain_form, verb_data

_NAMES = char_class("PFXTEOW")
_CRAFT = char_class("V")
_NO_PART_OF_IT = r"(?!(?:the|an?|his|her|its|their|of|in|at|and|or|but|for|to|by|with|from|on|as|than|about|that|who|which|is|was|novel|book|play|story|role|part|sequel|prequel|remake|version|adaptation|author|novelist|late|old)\b)"
# "The quiet harbour drama F", "his second feature, entitled F", "the film in question, F, won": the second comma goes with the first.
_DESCRIBED = re.compile(
    rf"(?<![\w'-])(?:the|an?|his|her|its|their|this year's|last year's|the (?:festival|year|evening|season)'s) (?:{_NO_PART_OF_IT}(?:[\w-]+|{char_class('NLYO')}(?:'s)?),? ){{0,6}}"
    rf"{FILM_KIND}(?: in question)?(?P<comma>,)? (?:(?:called|titled|entitled|named) )?(?P<film>\"?{char_class('F')}\"?)(?P<end>,(?= [a-z]))?"
)
# "The Latvian F", "this year's F", "Ada's long-awaited F": what a film is like stands before its title with no noun.
_LIKE = rf"(?:(?:{PRAISE}|{char_class('NY')}) )"
_PRAISED = re.compile(
    rf"(?<![\w'-])(?:(?:the|his|her|its|their) {_LIKE}{{1,3}}|(?:this|last) year's )(?=\"?{char_class('FT')})|(?<={char_class('P')}'s ){_LIKE}{{1,4}}(?=\"?{char_class('FT')})"
)
# "It was Ada who directed F".
_CLEFT = re.compile(
    rf"(?<![\w'-])it (?:is|was) (?:the )?(?:(?:[a-z-]+|{char_class('RN')}) )?(?P<name>{_NAMES}) (?:who|which|that) "
)
# What such words hang on tells of something else than what was done.
_SAID_OR_HOPED = re.compile(
    r"\b(?:if|whether|unless|said|says|say|told|announced|hoped|hopes|thought|predicted|reckoned|bet|guessed|assumed|imagined|promised|wanted|planned|agreed|expected|believed|decided|feared|vowed|claimed|dreamed|rumou?red|reported|reportedly)\b|\""
)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """Expressions made of the words of the data."""

    filler: re.Pattern[str]
    in_the_end: re.Pattern[str]
    perfect: re.Pattern[str]
    present: re.Pattern[str]
    predicate: re.Pattern[str]
    past_of: dict[str, str]


@cache
def _grammar() -> _Grammar:
    data = verb_data()
    past_of: dict[str, str] = {}
    base, participle, third = set(), set(), set()
    for row in all_forms():
        for form in row[1:]:
            if form.endswith("ing") or row[0] in data["plainer"]["lasting"]:
                continue
            if form.endswith("s"):
                third.add(form)
                base.add(plain_form(form))
                past_of.setdefault(plain_form(form), row[0])
            else:
                participle.add(form)
            past_of[form] = row[0]
        if row[0] not in data["plainer"]["lasting"] and row[-1 if len(row) == 1 else 1].endswith(("s", "ing")):
            participle.add(row[0])
            past_of[row[0]] = row[0]
    fillers = any_of(data["plainer"]["fillers"])
    since = any_of(data["plainer"]["done_since"])
    unsure = any_of(data["plainer"]["planned"])
    to = any_of(data["plainer"]["done_in_the_end"])
    subject = rf"(?:{_NAMES}\"?(?: \([^()]{{0,60}}\))?,?(?: and)?|\b(?:who|which|that|and|he|she|they)),?"
    return _Grammar(
        re.compile(
            rf"(?P<head>{_NAMES}\"?|\b(?:who|which|is|was|are|were|has|had|have|been|and|will|would|to)) (?:{fillers},? )+(?=(?:[a-z]|{char_class('VANYRLEOKFT')}))"
        ),
        re.compile(
            rf"(?P<head>{subject} )(?:(?:has |had |have )?(?:{to})|would (?:(?:{since}),? )+(?:go on to |come to )?|would (?!(?:{unsure})\b))(?: {fillers}){{0,4}} ?"
            rf"(?:(?P<verb>{any_of(base)})\b|(?={_CRAFT}))"
        ),
        re.compile(
            rf"(?P<head>{subject} )(?:has|had|have) (?:(?P<verb>{any_of(participle)})(?! (?:to|by)\b)\b|(?={_CRAFT}))"
        ),
        re.compile(rf"(?P<head>(?:{_NAMES}\"?|\b(?:who|which)) )(?P<verb>{any_of(third)})\b"),
        re.compile(
            rf"\"?(?:,? (?:which|that|who))?(?: {fillers}){{0,4}}(?: (?:(?:(?:has |had |have )?{to}|would (?:{since} )+(?:go on to )?)(?: {fillers}){{0,4}} (?P<plain>{any_of(base)})"
            rf"|(?:has|had|have)(?: {fillers}){{0,4}} (?P<perfect>{any_of(participle)})|(?P<be>is|was)(?: {fillers})+)\b)?(?= )"
        ),
        past_of,
    )


def plainer(sentence: AbstractSentence) -> AbstractSentence | None:
    """The sentence said more plainly; None where there is nothing to leave out.

    >>> from cinegraph.extract.nodes import Node
    >>> text = "Ada would later go on to win a prize."
    >>> whole = AbstractSentence(text, 0, len(text), [Node("P", 0, 3, "Ada"), Node("A", 31, 36, "prize")])
    >>> plain = plainer(whole)
    >>> plain.readable() if plain else None
    '<P:Ada> won a <A:prize>.'
    """
    grammar, string = _grammar(), sentence.string
    said = _CLEFT.sub(r"\g<name> ", string)
    said = _DESCRIBED.sub(_title_alone, said)
    said = _PRAISED.sub("", said)

    def past(match: re.Match[str]) -> str:
        return match["head"] + (grammar.past_of[match["verb"]] if match["verb"] else "")

    if "would " not in said or not said_or_hoped(sentence.whole or said):
        said = grammar.in_the_end.sub(past, said)
    said = grammar.filler.sub(r"\g<head> ", said)
    said = grammar.perfect.sub(past, said)
    said = grammar.present.sub(past, said)
    return sentence.saying(said) if said != string else None


def said_or_hoped(sentence: str) -> bool:
    """Whether words of a sentence tell that somebody said, hoped or expected something.

    >>> said_or_hoped("many had hoped that it would win"), said_or_hoped("it would win ten years later")
    (True, False)
    """
    return _SAID_OR_HOPED.search(sentence) is not None


def past(verb: str) -> str:
    """The past of a verb that is given in its plain form or that for "she"; an empty string for one that the data do not have.

    >>> past("shoot"), past("studies"), past("dance")
    ('shot', 'studied', '')
    """
    return _grammar().past_of.get(verb, "")


def _title_alone(match: re.Match[str]) -> str:
    return match["film"] + ("" if match["comma"] else match["end"] or "")


def plain_predicate(words: str) -> str:
    """What follows a name in small letters, said more plainly; an empty string where there is nothing to leave out.

    >>> plain_predicate(", which went on to win the prize"), plain_predicate(" later took the prize"), plain_predicate(" took it")
    (' won the prize', ' took the prize', '')
    """
    grammar = _grammar()
    match = grammar.predicate.match(words)
    if match is None or not match.group().strip('"'):
        return ""
    verb = match["plain"] or match["perfect"]
    told = f" {grammar.past_of[verb]}" if verb else f" {match['be']}" if match["be"] else ""
    return told + words[match.end() :]
