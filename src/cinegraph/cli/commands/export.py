"""``cinegraph export``: the whole graph as a file."""

from __future__ import annotations

import click

from cinegraph.cli.output import Output, output_options
from cinegraph.cli.session import Session, pass_session

NETWORK = ("graphml", "gexf", "cytoscape-json")
FORMATS = ("turtle", "trig", "nquads", "ntriples", "json-ld", "rdfxml", *NETWORK, "csv", "facts")


@click.command("export", short_help="Write the whole graph to a file.")
@output_options(FORMATS, default="turtle")
@pass_session
def command(session: Session, output: Output) -> None:
    """Write the whole graph: RDF, a network for other programs, a table of claims, or facts as JSON Lines.

    Turtle, N-Triples and RDF/XML hold the union of all graphs; TriG, N-Quads and JSON-LD keep them apart.

    \b
    cinegraph export -o graph.ttl
    cinegraph export --format facts > facts.jsonl
    cinegraph export -o network.graphml
    """
    with session.open() as store:
        if output.format in NETWORK:
            from cinegraph.network import to_graph, write_network

            output.write([write_network(to_graph(store), output.format)])
            return
        from cinegraph.rdf.exchange import export

        output.write([export(store.quads(), output.format)])
