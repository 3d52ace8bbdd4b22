"""``cinegraph completion``: completion for the shell."""

from __future__ import annotations

import click


@click.command("completion", short_help="Print the script for the shell's completion.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that makes the shell complete commands, options, names and questions.

    \b
    eval "$(cinegraph completion bash)"                             # in ~/.bashrc
    eval "$(cinegraph completion zsh)"                              # in ~/.zshrc
    cinegraph completion fish > ~/.config/fish/completions/cinegraph.fish
    """
    from click.shell_completion import get_completion_class

    from cinegraph.cli.program import program

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(program, {}, "cinegraph", "_CINEGRAPH_COMPLETE").source())
