"""The same job without a store, for measurements and tests."""

from __future__ import annotations

from collections.abc import Sequence

from cinegraph.errors import ArticleError
from cinegraph.model import Knowledge
from cinegraph.pipeline.extractors import Extractor, find_extractor
from cinegraph.pipeline.reading import extract, gather, read
from cinegraph.resolve import Decision, resolve


def extract_knowledge(
    sources: Sequence[str], *, decisions: Sequence[Decision] = (), extractor: Extractor | None = None
) -> Knowledge:
    """What these articles say together; nothing is written.

    :param sources: files, folders, patterns
    :raises InputError: if one of them does not exist
    :raises ArticleError: if an article cannot be read or extracted
    """
    extractor = extractor or find_extractor()
    given = gather(sources)
    for failure in given.failures:
        raise ArticleError(failure.message, failure.name)
    return resolve((extract(extractor, read(source)) for source in given.sources), decisions)
