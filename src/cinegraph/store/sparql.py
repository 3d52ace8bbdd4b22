"""Looks over a query before it is run: what it uses, and what is not allowed here."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cinegraph.errors import QueryError
from cinegraph.rdf.terms import PREFIXES

# SPARQL 1.1, section 19.8. Comments end at a line feed or carriage return only; an IRI has no space, quote or brace.
_TOKEN = r"""
    (?P<string>  \"\"\"(?:[^\\]|\\.)*?\"\"\" | '''(?:[^\\]|\\.)*?'''
               | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
  | (?P<iri>     <[^<>"{}|^`\\\x00-\x20]*(?:\\[uU][0-9A-Fa-f]+[^<>"{}|^`\\\x00-\x20]*)*> )
  | (?P<comment> \#[^\n\r]* )
  | (?P<variable>[?$]\w+ )
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)* )
  | (?P<prefixed>(?P<prefix>[^\W\d_][\w.\-]*|_)?:(?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[^\w\s])
                 (?:[\w:\-]|%[0-9A-Fa-f]{2}|\\[^\w\s])*)? )
  | (?P<number>  [0-9]+(?:\.[0-9]+)?(?:[eE][+\-]?[0-9]+)? )
  | (?P<word>    [^\W\d]\w* )
  | (?P<other>   \S )
    """
# "?a<?b)SERVICE?x#>" reads as an IRI, or as a comparison, a call and a comment, depending on where it stands.
_IRI_OR_CALL = re.compile(r"\).*service.*#", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
# Without these, in a name even, a query whose form is plain neither calls a service nor has a dataset of its own.
_SUSPECT = ("service", "from", "\\")
_PLAIN = re.compile(
    r"""\s*(?:(?i:PREFIX)\s+[\w.\-]*:\s*<[^<>"{}|^`\x00-\x20]*>\s*)*(?:SELECT|ASK|CONSTRUCT|DESCRIBE)(?=[\s{*?$<(])"""
)
_POSITION = re.compile(r"error at (\d+):(\d+)")


class MalformedQueryError(QueryError):
    """A query that is no SPARQL.

    :param line: where it goes wrong, counted from 1
    :param column: where in that line, counted from 1
    """

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class RefusedQueryError(QueryError):
    """A query that is not answered here: an update, or one that calls another service."""


class Outline(NamedTuple):
    """What a query is made of, as far as one can say without parsing it.

    :ivar form: the word that says what is asked (``SELECT`` …) or changed (``INSERT`` …), in capitals; None if none
    :ivar own_dataset: whether it says itself which graphs to ask (``FROM``)
    :ivar service: whether it calls another service
    :ivar undeclared: prefixes it uses that neither it nor we declare
    """

    form: str | None
    own_dataset: bool
    service: bool
    undeclared: tuple[str, ...]


def outline(sparql: str) -> Outline:
    """What a query is made of; strings, comments, IRIs and names that merely look like keywords do not count."""
    tokens = [match for match in _token_pattern().finditer(sparql) if match.lastgroup != "comment"]
    words = [match["word"].upper() for match in tokens if match["word"]]
    form = next((word for word in words if word in _FORMS or word in _UPDATES), None)
    return Outline(form, "FROM" in words, any(map(_may_call, tokens)), _undeclared(tokens))


@cache
def _token_pattern() -> re.Pattern[str]:
    # Compiled when it is wanted: it takes 2 ms, and a look-up does without.
    return re.compile(_TOKEN, re.VERBOSE | re.DOTALL)


def check(sparql: str) -> bool:
    """Refuse what is not allowed: updates, and calls of other services.

    :returns: whether the query says itself which graphs to ask (``FROM``)
    :raises RefusedQueryError: if the query holds one
    :raises QueryError: if it is no text
    """
    if not _encodable(sparql):
        raise QueryError("the query holds half a character (a lone surrogate), which no text can hold")
    if _is_harmless(sparql):
        return False
    found = outline(sparql)
    # Read both with and without its escapes, whichever of the two the engine does first.
    if found.service or outline(_unescaped(sparql)).service:
        raise RefusedQueryError(
            "the query calls another service (SERVICE), which is refused: cinegraph answers from its own graph only. "
            "A prefix whose name contains “service” has to be renamed"
        )
    if found.form in _UPDATES:
        raise RefusedQueryError(
            f"the query is an update ({found.form}), which is refused: the graph is made from articles. "
            "Change it with: cinegraph build, cinegraph remove"
        )
    return found.own_dataset


def _is_harmless(sparql: str) -> bool:
    """Whether a glance tells that the query is allowed: look-ups ask many, and taking one apart costs a millisecond."""
    text = sparql.casefold()
    return not any(word in text for word in _SUSPECT) and _PLAIN.match(sparql) is not None


def malformed(sparql: str, message: str) -> MalformedQueryError:
    """The engine's complaint about a query, in words that help.

    :param message: as the engine gives it: ``error at LINE:COLUMN: expected …``
    """
    position = _POSITION.match(message)
    line, column = (int(position[1]), int(position[2])) if position else (1, 1)
    undeclared = outline(sparql).undeclared
    if undeclared:
        names = ", ".join(f"{prefix}:" for prefix in undeclared)
        known = ", ".join(f"{prefix}:" for prefix in sorted(PREFIXES))
        hint = f"The prefix {names} is not declared: add PREFIX {undeclared[0]}: <…>. Declared already: {known}"
    elif position:
        hint = _hint(sparql, line, column)
    else:
        hint = message
    return MalformedQueryError(f"the query is malformed at line {line}, column {column}. {hint}", line, column)


def _hint(sparql: str, line: int, column: int) -> str:
    lines = re.split(r"\n", sparql)
    text = lines[line - 1].rstrip("\r") if line <= len(lines) else ""
    before, after = text[: column - 1].strip(), text[column - 1 :].strip()
    if not before and not after and line == 1:
        return "It is empty"
    where = f"after “{before[-40:]}”" if before else "at the start of the line"
    return f"“{after[:40]}” is not expected {where}" if after else f"It ends too early {where}"


def _may_call(token: re.Match[str]) -> bool:
    # Any word holding "service" is suspect: the engine also reads "trueSERVICE" as two words, and "SERVICE:x" as a
    # call of the service :x.
    if token["iri"]:
        return bool(_IRI_OR_CALL.search(token["iri"]))
    text = token["word"] or (token["prefix"] if token["prefixed"] else None)
    return text is not None and "service" in text.casefold()


def _undeclared(tokens: list[re.Match[str]]) -> tuple[str, ...]:
    declared = {*PREFIXES, "_"}
    used: dict[str, None] = {}
    previous = ""
    for token in tokens:
        if token["prefixed"]:
            prefix = token["prefix"] or ""
            if previous.upper() == "PREFIX":
                declared.add(prefix)
            else:
                used[prefix] = None
        previous = token[0]
    return tuple(prefix for prefix in used if prefix not in declared)


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _unescaped(sparql: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else match[0]

    return _ESCAPE.sub(character, sparql)
