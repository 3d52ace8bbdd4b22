"""What somebody tells of herself is what others tell of her: in answers under many layouts, and in quotations.

The examples of the patterns whose subject is a person are put into the first person (metamorphic testing, as in
``test_same_said_otherwise.py``); the shares of claims that are lost and that are new have ceilings that only fall.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from cinegraph.extract.verbs import plain_form, third_persons
from extracted import said
from varied import AFTER, BEFORE, Claims, claims, examples, unordered

MEN = ("Ben", "Carl", "Max")
SOMEBODY = re.compile(
    r"^(?P<name>(?P<first>Ada|Jane|Dina|Cora|Eva|Ben|Carl|Max) [A-Z][a-z]+) "
    r"(?P<rest>(?!(?:and|or|by|star|director) )[a-z]+ (?!of ).*\.)"
)
PLAIN = {plain_form(form): form for form in third_persons()}
PLAIN_OF = {form: plain for plain, form in PLAIN.items()} | {"is": "am", "has": "have", "does": "do"}

Told = Callable[[str, str], str]


def in_first_person(sentence: str) -> tuple[str, str] | None:
    """Who a sentence is about, and what that person would say."""
    match = SOMEBODY.fullmatch(sentence)
    if match is None:
        return None
    name, man = match["name"], match["first"] in MEN
    verb, _, rest = match["rest"].replace(f"{name}'s", "my").replace(name, "I").partition(" ")
    he, his, him, self_ = ("he", "his", "him", "himself") if man else ("she", "her", "her", "herself")
    rest = re.sub(rf"\b{self_}\b", "myself", rest)
    rest = re.sub(rf"\b(?i:{he}) (\w+)", lambda m: f"I {PLAIN_OF.get(m[1], m[1])}", rest)
    rest = re.sub(rf"\b{his}\b(?= [\w“-])(?! (?:for|in|to|as|at|on|from|with|and|by|of|a|an|the)\b)", "my", rest)
    rest = re.sub(rf"\b{his.capitalize()}\b", "My", rest)
    rest = re.sub(rf"\b{him}\b", "me", rest)
    return name, f"I {PLAIN_OF.get(verb, verb)} {rest}"


def talk(title: str, turns: str) -> Told:
    """An interview of a title, an introduction and turns, with {name}, {last}, {initials} and {said}."""

    def told(name: str, words: str) -> str:
        first, last = name.split()
        whole = f"{title}\n\nThe house was full. {{name}} spoke to us on a rainy morning.\n\n{turns}\n"
        return whole.format(name=name, last=last, initials=first[0] + last[0], said=words)

    return told


def news(words: str) -> Told:
    """A paragraph of news with somebody's words in it."""

    def told(name: str, sentence: str) -> str:
        quoted = sentence.rstrip(".").replace("“", "‘").replace("”", "’")
        he = "he" if name.split()[0] in MEN else "she"
        return BEFORE + words.format(name=name, last=name.split()[1], he=he, said=quoted) + AFTER

    return told


LAYOUTS: list[tuple[str, Told, float, float]] = [
    # how it is told, the ceilings of what is lost and of what is new
    (
        "letters",
        talk("Interview with {name}", "Q: How was it?\n\nA: {said}\n\nQ: And now?\n\nA: I sleep a lot."),
        0.01,
        0.01,
    ),
    (
        "names",
        talk("A morning with {name}", "Gazette: How?\n\n{name}: {said}\n\nGazette: And now?\n\n{name}: I sleep."),
        0.01,
        0.01,
    ),
    (
        "initials",
        talk("Interview: {name}", "XY: How was it?\n\n{initials}: {said}\n\nXY: And now?\n\n{initials}: I sleep."),
        0.01,
        0.01,
    ),
    (
        "a surname and a dash",
        talk("Interview with {name}", "Gazette – How?\n\n{last} – {said}\n\nGazette – And now?\n\n{last} – I sleep."),
        0.01,
        0.01,
    ),
    ("dashes", talk("Interview with {name}", "– How was it?\n– {said}\n– And now?\n– I sleep a lot."), 0.01, 0.01),
    ("bold", talk("# Interview with {name}", "**How?**\n\n{said}\n\n**And now?**\n\nI sleep a lot."), 0.01, 0.01),
    (
        "bare",
        talk("{name}: 'I was never afraid'", "How?\n\n{said}\n\nAnd now?\n\nI sleep.\n\nAre you tired?\n\nI am."),
        0.01,
        0.01,
    ),
    (
        "two who answer",
        talk("Two friends", "Q: How?\n\nSid Lowe: It was cold.\n\n{name}: {said}\n\nQ: Now?\n\nSid Lowe: We rest."),
        0.02,
        0.01,
    ),
    (
        "in the middle of an answer",
        talk("Interview with {name}", "Q: How?\n\nA: It was cold, but {said} People came.\n\nQ: Now?\n\nA: I sleep."),
        0.03,
        0.01,
    ),
    ("somebody says", news("“{said},” says {name}."), 0.08, 0.02),
    ("somebody laughs", news("“{said},” {name} laughs."), 0.08, 0.02),
    ("told a paper", news("“{said},” {name} told Variety."), 0.09, 0.02),
    ("goes on", news("“It was cold in the hall,” {name} said.\n\n“{said}.”"), 0.03, 0.02),
]  # fmt: skip


def but_for_the_frame(found: Claims) -> Claims:
    return frozenset(each for each in found if each[1] not in ("publication_year", "age_at", "interviewed_by"))


@pytest.mark.parametrize(
    ("told", "most_lost", "most_new"), [row[1:] for row in LAYOUTS], ids=[row[0] for row in LAYOUTS]
)
def test_what_somebody_tells_of_herself_is_what_others_tell(told: Told, most_lost: float, most_new: float) -> None:
    count, lost, new = 0, [], []
    for sentence in examples():
        spoken = in_first_person(sentence)
        if spoken is None or not claims(sentence):
            continue
        before = unordered(claims(sentence))
        after = unordered(but_for_the_frame(frozenset(said(told(*spoken)))))
        count += len(before)
        lost += [(spoken[1], each) for each in before - after]
        new += [(spoken[1], each) for each in after - before]
    assert count > 100, "too few examples can be told by whom they are about"
    assert len(lost) <= most_lost * count, f"{len(lost) / count:.3f} lost: {lost[:6]}"
    assert len(new) <= most_new * count, f"{len(new) / count:.3f} new: {new[:6]}"


_TALK = (
    "Interview with Ada Doe\n\nThe house was full again. The {} Ada Doe spoke to us about rain.\n\n"
    "Q: {}\n\nA: {}\n\nQ: And now?\n\nA: I wait.\n"
)
_ADA, _BUS, _BEN = "Ada Doe", "Night Bus", "Ben Roe"


@pytest.mark.parametrize(
    ("trade", "question", "answer", "expected"),
    [
        ("director", "Did you study with Ben Roe?", "No, never.", (_ADA, "student_of", _BEN, "negated")),
        ("director", "Did you study at FAMU?", "No. I was a waiter.", (_ADA, "educated_at", "FAMU", "negated")),
        ("director", "Did you study with Ben Roe?", "Yes, at FAMU.", (_ADA, "educated_at", "FAMU", "asserted")),
        ("director", "Who shot “Night Bus”?", "Ben Roe did.", (_BUS, "cinematographer", _BEN, "asserted")),
        ("director", "Who wrote “Night Bus”?", "I did, with Ben Roe.", (_BUS, "screenwriter", _ADA, "asserted")),
        ("director", "Who wrote “Night Bus”?", "Ben Roe and I.", (_BUS, "screenwriter", _ADA, "asserted")),
        ("director", "Your editor on “Night Bus”?", "Ben Roe, again.", (_BUS, "editor", _BEN, "asserted")),
        ("director", "How was it?", "My teacher? Ben Roe, of course.", (_ADA, "student_of", _BEN, "asserted")),
        ("director", "How was it?", "People I steal from? Ben Roe.", (_ADA, "influenced_by", _BEN, "asserted")),
        (
            "director", "Where did “Night Bus” premiere?", "In Locarno.",
            (_BUS, "premiered_at", "Locarno Film Festival", "asserted"),
        ),
        ("director", "How was it?", "I am going to direct “Night Bus”.", (_BUS, "director", _ADA, "planned")),
        ("director", "How was it?", "I am to direct “Night Bus”.", (_BUS, "director", _ADA, "planned")),
        ("director", "How was it?", "I teach at FAMU.", (_ADA, "taught_at", "FAMU", "asserted")),
        (
            "cinematographer", "How did you come to “Night Bus”?", "Ben Roe called.",
            (_BUS, "cinematographer", _ADA, "asserted"),
        ),
        ("editor", "Tell us about “Night Bus”.", "I did “Night Bus” in Oslo.", (_BUS, "editor", _ADA, "asserted")),
        (
            "actress", "Tell us about “Night Bus”.", "Ben Roe gave me the part of the nurse.",
            (_BUS, "cast_member", _ADA, "asserted"),
        ),
        (
            "actress", "Tell us about “Night Bus”.", "I made “Night Bus” at twenty.",
            (_BUS, "cast_member", _ADA, "asserted"),
        ),
    ],
)  # fmt: skip
def test_question_and_answer_say_it_together(
    trade: str, question: str, answer: str, expected: tuple[str, str, str, str]
) -> None:
    assert expected in said(_TALK.format(trade, question, answer))


@pytest.mark.parametrize(
    ("question", "answer", "relation"),
    [
        ("Did you direct “Night Bus” alone?", "No.", "director"),
        ("Did you always study at FAMU?", "No.", "educated_at"),
        ("Who is your audience?", "I am, with Ben Roe.", "influenced_by"),
        ("Who taught Ben Roe?", "Nobody did.", "student_of"),
        ("How was it?", "Ben Roe said: “I studied at FAMU”, and left.", "student_of"),
        ("Did you go to FAMU?", "I went to FAMU to give a lecture.", "educated_at"),
    ],
)
def test_what_is_not_said_is_not_claimed(question: str, answer: str, relation: str) -> None:
    found = said(_TALK.format("director", question, answer), relation)
    assert not {each for each in found if each[0] in (_ADA, _BUS)}
