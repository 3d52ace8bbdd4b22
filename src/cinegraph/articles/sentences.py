"""Cuts the text of a block into sentences, by rules over each full stop, question mark and exclamation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.articles.words import word_set
from cinegraph.inserts import NOTE

_MARK = re.compile(
    rf"(?P<mark>[.!?…‽]+|[。！？।؟])(?P<close>[\"”’'»›」』）)\]*_]*{NOTE}*)(?P<space>\s*)"
    r"(?P<open>[“\"‘'«‹(\[*_¿¡–—-]*[ \xa0]?)(?P<next>\w?)"
)
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}$|Ph\.D$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_ALWAYS = frozenset("。！？।؟")

NEVER_LAST = word_set("""
    MR MRS MS DR PROF
    Mr Mrs Ms Mx Dr Prof St Sts Ste Mme Mlle Mlles Messrs Gen Col Capt Cmdr Lt Sgt Rev Hon Gov Sen Rep Pres Fr Mt Hr
    vs Vs cf Cf viz dir Dir dirs prod Prod approx Approx ca Ca ed Ed eds Eds transl scr Scr phot Phot mus cin dist
    nr op incl resp Intl Int'l Nat'l Natl e.g i.e E.g I.e orig b c d r p n m s f
    """)
"""Abbreviations that stand before what they belong to: a sentence does not end with them."""

LAST_BEFORE_A_STARTER = word_set("""
    Jr Sr feat Feat exec ft Inc Ltd Co Corp Bros Esq etc al Dept Univ min mins hrs hr sec km Ave Blvd Rd
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    """)
"""Abbreviations that may end a sentence: they do where the next word is one that begins sentences."""

BEFORE_A_NUMBER = word_set("No Nos no nos Vol vol Vols vols pp Ch ch Fig fig Art art Op Sec Ep ep Pt pt Nr")
"""Abbreviations only where a number follows, or America ("No. American rights")."""

STARTERS = word_set("""
    The A An He She It They We You I His Her Its Their Our My Your This That These Those In On At For From With
    Without By As After Before When While Since Until During Among Between Despite Under Over Through But And Or
    So Yet If Although Though Because However Then There Here Who What Where Why How Which Whose Not No Now
    Today Yesterday Both Each Some Many Most All Several Every One Two Three Another Other Others Later
    Meanwhile Once Only Even Also Still Again Instead Perhaps Of To Did Do Does Is Are Was Were Has Have Had Can
    Could Will Would
    """)
"""Words that begin sentences far more often than names."""

LONGEST_SENTENCE = 2_000
"""Characters of a sentence; a longer one (a text without a full stop) is cut at a blank, so that what is done with a
sentence stays bounded."""
_LONGEST_TITLE = 80
_LONGEST_WORD = 24
_REACH = 400


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences between two offsets, in order; together they hold everything there that is not white space.

    >>> text = "Mr. Turner won in 2014.Leigh, J. R. and co. were glad. “Why?” he asked."
    >>> [text[a:b] for a, b in sentence_spans(text, 0, len(text))]
    ['Mr. Turner won in 2014.', 'Leigh, J. R. and co. were glad.', '“Why?” he asked.']
    """
    marks = _Marks(text, start, end)
    begin = start
    for match in _MARK.finditer(text, start, end):
        while match.start() - begin > LONGEST_SENTENCE:
            stop, following = _cut(text, begin, end)
            yield begin, stop
            begin = following
        stop = match.end("close")
        if stop < end and marks.end_a_sentence(match, begin):
            yield begin, stop
            begin = match.end("space")
    while end - begin > LONGEST_SENTENCE:
        stop, following = _cut(text, begin, end)
        yield begin, stop
        begin = following
    if begin < end:
        yield begin, end


def _cut(text: str, begin: int, end: int) -> tuple[int, int]:
    """Where a sentence that is too long is cut, and where the next one begins."""
    last = begin + LONGEST_SENTENCE
    blank = text.rfind(" ", begin + LONGEST_SENTENCE // 2, last)
    stop = blank if blank > 0 else last
    following = stop
    while following < end and text[following].isspace():
        following += 1
    return begin + len(text[begin:stop].rstrip()), following


class _Marks:
    """Decides which marks of a block end a sentence."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.end = text, end
        self.emphasis = "*" if text.find("*", start, end) >= 0 else "_" if text.find("_", start, end) >= 0 else ""
        self.curly = text.find("“", start, end) >= 0
        self.straight = text.find('"', start, end) >= 0
        self.angled = text.find("«", start, end) >= 0

    def end_a_sentence(self, match: re.Match[str], begin: int) -> bool:
        mark, close, space, following = match["mark"], match["close"], match["space"], match["next"]
        if mark in _ALWAYS:
            return True
        if not following or following.islower():
            return False
        if not space and not self._glued(match, begin):
            return False
        if not self._has_letters(begin, match.start()):
            return False
        if "(" in match["open"] and self._is_aside(match):
            return False
        quoted = self.emphasis or self.curly or self.straight or self.angled
        if quoted and self._inside_a_title(match.start(), begin, close):
            return False
        if mark == ".":
            return self._full_stop(match, begin)
        return not (mark[0] in ".…" and self._in_capitals(match))

    def _glued(self, match: re.Match[str], begin: int) -> bool:
        """Whether a mark ends a sentence though no space follows it: "in cinema.After that"."""
        at, following = match.start(), match.end("close")
        before, after = self.text[at - 1 : at], self.text[following : following + 2]
        if match["open"]:
            quotation = before.islower() and match["next"].isupper() and match["open"] in ("“", "‘", "«")
            return bool(match["close"]) or quotation
        if not (len(after) == 2 and after[0].isupper() and after[1].islower()) or match["mark"][0] == "…":
            return False
        if match["close"]:
            return any(mark in match["close"] for mark in '"”»)]')
        word = self._word_before(at, begin)
        if before == ")" or _YEAR.fullmatch(word):
            return True
        return len(word) > 2 and "." not in word and "/" not in word and "@" not in word and word[1:].islower()

    def _has_letters(self, begin: int, at: int) -> bool:
        """A number alone ("1951. Born in …", "2. Leviathan") is no sentence."""
        return at - begin > 8 or any(character.isalpha() for character in self.text[begin:at])

    def _full_stop(self, match: re.Match[str], begin: int) -> bool:
        if match["close"] and match["close"][0] not in "*_":
            return True
        word = self._word_before(match.start(), begin)
        if not word or len(word) > _LONGEST_WORD:
            return True
        if word in NEVER_LAST:
            return False
        if word in BEFORE_A_NUMBER:
            return not match["next"].isdigit() and not self.text.startswith(" America", match.end("close"))
        if word in LAST_BEFORE_A_STARTER or _ACRONYM.match(word) or (len(word) == 1 and word.isupper()):
            return self._starts(match)
        return True

    def _starts(self, match: re.Match[str]) -> bool:
        if match["open"][:1] in ("“", '"', "«"):
            return True
        word = _NEXT_WORD.match(self.text, match.start("next"), self.end)
        return word is not None and word[0] in STARTERS

    def _is_aside(self, match: re.Match[str]) -> bool:
        """Whether a bracket that opens after a mark holds no sentence of its own: "Oh Mercy! (France)"."""
        closed = self.text.find(")", match.start("open"), min(self.end, match.end() + _REACH))
        return closed > 0 and self.text[closed - 1] not in '.!?…”"'

    def _in_capitals(self, match: re.Match[str]) -> bool:
        """Dots inside a title in capitals: "ONCE UPON A TIME IN... HOLLYWOOD"."""
        word = _NEXT_WORD.match(self.text, match.start("next"), self.end)
        before = self.text[max(0, match.start() - 2) : match.start()]
        return word is not None and len(word[0]) > 1 and word[0].isupper() and before.isupper()

    def _inside_a_title(self, at: int, begin: int, close: str) -> bool:
        """Whether a mark stands inside a title in italics or quotation marks: “Mamma Mia! Here We Go Again”."""
        begin, end = max(begin, at - _REACH), min(self.end, at + _LONGEST_TITLE)
        if self.emphasis and self.emphasis not in close and self.text.count(self.emphasis, begin, at) % 2:
            opened, closed = self.text.rfind(self.emphasis, begin, at), self.text.find(self.emphasis, at, end)
            if 0 <= closed - opened <= _LONGEST_TITLE:
                return True
        if self.curly and "”" not in close:
            opened = self.text.rfind("“", begin, at)
            if opened > self.text.rfind("”", begin, at) and self._is_title(opened, self.text.find("”", at, end)):
                return True
        if self.angled and "»" not in close:
            opened = self.text.rfind("«", begin, at)
            if opened > self.text.rfind("»", begin, at) and self._is_title(opened, self.text.find("»", at, end)):
                return True
        if self.straight and '"' not in close and self.text.count('"', begin, at) % 2:
            return self._is_title(self.text.rfind('"', begin, at), self.text.find('"', at, end))
        return False

    def _is_title(self, opened: int, closed: int) -> bool:
        if not 0 < closed - opened <= _LONGEST_TITLE:
            return False
        words = [word for word in _NEXT_WORD.findall(self.text, opened, closed) if len(word) > 3]
        return len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)

    def _word_before(self, at: int, begin: int) -> str:
        tail = self.text[max(begin, at - _LONGEST_WORD - 2) : at]
        if not tail or tail[-1].isspace():
            return ""
        word = tail.split()[-1].lstrip("“\"‘'«‹([*_¿¡–—-")
        for divider in "—–/(-":
            if divider in word:
                word = word.rpartition(divider)[2]
        return word
