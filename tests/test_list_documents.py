"""Lists of winners say what their table says, whatever their layout: whole documents of invented facts (a property).

How much of a layout is lost, and how much is told that no table has, have ceilings that only fall.
"""

from __future__ import annotations

import itertools

import pytest

from extracted import pairs
from list_documents import Fact, Layout, Table, compared, facts_of, heads, layouts, tables, winners, won

# The layouts that are read least well: what is lost, what is new. The others lose less than the common ceiling.
COMMON = (0.1, 0.03)
CEILINGS = {
    "prize over winner in capitals": (0.22, 0.01),
    "prize over winner, quoted dir": (0.22, 0.01),
    "prize over two lines": (0.2, 0.03),
    "prize over title and facts": (0.34, 0.03),
    "bold prize over winner": (0.5, 0.01),
    "prize as heading": (0.5, 0.05),
    "film over prize": (0.95, 0.1),
    "film in bold, prize": (0.26, 0.04),
    "tabs": (1.0, 0.01),
    "was won by": (0.42, 0.04),
    "film first, guillemets, dir.": (0.18, 0.01),
    "with money": (0.16, 0.01),
    "to, film": (0.12, 0.04),
    "owner first": (0.08, 0.05),
    "html breaks": (0.24, 0.01),
}


def _head(layout: Layout, number: int) -> str:
    if layout.suffix == ".html":
        return f"<h1>Prizes of the spring</h1>\n<p>{heads()['a sentence'].strip()}</p>\n"
    return list(heads().values())[number % len(heads())]


def _allowed(table: Table) -> list[Fact]:
    """What may be told of a table, too: a film has what its people have, and what other lines say is true as well."""
    found: list[Fact] = []
    for film in table.films:
        found += [(film.title, "director", film.director), (film.title, "country", film.country)]
        found += [(film.title, "runtime", film.minutes), (film.title, "publication_year", film.year)]
    for prize in table.prizes:
        found += [(prize.film.title, "won", prize.name), (prize.film.director, "won", prize.name)]
    return [*found, ("FIPRESCI Prize", "conferred_by", "FIPRESCI")]


@pytest.mark.parametrize("layout", layouts(), ids=[layout.name for layout in layouts()])
def test_winners_are_those_of_the_table(layout: Layout) -> None:
    told, lost, new = 0, [], []
    place = layouts().index(layout)
    for (number, table), further in itertools.product(enumerate(tables()), (0, 3)):
        text = winners(table, layout, _head(layout, place + number + further))
        expected = list(won(table, layout))
        missing, besides = compared(expected, facts_of(text, layout.suffix), _allowed(table))
        told, lost, new = told + len(expected), lost + missing, new + besides
    most_lost, most_new = CEILINGS.get(layout.name, COMMON)
    assert told > 200
    assert len(lost) <= most_lost * told, f"{len(lost) / told:.3f} lost: {lost[:5]}"
    assert len(new) <= most_new * told, f"{len(new) / told:.3f} new: {new[:5]}"


def test_what_follows_a_prize_that_closes_a_film_has_not_won_it() -> None:
    films = (("Night Bus", "Golden Lion, Venice"), ("Grey Dog", "Best Debut, Oslo"), ("Red Hat", "Jury Prize, Cannes"))
    text = "# Three evenings\n" + "".join(
        f"\nEvening {number}: The road\n\n{film.upper()} (Norway, 2019, 72 min)\n"
        f"Director: Ada Doe. Cast: Eva Hart\n{prize} 2019\n"
        for number, (film, prize) in enumerate(films, 1)
    )
    assert {each for each in pairs(text, "won") if each[0].startswith(("Evening", "Night Bus"))} <= {
        ("Night Bus", "Golden Lion")
    }


@pytest.mark.parametrize(
    "lines",
    [
        "Jury: Ada Doe, Ben Roe\nMembers: Cora Lind, Max Poe\n",
        "Opening film – Night Bus, Ada Doe (Norway)\nClosing film – Grey Dog, Ben Roe (Chile)\n",
        "Competition – Night Bus, Ada Doe (Norway)\nPanorama – Grey Dog, Ben Roe (Chile)\n",
    ],
)
def test_lines_of_one_form_in_which_no_prize_is_named_have_none(lines: str) -> None:
    assert not pairs("# Harbour Film Festival 2019: awards and programme\n\n" + lines, "won")


@pytest.mark.parametrize(
    "line",
    [
        "Director: Ada Doe. Scenario: Ben Roe. Operator: Cora Lind. Artist: Max Poe. In roles: Eva Hart, Carl Dow.",
        "Film-director - Ada Doe, script - Ben Roe, camera - Cora Lind, in roles - Eva Hart, Carl Dow",
        "Regie: Ada Doe, Buch: Ben Roe, Kamera: Cora Lind, Darsteller: Eva Hart, Carl Dow",
        "Réal.: Ada Doe / Scénario: Ben Roe / Camera: Cora Lind / Interprètes: Eva Hart, Carl Dow",
    ],
)
def test_labels_of_catalogues_name_the_crafts(line: str) -> None:
    text = f"Night Bus (Latvia 2001, 95 min)\n{line}\n\nA quiet film of the coast.\n"
    assert pairs(text, "director") == {("Night Bus", "Ada Doe")}
    assert pairs(text, "screenwriter") == {("Night Bus", "Ben Roe")}
    assert pairs(text, "cinematographer") == {("Night Bus", "Cora Lind")}
    assert pairs(text, "cast_member") == {("Night Bus", "Eva Hart"), ("Night Bus", "Carl Dow")}


def test_single_letters_are_labels_where_there_are_several() -> None:
    text = "Night Bus (Latvia 2001, 95 min)\nD: Ada Doe. S: Ben Roe. C: Cora Lind. E: Max Poe. M: Eva Hart.\n"
    for relation, person in (
        ("director", "Ada Doe"),
        ("screenwriter", "Ben Roe"),
        ("cinematographer", "Cora Lind"),
        ("editor", "Max Poe"),
        ("composer", "Eva Hart"),
    ):
        assert pairs(text, relation) == {("Night Bus", person)}
    assert not pairs("Night Bus\nC: Cora Lind. E: Max Poe.\n", "cinematographer")
