"""Who works behind the camera: on an article's only film, on both films spoken of, and with whom a film is made."""

from __future__ import annotations

import pytest

from extracted import Said, pairs, said

_CREW = (("cinematographer", "Ben Roe"), ("editor", "Cora Lind"), ("composer", "Dan Vale"))
_DRAMA = "*Night Bus* is a drama about a harbour. It opened in May.\n\n"


@pytest.mark.parametrize(
    ("text", "relation", "people"),
    [
        ("Editor Ada Doe, on the other hand, could have lost ten minutes.", "editor", {"Ada Doe"}),
        ("It was time to hear from the film's composer, Ada Doe, who was in high spirits.", "composer", {"Ada Doe"}),
        ("Writer and director Ada Doe has been lucky in this house.", "director", {"Ada Doe"}),
        ("Ada Doe (script) and Ben Roe (direction) met in Oslo.", "screenwriter", {"Ada Doe"}),
        ("Ada Doe (script) and Ben Roe (direction) met in Oslo.", "director", {"Ben Roe"}),
        ("Producers Ada Doe and Ben Roe were all smiles.", "producer", {"Ada Doe", "Ben Roe"}),
        ("Among those who danced was an editor, Ada Doe.", "editor", set()),
        ("Everybody compares it to the work of cinematographer Ada Doe.", "cinematographer", set()),
        ("The jury was chaired by producer Ada Doe.", "producer", set()),
        ("Her husband, the composer Ada Doe, was asleep.", "composer", set()),
    ],
)
def test_whom_an_article_of_one_film_calls_by_a_trade(text: str, relation: str, people: set[str]) -> None:
    assert pairs(_DRAMA + text, relation) == {("Night Bus", person) for person in people}


def test_somebody_named_before_the_only_film_is_of_its_crew() -> None:
    text = "Costume designer Ada Doe had sewn all night. In the morning the shooting of *Night Bus* began in Riga."
    assert ("Ada Doe", "worked_on", "Night Bus", "asserted") in said(text)


def test_an_article_of_two_films_gives_the_crew_of_neither() -> None:
    assert not pairs(_DRAMA + "*Cold Tea* is a comedy. Editor Ada Doe was in high spirits.", "editor")


def test_who_is_said_to_have_made_it_goes_first() -> None:
    text = _DRAMA + "It was edited by Ben Roe. Editor Ada Doe was in high spirits."
    assert pairs(text, "editor") == {("Night Bus", "Ben Roe")}


@pytest.mark.parametrize(
    "words",
    ["Both were shot by Cora Lind", "Both films were shot by Cora Lind", "Both of them were photographed by Cora Lind"],
)
def test_both_are_the_two_films_of_the_sentence_before(words: str) -> None:
    text = f"Ada Doe made *Night Bus* and *Cold Tea* in the same year. {words}."
    assert pairs(text, "cinematographer") == {("Night Bus", "Cora Lind"), ("Cold Tea", "Cora Lind")}


def test_both_are_no_films_where_three_are_named() -> None:
    text = "Ada Doe made *Night Bus*, *Cold Tea* and *Salt Road*. Both were shot by Cora Lind."
    assert len(pairs(text, "cinematographer")) < 2


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Ada Doe's Salt, lensed by Ben Roe, won Best Director at the Cannes Film Festival. "
            "Doe wrote it with Cora Lind.",
            {
                ("Salt", "director", "Ada Doe"),
                ("Salt", "cinematographer", "Ben Roe"),
                ("Salt", "screenwriter", "Cora Lind"),
            },
        ),
        (
            "Ada Doe shot “Night Bus” with cinematographer Ben Roe in the winter of 2018.",
            {("Night Bus", "director", "Ada Doe"), ("Night Bus", "cinematographer", "Ben Roe")},
        ),
        (
            "Key crew on “Night Bus” include cinematographer Ben Roe, editor Cora Lind and composer Dan Vale.",
            {("Night Bus", craft, who) for craft, who in _CREW},
        ),
        (
            "The team of “Night Bus” also includes Ben Roe (camera work), Cora Lind (editing) and Dan Vale (music).",
            {("Night Bus", craft, who) for craft, who in _CREW},
        ),
        (
            "Through her company Lamp Films, Ada Doe produced “Night Bus”.",
            {("Night Bus", "producer", "Ada Doe"), ("Night Bus", "production_company", "Lamp Films")},
        ),
        (
            "*Night Bus* is a drama by Ada Doe. Ben Roe's production design is a delight.",
            {("Night Bus", "director", "Ada Doe"), ("Ben Roe", "worked_on", "Night Bus")},
        ),
    ],
)
def test_crews_in_one_sentence(text: str, claims: set[tuple[str, str, str]]) -> None:
    assert claims <= {claim[:3] for claim in said(text) if claim[3] == "asserted"}


def _films(claims: set[Said]) -> set[str]:
    return {subject for subject, *_ in claims}


def test_what_a_caption_begins_with_is_no_film() -> None:
    text = "*Above, left:* Director Ada Doe with **Night Bus** posters.\n\n*Below:* Producer Ben Roe at the reading."
    assert not {"Above, left:", "Below:"} & _films(said(text))


def test_a_town_before_a_trade_is_no_film() -> None:
    text = "*Night Bus* is the debut feature of Hobart director Ada Doe, who lives on a boat."
    assert _films(said(text, "director")) <= {"Night Bus"}


def test_who_cut_her_first_feature_is_its_editor() -> None:
    text = "Ada Doe cut her first feature, *Night Bus*, at 23."
    assert pairs(text, "editor") == {("Night Bus", "Ada Doe")}
    assert not pairs(text, "director")


def test_a_set_is_no_plan() -> None:
    text = "The actor Ada Doe walked off the set of “Night Bus” and never came back."
    assert said(text, "left_project") == {("Ada Doe", "left_project", "Night Bus", "asserted")}
