"""Every named query: its header, its example, and its expected table on a small film world."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cinegraph.model import Claim, Entity, EntityRef, EntityType, Literal
from cinegraph.questions.library import bind, load_queries
from cinegraph.resources import resource
from cinegraph.store import Store, open_store
from cinegraph.store.answers import Solutions
from queries_expected import EXPECTED, Rows
from queries_fixture import WIDER, build_store

QUERIES = load_queries()
OWN_TEST = {"directors_from_short_prize_to_competition"}
CASES = [
    pytest.param(name, values, rows, id=f"{name}-{number}")
    for name, cases in EXPECTED.items()
    for number, (values, rows) in enumerate(cases)
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(build_store(tmp_path_factory.mktemp("queries") / "store", WIDER)) as opened:
        yield opened


def test_from_a_prize_for_a_short_film_to_the_competition(tmp_path: Path) -> None:
    """On a store of its own: two more claims would stand in many of the tables."""
    evidence = WIDER.claims[0].evidence
    prize = (("festival", EntityRef("festival/locarno-film-festival")), ("year", Literal("2013")))
    section = Entity("section/competition", EntityType.SECTION, "Competition", ("Competition",))
    run = (("section", EntityRef(section.id)), ("year", Literal("2019")))
    claims = (
        Claim("film/quiet-ferry", "won", EntityRef("award/golden-leopard"), prize, evidence),
        Claim("film/salt-road", "screened_at", EntityRef("festival/cannes-film-festival"), run, evidence),
    )
    knowledge = replace(WIDER, entities=(*WIDER.entities, section), claims=(*WIDER.claims, *claims))
    name = "directors_from_short_prize_to_competition"
    with open_store(build_store(tmp_path / "store", knowledge)) as opened:
        answer = opened.query(bind(QUERIES[name], {}, opened))
        found = [tuple(term.value for term in row) for row in answer]  # type: ignore[union-attr]
    assert found == [
        ("Vera Orlova", "Quiet Ferry", "Golden Leopard", "2013", "Salt Road", "Competition", "2019", "6"),
    ]


def test_the_share_of_women_counts_films_whose_directors_are_known(tmp_path: Path) -> None:
    evidence, cannes = WIDER.claims[0].evidence, EntityRef("festival/cannes-film-festival")
    run = (("section", EntityRef("section/un-certain-regard")), ("year", Literal("2022")))
    films = ("film/glass-orchard", "film/stone-river-2018", "film/stone-river-1996")
    claims = tuple(Claim(film, "screened_at", cannes, run, evidence) for film in films)
    with open_store(build_store(tmp_path / "store", replace(WIDER, claims=(*WIDER.claims, *claims)))) as opened:
        answer = opened.query(bind(QUERIES["sections_share_of_women"], {"edition": ["2022"]}, opened))
        found = [tuple(term.value for term in row) for row in answer]  # type: ignore[union-attr]
    # North Wind and Glass Orchard by women, one Stone River by a man, the other by somebody of whom nothing is known.
    assert found == [("Cannes Film Festival", "Un Certain Regard", "3", "2", "67")]


@pytest.mark.parametrize(("name", "values", "rows"), CASES)
def test_a_query_answers_as_expected(store: Store, name: str, values: dict[str, list[str]], rows: Rows) -> None:
    answer = store.query(bind(QUERIES[name], values, store))
    assert isinstance(answer, Solutions)
    found = [tuple(None if term is None else term.value for term in row) for row in answer]
    assert (answer.variables, *found) == rows


def test_every_query_has_an_expected_table_that_is_not_empty() -> None:
    assert set(EXPECTED) == set(QUERIES) - OWN_TEST
    assert len(QUERIES) >= 50
    assert [name for name, cases in EXPECTED.items() if not any(len(rows) > 1 for _, rows in cases)] == []


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_query_says_what_it_tells_and_how_to_ask_it(name: str) -> None:
    query = QUERIES[name]
    assert re.fullmatch(r"[A-Z].*[^.]", query.title)
    assert query.description.endswith(".")
    assert "ORDER BY" in query.text, "the same graph must give the same table"
    given = {key for key, _ in query.example}
    needed = {parameter.name for parameter in query.parameters if not parameter.optional}
    assert needed <= given


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_query_runs_as_it_stands_in_any_engine(store: Store, name: str) -> None:
    """The example values in its VALUES blocks make the file a query by itself."""
    assert isinstance(store.query(QUERIES[name].text), Solutions)


def test_queries_use_only_terms_that_the_ontology_has() -> None:
    known = set(
        re.findall(r"^cg:(\w+)", resource("ontology", "cinegraph.ttl").read_text(encoding="utf-8"), re.MULTILINE)
    )
    used = {term for query in QUERIES.values() for term in re.findall(r"\bcg:(\w+)", query.text)}
    assert len(used) >= 30
    assert used - known == set()
