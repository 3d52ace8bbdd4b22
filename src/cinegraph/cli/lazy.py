"""A group of commands that imports a command's module only when that command is called."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from cinegraph.cli.failures import PipeClosedError, run_guarded

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """Commands by name, each the ``command`` of the module of that name in ``cinegraph.cli.commands``.

    :param commands_told: for each command what it does, in a line: so the list of commands needs none of their modules
    """

    def __init__(self, *args: Any, commands_told: dict[str, str] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.told = commands_told or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which a newcomer meets them."""
        return list(self.told)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in self.told:
            return None
        command = importlib.import_module(f"cinegraph.cli.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.told.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands and options that begin so."""
        from click.shell_completion import CompletionItem

        commands = [CompletionItem(name, help=told) for name, told in self.told.items() if name.startswith(incomplete)]
        # Not that of the group, which would load every command.
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; a misspelt one is told what it may have been."""
        name = args[0]
        if name not in self.told and not name.startswith("-") and not ctx.resilient_parsing:
            from difflib import get_close_matches

            near = get_close_matches(name, self.told, n=3, cutoff=0.6)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise click.UsageError(f"There is no command {name!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; that the reader of a pipe has gone is told apart from other errors, which click does not."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise PipeClosedError from error

    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> Any:
        """Run, translate failures, and end the process with the exit code."""
        options["standalone_mode"] = False
        sys.exit(run_guarded(lambda: super(LazyGroup, self).main(args, *rest, **options)))
