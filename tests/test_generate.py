"""Made-up film graphs: the same for the same seed, of the size that was asked for, sound, and open to every look-up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cinegraph.cli.program import program
from cinegraph.errors import InputError
from cinegraph.generate import generate_quads, generate_store, knowledge_in_parts
from cinegraph.store import open_store

TRIPLES = 20_000


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated") / "store"
    generate_store(folder, TRIPLES)
    return folder


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(program, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_same_seed_gives_the_same_graph_and_another_seed_another() -> None:
    one, again, other = (list(map(str, generate_quads(TRIPLES, seed))) for seed in (1, 1, 2))
    assert one == again
    assert len(set(one) ^ set(other)) > TRIPLES


def test_there_are_about_as_many_triples_as_were_asked_for() -> None:
    for wanted in (TRIPLES, 5 * TRIPLES):
        assert 0.8 * wanted <= sum(1 for _ in generate_quads(wanted)) <= 1.25 * wanted


def test_evidence_stands_where_it_says() -> None:
    checked = 0
    for part in knowledge_in_parts(TRIPLES):
        texts = {document.name: document.text for document in part.documents}
        for claim in part.claims:
            for item in claim.evidence:
                assert texts[item.article][item.start : item.end] == item.quote
                checked += 1
    assert checked > 500


def test_it_is_sound_and_has_what_a_film_graph_has(store: Path) -> None:
    assert run("--store", str(store), "validate").exit_code == 0
    counted = json.loads(run("--store", str(store), "stats", "--format", "json").stdout)
    numbers = {(row["what"], row["which"]): row["number"] for row in counted}
    assert numbers["claims", "disputed"] > 0
    wanted = ("director", "won", "nominated_for", "premiered_at", "student_of", "jury_member", "birth_place")
    assert all(numbers.get(("relations", relation), 0) > 0 for relation in wanted)


def test_everybody_in_it_can_be_looked_up(store: Path) -> None:
    with open_store(store) as opened:
        for kind in ("Person", "Film", "Festival", "Award"):
            rows = opened.query(f"SELECT ?l {{ ?x a cg:{kind} ; rdfs:label ?l }} ORDER BY ?l LIMIT 20")
            labels = [row[0].value for row in rows]  # type: ignore[union-attr]
            assert len(labels) >= 8
            assert all(opened.names.exact(label) for label in labels)


def test_it_goes_to_a_file_or_to_a_new_store_only(tmp_path: Path) -> None:
    target = tmp_path / "world.ttl"
    done = run("generate", "10000", "--to", str(target))
    assert (done.exit_code, target.read_bytes()[:7]) == (0, b"@prefix")
    assert run("generate", "10000", "--to", str(target)).exit_code == 2
    assert run("generate", "10000", "--to", str(tmp_path / "world.doc")).exit_code == 2
    (tmp_path / "full").mkdir()
    assert run("--store", str(tmp_path / "full"), "generate", "10000").exit_code == 2
    with pytest.raises(InputError):
        next(knowledge_in_parts(10))
