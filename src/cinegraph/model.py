"""The values that pass between the rooms: frozen, typed, without input or output.

Offsets are half-open ``[start, end)`` and count code points of :attr:`Document.text`; for every span,
``document.text[span.start:span.end]`` is its text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cinegraph.kinds import BlockKind as BlockKind
from cinegraph.kinds import EntityType as EntityType
from cinegraph.kinds import Modality as Modality


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article: a heading, a paragraph, one item of a list, one turn of an interview.

    ``start`` is where its content begins (after a bullet, a ``#`` or a speaker's name), ``level`` the depth of a
    heading (1 is the highest) or of a list item. ``speaker`` is the name as printed, for a turn of an interview.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, inside one block (``block`` is the index into :attr:`Document.blocks`)."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it was read.

    :ivar name: its path relative to the folder that was built, with ``/``; the article's key everywhere
    :ivar text: the text that offsets refer to
    :ivar sha256: of the file's bytes, in hexadecimal
    :ivar date: when it was published, ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; from metadata or from a dateline
    :ivar record: other bibliographic fields (front matter, HTML metadata) as sorted pairs
    """

    name: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    url: str | None = None
    record: tuple[tuple[str, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed span that refers to an entity.

    :ivar entity: the id of the :class:`Entity` it refers to
    :ivar kind: ``name``, ``pronoun`` or ``nominal`` ("the director", "his second film")
    :ivar rule: how it was found and linked, in words
    """

    start: int
    end: int
    type: EntityType
    entity: str
    kind: str = "name"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that is no entity: a year, a date, an occupation, a genre."""

    value: str


@dataclass(frozen=True, slots=True)
class EntityRef:
    """A reference to an :class:`Entity` by its id."""

    id: str


Value = EntityRef | Literal


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two names are taken to be one entity (or might be)."""

    left: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing. In an :class:`Extraction` the id is local to the article; in a :class:`Knowledge` it is ``type/slug``.

    :ivar names: every surface form known, the label included, in order of code points
    :ivar lexicon: the id of the lexicon entry it was linked to, where there is one
    :ivar gender: ``female``, ``male`` or None where nothing tells
    :ivar merges: why its names are one entity
    """

    id: str
    type: EntityType
    label: str
    names: tuple[str, ...]
    lexicon: str | None = None
    gender: str | None = None
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of an article that says a claim: ``quote`` is ``text[start:end]``, at most 600 characters.

    :ivar cue: the words that hedge, deny or plan it, where there are some
    :ivar speaker: who says it, as printed, where it is a quotation or an answer
    :ivar entailed_by: the entailment rule, where the claim is not said but follows at once
    :ivar steps: how the mentions in it were resolved, one short sentence each
    :ivar states: names of the qualifiers that this very evidence gives (a claim may unite several)
    """

    article: str
    start: int
    end: int
    quote: str
    modality: Modality
    rule: str
    cue: str | None = None
    speaker: str | None = None
    entailed_by: str | None = None
    steps: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Subject, predicate, object, qualifiers; its key leaves the evidence out, so two articles can make one claim.

    :ivar qualifiers: pairs of name and value, sorted by name
    :ivar decision: ``accepted`` or ``rejected`` where a person has decided, over everything that the evidence says
    """

    subject: str
    predicate: str
    object: Value
    qualifiers: tuple[tuple[str, Value], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    decision: str | None = None

    @property
    def key(self) -> tuple[str, str, Value, tuple[tuple[str, Value], ...]]:
        """What makes it this claim and no other."""
        return self.subject, self.predicate, self.object, self.qualifiers

    def qualifier(self, name: str) -> Value | None:
        """The qualifier's value, or None.

        >>> Claim("f", "won", EntityRef("a"), (("year", Literal("2019")),)).qualifier("year")
        Literal(value='2019')
        """
        return next((value for key, value in self.qualifiers if key == name), None)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article says: entities with ids local to the article, mentions in text order, claims in text order.

    :ivar dropped: claims that the gate refused, as pairs of reason and description
    """

    document: Document
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A merge that was not made, for a person to decide: two entity ids of a :class:`Knowledge`, and why."""

    left: str
    right: str
    reason: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What all articles say together: entities resolved across articles, claims united, in a stable order.

    :ivar entities: sorted by id; ids are ``type/slug``, as in ``film/beanpole``
    :ivar claims: sorted by key
    :ivar documents: sorted by name
    :ivar mentions: for each article's name its mentions, ``entity`` being a resolved id
    :ivar doubts: possible merges that nobody has confirmed
    """

    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    documents: tuple[Document, ...] = ()
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
