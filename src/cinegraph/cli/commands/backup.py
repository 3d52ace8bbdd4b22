"""``cinegraph backup``: the whole store as one file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from cinegraph.cli.session import Session, pass_session
from cinegraph.errors import InputError


@click.command("backup", short_help="Save the whole store in one file.")
@click.argument("target", type=click.Path(path_type=Path), metavar="FILE|FOLDER")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@click.option(
    "--format",
    type=click.Choice(["table", "json"]),
    default="table",
    help="json says what was saved as one line of JSON (file, articles, bytes).",
)
@pass_session
def command(session: Session, target: Path, force: bool, format: str) -> None:
    """Save the graph, its articles, and the decisions taken, in one file with checksums (a ZIP archive).

    Given a FOLDER, it makes a file there that is named after the store and the time. A build may be under way: the
    graph is saved as readers see it. The file appears whole or not at all; its name is printed. `cinegraph restore`
    makes a store of it.

    \b
    cinegraph backup films.zip
    cinegraph --store festival.graph backup /mnt/backups --format json
    """
    from cinegraph.cli.plain import one_line
    from cinegraph.store.embedded import open_store
    from cinegraph.store.location import folder_of

    folder = folder_of(session.store_path, "backed up")
    file = target / _name(folder) if target.is_dir() else target
    if not file.parent.is_dir():
        raise InputError(f"{file.parent} is no folder; make it first")
    with open_store(folder) as store:
        manifest = store.backup(file, force=force)
    if format == "json":
        import json

        saved = {"file": str(file), "articles": manifest.articles, "bytes": file.stat().st_size}
        click.echo(json.dumps(saved, ensure_ascii=False))
        return
    click.echo(one_line(str(file)))
    session.talk(f"{manifest.articles:,} articles and their graph, {file.stat().st_size / 1e6:,.1f} MB.")


def _name(store: Path) -> str:
    name = store.resolve().name.strip(".") or "graph"
    return f"{name}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.zip"
