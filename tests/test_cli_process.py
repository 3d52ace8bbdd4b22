"""Commands as real processes: pipes, signals, colours, locales, and what they load."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from processes import computed_aside, needs_proc
from queries_fixture import WIDER, build_store
from waiting import AT_LAST, until

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HEAVY = {"rdflib", "networkx", "pyvis", "pyshacl", "trafilatura", "faker", "pypdf", "jinja2"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("process") / "store", WIDER)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "cinegraph", *arguments]


def run(*arguments: str, store: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    inherited = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(
        command("--store", str(store), *arguments),
        capture_output=True,
        env={**inherited, **environment},
        timeout=AT_LAST,
        check=False,
    )


def test_answers_go_to_standard_output_and_talk_to_standard_error(store: Path) -> None:
    found = run("person", "Orlova", store=store)
    assert (found.returncode, found.stderr) == (0, b"")
    unknown = run("person", "Nobody Known", store=store)
    assert (unknown.returncode, unknown.stdout) == (3, b"")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("person", "Orlova"), 0),
        (("person",), 2),
        (("query", "-e", "SELEC"), 2),
        (("person", "Nobody Known"), 3),
        (("film", "Stone River"), 5),
        (
            (
                "query",
                "-e",
                SLOW,
                "--time-limit",
                "0.3",
            ),
            7,
        ),
    ],
)
def test_exit_codes_are_those_of_the_contract(store: Path, arguments: tuple[str, ...], code: int) -> None:
    result = run(*arguments, store=store)
    assert result.returncode == code
    assert b"Traceback" not in result.stderr


def test_a_reader_that_leaves_is_no_error(store: Path) -> None:
    """`cinegraph query … | head -1` says nothing on standard error."""
    query = "SELECT * WHERE { ?a ?b ?c . ?d a cg:Film }"
    for arguments in (("query", "-e", query, "--format", "csv"), ("export", "--format", "nquads")):
        process = subprocess.Popen(
            command("--store", str(store), *arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=AT_LAST) in (0, 141)
        process.stderr.close()


@needs_proc
def test_an_interrupt_ends_a_query_at_once(store: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background inherits it as ignored
    process = subprocess.Popen(
        command("--store", str(store), "query", "-e", SLOW, "--time-limit", "500"), stderr=subprocess.PIPE
    )
    signal.signal(signal.SIGINT, before)
    until("the query to be at work", lambda: computed_aside(process.pid) > 0.2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=AT_LAST)
    assert process.returncode == 130
    assert said.strip() == b"Interrupted."


def test_colours_are_given_only_when_wanted(store: Path) -> None:
    escape = b"\x1b["
    assert escape not in run("person", "Orlova", store=store).stdout
    assert escape in run("person", "Orlova", store=store, FORCE_COLOR="1").stdout
    assert escape not in run("person", "Orlova", store=store, FORCE_COLOR="1", NO_COLOR="1").stdout
    plain = run("--no-color", "person", "Orlova", store=store, FORCE_COLOR="1")
    assert plain.returncode == 0
    assert escape not in plain.stdout


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_output_is_utf8_under_any_locale(store: Path, tmp_path: Path, locale: str) -> None:
    result = run("film", "Salt Road", store=store, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert result.returncode == 0
    assert "Соляная дорога" in result.stdout.decode("utf-8")
    target = tmp_path / "card.txt"
    assert run("film", "Salt Road", "-o", str(target), store=store, LC_ALL=locale, PYTHONUTF8="0").returncode == 0
    assert "Соляная дорога" in target.read_text(encoding="utf-8")


def test_names_that_are_no_text_end_in_a_message(store: Path) -> None:
    result = subprocess.run(
        [*map(os.fsencode, command("--store", str(store), "person")), b"Bal\xe9\xff"], capture_output=True, check=False
    )
    assert result.returncode == 3
    assert b"Traceback" not in result.stderr


def test_lines_are_not_wrapped_in_a_pipe(store: Path) -> None:
    shown = run("explain", "Salt Road", store=store, COLUMNS="40").stdout.decode("utf-8")
    assert max(map(len, shown.splitlines())) > 100


def test_a_look_up_loads_nothing_heavy(store: Path) -> None:
    code = (
        "import sys; from cinegraph.cli.program import program\n"
        "try: program(sys.argv[1:], prog_name='cinegraph')\n"
        "except SystemExit as end: print(end.code, *sorted(sys.modules), sep='\\n', file=sys.stderr)"
    )
    for arguments in (("person", "Orlova"), ("film", "Salt Road", "--evidence"), ("explain", "Salt Road")):
        ended = subprocess.run(
            [sys.executable, "-c", code, "--store", str(store), *arguments], capture_output=True, text=True, check=True
        )
        first, *modules = ended.stderr.split()
        assert first == "0"
        assert "pyoxigraph" in modules
        assert HEAVY.isdisjoint(modules)
        assert not [name for name in modules if name.startswith("cinegraph.extract")]


def test_the_same_question_gets_the_same_answer(store: Path) -> None:
    for arguments in (
        ("person", "Orlova", "--evidence"),
        ("festival", "Cannes", "--format", "turtle"),
        ("query", "-e", "CONSTRUCT WHERE { ?s ?p ?o }"),
        ("stats", "--format", "json"),
    ):
        answers = {run(*arguments, store=store, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")}
        assert len(answers) == 1


def test_the_shell_completes_commands_names_and_questions(store: Path) -> None:
    def completed(*words: str) -> list[str]:
        line = ["cinegraph", "--store", str(store), *words]
        result = run(
            store=store, _CINEGRAPH_COMPLETE="bash_complete", COMP_WORDS=" ".join(line), COMP_CWORD=str(len(line) - 1)
        )
        assert result.stderr == b""
        return [item.partition(",")[2] for item in result.stdout.decode().splitlines() if item]

    assert completed("per") == ["person"]
    assert completed("person", "орло") == ["Vera Orlova"]
    assert completed("film", "Stone") == ["Stone River"]
    assert completed("person", "zzzz") == []
    assert "film_titles" in completed("query", "--name", "film_")
