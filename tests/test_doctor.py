"""A doctor notices each kind of damage, says so in words, and mends what can be mended: the graph is then as it was."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cinegraph.cli.program import program
from cinegraph.pipeline import build
from cinegraph.store import open_for_building, open_store
from cinegraph.store.damage import look_over
from cinegraph.store.layout import FORMAT, Layout, Snapshot
from pipeline_fixture import EXTRACTOR, write_articles
from store_fixture import publish_mark, start


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store after a build."""
    folder = tmp_path_factory.mktemp("doctor")
    build(folder / "store", [str(write_articles(folder / "articles"))], extractor=EXTRACTOR)
    return folder / "store"


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "store"))


def run(store: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(program, ["--store", str(store), *arguments])
    assert "inside cinegraph" not in result.stderr, result.stderr
    return result


def graph(store: Path) -> tuple[object, ...]:
    with open_store(store) as opened:
        articles = [opened.articles.extraction(name) for name in opened.articles.names()]
        return sorted(map(str, opened.quads())), articles, [hit.id for hit in opened.names.exact("salt road")]


def snapshot(store: Path) -> Snapshot:
    return Layout(store).snapshot(int((store / "current").read_text()))


def largest(folder: Path) -> Path:
    return max(folder.glob("*.sst"), key=lambda path: path.stat().st_size)


def flip(path: Path, place: float = 0.5) -> None:
    data = bytearray(path.read_bytes())
    data[int(len(data) * place)] ^= 0xFF
    path.write_bytes(data)


def kill_a_build(store: Path) -> None:
    program = """
import sys, time
import cinegraph.store.publish as publish
from store_fixture import publish_mark
def stop(*_):
    print("there", flush=True)
    time.sleep(600)
publish.write_index = stop
publish_mark(sys.argv[1], 2, 10)
"""
    process = start(program, str(store))
    assert process.stdout is not None
    assert process.stdout.readline() == "there\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()


DECIDED = '{"kind": "same", "left_name": "A", "left_type": "Film", "right_name": "B", "right_type": "Film"}\n'


def decided(store: Path, lines: str) -> None:
    (store / "decisions.jsonl").write_text(lines, encoding="utf-8")


def misspelt(marker: Path) -> None:
    marker.write_text(marker.read_text().replace("cinegraph", "cinegrapj"))


# For each: what is done to the store, what the doctor calls it, a part of what it says, the exit code.
Harm = Callable[[Path], object]
MENDABLE: dict[str, tuple[Harm, str, str, int]] = {
    "pointer missing": (lambda s: (s / "current").unlink(), "pointer", "is missing", 1),
    "pointer damaged": (lambda s: (s / "current").write_text("\0\0"), "pointer", "is damaged", 1),
    "pointer empty": (lambda s: (s / "current").write_text(""), "pointer", "is damaged", 1),
    "pointer to nothing": (lambda s: (s / "current").write_text("77\n"), "pointer", "77, which is missing", 1),
    "marker missing": (lambda s: (s / "store.json").unlink(), "marker", "has no store.json", 1),
    "marker damaged": (lambda s: (s / "store.json").write_text("{"), "marker", "is damaged", 1),
    "marker one sign off": (lambda s: misspelt(s / "store.json"), "marker", "is damaged", 1),
    "index changed": (lambda s: flip(snapshot(s).index), "graph", "index.sqlite has changed", 1),
    "index cut": (lambda s: os.truncate(snapshot(s).index, 5000), "graph", "index.sqlite has 5,000 bytes", 1),
    "index missing": (lambda s: snapshot(s).index.unlink(), "graph", "index.sqlite is missing", 1),
    "table changed": (lambda s: flip(largest(snapshot(s).graph)), "graph", "has changed", 1),
    "table missing": (lambda s: largest(snapshot(s).graph).unlink(), "graph", "is missing", 1),
    "table empty": (lambda s: os.truncate(largest(snapshot(s).graph), 0), "graph", "has 0 bytes", 1),
    "graph missing": (lambda s: shutil.rmtree(snapshot(s).graph), "graph", "is missing", 1),
    "snapshot missing": (lambda s: shutil.rmtree(snapshot(s).root), "pointer", "which is missing", 1),
    "all snapshots missing": (lambda s: shutil.rmtree(s / "snapshots"), "pointer", "which is missing", 1),
    "snapshot's lock missing": (lambda s: snapshot(s).lock.unlink(), "graph", "lock is missing", 1),
    "index and table": (
        lambda s: (flip(snapshot(s).index), flip(largest(snapshot(s).graph))),
        "graph",
        "index.sqlite has changed",
        1,
    ),
    "checksums missing": (lambda s: snapshot(s).checksums.unlink(), "checksums", "damage may not be noticed", 0),
    "checksums damaged": (lambda s: snapshot(s).checksums.write_text("{"), "checksums", "is damaged", 0),
    "bulk load cut off": (
        lambda s: (snapshot(s).graph / "bulk-1234.sst").write_bytes(b"0" * 2_000_000),
        "leftovers",
        "bulk-1234.sst (2.0 MB)",
        0,
    ),
    "snapshot unfinished": (lambda s: (s / "snapshots" / "9.unfinished").mkdir(), "leftovers", "9.unfinished", 0),
    "snapshot half deleted": (lambda s: (s / "snapshots" / "9.old").mkdir(), "leftovers", "9.old", 0),
    "file unfinished": (lambda s: (s / "current.12.new").write_text("1"), "leftovers", "current.12.new", 0),
    "decision cut off": (lambda s: decided(s, DECIDED[:-9]), "decisions", "line 1, was cut off", 0),
    "second decision cut off": (lambda s: decided(s, DECIDED + DECIDED[:30]), "decisions", "line 2, was cut off", 0),
    "decision damaged": (lambda s: decided(s, "{]\n" + DECIDED), "decisions", "line 1, is no JSON", 1),
    "build killed": (kill_a_build, "lock", "was ended in the middle of a build", 0),
    "older format": (
        lambda s: (s / "store.json").write_text('{"application": "cinegraph", "format": 1}'),
        "format",
        "version 1",
        0,
    ),
}


@pytest.mark.parametrize("harm", MENDABLE)
def test_damage_is_told_and_mended(store: Path, harm: str) -> None:
    before = graph(store)
    do, what, words, code = MENDABLE[harm]
    do(store)
    found = {each.what: each.found for each in look_over(store)}
    assert words in found[what], found
    told = run(store, "doctor")
    assert told.exit_code == code, told.output
    assert "doctor --mend" in told.stdout
    mended = run(store, "doctor", "--mend")
    assert mended.exit_code == 0, mended.output
    assert "Mended: " in mended.stderr or harm == "build killed"
    assert look_over(store) == []
    assert graph(store) == before
    with open_for_building(store):
        pass
    assert graph(store) == before


def test_a_decision_cut_off_is_told_and_stops_no_build(store: Path, built: Path) -> None:
    decided(store, DECIDED + DECIDED[:30])
    told = run(store, "build", str(built.parent / "articles"))
    assert told.exit_code == 0, told.output
    assert "decisions.jsonl, line 2, was cut off" in told.stderr
    with open_store(store) as opened:
        assert [each["left_name"] for each in opened.decisions.records()] == ["A"]
    with open_for_building(store) as building:
        building.decisions.append([json.loads(DECIDED.replace("A", "C"))])
        assert [each["left_name"] for each in building.decisions.records()] == ["A", "C"]
        assert building.decisions.cut_off() == ""


def test_a_whole_decision_without_its_line_end_counts(store: Path) -> None:
    decided(store, DECIDED.rstrip())
    with open_for_building(store) as building:
        building.decisions.append([json.loads(DECIDED.replace("A", "C"))])
        assert [each["left_name"] for each in building.decisions.records()] == ["A", "C"]


def test_lines_that_are_no_decisions_are_set_aside(store: Path) -> None:
    decided(store, "{]\n" + DECIDED + DECIDED[:30])
    done = run(store, "doctor", "--mend")
    assert "set 2 of the lines of decisions.jsonl" in done.stderr
    assert (store / "decisions.jsonl").read_text(encoding="utf-8") == DECIDED
    assert (store / "decisions-damaged-1.jsonl").read_text(encoding="utf-8") == "{]\n" + DECIDED[:30]


def test_a_good_store_has_nothing_wrong(store: Path) -> None:
    assert look_over(store) == []
    before = graph(store)
    result = run(store, "doctor", "--mend")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "store" in result.stdout
    assert graph(store) == before


def test_articles_that_can_be_read_are_carried_over(store: Path) -> None:
    """Of a damaged file of articles everything that can be read is kept, and what is lost is named."""
    before = graph(store)
    with sqlite3.connect(store / "articles.sqlite") as connection:
        connection.execute("CREATE TABLE filler (text)")
        connection.execute("INSERT INTO filler VALUES (zeroblob(100000))")
    connection.close()
    data = bytearray((store / "articles.sqlite").read_bytes())
    # The header's count of free pages: nothing that is read of articles.
    data[36:40] = (99).to_bytes(4, "big")
    (store / "articles.sqlite").write_bytes(data)
    (wrong,) = look_over(store)
    assert (wrong.what, wrong.bad) == ("articles", True)
    assert "every article can be read" in wrong.found
    mended = run(store, "doctor", "--mend")
    assert mended.exit_code == 0, mended.output
    assert "articles-damaged-1.sqlite" in mended.stderr
    assert graph(store) == before
    assert (store / "articles-damaged-1.sqlite").read_bytes() == bytes(data)


def test_lost_articles_are_named_and_a_build_brings_them_back(store: Path, built: Path) -> None:
    before = graph(store)
    with sqlite3.connect(store / "articles.sqlite") as connection:
        connection.execute("UPDATE articles SET extraction = x'00' WHERE name = 'two.txt'")
    connection.close()
    told = run(store, "doctor")
    assert told.exit_code == 1
    assert "1 of 3 can no longer be read: two.txt" in told.stdout
    assert "cinegraph build FILE" in told.stdout
    for _ in range(2):
        assert run(store, "doctor", "--mend").exit_code == 1
        assert len(list(store.glob("articles-damaged-*"))) == 1
    build(store, [str(built.parent / "articles")], extractor=EXTRACTOR)
    assert graph(store) == before
    assert run(store, "doctor").exit_code == 0


@pytest.mark.parametrize("harm", ["deleted", "rubbish", "empty"])
def test_a_lost_file_of_articles_leaves_the_graph_and_a_build_brings_it_back(
    store: Path, built: Path, harm: str
) -> None:
    before = graph(store)
    file = store / "articles.sqlite"
    for ending in ("-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    if harm == "deleted":
        file.unlink()
    else:
        file.write_bytes(b"rubbish" * 900 if harm == "rubbish" else b"")
    told = run(store, "doctor")
    assert told.exit_code == 1
    assert "3 of 3 can no longer be read" in told.stdout
    mended = run(store, "doctor", "--mend")
    assert mended.exit_code == 1
    assert "build them again from their files" in mended.stdout
    with open_store(store) as opened:
        assert sorted(map(str, opened.quads())) == before[0]
    build(store, [str(built.parent / "articles")], extractor=EXTRACTOR)
    assert graph(store) == before
    assert run(store, "doctor").exit_code == 0


def test_a_text_that_has_changed_is_noticed_by_its_quotes(store: Path) -> None:
    with sqlite3.connect(store / "articles.sqlite") as connection:
        connection.execute(
            "UPDATE articles SET text = CAST(REPLACE(CAST(text AS TEXT), 'Vera', 'Vega') AS BLOB) "
            "WHERE name = 'one.txt'"
        )
    connection.close()
    assert "1 of 3 can no longer be read: one.txt" in run(store, "doctor").stdout


def test_a_graph_that_cannot_be_made_anew_is_left_and_said(tmp_path: Path) -> None:
    """Nothing was found in the one article, so a graph made of it would be an empty one."""
    store = tmp_path / "store"
    publish_mark(store, 1, 300)
    table = largest(snapshot(store).graph)
    flip(table)
    damaged = table.read_bytes()
    mended = run(store, "doctor", "--mend")
    assert mended.exit_code == 1
    assert table.read_bytes() == damaged
    with open_store(store) as opened:
        assert opened.key == "1"


def test_damage_that_only_a_backup_mends(store: Path, tmp_path: Path) -> None:
    before = graph(store)
    assert run(store, "backup", str(tmp_path / "saved.zip")).exit_code == 0
    flip(largest(snapshot(store).graph))
    refused = run(store, "backup", str(tmp_path / "damaged.zip"))
    assert refused.exit_code == 1
    assert "doctor --mend" in refused.stderr
    assert not (tmp_path / "damaged.zip").exists()
    (store / "articles.sqlite").write_bytes(b"rubbish" * 900)
    (store / "current").write_text("?")
    (store / "store.json").write_text("")
    assert run(store, "doctor", "--mend").exit_code == 1
    assert run(store, "restore", str(tmp_path / "saved.zip"), "--force").exit_code == 0
    assert graph(store) == before
    assert run(store, "doctor").exit_code == 0


def test_a_build_under_way_is_no_damage(store: Path) -> None:
    with open_for_building(store):
        (store / "snapshots" / "9.unfinished").mkdir()
        assert look_over(store) == []
        assert run(store, "doctor").exit_code == 0
        refused = run(store, "doctor", "--mend")
        assert refused.exit_code == 1
        assert f"another build (process {os.getpid()})" in refused.stderr


def test_a_full_disk_is_told(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type(shutil.disk_usage("/"))
    monkeypatch.setattr("cinegraph.store.damage.shutil.disk_usage", lambda _: usage(9, 9, 100))
    full = run(store, "doctor")
    assert full.exit_code == 1
    assert "make room" in full.stdout
    monkeypatch.setattr("cinegraph.store.damage.shutil.disk_usage", lambda _: usage(9, 9, 1_100_000))
    assert run(store, "doctor").exit_code == 0
    assert [each.what for each in look_over(store)] == ["disk"]


def test_a_read_only_folder_is_told(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != store and real(path, mode))
    assert [(each.what, each.bad) for each in look_over(store)] == [("folder", False)]
    assert run(store, "doctor").exit_code == 0


def test_what_is_no_store_of_ours_is_not_mended(tmp_path: Path, store: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    assert run(tmp_path / "mine", "doctor").exit_code == 1
    assert run(tmp_path / "mine", "doctor", "--mend").exit_code == 1
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]
    (store / "store.json").write_text(json.dumps({"application": "cinegraph", "format": FORMAT + 1}))
    newer = run(store, "doctor", "--mend")
    assert newer.exit_code == 1
    assert "install a newer cinegraph" in newer.stderr + newer.stdout
    assert json.loads((store / "store.json").read_text())["format"] == FORMAT + 1


def test_no_store_is_no_fault(tmp_path: Path) -> None:
    assert run(tmp_path / "none", "doctor").exit_code == 0
    assert run(tmp_path / "none", "doctor", "--mend").exit_code == 0
    assert not (tmp_path / "none").exists()
