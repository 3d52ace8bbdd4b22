"""What the news of funds, markets, programmes and juries lays out in lines: projects, entries of countries, rows without a sign, jurors."""

from __future__ import annotations

import pytest

from extracted import pairs

_FUND = """Fund backs four co-productions
OSLO: A total of four films receive a grant of the fund.

The supported projects are:

{0}

Directed by Ada Holm (Norway)

150,000 EUR

Produced by Lamp & Wick (Norway), Blue Door (Latvia)

{1}
Directed by Ilze Kalna, Juris Ozols
Documentary
Produced by Ida Moen, Jan Berg

{2}
Directed by Hiro Kato (Japan - France)
Coproduced by Nord Filmgroup, Sphere Eleven, in collaboration with Wild at Noon
Supported by the Norwegian Film Institute
"""


@pytest.mark.parametrize(
    "titles",
    [
        ("Night Bus / Nattbuss (Norway, Latvia)", "Salt (Latvia)", "Dust (France, Norway)"),
        ("“Night Bus” – working title (Norway, Latvia)", "“Salt” (Latvia)", "“Dust” (France)"),
        ("Night Bus (Norway, Latvia) 150,000 EUR", "Salt (Latvia) 40,000 EUR Documentary", "Dust €70 000 (Animation)"),
    ],
)
def test_projects_of_a_fund_have_their_makers_and_no_sum_in_the_title(titles: tuple[str, ...]) -> None:
    text = _FUND.format(*titles)
    assert pairs(text, "director") == {
        ("Night Bus", "Ada Holm"), ("Salt", "Ilze Kalna"), ("Salt", "Juris Ozols"), ("Dust", "Hiro Kato"),
    }  # fmt: skip
    assert {company for _, company in pairs(text, "production_company")} >= {"Lamp & Wick", "Blue Door", "Nord Filmgroup"}
    assert pairs(text, "producer") <= {("Salt", "Ida Moen"), ("Salt", "Jan Berg")}
    assert ("Dust", "Japan") not in pairs(text, "country")
    assert pairs(text, "screened_at") == set()


def test_the_same_layout_for_a_programme_says_where_the_films_are_shown() -> None:
    text = (
        "FESTIVALS: Sarajevo Film Festival 2023 Announces Competition Programmes\n"
        "SARAJEVO: A total of nine films will compete for the Heart of Sarajevo awards of the 29th Sarajevo Film Festival.\n\n"
        "Competition Programme – Feature Film:\n\nAsia (Austria)\n\nDirected by Ida Moen\n\nLarge (Greece)\n\nDirected by Nikos Doukas\n"
    )
    assert pairs(text, "director") == {("Asia", "Ida Moen"), ("Large", "Nikos Doukas")}
    assert pairs(text, "screened_at") == {("Asia", "Sarajevo Film Festival"), ("Large", "Sarajevo Film Festival")}


@pytest.mark.parametrize(
    "line",
    [
        "{c}, {f}, director: {p}", '{c}: “{f},” {p}', '{c}, "{f}," {p}, director;', "{c} – {f} ({p})", "{c} - {f} - {p}",
        "{c}: {f} (dir. {p})", "{c}: {f}, {p}",
    ],
)  # fmt: skip
def test_countries_before_titles_have_sent_the_films(line: str) -> None:
    entries = [("Norway", "Night Bus", "Ada Holm"), ("Chile", "Quo Vadis, Rosa?", "Jorge Paz"), ("South Korea", "The Salt", "Min Woo-jin")]
    lines = "\n\n".join(line.format(c=c, f=f, p=p) for c, f, p in entries)
    text = f"Oscars: the submissions for Best International Feature so far\n\nThese countries have announced their entries.\n\n{lines}\n"
    assert pairs(text, "submitted_by") == {(f, c) for c, f, _ in entries}
    assert pairs(text, "director") == {(f, p) for _, f, p in entries}


def test_countries_before_what_is_shown_at_a_festival_have_sent_nothing() -> None:
    text = "Voices of the world\n\nNorway: Night Bus, Ada Holm\n\nChile: Dust, Jorge Paz\n\nPeru: Salt, Eva Roca\n"
    assert pairs(text, "submitted_by") == set()


@pytest.mark.parametrize(
    "rows",
    [
        "Night Bus Anna Holm, Norway/Latvia, World Premiere\nThe Salt of May (Maisalz) Peter Kern, Germany, World Premiere\n"
        "C’est fini! Olivier Roux, Marie Blanc, France, North American Premiere\nStill Waters David Gordon Poe, USA, World Premiere",
        "NIGHT BUS Anna Holm (Norway/Latvia)\nTHE SALT OF MAY (MAISALZ) Peter Kern (Germany)\nC’EST FINI! Olivier Roux, Marie Blanc (France)\n"
        "STILL WATERS David Gordon Poe (USA)",
    ],
)
def test_titles_that_no_sign_parts_from_their_directors(rows: str) -> None:
    text = f"Toronto International Film Festival adds four titles\n\nHere are the additions:\nGALAS\n{rows}\n"
    found = {(film.casefold(), person) for film, person in pairs(text, "director")}
    assert found == {
        ("night bus", "Anna Holm"), ("the salt of may", "Peter Kern"), ("c'est fini!", "Olivier Roux"), ("c'est fini!", "Marie Blanc"),
        ("still waters", "David Gordon Poe"),
    }  # fmt: skip


def test_two_lines_of_that_kind_are_none() -> None:
    text = "News\n\nNight Bus Anna Holm, Norway\n\nGrey Dog Peter Kern, Germany\n"
    assert pairs(text, "director") == set()


def test_codes_of_premieres_and_the_cast_in_the_line_below() -> None:
    text = (
        "60th Berlinale: First Films in the Panorama Section\n\nJan 08, 2010\n\nTo date, the following films have been confirmed:\n\n"
        "Nattbuss (Night Bus) by Ada Holm, Norway (WP)\n\nwith Ida Moen, Jan Berg\n\nSalz by Peter Kern, Austria (IP)\n\nwith Marta Klein\n"
    )
    assert pairs(text, "cast_member") == {("Nattbuss", "Ida Moen"), ("Nattbuss", "Jan Berg"), ("Salz", "Marta Klein")}
    assert pairs(text, "premiered_at") == {
        ("Nattbuss", "Berlin International Film Festival"),
        ("Salz", "Berlin International Film Festival"),
    }


def test_short_lines_under_a_jury_are_all_of_it() -> None:
    text = (
        "Cannes Film Festival 2024: the juries\n\nHere they are, one after another.\n\nUn Certain Regard Jury\n\n"
        "President: Ada Holm (Director, Norway)\nJury Members:\nIda Moen (Director, Writer, Norway)\nJan Berg (Actor, Latvia)\nEva Roca (Critic, Peru)\n"
    )
    assert {person for person, _ in pairs(text, "jury_member")} == {"Ada Holm", "Ida Moen", "Jan Berg", "Eva Roca"}


@pytest.mark.parametrize(
    ("sentence", "relation", "expected"),
    [
        ("Lamp Films acquired No. American rights to the drama “Night Bus” from sales agent Pyramide.", "director", set()),
        ("Kino Lorber picked up U.S. rights to Ada Holm’s Night Bus from XYZ.", "director", {("Night Bus", "Ada Holm")}),
        ("Kino Lorber picked up U.S. rights to Ada Holm’s Night Bus from XYZ.", "distributor", {("Night Bus", "Kino Lorber")}),
        ("Magnolia Pictures bought the thriller “Night Bus” from director Ada Holm.", "director", {("Night Bus", "Ada Holm")}),
        ("They show the 1963 thriller “Night Bus”, Jan Berg's “Salt” (1964) and Eva Roca's “Dust” (1975).", "publication_year",
         {("Night Bus", "1963"), ("Salt", "1964"), ("Dust", "1975")}),
        ("The board saw Ada Holm’s Palme d’Or winner “Night Bus” and Jan Berg’s homage “Salt”.", "won", {("Night Bus", "Palme d'Or")}),
        ("On Friday the Sarajevo Film Festival was opened by a world premiere of the film “Night Bus”, by Ida Moen.", "founded", set()),
        ("The jury includes Russian director Lev Orlov and the founder of the Giffoni Film Festival in Italy, Ugo Bassi.", "founded",
         set()),
    ],
)  # fmt: skip
def test_sentences_of_that_news(sentence: str, relation: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(sentence, relation) == expected


def test_intl_ends_no_sentence() -> None:
    text = "Karlovy Vary Intl. Film Festival opened with Ada Holm’s “Night Bus”."
    assert pairs(text, "screened_at") == {("Night Bus", "Karlovy Vary International Film Festival")}


def test_a_title_in_two_languages_stands_before_its_director() -> None:
    text = (
        "Sarajevo Film Festival 2020: the line-up\n\nFEATURE FILM COMPETITION\n\n"
        "1. NIGHT BUS / NATTBUSS NORDOVER, Ada Holm (Norway, Latvia, 2020, 80 min.) – World premiere\n\n"
        "2. SALT ROAD, Jan Berg (Latvia, 2020, Color, 86 min.) – World premiere\n"
    )
    assert pairs(text, "director") == {("Night Bus", "Ada Holm"), ("Salt Road", "Jan Berg")}


_LOCARNO = """Locarno Film Festival 2019: the line-up

The Locarno Film Festival has revealed the line-up of its 72nd edition.

In addition, this year’s Piazza Grande open-air programme of 16 titles includes Colin Farrow’s The Last Ferry and Jane Roe’s Salt.

Locarno’s main Piazza Grande section will include A Winter Tax from Ada Holm (Night Bus, Grey Dog) and Dust from the maker of Rubber Hats.

Films that have screened there in recent years include Blue Door.
"""


def test_what_a_section_includes_and_nothing_that_its_makers_made_before() -> None:
    shown = {film for film, _ in pairs(_LOCARNO, "screened_at")}
    assert shown >= {"The Last Ferry", "Salt", "A Winter Tax"}
    assert not shown & {"Night Bus", "Grey Dog", "Rubber Hats", "Blue Door", "Ada Holm"}


@pytest.mark.parametrize(
    ("sentence", "relation", "expected"),
    [
        ("“Night Bus” is a co-production of Bosnia and Herzegovina, Croatia and Romania.", "production_company", set()),
        ("Hollywood filmmaker Ada Holm and Latvian director Jan Berg were there.", "director", set()),
        ("They show “Salt”, featuring Grey Dog star Ida Moen; and Ada Holm and Jan Berg’s comedy “Night Bus”.", "director",
         {("Night Bus", "Ada Holm"), ("Night Bus", "Jan Berg")}),
        ("The Berlinale has selected Ada Holm as director of “Night Bus”.", "festival_role", set()),
        ("Ada Holm, a critic from Turin, has been appointed the new artistic director of the Locarno Film Festival.", "festival_role",
         {("Ada Holm", "Locarno Film Festival")}),
    ],
)  # fmt: skip
def test_further_sentences_of_that_news(sentence: str, relation: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(sentence, relation) == expected
