"""Real SPARQL services on loopback, on ports that are free: Oxigraph's server and Virtuoso."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from waiting import AT_LAST, SOON, until

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
SOME = ("beanpole-review.md", "closeness-review.md", "where-the-sources-part.md", "obituary-tom-luddy.txt")
_VIRTUOSO_INI = """
[Database]
DatabaseFile={folder}/virtuoso.db
ErrorLogFile={folder}/virtuoso.log
LockFile={folder}/virtuoso.lck
TransactionFile={folder}/virtuoso.trx
xa_persistent_file={folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile={folder}/temp.db
TransactionFile={folder}/temp.trx
[Parameters]
ServerPort=127.0.0.1:{server}
NumberOfBuffers=10000
MaxDirtyBuffers=6000
[HTTPServer]
ServerPort=127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows={rows}
"""


def free_port() -> int:
    """A port of loopback that nobody listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def oxigraph_binary() -> str | None:
    """Oxigraph's server, as the package ``oxigraph`` installs it."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.is_file() else shutil.which("oxigraph")


needs_oxigraph = pytest.mark.skipif(oxigraph_binary() is None, reason="NOT TESTED: pip install oxigraph")
needs_virtuoso = pytest.mark.skipif(
    shutil.which("virtuoso-t") is None, reason="NOT TESTED: apt-get install virtuoso-opensource-7-bin"
)


@contextmanager
def oxigraph(*options: str) -> Iterator[str]:
    """An empty Oxigraph server; gives the address that takes queries."""
    port = free_port()
    command = [str(oxigraph_binary()), "serve", "-b", f"127.0.0.1:{port}", *options]
    with _running(command, f"http://127.0.0.1:{port}/query"):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def virtuoso(folder: Path, rows: int = 1_000_000) -> Iterator[str]:
    """An empty Virtuoso, whose administrator is ``dba`` with the password ``dba``; gives the address for queries."""
    http = free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(_VIRTUOSO_INI.format(folder=folder, server=free_port(), http=http, rows=rows), encoding="ascii")
    command = ["virtuoso-t", "-c", str(settings), "+foreground"]
    with _running(command, f"http://127.0.0.1:{http}/sparql"):
        yield f"http://127.0.0.1:{http}/sparql"


@contextmanager
def _running(command: list[str], url: str) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until(f"{command[0]} to answer at {url}", lambda: process.poll() is not None or _answers(url), AT_LAST)
        assert process.poll() is None, f"{command[0]} ended with {process.returncode}"
        yield
    finally:
        process.kill()
        process.wait()


def _answers(url: str) -> bool:
    try:
        return requests.get(url, params={"query": "ASK {}"}, timeout=SOON).ok
    except requests.RequestException:
        return False


def cinegraph(*arguments: str, cache: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """What the command line makes of these arguments, in a process of its own."""
    shown = {**os.environ, "CINEGRAPH_CACHE": str(cache), "NO_COLOR": "1", **environment}
    command = [sys.executable, "-m", "cinegraph", *arguments]
    return subprocess.run(command, capture_output=True, env=shown, timeout=AT_LAST, check=False)
