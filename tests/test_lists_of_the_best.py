# ruff: noqa: E501 (sentences stay whole)
"""Lists of the best films and round-ups of reviews: who made each film, what the note below is about, and what looks like a film there."""

from __future__ import annotations

import pytest

from extracted import extraction_of, pairs, said

_NUMBERED = """The Ten Best Films of 2019

By Tessa Marl
December 12, 2019

It was a year of small films.

3. {0}
The slowest film of the year. Shot by Ivo Tanev in a single garage.

2. {1}
Berit Kval plays the widow, as she did in Roe's "The Green Ferry," and nobody does it better. Score by the cellist Unn Berg.

1. {2}
Nobody saw it. Beautifully edited by Lin Mei.

{3}
"""
_DIRECTED = {("Night Bus", "Ada Doe"), ("Salt and Other Lies", "Ben Roe"), ("Three Winters", "Cora Lind")}


@pytest.mark.parametrize(
    "rows",
    [
        ('"Night Bus" (Ada Doe, Norway)', '"Salt and Other Lies" (Ben Roe, Japan/France)*', '"Three Winters" (Cora Lind, U.S.)**', ""),
        ('"Night Bus" (Ada Doe)', '"Salt and Other Lies" (Ben Roe)', '"Three Winters" (Cora Lind)', ""),
        ("*Night Bus* (Ada Doe)", "*Salt and Other Lies* (Ben Roe)", "*Three Winters* (Cora Lind)", ""),
        ("Night Bus (Ada Doe)", "Salt and Other Lies (Ben Roe)", "Three Winters (Cora Lind)", ""),
    ],
)
def test_each_film_of_a_list_has_its_maker_and_its_note(rows: tuple[str, ...]) -> None:
    text = _NUMBERED.format(*rows)
    assert pairs(text, "director") >= _DIRECTED
    assert pairs(text, "cinematographer") == {("Night Bus", "Ivo Tanev")}
    assert pairs(text, "composer") == {("Salt and Other Lies", "Unn Berg")}
    assert pairs(text, "editor") == {("Three Winters", "Lin Mei")}


@pytest.mark.parametrize(
    ("line", "directed"),
    [
        ('RUNNERS-UP, alphabetically: "Tin Drums Only" (Mona Reed), "The Grey Harrow" (Tom Trant), "Who Sent You?" (Cora Lind)', {("Tin Drums Only", "Mona Reed"), ("The Grey Harrow", "Tom Trant"), ("Who Sent You?", "Cora Lind")}),
        ("Honorable mentions: Tin Drums Only (Mona Reed), The Grey Harrow (Tom Trant)", {("Tin Drums Only", "Mona Reed"), ("The Grey Harrow", "Tom Trant")}),
    ],
)
def test_the_runners_up_have_theirs_too(line: str, directed: set[tuple[str, str]]) -> None:
    text = _NUMBERED.format('"Night Bus" (Ada Doe)', '"Salt" (Ben Roe)', '"Three Winters" (Cora Lind)', line)
    assert pairs(text, "director") >= directed


def test_a_shortlist_in_a_sentence_gives_who_made_each() -> None:
    text = 'Norway announced its shortlist of films on Tuesday: "The Case of Otto" (Tom Berg), "Heimat Road" (Ada Doe) and six others.\n'
    assert pairs(text, "director") == {("The Case of Otto", "Tom Berg"), ("Heimat Road", "Ada Doe")}


@pytest.mark.parametrize(
    "text",
    [
        'The evening began with "Long Road" (Ada Doe) and ended with "Blue Rain" (Ben Roe).\n',
        'The nominees for Best Actress in the film were "Dust" (Mona Reed), "Hens" (Ada Doe).\n',
        'The Ten Best Performances of 2019 Films\n\n1. "Night Bus" (Ada Doe)\nShe is a driver.\n\n2. "Salt" (Ben Roe)\nHe swims.\n\n3. "Dust" (Cora Lind)\nShe sleeps.\n',
        'The Ten Best Albums of 2019\n\n1. "Night Bus" (Ada Doe)\nLoud.\n\n2. "Salt" (Ben Roe)\nQuiet.\n\n3. "Dust" (Cora Lind)\nGood for films.\n',
        'In "The Ferry" (Ada Doe\'s favourite film) a man drowns.\n',
    ],
)
def test_whoever_stands_there_for_another_reason_directs_nothing(text: str) -> None:
    rules = {evidence.rule for claim in extraction_of(text).claims for evidence in claim.evidence}
    assert "a film and its maker beside a parenthesis" not in rules


_ROUND_UP = """Film

Latest movies reviewed: two new films

Fri, Nov 3, 2017, 05:00

THE PEAT MAN'S GHOST ★★★★
Directed by Ada Ó Hille. Starring Mia Berg, Tom Poe, Cian Mac an Iarla. 15A cert, lim release, 96 min
A woman turns up a body. Ó Hille, who made the 2011 short Salt Road, has outdone herself. Beautifully shot by Norway's Kari Moen.

BRASSED DOWN ★★
Directed by Ben Roe. Starring Ken Ash, Lily Orr. 12A cert, gen release, 104 min
Yes, that is the title.
"""


def test_a_round_up_tells_of_the_film_whose_title_stands_over_the_review() -> None:
    assert ("The Peat Man's Ghost", "Cian Mac an Iarla") in pairs(_ROUND_UP, "cast_member")
    assert pairs(_ROUND_UP, "cinematographer") == {("The Peat Man's Ghost", "Kari Moen")}
    assert {subject for subject, _, _, _ in said(_ROUND_UP)} & {"Beautifully", "Nov 3"} == set()


def test_what_is_only_counted_is_no_film() -> None:
    text = 'At Home\n\nAda Doe could not find her shoes. They were with a driver who, because on Day 4 the actor she had hired failed to appear, is now in “A Fare to the North.”\n\nIt won a prize at Sundance in January.\n'
    assert not any("Day 4" in (subject, value) for subject, _, value, _ in said(text))


def test_whom_a_director_cast_plays_and_the_director_does_not() -> None:
    text = 'Her short “Salt” introduced Ivar Holm, leader of a band, whom Ada Doe then cast in “Night Bus” as a loner.\n'
    assert pairs(text, "cast_member") == {("Night Bus", "Ivar Holm")}


def test_a_line_of_facts_with_black_and_white_is_no_title() -> None:
    text = "The Ringer's Wedding\n\nNorway, 1968, black and white, 84 mins\n\nDirector: Ada Doe\nMusic: Ben Roe\n\nThe last film of the house, The Ringer's Wedding was shown in Karlovy Vary in 1990.\n"
    assert pairs(text, "director") == {("The Ringer's Wedding", "Ada Doe")}


_TALK = """Interview: Director KANG Min-seo (THE LONG GRASS)

The following interview took place in London. Questions were asked by Yoon Park (YP) and Robin Ashby (RA).

About Kang Min-seo:
Kang Min-seo was born in Mokpo in 1976 and studied physics. Her new film stars Ra Yoon-ah.

YP: {0}

Kang Min-seo: {1} We studied together.

RA: Was it hard to cut?

Kang Min-seo: Cho Min-jun I've known since the army. We sat with our designer Mia Berg until he was in "Left Shoe". He was the lead in "Left Shoe".
"""


@pytest.mark.parametrize(
    ("answer", "shot"),
    [("Yoon Ji-hoon.", {("The Long Grass", "Yoon Ji-hoon")}), ("Yoon Ji-hoon hated it.", set()), ("No, Yoon Ji-hoon is a cook.", set())],
)
def test_a_name_answers_the_question_for_a_craft(answer: str, shot: set[tuple[str, str]]) -> None:
    assert pairs(_TALK.format("And the photography?", answer), "cinematographer") == shot


def test_a_talk_has_its_people_by_their_names_alone() -> None:
    text = _TALK.format("And the photography?", "Yoon Ji-hoon.")
    people = {entity.label for entity in extraction_of(text).entities}
    assert not {name for name in people if name.startswith(("Director", "About")) or name.endswith("I've")}
    assert ("Left Shoe", "Cho Min-jun") in pairs(text, "cast_member")
    assert ("The Long Grass", "Mia Berg") not in pairs(text, "director")


def test_who_writes_a_diary_is_nobody_that_it_tells_of() -> None:
    text = "Festival diary\n\nBy Max Feldner\n\nI came by train, and I slept.\n\nMy first film was “Night Bus”.\n\nThen I met a boy. He tells me he was accepted by the Lodz film school.\n"
    assert pairs(text, "educated_at") == set()
