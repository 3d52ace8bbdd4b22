"""One entity for one thing: what many articles say, brought together, with reasons; a person's decisions."""

from cinegraph.resolve.decisions import (
    Decision,
    claims_decided,
    decisions_from_json,
    decisions_to_json,
    entities_decided,
    last_words,
)
from cinegraph.resolve.resolution import resolve

__all__ = [
    "Decision",
    "claims_decided",
    "decisions_from_json",
    "decisions_to_json",
    "entities_decided",
    "last_words",
    "resolve",
]
