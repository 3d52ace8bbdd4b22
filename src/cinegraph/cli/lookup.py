"""What the look-up commands share: a name, the sentences if asked for, and a card in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from cinegraph.cli.completion import names_of
from cinegraph.cli.formats import GRAPH, TABULAR, Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.kinds import EntityType

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from cinegraph.questions.cards import Card
    from cinegraph.store import Store

LATEST = 120
"""About so many claims are told of a festival at once; the oldest of a large graph has over a thousand."""

_JSON = (
    "\b\nJSON (schema cinegraph-card/1): id, iri, type, label, names, names_told\n"
    "(name, kind, language), line, articles, sentences, sections: each with key,\n"
    "title, entries: each with name, id, year, term, detail, relations, status,\n"
    "mark, claims, articles, sentences, decisions (verdict, who, when, note), and\n"
    "with --evidence: evidence (claim, quote, article, title, date, publisher,\n"
    "start, end, modality)."
)


def card_command(
    name: str,
    short: str,
    types: tuple[EntityType, ...],
    help: str,
    year_help: str,
    *,
    selects: bool,
    editions: bool = False,
) -> click.Command:
    """A command that prints the card of an entity.

    :param short: what it does, for the list of commands
    :param types: the types of entity it looks up
    :param selects: whether ``--year`` chooses between entities of one name; otherwise it narrows the card
    :param editions: whether a card with many is told by its latest editions, unless ``--all``
    """

    @click.command(name, short_help=short, help=help, epilog=_JSON)
    @click.argument("name", shell_complete=names_of(*types))
    @click.option("--year", metavar="YEAR", help=year_help)
    @click.option("--evidence", is_flag=True, help="Add the sentences, each with its article and date.")
    @output_options((*TABULAR, *GRAPH))
    @pass_session
    def command(
        session: Session, name: str, year: str | None, evidence: bool, output: Output, whole: bool = False
    ) -> None:
        with session.open() as store:
            from cinegraph.questions.cards import card
            from cinegraph.questions.names import find_entity

            asked = well_formed(name)
            hit = find_entity(store, asked, types, year if selects else None)
            # Programs get everything; people, what they can read.
            most = LATEST if editions and output.format == "table" and not whole else None
            made = card(store, hit.id, evidence=evidence, year=None if selects else year, most=most)
            output.emit(reply_of(made, store, output.format))

    if editions:
        told = "Every edition; else, of very many, the latest."
        command.params.insert(2, click.Option(["--all", "whole"], is_flag=True, help=told))
    return command


def reply_of(card: Card, store: Store, format: str) -> Reply:
    """A card in a format; what only another one needs is not made, which for a festival takes as long as looking up."""

    def lines(window: int | None) -> Iterator[str]:
        from cinegraph.cli.card_text import card_lines

        return card_lines(card, window)

    from cinegraph.questions.answers import Table

    table = card.table() if format in ("csv", "tsv", "jsonl") else Table((), ())
    return Reply(table, card.document() if format == "json" else None, lines, graph_of(card, store))


def graph_of(card: Card, store: Store) -> Callable[[], list[Triple]]:
    """The triples behind a card, when they are wanted: the entity, its direct triples, its claims."""

    def triples() -> list[Triple]:
        from cinegraph.questions.facts import iris

        me = iris([card.thing.iri])
        claims = iris(fact.iri for fact in card.facts)
        text = (
            "CONSTRUCT { ?s ?p ?o } WHERE { "
            f"{{ VALUES ?s {{ {me} {claims} }} GRAPH ?g {{ ?s ?p ?o }} }} "
            f"UNION {{ VALUES ?o {{ {me} }} GRAPH graph:view {{ ?s ?p ?o }} }} }}"
        )
        return list(store.query(text))  # type: ignore[arg-type]

    return triples
