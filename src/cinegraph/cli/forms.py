"""Decisions from files: a list of decisions, or a form of open questions in which answers were filled in."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cinegraph.cli.input import text_of
from cinegraph.errors import InputError

if TYPE_CHECKING:
    from cinegraph.questions.review import Item

Record = dict[str, Any]
_SAME = {"yes": ("accept", "merge"), "no": ("reject", "split")}


def records_of(file: str, items: Mapping[str, Item]) -> list[Record]:
    """The decisions that a file holds, as records; those without an answer are left out.

    :param file: a JSON array or JSON Lines of decisions, or what ``review`` wrote as JSON, CSV or TSV, with answers
    :param items: what may be asked in a form, by id
    :raises InputError: if the file cannot be read, or holds none of these; if an answer is not one of those possible
    """
    text = text_of(file)
    if text.lstrip()[:1] in ("[", "{"):
        return list(_from_json(text, file, items))
    return list(_from_rows(text, file, items))


def _from_json(text: str, file: str, items: Mapping[str, Item]) -> Iterator[Record]:
    try:
        given = json.loads(text)
    except ValueError:
        given = [_line(line, file, number) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if isinstance(given, dict):
        # A single decision is a list of one.
        given = given.get("items", [given])
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise InputError(f"{file} is neither a list of decisions nor a form; cinegraph review --format json writes one")
    for number, each in enumerate(given, 1):
        if "answer" not in each and "kind" in each:
            yield each
        elif each.get("answer"):
            yield _answered(str(each["answer"]), each.get("decisions") or {}, each, items, f"{file}, item {number}")


def _line(line: str, file: str, number: int) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise InputError(f"{file}, line {number}, is no JSON ({error})") from error


def _from_rows(text: str, file: str, items: Mapping[str, Item]) -> Iterator[Record]:
    lines = text.splitlines()
    delimiter = "\t" if lines and "\t" in lines[0] else ","
    rows = csv.DictReader(lines, delimiter=delimiter)
    if not {"id", "answer"} <= set(rows.fieldnames or ()):
        raise InputError(
            f"{file} is neither decisions nor a form: its first line has no id and answer; "
            "cinegraph review --format csv writes a form"
        )
    for number, row in enumerate(rows, 2):
        if answer := (row["answer"] or "").strip():
            yield _answered(answer, {}, row, items, f"{file}, line {number}")


def _answered(
    answer: str, decisions: Mapping[str, Record], row: Mapping[str, Any], items: Mapping[str, Item], where: str
) -> Record:
    known = str(row.get("id") or "").strip()
    possible: Mapping[str, Mapping[str, Any]] = decisions or (items[known].decisions if known in items else {})
    if not possible:
        raise InputError(f"{where}: nothing open has the id {known!r}; list what is open with: cinegraph review --list")
    chosen = answer.strip().casefold()
    for name in (chosen, *_SAME.get(chosen, ())):
        if name in possible:
            record = dict(possible[name])
            return record | {key: str(row[key]).strip() for key in ("who", "when", "note") if row.get(key)}
    raise InputError(f"{where}: {answer!r} is no answer to {known}; possible are {', '.join(possible)}")


def stamped(records: Sequence[Record], who: str, when: str) -> list[Record]:
    """The records, each with who and when, where it does not say so itself."""
    return [{**record, "who": record.get("who") or who, "when": record.get("when") or when} for record in records]
