"""Our figures are those of the project's reference scorer, on facts made from its gold and damaged at random."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cinegraph.evaluate import Score, evaluate_facts, read_gold
from cinegraph.rdf.facts import Fact, read_facts
from cinegraph.relations import RELATIONS

SHARED = Path(__file__).parents[2] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "tools" / "score_facts.py").is_file(), reason="../shared with the reference scorer is not here"
)
MODALITIES = ("asserted", "asserted", "hedged", "planned", "negated", "former")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_facts", SHARED / "tools" / "score_facts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts() -> dict[str, str]:
    return {path.name: path.read_bytes().decode("utf-8") for path in sorted((SHARED / "articles").glob("*.txt"))}


def damaged(seed: int) -> list[Fact]:
    """Facts as a system might give them: gold facts with names swapped, merged and split, wrong years, lost quotes."""
    chance = random.Random(seed)
    lines = []
    for path in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = texts()[gold["article"]]
        entities = {entity["id"]: entity for entity in gold["entities"]}
        for fact in gold["facts"] * chance.choice((1, 2)):
            if chance.random() > 0.15:
                lines.append(json.dumps(given(fact, gold["article"], text, entities, chance)))
    chance.shuffle(lines)
    return read_facts(lines)


def given(
    fact: dict[str, Any], article: str, text: str, entities: dict[str, Any], chance: random.Random
) -> dict[str, Any]:
    subject, object_ = entity(fact["s"], entities, chance), thing(fact["o"], entities, chance)
    if chance.random() < 0.1 and "value" not in object_:
        subject, object_ = object_, subject
    predicate = chance.choice(sorted(RELATIONS)) if chance.random() < 0.1 else fact["p"]
    qualifiers = {name: thing(value, entities, chance) for name, value in (fact.get("q") or {}).items()}
    qualifiers = {name: value.get("value", value) for name, value in qualifiers.items() if chance.random() > 0.3}
    start = text.find(fact["evidence"])
    quote = {"quote": fact["evidence"], "start": start, "end": start + len(fact["evidence"]) + (chance.random() < 0.2)}
    return {
        "article": article,
        "subject": subject,
        "predicate": predicate,
        "object": object_,
        "qualifiers": qualifiers,
        "modality": chance.choice(fact["modality"] if chance.random() > 0.2 else MODALITIES),
        "evidence": [quote] if chance.random() > 0.1 else [],
    }


def thing(value: str, entities: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    if value in entities:
        return entity(value, entities, chance)
    return {"value": chance.choice((value, value.upper(), value + " or so", "something else", "1999"))}


def entity(id_: str, entities: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    own = entities[id_]
    names = [own["name"], *own["mentions"]]
    aliases = chance.sample(names, chance.randint(0, len(names))) + ["Nobody's Name"] * (chance.random() < 0.2)
    if chance.random() < 0.1:
        aliases += chance.choice(list(entities.values()))["mentions"]
    label = chance.choice(names)
    if own["type"] in {"Award", "Section", "Festival"} and chance.random() < 0.4:
        label = chance.choice(
            (f"{label} Award", f"{label} for Best Actress", f"Cannes {label}", label.split()[0], "Prize")
        )
    iri = {"iri": f"https://example.org/{id_}"} if chance.random() > 0.1 else {}
    return {**iri, "label": label, "type": own["type"], "aliases": aliases}


def reference(scorer: ModuleType, facts: list[Fact], *, all_facts: bool) -> tuple[dict[str, Any], dict[str, list[int]]]:
    rows = []
    for path in sorted((SHARED / "gold").glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))["article"]
        own = [fact for fact in facts if fact["article"] == article]
        text = texts()[article]
        rows.append(scorer.score(scorer.Gold(path, text), own, all_facts, text))
    relations: dict[str, list[int]] = {}
    for row in rows:
        for name, counts in row["per_relation"].items():
            relations[name] = [a + b for a, b in zip(relations.get(name, [0, 0, 0, 0]), counts, strict=True)]
    return scorer.summarise(rows), relations


def ours(score: Score) -> tuple[dict[str, Any], dict[str, list[int]]]:
    total = score.figures
    figures = {
        "required": total.required,
        "found": total.found,
        "right": total.right,
        "wrong": total.wrong,
        "wrong_modality": total.wrong_modality,
        "merges": total.merges,
        "q_found": total.qualifiers_right,
        "q_total": total.qualifiers,
        "precision": total.precision,
        "recall": total.recall,
        "f1": total.f1,
        "qualifiers": total.qualifier_share,
        "grounded": total.grounded_share,
        "one_to_one": total.one_to_one_share,
    }
    relations = {name: [r.required, r.found, r.right, r.wrong] for name, r in score.by_relation.items()}
    return figures, relations


@pytest.mark.parametrize("seed", range(12))
def test_same_figures_as_the_reference_scorer(scorer: ModuleType, seed: int) -> None:
    facts = damaged(seed)
    assert len(facts) > 150
    report = evaluate_facts(read_gold(SHARED / "gold"), facts, texts())
    for score, all_facts in ((report.core, False), (report.all, True)):
        assert ours(score) == reference(scorer, facts, all_facts=all_facts)
        assert 0.2 < score.figures.precision < 0.95
        assert score.figures.merges > 0
        assert score.figures.wrong_modality > 0


def test_core_relations_are_those_of_the_reference_scorer(scorer: ModuleType) -> None:
    assert {name for name, relation in RELATIONS.items() if relation.core} == scorer.CORE
