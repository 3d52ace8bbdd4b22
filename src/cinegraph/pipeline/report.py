"""What a build did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cinegraph.model import EntityType
from cinegraph.pipeline.changes import Changes

Progress = Callable[[int, int, str], None]
"""Called as articles are read: how many are done, of how many, and the name of the next one (empty at the end)."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read or extracted; the others were.

    :ivar name: the article, or the file as the user gave it
    """

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, and what the graph holds now. Names are sorted.

    :ivar replaced: articles whose text has changed since they were built
    :ivar refreshed: articles read again because the extractor has changed
    :ivar removed: articles taken out, on request
    :ivar gone: articles whose file has gone from a built folder; they are still in the graph
    :ivar failures: articles that could not be read; where the graph had them, it still has them as they were
    :ivar changed: whether a new graph was written; False where it would have been the same
    :ivar changes: which entities and claims came, changed or went; None where there was no graph before, where it is
        the same, or where it is so large that this is told only on request
    :ivar warning: what does not stop a build and has to be known all the same; mostly nothing
    :ivar articles: how many articles the graph is made from
    :ivar entities: how many entities of each type the graph has
    :ivar claims: how many claims of each status the graph has
    """

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    refreshed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    changed: bool = False
    changes: Changes | None = None
    warning: str = ""
    articles: int = 0
    entities: Mapping[EntityType, int] = field(default_factory=dict)
    claims: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def nothing_read(self) -> bool:
        """Whether every article that was given failed."""
        return bool(self.failures) and not (self.added or self.replaced or self.unchanged)
