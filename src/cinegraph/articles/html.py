"""From an HTML page to its main text in Markdown and its metadata, through trafilatura and lxml."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from cinegraph.articles.dates import iso_date
from cinegraph.articles.lines import BLANK
from cinegraph.articles.reading import Read
from cinegraph.errors import ArticleError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1850-01-01", "max_date": "2200-12-31"}
"""Without a fixed last date the library takes today's, and the same page would be read differently another day."""

_META = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title"),
    "author": ("author", "dc.creator", "dcterms.creator", "citation_author", "byl", "parsely-author"),
    "publisher": ("publisher", "dc.publisher", "dcterms.publisher", "og:site_name", "application-name", "citation_journal_title"),
    "date": (
        "date", "article:published_time", "dc.date", "dcterms.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
        "citation_publication_date", "citation_date", "pubdate", "publish-date", "parsely-pub-date", "datepublished",
    ),
    "language": ("dc.language", "dcterms.language", "language", "content-language"),
    "url": ("og:url", "dc.identifier", "citation_public_url"),
}  # fmt: skip
_TECHNICAL = frozenset("viewport generator robots referrer googlebot bingbot rating charset progid handheldfriendly".split())


def read_html(data: bytes, name: str) -> Read:
    """The main text of a page, as Markdown (headings, lists, emphasis, tables), and what the page says about itself.

    :raises ArticleError: if its bytes are not in its own encoding, or it holds no text
    """
    page = _decoded(data, name)
    try:
        text, record = _extracted(page)
    except Exception as error:  # a parser's errors on hostile pages are of every kind
        raise ArticleError(f"is HTML that cannot be parsed ({type(error).__name__})", name) from error
    if not text.strip(BLANK):
        raise ArticleError("is HTML without text", name)
    return Read(text, record)


def _decoded(data: bytes, name: str) -> str:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    declared = _CHARSET.search(data[:4096])
    encoding = marked or ((declared[1] or declared[2]).decode("ascii", "replace") if declared else "utf-8")
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise ArticleError(f"declares the encoding {encoding!r}, which is unknown; save it as UTF-8", name) from error
    except UnicodeError as error:
        place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise ArticleError(f"is not {encoding}{place}, which it claims to be; save it as UTF-8", name) from error


def _extracted(page: str) -> tuple[str, dict[str, str]]:
    import trafilatura
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html

    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    tree = load_html(page)
    if tree is None:
        return "", {}
    record = _declared(tree)
    found = extract_metadata(tree, date_config=dict(_DATES))
    _fill(record, found)
    text = trafilatura.extract(page, output_format="markdown", include_formatting=True, include_comments=False) or ""
    return _clean(text or trafilatura.html2txt(page)), {key: _clean(value) for key, value in record.items()}


def _declared(tree: HtmlElement) -> dict[str, str]:
    """What the page's ``meta`` elements say, by our names where we have one."""
    metas = {}
    for meta in tree.iter("meta"):
        key = (meta.get("name") or meta.get("property") or meta.get("itemprop") or meta.get("http-equiv") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if key and content:
            metas.setdefault(key, content)
    record = {}
    for field, keys in _META.items():
        value = next((metas[key] for key in keys if key in metas), None)
        if field == "date":
            value = next((iso for key in keys if key in metas and (iso := iso_date(metas[key]))), None)
        if value:
            record[field] = value
    known = {key for keys in _META.values() for key in keys}
    others = {key: value for key, value in metas.items() if key.isalnum() and key not in known | _TECHNICAL}
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language and "language" not in record:
        record["language"] = language.strip()
    return others | record


def _fill(record: dict[str, str], found: Any) -> None:
    """What trafilatura has found elsewhere (JSON-LD, the page's title and byline), where the page declares nothing."""
    titles = (found.title, record.get("title"))
    fields = {"title": found.title, "author": found.author, "publisher": found.sitename, "date": found.date, "url": found.url}
    for field, value in fields.items():
        if value and field not in record:
            record[field] = str(value)
    if titles[0] and titles[1] and titles[1].startswith(titles[0]):
        record["title"] = titles[0]


def _clean(text: str) -> str:
    """Half characters (lone surrogates) cannot be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")
