"""Completion of names and of named queries, from the graph that the command line so far means."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from cinegraph.cli.plain import one_line, well_formed
from cinegraph.errors import CinegraphError
from cinegraph.kinds import EntityType

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]
_MOST = 20


def names_of(*types: EntityType) -> Completer:
    """What completes an argument with names of these types; none means any."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        if not incomplete.strip():
            return []
        try:
            labels = _near(ctx, well_formed(incomplete), types)
        except CinegraphError:
            # Whoever presses the tabulator key wants no message in the middle of a line.
            return []
        return [CompletionItem(label) for label in labels if one_line(label) == label]

    return complete


def _near(ctx: click.Context, text: str, types: tuple[EntityType, ...]) -> list[str]:
    from cinegraph.store import open_store

    store_path = ctx.find_root().params.get("store") or "./.cinegraph"
    with open_store(store_path) as store:
        hits = [hit for kind in types or (None,) for hit in store.names.search(text, _MOST, kind) if hit.score >= 90]
    return list(dict.fromkeys(hit.label for hit in hits))


def questions_of(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What completes an argument with the names of queries, each with its title."""
    from click.shell_completion import CompletionItem

    from cinegraph.questions.library import load_queries

    return [
        CompletionItem(name, help=query.title) for name, query in load_queries().items() if name.startswith(incomplete)
    ]


def relations_of(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What completes an option with the names of relations."""
    from click.shell_completion import CompletionItem

    from cinegraph.relations import RELATIONS

    return [CompletionItem(name) for name in RELATIONS if name.startswith(incomplete)]
