"""Programmes told in prose, the members of juries, and which festival "here" is."""

from __future__ import annotations

from pathlib import Path

import pytest

from cinegraph.articles import find_articles, read_article
from cinegraph.extract import extract
from cinegraph.lexicon import load_lexicon
from cinegraph.model import EntityRef


def told(text: str, predicate: str, folder: Path) -> set[tuple[str, str, str]]:
    """Subject, object and year of the claims with a predicate."""
    path = folder / "article.md"
    path.write_text(f"{text}\n", encoding="utf-8")
    extraction = extract(read_article(find_articles([str(path)])[0]), load_lexicon())
    labels = {entity.id: entity.label for entity in extraction.entities}
    return {
        (labels[c.subject], labels[c.object.id], getattr(dict(c.qualifiers).get("year"), "value", ""))
        for c in extraction.claims
        if c.predicate == predicate and isinstance(c.object, EntityRef)
    }


_LOCARNO = "Locarno Film Festival"
_OPENING = "# Locarno 2024: the line-up\n\nTwelve films compete for the Golden Leopard. "


@pytest.mark.parametrize(
    ("text", "films"),
    [
        ("Ada Doe presents “Night Bus”. From Ghana comes “Tin Roof” by Kofi Adu.", {"Night Bus", "Tin Roof"}),
        ("\n\nAmong the other films to premiere are “Tin Roof”, by Kofi Adu, and “Silt”.", {"Tin Roof", "Silt"}),
        ("Ada Doe, who won here in 2015 with “Grey Dog”, presents “Night Bus”.", {"Night Bus"}),
        ("“Night Bus” is by Ben Roe, the director of “Old Sea”.", {"Night Bus"}),
        ("\n\nBen Roe adapts a novel in “Quiet Hours”.", {"Quiet Hours"}),
        (
            "\n\nThe competition is completed by “Slow Rain”, “Far Field” and “Silt”.",
            {"Slow Rain", "Far Field", "Silt"},
        ),
        ("\n\nThe jury is led by Carl Dow, the director of “Black Sun”. “Black Sun” tells of a miner.", set()),
        ("\n\nBen Roe directed “Old Sea”.", set()),
        ("“Low Tide” was rejected.", set()),
        ("“Night Bus” was shown at Cannes in 2011.", set()),
    ],
)  # fmt: skip
def test_what_a_programme_announces_is_shown(text: str, films: set[str], tmp_path: Path) -> None:
    shown = told(_OPENING + text, "screened_at", tmp_path)
    assert {film for film, festival, _ in shown if festival == _LOCARNO} - {"Grey Dog"} == films


def test_a_section_that_a_paragraph_names_is_where_its_films_are_shown(tmp_path: Path) -> None:
    text = (
        "# A strong year\n\nTwo films from Chile are in competition at Venice this year. "
        "“Night Bus” by Ada Doe follows a driver."
    )
    assert told(text, "screened_at", tmp_path) == {("Night Bus", "Venice International Film Festival", "")}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "The jury consists of Ada Doe, the designer Eva Moss, whose credits include Max Poe's “Silt”, "
            "director Ben Roe, and Jane Roe, the actor.",
            {"Ada Doe", "Eva Moss", "Ben Roe", "Jane Roe"},
        ),
        ("Doe was joined on the jury by Eva Moss, who shot Max Poe's “Silt”, and Ben Roe.", {"Eva Moss", "Ben Roe"}),
        (
            "The jury is composed of programmer Ada Doe (Egypt), who worked in Rome, Eva Moss (Peru) and Ben Roe.",
            {"Ada Doe", "Eva Moss", "Ben Roe"},
        ),
        ("The jury were impressed by Ada Doe's “Night Bus”, shot by Ben Roe.", set()),
    ],
)  # fmt: skip
def test_who_sits_on_a_jury_with_something_said_of_each(text: str, members: set[str], tmp_path: Path) -> None:
    assert {person for person, _, _ in told(f"# Locarno 2024\n\n{text}", "jury_member", tmp_path)} == members


def test_here_is_the_festival_that_is_reported_on(tmp_path: Path) -> None:
    text = (
        "# Locarno 2024: the winners\n\n“Night Bus” had been shown at Cannes. "
        "Ada Doe's “Grey Dog” won the Golden Leopard here last year."
    )
    assert ("Grey Dog", _LOCARNO, "2023") in told(text, "screened_at", tmp_path)


def test_the_section_that_a_paragraph_goes_on_with(tmp_path: Path) -> None:
    text = (
        "# Notes from the 66th Cannes Film Festival\n\nAda Doe's first film was shown in Un Certain Regard.\n\n"
        "That sidebar is strong this year. It opened with Ben Roe's “Night Bus”."
    )
    assert ("Night Bus", "Cannes Film Festival", "2013") in told(text, "screened_at", tmp_path)


def test_a_prize_for_a_project_entails_no_screening(tmp_path: Path) -> None:
    text = "# Locarno 2024: the winners\n\nThe prize for best project went to “Wolf Moon” by Ada Doe."
    assert ("Wolf Moon", "prize for best project") in {
        (film, prize.rpartition("Festival ")[2].lower()) for film, prize, _ in told(text, "won", tmp_path)
    } | {(film, prize.lower()) for film, prize, _ in told(text, "won", tmp_path)}
    assert told(text, "screened_at", tmp_path) == set()
