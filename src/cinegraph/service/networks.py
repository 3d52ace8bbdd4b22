"""The network pages: the views of :mod:`cinegraph.views`, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cinegraph.network.nearby import Part, among_best, around, said_by
from cinegraph.rdf.terms import entity_id
from cinegraph.service.links import iri_of
from cinegraph.service.params import Params
from cinegraph.service.reply import Reply, text_reply
from cinegraph.service.resources import OWN_POLICY
from cinegraph.service.settings import Settings

if TYPE_CHECKING:
    import networkx as nx

    from cinegraph.network import Selection
    from cinegraph.store import Store

_BRAND = '<div class="brand">'
_WHOLE = 5000
"""A graph of more names than this is drawn from in part."""
_last: tuple[str, nx.MultiDiGraph] | None = None


def network(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """The network around an entity, between two (``from``, ``to``), of an article, or an overview.

    :raises NotFoundError: if a name is not in the graph, or nothing connects two
    """
    from cinegraph.views import write_view

    selection = _selection(store, task)
    # Of a part, too, one is told of how many names it shows some.
    selection = replace(selection, total=max(selection.total, sum(store.names.counts().values())))
    # A page that also opens from disk by itself; here it gets a way back.
    text = write_view(selection).replace(_BRAND, f'{_BRAND}<a class="tool" href="/">cinegraph</a>', 1)
    headers = {"content-security-policy": OWN_POLICY}
    return Reply(200, "text/html; charset=utf-8", text.encode("utf-8"), headers)


def drawn_at_once(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """Whether the graph is so small that its networks are drawn while one waits: yes or no."""
    return text_reply(200, "no" if _is_large(store) else "yes")


def _is_large(store: Store) -> bool:
    return sum(store.names.counts().values()) > _WHOLE


def _selection(store: Store, task: Mapping[str, Any]) -> Selection:
    from cinegraph import network as networks
    from cinegraph.questions.articles import find_article
    from cinegraph.questions.names import find_entity

    params, rest = Params(task), task["path"].removeprefix("/network").strip("/")
    if params.text("article"):
        name = find_article(store, params.text("article"))
        return networks.article(_graph(store, lambda: said_by(store, name)), name)
    if params.text("from") and params.text("to"):
        start, end = (find_entity(store, params.text(name)).id for name in ("from", "to"))
        return networks.path_between(_graph(store, lambda: around(store, _way(store, start, end), 1)), start, end)
    if not rest:
        return networks.overview(_graph(store, lambda: among_best(store)))
    hops = params.number("hops", 1, 1, 6)
    id = find_entity(store, entity_id(iri_of("/id/" + rest))).id
    is_festival = id.startswith("festival/")
    graph = _graph(store, lambda: around(store, [id], hops, directors=is_festival))
    if is_festival:
        years = [params.number(name, 0, 1000, 2999) or None for name in ("since", "until")]
        return networks.festival(graph, id, years[0], years[1])
    return networks.neighbourhood(graph, id, hops)


def _way(store: Store, start: str, end: str) -> list[str]:
    """The names on the shortest way."""
    from cinegraph.questions.paths import Wanted, find_paths

    (path,) = find_paths(store, start, end, Wanted(most=1)).paths
    return [start, *(step.end.id for step in path.steps)]


def _graph(store: Store, part: Callable[[], Part]) -> nx.MultiDiGraph:
    """The whole graph as a network, or, where that would take too long, the part that is wanted.

    A whole one is kept until another graph takes its place.
    """
    global _last
    from cinegraph.network import to_graph

    if _is_large(store):
        return to_graph(part())
    key = getattr(store, "key", "")
    if _last is None or _last[0] != key or not key:
        _last = key, to_graph(store)
    return _last[1]
