"""SHACL validation through pySHACL, its findings in plain words."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pyoxigraph import Quad

from cinegraph.errors import InputError
from cinegraph.rdf import terms
from cinegraph.rdf.exchange import read_rdf, to_rdflib_graph
from cinegraph.resources import resource

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_SHACL = "http://www.w3.org/ns/shacl#"
_SEVERITIES = ("violation", "warning", "info")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as the shapes want it.

    :ivar severity: ``violation``, ``warning`` or ``info``
    :ivar focus: the IRI of the node that is not right
    :ivar path: the IRI of its property that is not right; None where it is the node itself
    :ivar message: what should be, and what was found instead, in words
    """

    severity: str
    focus: str
    path: str | None
    message: str


def validate(quads: Iterable[Quad], extra_shapes: Path | None = None) -> list[Finding]:
    """What the graph has that the shapes of the ontology do not allow: violations first, then by node.

    :param extra_shapes: a file with shapes of the user's own, in any RDF syntax, checked as well
    :raises InputError: if that file cannot be read, or its shapes cannot be used

    >>> from cinegraph.model import Entity, EntityType, Knowledge
    >>> from cinegraph.rdf.write import quads_of
    >>> validate(quads_of(Knowledge(entities=(Entity("place/riga", EntityType.PLACE, "Riga", ("Riga",)),))))
    []
    """
    shapes = read_rdf(resource("ontology", "shapes.ttl"))
    if extra_shapes is not None:
        shapes += read_rdf(extra_shapes)
    # the class hierarchy belongs to the data: an sh:class asks for cg:Entity where the graph says cg:Film
    data = to_rdflib_graph(chain(quads, read_rdf(resource("ontology", "cinegraph.ttl"))))
    report = _report(data, to_rdflib_graph(shapes), extra_shapes)
    return sorted(set(_findings(report)), key=_finding_order)


def _report(data: Graph, shapes: Graph, extra_shapes: Path | None) -> Graph:
    import pyshacl
    from pyshacl.errors import ShapeRecursionWarning
    from rdflib import Graph

    # what it would log, it also raises
    logging.getLogger("pyshacl-validate").addFilter(_nothing)
    if extra_shapes is None:
        return cast(Graph, pyshacl.validate(data, shacl_graph=shapes, do_owl_imports=False)[1])
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", ShapeRecursionWarning)
            _, report, text = pyshacl.validate(data, shacl_graph=shapes, do_owl_imports=False)
    except Exception as error:  # shapes of the user's own can fail in any of the libraries beneath
        raise InputError(f"{extra_shapes}: its shapes cannot be used ({_short(str(error), 300)})") from error
    if not isinstance(report, Graph):
        raise InputError(f"{extra_shapes}: its shapes cannot be used ({_short(text, 300)})")
    return report


def _nothing(_: logging.LogRecord) -> bool:
    return False


def _finding_order(finding: Finding) -> tuple[int, str, str, str]:
    return _SEVERITIES.index(finding.severity), finding.focus, finding.path or "", finding.message


def _findings(report: Graph) -> Iterator[Finding]:
    from rdflib import URIRef

    for result in report.subjects(URIRef(terms.TYPE), URIRef(_SHACL + "ValidationResult")):
        severity, focus, path, value, message = (
            report.value(result, URIRef(_SHACL + name))
            for name in ("resultSeverity", "focusNode", "resultPath", "value", "resultMessage")
        )
        yield Finding(
            severity=str(severity).removeprefix(_SHACL).lower(),
            focus=str(focus),
            path=str(path) if isinstance(path, URIRef) else None,
            message=_words(message, value if value != focus else None),
        )


def _words(message: Node | None, value: Node | None) -> str:
    said = str(message) if message is not None else "A shape is not satisfied."
    return said if value is None else f"{said} Found: {_short(str(value))}"


def _short(text: str, most: int = 80) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= most else shown[: most - 1] + "…"
