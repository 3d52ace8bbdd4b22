"""JSON Lines of texts: one article a line, an object with its ``text`` and the fields that front matter has."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import IO

from cinegraph.errors import ArticleError

ENDING = ".jsonl"
MEDIA_TYPE = "application/jsonl"
_CHUNK = 1 << 20


def lines_of(file: IO[bytes]) -> Iterator[tuple[int, int, int]]:
    """The lines of an open file that hold something: number, first byte, number of bytes.

    No line is held as a whole: one may be as long as the file.

    :raises OSError: if the file cannot be read

    >>> from io import BytesIO
    >>> list(lines_of(BytesIO(b'{"text": "Ran."}\\n\\n{}\\n')))
    [(1, 0, 17), (3, 18, 3)]
    """
    start, number, is_blank = 0, 1, True
    end = 0
    while part := file.readline(_CHUNK):
        end += len(part)
        is_blank = is_blank and not part.strip()
        if part.endswith(b"\n"):
            if not is_blank:
                yield number, start, end - start
            start, number, is_blank = end, number + 1, True
    if not is_blank:
        yield number, start, end - start


def text_and_fields(line: str, name: str) -> tuple[str, dict[str, str]]:
    """The text of an article and what is said about it; lists are joined with commas, what is nested is passed over.

    :raises ArticleError: if the line is no JSON object with a text

    >>> text_and_fields('{"text": "A film was shown.", "Title": "Ran", "year": 1985, "note": null}', "films.jsonl:1")
    ('A film was shown.', {'title': 'Ran', 'year': '1985'})
    """
    try:
        record = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"is no JSON ({error}); each line is an object with a text", name) from error
    text = record.get("text") if isinstance(record, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise ArticleError('has no text; each line is an object such as {"text": "…", "title": "…"}', name)
    fields = _fields(record)
    if any("\0" in value for pair in (("text", text), *fields.items()) for value in pair):
        raise ArticleError("holds a zero byte, which no text has", name)
    return text, fields


def _fields(record: Mapping[str, object]) -> dict[str, str]:
    found = {}
    for key, value in record.items():
        given = value if isinstance(value, list) else [value]
        parts = [each for each in given if isinstance(each, str | int | float)]
        if key != "text" and parts and not isinstance(value, bool):
            found[key.strip().lower()] = ", ".join(map(str, parts))
    return {key: value for key, value in found.items() if key and value.strip()}
