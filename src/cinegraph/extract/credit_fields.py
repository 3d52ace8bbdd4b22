"""The labels of a line of credits, and where the value of each stands: with signs, run in one after another, or as letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cinegraph.extract.credit_labels import labels

# "D: Ada Doe. S: Ben Roe. C: Cora Lind."
_LETTER = re.compile(r"(?<![\w.])(?P<label>[RDBSKCEMP]): ?(?=[A-ZÀ-Þ])")
_LETTERS = {
    "D": {"D": "director", "S": "script", "C": "camera", "E": "editor", "M": "music", "P": "producer"},
    # Regie, Buch, Kamera, Schnitt, Musik, Darsteller, Produktion
    "R": {"R": "director", "B": "script", "K": "camera", "S": "editor", "M": "music", "D": "cast", "P": "production"},
}
_SEVERAL_LETTERS, _MOST_WORDS = 3, 12


class LabelledField(NamedTuple):
    """A label and its value.

    :ivar begin: where the label begins
    :ivar bare: whether no sign stands between it and its value
    :ivar apart: whether semicolons part the fields of the line
    :ivar start: where the value begins, which goes up to ``end``
    """

    label: str
    begin: int
    bare: bool
    apart: bool
    start: int
    end: int


def labelled_fields(text: str) -> Iterator[LabelledField]:
    """The labels of a line, each with where its value stands.

    >>> text = "Direction Ada Doe Screenplay Ben Roe Editing Cora Lind"
    >>> [(part.label, text[part.start : part.end].strip()) for part in labelled_fields(text)]
    [('Direction', 'Ada Doe'), ('Screenplay', 'Ben Roe'), ('Editing', 'Cora Lind')]
    """
    if letters := _letters(text):
        yield from letters
        return
    found: list[tuple[re.Match[str], bool]] = []
    matches = list(labels().field.finditer(text))
    run_in = _is_run_in(text, matches)
    for match in matches:
        bare = match["sign"].isspace()
        begins = (
            match.start("label") == 0
            or text[: match.start("label")].rstrip()[-1:] in "|;•·(["
            or not text[: match.start("label")].strip()
        )
        said = match["label"].lower()
        # "Directed by Ada Doe. With Ben Roe, Cora Lind."
        goes_on = bool(found) and match["label"][0].isupper() and text[: match.start("label")].rstrip().endswith(".")
        if bare and not (begins or goes_on or run_in or said.endswith(" by")):
            continue
        if not begins and "|" in match["sign"]:
            continue
        if (
            not begins
            and not said.endswith(" by")
            and text[match.start("label") - 1] == " "
            and match["label"][0].islower()
            # "director - Ada Doe, camera - Ben Roe", "Norway, 97 min., director: Ada Doe"
            and not (not bare and text[: match.start("label")].endswith(", "))
        ):
            continue
        found.append((match, bare))
    # Where semicolons part the fields of a line they part no names.
    apart = any(text[: match.start("label")].rstrip().endswith(";") for match, _ in found)
    for index, (match, bare) in enumerate(found):
        stop = found[index + 1][0].start("label") if index + 1 < len(found) else len(text)
        yield LabelledField(match["label"], match.start("label"), bare, apart, match.end(), stop)


def with_signs(text: str) -> str:
    """A line of credits with colons behind its labels where it has commas, as trade papers had; as long as before, any other line as it is.

    >>> with_signs("Camera (color), Ada Doe; editor, Ben Roe; music, Cora Lind.")
    'Camera (color): Ada Doe; editor: Ben Roe; music: Cora Lind.'
    """
    found = [match.start("comma") for match in labels().comma.finditer(text) if not labels().words.match(text, match.end())]
    if not found or (len(found) == 1 and labels().field.search(text) is None):
        return text
    chars = list(text)
    for place in found:
        chars[place] = ":"
    return "".join(chars)


def _letters(text: str) -> list[LabelledField]:
    """The labels of a line that are single letters, as catalogues have them; none where there are but one or two."""
    known = _LETTERS.get(text[:1], {}) if text[1:2] == ":" else {}
    found = [match for match in _LETTER.finditer(text) if match["label"] in known] if known else []
    if len({match["label"] for match in found}) < _SEVERAL_LETTERS:
        return []
    stops = [*(match.start() for match in found[1:]), len(text)]
    return [
        LabelledField(known[match["label"]], match.start(), False, False, match.end(), stop)
        for match, stop in zip(found, stops, strict=True)
    ]


def _is_run_in(text: str, matches: Sequence[re.Match[str]]) -> bool:
    """Whether a line begins with a label and goes on with others that nothing parts ("Direction Ada Doe Screenplay Ben Roe Editing Cora Lind")."""
    if len(matches) < _SEVERAL_LETTERS or matches[0].start("label"):
        return False
    values = zip(matches, [*(m.start("label") for m in matches[1:]), len(text)], strict=True)
    return all(
        m["sign"].isspace() and m["label"][0].isupper() and 1 < len(text[m.end() : end].split()) < _MOST_WORDS and text[m.end()].isupper()
        for m, end in values
        if m is not matches[-1]
    )
