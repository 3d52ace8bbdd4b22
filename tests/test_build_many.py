"""Building with several processes: the same graph, whoever dies; an interrupt loses nothing."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cinegraph.errors import CinegraphError, LexiconError
from cinegraph.pipeline import BuildReport, Extractor, build
from cinegraph.pipeline.workers import can_travel
from cinegraph.store import open_store
from many_fixture import ENOUGH, EXTRACTOR, LOG, slowness, write_many
from store_fixture import start
from waiting import AT_LAST, until

INTERRUPTIBLE = """
import sys
from cinegraph.pipeline import building
from cinegraph.cli import main
from many_fixture import EXTRACTOR
building.find_extractor = lambda: EXTRACTOR
sys.argv = ["cinegraph", "--store", sys.argv[1], "build", "--jobs", "2", sys.argv[2]]
main()
"""


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "log"
    path.touch()
    monkeypatch.setenv(LOG, str(path))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_many(tmp_path / "articles")


def built(store: Path, folder: Path, jobs: int | None = 2) -> BuildReport:
    return build(store, [str(folder)], extractor=EXTRACTOR, jobs=jobs)


def read_by(log: Path) -> dict[str, list[str]]:
    """For each process the articles that it was given."""
    found: dict[str, list[str]] = {}
    for line in log.read_text().splitlines():
        process, name = line.split(" ")
        found.setdefault(process, []).append(name)
    return found


def quads_in(store: Path) -> list[str]:
    with open_store(store) as opened:
        return sorted(str(quad) for quad in opened.quads())


def rows_in(store: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(store / "articles.sqlite")
    rows = connection.execute("SELECT * FROM articles ORDER BY name").fetchall()
    connection.close()
    return rows


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def until_gone(processes: set[int]) -> None:
    """Wait until none of these processes runs."""
    until("the processes to end", lambda: not any(map(is_running, processes)))


def test_several_processes_make_the_same_graph_as_one(tmp_path: Path, folder: Path, log: Path) -> None:
    first = built(tmp_path / "two", folder)
    by_process = read_by(log)
    assert len(by_process) == 2
    assert sorted(name for names in by_process.values() for name in names) == list(first.added)
    log.write_text("")
    alone = built(tmp_path / "one", folder, jobs=1)
    assert len(read_by(log)) == 1
    assert (alone.added, alone.claims, alone.entities) == (first.added, first.claims, first.entities)
    assert quads_in(tmp_path / "one") == quads_in(tmp_path / "two")
    assert len(quads_in(tmp_path / "one")) > 20 * ENOUGH
    assert rows_in(tmp_path / "one") == rows_in(tmp_path / "two")


def test_little_is_read_in_one_process(tmp_path: Path, log: Path) -> None:
    built(tmp_path / "store", write_many(tmp_path / "few", 5))
    assert len(read_by(log)) == 1


def test_what_is_known_is_not_read_again(tmp_path: Path, folder: Path, log: Path) -> None:
    store = tmp_path / "store"
    built(store, folder)
    log.write_text("")
    assert not built(store, folder).changed
    write_many(folder, 3, "Nothing.")
    report = built(store, folder)
    assert report.replaced == ("0000.txt", "0001.txt", "0002.txt")
    assert [sorted(names) for names in read_by(log).values()] == [list(report.replaced)]


def test_a_changed_extractor_reads_all_again_in_processes(tmp_path: Path, folder: Path, log: Path) -> None:
    store = tmp_path / "store"
    built(store, folder)
    before = quads_in(store)
    log.write_text("")
    (folder / "0000.txt").unlink()
    other = Extractor("many", "many-2", EXTRACTOR.extract)
    report = build(store, [str(folder / "0001.txt")], extractor=other, jobs=2)
    assert len(report.refreshed) == ENOUGH
    assert len(read_by(log)) == 2
    assert quads_in(store) == before


def test_an_article_that_kills_its_process_is_tried_twice_and_named(tmp_path: Path, folder: Path, log: Path) -> None:
    (folder / "0007.txt").write_text("DEADLY")
    report = built(tmp_path / "store", folder)
    (failure,) = report.failures
    assert failure.name == "0007.txt"
    assert "SIGKILL" in failure.message
    assert len(report.added) == ENOUGH - 1
    by_process = read_by(log)
    assert [names[-1] for names in by_process.values()].count("0007.txt") == 2
    assert len(by_process) >= 3


def test_an_article_whose_process_dies_once_is_read(tmp_path: Path, folder: Path, log: Path) -> None:
    """As when the system kills a process because memory is short."""
    write_many(folder, ENOUGH, "TROUBLED")
    report = built(tmp_path / "store", folder)
    assert (len(report.added), report.failures) == (ENOUGH, ())
    assert len(read_by(log)) >= 3


def test_a_process_that_needed_much_memory_is_replaced(tmp_path: Path, folder: Path, log: Path) -> None:
    (folder / "0003.txt").write_text("HUGE Salt Road (2019) was directed by Vera Orlova.")
    report = built(tmp_path / "store", folder)
    assert len(report.added) == ENOUGH
    (large,) = [names for names in read_by(log).values() if "0003.txt" in names]
    assert large[-1] == "0003.txt"


def test_failures_in_processes_do_not_stop_the_others(tmp_path: Path, folder: Path) -> None:
    (folder / "0001.txt").write_text("BROKEN")
    (folder / "0002.txt").write_bytes(b"caf\xe9")
    (folder / "0003.txt").write_text("CHATTY")
    report = built(tmp_path / "store", folder)
    assert [failure.name for failure in report.failures] == ["0001.txt", "0002.txt"]
    assert "ZeroDivisionError" in report.failures[0].message
    assert "not UTF-8" in report.failures[1].message
    assert len(report.added) == ENOUGH - 2


def test_a_fault_that_is_no_articles_stops_all_processes(tmp_path: Path, folder: Path) -> None:
    write_many(folder, ENOUGH, "FAULTY")
    with pytest.raises(LexiconError, match="row 3"):
        built(tmp_path / "store", folder)


def test_an_extractor_that_cannot_travel_runs_in_one_process(tmp_path: Path, folder: Path) -> None:
    read = []

    def own(document: object) -> object:
        read.append(document)
        return EXTRACTOR.extract(document)  # type: ignore[arg-type]

    extractor = Extractor("own", "own-1", own)  # type: ignore[arg-type]
    assert not can_travel(extractor)
    assert can_travel(EXTRACTOR)
    build(tmp_path / "store", [str(folder)], extractor=extractor, jobs=2)
    assert len(read) == ENOUGH


def test_a_process_that_cannot_start_is_told(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import many_fixture

    # What a worker finds under this name is something else.
    monkeypatch.setattr(many_fixture, "gone", lambda document: EXTRACTOR.extract(document), raising=False)
    many_fixture.gone.__qualname__ = "gone"  # type: ignore[attr-defined]
    many_fixture.gone.__module__ = "many_fixture"  # type: ignore[attr-defined]
    extractor = Extractor("gone", "gone-1", many_fixture.gone)  # type: ignore[attr-defined]
    with pytest.raises(CinegraphError, match=r"cannot be loaded.*gone.*--jobs 1"):
        build(tmp_path / "store", [str(folder)], extractor=extractor, jobs=2)


def test_an_interrupt_ends_all_processes_and_the_next_build_goes_on(tmp_path: Path, folder: Path, log: Path) -> None:
    write_many(folder, 4 * ENOUGH, "SLOW")
    process = interrupted(tmp_path / "store", folder, log)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=AT_LAST)[1]
    assert process.returncode == 130
    assert "Traceback" not in said
    assert "Interrupted." in said
    workers = {int(each) for each in read_by(log)}
    assert len(workers) == 2
    until_gone(workers)
    slowness(log).unlink()
    known = len(rows_in(tmp_path / "store"))
    assert 3 <= known < 4 * ENOUGH
    log.write_text("")
    report = built(tmp_path / "store", folder)
    assert len(report.added) == 4 * ENOUGH
    assert sum(map(len, read_by(log).values())) == 4 * ENOUGH - known


def test_workers_end_when_their_master_is_killed(tmp_path: Path, folder: Path, log: Path) -> None:
    write_many(folder, 4 * ENOUGH, "SLOW")
    process = interrupted(tmp_path / "store", folder, log)
    process.kill()
    process.communicate(timeout=AT_LAST)
    until_gone({int(each) for each in read_by(log)})
    slowness(log).unlink()
    assert len(built(tmp_path / "store", folder).added) == 4 * ENOUGH


def interrupted(store: Path, folder: Path, log: Path) -> subprocess.Popen[str]:
    """A build that has read a few articles."""
    slowness(log).touch()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background inherits it as ignored
    process = start(INTERRUPTIBLE, str(store), str(folder))
    signal.signal(signal.SIGINT, before)

    def has_read() -> bool:
        return process.poll() is not None or (log.read_text().count("\n") >= 12 and len(read_by(log)) == 2)

    until("articles to be read by both", has_read, AT_LAST)
    assert process.poll() is None, process.communicate()
    return process


def test_the_command_takes_a_number_of_processes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cinegraph", "--store", str(tmp_path / "store"), "build"]
    wrong = subprocess.run([*command, "--jobs", "0"], capture_output=True, text=True, check=False)
    assert (wrong.returncode, "--jobs" in wrong.stderr) == (2, True)


def test_a_worker_does_not_count_the_memory_of_its_master() -> None:
    """It would else be replaced after every article of a master that needs much."""
    code = "from cinegraph.pipeline.worker import _needed; print(_needed())"
    held = bytes(range(256)) * 1_600_000
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert 1_000_000 < int(told) < len(held) - 100_000_000
