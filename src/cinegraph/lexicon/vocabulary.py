"""English words, by which a title ("Border Post") is told from a name ("Ginevra Elkann")."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path

from cinegraph.errors import LexiconError

_FILE = "frequency_dictionary_en_82_765.txt"
# Rarer than this, a "word" of the list is oftener a name.
_LEAST = 400_000


@cache
def vocabulary() -> frozenset[str]:
    """The commoner words of English in lower case, inflected forms included; names of people are mostly none.

    The list is that of the package symspellpy (MIT): Google's book n-grams cut with the spell checkers' list SCOWL.

    :raises LexiconError: if the package is not installed

    >>> "border" in vocabulary(), "ginevra" in vocabulary()
    (True, False)
    """
    spec = find_spec("symspellpy")
    path = Path(spec.origin).with_name(_FILE) if spec is not None and spec.origin else None
    if path is None or not path.exists():
        raise LexiconError("the list of English words is missing; install cinegraph again: pip install cinegraph")
    rows = (line.split() for line in path.read_text(encoding="utf-8-sig").splitlines())
    # The commonest come first.
    return frozenset(word for word, _ in takewhile(lambda row: int(row[1]) >= _LEAST, rows))
