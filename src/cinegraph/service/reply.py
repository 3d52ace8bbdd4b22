"""What a worker answers, and how it travels between the processes."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any, NamedTuple

_SIZES = struct.Struct(">II")
HEAD = _SIZES.size
"""So many bytes stand before a message and say how long it is."""

_NOTHING: Mapping[str, str] = {}


class Reply(NamedTuple):
    """An answer on its way to a client.

    :ivar headers: further headers
    """

    status: int
    media_type: str
    body: bytes
    headers: Mapping[str, str] = _NOTHING


def text_reply(status: int, message: str) -> Reply:
    """A message as plain text."""
    return Reply(status, "text/plain; charset=utf-8", f"{message}\n".encode("utf-8", "replace"))


def pack(fields: Mapping[str, Any], body: bytes = b"") -> bytes:
    """A message: how long its parts are, its fields as JSON, its body."""
    head = json.dumps(fields).encode("ascii")
    return _SIZES.pack(len(head), len(body)) + head + body


def sizes(head: bytes) -> tuple[int, int]:
    """How many bytes of fields and of body follow."""
    fields, body = _SIZES.unpack(head)
    return fields, body


def packed(reply: Reply) -> bytes:
    """A reply as a message."""
    return pack({"status": reply.status, "media_type": reply.media_type, "headers": dict(reply.headers)}, reply.body)


def unpacked(fields: bytes, body: bytes) -> Reply:
    """The reply of a message."""
    return Reply(body=body, **json.loads(fields))
