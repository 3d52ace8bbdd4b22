"""Each wording says what its plainer words say, and what looks like it does not."""

from __future__ import annotations

import pytest

from cinegraph.extract.wordings import Wording, wordings
from extracted import said
from varied import AFTER, BEFORE


def told(row: Wording) -> tuple[str, ...]:
    parts = tuple(row.tells.split(" | "))
    return parts if len(parts) == 4 else (*parts, "asserted")


def named(row: Wording) -> str:
    return row.id


@pytest.mark.parametrize("row", wordings(), ids=named)
def test_examples_say_it_and_counterexamples_do_not(row: Wording) -> None:
    assert len(row.examples) > 2
    assert len(row.counterexamples) > 1
    silent = [each for each in row.examples if told(row) not in said(BEFORE + each + AFTER)]
    assert not silent, f"nothing says {row.tells}"
    loud = [each for each in row.counterexamples if told(row) in said(BEFORE + each + AFTER)]
    assert not loud, f"these say {row.tells}"


def test_no_two_wordings_have_one_name() -> None:
    names = [row.id for row in wordings()]
    assert len(names) == len(set(names))
