"""The article page: a text with its names marked by type and, beside it, the claims that it makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from cinegraph.model import Block, BlockKind, Claim, Document, Entity, EntityRef, EntityType, Evidence, Mention, Value
from cinegraph.network.style import TYPE_STYLES, display_label, relation_words
from cinegraph.views import pages
from cinegraph.views.emphasis import MARKDOWN, emphasis

STYLES = ("base.css", "article.css")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in which nothing begins or ends: its words, the name it belongs to, the claims it says.

    :ivar claims: numbers of the claims, divided by blanks
    :ivar first: whether a claim's sentence begins here
    :ivar address: where the page of the name is, if there is one
    :ivar face: of Markdown: whether it is bold, italic, or a sign that makes other words so
    """

    text: str
    type: str = ""
    entity: str = ""
    claims: str = ""
    first: bool = False
    label: str = ""
    face: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article, cut into segments."""

    kind: str
    level: int
    speaker: str | None
    segments: list[Segment] = field(default_factory=list)


def write_article_page(
    document: Document,
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
    entities: Iterable[Entity],
    addresses: Mapping[str, str] | None = None,
) -> str:
    """The page of one article as one HTML text; hovering a sentence shows its claims, hovering a claim its sentence.

    :param mentions: the names in it
    :param claims: what it says; evidence from other articles is left aside
    :param entities: whatever the mentions and claims refer to
    :param addresses: for the ids of entities where their own pages are; their names lead there

    >>> page = write_article_page(Document("a.txt", "Beanpole won.", "0" * 64), [], [], [])
    >>> "Beanpole won." in page
    True
    """
    known = {entity.id: entity for entity in entities}
    rows = [(claim, item) for claim in claims for item in claim.evidence if item.article == document.name]
    rows.sort(key=lambda row: (row[1].start, row[1].end, row[0].predicate, row[0].subject))
    names = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    script, style = pages.joined(["article.js"]), "\n".join([*map(pages.part, STYLES), _type_styles()])
    return pages.fill(
        "article.html",
        {
            "title": document.title or document.name,
            "name": document.name,
            "language": "en",
            "text_language": document.language or "en",
            "record": [part for part in (document.publisher, document.author, document.date) if part],
            "types": _types(names),
            "blocks": [_paragraph(document, block, names, rows, known, addresses or {}) for block in _blocks(document)],
            "claims": [_row(claim, item, known, addresses or {}) for claim, item in rows],
            "policy": pages.policy([script], [style]),
        },
        {"script": script, "style": style},
    )


def _blocks(document: Document) -> Sequence[Block]:
    """The article's blocks; of a text that has none, its lines."""
    if document.blocks:
        return document.blocks
    blocks, start = [], 0
    for line in document.text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(start, start + len(line.rstrip()), BlockKind.PARAGRAPH))
        start += len(line)
    return blocks


def _paragraph(
    document: Document,
    block: Block,
    names: Sequence[Mention],
    rows: Sequence[tuple[Claim, Evidence]],
    known: Mapping[str, Entity],
    addresses: Mapping[str, str],
) -> Paragraph:
    within = [name for name in names if name.start < block.end and block.start < name.end]
    said = [(i, item) for i, (_, item) in enumerate(rows) if item.start < block.end and block.start < item.end]
    spans = [(name.start, name.end) for name in within] + [(item.start, item.end) for _, item in said]
    faces = emphasis(document.text, block.start, block.end) if document.name.endswith(MARKDOWN) else []
    spans += [(face.start, face.end) for face in faces]
    edges = sorted({block.start, block.end, *(at for span in spans for at in span if block.start < at < block.end)})
    paragraph = Paragraph(block.kind.value, block.level, block.speaker)
    for start, end in pairwise(edges):
        here = [i for i, item in said if item.start <= start and end <= item.end]
        begins = any(max(item.start, block.start) == start for i, item in said if i in here)
        name = next((name for name in within if name.start <= start and end <= name.end), None)
        face = " ".join(sorted({face.kind for face in faces if face.start <= start and end <= face.end}))
        paragraph.segments.append(_segment(document.text[start:end], name, here, begins, known, face, addresses))
    return paragraph


def _segment(
    text: str,
    name: Mention | None,
    claims: Sequence[int],
    begins: bool,
    known: Mapping[str, Entity],
    face: str,
    addresses: Mapping[str, str],
) -> Segment:
    entity = known.get(name.entity) if name else None
    count = f"{len(claims)} {'claim' if len(claims) == 1 else 'claims'}"
    return Segment(
        text,
        name.type.value if name else "",
        f"{display_label(entity)} ({entity.type.value})" if entity else "",
        " ".join(map(str, claims)),
        bool(claims) and begins,
        f"{text.strip()[:60]}: {count} here",
        face,
        addresses.get(name.entity, "") if name else "",
    )


def _row(claim: Claim, evidence: Evidence, known: Mapping[str, Entity], addresses: Mapping[str, str]) -> dict[str, Any]:
    stated = [(name.replace("_", " "), _show(value, known)) for name, value in claim.qualifiers]
    return {
        "subject": display_label(known[claim.subject]) if claim.subject in known else claim.subject,
        "subject_address": addresses.get(claim.subject, ""),
        "object_address": addresses.get(claim.object.id, "") if isinstance(claim.object, EntityRef) else "",
        "relation": relation_words(claim.predicate)[0],
        "object": _show(claim.object, known),
        "qualifiers": stated,
        "modality": evidence.modality.value,
        "cue": evidence.cue,
        "speaker": evidence.speaker,
        "rule": evidence.rule,
        "entailed_by": evidence.entailed_by,
    }


def _show(value: Value, known: Mapping[str, Entity]) -> str:
    if isinstance(value, EntityRef):
        return display_label(known[value.id]) if value.id in known else value.id
    return value.value


def _types(names: Iterable[Mention]) -> list[dict[str, Any]]:
    counts = Counter(name.type for name in names)
    return [
        {"name": kind.value, "path": style.path, "plural": style.plural, "count": counts[kind]}
        for kind, style in TYPE_STYLES.items()
        if counts[kind]
    ]


def _type_styles() -> str:
    """Colours of the types, and rules that take the marks of one type away."""
    light = "".join(_colours(kind, style.colour, style.outline) for kind, style in TYPE_STYLES.items())
    dark = "".join(_colours(kind, style.dark_colour, style.dark_outline) for kind, style in TYPE_STYLES.items())
    hide = "".join(f".hide-{kind.value} .name.t-{kind.value} {{ text-decoration: none; }}\n" for kind in EntityType)
    return f"{light}@media (prefers-color-scheme: dark) {{\n{dark}}}\n{hide}"


def _colours(kind: EntityType, fill: str, line: str) -> str:
    return f".t-{kind.value} {{ --type-mark: {fill}; fill: {fill}; stroke: {line}; }}\n"
