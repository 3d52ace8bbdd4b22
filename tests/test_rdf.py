"""Names, times and languages; and that the examples in the docstrings run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import subprocess
import sys
from dataclasses import replace

import pytest
from pyoxigraph import NamedNode

import cinegraph.rdf
from cinegraph.errors import InputError
from cinegraph.model import EntityRef, Literal
from cinegraph.rdf import terms
from cinegraph.rdf.dates import period_of
from cinegraph.rdf.language import language_tag
from rdf_helpers import A, N, claim, said


@pytest.mark.parametrize("name", sorted(module.name for module in pkgutil.iter_modules(cinegraph.rdf.__path__)))
def test_docstrings_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"cinegraph.rdf.{name}")).failed == 0


@pytest.mark.parametrize(
    "text", ["a b.txt", "кино/статья.md", "..", ".", "100%.txt", "a#b?c&d<e>\"f'", "%2F", "ĳ\u202e.txt"]
)
def test_any_name_makes_a_valid_iri_and_comes_back(text: str) -> None:
    for iri in (terms.article_iri(text), terms.article_graph(text)):
        assert NamedNode(iri).value == iri
        assert terms.article_name(iri) == text
        assert iri.isascii()
        assert not set(iri) & set(' <>"{}|\\^`#?')
    assert terms.entity_id(terms.entity_iri(f"film/{text}")) == f"film/{text}"


def test_no_two_ids_share_an_iri() -> None:
    iris = [terms.entity_iri("festival/cannes/2019"), terms.edition_iri("festival/cannes", "2019")]
    assert len(set(iris)) == 2


@pytest.mark.parametrize("iri", ["https://example.org/film/x", terms.ID + "film", terms.ID + "festival/cannes/2019"])
def test_foreign_iris_are_no_entities(iri: str) -> None:
    with pytest.raises(InputError, match="not the IRI of an entity"):
        terms.entity_id(iri)


def test_unknown_relation_and_qualifier_are_named() -> None:
    with pytest.raises(InputError, match=r"'directed'.*director"):
        terms.relation_iri("directed")
    with pytest.raises(InputError, match=r"'colour'.*for_work"):
        terms.qualifier_iri("colour")


def test_claim_names_follow_identity_and_not_evidence() -> None:
    one = claim("film/a", "director", EntityRef("person/b"), said(A))
    assert terms.claim_iri(one) == terms.claim_iri(replace(one, evidence=said(N, article="b.txt"), decision="accepted"))
    others = [
        replace(one, subject="film/b"),
        replace(one, predicate="editor"),
        replace(one, object=Literal("person/b")),
        replace(one, qualifiers=(("ordinal", Literal("first")),)),
        replace(one, qualifiers=(("ordinal", EntityRef("first")),)),
    ]
    assert len({terms.claim_id(each) for each in [one, *others]}) == 6


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Beanpole", "en"),
        ("Zażółć gęślą", "en"),
        ("Кантемир Балагов", "ru"),
        ("Київ єдиний", "uk"),
        ("ნინო ლომიძე", "ka"),
        ("Ալեքսանդր", "hy"),
        ("Ευριπίδης", "el"),
        ("봉준호", "ko"),
        ("七人の侍", "ja"),
        ("黒澤明", "und-hani"),
        ("عباس کیارستمی", "und-arab"),
        ("8½", "en"),
        ("", "en"),
    ],
)
def test_language_tags(name: str, tag: str) -> None:
    assert language_tag(name) == tag


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "edtf"),
    [
        ("2019", "2019-01-01", "2019-12-31", None),
        ("2020-02", "2020-02-01", "2020-02-29", None),
        ("1991-01-25", "1991-01-25", "1991-01-25", None),
        ("2010?", "2010-01-01", "2010-12-31", "2010?"),
        ("around 1995", "1995-01-01", "1995-12-31", "1995~"),
        ("the 1990s", "1990-01-01", "1999-12-31", "199X"),
        ("2001-2004", "2001-01-01", "2004-12-31", "2001/2004"),
        ("1998–99", "1998-01-01", "1999-12-31", "1998/1999"),
        ("Spring 2022", "2022-03-01", "2022-05-31", "2022-21"),
        ("winter 2022", "2022-12-01", "2023-02-28", "2022-24"),
        ("March 2021", "2021-03-01", "2021-03-31", "2021-03"),
    ],
)
def test_times(text: str, earliest: str, latest: str, edtf: str | None) -> None:
    period = period_of(text)
    assert period is not None
    assert (period.earliest, period.latest, period.edtf) == (earliest, latest, edtf)


@pytest.mark.parametrize(
    "text", ["", "soon", "the year after", "2019-13", "2019-02-30", "2004-2001", "12019", "９９９９", "?"]
)
def test_what_is_no_time(text: str) -> None:
    assert period_of(text) is None


def test_names_import_nothing_heavy() -> None:
    program = "import sys, cinegraph.rdf.terms, cinegraph.rdf.write; print({'rdflib', 'pyshacl'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
