"""Building: what is added, replaced, left alone, taken out; what fails; and that nothing is lost."""

from __future__ import annotations

import hashlib
import random
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from cinegraph.errors import ArticleError, InputError, LexiconError, NotFoundError, StoreError
from cinegraph.model import Document, EntityType, Extraction
from cinegraph.pipeline import BuildReport, Extractor, build, extract_knowledge, find_extractor, remove
from cinegraph.pipeline.decisions import keep
from cinegraph.rdf.write import quads_of
from cinegraph.resolve import Decision
from cinegraph.store import open_store
from cinegraph.store.answers import Solutions
from pipeline_fixture import ARTICLES, EXTRACTOR, extract, write_articles
from store_fixture import start

FILMS = {"one.txt": {"Salt Road", "Winter Harbour"}, "two.txt": {"Salt Road", "Glass Orchard"}}
FILMS |= {"deep/three.txt": {"Northern Line"}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def built(store: Path, *sources: Path | str, **options: bool) -> BuildReport:
    return build(store, [str(source) for source in sources], extractor=EXTRACTOR, **options)


def films_in(store: Path) -> set[str]:
    with open_store(store) as opened:
        answer = opened.query("SELECT ?label { ?film cg:director ?who ; rdfs:label ?label }")
        assert isinstance(answer, Solutions)
        return {row[0].value for row in answer}  # type: ignore[union-attr]


def quads_in(store: Path) -> bytes:
    with open_store(store) as opened:
        return "\n".join(sorted(str(quad) for quad in opened.quads())).encode()


def state_of(folder: Path) -> dict[str, tuple[str, int]]:
    # SQLite's own shared memory may come and go beside its file.
    files = [file for file in folder.rglob("*") if file.is_file() and "sqlite-" not in file.name]
    # Who builds is written into the lock, and taken out again.
    times = {file: 0 if file.name == "lock" else file.stat().st_mtime_ns for file in files}
    return {str(file): (hashlib.sha256(file.read_bytes()).hexdigest(), times[file]) for file in files}


def test_a_first_build_reads_everything(store: Path, folder: Path) -> None:
    report = built(store, folder)
    assert report.added == ("deep/three.txt", "one.txt", "two.txt")
    assert report.changed
    assert (report.replaced, report.unchanged, report.removed, report.failures) == ((), (), (), ())
    assert report.articles == 3
    assert report.entities == {EntityType.PERSON: 3, EntityType.FILM: 4}
    assert report.claims == {"accepted": 8}
    assert report.seconds > 0
    assert films_in(store) == set.union(*FILMS.values())


def test_names_of_what_was_built_are_found(store: Path, folder: Path) -> None:
    built(store, folder)
    with open_store(store) as opened:
        (hit,) = opened.names.exact("Орлова Вера")
        assert (hit.label, hit.type, hit.weight) == ("Vera Orlova", EntityType.PERSON, 2)
        assert opened.articles.names() == ["deep/three.txt", "one.txt", "two.txt"]
        assert opened.articles.document("one.txt").text == ARTICLES["one.txt"]
        assert opened.articles.extraction("one.txt").claims


def test_an_unchanged_build_writes_nothing_and_reads_nothing(store: Path, folder: Path) -> None:
    built(store, folder)
    before = state_of(store)

    def never(document: Document) -> Extraction:
        raise AssertionError(document.name)

    report = build(store, [str(folder)], extractor=Extractor("fixture", EXTRACTOR.key, never))
    assert not report.changed
    assert report.unchanged == ("deep/three.txt", "one.txt", "two.txt")
    assert (report.articles, report.claims) == (3, {"accepted": 8})
    assert state_of(store) == before


def test_adding_an_article_twice_equals_once(store: Path, tmp_path: Path, folder: Path) -> None:
    built(store, folder)
    once = quads_in(store)
    built(store, folder / "one.txt", folder)
    built(store, folder / "one.txt")
    assert quads_in(store) == once


def test_only_the_changed_article_is_read_again(store: Path, folder: Path) -> None:
    built(store, folder)
    (folder / "one.txt").write_text("The Last Ferry (2021) was directed by Vera Orlova.")
    read = []

    def noting(document: Document) -> Extraction:
        read.append(document.name)
        return extract(document)

    report = build(store, [str(folder)], extractor=Extractor("fixture", EXTRACTOR.key, noting))
    assert (read, report.replaced, report.unchanged) == (["one.txt"], ("one.txt",), ("deep/three.txt", "two.txt"))
    assert films_in(store) == {"The Last Ferry", *FILMS["two.txt"], *FILMS["deep/three.txt"]}
    with open_store(store) as opened:
        assert "Last Ferry" in opened.articles.document("one.txt").text


def test_an_article_changed_and_changed_back_gives_the_same_graph(store: Path, folder: Path) -> None:
    built(store, folder)
    before = quads_in(store)
    (folder / "one.txt").write_text("Nothing.")
    built(store, folder)
    assert quads_in(store) != before
    write_articles(folder)
    assert built(store, folder).replaced == ("one.txt",)
    assert quads_in(store) == before


def test_builds_add_up_in_any_order(tmp_path: Path, folder: Path) -> None:
    files = ["one.txt", "two.txt"]
    graphs = set()
    for number, order in enumerate((files, files[::-1])):
        for name in order:
            built(tmp_path / str(number), folder / name)
        graphs.add(quads_in(tmp_path / str(number)))
    built(tmp_path / "together", *(folder / name for name in files))
    assert len({*graphs, quads_in(tmp_path / "together")}) == 1


def test_the_order_of_articles_does_not_matter_to_the_quads() -> None:
    from cinegraph.resolve import resolve

    extractions = [extract(Document(name, text, "")) for name, text in ARTICLES.items()]
    first = [str(quad) for quad in quads_of(resolve(extractions))]
    assert len(first) > 100
    for seed in range(5):
        random.Random(seed).shuffle(extractions)
        assert [str(quad) for quad in quads_of(resolve(extractions))] == first


def test_only_makes_a_graph_of_just_those(store: Path, folder: Path) -> None:
    built(store, folder)
    report = built(store, folder / "two.txt", only=True)
    assert (report.unchanged, report.removed) == (("two.txt",), ("deep/three.txt", "one.txt"))
    assert films_in(store) == FILMS["two.txt"]


def test_a_file_that_has_gone_is_reported_and_pruned_on_request(store: Path, folder: Path, tmp_path: Path) -> None:
    other = write_articles(tmp_path / "other", {"four.txt": "Last Light (2011) was directed by Ana Silva."})
    built(store, folder, other)
    (folder / "one.txt").unlink()
    (other / "four.txt").unlink()
    report = built(store, folder)
    assert (report.gone, report.removed, report.changed) == (("one.txt",), (), False)
    assert "Winter Harbour" in films_in(store)
    report = built(store, folder, prune=True)
    assert (report.gone, report.removed) == ((), ("one.txt",))
    assert films_in(store) == {*FILMS["two.txt"], *FILMS["deep/three.txt"], "Last Light"}


def test_remove_takes_articles_out(store: Path, folder: Path) -> None:
    built(store, folder)
    report = remove(store, ["one.txt", "deep/three.txt"])
    assert report.removed == ("deep/three.txt", "one.txt")
    assert report.articles == 1
    assert films_in(store) == FILMS["two.txt"]
    remove(store, ["two.txt"])
    assert films_in(store) == set()


def test_removing_what_is_not_there_removes_nothing(store: Path, folder: Path) -> None:
    with pytest.raises(StoreError, match="cinegraph build"):
        remove(store, ["one.txt"])
    assert not store.exists()
    built(store, folder)
    with pytest.raises(NotFoundError) as caught:
        remove(store, ["two.txt", "three.txt"])
    assert "deep/three.txt" in caught.value.suggestions
    assert films_in(store) == set.union(*FILMS.values())


def test_a_file_that_fails_does_not_stop_the_others(store: Path, folder: Path) -> None:
    (folder / "broken.txt").write_text("BROKEN")
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    report = built(store, folder, folder / "missing.txt")
    failed = {failure.name: failure.message for failure in report.failures}
    assert set(failed) == {"broken.txt", "empty.txt", "binary.txt", str(folder / "missing.txt")}
    assert "ZeroDivisionError: by nought" in failed["broken.txt"]
    assert report.added == ("deep/three.txt", "one.txt", "two.txt")
    assert not report.nothing_read
    assert films_in(store) == set.union(*FILMS.values())


def test_an_article_that_fails_stays_as_it_was(store: Path, folder: Path) -> None:
    built(store, folder)
    (folder / "one.txt").write_text("BROKEN")
    for only in (False, True):
        report = built(store, folder, only=only)
        assert [failure.name for failure in report.failures] == ["one.txt"]
        assert not report.changed
    assert films_in(store) == set.union(*FILMS.values())


def test_where_every_article_fails_the_old_graph_stays(store: Path, folder: Path, tmp_path: Path) -> None:
    built(store, folder)
    bad = write_articles(tmp_path / "bad", {"bad.txt": "BROKEN"})
    report = built(store, bad, only=True)
    assert report.nothing_read
    assert not report.changed
    assert films_in(store) == set.union(*FILMS.values())


def test_a_first_build_in_which_everything_fails_makes_no_graph(store: Path, tmp_path: Path) -> None:
    report = built(store, write_articles(tmp_path / "bad", {"bad.txt": "BROKEN"}))
    assert report.nothing_read
    assert report.articles == 0
    with pytest.raises(StoreError, match="nothing has been built"):
        open_store(store)


def test_a_source_that_does_not_exist_makes_no_store(store: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        built(store, tmp_path / "nowhere")
    assert not store.exists()


def test_two_files_of_one_name_are_not_mixed_up(store: Path, folder: Path, tmp_path: Path) -> None:
    other = write_articles(tmp_path / "other", {"one.txt": "Last Light (2011) was directed by Ana Silva."})
    report = built(store, folder, other)
    assert [failure.name for failure in report.failures] == [str(other / "one.txt")]
    assert "the same name" in report.failures[0].message
    assert "Last Light" not in films_in(store)


def test_an_extractor_that_has_changed_reads_everything_again(store: Path, folder: Path) -> None:
    built(store, folder)
    (folder / "one.txt").unlink()

    def nothing(document: Document) -> Extraction:
        return Extraction(document)

    report = build(store, [str(folder / "two.txt")], extractor=Extractor("fixture", "fixture-2", nothing))
    assert report.refreshed == ("deep/three.txt", "one.txt", "two.txt")
    assert films_in(store) == set()
    assert report.articles == 3


def test_what_an_extractor_gives_must_be_its_extraction(store: Path, folder: Path) -> None:
    def stray(document: Document) -> Extraction:
        return Extraction(Document("other", "", ""))

    report = build(store, [str(folder)], extractor=Extractor("stray", "1", stray))
    assert report.nothing_read
    assert "'stray' gave something else" in report.failures[0].message


def test_a_fault_that_is_no_articles_stops_the_build(store: Path, folder: Path) -> None:
    def faulty(document: Document) -> Extraction:
        raise LexiconError("words.toml, row 3: no name")

    built(store, folder)
    with pytest.raises(LexiconError, match="row 3"):
        build(store, [str(folder)], extractor=Extractor("faulty", "1", faulty))
    assert films_in(store) == set.union(*FILMS.values())


def test_progress_is_told(store: Path, folder: Path) -> None:
    told: list[tuple[int, int, str]] = []
    build(store, [str(folder)], extractor=EXTRACTOR, progress=lambda *each: told.append(each))
    assert told == [(0, 3, "deep/three.txt"), (1, 3, "one.txt"), (2, 3, "two.txt"), (3, 3, "")]


def test_runs_are_recorded_apart_from_the_graph(store: Path, folder: Path) -> None:
    built(store, folder)
    built(store, folder)
    (folder / "one.txt").write_text("Nothing.")
    built(store, folder)
    with open_store(store) as opened:
        runs = list(opened.runs())
        used = [quad.object.value for quad in runs if quad.predicate.value.endswith("#used")]
        assert [name.rpartition("/")[2] for name in used] == ["deep%2Fthree.txt", "one.txt", "two.txt", "one.txt"]
        assert not opened.query("ASK { ?run a prov:Activity }")
        assert {quad.graph_name.value for quad in runs}.isdisjoint(quad.graph_name.value for quad in opened.quads())


def test_decisions_survive_builds_and_are_followed(store: Path, folder: Path) -> None:
    built(store, folder)
    reject = Decision(
        "reject", "Glass Orchard", EntityType.FILM, "Nino Lomidze", EntityType.PERSON, relation="director", who="me"
    )
    with open_store(store) as opened:
        keep(opened.decisions, [reject])
    assert built(store, folder).changed
    assert films_in(store) == set.union(*FILMS.values()) - {"Glass Orchard"}
    assert not built(store, folder).changed
    (folder / "one.txt").write_text("Nothing.")
    assert built(store, folder).claims["rejected"] == 1


def test_a_damaged_decision_is_named(store: Path, folder: Path) -> None:
    built(store, folder)
    (store / "decisions.jsonl").write_text("{}\nnonsense\n")
    with pytest.raises(StoreError, match="line 2"):
        built(store, folder)


@pytest.mark.parametrize("moment", [1, 2])
def test_a_build_that_is_killed_while_it_reads_is_taken_up_again(store: Path, folder: Path, moment: int) -> None:
    (folder / "two.txt").unlink()
    built(store, folder)
    write_articles(folder, {**ARTICLES, "one.txt": "Last Light (2011) was directed by Vera Orlova."})
    program = """
import sys, time
from cinegraph.pipeline import Extractor, build
from pipeline_fixture import EXTRACTOR, extract
store, folder, left = sys.argv[1], sys.argv[2], int(sys.argv[3])
def slow(document):
    global left
    left -= 1
    if left == 0:
        print("there", flush=True)
        time.sleep(600)
    return extract(document)
build(store, [folder], extractor=Extractor("fixture", EXTRACTOR.key, slow))
"""
    process = start(program, str(store), str(folder), str(moment))
    assert process.stdout is not None
    assert process.stdout.readline() == "there\n"
    with pytest.raises(StoreError, match="another build"):
        built(store, folder)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert films_in(store) == FILMS["one.txt"] | FILMS["deep/three.txt"]
    with open_store(store) as opened:
        assert opened.articles.document("one.txt").text == ARTICLES["one.txt"]
    read = []

    def noting(document: Document) -> Extraction:
        read.append(document.name)
        return extract(document)

    report = build(store, [str(folder)], extractor=Extractor("fixture", EXTRACTOR.key, noting))
    # What the killed build had read is not read again.
    assert read == ["one.txt", "two.txt"][moment - 1 :]
    assert (report.added, report.replaced) == (("two.txt",), ("one.txt",))
    assert films_in(store) == {"Last Light", *FILMS["two.txt"], *FILMS["deep/three.txt"]}


def knowledge_of(sources: Sequence[Path]) -> set[str]:
    knowledge = extract_knowledge([str(source) for source in sources], extractor=EXTRACTOR)
    return {entity.label for entity in knowledge.entities if entity.type is EntityType.FILM}


def test_knowledge_can_be_had_without_a_store(folder: Path) -> None:
    assert knowledge_of([folder]) == set.union(*FILMS.values())
    (folder / "one.txt").write_text("BROKEN")
    with pytest.raises(ArticleError, match=r"one\.txt"):
        knowledge_of([folder])
    with pytest.raises(ArticleError, match=r"nowhere"):
        knowledge_of([folder / "two.txt", folder / "nowhere"])


def test_the_built_in_extractor_is_found_by_its_entry_point() -> None:
    found = find_extractor()
    assert found.extract.__module__.startswith("cinegraph.extract")
    assert found == find_extractor("builtin")
    assert len(found.key) >= 16
    with pytest.raises(InputError, match="builtin"):
        find_extractor("nobody's")
