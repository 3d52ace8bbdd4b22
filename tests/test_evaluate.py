"""What the figures mean, on a small gold; and what is said about a malformed one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cinegraph.errors import InputError
from cinegraph.evaluate import Figures, Report, evaluate, evaluate_facts, read_gold
from cinegraph.rdf.facts import Fact, facts_of, read_facts
from knowledge_fixture import KNOWLEDGE, PROFILE, REPORT

TEXT = "Salt Road, by Vera Orlova (Vera), won the Great Prize in 2019. Marta Kowal may be in it. Orlova is Latvian."
ENTITIES = [
    {"id": "salt-road", "type": "Film", "name": "Salt Road", "mentions": ["Salt Road"]},
    {"id": "vera-orlova", "type": "Person", "name": "Vera Orlova", "mentions": ["Vera Orlova", "Vera", "Orlova"]},
    {"id": "marta-kowal", "type": "Person", "name": "Marta Kowal", "mentions": ["Marta Kowal"]},
    {"id": "great-prize", "type": "Award", "name": "Great Prize", "mentions": ["Great Prize"]},
]
FACTS: list[dict[str, Any]] = [
    {"s": "salt-road", "p": "director", "o": "vera-orlova"},
    {"s": "salt-road", "p": "won", "o": "great-prize", "required_q": {"year": "2019"}},
    {"s": "salt-road", "p": "cast_member", "o": "marta-kowal", "modality": ["hedged"], "required": False},
    {"s": "vera-orlova", "p": "nationality", "o": "Latvian"},
    {"s": "vera-orlova", "p": "collaborated_with", "o": "marta-kowal", "required": False},
]
GOLD = {"article": "a.txt", "entities": ENTITIES, "facts": FACTS}


@pytest.fixture
def gold_dir(tmp_path: Path) -> Path:
    (tmp_path / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def fact(subject: str, predicate: str, object_: str | dict[str, Any], **more: Any) -> dict[str, Any]:
    end = object_ if isinstance(object_, dict) else {"label": object_, "type": "Person", "aliases": []}
    evidence = [{"quote": TEXT[:20], "start": 0, "end": 20}]
    start = {"iri": f"urn:{subject.casefold()}", "label": subject, "type": "Film", "aliases": []}
    base = {"article": "a.txt", "subject": start, "predicate": predicate, "object": end, "evidence": evidence}
    return {**base, "qualifiers": {}, "modality": "asserted", **more}


def measure(gold_dir: Path, *facts: dict[str, Any]) -> Report:
    parsed: list[Fact] = read_facts([json.dumps(each) for each in facts])
    return evaluate_facts(read_gold(gold_dir), parsed, {"a.txt": TEXT})


def core(gold_dir: Path, *facts: dict[str, Any]) -> Figures:
    return measure(gold_dir, *facts).core.figures


DIRECTOR = fact("Salt Road", "director", "Vera Orlova")
WON = fact("salt road", "won", "The Great Prize", qualifiers={"year": "2019"})
HEDGED = fact("Salt Road", "cast_member", "Marta Kowal", modality="hedged")


def test_everything_right(gold_dir: Path) -> None:
    figures = core(gold_dir, DIRECTOR, WON, HEDGED)
    assert (figures.precision, figures.recall, figures.f1) == (1, 1, 1)
    assert (figures.required, figures.found, figures.right) == (2, 2, 3)
    assert (figures.qualifier_share, figures.grounded_share, figures.one_to_one_share) == (1, 1, 1)


def test_what_is_missed_and_what_is_wrong_is_listed(gold_dir: Path) -> None:
    invented = fact("Salt Road", "producer", "Marta Kowal")
    report = measure(gold_dir, DIRECTOR, invented)
    (article,) = report.core.articles
    assert [missed.predicate for missed in article.missed] == ["won"]
    assert [wrong["predicate"] for wrong in article.wrong] == ["producer"]
    assert (article.figures.precision, article.figures.recall) == (0.5, 0.5)
    relations = report.core.by_relation
    assert (relations["producer"].wrong, relations["director"].found, relations["won"].found) == (1, 1, 0)


def test_facts_that_are_not_core_count_in_all_only(gold_dir: Path) -> None:
    report = measure(gold_dir, DIRECTOR, fact("Vera Orlova", "nationality", {"value": "Latvian"}))
    assert (report.core.figures.required, report.core.figures.right) == (2, 1)
    assert (report.all.figures.required, report.all.figures.right) == (3, 2)


def test_a_rumour_given_as_a_fact_is_a_modality_error(gold_dir: Path) -> None:
    figures = core(gold_dir, {**HEDGED, "modality": "asserted"})
    assert (figures.right, figures.wrong, figures.wrong_modality) == (0, 0, 1)
    assert figures.precision == 0


def test_an_entity_with_the_names_of_two_is_a_wrong_merge(gold_dir: Path) -> None:
    both = {"label": "Vera Orlova", "type": "Person", "aliases": ["Marta Kowal"]}
    figures = core(gold_dir, fact("Salt Road", "director", both))
    assert (figures.right, figures.wrong, figures.merges) == (0, 1, 1)


def test_an_alias_counts_only_if_it_stands_in_the_article(gold_dir: Path) -> None:
    elsewhere = {"label": "V. O.", "type": "Person", "aliases": ["Kowal, Marta", "Orlova"]}
    assert core(gold_dir, fact("Salt Road", "director", elsewhere)).right == 1
    assert core(gold_dir, fact("Salt Road", "director", {**elsewhere, "aliases": ["V"]})).right == 0


def test_one_entity_under_two_names_is_not_one_to_one(gold_dir: Path) -> None:
    once = {"iri": "urn:1", "label": "Vera Orlova", "aliases": []}
    twice = {"iri": "urn:2", "label": "Orlova", "aliases": []}
    figures = core(gold_dir, fact("Salt Road", "director", once), fact("Orlova", "collaborated_with", "Marta Kowal"))
    assert figures.one_to_one_share < 1
    split = fact("Marta Kowal", "collaborated_with", twice)
    assert core(gold_dir, DIRECTOR, split).one_to_one == 2


def test_a_wrong_year_costs_the_qualifier_not_the_fact(gold_dir: Path) -> None:
    figures = core(gold_dir, {**WON, "qualifiers": {"year": "2018"}})
    assert (figures.right, figures.qualifiers, figures.qualifiers_right) == (1, 1, 0)


@pytest.mark.parametrize("quote", [{"start": 1}, {"end": 21}, {"quote": "Salt"}, {"start": -1}, {"end": 900}])
def test_a_quote_that_does_not_stand_there_is_not_grounded(gold_dir: Path, quote: dict[str, Any]) -> None:
    right = DIRECTOR["evidence"][0]
    assert core(gold_dir, {**DIRECTOR, "evidence": [{**right, **quote}]}).grounded_share == 0
    assert core(gold_dir, {**DIRECTOR, "evidence": []}).grounded_share == 0
    assert core(gold_dir, DIRECTOR).grounded_share == 1


def test_the_same_fact_twice_counts_once(gold_dir: Path) -> None:
    assert core(gold_dir, DIRECTOR, DIRECTOR) == core(gold_dir, DIRECTOR)


def test_knowledge_is_measured_through_its_export(tmp_path: Path) -> None:
    exported = list(facts_of(KNOWLEDGE))
    for article in (REPORT, PROFILE):
        gold = gold_of([fact for fact in exported if fact["article"] == article], article)
        (tmp_path / f"{Path(article).stem}.json").write_text(json.dumps(gold), encoding="utf-8")
    report = evaluate(tmp_path, KNOWLEDGE)
    assert report.missing == ()
    assert report.core.figures.required > 10
    assert (report.core.figures.recall, report.all.figures.recall) == (1, 1)
    assert (report.core.macro_f1, report.core.figures.grounded_share) == (1, 1)


def gold_of(facts: list[Fact], article: str) -> dict[str, Any]:
    """Gold that asks for just these facts."""
    entities: dict[str, Any] = {}

    def id_of(value: Any) -> str:
        if "label" not in value:
            return str(value["value"])
        mentions = [value["label"], *value["aliases"]]
        entities[value["iri"]] = {
            "id": value["iri"],
            "type": value["type"],
            "name": value["label"],
            "mentions": mentions,
        }
        return str(value["iri"])

    rows = [
        {"s": id_of(f["subject"]), "p": f["predicate"], "o": id_of(f["object"]), "modality": f["modality"]}
        for f in facts
    ]
    # A fact with other qualifiers is still the same fact.
    facts_once = [row for number, row in enumerate(rows) if row not in rows[:number]]
    return {"article": Path(article).with_suffix(".any").name, "entities": [*entities.values()], "facts": facts_once}


def test_articles_that_were_not_built_are_named(gold_dir: Path) -> None:
    (gold_dir / "b.json").write_text(json.dumps({**GOLD, "article": "b.txt"}))
    report = measure(gold_dir, DIRECTOR)
    assert report.missing == ("b.txt",)
    assert report.core.figures.required == 4
    with pytest.raises(InputError, match=r"none of the gold's articles was built; they are: a\.txt, b\.txt"):
        evaluate_facts(read_gold(gold_dir), [], {"other.txt": ""})


MALFORMED: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda gold: gold.pop("article"), '"article" must be a text'),
    (lambda gold: gold.update(facts="none"), '"facts" must be a list'),
    (lambda gold: gold["entities"].append("x"), "entity 5: a JSON object is expected here, not str"),
    (lambda gold: gold["entities"].append(ENTITIES[0]), "two entities have the id 'salt-road'"),
    (
        lambda gold: gold["entities"][1].update(type="Human"),
        "entity 2: there is no type 'Human'; the types are: Person",
    ),
    (lambda gold: gold["entities"][1].update(mentions=[1]), 'entity 2: "mentions" must be a list of texts'),
    (lambda gold: gold["facts"][2].update(s="nobody"), "fact 3: its subject 'nobody' is none"),
    (lambda gold: gold["facts"][2].update(p="acted"), "fact 3: there is no relation 'acted'"),
    (lambda gold: gold["facts"][2].pop("o"), 'fact 3: "o" must be a text'),
    (lambda gold: gold["facts"][2].update(modality="sure"), "fact 3: there is no modality 'sure'"),
    (lambda gold: gold["facts"][2].update(modality=[[]]), "fact 3: there is no modality"),
    (lambda gold: gold["facts"][2].update(core="yes"), 'fact 3: "core" must be true or false'),
    (lambda gold: gold["facts"][2].update(required_q={"year": 2019}), 'fact 3, required_q: "year" must be a text'),
]


@pytest.mark.parametrize(("damage", "words"), MALFORMED)
def test_malformed_gold_is_named_by_file_and_entry(
    gold_dir: Path, damage: Callable[[dict[str, Any]], object], words: str
) -> None:
    gold = json.loads(json.dumps(GOLD))
    damage(gold)
    (gold_dir / "b.json").write_text(json.dumps(gold))
    with pytest.raises(InputError) as caught:
        read_gold(gold_dir)
    assert words in caught.value.message
    assert str(gold_dir / "b.json") in caught.value.message


@pytest.mark.parametrize("written", [b"", b"[]", b"{", b"\xff", b"null"])
def test_a_gold_file_that_is_none_is_named(gold_dir: Path, written: bytes) -> None:
    (gold_dir / "b.json").write_bytes(written)
    with pytest.raises(InputError, match=r"b\.json"):
        read_gold(gold_dir)


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold files"):
        read_gold(tmp_path)
    with pytest.raises(InputError, match="not a folder"):
        read_gold(tmp_path / "nowhere")
