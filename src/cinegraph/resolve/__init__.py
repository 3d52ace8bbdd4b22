"""One entity for one thing: what many articles say, brought together, with reasons; a person's decisions."""

from cinegraph.resolve.decisions import Decision, decisions_from_json, decisions_to_json
from cinegraph.resolve.resolution import resolve

__all__ = ["Decision", "decisions_from_json", "decisions_to_json", "resolve"]
