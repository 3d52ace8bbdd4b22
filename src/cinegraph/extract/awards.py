"""What the name of an award tells: that it is an evening's, which craft it honours, of which prize it is the plural."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import Node
from cinegraph.lexicon import Entry, Lexicon
from cinegraph.model import EntityType

_CEREMONY = re.compile(
    r"(?:[Aa]wards|Oscars|Césars|Goyas|BAFTAs|Emmys|Globes|Donatellos?|Eagles|Lolas|Ariels|Magrittes|Guldbagges|Amandas|Platinos|Forqués|Gaudís)$"
)
_CRAFTS = {"director", "cast_member", "screenwriter", "cinematographer", "editor", "composer", "producer"}
_CRAFT_OF = (
    ("of photography", "cinematographer"), ("direct", "director"), ("screenplay", "screenwriter"), ("script", "screenwriter"), ("writing", "screenwriter"), ("screenwriter", "screenwriter"), ("actress", "cast_member"), ("actor", "cast_member"),
    ("performance", "cast_member"), ("acting", "cast_member"), ("cinematograph", "cinematographer"), ("camera", "cinematographer"), ("photography", "cinematographer"),
    ("ensemble cast", "cast_member"), ("female lead", "cast_member"), ("male lead", "cast_member"), ("lead female", "cast_member"), ("lead male", "cast_member"), ("supporting female", "cast_member"), ("supporting male", "cast_member"), ("edit", "editor"), ("score", "composer"), ("composer", "composer"), ("original music", "composer"),
)  # fmt: skip
# The camera of gold is a debut's.
_OF_GOLD = re.compile(r"\bcam[eé]ra d[’']or\b|\bgolden camera\b|\bgoldene kamera\b")
# "Female" has "male" within it.
_GENDER_OF = (("actress", "female"), ("female", "female"), ("actor", "male"), ("male", "male"))


def is_ceremony(node: Node) -> bool:
    """Whether an award's name is that of the evening on which its prizes are given ("the César Awards")."""
    return node.letter == "A" and bool(_CEREMONY.search(node.text))


def honours(name: str, entry: Entry | None = None) -> str:
    """The relation of the craft that an award honours, or an empty string.

    >>> honours("Best Director"), honours("Golden Lion"), honours("Camera d'Or")
    ('director', '', '')
    """
    if entry is not None and entry.honours:
        return entry.honours if entry.honours in _CRAFTS else ""
    lowered = _OF_GOLD.sub("", name.lower())
    return next((relation for word, relation in _CRAFT_OF if word in lowered), "")


def gender_in(name: str) -> str | None:
    """Whether an acting award is called an actress's (``female``) or an actor's (``male``); None where its name does not tell.

    >>> gender_in("Best Actress"), gender_in("Best Male Performance"), gender_in("Best Ensemble")
    ('female', 'male', None)
    """
    lowered = name.casefold()
    return next((gender for word, gender in _GENDER_OF if word in lowered), None)


def plural_award(text: str, lexicon: Lexicon) -> Entry | None:
    """The award that a heading names in the plural ("Ten Golden Leopards")."""
    for match in re.finditer(r"\b((?:[A-Z][\w'-]+ ){1,3}[A-Z][\w'-]+)s\b", text):
        words = match.group(1).split()
        for first in range(len(words) - 1):
            found = [e for e in lexicon.lookup(" ".join(words[first:])) if e.type is EntityType.AWARD]
            if len(found) == 1:
                return found[0]
    return None
