"""What the service says of itself: its description, what the graph holds (VoID), and the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from cinegraph.rdf.terms import CG, DCTERMS, ENTITIES_GRAPH, ID, PREFIXES, RDF, RDFS, SCHEMA, XSD
from cinegraph.resources import resource
from cinegraph.service.negotiation import HTML, TRIPLES
from cinegraph.service.reply import Reply
from cinegraph.service.settings import Settings
from cinegraph.service.sparql import negotiated, typed

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Triple

    from cinegraph.store import Store

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_TRIPLES = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")
_GRAPHS = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
_CLASSES = "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?c } GROUP BY ?c ORDER BY ?c"
_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"
_TOTALS = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?d) (COUNT(DISTINCT ?o) AS ?e) WHERE { ?s ?p ?o }"


def service_description(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """What this endpoint can do (https://www.w3.org/TR/sparql11-service-description/)."""
    made = _Made(task["address"] + "sparql#")
    service, dataset, default = made.here("service"), made.here("dataset"), made.here("default-graph")
    made.add(service, RDF + "type", made.iri(SD + "Service"))
    made.add(service, SD + "endpoint", made.iri(task["address"] + "sparql"))
    for language in ("SPARQL10Query", "SPARQL11Query"):
        made.add(service, SD + "supportedLanguage", made.iri(SD + language))
    for form in (*_RESULTS, *_TRIPLES):
        made.add(service, SD + "resultFormat", made.iri(FORMATS + form))
    for feature in ("UnionDefaultGraph",):
        made.add(service, SD + "feature", made.iri(SD + feature))
    made.add(service, SD + "defaultDataset", dataset)
    made.add(dataset, RDF + "type", made.iri(SD + "Dataset"))
    made.add(dataset, SD + "defaultGraph", default)
    made.add(default, RDF + "type", made.iri(SD + "Graph"))
    for iri, number in _counted(store, _GRAPHS):
        named, graph = made.blank(), made.blank()
        made.add(dataset, SD + "namedGraph", named)
        made.add(named, RDF + "type", made.iri(SD + "NamedGraph"))
        made.add(named, SD + "name", made.iri(iri))
        made.add(named, SD + "graph", graph)
        made.add(graph, RDF + "type", made.iri(SD + "Graph"))
        made.add(graph, VOID + "triples", made.number(number))
    return made.reply(task)


def void(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """What the graph holds, counted (https://www.w3.org/TR/void/)."""
    made = _Made(task["address"] + "void#")
    dataset, document = made.here("cinegraph"), made.iri(task["address"] + "void")
    made.add(document, RDF + "type", made.iri(VOID + "DatasetDescription"))
    made.add(document, "http://xmlns.com/foaf/0.1/primaryTopic", dataset)
    made.add(dataset, RDF + "type", made.iri(VOID + "Dataset"))
    made.add(
        dataset,
        DCTERMS + "title",
        made.text("cinegraph: a film knowledge graph in which every claim shows its sentence"),
    )
    made.add(dataset, VOID + "sparqlEndpoint", made.iri(task["address"] + "sparql"))
    made.add(dataset, VOID + "uriSpace", made.text(ID))
    made.add(dataset, VOID + "exampleResource", _example(store, made))
    for vocabulary in (CG, RDFS, DCTERMS, SCHEMA, PREFIXES["skos"], PREFIXES["oa"], PREFIXES["prov"]):
        made.add(dataset, VOID + "vocabulary", made.iri(vocabulary))
    for form in _TRIPLES:
        made.add(dataset, VOID + "feature", made.iri(FORMATS + form))
    for row in store.query(_TOTALS):
        for name, value in zip(("triples", "distinctSubjects", "distinctObjects"), row, strict=True):  # type: ignore[arg-type]
            made.add(dataset, VOID + name, made.number(int(value.value)))
    for part, of, query in (
        ("classPartition", "class", _CLASSES),
        ("propertyPartition", "property", _PROPERTIES),
    ):
        for iri, number in _counted(store, query):
            node = made.blank()
            made.add(dataset, VOID + part, node)
            made.add(node, VOID + of, made.iri(iri))
            made.add(node, VOID + ("entities" if of == "class" else "triples"), made.number(number))
    return made.reply(task)


def ontology(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """The ontology: its file, or a page of its terms."""
    from pyoxigraph import RdfFormat, parse

    format, media_type = negotiated(task.get("accept"), (*TRIPLES, HTML))
    quads = [
        quad
        for name in ("cinegraph.ttl", "alignments.ttl")
        for quad in parse(path=str(resource("ontology", name)), format=RdfFormat.TURTLE)
    ]
    if format != "html":
        from cinegraph.store.answers import Triples

        body = Triples(quad.triple for quad in quads).serialize(format)
        return Reply(200, typed(media_type), body, {"vary": "Accept"})
    from cinegraph.service.rendering import page

    return page("ontology.html", here="ontology", terms=_terms(quads))


def _terms(quads: Iterable[Any]) -> dict[str, list[dict[str, str]]]:
    found: dict[str, dict[str, str]] = {}
    quads = list(quads)
    unions = _unions(quads)
    for quad in quads:
        if quad.subject.value.startswith(CG):
            fields = found.setdefault(quad.subject.value, {"name": quad.subject.value.removeprefix(CG)})
            name = quad.predicate.value.replace("#", "/").rpartition("/")[2]
            value = quad.object.value
            if name == "type" and value.rpartition("#")[2] not in ("Class", "ObjectProperty", "DatatypeProperty"):
                continue
            shown = unions.get(value) or _short(value)
            fields.setdefault(name, value if name in ("label", "comment") else shown)
    rows = sorted(found.values(), key=lambda fields: fields["name"])
    full = [{"label": "", "comment": "", "type": "", "domain": "", "range": "", **fields} for fields in rows]
    return {
        "classes": [each for each in full if each["type"] == "Class"],
        "properties": [each for each in full if each["type"].endswith("Property")],
    }


def _unions(quads: Iterable[Any]) -> dict[str, str]:
    """For each class without a name the names of the classes that it unites: ``Film, Series or Organization``."""
    after = {(quad.subject.value, quad.predicate.value.rpartition("#")[2]): quad.object.value for quad in quads}

    def members(cell: str) -> list[str]:
        names = []
        while (cell, "first") in after:
            names.append(_short(after[cell, "first"]))
            cell = after[cell, "rest"]
        return names

    united = {thing: members(head) for (thing, what), head in after.items() if what == "unionOf"}
    return {thing: " or ".join(filter(None, (", ".join(names[:-1]), names[-1]))) for thing, names in united.items()}


def _short(iri: str) -> str:
    return iri.removeprefix(CG) if iri.startswith(CG) else iri.replace("#", "/").rpartition("/")[2]


def _counted(store: Store, query: str) -> list[tuple[str, int]]:
    return [(iri.value, int(number.value)) for iri, number in store.query(query)]  # type: ignore[union-attr, misc]


def _example(store: Store, made: _Made) -> NamedNode:
    from cinegraph.rdf.terms import entity_iri

    known = store.names.best_known(1)
    return made.iri(entity_iri(known[0].id) if known else ENTITIES_GRAPH)


class _Made:
    """Triples that are being gathered.

    :param base: what their own nodes' IRIs begin with
    """

    def __init__(self, base: str) -> None:
        self._base = base
        self._triples: list[Triple] = []

    def iri(self, text: str) -> NamedNode:
        from pyoxigraph import NamedNode

        return NamedNode(text)

    def here(self, name: str) -> NamedNode:
        return self.iri(self._base + name)

    def blank(self) -> NamedNode:
        # Named, so that the description is the same every time.
        return self.here(f"part-{len(self._triples)}")

    def number(self, value: int) -> Literal:
        from pyoxigraph import Literal, NamedNode

        return Literal(str(value), datatype=NamedNode(XSD + "integer"))

    def text(self, value: str) -> Literal:
        from pyoxigraph import Literal

        return Literal(value)

    def add(self, subject: NamedNode, predicate: str, value: NamedNode | Literal) -> None:
        from pyoxigraph import Triple

        self._triples.append(Triple(subject, self.iri(predicate), value))

    def reply(self, task: Mapping[str, Any]) -> Reply:
        from pyoxigraph import serialize

        from cinegraph.store.answers import GRAPH_FORMATS

        # Whoever asks for a page gets Turtle, which a browser shows.
        format, media_type = ("turtle", "text/turtle") if task["html"] else negotiated(task.get("accept"), TRIPLES)
        prefixes = {
            **{name: PREFIXES[name] for name in ("rdf", "rdfs", "dcterms", "cg", "xsd")},
            "sd": SD,
            "void": VOID,
            "formats": FORMATS,
            "here": self._base,
        }
        body = serialize(self._triples, format=GRAPH_FORMATS[format], prefixes=prefixes) or b""
        return Reply(200, typed(media_type), body, {"vary": "Accept"})
