"""What a life lists beside films and is none: honours of a state, degrees, memberships, departments of schools."""

from __future__ import annotations

import re

from cinegraph.extract.word_lists import words

_DEGREES = frozenset(words("degrees"))
_FIRST = frozenset(words("first_words_of_honours"))
_HONOUR = re.compile(
    r"(?:merited|hono(?:u)?red|distinguished|emeritus|national|state) (?:\w+ ){0,2}?(?:workers?|artists?|artistes?|figures?|actors?|actress|masters?|teachers?|cultural|arts?|professors?)\b"
    r"|people'?s (?:artists?|artistes?|actors?|actress|writers?|poets?)\b|(?:merited|hono(?:u)?red) \w+ of\b"
    r"|laureates? of\b|(?:\w+ )?prize laureates?\b|winners? of (?:the )?(?:\w+ ){0,4}(?:prizes?|awards?|order|medal|competition|grant)\b"
    r"|(?:knight|commander|officer|chevalier|cavalier|holder|recipient|member|companion|grand officer|dame|knight commander) (?:of|in|dans) (?:the |l'|la )?(?:\w+ )?(?:order|ordre|legion|légion|arts|academy|union|guild|association|society|board|institute|council|federation|european|international|american|british|directors|producers|writers|screenwriters|cinematographers)\b"
    r"|(?:chevalier|officier|commandeur) (?:des|de la|de l'|dans|of)\b|order of (?:the |merit|friendship|honou?r|lenin|arts|lenin)|medal (?:of|for|\")|honorary (?:citizen|doctor|member|president|professor)"
    r"|(?:ussr|rsfsr|stalin|lenin|state|national|lenin komsomol) (?:state )?prize\b|(?:screen international )?stars? of tomorrow\b"
    r"|(?:directing|acting|directorial|screenwriting|camera|scriptwriting|cinematography|production|economics|film|history|philological|philosophy|journalism)? ?(?:departments?|faculty|workshop)(?: (?:of|at) |$)"
    r"|(?:bachelor|master|doctor|candidate)(?:'s)? (?:of|in|degree)(?: fine)? (?:arts?|science|philosophy|letters|law|fine|history|education|cinema|film|media|directing|business)\b",
    re.IGNORECASE,
)


def is_honour(text: str) -> bool:
    """Whether a name is that of an honour, a degree, a membership or a department, and so no film's.

    >>> is_honour("Honored Artist of Ukraine"), is_honour("MFA"), is_honour("Night Bus"), is_honour("Knight of Cups")
    (True, True, False, False)
    """
    if text in _DEGREES or text.replace(".", "") in _DEGREES:
        return True
    first = text.partition(" ")[0].casefold()
    return first in _FIRST and _HONOUR.match(text) is not None


# "Order of «Friendship»", "a Screen International Star of Tomorrow"
_BEFORE = re.compile(r"\b(?:(?:orders?|medals?) (?:of |for )?(?:the )?[\"'*_]|stars? of )$", re.IGNORECASE)


def belongs_to_an_honour(text: str, start: int, name: str) -> bool:
    """Whether what stands before a name shows it to be a part of an honour's name ("Star of Tomorrow").

    :param text: the article's text
    :param start: where the name begins, its quotation marks left out
    """
    told = _BEFORE.search(text, max(0, start - 24), start)
    return told is not None and (told.group()[-1] != " " or name == "Tomorrow")
