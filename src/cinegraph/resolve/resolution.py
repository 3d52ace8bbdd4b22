"""Resolution as a whole: the steps in their order, and what comes of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cinegraph.lexicon import Lexicon, load_lexicon
from cinegraph.model import Claim, EntityType, Extraction, Knowledge, Mention, Merge, Modality
from cinegraph.resolve.assembly import Outlines, Settled, assemble, settle
from cinegraph.resolve.bare_names import join_bare_names
from cinegraph.resolve.claims import claims_behind, evidence_of
from cinegraph.resolve.clusters import Clusters
from cinegraph.resolve.columns import Nodes
from cinegraph.resolve.conflicts import conflict_between
from cinegraph.resolve.deciding import apply_decisions
from cinegraph.resolve.decisions import Decision
from cinegraph.resolve.films import join_films_by_director, join_films_by_title
from cinegraph.resolve.nodes import nodes_of_article
from cinegraph.resolve.others import join_others
from cinegraph.resolve.outlines import Outline, outline_of
from cinegraph.resolve.people import join_people_by_name
from cinegraph.resolve.people_in_context import join_people_in_context
from cinegraph.resolve.placed import Placed
from cinegraph.resolve.state import Resolution

# Each step may give the next one evidence: a film in common, a director known. Real articles come to rest after three.
_ROUNDS = 8
_SAID = frozenset({Modality.ASSERTED, Modality.FORMER})
_STEPS = (
    join_others,
    join_people_by_name,
    join_films_by_title,
    join_people_in_context,
    join_bare_names,
    join_films_by_director,
)


def resolve(
    extractions: Iterable[Extraction], decisions: Sequence[Decision] = (), lexicon: Lexicon | None = None
) -> Knowledge:
    """What all articles say together: one entity for one thing, claims united, doubtful merges listed.

    The same for the articles in any order. Of two extractions of one article only one counts.

    :param decisions: a person's decisions, which stand over all else
    :param lexicon: the shipped one where None
    :raises CinegraphError: if a claim or a mention refers to an entity that its extraction lacks

    >>> from cinegraph.model import Document, Entity
    >>> def article(name, title):
    ...     return Extraction(Document(name, "", ""), (Entity("f", EntityType.FILM, title, (title,)),))
    >>> [entity.id for entity in resolve([article("b", "Ivan’s Childhood"), article("a", "IVAN'S CHILDHOOD")]).entities]
    ['film/ivans-childhood']
    """
    articles = _distinct(extractions)
    outlines = [outline_of(extraction) for extraction in articles]
    placed = place(lambda: outlines, decisions, lexicon)
    found = {extraction.document.name: extraction for extraction in articles}
    return Knowledge(
        entities=tuple(placed.entities.in_order()),
        claims=tuple(_with_evidence(claim, found) for claim in placed.claims),
        documents=tuple(extraction.document for extraction in articles),
        mentions=dict(_mentions(articles, placed)),
        doubts=placed.doubts,
    )


def place(outlines: Outlines, decisions: Sequence[Decision] = (), lexicon: Lexicon | None = None) -> Placed:
    """What all articles say together, from their outlines: which entity is which, claims united, doubts.

    Much smaller than what :func:`resolve` gives, which has all texts and quotes besides.

    :param outlines: in the order of the articles' names, each name once; asked for several times
    :param lexicon: the shipped one where None
    """
    lexicon = lexicon or load_lexicon()
    return assemble(_settled(outlines, decisions, lexicon), outlines, decisions)


def _settled(outlines: Outlines, decisions: Sequence[Decision], lexicon: Lexicon) -> Settled:
    """Which entities there are; the nodes, which take most memory, are let go before claims are united."""
    nodes, starts, former = _nodes(outlines(), lexicon)
    state = Resolution(nodes, Clusters(nodes, conflict_between), lexicon)
    apply_decisions(state, decisions)
    _join_by_lexicon(state)
    _run_steps(state)
    return settle(state, starts, former)


def _nodes(
    outlines: Iterable[Outline], lexicon: Lexicon
) -> tuple[Nodes, Sequence[int], Sequence[tuple[int, str]]]:
    """A node for each entity of each article; for each article the number of the first of its nodes; and nodes with
    what they were called before."""
    nodes, starts = Nodes(lexicon), array("i")
    former: list[tuple[int, str]] = []
    for outline in outlines:
        start = len(nodes)
        starts.append(start)
        nodes.add(outline.article, nodes_of_article(outline, start, lexicon))
        for claim in outline.claimed():
            if claim.predicate == "former_name" and isinstance(claim.object, str) and _SAID & set(claim.said):
                former.append((start + claim.subject, claim.object))
    nodes.complete()
    return nodes, starts, former


def _with_evidence(claim: Claim, found: Mapping[str, Extraction]) -> Claim:
    behind = claims_behind(claim)
    return replace(claim, evidence=evidence_of(found[article].claims[place] for article, place in behind))


def _mentions(articles: Sequence[Extraction], placed: Placed) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    for start, extraction in zip(placed.starts, articles, strict=True):
        numbers = {
            local: placed.numbers[start + place]
            for place, local in enumerate(sorted(each.id for each in extraction.entities))
        }
        ids = placed.entities.ids
        yield (
            extraction.document.name,
            tuple(replace(each, entity=ids[numbers[each.entity]]) for each in extraction.mentions),
        )


def _distinct(extractions: Iterable[Extraction]) -> list[Extraction]:
    """The extractions in order of their articles' names; of several of one name one, whichever order they come in."""
    found: dict[str, Extraction] = {}
    for extraction in extractions:
        name = extraction.document.name
        known = found.get(name)
        found[name] = extraction if known is None or known == extraction else max(known, extraction, key=repr)
    return [found[name] for name in sorted(found)]


def _join_by_lexicon(state: Resolution) -> None:
    first: dict[tuple[EntityType, str], int] = {}
    for node in range(len(state.nodes)):
        form = state.nodes.form(node)
        if form.lexicon:
            known = first.setdefault((form.type, form.lexicon), node)
            one, other = sorted((state.nodes.form(known).label, form.label))
            state.clusters.unite(known, node, Merge(one, other, "same entry of the lexicon"))


def _run_steps(state: Resolution) -> None:
    """Run the steps until none finds anything more; doubts are those of the last round."""
    decided = dict(state.doubts)
    for _ in range(_ROUNDS):
        before = state.clusters.number
        state.doubts = dict(decided)
        for step in _STEPS:
            step(state)
        if state.clusters.number == before:
            break
