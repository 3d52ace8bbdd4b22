"""What happens to readers, and to the graph, when builds run, clash, are killed, or meet a bad disk."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Quad

from cinegraph.errors import NotFoundError, StoreError
from cinegraph.store import ArticleKey, open_for_building, open_store
from cinegraph.store.answers import Solutions
from cinegraph.store.layout import FORMAT
from knowledge_fixture import KNOWLEDGE
from store_fixture import TESTS, marks, publish, publish_mark, start
from waiting import AT_LAST

ALL_MARKS = "SELECT ?mark (COUNT(*) AS ?n) { ?s <https://example.org/mark> ?mark } GROUP BY ?mark"


def marks_in(path: Path) -> dict[str, int]:
    with open_store(path) as store:
        answer = store.query(ALL_MARKS)
        assert isinstance(answer, Solutions)
        return {mark.value: int(number.value) for mark, number in answer}  # type: ignore[union-attr]


def snapshots(path: Path) -> list[str]:
    return sorted(entry.name for entry in (path / "snapshots").iterdir())


def test_what_is_published_is_found(tmp_path: Path) -> None:
    publish(tmp_path / "store", KNOWLEDGE, "the key")
    with open_store(tmp_path / "store") as store:
        assert store.key == "the key"
        assert len(list(store.quads())) > 500
        assert store.articles.names() == [document.name for document in KNOWLEDGE.documents]
        for document in KNOWLEDGE.documents:
            assert store.articles.document(document.name) == document


def test_an_unknown_article_is_not_found_and_near_ones_are_named(tmp_path: Path) -> None:
    publish(tmp_path / "store", KNOWLEDGE)
    with open_store(tmp_path / "store") as store, pytest.raises(NotFoundError) as caught:
        store.articles.document("interviev.html")
    assert caught.value.suggestions == ("interview.html",)


def test_a_reader_keeps_the_graph_and_articles_it_opened(tmp_path: Path) -> None:
    path = tmp_path / "store"
    publish_mark(path, 1)
    with open_store(path) as lazy, open_store(path) as busy:
        assert len(list(busy.quads())) == 1
        for mark in (2, 3, 4):
            publish_mark(path, mark)
        # One had opened its graph before, the other opens it only now.
        for store in (busy, lazy):
            assert [quad.object.value for quad in store.quads()] == ["1"]
            assert store.articles.document("mark.txt").text == "mark 1"
        assert snapshots(path) == ["1", "4"]
    assert marks_in(path) == {"4": 1}
    publish_mark(path, 5)
    assert snapshots(path) == ["5"]


def test_many_readers_of_many_graphs(tmp_path: Path) -> None:
    path = tmp_path / "store"
    opened = []
    for mark in range(14):
        publish_mark(path, mark)
        opened.append(open_store(path))
    for mark, store in enumerate(opened):
        assert [quad.object.value for quad in store.quads()] == [str(mark)]
        assert store.articles.document("mark.txt").text == f"mark {mark}"
        store.close()


def test_articles_that_no_graph_uses_any_more_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "store"
    publish_mark(path, 1)
    publish_mark(path, 2)
    with open_for_building(path) as building:
        assert ArticleKey("mark.txt", f"{2:064}", "fixture") in building.cache
        assert ArticleKey("mark.txt", f"{1:064}", "fixture") not in building.cache


def test_readers_beside_builds_see_whole_graphs_only(tmp_path: Path) -> None:
    path = tmp_path / "store"
    publish_mark(path, 0, 50)
    program = """
import sys
from pathlib import Path
from test_store_snapshots import marks_in
from cinegraph.store import open_store
path, seen = Path(sys.argv[1]), 0
print("ready", flush=True)
last = 0
while last < 12:
    with open_store(path) as store:
        article = int(store.articles.document("mark.txt").text.split()[1])
        (mark, number), = [(int(q.object.value), len(list(store.quads()))) for q in [next(store.quads())]]
    assert mark == article and number == 50 and mark >= last, (mark, article, number, last)
    assert list(marks_in(path).values()) == [50]
    last, seen = mark, seen + 1
    print(seen, flush=True)
"""
    readers = [start(program, str(path)) for _ in range(2)]
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
    for mark in range(1, 13):
        publish_mark(path, mark, 50)
        # One of them has looked again: however slow the machine, they look while graphs come and go.
        assert mark == 12 or readers[mark % 2].stdout.readline()  # type: ignore[union-attr]
    for reader in readers:
        out, error = reader.communicate(timeout=AT_LAST)
        assert reader.returncode == 0, error
        assert int(out.split()[-1]) > 5


def test_a_second_build_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "store"
    with open_for_building(path), pytest.raises(StoreError, match="another build"), open_for_building(path):
        pass
    publish_mark(path, 1)
    assert marks_in(path) == {"1": 1}


@pytest.mark.parametrize("moment", ["before", "quads", "index", "switch"])
def test_a_killed_build_leaves_the_old_graph(tmp_path: Path, moment: str) -> None:
    path = tmp_path / "store"
    publish_mark(path, 1, 10)
    program = """
import sys, time
import cinegraph.store.publish as publish
from store_fixture import marks, publish_mark
path, moment = sys.argv[1:]
def stop(*_):
    print("there", flush=True)
    time.sleep(600)
def slow(mark, quads):
    yield from marks(mark, 5000)
    stop()
if moment == "before":
    publish._write = stop
elif moment == "index":
    publish.write_index = stop
elif moment == "switch":
    publish.Layout.point_at = stop
else:
    import store_fixture
    store_fixture.marks = slow
publish_mark(path, 2, 10)
"""
    build = start(program, str(path), moment)
    assert build.stdout is not None
    assert build.stdout.readline() == "there\n"
    build.send_signal(signal.SIGKILL)
    build.communicate()
    assert marks_in(path) == {"1": 10}
    publish_mark(path, 3, 7)
    assert marks_in(path) == {"3": 7}
    left = snapshots(path)
    assert len(left) == 1
    assert left[0].isdecimal()


def test_a_failed_build_leaves_the_old_graph_and_nothing_else(tmp_path: Path) -> None:
    def broken() -> Iterator[Quad]:
        yield from marks(2, 3)
        raise RuntimeError("no more")

    path = tmp_path / "store"
    publish_mark(path, 1)
    with pytest.raises(RuntimeError), open_for_building(path) as building:
        building.publish(broken(), (), [], "2")
    assert marks_in(path) == {"1": 1}
    assert snapshots(path) == ["1"]


def test_a_full_disk_leaves_the_old_graph(tmp_path: Path) -> None:
    path = tmp_path / "store"
    publish_mark(path, 1)
    program = """
import resource, signal, sys
from store_fixture import publish_mark
from cinegraph.errors import StoreError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    publish_mark(sys.argv[1], 2, 20_000)
except StoreError as error:
    print(error)
"""
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    build = start(program, str(path))
    out, error = build.communicate(timeout=AT_LAST)
    assert build.returncode == 0, error
    assert "the graph is as it was before" in out
    assert marks_in(path) == {"1": 1}
    assert snapshots(path) == ["1"]


def as_nobody(program: str, *arguments: str) -> str:
    """What a program says that is run by a user who may not write here."""
    # Python itself may lie where others cannot read it, so what is needed is loaded before.
    rights = """
import difflib, encodings.ascii, os, pyoxigraph, sys
import cinegraph.store.answers, cinegraph.store.embedded, cinegraph.store.publish, cinegraph.store.worker
from cinegraph.errors import StoreError
from cinegraph.store import open_store
from store_fixture import publish_mark
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
"""
    process = start(rights + program, *arguments)
    out, error = process.communicate(timeout=AT_LAST)
    assert process.returncode == 0, error
    return out


@pytest.fixture
def open_to_all(tmp_path: Path) -> Iterator[Path]:
    """A folder below /tmp that every user may read; pytest's own are closed to others."""
    folder = Path(os.path.realpath("/tmp")) / f"cinegraph-test-{os.getpid()}"
    folder.mkdir(mode=0o755)
    try:
        yield folder
    finally:
        for each in (folder, *folder.rglob("*")):
            if each.is_dir():
                each.chmod(0o755)
        shutil.rmtree(folder)


def test_a_read_only_store_can_be_asked_but_not_built(open_to_all: Path) -> None:
    path = open_to_all / "store"
    publish(path, KNOWLEDGE)
    for each in (path, *path.rglob("*")):
        each.chmod(0o555 if each.is_dir() else 0o444)
    said = as_nobody(
        """
with open_store(sys.argv[1]) as store:
    print(len(list(store.quads())), len(store.articles.document("interview.html").text), len(store.names.exact("Riga")))
try:
    publish_mark(sys.argv[1], 2)
except StoreError as error:
    print(error)
""",
        str(path),
    )
    found, refused = said.strip().split("\n")
    assert all(int(number) > 0 for number in found.split())
    assert "cannot be written to" in refused


def test_a_folder_that_may_not_be_written_to_is_refused(open_to_all: Path) -> None:
    open_to_all.chmod(0o555)
    said = as_nobody(
        """
try:
    publish_mark(sys.argv[1] + "/new", 2)
except StoreError as error:
    print(error)
""",
        str(open_to_all),
    )
    assert "cannot be written to" in said


def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    for path, words in ((tmp_path / "none", "no store at"), (file, "is a file"), (folder, "not a cinegraph store")):
        with pytest.raises(StoreError, match=words):
            open_store(path)
    for path in (file, folder):
        with pytest.raises(StoreError), open_for_building(path):
            pass
    assert file.read_text() == "mine"
    assert [entry.name for entry in folder.iterdir()] == ["letter.txt"]


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    publish_mark(tmp_path, 1)
    assert marks_in(tmp_path) == {"1": 1}


def test_what_a_build_left_when_it_was_killed_does_not_make_a_folder_foreign(tmp_path: Path) -> None:
    (tmp_path / "store.json.123.new").write_text("{")
    publish_mark(tmp_path, 1)
    assert marks_in(tmp_path) == {"1": 1}
    assert list(tmp_path.glob("*.new")) == []


def test_a_store_in_which_nothing_was_built_says_so(tmp_path: Path) -> None:
    with open_for_building(tmp_path / "store"):
        pass
    with pytest.raises(StoreError, match="nothing has been built"):
        open_store(tmp_path / "store")


@pytest.mark.parametrize(
    ("marker", "words"),
    [
        (json.dumps({"application": "cinegraph", "format": FORMAT + 1}), "install a newer cinegraph"),
        (json.dumps({"application": "cinegraph", "format": "old"}), "build again in a new folder"),
        (json.dumps({"application": "shop"}), "belongs to something else"),
        ("[]", "belongs to something else"),
        ("{", "damaged"),
    ],
)
def test_a_store_of_another_kind_is_refused(tmp_path: Path, marker: str, words: str) -> None:
    publish_mark(tmp_path, 1)
    (tmp_path / "store.json").write_text(marker)
    with pytest.raises(StoreError, match=words):
        open_store(tmp_path)
    with pytest.raises(StoreError, match=words), open_for_building(tmp_path):
        pass


def test_a_damaged_store_says_so(tmp_path: Path) -> None:
    publish_mark(tmp_path, 1)
    (tmp_path / "current").write_text("7\n")
    with pytest.raises(StoreError, match="damaged"):
        open_store(tmp_path)
    (tmp_path / "current").write_text("\x00")
    with pytest.raises(StoreError, match="damaged"):
        open_store(tmp_path)
    (tmp_path / "current").write_text("1\n")
    for file in (tmp_path / "snapshots" / "1" / "graph").iterdir():
        file.write_bytes(b"rubbish")
    with open_store(tmp_path) as store, pytest.raises(StoreError, match="build again"):
        store.query("ASK {}")
    (tmp_path / "snapshots" / "1" / "index.sqlite").write_bytes(b"rubbish" * 200)
    with pytest.raises(StoreError, match="build again"), open_store(tmp_path) as store:
        store.names.exact("anything")


def test_a_look_up_as_a_whole_process_loads_nothing_heavy(tmp_path: Path) -> None:
    publish(tmp_path / "store", KNOWLEDGE)
    program = """
import sys
from cinegraph.store import open_store
with open_store(sys.argv[1]) as store:
    assert store.names.exact("Вера Орлова")
    assert list(store.query("SELECT ?film { ?film a cg:Film }"))
heavy = {"rdflib", "networkx", "trafilatura", "rapidfuzz", "click", "pyvis", "hypothesis"} & set(sys.modules)
assert not heavy, heavy
"""
    # What it takes is measured by tests/benchmarks/lookups.py.
    process = subprocess.run(["python", "-c", program, str(tmp_path / "store")], check=False, env=python_path())
    assert process.returncode == 0


def python_path() -> dict[str, str]:
    import sys

    return {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "PYTHONPATH": str(TESTS)}
