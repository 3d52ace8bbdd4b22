"""The status of claims, and what contradicts what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cinegraph.errors import InputError
from cinegraph.model import Claim, Entity, EntityRef, EntityType, Knowledge, Literal, Modality, Value
from cinegraph.rdf.contradictions import contradictions
from cinegraph.rdf.status import verdicts
from knowledge_fixture import KNOWLEDGE
from rdf_helpers import A, F, H, N, P, claim, said


def statuses(*claims: Claim, entities: tuple[Entity, ...] = ()) -> list[str]:
    return [verdict.status.value for verdict in verdicts(Knowledge(entities=entities, claims=claims))]


@pytest.mark.parametrize(
    ("modalities", "status", "ended"),
    [
        ((A,), "accepted", False),
        ((A, H), "accepted", False),
        ((A, F), "accepted", False),
        ((F,), "accepted", True),
        ((F, H), "accepted", True),
        ((H,), "hedged", False),
        ((H, P), "hedged", False),
        ((P,), "planned", False),
        ((N,), "denied", False),
        ((P, N), "denied", False),
        ((A, N), "disputed", False),
        ((H, N), "disputed", False),
        ((F, N), "disputed", False),
    ],
)
def test_status_by_own_evidence(modalities: tuple[Modality, ...], status: str, ended: bool) -> None:
    one = claim("person/a", "residence", EntityRef("place/b"), said(*modalities))
    (verdict,) = verdicts(Knowledge(claims=(one,)))
    assert (verdict.status.value, verdict.ended) == (status, ended)
    assert verdict.direct == (status == "accepted" and not ended)


def test_a_decision_stands_over_the_evidence() -> None:
    one = claim("person/a", "residence", EntityRef("place/b"), said(A, N))
    assert statuses(replace(one, decision="accepted")) == ["accepted"]
    assert statuses(replace(one, decision="rejected")) == ["rejected"]
    with pytest.raises(InputError, match="perhaps"):
        statuses(replace(one, decision="perhaps"))


def test_a_denial_contradicts_what_says_as_much_or_more() -> None:
    festival = EntityRef("festival/f")
    denied = claim("film/a", "screened_at", festival, said(N))
    dated = claim("film/a", "screened_at", festival, said(A, article="b.txt"), year="2016")
    assert statuses(denied, dated) == ["disputed", "disputed"]
    assert statuses(replace(denied, qualifiers=(("year", Literal("2015")),)), dated) == ["denied", "accepted"]
    assert statuses(denied, replace(dated, evidence=said(H))) == ["denied", "hedged"]


def test_a_denial_contradicts_a_symmetric_relation_both_ways() -> None:
    one = claim("person/a", "partner_of", EntityRef("person/b"), said(A))
    other = claim("person/b", "partner_of", EntityRef("person/a"), said(N, article="b.txt"))
    assert statuses(one, other) == ["disputed", "disputed"]


def births(first: str, second: str, *, same_article: bool = False) -> tuple[Claim, Claim]:
    return (
        claim("person/a", "birth_date", Literal(first), said(A)),
        claim("person/a", "birth_date", Literal(second), said(A, article="a.txt" if same_article else "b.txt")),
    )


@pytest.mark.parametrize(
    ("first", "second", "agree"),
    [
        ("1991", "1991-01-25", True),
        ("1991-01", "1991-01-25", True),
        ("about 1991", "1991", True),
        ("the 1990s", "1991-01-25", True),
        ("1991", "1992", False),
        ("1991-01-25", "1991-01-26", False),
        ("199", "1991", False),
    ],
)
def test_values_of_which_one_is_more_precise_agree(first: str, second: str, agree: bool) -> None:
    assert statuses(*births(first, second)) == (["accepted"] * 2 if agree else ["disputed"] * 2)


def test_two_values_of_one_article_are_no_conflict() -> None:
    assert statuses(*births("1991", "1992", same_article=True)) == ["accepted", "accepted"]


def test_places_of_birth_disagree_unless_one_may_lie_in_the_other() -> None:
    def place(name: str) -> Entity:
        return Entity(f"place/{name.lower()}", EntityType.PLACE, name, (name,))

    def born(name: str, article: str) -> Claim:
        return claim("person/a", "birth_place", EntityRef(f"place/{name.lower()}"), said(A, article=article))

    riga, tallinn = born("Riga", "a.txt"), born("Tallinn", "b.txt")
    longer = Entity("place/riga-2", EntityType.PLACE, "Riga, Latvia", ("Riga, Latvia",))
    also_riga = claim("person/a", "birth_place", EntityRef("place/riga-2"), said(A, article="c.txt"))
    latvia = born("Latvia", "d.txt")
    country = claim("film/x", "country", EntityRef("place/latvia"), said(A))
    entities = (place("Riga"), place("Tallinn"), place("Latvia"), longer)
    assert statuses(riga, tallinn, entities=entities) == ["disputed", "disputed"]
    assert statuses(riga, also_riga, entities=entities) == ["accepted", "accepted"]
    assert statuses(riga, latvia, entities=entities) == ["disputed", "disputed"]
    assert statuses(riga, latvia, country, entities=entities) == ["accepted", "accepted", "accepted"]


def test_another_year_for_the_same_prize_is_a_conflict_for_a_film_only() -> None:
    def won(subject: str, year: str, article: str, **more: Value) -> Claim:
        qualifiers = {"year": Literal(year), "festival": EntityRef("festival/f"), **more}
        return Claim(subject, "won", EntityRef("award/p"), tuple(sorted(qualifiers.items())), said(A, article=article))

    film = Entity("film/x", EntityType.FILM, "X", ("X",))
    person = Entity("person/y", EntityType.PERSON, "Y", ("Y",))
    work = {"for_work": EntityRef("film/x")}
    entities = (film, person)
    assert statuses(won("film/x", "2018", "a"), won("film/x", "2019", "b"), entities=entities) == ["disputed"] * 2
    assert statuses(won("film/x", "2018", "a"), won("film/x", "2019", "a"), entities=entities) == ["accepted"] * 2
    assert statuses(won("person/y", "2018", "a"), won("person/y", "2019", "b"), entities=entities) == ["accepted"] * 2
    assert (
        statuses(won("person/y", "2018", "a", **work), won("film/x", "2019", "b"), entities=entities)
        == ["disputed"] * 2
    )
    elsewhere = won("film/x", "2019", "b", festival=EntityRef("festival/g"))
    assert statuses(won("film/x", "2018", "a"), elsewhere, entities=entities) == ["accepted"] * 2


def test_what_is_rejected_contradicts_nothing() -> None:
    one, other = births("1991", "1992")
    assert statuses(one, replace(other, decision="rejected")) == ["accepted", "rejected"]


def test_each_side_of_a_contradiction_says_why() -> None:
    found = {
        (KNOWLEDGE.claims[pair.left].subject, pair.left_reason, pair.right_reason) for pair in contradictions(KNOWLEDGE)
    }
    assert found == {
        (
            "film/salt-road",
            "another year is given for the same prize: 2019",
            "another year is given for the same prize: 2018",
        ),
        ("film/winter-harbour", "asserted elsewhere", "denied elsewhere"),
        ("person/vera-orlova", "another birth place is given: Tallinn", "another birth place is given: Riga"),
    }
