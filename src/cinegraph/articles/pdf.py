"""From a PDF to its text, page by page, through pypdf, within limits."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING

from cinegraph.articles.lines import BLANK
from cinegraph.articles.reading import LONGEST_TEXT, Read
from cinegraph.errors import ArticleError

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 300
LONGEST_CONTENT = 4_000_000
"""Bytes of drawing instructions that a page may have once unpacked."""
LONGEST_CONTENTS = 40_000_000
"""And all pages together."""
_LONGEST_STREAM = 8_000_000
"""Bytes that a stream of any kind (a page's, a font's) may have, packed and unpacked together, over all its filters:
ASCII85 and run lengths need ninety bytes of memory for one of theirs."""


def read_pdf(data: bytes, name: str) -> Read:
    """The text of a PDF, pages divided by a blank line, and its title and author; its dates say when the file was made,
    not when the article appeared, and stay out.

    :raises ArticleError: if it is encrypted or damaged, longer than the limits, or holds no text (a scan)
    """
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    if b"%PDF-" not in data[:1024]:
        raise ArticleError("is not a PDF, whatever its name says", name)
    try:
        with apply_configuration(
            stream_decoding_work_maximum_length=_LONGEST_STREAM,
            array_based_stream_maximum_output_length=_LONGEST_STREAM,
            zlib_maximum_output_length=_LONGEST_STREAM,
            lzw_maximum_output_length=_LONGEST_STREAM,
            run_length_maximum_output_length=_LONGEST_STREAM,
            brotli_maximum_output_length=_LONGEST_STREAM,
        ):
            reader = PdfReader(BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise ArticleError("is an encrypted PDF; save a copy without a password", name)
            return _read(reader, name)
    except ArticleError:
        raise
    except (DependencyError, FileNotDecryptedError) as error:
        raise ArticleError("is an encrypted PDF; save a copy without a password", name) from error
    except LimitReachedError as error:
        raise ArticleError(
            f"unpacks to more than an article's PDF can hold ({error}); save its text as .txt", name
        ) from error
    except RecursionError as error:
        raise ArticleError("is a PDF whose parts are nested too deeply", name) from error
    except Exception as error:  # a parser's errors on damaged files are of every kind
        raise ArticleError(f"is a damaged PDF ({type(error).__name__})", name) from error


def _read(reader: PdfReader, name: str) -> Read:
    if len(reader.pages) > MOST_PAGES:
        raise ArticleError(f"has {len(reader.pages)} pages; the limit is {MOST_PAGES}, so split it", name)
    pages: list[str] = []
    unpacked = length = 0
    for number, page in enumerate(reader.pages, 1):
        content = page.get_contents()
        size = 0 if content is None else len(content.get_data())
        unpacked += size
        if size > LONGEST_CONTENT or unpacked > LONGEST_CONTENTS:
            raise ArticleError(f"page {number} is too large to be an article's", name)
        pages.append(page.extract_text().strip(BLANK))
        length += len(pages[-1])
        if length > LONGEST_TEXT:
            raise ArticleError(f"holds more than {LONGEST_TEXT:,} characters by page {number}; split it", name)
    text = _clean("\n\n".join(page for page in pages if page))
    if not text:
        raise ArticleError("is a PDF without text (a scan?); run text recognition on it first", name)
    return Read(text, _metadata(reader))


def _metadata(reader: PdfReader) -> dict[str, str]:
    information = reader.metadata
    if information is None:
        return {}
    fields = {"title": information.title, "author": information.author, "subject": information.subject}
    cleaned = {key: " ".join(_clean(str(value)).split()) for key, value in fields.items() if value}
    return {key: value for key, value in cleaned.items() if value}


def _clean(text: str) -> str:
    """Half characters (lone surrogates) cannot be stored."""
    return text.encode("utf-8", "replace").decode("utf-8")
