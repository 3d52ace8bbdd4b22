"""A store on disk with the film world of ``knowledge_fixture`` and one more article, for tests of what it is asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain
from pathlib import Path

from cinegraph.model import (
    Claim,
    Document,
    Entity,
    EntityRef,
    EntityType,
    Evidence,
    Extraction,
    Knowledge,
    Literal,
    Modality,
    Value,
)
from cinegraph.rdf.background import background_quads
from cinegraph.rdf.curation import Decided, curation_quads
from cinegraph.rdf.write import quads_of
from cinegraph.store import NameRow
from cinegraph.store.interface import ArticleKey
from cinegraph.store.publish import open_for_building
from knowledge_fixture import KNOWLEDGE


def name_rows(knowledge: Knowledge) -> list[NameRow]:
    """Every name of every entity, weighted by the claims that speak of it."""
    weights: Counter[str] = Counter()
    for claim in knowledge.claims:
        weights.update({claim.subject, *([claim.object.id] if isinstance(claim.object, EntityRef) else [])})
    return [
        NameRow(entity.id, entity.type, entity.label, name, weights[entity.id])
        for entity in knowledge.entities
        for name in entity.names
    ]


def build_store(path: Path, knowledge: Knowledge) -> Path:
    """Write a store with this knowledge and its articles."""
    with open_for_building(path) as building:
        keys = []
        for document in knowledge.documents:
            keys.append(ArticleKey(document.name, document.sha256, "test"))
            building.cache.put(keys[-1], Extraction(document))
        more = chain(background_quads(RUN_BY), curation_quads(DECIDED))
        building.publish(chain(quads_of(knowledge), more), name_rows(knowledge), keys, f"test {len(knowledge.claims)}")
    return path


RUN_BY = (
    ("section/un-certain-regard", "run_by", "Somebody Else"),
    ("award/golden-leopard", "given_by", "Locarno Film Festival"),
    ("award/fipresci-prize", "given_by", "FIPRESCI"),
)
_ABOUT = ("https://w3id.org/cinegraph/id/film/salt-road",)
DECIDED = (
    Decided(
        "different",
        "Nowak",
        EntityType.PERSON,
        "Novak",
        EntityType.PERSON,
        who="Vera K.",
        when="2026-11-25",
        about=_ABOUT,
    ),
    Decided(
        "reject",
        "Salt Road",
        EntityType.FILM,
        "Weber",
        EntityType.PERSON,
        relation="editor",
        who="Ilya",
        when="2026-11-26T10:00:00Z",
        note="a misprint",
        about=_ABOUT,
    ),
)


MORE = "festivals/more notes.md"
_LINES = (
    "More notes on Orlova and her circle",
    "Quiet Ferry, a short film of 2012, was Orlova's first work.",
    "Stone River by Karl Holm and Glass Orchard shared the Golden Leopard at Locarno in 2018.",
    "An older Stone River, by Ilona Berg, came out in 1996; up for the Golden Leopard and the FIPRESCI Prize.",
    "North Wind, which Orlova directed, wrote and acted in, had its premiere in Un Certain Regard at Cannes in 2022.",
    "North Wind won the FIPRESCI Prize and the Un Certain Regard Prize at Cannes in 2022.",
    "Salt Road was shown on the Piazza Grande of Locarno in 2020.",
    "Orlova sat on the jury of Cannes in 2021 as its president.",
    "Eva Lind learned from Vera Orlova; Lucas Ferreira shot North Wind too.",
)
_TEXT = "\n".join(_LINES) + "\n"
_NEW = (
    ("person/karl-holm", "Karl Holm"),
    ("person/eva-lind", "Eva Lind"),
    ("film/quiet-ferry", "Quiet Ferry"),
    ("film/stone-river-2018", "Stone River"),
    ("film/stone-river-1996", "Stone River"),
    ("film/north-wind", "North Wind"),
    ("award/un-certain-regard-prize", "Un Certain Regard Prize"),
)
_CANNES, _LOCARNO = "festival/cannes-film-festival", "festival/locarno-film-festival"
_SAID: tuple[tuple[int, str, str, str, dict[str, str]], ...] = (
    (1, "film/quiet-ferry", "director", "person/vera-orlova", {}),
    (1, "film/quiet-ferry", "form", "short film", {}),
    (1, "film/quiet-ferry", "publication_year", "2012", {}),
    (2, "film/stone-river-2018", "director", "person/karl-holm", {}),
    (2, "film/stone-river-2018", "won", "award/golden-leopard", {"year": "2018", "festival": _LOCARNO}),
    (2, "film/glass-orchard", "won", "award/golden-leopard", {"year": "2018", "festival": _LOCARNO}),
    (3, "film/stone-river-1996", "director", "person/ilona-berg", {}),
    (3, "film/stone-river-1996", "publication_year", "1996", {}),
    (3, "film/stone-river-1996", "nominated_for", "award/golden-leopard", {"year": "1996"}),
    (3, "film/stone-river-1996", "nominated_for", "award/fipresci-prize", {"year": "1996"}),
    (4, "film/north-wind", "director", "person/vera-orlova", {}),
    (4, "film/north-wind", "screenwriter", "person/vera-orlova", {}),
    (4, "film/north-wind", "cast_member", "person/vera-orlova", {}),
    (4, "film/north-wind", "premiered_at", _CANNES, {"year": "2022", "section": "section/un-certain-regard"}),
    (5, "film/north-wind", "won", "award/fipresci-prize", {"year": "2022", "festival": _CANNES}),
    (5, "film/north-wind", "won", "award/un-certain-regard-prize", {"year": "2022", "festival": _CANNES}),
    (6, "film/salt-road", "screened_at", _LOCARNO, {"year": "2020", "section": "section/piazza-grande"}),
    (7, "person/vera-orlova", "jury_member", _CANNES, {"year": "2021", "role": "president"}),
    (8, "person/eva-lind", "student_of", "person/vera-orlova", {}),
    (8, "film/north-wind", "cinematographer", "person/lucas-ferreira", {}),
)


def _value(text: str) -> Value:
    return EntityRef(text) if "/" in text else Literal(text)


def _claims() -> list[Claim]:
    found = []
    for line, subject, relation, value, qualifiers in _SAID:
        start = _TEXT.index(_LINES[line])
        span = (MORE, start, start + len(_LINES[line]), _LINES[line])
        evidence = Evidence(*span, Modality.ASSERTED, f"test.{relation}", states=tuple(sorted(qualifiers)))
        pairs = tuple(sorted((name, _value(text)) for name, text in qualifiers.items()))
        found.append(Claim(subject, relation, _value(value), pairs, (evidence,)))
    return found


def _order(claim: Claim) -> tuple[object, ...]:
    return claim.subject, claim.predicate, repr(claim.object), repr(claim.qualifiers)


_GENDERS = {"person/vera-orlova": "female", "person/nino-lomidze": "female", "person/karl-holm": "male"}
WIDER = Knowledge(
    entities=tuple(
        sorted(
            (
                *(replace(each, gender=_GENDERS.get(each.id)) for each in KNOWLEDGE.entities),
                *(
                    Entity(i, EntityType(i.split("/")[0].capitalize()), n, (n,), gender=_GENDERS.get(i))
                    for i, n in _NEW
                ),
            ),
            key=lambda entity: entity.id,
        )
    ),
    claims=tuple(sorted((*KNOWLEDGE.claims, *_claims()), key=_order)),
    documents=tuple(
        sorted(
            (*KNOWLEDGE.documents, Document(MORE, _TEXT, "e" * 64, title=_LINES[0], date="2023-01-15", language="en")),
            key=lambda document: document.name,
        )
    ),
    mentions=KNOWLEDGE.mentions,
    doubts=KNOWLEDGE.doubts,
)
"""The small world and one more article: a shared prize, two films of one title, three generations of teachers."""
