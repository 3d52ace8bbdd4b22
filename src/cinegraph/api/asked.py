"""What a graph is asked: look-ups by name, and questions about all of it.

Everything heavy is imported where it is used: ``from cinegraph import Graph`` stays cheap.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cinegraph.errors import InputError
from cinegraph.kinds import EntityType

if TYPE_CHECKING:
    from cinegraph.api.result import Result
    from cinegraph.questions.answers import Table
    from cinegraph.questions.articles import ArticleReading
    from cinegraph.questions.cards import Card
    from cinegraph.questions.conflicts import Conflicts
    from cinegraph.questions.explain import Explanation
    from cinegraph.questions.figures import Figures
    from cinegraph.questions.headers import NamedQuery
    from cinegraph.questions.paths import Paths
    from cinegraph.store import NameHit, OpenStore

Values = Mapping[str, str | int | Sequence[str | int]]
"""Values for the parameters of a named question: one, or several to ask for any of them."""


class Asked:
    """A store that is open, and what it can be asked."""

    _store: OpenStore

    # Look-ups

    def find(self, name: str, *types: EntityType | str, year: int | str | None = None) -> NameHit:
        """The one entity that a name means.

        :param types: of which type it may be (``Film`` …); none means any
        :param year: for a film of several that bear the title
        """
        from cinegraph.questions.names import find_entity

        return find_entity(self._store, name, [_type(each) for each in types], _text(year))

    def search(self, text: str, limit: int = 20, type: EntityType | str | None = None) -> list[NameHit]:
        """The entities with a name like this one, best first; near misses too."""
        return self._store.names.search(text, limit, _type(type) if type else None)

    def person(self, name: str, *, evidence: bool = False) -> Card:
        """The card of a person.

        :param evidence: whether to read the sentences too (``passages``)
        """
        return self._card(name, (EntityType.PERSON,), evidence)

    def film(self, title: str, *, year: int | str | None = None, evidence: bool = False) -> Card:
        """The card of a film or series, by any of its titles.

        :param year: the film of this year, where several bear the title
        """
        return self._card(title, (EntityType.FILM, EntityType.SERIES), evidence, year)

    def festival(self, name: str, *, year: int | str | None = None, evidence: bool = False) -> Card:
        """The card of a festival.

        :param year: only the edition of this year
        """
        return self._card(name, (EntityType.FESTIVAL,), evidence, edition=year)

    def award(self, name: str, *, year: int | str | None = None, evidence: bool = False) -> Card:
        """The card of a prize.

        :param year: only this year
        """
        return self._card(name, (EntityType.AWARD,), evidence, edition=year)

    def card(self, name: str, *, evidence: bool = False) -> Card:
        """The card of anything that has a name: a school, a section, a place …"""
        return self._card(name, (), evidence)

    # Questions

    def query(
        self,
        sparql: str | None = None,
        *,
        name: str | None = None,
        values: Values | None = None,
        limit_seconds: float | None = None,
        queries: Sequence[str | Path] = (),
    ) -> Result:
        """Answer a SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE), or a named question.

        Our prefixes are declared already; the default graph is the union of all graphs.

        :param name: of a named question, in place of a query; :meth:`questions` lists them
        :param values: for its parameters
        :param limit_seconds: give up after so long
        :param queries: folders of named questions of your own
        :raises QueryError: if the query is malformed, an update, or calls another service
        :raises TimeLimitError: if it takes longer than allowed
        """
        from cinegraph.api.result import Result

        if (sparql is None) == (name is None):
            raise InputError("give a query, or the name of a named question")
        if values and name is None:
            raise InputError("values go with a named question")
        text = sparql if sparql is not None else self._bound(str(name), values or {}, queries)
        return Result(self._store.query(text, limit_seconds=limit_seconds))

    def questions(self, search: str | None = None, *, queries: Sequence[str | Path] = ()) -> dict[str, NamedQuery]:
        """The named questions, by name: title, description, parameters, an example.

        :param search: only those that speak of this
        """
        from cinegraph.questions.library import load_queries, search_queries

        found = load_queries([Path(each) for each in queries])
        return search_queries(found, search) if search else found

    def path(
        self,
        start: str,
        end: str,
        *,
        without: Sequence[str] = (),
        through: Sequence[str] = (),
        max_hops: int = 6,
        count: int = 3,
        uncertain: bool = False,
    ) -> Paths:
        """The shortest ways between two names, and the next-shortest, with the sentences behind each step.

        :param without: relations that no step may use
        :param through: relations each of which some step has to use
        :param uncertain: also along what is rumoured, planned or disputed
        :raises NotFoundError: if nothing connects them, as far as one may go
        """
        from cinegraph.questions.library import relation_name
        from cinegraph.questions.paths import CERTAIN, UNCERTAIN, Wanted, find_paths

        wanted = Wanted(
            without=[relation_name(each) for each in without],
            through=[relation_name(each) for each in through],
            hops=max_hops,
            most=count,
            statuses=UNCERTAIN if uncertain else CERTAIN,
        )
        return find_paths(self._store, self.find(start).id, self.find(end).id, wanted)

    def conflicts(self, about: str | None = None, *, kinds: Sequence[str] | None = None) -> Conflicts:
        """Where articles disagree, the gravest first, with the sentences.

        :param about: only what concerns this name
        :param kinds: only ``contradiction``, ``order`` or ``difference``
        """
        from cinegraph.questions.conflicts import KINDS, find_conflicts

        if unknown := set(kinds or ()) - set(KINDS):
            raise InputError(f"there is no kind of conflict {sorted(unknown)[0]!r}; the kinds are: {', '.join(KINDS)}")
        return find_conflicts(self._store, self.find(about).id if about is not None else None, kinds or KINDS)

    def explain(self, target: str, relation: str | None = None, other: str | None = None) -> Explanation:
        """Claims with their sentences, rules and steps.

        :param target: a name, or a claim's IRI
        :param relation: only claims of this relation
        :param other: only claims that name this too
        """
        from cinegraph.questions.explain import explain

        return explain(self._store, target, relation, other)

    def compare(self, one: str, other: str) -> Table:
        """Two people, films, festivals or prizes side by side, and what they share; of two kinds, what ties them."""
        from cinegraph.questions.compare import compare

        return compare(self.card(one), self.card(other))

    def figures(self, *, top: int = 5) -> Figures:
        """Who is most central, which communities there are, who ties festivals together; each in words."""
        from cinegraph.questions.figures import figures

        return figures(self._store, most=top)

    def stats(self) -> Table:
        """How much of what the graph holds."""
        from cinegraph.questions.statistics import statistics

        return statistics(self._store)

    def articles(self) -> list[str]:
        """The names of the articles that the graph was made from."""
        return self._store.articles.names()

    def article(self, name: str) -> ArticleReading:
        """An article sentence by sentence, with what was taken from each.

        :param name: its name, or a part of it
        """
        from cinegraph.questions.articles import read_again

        return read_again(self._store, name)

    def _card(
        self,
        name: str,
        types: tuple[EntityType, ...],
        evidence: bool,
        year: int | str | None = None,
        edition: int | str | None = None,
    ) -> Card:
        from cinegraph.questions.cards import card

        return card(self._store, self.find(name, *types, year=year).id, evidence=evidence, year=_text(edition))

    def _bound(self, name: str, values: Values, queries: Sequence[str | Path]) -> str:
        from cinegraph.questions.library import bind, named_query

        given = {key: [value] if isinstance(value, str | int) else list(value) for key, value in values.items()}
        texts = {key: [str(each) for each in each_given] for key, each_given in given.items()}
        return bind(named_query(name, [Path(each) for each in queries]), texts, self._store)


def _text(value: int | str | None) -> str | None:
    return None if value is None else str(value)


def _type(kind: EntityType | str) -> EntityType:
    if isinstance(kind, EntityType):
        return kind
    for each in EntityType:
        if each.value.lower() == kind.lower():
            return each
    raise InputError(f"there is no type {kind!r}; choose from {', '.join(each.value for each in EntityType)}")
