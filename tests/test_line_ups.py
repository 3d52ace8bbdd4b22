"""Films as line-ups list them: rows and stanzas in many layouts, and lines that only look like them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cinegraph.articles.layout import layout_of
from cinegraph.extract.records import find_records
from cinegraph.extract.text import normalise
from cinegraph.lexicon import load_lexicon
from cinegraph.model import Document
from extracted import stated

HEAD = "# Locarno Film Festival 2019: the line-up\n\n## Concorso internazionale\n\n"
TITLES = ("Night Bus", "Cold Tea", "Paper Wolves")
ROWS = (
    "{title} by {director} – {one}/{two}",
    "“{title},” dir: {director} ({one}, {two})",
    "“{title}” – {director}, {one} / {two}",
    "{title}, {director} ({one}/{two})",
    "{title} ({director}, {one}/{two}, 2019, 90’)",
    "{title} | {director} | {one}/{two}",
    "{title} / {one}, {two} (Director: {director})",
    "- **{title}**, dir. {director} ({one}, {two})",
    "- *{title}* ({one}/{two}, 90 min) – {director}",
    "{title}, {director}, {one}/{two}, 2019, world premiere",
    "{director} – {title} ({one}/{two})",
    "{title}\n{one} / {two}\nby {director}\nWorld premiere\n",
    "{title} ({one} – {two})\n{director}\nA night on the road.\n",
    "{title}\nDirector: {director}\n{one} | {two} | 2019 | 104 min\n",
)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("capitals", [False, True])
def test_each_row_of_a_line_up_says_who_directs_and_where_from_and_that_it_is_shown(row: str, capitals: bool) -> None:
    directors = ("Ada Doe", "Karim Roe", "Clara Moe")
    text = HEAD + "\n".join(
        row.format(title=t.upper() if capitals else t, director=d, one="Serbia", two="France")
        for t, d in zip(TITLES, directors, strict=True)
    )
    facts = stated(text)
    for title, director in zip(TITLES, directors, strict=True):
        assert (title.lower(), "director", director.lower()) in facts
        assert {o for s, r, o in facts if s == title.lower() and r == "country"} == {"serbia", "france"}
        assert any(s == title.lower() and r == "screened_at" for s, r, _ in facts)
    assert {s for s, r, _ in facts if r == "director"} == {title.lower() for title in TITLES}


def test_two_directors_share_a_row_and_a_comma_stands_in_a_title() -> None:
    facts = stated(HEAD + "Night Bus by Ada Doe, Karim Roe – Serbia\nBebia, at My Window, Clara Moe, 2019, France\n")
    directed = {(s, o) for s, r, o in facts if r == "director"}
    assert directed == {
        ("night bus", "ada doe"),
        ("night bus", "karim roe"),
        ("bebia at my window", "clara moe"),
    }


def test_writers_producers_and_the_cast_of_a_row_are_read_with_their_labels() -> None:
    row = (
        "{0} / Serbia (Director and screenwriter: {1}, Producers: Max Poe, Jane Noe) — Somebody takes a job. "
        "Cast: Rosa Low, Tom Hay. World Premiere"
    )
    rows = (row.format("Night Bus", "Ada Doe"), row.format("Cold Tea", "Karim Roe"))
    facts = stated(HEAD + "\n\n".join(rows))
    assert {(r, o) for s, r, o in facts if s == "night bus"} >= {
        ("director", "ada doe"), ("screenwriter", "ada doe"), ("producer", "max poe"), ("producer", "jane noe"),
        ("cast_member", "rosa low"), ("cast_member", "tom hay"), ("country", "serbia"),
    }  # fmt: skip


def test_a_line_below_a_row_says_more_of_its_film() -> None:
    facts = stated(
        HEAD + "Night Bus, Ada Doe, Serbia\nWorld premiere\n\nCold Tea, Karim Roe, France\n"
        "International premiere – with Max Poe\n\nPaper Wolves, Clara Moe, Japan\n"
    )
    assert {(s, o) for s, r, o in facts if r == "director"} == {
        ("night bus", "ada doe"),
        ("cold tea", "karim roe"),
        ("paper wolves", "clara moe"),
    }
    assert {s for s, r, _ in facts if r == "premiered_at"} == {"night bus", "cold tea"}
    assert {(s, o) for s, r, o in facts if r == "cast_member"} == {("cold tea", "max poe")}


@pytest.mark.parametrize(
    "lines",
    [
        "Jury\n\nAda Doe, Director (Germany)\nKarim Roe, Critic (France)\n",
        "Programme\n\nMonday, Kino Urania\nTuesday, Clara Hall\nNight Bus, 20:00\n",
        "Cast\n\nAda Doe, Mother\nKarim Roe, Father\nClara Moe, The Neighbour\n",
        "Photos by Ada Doe\nText by Karim Roe\n\nThe festival ended on Sunday.\n",
        "Selected works\n\nAda Doe, Berlin\nKarim Roe, Paris\n",
        "**Produced by** Ada Doe, Karim Roe\n**Music by** Clara Moe\n",
        "Music by Ada Doe\nCostumes by Karim Roe\n",
        "- **Best Actor** – Ada Doe (*Night Bus*)\n- **Best Actress** – Clara Moe (*Night Bus*)\n",
        "The 76th edition opens with a speech by Ada Doe (Spain).\n",
    ],
)
def test_lines_that_list_something_else_direct_nothing(lines: str) -> None:
    facts = stated(f"A report from the festival of short films\n\n{lines}", "report.md")
    assert not any(relation == "director" for _, relation, _ in facts)


LINES = st.lists(
    st.text(st.sampled_from("AaÉz ,.;:|/–-()[]\"*_'0129\nby dir with"), max_size=60)
    | st.sampled_from(["Night Bus by Ada Doe – France", "COLD TEA (SERBIA)", "by Ada Doe", "Cold Tea, Karim Roe"]),
    max_size=8,
)


@given(LINES)
def test_whatever_the_lines_hold_the_names_of_a_record_stand_in_it_and_never_overlap(lines: list[str]) -> None:
    text = normalise("\n".join(lines))
    document = Document("lines.txt", text, "0" * 64, blocks=layout_of(text))
    for record in find_records(document, text, load_lexicon()):
        spans = sorted(span for span, _ in record.spans)
        assert record.start <= spans[0][0]
        assert spans[-1][1] <= record.end <= len(text)
        assert all(text[start:end].strip() for start, end in spans)
        different = sorted(set(spans))
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(different))


def test_makers_with_countries_stand_under_titles_with_their_other_titles() -> None:
    facts = stated(
        "Oslo Film Festival 2031: the line-up\n\nTwelve films will compete.\n\nThe titles:\n\n"
        "Nattbuss (Night Bus)\nAda Doe (Norway - Latvia)\nDoe's debut was a project last year.\n\n"
        "Snø (Snow)\nEva Holm and Jon Berg (Norway)\nIda Rask plays a teacher.\n"
    )
    assert {("nattbuss", "director", "ada doe"), ("sno", "director", "jon berg")} <= facts
    assert ("nattbuss", "country", "latvia") in facts
    assert {s for s, _, _ in facts} <= {"nattbuss", "sno"}


def test_a_title_and_its_country_under_another_title_is_no_maker() -> None:
    facts = stated(
        "Oslo Film Festival 2031\n\nNattbuss (Night Bus)\nThe Snow Road (Norway)\n\nElva (The River)\nHill (Latvia)\n"
    )
    assert not {fact for fact in facts if fact[1] == "director"}
