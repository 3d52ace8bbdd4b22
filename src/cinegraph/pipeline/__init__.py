"""From articles to a graph: read, extract, resolve, publish.

>>> from cinegraph.pipeline import build
>>> report = build(".cinegraph", ["articles/"])  # doctest: +SKIP
>>> report.added  # doctest: +SKIP
('beanpole.txt', 'report.html')
"""

from cinegraph.pipeline.building import build, decide, remove
from cinegraph.pipeline.extractors import Extractor, find_extractor
from cinegraph.pipeline.memory import extract_knowledge
from cinegraph.pipeline.mending import mend
from cinegraph.pipeline.report import BuildReport, Failure, Progress

__all__ = [
    "BuildReport",
    "Extractor",
    "Failure",
    "Progress",
    "build",
    "decide",
    "extract_knowledge",
    "find_extractor",
    "mend",
    "remove",
]
