"""How a network looks and speaks: a shape and a colour for each type, a line for each status, words for each relation.

Colours are those of Okabe and Ito (https://jfly.uni-koeln.de/color/), which people tell apart whatever their colour
vision; every type also has a shape of its own. Shapes are SVG paths around (0, 0) with radius 1: the page's canvas,
its legend, its SVG export and the static picture all draw the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from cinegraph.model import Entity, EntityType


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Colour and outline in light and in dark surroundings, an SVG path, and the word for several of the type."""

    colour: str
    outline: str
    dark_colour: str
    dark_outline: str
    path: str
    plural: str


@dataclass(frozen=True, slots=True)
class StatusStyle:
    """Dashes in pixels (none: a solid line), the sign of its badge, and what it means in a sentence."""

    dashes: tuple[int, ...]
    badge: str
    meaning: str


_CIRCLE = "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z"
_SQUARE = "M-.72 -.86H.72Q.86 -.86 .86 -.72V.72Q.86 .86 .72 .86H-.72Q-.86 .86 -.86 .72V-.72Q-.86 -.86 -.72 -.86Z"
_SCREEN = (
    "M-.95 -.7H.95Q1.1 -.7 1.1 -.55V.4Q1.1 .55 .95 .55H.2V.75H.55V.95H-.55V.75H-.2V.55"
    "H-.95Q-1.1 .55 -1.1 .4V-.55Q-1.1 -.7 -.95 -.7Z"
)
_BOOK = "M-.75 -.95H.75V.95L0 .6L-.75 .95Z"
_HEXAGON = "M1.05 0L.525 .91H-.525L-1.05 0L-.525 -.91H.525Z"
_TRIANGLE = "M0 -1.08L1 .8H-1Z"
_STAR = "M0 -1.2L.32 -.42L1.14 -.37L.51 .17L.71 .97L0 .53L-.71 .97L-.51 .17L-1.14 -.37L-.32 -.42Z"
_PENTAGON = "M0 -1.06L1.02 -.3L.63 .92H-.63L-1.02 -.3Z"
_PIN = "M0 1.15C-.25 .65 -.85 .2 -.85 -.3A.85 .85 0 0 1 .85 -.3C.85 .2 .25 .65 0 1.15Z"
_DIAMOND = "M0 -1.12L1.12 0L0 1.12L-1.12 0Z"

TYPE_STYLES = MappingProxyType(
    {
        EntityType.PERSON: TypeStyle("#0072B2", "#00466e", "#3d9fd8", "#a9d8f5", _CIRCLE, "People"),
        EntityType.FILM: TypeStyle("#E69F00", "#8a5f00", "#E69F00", "#ffdb8f", _SQUARE, "Films"),
        EntityType.SERIES: TypeStyle("#D55E00", "#7f3800", "#ea7a22", "#ffc59b", _SCREEN, "Series"),
        EntityType.WORK: TypeStyle("#000000", "#000000", "#d9d9d9", "#ffffff", _BOOK, "Other works"),
        EntityType.FESTIVAL: TypeStyle("#009E73", "#005c43", "#16b98b", "#93ecd2", _HEXAGON, "Festivals"),
        EntityType.SECTION: TypeStyle("#7fceb9", "#00664a", "#5fc4a8", "#c2f5e6", _TRIANGLE, "Sections"),
        EntityType.AWARD: TypeStyle("#F0E442", "#7d7500", "#F0E442", "#fffac2", _STAR, "Awards"),
        EntityType.ORGANIZATION: TypeStyle("#CC79A7", "#7f3560", "#d98bb6", "#ffd3ea", _PENTAGON, "Organizations"),
        EntityType.PLACE: TypeStyle("#56B4E9", "#1b6a9b", "#56B4E9", "#c4e7fb", _PIN, "Places"),
        EntityType.PUBLICATION: TypeStyle("#999999", "#555555", "#9b9b9b", "#e0e0e0", _DIAMOND, "Publications"),
    }
)
"""The eight colours of Okabe and Ito for eight types; a tint of the festivals' green for their sections, and a grey."""


def _colours(kind: EntityType) -> tuple[str, str, str, str]:
    style = TYPE_STYLES[kind]
    return style.colour, style.outline, style.dark_colour, style.dark_outline


COMMUNITY_STYLES = tuple(
    _colours(kind)
    for kind in (
        EntityType.PERSON,
        EntityType.FILM,
        EntityType.FESTIVAL,
        EntityType.ORGANIZATION,
        EntityType.PLACE,
        EntityType.SERIES,
        EntityType.AWARD,
    )
)
"""The same colours for the largest communities, in order: fill and outline in light and in dark surroundings."""

PLAIN_STYLE = _colours(EntityType.PUBLICATION)
"""The grey of all that belongs to no community, or to a small one."""

STATUS_STYLES = MappingProxyType(
    {
        "accepted": StatusStyle((), "", "Said by at least one article, contradicted by none"),
        "hedged": StatusStyle((7, 5), "?", "Only rumoured, or said with reserve"),
        "planned": StatusStyle((2, 5), "…", "Announced or planned; not said to have happened"),
        "disputed": StatusStyle((12, 4, 2, 4), "≠", "Articles contradict each other"),
        "denied": StatusStyle((1, 6), "×", "Only denied"),
        "rejected": StatusStyle((1, 9), "−", "Rejected by a person's decision"),
        "derived": StatusStyle((4, 4), "", "Made by the query; no article says so"),
    }
)

FOUND = "found_together"
"""The relation of two names that a query gives in one row, where no claim ties them."""

RELATION_WORDS = MappingProxyType(
    {
        "director": ("directed by", "director of"),
        "screenwriter": ("written by", "screenwriter of"),
        "cinematographer": ("photographed by", "cinematographer of"),
        "editor": ("edited by", "editor of"),
        "composer": ("music by", "composer of"),
        "producer": ("produced by", "producer of"),
        "cast_member": ("with", "acted in"),
        "production_company": ("production company", "production company of"),
        "distributor": ("distributed by", "distributor of"),
        "original_network": ("shown on", "network of"),
        "based_on": ("based on", "basis of"),
        "inspired_by": ("inspired by", "inspired"),
        "publication_year": ("year", "year of"),
        "premiered_at": ("premiered at", "premieres"),
        "screened_at": ("screened at", "screenings"),
        "theatrical_release": ("released in", "releases"),
        "filming_location": ("filmed in", "filming location of"),
        "set_in_place": ("set in", "setting of"),
        "set_in_period": ("set in the period", "period of"),
        "country": ("country", "country of"),
        "production_status": ("state of production", "state of"),
        "main_subject": ("about", "subject of"),
        "submitted_by": ("submitted by", "submitted"),
        "won": ("won", "won by"),
        "nominated_for": ("nominated for", "nominees"),
        "shortlisted_for": ("shortlisted for", "shortlisted"),
        "conferred_by": ("conferred by", "confers"),
        "section_of": ("section of", "sections"),
        "birth_date": ("born", "birth date of"),
        "age_at": ("age", "age of"),
        "birth_place": ("born in", "birthplace of"),
        "residence": ("lives in", "residence of"),
        "work_location": ("works in", "workplace of"),
        "educated_at": ("studied at", "students"),
        "student_of": ("student of", "teacher of"),
        "taught_at": ("taught at", "teachers"),
        "founded": ("founded", "founded by"),
        "employer": ("worked for", "employed"),
        "partner_of": ("partner of", "partner of"),
        "classmate_of": ("classmate of", "classmate of"),
        "collaborated_with": ("worked with", "worked with"),
        "jury_member": ("on the jury of", "jury members"),
        "festival_role": ("has a role at", "people with a role"),
        "influenced_by": ("influenced by", "influenced"),
        "worked_on": ("worked on", "people who worked on it"),
        "left_project": ("left", "people who left it"),
        "author_of": ("author of", "by"),
        "interviewed_by": ("interviewed by", "interviewed"),
        "statement_of_retirement": ("on retiring", "retirement of"),
        "located_in": ("in", "location of"),
        FOUND: ("found with", "found with"),
    }
)
"""For each relation the words seen from its subject and from its object; others are read from their names."""


def display_label(entity: Entity) -> str:
    """What to write beside an entity: its label; a prize that articles name in small letters begins with a capital,
    and tells whose it is where one of its names does.

    >>> display_label(Entity("award/first-prize", EntityType.AWARD, "first prize", ("Telluride First prize",)))
    'First prize (Telluride)'
    """
    label = entity.label
    if entity.type is not EntityType.AWARD or not label[:1].islower():
        return label
    longer = [name for name in entity.names if name.casefold().endswith(" " + label.casefold())]
    whose = f" ({longer[0][: -len(label)].strip()})" if longer else ""
    return label[0].upper() + label[1:] + whose


def relation_words(name: str) -> tuple[str, str]:
    """A relation's words, from its subject's side and from its object's.

    >>> relation_words("won"), relation_words("original_title")
    (('won', 'won by'), ('original title', 'original title of'))
    """
    plain = name.replace("_", " ")
    return RELATION_WORDS.get(name, (plain, f"{plain} of"))
