"""What follows at once from what is said: a small, explicit list of rules over statements, each marked as entailed and tied to its sentence."""

from __future__ import annotations

import re
from collections import defaultdict

from cinegraph.extract import collaborations, films_of_lives
from cinegraph.extract.awards import honours
from cinegraph.extract.claims import Collector, Statement
from cinegraph.extract.conferrals import conferring_festival
from cinegraph.extract.patterns import pattern_of
from cinegraph.lexicon import Lexicon
from cinegraph.model import EntityType, Modality
from cinegraph.relations import RELATIONS

_PRIZES = ("won", "nominated_for", "shortlisted_for")
RULES = {
    "a personal prize for a film entails the part in it": "won(person, prize of a craft, for film) → craft(film, person)",
    "a festival's film prize taken by a person for a film is its director's": "won(person, prize for the film itself, at festival, for film) → director(film, person), won(film, prize)",
    "a director's prize of a film is its director's": "won(film, prize of direction) and director(film, person) → won(person, prize, for film)",
    "a craft's prize of a person for a film is the film's": "won(person, prize of direction, writing, camera, editing or music, for film) → won(film, prize)",
    "a film is shown at a festival once": "screened_at(film, festival, year) and won(film, prize, at festival) → the prize's year, and the other way round",
    "who shot what another directed held its camera": "director(film, a) by “shot” and director(film, b), or life(b, a director) → cinematographer(film, a)",
    "a festival's prize entails a screening there": "won(film, prize, at festival) → screened_at(film, festival)",
    "a prize got at a festival is that festival's": "won, nominated_for or shortlisted_for(…, prize, at festival), no prize of another body → conferred_by(prize, festival)",
    collaborations.RULE: "director(film, a) and director(film, b), or screenwriter, in one sentence that speaks of shared work → collaborated_with(a, b)",
    "a prize names the section of its festival": "won(…, section of festival) → section_of(section, festival)",
    "who attends a person's workshop is that person's student": "educated_at(a, workshop of b) → student_of(a, b)",
    films_of_lives.RULE: "life(person, a director), film told of and given to nobody else → director(film, person)",
    films_of_lives.CRAFT_RULE: "life(person, cinematographer, editor, composer or actor), film told of as worked on and given to nobody else → craft(film, person)",
    "to study under someone at a school is to be taught there": "student_of(a, b) and educated_at(a, school) in one sentence → taught_at(b, school)",
}
"""The rules by name, each with its form."""


_SHOOTS = re.compile(r"\b(?:shot|shoots?|filmed|films|shooting|filming)\b")


def entail(collector: Collector, lexicon: Lexicon, life: str | None = None) -> None:
    """Add what the statements entail; nothing is entailed from what is itself entailed, save a director's prize from an entailed credit.

    :param life: the person whose life or work the article tells of
    """
    _behind_the_camera(collector, life)
    said = list(collector.statements)
    for statement in said:
        if statement.relation in _PRIZES:
            _craft(collector, lexicon, statement)
    directors = _directors(collector)
    for statement in said:
        if statement.relation in _PRIZES:
            _directors_prize(collector, lexicon, statement, directors)
        if statement.relation == "won":
            _screening(collector, statement)
    _conferrals(collector, lexicon)
    for base, one, other in list(collaborations.collaborations(collector)):
        _add(collector, base, collaborations.RULE, one, "collaborated_with", other, {})
    _taught(collector, said)
    _years(collector)
    for statement in said:
        teacher = collector.registry.draft(statement.object).scope if statement.relation == "educated_at" else ""
        if teacher.startswith("person:") and collector.registry.current(teacher) != statement.subject:
            _add(
                collector,
                statement,
                "who attends a person's workshop is that person's student",
                statement.subject,
                "student_of",
                teacher,
                {},
            )


def _behind_the_camera(collector: Collector, life: str | None) -> None:
    """ "Ada shot F" makes her its cinematographer where the article says that another directed it, or that the camera is her trade.

    So it does in the life of another director.
    """
    directed: dict[str, set[str]] = defaultdict(set)
    holding: set[str] = set()
    shot = []
    current = collector.registry.current
    for statement in collector.statements:
        if statement.relation == "cinematographer":
            holding.add(current(statement.object))
        elif statement.relation == "director":
            pattern = pattern_of(statement.evidence.rule)
            if pattern is not None and pattern.perhaps_shot and _SHOOTS.search(statement.evidence.quote):
                shot.append(statement)
            else:
                directed[current(statement.subject)].add(current(statement.object))
    directors = set().union(*directed.values())
    subject = current(life) if life is not None and current(life) in directors else None
    for statement in shot:
        person, others = current(statement.object), directed[current(statement.subject)]
        trades = collector.registry.draft(person).occupations
        camera = "cinematographer" in trades or person in holding
        if subject is not None and person != subject and person not in directors:
            camera = True
        if person not in others and (others or camera) and not (camera and not others and person in directors):
            statement.relation = "cinematographer"


def _add(
    collector: Collector,
    base: Statement,
    rule: str,
    subject: str,
    relation: str,
    value: str,
    qualifiers: dict[str, tuple[str, bool]],
) -> None:
    evidence = base.evidence
    # Who did not win a festival's prize may well have been shown there, and the prize is the festival's all the same.
    if evidence.modality is Modality.NEGATED:
        return
    collector.state(
        subject, relation, value, qualifiers=qualifiers, span=(evidence.start, evidence.end), rule=evidence.rule, modality=evidence.modality,
        cue=evidence.cue, speaker=evidence.speaker, entailed_by=rule, steps=evidence.steps,
    )  # fmt: skip


def _type(collector: Collector, id_: str) -> EntityType:
    return collector.registry.draft(id_).type


def _honours(collector: Collector, lexicon: Lexicon, statement: Statement) -> str:
    draft = collector.registry.draft(statement.object)
    return honours(draft.label, lexicon.entries.get(draft.lexicon or ""))


def _craft(collector: Collector, lexicon: Lexicon, statement: Statement) -> None:
    work = statement.qualifiers.get("for_work")
    relation = _honours(collector, lexicon, statement)
    if (
        work is None
        or _type(collector, statement.subject) is not EntityType.PERSON
        or (statement.relation != "won" and not relation)
    ):
        return
    if not relation:
        if "festival" in statement.qualifiers and statement.evidence.modality is Modality.ASSERTED:
            rule = "a festival's film prize taken by a person for a film is its director's"
            qualifiers = {k: v for k, v in statement.qualifiers.items() if k != "for_work"}
            _add(collector, statement, rule, work[0], "won", statement.object, qualifiers)
            if _for_the_film(collector, lexicon, statement):
                _add(collector, statement, rule, work[0], "director", statement.subject, {})
        return
    if statement.evidence.modality is Modality.ASSERTED:
        _add(
            collector,
            statement,
            "a personal prize for a film entails the part in it",
            work[0],
            relation,
            statement.subject,
            {},
        )
        if relation != "cast_member" and statement.relation == "won":
            _add(
                collector,
                statement,
                "a craft's prize of a person for a film is the film's",
                work[0],
                "won",
                statement.object,
                {k: v for k, v in statement.qualifiers.items() if k != "for_work"},
            )


def _for_the_film(collector: Collector, lexicon: Lexicon, statement: Statement) -> bool:
    """Whether a prize honours the film as a whole, which its director receives."""
    draft = collector.registry.draft(statement.object)
    entry = lexicon.entries.get(draft.lexicon or "")
    return entry is None or entry.honours in (None, "film", "debut", "short", "documentary", "animation")


def _directors(collector: Collector) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for statement in collector.statements:
        if statement.relation == "director" and statement.evidence.modality is Modality.ASSERTED:
            subject, value = collector.registry.current(statement.subject), collector.registry.current(statement.object)
            if value not in found[subject]:
                found[subject].append(value)
    return found


def _directors_prize(
    collector: Collector, lexicon: Lexicon, statement: Statement, directors: dict[str, list[str]]
) -> None:
    film = collector.registry.current(statement.subject)
    if (
        _type(collector, film) not in (EntityType.FILM, EntityType.SERIES)
        or _honours(collector, lexicon, statement) != "director"
    ):
        return
    if len(directors.get(film, ())) == 1:
        qualifiers = {**statement.qualifiers, "for_work": (film, False)}
        _add(
            collector,
            statement,
            "a director's prize of a film is its director's",
            directors[film][0],
            statement.relation,
            statement.object,
            qualifiers,
        )


def _conferrals(collector: Collector, lexicon: Lexicon) -> None:
    """Say of each prize got at a festival that it is the festival's, once a sentence."""
    seen: set[tuple[str, str, int]] = set()
    for statement in list(collector.statements):
        if statement.relation not in _PRIZES:
            continue
        festival = conferring_festival(collector, lexicon, statement)
        if festival is None or (key := (statement.object, festival, statement.evidence.start)) in seen:
            continue
        seen.add(key)
        _add(
            collector,
            statement,
            "a prize got at a festival is that festival's",
            statement.object,
            "conferred_by",
            festival,
            {},
        )


# Prizes for films that are not made yet.
_UNMADE = re.compile(r"\b(?:project|pitch|work[- ]in[- ]progress|development)\b", re.IGNORECASE)


def _screening(collector: Collector, statement: Statement) -> None:
    work = statement.qualifiers.get("for_work")
    film = (
        statement.subject if _type(collector, statement.subject) is not EntityType.PERSON else work[0] if work else None
    )
    festival = statement.qualifiers.get("festival")
    if film is None or festival is None or _type(collector, film) is EntityType.ORGANIZATION:
        return
    if _UNMADE.search(collector.registry.draft(statement.object).label):
        return
    qualifiers = {k: v for k, v in statement.qualifiers.items() if k in ("year", "section")}
    _add(
        collector,
        statement,
        "a festival's prize entails a screening there",
        film,
        "screened_at",
        festival[0],
        qualifiers,
    )


def _years(collector: Collector) -> None:
    """A film is shown at a festival once: the year that one sentence gives goes for its screenings and prizes there that have none."""
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    open_ = []
    for statement in collector.statements:
        shown = _shown_at(collector, statement)
        if shown is None:
            continue
        if "year" in statement.qualifiers:
            known[shown].add(statement.qualifiers["year"][0])
        else:
            open_.append((shown, statement))
    for shown, statement in open_:
        if len(known[shown]) == 1 and "year" in RELATIONS[statement.relation].qualifiers:
            statement.qualifiers["year"] = (next(iter(known[shown])), True)


def _shown_at(collector: Collector, statement: Statement) -> tuple[str, str] | None:
    """The film and the festival of a screening, or of a prize for it."""
    current = collector.registry.current
    if statement.relation in ("premiered_at", "screened_at"):
        return current(statement.subject), current(statement.object)
    if statement.relation not in _PRIZES or "festival" not in statement.qualifiers:
        return None
    work = statement.qualifiers.get("for_work")
    film = work[0] if work is not None else statement.subject
    if _type(collector, film) is EntityType.PERSON:
        return None
    return current(film), current(statement.qualifiers["festival"][0])


def _of_teaching(collector: Collector, taught: Statement, schools: list[Statement]) -> list[Statement]:
    """Which of the schools of one sentence somebody was taught at: the one named last before the teacher, or else the first behind ("studied at A under Ben and later at B")."""
    if len(schools) < 2:
        return schools
    said = collector.document.text[taught.evidence.start : taught.evidence.end]
    teacher = _first_place(collector, taught.object, said)
    placed = sorted(((_first_place(collector, school.object, said), school) for school in schools), key=lambda pair: pair[0])
    before = [school for place, school in placed if 0 <= place < teacher]
    return before[-1:] or [school for _, school in placed][:1]


def _first_place(collector: Collector, id_: str, said: str) -> int:
    """Where a sentence first names something; -1 where it does so in none of the names known of it."""
    draft = collector.registry.draft(id_)
    return min((place for name in {draft.label, *draft.names} if (place := said.find(name)) >= 0), default=-1)


def _taught(collector: Collector, said: list[Statement]) -> None:
    schools = defaultdict(list)
    for statement in said:
        if statement.relation == "educated_at":
            schools[statement.subject, statement.evidence.start].append(statement)
    for statement in said:
        if statement.relation == "student_of":
            for school in _of_teaching(collector, statement, schools.get((statement.subject, statement.evidence.start), [])):
                if collector.registry.draft(school.object).scope == statement.object:
                    continue  # his own workshop
                _add(
                    collector,
                    school,
                    "to study under someone at a school is to be taught there",
                    statement.object,
                    "taught_at",
                    school.object,
                    {},
                )
