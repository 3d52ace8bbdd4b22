"""Lines under a film's title that say where it was shown and what it won, festival first: "→ Oslo 2019, Panorama – Audience Award"."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import ANY_NODE, AbstractSentence, Node, char_class, letter_of

_WORDS = (
    r"(?:winners?|won|awards?|awarded|prizes?|nominees?|nominat(?:ed|ions?)|shortlist(?:ed)?|finalists?|official|selection|selected|in|out|of|competition|competing|section|at|for|the|from"
    r"|world|international|european|north|american|asian|national|uk|us|premieres?|premiered|screen(?:ing|ed)|shown|opening|closing|film|festival|special|gala|and|with|jury|main|shorts?)"
)
_LINE = re.compile(rf"(?:{char_class('ESYDAP')}|{_WORDS}\b|[\s,:;|/()\[\]–—→•·*®™&-])+\.?")
_NOMINATED = re.compile(r"\b(?:nominee|nominat\w+|shortlist\w*|finalist)")
_PREMIERE = re.compile(r"\b(?P<scope>world|international|european|north american|asian|national|uk|us) premiere\b")
# "Silver Pine Award – Best Camera"
_PARTED = re.compile(rf"(?P<award>{char_class('A')})(?: (?:nominee|nomination|winner))?(?::| [–—|-]) (?P<parts>{char_class('A')}(?:(?:,? and |, ){char_class('A')}){{0,5}})")
_TITLED = re.compile(rf"[^\w{char_class('F')[1:-1]}]*(?P<film>{char_class('F')})[\"*_]*(?: \({char_class('Y')}\))?(?:,|:| [–—|-]) (?={char_class('ES')})")
_OF_PERSON = re.compile(rf"{char_class('A')}\W{{0,3}}\(?(?:to |for )?{char_class('P')}(?:(?:, | and | & ){char_class('P')})*\)?\W*$")
_ENTRY = re.compile(rf"[^\w{char_class('NLA')[1:-1]}]*(?P<said>{char_class('NL')}(?:'s)?(?: official)? (?:entry|submission|selection|candidate|contender|pick)(?: for|,).*{char_class('A')}.*)")


def in_words(line: AbstractSentence, film: Node) -> str:
    """What such a line says in a sentence of its own; an empty string where it is none.

    >>> text = "Oslo 2019 – Audience Award"
    >>> nodes = [Node("E", 0, 4, "Oslo"), Node("Y", 5, 9, "2019"), Node("A", 12, 26, "Audience Award")]
    >>> line = AbstractSentence(text, 0, 26, nodes)
    >>> line.string = in_words(line, Node("F", 0, 0, "Night Bus"))
    >>> line.readable()
    '<F:Night Bus> won <A:Audience Award> at <E:Oslo> in <Y:2019>.'
    """
    string = line.string
    entry = _ENTRY.fullmatch(string)
    if entry is not None:
        return f"{line.add(film)} was the {entry['said']}"
    if _LINE.fullmatch(string) is None:
        return ""
    by_letter: dict[str, list[str]] = {}
    for char in ANY_NODE.findall(string):
        by_letter.setdefault(letter_of(char), []).append(char)
    if ("P" in by_letter and _OF_PERSON.search(string) is None) or len(by_letter.get("E", ())) > 1 or len(by_letter.get("Y", ())) > 1:
        return ""
    return _said(string, by_letter, line, film)


def titled_in_words(line: AbstractSentence) -> str:
    """What such a line says that begins with its film ("Night Bus, Oslo 2019 – Audience Award"); an empty string where it is none."""
    titled = _TITLED.match(line.string)
    if titled is None:
        return ""
    return in_words(line.saying(line.string[titled.end() :]), line.nodes[titled["film"]])


def _said(string: str, by_letter: dict[str, list[str]], line: AbstractSentence, film: Node) -> str:
    """The sentence: what it won or was nominated for, else that it was shown."""
    festival, year, section = ("".join(by_letter.get(letter, ())[:1]) for letter in "EYS")
    awards = by_letter.get("A", [])
    where = (f" in {section}" if section else "") + (f" at {festival}" if festival else "") + (f" in {year}" if year else "")
    if awards and "P" in by_letter:
        return f"{' and '.join(by_letter['P'])} won {awards[-1]}{where} for {line.add(film)}."
    verb = "was nominated for" if _NOMINATED.search(string) else "won"
    if not festival and (parted := _PARTED.search(string)) is not None and len(awards) == 1 + len(parts := ANY_NODE.findall(parted["parts"])):
        won = " and ".join(f"the {parted['award']} for {part}" for part in parts)
        return f"{line.add(film)} {verb} {won}{where}."
    if awards and (festival or year):
        return f"{line.add(film)} {verb} {' and '.join(awards)}{where}."
    if awards or not (festival or (section and year)):
        return ""
    if (premiere := _PREMIERE.search(string)) is not None:
        return f"{line.add(film)} had its {premiere['scope']} premiere{where}."
    return f"{line.add(film)} was shown{where}."
