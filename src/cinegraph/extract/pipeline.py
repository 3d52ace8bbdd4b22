"""The built-in extractor: reads a document and hands over entities, mentions and claims."""

from __future__ import annotations

from cinegraph.extract.entailments import entail
from cinegraph.extract.filmography import own_films
from cinegraph.extract.gate import admit
from cinegraph.extract.reader import Reader
from cinegraph.extract.topics import is_a_portrait
from cinegraph.extract.work_of_people import told_by_the_end
from cinegraph.lexicon import Lexicon, load_lexicon
from cinegraph.model import Document, EntityRef, Extraction, Mention

# So many prizes of others make no life.
_SEVERAL = 2


def extract(document: Document, lexicon: Lexicon | None = None) -> Extraction:
    """Everything a document says about filmmakers, films, festivals and awards.

    :returns: entities with ids local to the article, mentions in text order, claims in text order, each with its quotes
    """
    reader = Reader(document, lexicon or load_lexicon())
    reader.read()
    told_by_the_end(reader.collector)
    if person := _whose_life(reader):
        draft = reader.registry.draft(person)
        if not draft.occupations and not _directs(reader, person):
            draft.occupations = set(reader.reading.craft)
        occupations = frozenset(draft.occupations)
        own_films(reader.collector, document, reader.text, reader.mentions, person, occupations, _listed(reader))
    entail(reader.collector, reader.lexicon, person)
    claims = reader.collector.claims()
    registry = reader.registry
    used = {c.subject for c in claims}
    used |= {c.object.id for c in claims if isinstance(c.object, EntityRef)}
    used |= {v.id for c in claims for _, v in c.qualifiers if isinstance(v, EntityRef)}
    found = tuple(sorted(_mentions(reader, used), key=lambda m: (m.start, m.end, m.entity)))
    return admit(Extraction(document, registry.entities(used), found, claims, tuple(reader.collector.dropped)))


def _directs(reader: Reader, person: str) -> bool:
    """Whether the article has said of a film that this person directed it: the craft in its last lines is then somebody else's."""
    return any(maker == reader.registry.current(person) for _, maker in reader.collector.pairs("director"))


def _listed(reader: Reader) -> list[str]:
    """The films of which a line of a filmography tells what they are to whose films they are."""
    told = [row for row in reader.naming.filmography_rows if row.relations is not None]
    films = (reader.naming.named(row.title, "F") for row in told)
    return [id_ for film in films if film is not None for id_ in film.ids]


def _whose_life(reader: Reader) -> str | None:
    """The person whose life or work an article tells of: that of a portrait, or the one who is interviewed."""
    discourse = reader.discourse
    if len(discourse.speakers) == 1:
        return discourse.speakers[0]
    if not discourse.life or discourse.review or discourse.speakers:
        return None
    alone = is_a_portrait(reader.document, reader.mentions, discourse.topic_person)
    return discourse.topic_person if alone and not _lists_winners(reader, discourse.topic_person) else None


def _lists_winners(reader: Reader, person: str | None) -> bool:
    """Whether an article lists the prizes of others than the one it names oftenest: it reports on an evening, and tells no life."""
    naming, current = reader.naming, reader.registry.current
    others = 0
    for line in naming.prizes:
        named = [naming.named(span, "P") for span, type_ in line.names if type_ == "Person"]
        ids = {current(id_) for node in named if node is not None for id_ in node.ids}
        others += bool(ids) and person not in ids
    return others >= _SEVERAL


def _mentions(reader: Reader, used: set[str]) -> set[Mention]:
    """The mentions of what is claimed about: a bare mention is no claim, and a name without one is no entity of the graph."""
    found = set()
    for node in reader.mentions:
        for id_ in node.ids:
            current = reader.registry.current(id_)
            if current in used and current in reader.registry.drafts:
                type_ = reader.registry.drafts[current].type
                found.add(Mention(node.start, node.end, type_, current, node.kind, node.note))
    return found
