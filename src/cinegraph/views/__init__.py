"""Pages for a browser: each one file that asks nothing from any network, and is the same whenever it is written."""

from cinegraph.views.network_page import write_view

__all__ = ["write_view"]
