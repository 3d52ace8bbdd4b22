"""The gate: what every extractor's claims must stand up to before they are kept, the built-in one's and anybody's.

An extractor is a function from :class:`~cinegraph.model.Document` to :class:`~cinegraph.model.Extraction`, offered by
entry point in the group ``cinegraph.extractors``. A claim that fails is dropped and counted, with the reason, in
:attr:`Extraction.dropped`; nothing is mended.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from cinegraph.extract.text import fold
from cinegraph.model import (
    Claim,
    Document,
    Entity,
    EntityRef,
    EntityType,
    Evidence,
    Extraction,
    Literal,
    Mention,
    Modality,
    Value,
)
from cinegraph.relations import ENTITY_QUALIFIERS, RELATIONS

Extract = Callable[[Document], Extraction]
"""What a plug-in offers under the entry point group ``cinegraph.extractors``."""

MAX_QUOTE = 600
"""The most code points that a quote may have."""

REASONS = {
    "relation": "the vocabulary has no such relation",
    "subject type": "the relation takes no such subject",
    "object type": "the relation takes no such object, or its object is its subject",
    "literal object": "the relation takes an entity where the claim gives a text, or the text is empty",
    "qualifier": "the relation takes no such qualifier, or its value is of another type",
    "unknown entity": "the claim speaks of an entity that the extraction does not have",
    "only a pronoun": "the entity has no name, only a pronoun or a description",
    "name not in article": "none of the entity's names stands in the article",
    "quote": "no quote of at most 600 characters stands in the article at its offsets",
    "contradiction": "the very same sentence also says the opposite",
}
"""Why a claim is dropped: the reason as it is counted, and what it means."""

_JOINTS = frozenset({"for"})
_POSSESSIVES = (("'s", re.compile(r"'s(?<=\w's)\b")), ("’s", re.compile(r"’s(?<=\w’s)\b")))
_NO_NAME = re.compile(
    r"(?:i|me|my|mine|you|your|he|him|his|she|her|hers|it|its|we|us|our|they|them|their|who|whom|whose|himself|herself|itself|themselves|myself"
    r"|one|someone|somebody|everyone|nobody|both|(?:the )?(?:former|latter|duo|pair|couple|other|others|two)"
    r"|(?:(?:the|this|that|his|her|their|its|my|our) )?(?:(?:first|second|third|debut|new|next|latest|last|same)"
    r" |(?:own|feature|short|young) )*"
    r"(?:film|movie|picture|feature|short|series|documentary|debut|project|work|director|filmmaker|actor|actress|star|writer|screenwriter|producer"
    r"|festival|award|prize|jury|school|studio|company|city|country|man|woman|boy|girl|husband|wife|father|mother))"
)


@dataclass(frozen=True, slots=True)
class _Refusal:
    """A claim that fell, and why."""

    reason: str
    claim: Claim

    def pair(self) -> tuple[str, str]:
        value = self.claim.object
        text = value.id if isinstance(value, EntityRef) else value.value
        return self.reason, f"{self.claim.subject} {self.claim.predicate} {text}"


def admit(extraction: Extraction) -> Extraction:
    """What of an extraction passes the gate.

    To admit what has been admitted changes nothing. Entities that no claim and no mention speaks of are left out.

    :returns: the extraction with each claim that fell moved to ``dropped``, with a reason of :data:`REASONS`
    """
    entities = {entity.id: entity for entity in extraction.entities}
    unnamed = _unnamed(extraction.document, entities)
    refused: list[_Refusal] = []
    kept = []
    for claim in extraction.claims:
        standing = tuple(e for e in claim.evidence if stands(e, extraction.document))
        nameless = next((unnamed[id_] for id_ in _ids(claim) if unnamed.get(id_)), "")
        reason = misfit(claim, entities) or nameless or ("" if standing else "quote")
        if reason:
            refused.append(_Refusal(reason, claim))
        else:
            kept.append(claim if standing == claim.evidence else replace(claim, evidence=standing))
    kept = list(_consistent(kept, refused))
    mentions = tuple(m for m in extraction.mentions if _refers(m, extraction.document, entities))
    used = {mention.entity for mention in mentions} | {id_ for claim in kept for id_ in _ids(claim)}
    return replace(
        extraction,
        entities=tuple(e for e in extraction.entities if e.id in used),
        mentions=mentions,
        claims=tuple(kept),
        dropped=(*extraction.dropped, *(refusal.pair() for refusal in refused)),
    )


def stands(evidence: Evidence, document: Document) -> bool:
    """Whether a quote stands in the article at its offsets, neither blank nor longer than :data:`MAX_QUOTE`."""
    start, end = evidence.start, evidence.end
    if evidence.article != document.name or not 0 <= start < end <= min(len(document.text), start + MAX_QUOTE):
        return False
    return evidence.quote == document.text[start:end] and not evidence.quote.isspace()


def misfit(claim: Claim, entities: Mapping[str, Entity]) -> str:
    """The reason of :data:`REASONS` why a claim's parts do not fit its relation, or an empty string.

    >>> misfit(Claim("f", "likes", Literal("x")), {})
    'relation'
    """
    if claim.predicate not in RELATIONS:
        return "relation"
    if any(id_ not in entities for id_ in _ids(claim)):
        return "unknown entity"
    value = entities[claim.object.id].type if isinstance(claim.object, EntityRef) else None
    reason = unfitting(claim.predicate, entities[claim.subject].type, value)
    if reason or (isinstance(claim.object, EntityRef) and claim.object.id == claim.subject):
        return reason or "object type"
    if isinstance(claim.object, Literal) and not claim.object.value.strip():
        return "literal object"
    qualified = all(_qualifies(claim.predicate, name, other, entities) for name, other in claim.qualifiers)
    return "" if qualified else "qualifier"


def unfitting(relation: str, subject: EntityType, value: EntityType | None) -> str:
    """Why a relation does not take a subject and an object of these types, or an empty string.

    :param value: the object's type, None for a literal

    >>> unfitting("director", EntityType.FILM, EntityType.PERSON)
    ''
    >>> unfitting("director", EntityType.PERSON, EntityType.FILM)
    'subject type'
    """
    rules = RELATIONS[relation]
    if subject not in rules.subjects:
        return "subject type"
    if value is None:
        return "" if rules.literal else "literal object"
    return "" if value in rules.objects else "object type"


def _qualifies(relation: str, name: str, value: Value, entities: Mapping[str, Entity]) -> bool:
    if name not in RELATIONS[relation].qualifiers:
        return False
    if isinstance(value, Literal):
        return bool(value.value.strip())
    wanted = ENTITY_QUALIFIERS.get(name)
    screen = {EntityType.FILM, EntityType.SERIES, EntityType.WORK}
    return wanted is None or entities[value.id].type is wanted or {wanted, entities[value.id].type} <= screen


def _ids(claim: Claim) -> Iterator[str]:
    yield claim.subject
    if isinstance(claim.object, EntityRef):
        yield claim.object.id
    yield from (value.id for _, value in claim.qualifiers if isinstance(value, EntityRef))


def is_name(name: str) -> bool:
    """Whether a surface form names something, rather than pointing at it by a pronoun or a description.

    >>> is_name("Ada Doe"), is_name("her"), is_name("the director")
    (True, False, False)
    """
    return bool(name.strip()) and _NO_NAME.fullmatch(" ".join(name.replace("’", "'").lower().split())) is None


def _unnamed(document: Document, entities: Mapping[str, Entity]) -> dict[str, str]:
    """For each entity why it cannot be spoken of, or an empty string. The lexicon vouches for what it knows."""
    # Markdown's underscores are no letters of a name.
    text = f" {fold(_without_possessives(document.text.replace('_', ' ')))} "
    words = frozenset(text.split())
    found = {}
    for id_, entity in entities.items():
        forms = [form for form in dict.fromkeys((entity.label, *entity.names)) if form.strip()]
        if not any(map(is_name, forms)) and not _typed_name(entity, document):
            found[id_] = "only a pronoun"
        elif entity.lexicon is None and not any(_named_in(form, entity.type, text, words) for form in forms):
            found[id_] = "name not in article"
        else:
            found[id_] = ""
    return found


def _without_possessives(text: str) -> str:
    # Some pages set the opening mark.
    text = text.replace("‘s", "’s") if "‘s" in text else text
    for written, expression in _POSSESSIVES:
        if written in text:
            text = expression.sub("", text)
    return text


def _named_in(form: str, type_: EntityType, text: str, words: frozenset[str]) -> bool:
    """Whether a name stands in a folded text; what is no person may have its words apart ("the workshop of Doe"), a prize a dash for its "for"."""
    folded = fold(_without_possessives(form))
    if type_ is EntityType.AWARD:
        words = words | _JOINTS
    return f" {folded} " in text or (type_ is not EntityType.PERSON and words.issuperset(folded.split()))


def _typed_name(entity: Entity, document: Document) -> bool:
    """Whether a title that looks like a pronoun ("It", "Her") has its capital inside a sentence, or quotation marks."""
    if entity.type not in (EntityType.FILM, EntityType.SERIES, EntityType.WORK):
        return False
    forms = (form for form in (entity.label, *entity.names) if form[:1].isupper())
    return any(re.search(rf"(?:[\w,] |[“\"'‘«*_]){re.escape(form)}\b", document.text) for form in forms)


def _refers(mention: Mention, document: Document, entities: Mapping[str, Entity]) -> bool:
    return 0 <= mention.start < mention.end <= len(document.text) and mention.entity in entities


def _consistent(claims: list[Claim], refused: list[_Refusal]) -> Iterator[Claim]:
    """The claims without evidence whose sentence also denies it, or gives a one-way relation both ways round."""
    sides = defaultdict(set)
    ways = set()
    for claim in claims:
        ends = _ends(claim)
        for item in claim.evidence:
            sides[ends, item.start, item.end].add(item.modality is Modality.NEGATED)
            ways.add((ends, item.start, item.end))
    for claim in claims:
        said, turned = _ends(claim), _turned(claim)
        kept = tuple(
            item
            for item in claim.evidence
            if len(sides[said, item.start, item.end]) == 1 and (turned, item.start, item.end) not in ways
        )
        if kept:
            yield claim if kept == claim.evidence else replace(claim, evidence=kept)
        else:
            refused.append(_Refusal("contradiction", claim))


def _ends(claim: Claim) -> tuple[str, str, Value]:
    return claim.subject, claim.predicate, claim.object


def _turned(claim: Claim) -> tuple[str, str, Value] | None:
    """The ends of a one-way relation the other way round (each the student of the other)."""
    if not isinstance(claim.object, EntityRef) or RELATIONS[claim.predicate].symmetric:
        return None
    return claim.object.id, claim.predicate, EntityRef(claim.subject)
