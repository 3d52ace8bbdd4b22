"""The network pages: the views of :mod:`cinegraph.views`, made when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cinegraph.rdf.terms import entity_id
from cinegraph.service.links import iri_of
from cinegraph.service.params import Params
from cinegraph.service.reply import Reply
from cinegraph.service.resources import OWN_POLICY
from cinegraph.service.settings import Settings

if TYPE_CHECKING:
    import networkx as nx

    from cinegraph.network import Selection
    from cinegraph.store import Store

_last: tuple[str, nx.MultiDiGraph] | None = None


def network(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """The network around an entity, between two (``from``, ``to``), of an article, or an overview.

    :raises NotFoundError: if a name is not in the graph, or nothing connects two
    """
    from cinegraph.views import write_view

    text = write_view(_selection(store, task))
    headers = {"content-security-policy": OWN_POLICY}
    return Reply(200, "text/html; charset=utf-8", text.encode("utf-8"), headers)


def _selection(store: Store, task: Mapping[str, Any]) -> Selection:
    from cinegraph import network as networks
    from cinegraph.questions.articles import find_article
    from cinegraph.questions.names import find_entity

    params, rest = Params(task), task["path"].removeprefix("/network").strip("/")
    if params.text("article"):
        return networks.article(_graph(store), find_article(store, params.text("article")))
    if params.text("from") and params.text("to"):
        start, end = (find_entity(store, params.text(name)).id for name in ("from", "to"))
        return networks.path_between(_graph(store), start, end)
    if not rest:
        return networks.overview(_graph(store))
    hops = params.number("hops", 1, 1, 6)
    id = find_entity(store, entity_id(iri_of("/id/" + rest))).id
    if id.startswith("festival/"):
        years = [params.number(name, 0, 1000, 2999) or None for name in ("since", "until")]
        return networks.festival(_graph(store), id, years[0], years[1])
    return networks.neighbourhood(_graph(store), id, hops)


def _graph(store: Store) -> nx.MultiDiGraph:
    """The whole graph as a network; kept until another graph takes its place, since it takes a while to make."""
    global _last
    from cinegraph.network import to_graph

    key = getattr(store, "key", "")
    if _last is None or _last[0] != key or not key:
        _last = key, to_graph(store)
    return _last[1]
