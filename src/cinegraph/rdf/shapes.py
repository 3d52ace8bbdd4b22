"""SHACL validation through pySHACL, its findings in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad

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
    from pyshacl import validate as run

    shapes = read_rdf(resource("ontology", "shapes.ttl"))
    if extra_shapes is not None:
        shapes += read_rdf(extra_shapes)
    # the class hierarchy belongs to the data: an sh:class asks for cg:Entity where the graph says cg:Film
    data = to_rdflib_graph(chain(quads, read_rdf(resource("ontology", "cinegraph.ttl"))))
    _, report, _ = run(data, shacl_graph=to_rdflib_graph(shapes), do_owl_imports=False)
    return sorted(set(_findings(report)), key=_finding_order)


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
