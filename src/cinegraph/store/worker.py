"""Runs a query in a process of its own, so that it can be ended: Oxigraph's Python interface has no time limit
(https://github.com/oxigraph/oxigraph/issues/1926)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.errors import CinegraphError, QueryError, StoreError, TimeLimitError
from cinegraph.store.sparql import check, malformed

if TYPE_CHECKING:
    from cinegraph.store.answers import Answer

_MALFORMED, _REFUSED, _BROKEN = 3, 4, 5


def query_within(graph: Path, sparql: str, seconds: float) -> Answer:
    """Answer a query within a time limit.

    :param graph: the folder of the snapshot's graph
    :raises TimeLimitError: if it takes longer
    :raises QueryError: if it is malformed, or cannot be run
    :raises StoreError: if the graph cannot be opened
    """
    from cinegraph.store.answers import received

    # -P: a module in the user's current folder must not take the place of ours.
    command = [sys.executable, "-P", "-m", "cinegraph.store.worker", str(graph.absolute())]
    try:
        ended = subprocess.run(command, input=sparql.encode("utf-8"), capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise TimeLimitError(
            f"the query took longer than {seconds:g} s and was ended; ask for less, or allow more time"
        ) from None
    if ended.returncode:
        raise _error(sparql, ended.returncode, ended.stderr.decode("utf-8", "replace").strip())
    return received(ended.stdout)


def _error(sparql: str, code: int, message: str) -> CinegraphError:
    if code == _MALFORMED:
        return malformed(sparql, message)
    if code == _REFUSED:
        return QueryError(message)
    return StoreError(message if code == _BROKEN else f"the query's process ended with {code}: {message[-300:]}")


def main() -> int:
    """Answer the query on standard input from the graph in the folder that is the argument."""
    from cinegraph.store.answers import sent
    from cinegraph.store.embedded import ask
    from cinegraph.store.opening import open_graph

    sparql = sys.stdin.buffer.read().decode("utf-8")
    try:
        answer = sent(ask(open_graph(Path(sys.argv[1])), sparql, union=not check(sparql)))
    except SyntaxError as error:
        return _fail(_MALFORMED, str(error))
    except QueryError as error:
        return _fail(_REFUSED, error.message)
    except StoreError as error:
        return _fail(_BROKEN, error.message)
    sys.stdout.buffer.write(answer)
    return 0


def _fail(code: int, message: str) -> int:
    sys.stderr.buffer.write(message.encode("utf-8"))
    return code


if __name__ == "__main__":
    sys.exit(main())
