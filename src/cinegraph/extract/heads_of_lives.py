"""The names over short lives: a line with nothing but a name, above a paragraph that tells of that person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.extract.text import UPPER
from cinegraph.model import Block, BlockKind, Document

_NAME = re.compile(
    rf"(?:[{UPPER}][\w'.-]*)(?: (?:(?:de|da|do|del|della|di|du|van|von|der|den|la|le|al|el|bin|ibn|y) ){{0,2}}[{UPPER}][\w'.-]*){{0,4}}"
)
_TRADE = r"(?:directors?|film-?makers?|actors?|actress|cinematographers?|camera(?:man|woman)|editors?|composers?|producers?|screenwriters?|screen ?writers?|script-?writers?|writers?|artists?|documentar(?:ian|ist)s?|animators?|critics?|programmers?|curators?|playwrights?)"
_DONE = (
    r"(?:(?:has |had |also |then |first )*(?:was born|studied|graduated|grew up|trained|holds an? |received (?:his|her)|completed (?:his|her)|began (?:his|her)|started (?:his|her)|made (?:his|her)|is a (?:recipient|graduate|native|member|student)"
    r"|lives|worked as|works as|debuted|directed|is (?:currently|based)|attended|was educated|acted|teaches|taught))\b"
)
TOLD = rf",? (?:\([^()]{{2,60}}\),? )?(?:(?:is|was) (?:an?|the|one of|among|another)\b[^.;:]{{0,90}}?[ -]{_TRADE}\b|{_DONE})"
"""What a life says of a person after the name, as an expression."""
_FRONTED = re.compile(r"(?:an? |the |one of |born |trained |educated |after |having |since )", re.IGNORECASE)
# What tells of somebody whose name is left out, under the name: "Director. Born in 1953.", "Born in 1977, Spain.", "Graduated from FAMU."
_NAMELESS = re.compile(
    rf"(?:(?:[A-Z][a-z]+(?:-[A-Z][a-z]+)? |film ){{0,2}}{_TRADE}(?:(?:, | and |, and )(?:film )?{_TRADE}){{0,4}}\. "
    r"|(?:(?:was |s?he was )?born )(?:(?:on|in) )?[^.]{0,50}?\b(?:1[89]|20)\d\d\b|(?:(?:in \d{4},? )?(?:s?he )?(?:graduated (?:from|in|at)|studied (?:at|film|directing|cinema))\b))",
    re.IGNORECASE,
)
# "About Ada Doe:"
_ABOUT = re.compile(rf"(?:About|Meet|Introducing|Profile of|Biography of|Bio:|Biography:) (?=[{UPPER}])")
_OPENING, _FRONT = 320, 200
_KIN = re.compile(
    r"\b(?:daughters?|sons?|wife|husband|brothers?|sisters?|father|mother|child|children|parents)(?:,| named| called)? $"
)


def heads_of_lives(document: Document, text: str) -> Iterator[tuple[int, int]]:
    """The spans of the names over short lives, in text order.

    Such a line is a name alone, and the paragraph below says under the name or a part of it what somebody is or has done.

    :param text: the document's text, normalised
    """
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if block.kind not in (BlockKind.HEADING, BlockKind.BYLINE) or block.end - block.start > 60:
            continue
        front = _ABOUT.match(text, block.start, block.end)
        name = _NAME.match(text, front.end() if front is not None else block.start, block.end)
        if name is None or text[name.end() : block.end].strip(" *_:."):
            continue
        life = _life_below(blocks, index)
        if life is None:
            continue
        opening = text[life.start : min(life.end, life.start + _OPENING)]
        if not (_tells_of(name.group(), opening) or (1 <= name.group().count(" ") <= 3 and _NAMELESS.match(opening))):
            continue
        if " " in name.group() or _alone(name.group(), text):
            yield name.span()


def _life_below(blocks: tuple[Block, ...], index: int) -> Block | None:
    """The paragraph under a heading, pictures' lines left out."""
    for block in blocks[index + 1 : index + 4]:
        if block.kind is BlockKind.PARAGRAPH:
            return block
        if block.kind not in (BlockKind.BYLINE, BlockKind.CAPTION):
            return None
    return None


def _tells_of(name: str, opening: str) -> bool:
    """Whether a paragraph's opening tells of a person of this name."""
    words = name.split()
    parts = {name, words[0], words[-1]}
    for part in sorted(parts, key=len, reverse=True):
        at = re.search(rf"(?<![\w'-]){re.escape(part)}{TOLD}", opening, re.IGNORECASE)
        if at is not None and (not opening[: at.start()].strip() or _introduced(opening[: at.start()])):
            return True
    return False


def _introduced(before: str) -> bool:
    """Whether what stands before a name leads up to it: "A graduate of the school, ", "Born in Oslo, ", "Ada Maria, known as "."""
    if len(before) > _FRONT:
        return False
    return before.endswith((". ", "known as ")) or bool(_FRONTED.match(before) and before.endswith(", "))


def _alone(name: str, text: str) -> bool:
    """Whether a single name is somebody's whole name: no other stands with it but those of that person's kin."""
    longer = re.finditer(rf"(?<![\w'-])[{UPPER}][\w'-]+ {re.escape(name)}(?![\w'-])", text)
    return all(_KIN.search(text, max(0, m.start() - 24), m.start()) for m in longer)
