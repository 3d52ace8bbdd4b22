"""The rooms and the one direction of import (STYLE: who may import whom)."""

from __future__ import annotations

import ast
from pathlib import Path

import cinegraph
from cinegraph.extract.patterns import load_patterns

PACKAGE = Path(cinegraph.__file__).parent
BASE = {"errors", "inserts", "kinds", "model", "relations", "resources"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "inserts": set(),
    "kinds": set(),
    "model": {"errors", "kinds"},
    "relations": {"kinds"},
    "resources": {"errors"},
    "articles": BASE,
    "lexicon": BASE,
    "extract": BASE | {"lexicon"},
    "resolve": BASE | {"lexicon"},
    "rdf": BASE,
    "store": BASE | {"rdf"},
    "evaluate": BASE | {"rdf"},
    "generate": BASE | {"rdf", "store"},
    "pipeline": BASE | {"articles", "lexicon", "extract", "resolve", "rdf", "store"},
    "questions": BASE | {"rdf", "store"},
    "network": BASE | {"rdf", "store", "questions"},
    "views": BASE | {"rdf", "store", "questions", "network"},
    "service": BASE | {"rdf", "store", "questions", "network", "views"},
    "cli": BASE
    | {"articles", "lexicon", "extract", "resolve", "rdf", "store"}
    | {"evaluate", "generate", "pipeline", "questions", "network", "views", "service"},
    "__main__": {"cli"},
    "api": BASE | {"rdf", "store", "resolve", "evaluate", "pipeline", "questions", "network", "views"},
    "__init__": {"api", "views"},
}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            base = node.module or ""
            names = [f"{base}.{alias.name}" for alias in node.names] if base == "cinegraph" else [base]
        else:
            assert not (isinstance(node, ast.ImportFrom) and node.level), f"relative import in {path}"
            continue
        rooms |= {name.split(".")[1] for name in names if name.startswith("cinegraph.")}
    return rooms - {"__version__"}


def test_rooms_import_in_one_direction() -> None:
    files = sorted(PACKAGE.rglob("*.py"))
    assert len(files) >= 5
    wrong = []
    for path in files:
        if "_resources" in path.parts:
            continue
        room = room_of(path)
        assert room in MAY_IMPORT, f"{path} is in no known room"
        wrong += [f"{path.name} ({room}) imports {other}" for other in imported_rooms(path) - {room} - MAY_IMPORT[room]]
    assert not wrong


def test_the_engine_knows_no_pattern_by_its_name() -> None:
    """What sets a pattern apart stands in its row: nothing in ``extract`` compares ids or writes one out."""
    ids = {pattern.id for pattern in load_patterns()}
    begun = {id_[: end + 1] for id_ in ids for end, sign in enumerate(id_) if sign == "."}
    assert len(ids) >= 700
    files = sorted((PACKAGE / "extract").glob("*.py"))
    assert len(files) >= 80
    wrong = []
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in ids | begun:
                wrong.append(f"{path.name}:{node.lineno} writes {node.value!r}")
            if path.name != "patterns.py":
                wrong += [f"{path.name}:{each.lineno} compares {ast.unparse(each)}" for each in _compared(node)]
    of_patterns = ("pattern.id", "source.rule", "evidence.rule")
    assert not [each for each in wrong if each.endswith(of_patterns) or " writes " in each]


def _compared(node: ast.AST) -> list[ast.expr]:
    """What a comparison, or a test of how a text begins or ends, looks at."""
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return [node.func.value, *node.args] if node.func.attr in ("startswith", "endswith", "match", "get") else []
    return []
