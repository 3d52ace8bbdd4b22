"""From a file to a Document: bytes, text, metadata, layout, sentences."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cinegraph.articles.captions import byline_name
from cinegraph.articles.dates import dateline, iso_date
from cinegraph.articles.deadline import within
from cinegraph.articles.fetching import media_type_of, read_bytes
from cinegraph.articles.front_matter import read_front_matter
from cinegraph.articles.layout import layout_of, sentences_of
from cinegraph.articles.lines import BLANK
from cinegraph.articles.records import MEDIA_TYPE, text_and_fields
from cinegraph.articles.shapes import is_person_like
from cinegraph.articles.sources import Source
from cinegraph.errors import ArticleError
from cinegraph.model import Block, BlockKind, Document

LONGEST_TEXT = 1_000_000
"""Characters that an article may have (the longest novels have three times as many)."""

_FIELDS = {
    "title": ("title", "headline"),
    "author": ("author", "authors", "by", "byline", "creator"),
    "publisher": ("publisher", "publication", "sitename", "site", "newspaper", "magazine"),
    "date": ("date", "published", "pubdate", "publication_date", "date_published"),
    "language": ("language", "lang"),
    "url": ("url", "link", "source_url", "canonical", "permalink"),
}
_NO_LINES: Mapping[str, int] = {}
_MOST_TITLES = 8
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Read:
    """A text and what its file says about itself, before the layout is known.

    :ivar record: fields by the names of :class:`Document` (title, author …) and others
    :ivar metadata: where the front matter's own lines begin and end
    :ivar body: where the article itself begins
    """

    text: str
    record: Mapping[str, str] = field(default_factory=dict)
    metadata: tuple[int, int] | None = None
    body: int = 0


def read_article(source: Source) -> Document:
    """An article with its text, metadata, blocks and sentences.

    The text of ``.txt`` and ``.md`` is the decoded file as it is; that of HTML and PDF is what was extracted from it.

    :raises ArticleError: if the file cannot be read, is empty, binary, larger than 20 MB, no UTF-8, encrypted or
        damaged, holds no text or more than a million characters, has front matter that cannot be understood, or takes
        more than a minute
    """
    data = read_bytes(source)
    return document_of_bytes(data, source.name, media_type_of(source, data))


def document_of_bytes(data: bytes, name: str, media_type: str) -> Document:
    """The bytes of an article as a document; see :func:`read_article`.

    :raises ArticleError: if they are binary, no UTF-8, encrypted or damaged, hold no text or too much of it, have front
        matter that cannot be understood, or take more than a minute

    >>> document_of_bytes(b"# Ran\\n\\nA film was shown.", "note.md", "text/markdown").title
    'Ran'
    """
    with within(name):
        return _document(name, _read(data, name, media_type), hashlib.sha256(data).hexdigest(), media_type)


def _read(data: bytes, name: str, media_type: str) -> Read:
    if media_type == "text/html":
        from cinegraph.articles.html import read_html

        return read_html(data, name)
    if media_type == "application/pdf":
        from cinegraph.articles.pdf import read_pdf

        return read_pdf(data, name)
    if media_type == MEDIA_TYPE:
        text, fields = text_and_fields(_decoded(data, name), name)
        return Read(text, _record(fields, name))
    return _read_plain(_decoded(data, name), name)


def document_of(text: str, name: str = "text") -> Document:
    """A text that is in memory as a document, front matter included.

    :raises ArticleError: if its front matter cannot be understood

    >>> document_of("By Ada Lens\\n\\n5 June 2019\\n\\nA film was shown.").date
    '2019-06-05'
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _document(name, _read_plain(text, name), digest, "text/plain")


def _decoded(data: bytes, name: str) -> str:
    if data.startswith(_UTF16):
        raise ArticleError("is UTF-16; save it as UTF-8", name)
    if b"\0" in data:
        raise ArticleError(f"is a binary file, not text (a zero byte at byte {data.index(0)})", name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        wrong = f"byte {error.start}, in line {line}, is 0x{data[error.start]:02x}"
        raise ArticleError(f"is not UTF-8 ({wrong}); save it as UTF-8", name) from error
    control = len(_CONTROL.findall(text[:100_000]))
    if control * 50 > min(len(text), 100_000):
        raise ArticleError("is a binary file, not text (it is full of control characters)", name)
    return text


def _read_plain(text: str, name: str) -> Read:
    front = read_front_matter(text, name)
    if front is None:
        return Read(text)
    if not text[front.body :].strip(BLANK):
        raise ArticleError("has front matter, but no text under it", name)
    return Read(text, _record(front.fields, name, front.lines), (front.start, front.end), front.body)


def _record(fields: Mapping[str, str], name: str, lines: Mapping[str, int] = _NO_LINES) -> dict[str, str]:
    """The fields of front matter by our names, the date in ISO 8601.

    :param lines: the line that each stands in, where the article has several
    """
    record = dict(fields)
    for field_name, keys in _FIELDS.items():
        key = next((key for key in keys if key in record), None)
        if key:
            record[field_name] = record.pop(key)
            if field_name == "date":
                record["date"] = _checked_date(record["date"], lines.get(key), name)
    return record


def _checked_date(value: str, line: int | None, name: str) -> str:
    found = iso_date(value)
    if found is None:
        place = "" if line is None else f"line {line}: "
        raise ArticleError(f"{place}{value[:60]!r} is no date; write 2019-05-17, 2019-05 or 2019", name)
    return found


def _document(name: str, read: Read, digest: str, media_type: str) -> Document:
    text, record = read.text, read.record
    if len(text) > LONGEST_TEXT:
        raise ArticleError(f"has {len(text):,} characters; the limit is {LONGEST_TEXT:,}, so split it", name)
    blocks = layout_of(text, read.metadata, read.body)
    known = {key: record.get(key) for key in _FIELDS}
    others = sorted((key, value) for key, value in record.items() if key not in _FIELDS)
    body = [block for block in blocks if block.kind is not BlockKind.METADATA]
    return Document(
        name, text, digest, media_type,
        known["title"] or _title(text, body), known["author"] or _author(text, body), known["publisher"],
        known["date"] or dateline([text[block.start : block.end] for block in body]),
        known["language"], known["url"], tuple(others), blocks, sentences_of(text, blocks),
    )  # fmt: skip


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    """The first heading above the first paragraph, or one there that is repeated (the first may be the site's name)."""
    above: list[str] = []
    for block in blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.QUESTION, BlockKind.ANSWER) or len(above) == _MOST_TITLES:
            break
        if block.kind is BlockKind.HEADING:
            above.append(" ".join(text[block.start : block.end].strip("*_").split()))
    return next((said for said in above if above.count(said) > 1), above[0] if above else None)


def _author(text: str, blocks: Sequence[Block]) -> str | None:
    said = [text[block.start : block.end] for block in blocks if block.kind is BlockKind.BYLINE]
    return next((who for line in said if not line.lower().startswith("transl") and (who := _named_in(line))), None)


def _named_in(byline: str) -> str | None:
    """Whom a byline names: after "By", or alone, or before a divider ("Ada Lens | 2 April 2031")."""
    alone = re.split(r"\s*[|·•]\s*", byline, maxsplit=1)[0].strip("*_ ")
    return byline_name(byline) or (alone if is_person_like(alone) else None)
