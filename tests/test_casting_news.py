# ruff: noqa: E501 (sentences stay whole)
"""What trade news tells of who will play, and of the films in parentheses after a name."""

from __future__ import annotations

import pytest

from extracted import claim_lines, extraction_of, said


@pytest.mark.parametrize(
    ("text", "said", "unsaid"),
    [
        (
            "Jane Roe (Night Bus), Ben Poe (Grey Dogs) and Cora Lind (Winter) will star in the thriller Black Rain.",
            {
                "Night Bus | cast_member | Jane Roe",
                "Grey Dogs | cast_member | Ben Poe",
                "Winter | cast_member | Cora Lind",
                "~planned Black Rain | cast_member | Jane Roe",
                "~planned Black Rain | cast_member | Cora Lind",
            },
            {"Night Bus | director | Jane Roe", "Grey Dogs | director | Ben Poe"},
        ),
        (
            "The film was directed by Ada Doe (Salt Road, Blue Hill) and produced by Dan Vale (Last Tram).",
            {"Salt Road | director | Ada Doe", "Blue Hill | director | Ada Doe"},
            {"Last Tram | director | Dan Vale"},
        ),
        (
            "Grey Lamp has bought the drama Pale Rider Days, starring Jane Roe (Tin Bus) and Ben Poe (Ferry), for France.",
            {
                "Pale Rider Days | cast_member | Jane Roe",
                "Pale Rider Days | cast_member | Ben Poe",
                "Tin Bus | cast_member | Jane Roe",
                "Ferry | cast_member | Ben Poe",
            },
            {"Tin Bus | director | Jane Roe"},
        ),
        (
            "The comedy Low Tide is from director Ada Doe (White Bus, Kiln) and the cast includes Jane Roe (Stone Bus) and Dan Vale.",
            {
                "White Bus | director | Ada Doe",
                "Kiln | director | Ada Doe",
                "Stone Bus | cast_member | Jane Roe",
                "Low Tide | cast_member | Dan Vale",
            },
            set(),
        ),
        # A part stands in parentheses as well.
        ("Jane Roe (Anna) and Ben Poe (Thomas) star in Black Rain.", set(), {"Thomas | cast_member | Ben Poe", "Anna | cast_member | Jane Roe"}),
        # Whoever is listed for the same reason, the known director tells nothing of the other.
        (
            "The director Ada Doe arrived. The guests were Ada Doe (“Night Bus”) and Ben Roe (“Grey Dog”).",
            {"Night Bus | director | Ada Doe", "Grey Dog | director | Ben Roe"},
            {"Grey Dog | director | Ada Doe"},
        ),
        (
            "Eva Hart and Dan Vale will join Jane Roe, Ben Poe and more in the crime drama Black Mood.",
            {"~planned Black Mood | cast_member | Eva Hart", "Black Mood | cast_member | Ben Poe"},
            set(),
        ),
        (
            "The comedy Low Tide is by Ada Doe. Eva Hart and Dan Vale will also feature in the cast of the pic.",
            {"~planned Low Tide | cast_member | Eva Hart", "~planned Low Tide | cast_member | Dan Vale"},
            set(),
        ),
        (
            "Veteran filmmaker Ravi Doe has died. He made the film Night Bus.",
            {"Night Bus | director | Ravi Doe"},
            {"Veteran | director | Ravi Doe"},
        ),
        (
            "Late Polish director Jan Roe made the film Grey Dog. Bollywood stars Jane Roe and Dan Vale joined the drama Cold Rain.",
            {"Grey Dog | director | Jan Roe", "Cold Rain | cast_member | Jane Roe"},
            {"Late Polish | director | Jan Roe", "Bollywood | cast_member | Jane Roe"},
        ),
        (
            "The drama Low Tide was shown. Eva Hart is on board, and Ben Poe is attached to direct (he previously directed the short Tin Drum Days).",
            {"Tin Drum Days | director | Ben Poe", "~planned Low Tide | director | Ben Poe"},
            {"Tin Drum Days | director | Eva Hart", "Low Tide | director | Eva Hart"},
        ),
        (
            "The film Low Tide is by Ada Doe. It was based on Ben Roe's short story. In 1984, she directed Salt Road.",
            {"Salt Road | director | Ada Doe"},
            {"Low Tide | screenwriter | Ben Roe", "Salt Road | director | Ben Roe"},
        ),
        ("The comedy Loud Sea is a story of Ada Doe and her brother.", set(), {"Loud Sea | screenwriter | Ada Doe"}),
        ("Jane Roe worked with the director on Silent Corn and White Fern.", set(), {"Silent Corn | director | Jane Roe"}),
        (
            "Actor Norman Dorn and Jane Roe star in the comedy Blue Gate.",
            {"Blue Gate | cast_member | Norman Dorn", "Blue Gate | cast_member | Jane Roe"},
            set(),
        ),
        (
            "Jane Roe earned an Oscar nomination for best actress for Quiet Hill, and Ben Poe earned an Oscar win for best actor.",
            {
                "Jane Roe | nominated_for | Academy Award for Best Actress",
                "Quiet Hill | cast_member | Jane Roe",
                "Ben Poe | won | Academy Award for Best Actor",
            },
            {"Jane Roe | won | Academy Award for Best Actress"},
        ),
        (
            "The thriller Rose Hill opened. Rich Roe (Black Hawk), Coop Vale (Spike Doe's Tales From The Wood 3), Eric Hart and Harley Wall (Abstrusion) round out the cast.",
            {
                "Rose Hill | cast_member | Rich Roe",
                "Rose Hill | cast_member | Eric Hart",
                "Tales From The Wood 3 | cast_member | Coop Vale",
                "Tales From The Wood 3 | director | Spike Doe",
                "Abstrusion | cast_member | Harley Wall",
            },
            {"Tales From The Wood 3 | cast_member | Eric Hart", "Black Hawk | director | Rich Roe"},
        ),
        (
            "The comedy Low Tide opened. The cast includes Emmy winner Ada Doe (Night Bus), Oscar and Golden Globe nominee Thora Poe (Ghost Wood) and Ben Roe (Tin Dog).",
            {
                "Night Bus | cast_member | Ada Doe",
                "Ghost Wood | cast_member | Thora Poe",
                "Low Tide | cast_member | Ben Roe",
                "Ada Doe | won | Emmy",
            },
            {"Emmy | cast_member | Ada Doe", "Ben Roe | nominated_for | Oscar", "Night Bus | director | Ada Doe"},
        ),
        (
            "The comedy Low Tide has cameo roles for Lord Of The Kings star Ian Roe and Conn Hill (Game of Chairs). Pic is produced by Grey Lamp Films.",
            {
                "Lord Of The Kings | cast_member | Ian Roe",
                "Game of Chairs | cast_member | Conn Hill",
                "Low Tide | production_company | Grey Lamp Films",
            },
            {"Lord Of The Kings | cast_member | Conn Hill", "Game of Chairs | director | Conn Hill"},
        ),
        (
            "EXCLUSIVE: The comedy Low Tide is out. Ada Doe posted it on her Instagram account.",
            set(),
            {"Instagram | director | Ada Doe"},
        ),
    ],
)  # fmt: skip
def test_casting_news_is_read(text: str, said: set[str], unsaid: set[str]) -> None:
    found = claim_lines(text)
    assert said <= found
    assert not unsaid & {line.removeprefix("~planned ") for line in found}


def test_a_headline_goes_on_after_a_name() -> None:
    text = "Iranian Filmmaker Reza Doe Faces Exit Ban\n\nReza Doe directed the film Hatred. Reza Doe lives in Oslo."
    assert "Hatred | director | Reza Doe" in claim_lines(text)


def test_a_part_that_a_sentence_tells_in_two_ways_is_one_part() -> None:
    text = (
        "Actress Ada Doe rose to fame as a nurse in “Night Bus” (2001). "
        "“Grey Dog”, starring Ada Doe as a nun who has married money, ran."
    )
    parts = [claim for claim in extraction_of(text).claims if claim.predicate == "cast_member"]
    assert len(parts) == 2


@pytest.mark.parametrize(
    ("sentence", "player"),
    [
        ("Cora Lind takes the role of Pexa, a boxer.", "Cora Lind"),
        ("Cora Lind plays his little sister Jane Hill.", "Cora Lind"),
        ("Cora Lind is also in the cast.", "Cora Lind"),
        ("Ada Doe has given the part of Pexa to Cora Lind.", "Cora Lind"),
        ("Opposite her: Cora Lind as Pexa.", "Cora Lind"),
    ],
)
def test_who_gets_a_part_of_the_film_spoken_of(sentence: str, player: str) -> None:
    told = said(f"The thriller “Night Bus” by Ada Doe is being shot in Oslo. {sentence}", "cast_member")
    assert {(film, who) for film, _, who, _ in told} == {("Night Bus", player)}
