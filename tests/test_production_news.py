# ruff: noqa: E501 (sentences stay whole)
"""What trade news tells of productions: who produces, where it is shot, when it comes out, who made which film of a list."""

from __future__ import annotations

import pytest

from extracted import claim_lines


@pytest.mark.parametrize(
    ("text", "said", "unsaid"),
    [
        (
            "The thriller Low Tide is directed by Ada Doe. Grey Lamp's Dan Vale and Ben Poe are producing. Eva Hart is co-producing.",
            {
                "Low Tide | producer | Dan Vale",
                "Low Tide | producer | Eva Hart",
                "Low Tide | production_company | Grey Lamp",
            },
            set(),
        ),
        (
            "The thriller Wet Tide is directed by Ada Doe. Dan Vale will produce the pic written by Cora Lind.",
            {"Wet Tide | screenwriter | Cora Lind", "~planned Wet Tide | producer | Dan Vale"},
            {"~planned Wet Tide | screenwriter | Cora Lind"},
        ),
        (
            "The drama Salt Road has entered production in Bergen, Norway.",
            {"Salt Road | filming_location | Bergen", "Salt Road | production_status | filming"},
            set(),
        ),
        (
            "The movie Loud Sea, produced by award-winning writer and director, Ada Doe, was shown in May.",
            {"Loud Sea | producer | Ada Doe"},
            set(),
        ),
        (
            "The comedy Loud Lake premiered at the 61st edition of the renowned Cannes Film Festival.",
            {"Loud Lake | premiered_at | Cannes Film Festival"},
            set(),
        ),
        (
            "The film Loud Pond is produced by Norway (Grey Lamp Films and Halibut), Sweden (Red Barn) and France (Eaux Claires).",
            {
                "Loud Pond | country | Norway",
                "Loud Pond | country | France",
                "Loud Pond | production_company | Halibut",
                "Loud Pond | production_company | Eaux Claires",
            },
            {"Loud Pond | producer | Norway"},
        ),
        (
            "Babe Doe returned for films including Brazilian prison drama Carandela (2003) and his final film My Hindi Friend (2015) starring Will Roe.",
            {
                "Carandela | country | Brazil",
                "My Hindi Friend | director | Babe Doe",
                "My Hindi Friend | cast_member | Will Roe",
            },
            {"Carandela | cast_member | Will Roe", "My Hindi Friend | country | Brazil"},
        ),
        (
            "Ben Poe appeared in well-loved films including sci-fi flick The Men Who Rose (1974), fantasy horror The Kennel (1981) and cult musical fantasy Labyrene (1988).",
            {f"{film} | cast_member | Ben Poe" for film in ("The Men Who Rose", "The Kennel", "Labyrene")},
            set(),
        ),
        (
            "Babe Doe went on to direct Mary Roe and Jack Poe in Ironwood (1987) and Tom Berg in At Play In The Yards (1991).",
            {
                "Ironwood | director | Babe Doe",
                "Ironwood | cast_member | Jack Poe",
                "At Play In The Yards | director | Babe Doe",
                "At Play In The Yards | cast_member | Tom Berg",
            },
            {"At Play In The Yards | cast_member | Jack Poe"},
        ),
        (
            "He also appeared in David Korn's Twin Hills: Walk With Me (1992) and comedy Zool (2001).",
            {"Twin Hills: Walk With Me | director | David Korn"},
            {"Zool | director | David Korn"},
        ),
        (
            "The film Low Tide is directed by Ada Doe. It was based on Hindi writer Kamal Doe's short story.",
            {"Low Tide | director | Ada Doe"},
            {"Low Tide | based_on | Hindi", "Low Tide | screenwriter | Kamal Doe"},
        ),
        (
            "The film Low Tide is directed by Ada Doe. Then the new Zorros will be helmed by Ben Roe.",
            {"Low Tide | director | Ada Doe"},
            {"Low Tide | director | Ben Roe"},
        ),
        (
            "Legendary cinematographer Osric Doe has died. Osric Doe shot many films. His credits also include Beau Hollis, The Towers Of Navaro and Equinox.",
            {f"{film} | cinematographer | Osric Doe" for film in ("Beau Hollis", "The Towers Of Navaro", "Equinox")},
            {"Equinox | director | Osric Doe"},
        ),
        (
            "Eva Hart will join Jane Roe and Ben Poe in the crime drama Black Mood.",
            {"~planned Black Mood | cast_member | Eva Hart", "Black Mood | cast_member | Jane Roe"},
            set(),
        ),
        ("In 1972 she had a hit with her album The Rise Of Doe.", set(), {"The Rise Of Doe | publication_year | 1972"}),
        (
            "The main roles in the film «Rusla» will be played by Ruz Doe («A Sailor's Oath. Salt on the Deck», «Pino») and Alena Roe («The Ferryman. Return»).",
            {"~planned Rusla | cast_member | Ruz Doe", "~planned Rusla | cast_member | Alena Roe", "Pino | cast_member | Ruz Doe"},
            {"Pino | director | Ruz Doe"},
        ),
        (
            "Andrea Poe ( Thunder ), Lil Ada ( Cold Bread: The Story ), Columba Roe ( Uproar ) and Tobias Dorn ( Harbour's Finest ) will lead the cast of the crime drama Cousins , from writer-director Jonas Hill.",
            {
                "~planned Cousins | cast_member | Andrea Poe",
                "~planned Cousins | cast_member | Tobias Dorn",
                "Cousins | director | Jonas Hill",
            },
            set(),
        ),
        (
            "The drama Cousins, from writer-director Jonas Hill, is out. The cast for Cousins also includes Hill and Ann Roe.",
            {
                "Cousins | screenwriter | Jonas Hill",
                "Cousins | cast_member | Jonas Hill",
                "Cousins | cast_member | Ann Roe",
            },
            set(),
        ),
        (
            "The thriller Rose Hill is out. It will follow Jimmy Doe (The Beginning) to Rome. The film is produced by Grey Lamp Films, Gloria Tate and Darren Boyle. Eric Hart and Harley Wall round out the cast.",
            {
                "Rose Hill | producer | Gloria Tate",
                "Rose Hill | producer | Darren Boyle",
                "Rose Hill | production_company | Grey Lamp Films",
                "Rose Hill | cast_member | Eric Hart",
            },
            {"The Beginning | cast_member | Eric Hart"},
        ),
        # Boxes of links that a site sets after each title.
        (
            "The line-up has the drama Volcano [+see also:\ntrailer\nfilm profile\n]\nby Icelandic director Ada Doe, and Sparrow [+see also:\ntrailer\n]\n(which competed in Locarno in 2019).",
            {"Volcano | director | Ada Doe", "Sparrow | screened_at | Locarno Film Festival"},
            set(),
        ),
    ],
)  # fmt: skip
def test_production_news_is_read(text: str, said: set[str], unsaid: set[str]) -> None:
    found = claim_lines(text)
    assert said <= found
    assert not unsaid & (found | {line.removeprefix("~planned ") for line in found if "screenwriter" not in line})
