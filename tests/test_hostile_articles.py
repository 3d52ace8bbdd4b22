"""Hostile articles: each ends in a message that names it, within bounds of memory, and stops none of the others."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cinegraph.articles import Source, document_of, read_article
from cinegraph.articles.deadline import within
from cinegraph.articles.sentences import LONGEST_SENTENCE
from cinegraph.errors import ArticleError
from cinegraph.extract.overlaps import Overlaps
from hostile_files import REFUSED, TAKEN, Content, written

MOST_MEMORY = 1_500_000_000
LIMITED = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MOST_MEMORY}, {MOST_MEMORY}))
from cinegraph.cli import main
main()
"""
# Far more than any machine needs, and far less than what is endless.
ENDLESS = 600


def _write(folder: Path, files: Mapping[str, Content]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(written(content))


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_its_name_and_the_reason(name: str, tmp_path: Path) -> None:
    content, said = REFUSED[name]
    _write(tmp_path, {name: content})
    with pytest.raises(ArticleError) as failure:
        read_article(Source(name, tmp_path / name))
    assert failure.value.message.startswith(f"{name}: ")
    assert said in failure.value.message
    assert len(failure.value.message) < 300


@pytest.mark.skipif(sys.platform != "linux", reason="NO LIMIT OF MEMORY: only Linux holds a process to one")
def test_a_folder_of_hostile_files_is_built_within_bounds_and_what_is_good_in_it_is_taken(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    _write(folder, {**TAKEN, **{name: content for name, (content, _) in REFUSED.items()}})
    odd = [
        "\x1b[31mred\x07.txt",
        "two\nlines.txt",
        "\u202etxt.exe.txt",
        "=cmd|'A1'.txt",
        "half\udced.txt",
        "<b>&amp;.txt",
    ]
    for number, name in enumerate(odd):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + os.fsencode(name))).write_text(f"Ada Lens directed Ran {number}.")
    (folder / "\x1b[2Jempty.txt").write_text(" ")
    program = [sys.executable, "-c", LIMITED, "--store", str(tmp_path / "graph"), "build", str(folder)]
    done = subprocess.run(program, capture_output=True, text=True, timeout=ENDLESS)
    assert done.returncode == 4, done.stderr
    failed = [line for line in done.stderr.splitlines() if line.startswith("Failed: ")]
    assert len(failed) == len(REFUSED) + 1
    assert all(any(line.startswith(f"Failed: {name}: ") for line in failed) for name in REFUSED)
    assert "Traceback" not in done.stderr
    assert "MemoryError" not in done.stderr
    for printed in (done.stdout, done.stderr):
        assert not any(sign in printed for sign in "\x1b\x07\u202e")
    sparql = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a cg:Article }"
    asked = [
        sys.executable,
        "-m",
        "cinegraph",
        "--store",
        str(tmp_path / "graph"),
        "query",
        "-e",
        sparql,
        "--format",
        "csv",
    ]
    counted = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    assert int(counted[1]) == len(TAKEN) + len(odd)


def test_work_that_does_not_end_is_ended_and_said_of_its_article() -> None:
    with pytest.raises(ArticleError, match=r"endless\.txt: takes more than 0\.05 s"):
        _work_for_ever("endless.txt", 0.05)


def _work_for_ever(name: str, seconds: float) -> None:
    """Work that keeps every error to itself."""
    with within(name, seconds):
        while True:
            try:
                sum(range(1000))
            except Exception:
                continue


def test_a_limit_that_was_kept_leaves_nothing_behind() -> None:
    import signal

    with within("a.txt"), within("b.txt", 0.0001):
        assert signal.getitimer(signal.ITIMER_PROF)[0] > 1
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert signal.getsignal(signal.SIGPROF) is signal.SIG_DFL


def test_a_text_without_a_full_stop_is_cut_between_words() -> None:
    text = "the sea and " * 1_000 + "x" * 5_000
    spans = [(s.start, s.end) for s in document_of(text).sentences]
    assert all(0 < end - start <= LONGEST_SENTENCE for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
    assert all(text[start - 1] == " " for start, _ in spans[1:6])


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=20), st.integers(0, 60), st.integers(1, 20))
def test_overlaps_are_those_that_a_look_at_all_finds(stretches: list[tuple[int, int]], start: int, length: int) -> None:
    spans = [(a, a + n) for a, n in stretches]
    found = Overlaps((a, b, (a, b)) for a, b in spans).of(start, start + length)
    assert sorted(found) == sorted((a, b) for a, b in spans if a < start + length and start < b)
