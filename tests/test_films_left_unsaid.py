"""What is said of a film by sentences that do not name it, in several kinds of articles that go on about it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from cinegraph.articles import document_of
from cinegraph.extract import extract
from cinegraph.extract.crews_of_one_film import FOLLOWED_RULE
from cinegraph.model import EntityRef
from extracted import pairs

TABLE = tomllib.loads((Path(__file__).parent / "films_left_unsaid.toml").read_text(encoding="utf-8"))
CONTEXTS: dict[str, str] = TABLE.pop("contexts")
OTHERS: dict[str, str] = TABLE.pop("others")
LOST: dict[str, int] = TABLE.pop("lost")
NAMES = {"A": "Nora Falk", "B": "Emil Strand", "C": "Copperline Films", "D": "Halden Pictures"}
FILM = "The Salt Road"


def said(text: str) -> set[tuple[str, str, str]]:
    """The facts of an article: subject, relation and object by name."""
    found = extract(document_of(text, "article.txt"))
    labels = {entity.id: entity.label for entity in found.entities}
    values = (
        (c, labels[c.object.id] if isinstance(c.object, EntityRef) else str(c.object.value)) for c in found.claims
    )
    return {(labels[c.subject], c.predicate, value) for c, value in values}


def _expected(facts: str) -> set[tuple[str, str, str]]:
    told = (fact.split(" ", 1) for fact in facts.split(", ") if fact)
    return {(FILM, relation, NAMES.get(value, value)) for relation, value in told}


def _lost(context: str) -> list[str]:
    templates = [(t, f) for rows in TABLE.values() for t, f in rows.items()]
    return [t for t, facts in templates if not _expected(facts) <= said(context.replace("{T}", t.format(**NAMES)))]


@pytest.mark.parametrize("name", CONTEXTS)
def test_what_is_said_of_a_film_that_the_article_goes_on_about_is_read_without_its_name(name: str) -> None:
    lost = _lost(CONTEXTS[name])
    assert len(lost) <= LOST[name], lost


@pytest.mark.parametrize("name", OTHERS)
def test_no_film_gets_a_crew_that_may_be_of_another(name: str) -> None:
    articles = (OTHERS[name].replace("{T}", template.format(**NAMES)) for template in TABLE["crew"])
    claims = (claim for text in articles for claim in extract(document_of(text, "article.txt")).claims)
    assert not [claim for claim in claims if claim.evidence[0].rule == FOLLOWED_RULE]


def test_a_producer_in_a_life_is_not_that_of_the_film_named_last() -> None:
    text = (
        "Ida Berg, born in Bergen in 1970, is a Norwegian director.\n\nBerg made “The Salt Road” in 2010. "
        "Producer Nora Falk saw her in a play. Berg lives in Oslo."
    )
    assert not pairs(text, "producer")


def test_the_producer_in_a_life_is_that_of_the_film_of_the_paragraph() -> None:
    text = (
        "Ida Berg, born in Bergen in 1970, is a Norwegian director. Her first film was “Winter Orchard” (1999).\n\n"
        "In 2010 Berg made “The Salt Road”, a drama. The producer, Nora Falk, mortgaged her house."
    )
    assert pairs(text, "producer") == {("The Salt Road", "Nora Falk")}


def test_who_has_a_craft_in_another_film_of_the_article_is_not_of_the_crew_of_this_one() -> None:
    text = (
        "Ida Berg to shoot “The Salt Road” in Riga\n\nIda Berg will shoot “The Salt Road” in Riga.\n\n"
        "Max Holt's “Winter Orchard” was produced by Nora Falk. Producer Nora Falk has no plans."
    )
    assert pairs(text, "producer") == {("Winter Orchard", "Nora Falk")}


def test_who_is_said_to_be_the_cinematographer_gives_no_trade_to_whom_the_article_is_about() -> None:
    text = (
        "The Salt Road to open in May\n\nIda Berg's drama The Salt Road, about a widow, opens in May."
        "\n\nBerg, 44, lives in Bergen.\n\nThe cinematographer, Nora Falk, had made only documentaries."
    )
    assert ("The Salt Road", "Ida Berg") not in pairs(text, "cinematographer")


def test_a_title_that_only_its_own_sentence_tells_to_be_a_film_is_what_the_next_one_goes_on_about() -> None:
    text = "“The Salt Road” will be directed by Ida Berg. Nora Falk plays the widow."
    assert pairs(text, "cast_member") == {("The Salt Road", "Nora Falk")}
