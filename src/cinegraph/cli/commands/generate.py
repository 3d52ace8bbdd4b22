"""``cinegraph generate``: a made-up film graph of any size."""

from __future__ import annotations

from pathlib import Path

import click

from cinegraph.cli.formats import Reply
from cinegraph.cli.output import Output, output_options, refuse_overwriting, replacing
from cinegraph.cli.session import Session, pass_session
from cinegraph.errors import InputError
from cinegraph.questions.answers import Table
from cinegraph.store.location import is_url

_ENDINGS = {".nq": "nquads", ".nt": "ntriples", ".ttl": "turtle", ".trig": "trig"}


@click.command("generate", short_help="Make up a film graph of any size, to try and to measure.")
@click.argument("triples", type=click.IntRange(10_000), metavar="N")
@click.option("--seed", type=int, default=1, show_default=True, help="Another seed, another world.")
@click.option("--to", "target", metavar="FILE", help="Write RDF (.nq .nt .ttl .trig) instead of filling the store.")
@output_options()
@pass_session
def command(session: Session, triples: int, seed: int, target: str | None, output: Output) -> None:
    """Make up a film world of about N triples: festivals, sections, prizes, careers, films, articles with sentences.

    The same N and seed give the same graph, byte for byte. It fills a new store (name one with --store), or with --to a
    file. Nothing in it is true.

    \b
    cinegraph --store big.graph generate 1000000
    cinegraph generate 100000 --seed 7 --to world.ttl
    """
    if target is not None:
        count = _write(Path(target), triples, seed, output.force)
        rows: tuple[tuple[str, int], ...] = (("quads", count),)
    else:
        from cinegraph.generate import generate_store

        if is_url(session.store_path):
            raise InputError("a made-up graph goes into a folder; load into a service what -o writes as N-Quads")
        if Path(session.store_path).exists() and not output.force:
            raise InputError(f"{session.store_path} exists already; name a new one with --store, or add --force")
        count, names = generate_store(Path(session.store_path), triples, seed)
        rows = (("quads", count), ("names", names))
    if not session.quiet or output.format != "table" or output.path is not None:
        output.emit(Reply(Table(("what", "number"), rows), dict(rows)))


def _write(path: Path, triples: int, seed: int, force: bool) -> int:
    from pyoxigraph import DefaultGraph, Quad, RdfFormat, serialize

    from cinegraph.generate import generate_quads
    from cinegraph.rdf.terms import PREFIXES

    name = _ENDINGS.get(path.suffix.lower())
    if name is None:
        raise InputError(f"{path} should end in one of {', '.join(_ENDINGS)}")
    refuse_overwriting(path, force)
    form = {"nquads": RdfFormat.N_QUADS, "ntriples": RdfFormat.N_TRIPLES, "turtle": RdfFormat.TURTLE}.get(
        name, RdfFormat.TRIG
    )
    count = 0

    def counted() -> object:
        nonlocal count
        for quad in generate_quads(triples, seed):
            count += 1
            yield (
                quad
                if form.supports_datasets
                else Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()).triple
            )

    prefixes = dict(PREFIXES) if name in ("turtle", "trig") else None
    with replacing(path, force) as file:
        serialize(counted(), file, form, prefixes=prefixes)  # type: ignore[arg-type]
    return count
