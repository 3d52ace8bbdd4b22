"""The network page inside a notebook: Jupyter and its like show what has ``_repr_html_`` by itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.model import Knowledge
from cinegraph.network import Selection, capped, festival, neighbourhood, overview, path_between, to_graph
from cinegraph.views.network_page import HEIGHT, write_frame, write_view

if TYPE_CHECKING:
    import networkx as nx


class View:
    """A network page, shown inline by a notebook.

    :ivar page: the page as one HTML text
    :ivar height: of the frame in the notebook, in pixels
    """

    def __init__(self, page: str, height: int = HEIGHT) -> None:
        self.page = page
        self.height = height

    def _repr_html_(self) -> str:
        return write_frame(self.page, self.height)

    def save(self, path: str | Path) -> None:
        """Write the page to a file, which opens in any browser."""
        Path(path).write_text(self.page, encoding="utf-8")


def view(
    what: str | Selection | Knowledge | nx.MultiDiGraph | None = None,
    other: str | None = None,
    *,
    store: str | Path | None = None,
    hops: int = 1,
    max_nodes: int | None = None,
    title: str | None = None,
    height: int = HEIGHT,
) -> View:
    """A network to look at in a notebook.

    :param what: a name in any spelling; or a selection, a graph or knowledge of one's own; without it an overview
    :param other: another name: the shortest way from the one to the other
    :param store: the folder of the store in which names are looked up; by default as on the command line
    :param hops: how far around the name
    :param max_nodes: draw at most so many names at first
    :param title: a heading other than the selection's own
    :raises StoreError: if there is no store there
    :raises NotFoundError: if a name is not in the graph, or nothing connects two names
    :raises AmbiguousNameError: if several bear a name
    """
    if what is None or isinstance(what, str):
        selection = _looked_up(what, other, store, hops)
    elif isinstance(what, Selection):
        selection = what
    else:
        selection = overview(to_graph(what) if isinstance(what, Knowledge) else what)
    if max_nodes is not None:
        selection = capped(selection, max_nodes)
    return View(write_view(selection, title=title), height)


def _looked_up(name: str | None, other: str | None, folder: str | Path | None, hops: int) -> Selection:
    from cinegraph.questions.names import find_entity
    from cinegraph.store import open_store

    with open_store(folder or os.environ.get("CINEGRAPH_STORE") or "./.cinegraph") as store:
        ids = [find_entity(store, each).id for each in (name, other) if each is not None]
        graph = to_graph(store)
    if len(ids) == 2:
        return path_between(graph, ids[0], ids[1])
    if not ids:
        return overview(graph)
    return festival(graph, ids[0]) if ids[0].startswith("festival/") else neighbourhood(graph, ids[0], hops)
