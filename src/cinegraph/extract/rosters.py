"""The members of a jury that a sentence lists with something said of each: "the jury consists of Ada Doe, whose F won at Cannes, the critic Ben Roe and Cora Lind".

The list without what is said of its members becomes a sentence of its own, in the manner of :mod:`cinegraph.extract.shares`.
"""

from __future__ import annotations

import re

from cinegraph.extract.nodes import AbstractSentence, Node, char_class, coordinated

_PERSON, _NAME = char_class("P"), char_class("PX")
_LISTING = re.compile(
    r"\bjur(?:y|ors)\b[^.;]{0,80}?(?:,|\b) ?(?:which |that |whose members |(?:other |fellow |remaining )?(?:members|jurors) )?(?:also |further |will |this year )*"
    rf"(?:includ(?:es?|ed|ing)|consist(?:s|ed|ing)? of|compris(?:es?|ed|ing)|(?:(?:is|was|be|are|were) )?(?:made up|composed|formed|{char_class('V')}) of|features?|featured|counts|(?:are|were)(?! \w+(?:ed|ne|wn|ck|ght)\b)|is completed by|:) "
    r"|\b(?:joined|assisted|flanked|accompanied|completed) (?:on|in) (?:the|this|that) (?:[\w-]+ ){0,2}jury by "
)
# "A jury headed by Ada Doe, with Ben Roe and Cora Lind"
_LED = re.compile(
    rf"\bjury\b[^.;]{{0,40}}? (?:headed|chaired|led|presided over) by [^.;,]{{0,60}}?{_PERSON}(?: \([^()]*\))?,? (?:and )?(?:with|alongside|along with|together with|joined by|assisted by|including|featuring) "
)
_DESCRIBED = rf"(?:(?:the|an?|his|her|its|their|fellow|{char_class('NRLYKOES')}(?:'s|')?|(?!who|which|where|when|after|before|by|of|in|for|from|to|with)[a-z][\w'-]*)(?:[ /-]|, (?=[a-z]))){{0,9}}"
_AFTER = rf"(?: \([^()]*\)| (?:of|from) (?:the )?{char_class('LOEUX')})?"
_MEMBER = re.compile(
    rf"\A(?:and |as well as |plus |along with )?{_DESCRIBED}(?P<who>{_NAME})(?!')(?:(?: \([^()]*\))? and {_DESCRIBED}(?P<other>{_NAME})(?!'))?{_AFTER}(?:\W*$| (?:who|whose|whom|best known|known|of)\b)"
)
_LEAST = 2


def _segments(listed: str) -> list[str]:
    """The parts of a list: between its semicolons where every one of them begins with somebody ("Ada, who won; the critic Ben"), else its commas."""
    whole = re.split(r"(?<!\bjr)\.(?= |$)", listed, maxsplit=1)[0]
    parts = whole.split("; ")
    if len(parts) > _LEAST:
        heads = [part.split(", ", 1)[0] for part in parts]
        if all(map(_MEMBER.match, heads)):
            return heads
    return re.split(r", (?![^()]*\))", parts[0].rstrip(";"))


def roster_of(sentence: AbstractSentence) -> AbstractSentence | None:
    """The sentence with the bare list of those that it says to sit on a jury; None where it lists none, or says nothing more of them.

    >>> from cinegraph.extract.nodes import Node
    >>> text = "The jury includes Ada, who won in Rome, and Ben."
    >>> listed = roster_of(AbstractSentence(text, 0, len(text), [Node("P", 18, 21, "Ada"), Node("P", 44, 47, "Ben")]))
    >>> listed.readable() if listed else None
    'the jury includes <P:Ada and Ben>.'
    """
    string = sentence.string
    if "jur" not in string:
        return None
    led = _LED.search(string)
    listing = led or _LISTING.search(string)
    if listing is None:
        return None
    segments = _segments(string[listing.end() :])
    members: list[Node] = []
    for segment in segments:
        match = _MEMBER.match(segment)
        for char in (match["who"], match["other"]) if match is not None else ():
            members += [n for n in sentence.nodes[char].parts() if n.letter == "P" or " " in n.text] if char else []
    if len(members) < _LEAST or (not led and len(segments) < _LEAST):
        return None
    group = coordinated(members, letter="P")
    said = f"{string[: listing.start()]}jury includes " if led else string[: listing.end()]
    return sentence.saying(f"{said}{sentence.add(group)}.")
