"""The network page: a selection of the graph, laid out, in one HTML file that opens from disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cinegraph.network import CARRIED, Selection, overview
from cinegraph.views import pages
from cinegraph.views.network_data import page_data
from cinegraph.views.packed import packed

if TYPE_CHECKING:
    import networkx as nx

SCRIPTS = (
    "dom.js",
    "fold.js",
    "graph.js",
    "state.js",
    "community.js",
    "drawing.js",
    "canvas.js",
    "actions.js",
    "legend.js",
    "panel.js",
    "search.js",
    "path.js",
    "timeline.js",
    "table.js",
    "export.js",
    "keyboard.js",
    "main.js",
)
CROWD = 500
"""Of more names drawn at first than this vis-network no longer moves smoothly."""

HEIGHT = 640
"""The height of a page inside a notebook, in pixels."""

STYLES = ("base.css", "view.css", "panel.css", "narrow.css")


def write_view(
    selection: Selection | nx.MultiDiGraph, *, title: str | None = None, language: str = "en", large: bool | None = None
) -> str:
    """The page that shows a selection, as one HTML text; the same selection always gives the same text.

    :param selection: what to show; of a whole graph, its overview
    :param title: a heading other than the selection's own
    :param language: the language of the page's own words, as a BCP 47 tag
    :param large: draw with our own canvas, which holds ten thousands of names, instead of vis-network; by default where
        there are more than vis-network holds

    >>> import networkx as nx
    >>> write_view(nx.MultiDiGraph(articles={})).startswith("<!DOCTYPE html>")
    True
    """
    chosen = selection if isinstance(selection, Selection) else overview(selection)
    heading = title or chosen.title
    own = (len(chosen.graph) > CARRIED or len(chosen.shown) > CROWD) if large is None else large
    data, columns, chunks = page_data(chosen, heading), dict[str, Any](), list[dict[str, Any]]()
    if own:
        data, columns, chunks = packed(data)
    renderer = "" if own else pages.renderer()
    files = ("packed.js", "pointer.js", "stir.js", "field.js") if own else ("vis.js",)
    place = SCRIPTS.index("canvas.js") + 1
    script = pages.joined([*SCRIPTS[:place], *files, *SCRIPTS[place:]])
    style = "\n".join(pages.part(name) for name in STYLES)
    return pages.fill(
        "view.html",
        {
            "title": heading,
            "language": language,
            "policy": pages.policy([each for each in (renderer, script) if each], [style]),
        },
        {
            "style": style,
            "renderer": renderer,
            "script": script,
            "data": pages.as_json(data),
            "columns": _packed("columns", columns) if own else "",
            "chunks": "".join(_packed(f"chunk-{index}", chunk) for index, chunk in enumerate(chunks)),
        },
    )


def _packed(name: str, value: dict[str, Any]) -> str:
    return f'<script type="text/plain" id="{name}">{pages.as_packed(value)}</script>\n'


def write_frame(page: str, height: int = HEIGHT) -> str:
    """A page as a frame to stand inside another document, such as a notebook's output.

    :param page: what :func:`write_view` gave

    >>> write_frame('<p class="x">', 300)
    '<iframe srcdoc="&lt;p class=&#34;x&#34;&gt;" title="Network" width="100%" height="300" style="border:0"></iframe>'
    """
    from markupsafe import escape

    return f'<iframe srcdoc="{escape(page)}" title="Network" width="100%" height="{height}" style="border:0"></iframe>'
