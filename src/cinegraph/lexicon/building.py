"""Turns checked rows into entries: ids, forms of names, what belongs to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cinegraph.errors import LexiconError
from cinegraph.lexicon.entries import Entry
from cinegraph.lexicon.fold import slug
from cinegraph.lexicon.names import category_forms, distinct, has_own_name, held_forms, prize_forms
from cinegraph.lexicon.rows import Row, rows_of
from cinegraph.model import EntityType

_SUPERLATIVES = ("Best ", "Outstanding ", "Most ")
_SINGLE = ("place", "country", "conferred_by", "run_by", "honours", "gender", "kind")
_TYPES = {"organization": EntityType.ORGANIZATION, "publication": EntityType.PUBLICATION}


def entries_of(path: Path, content: Row) -> Iterator[Entry]:
    """The entries of one file; ``conferred_by`` and ``run_by`` are still names.

    :raises LexiconError: if a row is malformed
    """
    default = content.get("source", "")
    for row in rows_of(path, content, "festival"):
        yield from _festival(path, {"source": default, **row})
    for row in rows_of(path, content, "award"):
        yield from _award(path, {"source": default, **row})
    for table, kind in _TYPES.items():
        for row in rows_of(path, content, table):
            yield _entry(kind, f"{table}/{slug(row['name'])}", {"source": default, **row})


def _entry(kind: EntityType, entry_id: str, row: Row, **belonging: str | None) -> Entry:
    editions = row.get("editions")
    single = {name: row.get(name) for name in _SINGLE}
    return Entry(
        id=entry_id,
        type=kind,
        name=row["name"],
        aliases=distinct(row.get("aliases", ()), without=row["name"]),
        contextual=distinct(row.get("contextual", ())),
        editions=(editions[0], editions[1]) if editions else None,
        skipped=tuple(row.get("skipped", ())),
        source=row.get("source", ""),
        since=row.get("since"),
        **single,
        **belonging,
    )


def _festival(path: Path, row: Row) -> Iterator[Entry]:
    festival = _entry(EntityType.FESTIVAL, f"festival/{slug(row['name'])}", row)
    yield festival
    labels = _labels(row)
    sections: dict[str, Entry] = {}
    for section_row in row.get("sections", ()):
        section = _section({"source": row["source"], **section_row}, festival, labels)
        sections[section_row.get("name") or section_row["generic"]] = section
        yield section
    for prize_row in row.get("awards", ()):
        wanted = prize_row.get("section")
        if wanted is not None and wanted not in sections:
            known = ", ".join(sections) or "none"
            raise LexiconError(f"{path}: {row['name']}: an award names the section {wanted!r}; possible are {known}")
        yield _prize({"source": row["source"], **prize_row}, festival, labels, sections.get(wanted or ""))


def _labels(row: Row) -> list[str]:
    """What stands before a festival's generic names, as in "Cannes Jury Prize"; the first makes preferred names."""
    contextual = row.get("contextual", ())
    first = row.get("label") or next(iter(contextual), row["name"])
    return list(distinct([first, *contextual[:1], *(name for name in contextual if name == row.get("place"))]))


def _section(row: Row, festival: Entry, labels: list[str]) -> Entry:
    generic = row.get("generic")
    name = row.get("name") or f"{labels[0]} {generic}"
    aliases, contextual = list(row.get("aliases", ())), list(row.get("contextual", ()))
    if generic:
        aliases += held_forms(labels, generic)
        contextual.insert(0, generic)
    whole = {**row, "name": name, "aliases": aliases, "contextual": contextual}
    section_id = f"section/{slug(labels[0])}-{slug(generic or name).removeprefix(slug(labels[0]) + '-')}"
    return _entry(EntityType.SECTION, section_id, whole, festival=festival.id)


def _prize(row: Row, festival: Entry, labels: list[str], section: Entry | None) -> Entry:
    generic = row.get("generic")
    # A section with a name of its own stands before its prizes ("Un Certain Regard Jury Prize"), another does not.
    named = section is not None and section.name == row.get("section")
    before = [section.name, *section.aliases[:2]] if section is not None and named else labels
    name = row.get("name") or f"{before[0]} {generic}"
    aliases, contextual = list(row.get("aliases", ())), list(row.get("contextual", ()))
    if generic:
        aliases += held_forms(before, generic)
        contextual = [*prize_forms(generic), *contextual]
    giver = row.get("conferred_by") or (section.run_by if section else None) or festival.id
    whole = {**row, "name": name, "aliases": aliases, "contextual": contextual, "conferred_by": giver}
    prefix = "" if slug(name).startswith(slug(labels[0])) else slug(labels[0]) + "-"
    section_id = section.id if section else None
    return _entry(EntityType.AWARD, f"award/{prefix}{slug(name)}", whole, festival=festival.id, section=section_id)


def _award(path: Path, row: Row) -> Iterator[Entry]:
    body = _entry(EntityType.AWARD, f"award/{slug(row['name'])}", row)
    yield body
    brands = row.get("brands", [row["name"]])
    for category in row.get("categories", ()):
        yield _category({"source": row["source"], **category}, body, brands)


def _category(row: Row, body: Entry, brands: list[str]) -> Entry:
    called = [row["name"], *row.get("aliases", ())]
    name = f"{brands[0]} {row['name']}" if has_own_name(row["name"]) else f"{brands[0]} for {row['name']}"
    whole = {
        **row,
        "name": name,
        "aliases": [form for category in called for brand in brands for form in category_forms(brand, category)],
        "contextual": [*(form for name in called for form in _bare_forms(name)), *row.get("contextual", ())],
        "conferred_by": row.get("conferred_by") or body.conferred_by,
    }
    return _entry(EntityType.AWARD, f"award/{slug(name)}", whole, part_of=body.id)


def _bare_forms(category: str) -> Iterable[str]:
    """A category's names without its academy; a single word ("Directing") is none."""
    if has_own_name(category) or not category.startswith(_SUPERLATIVES):
        return [category] if " " in category else []
    return prize_forms(category)
