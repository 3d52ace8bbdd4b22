"""Preferred names and ids: by rule, never by arrival."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cinegraph.model import EntityType
from cinegraph.resolve import resolve
from cinegraph.resolve.labels import preferred_name
from cinegraph.resolve.slugs import Named, ids_of, slug_of
from resolve_articles import FILM, LEXICON, PERSON, Article, ids


@pytest.mark.parametrize(
    ("kind", "counts", "preferred"),
    [
        (PERSON, {"Shepitko": 20, "Larisa Shepitko": 2}, "Larisa Shepitko"),
        (PERSON, {"LARISA SHEPITKO": 20, "Larisa Shepitko": 1}, "Larisa Shepitko"),
        (PERSON, {"Лариса Шепитько": 20, "Larisa Shepitko": 1}, "Larisa Shepitko"),
        (PERSON, {"Larissa Shepitko": 3, "Larisa Shepitko": 2, "LARISA SHEPITKO": 2}, "Larisa Shepitko"),
        (PERSON, {"Shepitko": 2}, "Shepitko"),
        (FILM, {"The Ascent": 3, "Voskhozhdenie": 2}, "The Ascent"),
        (FILM, {"The Ascent": 2, "Voskhozhdenie": 2}, "Voskhozhdenie"),
        (FILM, {"Wings": 1, "Birds": 1}, "Birds"),
        (FILM, {"Восхождение": 5}, "Восхождение"),
        (EntityType.ORGANIZATION, {"VGIK": 5, "Gerasimov Institute": 2}, "VGIK"),
    ],
)
def test_the_preferred_name(kind: EntityType, counts: dict[str, int], preferred: str) -> None:
    assert preferred_name(kind, counts, counts) == preferred
    assert preferred_name(kind, reversed(counts), counts) == preferred


def test_mentions_are_counted_over_all_articles() -> None:
    one, two = Article("1"), Article("2")
    film = one.add(FILM, "The Ascent", "Voskhozhdenie")
    one.mention(film, "The Ascent", times=2)
    two.mention(two.add(FILM, "Voskhozhdenie"), "Voskhozhdenie", times=3)
    assert ids(resolve([one.extraction()], lexicon=LEXICON), FILM) == ["the-ascent"]
    assert ids(resolve([one.extraction(), two.extraction()], lexicon=LEXICON), FILM) == ["voskhozhdenie"]


@given(st.text(max_size=300))
def test_a_slug_is_safe_short_and_never_empty(name: str) -> None:
    slug = slug_of(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 80


def test_a_slug_of_a_hostile_name() -> None:
    assert slug_of("../../<script>alert('x')</script>%2F\u202e") == "script-alert-x-script-2f"


things = st.builds(
    Named,
    type=st.sampled_from([FILM, PERSON]),
    label=st.sampled_from(["A", "A 1", "A-1", "a", "B"]),
    facts=st.tuples(st.sampled_from(["", "1", "2"]), st.sampled_from(["", "1", "X"])),
    mark=st.text(min_size=1, max_size=4),
)


@given(st.lists(things, max_size=8, unique_by=lambda thing: thing.mark), st.data())
def test_no_two_things_share_an_id_and_order_does_not_matter(found: list[Named], data: st.DataObject) -> None:
    given_ids = dict(zip(found, ids_of(found), strict=True))
    assert len(set(given_ids.values())) == len(found)
    shuffled = data.draw(st.permutations(found))
    assert dict(zip(shuffled, ids_of(shuffled), strict=True)) == given_ids


def test_namesakes_are_told_apart_by_their_first_film() -> None:
    one, two = Article("1"), Article("2")
    for article, film, gender in ((one, "Bullitt", "male"), (two, "Hunger", "female")):
        person = article.person("Kim Young", gender=gender)
        for title, year in ((f"{film} Returns", 1990), (film, 1980)):
            article.say(article.film(title, year=year), "director", person)
    found = resolve([one.extraction(), two.extraction()], lexicon=LEXICON)
    assert ids(found, PERSON) == ["kim-young-bullitt", "kim-young-hunger"]


def test_what_nothing_tells_apart_is_told_apart_by_where_it_stands() -> None:
    one, two, three = Article("1"), Article("2"), Article("3")
    for article in (one, two):
        article.person("Björk")
    three.film("Björk")
    alone = ids(resolve([one.extraction(), two.extraction()], lexicon=LEXICON), PERSON)
    assert len(set(alone)) == 2
    assert all(re.fullmatch(r"bjork-[0-9a-f]{6}", slug) for slug in alone)
    assert ids(resolve([three.extraction(), two.extraction(), one.extraction()], lexicon=LEXICON), PERSON) == alone
