"""From a document to its claims: an ordered list of pure steps, the same result on every run and machine."""

from __future__ import annotations

from cinegraph.extract.gate import admit
from cinegraph.extract.pipeline import extract

__all__ = ["admit", "extract"]
