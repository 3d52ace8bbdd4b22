"""From what the user named to articles: which they are, what has changed, and what they say."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from cinegraph.articles import Source, find_articles, read_article
from cinegraph.articles.deadline import within
from cinegraph.articles.locations import masked
from cinegraph.errors import ArticleError, CinegraphError, InputError
from cinegraph.model import Document, Extraction
from cinegraph.pipeline.extractors import Extractor
from cinegraph.pipeline.report import Failure


@dataclass(frozen=True, slots=True)
class Given:
    """The articles that the user named.

    :ivar sources: each with a name of its own, sorted by name
    :ivar failures: those whose name another one already has
    :ivar folders: the folders among what was named: absolute paths, and locations as they may be shown
    """

    sources: tuple[Source, ...]
    failures: tuple[Failure, ...]
    folders: frozenset[str]


def gather(sources: Sequence[str]) -> Given:
    """The articles that these files, folders and patterns name, each file once.

    :raises InputError: if none of them names an article
    """
    found, errors = _found(sources)
    if errors and not found:
        raise next(iter(errors.values()))
    failures = [failure_of(masked(given), error) for given, error in errors.items()]
    by_name: dict[str, Source] = {}
    for source in found:
        other = by_name.setdefault(source.name, source)
        if other is not source:
            message = f"{_place(other)} has the same name; build the folder that holds both"
            failures.append(Failure(_place(source), message))
    folders = frozenset(os.path.abspath(given) for given in sources if os.path.isdir(given))
    remote = [source.path for source in found if source.path is not None and not isinstance(source.path, Path)]
    folders |= {file.folder for file in remote if file.is_of_folder}
    return Given(tuple(by_name[name] for name in sorted(by_name)), tuple(failures), folders)


def _found(sources: Sequence[str]) -> tuple[list[Source], dict[str, InputError]]:
    """The articles, and for each source that names none what is wrong with it."""
    found: dict[tuple[str, int], Source] = {}
    errors: dict[str, InputError] = {}
    for given in sources:
        try:
            for source in find_articles([given]):
                found.setdefault(source.place, source)
        except InputError as error:
            errors[given] = error
    return list(found.values()), errors


def folder_of(source: Source) -> str:
    """The folder that an article's name starts from, as in :class:`Given`; empty for standard input."""
    if source.path is None:
        return ""
    if not isinstance(source.path, Path):
        return source.path.folder
    return str(Path(os.path.abspath(source.path)).parents[len(PurePosixPath(source.name).parts) - 1])


def read(source: Source) -> Document:
    """An article as text.

    :raises ArticleError: if it cannot be read
    """
    return checked(read_article(source))


def checked(document: Document) -> Document:
    """A document that a graph can hold.

    :raises ArticleError: if its text holds half characters
    """
    try:
        document.text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError("holds half characters (lone surrogates), which no graph can hold", document.name) from error
    return document


def extract(extractor: Extractor, document: Document) -> Extraction:
    """What of an extractor's findings in an article passes the gate.

    :raises ArticleError: if it fails, in whatever way (an extractor may be anybody's), or takes more than a minute
    """
    # Loaded here because look-ups do without it.
    from cinegraph.extract.gate import admit

    try:
        with within(document.name):
            extraction = extractor.extract(document)
        if isinstance(extraction, Extraction) and extraction.document == document:
            return admit(extraction)
    except CinegraphError:
        raise
    except Exception as error:
        message = f"the extractor {extractor.name!r} failed on it ({type(error).__name__}: {error})"
        raise ArticleError(message, document.name) from error
    raise ArticleError(f"the extractor {extractor.name!r} gave something else than its extraction", document.name)


def failure_of(name: str, error: CinegraphError) -> Failure:
    """An error of one article, for the report.

    :param name: the article's name
    """
    if isinstance(error, ArticleError):
        return Failure(error.name, error.message.removeprefix(f"{error.name}: "))
    return Failure(name, error.message)


def in_order(failures: Iterable[Failure]) -> tuple[Failure, ...]:
    """Failures sorted by name."""
    return tuple(sorted(failures, key=lambda failure: (failure.name, failure.message)))


def _place(source: Source) -> str:
    return "-" if source.path is None else str(source.path)
