"""Every named query: its header, its example, and its expected table on a small film world."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from cinegraph.questions.library import bind, load_queries
from cinegraph.resources import resource
from cinegraph.store import Store, open_store
from cinegraph.store.answers import Solutions
from queries_expected import EXPECTED, Rows
from queries_fixture import WIDER, build_store

QUERIES = load_queries()
CASES = [
    pytest.param(name, values, rows, id=f"{name}-{number}")
    for name, cases in EXPECTED.items()
    for number, (values, rows) in enumerate(cases)
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(build_store(tmp_path_factory.mktemp("queries") / "store", WIDER)) as opened:
        yield opened


@pytest.mark.parametrize(("name", "values", "rows"), CASES)
def test_a_query_answers_as_expected(store: Store, name: str, values: dict[str, list[str]], rows: Rows) -> None:
    answer = store.query(bind(QUERIES[name], values, store))
    assert isinstance(answer, Solutions)
    found = [tuple(None if term is None else term.value for term in row) for row in answer]
    assert (answer.variables, *found) == rows


def test_every_query_has_an_expected_table_that_is_not_empty() -> None:
    assert set(EXPECTED) == set(QUERIES)
    assert len(QUERIES) >= 40
    assert [name for name, cases in EXPECTED.items() if not any(len(rows) > 1 for _, rows in cases)] == []


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_query_says_what_it_tells_and_how_to_ask_it(name: str) -> None:
    query = QUERIES[name]
    assert re.fullmatch(r"[A-Z].*[^.]", query.title)
    assert query.description.endswith(".")
    assert "ORDER BY" in query.text, "the same graph must give the same table"
    given = {key for key, _ in query.example}
    needed = {parameter.name for parameter in query.parameters if not parameter.optional}
    # An article is named as the user's own files are, so no example fits every graph.
    needed -= {parameter.name for parameter in query.parameters if parameter.kind == "article"}
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
