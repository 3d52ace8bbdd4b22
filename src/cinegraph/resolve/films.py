"""Which films, series and works are one: by title, and by what their director did at one festival or at first."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations

from cinegraph.model import EntityType
from cinegraph.resolve.conflicts import years_of
from cinegraph.resolve.grouping import Groups, Joining, groups_of
from cinegraph.resolve.names import word_set
from cinegraph.resolve.nodes import PRIZES, WORKS
from cinegraph.resolve.state import STRONG, Resolution
from cinegraph.resolve.titles import near_titles, title_of

_FIRST = frozenset(("first", "debut", "1st", "1"))
_FIRST_OF_ALL = _FIRST | word_set("feature film full length fiction narrative directorial directing movie")


def join_films_by_title(state: Resolution) -> None:
    """Make one of films with the same title, unless years or directors tell them apart."""
    state.start_step()
    for work in sorted(WORKS):
        groups, several_articles = state.once((_groups, work), lambda work=work: _groups(state, work))  # type: ignore[misc]
        Joining(_reason, film_facts).join_all(state, groups)
        Joining(_reason, film_facts, cautious=True).join_all(state, several_articles)


def film_facts(state: Resolution, root: int) -> Iterator[tuple[Hashable, str]]:
    """What holds two films of one title together: a director, a year, a prize, someone who worked on both."""
    profile = state.clusters.profile(root)
    for director in {state.clusters.find(node) for group in profile.directors for node in group}:
        yield ("director", director), f"the same director, {state.label(director)}"
    for year in {year for group in years_of(profile) for year in group}:
        yield ("year", year), f"the same year, {year}"
        yield ("about", year), f"about the same year, {year}"
        yield ("about", year + 1), f"about the same year, {year + 1}"
    for shared in state.context(state.clusters.find(root)):
        if shared[0] in STRONG:
            yield shared, f"both with {state.label(shared[1])}"


def _groups(state: Resolution, kind: EntityType) -> tuple[Groups, Groups]:
    """Films by title; and by title without its article, where the same title comes with different ones."""
    groups: Groups = {}
    several: Groups = {}
    for key, group in groups_of(state, kind, _title_keys).items():
        if len({_article(name) for _, name in group} - {""}) < 2:
            groups[key] = group
            continue
        several[key] = group
        for bearer in group:
            groups.setdefault(f"{key} {_article(bearer[1])}", []).append(bearer)
    return groups, several


def _title_keys(name: str) -> tuple[str, ...]:
    title = title_of(name)
    return () if title is None else (title.key,)


def _article(name: str) -> str:
    title = title_of(name)
    return "" if title is None else title.article


def _reason(left: str, right: str) -> str:
    if left == right:
        return "same title"
    return "same title but for case, accents, signs, script or a leading article"


def join_films_by_director(state: Resolution) -> None:
    """Make one of a director's films under different titles, where a prize or the debut says so; else doubt.

    Translations of a title come from machines as well as from distributors: the same prize of the same edition cannot
    go to two films of one director, and nobody makes two first features.
    """
    state.start_step()
    filmographies: dict[tuple[EntityType, int], list[int]] = {}
    for root in state.roots_of(*WORKS):
        nodes = (node for member in state.clusters.members(root) for node in state.nodes.directors(member))
        for director in set(map(state.clusters.find, nodes)):
            filmographies.setdefault((state.nodes.type(root), director), []).append(root)
    for (_, director), films in sorted(filmographies.items()):
        for left, right in combinations(films, 2):
            if not state.together(left, right) and not state.clusters.conflict(left, right):
                _compare(state, left, right, state.label(director))


def _compare(state: Resolution, left: int, right: int, director: str) -> None:
    names = (state.label(left), state.label(right))
    start = f"both by {director}"
    same_year = _years(state, left) & _years(state, right)
    if alike := _near_names(state, left, right):
        if same_year or _same_prizes(state, left, right):
            state.unite(left, right, alike, f"titles one or two letters apart, {start} and of one year")
        else:
            state.doubt(left, right, f"titles one or two letters apart, {start}", 0.6)
    elif prizes := _same_prizes(state, left, right):
        state.unite(left, right, names, f"{start}, and the same prize: {prizes[0]}")
    elif _both_first(state, left, right) and (_near_years(state, left, right) or _both_features(state, left, right)):
        state.unite(left, right, names, f"{start}, each called a first film")
    elif common := state.shared(left, right, ("festival", "award")):
        state.doubt(left, right, f"{start}, and both with {common[0]}", 0.6)
    elif same_year or _both_first(state, left, right):
        state.doubt(left, right, f"{start}, {'of one year' if same_year else 'each called a first film'}", 0.5)


def _years(state: Resolution, root: int) -> frozenset[int]:
    return frozenset(year for group in years_of(state.clusters.profile(root)) for year in group)


def _near_names(state: Resolution, left: int, right: int) -> tuple[str, str] | None:
    for one in state.names(left):
        for other in state.names(right):
            ours, theirs = title_of(one), title_of(other)
            if ours is not None and theirs is not None and near_titles(ours, theirs):
                return one, other
    return None


def _same_prizes(state: Resolution, left: int, right: int) -> list[str]:
    """Prizes given to both in one year and at one festival, in words."""
    common = _prizes(state, left) & _prizes(state, right)
    return sorted(f"{state.label(award)} {year}" for award, year, _ in common)


def _prizes(state: Resolution, root: int) -> set[tuple[int, str, Hashable]]:
    find = state.clusters.find
    found: set[tuple[int, str, Hashable]] = set()
    for link in state.links(root):
        if link.kind == "award" and link.relation in PRIZES:
            givers = state.clusters.profile(link.other).givers
            if link.festival is not None:
                found.add((find(link.other), link.year, find(link.festival)))
            if givers:
                found |= {(find(link.other), link.year, giver) for giver in _givers(state, givers)}
    return found


def _givers(state: Resolution, givers: Iterable[frozenset[int | str]]) -> set[int | str]:
    """The festivals and academies that give a prize; an organisation's prize may be given at several festivals."""
    found: set[int | str] = set()
    for giver in (giver for group in givers for giver in group):
        if isinstance(giver, str) and not giver.startswith("organization/"):
            found.add(giver)
        elif isinstance(giver, int) and state.nodes.type(giver) is EntityType.FESTIVAL:
            found.add(state.clusters.find(giver))
    return found


def _both_first(state: Resolution, left: int, right: int) -> bool:
    return all(_is_first(state, root) for root in (left, right))


def _is_first(state: Resolution, root: int) -> bool:
    profile = state.clusters.profile(root)
    ordinals = map(state.nodes.ordinals, state.clusters.members(root))
    said = [ordinal.casefold().replace("-", " ").split() for found in ordinals for ordinal in found]
    return "short" not in profile.forms and any(_FIRST & set(words) and set(words) <= _FIRST_OF_ALL for words in said)


def _both_features(state: Resolution, left: int, right: int) -> bool:
    """Whether both are said to be features, of which there is one first, and so no short."""
    return all("feature" in state.clusters.profile(root).forms for root in (left, right))


def _near_years(state: Resolution, left: int, right: int) -> bool:
    """Whether the years of both are known; that they do not contradict is known already."""
    return bool(_years(state, left) and _years(state, right))
