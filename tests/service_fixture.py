"""The service as a process of its own, over a store, and the plainest of clients."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from waiting import AT_LAST

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o FILTER (?c != ?f) }"


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")


class Service(NamedTuple):
    """A running service."""

    address: str

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        timeout: float = AT_LAST,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """What the service answers; nothing is followed, added or repaired."""
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=timeout)
        try:
            connection.request(method, path, body, dict(headers or {}))
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str | None = None, **more: str) -> Answer:
        return self.ask(path, headers={**({"Accept": accept} if accept else {}), **more})

    def query(self, sparql: str, accept: str | None = None, **parameters: str) -> Answer:
        given = urlencode({"query": sparql, **parameters}, quote_via=quote)
        return self.get(f"/sparql?{given}", accept)

    def post(
        self, body: str | bytes, content_type: str | None, accept: str | None = None, path: str = "/sparql"
    ) -> Answer:
        headers = {"Content-Type": content_type} if content_type is not None else {}
        data = body.encode() if isinstance(body, str) else body
        return self.ask(path, "POST", data, headers=headers | ({"Accept": accept} if accept else {}))


@contextmanager
def serving(store: Path | str, *options: str, longest: float = 600) -> Iterator[Service]:
    """A service over a store, at a port of its own; ended as a user would end it, or after ``longest`` seconds.

    :param store: a folder, or the address of another service
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CINEGRAPH")}
    command = [sys.executable, "-m", "cinegraph", "--store", str(store), "serve", "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr is not None
    watchdog = threading.Timer(longest, process.kill)
    watchdog.start()
    try:
        said = process.stderr.readline()
        found = re.search(r" at (http://\S+/) ", said)
        assert found, said + process.stderr.read()
        yield Service(found[1])
    finally:
        watchdog.cancel()
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=AT_LAST)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        process.stderr.close()
