"""Building and removing through the command line: what is said, what fails, what is lost (nothing)."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cinegraph.cli.program import program

PROFILE = """---
title: The road of Vera Orlova
publisher: The Reel Review
date: 2020-02-10
---
Vera Orlova directed Salt Road. Salt Road premiered at the Cannes Film Festival in 2019.
Director Vera Orlova was born in Riga.
"""
REPORT = "Salt Road, directed by Vera Orlova, won the FIPRESCI Prize at the Cannes Film Festival in 2019.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "profile.md").write_text(PROFILE, encoding="utf-8")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    return folder


def run(store: Path, *arguments: str, **options: object) -> Result:
    result = CliRunner().invoke(program, ["--store", str(store), *arguments], **options)  # type: ignore[arg-type]
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "inside cinegraph" not in result.stderr
    return result


def built(store: Path, *arguments: str) -> dict[str, object]:
    result = run(store, "build", *arguments, "--format", "json")
    document = json.loads(result.stdout)
    assert isinstance(document, dict)
    return document


def test_a_build_is_summed_up_and_an_unchanged_one_costs_nothing(tmp_path: Path, articles: Path) -> None:
    store = tmp_path / "store"
    first = run(store, "build", str(articles))
    assert first.exit_code == 0, first.stderr
    assert "2 articles in the graph (2 added)" in first.stdout
    assert "Claims" in first.stdout
    second = built(store, str(articles))
    assert (second["changed"], second["unchanged"]) == (False, ["profile.md", "report.txt"])
    assert run(store, "film", "Salt Road").exit_code == 0


def test_a_file_that_fails_does_not_stop_the_others(tmp_path: Path, articles: Path) -> None:
    store = tmp_path / "store"
    (articles / "broken.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    (articles / "empty.txt").write_text("")
    result = run(store, "build", str(articles))
    assert result.exit_code == 4
    assert "Failed: broken.txt" in result.stderr
    assert "Failed: empty.txt" in result.stderr
    assert "2 articles in the graph" in result.stdout


def test_nothing_that_can_be_read_is_an_error(tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"\x00\xff" * 99)
    assert run(tmp_path / "store", "build", str(folder)).exit_code == 2
    assert run(tmp_path / "store", "build", str(tmp_path / "none")).exit_code == 2


def test_gone_files_are_reported_and_pruned_on_request(tmp_path: Path, articles: Path) -> None:
    store = tmp_path / "store"
    run(store, "build", str(articles))
    (articles / "report.txt").unlink()
    kept = run(store, "build", str(articles))
    assert "report.txt" in kept.stderr
    assert "--prune" in kept.stderr
    assert built(store, str(articles), "--prune")["removed"] == ["report.txt"]


def test_an_article_is_removed_by_name(tmp_path: Path, articles: Path) -> None:
    store = tmp_path / "store"
    run(store, "build", str(articles))
    assert run(store, "remove", "report.txt").exit_code == 0
    assert "report.txt" not in run(store, "stats", "--articles").stdout
    near = run(store, "remove", "profil.md")
    assert near.exit_code == 3
    assert "profile.md" in near.stderr


def test_quiet_says_nothing_and_a_pipe_is_read(tmp_path: Path) -> None:
    store = tmp_path / "store"
    result = CliRunner().invoke(program, ["--store", str(store), "-q", "build", "-"], input=REPORT)
    assert (result.exit_code, result.output) == (0, "")
    assert run(store, "search", "Salt Road").exit_code == 0


def test_the_suggested_commands_work_when_pasted(tmp_path: Path, articles: Path) -> None:
    """From the very folder and with the very program that built, in a shell."""
    result = subprocess.run(
        [sys.executable, "-m", "cinegraph", "--store", "my graph", "build", str(articles)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
    )
    commands = [line.strip() for line in result.stdout.partition("Try next:")[2].splitlines() if line.strip()]
    assert len(commands) == 3
    assert all(kind in command for kind, command in zip(("", " query -e ", " view "), commands, strict=True))
    for command in commands:
        pasted = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False)
        assert pasted.returncode == 0, (command, pasted.stderr)
    page = Path(shlex.split(commands[2])[-1])
    assert (tmp_path / page).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
