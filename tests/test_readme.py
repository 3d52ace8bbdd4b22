"""The README is executed: its session in a shell, outputs and all; its commands, links and figures are checked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from waiting import AT_LAST

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SESSION = re.compile(r"```console\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)
# What differs from run to run: how long something took.
VOLATILE = re.compile(r"in \d+(?:\.\d+)? (?:ms|s)\b")


def steps() -> list[tuple[str, str]]:
    """Each command of the README's sessions and what it is said to print."""
    found: list[tuple[str, str]] = []
    for session in SESSION.findall(README.read_text(encoding="utf-8")):
        parts = COMMAND.split(session)[1:]
        found += list(zip(parts[::2], (text.strip("\n") for text in parts[1::2]), strict=True))
    return found


@pytest.fixture(scope="module")
def transcript(tmp_path_factory: pytest.TempPathFactory) -> dict[str, subprocess.CompletedProcess[str]]:
    """Every command of the sessions, run one after the other in one empty folder."""
    folder = tmp_path_factory.mktemp("readme")
    scripts = Path(sys.executable).parent
    environment = {k: v for k, v in os.environ.items() if not k.startswith("CINEGRAPH")}
    environment |= {"PATH": f"{scripts}{os.pathsep}{environment['PATH']}", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    return {
        command: subprocess.run(
            command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, timeout=AT_LAST
        )
        for command, _ in steps()
    }


def test_the_readme_shows_a_session() -> None:
    assert len(steps()) >= 5
    assert "cinegraph build" in steps()[0][0]


@pytest.mark.parametrize(("command", "expected"), steps())
def test_the_session_is_true(
    transcript: dict[str, subprocess.CompletedProcess[str]], command: str, expected: str
) -> None:
    done = transcript[command]
    assert done.returncode == 0, done.stderr
    shown = [VOLATILE.sub("in …", line.rstrip()) for line in done.stdout.strip("\n").splitlines()]
    wanted = [VOLATILE.sub("in …", line.rstrip()) for line in expected.splitlines()]
    if wanted and wanted[-1] == "…":
        assert shown[: len(wanted) - 1] == wanted[:-1]
        assert len(shown) >= len(wanted)
    else:
        assert shown == wanted


def test_the_table_of_commands_is_that_of_the_help(tmp_path: Path) -> None:
    """To mend it, put the table that this test prints into the README."""
    help_text = subprocess.run(
        [sys.executable, "-m", "cinegraph", "--help"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": "80"},
    ).stdout
    told = re.findall(r"^  (\w+) {2,}(\S.*)$", help_text.split("Commands:")[1].split("\n\n")[0], re.MULTILINE)
    assert len(told) >= 20
    table = ["| command | what it does |", "|---|---|", *(f"| `{name}` | {what} |" for name, what in told)]
    assert "\n".join(table) in README.read_text(encoding="utf-8"), "the README needs:\n" + "\n".join(table)


def test_pictures_and_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
