"""Every pattern takes a claim from each of its examples, small articles, and none from its counterexamples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from cinegraph.errors import LexiconError
from cinegraph.extract.misreadings import MISREADINGS
from cinegraph.extract.patterns import Pattern, load_patterns, pattern_of
from cinegraph.extract.time import ordinal_of, relative_years, year_in
from extracted import article_of, reader_of

PATTERNS = load_patterns()


def _cases(field: str) -> list[object]:
    return [pytest.param(p.id, text, id=f"{p.id}-{n}") for p in PATTERNS for n, text in enumerate(getattr(p, field), 1)]


@cache
def rules_that_fire(text: str) -> frozenset[str]:
    """The ids of the rules that take a claim from an article of this text."""
    reader = reader_of(article_of(f"{text}\n", "article.md"))
    return frozenset(statement.evidence.rule for statement in reader.collector.statements)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: p.id)
def test_a_pattern_has_three_examples_and_two_counterexamples(pattern: Pattern) -> None:
    assert len(set(pattern.examples)) >= 3
    assert len(set(pattern.counterexamples)) >= 2


@pytest.mark.parametrize(("pattern", "text"), _cases("examples"))
def test_a_pattern_takes_a_claim_from_its_example(pattern: str, text: str) -> None:
    assert pattern in rules_that_fire(text)


@pytest.mark.parametrize(("pattern", "text"), _cases("counterexamples"))
def test_a_pattern_takes_no_claim_from_its_counterexample(pattern: str, text: str) -> None:
    assert pattern not in rules_that_fire(text)


_BODY = 'pattern = "<s:F> by <o:P>"\nclaims = '
_ROW = f'id = "x"\n{_BODY}[["s", "director", "o"]]\n'


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('id = "x"\nclaims = [["s", "director", "o"]]', "'pattern'"),
        (f'id = "x"\n{_BODY}[["s", "conducted", "o"]]', "no relation is called 'conducted'"),
        (f'id = "x"\n{_BODY}[["s", "director", "q"]]', "no slot is called 'q'"),
        ('id = "x"\npattern = "<s:F> by (<o:P>"\nclaims = [["s", "director", "o"]]', "error"),
        (f'id = "credit.passive"\n{_BODY}[["s", "director", "o"]]', "two patterns are called credit.passive"),
        (f'{_ROW}optinal = true', "no field is called 'optinal'"),
        (f'{_ROW}where = ["footnote"]', "no place is called 'footnote'; there are caption"),
        (f'{_ROW}film = "lost"', "no film is called 'lost'"),
        (f'{_ROW}misread = ["upside-down"]', "no misreading is called 'upside-down'"),
    ],
)
def test_a_malformed_pattern_is_named_with_its_fault(row: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f"[[pattern]]\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError) as failure:
        load_patterns(path)
    assert said in str(failure.value)


def test_patterns_of_a_user_are_read_after_the_shipped_ones(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    row = f'[[pattern]]\nid = "own.hymn"\n{_BODY}[["s", "inspired_by", "o"]]\n'
    path.write_text(row, encoding="utf-8")
    assert load_patterns(path)[-1].id == "own.hymn"


def test_a_row_has_what_its_family_has_and_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    family = '[family.hymn]\nwhere = ["line"]\nfilm = "credits"\nlisted = true\nmisread = ["record"]\n'
    row = f'[[pattern]]\n{_ROW}film = "asked"\nmisread = ["other-works"]\n'.replace('"x"', '"hymn.sung"')
    path.write_text(f"{family}{row}{row.replace('hymn.', 'psalm.')}", encoding="utf-8")
    sung, other = load_patterns(path)[-2:]
    assert (sung.where, sung.film, sung.listed, sung.misread) == ({"line"}, "asked", True, ("record", "other-works"))
    assert (other.where, other.film, other.listed, other.misread) == (set(), "asked", False, ("other-works",))


def test_every_misreading_is_one_that_a_pattern_is_prone_to() -> None:
    assert {name for pattern in PATTERNS for name in pattern.misread} == set(MISREADINGS)
    assert len(MISREADINGS) >= 30


def test_a_rule_that_is_no_pattern_has_none() -> None:
    assert pattern_of("possessive of the film last spoken of") is None
    assert pattern_of("credit.passive") is next(p for p in PATTERNS if p.id == "credit.passive")


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("it opened a year later", "2016"),
        ("it was shown two years ago", "2021"),
        ("it won last year", "2022"),
        ("it opened the following year", "2016"),
        ("it came out that same year", "2015"),
    ],
)
def test_relative_years_count_from_the_text_or_from_the_article(sentence: str, year: str) -> None:
    assert [node.text for node in relative_years(sentence, 0, "2023", "2015")] == [year]


def test_years_after_something_else_are_not_counted_from_the_last_year() -> None:
    assert not list(relative_years("it came three years after the first film", 0, "2023", "2015"))


def test_a_relative_year_without_anything_to_count_from_is_left() -> None:
    assert not list(relative_years("it opened a year later and won last year", 0, None, None))


def test_years_and_ordinals_are_read_from_words() -> None:
    assert year_in("9 August 2017") == "2017"
    assert year_in("August") is None
    assert ordinal_of("her second film") == "second"
    assert ordinal_of("her film") is None
