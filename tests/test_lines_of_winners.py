"""Lines that name a prize and its winners, several of them too."""

from __future__ import annotations

from extracted import pairs, said

PRIZES = """# 60th Berlin International Film Festival: the prizes

Best First Feature (EUR 50,000): Sobbe, Ada Doe, Sweden (Generation)
Golden Bear, short film: Incident by a Well, Ben Roe
FIPRESCI: A Family Again, Jane Roe (Competition); Parade, Carl Poe (Panorama); Grey Dog, Anna Lind (Forum)
Teddy, best short: The Feast of Owls, by Max Hill
Honorary Golden Bears: Paul Brown; Emily Moss
"""


def test_each_winner_of_a_line_is_read() -> None:
    won = {film for film, _ in pairs(PRIZES, "won")}
    films = {"Sobbe", "Incident by a Well", "A Family Again", "Parade", "Grey Dog", "The Feast of Owls"}
    assert won == films | {"Paul Brown", "Emily Moss"}


def test_each_winner_of_a_line_has_its_own_director() -> None:
    assert pairs(PRIZES, "director") == {
        ("Sobbe", "Ada Doe"),
        ("Incident by a Well", "Ben Roe"),
        ("A Family Again", "Jane Roe"),
        ("Parade", "Carl Poe"),
        ("Grey Dog", "Anna Lind"),
        ("The Feast of Owls", "Max Hill"),
    }


def test_a_body_of_critics_before_its_winners_means_its_prize() -> None:
    assert {award for film, award in pairs(PRIZES, "won") if film == "Parade"} == {"FIPRESCI Prize"}


def test_jurors_and_crews_in_a_line_win_nothing() -> None:
    text = "# Berlinale\n\nJury: Ada Doe; Ben Roe\n\nNetflix: Night Bus, Ada Doe; Grey Dog, Ben Roe\n"
    assert not pairs(text, "won")


def test_who_stands_beside_the_countries_of_a_winner_has_directed_it() -> None:
    text = (
        "# Locarno 2008: the winners\n\nGolden Leopard\n“Okna / Windows” (Ada Doe, Mexico)\n\n"
        "Leopard for Best Actor\nBen Roe - “The Market - A Tale” (Max Poe, Germany/UK)\n\n"
        "Special Jury Prize\n“Night Bus” (Cora Lind)\n"
    )
    directors = {(film, maker) for film, _, maker, _ in said(text, "director")}
    assert directors == {("Okna", "Ada Doe"), ("The Market - A Tale", "Max Poe")}
