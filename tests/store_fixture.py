"""Stores on disk for tests: graphs of the knowledge fixture, and graphs of one quad that tell one from another."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from cinegraph.model import Document, Extraction, Knowledge
from cinegraph.rdf.write import quads_of
from cinegraph.store import ArticleKey, NameRow, open_for_building

MARK = NamedNode("https://example.org/mark")
TESTS = Path(__file__).parent


def name_rows(knowledge: Knowledge) -> Iterator[NameRow]:
    """Every name, with the number of claims that the entity is the subject of as its weight."""
    for entity in knowledge.entities:
        weight = sum(claim.subject == entity.id for claim in knowledge.claims)
        for name in {entity.label, *entity.names}:
            yield NameRow(entity.id, entity.type, entity.label, name, weight)


def publish(path: Path, knowledge: Knowledge, key: str = "key") -> None:
    """A store with this knowledge; extractions hold the documents only."""
    keys = [ArticleKey(document.name, document.sha256, "fixture") for document in knowledge.documents]
    with open_for_building(path) as building:
        for article, document in zip(keys, knowledge.documents, strict=True):
            building.cache.put(article, Extraction(document))
        building.publish(quads_of(knowledge), name_rows(knowledge), keys, key)


def publish_mark(path: Path, mark: int, quads: int = 1) -> None:
    """A store whose graph says ``mark`` so many times, and whose one article says it too."""
    document = Document("mark.txt", f"mark {mark}", f"{mark:064}")
    article = ArticleKey(document.name, document.sha256, "fixture")
    with open_for_building(path) as building:
        building.cache.put(article, Extraction(document))
        building.publish(marks(mark, quads), (), [article], str(mark))


def marks(mark: int, quads: int = 1) -> Iterator[Quad]:
    """So many quads that say ``mark``."""
    for number in range(quads):
        yield Quad(
            NamedNode(f"https://example.org/{number}"), MARK, Literal(str(mark)), NamedNode("https://example.org/g")
        )


def start(program: str, *arguments: str, **options: object) -> subprocess.Popen[str]:
    """A Python process that runs a program with this folder on its path, output piped."""
    code = f"import sys; sys.path.insert(0, {str(TESTS)!r})\n{program}"
    command: Sequence[str] = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload, no-any-return]
