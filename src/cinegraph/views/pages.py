"""Puts a page together: template, style and scripts into one file, sealed by a content security policy."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from cinegraph.errors import CinegraphError

VIS_NETWORK = ("pyvis", "templates/lib/vis-9.1.2/vis-network.min.js")
"""The renderer as pyvis brings it: vis-network 9.1.2, MIT or Apache-2.0; its notice stands in its first lines."""


def part(name: str) -> str:
    """One source file of the pages."""
    return files("cinegraph.views").joinpath("page", name).read_text(encoding="utf-8")


def joined(names: Sequence[str]) -> str:
    """Several scripts as one, closed off from everything outside them."""
    return '(() => {\n"use strict";\n' + "\n".join(part(name) for name in names) + "\n})();\n"


def renderer() -> str:
    """vis-network, with its licence notice.

    :raises CinegraphError: if the installed pyvis brings another one
    """
    package, path = VIS_NETWORK
    try:
        return files(package).joinpath(path).read_text(encoding="utf-8")
    except OSError as error:
        raise CinegraphError("the installed pyvis has no vis-network 9.1.2; install pyvis 0.3.2") from error


def as_json(value: Any) -> str:
    """JSON that can stand in a script element: nothing in it can end the element or begin another.

    >>> as_json({"title": "</script>"})
    '{"title":"\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text.encode("utf-8", "replace").decode("utf-8")


def as_packed(value: Any) -> str:
    """JSON compressed (zlib, RFC 1950) and written in letters (base64): what is far too long to be read at once.

    Other versions of zlib may choose other bytes for the same JSON, which a browser unpacks to the same.

    >>> json.loads(zlib.decompress(base64.b64decode(as_packed({"title": "</script>"}))))
    {'title': '</script>'}
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode("utf-8", "replace"))).decode()


def policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """A content security policy that lets these very scripts and styles run, and nothing else, from nowhere else."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def fill(template: str, values: Mapping[str, Any], raw: Mapping[str, str]) -> str:
    """A template with its values escaped, and with raw parts (scripts, styles, JSON) as they are."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    trusted = {name: Markup(text) for name, text in raw.items()}
    page = environment.from_string(part(template)).render(**values, **trusted)
    return page.encode("utf-8", "replace").decode("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
