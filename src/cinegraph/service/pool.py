"""The worker processes: each works on one task at a time, and is ended where that takes too long."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Mapping
from typing import Any

from cinegraph.errors import CinegraphError, TimeLimitError
from cinegraph.service.reply import HEAD, Reply, pack, sizes, unpacked
from cinegraph.service.settings import Settings

DEBUG = "CINEGRAPH_DEBUG"


class WorkerEndedError(CinegraphError):
    """A worker that ended in the middle of a task."""


class Pool:
    """Workers that are started as they are needed, and used again."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._closed = False
        self._free = asyncio.Semaphore(settings.workers)
        # However many slow queries come, one worker is left for what is quick.
        self._free_for_slow = asyncio.Semaphore(max(1, settings.workers - 1))

    async def ask(self, task: Mapping[str, Any], *, slow: bool = False) -> Reply:
        """What a worker makes of a task.

        :param slow: whether it may take long; such tasks never hold all workers
        :raises TimeLimitError: if waiting for a worker and its work take longer than the settings allow
        :raises WorkerEndedError: if its process ended
        """
        try:
            async with asyncio.timeout(self._settings.seconds):
                async with self._free_for_slow if slow else contextlib.nullcontext(), self._free:
                    return await self._work(task)
        except TimeoutError:
            raise TimeLimitError(
                f"this took longer than {self._settings.seconds:g} s and was given up; ask for less, or start the "
                "service with a higher --time-limit"
            ) from None

    async def _work(self, task: Mapping[str, Any]) -> Reply:
        if self._closed:
            raise WorkerEndedError("the service is being ended")
        worker = self._take() or await _Worker.start(self._settings)
        self._busy.add(worker)
        try:
            reply = await worker.ask(task)
        except BaseException:
            # At the deadline, or where the client has gone: what it is at is of no use to anybody.
            worker.end()
            raise
        finally:
            self._busy.discard(worker)
        self._idle.append(worker)
        return reply

    def _take(self) -> _Worker | None:
        while self._idle:
            worker = self._idle.pop()
            if worker.lives:
                return worker
        return None

    async def close(self) -> None:
        """End all workers, whatever they are at, and take no more tasks."""
        self._closed = True
        workers = [*self._idle, *self._busy]
        self._idle.clear()
        for worker in workers:
            worker.end()
        await asyncio.gather(*(worker.ended() for worker in workers))


class _Worker:
    """One process (:mod:`cinegraph.service.worker`) and the pipes to it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._to, self._from = process.stdin, process.stdout

    @classmethod
    async def start(cls, settings: Settings) -> _Worker:
        # -P: a module in the user's current folder must not take the place of ours. A session of its own: an interrupt
        # from the terminal is for the service, which then ends its workers.
        command = [sys.executable, "-P", "-m", "cinegraph.service.worker", json.dumps(settings._asdict())]
        return cls(
            await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                # What libraries print as they break is of no use to whoever reads the service's own words.
                stderr=None if os.environ.get(DEBUG) else asyncio.subprocess.DEVNULL,
                start_new_session=True,
            )
        )

    @property
    def lives(self) -> bool:
        return self._process.returncode is None

    async def ask(self, task: Mapping[str, Any]) -> Reply:
        try:
            self._to.write(pack(task))
            await self._to.drain()
            fields, body = sizes(await self._from.readexactly(HEAD))
            return unpacked(await self._from.readexactly(fields), await self._from.readexactly(body))
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            code = await self._process.wait()
            raise WorkerEndedError(
                f"the process that worked on this ended ({code}): the query needs more memory than the service allows "
                "(--max-memory), or is nested too deeply; ask for less"
            ) from error

    def end(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def ended(self) -> None:
        await self._process.wait()
