"""Leads of pages on films: "TITLE (…) is a YEAR COUNTRY KIND film …", and the other titles that stand in them."""

from __future__ import annotations

import pytest

from cinegraph.articles import document_of
from cinegraph.extract import extract
from cinegraph.extract.text import fold
from extracted import stated


def names_of(text: str, label: str) -> set[str]:
    """All names of the entity that bears one."""
    found = [entity for entity in extract(document_of(text)).entities if label in (entity.label, *entity.names)]
    assert len(found) == 1, [entity.label for entity in extract(document_of(text)).entities]
    return {found[0].label, *found[0].names}


@pytest.mark.parametrize(
    "title",
    [
        "Mirko vs. Goliath",
        "K.O. Sisters",
        "The Roe Brothers",
        "Gatto gattino (internationally released as Kitten)",
        "Odd Jars ()",
    ],
)
def test_what_is_said_to_be_a_film_of_a_year_is_one_whatever_it_looks_like(title: str) -> None:
    found = stated(f"{title} is a 1962 Italian drama film directed by Aldo Bensi and starring Mina Corte.")
    name = fold(title.partition(" (")[0]).removeprefix("the ")
    assert {(name, "director", "aldo bensi"), (name, "cast_member", "mina corte")} <= found
    assert {(name, "publication_year", "1962"), (name, "country", "italy")} <= found


@pytest.mark.parametrize(
    "text",
    [
        "Ada Doe is a drama teacher and film scholar, directed by nobody.",
        "Ada Doe is a Lagos-based director whose short Night Bus was written by Max Poe.",
        "The Roe Sisters are filmmakers from Leeds.",
        "Gatto gattino is the short story of a house by Pietro Delmi.",
    ],
)
def test_people_and_common_words_are_no_films_for_it(text: str) -> None:
    films = {entity.label.lower() for entity in extract(document_of(text)).entities if entity.type.value == "Film"}
    assert films.isdisjoint({"ada doe", "roe sisters", "gatto gattino"})


@pytest.mark.parametrize("word", ["lost", "surviving", "little-known", "short, silent"])
def test_the_year_may_have_a_word_before_it(word: str) -> None:
    found = stated(f"The Widow of Corrigan is a {word} 1918 American drama film directed by William Neale.")
    assert ("widow of corrigan", "publication_year", "1918") in found


@pytest.mark.parametrize("place", ["Hong Kong", "New Zealand"])
def test_a_country_in_front_of_a_kind_of_film_is_where_it_is_from(place: str) -> None:
    for said in (f"2000 {place} drama film directed by Ada Doe", f"low-budget {place} horror film by Ada Doe"):
        assert ("night bus", "country", place.lower()) in stated(f"Night Bus is a {said}.")
    for other in ("Ada Doe attended a {} film school.", "Ada Doe is a {} director.", "Night Bus won a {} film award."):
        assert not {fact for fact in stated(other.format(place)) if fact[1] == "country"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gatto gattino (internationally released as Kitten) is a 1981 comedy film.", "Gatto gattino|Kitten"),
        ("Det hule skipet, released in English as The Hollow Ship, is a 1993 film.", "Det hule skipet|The Hollow Ship"),
        ("The Hollow Ship, known in Norway as Det hule skipet, is a 1993 film.", "The Hollow Ship|Det hule skipet"),
        ("She saw The Hollow Ship, known in Norway as Det hule skipet, in Bergen. The film won a prize and was directed"
         " by Nils Vogt.", "The Hollow Ship|Det hule skipet"),
        ("The Hollow Ship, released in the US as The Empty Hull, is a 1993 drama.", "The Hollow Ship|The Empty Hull"),
        ("Sueños rotos (English title:Broken Dreams) is a Chilean telenovela.", "Sueños rotos|Broken Dreams"),
        ("Odd Jars, also known as Odd Cabinet, is a 1999 film directed by Nils Vogt.", "Odd Jars|Odd Cabinet"),
    ],
)  # fmt: skip
def test_a_title_that_a_film_is_also_called_by_is_its_own(text: str, names: str) -> None:
    one, other = names.split("|")
    assert {one, other} <= names_of(text, other)


def test_what_somebody_or_something_is_known_for_is_no_title() -> None:
    text = "Night Bus, known for its long takes, is a 1999 film directed by Ada Doe."
    assert names_of(text, "Night Bus") == {"Night Bus"}
    found = stated("Ada Doe, known in Norway as Queen Ada, directed Night Bus, a 1999 film.")
    assert not {fact for fact in found if fact[1] == "director" and fact[0] != "night bus"}


@pytest.mark.parametrize(
    "said",
    [
        "television program on KTBN which first aired in 2014",
        "television series that aired on KTBN from 2001 to 2004",
        "television sitcom created by Ben Roe that premiered on KTBN in 1999",
    ],
)
def test_letters_on_which_a_programme_is_shown_are_a_network(said: str) -> None:
    assert ("odd cabinet", "original_network", "ktbn") in stated(f"Odd Cabinet is a South Korean {said}.")


def test_what_a_series_is_about_is_no_network() -> None:
    found = stated("Odd Cabinet is a television series on Poland.")
    assert not {fact for fact in found if fact[1] == "original_network"}
