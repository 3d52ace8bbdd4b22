"""The labels of credits ("Director:", "Written by", "Starring"): what stands before a name and says what somebody did."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import NamedTuple

from cinegraph.extract.expressions import gathered
from cinegraph.resources import resource

_JOIN = r"(?: ?[/&,+-] ?| and )"
# A label stands at the beginning, after a sign, or, with a colon or a "by" of its own, after a blank.
_LEAD = r"(?:^|(?<=[|;•·(\[])\s*|(?<=[.)\]|,] )|(?<=[.)] )|(?<= )(?=[A-ZÀ-Þ]))"
# Every lead has one of these before it: tried first, they rule most places out.
_BEFORE_LEAD = r"(?<![^ |;•·(\[])"
_SIGN = r"(?P<sign>\s?:\s*|\s+[-–—]\s+|\s?\|\s?|\s+(?=[A-ZÀ-Þ\"\d]))"


class Labels(NamedTuple):
    """The labels, compiled.

    :ivar field: a label with its lead and its sign
    :ivar comma: a label whose sign is a comma; the group ``comma`` is where that stands
    :ivar relations: for each relation the whole label
    :ivar crafts: for each craft that has no relation of its own the whole label
    :ivar part: the headings of parts of the credits of one film
    :ivar others: the whole label of what is stated elsewhere or not at all
    """

    field: re.Pattern[str]
    comma: re.Pattern[str]
    joined: re.Pattern[str]
    relations: tuple[tuple[str, re.Pattern[str]], ...]
    companies: tuple[tuple[str, re.Pattern[str]], ...]
    crafts: tuple[tuple[str, re.Pattern[str]], ...]
    facts: tuple[tuple[str, re.Pattern[str]], ...]
    others: re.Pattern[str]
    trailing: re.Pattern[str]
    no_title: re.Pattern[str]
    part: re.Pattern[str]
    beside: re.Pattern[str]
    words: re.Pattern[str]


@cache
def labels() -> Labels:
    """The labels of ``data/lexicon/patterns/credits.toml``."""
    data = tomllib.loads(resource("data", "lexicon", "patterns", "credits.toml").read_text(encoding="utf-8"))
    rows = {**data["relations"], **data["companies"], **data["crafts"], **data["facts"], **data["others"]}
    every = gathered(sorted((form for forms in rows.values() for form in forms), key=lambda form: (-len(form), form)))
    whole = {name: re.compile("|".join(forms), re.IGNORECASE) for name, forms in rows.items()}
    return Labels(
        re.compile(
            rf"{_BEFORE_LEAD}{_LEAD}(?P<label>(?i:(?:{every})(?:{_JOIN}(?:{every})){{0,4}}))(?i:\(s\))?(?: ?\([^()]{{1,40}}\))?{_SIGN}"
        ),
        re.compile(rf"(?:^|(?<=[.;)] ))(?i:{every})(?: \([^()]{{1,40}}\))?(?P<comma>,) (?=[A-ZÀ-Þ])"),
        re.compile(_JOIN),
        tuple((name, whole[name]) for name in data["relations"]),
        tuple((name, whole[name]) for name in data["companies"]),
        tuple((name, whole[name]) for name in data["crafts"]),
        tuple((name, whole[name]) for name in data["facts"]),
        whole["any"],
        re.compile("|".join(data["values"]["trailing"]), re.IGNORECASE),
        re.compile("|".join([*data["no_title"]["any"], *data["no_title"]["part"]]), re.IGNORECASE),
        re.compile("|".join(data["no_title"]["part"]), re.IGNORECASE),
        re.compile("|".join(data["no_title"]["beside"]), re.IGNORECASE),
        re.compile(rf"\b(?i:{every})"),
    )


def is_of_companies(label: str) -> bool:
    """Whether a label says who produced, distributes or broadcasts a film.

    >>> is_of_companies("Prod"), is_of_companies("Network"), is_of_companies("Cast")
    (True, True, False)
    """
    known = labels()
    producers = (whole for name, whole in known.relations if name == "producer")
    return any(whole.fullmatch(label) for whole in (*producers, *(whole for _, whole in known.companies)))
