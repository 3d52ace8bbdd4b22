"""The kinds that the values of :mod:`cinegraph.model` come in.

They stand apart because a look-up needs them and nothing else of the model, whose classes cost 8 ms to define.
"""

from __future__ import annotations

from enum import StrEnum


class EntityType(StrEnum):
    """What an entity is. The values are the names of the export and of the RDF classes."""

    PERSON = "Person"
    FILM = "Film"
    SERIES = "Series"
    WORK = "Work"
    FESTIVAL = "Festival"
    SECTION = "Section"
    AWARD = "Award"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    PUBLICATION = "Publication"


class Modality(StrEnum):
    """How an article says something: as a fact, a rumour, a plan, a denial, or a thing of the past."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    PLANNED = "planned"
    NEGATED = "negated"
    FORMER = "former"


class BlockKind(StrEnum):
    """What a stretch of an article is in its layout."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    BYLINE = "byline"
    QUESTION = "question"
    ANSWER = "answer"
    BOILERPLATE = "boilerplate"
    METADATA = "metadata"
