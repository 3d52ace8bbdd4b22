"""Adds articles to a graph, replaces them, takes them out."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from datetime import UTC, datetime

from cinegraph.errors import NotFoundError
from cinegraph.pipeline import decisions
from cinegraph.pipeline.counting import claims_by_status, entities_by_type
from cinegraph.pipeline.extractors import Extractor, find_extractor
from cinegraph.pipeline.reading import Given, folder_of, gather
from cinegraph.pipeline.report import BuildReport, Progress
from cinegraph.pipeline.runs import run_quads
from cinegraph.pipeline.taking import Taking
from cinegraph.pipeline.uniting import publish
from cinegraph.pipeline.work import Labour
from cinegraph.resolve import Decision
from cinegraph.store import ArticleKey, Building, Location, open_for_building


def build(
    store_path: Location,
    sources: Sequence[str],
    *,
    only: bool = False,
    prune: bool = False,
    compared: bool = False,
    progress: Progress | None = None,
    extractor: Extractor | None = None,
    jobs: int | None = None,
    scheduler: str | None = None,
) -> BuildReport:
    """Add these articles to the graph, or replace them where they have changed; an unchanged one costs nothing.

    An article that fails is reported, and does not stop the others.

    :param sources: files, folders, patterns; ``-`` is standard input
    :param only: make a graph of just these articles
    :param prune: take out articles whose file has gone from a folder among the sources
    :param compared: tell what changed in the graph even where it is so large that this takes a while
    :param extractor: what finds claims in an article; by default the built-in one
    :param jobs: how many processes may read at once; by default as many as there are cores, and one where there is
        little to read. The graph is the same. An extractor of ``__main__``, or a function in a function, is run in one
    :param scheduler: the address of a Dask cluster that reads in place of this machine; the graph is the same
    :raises InputError: if a source does not exist
    :raises CinegraphError: if there is no such cluster, or it is lost; the graph is as it was
    :raises StoreError: if the store cannot be written to, or another build is under way; the graph is as it was
    """
    started, clock = datetime.now(UTC), time.monotonic()
    extractor = extractor or find_extractor()
    with ExitStack() as stack:
        elsewhere = stack.enter_context(_elsewhere(scheduler, extractor))
        given = gather(sources)
        building = stack.enter_context(open_for_building(store_path))
        before = _before(building, only=only)
        taking = Taking(building.cache, extractor, before, progress, jobs, elsewhere)
        taking.take(given.sources, others=not only)
        gone = _gone(building, given, before)
        after = dict(taking.taken) if only else {**before, **taking.taken}
        if prune:
            after = {name: key for name, key in after.items() if name not in gone}
        report = taking.report(given.failures)
        if after or not report.failures:
            report = dataclasses.replace(report, **publish(building, after, compared=compared)._asdict())
        building.cache.set_folders((source.name, folder_of(source)) for source in given.sources)
        report = _completed(report, building, before, after, [name for name in gone if name in after])
        if report.changed:
            _record(building, started, report)
    return dataclasses.replace(report, seconds=time.monotonic() - clock)


def remove(store_path: Location, names: Sequence[str], *, compared: bool = False) -> BuildReport:
    """Take articles out of the graph, with everything that only they say.

    :param compared: as for :func:`build`
    :raises NotFoundError: if the graph has no article of one of these names; then none is taken out
    :raises StoreError: if the store cannot be written to, or another build is under way; the graph is as it was
    """
    started, clock = datetime.now(UTC), time.monotonic()
    with open_for_building(store_path, create=False) as building:
        before = _before(building, only=False)
        for name in names:
            if name not in before:
                raise NotFoundError(f"the graph has no article named {name!r}", _near(name, before))
        after = {name: key for name, key in before.items() if name not in names}
        report = BuildReport(**publish(building, after, compared=compared)._asdict())
        report = _completed(report, building, before, after, [])
        _record(building, started, report)
    return dataclasses.replace(report, seconds=time.monotonic() - clock)


def decide(store_path: Location, taken: Sequence[Decision]) -> BuildReport:
    """Keep a person's decisions, and make the graph anew so that it follows them; no article is read again.

    :raises InputError: if one of those kept before is not of the form this version knows
    :raises StoreError: if the store cannot be written to, or a build is under way; the graph is as it was
    """
    started, clock = datetime.now(UTC), time.monotonic()
    with open_for_building(store_path, create=False) as building:
        before = _before(building, only=False)
        decisions.load(building.decisions)
        decisions.keep(building.decisions, taken)
        report = BuildReport(**publish(building, before)._asdict())
        report = _completed(report, building, before, before, [])
        if report.changed:
            _record(building, started, report)
    return dataclasses.replace(report, seconds=time.monotonic() - clock)


def _elsewhere(scheduler: str | None, extractor: Extractor) -> AbstractContextManager[Labour | None]:
    """Who reads in place of this machine, if anybody."""
    if scheduler is None:
        return nullcontext()
    from cinegraph.pipeline.cluster import connected

    return connected(scheduler, extractor)


def _before(building: Building, *, only: bool) -> dict[str, ArticleKey]:
    """The readings that the present graph was made from; where only the new ones count, it may be damaged."""
    store = building.published(tolerant=only)
    if store is None:
        return {}
    with store:
        return {key.name: key for key in store.articles.readings()}


def _gone(building: Building, given: Given, before: Mapping[str, ArticleKey]) -> list[str]:
    folders = building.cache.folders()
    present = {source.name for source in given.sources}
    return sorted(name for name in before if name not in present and folders.get(name) in given.folders)


def _completed(
    report: BuildReport,
    building: Building,
    before: Mapping[str, ArticleKey],
    after: Mapping[str, ArticleKey],
    gone: Iterable[str],
) -> BuildReport:
    """The report with what the graph holds now."""
    report = dataclasses.replace(report, warning=building.decisions.cut_off())
    store = building.published()
    if store is None:
        return report
    with store:
        return dataclasses.replace(
            report,
            removed=tuple(sorted(set(before) - set(after))) if report.changed else (),
            gone=tuple(gone),
            articles=len(store.articles.readings()),
            entities=entities_by_type(store),
            claims=claims_by_status(store),
        )


def _record(building: Building, started: datetime, report: BuildReport) -> None:
    read = sorted({*report.added, *report.replaced, *report.refreshed})
    building.record_run(run_quads(started, datetime.now(UTC), read))


def _near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    from difflib import get_close_matches

    return tuple(get_close_matches(name, sorted(known), n=5, cutoff=0.5))
