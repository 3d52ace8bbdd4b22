"""``cinegraph explain``: which sentences say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cinegraph.cli.card_text import passage_lines, wrapped
from cinegraph.cli.completion import names_of
from cinegraph.cli.formats import Reply
from cinegraph.cli.output import TABULAR, Output, output_options
from cinegraph.cli.plain import one_line, well_formed
from cinegraph.cli.session import Session, pass_session
from cinegraph.questions.answers import Table

if TYPE_CHECKING:
    from cinegraph.questions.explain import Explanation

_EVIDENCE = ("quote", "article", "date", "publisher", "modality", "rule", "cue", "speaker")
_COLUMNS = ("claim", "statement", "status", *_EVIDENCE)


@click.command("explain", short_help="Show the sentences behind claims.")
@click.argument("target", required=False, shell_complete=names_of())
@click.argument("relation", required=False)
@click.argument("other", required=False)
@click.option("--article", metavar="ARTICLE", help="For every sentence of this article, what was taken from it.")
@output_options((*TABULAR, "html"))
@pass_session
def command(
    session: Session, target: str | None, relation: str | None, other: str | None, article: str | None, output: Output
) -> None:
    """Show the sentences behind claims: article, date, rule, how names were resolved, why they are one.

    TARGET is a claim's IRI, or a name; RELATION and OTHER narrow it down. With --article the other way round: sentence
    by sentence what was taken from an article and by which rule, also as a page (--format html). A part of the
    article's name will do.

    \b
    cinegraph explain Beanpole
    cinegraph explain Beanpole won
    cinegraph explain Beanpole director "Kantemir Balagov"
    cinegraph explain https://w3id.org/cinegraph/id/claim/u3ipykp6yojusmxlrxj4k5nnrt
    cinegraph explain --article beanpole-review.md
    cinegraph explain --article beanpole-review.md -o beanpole.html
    """
    if (target is None) == (article is None):
        raise click.UsageError("give a claim or a name, or else --article ARTICLE")
    if article is not None:
        _explain_article(session, well_formed(article), output)
        return
    if output.format == "html":
        raise click.UsageError("--format html goes with --article")
    from cinegraph.questions.explain import explain

    with session.open() as store:
        found = explain(
            store,
            well_formed(str(target)),
            well_formed(relation) if relation is not None else None,
            well_formed(other) if other is not None else None,
        )
        output.emit(Reply(_table(found), found.document(), lambda window: _lines(found, window)))


def _explain_article(session: Session, article: str, output: Output) -> None:
    from cinegraph.cli.reading_text import reading_lines, reading_table
    from cinegraph.questions.articles import read_again

    with session.open() as store:
        if output.format == "html":
            from cinegraph.views import page_of_article

            output.write([page_of_article(store, article)])
            return
        found = read_again(store, article)
        output.emit(Reply(reading_table(found), found.to_json(), lambda window: reading_lines(found, window)))


def _table(found: Explanation) -> Table:
    rows = [
        (
            claim["claim"],
            claim["statement"],
            claim["status"],
            *(each[name] for name in _EVIDENCE),
        )
        for claim in found.document()["claims"]
        for each in claim["evidence"]
    ]
    return Table(_COLUMNS, tuple(rows))


def _lines(found: Explanation, window: int | None) -> Iterator[str]:
    from cinegraph.questions.words import statement_of

    for number, fact in enumerate(found.facts):
        if number:
            yield ""
        yield from (click.style(line, bold=True) for line in wrapped(one_line(statement_of(fact)), "", window))
        yield f"  {fact.iri}"
        if fact.iri in found.rulings:
            yield f"  {one_line(found.rulings[fact.iri].words)}"
        for reason in fact.reasons:
            yield f"  disputed: {one_line(reason)}"
        for passage in found.passages.get(fact.iri, ()):
            yield from passage_lines(passage, "  ", window)
            how = [f"rule {passage.rule}"]
            how += [f"{name} “{value}”" for name, value in (("cue", passage.cue),) if value]
            how += [f"follows by: {passage.entailed_by}"] if passage.entailed_by else []
            yield click.style(f"    {one_line('; '.join(how))}", dim=True)
            yield from (click.style(f"    {one_line(step)}", dim=True) for step in passage.steps)
    # That a name is the same as itself is told in JSON only.
    merges = [merge for merge in found.merges if merge.left != merge.right]
    if merges:
        yield ""
        yield click.style("Names taken to be one", bold=True)
        for merge in merges:
            told = f"{merge.entity}: “{merge.left}” and “{merge.right}”: {merge.reason}"
            yield from wrapped(one_line(told), "  ", window)
