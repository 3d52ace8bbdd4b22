"""Every regular expression that cinegraph uses: those in its modules, in its data, and in calls of :mod:`re`."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cinegraph
from cinegraph.extract.cues import load_crafts, load_cues
from cinegraph.extract.nodes import BASE, LETTERS
from cinegraph.extract.patterns import load_patterns
from cinegraph.extract.reductions import REDUCTIONS
from cinegraph.extract.sought import Sought

Expression = re.Pattern[Any]
_CALLS = {"compile", "search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn"}


def expressions() -> dict[str, Expression]:
    """The expressions, by a name that says where each comes from; the same expression only once."""
    found: dict[tuple[object, int], tuple[str, Expression]] = {}
    for name, expression in (*_in_modules(), *_in_data(), *_in_calls()):
        found.setdefault((expression.pattern, expression.flags), (name, expression))
    return {f"{name} #{number}": expression for number, (name, expression) in enumerate(found.values())}


def _in_modules() -> Iterator[tuple[str, Expression]]:
    for info in pkgutil.walk_packages(cinegraph.__path__, "cinegraph."):
        if not info.name.endswith("__main__"):
            try:
                module = importlib.import_module(info.name)
            except ModuleNotFoundError as error:
                # A module of an extra that is not installed here.
                if (error.name or "").startswith("cinegraph"):
                    raise
                continue
            yield from _within(info.name, vars(module), 0)


def _within(name: str, value: Any, depth: int) -> Iterator[tuple[str, Expression]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, Sought):
        yield name, value.expression
    elif depth < 3 and isinstance(value, dict):
        for key, each in value.items():
            yield from _within(f"{name}.{key}", each, depth + 1)
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from _within(name, each, depth + 1)
    elif depth == 1 and isinstance(value, type) and value.__module__.startswith("cinegraph"):
        yield from _within(name, dict(vars(value)), depth)


def _in_data() -> Iterator[tuple[str, Expression]]:
    cues = load_cues()
    for pattern in load_patterns():
        yield pattern.id, pattern.regex
    for step in REDUCTIONS.steps:
        yield "a reduction", step.pattern
    for cue in (*cues.left, *cues.right):
        yield "a cue", cue.pattern
    yield "crafts", load_crafts().pattern


def _in_calls() -> Iterator[tuple[str, Expression]]:
    """Expressions written where they are used, as far as they are written out."""
    root = Path(cinegraph.__file__).parent
    for file in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS:
                module = node.func.value
                if isinstance(module, ast.Name) and module.id == "re" and node.args and _is_text(node.args[0]):
                    yield f"{file.relative_to(root)}:{node.lineno}", re.compile(node.args[0].value, re.DOTALL)  # type: ignore[attr-defined]


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def in_letters(text: str) -> str:
    """An atom of a sieve as text: a letter of nodes as one of its nodes."""
    return chr(BASE[text]) if text in LETTERS else text
