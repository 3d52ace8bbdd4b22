"""Changes a service's graphs: announced, in operations of a size that the service takes, each only while announced."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby, islice
from typing import TYPE_CHECKING
from uuid import uuid4

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from cinegraph.errors import StoreError
from cinegraph.store.remote import vocabulary as words
from cinegraph.store.remote.connection import RefusedError
from cinegraph.store.remote.state import State, read_state

if TYPE_CHECKING:
    from cinegraph.store.remote.endpoint import Endpoint

PATIENCE = 30.0
"""A build that has done nothing for so many seconds is taken for dead."""

_STATE, _GRAPH = NamedNode(words.STATE), NamedNode(words.STATE_GRAPH)
_WRITER = NamedNode(words.WRITER)
_ONE_OPERATION = 20_000
"""So many statements are tried as one operation, which readers see as one step."""
_FIRST_SIZE, _LEAST_SIZE = 2000, 20
_WHOLE = 50_000
"""So many triples of one graph go into one request of the Graph Store Protocol."""
_POLL = 1.0


class Writer:
    """The one build that may change a service; use :meth:`announce` first and :meth:`withdraw` last."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._token = uuid4().hex
        self._beat = 0
        self._size = _FIRST_SIZE
        self._announced = False

    def announce(self, began: State) -> None:
        """Announce to write, if the service still holds the version that the build began with.

        :raises StoreError: if another build writes, or has written meanwhile
        """
        state = settle(self._endpoint)
        if state.version == began.version:
            self._endpoint.update(_announcement(began.version, self._beats(0)))
            state = read_state(self._endpoint)
        self._announced = (self._token, 0) in state.writers
        if state.version != began.version or not self._announced or len(state.writers) > 1:
            self.withdraw()
            raise StoreError(
                f"another build has changed the graph at {self._endpoint.url} meanwhile, or is about to; run the "
                "command again"
            )

    def withdraw(self) -> None:
        """Take the announcement back; a service that fails now is left with it, and the next build waits a while."""
        with suppress(StoreError):
            # Whether the last operation was done nobody may know.
            both = " ".join(_text([self._beats(beat)]) for beat in (self._beat, self._beat + 1))
            self._endpoint.update(f"DELETE DATA {{ GRAPH {_GRAPH} {{ {both} }} }}")
        self._announced = False

    def replace(
        self, removed: Iterable[Quad], added: Iterable[Quad], before: Sequence[Quad], after: Sequence[Quad]
    ) -> bool:
        """Change the graphs and the state in one operation, if that is small enough for the service.

        :param before: what of the state has to go
        :param after: what of the state comes in its place
        :returns: whether it was done; if not, nothing has changed
        """
        less = list(islice(removed, _ONE_OPERATION + 1))
        more = list(islice(added, _ONE_OPERATION + 1 - len(less)))
        if len(less) + len(more) > _ONE_OPERATION:
            return False
        try:
            self._operate([*less, *before], [*more, *after])
        except RefusedError as error:
            if _too_large(error):
                return False
            raise
        return True

    def mark(self) -> None:
        """Say that the graph is neither old nor new from now on."""
        self._operate([], [Quad(_STATE, NamedNode(words.CHANGING), Literal("true"), _GRAPH)])

    def add(self, quads: Iterable[Quad], *, whole: bool = False) -> None:
        """Add quads, in as many operations as it takes.

        :param whole: whether the service has the Graph Store Protocol, for what is many in one graph
        """
        for graph, group in groupby(quads, key=lambda quad: quad.graph_name):
            while batch := list(islice(group, _WHOLE if whole else _FIRST_SIZE)):
                if whole and len(batch) > _FIRST_SIZE:
                    self._prove()
                    triples = serialize((each.triple for each in batch), format=RdfFormat.N_TRIPLES) or b""
                    self._endpoint.add_to_graph(str(graph.value), triples)
                else:
                    self._in_parts(batch, adding=True)

    def remove(self, quads: Iterable[Quad]) -> None:
        """Take quads out, in as many operations as it takes."""
        rest = iter(quads)
        while batch := list(islice(rest, _FIRST_SIZE)):
            self._in_parts(batch, adding=False)

    def conclude(self, before: Sequence[Quad], after: Sequence[Quad]) -> None:
        """Change the state: the graph is the new one from now on."""
        self._operate([*before, Quad(_STATE, NamedNode(words.CHANGING), Literal("true"), _GRAPH)], after)

    def _in_parts(self, quads: Sequence[Quad], *, adding: bool) -> None:
        rest = list(quads)
        while rest:
            part = rest[: self._size]
            try:
                self._operate([] if adding else part, part if adding else [])
            except RefusedError as error:
                if not _too_large(error) or self._size <= _LEAST_SIZE:
                    raise
                self._size = max(_LEAST_SIZE, min(self._size, len(part)) // 2)
                continue
            del rest[: len(part)]

    def _operate(self, less: Sequence[Quad], more: Sequence[Quad]) -> None:
        """One operation, done only while our announcement stands as we left it; so done once, if sent twice."""
        now, next = self._beats(self._beat), self._beats(self._beat + 1)
        self._endpoint.update(
            f"DELETE {{ {_text([*less, now], within=True)} }} INSERT {{ {_text([*more, next], within=True)} }} "
            f"WHERE {{ GRAPH {_GRAPH} {{ {_text([now])} }} }}"
        )
        self._beat += 1

    def _prove(self) -> None:
        """Make sure that the announcement stands: what follows is not conditional on it."""
        self._operate([], [])
        self.check(read_state(self._endpoint))

    def check(self, state: State) -> None:
        """Make sure that everything sent so far was done.

        :raises StoreError: if another build has taken over
        """
        if (self._token, self._beat) not in state.writers:
            raise StoreError(
                f"another build took this one for dead and writes to {self._endpoint.url} in its place; build again"
            )

    def _beats(self, beat: int) -> Quad:
        return Quad(_STATE, _WRITER, Literal(f"{self._token} {beat}"), _GRAPH)


def settle(endpoint: Endpoint) -> State:
    """The state, once nobody writes; an announcement that has not moved for a while is that of a build that died.

    :raises StoreError: if another build is writing
    """
    state = read_state(endpoint)
    patience = time.monotonic() + PATIENCE
    while state.writers:
        if time.monotonic() > patience:
            dead = " ".join(
                _text([Quad(_STATE, _WRITER, Literal(f"{token} {beat}"), _GRAPH)]) for token, beat in state.writers
            )
            endpoint.update(f"DELETE DATA {{ GRAPH {_GRAPH} {{ {dead} }} }}")
            patience = time.monotonic() + PATIENCE
        else:
            time.sleep(min(_POLL, PATIENCE / 2))
        seen, state = state, read_state(endpoint)
        if state.writers and state.writers != seen.writers:
            raise _busy(endpoint)
    return state


def _busy(endpoint: Endpoint) -> StoreError:
    return StoreError(f"another build is writing to {endpoint.url}; wait until it has ended, and try again")


def _announcement(version: str, beat: Quad) -> str:
    known = f"GRAPH {_GRAPH} {{ {_STATE} <{words.VERSION}> "
    expected = f"{known} {Literal(version)} }}" if version else f"FILTER NOT EXISTS {{ {known} ?v }} }}"
    nobody = f"FILTER NOT EXISTS {{ GRAPH {_GRAPH} {{ {_STATE} {_WRITER} ?other }} }}"
    return f"INSERT {{ {_text([beat], within=True)} }} WHERE {{ {expected} {nobody} }}"


def _text(quads: Iterable[Quad], *, within: bool = False) -> str:
    """Quads in SPARQL: as triples, or within their graphs."""
    if not within:
        return " ".join(f"{quad.triple} ." for quad in quads)
    by_graph: dict[str, list[Quad]] = {}
    for quad in quads:
        by_graph.setdefault(str(quad.graph_name), []).append(quad)
    return "\n".join(f"GRAPH {graph} {{\n{_lines(group)}\n}}" for graph, group in by_graph.items())


def _lines(quads: Sequence[Quad]) -> str:
    return "\n".join(dict.fromkeys(f"{quad.triple} ." for quad in quads))


def _too_large(error: RefusedError) -> bool:
    """Whether a smaller operation may be taken: services say so in many ways."""
    return error.status in (400, 413, 414, 500, 507)


def statements(subject: str, pairs: Iterable[tuple[str, str]], graph: str) -> Iterator[Quad]:
    """Quads of one subject, of pairs of property and text."""
    for predicate, text in pairs:
        yield Quad(NamedNode(subject), NamedNode(predicate), Literal(text), NamedNode(graph))
