"""At a terminal: a pager where it is needed, completion of names with spaces, names told apart."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from cinegraph.cli.card_text import card_lines
from cinegraph.cli.program import COMMANDS, program
from cinegraph.questions.cards import Card, Entry, Section
from cinegraph.questions.facts import Fact, Thing
from cinegraph.questions.naming import told_apart
from cinegraph.questions.portraits import portrait_of
from queries_fixture import WIDER, build_store
from waiting import AT_LAST


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("habits") / "store", WIDER)


def at_terminal(store: Path, *arguments: str, **environment: str) -> str:
    """What a command shows on a terminal of 80 by 24 with a pager that marks what it is given."""
    leader, follower = pty.openpty()
    given = {"TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "80", "LINES": "24", "CINEGRAPH_PAGER": "sed s/^/P:/"}
    kept = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "PAGER", "LESS")}
    process = subprocess.Popen(
        [sys.executable, "-m", "cinegraph", "--store", str(store), *arguments],
        stdin=follower, stdout=follower, stderr=follower, env={**kept, **given, **environment}, start_new_session=True,
    )  # fmt: skip
    os.close(follower)
    seen, deadline = b"", time.monotonic() + AT_LAST
    while time.monotonic() < deadline:
        if not select.select([leader], [], [], 1)[0]:
            continue
        try:
            seen += os.read(leader, 65536)
        except OSError:
            break
    process.wait(timeout=AT_LAST)
    os.close(leader)
    return seen.decode("utf-8").replace("\r\n", "\n")


def test_only_what_does_not_fit_the_terminal_goes_through_a_pager(store: Path) -> None:
    long = at_terminal(store, "person", "Orlova")
    assert long.startswith("P:Vera Orlova\n")
    assert all(line.startswith("P:") for line in long.splitlines())
    short = at_terminal(store, "search", "Eva Lind", "--limit", "1")
    assert "Eva Lind" in short
    assert "P:" not in short


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(("--no-pager", "person", "Orlova"), {}), (("person", "Orlova"), {"CINEGRAPH_PAGER": "cat"}),
     (("person", "Orlova"), {"TERM": "dumb"})],
)  # fmt: skip
def test_nobody_is_paged_who_does_not_want_it(
    store: Path, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    shown = at_terminal(store, *arguments, **environment)
    assert shown.startswith("Vera Orlova\n")


def test_a_pipe_is_never_paged(store: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cinegraph", "--store", str(store), "person", "Orlova"],
        capture_output=True, text=True, env={**os.environ, "CINEGRAPH_PAGER": "sed s/^/P:/"}, check=True,
    )  # fmt: skip
    assert done.stdout.startswith("Vera Orlova\n")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("typed", "completed"),
    [("orl", "Vera\\ Orlova"), ('"vera', "Vera Orlova"), ("\\'nino", "Nino Lomidze")],
)
def test_bash_completes_a_name_to_one_word(store: Path, tmp_path: Path, typed: str, completed: str) -> None:
    script = tmp_path / "completion.bash"
    script.write_text(CliRunner().invoke(program, ["completion", "bash"]).stdout)
    command = tmp_path / "cinegraph"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m cinegraph "$@"\n')
    command.chmod(0o755)
    ask = (
        f"source {script}; COMP_WORDS=(cinegraph person {typed!r}); COMP_WORDS[2]=$TYPED; COMP_CWORD=2; "
        '_cinegraph_completion cinegraph; printf "%s" "${COMPREPLY[0]}"'
    )
    environment = {
        **os.environ,
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "TYPED": typed.replace("\\", ""),
        "CINEGRAPH_STORE": str(store),
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(["bash", "-c", ask], capture_output=True, text=True, env=environment, check=False)
    assert done.stdout == completed, done.stderr


def card_of(*entries: Entry) -> str:
    thing = Thing("person/a", "Person", "A")
    card = Card(thing, (), "director", (Section("x", "Films", entries),), (), 0, {})
    return "\n".join(card_lines(card))


def test_two_things_of_one_name_are_told_apart_on_a_card() -> None:
    both = card_of(Entry("Ran", "film/ran"), Entry("Ran", "series/ran"))
    assert "Ran (film)" in both
    assert "Ran (series)" in both
    assert "Ran (film/ran-2)" in card_of(Entry("Ran", "film/ran"), Entry("Ran", "film/ran-2"))
    assert "(film)" not in card_of(Entry("Ran", "film/ran"), Entry("Ikiru", "film/ikiru"))


def test_names_say_what_they_are() -> None:
    film = Thing("film/beanpole", "Film", "Beanpole")
    names = told_apart(film, {"Beanpole": "en", "Дылда": "ru", "Dylda": "en", "Une grande fille": "en"})
    assert [(each.name, each.kind, each.language) for each in names] == [
        ("Dylda", "transliterated", ""),
        ("Une grande fille", "translated", ""),
        ("Дылда", "original", "ru"),
    ]
    person = Thing("person/b", "Person", "Kantemir Balagov")
    assert [each.kind for each in told_apart(person, {"Kantemir Balagov": "en", "Balagov": "en"})] == ["variant"]


def test_somebody_is_what_the_credits_say() -> None:
    me, film = Thing("person/a", "Person", "A"), Thing("film/f", "Film", "F")
    directed = Fact("1", film, "director", me)
    acted = Fact("2", film, "cast_member", me)
    assert portrait_of(me, [directed, acted]).what == "director, actor; F"
    assert portrait_of(me, []).what == "person"
    met = Fact("3", me, "residence", "Riga", articles=("b.md",))
    assert portrait_of(me, [met]).what == "person; named in b.md"


def test_every_command_that_answers_has_formats_and_an_example() -> None:
    helps = {name: CliRunner().invoke(program, [name, "--help"]).stdout for name in COMMANDS}
    assert len(helps) >= 26
    # What completion prints is read by the shell alone.
    assert [name for name, text in helps.items() if "--format" not in text] == ["completion"]
    assert [name for name, text in helps.items() if "cinegraph " + name not in text.split("Options:")[0]] == []
