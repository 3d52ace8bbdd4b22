"""From a name as somebody types it to the one entity that is meant, or to a helpful refusal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cinegraph.errors import AmbiguousNameError, InputError, NotFoundError
from cinegraph.kinds import EntityType
from cinegraph.questions.portraits import portraits

if TYPE_CHECKING:
    from cinegraph.store import NameHit, Store

LONGEST = 500
"""No name is longer; a longer text is somebody's mistake, and slow to compare."""


def find_entity(store: Store, name: str, types: Sequence[EntityType] = (), year: str | None = None) -> NameHit:
    """The entity that a name, a slug or an IRI means.

    Any spelling, script, case or order; a part of a name will do where it fits one entity only.

    :param types: the types it may have; none means any
    :param year: for a film of several that bear the name: the one of this year
    :raises InputError: if the name is empty or far too long
    :raises NotFoundError: if nothing bears the name; suggestions are near ones
    :raises AmbiguousNameError: if several do; the candidates come with a line each that tells them apart
    """
    asked = name.strip()
    if not asked:
        raise InputError("an empty name cannot be looked up; cinegraph search finds names by a part of them")
    if len(asked) > LONGEST:
        raise InputError(f"a name of {len(asked)} characters cannot be looked up; give one of 1 to {LONGEST}")
    hits = bearers(store, asked, types)
    others: list[NameHit] = []
    if year is not None:
        others, hits = hits, _of_year(store, hits, year)
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise _ambiguous(store, asked, hits)
    if others:
        raise _of_other_years(store, asked, others, str(year))
    raise _unknown(store, asked, types, year)


def bearers(store: Store, name: str, types: Sequence[EntityType] = ()) -> list[NameHit]:
    """The entities that bear the name, or, where none does, those of which a name holds all its words; best first."""
    exact = [hit for kind in types or (None,) for hit in store.names.exact(name, kind)]
    return _once(exact) or _holding(store, name, types)


def likely(store: Store, name: str) -> list[NameHit]:
    """The entities that bear the name, and those of which a name holds all its words; best first."""
    return _once([*store.names.exact(name), *_holding(store, name, ())])


def _holding(store: Store, name: str, types: Sequence[EntityType]) -> list[NameHit]:
    from cinegraph.store.folding import fold

    words = set(fold(name).split())
    if not any(len(word) > 2 for word in words):
        return []
    near = [hit for kind in types or (None,) for hit in store.names.search(name, 50, kind)]
    return _once([hit for hit in near if words <= set(fold(hit.name).split())])


def _once(hits: Sequence[NameHit]) -> list[NameHit]:
    return list({hit.id: hit for hit in reversed(hits)}.values())[::-1]


def _of_year(store: Store, hits: Sequence[NameHit], year: str) -> list[NameHit]:
    seen = portraits(store, [hit.id for hit in hits])
    return [hit for hit in hits if year in seen[hit.id].years]


def _ambiguous(store: Store, name: str, hits: Sequence[NameHit]) -> AmbiguousNameError:
    seen = portraits(store, [hit.id for hit in hits])
    lines = tuple(f"{hit.id}  {seen[hit.id].line}" for hit in hits[:20])
    more = f" (the first {len(lines)} of {len(hits)})" if len(hits) > len(lines) else ""
    return AmbiguousNameError(f"{name!r} may be one of these{more}; ask again with what stands before it:", lines)


def _of_other_years(store: Store, name: str, hits: Sequence[NameHit], year: str) -> NotFoundError:
    """The name is known, but not of that year: which there are."""
    seen = portraits(store, [hit.id for hit in hits])
    lines = tuple(seen[hit.id].line for hit in hits[:5])
    return NotFoundError(f"the graph knows no {name!r} of {year}", lines)


def _unknown(store: Store, name: str, types: Sequence[EntityType], year: str | None) -> NotFoundError:
    kinds = "no " + " or ".join(kind.value.lower() for kind in types) if 0 < len(types) <= 3 else "nothing"
    when = f" of {year}" if year is not None else ""
    near = [label for kind in types or (None,) for label in store.names.suggest(name, 5, kind)]
    others = bearers(store, name) if types else []
    hint = ""
    if others and (year is None or not set(types) & {hit.type for hit in others}):
        kind = others[0].type.value.lower()
        hint = f"; {others[0].label} is {'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    return NotFoundError(f"the graph knows {kinds}{when} by the name {name!r}{hint}", tuple(dict.fromkeys(near))[:5])
