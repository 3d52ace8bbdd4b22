"""The film that "Ada Doe's black comedy" means, where it is the one spoken of and nobody else's: "F opens today. Ada Doe's black comedy won A"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cinegraph.extract.antecedents_of_things import ThingsMeant
from cinegraph.extract.discourse import Discourse
from cinegraph.extract.nodes import Node
from cinegraph.extract.verbs import FILM_KIND

_OWNED = re.compile(
    r"'s? (?P<what>(?:(?!(?:next|previous|last|earlier|other|another|upcoming|forthcoming|former|old|older|early|planned|unmade|favou?rite|own|late|first|and|or|of|in|on|for|with|to|by)\b)[\w'-]+,? ){0,4}?"
    rf"(?P<kind>{FILM_KIND}|charmer|tragedy|tale|tearjerker|whodunnit|noir|essay film|chamber piece|two-hander|parable|allegory|saga|weepie|shocker|farce|crowd-pleaser|caper|romp|chronicle|heist film))"
    r"(?=(?: (?:about|of an?|of the|on|in which|set in|follows|tells|is|was|has|had|won|took|takes|wins|received|also|then|premiered|opened|opens|screened|beat|picked|landed|earned|collected|scooped|pocketed|went|came|got|swept|shared|stars|will|lost|left|made|turned|gave|had been|did))\b)"
)
_SUBJECT = re.compile(r"(?:^|[;:,–—] |\b(?:and|but|while|as|that|where|when|after|before) )(?:the )?(?:[\w-]+ ){0,2}$")
_PARTS = frozenset({"series", "mini-series", "miniseries", "sitcom", "adaptation"})


def owned_films(
    lowered: str,
    nodes: Iterable[Node],
    discourse: Discourse,
    things: ThingsMeant,
    made: Callable[[], Iterable[tuple[str, str]]],
) -> list[Node]:
    """The nodes for the films that a sentence calls somebody's without a title, each the one spoken of before.

    :param lowered: the sentence in lower case
    :param made: the films and their directors that the article has told so far, as pairs of ids
    """
    if "'" not in lowered:
        return []
    offset, named = discourse.sentence_start, sorted(nodes, key=lambda n: n.start)
    found = []
    for person in (n for n in named if n.letter == "P" and n.kind == "name" and len(n.ids) == 1):
        match = _OWNED.match(lowered, person.end - offset)
        if match is None or match["kind"] in _PARTS or not _SUBJECT.search(lowered, 0, person.start - offset):
            continue
        start, end = offset + match.start("what"), offset + match.end("what")
        if any(n.overlaps(start, end) and n.letter not in "RNVKLXY" for n in named) or any(n.letter in "FT" and n.start < start for n in named):
            continue
        film = _spoken_of(discourse, things)
        if film is not None and _may_be_of(film.ids[0], person.ids[0], made()):
            film.start, film.end, film.text = start, end, match["what"]
            found.append(film)
    return found


def _spoken_of(discourse: Discourse, things: ThingsMeant) -> Node | None:
    """The one film that the sentence before names, or else the only one of the article so far."""
    if discourse.nameless_film:
        return None
    films = list(dict.fromkeys(discourse.previous_films or discourse.films))
    return things.titled(films[0], "nominal") if len(films) == 1 else None


def _may_be_of(film: str, person: str, made: Iterable[tuple[str, str]]) -> bool:
    """Whether the film is of nobody else, and the person has made no other that the article tells of."""
    pairs = list(made)
    makers = {maker for told, maker in pairs if told == film}
    others = {told for told, maker in pairs if maker == person and told != film}
    return person in makers if makers else not others
