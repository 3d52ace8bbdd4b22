"""A group of commands that imports a command's module only when that command is called."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from typing import Any

import click

from cinegraph.cli.failures import run_guarded


class LazyGroup(click.Group):
    """Commands by name, each the ``command`` of a module in ``cinegraph.cli.commands``.

    :param modules: for each command its module
    """

    def __init__(self, *args: Any, modules: dict[str, str] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.modules = modules or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which a newcomer meets them."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in self.modules:
            return None
        command = importlib.import_module(f"cinegraph.cli.commands.{self.modules[cmd_name]}").command
        assert isinstance(command, click.Command)
        return command

    def main(self, args: Sequence[str] | None = None, *rest: Any, **options: Any) -> Any:
        """Run, translate failures, and end the process with the exit code."""
        options["standalone_mode"] = False
        sys.exit(run_guarded(lambda: super(LazyGroup, self).main(args, *rest, **options)))
