"""No expression has a loop that reads the same text in two ways: on a hostile sentence it would take for ever.

This is told from the expressions themselves; how long they take is measured by tests/fuzz.
"""

from __future__ import annotations

import re

import pytest

from ambiguity import endless_loops
from expressions_in_use import expressions


@pytest.mark.parametrize(
    ("expression", "endless"),
    [
        (r"(?:a+)+b", True),
        (r"(?:a*)*b", True),
        (r"(?:recently |\w+ly )*won", True),
        (r"(?:a|ab|b)*c", True),
        (r"(?:x{1,3}){40}y", True),
        (r"(?: (?:in \d+|on [\w ]+))* at", True),
        (r"(?i)(?:the |THE |a )*film", True),
        (r"a+b", False),
        (r"(?: a+)*b", False),
        (r"(?>recently |\w+ly )*won", False),
        (r"(?:a+)*+b", False),
        (r"(?:recently |often )*won", False),
        (r"(?:[^()]|\([^()]*\))*;", False),
        (r"(?: (?:in \d+|on [\w]+))* at", False),
    ],
)
def test_endless_loops_are_told_from_others(expression: str, endless: bool) -> None:
    assert bool(endless_loops(re.compile(expression))) is endless


def test_no_expression_in_use_has_an_endless_loop() -> None:
    used = expressions()
    assert len(used) > 1_100
    assert {name: found for name, each in used.items() if (found := endless_loops(each))} == {}
