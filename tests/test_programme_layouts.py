"""Programmes of cinemas and festivals by their layout: facts under a title, lines that begin with an owner."""

from __future__ import annotations

import pytest

from extracted import said


def _pairs(text: str, relation: str) -> set[tuple[str, str]]:
    return {(subject, value) for subject, _, value, _ in said(text, relation)}


@pytest.mark.parametrize(
    "between",
    ["", "New 35mm Print!\n\n", "Jun 29 - Jul 05, 2012\n\n", "FRIDAY, MAY 14 - 6:30 PM\n\n45th Anniversary!\n\n"],
)
@pytest.mark.parametrize(
    "facts",
    ["(Ada Doe, Chile, 1974, 35mm, 92 min)", "Chile 1974. Dir: Ada Doe. 92 min. DVD", "Director Ada Doe / Chile 1974"],
)
def test_the_facts_under_a_title_are_the_films(between: str, facts: str) -> None:
    text = f"A summer of prints\n\nWe show what we love.\n\nThe Lake of Days\n\n{between}{facts}\n\nA girl rows away.\n"
    assert _pairs(text, "director") == {("The Lake of Days", "Ada Doe")}
    assert _pairs(text, "country") == {("The Lake of Days", "Chile")}
    assert _pairs(text, "publication_year") == {("The Lake of Days", "1974")}


@pytest.mark.parametrize("facts", ["(Ada Doe, Oslo, 1974)", "(with Ada Doe)", "(Rome, 1974)"])
def test_a_parenthesis_that_holds_no_facts_of_a_film_is_none(facts: str) -> None:
    text = f"A summer of prints\n\nWe show what we love.\n\nThe Lake of Days\n\n{facts}\n\nA girl rows away.\n"
    assert _pairs(text, "director") == set()


_OWNED = """The Oslo Film Festival has announced its line-up of restorations.

Documentaries about cinema:

- Ada Doe’s Fellini/Welles. As the paper wrote, it took long.
- Ben Roe’s Garbo grandeur nature.
- Cora Lind and Dan Poe’s Max Brod: The Man & Le Mans.
- Dina Fox’s Eva and Lillian: a Love Story.

Older films:

- Hugh Poe‘s Night Bus (1941). 4K restoration.
- Ivo Pan‘s The Third Door (1949). 4K.
"""


def test_lines_that_begin_with_whose_film_it_is_have_the_whole_title() -> None:
    assert _pairs(_OWNED, "director") == {
        ("Fellini/Welles", "Ada Doe"),
        ("Garbo grandeur nature", "Ben Roe"),
        ("Max Brod: The Man & Le Mans", "Cora Lind"),
        ("Max Brod: The Man & Le Mans", "Dan Poe"),
        ("Eva and Lillian: a Love Story", "Dina Fox"),
        ("Night Bus", "Hugh Poe"),
        ("The Third Door", "Ivo Pan"),
    }
    assert _pairs(_OWNED, "publication_year") == {("Night Bus", "1941"), ("The Third Door", "1949")}
    assert ("Garbo grandeur nature", "Oslo Film Festival") in _pairs(_OWNED, "screened_at")


@pytest.mark.parametrize(
    "lines",
    [
        "- Ada Doe’s performance in a war film\n- Ben Roe’s Best Director speech\n",
        "- Ada Doe’s Award\n- Ben Roe’s Golden Lion\n",
        "November, 11, 19:00, Opening Ceremony\n12 November, 19:00, Talk\n",
        "12 Nov, 2012, Ada Roe Anniversary\n13 Nov, 2012, Ben Doe Reception\n",
    ],
)
def test_lines_of_other_things_are_no_films(lines: str) -> None:
    text = f"The Oslo Film Festival has announced its films.\n\nIt is a good year.\n\n{lines}"
    assert _pairs(text, "director") == set()


def test_rows_that_stand_as_headings_are_shown_and_have_all_their_directors() -> None:
    text = """Forty films make up the official Oslo Film Festival line-up.

Fiction Competition (7)

Original voices from new directors

Rain, dir. Ada Doe, co-dirs. Ben Roe & Cora Lind, USA, Northern Premiere

Alma, dir. Dina Fox, Chile, World Premiere
"""
    assert _pairs(text, "director") == {
        ("Rain", "Ada Doe"), ("Rain", "Ben Roe"), ("Rain", "Cora Lind"), ("Alma", "Dina Fox")
    }  # fmt: skip
    assert _pairs(text, "premiered_at") >= {("Alma", "Oslo Film Festival")}
    assert _pairs(text, "screened_at") >= {("Rain", "Oslo Film Festival")}
