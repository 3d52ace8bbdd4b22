"""Who follows to have worked together, and whose a prize follows to be."""

from __future__ import annotations

from extracted import pairs


def together(text: str) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in pairs(text, "collaborated_with")}


def test_who_are_said_to_make_a_film_together_have_worked_together() -> None:
    assert together("“Night Bus” (2015), co-directed by Ada Doe and Ben Roe, opened in Rome.") == {
        frozenset({"Ada Doe", "Ben Roe"})
    }
    assert together("Cora Lind and Jane Roe wrote the film “Grey Dog” together.") == {
        frozenset({"Cora Lind", "Jane Roe"})
    }


def test_names_in_a_credit_alone_are_no_collaboration() -> None:
    assert not together("“Night Bus” (2015)\nDirected by Ada Doe, Ben Roe\nWritten by Cora Lind, Jane Roe\n")
    omnibus = "Ada Doe, Ben Roe, Cora Lind, Eva Hart and Jane Roe together directed the omnibus film “Night Bus”."
    assert not together(omnibus)


def test_two_films_or_two_crafts_make_no_collaboration() -> None:
    assert not together("“Night Bus”, directed by Ada Doe, and “Grey Dog”, directed by Ben Roe, are both shown.")
    assert not together("“Night Bus” was directed by Ada Doe. The remake of it was directed by Ben Roe.")


def test_a_prize_got_at_a_festival_is_that_festivals() -> None:
    text = "Ada Doe's film “Night Bus” won the Jury Prize at Cannes in 2015."
    assert {festival for _, festival in pairs(text, "conferred_by")} == {"Cannes Film Festival"}


def test_a_prize_of_another_body_and_one_got_nowhere_are_no_festivals() -> None:
    assert not pairs("“Night Bus” by Ada Doe won the FIPRESCI Prize at Cannes in 2015.", "conferred_by")
    shown = "“Night Bus” by Ada Doe was shown at Cannes. It won the Audience Award of its country."
    assert not pairs(shown, "conferred_by")
    assert not pairs("At Locarno two young film-makers, Ada Doe and Ben Roe, won national awards.", "conferred_by")


def test_a_first_name_that_a_list_gives_alone_has_the_surname_behind_the_next() -> None:
    text = (
        "# Line-up\n\nRED HAT (Norway), Ada Doe, 90 min\n\n"
        "YOUNG ANNA (Belgium/France), Jean-Pierre and Luc Roe, 85 min\n\n"
        "## Winners\n\nBest Director: Jean-Pierre and Luc Roe, YOUNG ANNA\n\nJury Prize: Ada Doe, RED HAT\n"
    )
    assert {person for _, person in pairs(text, "director")} == {"Ada Doe", "Jean-Pierre Roe", "Luc Roe"}
