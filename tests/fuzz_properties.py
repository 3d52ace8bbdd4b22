"""What must hold whatever is read, asked or sent: each property with the strategy that makes up its cases.

The tests try a few seeded cases of each (tests/test_fuzz.py); tests/benchmarks/fuzz.py tries as many as time allows.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from contextlib import suppress
from html.parser import HTMLParser
from typing import Any, NamedTuple

from hypothesis import strategies as st

from cinegraph.articles import KINDS, Source, document_of, read_article
from cinegraph.articles.sentences import LONGEST_SENTENCE
from cinegraph.cli.formats import separated
from cinegraph.cli.table import layout
from cinegraph.errors import ArticleError, CinegraphError
from cinegraph.extract import extract
from cinegraph.extract.patterns import load_patterns
from cinegraph.model import Document
from cinegraph.questions.answers import Table
from cinegraph.questions.library import bind, load_queries
from cinegraph.rdf.read import knowledge_of
from cinegraph.rdf.write import quads_of
from cinegraph.resolve import resolve
from cinegraph.views import write_article_page
from hostile import ATTACKS
from hostile_files import TAKEN


class Property(NamedTuple):
    """What is checked on every case that a strategy makes up.

    :ivar needs: ``store`` or ``service`` where the check is given one beside the case
    """

    cases: st.SearchStrategy[Any]
    check: Callable[..., None]
    needs: str = ""


_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_SAID = st.sampled_from([each for pattern in load_patterns() for each in (*pattern.examples, *pattern.counterexamples)])
_ODD = st.sampled_from(
    [
        *(each for each in ATTACKS if each and "\ud800" not in each and len(each) < 999),
        "\x1b[31m",
        "\x07",
        "\u202e",
        "\ufeff",
        "\u0301" * 5,
        "“",
        "”",
        '"',
        "*",
        "_",
        "(",
        ")",
        "[",
        "|",
        " - ",
        "—",
        "; ",
        ", and ",
        "'s ",
        "1999",
        "2021)",
        "Q:",
        "ADA DOE",
        "Cannes",
        "Palme d’Or",
        "Kira Kovalenko",
        "Beanpole",
        "directed by ",
        "won the ",
        "recently ",
        "\t",
        "\x85",
        "\u2028",
        "…",
    ]
)
_BREAKS = st.sampled_from(
    [" ", "", "\n", "\n\n", ". ", "\r\n", "\n# ", "\n- ", "\n| ", "\n> ", "\n---\n", "\nQ: ", "\t"]
)
_PIECES = st.lists(st.tuples(st.one_of(_SAID, _ODD, _ANY), st.integers(0, 3), _BREAKS), min_size=1, max_size=12)


def _joined(pieces: list[tuple[str, int, str]]) -> str:
    return "".join(text * (1 + times * times) + gap for text, times, gap in pieces)


TEXTS = _PIECES.map(_joined)


@st.composite
def _broken(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file that is almost one of those that can be read: bytes taken out, put in, changed, doubled."""
    name = draw(st.sampled_from(sorted(name for name, content in TAKEN.items() if len(content) < 20_000)))
    content = TAKEN[name]
    data = bytearray(content if isinstance(content, bytes) else content.encode())
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        more = draw(st.one_of(st.binary(max_size=12), st.just(bytes(data[place : place + length]) * 3), _MARKUP))
        data[place : place + draw(st.integers(0, length))] = more
    return name, bytes(data)


_MARKUP = st.sampled_from(
    [
        b"<div>",
        b"</p>",
        b"<p",
        b"<!--",
        b"<script>",
        b"&#x41;",
        b"&lt;",
        b"<table><tr>",
        b"obj",
        b"<<",
        b">>",
        b"[",
        b"/Kids[2 0 R]",
        b"stream\n",
        b"endobj",
        b"%PDF-",
        b"(",
        b"\\",
        b"\xff",
        b"\xe2\x80",
        b"\0",
        b"charset=utf-16",
        b"---\n",
        b"title: ",
    ]
)
_PAGES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "<div>",
                "</div>",
                "<p>",
                "</p>",
                "<article>",
                "<h1>",
                "</h1>",
                "<ul><li>",
                "<table><tr><td>",
                "<br>",
                "<figure>",
                "<figcaption>",
                "</figcaption>",
                "<script>",
                "</script>",
                "<!--",
                "-->",
                '<meta name="author" content="',
                '">',
                "<b>",
                "</b>",
                '<meta property="article:published_time" content="',
                "&amp;",
                "&#0;",
                "&#xd800;",
                "<svg>",
                "<![CDATA[",
                "<title>",
            ]
        ),
        _SAID,
        _ODD,
        _ANY,
    ),
    max_size=40,
).map(lambda pieces: ("p.html", f"<html><body>{''.join(pieces)}".encode()))


def _reads(case: tuple[str, bytes]) -> None:
    """A file is read, or refused by its name."""
    name, data = case
    document, said = None, ""
    try:
        document = _document(name, data)
    except ArticleError as error:
        said = error.message
    if document is not None:
        _is_whole(document)
    else:
        assert said.startswith(f"{name}: ")
        assert len(said) < 400


def _document(name: str, data: bytes) -> Document:
    class Given:
        """A place elsewhere that gives these bytes."""

        suffix = name[name.rindex(".") :]

        def fetched(self, most: int) -> Callable[[], bytes]:
            return lambda: data[:most]

    return read_article(Source(name, Given()))  # type: ignore[arg-type]


def _is_whole(document: Document) -> None:
    text, position = document.text, 0
    text.encode("utf-8")
    for block in document.blocks:
        assert position <= block.start < block.end <= len(text)
        position = block.end
    for sentence in document.sentences:
        assert 0 < sentence.end - sentence.start <= LONGEST_SENTENCE + 1
        assert (
            document.blocks[sentence.block].start
            <= sentence.start
            < sentence.end
            <= document.blocks[sentence.block].end
        )


def _extracts(text: str) -> None:
    """What is extracted stands in the text, comes back from RDF, and makes a page that runs nothing of it."""
    with suppress(ArticleError):
        document = document_of(text, "note.txt")
        extraction = extract(document)
        for claim in extraction.claims:
            for evidence in claim.evidence:
                assert 0 <= evidence.start < evidence.end <= len(text)
                assert evidence.quote == text[evidence.start : evidence.end]
        for mention in extraction.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
        knowledge = resolve([extraction])
        again = knowledge_of(quads_of(knowledge))
        assert again.claims == knowledge.claims
        assert again.entities == knowledge.entities
        page = write_article_page(
            document, knowledge.mentions.get("note.txt", ()), knowledge.claims, knowledge.entities
        )
        _is_inert(page)


class _Elements(HTMLParser):
    """The elements of a page that could run something, and their attributes that could."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "iframe", "object", "embed", "base", "img", "link"):
            self.found.append(tag)
        for name, value in attrs:
            active = (value or "").strip().lower().startswith(("javascript:", "data:text", "vbscript:"))
            if name.startswith("on") or name == "srcdoc" or (name in ("href", "src", "action") and active):
                self.found.append(f"{tag}@{name}")


_PLAIN_PAGE = _Elements(write_article_page(Document("a.txt", "One.", "0" * 64), [], [], [])).found


def _is_inert(page: str) -> None:
    assert _Elements(page).found == _PLAIN_PAGE


_DRIVES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_STYLED = re.compile("\x1b\\[[0-9;]*m")
_CELLS = st.lists(st.one_of(_ODD, _ANY, st.text("=+-@\t\r0,.\"' ", max_size=6)), min_size=2, max_size=2)


def _prints(rows: list[list[str]]) -> None:
    """No cell of a table drives a terminal, or is a formula in a spreadsheet, and CSV gives back what it was given."""
    import csv

    table = Table(("one", "two"), tuple(tuple(row) for row in rows))
    for window in (None, 40, 7):
        for line in layout(table, window):
            assert not _DRIVES.search(_STYLED.sub("", line))
    given = list(csv.reader(io.StringIO("".join(separated(table, "csv")), newline="")))[1:]
    assert len(given) == len(rows)
    for row, written in zip(rows, given, strict=True):
        for cell, told in zip(row, written, strict=True):
            assert told.removeprefix("'") == cell.replace("\x00", "").removeprefix("'")
            assert not told.startswith(("=", "@", "\t", "\r")) or told == ""
            assert not told.startswith(("+", "-")) or re.fullmatch(r"[+-]\d+(\.\d+)?", told)


def _asks(case: tuple[str, list[str]], store: Any) -> None:
    """A named query is answered whatever its parameters say, and a name is looked for whatever it is."""
    name, values = case
    query = load_queries()[name]
    given = {each.name: [value] for each, value in zip(query.parameters, values, strict=False)}
    with suppress(CinegraphError):
        text = bind(query, given, store)
        # What was bound must be a query still: here no error may come.
        try:
            list(store.query(text))
        except CinegraphError as error:
            raise AssertionError(f"{name} with {given}: {error}") from error
    for value in values[:1]:
        store.names.search(value)
        store.names.exact(value)
        store.names.suggest(value)


_PATHS = st.one_of(
    st.sampled_from(
        [
            "/",
            "/sparql",
            "/search",
            "/id/film/salt-road",
            "/describe",
            "/networks",
            "/network",
            "/articles",
            "/static/../x",
            "//",
            "/%00",
            "/id/../../etc/passwd",
            "/id/%2e%2e/%2e%2e",
            "/data/film/salt-road",
            "/page/film/salt-road",
            "/void",
            "/.well-known/void",
        ]
    ),
    st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="?# "), max_size=20).map(
        lambda text: "/" + text
    ),
)
_KEYS = st.sampled_from(
    [
        "query",
        "q",
        "name",
        "default-graph-uri",
        "named-graph-uri",
        "format",
        "update",
        "limit",
        "offset",
        "type",
        "hops",
        "from",
        "to",
    ]
)
_QUERIES = st.sampled_from(
    [
        "SELECT * {?a ?b ?c} LIMIT 3",
        "ASK {}",
        "DESCRIBE <x:y>",
        "SELECT",
        "INSERT DATA {}",
        "SELECT * { SERVICE <http://a> {} }",
        "{" * 500,
        "CONSTRUCT {?a ?b ?c} {?a ?b ?c} LIMIT 2",
        "SELECT (1/0 AS ?x) {}",
        "SELECT * { ?a (" + "!" * 50 + "<a:b>)* ?b }",
    ]
)
_VALUES = st.one_of(
    _QUERIES, _ODD, _ANY, st.sampled_from(["-1", "999999999999999999999", "http://[", "film/salt-road", "text/csv"])
)
_HEADERS = st.dictionaries(
    st.sampled_from(
        ["Accept", "Content-Type", "Host", "Origin", "If-None-Match", "Accept-Language", "Range", "Content-Encoding"]
    ),
    st.one_of(
        st.sampled_from(
            [
                "*/*",
                "text/html",
                "application/sparql-query",
                "application/x-www-form-urlencoded",
                "text/turtle;q=2",
                ";;;,,,q=",
                "a/b;q=nan",
                "evil.example",
                "gzip",
                "multipart/form-data",
                "application/json",
            ]
        ),
        st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=30),
    ),
    max_size=3,
)
_REQUESTS = st.tuples(
    st.sampled_from(["GET", "GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"]),
    _PATHS,
    st.lists(st.tuples(_KEYS, _VALUES), max_size=3),
    _HEADERS,
    st.one_of(st.none(), st.binary(max_size=60), _QUERIES.map(str.encode)),
)


def _serves(case: tuple[str, str, list[tuple[str, str]], dict[str, str], bytes | None], service: Any) -> None:
    """The service answers whatever it is sent, and no answer is an error of its own."""
    from urllib.parse import urlencode

    method, path, parameters, headers, body = case
    sent = {name: value.encode("latin-1", "replace").decode("latin-1") for name, value in headers.items()}
    target = path + ("?" + urlencode(parameters) if parameters else "")
    answer = service.ask(target, method, body, headers=sent)
    assert answer.status < 500 or answer.status == 503, (answer.status, answer.body[:300])
    assert b"Traceback" not in answer.body


PROPERTIES: dict[str, Property] = {
    "reading any bytes": Property(
        st.tuples(
            st.sampled_from(sorted(KINDS)).map(lambda end: f"a{end}"), st.one_of(st.binary(), TEXTS.map(str.encode))
        ),
        _reads,
    ),
    "reading pages": Property(_PAGES, _reads),
    "reading broken files": Property(_broken(), _reads),
    "extraction, RDF and the article's page": Property(TEXTS, _extracts),
    "tables in terminals and spreadsheets": Property(st.lists(_CELLS, max_size=3), _prints),
    "named queries and names": Property(
        st.tuples(st.sampled_from(sorted(load_queries())), st.lists(st.one_of(_ODD, _ANY), min_size=4, max_size=4)),
        _asks,
        "store",
    ),
    "the service": Property(_REQUESTS, _serves, "service"),
}
