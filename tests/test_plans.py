"""What is still to come is planned, however it is told, and nothing else of its sentence is."""

from __future__ import annotations

import pytest

from extracted import said
from varied import AFTER, BEFORE


def told(text: str, relation: str) -> set[tuple[str, ...]]:
    return set(said(BEFORE + text + AFTER, relation))


DIRECTS, PLAYS = ("Night Bus", "director", "Ada Doe"), ("Grey Dog", "cast_member", "Ada Doe")
TWO = "Ada Doe acted in “Grey Dog” and will direct “Night Bus”."
PREMIERES = ("Night Bus", "premiered_at", "Cannes Film Festival")


@pytest.mark.parametrize(
    ("text", "claim", "modality"),
    [
        ("Ada Doe to direct “Night Bus”", DIRECTS, "planned"),
        ("Ada Doe to star in Ben Roe's “Grey Dog”", PLAYS, "planned"),
        ("“Night Bus” is a drama. It will premiere at Cannes.", PREMIERES, "planned"),
        ("“Night Bus” is a drama. It is set to premiere at Cannes.", PREMIERES, "planned"),
        ("Ada Doe to join the cast of “Grey Dog”", PLAYS, "planned"),
        ("Ada Doe has signed on to helm the thriller “Night Bus”.", DIRECTS, "planned"),
        (TWO, DIRECTS, "planned"),
        (TWO, PLAYS, "asserted"),
        ("“Grey Dog”, for which he won much, is by Ben Roe. Ada Doe is to direct “Night Bus”.", DIRECTS, "planned"),
    ],
)  # fmt: skip
def test_what_is_to_come_is_planned(text: str, claim: tuple[str, ...], modality: str) -> None:
    assert {each[3] for each in told(text, claim[1]) if each[:3] == claim} == {modality}


def test_what_a_plan_is_compared_with_has_been() -> None:
    text = "The two men would make nine films, among them “Night Bus”, for which Ada Doe won the Golden Lion in 1988."
    assert {each[3] for each in told(text, "won")} == {"asserted"}


def test_an_infinitive_in_a_sentence_is_no_headline() -> None:
    text = "This led Ada Doe to direct “Night Bus” in 1988."
    assert ("Night Bus", "director", "Ada Doe", "planned") not in told(text, "director")
