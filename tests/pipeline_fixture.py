"""Articles on disk, and an extractor of one sentence form that stands in for the real one."""

from __future__ import annotations

import re
from pathlib import Path

from cinegraph.model import Claim, Document, Entity, EntityRef, EntityType, Evidence, Extraction, Literal, Modality
from cinegraph.pipeline import Extractor

_SAID = re.compile(r"(?P<film>[A-Z][\w ]+?) \((?P<year>\d{4})\) was directed by (?P<person>[A-Z]\w+ [A-Z]\w+)\.")
ARTICLES = {
    "one.txt": "Salt Road (2019) was directed by Vera Orlova. Winter Harbour (2016) was directed by Vera Orlova.",
    "two.txt": "Salt Road (2019) was directed by Vera Orlova. Glass Orchard (2018) was directed by Nino Lomidze.",
    "deep/three.txt": "Northern Line (2012) was directed by Anton Belsky.",
}


def extract(document: Document) -> Extraction:
    """Films with their directors and years; a text that says BROKEN makes it fail."""
    if "BROKEN" in document.text:
        raise ZeroDivisionError("by nought")
    entities: dict[str, Entity] = {}
    claims = []
    for match in _SAID.finditer(document.text):
        film = Entity(f"film:{match['film']}", EntityType.FILM, match["film"], (match["film"],))
        person = Entity(f"person:{match['person']}", EntityType.PERSON, match["person"], (match["person"],))
        entities |= {film.id: film, person.id: person}
        evidence = (Evidence(document.name, match.start(), match.end(), match[0], Modality.ASSERTED, "fixture"),)
        claims.append(Claim(film.id, "director", EntityRef(person.id), (), evidence))
        claims.append(Claim(film.id, "publication_year", Literal(match["year"]), (), evidence))
    return Extraction(document, tuple(entities[id] for id in sorted(entities)), (), tuple(claims))


EXTRACTOR = Extractor("fixture", "fixture-1", extract)


def write_articles(folder: Path, articles: dict[str, str] = ARTICLES) -> Path:
    """A folder with these articles."""
    for name, text in articles.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
