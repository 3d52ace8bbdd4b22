"""IRIs, prefixes and vocabulary names, as plain strings: this module imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from cinegraph.errors import InputError
from cinegraph.kinds import EntityType
from cinegraph.relations import RELATIONS, camel

if TYPE_CHECKING:
    from cinegraph.model import Claim, Evidence, Value

BASE = "https://w3id.org/cinegraph/"
CG = BASE + "ontology#"
ID = BASE + "id/"
GRAPH = BASE + "graph/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

_NODE_KINDS = ("claim", "evidence", "article", "target", "merge", "doubt", "speaker", "decision", "curator")

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "cg": CG,
        **{kind.value.lower(): f"{ID}{kind.value.lower()}/" for kind in EntityType},
        **{kind: f"{ID}{kind}/" for kind in _NODE_KINDS},
        "graph": GRAPH,
        "rdf": RDF,
        "rdfs": RDFS,
        "owl": OWL,
        "xsd": XSD,
        "skos": SKOS,
        "dcterms": DCTERMS,
        "schema": SCHEMA,
        "oa": OA,
        "prov": PROV,
    }
)
"""Prefix to namespace: declared beforehand in every query."""

WRITTEN_PREFIXES: Mapping[str, str] = MappingProxyType(
    {prefix: namespace for prefix, namespace in PREFIXES.items() if prefix not in ("speaker", "curator")}
)
"""The prefixes used in Turtle and its like. A person's name as printed may end in a full stop, which a prefixed name
has to escape, and rdflib does not read that."""

ENTITIES_GRAPH = GRAPH + "entities"
CLAIMS_GRAPH = GRAPH + "claims"
VIEW_GRAPH = GRAPH + "view"
CURATION_GRAPH = GRAPH + "curation"
RUNS_GRAPH = GRAPH + "runs"
ARTICLE_GRAPHS = GRAPH + "article/"

TYPE, SUBJECT, PREDICATE, OBJECT = RDF + "type", RDF + "subject", RDF + "predicate", RDF + "object"
LABEL, ALT_LABEL = RDFS + "label", SKOS + "altLabel"
STRING, DATE, BOOLEAN, INTEGER, DOUBLE = (XSD + name for name in ("string", "date", "boolean", "integer", "double"))

CLAIM, EVIDENCE, ARTICLE, EDITION, MERGE, DOUBT = (
    CG + name for name in ("Claim", "Evidence", "Article", "Edition", "Merge", "Doubt")
)
SLUG, LEXICON_ENTRY, EDITION_OF, YEAR = CG + "slug", CG + "lexiconEntry", CG + "editionOf", CG + "year"
GENDER, RUN_BY, GIVEN_BY = CG + "gender", CG + "runBy", CG + "givenBy"
EDITION_PROPERTY, STATUS, DECISION, ENDED, CONTRADICTS, CONTRADICTION = (
    CG + name for name in ("edition", "status", "decision", "ended", "contradicts", "contradiction")
)
EARLIEST, LATEST, EDTF_PROPERTY = CG + "earliest", CG + "latest", CG + "edtf"
MODALITY, RULE, CUE, ENTAILED_BY, STEP, STATES = (
    CG + name for name in ("modality", "rule", "cue", "entailedBy", "step", "states")
)
MERGE_PROPERTY, REASON, SCORE = (CG + name for name in ("merge", "reason", "score"))
LEFT_NAME, RIGHT_NAME, LEFT_ENTITY, RIGHT_ENTITY = (
    CG + name for name in ("leftName", "rightName", "leftEntity", "rightEntity")
)
RECORD = CG + "record"
DECISION_CLASS, VERDICT, DECIDES, LEFT_TYPE, RIGHT_TYPE, LEFT_ARTICLE, RIGHT_ARTICLE, ON_RELATION, QUALIFIED_BY = (
    CG + name
    for name in (
        "Decision",
        "verdict",
        "decides",
        "leftType",
        "rightType",
        "leftArticle",
        "rightArticle",
        "onRelation",
        "qualifiedBy",
    )
)

ANNOTATION_BODY, ANNOTATION_TARGET, SOURCE, SELECTOR = (
    OA + name for name in ("hasBody", "hasTarget", "hasSource", "hasSelector")
)
SPECIFIC_RESOURCE, POSITION_SELECTOR, QUOTE_SELECTOR = (
    OA + name for name in ("SpecificResource", "TextPositionSelector", "TextQuoteSelector")
)
START, END, EXACT, PREFIX, SUFFIX = (OA + name for name in ("start", "end", "exact", "prefix", "suffix"))
ATTRIBUTED_TO, AGENT, GENERATED_AT = (PROV + name for name in ("wasAttributedTo", "Agent", "generatedAtTime"))
COMMENT, DATE_TIME = RDFS + "comment", XSD + "dateTime"

IDENTIFIER, TITLE, ISSUED = DCTERMS + "identifier", DCTERMS + "title", DCTERMS + "issued"
AUTHOR, PUBLISHER, IN_LANGUAGE, MEDIA_TYPE, URL, SHA256 = (
    SCHEMA + name for name in ("author", "publisher", "inLanguage", "encodingFormat", "url", "sha256")
)

QUALIFIERS: tuple[str, ...] = tuple(sorted({name for relation in RELATIONS.values() for name in relation.qualifiers}))
"""Every qualifier that some relation may carry, by its name in ``facts.md``."""


def qualifier_term(name: str) -> str:
    """A qualifier's name in RDF.

    ``cg:edition`` is the edition itself, derived from festival and year, so its number as printed has another name.

    >>> qualifier_term("for_work"), qualifier_term("edition")
    ('forWork', 'editionNumber')
    """
    return "editionNumber" if name == "edition" else camel(name)


RELATION_OF_IRI: Mapping[str, str] = MappingProxyType({CG + rel.term: name for name, rel in RELATIONS.items()})
QUALIFIER_OF_IRI: Mapping[str, str] = MappingProxyType({CG + qualifier_term(name): name for name in QUALIFIERS})


def relation_iri(name: str) -> str:
    """A relation's IRI.

    :raises InputError: if there is no such relation

    >>> relation_iri("cast_member")
    'https://w3id.org/cinegraph/ontology#castMember'
    """
    if name not in RELATIONS:
        raise InputError(f"there is no relation {name!r}; the relations are: {', '.join(sorted(RELATIONS))}")
    return CG + RELATIONS[name].term


def qualifier_iri(name: str) -> str:
    """A qualifier's IRI.

    :raises InputError: if no relation has such a qualifier

    >>> qualifier_iri("for_work")
    'https://w3id.org/cinegraph/ontology#forWork'
    """
    if name not in QUALIFIERS:
        raise InputError(f"there is no qualifier {name!r}; the qualifiers are: {', '.join(QUALIFIERS)}")
    return CG + qualifier_term(name)


def type_iri(kind: EntityType) -> str:
    """The class of an entity type.

    >>> type_iri(EntityType.FILM)
    'https://w3id.org/cinegraph/ontology#Film'
    """
    return CG + kind.value


def encode(segment: str) -> str:
    """Any text as one segment of an IRI's path: percent-encoded UTF-8, and never a dot segment.

    Source: RFC 3986, section 2.3 (unreserved characters) and section 5.2.4 (dot segments).

    >>> encode("a/b «ц».txt"), encode("..")
    ('a%2Fb%20%C2%AB%D1%86%C2%BB.txt', '%2E%2E')
    """
    return "%2E" * len(segment) if segment in {".", ".."} else quote(segment, safe="", errors="strict")


def decode(segment: str) -> str:
    """What :func:`encode` was given.

    >>> decode(encode("a/b «ц».txt"))
    'a/b «ц».txt'
    """
    return unquote(segment, errors="strict")


@lru_cache(maxsize=65_536)
def entity_iri(entity: str) -> str:
    """The IRI of an entity id.

    >>> entity_iri("film/beanpole")
    'https://w3id.org/cinegraph/id/film/beanpole'
    """
    kind, _, slug = entity.partition("/")
    return f"{ID}{encode(kind)}/{encode(slug)}"


def entity_id(iri: str) -> str:
    """The entity id of an IRI made by :func:`entity_iri`.

    :raises InputError: if it is no IRI of an entity

    >>> entity_id("https://w3id.org/cinegraph/id/film/beanpole")
    'film/beanpole'
    """
    kind, slash, slug = iri.removeprefix(ID).partition("/")
    if not iri.startswith(ID) or not slash or "/" in slug:
        raise InputError(f"{iri} is not the IRI of an entity; those look like {ID}film/beanpole")
    return f"{decode(kind)}/{decode(slug)}"


def slug_of(entity: str) -> str:
    """The part of an entity id after its type.

    >>> slug_of("film/beanpole")
    'beanpole'
    """
    return entity.partition("/")[2]


def edition_iri(festival: str, year: str) -> str:
    """The IRI of a festival's edition in a year.

    >>> edition_iri("festival/cannes-film-festival", "2019")
    'https://w3id.org/cinegraph/id/festival/cannes-film-festival/2019'
    """
    return f"{entity_iri(festival)}/{encode(year)}"


def article_iri(name: str) -> str:
    """The IRI of an article by its name.

    >>> article_iri("news/a b.txt")
    'https://w3id.org/cinegraph/id/article/news%2Fa%20b.txt'
    """
    return f"{ID}article/{encode(name)}"


def article_name(iri: str) -> str:
    """The name of the article that an IRI made by :func:`article_iri` or :func:`article_graph` stands for.

    :raises InputError: if it is neither

    >>> article_name("https://w3id.org/cinegraph/graph/article/a.txt")
    'a.txt'
    """
    for start in (f"{ID}article/", ARTICLE_GRAPHS):
        if iri.startswith(start):
            return decode(iri.removeprefix(start))
    raise InputError(f"{iri} is not the IRI of an article; those look like {ID}article/name.txt")


def article_graph(name: str) -> str:
    """The named graph that holds an article's bibliographic record and its evidence.

    >>> article_graph("a.txt")
    'https://w3id.org/cinegraph/graph/article/a.txt'
    """
    return ARTICLE_GRAPHS + encode(name)


def digest(*parts: object) -> str:
    """A short name for content: 130 bits of its SHA-256, in lower-case base 32; two contents never share one.

    >>> digest("a", ["b"])
    'cgnsztfxrwfpadkdeahtpqrif6'
    """
    plain, hashed = _hashing()
    number = int.from_bytes(hashed(plain(parts).encode("ascii")).digest()[:17], "big") >> 6
    pairs = _pairs()
    return "".join([pairs[number >> shift & 1023] for shift in range(120, -1, -10)])


@cache
def _hashing() -> tuple[Callable[[object], str], Callable[[bytes], Any]]:
    # Loaded here because a look-up makes no IRIs of content, and they cost it 5 ms.
    import hashlib
    import json

    return json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode, hashlib.sha256


@cache
def _pairs() -> list[str]:
    """All pairs of signs of base 32 (RFC 4648, section 6), in lower case."""
    signs = "abcdefghijklmnopqrstuvwxyz234567"
    return [one + other for one in signs for other in signs]


def claim_id(claim: Claim) -> str:
    """The last part of a claim's IRI: a hash of subject, predicate, object and all qualifiers, never of its evidence.

    >>> from cinegraph.model import Claim, EntityRef
    >>> claim_id(Claim("film/beanpole", "director", EntityRef("person/kantemir-balagov")))
    'u3ipykp6yojusmxlrxj4k5nnrt'
    """
    return _claim_id(claim.subject, claim.predicate, claim.object, claim.qualifiers)


@lru_cache(maxsize=65_536)
def _claim_id(subject: str, predicate: str, value: Value, qualifiers: tuple[tuple[str, Value], ...]) -> str:
    pairs = [[name, *_plain(each)] for name, each in sorted(qualifiers, key=lambda pair: pair[0])]
    return digest(subject, predicate, _plain(value), pairs)


def claim_iri(claim: Claim) -> str:
    """A claim's IRI.

    >>> from cinegraph.model import Claim, EntityRef
    >>> claim_iri(Claim("film/beanpole", "director", EntityRef("person/kantemir-balagov")))
    'https://w3id.org/cinegraph/id/claim/u3ipykp6yojusmxlrxj4k5nnrt'
    """
    return f"{ID}claim/{claim_id(claim)}"


def evidence_iri(claim: str, evidence: Evidence) -> str:
    """The IRI of one piece of evidence of a claim: a hash of the claim and of everything the evidence holds.

    :param claim: its IRI
    """
    fields = (
        evidence.article,
        evidence.start,
        evidence.end,
        evidence.quote,
        evidence.modality,
        evidence.rule,
        evidence.cue,
        evidence.speaker,
        evidence.entailed_by,
        evidence.steps,
        sorted(evidence.states),
    )
    return f"{ID}evidence/{digest(claim.removeprefix(f'{ID}claim/'), *fields)}"


def target_iri(evidence: Evidence) -> str:
    """The IRI of the stretch of an article that evidence points at; claims resting on one sentence share it."""
    return f"{ID}target/{digest(evidence.article, evidence.start, evidence.end, evidence.quote)}"


def speaker_iri(name: str) -> str:
    """The IRI of someone who is quoted, by the name as printed.

    >>> speaker_iri("Kantemir Balagov")
    'https://w3id.org/cinegraph/id/speaker/Kantemir%20Balagov'
    """
    return f"{ID}speaker/{encode(name)}"


def _plain(value: Value) -> list[str]:
    from cinegraph.model import EntityRef

    return ["entity", value.id] if isinstance(value, EntityRef) else ["literal", value.value]
