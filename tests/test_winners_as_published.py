"""Lists of winners and nominees in the forms in which festivals, trade papers and critics publish them."""

from __future__ import annotations

import pytest

import extracted

HEAD = "Winners of the Amber Coast Film Festival 2019\n\nFULL LIST OF WINNERS:\n\n"


def pairs(text: str, relation: str) -> set[tuple[str, str]]:
    """Whom a relation ties in a text, in small letters."""
    return {(subject.lower(), value.lower()) for subject, value in extracted.pairs(text, relation)}


def winners(text: str) -> set[str]:
    """Who or what won something in a text."""
    return {s for s, _ in pairs(text, "won")}


@pytest.mark.parametrize(
    ("title", "maker"), [("Winter Lad", "Paul Poe"), ("Ada", "Ben Roe"), ("The Motherly House", "Carla Roe")]
)
def test_what_stands_in_quotation_marks_is_the_film_whatever_it_looks_like(title: str, maker: str) -> None:
    text = HEAD + f"Best Director: “{title},” {maker}\n\nBest Actress: “Cold Tea,” Anna Lind\n"
    assert pairs(text, "director") == {(title.lower(), maker.lower())}


@pytest.mark.parametrize("sign", [" - ", ", ", " – "])
def test_a_colon_parts_no_title(sign: str) -> None:
    text = HEAD + (
        f"Best Actor: Johnny Doe{sign}Sweeney Roe: The Barber of Oslo\n"
        "Best Animated Film:Beetle-Boy: Into the Garden\n"
    )
    assert ("sweeney roe: the barber of oslo", "johnny doe") in pairs(text, "cast_member")
    assert winners(text) == {"johnny doe", "sweeney roe: the barber of oslo", "beetle-boy: into the garden"}


def test_who_comes_second_has_won_nothing() -> None:
    text = (
        "Bay Society of Film Critics: the winners\n\nBest Picture: QUIET LIVES (51 points)\n"
        "Runners-up: THE ZONE OF SALT (49 points) and COLD TEA (44 points)\n\n"
        "Best Director: Jonathan Doe, THE ZONE OF SALT\n"
        "Runners-up: Todd Roe, MAY RAIN and Max Poe, COLD TEA\n\nBest Actress\nEmma Lind, Night Bus\n"
        "Runner-up: Lily Noe, Cold Tea\n"
    )
    assert winners(text) == {"quiet lives", "jonathan doe", "the zone of salt", "emma lind", "night bus"}
    assert pairs(text, "director") == {("the zone of salt", "jonathan doe")}


@pytest.mark.parametrize(
    "word",
    [
        "Here’s the full list of nominations:",
        "THE NOMINATIONS",
        "The academy has announced its nominees for the ceremony in May.",
    ],
)
def test_lists_under_words_of_nominations_name_nobody_who_won(word: str) -> None:
    text = (
        f"Paweł Roe’s “Iron War” leads the pack\n\n{word}\n\nBEST DIRECTOR\nAda Doe, COLD TEA\n"
        "Paweł Roe, IRON WAR\n\nBEST ACTRESS\nAnna Lind, COLD TEA\n"
    )
    assert not winners(text)
    assert {s for s, _ in pairs(text, "nominated_for")} >= {"ada doe", "paweł roe", "anna lind", "cold tea", "iron war"}


def test_a_list_of_winners_under_an_earlier_word_of_nominations_names_winners() -> None:
    text = (
        "Film awards in Oslo\n\nThe academy announced its nominees in May.\n\n"
        "Here is the full list of winners:\n\nBEST DIRECTOR\nAda Doe, COLD TEA\n\nBEST ACTRESS\n"
        "Anna Lind, COLD TEA\n"
    )
    assert winners(text) == {"ada doe", "anna lind", "cold tea"}


CANNES = """Cannes Film Festival 2024: the winners

Palme d'or
AURORA
Sean BARKER

Jury Prize
ESTELA RUIZ
Jacques AUDRAN

Best performance by an actress
Adriana PARRA
Zoe SALDIVAR
in ESTELA RUIZ directed by Jacques AUDRAN

Best Director ex-aequo
ROBERTO MINERVA
The Lost

RUNGANO NYATI
On Becoming a Heron

Un Certain Regard
"""


def test_titles_in_capitals_over_their_makers() -> None:
    assert pairs(CANNES, "director") == {
        ("aurora", "sean barker"),
        ("estela ruiz", "jacques audran"),
        ("the lost", "roberto minerva"),
        ("on becoming a heron", "rungano nyati"),
    }
    films = {"aurora", "estela ruiz", "the lost", "on becoming a heron"}
    assert winners(CANNES) == films | {"adriana parra", "zoe saldivar", "roberto minerva", "rungano nyati"}
    assert pairs(CANNES, "cast_member") == {("estela ruiz", "adriana parra"), ("estela ruiz", "zoe saldivar")}


STANZAS = HEAD + """Best Film Award:

The Salt Ledger (Croatia)

Directed by Ivo Roe

Produced by Lenta Production in coproduction with Blue Added Films and Vidik Production

Best Script:

Yvan Doe and Yaelle Lang for The Charge / Les Paroles (France)

Directed by Yvan Doe

Best Production Design:

Ward Nine (Georgia)

Directed by Rezo Poe

Produced by Anna Lind

Best Debut:

Sonja Noe for Waiting Room (Croatia)

Directed by Sonja Noe

Produced by Kinorosa
"""


def test_stanzas_of_winners_with_credits() -> None:
    assert pairs(STANZAS, "director") >= {
        ("the salt ledger", "ivo roe"),
        ("the charge", "yvan doe"),
        ("ward nine", "rezo poe"),
        ("waiting room", "sonja noe"),
    }
    assert pairs(STANZAS, "screenwriter") == {("the charge", "yvan doe"), ("the charge", "yaelle lang")}
    assert winners(STANZAS) >= {"the salt ledger", "the charge", "ward nine", "waiting room", "yaelle lang"}


def test_companies_produce_and_so_do_people() -> None:
    made = {("the salt ledger", company) for company in ("lenta production", "blue added films", "vidik production")}
    made.add(("waiting room", "kinorosa"))
    assert pairs(STANZAS, "production_company") == made
    assert pairs(STANZAS, "producer") == {("ward nine", "anna lind")}


def test_a_second_label_is_no_title() -> None:
    text = HEAD + (
        "Special Jury Award: Acting: Lio Roe for Mott\nAudience Award: World Cinema: “Chasing Kelp”\n"
        "Grand Jury Prize: A.V. Doe for Night Bus\n"
    )
    assert winners(text) == {"lio roe", "mott", "chasing kelp", "a.v. doe", "night bus"}


def test_who_stands_in_parentheses_behind_films_in_several_lines_directed_them() -> None:
    text = HEAD + (
        "Amber Heron for Best Film\nSnow at Sea (Gianfranco Roe)\n\nGrand Jury Prize\n"
        "Death in Travnik (Dan Doe)\n\nBest Director\nMia Lind (Things to Keep)\n"
    )
    assert pairs(text, "director") == {
        ("snow at sea", "gianfranco roe"),
        ("death in travnik", "dan doe"),
        ("things to keep", "mia lind"),
    }


def test_who_stands_so_in_a_list_of_best_pictures_may_have_produced_them() -> None:
    text = (
        "Screen Academy Awards: the winners\n\nBest Picture\nSnow at Sea (Gianfranco Roe)\n\nBest Film\n"
        "Death in Travnik (Dan Doe)\n"
    )
    assert not pairs(text, "director")


def test_another_title_in_parentheses_directed_nothing() -> None:
    text = HEAD + (
        "Best Cinematography: Cedric Doe for Aquel Río (That River) (Spain)\n"
        "Winner: King Wong (I Think I Miss You) (USA), Directed by Horatio Roe\n"
    )
    assert all(person != "that river" and person != "i think i miss you" for _, person in pairs(text, "director"))


def test_an_unknown_prize_is_called_what_its_label_says() -> None:
    text = HEAD + (
        "Silver Anchor for Best Director: Genki Roe, A Hundred Ferries\n"
        "Silver Anchor for Best Actress (tied): Anna Lind, Cold Tea; Mia Poe, Night Bus\n"
    )
    awards = {award.split("silver anchor")[1] for _, award in pairs(text, "won")}
    assert awards == {" for best director", " for best actress"}
    assert winners(text) == {"genki roe", "a hundred ferries", "anna lind", "cold tea", "mia poe", "night bus"}


def test_a_performance_by_an_actor_in_a_leading_role_is_an_award() -> None:
    text = (
        "The Film Academy: all winners\n\nBest Picture\nBlue Sea - WINNER\n\n"
        "Performance by an actor in a leading role\nBryan Doe, Cold Tea\nMatt Roe, Night Bus - WINNER\n"
    )
    assert winners(text) == {"blue sea", "matt roe", "night bus"}
    assert {s for s, _ in pairs(text, "nominated_for")} == {"bryan doe", "cold tea"}
