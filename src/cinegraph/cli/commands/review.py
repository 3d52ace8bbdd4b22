"""``cinegraph review``: what a person should decide, one by one or in a file."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from cinegraph.cli.completion import names_of
from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options
from cinegraph.cli.plain import well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.errors import InputError
from cinegraph.questions.answers import Table

if TYPE_CHECKING:
    from cinegraph.questions.review import Item
    from cinegraph.resolve import Decision

WHO = "CINEGRAPH_WHO"
_KINDS = ("doubt", "merge", "claim")


@click.command("review", short_help="Decide doubtful merges and weak claims, one by one.")
@click.argument("name", required=False, shell_complete=names_of())
@click.option("--kind", multiple=True, type=click.Choice(_KINDS), help="Only these; may be given again.")
@click.option("--all", "thorough", is_flag=True, help="Also every claim that rests on a single sentence.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@click.option("--list", "listing", is_flag=True, help="List what is open; do not ask.")
@click.option("--apply", "file", metavar="FILE", help="Take decisions, or a form with answers, from FILE or - .")
@click.option("--taken", is_flag=True, help="List the decisions taken so far, in the form that --apply takes.")
@click.option("--who", envvar=WHO, show_envvar=True, metavar="NAME", help="Who decides; else the name of the login.")
@output_options()
@pass_session
def command(
    session: Session,
    name: str | None,
    kind: tuple[str, ...],
    thorough: bool,
    limit: int | None,
    listing: bool,
    file: str | None,
    taken: bool,
    who: str | None,
    output: Output,
) -> None:
    """Decide what the graph is not sure of: merges that may be right, claims that rest on little.

    On a terminal each is shown with its sentences and answered with a key: a accept, r reject, m merge, s split, n
    next, b back, u undo, q quit. Elsewhere they are listed as a form: fill in "answer" and give it to --apply.

    Decisions are kept in the store (decisions.jsonl, and the graph graph:curation) with who and when; they stand over
    what articles say, and hold through every build. --taken and --apply carry them from store to store and through
    version control. A decision of the kind "open" takes one back.

    \b
    cinegraph review
    cinegraph review "Kantemir Balagov" --all
    cinegraph review --format csv -o review.csv
    cinegraph review --apply review.csv --who "Vera K."
    cinegraph review --taken --format json -o decisions.json
    """
    if sum((listing, taken, file is not None)) > 1:
        raise click.UsageError("choose one: --list, --taken or --apply")
    if taken:
        _list_taken(session, output)
    elif file is not None:
        _apply(session, file, _name_of(who), output)
    else:
        items = _open_items(session, name, kind or _KINDS, thorough, limit)
        if listing or output.path is not None or output.format != "table" or not _somebody_there():
            _list_open(session, items, output)
        else:
            _ask(session, items, _name_of(who), output.window)


def _somebody_there() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _name_of(who: str | None) -> str:
    import getpass

    try:
        return well_formed(who).strip() if who else getpass.getuser()
    except (OSError, KeyError):
        return ""


def _open_items(
    session: Session, name: str | None, kinds: Sequence[str], thorough: bool, limit: int | None
) -> list[Item]:
    from cinegraph.questions.names import find_entity
    from cinegraph.questions.review import open_items

    with session.open() as store:
        about = find_entity(store, well_formed(name)).id if name is not None else None
        return open_items(store, about, kinds, thorough=thorough)[:limit]


def _list_open(session: Session, items: Sequence[Item], output: Output) -> None:
    from cinegraph.questions.review import document_of, table_of

    output.emit(Reply(table_of(items), document_of(items), lambda window: _lines(items, window)))
    if not items and output.format != "table":
        session.talk("Nothing is open.")


def _lines(items: Sequence[Item], window: int | None) -> Iterator[str]:
    from cinegraph.cli.reviewing import item_lines

    for number, item in enumerate(items, 1):
        # The last line names keys, which nobody can press here; the first is empty.
        _, *lines, _ = item_lines(item, number, len(items), window)
        yield from lines
        yield click.style(f"  id {item.id}; answers: {', '.join(item.decisions)}", dim=True)
        yield ""
    yield f"{len(items)} open." if items else "Nothing is open."


def _ask(session: Session, items: Sequence[Item], who: str, window: int | None) -> None:
    from cinegraph.cli.reviewing import ask

    if not items:
        click.echo("Nothing is open.")
        return
    color = click.get_current_context().color
    answers = ask(items, click.getchar, lambda line: click.echo(line, color=color), window)
    if answers:
        _decide(session, [dict(answer.record) for answer in answers], who)
    click.echo(f"{len(answers)} decided, {len(items) - len(answers)} open.")


def _apply(session: Session, file: str, who: str, output: Output) -> None:
    from cinegraph.cli.forms import records_of
    from cinegraph.questions.review import open_items

    with session.open() as store:
        items = {item.id: item for item in open_items(store, thorough=True)}
    records = records_of(file, items)
    decisions = _decide(session, records, who) if records else ()
    rows = _rows(decisions)
    session.talk(f"{len(rows)} decision{'' if len(rows) == 1 else 's'} taken.")
    if not session.quiet or output.format != "table" or output.path is not None:
        output.emit(Reply(Table(_COLUMNS, rows), [dict(zip(_COLUMNS, row, strict=True)) for row in rows]))


def _decide(session: Session, records: Sequence[dict[str, Any]], who: str) -> tuple[Decision, ...]:
    import json
    from datetime import UTC, datetime

    from cinegraph.cli.forms import stamped
    from cinegraph.pipeline import decide
    from cinegraph.resolve import decisions_from_json

    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    decisions = decisions_from_json(json.dumps(stamped(records, who, now)))
    decide(session.store_path, decisions)
    for decision in _idle(session, decisions):
        session.talk(
            f"Nothing in the graph is meant by: {decision.kind} {decision.left_name} – {decision.right_name}; "
            "kept for a later build"
        )
    return decisions


def _idle(session: Session, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that are about nothing in the graph."""
    from cinegraph.questions.facts import texts_of

    with session.open() as store:
        found = set(
            texts_of(
                store.query(
                    "SELECT ?verdict ?left ?right { GRAPH graph:curation { ?decision cg:verdict ?verdict ; "
                    "cg:leftName ?left ; cg:rightName ?right ; cg:decides ?thing } }"
                )
            )
        )
    return [
        each for each in decisions if each.kind != "open" and (each.kind, each.left_name, each.right_name) not in found
    ]


_COLUMNS = ("when", "who", "decision", "one", "relation", "other", "details", "note")


def _rows(decisions: Sequence[Decision]) -> tuple[tuple[str | None, ...], ...]:
    return tuple(
        (
            each.when or None,
            each.who or None,
            each.kind,
            each.left_name,
            each.relation,
            each.right_name,
            _details(each) or None,
            each.note or None,
        )
        for each in decisions
    )


def _details(decision: Decision) -> str:
    places: Mapping[str, str | None] = {"in": decision.article, "and in": decision.right_article}
    parts = [f"{name}={value}" for name, value in decision.qualifiers]
    return ", ".join([*parts, *(f"{word} {article}" for word, article in places.items() if article)])


def _list_taken(session: Session, output: Output) -> None:
    import json

    from cinegraph.cli.table import layout
    from cinegraph.pipeline.decisions import load
    from cinegraph.resolve import decisions_to_json
    from cinegraph.store import open_store

    with open_store(session.store_path) as store:
        decisions = load(store.decisions)
    records = json.loads(decisions_to_json(decisions))
    table = Table(_COLUMNS, _rows(decisions))
    if output.format == "jsonl":
        # Each line is a decision, as the store's own file has them.
        output.write(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        return
    if output.format in ("csv", "tsv"):
        raise InputError("decisions are written as JSON or JSON Lines, which --apply takes; add --format json")
    output.emit(Reply(table, records, lambda window: layout(table, window)))
    if not decisions:
        session.talk("Nobody has decided anything yet.")
