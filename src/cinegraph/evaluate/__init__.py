"""Measures what was extracted against a gold standard: precision, recall, F1, and what lies behind them.

- *precision*: facts given that are right. A fact is right if the gold has it, required or not, with the same modality.
- *recall*: required facts of the gold that were found.
- An extracted entity counts under its label and those of its aliases that stand in the article. One that bears the
  names of two gold entities of one type is a wrong merge, and every fact on it is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from cinegraph.errors import InputError
from cinegraph.evaluate.figures import ArticleScore, Figures, RelationFigures, Report, Score
from cinegraph.evaluate.gold import Gold, GoldEntity, GoldFact, read_gold
from cinegraph.evaluate.scoring import score
from cinegraph.model import Knowledge
from cinegraph.rdf.facts import Fact, facts_of

__all__ = [
    "ArticleScore",
    "Figures",
    "Gold",
    "GoldEntity",
    "GoldFact",
    "RelationFigures",
    "Report",
    "Score",
    "evaluate",
    "evaluate_facts",
    "read_gold",
]


def evaluate(gold_dir: str | Path, knowledge: Knowledge, texts: Mapping[str, str] | None = None) -> Report:
    """Measure knowledge against a folder of gold files.

    :param texts: the articles' texts by name; by default those of the knowledge's documents
    :raises InputError: if the gold is malformed, or none of its articles was built
    """
    if texts is None:
        texts = {document.name: document.text for document in knowledge.documents}
    return evaluate_facts(read_gold(Path(gold_dir)), list(facts_of(knowledge)), texts)


def evaluate_facts(golds: Sequence[Gold], facts: Sequence[Fact], texts: Mapping[str, str]) -> Report:
    """Measure exported facts against gold standards.

    An article of the gold is the built one of the same name, or else of the same file name but for its ending.

    :param texts: the articles' texts by name
    :raises InputError: if none of the gold's articles was built
    """
    names = {gold.article: _built(gold.article, texts) for gold in golds}
    missing = tuple(article for article, name in names.items() if name is None)
    if len(missing) == len(names):
        raise InputError(f"none of the gold's articles was built; they are: {', '.join(missing)}")
    by_article: dict[str | None, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_article[fact["article"]].append(fact)

    def measured(*, core: bool) -> Score:
        return Score(tuple(_scored(gold, names[gold.article], by_article, texts, core=core) for gold in golds))

    return Report(core=measured(core=True), all=measured(core=False), missing=missing)


def _scored(
    gold: Gold, name: str | None, facts: Mapping[str | None, Sequence[Fact]], texts: Mapping[str, str], *, core: bool
) -> ArticleScore:
    found = facts.get(name, ()) if name is not None else ()
    return score(gold, found, texts.get(name) if name is not None else None, core=core)


def _built(article: str, names: Mapping[str, str]) -> str | None:
    if article in names:
        return article
    stem = PurePosixPath(article).stem
    return next((name for name in sorted(names) if PurePosixPath(name).stem == stem), None)
