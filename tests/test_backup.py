"""A backup is the graph that readers see, whole; a restored one is that graph; the damaged and hostile is refused."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cinegraph import Graph
from cinegraph.cli.program import program
from cinegraph.errors import CinegraphError, InputError, StoreError
from cinegraph.model import Extraction
from cinegraph.store import open_for_building, open_store
from cinegraph.store.archive import Archive
from cinegraph.store.layout import Layout
from cinegraph.store.publish import Building
from cinegraph.store.restore import check_backup, restore
from knowledge_fixture import KNOWLEDGE
from store_fixture import publish, publish_mark

Entries = dict[str, bytes]


def save(store: Path, target: Path, *, force: bool = False) -> bytes:
    with open_store(store) as opened:
        opened.backup(target, force=force)
    return target.read_bytes()


def everything(store: Path) -> tuple[object, ...]:
    """All that a store holds, comparable."""
    with open_store(store) as opened:
        quads = sorted(map(str, opened.quads()))
        articles = [opened.articles.extraction(name) for name in opened.articles.names()]
        names = [hit.id for hit in opened.names.search("orlova")]
        return quads, articles, names, opened.key, opened.decisions.records(), sorted(map(str, opened.runs()))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store"
    publish(path, KNOWLEDGE)
    with open_for_building(path) as building:
        building.decisions.append([{"kind": "accept", "who": "Vera"}])
        with open_store(path) as opened:
            building.record_run([next(opened.quads())])
        building.cache.set_folders([(KNOWLEDGE.documents[0].name, "/articles")])
    return path


@pytest.fixture
def backup(store: Path, tmp_path: Path) -> Path:
    save(store, tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def test_a_restored_store_is_the_one_that_was_saved(store: Path, backup: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    manifest = restore(backup, new)
    assert manifest.articles == len(KNOWLEDGE.documents) > 1
    assert everything(new) == everything(store)
    assert len(everything(new)[4]) == 1  # type: ignore[arg-type]
    with open_for_building(new) as building:
        assert building.cache.folders() == {KNOWLEDGE.documents[0].name: "/articles"}
    assert [entry.name for entry in (new / "snapshots").iterdir()] == ["1"]
    assert not list(new.rglob("pending"))


def test_backups_of_one_graph_are_the_same_bytes(store: Path, backup: Path, tmp_path: Path) -> None:
    assert save(store, tmp_path / "again.zip") == backup.read_bytes()
    restore(backup, tmp_path / "new")
    assert save(tmp_path / "new", tmp_path / "third.zip") == backup.read_bytes()


def test_a_backup_beside_a_build_is_the_graph_that_its_reader_opened(store: Path, tmp_path: Path) -> None:
    before = everything(store)
    with open_store(store) as reader:
        with open_for_building(store) as building:
            reader.backup(tmp_path / "during.zip")
            building.publish((), (), [], "empty")
        reader.backup(tmp_path / "after.zip")
    assert (tmp_path / "during.zip").read_bytes() == (tmp_path / "after.zip").read_bytes()
    restore(tmp_path / "after.zip", tmp_path / "new")
    assert everything(tmp_path / "new") == before
    assert everything(store) != before


def test_nothing_is_replaced_unless_told(store: Path, backup: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    publish_mark(other, 7)
    before = everything(other)
    with pytest.raises(InputError, match="--force"):
        restore(backup, other)
    with pytest.raises(InputError, match="--force"):
        save(store, backup)
    assert everything(other) == before
    with open_store(other) as reader:
        restore(backup, other, force=True)
        assert [quad.object.value for quad in reader.quads()] == ["7"]
        assert reader.articles.document("mark.txt").text == "mark 7"
    assert everything(other) == everything(store)
    assert zipfile.is_zipfile(backup)


def test_a_restored_store_loses_decisions_that_the_backup_has_not(store: Path, backup: Path) -> None:
    before = everything(store)
    with open_for_building(store) as building:
        building.decisions.append([{"kind": "reject", "who": "Nino"}])
    restore(backup, store, force=True)
    assert everything(store) == before


def test_a_store_in_use_is_not_restored(backup: Path, store: Path) -> None:
    with open_for_building(store), pytest.raises(StoreError, match="another build"):
        restore(backup, store, force=True)


@pytest.mark.parametrize("moment", ["unpack_articles", "_switch", "complete_restoring"])
def test_a_restoring_that_is_cut_off_leaves_the_old_graph_or_the_new(
    store: Path, backup: Path, tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is left is as after a kill: the clean-up of an exception is that of the snapshot under way only."""
    other = tmp_path / "other"
    publish_mark(other, 7)
    before = everything(other)

    class KilledError(Exception):
        pass

    def killed(*_: object) -> None:
        raise KilledError

    where: object = "cinegraph.store.publish.complete_restoring"
    with monkeypatch.context() as patched:
        if moment == "_switch":
            patched.setattr(Building, "_switch", killed)
        elif moment == "unpack_articles":
            patched.setattr("cinegraph.store.restore.unpack_articles", killed)
        else:
            restored = Building.restore

            def late(self: Building, archive: Archive) -> None:
                patched.setattr(str(where), killed)
                restored(self, archive)

            patched.setattr(Building, "restore", late)
        with pytest.raises(KilledError):
            restore(backup, other, force=True)
    assert everything(other) == (everything(store) if moment == "complete_restoring" else before)
    with open_for_building(other):
        pass
    assert everything(other) == (everything(store) if moment == "complete_restoring" else before)
    assert not list(other.rglob("pending"))


def contents(backup: Path) -> Entries:
    with zipfile.ZipFile(backup) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewrite(backup: Path, entries: Entries, *, truthful: bool = True) -> None:
    """Write a backup anew; the manifest says what is in it, unless it is not to."""
    if truthful:
        manifest = json.loads(entries["manifest.json"])
        manifest["files"] = {
            name: [len(data), hashlib.sha256(data).hexdigest()]
            for name, data in entries.items()
            if name != "manifest.json"
        }
        entries["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(backup, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)


def files(folder: Path) -> list[Path]:
    # SQLite's readers make and delete those.
    return sorted(path for path in folder.rglob("*") if not path.name.endswith(("-wal", "-shm")))


def refused(backup: Path, words: str, tmp_path: Path) -> None:
    """A backup is refused by restoring and by checking, and a store keeps its graph."""
    other = tmp_path / "other"
    publish_mark(other, 7)
    before, outside = everything(other), files(tmp_path)
    with pytest.raises(CinegraphError, match=words):
        restore(backup, other, force=True)
    assert everything(other) == before
    assert files(tmp_path) == outside
    new = tmp_path / "new"
    with pytest.raises(CinegraphError, match=words):
        restore(backup, new)
    assert not new.exists() or Layout(new).current_number() is None


@pytest.mark.parametrize("place", range(12))
def test_a_damaged_backup_is_refused(backup: Path, tmp_path: Path, place: int) -> None:
    data = bytearray(backup.read_bytes())
    # Places all over the file; some lie in what ZIP itself checks, some in what only the manifest does.
    data[len(data) * place // 12 + 40] ^= 0x55
    backup.write_bytes(data)
    with pytest.raises(InputError):
        check_backup(backup)
    refused(backup, "backup", tmp_path)


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9, 0.999])
def test_a_part_of_a_backup_is_refused(backup: Path, tmp_path: Path, part: float) -> None:
    data = backup.read_bytes()
    backup.write_bytes(data[: int(len(data) * part)])
    refused(backup, "no backup of cinegraph", tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "../escaped",
        "/etc/escaped",
        "graph/../../escaped",
        "graph/sub/escaped",
        "graph/..",
        "graph/",
        "graph/.hidden",
        "C:\\escaped",
        "graph\\..\\escaped",
        "current",
        "store.json",
        "graph/a\nb",
    ],
)
def test_names_that_lead_elsewhere_are_refused(backup: Path, tmp_path: Path, name: str) -> None:
    entries = contents(backup)
    entries[name] = b"hostile"
    rewrite(backup, entries)
    refused(backup, "which no backup does", tmp_path)


def altered(backup: Path, change: Callable[[zipfile.ZipInfo], None]) -> None:
    entries = contents(backup)
    with zipfile.ZipFile(backup, "w") as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name)
            if name == "runs.nq":
                change(info)
            archive.writestr(info, data)


def test_links_and_devices_are_refused(backup: Path, tmp_path: Path) -> None:
    for kind in (stat.S_IFLNK, stat.S_IFDIR, stat.S_IFCHR):
        altered(backup, lambda info, kind=kind: setattr(info, "external_attr", (kind | 0o777) << 16))  # type: ignore[misc]
        refused(backup, "no plain file", tmp_path)


def test_bombs_are_refused_before_they_go_off(backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = contents(backup)
    # Larger than it says: no more is unpacked than was said.
    rewrite(backup, dict(whole))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(backup, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("runs.nq", b"0" * 50_000_000)
    refused(backup, "which no backup does", tmp_path)
    # As large as it says, and larger than the disk.
    entries = dict(whole)
    entries["graph/000999.sst"] = b"0" * 50_000_000
    rewrite(backup, entries)
    assert backup.stat().st_size < 3_000_000
    monkeypatch.setattr("cinegraph.store.restore._SPARE", 1 << 60)
    refused(backup, "MB free", tmp_path)


def test_entries_that_are_not_what_the_manifest_says_are_refused(backup: Path, tmp_path: Path) -> None:
    whole = contents(backup)
    rewrite(backup, {**whole, "decisions.jsonl": b"!" * len(whole["decisions.jsonl"])}, truthful=False)
    refused(backup, "not what its checksum says", tmp_path)
    rewrite(backup, {**whole, "decisions.jsonl": b""}, truthful=False)
    refused(backup, "another size", tmp_path)
    for name in ("index.sqlite", "articles.jsonl", "graph/CURRENT"):
        rewrite(backup, {each: data for each, data in whole.items() if each != name})
        refused(backup, "missing", tmp_path)
    rewrite(backup, {each: data for each, data in whole.items() if each != "manifest.json"}, truthful=False)
    refused(backup, "has no manifest", tmp_path)


def manifests() -> Iterator[tuple[bytes, str]]:
    yield b"[]", "belongs to something else"
    yield b'{"kind": "other"}', "belongs to something else"
    yield b"{", "manifest.json cannot be read"
    yield b"[" * 200_000, "manifest.json cannot be read"
    good = {"kind": "cinegraph-backup", "version": 1, "format": 1, "key": "k", "articles": 0, "files": {}}
    for change, words in (
        ({"version": 99}, "newer cinegraph"),
        ({"format": 99}, "newer cinegraph"),
        ({"version": "x"}, "manifest.json cannot be read"),
        ({"files": {"runs.nq": [-1, ""]}}, "manifest.json cannot be read"),
        ({"files": [1]}, "manifest.json cannot be read"),
        ({"articles": None}, "manifest.json cannot be read"),
    ):
        yield json.dumps({**good, **change}).encode(), words


@pytest.mark.parametrize(("manifest", "words"), list(manifests()))
def test_manifests_of_another_kind_are_refused(backup: Path, tmp_path: Path, manifest: bytes, words: str) -> None:
    rewrite(backup, {**contents(backup), "manifest.json": manifest}, truthful=False)
    refused(backup, words, tmp_path)


def test_right_checksums_do_not_make_a_graph(backup: Path, tmp_path: Path) -> None:
    whole = contents(backup)
    line = whole["articles.jsonl"].splitlines(keepends=True)
    for change, words in (
        ({"index.sqlite": b"rubbish" * 999}, "no graph"),
        ({"graph/CURRENT": b"rubbish"}, "no graph"),
        ({"articles.jsonl": b"".join(line[1:])}, "lacks the article"),
        ({"articles.jsonl": b"{}\n"}, "no article"),
        ({"articles.jsonl": b"[" * 100_000}, "no article"),
        ({"articles.jsonl": b'{"name": 1}\n'}, "no article"),
    ):
        rewrite(backup, {**whole, **change})
        refused(backup, words, tmp_path)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("mine")
    refused(file, "no backup of cinegraph", tmp_path)
    refused(tmp_path / "none.zip", "cannot be read", tmp_path)
    refused(tmp_path, "cannot be read", tmp_path)


def test_a_damaged_article_is_noticed_when_it_is_saved(store: Path, tmp_path: Path) -> None:
    with open_for_building(store) as building:
        connection = building.cache._connection
        connection.execute("UPDATE articles SET document = x'00' WHERE name = ?", (KNOWLEDGE.documents[0].name,))
    with open_store(store) as opened, pytest.raises(StoreError, match="damaged"):
        opened.backup(tmp_path / "backup.zip")
    assert not list(tmp_path.glob("*.zip"))
    assert not list(tmp_path.glob(".*"))


def test_a_restored_backup_mends_the_articles_that_are_damaged(store: Path, backup: Path) -> None:
    before = everything(store)
    with open_for_building(store) as building:
        building.cache._connection.execute("UPDATE articles SET document = x'00'")
    restore(backup, store, force=True)
    assert everything(store) == before


def test_halves_of_characters_survive(tmp_path: Path) -> None:
    from cinegraph.model import Document
    from cinegraph.store import ArticleKey

    key = ArticleKey("odd.txt", "0" * 64, "fixture")
    with open_for_building(tmp_path / "store") as building:
        building.cache.put(key, Extraction(Document("odd.txt", "half \udce9 of one\n\u2028", "0" * 64)))
        building.publish((), (), [key], "odd")
    save(tmp_path / "store", tmp_path / "backup.zip")
    restore(tmp_path / "backup.zip", tmp_path / "new")
    assert everything(tmp_path / "new") == everything(tmp_path / "store")


# The commands


def run(store: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(program, ["--store", str(store), *arguments])
    assert "inside cinegraph" not in result.stderr
    return result


def test_the_commands(store: Path, tmp_path: Path) -> None:
    file, folder, new = tmp_path / "films.zip", tmp_path / "backups", tmp_path / "new"
    folder.mkdir()
    first = run(store, "backup", str(file))
    assert (first.exit_code, first.stdout) == (0, f"{file}\n")
    assert run(store, "backup", str(file)).exit_code == 2
    assert run(store, "backup", str(file), "--force").exit_code == 0
    named = Path(run(store, "-q", "backup", str(folder)).stdout.strip())
    assert named.parent == folder
    assert named.name.startswith("store-20")
    assert named.read_bytes() == file.read_bytes()
    assert run(new, "restore", "--check", str(file)).exit_code == 0
    assert not new.exists()
    assert run(new, "restore", str(file)).exit_code == 0
    assert run(new, "restore", str(file)).exit_code == 2
    assert run(new, "restore", str(file), "--force").exit_code == 0
    assert everything(new) == everything(store)
    saved = json.loads(run(store, "backup", str(file), "--force", "--format", "json").stdout)
    assert saved == {"file": str(file), "articles": len(Graph(store).articles()), "bytes": file.stat().st_size}
    checked = json.loads(run(new, "restore", "--check", str(file), "--format", "json").stdout)
    read = json.loads(run(new, "restore", "--force", str(file), "--format", "json").stdout)
    assert (checked["store"], read["store"]) == (None, str(new))
    assert checked["articles"] == read["articles"] == saved["articles"]
    assert run(tmp_path / "none", "backup", str(tmp_path / "x.zip")).exit_code == 1
    assert run(store, "backup", str(tmp_path / "no" / "x.zip")).exit_code == 2


def test_a_backup_that_was_killed_leaves_nothing_for_long(store: Path, tmp_path: Path) -> None:
    left = tmp_path / ".films.zip.123.cinegraph-part"
    left.write_bytes(b"half")
    assert run(store, "backup", str(tmp_path / "films.zip")).exit_code == 0
    assert not left.exists()


def test_a_backup_that_fails_leaves_the_file_that_was_there(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "films.zip"
    file.write_bytes(b"older")

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("cinegraph.store.backup.os.fsync", full)
    result = run(store, "backup", str(file), "--force")
    assert result.exit_code == 2
    assert "No space left" in result.stderr
    assert file.read_bytes() == b"older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["films.zip", "store"]


def test_a_disk_that_may_only_be_read_is_told(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(30, os.strerror(30))

    monkeypatch.setattr("cinegraph.store.backup.open", refused, raising=False)
    monkeypatch.setattr(Path, "unlink", refused)
    result = run(store, "backup", str(tmp_path / "films.zip"))
    assert result.exit_code == 2
    assert "Read-only file system" in result.stderr


def test_entries_are_read_in_pieces(backup: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        opened = Archive(backup, archive)
        sizes = [len(piece) for name in opened.manifest.files for piece in opened.pieces(name)]
    assert sizes
    assert max(sizes) <= 1 << 20
