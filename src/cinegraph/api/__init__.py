"""cinegraph from Python: one class, :class:`Graph`, with what the commands do. ``examples.md`` beside this shows it.

>>> from cinegraph import Graph
>>> with Graph() as graph:  # doctest: +SKIP
...     graph.person("балагов").thing.label
'Kantemir Balagov'
"""

from cinegraph.api.graph import Graph

__all__ = ["Graph"]
