"""A person's decisions stand over everything, and hold when ids move."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cinegraph.errors import InputError
from cinegraph.model import EntityType, Knowledge
from cinegraph.resolve import Decision, decisions_from_json, decisions_to_json, resolve
from resolve_articles import FILM, LEXICON, PERSON, Article, entity_named, ids


def same(left: str, right: str, kind: EntityType = FILM, **fields: str) -> Decision:
    return Decision("same", left, kind, right, kind, **fields)  # type: ignore[arg-type]


def different(left: str, right: str, kind: EntityType = FILM, **fields: str) -> Decision:
    return Decision("different", left, kind, right, kind, **fields)  # type: ignore[arg-type]


def resolved(*articles: Article, decisions: tuple[Decision, ...]) -> Knowledge:
    return resolve([article.extraction() for article in articles], decisions, LEXICON)


def films(*titles: str, year: int | None = None) -> list[Article]:
    articles = [Article(f"{number}.txt") for number in range(len(titles))]
    for article, title in zip(articles, titles, strict=True):
        article.film(title, year=year)
    return articles


def test_same_unites_what_nothing_else_would() -> None:
    decision = same("the ascent", "Voskhozhdenie", who="vera")
    knowledge = resolved(*films("The Ascent", "Voskhozhdenie"), decisions=(decision,))
    (film,) = knowledge.entities
    assert film.names == ("The Ascent", "Voskhozhdenie")
    assert [merge.reason for merge in film.merges] == ["decided by vera"]


def test_same_stands_over_contradicting_facts() -> None:
    one, two = Article("1"), Article("2")
    one.film("Stalker", year=1979)
    two.film("Stalker", year=1999)
    assert len(ids(resolved(one, two, decisions=()), FILM)) == 2
    assert len(ids(resolved(one, two, decisions=(same("Stalker", "Stalker"),)), FILM)) == 1


def test_different_parts_what_the_names_unite() -> None:
    one, two, three = films("Stalker", "Stalker", "Stalker")
    knowledge = resolved(one, two, three, decisions=(different("Stalker", "stalker", article="1.txt"),))
    assert len(ids(knowledge, FILM)) == 2
    assert knowledge.mentions["0.txt"][0].entity == knowledge.mentions["2.txt"][0].entity
    assert knowledge.mentions["0.txt"][0].entity != knowledge.mentions["1.txt"][0].entity


def test_different_silences_the_doubt() -> None:
    articles = [Article("1"), Article("2")]
    for article, name in zip(articles, ("Krzysztof Zanussi", "Krzystof Zanussi"), strict=True):
        article.person(name)
    decision = different("Krzysztof Zanussi", "Krzystof Zanussi", PERSON)
    assert len(resolved(*articles, decisions=()).doubts) == 1
    assert resolved(*articles, decisions=(decision,)).doubts == ()


def test_the_later_decision_on_the_same_names_holds() -> None:
    pair = films("The Ascent", "Voskhozhdenie")
    early = same("The Ascent", "Voskhozhdenie", when="2024-01-01")
    late = different("Voskhozhdenie", "THE ASCENT", when="2024-02-01")
    assert len(ids(resolved(*pair, decisions=(late, early)), FILM)) == 2
    assert len(ids(resolved(*pair, decisions=(early,)), FILM)) == 1


def test_decisions_that_contradict_one_another_are_listed() -> None:
    decisions = (same("A B", "C D"), same("C D", "E F"), different("A B", "E F"))
    knowledge = resolved(*films("A B", "C D", "E F"), decisions=decisions)
    assert len(ids(knowledge, FILM)) == 2
    assert [(doubt.reason, doubt.score) for doubt in knowledge.doubts] == [("decisions contradict one another", 1.0)]


def test_a_decision_holds_when_ids_move() -> None:
    pair = films("The Ascent", "Voskhozhdenie", year=1977)
    namesake, popular = Article("8.txt"), Article("9.txt")
    namesake.film("The Ascent", year=1955)
    popular.mention(popular.film("The Ascent", year=1977), "The Ascent", times=5)
    decision = same("The Ascent", "Voskhozhdenie", article="0.txt")
    assert ids(resolved(*pair, decisions=(decision,)), FILM) == ["voskhozhdenie"]
    knowledge = resolved(*pair, namesake, popular, decisions=(decision,))
    assert ids(knowledge, FILM) == ["the-ascent-1955", "the-ascent-1977"]
    assert entity_named(knowledge, "Voskhozhdenie").id == "film/the-ascent-1977"


def credit(*titles: str) -> list[Article]:
    articles = films(*titles, year=1979)
    for article in articles:
        article.say("film0", "director", article.person("Andrei Tarkovsky"))
    return articles


def test_a_claim_is_rejected_or_accepted_by_the_names_of_its_ends() -> None:
    reject = Decision("reject", "andrey tarkovskiy", PERSON, "x", relation="director")
    assert all(claim.decision is None for claim in resolved(*credit("Stalker"), decisions=(reject,)).claims)
    reject = Decision("reject", "STALKER", FILM, "Andrei Tarkovsky", PERSON, relation="director")
    accept = Decision("accept", "Stalker", FILM, "1979", relation="publication_year")
    knowledge = resolved(*credit("Stalker"), decisions=(reject, accept))
    assert {claim.predicate: claim.decision for claim in knowledge.claims} == {
        "director": "rejected", "publication_year": "accepted"
    }  # fmt: skip


def test_a_decision_on_a_claim_may_be_about_one_article_or_one_year_only() -> None:
    (article,) = credit("Stalker")
    fields = {"relation": "director", "left_type": FILM, "right_type": PERSON}
    elsewhere = Decision("reject", "Stalker", right_name="Andrei Tarkovsky", article="other.txt", **fields)  # type: ignore[arg-type]
    other = Decision("reject", "Stalker", right_name="Andrei Tarkovsky", qualifiers=(("ordinal", "first"),), **fields)  # type: ignore[arg-type]
    assert all(claim.decision is None for claim in resolved(article, decisions=(elsewhere, other)).claims)


def test_the_later_decision_on_a_claim_holds() -> None:
    decisions = [
        Decision(kind, "Stalker", FILM, "1979", relation="publication_year", when=when)
        for kind, when in (("accept", "2024-05-01"), ("reject", "2024-04-01"))
    ]
    knowledge = resolved(*films("Stalker", year=1979), decisions=tuple(decisions))
    assert [claim.decision for claim in knowledge.claims] == ["accepted"]


def test_a_decision_on_names_that_no_article_has_changes_nothing() -> None:
    articles = films("Stalker", "Solaris")
    assert resolved(*articles, decisions=(same("Stalker", "Nowhere"),)) == resolved(*articles, decisions=())


def test_same_can_overrule_a_claim_between_the_two() -> None:
    article = Article("1")
    article.say(article.film("The Ascent"), "based_on", article.film("Voskhozhdenie"))
    knowledge = resolved(article, decisions=(same("The Ascent", "Voskhozhdenie"),))
    assert len(knowledge.entities) == 1
    assert knowledge.claims == ()
    assert entity_named(knowledge, "The Ascent").id == "film/voskhozhdenie"


names = st.text(min_size=1, max_size=8)


@given(
    st.lists(
        st.builds(
            Decision,
            kind=st.sampled_from(["accept", "reject"]),
            left_name=names,
            left_type=st.sampled_from(EntityType),
            right_name=names,
            right_type=st.none() | st.sampled_from(EntityType),
            article=st.none() | names,
            relation=names,
            qualifiers=st.dictionaries(names, names, max_size=2).map(lambda found: tuple(sorted(found.items()))),
            who=names,
            when=names,
        )
    )
)
def test_decisions_come_back_from_json(decisions: list[Decision]) -> None:
    text = decisions_to_json(decisions)
    assert set(decisions_from_json(text)) == set(decisions)
    assert decisions_to_json(decisions_from_json(text)) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "no JSON"),
        ("{}", "no list"),
        ("[1]", "decision 1 is no object"),
        ('[{"kind": "same"}]', "decision 1 lacks left_name"),
        ('[{"kind": "same", "wat": 1}]', "unknown field 'wat'"),
        ('[{"kind": "same", "left_name": "a", "left_type": "Actor", "right_name": "b"}]', "'Actor' is no type"),
        ('[{"kind": "same", "left_name": 7, "left_type": "Film", "right_name": "b"}]', "every field is a text"),
        ('[{"kind": "maybe", "left_name": "a", "left_type": "Film", "right_name": "b"}]', "kind 'maybe'"),
        ('[{"kind": "same", "left_name": "a", "left_type": "Film", "right_name": "b"}]', "between two types"),
        ('[{"kind": "reject", "left_name": "a", "left_type": "Film", "right_name": "b"}]', "names no relation"),
    ],
)
def test_malformed_decisions_are_refused_with_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        decisions_from_json(text)


def test_telling_one_name_apart_needs_an_article() -> None:
    with pytest.raises(InputError, match="in which article"):
        different("Stalker", "STALKER")


def test_decisions_are_the_same_in_any_order() -> None:
    decisions = [same("A", "B", when=str(number)) for number in range(3)] + [different("A", "C"), same("B", "D")]
    articles = films("A", "B", "C", "D")
    assert resolved(*articles, decisions=tuple(decisions)) == resolved(*articles, decisions=tuple(reversed(decisions)))
    assert decisions_to_json(decisions) == decisions_to_json(reversed(decisions))
