"""Takes articles in: those that are new or have changed are read and extracted, the others come from the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from cinegraph.articles import Source
from cinegraph.errors import ArticleError, CinegraphError, LexiconError, StoreError
from cinegraph.pipeline.extractors import Extractor
from cinegraph.pipeline.reading import extract, failure_of, hash_of, in_order, read
from cinegraph.pipeline.report import BuildReport, Failure, Progress
from cinegraph.store import ArticleKey
from cinegraph.store.articles import ArticleCache


class Taking:
    """The articles of one build.

    :ivar taken: for each article the reading that the new graph is to be made from
    """

    def __init__(
        self,
        cache: ArticleCache,
        extractor: Extractor,
        before: Mapping[str, ArticleKey],
        progress: Progress | None = None,
    ) -> None:
        self.taken: dict[str, ArticleKey] = {}
        self._cache = cache
        self._extractor = extractor
        self._before = before
        self._progress = progress
        self._given: list[str] = []
        self._failures: dict[str, Failure] = {}

    def take(self, sources: Sequence[Source], *, others: bool) -> None:
        """Take articles in.

        :param others: whether the other articles of the graph stay; an extractor that has changed reads them again
        """
        given = {source.name: source for source in sources}
        outdated = [key for name, key in self._before.items() if others and name not in given and self._outdated(key)]
        total = len(sources) + len(outdated)
        for done, source in enumerate(sources):
            self._say(done, total, source.name)
            self._given.append(source.name)
            self._try(source.name, partial(self._reading_of, source))
        for done, key in enumerate(outdated, start=len(sources)):
            self._say(done, total, key.name)
            self._try(key.name, partial(self._again, key))
        self._say(total, total, "")

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

    def _try(self, name: str, take: Callable[[], ArticleKey]) -> None:
        try:
            self.taken[name] = take()
        except (LexiconError, StoreError):
            # No fault of this article's: the next one would fail alike.
            raise
        except CinegraphError as error:
            self._failures[name] = failure_of(name, error)
            if name in self._before:
                self.taken[name] = self._before[name]

    def _reading_of(self, source: Source) -> ArticleKey:
        sha256 = hash_of(source)
        if sha256 is not None and (key := self._key(source.name, sha256)) in self._cache:
            return key
        document = read(source)
        key = self._key(document.name, document.sha256)
        if key not in self._cache:
            self._cache.put(key, extract(self._extractor, document))
        return key

    def _again(self, old: ArticleKey) -> ArticleKey:
        key = self._key(old.name, old.sha256)
        if key not in self._cache:
            document = self._cache.document(old)
            if document is None:
                raise ArticleError("is missing from the store, so the new extractor cannot read it again", old.name)
            self._cache.put(key, extract(self._extractor, document))
        return key

    def _key(self, name: str, sha256: str) -> ArticleKey:
        return ArticleKey(name, sha256, self._extractor.key)

    def _outdated(self, key: ArticleKey) -> bool:
        return key.extractor != self._extractor.key

    def _refreshed(self, key: ArticleKey) -> bool:
        old = self._before.get(key.name)
        return old is not None and old.sha256 == key.sha256 and old.extractor != key.extractor

    def _say(self, done: int, total: int, name: str) -> None:
        if self._progress is not None:
            self._progress(done, total, name)


def _names(keys: Iterable[ArticleKey]) -> tuple[str, ...]:
    return tuple(sorted(key.name for key in keys))
