"""The exception tree: every error that reaches a user is one of these, and says what to do next."""

from __future__ import annotations


class CinegraphError(Exception):
    """Any error of cinegraph's own; ``exit_code`` is what the command line ends with.

    :param message: what was found, where, and what to do next: one or two sentences
    """

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InputError(CinegraphError):
    """Something given by the user cannot be used: a file, a query, an option."""

    exit_code = 2


class ArticleError(InputError):
    """An article that cannot be read.

    :param name: the file, as the user gave it
    """

    def __init__(self, message: str, name: str) -> None:
        super().__init__(f"{name}: {message}")
        self.name = name


class LexiconError(InputError):
    """A lexicon file that is malformed or contradicts another; the message names file and row."""


class QueryError(InputError):
    """A query that is malformed, or not allowed here (updates, SERVICE)."""


class StoreError(CinegraphError):
    """A store that is missing, damaged, locked, or not one of ours."""


class NotFoundError(CinegraphError):
    """A name, query or claim that the graph does not have.

    :param suggestions: near names, best first; may be empty
    """

    exit_code = 3

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.suggestions = suggestions


class AmbiguousNameError(CinegraphError):
    """A name that several entities bear.

    :param candidates: a line for each candidate, that tells it apart from the others
    """

    exit_code = 5

    def __init__(self, message: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


class TimeLimitError(CinegraphError):
    """A query that ran past its time limit."""

    exit_code = 7
