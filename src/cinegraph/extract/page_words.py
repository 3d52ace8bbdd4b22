"""Words with capitals that are the page's and no names: what was written by whom ("Review by …"), for whom a film is fit ("(PG-13)")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.word_lists import words

_WRITTEN = frozenset(words("kinds_of_text"))
_PICTURE_AGENCIES = frozenset(words("picture_agencies"))
_MENU = frozenset(words("menus_of_lives"))
CERTIFICATE = re.compile(r"(?:not rated|unrated|rated )?(?:NR|U/?A?|PG(?:-1[23])?|1[2568]A?|R(?:1[3568])?|NC-17|M(?:A15\+?)?|TV-(?:MA|14|PG))?", re.IGNORECASE)
"""For whom a film is fit, as stands in parentheses behind its title."""
_LONGEST = 12


def is_of_the_page(text: str, start: int, end: int) -> bool:
    """Whether a name is none: the kind of a text before whose author it stands, a certificate in parentheses, an agency of pictures, a word of a menu in brackets.

    >>> is_of_the_page("Review by Ada Doe", 0, 6), is_of_the_page("Night Bus (PG-13)", 11, 16), is_of_the_page("Night Bus by Ada Doe", 0, 9)
    (True, True, False)
    >>> is_of_the_page("Ada Doe (Getty Images)", 9, 21), is_of_the_page("[ Filmography ] [ Photos ]", 2, 13)
    (True, True)
    """
    name = text[start:end]
    if name.casefold() in _PICTURE_AGENCIES:
        return True
    if name.casefold() in _WRITTEN:
        return text.startswith((" by ", ": "), end)
    if text.endswith(("[", "[ "), 0, start) and text.startswith(("]", " ]"), end):
        return name.casefold() in _MENU
    if end - start > _LONGEST or not (text.endswith("(", 0, start) and text.startswith(")", end)):
        return False
    return CERTIFICATE.fullmatch(name) is not None


def cells_of(candidate: Candidate, original: str) -> Iterator[Candidate]:
    """A name, or the names in the cells of a row that tabs part ("Ada Doe", "Nominated").

    :param original: the text as it was read, where tabs are tabs
    """
    written = original[candidate.start : candidate.end]
    if candidate.marked or "\t" not in written:
        yield candidate
        return
    start = candidate.start
    for cell in written.split("\t"):
        name = cell.strip()
        if name:
            begin = start + cell.index(name)
            end = begin + len(name)
            yield replace(candidate, start=begin, end=end, outer_start=begin, outer_end=end, text=candidate.text[begin - candidate.start : end - candidate.start])
        start += len(cell) + 1
