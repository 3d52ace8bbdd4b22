"""Schools that go by a plain noun beside a town or nation, as translated lives name them."""

from __future__ import annotations

import pytest

from extracted import article_of, reader_of


def facts(text: str) -> set[tuple[str, str, str]]:
    """Subject, relation and object of every claim of an article."""
    reader = reader_of(article_of(f"{text}\n", "article.md"))
    draft = reader.registry.draft
    told = [statement for statement in reader.collector.statements if not statement.literal]
    return {(draft(s.subject).label, s.relation, draft(s.object).label) for s in told}


@pytest.mark.parametrize(
    ("sentence", "school"),
    [
        ("She graduated from the Kyiv institute of culture in 1995.", "Kyiv institute of culture"),
        ("She studied at the Lviv state university of theatre and film.", "Lviv state university of theatre and film"),
        ("In 1999 she finished the Odesa film school.", "Odesa film school"),
        ("She studied painting at the Minsk academy of arts.", "Minsk academy of arts"),
        ("She studied at the Brno conservatory.", "Brno conservatory"),
        ("She studied at the Varmsk school of music.", "Varmsk school of music"),
    ],
)
def test_a_school_by_noun_is_a_school(sentence: str, school: str) -> None:
    assert ("Oksana Bilyk", "educated_at", school) in facts(f"Oksana Bilyk is a director. {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "She was born near a Kyiv school.",
        "Her film is set in a Lviv theatre school year.",
        "She likes the Odesa academy award.",
        "Night Bus film school jokes bore her.",
    ],
)
def test_what_only_looks_like_one_is_none(sentence: str) -> None:
    assert not any(relation == "educated_at" for _, relation, _ in facts(f"Oksana Bilyk is a director. {sentence}"))


def test_it_is_the_school_that_the_lexicon_knows() -> None:
    assert any(
        relation == "educated_at" and school == "Łódź Film School"
        for _, relation, school in facts("Oksana Bilyk is a director. She studied at the Łódź film school.")
    )
