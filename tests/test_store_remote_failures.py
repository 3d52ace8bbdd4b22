"""A service that fails in every way: a clear message, the right exit code, no traceback, no secret."""

from __future__ import annotations

import base64
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from cinegraph.cli.program import program
from cinegraph.errors import CinegraphError, InputError, StoreError, TimeLimitError
from cinegraph.store.remote import connection
from cinegraph.store.remote.address import addresses
from cinegraph.store.remote.connection import RefusedError
from cinegraph.store.remote.endpoint import Endpoint
from remote_fixture import free_port

SECRET = "s3cr3t-of-vera"
JSON = "application/sparql-results+json"
ROWS = json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "1"}}]}})
QUERY = "SELECT ?x WHERE { ?x ?y ?z }"
Answering = Callable[["Handler", int], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the test says, and remembers what it was sent."""

    protocol_version = "HTTP/1.1"
    answering: Answering
    seen: list[tuple[str | None, bytes]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append((self.headers.get("Authorization"), body))
        type(self).answering(self, len(self.seen))

    do_GET = do_POST

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def reply(self, status: int, body: str = "", type: str = JSON, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": type, "Content-Length": str(len(body.encode())), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body.encode())


@contextmanager
def serving(answering: Answering) -> Iterator[tuple[str, list[tuple[str | None, bytes]]]]:
    seen: list[tuple[str | None, bytes]] = []
    handler = type("Answering", (Handler,), {"answering": staticmethod(answering), "seen": seen})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/query", seen
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(connection, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(connection, "LONGEST_PAUSE", 0.02)
    monkeypatch.setenv("CINEGRAPH_CACHE", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / "no netrc"))
    for name in ("USER", "PASSWORD", "TOKEN", "UPDATE", "GRAPHS"):
        monkeypatch.delenv(f"CINEGRAPH_STORE_{name}", raising=False)


def cut_off(handler: Handler, _: int) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.send_header("Content-Length", str(len(ROWS) + 100))
    handler.end_headers()
    handler.wfile.write(ROWS[:30].encode())
    handler.close_connection = True


def hung(handler: Handler, _: int) -> None:
    """Nothing is said until the client has gone."""
    handler.rfile.read(1)
    handler.close_connection = True


def dripping(handler: Handler, _: int) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    with suppress(OSError):
        while True:
            handler.wfile.write(b" ")
            time.sleep(0.05)


def always(status: int, body: str = "", type: str = JSON, **headers: str) -> Answering:
    return lambda handler, _: handler.reply(status, body, type, **headers)


FAILURES: tuple[tuple[Answering, str, int], ...] = (
    (always(401), "refuses access (HTTP 401); set CINEGRAPH_STORE_USER", 1),
    (always(403), "refuses access (HTTP 403)", 1),
    (always(404, "<html>no</html>", "text/html"), "is no SPARQL endpoint (HTTP 404)", 1),
    (always(500, "<html><b>oops</b></html>", "text/html"), "answers with an error (HTTP 500)", 1),
    (always(503), "is not available (HTTP 503); it was tried 5 times", 1),
    (always(301, Location="http://elsewhere.example/"), "has moved (HTTP 301)", 1),
    (always(200, "<html>Welcome</html>", "text/html"), "answers with text/html where results", 1),
    (always(200, ROWS[:40]), "malformed or was cut off", 1),
    (always(200, "[]"), "malformed or was cut off", 1),
    (cut_off, "was cut off", 1),
    (hung, "does not answer in time", 1),
)


@pytest.mark.parametrize(("answering", "words", "code"), FAILURES)
@pytest.mark.parametrize("command", [("person", "x"), ("build",), ("stats",)])
def test_every_failure_is_said_in_words(
    answering: Answering,
    words: str,
    code: int,
    command: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if answering is hung:
        monkeypatch.setattr(connection, "READ_SECONDS", 0.5)
    article = tmp_path / "a.txt"
    article.write_text("Beanpole was directed by Kantemir Balagov.", encoding="utf-8")
    arguments = (*command, str(article)) if command == ("build",) else command
    with serving(answering) as (url, _):
        ended = CliRunner().invoke(program, ["--store", url, *arguments], prog_name="cinegraph")
    assert ended.exit_code == code, ended.output
    assert words in ended.stderr
    assert ended.stderr.startswith("Error: ")
    assert "Traceback" not in ended.output
    assert not ended.stdout


def test_nobody_listens() -> None:
    url = f"http://127.0.0.1:{free_port()}/query"
    with pytest.raises(StoreError, match=r"no service answers at .* \(Connection refused\)"):
        Endpoint(url).query(QUERY)


def test_what_is_busy_is_asked_again_and_a_cut_off_answer_too() -> None:
    def answering(handler: Handler, number: int) -> None:
        if number == 1:
            handler.reply(503, Retry_After="1")
        elif number == 2:
            cut_off(handler, number)
        else:
            handler.reply(200, ROWS)

    with serving(answering) as (url, seen):
        assert [row[0].value for row in Endpoint(url).query(QUERY)] == ["1"]  # type: ignore[union-attr]
    assert len(seen) == 3


def test_what_the_service_says_of_a_query_is_passed_on() -> None:
    refusing = always(400, "no such\n  function", "text/plain")
    with serving(refusing) as (url, _), pytest.raises(CinegraphError, match="the query: no such function") as raised:
        Endpoint(url).query(QUERY)
    assert raised.value.exit_code == 2


@pytest.mark.parametrize("answering", [hung, dripping])
def test_a_time_limit_holds(answering: Answering) -> None:
    with serving(answering) as (url, _), pytest.raises(TimeLimitError, match=r"longer than 0\.3 s"):
        Endpoint(url).query(QUERY, seconds=0.3)


def test_an_answer_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(handler: Handler, _: int) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", JSON)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")
        except OSError:
            handler.close_connection = True

    monkeypatch.setattr(connection, "MOST_BYTES", 3_000_000)
    with serving(endless) as (url, _), pytest.raises(StoreError, match="larger than 3 MB"):
        Endpoint(url).query(QUERY)


def challenge(scheme: str) -> Answering:
    def answering(handler: Handler, _: int) -> None:
        if handler.headers.get("Authorization", "").startswith(scheme.partition(" ")[0]):
            handler.reply(200, ROWS)
        else:
            handler.reply(401, WWW_Authenticate=scheme)

    return answering


def test_a_name_and_password_are_shown_when_asked_for_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CINEGRAPH_STORE_USER", "vera")
    monkeypatch.setenv("CINEGRAPH_STORE_PASSWORD", SECRET)
    with serving(challenge('Basic realm="x"')) as (url, seen):
        endpoint = Endpoint(url)
        endpoint.query(QUERY)
        endpoint.query(QUERY)
    shown = "Basic " + base64.b64encode(f"vera:{SECRET}".encode()).decode()
    assert [authorization for authorization, _ in seen] == [None, shown, shown]


def test_digest_never_sends_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CINEGRAPH_STORE_USER", "vera")
    monkeypatch.setenv("CINEGRAPH_STORE_PASSWORD", SECRET)
    with serving(challenge('Digest realm="x", nonce="abc", qop="auth", algorithm=MD5')) as (url, seen):
        Endpoint(url).query(QUERY)
    authorization = [each for each, _ in seen if each]
    assert authorization[0].startswith("Digest ")
    assert SECRET not in authorization[0]


def test_a_token_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CINEGRAPH_STORE_TOKEN", SECRET)
    with serving(challenge("Bearer")) as (url, seen):
        Endpoint(url).query(QUERY)
    assert [authorization for authorization, _ in seen] == [f"Bearer {SECRET}"]


def test_netrc_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine 127.0.0.1 login vera password {SECRET}\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with serving(challenge('Basic realm="x"')) as (url, seen):
        Endpoint(url).query(QUERY)
    assert [authorization is None for authorization, _ in seen] == [True, False]


@pytest.mark.parametrize("status", [401, 403, 404, 500, 301])
def test_no_secret_is_in_a_message(monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    monkeypatch.setenv("CINEGRAPH_STORE_USER", "vera")
    monkeypatch.setenv("CINEGRAPH_STORE_PASSWORD", SECRET)
    monkeypatch.setenv("CINEGRAPH_DEBUG", "1")

    def answering(handler: Handler, _: int) -> None:
        handler.reply(status if handler.headers.get("Authorization") else 401, WWW_Authenticate='Basic realm="x"')

    with serving(answering) as (url, _):
        ended = CliRunner().invoke(program, ["--store", url, "stats"], prog_name="cinegraph")
    assert ended.exit_code == 1
    assert f"HTTP {status}" in ended.output
    assert SECRET not in ended.output


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    url = f"http://vera:{SECRET}@localhost/sparql"
    ended = CliRunner().invoke(program, ["--store", url, "stats"], prog_name="cinegraph")
    assert ended.exit_code == 2
    assert "~/.netrc" in ended.stderr
    assert SECRET not in ended.output


@pytest.mark.parametrize("url", ["http://", "http://[", "http://a b/", "https://x:99999999/", "http:///query"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="looks like http"):
        addresses(url)


def test_a_service_that_may_not_be_changed_says_which_address_to_give() -> None:
    def answering(handler: Handler, number: int) -> None:
        handler.reply(405 if b"query=" not in handler.seen[-1][1] else 200, ROWS)

    with serving(answering) as (url, _), pytest.raises(StoreError, match="set CINEGRAPH_STORE_UPDATE"):
        Endpoint(url).update("INSERT DATA {}")


@pytest.mark.parametrize("status", [400, 413, 500])
def test_operations_shrink_to_what_the_service_takes(status: int) -> None:
    from pyoxigraph import Literal, NamedNode, Quad

    from cinegraph.store.remote.writer import Writer

    taken: list[int] = []

    def answering(handler: Handler, number: int) -> None:
        size = handler.seen[-1][1].count(b"<urn:p>")
        if size > 300:
            handler.reply(status, "too much", "text/plain")
        else:
            taken.append(size)
            handler.reply(200, "", "text/plain")

    quads = [Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(str(n)), NamedNode("urn:g")) for n in range(2500)]
    with serving(answering) as (url, _):
        Writer(Endpoint(url)).add(quads)
    assert sum(taken) == 2500
    assert max(taken) <= 300


def test_an_error_that_a_smaller_operation_would_meet_too_ends_the_build() -> None:
    from pyoxigraph import Literal, NamedNode, Quad

    from cinegraph.store.remote.writer import Writer

    quads = [Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(str(n)), NamedNode("urn:g")) for n in range(100)]

    def answering(handler: Handler, number: int) -> None:
        handler.reply(500 if b"<urn:p>" in handler.seen[-1][1] else 200, "read-only", "text/plain")

    with serving(answering) as (url, seen), pytest.raises(RefusedError, match="HTTP 500: read-only"):
        Writer(Endpoint(url)).add(quads)
    assert len(seen) < 12


def test_a_slow_network_is_no_dead_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A port that takes connections and never answers is told from one where nobody listens."""
    monkeypatch.setattr(connection, "READ_SECONDS", 0.5)
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(1)
        with pytest.raises(StoreError, match="does not answer in time"):
            Endpoint(f"http://127.0.0.1:{deaf.getsockname()[1]}/query").query(QUERY)
