"""Articles from JSON Lines: one a line, with fields as of front matter; a bad line is named and stops no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cinegraph.articles import Source, find_articles, read_article, sources
from cinegraph.cli.program import program
from cinegraph.errors import ArticleError
from cinegraph.pipeline import build
from many_fixture import ENOUGH
from many_fixture import EXTRACTOR as TRAVELLING
from pipeline_fixture import ARTICLES, EXTRACTOR

RECORD = {
    "text": "BEANPOLE\n\nA film by Kantemir Balagov. It won twice.",
    "title": "On “Beanpole”",
    "authors": ["Ada Lens", "Bo Reel"],
    "date": "17 May 2019",
    "rating": 4.5,
    "draft": True,
    "nested": {"a": 1},
    "nothing": None,
}


def write(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_a_line_is_a_document(tmp_path: Path) -> None:
    path = write(tmp_path / "texts.jsonl", RECORD)
    (source,) = find_articles([path])
    document = read_article(source)
    assert (document.name, document.text) == ("texts.jsonl:1", RECORD["text"])
    assert (document.title, document.author, document.date) == ("On “Beanpole”", "Ada Lens, Bo Reel", "2019-05-17")
    assert document.record == (("rating", "4.5"),)
    said = [document.text[each.start : each.end] for each in document.sentences]
    assert said == ["BEANPOLE", "A film by Kantemir Balagov.", "It won twice."]


def test_lines_are_found_by_their_bytes(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_bytes('\ufeff{"text": "Дылда."}\r\n\n  \n{"text": "Second."}'.encode())
    found = find_articles([path])
    assert [source.name for source in found] == ["texts.jsonl:1", "texts.jsonl:4"]
    assert [read_article(source).text for source in found] == ["Дылда.", "Second."]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b'["text"]', "has no text"),
        (b'{"title": "a"}', "has no text"),
        (b'{"text": " "}', "has no text"),
        (b'{"text": 5}', "has no text"),
        (b'{"text": "a\\u0000b"}', "zero byte"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b'{"text": "A film.", "date": "soon"}', "'soon' is no date"),
    ],
)
def test_a_bad_line_says_what_is_wrong_with_it(tmp_path: Path, line: bytes, message: str) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_bytes(line + b"\n")
    with pytest.raises(ArticleError, match=rf"texts\.jsonl:1: .*{message}"):
        read_article(find_articles([path])[0])


def test_in_a_folder_they_are_passed_over_and_by_a_pattern_they_are_found(tmp_path: Path) -> None:
    write(tmp_path / "texts.jsonl", RECORD, RECORD)
    (tmp_path / "a.txt").write_text("A film.")
    assert find_articles([tmp_path]) == [Source("a.txt", tmp_path / "a.txt")]
    found = find_articles([str(tmp_path / "*"), str(tmp_path / "texts.jsonl")])
    assert [source.name for source in found] == ["a.txt", "texts.jsonl:1", "texts.jsonl:2"]
    (tmp_path / "empty.jsonl").write_text("\n\n")
    with pytest.raises(ArticleError, match=r"empty\.jsonl: is empty"):
        find_articles([tmp_path / "empty.jsonl"])


def test_where_a_file_really_is_is_asked_once_for_all_its_lines(tmp_path: Path) -> None:
    path = write(tmp_path / "texts.jsonl", *[RECORD] * 50)
    (tmp_path / "link.jsonl").symlink_to(path)
    assert len(find_articles([path, tmp_path / "link.jsonl"])) == 50
    assert sources._real.cache_info().misses == 2


def test_a_bad_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    good = [json.dumps({"text": text}) for text in ARTICLES.values()]
    path.write_text("\n".join([good[0], "{", *good[1:]]), encoding="utf-8")
    report = build(tmp_path / "store", [str(path)], extractor=EXTRACTOR)
    assert report.added == ("texts.jsonl:1", "texts.jsonl:3", "texts.jsonl:4")
    assert [failure.name for failure in report.failures] == ["texts.jsonl:2"]
    again = build(tmp_path / "store", [str(path)], extractor=EXTRACTOR)
    assert (again.changed, again.unchanged) == (False, report.added)


def test_workers_read_lines_too(tmp_path: Path) -> None:
    texts = [{"text": f"Salt Road {each:03} (2019) was directed by Vera Orlova."} for each in range(ENOUGH)]
    path = write(tmp_path / "texts.jsonl", *texts)
    report = build(tmp_path / "store", [str(path)], extractor=TRAVELLING, jobs=2)
    assert (len(report.added), report.failures) == (ENOUGH, ())


def test_the_command_reads_them(tmp_path: Path) -> None:
    path = write(tmp_path / "texts.jsonl", {"text": "Vera Orlova directed Salt Road.", "date": "2019"}, {"no": "text"})
    store = ["--store", str(tmp_path / "store")]
    result = CliRunner().invoke(program, [*store, "build", str(path)])
    assert result.exit_code == 4
    assert "texts.jsonl:2: has no text" in result.stderr
    found = CliRunner().invoke(program, [*store, "explain", "Salt Road"])
    assert "texts.jsonl:1" in found.stdout
