"""The network page inside a notebook: Jupyter and its like show what has ``_repr_html_`` by itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.errors import InputError
from cinegraph.kinds import EntityType
from cinegraph.model import Knowledge
from cinegraph.network import Choices, Selection, capped, chosen, entity_types, overview, query_text, to_graph
from cinegraph.views.from_store import page_of_article
from cinegraph.views.network_page import HEIGHT, write_frame, write_view

if TYPE_CHECKING:
    import networkx as nx

    from cinegraph.store import Store


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
    store: str | Path | Store | None = None,
    hops: int = 1,
    festival: str | None = None,
    since: int | None = None,
    until: int | None = None,
    path: tuple[str, str] | None = None,
    types: str | EntityType | Iterable[str | EntityType] = (),
    query: str | Path | None = None,
    article: str | None = None,
    page: bool = False,
    max_nodes: int | None = None,
    title: str | None = None,
    height: int = HEIGHT,
) -> View:
    """A network to look at in a notebook: the same choices as ``cinegraph view``, the same picture.

    :param what: a name in any spelling; or a selection, a graph or knowledge of one's own; without it an overview
    :param other: another name: the shortest way from the one to the other, as ``path``
    :param store: the folder of the store in which names are looked up, by default as on the command line; or a store
    :param hops: how far around the name
    :param festival: a name that only a festival may bear
    :param since: only what is dated this year or later
    :param until: this year or earlier
    :param path: the two ends of a way
    :param types: only names of these types: ``"person,film"`` or a list
    :param query: a SPARQL query, or a file that ends in ``.rq`` or ``.sparql``
    :param article: what one article says; a part of its name will do
    :param page: the text of that article with its names and claims marked, in place of a network
    :param max_nodes: draw at most so many names at first
    :param title: a heading other than the selection's own
    :raises StoreError: if there is no store there
    :raises InputError: if choices do not go together, or a query's file cannot be read
    :raises NotFoundError: if a name is not in the graph, or nothing connects two names
    :raises AmbiguousNameError: if several bear a name
    """
    if what is not None and not isinstance(what, str):
        if other or festival or path or query or article or types or since or until or page:
            raise InputError("a network of your own is shown as it is: choose from it before")
        own = what if isinstance(what, Selection) else overview(to_graph(what) if isinstance(what, Knowledge) else what)
        return View(write_view(own if max_nodes is None else capped(own, max_nodes), title=title), height)
    if other is not None:
        if what is None or path is not None:
            raise InputError("a second name is the end of a way that begins at the first; or give a path alone")
        path, what = (what, other), None
    text, heading = (None, "Query") if query is None else query_text(query)
    choices = Choices(
        name=what,
        festival=festival,
        path=path,
        query=text,
        query_title=heading,
        article=article,
        types=entity_types(types),
        since=since,
        until=until,
        hops=hops,
        max_nodes=max_nodes,
    )
    if page and (article is None or max_nodes is not None):
        raise InputError("a page is the text of one article: name the article, and no number of names")
    with _opened(store) as source:
        text = page_of_article(source, str(article)) if page else write_view(chosen(source, choices), title=title)
    return View(text, height)


@contextmanager
def _opened(store: str | Path | Store | None) -> Iterator[Store]:
    """The store of a folder, closed in the end; one that is open stays so."""
    from cinegraph.store import open_store

    if store is None or isinstance(store, str | Path):
        with open_store(store or os.environ.get("CINEGRAPH_STORE") or "./.cinegraph") as opened:
            yield opened
    else:
        yield store
