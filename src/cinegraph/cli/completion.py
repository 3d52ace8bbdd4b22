"""Completion of names and of named queries, from the graph that the command line so far means."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from cinegraph.cli.plain import one_line, well_formed
from cinegraph.errors import CinegraphError
from cinegraph.kinds import EntityType

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from cinegraph.store import NameHit

Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]
VARIABLE = "_CINEGRAPH_COMPLETE"
_MOST = 20


def names_of(*types: EntityType) -> Completer:
    """What completes an argument with names of these types; none means any."""

    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        if not incomplete.strip():
            return []
        try:
            hits = _near(ctx, well_formed(incomplete), types)
        except CinegraphError:
            # Whoever presses the tabulator key wants no message in the middle of a line.
            return []
        found = [_completed(hit, incomplete) for hit in hits if one_line(hit.label) == hit.label]
        return list({item.value: item for item in found}.values())

    return complete


def _completed(hit: NameHit, incomplete: str) -> CompletionItem:
    """The name. Fish offers only what has in it what was typed: for it another name, or one in that script."""
    from click.shell_completion import CompletionItem

    typed = incomplete.casefold()
    if os.environ.get(VARIABLE) == "fish_complete" and typed not in hit.label.casefold():
        from cinegraph.cli.own_script import in_script_of

        for name in (hit.label, hit.name):
            own = name if typed in name.casefold() else in_script_of(incomplete, name)
            if own is not None and one_line(own) == own:
                return CompletionItem(own, help=hit.label)
    return CompletionItem(hit.label)


def _near(ctx: click.Context, text: str, types: tuple[EntityType, ...]) -> list[NameHit]:
    from cinegraph.store import open_store

    store_path = ctx.find_root().params.get("store") or "./.cinegraph"
    with open_store(store_path) as store:
        return [hit for kind in types or (None,) for hit in store.names.search(text, _MOST, kind) if hit.score >= 90]


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
