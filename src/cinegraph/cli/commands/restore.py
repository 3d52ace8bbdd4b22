"""``cinegraph restore``: a store out of a backup."""

from __future__ import annotations

from pathlib import Path

import click

from cinegraph.cli.session import Session, pass_session


@click.command("restore", short_help="Make a store of a backup.")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--check", is_flag=True, help="Only read FILE and compare its checksums; change nothing.")
@click.option("--force", is_flag=True, help="Replace the graph, articles and decisions that the store holds.")
@click.option(
    "--format",
    type=click.Choice(["table", "json"]),
    default="table",
    help="json says what was read as one line of JSON (file, store, articles, bytes; store is null with --check).",
)
@pass_session
def command(session: Session, file: Path, check: bool, force: bool, format: str) -> None:
    """Make a store of a file that `cinegraph backup` wrote.

    Every checksum is compared before anything is replaced. A store that holds a graph is left alone unless --force is
    given; its readers see the old graph or the restored one, nothing between.

    \b
    cinegraph restore films.zip
    cinegraph restore --check films.zip
    cinegraph --store festival.graph restore films.zip --force
    """
    from cinegraph.store.location import folder_of
    from cinegraph.store.restore import check_backup, restore

    if check:
        manifest = check_backup(file)
        told = f"The backup is in good order: {manifest.articles:,} articles, {manifest.size / 1e6:,.1f} MB."
    else:
        manifest = restore(file, folder_of(session.store_path, "restored"), force=force)
        told = f"{session.store_path} holds the graph of {manifest.articles:,} articles."
    if format == "json":
        import json

        store = None if check else str(session.store_path)
        read = {"file": str(file), "store": store, "articles": manifest.articles, "bytes": manifest.size}
        click.echo(json.dumps(read, ensure_ascii=False))
    else:
        session.talk(told)
