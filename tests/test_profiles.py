"""Profiles of actors and filmmakers: what a film called somebody's is to that person, parts, debuts, credits."""

from __future__ import annotations

import pytest

from extracted import pairs

ACTRESS = 'Eva Moss was born in Oslo. Her film debut was in 1982 in "Cold Tea". '


@pytest.mark.parametrize(
    "sentence",
    [
        'Her second film was "Night Bus".',
        'She seemed lost as a judge in her Danish feature debut, "Night Bus" (1991).',
        'Other movies include "Night Bus", and "Last Harbour".',
        'Her big hit was "Night Bus" (1992), co-starring with Max Poe.',
        'Her later films include the drama "Night Bus".',
        'She was briefly seen as a nun in her last picture, "Night Bus".',
    ],
)
def test_the_film_of_one_who_only_acts_is_one_she_plays_in(sentence: str) -> None:
    assert ("Night Bus", "Eva Moss") in pairs(ACTRESS + sentence, "cast_member")
    assert pairs(ACTRESS + sentence, "director") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        'Her first film as a director was "Night Bus".',
        'In 2010 she directed "Night Bus".',
        'Her directorial debut was "Night Bus".',
    ],
)
def test_one_who_acted_may_direct(sentence: str) -> None:
    assert ("Night Bus", "Eva Moss") in pairs(ACTRESS + sentence, "director")


def test_her_film_is_directed_where_nothing_tells_of_acting() -> None:
    assert pairs('Eva Moss lives in Oslo. Her second film was "Night Bus".', "director") == {("Night Bus", "Eva Moss")}


def test_a_life_of_parts_goes_on_with_parts() -> None:
    text = (
        f'# Eva Moss\n\n{ACTRESS}She starred in "Late Snow" and in "Red Hat".\n\n'
        'Eva Moss won praise in Max Poe\'s "Night Bus" (1990).'
    )
    assert ("Night Bus", "Eva Moss") in pairs(text, "cast_member")
    assert ("Night Bus", "Max Poe") in pairs(text, "director")


def test_who_works_as_an_editor_plays_no_editor() -> None:
    text = 'Eva Moss lives in Oslo. She worked as an editor on movies such as "Night Bus" (2002) and "Cold Tea" (2004).'
    assert pairs(text, "editor") == {("Night Bus", "Eva Moss"), ("Cold Tea", "Eva Moss")}
    assert pairs(text, "cast_member") == set()


def test_a_debut_as_a_director_is_no_part() -> None:
    text = 'Max Poe debuted as a director in the production of "Night Bus". Eva Moss debuted as a nurse in "Cold Tea".'
    assert pairs(text, "cast_member") == {("Cold Tea", "Eva Moss")}


@pytest.mark.parametrize("author", ["George Bernard Shaw", "Shakespeare", "Jane Austen", "Henrik Ibsen"])
def test_what_a_dramatist_wrote_he_did_not_film(author: str) -> None:
    assert pairs(f'Eva Moss played in {author}\'s "Night Bus".', "director") == set()


def test_a_first_name_before_a_full_one_is_no_place_and_no_prize() -> None:
    text = 'He is the editor for Amanda Rose Poe\'s "Night Bus". In Paris Anna Roe made "Cold Tea".'
    assert pairs(text, "director") == {("Night Bus", "Amanda Rose Poe"), ("Cold Tea", "Anna Roe")}


def test_a_city_is_no_film_because_it_is_old() -> None:
    assert pairs("The drama Red Hat, set in Old Delhi, is starring Max Poe.", "cast_member") == {("Red Hat", "Max Poe")}


def test_the_original_of_a_film_is_a_film() -> None:
    text = "Eva Moss is an actress. She starred in the original Ghost of the Harbour in 1925 with Max Poe."
    assert pairs(text, "cast_member") == {("Ghost of the Harbour", "Eva Moss"), ("Ghost of the Harbour", "Max Poe")}


@pytest.mark.parametrize(
    ("sentence", "school"),
    [
        ("She went to Oslo to attend the School of Television and Film.", "School of Television and Film"),
        ("She is a graduate of Lisbon's Upper College of Film & TV.", "Upper College of Film & TV"),
        ('She studied cinema at the "Institut Supérieur du Son" in Rome.', "Institut Supérieur du Son"),
        ("She studied law before going to film school at Kelder University on a scholarship.", "Kelder University"),
        ("Her love of films led her to enroll herself at the Kelder Film Institute.", "Kelder Film Institute"),
        ("She spent a year studying drama at FAMU in Prague, and Kelder University.", "Kelder University"),
    ],
)
def test_schools_have_long_names_and_stand_in_many_places(sentence: str, school: str) -> None:
    assert ("Eva Moss", school) in pairs(f"Eva Moss was born in Oslo. {sentence}", "educated_at")


def test_a_school_and_another_body_are_two() -> None:
    text = "Eva Moss studied at the School of Drama and Kelder University. She made School of Thieves and Fools."
    assert ("Eva Moss", "School of Drama") in pairs(text, "educated_at")


def test_the_decade_of_studies_and_a_competition_are_no_films() -> None:
    text = (
        'Eva Moss made "Night Bus". She spent the mid 70s studying drama in Rome. '
        '"Cold Tea" was selected for the feature documentary competition at the Berlinale.'
    )
    assert ("Night Bus", "Berlin International Film Festival") not in pairs(text, "screened_at")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ultimo porto, Kara deniz yolu, Sonja and Night Bus are some of her best-known films.",
        "Ultimo porto (1980), Kara deniz yolu and Night Bus (1986) being among her notable films, she won fame.",
        "She had many films, Ultimo porto, Kara deniz yolu and Night Bus (1986) being some of her major films.",
    ],
)
def test_titles_are_called_films_after_they_are_named(sentence: str) -> None:
    made = pairs(f"Eva Moss is a director. {sentence}", "director")
    assert {("Ultimo porto", "Eva Moss"), ("Kara deniz yolu", "Eva Moss"), ("Night Bus", "Eva Moss")} <= made


def test_people_are_not_called_films() -> None:
    assert pairs("Eva Moss is a director. Max Poe and Ada Doe are some of her best friends.", "director") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Tavish was another important director, who began his career with the film “Night Bus”.",
        "Tavish is considered as the finest director of Oslo. His first film was “Night Bus”.",
        "Tavish is one of the best-known directors of Oslo. He directed “Night Bus”.",
        "I V Tavish directed “Night Bus”.",
    ],
)
def test_a_single_name_that_is_said_to_direct_is_a_person(sentence: str) -> None:
    text = f"Ada Doe is a director. She made “Cold Tea”. {sentence}"
    assert {person for film, person in pairs(text, "director") if film == "Night Bus"} in ({"Tavish"}, {"I V Tavish"})


def test_prizes_in_general_are_no_one_prize() -> None:
    text = "Eva Moss made “Night Bus”. “Night Bus” won national honours. She won several major awards."
    assert pairs(text, "won") == set()


def test_a_film_called_as_a_prize_is_a_film_where_it_is_nominated() -> None:
    text = "Eva Moss directed “Night Bus” and “Rosa”. “Rosa” was nominated for the Golden Lion in 2011."
    assert pairs(text, "nominated_for") == {("Rosa", "Golden Lion")}


def test_a_festival_before_premiering_is_where_it_was() -> None:
    text = "She edited films as diverse as Max Poe's Sundance-premiering “Night Bus” and “Cold Tea”."
    assert pairs(text, "premiered_at") == {("Night Bus", "Sundance Film Festival")}
    assert pairs(text, "director") == {("Night Bus", "Max Poe")}


def test_a_background_in_a_craft_is_no_credit() -> None:
    text = "“Night Bus” opened in May. Max Poe's background in editing helps him."
    assert pairs(text, "editor") == set()


def test_a_monthly_is_nobody() -> None:
    text = "Max Poe is a critic. He collaborated with Reel Monthly and made “Night Bus”."
    assert pairs(text, "collaborated_with") == set()


def test_a_prize_for_the_screenplay_makes_nobody_the_director() -> None:
    text = "# Eva Moss\n\nEva Moss is a director. She won Best Screenplay for “Night Bus”. She made “Cold Tea”."
    assert pairs(text, "director") == {("Cold Tea", "Eva Moss")}


def test_a_film_named_beside_another_is_somebody_elses() -> None:
    text = (
        "# Eva Moss\n\nEva Moss is a director. She made “Cold Tea”. "
        "This film, along with another comedy, “Night Bus”, began a movement."
    )
    assert pairs(text, "director") == {("Cold Tea", "Eva Moss")}


def test_film_days_are_a_festival() -> None:
    text = "Eva Moss directed “Night Bus”. “Night Bus” won the Special Jury Prize at the Kelder Film Days."
    assert ("Night Bus", "Kelder Film Days") in pairs(text, "screened_at")
    assert pairs(text, "director") == {("Night Bus", "Eva Moss")}


def test_broadway_is_no_film() -> None:
    assert pairs("Eva Moss is an actress. She debuted on Broadway opposite Max Poe.", "cast_member") == set()
