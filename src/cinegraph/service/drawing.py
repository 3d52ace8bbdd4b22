"""Network pages, which take seconds to draw where the graph is large: each drawn once for each graph, and kept."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from cinegraph.service import rendering
from cinegraph.service.pool import Pool
from cinegraph.service.reply import Reply

_PATIENCE = 0.8
"""After so many seconds whoever waits for a network of a large graph is told so."""
_SIZE: Mapping[str, Any] = {"task": "drawn_at_once", "path": "", "params": []}
_AGAIN = "2"
_MOST_KEPT = 24
_MOST_AT_ONCE = 8
_WAIT = (
    "this network is being drawn, which takes some seconds in a large graph; the page looks again by itself. "
    "Sooner there is the network of somebody with few ties, or of a festival from a year on (?since=2019)"
)
_BUSY = "too many networks are being drawn at once; the page looks again by itself"

_Key = tuple[str, tuple[tuple[str, str], ...]]


class Drawings:
    """The pages of the newest graph, those last asked for kept in memory."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._kept: OrderedDict[_Key, Reply] = OrderedDict()
        self._under_way: dict[_Key, asyncio.Task[Reply]] = {}

    async def reply(self, path: str, params: tuple[tuple[str, str], ...]) -> Reply:
        """A page; where it is not there within a second, another that says so and looks again.

        :raises TimeLimitError: if it cannot be drawn in the time that a question may take
        """
        key = path, params
        if key not in self._under_way:
            if len(self._under_way) >= _MOST_AT_ONCE:
                return _waiting(_BUSY)
            drawing = self._under_way[key] = asyncio.ensure_future(self._draw(key))
            drawing.add_done_callback(lambda done: self._ended(key, done))
        drawing = self._under_way[key]
        await asyncio.wait({drawing}, timeout=_PATIENCE)
        if not drawing.done() and (await self._pool.ask(_SIZE)).body.strip() == b"yes":
            await asyncio.wait({drawing})
        return drawing.result() if drawing.done() else _waiting(_WAIT)

    async def _draw(self, key: _Key) -> Reply:
        path, params = key
        task: Mapping[str, Any] = {"task": "network", "html": True, "path": path, "params": list(map(list, params))}
        kept = self._kept.get(key)
        # With the tag of what is kept, a worker only looks whether the graph is still the same.
        known = kept.headers.get("etag") if kept is not None else None
        found = await self._pool.ask({**task, "known": known}, slow=True)
        if found.status == 304 and kept is not None:
            self._kept.move_to_end(key)
            return kept
        self._kept.pop(key, None)
        if "etag" in found.headers:
            self._kept[key] = found
            if len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        return found

    def _ended(self, key: _Key, drawing: asyncio.Task[Reply]) -> None:
        del self._under_way[key]
        if not drawing.cancelled():
            # Whoever waited may have gone; an error that nobody takes would be printed.
            drawing.exception()


def _waiting(words: str) -> Reply:
    reply = rendering.failure(503, words)
    return reply._replace(headers={**reply.headers, "retry-after": _AGAIN, "refresh": _AGAIN})
