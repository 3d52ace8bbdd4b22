"""A store of an older format can be asked as it is; the next build, or a doctor, brings it to the present one."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from cinegraph.errors import StoreError
from cinegraph.store import open_for_building, open_store
from cinegraph.store.checksums import damaged_files, read_checksums
from cinegraph.store.layout import FORMAT, OLDEST_READ, Layout
from store_fixture import publish_mark

FIXTURES = Path(__file__).parent / "fixtures"
OLDER = range(OLDEST_READ, FORMAT)


@pytest.fixture(params=OLDER)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store as the version of that format left it after two builds and a removal."""
    with zipfile.ZipFile(FIXTURES / f"store-format-{request.param}.zip") as archive:
        archive.extractall(tmp_path / "old")
    assert json.loads((tmp_path / "old" / "store.json").read_text())["format"] == request.param
    return tmp_path / "old"


def told(path: Path) -> tuple[object, ...]:
    with open_store(path) as store:
        articles = [store.articles.extraction(name) for name in store.articles.names()]
        return sorted(map(str, store.quads())), articles, store.key, sorted(map(str, store.runs()))


def test_every_older_format_has_a_fixture() -> None:
    assert [number for number in OLDER if not (FIXTURES / f"store-format-{number}.zip").is_file()] == []
    assert len(OLDER) >= 1


def test_it_can_be_asked_as_it_is(old: Path) -> None:
    quads, articles, _, runs = told(old)
    assert len(quads) > 100  # type: ignore[arg-type]
    assert len(articles) == 2  # type: ignore[arg-type]
    assert runs
    with open_store(old) as store:
        assert [hit.id for hit in store.names.exact("salt road")] == ["film/salt-road"]
    assert Layout(old).check() < FORMAT


def test_the_next_build_migrates_it(old: Path) -> None:
    before = told(old)
    with open_for_building(old):
        pass
    layout = Layout(old)
    assert layout.check() == FORMAT
    assert told(old) == before
    (number,) = layout.numbers()
    assert len(read_checksums(layout.snapshot(number)) or {}) > 5
    assert damaged_files(layout.snapshot(number)) == []


def test_a_migration_that_was_cut_off_is_done_again(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = told(old)

    class KilledError(Exception):
        pass

    def killed(*_: object) -> None:
        raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(Layout, "mark", killed)
        with pytest.raises(KilledError), open_for_building(old):
            pass
    assert Layout(old).check() < FORMAT
    assert told(old) == before
    with open_for_building(old):
        pass
    assert Layout(old).check() == FORMAT
    assert told(old) == before


def test_damage_is_not_blessed(old: Path) -> None:
    """A snapshot that is damaged already gets no checksums that say it is good."""
    layout = Layout(old)
    (number,) = layout.numbers()
    layout.snapshot(number).index.write_bytes(b"rubbish" * 500)
    with open_for_building(old):
        pass
    assert layout.check() == FORMAT
    assert read_checksums(layout.snapshot(number)) is None


def test_a_lost_pointer_of_format_1_finds_its_snapshot_again(old: Path) -> None:
    before = told(old)
    (old / "current").unlink()
    with pytest.raises(StoreError, match="doctor --mend"):
        open_store(old)
    with open_for_building(old):
        pass
    assert told(old) == before


def test_a_lost_pointer_is_no_empty_store(tmp_path: Path) -> None:
    """A build must not take the graph for missing, and delete it."""
    publish_mark(tmp_path, 1)
    (tmp_path / "current").unlink()
    with pytest.raises(StoreError, match="doctor --mend"):
        publish_mark(tmp_path, 2)
    assert Layout(tmp_path).numbers() == [1]


def test_a_changed_bit_is_noticed(tmp_path: Path) -> None:
    publish_mark(tmp_path, 1, 500)
    snapshot = Layout(tmp_path).snapshot(1)
    assert damaged_files(snapshot) == []
    table = max(snapshot.graph.glob("*.sst"), key=lambda path: path.stat().st_size)
    data = bytearray(table.read_bytes())
    data[len(data) // 2] ^= 1
    table.write_bytes(data)
    assert damaged_files(snapshot) == [f"graph/{table.name} has changed"]
    (snapshot.graph / "CURRENT").unlink()
    snapshot.index.write_bytes(b"")
    found = damaged_files(snapshot)
    assert len(found) == 3
    assert {each.split()[0] for each in found} == {"graph/CURRENT", f"graph/{table.name}", "index.sqlite"}
