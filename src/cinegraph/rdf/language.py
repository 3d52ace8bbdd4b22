"""The language tag of a name, where its script or its letters are certain about it."""

from __future__ import annotations

import unicodedata
from collections import Counter

_TAG_OF_SCRIPT = {
    "LATIN": "en",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "HEBREW": "he",
    "THAI": "th",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    # these write several languages each: the script is certain, the language is not
    "CJK": "und-hani",
    "ARABIC": "und-arab",
    "DEVANAGARI": "und-deva",
    "ETHIOPIC": "und-ethi",
}
_LETTERS = ((frozenset("їєґ"), "uk"), (frozenset("ў"), "be"))


def language_tag(name: str) -> str:
    """The language tag that a name is written with, in lower case.

    Latin script counts as English, as in the articles; Cyrillic as Russian, unless a letter is Ukrainian or Belarusian
    alone. A name without letters is English too.

    >>> [language_tag(name) for name in ("Beanpole", "Дылда", "Довженко є", "დინარა", "黒澤", "七人の侍", "1917")]
    ['en', 'ru', 'uk', 'ka', 'und-hani', 'ja', 'en']
    """
    if name.isascii():
        return "en"
    scripts = Counter(script for letter in name if letter.isalpha() and (script := _script(letter)))
    if not scripts:
        return "en"
    if scripts["HIRAGANA"] or scripts["KATAKANA"]:
        return "ja"
    most = max(scripts.values())
    tag = _TAG_OF_SCRIPT.get(min(script for script, count in scripts.items() if count == most), "und")
    if tag == "ru":
        letters = frozenset(name.lower())
        tag = next((language for own, language in _LETTERS if own & letters), tag)
    return tag


def _script(letter: str) -> str:
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "").partition(" ")[0]
