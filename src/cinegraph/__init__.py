"""cinegraph reads articles about cinema and makes of them a knowledge graph in which every claim shows its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cinegraph.api import Graph
    from cinegraph.views.notebook import view

__all__ = ["Graph", "__version__", "view"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # A look-up on the command line must not wait for what other programs and notebooks use.
    if name == "Graph":
        from cinegraph.api import Graph

        return Graph
    if name == "view":
        from cinegraph.views.notebook import view

        return view
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
