"""Interviews with their introductions: whose a film is, what hangs on one of two films, what a page is besides."""

from __future__ import annotations

import pytest

from extracted import extraction_of, pairs, said

_OAK = "Oak Town Film Festival"


@pytest.mark.parametrize(
    "text",
    [
        "The list includes Ada Doe's Night Bus, Ben Roe's Quiet Hours, and Carl Poe's The Long Road.",
        "She shot several films (Ada Doe's Night Bus, Ben Roe's Quiet Hours, and Carl Poe's The Long Road).",
        "The season showed Ada Doe's debut Night Bus, Ben Roe's Quiet Hours and Carl Poe's The Long Road.",
        "Everybody admired Ada Doe's Night Bus, Ben Roe's Quiet Hours and Carl Poe's The Long Road.",
    ],
)
def test_each_film_of_a_list_is_its_own_makers(text: str) -> None:
    assert pairs(text, "director") == {
        ("Night Bus", "Ada Doe"),
        ("Quiet Hours", "Ben Roe"),
        ("The Long Road", "Carl Poe"),
    }


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        (
            "Spanish director Juan Doe and his Uruguayan cinematographer Pedro Lind spoke of his new film, Night Bus.",
            "Juan Doe",
        ),
        ("Ada Doe and her producer Eva Lind came with her second feature, Night Bus.", "Ada Doe"),
        ("Director Ada Doe came with her cinematographer Eva Lind to show her debut film Night Bus.", "Ada Doe"),
        ("Ada Doe and Eva Lind came with her second feature, Night Bus.", "Eva Lind"),
    ],
)
def test_what_is_hers_is_not_that_of_whom_she_brought(text: str, maker: str) -> None:
    assert pairs(text, "director") == {("Night Bus", maker)}


@pytest.mark.parametrize(
    ("text", "films"),
    [
        ("The retrospective has Ada Doe's Night Bus and Quiet Hours, which won the Golden Leopard.", {"Quiet Hours"}),
        ("Ada Doe made Night Bus and Quiet Hours (2011), which later took the Golden Leopard.", {"Quiet Hours"}),
        ("Ada Doe made Night Bus and Quiet Hours, which both won the Golden Leopard.", {"Night Bus", "Quiet Hours"}),
    ],
)
def test_what_one_of_two_films_won_the_other_did_not(text: str, films: set[str]) -> None:
    assert {film for film, _ in pairs(text, "won")} == films


@pytest.mark.parametrize(
    "text",
    [
        "Night Bus is an adaptation of the novel by Eva Lind of the same name.",
        "Night Bus is based on Eva Lind's novel of the same name.",
        "Night Bus is an adaptation of the Weimar-era novel by Eva Lind of the same name.",
    ],
)
def test_a_novel_of_the_same_name_is_called_as_the_film_is(text: str) -> None:
    assert pairs(text, "based_on") == {("Night Bus", "Night Bus")}
    assert pairs(text, "author_of") == {("Eva Lind", "Night Bus")}


def test_a_winner_known_for_films_did_not_win_with_all_of_them() -> None:
    assert {who for who, _ in pairs("Ben Roe, Oscar winner known for Night Bus and Quiet Hours, came.", "won")} == {
        "Ben Roe"
    }


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The Oak Town Film Festival (OTFF) is over. Night Bus premiered at OTFF.", ("Night Bus", _OAK)),
        ("OTFF is back. Night Bus premiered at the Oak Town Film Festival (OTFF).", ("Night Bus", _OAK)),
        ("Night Bus premiered at the Oak Town Film Festival and Awards (OTFFA).", ("Night Bus", _OAK)),
        ("Night Bus premiered at OTFF.", ("Night Bus", "OTFF")),
    ],
)  # fmt: skip
def test_the_letters_of_a_festival_are_the_festival_and_no_film(text: str, claim: tuple[str, str]) -> None:
    assert pairs(text, "premiered_at") == {claim}
    assert {entity.label for entity in extraction_of(text).entities if entity.type.value == "Film"} == {"Night Bus"}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Doe, Artistic Director of the Oslo Film Festival, spoke.",
        "Ada Doe, Program Director of the Oslo Film Festival, spoke.",
        "We met Ada Doe, Oslo Film Festival head of programming.",
        "It moves to tears (Ada Doe, Oslo Film Festival programmer).",
        "Ada Doe is a programme director who joined the Oslo Film Festival in 2008.",
    ],
)
def test_an_office_at_a_festival_is_no_film(text: str) -> None:
    assert pairs(text, "festival_role") == {("Ada Doe", "Oslo Film Festival")}
    assert not pairs(text, "director")


def test_a_director_of_photography_is_no_director_and_no_title() -> None:
    assert pairs("Director of Photography Ada Doe shot Night Bus.", "cinematographer") == {("Night Bus", "Ada Doe")}
    prize = "Best Director of Photography went to Ada Doe for Night Bus."
    assert pairs(prize, "won") == {
        ("Night Bus", "Best Director of Photography"),
        ("Ada Doe", "Best Director of Photography"),
    }
    assert pairs(prize, "cinematographer") == {("Night Bus", "Ada Doe")}
    assert not pairs(prize, "director")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Night Bus was shot by Ada Doe ASC.", {"Ada Doe"}),
        ("Night Bus was shot by Ada Doe, BSC, and edited by Ben Roe, ACE.", {"Ada Doe", "Ben Roe"}),
        ("The cinematographer Ada Doe, AFC, and the editor Ben Roe speak about Night Bus.", {"Ada Doe", "Ben Roe"}),
    ],
)
def test_the_letters_of_a_society_belong_to_no_name(text: str, people: set[str]) -> None:
    assert {e.label for e in extraction_of(text).entities if e.type.value in ("Person", "Organization")} == people


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Night Bus was shown in the Guest Films category of the 9th Oslo Film Festival.", "Guest Films"),
        ("Night Bus competed in the Quiet Rivers strand of the Oslo Film Festival.", "Quiet Rivers"),
        ("Night Bus was shown in the New Talents sidebar at the Oslo Film Festival.", "New Talents"),
    ],
)
def test_a_section_is_told_by_the_word_after_it(text: str, section: str) -> None:
    assert pairs(text, "section_of") == {(section, "Oslo Film Festival")}
    assert pairs(text, "screened_at") == {("Night Bus", "Oslo Film Festival")}


def test_a_podcast_and_a_plague_are_no_films() -> None:
    text = "Reel Town is a film podcast hosted by director Ben Roe. COVID-19 began it.\n\nReel Town with Ben Roe."
    assert not {e.label for e in extraction_of(text).entities if e.type.value == "Film"}


@pytest.mark.parametrize(
    "text",
    [
        "Ada Doe, director of the Eva Lind-starrer indie film Night Bus, spoke.",
        "Ada Doe's Eva Lind-starring drama Night Bus opened in May.",
        "The jury liked Ada Doe's Eva Lind-led film Night Bus.",
    ],
)
def test_whose_starrer_a_film_is_plays_in_it(text: str) -> None:
    assert pairs(text, "cast_member") == {("Night Bus", "Eva Lind")}
    assert pairs(text, "director") == {("Night Bus", "Ada Doe")}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Cinematographer Ada Doe talks about her latest film “Night Bus”.", "cinematographer"),
        ("We talk to the editor Ada Doe about her new film “Night Bus”.", "editor"),
        ("Composer Ada Doe discusses her second feature “Night Bus”.", "composer"),
        ("Actress Ada Doe tells us about her new film “Night Bus”.", "cast_member"),
        ("Actress Ada Doe tells us about her directorial debut “Night Bus”.", "director"),
        ("Director Ada Doe tells us about her new film “Night Bus”.", "director"),
        ("Ada Doe tells us about her new film “Night Bus”.", "director"),
    ],
)
def test_a_new_film_of_somebody_is_theirs_by_their_craft(text: str, relation: str) -> None:
    crafts = ("director", "cinematographer", "editor", "composer", "cast_member")
    assert {craft for craft in crafts if pairs(text, craft)} == {relation}


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("She met Eva Lind and Ada Doe (director of “Night Bus”).", "director", {("Night Bus", "Ada Doe")}),
        ("E12 • ADA DOE, dir. of ‘Night Bus’ at Locarno", "director", {("Night Bus", "Ada Doe")}),
        ("“Night Bus”, the latest work by Ada Doe, is long.", "director", {("Night Bus", "Ada Doe")}),
        ("“Night Bus”, by Ada Doe, for the Gazette", "director", set()),
        ("Night Bus is Ada Doe's first venture into feature films.", "director", set()),
        (
            "“Night Bus” was shot across Mexico & Canada.",
            "filming_location",
            {("Night Bus", "Mexico"), ("Night Bus", "Canada")},
        ),
        (
            "“Night Bus” is a drama. Its cast features Gus Doe, Eva Lind and actor Al Roe (Tom in “Cold Hill”).",
            "cast_member",
            {("Night Bus", "Gus Doe"), ("Night Bus", "Eva Lind"), ("Night Bus", "Al Roe"), ("Cold Hill", "Al Roe")},
        ),
        (
            "“Cold Hill” is a drama by Ada Doe. The lead is Ben Roe, Oscar winner in 2009 for “Night Bus”. The film, "
            "competing for Best First Feature, is short.",
            "nominated_for",
            {("Cold Hill", "Best First Feature")},
        ),
    ],
)  # fmt: skip
def test_credits_of_introductions(text: str, relation: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(text, relation) == expected


_BUS = "Night Bus"


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        (
            "We met directors Ada Doe and Eva Lind and producer Ben Roe to chat about their film “Night Bus”.",
            "director",
            {(_BUS, "Ada Doe"), (_BUS, "Eva Lind")},
        ),
        (
            "We talk to director Ada Doe, cinematographer Eva Lind and editor Carl Poe about the film “Night Bus”.",
            "cinematographer",
            {(_BUS, "Eva Lind")},
        ),
        ("We spoke to director Ada Doe and critic Ben Roe about the film “Night Bus”.", "director", set()),
        ("We spoke to directors Ada Doe and Eva Lind about their early films and “Night Bus”.", "director", set()),
        ("Ada Doe arrives at Sundance with Ben Roe's psychodrama, “Night Bus”.", "director", {(_BUS, "Ben Roe")}),
        (
            "“Night Bus” is a short. It is a co-pro between Oak Films (Portugal), Tall Tree Films (Canada) and "
            "Les Sabots (France).",
            "production_company",
            {(_BUS, "Oak Films"), (_BUS, "Tall Tree Films"), (_BUS, "Les Sabots")},
        ),
        (
            "“Night Bus” is a drama. Ben Roe stars alongside Eva Lind.",
            "cast_member",
            {(_BUS, "Ben Roe"), (_BUS, "Eva Lind")},
        ),
        ("Ada Doe is the founder and CEO of Tall Tree Films.", "founded", {("Ada Doe", "Tall Tree Films")}),
        ("“Night Bus” is a thriller. A youth named Tom (Ben Roe) hijacks a bus.", "cast_member", {(_BUS, "Ben Roe")}),
        (
            "The Oslo Film Festival begins. The opening film, “Night Bus” by Ada Doe, is long.",
            "screened_at",
            {(_BUS, "Oslo Film Festival")},
        ),
    ],
)
def test_introductions_tell_who_made_what(text: str, relation: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(text, relation) == expected


def test_the_line_above_an_entry_names_its_film() -> None:
    text = (
        "Conversations of the week\n\nAda Doe on the stressful shooting of “Low Tide”\n\nAda Doe answered questions "
        "after the screening of her film, “Low Tide”.\n\nBen Roe talks about his work on Viggo Poe's “Night Bus”\n\n"
        "For his second film, Viggo Poe tells a love story. He stars alongside Eva Lind.\n\n"
    )
    assert pairs(text, "cast_member") == {("Night Bus", "Viggo Poe"), ("Night Bus", "Eva Lind")}


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        ("Interview: Ada Doe, Programming director, Norway's Locarno Film Festival", "festival_role", "Ada Doe"),
        ("The Morelia Film Festival began with festival head Eva Lind.", "festival_role", "Eva Lind"),
        ("He met the best director winner at Venice, Piotr Lind.", "won", "Piotr Lind"),
    ],
)
def test_who_is_what_before_or_after_the_name(text: str, relation: str, expected: str) -> None:
    assert {who for who, _ in pairs(text, relation)} == {expected}


def test_a_nation_before_a_trade_is_no_title() -> None:
    assert not {
        e.label for e in extraction_of("[The French actor Louis Doe] came.").entities if e.type.value == "Film"
    }


def test_an_oscar_submission_is_nobody() -> None:
    text = "Ada Doe, dir. of ‘Night Bus’ - Norway's '25 Oscar Submission\n\n“Night Bus” is a 2025 Oscar submission."
    assert {e.label for e in extraction_of(text).entities if e.type.value == "Person"} == {"Ada Doe"}


def test_bare_questions_that_say_you_to_nobody_are_questions_where_the_answers_say_i() -> None:
    text = (
        "Interview: Ada Doe on “Night Bus”\n\nAda Doe's third film is “Night Bus”.\n\nHow did it start?\n\n"
        "I wrote a page in 2018.\n\nYou worked with Cora Lind again.\n\nYes. We prepared for six months.\n\n"
        "What was film school like?\n\nI studied at the Łódź Film School. Ben Roe was my teacher.\n\n"
        "And the actors?\n\nI found them in the street.\n"
    )
    assert ("Ada Doe", "student_of", "Ben Roe", "asserted") in said(text)
    plain = text.replace("I wrote", "Doe wrote").replace("I studied", "Doe studied").replace("I found", "Doe found")
    assert not any(relation == "student_of" for _, relation, _, _ in said(plain))


_NAMED_ONCE = """INTERVIEW
Ilse Brann • Director of Salt, Gone Again
by Max Poe

We spoke to Ilse Brann on a terrace in Oslo.

Poe: Your debut, Winter Ledger, was a chamber piece. What happened?
Ilse Brann: I was bored of kitchens! I think I was hiding there.

It is a strange hybrid. Would you call it a documentary?
No. I wrote it with Ben Roe, who is a poet.

{asked}
{said}

Where did you sleep?
On the boat. I liked that.

And what did your mother say?
She laughed. I laughed, too.
"""


def test_names_stand_at_the_first_turns_only() -> None:
    text = _NAMED_ONCE.format(asked="There were rumours of a series.", said="I left it in March.")
    blocks = extraction_of(text).document.blocks
    turns = [(b.kind.value, text[b.start : b.end][:12]) for b in blocks if b.kind.value in ("question", "answer")]
    assert turns == [
        ("question", "Your debut, "),
        ("answer", "I was bored "),
        ("question", "It is a stra"),
        ("answer", "No. I wrote "),
        ("question", "There were r"),
        ("answer", "I left it in"),
        ("question", "Where did yo"),
        ("answer", "On the boat."),
        ("question", "And what did"),
        ("answer", "She laughed."),
    ]


def test_a_talk_is_about_the_film_of_the_line_over_it() -> None:
    text = _NAMED_ONCE.format(asked="You look tired.", said="I am.")
    assert ("Salt, Gone Again", "Ben Roe") in pairs(text, "screenwriter")
    assert ("Salt, Gone Again", "Ilse Brann") in pairs(text, "director")
    assert "Winter Ledger" not in {film for film, _ in pairs(text, "screenwriter")}


@pytest.mark.parametrize(
    "head",
    ["Ilse Brann • Director of the Oslo Film Festival", "Ilse Brann • Director of Photography"],
)
def test_a_line_over_a_talk_may_name_no_film(head: str) -> None:
    talk = _NAMED_ONCE.format(asked="You look tired.", said="I am.")
    text = talk.replace("Ilse Brann • Director of Salt, Gone Again", head)
    assert not {film for film, _ in pairs(text, "director")} - {"Winter Ledger"}


def test_paragraphs_behind_an_interview_are_no_turns() -> None:
    turns = "Poe: Where was it?\nIlse Brann: In Oslo.\n\n"
    text = turns + "The film opens in May.\n\nIs it long? Yes, it is.\n\nIt is on show in Rome."
    kinds = [b.kind.value for b in extraction_of(text).document.blocks]
    assert kinds.count("question") == 1
