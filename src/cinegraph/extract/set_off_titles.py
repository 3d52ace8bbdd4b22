"""Titles that a text sets off: in quotation marks, italics, capitals or another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.learnt import Learnt
from cinegraph.extract.text import UPPER, letters_in
from cinegraph.extract.word_lists import alternatives, words

# How a title is set off: quotation marks, or Markdown's asterisks and underscores.
_MARKED = re.compile(
    # The sign comes first and what stands before it second: so only signs are looked at.
    r"[*_\"'](?:(?<=\*)(?<![\w*]\*)(?P<strong>\*\*)?(?=\S)(?P<star>[^*\n]{1,100}?)\*(?(strong)\*\*)(?![\w*])"
    r"|(?<=_)(?<!\w_)(?=\S)(?P<line>[^_\n]{1,100}?)_(?!\w)"
    r'|(?<=")(?<!\w")(?P<quote>[^"\n]{1,100}?)"(?!\w)'
    r"|(?<=')(?<![\w']')(?P<single>[A-Z0-9][^'\"\n]{0,80}?(?:'(?=\w)[^'\"\n]{0,60}?)?)'(?![\w']))"
)


def sets_titles_off(text: str) -> bool:
    """Whether an article sets its titles off, so that plain capitals are no title."""
    found: set[str] = set()
    for match in _MARKED.finditer(text):
        title = match.group()
        if title[0] in "*_" or title.strip("*_\"' ").istitle():
            found.add(title)
            if len(found) == 3:
                return True
    return False


_CAPITALS = re.compile(
    rf"(?<![\w'-])(?:\d{{1,3}} (?=[{UPPER}]{{3}}))?(?:(?:MR|MRS|DR|ST)\. )?(?:[{UPPER}][{UPPER}'&-]*|[A-Z]\.)(?:(?:[:,]? | & |\.{{3}} ?|… ?|[!?] |\. (?=\d))(?:[{UPPER}0-9][{UPPER}0-9'&-]*\b(?![a-z])))+(?:[!?…]|\.{{3}})?(?![\w])"
    rf"|(?<![\w'.-])(?:(?:MR|MRS|DR)\. )?[{UPPER}]{{5,}}(?![\w])"
)


# "WINNER – Golden Lion", "OFFICIAL SELECTION": laurels on the pages of films.
_LAUREL = re.compile(
    r"(?:WINNERS?|NOMINEES?|FINALISTS?|AWARDS?|NOMINATIONS?|(?:[A-Z]+ )?(?:SHORTLIST(?:ED)?|SELECTION|PREMIERE|COMPETITION)|SYNOPSIS|DIRECTOR|CREDITS|TRAILER|REVIEWS?|STARRING|CRITERION EXTRAS|FILM REVIEW)"
)

# "Masterclass: Wednesday 23.03, 17:30, REX 2": a hall with its number, behind the hour.
_CLOCK = re.compile(r"\d[:.h]\d\d(?: h)?,? {1,3}$")


def _beside_capital(text: str, start: int, end: int) -> bool:
    """Whether one word in capitals is a surname beside a first name ("Aamir BASHIR", "KUBOTA Nao")."""
    return bool(
        re.search(rf"[{UPPER}][^\W\d_A-Z]['\w-]* $", text[max(0, start - 20) : start])
        or re.match(rf" [{UPPER}][^\W\d_A-Z]", text[end : end + 3])
    )


_SOME_CAPITALS = re.compile(rf"[{UPPER}](?:[{UPPER}]{{4}}|[{UPPER}][^\w\s]? [{UPPER}]{{2}}|(?<=[A-Z]) [A-Z]{{2}})")


_OWN_SCRIPT = re.compile(r" ?\([\u0370-\u1cff\u2e80-\ud7ff\uf900-\ufdff ·・、,-]{1,40}\)")


def titles_in_capitals(text: str, begin: int, stop: int, index: int, taken: list[Candidate]) -> Iterator[Candidate]:
    """Titles that a text sets in capitals; sentences that are capitals throughout say nothing."""
    if not _SOME_CAPITALS.search(text, begin, stop):
        return
    letters = [c for c in text[begin:stop] if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) > 0.6 * len(letters):
        return
    for match in _CAPITALS.finditer(text, begin, stop):
        start, end = match.span()
        if (" " not in match.group() and _beside_capital(text, start, end)) or text[end : end + 1] == ":":
            continue
        if _LAUREL.fullmatch(match.group()) or (match.group()[-1].isdigit() and _CLOCK.search(text, max(begin, start - 12), start)):
            continue
        if sum(c.isalpha() for c in match.group()) >= 5 and not any(
            c.outer_start < end and start < c.outer_end for c in taken
        ):
            yield Candidate(start, end, match.group(), index, "caps", False, False, False, False, start, end)


def marked_titles(text: str, begin: int, stop: int, index: int) -> Iterator[Candidate]:
    """The titles of a sentence that quotation marks or Markdown's italics set off, those within what somebody says among them."""
    last: Candidate | None = None
    for match in _MARKED.finditer(text, begin, stop):
        told = _is_told_of(match, text, begin, last)
        found = None if _is_said(match, text, begin, stop) else _marked_title(match, text, index, told=told)
        last = found or last
        if found is not None:
            yield found
        elif match.lastgroup == "quote":
            inner = (_marked_title(each, text, index) for each in _MARKED.finditer(text, *match.span("quote")))
            yield from (each for each in inner if each is not None)


# "In the film “The man on the bridge”", "the picture of Ada Doe “The man on the bridge”", "her masterpieces – “The man on the bridge”".
_CALLED = re.compile(
    rf"\b(?:films?|pictures?|movies?|tapes?|comedy|drama|documentary|melodrama|thriller|masterpieces?)(?: (?:called|titled|entitled)| of (?:[{UPPER}][\w'.-]+ ){{1,2}}[{UPPER}][\w'-]+)?(?: [–—-]|:)? $"
)
# "She called the film “a great bore”."
_JUDGED = re.compile(
    r"\b(?:call|describ|found|find|consider|deem|thought|think|label|dub|said|say|praise|dismiss|reject|hail|brand|rate|term|pronounc|declar)\w* (?:[\w'-]+ ){0,5}$"
)
# "Ada Doe then removed the film “wounded deer”.": machines leave the capital out.
_MADE_IT = re.compile(
    r"\b(?:in|removed|shot|filmed|directed|staged|made|put|released) (?:(?:the|his|her|this) )?(?:[\w-]+ )?(?:film|picture|movie|tape) $"
)
_NEXT_IN_LIST = re.compile(r",? (?:and )?|,? & ")
_BEFORE_TITLE = 90


def _is_told_of(match: re.Match[str], text: str, begin: int, last: Candidate | None) -> bool:
    """Whether the words before quotation marks say that a film's title stands in them, or another title in a list with it does."""
    if match.lastgroup != "quote":
        return False
    if last is not None and _NEXT_IN_LIST.fullmatch(text, last.outer_end, match.start()):
        return match["quote"][:1].isupper()
    before = text[max(begin, match.start() - _BEFORE_TITLE) : match.start()]
    called = _CALLED.search(before)
    if called is None or _JUDGED.search(before[: called.start()]):
        return False
    return match["quote"][:1].isupper() or _MADE_IT.search(before) is not None


def _is_said(match: re.Match[str], text: str, begin: int, stop: int) -> bool:
    """Whether quotation marks stand about a whole sentence with its full stop, which no title is ("“Ada Doe won the prize.”"), or about what somebody says ("“Ada Doe won the prize,” she said")."""
    if match.lastgroup == "quote" and match["quote"].endswith(",") and _SAYS.match(text, match.end(), stop):
        return match["quote"].count(" ") > 2 and _PREDICATE.search(match["quote"]) is not None
    return (
        match.lastgroup == "quote"
        and not text[begin : match.start()].strip()
        and not text[match.end() : stop].strip()
        and match["quote"].endswith((".", "!", ".'", "!'"))
        and match["quote"].count(" ") > 2
    )


_SAYS = re.compile(
    r" (?:[\w.'-]+ ){0,5}?(?:said|says|told|tells|added|adds|recalled|recalls|explained|explains|laughed|laughs|noted|notes|admitted|admits|insisted|insists|remembers|remembered|wrote|announced|replied|answered)\b"
)


def _marked_title(match: re.Match[str], text: str, index: int, *, told: bool = False) -> Candidate | None:
    """The title between two signs, if it looks like one, or the words before tell that it is one."""
    kind = match.lastgroup or ""
    start, end = match.span(kind)
    while end > start and text[end - 1] in ",. *_":
        end -= 1
    while start < end and text[start] in " *_\"'":
        start += 1
    while end > start and text[end - 1] in "\"'" and text.count(text[end - 1], start, end) == 1:
        end -= 1
    # "Quiet Ferry (静渡)": the title as its own language writes it is read beside it.
    own = _OWN_SCRIPT.search(text, start, end)
    end = own.start() if own is not None and own.end() == end else end
    name = text[start:end]
    if name.endswith(":") and text[end : end + 1] in "*_":
        return None  # "*Above, left:* Ada Doe at work" is a label
    mark = "italic" if kind in ("star", "line") else "quote"
    if not name or not (_looks_like_title(name, mark == "italic") or (told and _short_title(name))):
        return None
    return Candidate(start, end, name, index, mark, False, False, False, False, match.start(), match.end())


_SPEECH = frozenset(words("speech"))


_SMALL_WORDS = frozenset(words("small_of_speech"))


# In small letters among capitals, these make a sentence of what somebody says.
_PREDICATE = re.compile(
    r" (?:is|was|are|were|has|have|had|will|would|can|could|did|does|do|don't|didn't|isn't|wasn't|said|says|won|wins|made|makes|went|goes|came|got|took|directed|wrote|think|know|should|must)(?= )"
)


_LONGEST_TOLD = 9
"""Words."""


def _short_title(name: str) -> bool:
    """Whether words that a text calls a film's title are no whole sentence and no long one."""
    return 0 < name.count(" ") < _LONGEST_TOLD and not name.endswith((".", ";", ","))


def _looks_like_title(name: str, italic: bool) -> bool:
    """Title case, or one capital and few words; never a clause of speech. Italics may be foreign, and keep small letters."""
    words = re.findall(r"[\w'-]+", name)
    if not words or len(words) > 12 or not (name[0].isupper() or name[0].isdigit() or name[0] in "¡¿#…"):
        return False
    if not italic and name.endswith("?") and len(words) > 1 and not any(word[0].isupper() for word in words[1:]):
        return False  # "Who are you?" is said
    long = [word for word in words if len(word) > 3 and word.lower() not in _SMALL_WORDS]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in long)
    if not italic and len(words) > 1 and not capitals and words[0].lower() in _SPEECH:
        return False
    if len(words) <= 3 or (italic and len(words) <= 8 and not name.endswith((".", ",", ";"))):
        return True
    if len(words) <= 8 and not name.endswith((".", ",", ";")) and _FOREIGN_WORD.search(name[0].lower() + name[1:]):
        return True
    if not italic and capitals < len(long) and _PREDICATE.search(name):
        return False
    return capitals >= 0.6 * len(long) and not re.search(r"\b(?:I|we|you|I'm|it's)\b", name[1:].removesuffix(" and I"))


# Titles in Romance languages and German keep small letters: they are told by their articles and small words.
_ARTICLE, _SMALL = alternatives("foreign_articles"), alternatives("foreign_small")


# What no English clause has, so that the small letters of a quoted name are no sign of speech.
_FOREIGN_WORD = re.compile(rf"(?<![\w'’-]){_SMALL}(?![\w'’-])|\b[ld]['’](?=\w)|[^\W\d_a-zA-Z]")


_ENGLISH = alternatives("english_small")


_WORD = rf"(?!{_SMALL}\b)(?!{_ENGLISH}\b)(?!\w+(?:ed|ing|ly)\b)[a-záéíóúñçãõàèêëïîôùûüöäß][\w'-]*"


_SMALL_GERMAN = alternatives("german_small")


FOREIGN_TITLE = re.compile(
    # German nouns have capitals: "Der letzte Zug nach Norden", "Die Kinder der Stadt".
    rf"(?<![\w'.-])(?:Der|Die|Das|Ein|Eine) (?:[a-zäöüß]{{2,}}e[nrsm]? [A-ZÄÖÜ][\w-]+(?:(?: {_SMALL_GERMAN})+ [A-ZÄÖÜ][\w-]+){{0,2}}|[A-ZÄÖÜ][\w-]+(?:(?: {_SMALL_GERMAN})+ [A-ZÄÖÜ][\w-]+){{1,2}})(?![\w-])"
    rf"|(?<![\w'.-])(?:{_ARTICLE} {_WORD}(?: {_WORD})?(?:(?: a)?(?: {_SMALL})+(?: {_WORD}){{1,2}}){{0,3}}"
    rf"|(?:{_ARTICLE} )?[A-ZÁÉÍÓÚÑÀÈÊ][\w'-]{{2,}}(?:(?: a)?(?: {_SMALL})+ {_WORD}){{1,3}})(?:(?: {_SMALL})+ [{UPPER}][\w'-]+(?: [{UPPER}][\w'-]+)?)?(?![\w-])"
    rf"|(?<![\w'.-])[OA] [{UPPER}][\w-]+ (?:da|do|das|dos) [{UPPER}][\w-]+(?![\w-])"
)


FOREIGN_WORDS = frozenset(words("foreign_articles") + words("foreign_small"))


def has_foreign_word(text: str, begin: int, stop: int) -> bool:
    """Whether one of the words stands there without which the expression above never matches."""
    return any(map(_HAS_FOREIGN_WORD.__getitem__, text[begin:stop].split()))


_HAS_FOREIGN_WORD = Learnt(lambda run: not FOREIGN_WORDS.isdisjoint(letters_in(run)))
