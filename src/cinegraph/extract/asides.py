"""A sentence without its asides: relative clauses, appositions, parentheses and what stands between dashes.

"Ada Doe, who grew up in Oslo, directed Night Bus" says what "Ada Doe directed Night Bus" says; patterns look at both,
so that they need not foresee everything that may stand between a subject and its verb.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cinegraph.extract.clauses import predicate
from cinegraph.extract.nodes import AbstractSentence, char_class
from cinegraph.extract.verbs import FILM_KIND

_DASHES = re.compile(r" [–—] [^–—]{3,160} [–—](?= )|, ?[–—] [^–—]{3,160} [–—],?(?= )")
_PARENTHESES = re.compile(r" ?\([^()]{1,160}\)")
_OPENING = (
    r"(?:who|which|whose|whom|where|when|(?:in|for|of|from|with|on|after|to) (?:which|whom)|himself|herself|[\ue000-\ue0ff](?= (?:also |once |long )?an? )|one of|among|an?|the"
    r"|(?:then|now)(?! [\ue000-\ue0ff])|like|including|such as|along with|together with|as well as|aged|born|based|according to|in turn|however"
    r"|not(?= [\ue000-\ue0ff],)|unlike|rather than|too|also|\d\d|incidentally|meanwhile|of course|by then|at the time|for (?:his|her|its|their) part"
    r"|for the (?:first time|film|work|best|most)|once more|again|alongside|formerly|(?:only |just )?(?:[\ue000-\ue0ff]'s|his|her|its|their)"
    r"|(?:with|on|at|under|through|thanks to|despite)(?= the (?:[\w-]+ )?[\w-]+ (?:of|from) )"
    r"|(?:led|headed|chaired|presided over|handed out|handed over|given out|presented|announced|chosen) by)"
)
_COMMAS = re.compile(
    rf", {_OPENING}(?![\w'])(?:(?! (?:and|with) [\ue000-\ue0ff]| and \"?(?:the )?{char_class('FT')})[^,;.:()]){{0,120}},"
    # "F, a debut for Ada, who won": Ada did.
    r"(?= (?!and\b|or\b|[\ue000-\ue0ff][,.;]))(?!(?<=[\ue000-\ue0ff],) who\b)"
)
# "F, made in English with Ada and Ben, won …": what says how a film was made stands between it and its verb.
_PARTICIPLES = re.compile(
    r"(?<=[\ue100-\ue1ff\")]), (?:again |also |both |once |partly |largely )?(?:made|shot|filmed|starring|featuring|adapted|set|with|from|after|based|inspired|scored|narrated|dedicated|completed|co-written|[\uf100-\uf1ff])"
    r"(?![\w'])[^;.:()]{2,150}?,(?= (?!and\b|or\b|with\b|[\ue000-\ue0ff][,.;])(?:\w+ ){0,2}?(?:won|was|is|has|had|took|received|earned|competed|premiered|opened|screened|went|came|became|carried|shared|tells|follows|ran|opens|bowed|made|brought|gave|got|collected|played|marked|remains|followed|appeared|arrived|emerged|starred|drew|reached|closed)\b)"
)
# "F, which Ada wrote with Ben, took …": a relative clause ends where a verb stands behind a comma.
# "F, a drama Ada shot, took …": so does one that begins with its subject. "Ada, best known for F, left …": what somebody is known for is the like.
_RELATIVE = re.compile(
    rf"(?<=[\w)\"\ue000-\uf2ff]), (?:(?:who|which|whose|whom) |(?<={char_class('P')}, )(?:(?:best|chiefly|mainly|mostly|widely|also|perhaps|long) ){{0,2}}(?:known|remembered|famous|renowned|noted|acclaimed|celebrated) (?:for|as) |(?<={char_class('FT')}, )(?:an?|the|his|her) (?:(?:[\w-]+|{char_class('NLYO')}) ){{0,5}}?{FILM_KIND} (?={char_class('P')} [a-z{char_class('V')[1:-1]}]))"
)
_LONGEST = 240
_BROKEN = re.compile(r"[;:]|[.?!] | but |, and the |, while |, although ")
# "A jury headed by Ada gave …"
_LED = re.compile(r"(?<=\bjury) (?:headed|led|chaired|presided over) by [^,.;:()]{1,80}?(?= (?:also |then )?(?:gave|awarded|handed|presented|chose|named|picked|honou?red|selected|voted)\b)")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf",(?= (?:and )?{predicate()})")


@lru_cache(maxsize=256)
def relative_clauses(string: str) -> tuple[tuple[int, int], ...]:
    """Where the relative clauses of an abstract sentence stand that commas set off before its verb: from the comma that opens one to that which closes it.

    >>> relative_clauses("the jury, which met in may, gave a prize.")
    ((8, 26),)
    """
    found, position = [], 0
    while opening := _RELATIVE.search(string, position):
        closing = _closing().search(string, opening.end() + 1, opening.end() + _LONGEST)
        position = opening.end()
        if closing is not None and not _BROKEN.search(string, opening.end(), closing.start()):
            found.append((opening.start(), closing.start()))
            position = closing.start()
    return tuple(found)


@lru_cache(maxsize=256)
def participle_phrases(string: str) -> tuple[tuple[int, int], ...]:
    """Where phrases stand that say how a film was made, between it and its verb ("F, written with Ada, won …")."""
    return tuple(match.span() for match in _PARTICIPLES.finditer(string)) if string.count(",") > 1 else ()


def _without_relative_clauses(string: str) -> str:
    for start, end in reversed(relative_clauses(string)):
        string = string[:start] + string[end + 1 :]
    return string


_SUBJECT = re.compile(f"[{char_class('PFXTE')[1:-1]}]|^(?:the|an?|its|his|her|their) (?:[\\w'-]+ ){{0,3}}[\\w-]+$")


def _joint(match: re.Match[str]) -> str:
    """What stays of an apposition between commas: the comma of opening words that wait for their subject ("Born in Oslo, the daughter of Ben, Ada …")."""
    return "" if _SUBJECT.search(match.string[: match.start()]) else ","


def without_asides(sentence: AbstractSentence) -> AbstractSentence | None:
    """The sentence without dashes, parentheses, relative clauses and appositions; None where it has none of them.

    >>> from cinegraph.extract.nodes import Node
    >>> text = "Ada, who grew up in Oslo, directed it."
    >>> shorter = without_asides(AbstractSentence(text, 0, len(text), [Node("P", 0, 3, "Ada")]))
    >>> shorter.readable() if shorter else None
    '<P:Ada> directed it.'
    """
    string = sentence.string
    if "," not in string and "(" not in string and "–" not in string and "—" not in string and " by " not in string:
        return None
    shorter = _DASHES.sub("", string) if "–" in string or "—" in string else string
    if "(" in shorter:
        shorter = _PARENTHESES.sub("", shorter)
    if shorter.count(",") > 1:
        shorter = _without_relative_clauses(shorter)
        shorter = _COMMAS.sub(_joint, _PARTICIPLES.sub("", shorter))
    if "jury " in shorter:
        shorter = _LED.sub("", shorter)
    if shorter == string:
        return None
    return sentence.saying(" ".join(shorter.split()))
