"""The program: options before the command, and the commands."""

from __future__ import annotations

import os
import sys

import click

from cinegraph import __version__
from cinegraph.cli.lazy import LazyGroup
from cinegraph.cli.session import Session
from cinegraph.store.location import located

COMMANDS = {
    "build": "Read articles into the graph.",
    "remove": "Take articles out of the graph.",
    "person": "Look up a person.",
    "film": "Look up a film or series, by any title.",
    "festival": "Look up a festival and its editions.",
    "award": "Look up a prize and its winners.",
    "search": "Find names in any spelling or script.",
    "explain": "Show the sentences behind claims.",
    "path": "Show how two names are connected, with sentences.",
    "network": "Say who is central, who belongs together, who ties festivals.",
    "compare": "Show two people or films side by side.",
    "conflicts": "Show where articles disagree, side by side.",
    "review": "Decide doubtful merges and weak claims, one by one.",
    "query": "Answer a SPARQL query, or a named one.",
    "questions": "List the named queries.",
    "view": "Draw the graph as one HTML page, or as a picture.",
    "export": "Write the whole graph to a file.",
    "stats": "Count what the graph holds.",
    "validate": "Check the graph against its shapes.",
    "evaluate": "Measure the graph against a gold standard.",
    "generate": "Make up a film graph of any size, to try and to measure.",
    "serve": "Serve the graph: SPARQL, linked data, pages.",
    "backup": "Save the whole store in one file.",
    "restore": "Make a store of a backup.",
    "doctor": "Say what is wrong with the installation or the store.",
    "completion": "Print the script for the shell's completion.",
}
"""The commands, in the order in which a newcomer meets them; what each does, as its module says it too."""


@click.group(
    cls=LazyGroup,
    commands_told=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 error, 2 usage or unusable input, 3 not found, 4 built but some files failed, "
    "5 ambiguous name, 6 validation or conflict threshold, 7 time limit, 130 interrupted.",
)
@click.option(
    "--store",
    metavar="PATH|URL",
    envvar="CINEGRAPH_STORE",
    default="./.cinegraph",
    show_default=True,
    show_envvar=True,
    help="The folder that holds the graph, or the address of a SPARQL service.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print answers and errors only.")
@click.option("--no-color", is_flag=True, help="No colours (NO_COLOR and FORCE_COLOR are honoured too).")
@click.option("--no-pager", is_flag=True, help="Long answers go to the terminal as they are (or CINEGRAPH_PAGER=cat).")
@click.version_option(__version__, prog_name="cinegraph", message="%(prog)s %(version)s")
@click.pass_context
def program(ctx: click.Context, store: str, quiet: bool, no_color: bool, no_pager: bool) -> None:
    """A film knowledge graph from articles, in which every claim shows its sentence.

    \b
    cinegraph build                      read the articles that come with it
    cinegraph person "Kantemir Balagov"  look somebody up
    cinegraph questions                  see what can be asked
    """
    ctx.color = wants_color(no_color)
    named = ctx.get_parameter_source("store") is click.core.ParameterSource.COMMANDLINE
    ctx.obj = Session(located(store), quiet, named)
    speak_utf8()


def wants_color(no_color: bool) -> bool | None:
    """True or False where somebody said so, None where it depends on the terminal (https://no-color.org)."""
    if no_color or os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") not in (None, "", "0") else None


def speak_utf8() -> None:
    """UTF-8 on both streams under any locale; what cannot be encoded is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
