"""An article as plain text, with what was taken from each of its sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cinegraph.cli.card_text import wrapped
from cinegraph.cli.plain import one_line
from cinegraph.questions.answers import Table
from cinegraph.questions.words import statement_of

if TYPE_CHECKING:
    from cinegraph.questions.articles import ArticleReading, Reading, Taken

_MARKS = "*_ "
_COLUMNS = ("start", "end", "sentence", "claim", "statement", "status", "modality", "rule", "cue", "speaker")


def reading_table(found: ArticleReading) -> Table:
    """A row for each claim, and one for each sentence from which nothing was taken."""
    rows: list[tuple[str | int | None, ...]] = []
    for reading in found.readings:
        sentence = (reading.start, reading.end, reading.text)
        for fact, passage in ((each.fact, each.passage) for each in reading.taken):
            said = (passage.modality, passage.rule, passage.cue, passage.speaker)
            rows.append((*sentence, fact.iri, statement_of(fact), fact.standing, *said))
        if not reading.taken:
            rows.append((*sentence, *(None for _ in _COLUMNS[3:])))
    return Table(_COLUMNS, tuple(rows))


def reading_lines(found: ArticleReading, window: int | None = None) -> Iterator[str]:
    """The sentences, each followed by its claims and their rules.

    :param window: columns of the terminal; None leaves every line as long as it is
    """
    document = found.document
    named = [document.title, document.publisher, document.date]
    yield click.style(one_line(", ".join(part for part in named if part) or document.name), bold=True)
    yield f"  {one_line(document.name)}"
    for reading in found.readings:
        yield ""
        yield from wrapped(one_line(reading.text.strip()), "", window, "")
        yield from _taken_lines(reading, window)
    yield ""
    silent = sum(not reading.taken and not reading.joined for reading in found.readings)
    claims = len({each.fact.iri for reading in found.readings for each in reading.taken})
    yield f"{len(found.readings)} sentences, {claims} claims; from {silent} sentences nothing was taken."
    for reason, claim in found.dropped:
        yield from wrapped(one_line(f"Refused: {claim}: {reason}"), "", window)


def _taken_lines(reading: Reading, window: int | None) -> Iterator[str]:
    for each in reading.taken:
        yield from wrapped("→ " + one_line(statement_of(each.fact)), "    ", window, "      ")
        yield from (click.style(line, dim=True) for line in wrapped(_how(each), "      ", window))
        for step in each.passage.steps:
            yield from (click.style(line, dim=True) for line in wrapped(one_line(step), "      ", window))
    if not reading.taken and reading.joined:
        yield click.style("    read together with what stands before it", dim=True)
    elif not reading.taken:
        names = ", ".join(dict.fromkeys(f"{text.strip(_MARKS)} ({kind.lower()})" for text, kind in reading.names))
        told = one_line(f"nothing taken; names seen: {names}" if names else "nothing taken")
        yield from (click.style(line, dim=True) for line in wrapped(told, "    ", window))


def _how(taken: Taken) -> str:
    passage = taken.passage
    parts = [f"rule {passage.rule}"]
    parts += [passage.modality] if passage.modality != "asserted" else []
    parts += [f"cue “{passage.cue}”"] if passage.cue else []
    parts += [f"{passage.speaker} speaking"] if passage.speaker else []
    parts += [f"follows by: {passage.entailed_by}"] if passage.entailed_by else []
    return one_line("; ".join(parts))
