"""Text made safe to print: article text is hostile, and a terminal obeys what it reads."""

from __future__ import annotations

import re
import unicodedata

# Control characters (C0, C1, DEL) drive terminals; the marks of direction reorder what a reader sees;
# lone surrogates cannot be encoded; U+2028 and U+2029 end lines in some programs only.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]+")


def one_line(text: str) -> str:
    r"""The text on one line, without anything that a terminal would obey.

    >>> one_line("Bean\x1b[31mpole\n2019")
    'Bean\\x1b[31mpole 2019'
    """
    return _UNSAFE.sub(_visible, _BLANKS.sub(" ", text))


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def well_formed(text: str) -> str:
    r"""The text with undecodable bytes of the command line replaced, so that every library takes it.

    >>> well_formed("Bal\udce9agov")
    'Bal�agov'
    """
    return _SURROGATE.sub("\ufffd", text)


def width(text: str) -> int:
    """How many cells of a terminal the text takes.

    >>> width("黒澤 é")
    6
    """
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
