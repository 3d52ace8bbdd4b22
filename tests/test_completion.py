"""The completion of names in the shells themselves, where they are installed: in any script, as one word."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from click.testing import CliRunner

from cinegraph.cli.own_script import in_script_of
from cinegraph.cli.program import program
from cinegraph.store.folding import fold
from queries_fixture import WIDER, build_store
from waiting import AT_LAST


def needs(shell: str) -> None:
    if shutil.which(shell) is None:
        warnings.warn(f"{shell} is not installed: its completion is not tested", stacklevel=2)
        pytest.skip(f"needs {shell}: apt-get install {shell}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a command ``cinegraph``, the scripts of the shells, and a store."""
    folder = tmp_path_factory.mktemp("completion")
    build_store(folder / "store", WIDER)
    command = folder / "cinegraph"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m cinegraph "$@"\n')
    command.chmod(0o755)
    for shell in ("fish", "zsh"):
        (folder / f"completion.{shell}").write_text(CliRunner().invoke(program, ["completion", shell]).stdout)
    return folder


def said(folder: Path, *command: str) -> list[str]:
    environment = {
        **os.environ,
        "PATH": f"{folder}:{os.environ['PATH']}",
        "HOME": str(folder),
        "CINEGRAPH_STORE": str(folder / "store"),
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=AT_LAST)
    assert not done.stderr, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("per", ["person\tLook up a person."]),
        ("person orl", ["Vera Orlova"]),
        ("person орло", ["Орлова Вера\tVera Orlova"]),
        ("person вера", ["Вера Орлова\tVera Orlova"]),
        ("person zzzz", []),
    ],
)
def test_fish_offers_names(line: str, offered: list[str], folder: Path) -> None:
    needs("fish")
    found = said(folder, "fish", "-c", f"source {folder}/completion.fish; complete -C'cinegraph {line}'")
    assert found == offered


def test_what_fish_puts_on_the_line_finds_the_name(folder: Path) -> None:
    needs("fish")
    ask = f"source {folder}/completion.fish; set found (complete -C'cinegraph person орло' | string split -f1 \\t)"
    assert said(folder, "fish", "-c", f"{ask}; cinegraph person $found")[0] == "Vera Orlova"


@pytest.mark.parametrize(
    ("words", "offered"),
    [("per", ["person"]), ("person орло", ["Vera Orlova"]), ("person orl", ["Vera Orlova"]), ("person zzzz", [])],
)
def test_zsh_offers_names(words: str, offered: list[str], folder: Path) -> None:
    needs("zsh")
    # What the line editor does with them is zsh's own; without one, what it is given is printed.
    ask = (
        "compdef() {}; compadd() { print -rl -- $completions }; "
        "_describe() { for each in $completions_with_descriptions; do print -r -- ${each%%:*}; done }; "
        f"source {folder}/completion.zsh; words=(cinegraph {words}); CURRENT=$#words; _cinegraph_completion"
    )
    assert said(folder, "zsh", "-f", "-c", ask) == offered


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("балаг", "Kantemir Balagov"),
        ("ბალაგ", "Kantemir Balagov"),
        ("αγγ", "Theo Angelopoulos"),
        ("щер", "Anna Shcherbakova"),
    ],
)
def test_a_name_in_another_script_is_the_same_name(typed: str, name: str) -> None:
    own = in_script_of(typed, name)
    if own is not None:
        assert sorted(fold(own).split()) == sorted(fold(name).split())
        assert own.casefold().startswith(typed)


def test_names_in_cyrillic_and_georgian_can_be_made() -> None:
    assert in_script_of("балаг", "Kantemir Balagov") == "Балагов Кантемир"
    assert in_script_of("ბალაგ", "Kantemir Balagov") is not None
