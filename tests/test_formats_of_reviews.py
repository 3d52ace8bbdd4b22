"""Reviews, catalogues and databases as they are laid out: whose credits they are, which words are the page's."""

from __future__ import annotations

import pytest

from extracted import said

ROUND_UP = """12 films to watch from the winter festivals
Includes titles from Oslo and Riga.
Paper Orchard – premiered at Trieste
Dir. Oda Weber
Oda Weber adapts a classic for the whole family.
Contact: Lamp Films
Grey Harvest – reviewed at Gothenburg, premiered at Venice
Dir. Marek Holm
Ilse Kranz produces this Polish thriller.
Contact: Blue Door Pictures
Run, My Heart (best film)
Dir. Eve Moss
Our critic said: “A gripping film.”
"""
INFOBOX = """Glass Shore
Theatrical release poster
Directed by\tAndrei Holm
Written by\tOleg Weber
Andrei Holm
Starring\tAlexei Serebrin
Elena Lyadin
Vladimir Vdovich
Cinematography\tMikhail Krichev
Edited by\tAnna Massov
Running time\t141 minutes

Glass Shore is a 2014 Russian drama film directed by Andrei Holm.

Accolades
Award\tCategory\tRecipient\tResult
Best Screenplay\tAndrei Holm\tNominated
"""
CATALOGUE = """Behemoth

Andrei Holm
Russia 2014 / 141'

A mechanic fights for his house in a small town. The music is loud.
"""
PAIRS = """Night Bus (2019)

Ida Holm
Director
Jon Berg
Screenplay
Max Roe
Director of Photography

Images
"""
OVER_NAMES = """Anna Karr

Director
Ida Holm
Screenplay
Jon Berg
"""
CAPSULES = """OPENING:

In the Bone (R) Gina Cardano stars in this action film as a woman who runs. (Opens Friday)

Kickers (PG-13) Michael John Wardlow directs this documentary about a band. (Opens Friday)
"""
SIGNED = """Film Review: SOURDOUGH

Sourdough is a short about a baker. Mind the clock.

Review by Kira Dyer

SOURDOUGH, 14min., USA, Drama
Directed by Emma Egerton
"""


def stated(text: str, relation: str) -> set[tuple[str, str]]:
    """The subjects and objects of what a text says of one relation."""
    return {(subject, value) for subject, _, value, _ in said(text, relation)}


def test_titles_over_one_line_that_says_who_directs_have_that_director() -> None:
    assert stated(ROUND_UP, "director") == {
        ("Paper Orchard", "Oda Weber"),
        ("Grey Harvest", "Marek Holm"),
        ("Run, My Heart", "Eve Moss"),
    }


def test_the_names_of_an_infobox_go_on_in_lines_of_their_own() -> None:
    assert stated(INFOBOX, "cast_member") == {
        ("Glass Shore", name) for name in ("Alexei Serebrin", "Elena Lyadin", "Vladimir Vdovich")
    }
    assert stated(INFOBOX, "screenwriter") == {("Glass Shore", "Oleg Weber"), ("Glass Shore", "Andrei Holm")}
    assert stated(INFOBOX, "cinematographer") == {("Glass Shore", "Mikhail Krichev")}


def test_the_cells_of_a_row_are_names_of_their_own() -> None:
    assert stated(INFOBOX, "director") == {("Glass Shore", "Andrei Holm")}


def test_a_name_between_a_title_and_where_the_film_was_made_is_its_directors() -> None:
    assert stated(CATALOGUE, "director") == {("Behemoth", "Andrei Holm")}
    assert stated(CATALOGUE, "runtime") == {("Behemoth", "141")}


@pytest.mark.parametrize(
    "text",
    [
        "Behemoth\n\nAndrei Holm\n\nA mechanic fights for his house. The music is loud.\n",
        "Behemoth\n\nAndrei Holm\nRussia is a cold country.\n",
    ],
)
def test_a_name_under_a_title_alone_is_nobodys_work(text: str) -> None:
    assert not stated(text, "director")


def test_names_over_their_crafts_and_crafts_over_their_names_are_told_apart() -> None:
    for text, film in ((PAIRS, "Night Bus"), (OVER_NAMES, "Anna Karr")):
        assert not stated(text, "director") - {(film, "Ida Holm")}
        assert not stated(text, "screenwriter") - {(film, "Jon Berg")}
    assert stated(PAIRS, "director") == {("Night Bus", "Ida Holm")}
    assert stated(PAIRS, "cinematographer") == {("Night Bus", "Max Roe")}


def test_crafts_stand_in_parentheses_behind_names() -> None:
    crew = "Crew: Ida Holm (Director), Jon Berg (Writer), Lena Ost (Makeup Artist)"
    text = f"Night Bus (2019)\nRuntime: 97 minutes\n{crew}\n"
    assert stated(text, "director") == {("Night Bus", "Ida Holm")}
    assert stated(text, "screenwriter") == {("Night Bus", "Jon Berg")}
    assert not stated(text, "cast_member")


def test_a_certificate_is_no_film_and_stands_behind_one() -> None:
    assert stated(CAPSULES, "cast_member") == {("In the Bone", "Gina Cardano")}
    assert stated(CAPSULES, "director") == {("Kickers", "Michael John Wardlow")}


def test_who_wrote_a_review_has_made_no_film() -> None:
    assert stated(SIGNED, "director") == {("Sourdough", "Emma Egerton")}


@pytest.mark.parametrize("kind", ["Review", "Essay", "Introduced", "Photos", "Interview", "Discussion"])
def test_the_kind_of_a_text_before_its_author_is_no_film(kind: str) -> None:
    text = f"Night Bus\n\n{kind} by Kira Dyer\n\nThe drama follows a driver through the night.\n"
    assert not stated(text, "director")


@pytest.mark.parametrize(
    "sentence",
    [
        "The performances by Ida Holm and Jon Berg are off the charts.",
        "The film also features Ida Holm, Tor Lunde and Jon Berg.",
        "Ida Holm (“Red Kite”) gives a fine performance as a nurse, and Jon Berg is equally good as her son.",
        "A tired waitress (Ida Holm) falls for a lifeguard (Jon Berg).",
        "Also with Ida Holm, Jon Berg.",
    ],
)
def test_those_whom_a_review_praises_play_in_its_film(sentence: str) -> None:
    text = f"‘Night Bus’ review: a quiet ride\n\nNight Bus is a drama about a driver. {sentence}\n"
    assert {("Night Bus", "Ida Holm"), ("Night Bus", "Jon Berg")} <= stated(text, "cast_member")


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks to director Ida Holm, who made the beautiful Red Kite, we know such people.",
        "It recalls the work of the cinematographer Ida Holm.",
        "Working with the cinematographer Ida Holm on Red Kite was another matter.",
        "It is based on a novel (Ida Holm).",
    ],
)
def test_those_whom_a_review_only_mentions_have_no_part_in_its_film(sentence: str) -> None:
    text = f"‘Night Bus’ review: a quiet ride\n\nNight Bus is a drama about a driver. {sentence}\n"
    for relation in ("cast_member", "cinematographer", "director"):
        assert ("Night Bus", "Ida Holm") not in stated(text, relation)
