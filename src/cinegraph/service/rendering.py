"""Makes pages from the templates: everything that is put into them is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cinegraph import __version__
from cinegraph.service.links import local, searched, type_of
from cinegraph.service.reply import Reply

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
_HEADS = {
    300: "More than one",
    400: "That cannot be asked",
    403: "Refused",
    404: "Not found",
    405: "Not possible",
    406: "Not in that format",
    503: "Not now",
}


def page(template: str, status: int = 200, **values: Any) -> Reply:
    """A page from a template."""
    text = _environment().get_template(template).render(**values)
    # Half a character, which no file can hold, becomes a question mark.
    return Reply(status, "text/html; charset=utf-8", text.encode("utf-8", "replace"), {"vary": "Accept"})


def failure(status: int, message: str, hints: Sequence[str] = ()) -> Reply:
    """A page that says why there is no answer."""
    head = _HEADS.get(status, "Something went wrong")
    return page("failure.html", status, here="", head=head, message=message, hints=[hint(each) for each in hints])


def hint(text: str) -> tuple[str, str, str]:
    """Where a suggestion leads, its words, and what else is said of it: candidates begin with their id."""
    id, _, line = text.partition("  ")
    if line and "/" in id:
        return local(id), line, id
    return searched(text), text, ""


def type_style() -> str:
    """The colours of the types, in light and in dark surroundings."""
    from cinegraph.network.style import TYPE_STYLES

    def rule(kind: str, fill: str, line: str) -> str:
        return f".t-{kind} {{ fill: {fill}; stroke: {line}; }}\n"

    light = "".join(rule(kind.value, style.colour, style.outline) for kind, style in TYPE_STYLES.items())
    dark = "".join(rule(kind.value, style.dark_colour, style.dark_outline) for kind, style in TYPE_STYLES.items())
    return f"{light}@media (prefers-color-scheme: dark) {{\n{dark}}}\n"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from cinegraph.network.style import TYPE_STYLES
    from cinegraph.views.emphasis import emphasised

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        version=__version__,
        local=local,
        type_of=type_of,
        emphasised=emphasised,
        types={kind.value: style for kind, style in TYPE_STYLES.items()},
    )
    return environment
