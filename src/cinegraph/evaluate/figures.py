"""The figures of a measurement; they add up over articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass

from cinegraph.evaluate.gold import GoldFact
from cinegraph.rdf.facts import Fact


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over one article or more.

    :ivar required: facts of the gold that count for recall, and ``found`` of them
    :ivar right: facts given that the gold has, with the same modality
    :ivar wrong: facts given that the gold has not; ``merges`` of them are on an entity with the names of two
    :ivar wrong_modality: facts given that the gold has with another modality
    :ivar qualifiers: qualifiers of the facts found that the gold asks for, and ``qualifiers_right`` of them
    :ivar quoted: facts given, and ``grounded`` of them with every quote standing in the text where it says
    :ivar entities: gold entities hit, and ``one_to_one`` of them under one entity that is no other's as well
    """

    required: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    wrong_modality: int = 0
    merges: int = 0
    qualifiers: int = 0
    qualifiers_right: int = 0
    quoted: int = 0
    grounded: int = 0
    entities: int = 0
    one_to_one: int = 0

    @property
    def precision(self) -> float:
        """Right facts among those given; 0 where none was given."""
        return ratio(self.right, self.right + self.wrong + self.wrong_modality)

    @property
    def recall(self) -> float:
        """Found facts among those required; 0 where none is."""
        return ratio(self.found, self.required)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def qualifier_share(self) -> float:
        """Qualifiers given right among those asked for."""
        return ratio(self.qualifiers_right, self.qualifiers)

    @property
    def grounded_share(self) -> float | None:
        """Grounded facts among those given; None where none could be checked."""
        return self.grounded / self.quoted if self.quoted else None

    @property
    def one_to_one_share(self) -> float:
        """Entities hit under one name and no other's among the entities hit."""
        return ratio(self.one_to_one, self.entities)


@dataclass(frozen=True, slots=True)
class RelationFigures:
    """Counts of one relation; ``wrong`` includes facts with a wrong modality."""

    required: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """The measurement of one article, with what was missed and what was wrong."""

    article: str
    figures: Figures
    by_relation: Mapping[str, RelationFigures]
    missed: tuple[GoldFact, ...]
    wrong: tuple[Fact, ...]
    wrong_modality: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The measurement of all articles.

    :ivar by_relation: most frequent in the gold first
    """

    articles: tuple[ArticleScore, ...]

    @property
    def figures(self) -> Figures:
        """The figures over all articles."""
        columns = zip(*(astuple(article.figures) for article in self.articles), strict=True)
        return Figures(*map(sum, columns))

    @property
    def by_relation(self) -> dict[str, RelationFigures]:
        """The figures of each relation, those most frequent in the gold first."""
        names = {name for article in self.articles for name in article.by_relation}
        total = {name: _sum(article.by_relation.get(name) for article in self.articles) for name in names}
        return dict(sorted(total.items(), key=lambda pair: (-pair[1].required, pair[0])))

    @property
    def macro_f1(self) -> float:
        """The mean of the articles' F1."""
        return sum(article.figures.f1 for article in self.articles) / len(self.articles)


@dataclass(frozen=True, slots=True)
class Report:
    """Gold against extracted.

    :ivar core: on facts among filmmakers, films, festivals and awards
    :ivar all: on all facts
    :ivar missing: articles of the gold that were not built; they count as articles in which nothing was found
    """

    core: Score
    all: Score
    missing: tuple[str, ...] = ()


def ratio(part: int, whole: int) -> float:
    """A share, 0 of nothing being 0."""
    return part / whole if whole else 0.0


def _sum(figures: Iterable[RelationFigures | None]) -> RelationFigures:
    rows = [astuple(each) for each in figures if each is not None]
    return RelationFigures(*map(sum, zip(*rows, strict=True)))
