"""Tells captions and bylines from other short lines."""

from __future__ import annotations

import re

from cinegraph.articles.shapes import has_verb
from cinegraph.articles.words import word_set

_CAPTION = re.compile(
    r"""[*_(\[]*(?:
      (?:an?\ |the\ |film\ |production\ |video\ )?(?:stills?|scene|frame|screenshot|screen\ grab)\ (?:from|of)\b
    | (?:photos?|photographs?|pictures?|images?|stills?|(?:main|header|cover|top)\ image|illustration|credits?|caption
      |foto|video)
      \s*(?:[:/|©]|credits?\s*:|courtesy\b|by\ [A-Z]|provided\b|from\b|taken\b)
    | (?:far\ )?(?:left|right|top|bottom|above|below|cent(?:re|er)|foreground)(?:\ (?:left|right|row))?\s*:
    | from\ (?:the\ )?(?:left|right)\b | (?:left\ to\ right|right\ to\ left|clockwise\ from)\b
    | l[-–\ ]?(?:to[-\ ])?r\s*:
    | (?:pictured|above|below|opposite)(?:\ (?:is|are|here|left|right))?\s*[:,] | courtesy\ (?:of|the)\b | ©
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDITED = re.compile(
    r"[.(|–—,]\s*(?:photos?|photographs?|images?|pictures?|stills?|courtesy|credits?)"
    r"\s*(?::|by\b|of\b|courtesy\b|provided\b|©)[^.!?]{2,80}[.)\]]*$|\bpress office$",
    re.IGNORECASE,
)
_DIRECTED = re.compile(r"[^.!?]{2,80},\s+dir\.\s+[^.!?]{3,60},?\s*\(?(?:18|19|20)\d\d\)?")
_SEEN_AT = re.compile(
    r"(?P<who>[^.!?:;]{3,110}?)\s+(?:at|in|on|during|attend(?:s|ing)|arriv(?:es|ing)\sat)\s+"
    r"[^.!?:;]{3,90}?\b(?:18|19|20)\d\d\b\.?(?:\s*\([^()]{2,60}\))?$"
)
_SMALL_WORDS = word_set("""
    and with the of de da di du von van der la le at from & her his cast crew director actor
    """)
_BYLINE = re.compile(
    r"""[*_(\[]*(?:
      (?:(?:story|text|words?|article|review(?:ed)?|report(?:ed|ing)?|interview(?:ed)?|written|posted|published|compiled
         |profile|essay|opinion|analysis|additional\ reporting)\s+)?by\s+(?=[^\W\d_]|\*)
    | (?:text|words?|author|writer|reporter|interview|interviewer|reporting|review|translation|translator|correspondent)
      \s*[:|]\s*(?=[^\W\d_])
    | translated\s+(?:(?:from\s+)?(?:the\s+)?\w+\s+)?(?:from\s+\w+\s+)?by\s+ | translation\s+by\s+
    | interview\s+conducted\s+by\s+ | as\s+told\s+to\s+)
    (?P<who>[^.!?:]{2,90}?)(?:\s+\S*@[\w.-]+)?[*_)\].]*""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER_THE_NAME = re.compile(r"\s+(?:for|in|on|at|from)\s+|\s{2,}|\s*[|·•,–—]\s*|\s+and\s+|\s*&\s*")
_LONGEST_CAPTION, _LONGEST_CREDITED, LONGEST_BYLINE = 320, 200, 120


def is_caption(line: str) -> bool:
    """Whether a line says what a picture shows.

    >>> is_caption("Still from Faust"), is_caption("Agnès Varda at Cannes, 2017"), is_caption("She was there in 2017.")
    (True, True, False)
    """
    if len(line) > _LONGEST_CAPTION:
        return False
    if _CAPTION.match(line) and not line.isupper() and (len(line) < _LONGEST_CREDITED or not has_verb(line)):
        return True
    if len(line) > _LONGEST_CREDITED:
        return False
    return bool(_CREDITED.search(line) or _DIRECTED.fullmatch(line)) or _is_person_seen(line)


def _is_person_seen(line: str) -> bool:
    """Names at an event in a year, and no verb: "Kira Kovalenko at Cannes, 2021"."""
    match = _SEEN_AT.match(line)
    if not match:
        return False
    words = match["who"].split()
    return len(words) > 1 and all(not word[0].islower() or word.strip(",") in _SMALL_WORDS for word in words)


def byline_name(line: str) -> str | None:
    """Whom a byline names first; None for a line that is none.

    >>> byline_name("By Ada Lens and Max Reel"), byline_name("By then it was late.")
    ('Ada Lens', None)
    """
    match = _BYLINE.fullmatch(line) if len(line) <= LONGEST_BYLINE else None
    if not match:
        return None
    who = _AFTER_THE_NAME.split(match["who"].strip("*_ "), maxsplit=1)[0].strip("*_ ")
    words = who.split()
    named = 0 < len(words) <= 5 and who[0].isupper() and all(word[0].isupper() or len(word) <= 3 for word in words)
    return who if named else None
