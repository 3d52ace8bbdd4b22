# ruff: noqa: E501 (paragraphs of pages stay whole)
"""Articles in parts, of which each is about one film: reviews in brief, talks under one headline, news under headings, months of a blog."""

from __future__ import annotations

import pytest

from extracted import pairs, said, stated

CAPSULES = """Lindvik Film Festival 2014: Short takes on the first week

The Lindvik Film Festival runs from Thursday to October 11. Here is what our reviewers made of some of the features.

A Ferry for Mr. Tollund (Norway/Latvia)
It takes nerve to build a comedy around a broken pump. Writer-director Ada Tollen throws everything at the screen: rain, eclipses, a horse, and then the rain again until nobody can hear it any more.
Ringen, September 27 (6:45 p.m.)
> Per Lund

The Porter's Lantern (Portugal)
Newcomer Ivo Sarn plays the porter who swears that it rains only on him. It has since picked up the critics' prize in Gijón and been bought by nobody at all, which is a pity in a year such as this one.
Ringen, September 29 (9 p.m.)
> PL

Salt and Wire (Iceland, 2013)
Not much happens for two hours in this tale of two brothers and a tree. The camera of Runa Halvors saves it every time, and it was produced by Lina Sandvik, who knows the north better than the weather does.
Ringen, September 30 (7 p.m.)
> PL
"""


def test_reviews_in_brief_are_each_about_the_film_over_them() -> None:
    assert pairs(CAPSULES, "director") == {("A Ferry for Mr. Tollund", "Ada Tollen")}
    assert pairs(CAPSULES, "cast_member") == {("The Porter's Lantern", "Ivo Sarn")}
    assert pairs(CAPSULES, "cinematographer") == {("Salt and Wire", "Runa Halvors")}
    assert pairs(CAPSULES, "producer") == {("Salt and Wire", "Lina Sandvik")}
    assert {film for film, _ in pairs(CAPSULES, "won")} == {"The Porter's Lantern"}
    assert pairs(CAPSULES, "country") == {
        ("A Ferry for Mr. Tollund", "Norway"), ("A Ferry for Mr. Tollund", "Latvia"), ("The Porter's Lantern", "Portugal"), ("Salt and Wire", "Iceland")
    }  # fmt: skip


def test_their_films_are_shown_at_the_festival_on_which_the_article_reports() -> None:
    shown = {film for film, festival in pairs(CAPSULES, "screened_at") if festival == "Lindvik Film Festival"}
    assert shown == {"A Ferry for Mr. Tollund", "The Porter's Lantern", "Salt and Wire"}


def test_names_with_countries_over_lives_are_no_films() -> None:
    jury = CAPSULES.replace("A Ferry for Mr. Tollund", "Ada Tollund").replace("The Porter's Lantern", "Ivo Lantern").replace("Salt and Wire (Iceland, 2013)", "Nora Wire (Iceland)")
    assert not {subject for subject, _ in pairs(jury, "country")} & {"Ada Tollund", "Ivo Lantern", "Nora Wire"}


def test_companies_with_countries_over_what_they_do_are_no_films() -> None:
    firms = CAPSULES.replace("A Ferry for Mr. Tollund", "Tollund Films").replace("The Porter's Lantern", "Lantern Pictures").replace("Salt and Wire (Iceland, 2013)", "Wire Productions (Iceland)")
    assert pairs(firms, "country") == set()


ENTRIES = """Oscar Race: Norway Selects ‘Carnival of Ash,’ Latvia Goes With ‘The Potter’s Sister’

The Norwegian film committee has chosen Ada Tollen’s “Carnival of Ash” as its candidate for the international feature film category of the Academy Awards.

The drama turns on a brass band player who walks across the flats to return a borrowed tuba. Lukkin Films reps world sales.

Latvia: ‘The Potter’s Sister’

Latvia has submitted Ivo Sarn’s “The Potter’s Sister,” a black comedy starring Lina Sandvik as a woman who inherits 40 hives, two brothers and a debt that nobody remembers.

{note}

Iceland: ‘Sixteen Ropes’

Iceland will be represented by Runa Halvors’ documentary “Sixteen Ropes,” which follows three rope-makers from the western islands over five long winters without any light.
"""


def test_what_stands_over_the_headings_is_not_about_their_films() -> None:
    assert ("The Potter's Sister", "Lukkin Films") not in pairs(ENTRIES.format(note=""), "distributor")


@pytest.mark.parametrize(
    ("note", "fact"),
    [
        ("Nora Quill edited the film.", ("potters sister", "editor", "nora quill")),
        ("It premiered in Locarno in August.", ("potters sister", "premiered_at", "festival/locarno-film-festival")),
    ],
)
def test_what_stands_under_a_heading_is_about_its_film(note: str, fact: tuple[str, str, str]) -> None:
    assert fact in stated(ENTRIES.format(note=note), "article.txt")


TALKS = """Three Northern Directors to Know at This Year’s Lindvik Film Festival

By Per Lund | 3 years ago

We asked three filmmakers from the region the same handful of questions. Answers have been condensed.

Ada Tollen, Director of ‘The Broken Pump’

Where are you from?
Bergen. I live in Riga.

What is your film about?
A pump that doesn’t exist. It’s a documentary, and my cousin Ivo Sarn was the DP.

Runa Halvors, Director of ‘Salt’

Did you study film?
I went to FAMU, in the editing department, and I still cut for other people.

What is your film about?
It’s a short about two brothers. Lina Sandvik shot it and Nora Quill plays the widow.

Tom Sandvik & Per Quill, Directors of ‘The Ugly Ones’

What is the film about?
Two dentists. He wrote it and I corrected the spelling.
"""


def test_talks_under_one_headline_are_each_with_whom_their_line_names() -> None:
    assert pairs(TALKS, "director") == {
        ("The Broken Pump", "Ada Tollen"), ("Salt", "Runa Halvors"), ("The Ugly Ones", "Tom Sandvik"), ("The Ugly Ones", "Per Quill")
    }  # fmt: skip
    assert pairs(TALKS, "cinematographer") == {("The Broken Pump", "Ivo Sarn"), ("Salt", "Lina Sandvik")}
    assert pairs(TALKS, "cast_member") == {("Salt", "Nora Quill")}
    assert {person for person, _ in pairs(TALKS, "educated_at")} == {"Runa Halvors"}


def test_a_page_of_guests_under_their_films_is_about_the_guests() -> None:
    page = (
        "GUESTS OF 2014\n\nThe Broken Pump\n\nADA TOLLEN (director) comes from Bergen, from a small farm by the fjord, and went to Riga to study biology, which she left after a year to make films about machines.\n\n"
        "Salt and Wire\n\nRUNA HALVORS (director) comes from Akureyri, and studied law. Lucky Days, the new film, is to premiere in 2015 at the Locarno Film Festival, where she has been a guest every summer since she was a child.\n"
    )
    assert not {film for film, _, _, _ in said(page, "premiered_at")} & {"The Broken Pump", "Salt and Wire"}


BLOG = """THE NIGHT HERON

Friday, 28 February 2014

Harvest Ledger (2013) - 118 min

Country: Nepal
Director: Ada Tollen
Cast: Ivo Sarn, Lina Sandvik & Nora Quill.

A bank clerk finds out that the village she grew up in exists only on paper. Music by Per Lundvall is worth the ticket.
Verdict: Good

Wednesday, 26 February 2014

The Weight of Plums (2012) - 87 min

Country: Tunisia, France
Director: Runa Halvors & Tom Sandvik
Cast: Per Quill.

Two brothers, one tree.
Verdict: Great
"""


def test_credits_that_begin_with_the_country_have_their_title_above() -> None:
    assert pairs(BLOG, "director") == {("Harvest Ledger", "Ada Tollen"), ("The Weight of Plums", "Runa Halvors"), ("The Weight of Plums", "Tom Sandvik")}
    assert {film for film, _ in pairs(BLOG, "country")} == {"Harvest Ledger", "The Weight of Plums"}
    assert ("Harvest Ledger", "Nora Quill") in pairs(BLOG, "cast_member")
    assert pairs(BLOG, "composer") == {("Harvest Ledger", "Per Lundvall")}


def test_a_surname_in_capitals_is_whose_it_is_and_no_half_of_a_given_name() -> None:
    news = (
        "According to the council, SEO Mi-ran’s debut feature The Tenants opened on 612 screens. In The Tenants, KWON Hye-jin plays a landlady. YANG Yoon-seo co-stars in The Tenants as her daughter.\n\n"
        "Born in Gunsan in 1988, SEO majored in film at Chung-Ang University.\n"
    )
    assert {person for person, _ in pairs(news, "educated_at")} == {"SEO Mi-ran"}


def test_a_prize_for_lifetime_achievement_is_one_prize() -> None:
    news = "At the Lindvik Film Festival, the Golden Lantern for Lifetime Achievement was received by Ada Tollen, Tom Sandvik and Lina Sandvik."
    prize = "Lindvik Film Festival Golden Lantern for Lifetime Achievement"
    assert pairs(news, "won") == {("Ada Tollen", prize), ("Tom Sandvik", prize), ("Lina Sandvik", prize)}


@pytest.mark.parametrize(
    ("sentence", "school"),
    [
        ("Ada Tollen studied at the Academy of Theatre, Film and Television in Lublin.", "Academy of Theatre, Film and Television"),
        ("Ada Tollen graduated from the Lindvik University of Drama, Film, Radio and Television in 1988.", "Lindvik University of Drama, Film, Radio and Television"),
        ("Ada Tollen graduated from the Moscow VGIK in 1962.", "Gerasimov Institute of Cinematography"),
        ("A graduate of Prague FAMU, Ada Tollen made Night Bus in 2012.", "FAMU"),
    ],
)
def test_a_school_with_its_town_and_with_all_its_arts_is_one_name(sentence: str, school: str) -> None:
    assert pairs(sentence, "educated_at") == {("Ada Tollen", school)}
    assert pairs(sentence, "student_of") == set()


def test_schools_beside_other_schools_are_not_one() -> None:
    two = "Ada Tollen studied at the Academy of Film, Lindvik, and at the Academy of Theatre in Lublin."
    assert not {school for _, school in pairs(two, "educated_at") if "Film, " in school}


@pytest.mark.parametrize(
    "sentence",
    [
        "“Night Bus” was produced by Lina Sandvik, who is the director's sister-in-law.",
        "The last one was nominated for the German Film Award for best cinematography and brought to the actress Lina Sandvik the Silver Bear in Berlin.",
    ],
)
def test_what_is_somebodys_or_somebody_elses_is_not_told(sentence: str) -> None:
    assert pairs(sentence, "director") == set()
    assert not {who for who, _ in pairs(sentence, "nominated_for")} & {"Lina Sandvik"}


def test_the_letters_before_a_festivals_name_in_quotation_marks_are_its_own() -> None:
    news = "“Night Bus” was shown at the ICFF “Manaki Brothers” in 2019. The ICFF gave it a prize."
    assert pairs(news, "screened_at") == {("Night Bus", "Manaki Brothers Film Festival")}


def test_hours_before_the_titles_of_a_days_programme_are_no_part_of_them() -> None:
    programme = (
        "LINDVIK FILM FESTIVAL 2019\n\nSaturday, 5 October\n\n19:30 Night Bus, Ada Tollen, Norway, 92'\n21:00 – The Porter's Lantern, Ivo Sarn, Portugal, 88'\n23.15 “Salt and Wire” (Director: Runa Halvors)\n"
    )
    assert pairs(programme, "director") == {("Night Bus", "Ada Tollen"), ("The Porter's Lantern", "Ivo Sarn"), ("Salt and Wire", "Runa Halvors")}
