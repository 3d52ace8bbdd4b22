# ruff: noqa: E501 (lines of talks stay whole)
"""The lines over a talk say who speaks in it and of which film, in the forms that papers, festivals and podcasts have."""

from __future__ import annotations

import pytest

from cinegraph.extract.heads_of_talks import head_of_talk, relation_of
from cinegraph.extract.text import normalise
from extracted import article_of, said

BODY = "\n\nThe new film by the director is out.\n\nIn Salt Gone Again, a driver waits. The film Salt Gone Again was shot in winter.\n"


def _head(line: str, body: str = BODY) -> tuple[list[str], list[str], str | None] | None:
    document = article_of(line + body, "talk.txt")
    text = normalise(document.text)
    head = head_of_talk(document, text)
    return None if head is None else ([text[a:b] for a, b in head.people], [text[a:b] for a, b in head.films], head.relation)


@pytest.mark.parametrize(
    ("line", "people", "films", "relation"),
    [
        ("Interview with Ada Holm, director of Salt, Gone Again [Sel]", ["Ada Holm"], ["Salt, Gone Again"], "director"),
        ("An interview with Ada Holm and Ben Roe, co-directors of The Quiet Hour", ["Ada Holm", "Ben Roe"], ["The Quiet Hour"], "director"),
        ("Interview: Ada Holm • Director of The Quiet Hour", ["Ada Holm"], ["The Quiet Hour"], "director"),
        ("Q&A with Ada van der Holm, director of 'Salt'", ["Ada van der Holm"], ["Salt"], "director"),
        ("Ada Holm Interview (Salt)", ["Ada Holm"], ["Salt"], None),
        ("OSLO 2019 Women Directors: Meet Ada Holm – “The Quiet Hour”", ["Ada Holm"], ["The Quiet Hour"], None),
        ("Salt Gone Again: An Interview with Ada Holm", ["Ada Holm"], ["Salt Gone Again"], None),
        ("‘Salt Gone Again’ Director Ada Holm on Her Teachers", ["Ada Holm"], ["Salt Gone Again"], "director"),
        ("Episode 12: Ada Holm on Salt Gone Again", ["Ada Holm"], ["Salt Gone Again"], None),
        ("“Nothing but Rain”: DP Ben Roe on Salt Gone Again", ["Ben Roe"], ["Salt Gone Again"], "cinematographer"),
        ("Oslo Filmmaker Ada Holm on ‘Salt Gone Again,’ Her Sisters and What Comes Next", ["Ada Holm"], ["Salt Gone Again"], None),
        ("The Weekly Talks to Director Ada Holm about Her Debut Feature Salt Gone Again", ["Ada Holm"], ["Salt Gone Again"], None),
        ("In Conversation: Ada Holm and Ben Roe", ["Ada Holm", "Ben Roe"], [], None),
        ("10 Questions: Ada Holm\n\nThe director of Salt and The Ferry on trams", ["Ada Holm"], ["Salt", "The Ferry"], "director"),
        ("Meet Ada Holm, Third Prize winner", ["Ada Holm"], [], None),
    ],
)
def test_who_speaks_and_of_which_film(line: str, people: list[str], films: list[str], relation: str | None) -> None:
    assert _head(line) == (people, films, relation)


@pytest.mark.parametrize(
    "line",
    [
        "Interview with Ada Holm, director of the Oslo Film Festival",
        "Ada Holm on Cancel Culture",
        "‘Salt’ opens in Oslo",
        "My favourite things",
        "Meet Mister Bell",
        "The director of photography on lamps",
        "Director Ada Holm wins in Oslo",
        "Norwegian Director Ada Holm on Rain",
    ],
)
def test_other_lines_name_no_film_of_a_talk(line: str) -> None:
    head = _head(line)
    assert head is None or not head[1]


def test_an_obituary_is_over_no_talk() -> None:
    document = article_of("Ada Holm, director of Salt, dies at 80\n\nShe made Salt in Oslo.\n", "talk.txt")
    head = head_of_talk(document, normalise(document.text))
    assert head is not None
    assert not head.talk


def test_what_roles_are_to_a_film() -> None:
    assert [relation_of(role) for role in ("DP", "Co-Director", "star", "neighbour")] == ["cinematographer", "director", "cast_member", None]


TALK = "{head}\n\nHow did the film begin?\nI read a story in the paper.\n\n{question}\n\n{answer}\n\nWhat does the title mean?\nIt means nothing at all, I think.\n\nWhat do you hope for?\nI hope that people come to see it.\n"


def _talk(question: str, answer: str) -> set[tuple[str, str, str]]:
    text = TALK.format(head="Interview with Ada Holm, director of Salt Road", question=question, answer=answer)
    return {(subject, relation, value) for subject, relation, value, modality in said(text) if modality != "negated"}


def test_the_head_says_who_directed_the_film() -> None:
    assert ("Salt Road", "director", "Ada Holm") in _talk("And then?", "Then I slept.")


@pytest.mark.parametrize(
    ("question", "answer", "fact"),
    [
        ("Who did the music?", "My sister, Ana Novak.", ("Salt Road", "composer", "Ana Novak")),
        ("And the music?", "It's by Matias Soto, who is a cellist.", ("Salt Road", "composer", "Matias Soto")),
        ("And the music?", "Matias Soto wrote it in three weeks.", ("Salt Road", "composer", "Matias Soto")),
        ("Who was your cinematographer?", "Goran Babic.", ("Salt Road", "cinematographer", "Goran Babic")),
        ("Your husband edited it?", "Yes, David Kerr.", ("Salt Road", "editor", "David Kerr")),
        ("You shot it in Malmö?", "No, in Gothenburg. It was cheaper.", ("Salt Road", "filming_location", "Gothenburg")),
        ("Your debut, Winter Apples, was a comedy.", "A sad one.", ("Winter Apples", "director", "Ada Holm")),
        ("What's next?", "“Black Sheep,” a western.", ("Black Sheep", "director", "Ada Holm")),
        ("What is next?", "I'm writing The Swamp, a comedy. My producer is Jean Valmy.", ("The Swamp", "producer", "Jean Valmy")),
        ("Was it hard?", "My DP, Goran Babic, and I talked about light.", ("Salt Road", "cinematographer", "Goran Babic")),
    ],
)
def test_what_question_and_answer_say(question: str, answer: str, fact: tuple[str, str, str]) -> None:
    assert fact in _talk(question, answer)


@pytest.mark.parametrize(
    ("question", "answer", "fact"),
    [
        ("And the music?", "Matias Soto wrote it in three weeks.", ("Salt Road", "screenwriter", "Matias Soto")),
        ("Was it hard?", "My DP, Goran Babic, and I talked about light.", ("Salt Road", "cinematographer", "Ada Holm")),
        ("What is next?", "I'm writing The Swamp, a comedy. My producer is Jean Valmy.", ("Salt Road", "producer", "Jean Valmy")),
        ("What did you see next?", "“Black Sheep,” a western by Ben Roe.", ("Black Sheep", "director", "Ada Holm")),
        ("Your husband edited it?", "No, David Kerr is my neighbour.", ("Salt Road", "editor", "David Kerr")),
        ("You shot it in Malmö?", "No, in Gothenburg. It was cheaper.", ("Salt Road", "filming_location", "Malmö")),
        ("Why not an actor?", "First I offered the part to Otto Lind, but he turned it down.", ("Salt Road", "cast_member", "Otto Lind")),
    ],
)
def test_what_question_and_answer_do_not_say(question: str, answer: str, fact: tuple[str, str, str]) -> None:
    assert fact not in _talk(question, answer)


ORAL = "An Oral History of ‘Night Diner’\n\nThe people who made it remember.\n\nADA HOLM (director): I had no money. My short Pockets had played in Oslo.\n\nBEN ROE (editor): I cut it in my kitchen.\n\nCORA LIND (Tessa): I was driving a cab.\n\nHOLM: I cast her at a red light.\n"


def test_an_oral_history_says_what_people_were_to_its_film() -> None:
    facts = {(subject, relation, value) for subject, relation, value, _ in said(ORAL)}
    assert {("Night Diner", "director", "Ada Holm"), ("Night Diner", "editor", "Ben Roe"), ("Pockets", "director", "Ada Holm")} <= facts
    assert not {fact for fact in facts if "Cora Lind" in fact}


def test_lines_of_names_and_roles_over_what_they_say() -> None:
    text = "‘The crew ate the props’: how we made Ghost Tram\n\nAda Holm, director\n\nI read the play on a train.\n\nBen Roe, actor\n\nI played the guard. Ghost Tram was cold.\n"
    facts = {(subject, relation, value) for subject, relation, value, _ in said(text)}
    assert {("Ghost Tram", "director", "Ada Holm"), ("Ghost Tram", "cast_member", "Ben Roe")} <= facts


def test_the_craft_of_others_is_not_that_of_whoever_speaks() -> None:
    text = "Meet Ada Holm, Third Prize winner\n\nWith her short film “Glow”, Ada Holm won a prize in Oslo.\n\nHow did you react?\nMy cinematographer, Ben Roe, was crying.\n\nAnd what is next for you?\nI am developing my first feature, “The Bees”.\n\nWhat do you hope for?\nI hope for rain.\n"
    assert {(subject, value) for subject, _, value, _ in said(text, "cinematographer")} <= {("Glow", "Ben Roe")}


def test_two_places_of_a_shoot_are_both_told() -> None:
    assert {("Salt Road", "filming_location", place) for place in ("Malmö", "Gothenburg")} <= _talk("Where did the filming take place?", "In Malmö and in Gothenburg.")
