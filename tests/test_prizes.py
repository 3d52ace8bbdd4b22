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
    ],
)
def test_the_main_prize_is_the_highest_of_its_section_or_festival(text: str, award: str, tmp_path: Path) -> None:
    assert _prizes(text, tmp_path) == {award}


@pytest.mark.parametrize(
    "text",
    [
        "“Night Bus” won the first prize at the Cannes Film Festival.",
        "“Night Bus” won the main prize of a festival in Novi Sad.",
        "“Night Bus” won the top prize at the Glasgow Film Festival.",
    ],
)
def test_a_prize_is_not_guessed_where_the_lexicon_cannot_tell(text: str, tmp_path: Path) -> None:
    assert not any(prize.startswith("award/") for prize in _prizes(text, tmp_path))
