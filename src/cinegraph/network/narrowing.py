"""Narrowing: a graph, or what was chosen from it, with some types of names only, or some years."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cinegraph.kinds import EntityType
from cinegraph.network.graph import all_statements, part_of
from cinegraph.network.select import Selection, is_within, years_in_words
from cinegraph.network.style import TYPE_STYLES

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Bounds:
    """Which names and claims may be shown at all.

    :ivar types: of the names; none means all
    :ivar since: the first year of the claims
    :ivar until: the last year
    """

    types: tuple[EntityType, ...] = ()
    since: int | None = None
    until: int | None = None

    def __bool__(self) -> bool:
        return bool(self.types) or self.has_years

    @property
    def has_years(self) -> bool:
        """Whether the years are bounded."""
        return self.since is not None or self.until is not None

    def only_types(self) -> Bounds:
        """The same without its years."""
        return Bounds(self.types)

    def type_words(self) -> str:
        """The types in words.

        >>> Bounds((EntityType.PERSON, EntityType.FILM, EntityType.AWARD)).type_words()
        'people, films and awards'
        """
        plurals = [TYPE_STYLES[kind].plural.lower() for kind in self.types]
        return " and ".join(part for part in (", ".join(plurals[:-1]), *plurals[-1:]) if part)

    def words(self) -> str:
        """What is left out, as a sentence; empty where nothing is.

        >>> Bounds((EntityType.FILM,), 2015, 2020).words()
        'Only films; only what is dated 2015–2020.'
        """
        parts = [f"only {self.type_words()}"] if self.types else []
        parts += [f"only what is dated {self.years()}"] if self.has_years else []
        text = "; ".join(parts)
        return text[:1].upper() + text[1:] + "." if text else ""

    def years(self) -> str:
        """The years in words; empty where they are not bounded."""
        return years_in_words(self.since, self.until)


def restricted(graph: nx.MultiDiGraph, bounds: Bounds, kept: Collection[str] = ()) -> nx.MultiDiGraph:
    """The graph without names and claims that are out of bounds.

    Of bounded years a claim has to be dated, by itself or by its film; what is told of one name alone only must not be
    dated otherwise.

    :param kept: ids of names that stay whatever their type is
    """
    if not bounds:
        return graph
    wanted = {kind.value for kind in bounds.types}
    nodes = [node for node, kind in graph.nodes(data="type") if not wanted or kind in wanted or node in kept]
    if not bounds.has_years:
        return part_of(graph, nodes)
    dated = [
        s
        for s in all_statements(graph)
        if (s.object is None and s.when is None) or is_within(s, bounds.since, bounds.until)
    ]
    return part_of(graph, nodes, dated)


def narrowed(selection: Selection, bounds: Bounds) -> Selection:
    """The same selection within bounds; its focus stays whatever its type is."""
    if not bounds:
        return selection
    kept = {selection.focus, *selection.path} - {None}
    part = restricted(selection.graph, bounds, {node for node in kept if node is not None})
    return told(replace(selection, graph=part, shown=tuple(n for n in selection.shown if n in part)), bounds)


def told(selection: Selection, bounds: Bounds, total: int | None = None) -> Selection:
    """The selection with a title and a rule that tell of the bounds.

    :param total: how many names there were to choose from, before the bounds
    """
    if not bounds:
        return selection
    years = f", {bounds.years()}" if bounds.has_years else ""
    return replace(
        selection,
        title=selection.title + years,
        rule=f"{selection.rule} {bounds.words()}",
        total=selection.total if total is None else total,
    )
