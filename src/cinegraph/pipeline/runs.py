"""The record of a build, as PROV-O: apart from the graph, which is the same on every run and machine."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from pyoxigraph import Literal, NamedNode, Quad

import cinegraph
from cinegraph.rdf import terms

_STARTED, _ENDED, _USED, _ACTIVITY = (
    NamedNode(terms.PROV + name) for name in ("startedAtTime", "endedAtTime", "used", "Activity")
)


def run_quads(started: datetime, ended: datetime, articles: Iterable[str]) -> Iterator[Quad]:
    """One ``prov:Activity``: when, by which version, on what machine, and the articles that it read.

    :param articles: names of those added, replaced or read again
    """
    graph = NamedNode(terms.RUNS_GRAPH)
    run = NamedNode(f"{terms.ID}run/{started.astimezone(UTC):%Y%m%dT%H%M%S.%fZ}")
    yield Quad(run, NamedNode(terms.TYPE), _ACTIVITY, graph)
    yield Quad(run, _STARTED, _time(started), graph)
    yield Quad(run, _ENDED, _time(ended), graph)
    yield Quad(run, NamedNode(terms.SCHEMA + "softwareVersion"), Literal(cinegraph.__version__), graph)
    yield Quad(run, NamedNode(terms.SCHEMA + "operatingSystem"), Literal(platform.platform()), graph)
    for article in articles:
        yield Quad(run, _USED, NamedNode(terms.article_iri(article)), graph)


def _time(moment: datetime) -> Literal:
    return Literal(moment.astimezone(UTC).isoformat(), datatype=NamedNode(terms.XSD + "dateTime"))
