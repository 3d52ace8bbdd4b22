"""Decisions of a person: what is asked, by key and by file; who and when; that they hold and show everywhere."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cinegraph.cli.program import program
from cinegraph.cli.reviewing import ask
from cinegraph.errors import InputError
from cinegraph.pipeline import build
from cinegraph.questions.conflicts import find_conflicts
from cinegraph.questions.review import Item, open_items
from cinegraph.resolve import decisions_from_json
from cinegraph.store import open_store
from pipeline_fixture import EXTRACTOR, write_articles
from queries_fixture import WIDER, build_store
from waiting import AT_LAST

ARTICLES = {
    "one.txt": "Salt Road (2019) was directed by Krzysztof Nowak. Winter Harbour (2016) was directed by Vera Orlova.",
    "two.txt": "Salt Road (2017) was directed by Krzystof Nowak. Winter Harbour (2016) was directed by Vera Orlova.",
    "three.txt": "Glass Orchard (2018) was directed by Krzysztof Nowak.",
}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    build(tmp_path / "store", [str(write_articles(tmp_path / "articles", ARTICLES))], extractor=EXTRACTOR)
    return tmp_path / "store"


def run(store: Path, *arguments: str, **options: object) -> Result:
    result = CliRunner().invoke(program, ["--store", str(store), *arguments], **options)  # type: ignore[arg-type]
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def items_of(store: Path, **options: bool) -> dict[str, Item]:
    with open_store(store) as opened:
        return {item.question: item for item in open_items(opened, **options)}


def apply(store: Path, *records: dict[str, object], who: str = "vera") -> Result:
    return run(store, "review", "--apply", "-", "--who", who, input=json.dumps(list(records)))


TWO_SPELLINGS = "Are Krzystof Nowak and Krzysztof Nowak one person?"
GLASS = "Glass Orchard was directed by Krzysztof Nowak?"


def test_what_is_doubtful_is_asked_with_its_sentences(store: Path) -> None:
    items = items_of(store, thorough=True)
    doubt = items[TWO_SPELLINGS]
    assert (doubt.kind, tuple(doubt.decisions)) == ("doubt", ("merge", "split"))
    assert {passage.article for passage in doubt.passages} <= set(ARTICLES)
    assert doubt.passages
    assert items[GLASS].reason == "a single sentence"
    assert tuple(items[GLASS].decisions) == ("accept", "reject")
    # Two articles say so.
    assert "Winter Harbour was directed by Vera Orlova?" not in items


def test_only_guesses_are_asked_about_unless_all_are_wanted(store: Path) -> None:
    assert GLASS not in items_of(store)
    with open_store(store) as opened:
        found = open_items(opened, "film/glass-orchard", thorough=True)
    assert {item.question for item in found} == {GLASS, "Glass Orchard came out in 2018?"}


def test_a_claim_is_rejected_by_a_form_and_stays_so(store: Path, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(store, "review", "--all", "--format", "csv").stdout)))
    for row in rows:
        row["answer"] = {GLASS: "reject"}.get(row["question"], "")
    form = tmp_path / "form.csv"
    with form.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    done = run(store, "review", "--apply", str(form), "--who", "Vera K.")
    assert (done.exit_code, done.stderr) == (0, "1 decision taken.\n")
    assert GLASS not in items_of(store, thorough=True)
    card = run(store, "film", "Glass Orchard").stdout
    assert "Director" not in card
    assert "Rejected\n  was directed by  Krzysztof Nowak [rejected by Vera K., 20" in card
    explained = json.loads(run(store, "explain", "Glass Orchard", "director", "--format", "json").stdout)
    (claim,) = explained["claims"]
    assert (claim["status"], claim["decision"]["verdict"], claim["decision"]["who"]) == (
        "rejected",
        "rejected",
        "Vera K.",
    )
    build(store, [str(tmp_path / "articles")], extractor=EXTRACTOR)
    assert "Rejected" in run(store, "film", "Glass Orchard").stdout


def test_a_form_of_json_answers_itself(store: Path) -> None:
    form = json.loads(run(store, "review", "--all", "--format", "json").stdout)
    for item in form["items"]:
        if item["question"] == GLASS:
            item["answer"] = "yes"
            item["note"] = "seen in print"
    done = run(store, "review", "--apply", "-", "--who", "vera", "--format", "json", input=json.dumps(form))
    (taken,) = json.loads(done.stdout)
    assert (taken["decision"], taken["who"], taken["note"]) == ("accept", "vera", "seen in print")
    assert "accepted by vera, " in run(store, "film", "Glass Orchard").stdout


def test_names_are_merged_and_split_and_opened_again(store: Path) -> None:
    people = "SELECT (COUNT(*) AS ?n) { ?p a cg:Person }"

    def count() -> str:
        return run(store, "query", "-e", people, "--format", "csv").stdout.split()[1]

    before = int(count())
    record = dict(items_of(store)[TWO_SPELLINGS].decisions["merge"])
    apply(store, record | {"when": "2026-01-01"})
    assert int(count()) == before - 1
    split = record | {"kind": "different", "when": "2026-01-02"}
    apply(store, split)
    assert int(count()) == before
    assert TWO_SPELLINGS not in items_of(store)
    apply(store, record | {"kind": "open", "when": "2026-01-03"})
    assert TWO_SPELLINGS in items_of(store)


def test_decisions_stand_in_the_graph_with_who_and_when(store: Path) -> None:
    reject = items_of(store, thorough=True)[GLASS].decisions["reject"]
    apply(store, dict(reject) | {"when": "2026-11-26T10:00:00Z", "note": "a misprint"}, who="Vera K.")
    asked = (
        "SELECT ?verdict ?who ?when ?note ?status { GRAPH graph:curation { ?d a cg:Decision ; cg:verdict ?verdict ; "
        "prov:wasAttributedTo/rdfs:label ?who ; prov:generatedAtTime ?when ; rdfs:comment ?note ; cg:decides ?claim } "
        "?claim cg:status ?status }"
    )
    found = run(store, "query", "-e", asked, "--format", "csv").stdout.splitlines()
    assert found[1:] == ["reject,Vera K.,2026-11-26T10:00:00Z,a misprint,rejected"]
    assert run(store, "validate").exit_code == 0


def test_decisions_travel_from_store_to_store(store: Path, tmp_path: Path) -> None:
    apply(store, dict(items_of(store)[TWO_SPELLINGS].decisions["merge"]))
    taken = run(store, "review", "--taken", "--format", "json").stdout
    assert [each.kind for each in decisions_from_json(taken)] == ["same"]
    other = tmp_path / "other"
    build(other, [str(tmp_path / "articles")], extractor=EXTRACTOR)
    assert run(other, "review", "--apply", "-", input=taken).exit_code == 0
    assert run(other, "review", "--taken", "--format", "json").stdout == taken
    lines = run(store, "review", "--taken", "--format", "jsonl").stdout
    assert run(other, "review", "--apply", "-", input=lines).exit_code == 0
    assert "vera" in run(other, "review", "--taken").stdout


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,answer\nzz,accept\n", "nothing open has the id 'zz'"),
        ("a,b\n1,2\n", "has no id and answer"),
        ("[1]", "neither a list of decisions nor a form"),
        ('{"kind": "loves"}\n{"kind":', "line 2, is no JSON"),
        ('[{"kind": "same", "left_name": "A"}]', "decision 1 lacks left_type"),
    ],
)
def test_a_file_that_holds_no_decisions_is_refused(store: Path, text: str, message: str) -> None:
    done = run(store, "review", "--apply", "-", input=text)
    assert done.exit_code == 2
    assert message in done.stderr
    assert run(store, "review", "--taken", "--format", "json").stdout.strip() == "[]"


def test_an_answer_that_does_not_fit_is_refused(store: Path) -> None:
    item = items_of(store)[TWO_SPELLINGS]
    done = run(store, "review", "--apply", "-", input=f"id,answer\n{item.id},perhaps\n")
    assert (done.exit_code, "possible are merge, split" in done.stderr) == (2, True)


def test_a_decision_about_nothing_is_kept_and_told(store: Path) -> None:
    done = apply(
        store, {"kind": "same", "left_name": "A B", "left_type": "Film", "right_name": "C D", "right_type": "Film"}
    )
    assert "Nothing in the graph is meant by: same A B – C D" in done.stderr
    assert "A B" in run(store, "review", "--taken").stdout


def answered(store: Path, keys: str) -> tuple[list[tuple[str, str]], list[str]]:
    items = list(items_of(store, thorough=True).values())[:3]
    said: list[str] = []
    pressed = iter(keys)
    found = ask(items, lambda: next(pressed, ""), said.append, 80)
    return [(items[each.place].question, each.name) for each in found], said


def test_keys_accept_reject_merge_split_and_go_about(store: Path) -> None:
    first = TWO_SPELLINGS
    second = list(items_of(store, thorough=True))[1]
    assert answered(store, "mrq")[0] == [(first, "merge"), (second, "reject")]
    assert answered(store, "sq")[0] == [(first, "split")]
    assert answered(store, "yaq")[0] == [(first, "merge"), (second, "accept")]
    assert answered(store, "mbsq")[0] == [(first, "split")]
    assert answered(store, "muq")[0] == []
    assert answered(store, "n\x03")[0] == []
    answers, said = answered(store, "zq")
    assert (answers, any("take the last answer back" in line for line in said)) == ([], True)


def test_every_line_fits_the_terminal(store: Path) -> None:
    from cinegraph.cli.plain import width

    _, said = answered(store, "nnn")
    assert len(said) > 6
    import click

    assert max(width(click.unstyle(line)) for line in said) <= 80


def test_a_person_at_a_terminal_is_asked(store: Path) -> None:
    leader, follower = pty.openpty()
    environment = {**os.environ, "CINEGRAPH_WHO": "Vera K.", "TERM": "xterm", "NO_COLOR": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "cinegraph", "--store", str(store), "review"],
        stdin=follower, stdout=follower, stderr=follower, env=environment, start_new_session=True,
    )  # fmt: skip
    os.close(follower)
    seen, deadline = b"", time.monotonic() + AT_LAST
    while time.monotonic() < deadline:
        if not select.select([leader], [], [], 1)[0]:
            # A key that comes before the program waits for one is lost.
            if b"[q]uit" in seen:
                os.write(leader, b"m")
            continue
        try:
            seen += os.read(leader, 4096)
        except OSError:
            break
    assert process.wait(timeout=AT_LAST) == 0, seen
    os.close(leader)
    assert b"1 decided, 0 open." in seen
    with open_store(store) as opened:
        (record,) = opened.decisions.records()
    assert (record["kind"], record["who"]) == ("same", "Vera K.")


def test_a_settled_conflict_comes_last_and_fails_nothing(tmp_path: Path) -> None:
    from dataclasses import replace

    claims = tuple(
        replace(claim, decision="rejected")
        if claim.predicate == "birth_place" and "tallinn" in repr(claim.object)
        else claim
        for claim in WIDER.claims
    )
    folder = build_store(tmp_path / "store", replace(WIDER, claims=claims))
    with open_store(folder) as opened:
        found = find_conflicts(opened)
    assert [each.settled for each in found.conflicts].count(True) == 1
    assert found.conflicts[-1].reason.startswith("another birth place is given")
    assert {ruling.verdict for ruling in found.rulings.values()} == {"rejected"}
    assert run(folder, "conflicts", "person/vera-orlova", "--fail-on", "contradiction").exit_code in (0, 6)
    shown = run(folder, "conflicts").stdout
    assert "settled)" in shown
    assert "[rejected by a person]" in shown


def test_a_malformed_decision_is_refused() -> None:
    with pytest.raises(InputError, match="possible are same, different, accept, reject and open"):
        decisions_from_json('[{"kind": "x", "left_name": "A", "left_type": "Film", "right_name": "B"}]')
