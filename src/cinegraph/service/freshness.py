"""Whether a client has the page already: the same graph, asked the same, gives the same page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cinegraph
from cinegraph.service.reply import Reply
from cinegraph.service.settings import Settings

if TYPE_CHECKING:
    from cinegraph.store import Store

# What is asked in SPARQL may hold the hour, or chance.
_NOT_KEPT = ("sparql", "message", "drawn_at_once")
_ASKED = ("task", "html", "accept", "path", "params", "address")


def tag_of(store: Store, task: Mapping[str, Any], settings: Settings) -> str | None:
    """The entity tag of what a task gives, as HTTP writes it; None where nothing vouches that it stays the same."""
    key = getattr(store, "key", "")
    if not key or task["task"] in _NOT_KEPT:
        return None
    parts = [cinegraph.__version__, key, _own_questions(settings), *(task.get(name) for name in _ASKED)]
    return f'W/"{hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()[:32]}"'


def unchanged(task: Mapping[str, Any], tag: str | None) -> Reply | None:
    """The reply that a client's copy is as it should be, if it is."""
    known = [each.strip().removeprefix("W/") for each in str(task.get("known") or "").split(",")]
    if tag is None or not ({tag.removeprefix("W/"), "*"} & set(known)):
        return None
    return Reply(304, "", b"", {"etag": tag})


def with_tag(reply: Reply, tag: str | None) -> Reply:
    """The reply with its tag; a failure has none."""
    return reply._replace(headers={**reply.headers, "etag": tag}) if tag is not None and reply.status == 200 else reply


def _own_questions(settings: Settings) -> list[list[object]]:
    """The files of the user's own questions, each with when it was last written."""
    files = sorted(file for folder in settings.queries for file in Path(folder).glob("*.rq"))
    return [[str(file), file.stat().st_mtime_ns] for file in files]
