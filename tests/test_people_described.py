"""What a sentence says does not hang on how its people are described or joined.

The examples of the patterns are changed so that their meaning stays; what is lost and what is new has a ceiling that
only falls.
"""

from __future__ import annotations

import re

import pytest

from extracted import pairs, said
from varied import AFTER, Change, claims, examples, unordered

WOMEN = ("Ada", "Jane", "Dina", "Cora", "Eva")
NAME = r"(?:Ada Doe|Ben Roe|Jane Roe|Carl Poe|Dina Poe|Cora Lind|Max Poe|Eva Hart|Jane Poe)"
WORDS = ("which", "that", "by", "with", "and", "for", "to", "from", "while", "where", "were", "of", "is", "was", "when")
BEFORE = "|".join(["^", "(?<=”, )", "(?<=stars )", "(?<=starring )", *(f"(?<= {word} )" for word in WORDS)])
SOMEBODY = re.compile(rf"(?:{BEFORE})(?P<name>{NAME})\b(?! and [A-Z]| are| were|, [A-Z]\w+ [A-Z])")
NOT_YET_TOLD = r"(?!'s|, (?:an?|the|who|whose|his|her|born|aged|[A-Z])| \(| of | from | and [A-Z]| & )(?=[ .,;:])"
ALONE = re.compile(rf"(?:{BEFORE})(?P<name>{NAME})\b{NOT_YET_TOLD}")
TWO = re.compile(rf"({NAME}) and ({NAME})")
OF_THE_CHANGE = {"occupation", "nationality", "won", "birth_place", "residence", "partner_of", "collaborated_with"}
ADDED = {"Sid Lowe", "Riga", "Latvia", "Salt Road"}


def before(words: str, man: str = "") -> Change:
    """The sentence with words before the first of its people."""

    def change(sentence: str) -> str:
        match = SOMEBODY.search(sentence)
        if match is None:
            return sentence
        said_so = words if match["name"].split()[0] in WOMEN or not man else man
        said_so = said_so if match.start() else said_so[0].upper() + said_so[1:]
        return f"{sentence[: match.start()]}{said_so} {sentence[match.start() :]}"

    return change


def behind(words: str, man: str = "") -> Change:
    """The sentence with words behind one of its people."""

    def change(sentence: str) -> str:
        match = ALONE.search(sentence)
        if match is None:
            return sentence
        said_so = words if match["name"].split()[0] in WOMEN or not man else man
        rest = sentence[match.end() :]
        return sentence[: match.end()] + (said_so[:-1] if said_so[-1] == "," and rest[0] in ".,;:" else said_so) + rest

    return change


def both(words: str) -> Change:
    return lambda sentence: TWO.sub(lambda match: words.format(match[1], match[2]), sentence)


CHANGES: list[tuple[str, Change, float, float]] = [
    # what is changed, how, the ceilings of what is lost and of what is new
    ("alumna", before("alumna", "alumnus"), 0.01, 0.01),
    ("fellow alumna", before("fellow alumna", "fellow alumnus"), 0.03, 0.02),
    ("newcomer", before("newcomer"), 0.01, 0.01),
    ("veteran", before("veteran"), 0.01, 0.01),
    ("compatriot", before("compatriot"), 0.01, 0.01),
    ("first-timer", before("first-timer"), 0.01, 0.01),
    ("legend", before("legend"), 0.01, 0.01),
    ("the late, great", before("the late, great"), 0.01, 0.01),
    ("the much-loved", before("the much-loved"), 0.01, 0.01),
    ("screen icon", before("screen icon"), 0.01, 0.01),
    ("novelist", before("novelist"), 0.01, 0.01),
    ("former critic", before("former critic"), 0.02, 0.02),
    ("lawyer-turned-novelist", before("lawyer-turned-novelist"), 0.02, 0.02),
    ("an Oscar winner", before("two-time Oscar winner"), 0.07, 0.03),
    ("a brother", before("his sister", "his brother"), 0.03, 0.02),
    ("a colleague", before("colleague"), 0.01, 0.01),
    ("a master of a nation", before("the Lithuanian master"), 0.02, 0.01),
    ("the young", before("the young"), 0.02, 0.01),
    ("of a country", behind(" of Latvia"), 0.02, 0.02),
    ("from a city", behind(" from Riga"), 0.02, 0.02),
    ("an age in parentheses", behind(" (32)"), 0.04, 0.01),
    ("a film in parentheses", behind(" (“Salt Road”)"), 0.05, 0.01),
    ("known by a film", behind(" (of “Salt Road” fame)"), 0.05, 0.01),
    ("one of the best", behind(", one of the best-known figures of the country,"), 0.06, 0.02),
    ("herself", behind(", herself a keen swimmer,", ", himself a keen swimmer,"), 0.07, 0.04),
    ("together with somebody", behind(" together with Sid Lowe"), 0.02, 0.02),
    ("and somebody", behind(" and Sid Lowe"), 0.04, 0.02),
    ("and the team", behind(" and her team", " and his team"), 0.02, 0.02),
    ("two with a stroke", both("{0}/{1}"), 0.05, 0.03),
    ("two with “&”", both("{0} & {1}"), 0.05, 0.03),
    ("the duo", both("the duo {0} and {1}"), 0.05, 0.03),
    ("each described", both("veteran {0} and newcomer {1}"), 0.05, 0.03),
    ("and a fellow", both("{0} and fellow alumnus {1}"), 0.05, 0.05),
    ("and a brother", both("{0} and her brother {1}"), 0.05, 0.05),
]


@pytest.mark.parametrize(
    ("change", "most_lost", "most_new"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES]
)
def test_what_is_said_stays(change: Change, most_lost: float, most_new: float) -> None:
    told, lost, new = 0, [], []
    for sentence in examples():
        changed = change(sentence)
        if changed == sentence or not claims(sentence):
            continue
        was, now = unordered(claims(sentence)), unordered(claims(changed))
        told += len(was)
        lost += [(changed, each) for each in was - now]
        new += [(changed, each) for each in now - was if each[1] not in OF_THE_CHANGE and not ADDED & set(each)]
    assert told > 20, "too few examples take this change"
    assert len(lost) <= most_lost * told, f"{len(lost) / told:.3f} lost: {lost[:4]}"
    assert len(new) <= most_new * told, f"{len(new) / told:.3f} new: {new[:4]}"


DIRECTED = [
    ("“Night Bus”, which alumna Ada Doe directed and alumnus Ben Roe shot, opens in May.", {"Ada Doe"}),
    ("Newcomer Ada Doe and her brother Ben Roe directed “Night Bus”.", {"Ada Doe", "Ben Roe"}),
    ("“Night Bus” was directed by Cannes regular Ada Doe.", {"Ada Doe"}),
    ("“Night Bus” was directed by the siblings Ada Doe/Ben Roe.", {"Ada Doe", "Ben Roe"}),
    ("Ada Doe & Ben Roe directed “Night Bus”.", {"Ada Doe", "Ben Roe"}),
    ("Ada Doe and two-time Oscar winner Ben Roe directed “Night Bus”.", {"Ada Doe", "Ben Roe"}),
    ("Ada Doe of Latvia directed “Night Bus”.", {"Ada Doe"}),
    ("Ada Doe and her team saw the film “Night Bus” again.", set()),
    ("Ada Doe's brother saw the film “Night Bus” again.", set()),
    ("Ada Doe's brother Ben Roe directed “Night Bus”.", {"Ben Roe"}),
]


@pytest.mark.parametrize(("sentence", "directors"), DIRECTED, ids=[row[0] for row in DIRECTED])
def test_who_directed_it(sentence: str, directors: set[str]) -> None:
    assert {maker for film, maker in pairs(sentence, "director") if film == "Night Bus"} == directors


@pytest.mark.parametrize("title", ["Veteran", "Newcomer", "Legend of the Salt", "The Great Harbour"])
def test_a_title_that_begins_as_a_description_is_one(title: str) -> None:
    assert pairs(f"{title} (2015) was directed by Ada Doe.", "director") == {(title, "Ada Doe")}


def test_who_is_played_is_no_player() -> None:
    text = "“Night Bus” is a drama. Ada Doe plays the mother, Ben Roe her husband."
    assert {maker for _, maker in pairs(text, "cast_member")} >= {"Ada Doe"}
    assert pairs("Ada Doe will star in “Night Bus”. It will star Ben Roe.", "cast_member") == set()


def test_whose_brother_somebody_is_made_nothing() -> None:
    assert pairs("“Night Bus” was directed by Ada Doe's brother Ben Roe.", "director") == {("Night Bus", "Ben Roe")}


def test_the_film_somebody_is_known_by_says_nothing_of_a_craft() -> None:
    for words in ("(“Salt Road”)", "(of “Salt Road” fame)"):
        text = f"“Night Bus” was produced by Ada Doe {words}."
        assert "Salt Road" not in {each[0] for each in said(text, "director") | said(text, "cast_member")}


def test_a_home_is_no_festival() -> None:
    assert not said("The jury of the Locarno Film Festival was Ada Doe, Ben Roe and Jane Roe from Riga.") & {
        ("Jane Roe", "jury_member", "Riga International Film Festival", "asserted")
    }


@pytest.mark.parametrize("film", ["The film", "It", "“Night Bus”", "The musical comedy “Night Bus”"])
def test_whom_a_film_stars_are_its_cast(film: str) -> None:
    text = f"“Night Bus” is a drama by Max Poe. {film} stars Ada Doe, Ben Roe, and Jane Roe." + AFTER
    assert {each[2] for each in said(text, "cast_member")} == {"Ada Doe", "Ben Roe", "Jane Roe"}
