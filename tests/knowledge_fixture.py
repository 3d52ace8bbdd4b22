"""A small, rich :class:`Knowledge` for tests of every room: 4 articles, all modalities, conflicts, editions, sections.

People, films and their fates are invented; only the festivals and prizes bear real names. What is in it on purpose:

- Vera Orlova won *Un Certain Regard Best Director* for *Salt Road* (Cannes 2019): said by two articles, once entailed;
- the FIPRESCI Prize of *Salt Road*: 2019 in one article, 2018 in another; Orlova's birthplace: Riga or Tallinn;
- *Winter Harbour* at Locarno 2016: asserted by one article, denied by another;
- Kowal in *The Last Ferry*: rumoured by one article, denied by another;
- her work on *Northern Line* is only denied, *The Last Ferry* only planned, her home in Tallinn a thing of the past;
- names in Cyrillic and Georgian, an alias for most things, one merge with its reason, one doubtful merge;
- article names with a folder, a blank and a letter outside ASCII.
"""

from __future__ import annotations

import re

from cinegraph.model import (
    Block,
    BlockKind,
    Claim,
    Document,
    Doubt,
    Entity,
    EntityRef,
    EntityType,
    Evidence,
    Extraction,
    Knowledge,
    Literal,
    Mention,
    Merge,
    Modality,
    Sentence,
    Value,
)

REPORT, PROFILE, INTERVIEW, ARCHIVE = "cannes/report.md", "profile orlova.txt", "interview.html", "arhīvs.txt"

_TEXTS = {
    REPORT: (
        "Orlova takes the directing prize",
        "Salt Road, directed by Vera Orlova, won Un Certain Regard Best Director at the Cannes Film Festival in 2019.",
        "Orlova's second feature had its world premiere in Un Certain Regard.",
        "Lucas Ferreira shot the film, Ines Duarte scored it, and Tomas Weber of Lighthouse Pictures produced it.",
        "Marta Kowal plays the ferryman's daughter Agnes.",
        "It also received the FIPRESCI Prize, conferred by the critics' federation FIPRESCI.",
        "Glass Orchard, by Nino Lomidze, was nominated for the Un Certain Regard Best Director prize.",
        "Anton Belsky sat on the Un Certain Regard jury.",
    ),
    PROFILE: (
        "The road of Vera Orlova",
        "Vera Orlova (Вера Орлова) was born in Riga on 25 January 1985.",
        "She studied directing at the Harbour Film School under Anton Belsky, as did Nino Lomidze (ნინო ლომიძე).",
        "Her debut, Winter Harbour (2016), was screened at the Locarno Film Festival in 2016, on the Piazza Grande.",
        "Winter Harbour won the Golden Leopard there.",
        "Salt Road (Соляная дорога), a Latvian film from 2019, is based on Ilona Berg's novel Salt.",
        "With it Orlova won the directing prize of Un Certain Regard in 2019.",
        "According to some reports, Marta Kowal will star in The Last Ferry.",
        "The Last Ferry is to be shot in Tallinn.",
        "Orlova used to live in Tallinn.",
        "Lighthouse Pictures is based in Riga.",
    ),
    INTERVIEW: (
        "Five questions for Vera Orlova",
        "The Reel Review: Did you write Salt Road yourself?",
        "Vera Orlova: I wrote Salt Road in one summer.",
        "Vera Orlova: Marta Kowal will not be in The Last Ferry.",
        "Vera Orlova: I did not work on Northern Line.",
        "Vera Orlova: It was Belsky's discipline that formed me.",
    ),
    ARCHIVE: (
        "From the archive",
        "Salt Road won the FIPRESCI Prize at Cannes in 2018.",
        "Orlova was born in Tallinn in 1985.",
        "Winter Harbour was not screened at the Locarno Film Festival.",
        "Glass Orchard was shortlisted for the Golden Leopard in 2018.",
        "Northern Line, a television series by Lomidze, was shown on Harbour TV.",
        "Weber and Orlova made Winter Harbour together.",
    ),
}

_RECORDS = {
    REPORT: ("text/markdown", "Jana Ozola", "The Reel Review", "2019-05-25", "https://example.org/report?a=1&b=2"),
    PROFILE: ("text/plain", None, "The Reel Review", "2020-02-10", None),
    INTERVIEW: ("text/html", "Jana Ozola", "The Reel Review", "2021-03", "https://example.org/interview"),
    ARCHIVE: ("text/plain", None, None, "2022", None),
}


def _document(name: str) -> Document:
    title, *lines = _TEXTS[name]
    text = "\n".join([title, *lines]) + "\n"
    starts = [text.index(line) for line in _TEXTS[name]]
    kinds = [BlockKind.HEADING, *(_kind(name, line) for line in lines)]
    ends = [start + len(line) for start, line in zip(starts, _TEXTS[name], strict=True)]
    media_type, author, publisher, date, url = _RECORDS[name]
    return Document(
        name=name,
        text=text,
        sha256=f"{len(text):064x}",
        media_type=media_type,
        title=title,
        author=author,
        publisher=publisher,
        date=date,
        language="en",
        url=url,
        record=(("rights", "invented for tests: 100 %"),) if name == REPORT else (),
        blocks=tuple(
            Block(
                start,
                end,
                kind,
                level=int(kind is BlockKind.HEADING),
                speaker=_speaker(line) if name == INTERVIEW else None,
            )
            for start, end, kind, line in zip(starts, ends, kinds, _TEXTS[name], strict=True)
        ),
        sentences=tuple(
            Sentence(start, end, index) for index, (start, end) in enumerate(zip(starts, ends, strict=True))
        ),
    )


def _kind(name: str, line: str) -> BlockKind:
    if name != INTERVIEW:
        return BlockKind.PARAGRAPH
    return BlockKind.QUESTION if line.endswith("?") else BlockKind.ANSWER


def _speaker(line: str) -> str | None:
    speaker, colon, _ = line.partition(": ")
    return speaker if colon else None


DOCUMENTS = tuple(_document(name) for name in sorted(_TEXTS))


def _entity(identifier: str, label: str, *aliases: str, **more: object) -> Entity:
    kind = EntityType(identifier.partition("/")[0].capitalize())
    return Entity(identifier, kind, label, tuple(sorted({label, *aliases})), **more)  # type: ignore[arg-type]


ENTITIES = tuple(
    sorted(
        [
            _entity(
                "person/vera-orlova",
                "Vera Orlova",
                "Orlova",
                "Вера Орлова",
                merges=(
                    Merge(
                        "Vera Orlova", "Вера Орлова", "one is a transliteration of the other, and they share Salt Road"
                    ),
                ),
            ),
            _entity("person/anton-belsky", "Anton Belsky", "Belsky"),
            _entity("person/ilona-berg", "Ilona Berg"),
            _entity("person/ines-duarte", "Ines Duarte"),
            _entity("person/lucas-ferreira", "Lucas Ferreira"),
            _entity("person/marta-kowal", "Marta Kowal"),
            _entity("person/nino-lomidze", "Nino Lomidze", "Lomidze", "ნინო ლომიძე"),
            _entity("person/tomas-weber", "Tomas Weber", "Weber"),
            _entity("film/salt-road", "Salt Road", "Соляная дорога"),
            _entity("film/winter-harbour", "Winter Harbour"),
            _entity("film/the-last-ferry", "The Last Ferry"),
            _entity("film/glass-orchard", "Glass Orchard"),
            _entity("series/northern-line", "Northern Line"),
            _entity("work/salt", "Salt"),
            _entity("festival/cannes-film-festival", "Cannes Film Festival", "Cannes", lexicon="festival/cannes"),
            _entity("festival/locarno-film-festival", "Locarno Film Festival", lexicon="festival/locarno"),
            _entity("section/un-certain-regard", "Un Certain Regard"),
            _entity("section/piazza-grande", "Piazza Grande"),
            _entity("award/un-certain-regard-best-director", "Un Certain Regard Best Director"),
            _entity("award/fipresci-prize", "FIPRESCI Prize"),
            _entity("award/golden-leopard", "Golden Leopard"),
            _entity("organization/fipresci", "FIPRESCI"),
            _entity("organization/harbour-film-school", "Harbour Film School"),
            _entity("organization/harbour-tv", "Harbour TV"),
            _entity("organization/lighthouse-pictures", "Lighthouse Pictures"),
            _entity("place/latvia", "Latvia"),
            _entity("place/riga", "Riga"),
            _entity("place/tallinn", "Tallinn"),
            _entity("publication/the-reel-review", "The Reel Review"),
        ],
        key=lambda entity: entity.id,
    )
)

_IDS = {entity.id.partition("/")[2]: entity.id for entity in ENTITIES}


def _value(text: str) -> Value:
    return EntityRef(_IDS[text]) if text in _IDS else Literal(text)


_Key = tuple[str, str, Value, tuple[tuple[str, Value], ...]]
_FOUND: dict[_Key, list[Evidence]] = {}


def _claim(
    article: str,
    line: int,
    subject: str,
    predicate: str,
    value: str,
    /,
    *,
    evidence: dict[str, object] | None = None,
    **qualifiers: str,
) -> None:
    """Add evidence, a line of the article, to a claim; the qualifiers belong to its key, all stated unless told."""
    named = tuple(sorted((name, _value(text)) for name, text in qualifiers.items()))
    quote = _TEXTS[article][line]
    document = next(document for document in DOCUMENTS if document.name == article)
    start = document.text.index(quote)
    fields: dict[str, object] = {
        "modality": Modality.ASSERTED,
        "rule": f"test.{predicate}",
        "states": tuple(sorted(qualifiers)),
    }
    fields |= evidence or {}
    item = Evidence(article=article, start=start, end=start + len(quote), quote=quote, **fields)  # type: ignore[arg-type]
    _FOUND.setdefault((_IDS[subject], predicate, _value(value), named), []).append(item)


_CANNES = {"year": "2019", "festival": "cannes-film-festival", "section": "un-certain-regard"}
_BEST_DIRECTOR = "un-certain-regard-best-director"
_SAID = {"speaker": "Vera Orlova"}

_claim(REPORT, 1, "salt-road", "director", "vera-orlova")
_claim(REPORT, 1, "salt-road", "won", _BEST_DIRECTOR, **_CANNES)
_claim(
    REPORT,
    1,
    "vera-orlova",
    "won",
    _BEST_DIRECTOR,
    **_CANNES,
    for_work="salt-road",
    evidence={
        "entailed_by": "a directing prize of a film is its director's",
        "steps": ("Salt Road is a film", "its director is Vera Orlova"),
    },
)
_claim(REPORT, 2, "salt-road", "director", "vera-orlova", ordinal="second")
_claim(
    REPORT,
    2,
    "salt-road",
    "premiered_at",
    "cannes-film-festival",
    year="2019",
    section="un-certain-regard",
    scope="world",
)
_claim(REPORT, 3, "salt-road", "cinematographer", "lucas-ferreira")
_claim(REPORT, 3, "salt-road", "composer", "ines-duarte")
_claim(REPORT, 3, "salt-road", "producer", "tomas-weber")
_claim(REPORT, 3, "salt-road", "production_company", "lighthouse-pictures")
_claim(REPORT, 4, "salt-road", "cast_member", "marta-kowal", role="Agnes")
_claim(REPORT, 5, "salt-road", "won", "fipresci-prize", year="2019", festival="cannes-film-festival")
_claim(REPORT, 5, "fipresci-prize", "conferred_by", "fipresci")
_claim(REPORT, 6, "glass-orchard", "director", "nino-lomidze")
_claim(REPORT, 6, "glass-orchard", "nominated_for", _BEST_DIRECTOR, **_CANNES)
_claim(REPORT, 7, "anton-belsky", "jury_member", "cannes-film-festival", year="2019", section="un-certain-regard")
_claim(REPORT, 2, "un-certain-regard", "section_of", "cannes-film-festival")

_claim(PROFILE, 1, "vera-orlova", "birth_place", "riga")
_claim(PROFILE, 1, "vera-orlova", "birth_date", "1985-01-25")
_claim(PROFILE, 2, "vera-orlova", "educated_at", "harbour-film-school", field="directing")
_claim(PROFILE, 2, "nino-lomidze", "educated_at", "harbour-film-school", field="directing")
_claim(PROFILE, 2, "vera-orlova", "student_of", "anton-belsky")
_claim(PROFILE, 2, "nino-lomidze", "student_of", "anton-belsky")
_claim(PROFILE, 2, "anton-belsky", "taught_at", "harbour-film-school")
_claim(PROFILE, 2, "nino-lomidze", "classmate_of", "vera-orlova")
_claim(PROFILE, 3, "winter-harbour", "director", "vera-orlova", ordinal="first")
_claim(PROFILE, 3, "winter-harbour", "publication_year", "2016")
_claim(PROFILE, 3, "winter-harbour", "screened_at", "locarno-film-festival", year="2016", section="piazza-grande")
_claim(PROFILE, 3, "piazza-grande", "section_of", "locarno-film-festival")
_claim(PROFILE, 4, "winter-harbour", "won", "golden-leopard", year="2016", festival="locarno-film-festival")
_claim(PROFILE, 5, "salt-road", "publication_year", "2019")
_claim(PROFILE, 5, "salt-road", "country", "latvia")
_claim(PROFILE, 5, "salt-road", "based_on", "salt")
_claim(PROFILE, 5, "ilona-berg", "author_of", "salt")
_claim(
    PROFILE,
    6,
    "vera-orlova",
    "won",
    _BEST_DIRECTOR,
    **_CANNES,
    for_work="salt-road",
    evidence={"states": ("for_work", "section", "year")},
)
_claim(
    PROFILE,
    7,
    "the-last-ferry",
    "cast_member",
    "marta-kowal",
    evidence={"modality": Modality.HEDGED, "cue": "According to some reports"},
)
_claim(
    PROFILE,
    8,
    "the-last-ferry",
    "filming_location",
    "tallinn",
    evidence={"modality": Modality.PLANNED, "cue": "is to be"},
)
_claim(PROFILE, 8, "the-last-ferry", "production_status", "planned")
_claim(PROFILE, 9, "vera-orlova", "residence", "tallinn", evidence={"modality": Modality.FORMER, "cue": "used to"})
_claim(PROFILE, 10, "lighthouse-pictures", "located_in", "riga")

_claim(
    INTERVIEW,
    2,
    "salt-road",
    "screenwriter",
    "vera-orlova",
    evidence={**_SAID, "steps": ("I is the speaker, Vera Orlova",)},
)
_claim(
    INTERVIEW,
    3,
    "the-last-ferry",
    "cast_member",
    "marta-kowal",
    evidence={**_SAID, "modality": Modality.NEGATED, "cue": "will not"},
)
_claim(
    INTERVIEW,
    4,
    "vera-orlova",
    "worked_on",
    "northern-line",
    evidence={**_SAID, "modality": Modality.NEGATED, "cue": "did not"},
)
_claim(INTERVIEW, 5, "vera-orlova", "influenced_by", "anton-belsky", kind="discipline", evidence=_SAID)
_claim(INTERVIEW, 1, "vera-orlova", "interviewed_by", "the-reel-review", year="2021")

_claim(ARCHIVE, 1, "salt-road", "won", "fipresci-prize", year="2018", festival="cannes-film-festival")
_claim(ARCHIVE, 2, "vera-orlova", "birth_place", "tallinn")
_claim(ARCHIVE, 2, "vera-orlova", "birth_date", "1985")
_claim(
    ARCHIVE,
    3,
    "winter-harbour",
    "screened_at",
    "locarno-film-festival",
    evidence={"modality": Modality.NEGATED, "cue": "was not"},
)
_claim(ARCHIVE, 4, "glass-orchard", "shortlisted_for", "golden-leopard", year="2018")
_claim(ARCHIVE, 5, "northern-line", "director", "nino-lomidze")
_claim(ARCHIVE, 5, "northern-line", "original_network", "harbour-tv")
_claim(ARCHIVE, 5, "northern-line", "form", "television series")
_claim(ARCHIVE, 6, "tomas-weber", "collaborated_with", "vera-orlova")
_claim(ARCHIVE, 6, "winter-harbour", "director", "vera-orlova", ordinal="first", evidence={"states": ()})


def _sort_key(value: Value) -> tuple[str, str]:
    return ("entity", value.id) if isinstance(value, EntityRef) else ("literal", value.value)


CLAIMS = tuple(
    Claim(*key, tuple(sorted(evidence, key=lambda item: (item.article, item.start, item.end))))
    for key, evidence in sorted(
        _FOUND.items(),
        key=lambda pair: (pair[0][0], pair[0][1], _sort_key(pair[0][2]), [(n, _sort_key(v)) for n, v in pair[0][3]]),
    )
)


def _mentions(document: Document) -> tuple[Mention, ...]:
    names = sorted(((name, entity) for entity in ENTITIES for name in entity.names), key=lambda pair: -len(pair[0]))
    found: list[Mention] = []
    taken = [False] * len(document.text)
    for name, entity in names:
        for match in re.finditer(rf"\b{re.escape(name)}\b", document.text):
            start, end = match.span()
            if not any(taken[start:end]):
                found.append(Mention(start, end, entity.type, entity.id, rule="test.name"))
                taken[start:end] = [True] * len(name)
    return tuple(sorted(found, key=lambda mention: mention.start))


KNOWLEDGE = Knowledge(
    entities=ENTITIES,
    claims=CLAIMS,
    documents=DOCUMENTS,
    mentions={document.name: _mentions(document) for document in DOCUMENTS},
    doubts=(Doubt("person/ilona-berg", "person/ines-duarte", "both begin with I", 0.25),),
)


def extraction(article: str) -> Extraction:
    """What one of the articles says by itself."""
    claims = [
        Claim(*claim.key, tuple(item for item in claim.evidence if item.article == article))
        for claim in CLAIMS
        if any(item.article == article for item in claim.evidence)
    ]
    return Extraction(
        document=next(document for document in DOCUMENTS if document.name == article),
        entities=ENTITIES,
        mentions=KNOWLEDGE.mentions[article],
        claims=tuple(claims),
    )
