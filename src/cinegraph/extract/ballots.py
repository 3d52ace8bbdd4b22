"""Lists of nominees as whole pages show them: which of the lines under the awards' names won, and whether the others, or all, were only up for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from cinegraph.extract.ballot_signs import BOLD, FIRST, STAR, TOLD
from cinegraph.extract.prize_values import PrizeLine
from cinegraph.extract.word_lists import expressions

_LEGEND = re.compile(
    rf"\bwinn(?:ers?|ing)\b[^.!?\n]{{0,60}}?\b(?:(?P<bold>{expressions('winners_in_bold')})|(?P<star>{expressions('winners_with_star')})|(?P<first>{expressions('winners_first')}))"
    r"|^\W{0,3}\*\W{0,4}(?:(?:=|denotes?|indicates?|marks?|the|a) ){0,3}(?P<stars>winners?)\b",
    re.IGNORECASE | re.MULTILINE,
)
_HONORARY = re.compile(rf"\b(?:{expressions('award_honorary')})\b", re.IGNORECASE)
# Several may share such prizes, and none of them is only nominated.
_PLURAL = re.compile(r"\b(?:prizes|awards|mentions|winners|honou?rs|ex[ -]?aequo|tied?|shared)\b|\btop (?:\d+|five|ten)\b", re.IGNORECASE)
_MANY, _SEVERAL = 3, 2


def judged(lines: Sequence[PrizeLine], text: str) -> list[PrizeLine]:
    """The lines of a page's lists of winners and nominees, with what signs and numbers tell of each.

    A line that a sign marks won; those beside it were nominated, or came behind it in a vote, and are left out then.
    Where nothing marks a winner, and most awards have three lines and more under them, all are nominees, whatever the page is called.
    """
    ballots = _ballots(lines)
    legend = _legend(text) if len(ballots) > 1 or any(_units_signed(line) for line in lines) else set()
    signs = {TOLD, *(legend & {STAR, BOLD})}
    signs |= {sign for sign in (STAR, BOLD) if _is_mark(sign, ballots.values())}
    marked = any(_is_marked(line, signs) for line in lines if line.winners)
    some = marked or (bool(legend) and FIRST not in legend) or (not legend and _are_all_nominees(ballots, text))
    found: list[PrizeLine] = []
    for line in lines:
        ballot = ballots.get(line.above, []) if line.above is not None else []
        first = FIRST in legend and not marked and len(ballot) > 1
        judgement = _judged(line, ballot, ballots, signs, text, some=some or first, first=first)
        if judgement is not None:
            found.append(judgement)
    return found


def _judged(
    line: PrizeLine, ballot: Sequence[PrizeLine], heads: Collection[int | None], signs: set[str], text: str, *, some: bool, first: bool
) -> PrizeLine | None:
    """One line; None where it came behind the winner in a vote."""
    if not line.winners:
        # What names an award over nobody may be no award.
        return line if not line.heads or line.start in heads else line._replace(award=None)
    if any(winner.sign in signs for winner in line.winners) and len(line.winners) > 1:
        ahead = tuple(winner for winner in line.winners if winner.sign in signs)
        return line._replace(winners=ahead, beside=tuple(w for w in line.winners if w not in ahead), marked=True)
    if _is_marked(line, signs) or (first and line is ballot[0]):
        return line._replace(marked=True)
    if line.label is not None or line.above is None:
        return line
    if len(ballot) == 1 and _HONORARY.search(text, line.above, text.find("\n", line.above)):
        return line._replace(marked=True)
    if not some:
        return line
    if any(other.ranked for other in ballot):
        return None
    return line._replace(nominee=True)


def _ballots(lines: Iterable[PrizeLine]) -> dict[int | None, list[PrizeLine]]:
    """The lines that name somebody, by the line above that names their award."""
    found: dict[int | None, list[PrizeLine]] = {}
    for line in lines:
        if line.winners and line.above is not None:
            found.setdefault(line.above, []).append(line)
    return found


def _units_signed(line: PrizeLine) -> bool:
    return any(winner.sign for winner in line.winners)


def _is_marked(line: PrizeLine, signs: set[str]) -> bool:
    return line.marked or line.sign in signs


def _is_mark(sign: str, ballots: Iterable[Sequence[PrizeLine]]) -> bool:
    """Whether lines with a sign stand beside others without it under several awards, never many of them together."""
    mixed = 0
    for ballot in ballots:
        signed = sum(line.sign == sign for line in ballot)
        if signed > _SEVERAL:
            return False
        mixed += 0 < signed < len(ballot)
    return mixed >= _SEVERAL


def _are_all_nominees(ballots: dict[int | None, list[PrizeLine]], text: str) -> bool:
    """Whether most awards, and several, have so many lines under them as only nominees have."""
    single = {above: ballot for above, ballot in ballots.items() if above is not None and not _PLURAL.search(text, above, text.find("\n", above))}
    many = sum(len(ballot) >= _MANY for ballot in single.values())
    # Nobody shares one award among four.
    crowded = any(len(ballot) > _MANY for ballot in single.values())
    return (many >= _SEVERAL or crowded) and 2 * many >= len(single)


def _legend(text: str) -> set[str]:
    """What a page says marks its winners."""
    found: set[str] = set()
    for match in _LEGEND.finditer(text):
        kind = match.lastgroup or ""
        found.add({"bold": BOLD, "star": STAR, "stars": STAR, "first": FIRST}[kind])
    return found
