"""Credits that name somebody before the craft: "Ada Doe (Director), Ben Roe (Writer)", or a name in a line over its craft, as databases have it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.credit_labels import labels
from cinegraph.extract.credit_lines import Credits
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Line, Span
from cinegraph.extract.row_facts import cased
from cinegraph.lexicon import Lexicon

_HEAD = re.compile(r"(?:(?:key |main |film |featured )?(?:crew|cast (?:and|&) crew|team|credits|with|filmmakers?)\b ?:? ?)?", re.IGNORECASE)
_PAIR = re.compile(r"(?P<name>[^(),;:\n]{4,60}?) ?\((?P<craft>[^()\n]{3,60})\)\s*(?:[,;]\s*|$|(?:and|&) )")
_JOIN = re.compile(r", | ?/ ?| ?& ?| and ")
_LONGEST, _LEAST = 60, 2


def crew_of(line: Line, lexicon: Lexicon) -> Credits | None:
    """A line that names people, each with a craft in parentheses behind; None for any other.

    >>> from cinegraph.lexicon import load_lexicon
    >>> from cinegraph.model import BlockKind
    >>> text = "Crew: Ada Weber (Director), Jon Berg (Writer)"
    >>> found = crew_of(Line(0, len(text), text, False, BlockKind.PARAGRAPH), load_lexicon())
    >>> [(relation, text[start:end]) for relation, (start, end) in found.people]
    [('director', 'Ada Weber'), ('screenwriter', 'Jon Berg')]
    """
    if line.text.count("(") < _LEAST:
        return None
    found, position = Credits(line.start, line.end), _HEAD.match(line.text).end()  # type: ignore[union-attr]
    while position < len(line.text):
        pair = _PAIR.match(line.text, position)
        if pair is None or not like_a_person(cased(pair["name"].strip()), lexicon):
            return None
        start = line.start + pair.start("name")
        _take(found, (start, start + len(pair["name"])), pair["craft"])
        found.labelled += 1
        position = pair.end()
    return found if any(relation != "cast_member" for relation, _ in found.people) and found.labelled >= _LEAST else None


def pairs_of(lines: Sequence[Line], index: int, lexicon: Lexicon) -> tuple[Credits, int] | None:
    """The credits of lines that name somebody, each over a line with what he or she did.

    :returns: the credits and the index of the first line behind them; None where the lines are no such pairs
    """
    if index and _crafts(lines[index - 1].text):
        return None
    found, below = Credits(lines[index].start, lines[index].end), index
    while below + 1 < len(lines) and _is_pair(lines[below].text, lines[below + 1].text, lexicon):
        line = lines[below]
        _take(found, (line.start, line.end), lines[below + 1].text)
        found.labelled, found.end = found.labelled + 1, lines[below + 1].end
        below += 2
    # What ends with a name has its crafts over the names.
    if found.labelled < _LEAST or (below < len(lines) and like_a_person(cased(lines[below].text), lexicon)):
        return None
    return found, below


def _is_pair(name: str, craft: str, lexicon: Lexicon) -> bool:
    return len(name) <= _LONGEST and len(craft) <= _LONGEST and bool(_crafts(craft)) and not _crafts(name) and like_a_person(cased(name), lexicon) > 0


def _crafts(text: str) -> list[str]:
    """The relations and other crafts that a text is the labels of, and of nothing else."""
    if not text[:1].isupper() and not text.islower():
        return []
    found: list[str] = []
    known = labels()
    for part in _JOIN.split(text.strip(" .")):
        here = [name for name, whole in known.relations if whole.fullmatch(part)] or [name for name, whole in known.crafts if whole.fullmatch(part)]
        here = here or (["worked_on"] if _OTHER.fullmatch(part) else [])
        if not here:
            return []
        found += here
    return found


# Crafts of which no more is told than that somebody has them.
_OTHER = re.compile(r"(?:line|executive|associate|co-?) ?producer|(?:sound|make-?up|costume|set|visual|special|stunt|lighting|art|casting|script|production)\b[\w &-]{0,30}|gaffer|characters?|novel|story", re.IGNORECASE)


def _take(found: Credits, span: Span, craft: str) -> None:
    known = {name for name, _ in labels().relations}
    others = {name for name, _ in labels().crafts}
    crafts = _crafts(craft)
    found.people += [(name, span) for name in crafts if name in known]
    found.crafts += [(name, span) for name in crafts if name in others]
    if not crafts:
        found.people.append(("cast_member", span))
        found.roles[span] = craft
