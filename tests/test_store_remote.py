"""A real SPARQL service as the store: everything that the embedded one does, with the same answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
import requests
from click.testing import CliRunner

from cinegraph.cli.program import program
from cinegraph.errors import StoreError
from cinegraph.pipeline import build, remove
from cinegraph.rdf.exchange import export
from cinegraph.store import open_store
from cinegraph.store.remote import vocabulary, writer
from cinegraph.store.remote.endpoint import Endpoint
from cinegraph.store.remote.state import read_state
from remote_fixture import ARTICLES, SOME, cinegraph, needs_oxigraph, needs_virtuoso, oxigraph, virtuoso
from waiting import AT_LAST

COMMANDS = (
    ("person", "балагов"),
    ("person", "Kantemir Balagov", "--format", "json"),
    ("person", "Kantemir Balagov", "--format", "ntriples"),
    ("film", "Beanpole"),
    ("festival", "Cannes"),
    ("search", "luddy"),
    ("explain", "Beanpole"),
    ("conflicts",),
    ("path", "Kantemir Balagov", "Ksenia Sereda"),
    ("stats",),
    ("stats", "--articles"),
    ("network",),
    ("validate",),
    ("view", "Kantemir Balagov", "--hops", "2"),
    ("view", "--type", "person,film", "--max-nodes", "10"),
    ("export", "--format", "trig"),
    ("export", "--format", "facts"),
    ("query", "-e", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
    ("query", "-e", "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"),
    ("query", "-e", "ASK { ?film cg:director ?person }"),
    ("query", "-e", "CONSTRUCT { ?s cg:won ?o } WHERE { ?s cg:won ?o }", "--format", "ntriples"),
    ("query", "--name", "films_of_director", "-p", "director=Kantemir Balagov"),
)
BEYOND_FILES = (("explain", "--article", "closeness-review.md"),)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CINEGRAPH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(writer, "PATIENCE", 0.5)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("articles")
    for name in SOME:
        shutil.copy(ARTICLES / name, folder)
    return [str(folder)]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory, sources: list[str]) -> Path:
    path = tmp_path_factory.mktemp("embedded") / "store"
    build(path, sources)
    return path


@pytest.fixture
def service() -> Iterator[str]:
    with oxigraph() as url:
        yield url


def exported(location: str | Path) -> bytes:
    with open_store(location) as store:
        return export(store.quads(), "nquads")


def load(url: str, nquads: bytes) -> None:
    answer = requests.post(
        url.replace("/query", "/store"), data=nquads, headers={"Content-Type": "application/n-quads"}, timeout=60
    )
    assert answer.ok


def said(location: str | Path, arguments: tuple[str, ...]) -> tuple[int, object, str]:
    """The exit code, the answer (triples have no order), and what is said beside it."""
    ended = CliRunner().invoke(program, ["--store", str(location), *arguments], prog_name="cinegraph")
    assert ended.exception is None or isinstance(ended.exception, SystemExit), ended.exception
    return ended.exit_code, sorted(ended.stdout.splitlines()), ended.stderr


@needs_oxigraph
def test_what_was_loaded_as_a_file_answers_like_the_embedded_store(service: str, embedded: Path) -> None:
    load(service, exported(embedded))
    for arguments in COMMANDS:
        assert said(service, arguments) == said(embedded, arguments), arguments
    code, out, err = said(service, BEYOND_FILES[0])
    assert (code, out) == (1, [])
    assert "not the texts of its articles" in err


@needs_oxigraph
def test_what_was_built_there_answers_like_the_embedded_store_from_another_machine(
    service: str,
    embedded: Path,
    sources: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = build(service, sources)
    assert (len(report.added), report.changed) == (len(SOME), True)
    monkeypatch.setenv("CINEGRAPH_CACHE", str(tmp_path / "another machine"))
    for arguments in (*COMMANDS, *BEYOND_FILES):
        assert said(service, arguments) == said(embedded, arguments), arguments
    assert exported(service) == exported(embedded)


@needs_oxigraph
def test_other_data_in_the_same_service_is_neither_seen_nor_touched(
    service: str, embedded: Path, sources: list[str]
) -> None:
    foreign = b"<urn:x> <urn:y> <urn:z> <urn:others> .\n<urn:d> <urn:e> <urn:f> .\n"
    load(service, foreign)
    build(service, sources)
    with open_store(service) as store, open_store(embedded) as expected:
        count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        assert [row[0].value for row in store.query(count)] == [row[0].value for row in expected.query(count)]  # type: ignore[union-attr]
    remove(service, list(SOME))
    left = requests.get(service.replace("/query", "/store"), headers={"Accept": "application/n-quads"}, timeout=60).text
    ours = (vocabulary.STATE_GRAPH, "graph/runs")
    assert [line for line in left.splitlines() if not any(graph in line for graph in ours)] == sorted(
        foreign.decode().splitlines(), key=left.index
    )


@needs_oxigraph
def test_the_index_of_names_is_the_one_a_build_makes(service: str, embedded: Path) -> None:
    load(service, exported(embedded))
    with open_store(service) as store, open_store(embedded) as expected:
        rows = "SELECT id, type, label, weight, name, folded FROM names JOIN entities ON entity = entities.number"
        found, wanted = store.names._index.rows(rows), expected.names._index.rows(rows)  # type: ignore[attr-defined]
        assert len(found) > 50
        assert sorted(found) == sorted(wanted)


@needs_oxigraph
def test_articles_come_go_and_change_from_two_machines(
    service: str, sources: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alike = tmp_path / "embedded"
    machines = [str(tmp_path / "one"), str(tmp_path / "two")]

    def both(machine: int, change: object) -> None:
        monkeypatch.setenv("CINEGRAPH_CACHE", machines[machine])
        for location in (service, alike):
            change(location)  # type: ignore[operator]
        assert exported(service) == exported(alike)

    both(0, lambda store: build(store, [f"{sources[0]}/{SOME[0]}"]))
    both(1, lambda store: build(store, [f"{sources[0]}/{SOME[1]}", f"{sources[0]}/{SOME[2]}"]))
    changed = tmp_path / SOME[1]
    changed.write_text("# Closeness\n\n*Closeness* was directed by Kira Kovalenko.\n", encoding="utf-8")
    both(0, lambda store: build(store, [str(changed)]))
    both(0, lambda store: remove(store, [SOME[0]]))
    both(1, lambda store: build(store, sources, only=True))
    assert not build(service, sources).changed
    with open_store(service) as store:
        assert len({quad.subject for quad in store.runs()}) == 5


@needs_oxigraph
def test_decisions_are_kept_in_the_service(service: str, sources: list[str], tmp_path: Path) -> None:
    build(service, sources)
    embedded = tmp_path / "embedded"
    build(embedded, sources)
    decisions = tmp_path / "decisions.jsonl"
    decisions.write_text(
        '{"kind": "reject", "left_name": "Beanpole", "left_type": "Film", "relation": "director", '
        '"right_name": "Kantemir Balagov", "right_type": "Person", "who": "vera", "when": "2026-11-26T12:00:00Z"}\n',
        encoding="utf-8",
    )
    for location in (service, embedded):
        done = cinegraph("--store", str(location), "review", "--apply", str(decisions), cache=tmp_path / "one")
        assert done.returncode == 0, done.stderr
    shown = [
        cinegraph("--store", str(location), "review", "--taken", cache=tmp_path / "two").stdout
        for location in (service, embedded)
    ]
    assert b"vera" in shown[0]
    assert shown[0] == shown[1]
    assert exported(service) == exported(embedded)


@needs_oxigraph
def test_a_loaded_graph_is_not_replaced_by_a_build_of_one_article(
    service: str, embedded: Path, sources: list[str]
) -> None:
    before = exported(embedded)
    load(service, before)
    code, _, err = said(service, ("build", f"{sources[0]}/{SOME[0]}"))
    assert code == 1
    assert "--only" in err
    assert exported(service) == before
    assert said(service, ("build", "--only", *sources))[0] == 0
    assert exported(service) == before


class KilledError(BaseException):
    """The builder is no more."""


class Life:
    """Lets a builder change a service so many times, and never again."""

    def __init__(self, changes: int) -> None:
        self.left = changes

    def spend(self, change: Callable[..., None]) -> Callable[..., None]:
        def spent(*arguments: object, **options: object) -> None:
            self.left -= 1
            if self.left < 0:
                raise KilledError
            change(*arguments, **options)

        return spent

    def build(self, service: str, sources: list[str]) -> bool:
        """Whether the build lived to its end."""
        with pytest.MonkeyPatch.context() as patch:
            for name in ("update", "add_to_graph"):
                patch.setattr(Endpoint, name, self.spend(getattr(Endpoint, name)))
            try:
                build(service, sources)
            except KilledError:
                return False
        return True


def outcome(service: str, old: bytes, new: bytes) -> str:
    try:
        found = exported(service)
    except StoreError as error:
        return "said" if "neither old nor new" in error.message else error.message
    return {old: "old", new: "new"}[found]


@needs_oxigraph
@pytest.mark.parametrize(("at_once", "step"), [(20_000, 2), (100, 5)])
def test_a_build_killed_after_any_change_leaves_the_old_graph_or_the_new_one_or_says_so_and_the_next_mends_it(
    service: str, sources: list[str], embedded: Path, monkeypatch: pytest.MonkeyPatch, at_once: int, step: int
) -> None:
    monkeypatch.setattr(writer, "_ONE_OPERATION", at_once)
    monkeypatch.setattr(writer, "_FIRST_SIZE", 500)
    monkeypatch.setattr(writer, "PATIENCE", 0.05)
    first, new = f"{sources[0]}/{SOME[3]}", exported(embedded)
    build(service, [first])
    old = exported(service)
    outcomes: Counter[str] = Counter()
    for changes in range(0, 200, step):
        ended = Life(changes).build(service, sources)
        outcomes[outcome(service, old, new)] += 1
        if ended:
            break
        build(service, sources)
        assert exported(service) == new
        build(service, [first], only=True)
        assert exported(service) == old
    assert outcomes["old"] >= 2
    assert outcomes["new"] >= 1
    assert bool(outcomes["said"]) == (at_once == 100)
    assert set(outcomes) <= {"old", "new", "said"}


@needs_oxigraph
def test_of_two_builds_at_once_one_writes_and_the_other_says_so(
    service: str, sources: list[str], tmp_path: Path
) -> None:
    """Processes with caches of their own, as on two machines, over and over."""
    code = (
        "import sys\nfrom cinegraph.pipeline import build\nfrom cinegraph.errors import StoreError\n"
        "try:\n    build(sys.argv[1], [sys.argv[2]], only=True)\nexcept StoreError as error:\n"
        "    print(error.message)\n    sys.exit(1)"
    )
    possible = set()
    for name in SOME[:2]:
        path = tmp_path / name
        build(path, [f"{sources[0]}/{name}"])
        possible.add(exported(path))
    won = 0
    for _ in range(3):
        processes = [
            subprocess.Popen(
                [sys.executable, "-c", code, service, f"{sources[0]}/{name}"],
                env={**os.environ, "CINEGRAPH_CACHE": str(tmp_path / f"machine {name}")},
                stdout=subprocess.PIPE,
                text=True,
            )
            for name in SOME[:2]
        ]
        ended = [(process.communicate(timeout=AT_LAST)[0], process.returncode) for process in processes]
        for text, code_ in ended:
            assert code_ == 0 or "another build" in text, text
            won += code_ == 0
        assert exported(service) in possible
        assert not read_state(Endpoint(service)).writers
    assert won >= 3


@needs_oxigraph
def test_readers_beside_builds_see_one_graph_or_the_other(
    service: str, sources: list[str], embedded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_ONE_OPERATION", 100)
    first = f"{sources[0]}/{SOME[3]}"
    build(service, [first])
    graphs = {exported(service), exported(embedded)}
    seen: Counter[str] = Counter()
    ended = Event()

    def read() -> None:
        while not ended.is_set():
            try:
                found = exported(service)
            except StoreError as error:
                seen["said" if "build" in error.message else error.message] += 1
            else:
                seen["right" if found in graphs else "wrong"] += 1

    readers = [Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    try:
        for _ in range(3):
            build(service, sources)
            build(service, [first], only=True)
    finally:
        ended.set()
        for reader in readers:
            reader.join()
    assert seen["right"] >= 3
    assert set(seen) <= {"right", "said"}


def test_a_store_in_a_folder_does_without_the_packages_for_services(embedded: Path) -> None:
    code = (
        "import sys\nsys.modules['requests'] = None\nfrom cinegraph.cli import main\n"
        "sys.argv = ['cinegraph', '--store', sys.argv[1], 'person', 'Kantemir Balagov']\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code, str(embedded)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert b"Beanpole" in done.stdout


@needs_virtuoso
def test_virtuoso_holds_and_answers_the_same(
    embedded: Path,
    sources: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with virtuoso(tmp_path) as url:
        # Nobody but the administrator may change it, who proves to be that by digest.
        with pytest.raises(StoreError, match="CINEGRAPH_STORE_USER"):
            build(url, sources)
        monkeypatch.setenv("CINEGRAPH_STORE_USER", "dba")
        monkeypatch.setenv("CINEGRAPH_STORE_PASSWORD", "dba")
        build(url, [f"{sources[0]}/{SOME[3]}"])
        build(url, sources)
        assert exported(url) == exported(embedded)
        for arguments in (*COMMANDS, *BEYOND_FILES):
            assert said(url, arguments) == said(embedded, arguments), arguments
        remove(url, [SOME[0]])
        monkeypatch.setenv("CINEGRAPH_CACHE", str(tmp_path / "another machine"))
        build(url, sources)
        assert exported(url) == exported(embedded)


@needs_virtuoso
def test_a_virtuoso_that_cuts_its_answers_is_found_out(
    sources: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CINEGRAPH_STORE_USER", "dba")
    monkeypatch.setenv("CINEGRAPH_STORE_PASSWORD", "dba")
    with virtuoso(tmp_path, rows=100) as url:
        build(url, sources)
        with pytest.raises(StoreError, match="ResultSetMaxRows"):
            exported(url)
