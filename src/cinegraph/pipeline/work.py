"""The work that one article makes: what goes to whoever does it, in this process or another, and what comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from cinegraph.articles import document_of_bytes
from cinegraph.errors import CinegraphError, LexiconError, StoreError
from cinegraph.model import Document
from cinegraph.pipeline.extractors import Extractor
from cinegraph.pipeline.outlines import packed_outline
from cinegraph.pipeline.reading import checked, extract, failure_of
from cinegraph.pipeline.report import Failure
from cinegraph.store.articles import Packed, pack


class Task(NamedTuple):
    """An article to be read and extracted: the bytes of its file, so that the file need not be within reach.

    :ivar document: in place of the bytes, an article that was read before, for an extractor that has changed
    """

    name: str
    sha256: str
    data: bytes = b""
    media_type: str = ""
    document: Document | None = None


Outcome = Packed | Failure
"""What came of a task: the reading, as the store keeps it, or why there is none."""


class Labour(Protocol):
    """Whoever does the work."""

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Each task with what came of it, in any order; few tasks are asked for before they can be done.

        :raises LexiconError: if something is wrong that no article can help
        """


class Alone:
    """This process: one article after the other."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Each task with what came of it, in order."""
        for task in tasks:
            yield task, perform(task, self._extractor)


def perform(task: Task, extractor: Extractor) -> Outcome:
    """Read an article and find what it says.

    :raises LexiconError: if something is wrong that no article can help
    """
    try:
        document = task.document or checked(document_of_bytes(task.data, task.name, task.media_type))
        extraction = extract(extractor, document)
        return pack(extraction, packed_outline(extraction))
    except (LexiconError, StoreError):
        # No fault of this article's: the next one would fail alike.
        raise
    except CinegraphError as error:
        return failure_of(task.name, error)
