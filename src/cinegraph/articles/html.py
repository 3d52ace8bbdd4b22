"""From an HTML page to its main text in Markdown and its metadata, through trafilatura and lxml."""

from __future__ import annotations

import codecs
import logging
import re
from itertools import islice
from typing import Any

from cinegraph.articles.dates import iso_date
from cinegraph.articles.lines import BLANK
from cinegraph.articles.reading import Read
from cinegraph.articles.words import word_set
from cinegraph.errors import ArticleError

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_NO_ENCODINGS = frozenset(
    {"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
"""Codecs of Python's that are no encodings of pages; some take time that grows with the square of the length."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1850-01-01", "max_date": "2200-12-31"}
"""Without a fixed last date the library takes today's, and the same page would be read differently another day."""

_META = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title"),
    "author": ("author", "dc.creator", "dcterms.creator", "citation_author", "byl", "parsely-author"),
    "publisher": (
        "publisher", "dc.publisher", "dcterms.publisher", "og:site_name", "citation_journal_title", "application-name",
    ),
    "date": (
        "date", "article:published_time", "dc.date", "dcterms.date", "dc.date.issued", "dcterms.issued",
        "dcterms.created", "citation_publication_date", "citation_date", "pubdate", "publish-date", "parsely-pub-date",
        "datepublished",
    ),
    "language": ("dc.language", "dcterms.language", "language", "content-language"),
    "url": ("og:url", "dc.identifier", "citation_public_url"),
}  # fmt: skip
_NAMED = frozenset(key for keys in _META.values() for key in keys)
_TAG = re.compile(
    r"<[a-zA-Z][^\s/>]*+(?:[\s/]*+[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>][^\s>]*+)?+)?+)*+"
)
_ATTRIBUTE = re.compile(r"[\s/]++[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>][^\s>]*+)?+)?+")
_MOST_ATTRIBUTES, _MOST_METAS = 5_000, 500
_TECHNICAL = word_set("""
    viewport generator robots referrer googlebot bingbot refresh rating charset progid handheldfriendly
    """)


def read_html(data: bytes, name: str) -> Read:
    """The main text of a page, as Markdown (headings, lists, emphasis, tables), and what the page says about itself.

    :raises ArticleError: if its bytes are not in its own encoding, or it holds no text
    """
    page = _decoded(data, name)
    _refuse_many_attributes(page, name)
    try:
        text, record = _extracted(page)
    except _TooDeepError as error:
        raise ArticleError(
            "is HTML whose elements are nested more than 255 deep; save its text as .txt", name
        ) from error
    except Exception as error:  # a parser's errors on hostile pages are of every kind
        raise ArticleError(f"is HTML that cannot be parsed ({type(error).__name__})", name) from error
    if not text.strip(BLANK):
        raise ArticleError("is HTML without text", name)
    return Read(text, record)


class _TooDeepError(Exception):
    """The parser has left out what is nested deeper than it goes."""


def _refuse_many_attributes(page: str, name: str) -> None:
    """The parser compares every attribute of an element with all before it, and cannot be interrupted.

    :raises ArticleError: if an element has so many that this would take seconds
    """
    for tag in _TAG.finditer(page):
        if len(tag[0]) > 2 * _MOST_ATTRIBUTES and sum(1 for _ in _ATTRIBUTE.finditer(tag[0])) > _MOST_ATTRIBUTES:
            line = page.count("\n", 0, tag.start()) + 1
            raise ArticleError(f"line {line}: an element has more than {_MOST_ATTRIBUTES:,} attributes", name)


def _decoded(data: bytes, name: str) -> str:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    declared = _CHARSET.search(data[:4096])
    encoding = marked or ((declared[1] or declared[2]).decode("ascii", "replace") if declared else "utf-8")
    try:
        if codecs.lookup(encoding).name in _NO_ENCODINGS:
            raise LookupError(encoding)
        return data.decode(encoding)
    except LookupError as error:
        raise ArticleError(f"declares the encoding {encoding!r}, which is unknown; save it as UTF-8", name) from error
    except UnicodeError as error:
        place = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise ArticleError(f"is not {encoding}{place}, which it claims to be; save it as UTF-8", name) from error


def _extracted(page: str) -> tuple[str, dict[str, str]]:
    import trafilatura
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import HTML_PARSER, load_html

    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    tree = load_html(page)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in HTML_PARSER.error_log):
        raise _TooDeepError
    if tree is None:
        return "", {}
    record = _declared(tree)
    _fill(record, extract_metadata(tree, date_config=dict(_DATES)))
    _keep_captions(tree)
    text = trafilatura.extract(tree, output_format="markdown", include_formatting=True, include_comments=False)
    return _clean(text or trafilatura.html2txt(page)), {key: _clean(value) for key, value in record.items()}


def _keep_captions(tree: Any) -> None:
    """Make paragraphs of captions, which trafilatura would throw away with their pictures."""
    for caption in list(tree.iter("figcaption")):
        caption.tag = "p"
        figure = next(caption.iterancestors("figure"), None)
        if figure is not None:
            figure.tag = "div"


def _declared(tree: Any) -> dict[str, str]:
    """What the page's ``meta`` elements and its ``lang`` say, by our names where we have one."""
    metas = _metas(tree)
    record = {key: value for key, value in metas.items() if key.isalnum() and key not in _NAMED | _TECHNICAL}
    for field, keys in _META.items():
        values = (metas[key] for key in keys if key in metas)
        value = next((iso for given in values if (iso := iso_date(given))) if field == "date" else values, None)
        if value:
            record[field] = value
    if tree.get("lang"):
        record.setdefault("language", tree.get("lang").strip())
    return record


def _metas(tree: Any) -> dict[str, str]:
    """The page's ``meta`` elements, the first of each name."""
    metas: dict[str, str] = {}
    for meta in islice(tree.iter("meta"), _MOST_METAS):
        key = meta.get("name") or meta.get("property") or meta.get("itemprop") or meta.get("http-equiv") or ""
        content = " ".join((meta.get("content") or "").split())
        if key and content:
            metas.setdefault(key.strip().lower(), content)
    return metas


def _fill(record: dict[str, str], found: Any) -> None:
    """What trafilatura finds elsewhere (JSON-LD, the page's title, a byline), where the page declares nothing."""
    fields = (("title", "title"), ("author", "author"), ("publisher", "sitename"), ("date", "date"), ("url", "url"))
    for field, attribute in fields:
        value = getattr(found, attribute)
        if value:
            record.setdefault(field, str(value))


def _clean(text: str) -> str:
    """Half characters (lone surrogates) cannot be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")
