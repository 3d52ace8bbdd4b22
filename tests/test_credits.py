"""Credits on the pages of films and over reviews: whose film they are, and lines that only look like credits."""

from __future__ import annotations

import pytest

from cinegraph.articles.layout import layout_of
from cinegraph.extract.credit_blocks import find_credit_blocks
from cinegraph.extract.text import normalise
from cinegraph.lexicon import load_lexicon
from cinegraph.model import Document
from extracted import extraction_of, said, stated

WHOLE = {
    ("salt road", "director", "ada weber"),
    ("salt road", "cast_member", "ida holm"),
    ("salt road", "cast_member", "jon berg"),
}
LAYOUTS = (
    "The Salt Road\n\nDirector: Ada Weber\nCast: Ida Holm (Marta), Jon Berg (Pavel)\n",
    "The Salt Road (2019)\n\nDir: Ada Weber | Cast: Ida Holm, Jon Berg | Drama 98'\n",
    "The Salt Road\n\n(director: Ada Weber; cast: Ida Holm (Marta), Jon Berg; Runtime: 98; 2019-in Polish)\n",
    "The Salt Road\n\n(Poland 2019)\n\nDirected by Ada Weber Action by Emil Novak Starring: Ida Holm, Jon Berg\n",
    "The Salt Road\n\nDirector - Ada Weber\nWith - Ida Holm, Jon Berg\nMusic - Emil Novak\n",
    "THE SALT ROAD\n\nB&W, 1964, 64m.\nDirected by Ada Weber\nStarring Ida Holm, Jon Berg\nAcme (DVD)\n",
    "The Salt Road\n\nPoland 1964. Dir: Ada Weber. 98 min. 35mm\nCast: Ida Holm, Jon Berg.\n",
    "# The Salt Road film review\n\nDirector Ada Weber; Writers Ben Roe and Weber; Starring Ida Holm 井田, Jon Berg.\n",
    "The Salt Road\n\nSection: Competition\nDirector: Ada Weber\nCast: Ida Holm, Jon Berg\nOur view: A film to see.\n",
    "The Salt Road\n\nCast & Crew\n\nDirected by: ADA WEBER\n\nMain Cast: IDA HOLM, JON BERG\n",
)


@pytest.mark.parametrize("text", LAYOUTS)
def test_credits_in_many_layouts_are_those_of_the_title_over_them(text: str) -> None:
    facts = stated(text + "\nA mother looks for her son.\n")
    assert {fact for fact in facts if fact[1] in ("director", "cast_member")} == WHOLE


def test_facts_beside_the_credits_are_the_films() -> None:
    facts = stated(
        "The Salt Road\n\nPoland/Norway, 2019, 98 min\nDirector and screenwriter: Ada Weber\n"
        "Production company: Acme Films\nPhotography: Emil Novak\n"
    )
    assert {
        ("salt road", "screenwriter", "ada weber"),
        ("salt road", "country", "poland"),
        ("salt road", "country", "norway"),
        ("salt road", "publication_year", "2019"),
        ("salt road", "runtime", "98"),
        ("salt road", "production_company", "acme films"),
        ("salt road", "cinematographer", "emil novak"),
    } <= facts


def test_each_of_several_films_has_its_own_credits_and_those_without_a_title_are_nobodys() -> None:
    facts = stated(
        "The Salt Road\n\nDirector: Ada Weber\nCast: Ida Holm\n\nOur view: It is a long way, and nobody knows it.\n\n"
        "Director: Ben Roe\nCast: Jon Berg\n\nOur view: Roe is no stranger here.\n\n"
        "The Long Night\n\nDirector: Cora Lind\nCast: Lena Ost\n"
    )
    assert {(s, o) for s, r, o in facts if r in ("director", "cast_member")} == {
        ("salt road", "ada weber"),
        ("salt road", "ida holm"),
        ("long night", "cora lind"),
        ("long night", "lena ost"),
    }


def test_credits_under_a_heading_of_their_own_are_not_those_of_a_film_named_in_passing() -> None:
    facts = stated(
        "A doctor has one night to decide.\n\nAda Weber studied in Oslo. Her debut, Night Bus, came in 2002.\n\n"
        "Cast & Crew\n\nDirected by: Ada Weber\n\nEditing: Ben Roe\n"
    )
    assert not {(s, r, o) for s, r, o in facts if r == "editor"}


CATALOGUE = (
    "The Salt Road\n\nby Ada Weber\nAcme Productions\n| 56' | France | 2009 | |\nA mother looks for her son.\n\n"
    "The Long Night\n\nby Cora Lind, Ben Roe\nTern Productions, Red Productions\n"
    "| 80' | Romania/Italy | 2015 | |\nNobody sleeps.\n"
)


def test_the_entries_of_a_catalogue_say_by_whom_their_films_are() -> None:
    facts = stated(CATALOGUE)
    assert {(s, o) for s, r, o in facts if r == "director"} == {
        ("salt road", "ada weber"),
        ("long night", "cora lind"),
        ("long night", "ben roe"),
    }
    assert {("long night", "country", "italy"), ("salt road", "publication_year", "2009")} <= facts
    assert ("salt road", "production_company", "acme productions") in facts
    assert {o for s, r, o in facts if s == "long night" and r == "production_company"} == {
        "tern productions",
        "red productions",
    }


def test_a_byline_over_one_films_facts_names_no_director() -> None:
    facts = stated("The Salt Road\n\nby Ada Weber\n| 56' | France | 2009 | |\nA mother looks for her son.\n")
    assert not {fact for fact in facts if fact[1] == "director"}


def test_credits_of_a_festivals_page_are_no_prizes() -> None:
    facts = stated(
        "Cannes Film Festival 2024: our reviews of all winners\n\nThe Salt Road\n\n"
        "Section: Competition\nDirector: Ada Weber\nCast: Ida Holm, Jon Berg\n"
    )
    assert not {fact for fact in facts if fact[1] in ("won", "nominated_for")}


@pytest.mark.parametrize(
    "text",
    [
        "Directed by Ada Weber and starring Ida Holm, The Salt Road follows a mother.",
        "Director Ada Weber returns with a quiet drama.",
        "With: a note on sources, and an index.",
        "Music: The Very Idea of a Song",
        "Story: a mother looks for her son; she finds him.",
    ],
)
def test_sentences_are_no_credits(text: str) -> None:
    document = Document("a.txt", text, "0" * 64, blocks=layout_of(text))
    assert find_credit_blocks(document, normalise(text), load_lexicon()) == []


def test_whom_a_biopic_is_about_is_no_film() -> None:
    text = "Ben Roe's Marie Dubois biopic opened. Ben Roe's Anna Karr drama “Night Bus” ran. Ben Roe's Anna Poe ran."
    directed = {(film, maker) for film, _, maker, _ in said(text, "director")}
    assert directed == {("Night Bus", "Ben Roe"), ("Anna Poe", "Ben Roe")}


def test_starring_in_a_film_of_somebody_named_says_who_made_it() -> None:
    text = "Ada Doe starred in Ben Roe's drama “Night Bus”. Ada Doe had a part in her drama “Grey Dog”."
    assert {(film, maker) for film, _, maker, _ in said(text, "director")} == {("Night Bus", "Ben Roe")}


@pytest.mark.parametrize("name", ["Ada Doe, ASC,", "Ada Doe (BSC)", "Ada Doe PSC"])
def test_the_letters_of_a_society_tell_the_craft(name: str) -> None:
    told = {(film, relation, maker) for film, relation, maker, _ in said(f"{name} shot “Night Bus” in 1990.")}
    assert ("Night Bus", "cinematographer", "Ada Doe") in told
    assert ("Night Bus", "director", "Ada Doe") not in told


UNDER_A_REVIEW = """Night Keys review – a staircase in Riga

By Ada Poe

A lift falls. Nobody is hurt in this comedy.

CREDITS
Latvia/Norway 2021. 97 minutes
Certificate 12A
Original title: Nakts atslegas
Director Ida Holm
Inspired by the book The Stairs by Ben Roe
Produced by Cora Lind, Max Ost
Production designer Hagop Berg

Cast
Julia Holm .... Salma Berg
Elias, the concierge .... Abe Lind

Blue Door Pictures, Les Films du Palier and the Riga Film Institute present
Released in the UK by Modern Films
"""


def test_lines_without_labels_among_credits_are_those_of_the_same_film() -> None:
    facts = stated(UNDER_A_REVIEW)
    assert {subject for subject, _, _ in facts if subject not in ("hagop berg", "ben roe")} == {"night keys"}
    assert {relation for subject, relation, _ in facts if subject == "ben roe"} == {"author_of"}
    assert {
        ("night keys", "director", "ida holm"),
        ("night keys", "producer", "cora lind"),
        ("hagop berg", "worked_on", "night keys"),
        ("night keys", "cast_member", "julia holm"),
        ("night keys", "cast_member", "abe lind"),
        ("night keys", "production_company", "blue door pictures"),
        ("night keys", "production_company", "les films du palier"),
        ("night keys", "production_company", "riga film institute"),
        ("night keys", "distributor", "modern films"),
    } <= facts


def test_who_plays_whom_is_a_role_of_the_cast() -> None:
    claims = [claim for claim in extraction_of(UNDER_A_REVIEW).claims if claim.predicate == "cast_member"]
    assert {dict(claim.qualifiers)["role"].value for claim in claims} == {"Salma Berg", "Elias, the concierge"}


def test_dots_between_things_are_no_cast() -> None:
    text = "Night Keys\n\nDirector: Ida Holm\nMusic: Max Ost\n\nTickets .... ten euros\nMonday ..... closed\n"
    assert not said(text, "cast_member")


@pytest.mark.parametrize(
    "companies", ["Hill Films (Norway)", "Hill Films (Norway)\nLake Film (Sweden)", "Lake Film (Sweden)"]
)
def test_the_companies_over_credits_are_no_title(companies: str) -> None:
    facts = stated(
        "Shooting begins on Salt Road\n\nSalt Road is Ada Weber's second film. Salt Road is shot in Oslo.\n\n"
        f"Producers:\n{companies}\nCredits:\nDirector: Ada Weber\nDoP: Eva Holm\nCast: Ida Holm, Jon Berg\n"
    )
    credits = {(s, r, o) for s, r, o in facts if r in ("director", "cinematographer", "cast_member")}
    assert {s for s, _, _ in credits} == {"salt road"}
    assert ("salt road", "cinematographer", "eva holm") in credits


def test_a_title_and_its_country_over_credits_are_no_company() -> None:
    facts = stated("Salt Road (Norway)\nDirector: Ada Weber\nDoP: Eva Holm\nCast: Ida Holm, Jon Berg\n")
    assert ("salt road", "director", "ada weber") in facts


def test_credits_between_strokes_say_who_wrote() -> None:
    facts = stated("Salt Road (2031)\n\nDir: Ada Weber | Wri: Ada Weber, Eva Holm | Cast: Jon Berg | Norway, 90 mins\n")
    assert {o for _, r, o in facts if r == "screenwriter"} == {"ada weber", "eva holm"}
    assert {o for _, r, o in facts if r == "director"} == {"ada weber"}


def test_a_caption_about_another_film_is_left_by_the_text_around_it() -> None:
    text = (
        "Jon Berg joins Salt Road\n\nJon Berg has joined the cast of “Salt Road”, a drama by Ada Weber. "
        "Jon Berg is happy. Jon Berg said so.\n\n"
        "Jon Berg in Oslo, June 2030, on the day of “Long Night” by Max Reel, photo: Eva Holm\n\n"
        "Ola Dahl has written the film. “Salt Road” is shot in Oslo.\n"
    )
    assert ("salt road", "screenwriter", "ola dahl") in stated(text)
