"""Pages of short lives: a name alone over a paragraph, single names, subjects that come after their pronouns."""

from __future__ import annotations

import pytest

from extracted import pairs


@pytest.mark.parametrize(
    "life",
    [
        'A graduate of FAMU, Tavish is a recipient of a grant. His debut film "Night Bus" was praised.',
        'Tavish Ondrell is a Danish film director. His debut film "Night Bus" was praised.',
        'Born in Oslo, Tavish Ondrell studied law. His first feature was "Night Bus".',
        'Ondrell was born in Oslo in 1970. His first feature was "Night Bus".',
        'Ondrell (born 1970, Oslo) is one of the young filmmakers of Oslo. His first feature was "Night Bus".',
        'After years in advertising, Ondrell began his career in 1999. His first feature was "Night Bus".',
    ],
)
def test_a_line_with_a_name_over_a_life_names_the_person(life: str) -> None:
    page = f'Mika Quarn\n\nMika Quarn is an editor. He lives in Oslo.\n\nTavish Ondrell\n\n{life}\n'
    assert ("Night Bus", "Tavish Ondrell") in pairs(page, "director")


def test_a_title_over_what_tells_of_a_film_is_no_person() -> None:
    page = (
        "Night Ferry\n\nNight Ferry is a drama by the director Ada Doe. It was shot in Oslo.\n\n"
        "Cold Tea\n\nBorn in Oslo, Ben Roe made Cold Tea.\n"
    )
    assert not any(name in ("Night Ferry", "Cold Tea") for _, name in pairs(page, "occupation"))
    assert ("Night Ferry", "Ada Doe") in pairs(page, "director")


def test_a_single_name_is_not_that_of_the_daughter() -> None:
    page = (
        'Tavish\n\nTavish is a director from Oslo. He married Eva; they have a daughter, Mira Tavish. '
        'His first feature was "Night Bus".\n'
    )
    assert pairs(page, "director") == {("Night Bus", "Tavish")}


def test_a_single_name_over_a_life_is_short_for_the_full_one() -> None:
    page = 'Ondrell\n\nOndrell is a director. Tavish Ondrell lives in Oslo. His first feature was "Night Bus".\n'
    assert pairs(page, "director") == {("Night Bus", "Tavish Ondrell")}


@pytest.mark.parametrize(
    "opening",
    [
        "Though little known outside her home country, Eva Moss is a star of the Danish screen.",
        "While her parents wanted a lawyer, Eva Moss dreamed of the cinema.",
        "Before she turned to directing, Eva Moss was a dancer.",
        "Born in Oslo to a family that loved her drawings, Eva Moss grew up in Rome.",
    ],
)
def test_a_pronoun_waits_for_the_subject_of_its_sentence(opening: str) -> None:
    text = f"Ada Doe is a Norwegian actress. She lives in Rome.\n\n{opening} She studied at FAMU."
    assert pairs(text, "educated_at") == {("Eva Moss", "FAMU")}


def test_a_clause_about_somebody_else_does_not_wait() -> None:
    text = "Ada Doe is a Norwegian actress. When she came to Rome, Ben Roe was there. She studied at FAMU."
    assert pairs(text, "educated_at") == {("Ada Doe", "FAMU")}
