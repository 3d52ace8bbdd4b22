"""Winners and nominees as lists give them: in a line with the award's name, or in the lines under it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cinegraph.articles.layout import layout_of
from cinegraph.extract.prize_lines import find_prizes
from cinegraph.extract.text import normalise
from cinegraph.lexicon import load_lexicon
from cinegraph.model import Document
from extracted import stated

WINNERS = "Goya Awards 2016: the full list of winners\n\n7 February 2016\n\n"
FOR_A_FILM = (
    "Best Film: Night Bus",
    "Best Film — Night Bus",
    "Best Film\nNight Bus",
    "Best Film: “Night Bus,” dir: Clara Moe (Spain)",
    "Best Film\nNIGHT BUS by Clara Moe, Spain",
    "- **Best Film:** *Night Bus*, Clara Moe (Spain)",
)
FOR_A_PERSON = (
    "Best Actress: Ada Doe (Night Bus)",
    "Best Actress — Ada Doe, Night Bus",
    "Best Actress\nAda Doe for NIGHT BUS",
    "Best Actress\nAda Doe in Night Bus by Clara Moe",
    "Best Actress: Ada Doe, “Night Bus” (Spain)",
    "Leading actress — Ada Doe (Night Bus)",
    "LEADING ACTRESS 2016:\nAda Doe in Night Bus",
    "- **Best Actress** – Ada Doe (*Night Bus*)",
)


@pytest.mark.parametrize("line", FOR_A_FILM)
def test_a_film_wins_what_honours_a_film(line: str) -> None:
    facts = stated(WINNERS + line + "\n\nBest Editing: Karim Roe (Cold Tea)\n")
    assert {s for s, r, _ in facts if r == "won"} == {"night bus", "cold tea", "karim roe"}
    directed = {(s, o) for s, r, o in facts if r == "director"}
    assert directed == ({("night bus", "clara moe")} if "Clara" in line else set())


@pytest.mark.parametrize("line", FOR_A_PERSON)
def test_a_person_wins_what_honours_a_person_for_the_film_beside_the_name(line: str) -> None:
    facts = stated(WINNERS + line + "\n\nBest Editing: Karim Roe (Cold Tea)\n")
    won = {(s, o) for s, r, o in facts if r == "won"}
    assert {s for s, _ in won} == {"ada doe", "night bus", "cold tea", "karim roe"}
    assert len({award for s, award in won if s in ("ada doe", "night bus")}) == 1


def test_several_share_a_prize_and_a_list_of_nominees_names_no_winner() -> None:
    facts = stated(
        "César Awards: all the nominees\n\nBest Director\nAda Doe, Night Bus\nKarim Roe, Cold Tea\n\n"
        "Best Original Screenplay\nJane Noe, Max Poe (Paper Wolves)\n",
    )
    assert not any(relation == "won" for _, relation, _ in facts)
    assert {s for s, r, _ in facts if r == "nominated_for"} >= {"ada doe", "karim roe", "jane noe", "max poe"}


@pytest.mark.parametrize("mark", [" - WINNER", " *WINNER", " (winner)"])
def test_among_winners_and_nominees_those_have_won_who_are_marked(mark: str) -> None:
    facts = stated(
        "Oscars 2019: the full list of winners and nominees\n\nBEST PICTURE\nNight Bus\n"
        f"Cold Tea{mark}\nPaper Wolves\n\nBEST ACTOR\nKarim Roe - Night Bus\nMax Poe - Cold Tea{mark}\n"
    )
    assert {s for s, r, _ in facts if r == "won"} == {"cold tea", "max poe"}
    assert {s for s, r, _ in facts if r == "nominated_for"} == {"night bus", "paper wolves", "karim roe"}


def test_a_credit_below_a_winner_is_no_prize() -> None:
    facts = stated(
        "Winners of the Sarajevo Film Festival\n\nHEART OF SARAJEVO FOR BEST FILM\nNIGHT BUS\n"
        "Turkey, Romania\nDirector: Ada Doe\n"
    )
    assert {s for s, r, _ in facts if r == "won"} == {"night bus"}
    assert ("night bus", "director", "ada doe") in facts


@pytest.mark.parametrize(
    "text",
    [
        "Ten Golden Bears: Berlin, 2010 to 2019\n\nThese films won.\n\n- 2016: *Night Bus* (Italy), Ada Doe\n",
        "Goya Awards 2016: the winners\n\nBest Film: Night Bus\n\n## In the margin\n\nNobody wept.\n",
    ],
)
def test_the_title_and_another_heading_are_nobody_who_won(text: str) -> None:
    facts = stated(text)
    assert not {s for s, r, _ in facts if r == "won"} & {"berlin 2010 to 2019", "in the margin"}


LINES = st.lists(
    st.text(st.sampled_from("AaÉz ,.;:|/–-()[]\"*_'019\nfor in by"), max_size=50)
    | st.sampled_from(["Best Film", "Best Actress: Ada Doe (Night Bus)", "Golden Lion:", "NIGHT BUS and COLD TEA"]),
    max_size=8,
)


@given(LINES)
def test_whatever_the_lines_hold_the_names_of_a_prize_stand_in_its_line(lines: list[str]) -> None:
    text = normalise("\n".join(["The winners", *lines]))
    document = Document("lines.txt", text, "0" * 64, blocks=layout_of(text))
    for line in find_prizes(document, text, load_lexicon()):
        for (start, end), _ in line.names:
            assert line.start <= start < end <= line.end
            assert text[start:end].strip()
