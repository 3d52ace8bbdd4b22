"""What a build, or a removal, changed in the graph."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from cinegraph.cli.program import program

FIRST = "“Red Snow” was directed by Ada Doe in 2010."


def _run(store: Path, *words: str) -> Result:
    return CliRunner().invoke(program, ["--store", str(store), *words], catch_exceptions=False)


def _changes(store: Path, *words: str) -> dict[str, dict[str, list[dict[str, object]]]]:
    found = json.loads(_run(store, *words, "--changes", "--format", "json").stdout)["changes"]
    assert isinstance(found, dict)
    return found


def _said(changes: dict[str, dict[str, list[dict[str, object]]]], how: str) -> set[tuple[object, object, object]]:
    return {(each["subject"], each["relation"], each["object"]) for each in changes["claims"][how]}


def test_what_came_changed_and_went(tmp_path: Path) -> None:
    store, first, second = tmp_path / "store", tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(FIRST, encoding="utf-8")
    begun = _run(store, "build", str(first))
    assert "Changes" not in begun.stdout, "all of a first graph is new"

    second.write_text("“Red Snow” by Ada Doe was shot by Ben Poe. Ada Doe directed “Red Snow”.", encoding="utf-8")
    added = _changes(store, "build", str(second))
    assert {each["id"] for each in added["entities"]["came"]} == {"person/ben-poe"}
    assert _said(added, "came") == {("Red Snow", "cinematographer", "Ben Poe")}
    (gained,) = (each for each in added["claims"]["changed"] if each["relation"] == "director")
    assert gained["before"] == gained["after"] == "accepted"
    assert gained["sentences"] == [1, 3]
    assert not added["claims"]["went"]

    second.write_text("“Red Snow” was not shot by Ben Poe.", encoding="utf-8")
    denied = _changes(store, "build", str(second))
    turned = [each for each in denied["claims"]["changed"] if each["relation"] == "cinematographer"]
    assert [(each["before"], each["after"]) for each in turned] == [("accepted", "denied")]

    gone = _run(store, "remove", "second.txt", "--changes").stdout
    assert "  - Ben Poe\n" in gone
    assert "  - Red Snow was shot by Ben Poe [denied]\n" in gone


def test_nothing_changed_nothing_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    _run(tmp_path / "store", "build", str(tmp_path / "a.txt"))
    again = _run(tmp_path / "store", "build", str(tmp_path / "a.txt"), "--changes", "--format", "json")
    assert json.loads(again.stdout)["changes"] is None
    numbers = _run(tmp_path / "store", "build", "--only", str(tmp_path / "a.txt"), "--format", "json")
    assert json.loads(numbers.stdout)["changed"] is False


def test_the_graph_before_is_not_kept_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    _run(tmp_path / "store", "build", str(tmp_path / "a.txt"))
    (tmp_path / "a.txt").write_text(FIRST + " It was shot by Ben Poe.", encoding="utf-8")
    assert "claims 1 came" in _run(tmp_path / "store", "build", str(tmp_path / "a.txt")).stdout
    assert len(list((tmp_path / "store" / "snapshots").iterdir())) == 1
