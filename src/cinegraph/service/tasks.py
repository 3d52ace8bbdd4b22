"""The tasks of a worker by name, and what becomes of the errors in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from cinegraph.errors import AmbiguousNameError, CinegraphError, InputError, NotFoundError, StoreError
from cinegraph.service.freshness import tag_of, unchanged, with_tag
from cinegraph.service.protocol import RefusedError
from cinegraph.service.reply import Reply, text_reply
from cinegraph.service.settings import Settings

if TYPE_CHECKING:
    from cinegraph.service.follower import Follower
    from cinegraph.store import Store

Task = Callable[["Store", Mapping[str, Any], Settings], Reply]

TASKS = {
    "sparql": "sparql",
    "service_description": "description",
    "void": "description",
    "ontology": "description",
    "home": "home",
    "search": "home",
    "articles": "home",
    "resource": "resources",
    "questions": "asking",
    "question": "asking",
    "editor": "editor",
    "network": "networks",
    "drawn_at_once": "networks",
    "path": "paths",
    "conflicts": "paths",
    "message": "rendering",
}
"""Each task and the module of its function, which is loaded when it is first wanted."""


def done(task: Mapping[str, Any], follower: Follower, settings: Settings) -> Reply:
    """What comes of a task: its reply, or one that says why there is none."""
    try:
        store = follower.store()
        tag = tag_of(store, task, settings)
        if (known := unchanged(task, tag)) is not None:
            return known
        function: Task = getattr(import_module(f"cinegraph.service.{TASKS[task['task']]}"), task["task"])
        return with_tag(function(store, task, settings), tag)
    except RefusedError as error:
        return _failed(task, error.status, error.message)
    except CinegraphError as error:
        return _failed(task, status_of(error), error.message, _hints(error))
    except MemoryError:
        return _failed(task, 503, "this needs more memory than the service allows (--max-memory); ask for less")
    except Exception as error:
        return _failed(task, 500, _unforeseen(error))


def status_of(error: CinegraphError) -> int:
    """The HTTP status that says what an error says."""
    from cinegraph.store.sparql import RefusedQueryError

    for kind, status in (
        (RefusedQueryError, 403),
        (NotFoundError, 404),
        (AmbiguousNameError, 300),
        (InputError, 400),
        (StoreError, 503),
    ):
        if isinstance(error, kind):
            return status
    return 500


def _hints(error: CinegraphError) -> tuple[str, ...]:
    if isinstance(error, NotFoundError):
        return error.suggestions
    return error.candidates if isinstance(error, AmbiguousNameError) else ()


def _unforeseen(error: Exception) -> str:
    if os.environ.get("CINEGRAPH_DEBUG"):
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    first = (str(error).strip().splitlines() or ["no message"])[0][:200]
    return f"something went wrong inside cinegraph ({type(error).__name__}: {first})"


def _failed(task: Mapping[str, Any], status: int, message: str, hints: tuple[str, ...] = ()) -> Reply:
    if task.get("html"):
        from cinegraph.service.rendering import failure

        return failure(status, message, hints)
    return text_reply(status, "\n".join([message, *hints]))
