"""Festivals, prizes, sections, organisations, places and publications across articles."""

from __future__ import annotations

import pytest

from cinegraph.lexicon import load_lexicon
from cinegraph.model import EntityType, Knowledge, Literal
from cinegraph.resolve import resolve
from resolve_articles import (
    AWARD,
    FESTIVAL,
    LEXICON,
    ORGANIZATION,
    PLACE,
    PUBLICATION,
    SECTION,
    Article,
    entity_named,
    ids,
)

CANNES, VENICE = "festival/cannes-film-festival", "festival/venice-film-festival"

ONE = [
    (FESTIVAL, "Telluride Film Festival", "TELLURIDE FILM FESTIVAL"),
    (FESTIVAL, "Odesa Int'l Film Festival", "Odesa International Film Festival"),
    (FESTIVAL, "2019 Telluride Film Festival", "Telluride Film Festival"),
    (ORGANIZATION, "Mosfilm", "Мосфильм"),
    (ORGANIZATION, "Gaumont Inc.", "Gaumont"),
    (PLACE, "Łódź", "Lodz"),
    (PUBLICATION, "The Guardian", "Guardian"),
    (PUBLICATION, "Cahiers du Cinéma", "Cahiers du cinema"),
    (AWARD, "Golden Duke", "golden duke"),
    (SECTION, "Generation Kplus", "Generation KPlus"),
]
TWO = [
    (FESTIVAL, "International Film Festival", "International Film Festival"),
    (FESTIVAL, "Telluride Film Festival", "Toulouse Film Festival"),
    (ORGANIZATION, "Film School", "Film School"),
    (ORGANIZATION, "National Film School", "National Film and Television School"),
    (ORGANIZATION, "Mosfilm", "Lenfilm"),
    (PLACE, "Łódź", "Lund"),
    (AWARD, "Best Director", "Best Director"),
    (AWARD, "Grand Prix", "Grand Prix"),
    (AWARD, "Audience Award", "Audience Award"),
    (AWARD, "Golden Duke", "Golden Goblet"),
    (SECTION, "Competition", "Competition"),
    (SECTION, "Panorama", "Panorama"),
]


def resolved(*articles: Article) -> Knowledge:
    return resolve([article.extraction() for article in articles], lexicon=LEXICON)


def pair(kind: EntityType, left: str, right: str) -> Knowledge:
    one, two = Article("1"), Article("2")
    one.add(kind, left)
    two.add(kind, right)
    return resolved(one, two)


@pytest.mark.parametrize(("kind", "left", "right"), ONE)
def test_one_thing(kind: EntityType, left: str, right: str) -> None:
    assert len(ids(pair(kind, left, right), kind)) == 1


@pytest.mark.parametrize(("kind", "left", "right"), TWO)
def test_two_things(kind: EntityType, left: str, right: str) -> None:
    assert len(ids(pair(kind, left, right), kind)) == 2


def winner(name: str, prize: str, festival: str, lexicon: str | None = None, section: str = "") -> Article:
    """An article in which a film wins a prize at a festival."""
    article = Article(name)
    scope = {"festival": article.add(FESTIVAL, festival, lexicon=lexicon)}
    if section:
        scope["section"] = article.add(SECTION, section)
    article.say(article.film(f"Film of {name}"), "won", article.add(AWARD, prize), **scope)
    return article


def test_a_generic_prize_is_known_by_its_festival() -> None:
    knowledge = resolved(
        winner("1", "Best Director", "Cannes", CANNES),
        winner("2", "Best Director", "Festival de Cannes", CANNES),
        winner("3", "Best Director", "Venice", VENICE),
    )
    assert ids(knowledge, AWARD) == ["best-director-cannes-film-festival", "best-director-venice-film-festival"]


def test_a_generic_prize_is_known_by_its_section_too() -> None:
    knowledge = resolved(
        winner("1", "Best Director", "Cannes", CANNES, "Un Certain Regard"),
        winner("2", "Best Director", "Cannes", CANNES, "Un Certain Regard"),
        winner("3", "Best Director", "Cannes", CANNES),
    )
    assert ids(knowledge, AWARD) == [
        "best-director-cannes-film-festival", "best-director-cannes-film-festival-un-certain-regard"
    ]  # fmt: skip


def test_prizes_of_one_name_given_at_different_festivals_are_two() -> None:
    knowledge = resolved(
        winner("1", "Ecumenical Jury Prize", "Telluride Film Festival"),
        winner("2", "Ecumenical Jury Prize", "Sundance"),
    )
    assert len(ids(knowledge, AWARD)) == 2


def test_a_prize_is_known_by_who_confers_it() -> None:
    one, two, three = Article("1"), Article("2"), Article("3")
    for article, giver in ((one, "Polish Film Academy"), (two, "Polish Film Academy"), (three, "Danish Film Academy")):
        article.say(article.add(AWARD, "Best Film"), "conferred_by", article.add(ORGANIZATION, giver))
    knowledge = resolved(one, two, three)
    assert ids(knowledge, AWARD) == ["best-film-danish-film-academy", "best-film-polish-film-academy"]


def test_a_section_is_known_by_its_festival() -> None:
    articles = [Article(str(number)) for number in range(3)]
    for article, lexicon in zip(articles, (CANNES, CANNES, VENICE), strict=True):
        festival = article.add(FESTIVAL, "the festival", lexicon=lexicon)
        article.say(article.add(SECTION, "Competition"), "section_of", festival)
    knowledge = resolved(*articles)
    assert ids(knowledge, SECTION) == ["competition-cannes-film-festival", "competition-venice-film-festival"]


def test_the_lexicon_decides_and_names() -> None:
    one, two = Article("1"), Article("2")
    one.add(FESTIVAL, "Cannes", lexicon=CANNES)
    two.add(FESTIVAL, "the Riviera festival", lexicon=CANNES)
    knowledge = resolved(one, two)
    festival = entity_named(knowledge, "Cannes")
    assert festival.id == CANNES
    assert festival.label == "Cannes Film Festival"
    assert {"Cannes", "the Riviera festival", "Festival de Cannes"} <= set(festival.names)


def test_two_entries_of_the_lexicon_are_two_whatever_they_are_called() -> None:
    one, two = Article("1"), Article("2")
    one.add(FESTIVAL, "the old festival", lexicon=CANNES)
    two.add(FESTIVAL, "the old festival", lexicon=VENICE)
    assert len(ids(resolved(one, two), FESTIVAL)) == 2


def test_a_name_without_an_entry_joins_the_one_entry_that_bears_it() -> None:
    one, two = Article("1"), Article("2")
    one.add(FESTIVAL, "Cannes", lexicon=CANNES)
    two.add(FESTIVAL, "CANNES")
    assert ids(resolved(one, two), FESTIVAL) == ["cannes-film-festival"]


def test_a_prize_of_the_lexicon_is_one_at_every_festival() -> None:
    one, two = Article("1"), Article("2")
    for article, festival in ((one, CANNES), (two, VENICE)):
        prize = article.add(AWARD, "FIPRESCI award", lexicon="award/fipresci-prize")
        place = article.add(FESTIVAL, "F", lexicon=festival)
        article.say(article.film("Stalker"), "won", prize, festival=place, year=Literal("1980"))
    assert ids(resolved(one, two), AWARD) == ["fipresci-prize"]


def test_a_country_bears_its_usual_name_even_where_the_articles_have_only_the_adjective() -> None:
    article = Article("1")
    article.add(PLACE, "India", "Indian")
    article.mention(next(iter(article.entities)), "Indian", times=9)
    knowledge = resolve([article.extraction()], lexicon=load_lexicon())
    assert [entity.label for entity in knowledge.entities] == ["India"]
