"""Relations and qualifiers in words that a reader understands."""

from __future__ import annotations

from collections.abc import Mapping

from cinegraph.questions.facts import Fact, label_of

PHRASES: Mapping[str, str] = {
    "director": "was directed by",
    "screenwriter": "was written by",
    "cinematographer": "was shot by",
    "editor": "was edited by",
    "composer": "was scored by",
    "producer": "was produced by",
    "cast_member": "has in its cast",
    "production_company": "was made by",
    "distributor": "is distributed by",
    "original_network": "was shown on",
    "based_on": "is based on",
    "inspired_by": "was inspired by",
    "publication_year": "came out in",
    "premiered_at": "had its premiere at",
    "screened_at": "was shown at",
    "theatrical_release": "was released in",
    "filming_location": "was shot in",
    "set_in_place": "is set in",
    "set_in_period": "is set in the time of",
    "country": "comes from",
    "language": "is in",
    "genre": "is of the genre",
    "form": "is a",
    "runtime": "runs for",
    "production_status": "is",
    "main_subject": "is about",
    "submitted_by": "was submitted by",
    "won": "won",
    "nominated_for": "was nominated for",
    "shortlisted_for": "was shortlisted for",
    "conferred_by": "is conferred by",
    "section_of": "is a section of",
    "birth_date": "was born on",
    "age_at": "was of the age of",
    "occupation": "works as",
    "nationality": "has the nationality",
    "ethnicity": "has the ethnicity",
    "birth_place": "was born in",
    "residence": "lives in",
    "work_location": "works in",
    "educated_at": "studied at",
    "student_of": "was a student of",
    "taught_at": "taught at",
    "founded": "founded",
    "employer": "worked for",
    "partner_of": "is the partner of",
    "classmate_of": "was a classmate of",
    "collaborated_with": "worked with",
    "jury_member": "was on a jury of",
    "festival_role": "had an office at",
    "influenced_by": "was influenced by",
    "worked_on": "worked on",
    "left_project": "left the project",
    "author_of": "is the author of",
    "interviewed_by": "was interviewed by",
    "statement_of_retirement": "said of retiring:",
    "former_name": "was formerly called",
    "located_in": "is in",
}
"""For every relation the words between its subject and its object."""

_QUALIFIER_WORDS: Mapping[str, str] = {
    "for_work": "for {}",
    "to": "to {}",
    "as_of": "as of {}",
    "since": "since {}",
    "until": "until {}",
    "scope": "{} premiere",
    "ordinal": "{} film",
    "edition": "edition {}",
    "award": "for {}",
    "role": "as {}",
    "kind": "{}",
}

_ORDER = ("festival", "section", "for_work", "to", "role", "ordinal", "scope", "field", "kind", "award", "edition")


def detail_of(fact: Fact, leave_out: tuple[str, ...] = ("year",)) -> str:
    """A claim's qualifiers in words, in an order that reads well.

    :param leave_out: names of qualifiers that are told elsewhere
    """
    told = [name for name in fact.qualifiers if name not in leave_out]
    names = sorted(told, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))
    return " · ".join(_QUALIFIER_WORDS.get(name, "{}").replace("{}", fact.text(name) or "") for name in names)


def statement_of(fact: Fact) -> str:
    """A claim as a line of words, its qualifiers in brackets, its mark last."""
    details = ", ".join(part for part in (fact.year or "", detail_of(fact).replace(" · ", ", ")) if part)
    line = f"{fact.subject.label} {PHRASES[fact.relation]} {label_of(fact.object)}"
    return line + (f" ({details})" if details else "") + (f" [{fact.mark}]" if fact.mark else "")
