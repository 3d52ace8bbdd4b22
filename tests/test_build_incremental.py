"""A build that writes only what is different gives what a build of everything gives: quads, names, and what changed."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cinegraph.model import Claim, Document, Entity, EntityRef, EntityType, Evidence, Extraction, Literal, Modality
from cinegraph.pipeline import Extractor, build, decide
from cinegraph.pipeline.changes import changes
from cinegraph.resolve import Decision
from cinegraph.store import bundles, open_store
from cinegraph.store.checksums import damaged_files
from cinegraph.store.index import Index
from cinegraph.store.layout import Layout

PEOPLE = ["Vera Orlova", "Wera Orlowa", "V. Orlova", "Orlova", "Nino Lomidze", "Nino Lomidse", "Lomidze"]
FILMS = ["Salt Road", "SALT ROAD", "The Salt Road", "Glass Orchard", "Northern Line"]
PRIZES = ["Best Director", "Golden Anchor"]
FESTIVALS = ["Cannes Film Festival", "Cannes", "Lantern Festival"]
KINDS = {
    **dict.fromkeys(PEOPLE, EntityType.PERSON),
    **dict.fromkeys(FILMS, EntityType.FILM),
    **dict.fromkeys(PRIZES, EntityType.AWARD),
    **dict.fromkeys(FESTIVALS, EntityType.FESTIVAL),
}
LEXICON = {"Cannes Film Festival": "festival/cannes-film-festival", "Cannes": "festival/cannes-film-festival"}


def extract(document: Document) -> Extraction:
    """What lines such as ``asserted | Salt Road | won | Best Director | year=2019 | festival=Cannes`` say."""
    entities: dict[str, Entity] = {}
    claims = []

    def value_of(name: str) -> EntityRef | Literal:
        if name not in KINDS:
            return Literal(name)
        entities[name] = Entity(name, KINDS[name], name, (name,), LEXICON.get(name))
        return EntityRef(name)

    start = 0
    for line in document.text.split("\n"):
        if line:
            modality, subject, relation, target, *more = line.split(" | ")
            value_of(subject)
            pairs = tuple((name, value_of(value)) for name, value in sorted(part.split("=") for part in more))
            evidence = (Evidence(document.name, start, start + len(line), line, Modality(modality), "line"),)
            claims.append(Claim(subject, relation, value_of(target), pairs, evidence))
        start += len(line) + 1
    return Extraction(document, tuple(entities[each] for each in sorted(entities)), (), tuple(claims))


EXTRACTOR = Extractor("lines", "lines-1", extract)
years = st.sampled_from(["2018", "2019"])
modalities = st.sampled_from(["asserted", "asserted", "hedged", "negated", "planned"])
people, films = st.sampled_from(PEOPLE), st.sampled_from(FILMS)
lines = st.one_of(
    st.builds("{} | {} | director | {}".format, modalities, films, people),
    st.builds("{} | {} | publication_year | {}".format, modalities, films, years),
    st.builds("{} | {} | birth_date | {}".format, modalities, people, st.sampled_from(["1970", "1991"])),
    st.builds("{} | {} | student_of | {}".format, modalities, people, people),
    st.builds("{} | {} | collaborated_with | {}".format, modalities, people, people),
    st.builds(
        "{} | {} | won | {} | year={} | festival={}".format,
        modalities, films, st.sampled_from(PRIZES), years, st.sampled_from(FESTIVALS),
    ),
    st.builds(
        "{} | {} | premiered_at | {} | year={}".format, modalities, films, st.sampled_from(FESTIVALS), years
    ),
)  # fmt: skip
names = st.sampled_from(["a.txt", "b.txt", "c.txt", "deep/d.txt"])
texts = st.lists(lines, min_size=1, max_size=4).map("\n".join)
decisions = st.one_of(
    st.builds(
        lambda kind, left, right: Decision(kind, left, EntityType.PERSON, right, EntityType.PERSON, "a.txt"),
        st.sampled_from(["same", "different"]), people, people,
    ),
    st.builds(
        lambda kind, film, person: Decision(
            kind, film, EntityType.FILM, person, EntityType.PERSON, relation="director"
        ),
        st.sampled_from(["accept", "reject"]), films, people,
    ),
)  # fmt: skip
steps = st.lists(st.one_of(st.dictionaries(names, st.none() | texts, min_size=1, max_size=2), decisions), max_size=4)


def write(folder: Path, articles: Mapping[str, str | None]) -> None:
    for name, text in articles.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text, encoding="utf-8")


def built(store: Path, folder: Path) -> Any:
    return build(store, [str(folder)], only=True, extractor=EXTRACTOR).changes


def state_of(store: Path) -> tuple[list[str], list[str], list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """The graph as sorted N-Quads, its graphs, and the index of names."""
    with open_store(store) as opened:
        quads = sorted(str(quad) for quad in opened.quads())  # type: ignore[attr-defined]
        graphs = sorted(str(name) for name in opened.graph.named_graphs())  # type: ignore[attr-defined]
    layout = Layout(store)
    index = Index(layout.snapshot(layout.current_number() or 0).index)
    try:
        entities = index.rows("SELECT * FROM entities ORDER BY number")
        rows = index.rows("SELECT names.*, grams.rowid FROM names LEFT JOIN grams ON grams.rowid = names.number")
        return quads, graphs, entities, sorted(rows)
    finally:
        index.close()


def patches_of(store: Path) -> int:
    layout = Layout(store)
    path = layout.snapshot(layout.current_number() or 0).bundles
    with sqlite3.connect(path) as connection:
        return int(connection.execute("SELECT patches FROM about").fetchone()[0])


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much has changed, only the differences are written."""
    monkeypatch.setattr(bundles, "_LARGE_SHARE", 0)


PATCHES: list[int] = []


@given(st.dictionaries(names, texts, min_size=1), steps)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_differences_give_what_everything_gives(
    always: None, first: dict[str, str], following: list[dict[str, str | None] | Decision]
) -> None:
    with tempfile.TemporaryDirectory() as place:
        check(Path(place), first, following)


def check(place: Path, first: Mapping[str, str | None], following: list[dict[str, str | None] | Decision]) -> None:
    folder, store = place / "articles", place / "store"
    write(folder, {**first, "always.txt": "asserted | Winter Harbour | director | Nino Lomidze"})
    built(store, folder)
    for number, step in enumerate(following):
        with open_store(store) as before:
            if isinstance(step, Decision):
                told = decide(store, [step]).changes
            else:
                write(folder, step)
                told = built(store, folder)
            with open_store(store) as after:
                if told is not None:
                    assert told == changes(before, after)
        whole = place / f"whole-{number}"
        whole.mkdir()
        built(whole / "store", folder)
        if (taken := store / "decisions.jsonl").exists():
            # It has to follow the same decisions, and to write everything.
            shutil.copy(taken, whole / "store" / "decisions.jsonl")
            for snapshot in (whole / "store" / "snapshots").iterdir():
                (snapshot / "bundles.sqlite").unlink()
            built(whole / "store", folder)
            assert patches_of(whole / "store") == 0
        assert state_of(store) == state_of(whole / "store")
    PATCHES.append(patches_of(store))


def test_only_differences_were_written() -> None:
    """The test above would show nothing if all had been written anew each time."""
    assert not PATCHES or sum(PATCHES) >= 5


def test_files_of_the_graph_before_are_shared(tmp_path: Path, always: None) -> None:
    folder, store = tmp_path / "articles", tmp_path / "store"
    write(folder, {f"{number}.txt": f"asserted | {film} | director | Vera Orlova" for number, film in enumerate(FILMS)})
    built(store, folder)
    layout = Layout(store)
    with open_store(store) as reader:
        first = layout.snapshot(layout.current_number() or 0).graph
        files = {file.name: file.stat().st_ino for file in first.glob("*.sst")}
        write(folder, {"0.txt": "asserted | Salt Road | director | Nino Lomidze"})
        built(store, folder)
        second = layout.snapshot(layout.current_number() or 0).graph
        assert second != first
        shared = {file.name for file in second.glob("*.sst") if files.get(file.name) == file.stat().st_ino}
        assert shared
        assert sum(1 for _ in reader.quads()) > 0
    assert patches_of(store) == 1


def test_a_damaged_list_of_bundles_can_be_done_without(tmp_path: Path, always: None) -> None:
    folder, store = tmp_path / "articles", tmp_path / "store"
    write(folder, {"a.txt": "asserted | Salt Road | director | Vera Orlova"})
    built(store, folder)
    layout = Layout(store)
    layout.snapshot(layout.current_number() or 0).bundles.write_bytes(b"no database" * 500)
    write(folder, {"b.txt": "asserted | Northern Line | director | Nino Lomidze"})
    built(store, folder)
    built(tmp_path / "whole", folder)
    assert patches_of(store) == 0
    assert state_of(store) == state_of(tmp_path / "whole")


@pytest.mark.parametrize("written", [b"", b"damaged", None])
def test_outlines_that_are_lost_are_made_again(tmp_path: Path, written: bytes | None) -> None:
    folder, store = tmp_path / "articles", tmp_path / "store"
    write(folder, {f"{number}.txt": f"asserted | {film} | director | Vera Orlova" for number, film in enumerate(FILMS)})
    built(store, folder)
    with sqlite3.connect(store / "articles.sqlite") as connection:
        if written is None:
            connection.execute("DROP TABLE outlines")
        else:
            # The first bytes of the version stay, so that the rest is read.
            connection.execute("UPDATE outlines SET outline = CAST(substr(outline, 1, 40) || ? AS BLOB)", (written,))
    write(folder, {"0.txt": "asserted | Salt Road | director | Nino Lomidze"})
    built(store, folder)
    built(tmp_path / "whole", folder)
    assert state_of(store) == state_of(tmp_path / "whole")


@pytest.mark.parametrize("place", [0.02, 0.5, 0.9])
def test_damage_is_mended_or_still_seen(tmp_path: Path, always: None, place: float) -> None:
    folder, store = tmp_path / "articles", tmp_path / "store"
    write(folder, {f"{number}.txt": f"asserted | {film} | director | Vera Orlova" for number, film in enumerate(FILMS)})
    built(store, folder)
    layout = Layout(store)
    for file in layout.snapshot(layout.current_number() or 0).graph.glob("*.sst"):
        data = bytearray(file.read_bytes())
        start = int(place * len(data))
        data[start : start + 40] = bytes(40)
        file.write_bytes(data)
    write(folder, {"0.txt": "asserted | Salt Road | director | Nino Lomidze"})
    built(store, folder)
    built(tmp_path / "whole", folder)
    if not damaged_files(layout.snapshot(layout.current_number() or 0)):
        assert state_of(store) == state_of(tmp_path / "whole")
