"""Building on a Dask cluster: the same graph, byte for byte, whoever dies; what cannot be used is told soon."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from cinegraph.cli.program import program
from cinegraph.errors import CinegraphError, InputError
from cinegraph.pipeline import BuildReport, Extractor, Progress, build, cluster, there
from cinegraph.store import open_store
from many_fixture import ENOUGH, EXTRACTOR, LOG, extract, slowness, write_many
from store_fixture import start
from waiting import AT_LAST, SOON, until

distributed = pytest.importorskip(
    "distributed", reason="NO DASK: clusters are not tested; pip install 'cinegraph[dask]'"
)
dask = pytest.importorskip("dask")

INTERRUPTIBLE = """
import sys
from cinegraph.pipeline import building
from cinegraph.cli import main
from many_fixture import EXTRACTOR
building.find_extractor = lambda: EXTRACTOR
sys.argv = ["cinegraph", "--store", sys.argv[1], "build", "--scheduler", sys.argv[2], sys.argv[3]]
main()
"""


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What the extractor was given, by the process that it ran in."""
    path = tmp_path_factory.mktemp("log") / "log"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(LOG, str(path))
        yield path


@pytest.fixture(scope="module")
def workers(log: Path) -> Iterator[distributed.LocalCluster]:
    """Two workers, each a process of one thread; a task that two of them died of is given up."""
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=":0"
        ) as local,
    ):
        yield local


@pytest.fixture
def address(workers: distributed.LocalCluster, log: Path) -> str:
    log.write_text("")
    return str(workers.scheduler_address)


@pytest.fixture
def lone_scheduler() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler without workers, in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--no-dashboard", "--host", "127.0.0.1"]
    process = subprocess.Popen([*command, "--port", port], stderr=subprocess.DEVNULL)
    until("the scheduler to listen", lambda: listens(port), AT_LAST)
    yield f"tcp://127.0.0.1:{port}", process
    process.kill()
    process.wait()


def listens(port: str) -> bool:
    with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", int(port))):
        return True
    return False


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_CONNECT_SECONDS", SOON)


def built(store: Path, folder: Path, address: str | None, progress: Progress | None = None) -> BuildReport:
    return build(store, [str(folder)], extractor=EXTRACTOR, scheduler=address, progress=progress)


def contents(store: Path) -> tuple[bytes, list[tuple[object, ...]]]:
    """The whole graph as it is exported, and the readings as they are kept."""
    result = CliRunner().invoke(program, ["--store", str(store), "export", "--format", "nquads"])
    assert result.exit_code == 0
    with open_store(store) as opened:
        names = opened.articles.names()
        extractions = [(name, opened.articles.document(name), opened.articles.extraction(name)) for name in names]
    return result.stdout_bytes, extractions


def given_to(log: Path, article: str) -> int:
    """How often the extractor was given an article."""
    return log.read_text().count(f" {article}\n")


def test_the_graph_is_the_same_though_a_worker_is_killed(
    tmp_path: Path, workers: distributed.LocalCluster, address: str, log: Path
) -> None:
    folder = write_many(tmp_path / "articles", 3 * ENOUGH)
    (folder / "0290.txt").write_text("DEADLY")
    (folder / "0008.txt").write_bytes(b"caf\xe9")
    victim = workers.workers[0].pid
    counted = []

    def progress(done: int, of: int, name: str) -> None:
        counted.append(done)
        if done == ENOUGH:
            os.kill(victim, signal.SIGKILL)

    there_ = built(tmp_path / "there", folder, address, progress)
    assert workers.workers[0].pid != victim
    assert counted == sorted(counted)
    assert counted[-1] == 3 * ENOUGH
    assert [failure.name for failure in there_.failures] == ["0008.txt", "0290.txt"]
    assert "not UTF-8" in there_.failures[0].message
    assert "ended the process that read it, 2 times (killed by SIGKILL)" in there_.failures[1].message
    assert given_to(log, "0290.txt") == 2
    assert len(there_.added) == 3 * ENOUGH - 2
    log.write_text("")
    here = build(tmp_path / "here", [str(folder)], extractor=EXTRACTOR, jobs=2)
    assert (here.added, here.failures) == (there_.added, there_.failures)
    assert contents(tmp_path / "there") == contents(tmp_path / "here")
    assert len(contents(tmp_path / "here")[0].splitlines()) > 20 * ENOUGH


def test_what_is_known_is_not_sent(tmp_path: Path, address: str, log: Path) -> None:
    folder = write_many(tmp_path / "articles", 10)
    built(tmp_path / "store", folder, address)
    log.write_text("")
    assert not built(tmp_path / "store", folder, address).changed
    write_many(folder, 2, "Nothing.")
    report = built(tmp_path / "store", folder, address)
    assert report.replaced == ("0000.txt", "0001.txt")
    assert sorted(line.split()[1] for line in log.read_text().splitlines()) == list(report.replaced)


def test_an_article_that_kills_workers_is_named_and_left_out(tmp_path: Path, address: str) -> None:
    folder = write_many(tmp_path / "articles", ENOUGH)
    (folder / "0050.txt").write_text("MURDEROUS")
    report = built(tmp_path / "store", folder, address)
    assert [failure.name for failure in report.failures] == ["0050.txt"]
    assert "ended every worker of the cluster that read it" in report.failures[0].message
    assert len(report.added) == ENOUGH - 1


def test_a_large_article_is_sent_without_a_word(tmp_path: Path, address: str, recwarn: pytest.WarningsRecorder) -> None:
    folder = write_many(tmp_path / "articles", 2)
    (folder / "large.pdf").write_bytes(b"no PDF " * 2_000_000)
    report = built(tmp_path / "store", folder, address)
    assert [failure.name for failure in report.failures] == ["large.pdf"]
    assert len(report.added) == 2
    assert not [str(each.message) for each in recwarn]


def test_a_fault_that_is_no_articles_stops_all(tmp_path: Path, address: str) -> None:
    folder = write_many(tmp_path / "articles", 20, "FAULTY")
    with pytest.raises(CinegraphError, match="row 3"):
        built(tmp_path / "store", folder, address)


def test_an_interrupt_stops_and_the_next_build_goes_on(tmp_path: Path, address: str, log: Path) -> None:
    folder = write_many(tmp_path / "articles", ENOUGH, "SLOW")
    slow = slowness(log)
    slow.touch()
    store = tmp_path / "store"
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background inherits it as ignored
    process = start(INTERRUPTIBLE, str(store), address, str(folder))
    signal.signal(signal.SIGINT, before)
    until("articles to be read", lambda: process.poll() is not None or log.read_text().count("\n") >= 10, AT_LAST)
    assert process.poll() is None, process.communicate()
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=AT_LAST)[1]
    assert process.returncode == 130
    assert "Traceback" not in said
    assert "Interrupted." in said
    slow.unlink()
    time.sleep(1)
    assert log.read_text().count("\n") < ENOUGH / 2, "the cluster reads on"
    log.write_text("")
    assert len(built(store, folder, address).added) == ENOUGH
    assert log.read_text().count("\n") < ENOUGH


def test_a_cluster_that_would_read_otherwise_is_refused(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "likeness", lambda name, key: {"pypdf": "0.1"})
    with pytest.raises(CinegraphError, match=r"might read otherwise: it has pypdf \d.*, and this machine 0\.1"):
        built(tmp_path / "store", write_many(tmp_path / "articles", 3), address)


def test_what_the_cluster_cannot_load_is_told(tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "only_here.py").write_text("def extract(document): ...")
    monkeypatch.syspath_prepend(str(tmp_path))
    import only_here  # type: ignore[import-not-found]

    folder = write_many(tmp_path / "articles", 3)
    extractor = Extractor("only-here", "1", only_here.extract)
    with pytest.raises(CinegraphError, match=r"cannot be loaded.*only_here.*machines need"):
        build(tmp_path / "store", [str(folder)], extractor=extractor, scheduler=address)
    own = Extractor("own", "1", lambda document: extract(document))
    with pytest.raises(InputError, match="'own' is no function of a module"):
        build(tmp_path / "store", [str(folder)], extractor=own, scheduler=address)


def test_a_cluster_without_workers_or_without_its_scheduler_is_given_up(
    tmp_path: Path, lone_scheduler: tuple[str, subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, process = lone_scheduler
    folder = write_many(tmp_path / "articles", 3)
    monkeypatch.setattr(cluster, "_LOOK_SECONDS", 0.2)
    monkeypatch.setattr(cluster, "_PATIENCE_SECONDS", 1.0)
    with pytest.raises(CinegraphError, match="has had no worker for 1 s; what has been read is kept"):
        built(tmp_path / "store", folder, address)
    monkeypatch.setattr(cluster, "_PATIENCE_SECONDS", 600.0)
    look = cluster.Cluster._look

    def look_and_kill(self: cluster.Cluster) -> None:
        look(self)
        process.kill()

    monkeypatch.setattr(cluster.Cluster, "_look", look_and_kill)
    started = time.monotonic()
    with pytest.raises(CinegraphError, match="answers no more; what has been read is kept"):
        built(tmp_path / "store", folder, address)
    assert time.monotonic() - started < 300


def test_processes_that_wait_are_let_go() -> None:
    crew = there._Crew(1.0)
    greeting = ("many", "many-1", b"")
    with crew.hand(greeting) as first:
        pass
    with crew.hand(greeting) as again, crew.hand(greeting) as other:
        assert again is first
        assert other is not first
    until("those who wait to be let go", lambda: not crew._has_watch)
    with crew.hand(greeting) as later:
        assert later not in (first, other)


@pytest.mark.parametrize(
    ("address", "code", "said"),
    [
        ("nonsense", 2, "'nonsense' is no address of a Dask scheduler"),
        ("http://127.0.0.1:1", 2, "looks like tcp://host:8786"),
        ("tcp://127.0.0.1:1", 1, "no Dask scheduler answers at tcp://127.0.0.1:1"),
    ],
)
def test_the_command_says_what_is_wrong_with_an_address(
    tmp_path: Path, address: str, code: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_CONNECT_SECONDS", 1)
    result = CliRunner().invoke(
        program, ["--store", str(tmp_path / "store"), "build", "--scheduler", address, str(tmp_path)]
    )
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert not (tmp_path / "store").exists()


def test_one_who_takes_the_connection_and_says_nothing_is_no_scheduler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_CONNECT_SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(CinegraphError, match="no Dask scheduler answers"):
            built(tmp_path / "store", tmp_path, address)


def test_without_dask_it_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    command = ["--store", str(tmp_path / "store"), "build", str(tmp_path), "--scheduler", "tcp://127.0.0.1:1"]
    result = CliRunner().invoke(program, command)
    assert (result.exit_code, "pip install 'cinegraph[dask]'" in result.stderr) == (1, True)
    both = CliRunner().invoke(program, [*command, "--jobs", "2"])
    assert (both.exit_code, "--jobs is for this machine" in both.stderr) == (2, True)
