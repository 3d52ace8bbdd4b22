"""Which award "the main prize" is, once its festival or section is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from cinegraph.articles import find_articles, read_article
from cinegraph.extract.reader import Reader
from cinegraph.lexicon import load_lexicon


def _prizes(text: str, folder: Path) -> set[str]:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    reader = Reader(read_article(find_articles([str(path)])[0]), load_lexicon())
    reader.read()
    return {s.object.removeprefix("award:") for s in reader.collector.statements if s.relation == "won"}


@pytest.mark.parametrize(
    ("text", "award"),
    [
        ("“Night Bus” won the main prize of Un Certain Regard.", "award/cannes-un-certain-regard-prize"),
        ("At the Locarno Film Festival, “Night Bus” won the top prize.", "award/locarno-golden-leopard"),
        ("“Night Bus” won the first prize of La Cinef at Cannes.", "award/cannes-la-cinef-first-prize"),
        ("Ada Doe won the directing prize at Venice.", "award/venice-silver-lion-for-best-director"),
        (
            "In Un Certain Regard “Night Bus” brought Ada Doe the directing prize.",
            "award/cannes-un-certain-regard-best-director",
        ),
        (
            "Two of them have won in Un Certain Regard itself. “Night Bus” took the section's main prize.",
            "award/cannes-un-certain-regard-prize",
        ),
    ],
)
def test_a_common_name_means_the_prize_of_its_section_or_festival(text: str, award: str, tmp_path: Path) -> None:
    assert _prizes(text, tmp_path) == {award}


@pytest.mark.parametrize(
    "text",
    [
        "“Night Bus” won the first prize at the Cannes Film Festival.",
        "“Night Bus” won the main prize of a festival in Novi Sad.",
        "Ada Doe has won in Un Certain Regard. “Night Bus”, her next, shared the Grand Prix of 2021.",
        "“Night Bus” won the top prize at the Glasgow Film Festival.",
    ],
)
def test_a_prize_is_not_guessed_where_the_lexicon_cannot_tell(text: str, tmp_path: Path) -> None:
    assert not any(prize.startswith("award/") for prize in _prizes(text, tmp_path))


def test_the_director_of_a_school_directed_no_film_of_another_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "school.txt"
    path.write_text(
        "“Night Bus” by Ada Doe opened in Oslo.\n\n"
        "The school opened in 2010. The director was Jane Roe, the maker of “Red Snow”.\n",
        encoding="utf-8",
    )
    reader = Reader(read_article(find_articles([str(path)])[0]), load_lexicon())
    reader.read()
    assert "person:jane roe" not in {
        s.object for s in reader.collector.statements if s.relation == "director" and s.subject == "film:night bus"
    }
