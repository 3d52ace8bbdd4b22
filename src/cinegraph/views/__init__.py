"""Pages for a browser: each one file that asks nothing from any network, and is the same whenever it is written."""

from cinegraph.views.article_page import write_article_page
from cinegraph.views.from_store import page_of_article
from cinegraph.views.network_page import write_frame, write_view
from cinegraph.views.picture import write_picture
from cinegraph.views.raster import as_png

__all__ = ["as_png", "page_of_article", "write_article_page", "write_frame", "write_picture", "write_view"]
