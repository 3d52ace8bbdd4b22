"""Claims of several articles become one, with the evidence of all."""

from __future__ import annotations

import pytest

from cinegraph.errors import CinegraphError
from cinegraph.model import Claim, EntityRef, Evidence, Extraction, Knowledge, Literal, Mention, Modality
from cinegraph.resolve import resolve
from cinegraph.resolve.claims import united
from resolve_articles import AWARD, FESTIVAL, LEXICON, ORGANIZATION, Article


def evidence(article: str, modality: Modality = Modality.ASSERTED, states: tuple[str, ...] = ()) -> Evidence:
    return Evidence(article, 0, 5, "quote", modality, "rule", states=states)


def won(*qualifiers: tuple[str, str], by: Evidence | None = None) -> Claim:
    pairs = tuple(sorted((name, Literal(value)) for name, value in qualifiers))
    return Claim("film/a", "won", EntityRef("award/b"), pairs, (by or evidence("1"),))


def resolved(*articles: Article) -> Knowledge:
    return resolve([article.extraction() for article in articles], lexicon=LEXICON)


def test_two_articles_that_say_the_same_make_one_claim() -> None:
    articles = [Article("2"), Article("1")]
    for article, director in zip(articles, ("Andrei Tarkovsky", "Andrey Tarkovskiy"), strict=True):
        article.film("Stalker", director=article.person(director))
    (claim,) = resolved(*articles).claims
    assert claim.subject == "film/stalker"
    assert claim.object == EntityRef("person/andrey-tarkovskiy")
    assert [item.article for item in claim.evidence] == ["1", "2"]


def test_less_becomes_part_of_the_only_claim_that_says_more() -> None:
    full = won(("year", "2019"), ("section", "x"), by=evidence("2", states=("section", "year")))
    (claim,) = united([won(), won(("year", "2019"), by=evidence("3", states=("year",))), full])
    assert claim.qualifiers == full.qualifiers
    assert [(item.article, item.states) for item in claim.evidence] == [
        ("1", ()), ("2", ("section", "year")), ("3", ("year",))
    ]  # fmt: skip


@pytest.mark.parametrize(
    "claims",
    [
        (won(("year", "2018")), won(("year", "2019"))),
        (won(), won(("year", "2018")), won(("year", "2019"))),
        (won(("year", "2019")), won(("section", "x"))),
        (won(by=evidence("1", Modality.NEGATED)), won(("year", "2019"))),
    ],
)
def test_claims_that_may_be_about_two_things_stay_two(claims: tuple[Claim, ...]) -> None:
    assert len(united(claims)) == len(claims)


def test_a_rumour_and_a_fact_are_one_claim_with_two_kinds_of_evidence() -> None:
    (claim,) = united([won(by=evidence("1", Modality.HEDGED)), won(("year", "2019"))])
    assert {item.modality for item in claim.evidence} == {Modality.HEDGED, Modality.ASSERTED}


def test_evidence_is_given_once() -> None:
    (claim,) = united([won(), won(), won(("year", "2019"), by=evidence("1", states=("year",)))])
    assert claim.evidence == (evidence("1", states=("year",)),)


def test_evidence_names_the_qualifiers_it_states() -> None:
    article = Article("1")
    festival = article.add(FESTIVAL, "Cannes", lexicon="festival/cannes-film-festival")
    article.say(article.film("Stalker"), "premiered_at", festival, year=Literal("1980"), section=Literal("x"))
    (claim,) = resolved(article).claims
    assert claim.evidence[0].states == ("section", "year")


def test_a_symmetric_relation_is_given_once() -> None:
    one, two = Article("1"), Article("2")
    one.say(one.person("Sergei Solovyov"), "classmate_of", one.person("Aleksei Balabanov"))
    two.say(two.person("Aleksei Balabanov"), "classmate_of", two.person("Sergei Solovyov"))
    (claim,) = resolved(one, two).claims
    assert (claim.subject, claim.object) == ("person/aleksei-balabanov", EntityRef("person/sergei-solovyov"))
    assert len(claim.evidence) == 2


def test_qualifiers_refer_to_resolved_entities() -> None:
    article = Article("1")
    person, film = article.person("Larisa Shepitko"), article.film("The Ascent")
    award = article.add(AWARD, "Golden Duke")
    article.say(person, "won", award, for_work=film)
    claim = next(claim for claim in resolved(article).claims if claim.predicate == "won")
    assert claim.qualifier("for_work") == EntityRef("film/the-ascent")


def test_differing_years_of_a_film_stay_two_claims() -> None:
    one, two = Article("1"), Article("2")
    one.film("Stalker", year=1979)
    two.film("Stalker", year=1980)
    assert sorted(str(claim.object) for claim in resolved(one, two).claims) == [
        "Literal(value='1979')", "Literal(value='1980')"
    ]  # fmt: skip


def test_mentions_refer_to_resolved_entities() -> None:
    one, two = Article("1"), Article("2")
    one.film("Stalker")
    two.film("STALKER")
    knowledge = resolved(one, two)
    assert {name: [mention.entity for mention in found] for name, found in knowledge.mentions.items()} == {
        "1": ["film/stalker"], "2": ["film/stalker"]
    }  # fmt: skip


@pytest.mark.parametrize("broken", ["claim", "qualifier", "mention"])
def test_a_reference_to_nothing_is_an_error_that_says_where(broken: str) -> None:
    article = Article("news/odd.txt")
    film, school = article.film("Stalker"), article.add(ORGANIZATION, "VGIK")
    found = article.extraction()
    claims = {
        "claim": (Claim(film, "director", EntityRef("nobody")),),
        "qualifier": (Claim(film, "production_company", EntityRef(school), (("section", EntityRef("nobody")),)),),
        "mention": (),
    }[broken]
    mentions = (Mention(0, 3, found.entities[0].type, "nobody"),) if broken == "mention" else ()
    with pytest.raises(CinegraphError, match=r"news/odd\.txt.*'nobody'"):
        resolve([Extraction(found.document, found.entities, mentions, claims)], lexicon=LEXICON)
