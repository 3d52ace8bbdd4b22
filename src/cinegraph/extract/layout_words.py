"""Words and shapes by which the parts of a line are told: prizes, headings over films, names of people."""

from __future__ import annotations

import re

from cinegraph.extract.sought import Sought
from cinegraph.extract.text import fold
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon

AWARD_WORD = Sought(
    r"\b(?:prizes?|awards?|prix|best|mention|commendation|golden|silver|bronze|crystal|palme|palm|bear|lion|leopard|pard[oi]\w*|tiger|shell|globe|dragon|trophy|cup|honou?rs?"
    r"|medal|premio|preis|étalon|fipresci|caméra d'or|oscars?|césars?|baftas?|nominations?|nominated|winner|teddy|ecumenical|europa cinemas)\b",
    any_case=True,
)
WORKS_HEADING = re.compile(
    r"\b(?:filmograph\w*|films?|features?|shorts?|documentaries|works|line-?ups?|selection|competition|programme|program|winners|titles)\b",
    re.IGNORECASE,
)
# "Eoin Mac an Iarla", "Sorcha Nic a' Ghoill"
_SON_OF_THE = re.compile(r"\b(Mac|Nic) (?:an|a') (?=[^\W\d_a-z])")
_PARTICLES = frozenset(words("particles_in_lines"))
CAPITALS_AND = re.compile(r"(?<=[A-ZÀ-Ý!?]{2}) (?:and|&) (?=[A-ZÀ-Ý]{2})")
# "Amal al-Rifai"
_ARABIC = re.compile(r"(?:al|el|as|ad|ash|ibn|bin)-[A-Z]")
# Two who share a surname: "Ada and Ben Doe".
_SHARING = re.compile(r"(?P<first>[^\W\d_][\w'-]+) (?:and|&) (?P<other>[^\W\d_][\w'-]+ \S+)")
MARKED = re.compile(r"[\"*_]|(?<!\w)'|'(?!\w)")


def like_a_person(name: str, lexicon: Lexicon) -> int:
    """How much a part of a line looks like a person's name: 0 not at all, 1 by its shape, 2 by a first name that is known."""
    if MARKED.search(name):
        return 0
    shared = _SHARING.fullmatch(name) if " and " in name or " & " in name else None
    if shared is not None and fold(shared["first"].split("-")[0]) in lexicon.first_names:
        name = shared["other"]
    pieces = re.split(r" and | & |, |/", name)
    return min((_one_person(piece, lexicon) for piece in pieces), default=0)


def _one_person(name: str, lexicon: Lexicon) -> int:
    words = _SON_OF_THE.sub(r"\1", name).split()
    if not 2 <= len(words) <= 5 or lexicon.place(name) is not None or words[0] in ("The", "A", "An", "My", "Our"):
        return 0
    if any(char.isdigit() for char in name) or name.isupper():
        return 0
    if not all(w[0].isupper() or w in _PARTICLES or _ARABIC.match(w) for w in words):
        return 0
    return 2 if fold(words[0]) in lexicon.first_names or fold(words[0].split("-")[0]) in lexicon.first_names else 1


# "Hill Films (Norway)": a company and its country, which a film's title and country look like.
_ENDS = "|".join(words("company_line_ends"))
_COMPANY = re.compile(rf"\W{{0,4}}\w[^()\n:;,]{{0,60}}? (?:{_ENDS})\W{{0,4}}(?:\([^()\n]{{2,60}}\)\W{{0,4}})?")
_OF_COMPANIES = re.compile(
    r"[*_ ]{0,4}(?:(?:co-?)?produc(?:ers?|tion(?: compan(?:y|ies))?|tions?|ed by)|(?:world )?sales(?: agents?)?|distribut(?:ors?|ion|ed by))[*_ ]{0,4}:[*_ ]{0,4}", re.IGNORECASE
)
_COMPANIES = 5


def is_line_of_company(text: str, start: int, end: int) -> bool:
    """Whether a line names a company: it is called one, or a line such as "Producers:" stands over it and those like it.

    >>> is_line_of_company("Hill Films (Norway)", 0, 19), is_line_of_company("Night Bus (Norway)", 0, 18)
    (True, False)
    """
    if _COMPANY.fullmatch(text, start, end):
        return True
    above = text[max(0, start - 300) : start].rstrip().split("\n")
    for line in reversed(above[-_COMPANIES:]):
        if _OF_COMPANIES.fullmatch(line.strip()):
            return True
        if not line.strip() or not line.rstrip().endswith(")"):
            return False
    return False
