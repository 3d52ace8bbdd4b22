"""Prizes and tasks shared out in parentheses, crews named by their trades."""

from __future__ import annotations

from pathlib import Path

import pytest

from cinegraph.articles import find_articles, read_article
from cinegraph.extract import extract
from cinegraph.lexicon import load_lexicon


def claims_of(text: str, folder: Path) -> set[tuple[str, str, str]]:
    """Labels of subject, relation and object of every claim of an article."""
    path = folder / "article.md"
    path.write_text(f"{text}\n", encoding="utf-8")
    extraction = extract(read_article(find_articles([str(path)])[0]), load_lexicon())
    labels = {entity.id: entity.label for entity in extraction.entities}
    return {
        (labels[c.subject], c.predicate, labels.get(getattr(c.object, "id", ""), getattr(c.object, "value", "")))
        for c in extraction.claims
    }


_FILM = "*Night Bus* is the second feature by Ada Doe. "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Its crew was a family affair: Ben Roe (cinematography), Cora Lind (editing) and Dan Vale (music).",
            {("cinematographer", "Ben Roe"), ("editor", "Cora Lind"), ("composer", "Dan Vale")},
        ),
        (
            "The crew includes cinematographer Ben Roe, editor Cora Lind and composer Dan Vale.",
            {("cinematographer", "Ben Roe"), ("editor", "Cora Lind"), ("composer", "Dan Vale")},
        ),
        ("The production designer was Ben Roe.", set()),
    ],
)
def test_a_crew_is_shared_out(text: str, said: set[tuple[str, str]], tmp_path: Path) -> None:
    found = claims_of(_FILM + text, tmp_path)
    crafts = ("cinematographer", "editor", "composer")
    assert {(p, o) for s, p, o in found if s == "Night Bus" and p in crafts} == said


def test_who_designs_a_film_has_worked_on_it(tmp_path: Path) -> None:
    assert ("Ben Roe", "worked_on", "Night Bus") in claims_of(_FILM + "The production designer was Ben Roe.", tmp_path)


def test_prizes_are_shared_out_among_people(tmp_path: Path) -> None:
    text = (
        "At the 2009 César Awards *Night Bus* was named best film, and there were prizes too for Ada Doe (director and "
        "screenplay), Cora Lind (actress), and Dan Vale and Eva Moss (supporting actor and actress)."
    )
    found = claims_of(text, tmp_path)
    won = {(s, o.removeprefix("César Award for ").removeprefix("César Awards ")) for s, p, o in found if p == "won"}
    assert {
        ("Ada Doe", "Best Director"),
        ("Cora Lind", "Best Actress"),
        ("Dan Vale", "Best Supporting Actor"),
        ("Eva Moss", "Best Supporting Actress"),
    } <= won
    assert ("Night Bus", "director", "Ada Doe") in found
    assert ("Night Bus", "cast_member", "Eva Moss") in found


@pytest.mark.parametrize(
    "text",
    [
        "There were no prizes for Ada Doe (director) or Ben Roe (actor).",
        "The guests of the prizes' evening were many. Ada Doe (director) and Ben Roe (actor) came.",
        "Best actress went to Cora Lind, seen beside Ada Doe (director) and Ben Roe (actor).",
    ],
)
def test_nothing_is_shared_out_where_nothing_was_given(text: str, tmp_path: Path) -> None:
    found = claims_of(_FILM + text, tmp_path)
    assert not {s for s, p, _ in found if p == "won"} & {"Ada Doe", "Ben Roe"}


def test_a_verb_said_once_gives_every_prize(tmp_path: Path) -> None:
    text = (
        "# Karlovy Vary 2015: the winners\n\nThe Crystal Globe went to *Night Bus* by Ada Doe, the special jury prize "
        "to Ben Roe's *Grey Dog* and the best director award to Marta Ruiz for *The Third Well*. Best actress was "
        "shared by Cora Lind (*Grey Dog*) and Eva Moss (*The Third Well*)."
    )
    found = claims_of(text, tmp_path)
    won = {(s, o) for s, p, o in found if p == "won"}
    assert {s for s, _ in won} >= {"Night Bus", "Grey Dog", "Marta Ruiz", "Cora Lind", "Eva Moss"}
    assert ("The Third Well", "director", "Marta Ruiz") in found
    assert ("Grey Dog", "director", "Ben Roe") in found
    cast = {(s, o) for s, p, o in found if p == "cast_member"}
    assert {("Grey Dog", "Cora Lind"), ("The Third Well", "Eva Moss")} <= cast
    assert not {("Grey Dog", "director", "Cora Lind"), ("The Third Well", "director", "Eva Moss")} & found


def test_each_film_of_a_list_has_its_own_director(tmp_path: Path) -> None:
    text = (
        "The Berlinale competition includes *Night Bus* by Ada Doe, *Grey Dog* by Ben Roe and "
        "Marta Ruiz's *The Third Well*."
    )
    found = claims_of(text, tmp_path)
    assert {(s, o) for s, p, o in found if p == "director"} == {
        ("Night Bus", "Ada Doe"),
        ("Grey Dog", "Ben Roe"),
        ("The Third Well", "Marta Ruiz"),
    }
    assert {s for s, p, _ in found if p == "screened_at"} == {"Night Bus", "Grey Dog", "The Third Well"}


def test_nominations_are_no_wins(tmp_path: Path) -> None:
    text = (
        "*Night Bus* received nine nominations at the 42nd Academy Awards including Best Director, "
        "Best Actress (for Cora Lind) and Best Film."
    )
    assert not {p for _, p, _ in claims_of(text, tmp_path)} & {"won"}


def test_who_shot_what_another_directed_held_its_camera(tmp_path: Path) -> None:
    text = "*Night Bus* is the debut of Ada Doe. Ben Roe, who shot *Night Bus*, came back for the second film."
    found = claims_of(text, tmp_path)
    assert ("Night Bus", "cinematographer", "Ben Roe") in found
    assert ("Night Bus", "director", "Ben Roe") not in found


def test_who_shot_a_film_that_nobody_else_directed_directed_it(tmp_path: Path) -> None:
    assert ("Night Bus", "director", "Ben Roe") in claims_of("Ben Roe shot the film *Night Bus* in Oslo.", tmp_path)


def test_a_debut_from_somebodys_classmate_is_the_classmates(tmp_path: Path) -> None:
    found = claims_of("*Night Bus*, the debut from Ada Doe's fellow alumna Cora Lind, opened in May.", tmp_path)
    assert {o for s, p, o in found if p == "director" and s == "Night Bus"} == {"Cora Lind"}


def test_a_prize_has_the_year_of_the_films_screening_there(tmp_path: Path) -> None:
    text = (
        "*Night Bus* by Ada Doe was shown at the Toronto International Film Festival in 2002. "
        "The film won the People's Choice Award in Toronto."
    )
    path = tmp_path / "article.md"
    path.write_text(f"{text}\n", encoding="utf-8")
    extraction = extract(read_article(find_articles([str(path)])[0]), load_lexicon())
    won = [claim for claim in extraction.claims if claim.predicate == "won"]
    assert won
    assert {dict(claim.qualifiers)["year"].value for claim in won} == {"2002"}  # type: ignore[union-attr]


_RELEASE = (
    "PRESS RELEASE\n\nCottbus, 3 October 2018. The FilmFestival Cottbus today announced the line-up of its 28th "
    "edition. The opening film is *Cold Spring* by Olga Reza, which had its world premiere in San Sebastián."
    "\n\n"
    "Twelve films compete for the main prize, among them *Night Bus* by Ada Doe, *Grey Dog* by Ben Roe and *A Year*, "
    "the second feature of the Georgian Nina Moss. The international jury consists of the director Cora Lind and the "
    "actor Dan Vale.\n"
)


def test_a_release_is_about_the_festival_that_announces_its_programme(tmp_path: Path) -> None:
    found = claims_of(_RELEASE, tmp_path)
    jury = {(s, o) for s, p, o in found if p == "jury_member"}
    assert jury == {("Cora Lind", "FilmFestival Cottbus"), ("Dan Vale", "FilmFestival Cottbus")}
    shown = {s for s, p, o in found if p == "screened_at" and o == "FilmFestival Cottbus"}
    assert shown == {"Cold Spring", "Night Bus", "Grey Dog", "A Year"}


def test_an_apposition_after_a_list_is_its_last_members(tmp_path: Path) -> None:
    found = claims_of(_RELEASE, tmp_path)
    assert {s for s, p, o in found if p == "director" and o == "Nina Moss"} == {"A Year"}


def test_a_players_earlier_film_is_not_the_one_in_question(tmp_path: Path) -> None:
    text = (
        "*The Quarry* is a thriller by Ada Doe. Eva Moss (*Autumn Ball*) plays the lead; Dan Vale and the Finnish star "
        "Aino Salo complete the cast. Ben Roe, who shot Doe's *White Nights*, is again director of photography, and "
        "Cora Lind writes the music."
    )
    found = claims_of(text, tmp_path)
    assert {o for s, p, o in found if p == "cast_member" and s == "The Quarry"} == {"Eva Moss", "Dan Vale", "Aino Salo"}
    assert ("Autumn Ball", "cast_member", "Eva Moss") in found
    assert {s for s, p, o in found if p == "composer" and o == "Cora Lind"} == {"The Quarry"}
