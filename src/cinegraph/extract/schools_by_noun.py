"""Finds schools that go by a plain noun beside a name: "the Kyiv institute of culture", "the Danish film school", "Zagreb academy of fine arts".

Translated lives name nearly every school so, and papers many of them; only the town or nation has a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.extract.line_fields import Span
from cinegraph.extract.text import UPPER
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.model import Document

_KINDS = rf"(?:{'|'.join(words('schools_by_noun_modifiers'))})"
_FIELD = rf"(?:{'|'.join(words('schools_by_noun_fields'))})"
_OF = rf"(?: (?:of|for) (?:{_KINDS} ){{0,2}}{_FIELD}(?:(?:, | and |, and ){_FIELD}){{0,3}})"
_ALONE = r"(?:university|academy|conservatory|conservatoire|conservatorium|polytechnic)"
_NOUN = r"(?:institute|university|academy|school|college|conservatory|conservatoire|polytechnic|lyceum|faculty)"
_SCHOOL = re.compile(
    rf"(?<![\w'’&-])(?P<name>[{UPPER}][\w'’-]*\w(?: [{UPPER}][\w'’-]*\w){{0,2}}) (?:(?:{_KINDS} ){{1,4}}{_NOUN}{_OF}?|{_NOUN}{_OF}|{_ALONE}(?! (?:of|for|film|student|theatre|town|award|prize)\b))(?![\w-])"
    r"|(?<![\w-])(?P<courses>(?:Higher|High|Advanced) [Cc]ourses (?:of|for) (?:[a-z]+ )?[a-z]+s(?: and (?:[a-z]+ )?[a-z]+s)?)(?![\w-])"
)
# "Oslo University of Theatre, Film and Television": the list of its arts is one name.
_ART = rf"(?=[{UPPER}])(?i:(?:(?:fine|performing|dramatic|visual|applied|media|audiovisual|moving|creative) )?{_FIELD}|dramatic art|communications?)"
_OF_ARTS = re.compile(
    rf"(?<![\w'’&-])(?:(?!(?:The|At|In|From|After|And|His|Her|When|While|With|For|Of|By)\b)[{UPPER}][\w.-]*\w ){{0,5}}(?:University|Academy|Institute|School|College|Faculty|Department) (?:of|for) {_ART}(?:(?:, | and | & |, and ){_ART}){{1,3}}(?![\w-])"
)
_ANY_OF_ARTS = re.compile(r"(?:University|Academy|Institute|School|College|Faculty|Department) (?:of|for) [^.;()\n]{4,40}?(?:,| and| &) ")
_ANY = re.compile(r" (?:[Cc]ourses|institute|university|academy|school|college|conservato\w+|polytechnic|lyceum|faculty)\b")
# "She studied at", "a graduate of the": only beside such words is a name of no known place one of a school's town.
_STUDIED = re.compile(
    r"\b(?:at|from|of|in|into|to|finished|entered|left|attended|graduated|joined) (?:the )?$"
)


def schools_by_noun(document: Document, text: str, lexicon: Lexicon) -> Iterator[Span]:
    """The spans of such schools in an article's running text, each kind in text order.

    :param text: the document's text, normalised

    >>> from cinegraph.articles import document_of
    >>> from cinegraph.lexicon import load_lexicon
    >>> said = "She studied at the Kyiv institute of culture."
    >>> [said[start:end] for start, end in schools_by_noun(document_of(said, "a.txt"), said, load_lexicon())]
    ['Kyiv institute of culture']
    """
    if _ANY_OF_ARTS.search(text) is not None:
        for sentence in document.sentences:
            for match in _OF_ARTS.finditer(text, sentence.start, sentence.end):
                yield match.span()
    if _ANY.search(text) is None:
        return
    for sentence in document.sentences:
        for match in _SCHOOL.finditer(text, sentence.start, sentence.end):
            if match["courses"]:
                yield match.span()
                continue
            name = match["name"]
            told = match.start() > sentence.start and _STUDIED.search(text, max(sentence.start, match.start() - 20), match.start())
            if told or lexicon.place(name) is not None or name in lexicon.demonyms or name in lexicon.countries:
                yield match.span()
