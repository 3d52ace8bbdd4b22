"""``cinegraph completion``: completion for the shell."""

from __future__ import annotations

import click

from cinegraph.cli.completion import VARIABLE

_PLAIN = "COMPREPLY+=($value)"
_CUT = 'string split "," $completion'
_QUOTED = """[[ ${COMP_WORDS[COMP_CWORD]} == [\\"\\']* ]] || printf -v value %q "$value"
            COMPREPLY+=("$value")"""


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
    script = kind(program, {}, "cinegraph", VARIABLE).source()
    if shell == "bash":
        # Names have spaces; click's script would put them on the line as several words.
        assert _PLAIN in script, "click's script for bash has changed"
        script = script.replace(_PLAIN, _QUOTED)
    if shell == "fish":
        # A name with a comma would be cut there.
        assert _CUT in script, "click's script for fish has changed"
        script = script.replace(_CUT, _CUT.replace("split", "split -m1"))
    click.echo(script)
