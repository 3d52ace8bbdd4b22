"""The articles that come with cinegraph, and the hand-made gold on some: complete, consistent, and nobody else's words.

What no test can check is whether the facts are true; each article's ``checked`` says where they can be looked up.
"""

from __future__ import annotations

import importlib.util
import json
import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cinegraph.model import EntityType, Modality
from cinegraph.relations import RELATIONS
from cinegraph.resources import resource

GOLD = Path(__file__).parent / "gold"
SHARED = Path(__file__).parents[2] / "shared"
REQUIRED_FIELDS = {"title", "author", "publisher", "date", "language", "checked"}
DIGEST_FIELDS = {f"digest_of_{name}" for name in ("author", "publisher", "date", "language")}
COPIED_RUN = 9
LONGEST_QUOTE = 600


@cache
def articles() -> dict[str, str]:
    """Each shipped article's text, under its file name."""
    return {path.name: path.read_bytes().decode("utf-8") for path in sorted(resource("data", "articles").iterdir())}


@cache
def gold() -> list[dict[str, Any]]:
    """The gold files of this repository."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]


def record(name: str) -> dict[str, str]:
    """The bibliographic record of an article: its front matter, or its meta elements."""
    text = articles()[name]
    if name.endswith(".html"):
        fields = dict(re.findall(r'<meta name="(?:dc\.)?(\w+)" content="([^"]*)">', text))
        title = re.search(r"<title>(.*?)</title>", text)
        return fields | ({"title": title[1]} if title else {})
    front = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    assert front, f"{name} has no front matter"
    return {key: value.strip().strip('"') for key, value in (line.split(":", 1) for line in front[1].splitlines())}


def body(name: str) -> str:
    """An article without its front matter, its head and its tags."""
    text = re.sub(r"\A---\n.*?\n---\n", "", articles()[name], flags=re.DOTALL)
    return re.sub(r"<head>.*?</head>|<[^>]+>", " ", text, flags=re.DOTALL) if name.endswith(".html") else text


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of nine words."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + COPIED_RUN]) for i in range(len(words) - COPIED_RUN + 1)}


def test_there_is_enough_to_read() -> None:
    assert len(articles()) >= 30
    assert sum(len(body(name).split()) for name in articles()) >= 11_000
    assert {Path(name).suffix for name in articles()} == {".md", ".html", ".txt"}


@pytest.mark.parametrize("name", articles())
def test_an_article_has_a_slug_and_a_full_record(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.(md|html|txt)", name)
    fields = record(name)
    assert fields.keys() >= REQUIRED_FIELDS
    assert all(fields[field] for field in REQUIRED_FIELDS)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", fields["date"])
    assert fields["language"] == "en"


def test_a_digest_names_what_it_digests() -> None:
    digests = [record(name) for name in articles() if "digest_of" in record(name)]
    assert len(digests) >= 4
    for fields in digests:
        assert fields["digest_of"]
        assert fields.keys() >= DIGEST_FIELDS


def test_no_two_articles_share_a_title() -> None:
    titles = [record(name)["title"] for name in articles()]
    assert len(set(titles)) == len(titles)


def test_links_between_articles_lead_somewhere() -> None:
    links = [link for text in articles().values() for link in re.findall(r'\]\(([^)]+\.\w+)\)|href="([^"]+)"', text)]
    targets = {one or other for one, other in links}
    assert targets
    assert targets <= articles().keys()


def test_nothing_is_copied_from_the_shared_articles() -> None:
    sources = sorted((SHARED / "articles").glob("*.txt"))
    if not sources:
        pytest.skip("the shared articles are not here")
    theirs = set[tuple[str, ...]]().union(*(runs(path.read_text(encoding="utf-8")) for path in sources))
    assert len(theirs) > 1_000
    assert {name: " ".join(run) for name, text in articles().items() for run in runs(text) & theirs} == {}


def test_there_is_enough_gold() -> None:
    facts = [fact for file in gold() for fact in file["facts"]]
    assert len(gold()) >= 12
    assert sum(fact["required"] and fact["core"] for fact in facts) >= 330
    assert len({fact["p"] for fact in facts}) >= 35
    assert {modality for fact in facts for modality in fact["modality"]} == {modality.value for modality in Modality}


@pytest.mark.parametrize("file", gold(), ids=lambda file: file["article"])
def test_gold_stands_in_its_article(file: dict[str, Any]) -> None:
    text = articles()[file["article"]]
    mentions = [mention for entity in file["entities"] for mention in entity["mentions"]]
    quotes = [fact["evidence"] for fact in file["facts"]]
    assert mentions
    assert quotes
    assert [string for string in mentions + quotes if string not in text] == []
    assert max(map(len, quotes)) <= LONGEST_QUOTE


@pytest.mark.parametrize("file", gold(), ids=lambda file: file["article"])
def test_gold_keeps_to_the_relations(file: dict[str, Any]) -> None:
    types = {entity["id"]: EntityType(entity["type"]) for entity in file["entities"]}
    assert len(types) == len(file["entities"])
    for fact in file["facts"]:
        relation = RELATIONS[fact["p"]]
        assert types[fact["s"]] in relation.subjects, fact
        if fact["o"] in types:
            assert types[fact["o"]] in relation.objects, fact
        else:
            assert relation.literal, fact
        assert fact["required_q"].items() <= fact["q"].items(), fact
        assert set(fact["required_q"]) <= set(relation.qualifiers), fact
        assert fact["required"] or not fact["required_q"], fact
        assert {Modality(modality) for modality in fact["modality"]}, fact


@pytest.mark.parametrize("file", gold(), ids=lambda file: file["article"])
def test_every_gold_entity_is_used_and_no_fact_is_given_twice(file: dict[str, Any]) -> None:
    used = {end for fact in file["facts"] for end in (fact["s"], fact["o"], *fact["q"].values())}
    assert {entity["id"] for entity in file["entities"]} <= used
    keys = [json.dumps([fact[key] for key in ("s", "p", "o", "q", "modality")]) for fact in file["facts"]]
    assert len(set(keys)) == len(keys)


def shared_scorer() -> ModuleType:
    """The scorer that comes with the shared gold, or a skip."""
    path = SHARED / "tools" / "score_facts.py"
    if not path.exists():
        pytest.skip("the shared scorer is not here")
    spec = importlib.util.spec_from_file_location("score_facts", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_export(file: dict[str, Any]) -> list[dict[str, Any]]:
    """The gold itself, in the shape in which facts are exported."""
    named = {
        entity["id"]: {"iri": entity["id"], "label": entity["name"], "aliases": entity["mentions"]}
        for entity in file["entities"]
    }
    text = articles()[file["article"]]
    return [
        {
            "article": file["article"],
            "subject": named[fact["s"]],
            "predicate": fact["p"],
            "object": named.get(fact["o"], {"value": fact["o"]}),
            "qualifiers": {key: named.get(value, value) for key, value in fact["q"].items()},
            "modality": fact["modality"][0],
            "evidence": [
                {
                    "quote": fact["evidence"],
                    "start": text.index(fact["evidence"]),
                    "end": text.index(fact["evidence"]) + len(fact["evidence"]),
                }
            ],
        }
        for fact in file["facts"]
    ]


def test_gold_scored_against_itself_is_perfect() -> None:
    scorer = shared_scorer()
    rows = [
        scorer.score(
            scorer.Gold(GOLD / f"{Path(file['article']).stem}.json", articles()[file["article"]]),
            as_export(file),
            False,
            articles()[file["article"]],
        )
        for file in gold()
    ]
    total = scorer.summarise(rows)
    assert total["required"] >= 330
    assert [total[figure] for figure in ("precision", "recall", "qualifiers", "grounded", "one_to_one")] == [1.0] * 5
