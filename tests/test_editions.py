"""The edition of a festival that an article reports on, and what its headings say for the lines below."""

from __future__ import annotations

from pathlib import Path

import pytest

from cinegraph.articles import find_articles, read_article
from cinegraph.extract.reader import Reader
from cinegraph.lexicon import load_lexicon

RELEASE = """PRESS RELEASE

International Film Festival Rotterdam unveils its line-up

Rotterdam, 16 December 2022 – The festival, which runs from {dates}, announced the titles of its Tiger Competition.

## Tiger Competition

- “Night Bus”, Ada Doe, Serbia, 2023, world premiere
- “Red Snow” – cancelled

## Tiger Competition Jury

- Jane Roe (president)
"""


def _reader(text: str, folder: Path) -> Reader:
    path = folder / "release.md"
    path.write_text(text, encoding="utf-8")
    reader = Reader(read_article(find_articles([str(path)])[0]), load_lexicon())
    reader.read()
    return reader


@pytest.mark.parametrize(
    "dates", ["25 January to 5 February 2023", "January 25 – February 5, 2023", "25 January - 5 February 2023"]
)
def test_the_dates_of_a_festival_give_the_year_of_its_edition(dates: str, tmp_path: Path) -> None:
    edition = _reader(RELEASE.format(dates=dates), tmp_path).edition
    assert edition is not None
    assert edition.attributes["year"] == "2023"


def test_lines_of_a_release_belong_to_the_section_and_edition_that_it_announces(tmp_path: Path) -> None:
    statements = _reader(RELEASE.format(dates="25 January to 5 February 2023"), tmp_path).collector.statements
    told = {
        (s.subject, s.relation, s.evidence.modality.value)
        for s in statements
        if dict(s.qualifiers).get("section") == ("section:section/rotterdam-tiger-competition", False)
        and s.qualifiers.get("year") == ("2023", True)
    }
    assert told >= {
        ("film:night bus", "premiered_at", "asserted"),
        ("film:red snow", "screened_at", "negated"),
        ("person:jane roe", "jury_member", "asserted"),
    }
