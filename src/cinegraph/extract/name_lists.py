"""Names that stand in one coordination ("A (2001), B and C") are of one kind: what is told of one of them tells of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.descriptions import is_description
from cinegraph.extract.name_shapes import begins_with_first_name
from cinegraph.lexicon import Lexicon

# "A in 1961, B in 1963 and, two years on, C"
_LIST_GAP = re.compile(
    r"^\"?(?: \([^()]{1,60}\)|,? in (?:1[89]|20)\d\d)?(?:, and |, or |, | and,? | & | or |; |/)(?:(?:then|finally|lastly),? |(?:an?|two|three|four|five|ten|\d+) years? (?:later|on|after),? )?\"?$"
)
_DESCRIBED_GAP = re.compile(r"(?:, | and | & |, and )(?P<words>(?:[\w'-]+,? ){1,7})")
_SHORTEST = 6
# "Ada Doe and Oscar winner Ben Roe", "Ada Doe and Cannes regular Ben Roe"
_HANGS_ON = re.compile(r"(?:-(?:winning|nominated)|'s)? (?:winner|nominee|laureate|regular|veteran|native|alumna|alumnus|legend|star) [A-Z]|-(?:winning|nominated|born|based|trained) [a-z]")
# "After A (1990), Ada Doe made B": who does something stands in no list with what is named before.
_BARE_COMMA = re.compile(r"(?: \([^()]{1,60}\))?, ")
_SUBJECT_OF_VERB = re.compile(
    r" (?!and\b|or\b|were\b|are\b|in\b|with\b|by\b|all\b|both\b|that\b|which\b|as\b|to\b|from\b|at\b)[a-z]+"
)
# "The producer of Night Bus, Ada Doe": who is behind the comma is the producer, and no other film.
_MAKER_OF = re.compile(
    r"\b(?:director|maker|film-?maker|producer|star|writer|screenwriter|author|editor|composer|cinematographer|creator|actor|actress|lead) (?:of|in) (?:the (?:film |drama |comedy |documentary )?)?[\"*_]*$"
)
_BEFORE = 60
# A name that its contexts alone tell to be a film's.
TOLD = 2.0
# What the others of a list have, of the weight of the one that has most.
_SHARE = 0.8


def share_in_lists(candidates: list[Candidate], text: str, lexicon: Lexicon) -> None:
    """Give the members of each coordination the votes of one another, a little weaker."""
    for group in _lists(candidates, text, lexicon):
        best: dict[str, float] = {}
        for member in group:
            for type_, weight in member.votes.items():
                best[type_] = max(best.get(type_, 0.0), weight)
        for member in group:
            owner = text.startswith("'s ", member.outer_end)
            for type_, weight in best.items():
                if owner and type_ == "Film":
                    continue
                member.votes[type_] = max(member.votes.get(type_, 0.0), _SHARE * weight)


def complete_lists(candidates: list[Candidate], types: dict[str, str], text: str, lexicon: Lexicon) -> None:
    """A name that nothing tells about is what its neighbours in a list of three or more are."""
    for group in _lists(candidates, text, lexicon):
        known = {types[m.key] for m in group if m.key in types}
        unknown = [m for m in group if m.key not in types]
        if len(group) > 2 and len(known) == 1 and known & {"Person", "Film"} and len(unknown) < len(group):
            for member in unknown:
                types[member.key] = next(iter(known))


def _lists(candidates: list[Candidate], text: str, lexicon: Lexicon) -> Iterator[list[Candidate]]:
    """The runs of candidates that stand in one coordination."""
    group: list[Candidate] = []
    for candidate in [*candidates, None]:
        if candidate is not None and group:
            if _HANGS_ON.match(text, candidate.outer_end):
                continue
            if group[0].votes.get("Organization", 0.0) >= TOLD and _alone_in_parentheses(candidate, text):
                continue
            gap = text[group[-1].outer_end : candidate.outer_start]
            if gap.strip("\"") == ", " and _is_its_maker(group[-1], candidate, text, lexicon):
                gap = ""
            if _LIST_GAP.match(gap) or _is_described(gap, group[-1], candidate, lexicon):
                group.append(candidate)
                continue
        if _ends_in_a_clause(group, text, lexicon):
            group.pop()
        if len(group) > 1:
            yield group
        group = [candidate] if candidate is not None else []


def _is_its_maker(film: Candidate, person: Candidate, text: str, lexicon: Lexicon) -> bool:
    """Whether somebody behind a title and a comma is whom the trade before the title means."""
    return (
        not person.marked
        and begins_with_first_name(person.text, lexicon)
        and not begins_with_first_name(film.text, lexicon)
        and _MAKER_OF.search(text, max(0, film.outer_start - _BEFORE), film.outer_start) is not None
    )


def _is_described(gap: str, before: Candidate, after: Candidate, lexicon: Lexicon) -> bool:
    """Whether two people stand in a list, the second of them described ("Ada Doe and newcomer Ben Roe")."""
    if len(gap) < _SHORTEST or before.marked or after.marked:
        return False
    match = _DESCRIBED_GAP.fullmatch(gap)
    if match is None or not is_description(match["words"].replace(",", "").split(), lexicon.occupations):
        return False
    return begins_with_first_name(before.text, lexicon) and begins_with_first_name(after.text, lexicon)


def _ends_in_a_clause(group: list[Candidate], text: str, lexicon: Lexicon) -> bool:
    """Whether the last of a list does something, and stands in none with what is named before."""
    if len(group) < 2 or _SUBJECT_OF_VERB.match(text, group[-1].outer_end) is None:
        return False
    bare = _BARE_COMMA.fullmatch(text[group[-2].outer_end : group[-1].outer_start])
    return bare is not None or _is_of_next_clause(group, lexicon)


def _is_of_next_clause(group: list[Candidate], lexicon: Lexicon) -> bool:
    """Whether somebody who does something stands behind films of others ("Ben Roe starred in A, and Ada Doe made B")."""
    last, before = group[-1], group[-2]
    return (
        not last.marked
        and begins_with_first_name(last.text, lexicon)
        and not begins_with_first_name(before.text, lexicon)
    )


def _alone_in_parentheses(candidate: Candidate, text: str) -> bool:
    """Whether a name is all that parentheses have, as the country of a company in a list is."""
    return text.endswith("(", 0, candidate.outer_start) and text.startswith(")", candidate.outer_end)
