"""No pattern, cue or reduction, and no other expression, may run away on a hostile sentence.

Python's engine counts no steps, so each round runs in a process of its own, which must end: an expression with nested
gaps would need years for these sentences. How long a round may take is the benchmark's to say, not this test's.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_LENGTH = 2_000
# Far more than any machine needs, and far less than nested gaps would take.
_ENDLESS = 300
_ALL = """
import sys
from cinegraph.extract.sieve import needs_of
from expressions_in_use import expressions as used, in_letters

expressions = [each for each in used().values() if isinstance(each.pattern, str)]
assert len(expressions) > 1_100
"""
_SAME_TEXT = """
text = sys.stdin.buffer.read().decode("utf-8")
for expression in expressions:
    for _ in expression.finditer(text):
        pass
"""
# Its own words, without the rarest ones, lead an expression furthest before it fails.
_OWN_WORDS = """
length, joined = 2_000, sys.stdin.buffer.read().decode("utf-8")
for expression in expressions:
    clauses = [[in_letters(a) for a in sorted(clause)] for clause in needs_of(expression)]
    for left_out in range(min(2, len(clauses))):
        words = [word for clause in clauses[left_out:] for word in clause]
        few = [clause[0] for clause in clauses[left_out:]]
        for unit in (joined.join(words) + joined, joined.join(few) + joined):
            for _ in expression.finditer((unit * length)[:length]):
                pass
"""
_P, _F, _A, _Y, _L = "\ue000", "\ue100", "\ue500", "\ue900", "\ue800"
_UNITS = {
    "one letter": "a",
    "one capital": "A",
    "one word": "and ",
    "one name": "Ada ",
    "names and small words": "Ada de la doe of the Doe's ",
    "parentheses": "(((",
    "commas": ", ",
    "blanks": " ",
    "quotation marks": "\" '",
    "asterisks": "*a",
    "figures": "1970-",
    "persons": f"{_P}, ",
    "films": f"{_F} and {_F}, ",
    "persons and words": f"{_P} the director who won {_A} for {_F} in {_Y} at ",
    "words without end": "directed by the young and celebrated film ",
    "hyphens": "co-director-",
    "places": f"({_L}/{_L}, {_Y}) ",
}


def _ends(program: str, given: str) -> None:
    here = Path(__file__).parent
    subprocess.run(
        [sys.executable, "-c", _ALL + program],
        input=given.encode(),
        capture_output=True,
        check=True,
        timeout=_ENDLESS,
        cwd=here,
    )


def test_every_expression_ends_on_repetitions() -> None:
    _ends(_SAME_TEXT, "\n".join((unit * _LENGTH)[: _LENGTH // 5] for unit in _UNITS.values()))


@pytest.mark.parametrize("unit", ["one letter", "one capital", "names and small words", "persons and words"])
def test_every_expression_ends_on_one_line(unit: str) -> None:
    _ends(_SAME_TEXT, (_UNITS[unit] * _LENGTH)[:_LENGTH])


@pytest.mark.parametrize("joined", [" ", ", ", " the of "], ids=["blanks", "commas", "small words"])
def test_every_expression_ends_on_its_own_words(joined: str) -> None:
    _ends(_OWN_WORDS, joined)
