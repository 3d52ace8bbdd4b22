"""Takes articles in: those that are new or have changed are read and extracted, the others come from the cache."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from cinegraph.articles import Source, media_type_of, read_in_turn
from cinegraph.errors import ArticleError
from cinegraph.pipeline.extractors import Extractor
from cinegraph.pipeline.reading import failure_of, in_order
from cinegraph.pipeline.report import BuildReport, Failure, Progress
from cinegraph.pipeline.work import Alone, Labour, Task
from cinegraph.pipeline.workers import Processes, can_travel, cores
from cinegraph.store import ArticleKey
from cinegraph.store.articles import ArticleCache

_WORTH_A_WORKER = 50
"""Articles that take about as long to read as a worker takes to start: with two workers, 110 take as long as without
(measured)."""
_LARGE = 1_000_000
"""Bytes that are worth workers, however few the articles."""


class Taking:
    """The articles of one build.

    :param jobs: how many processes may read at once; None means as many as there are cores
    :param elsewhere: who reads in their place
    :ivar taken: for each article the reading that the new graph is to be made from
    """

    def __init__(
        self,
        cache: ArticleCache,
        extractor: Extractor,
        before: Mapping[str, ArticleKey],
        progress: Progress | None = None,
        jobs: int | None = None,
        elsewhere: Labour | None = None,
    ) -> None:
        self.taken: dict[str, ArticleKey] = {}
        self._cache = cache
        self._extractor = extractor
        self._before = before
        self._progress = progress
        self._jobs = jobs
        self._elsewhere = elsewhere
        self._given: list[str] = []
        self._failures: dict[str, Failure] = {}
        self._done = self._total = 0

    def take(self, sources: Sequence[Source], *, others: bool) -> None:
        """Take articles in.

        :param others: whether the other articles of the graph stay; an extractor that has changed reads them again
        """
        given = {source.name: source for source in sources}
        outdated = [key for name, key in self._before.items() if others and name not in given and self._outdated(key)]
        self._given = list(given)
        self._total = len(sources) + len(outdated)
        tasks = chain(self._new(sources), self._again(outdated))
        # The first few tell whether there is enough to do for more than one process.
        first = _first_of(tasks) if self._elsewhere is None else []
        labour = self._elsewhere or self._labour(first)
        for task, outcome in labour.outcomes(self._told(chain(first, tasks), labour)):
            self._done += 1
            if isinstance(outcome, Failure):
                self._fail(outcome, task.name)
            else:
                key = self._key(task.name, task.sha256)
                self._cache.put_packed(key, outcome)
                self.taken[task.name] = key
            if not isinstance(labour, Alone):
                self._say("")
        self._say("")

    def report(self, failures: Iterable[Failure]) -> BuildReport:
        """What became of the articles.

        :param failures: more of them
        """
        before = self._before
        read = [self.taken[name] for name in self._given if name not in self._failures]
        known = [key for key in read if key.name in before]
        same = [key for key in known if key.sha256 == before[key.name].sha256]
        return BuildReport(
            added=_names(key for key in read if key.name not in before),
            replaced=_names(key for key in known if key.sha256 != before[key.name].sha256),
            unchanged=_names(key for key in same if key == before[key.name]),
            refreshed=_names(key for key in self.taken.values() if self._refreshed(key)),
            failures=in_order((*self._failures.values(), *failures)),
        )

    def _labour(self, first: Sequence[Task]) -> Labour:
        """Whoever is to do the work.

        :param first: the first few tasks, or all of them
        """
        # A few large ones are worth as much as many.
        most = max(2, (self._total - self._done) // _WORTH_A_WORKER)
        jobs = min(cores() if self._jobs is None else self._jobs, most)
        if jobs < 2 or not _worth_workers(first) or not can_travel(self._extractor):
            return Alone(self._extractor)
        return Processes(self._extractor, jobs)

    def _new(self, sources: Iterable[Source]) -> Iterator[Task]:
        """The articles whose reading is not in the cache; each file is read once, and only when its turn comes."""
        for source, data in read_in_turn(sources):
            if isinstance(data, ArticleError):
                self._fail(failure_of(source.name, data), source.name)
                self._done += 1
                continue
            key = self._key(source.name, hashlib.sha256(data).hexdigest())
            if key in self._cache:
                self.taken[source.name] = key
                self._done += 1
                self._say("")
            else:
                yield Task(source.name, key.sha256, data, media_type_of(source, data))

    def _again(self, outdated: Iterable[ArticleKey]) -> Iterator[Task]:
        for old in outdated:
            key = self._key(old.name, old.sha256)
            document = None if key in self._cache else self._cache.document(old)
            if document is not None:
                yield Task(old.name, old.sha256, document=document)
                continue
            if key in self._cache:
                self.taken[old.name] = key
            else:
                message = "is missing from the store, so the new extractor cannot read it again"
                self._fail(Failure(old.name, message), old.name)
            self._done += 1

    def _told(self, tasks: Iterable[Task], labour: Labour) -> Iterator[Task]:
        """The tasks; of each one it is said that its turn has come, where they are done one after the other."""
        for task in tasks:
            if isinstance(labour, Alone):
                self._say(task.name)
            yield task

    def _fail(self, failure: Failure, name: str) -> None:
        self._failures[name] = failure
        if name in self._before:
            self.taken[name] = self._before[name]

    def _key(self, name: str, sha256: str) -> ArticleKey:
        return ArticleKey(name, sha256, self._extractor.key)

    def _outdated(self, key: ArticleKey) -> bool:
        return key.extractor != self._extractor.key

    def _refreshed(self, key: ArticleKey) -> bool:
        old = self._before.get(key.name)
        return old is not None and old.sha256 == key.sha256 and old.extractor != key.extractor

    def _say(self, name: str) -> None:
        if self._progress is not None:
            self._progress(self._done, self._total, name)


def _first_of(tasks: Iterator[Task]) -> list[Task]:
    """Enough tasks to tell whether they are worth workers, or all of them."""
    first: list[Task] = []
    for task in tasks:
        first.append(task)
        if _worth_workers(first):
            break
    return first


def _worth_workers(tasks: Sequence[Task]) -> bool:
    return len(tasks) >= 2 * _WORTH_A_WORKER or (len(tasks) > 1 and sum(len(task.data) for task in tasks) > _LARGE)


def _names(keys: Iterable[ArticleKey]) -> tuple[str, ...]:
    return tuple(sorted(key.name for key in keys))
