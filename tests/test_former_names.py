"""What somebody or something was called before: read off, told on the card, found by the old name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cinegraph.model import Literal
from extracted import extraction_of, said

RIDGELAND, NIGHT_BUS, ADA = "Ridgeland Film Festival", "Night Bus", "Ada Doe"


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("The Ridgeland Film Festival, formerly the Harbour Film Festival, ran.", RIDGELAND, "Harbour Film Festival"),
        ("The Ridgeland Film Festival, originally called Harbour Days, opened in Oslo.", RIDGELAND, "Harbour Days"),
        ("“Night Bus”, previously titled “Red Snow”, was directed by Ada Doe.", NIGHT_BUS, "Red Snow"),
        ("“Night Bus” (formerly “Red Snow”) was directed by Ada Doe.", NIGHT_BUS, "Red Snow"),
        ("“Night Bus” changed its title from “Red Snow”.", NIGHT_BUS, "Red Snow"),
        ("Ada Doe, formerly known as Ada Roe, directed “Night Bus”.", ADA, "Ada Roe"),
        ("Ada Doe (née Roe) directed “Night Bus”.", ADA, "Ada Roe"),
        ("Ada Doe, née Ada Roe, directed “Night Bus”.", ADA, "Ada Roe"),
        ("Ada Doe, born Ada Roe in Lisbon, directed “Night Bus”.", ADA, "Ada Roe"),
        ("Ada Doe (born Ada Roe; 4 May 1961) directed “Night Bus”.", ADA, "Ada Roe"),
        ("Acme Pictures, formerly Harbour Films, produced “Night Bus”.", "Acme Pictures", "Harbour Films"),
    ],
)  # fmt: skip
def test_a_former_name_is_a_claim_and_no_thing_of_its_own(text: str, now: str, before: str) -> None:
    assert said(text, "former_name") == {(now, "former_name", before, "asserted")}
    assert before not in {name for name, *_ in said(text)}
    assert before not in {value for _, relation, value, _ in said(text) if relation != "former_name"}


@pytest.mark.parametrize(
    "text",
    [
        "The Ridgeland Film Festival, until 2012 called the Harbour Film Festival, opened in Oslo.",
        "The Ridgeland Film Festival was known as the Harbour Film Festival until 2012.",
        "The Harbour Film Festival was renamed the Ridgeland Film Festival in 2012.",
    ],
)
def test_until_when_is_told(text: str) -> None:
    (claim,) = (claim for claim in extraction_of(text).claims if claim.predicate == "former_name")
    assert claim.qualifier("until") == Literal("2012")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Doe, formerly of Acme Pictures, directed “Night Bus”.",
        "“Night Bus” was directed by Ada Doe, formerly a student of Ben Roe.",
        "The Karlovy Vary festival, formerly the Moscow International Film Festival's rival, opened.",
        "Ada Doe, born in Lisbon, directed “Night Bus”.",
        "“Night Bus” is the first film of Ada Doe, once known for “Red Snow”.",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert not said(text, "former_name")


def _run(folder: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "cinegraph", "--store", str(folder / "store"), *words],
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "100"},
        check=True,
    )
    return done.stdout


def test_the_card_tells_it_and_the_old_name_leads_to_it(tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text(
        "“Night Bus”, previously titled “Red Snow”, was directed by Ada Doe (née Roe).\n\n"
        "The Ridgeland Film Festival, until 2012 called the Harbour Film Festival, gave Ada Doe the Best Director "
        "Award in 2014.\n\nAda Doe won the FIPRESCI Prize at the Ridgeland Film Festival.\n",
        encoding="utf-8",
    )
    # The old title is the more frequent one, and still not the name of today.
    old = "“Red Snow” by Ada Doe was shown at the Harbour Film Festival in 2010. “Red Snow” was shot by Ben Poe."
    (tmp_path / "old.md").write_text(old, encoding="utf-8")
    _run(tmp_path, "build", "--only", str(tmp_path / "new.md"), str(tmp_path / "old.md"))
    film = _run(tmp_path, "film", "Red Snow")
    assert film.startswith("Night Bus\n")
    assert "Former names\n  Red Snow\n" in film
    assert "Ben Poe" in film
    assert "Former names\n  Harbour Film Festival — until 2012\n" in _run(tmp_path, "festival", "harbour film festival")
    person = _run(tmp_path, "person", "Ada Roe")
    assert person.startswith("Ada Doe\n")
    assert "Former names\n  Ada Roe\n" in person
    assert "  –     FIPRESCI Prize" in person, "a prize of no year stands beside a dash, not under another's year"
    told = json.loads(_run(tmp_path, "person", "Ada Roe", "--format", "json"))["names_told"]
    assert told == [{"name": "Ada Roe", "kind": "former", "language": ""}]
