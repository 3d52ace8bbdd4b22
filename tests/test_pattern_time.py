"""No pattern, cue or reduction, and no other expression, may run away on a hostile sentence.

Python's engine counts no steps, so each round runs in a process of its own, which must end: an expression with nested
gaps would need years for these sentences. How long a round may take is the benchmark's to say, not this test's. The
process tells what it looks at before it does, so that one which does not end is named.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

_LENGTH = 2_000
# Far more than any machine needs, and far less than nested gaps would take.
_ENDLESS = 300
_ALL = """
import json, sys
from cinegraph.extract.sieve import needs_of
from expressions_in_use import expressions as used, in_letters

expressions = {name: each for name, each in used().items() if isinstance(each.pattern, str)}
assert len(expressions) > 1_100
given = json.loads(sys.stdin.buffer.read())
"""
_SAME_TEXTS = """
for round, text in given.items():
    for name, expression in expressions.items():
        print(round, name, sep=": ", flush=True)
        for _ in expression.finditer(text):
            pass
"""
# Its own words, without the rarest ones, lead an expression furthest before it fails.
_OWN_WORDS = """
length = 2_000
for name, expression in expressions.items():
    clauses = [[in_letters(a) for a in sorted(clause)] for clause in needs_of(expression)]
    for round, joined in given.items():
        print(round, name, sep=": ", flush=True)
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


def _ends(program: str, given: dict[str, str]) -> None:
    """Every expression ends on each of some texts, by what each is called."""
    here = Path(__file__).parent
    command = [sys.executable, "-c", _ALL + program]
    try:
        done = subprocess.run(
            command, input=json.dumps(given).encode(), capture_output=True, timeout=_ENDLESS * len(given), cwd=here
        )
    except subprocess.TimeoutExpired as endless:
        told = (endless.stdout or b"").decode().splitlines()
        pytest.fail(f"does not end, or not in time: {told[-1:]}")
    told = done.stdout.decode().splitlines()
    assert done.returncode == 0, (told[-1:], done.stderr.decode())
    assert {line.partition(": ")[0] for line in told} == set(given)


def test_every_expression_ends_on_repetitions() -> None:
    _ends(_SAME_TEXTS, {"all": "\n".join((unit * _LENGTH)[: _LENGTH // 5] for unit in _UNITS.values())})


def test_every_expression_ends_on_one_line() -> None:
    lines = ("one letter", "one capital", "names and small words", "persons and words")
    _ends(_SAME_TEXTS, {name: (_UNITS[name] * _LENGTH)[:_LENGTH] for name in lines})


def test_every_expression_ends_on_its_own_words() -> None:
    _ends(_OWN_WORDS, {"blanks": " ", "commas": ", ", "small words": " the of "})
