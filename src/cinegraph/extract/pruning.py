"""Candidates cut to the names in them, and left out where they are none: nationalities, parts of a cast, headlines that go on, prizes."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection
from dataclasses import replace

from cinegraph.extract.award_labels import tells_prize
from cinegraph.extract.award_mentions import generic_awards
from cinegraph.extract.candidates import Candidate, is_no_name
from cinegraph.extract.cues import Cues
from cinegraph.extract.honours import belongs_to_an_honour, is_honour
from cinegraph.extract.text import fold
from cinegraph.inserts import inserts_of
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon import fold as lexicon_fold
from cinegraph.model import Document, EntityType

# "(May 12, 1948, Oslo – March 3, 2010, Rome)"
_MONTHS = "|".join(month for month in calendar.month_name if month)
# … and "Retrieved 4 February", "Updated May 12": when a page was looked at.
_SEEN = r"(?:Retrieved|Accessed|Archived|Updated|Posted|Published|Uploaded|Modified|Edited|Revised|Last Updated|Viewed)"
_DATE = re.compile(rf"(?:{_SEEN} )?(?:{_MONTHS}) \d{{1,2}}|{_SEEN} \d{{1,2}} (?:{_MONTHS})")

# "Awards And Honors: Silver Lion (1958) • …": a label over facts of a life, not half of a title.
_LABEL = re.compile(r"(?:(?:Major |Main |Selected )?(?:Awards?|Honou?rs|Prizes)(?: (?:And|and|&) (?:Awards?|Honou?rs|Prizes|Nominations))?|Notable (?:Works?|Films?|Family Members?)|Nominations|Alma Mater|Known For): ")


def pruned(candidates: list[Candidate], document: Document, text: str, lexicon: Lexicon, cues: Cues) -> list[Candidate]:
    """The candidates cut to the names in them, without those that are none."""
    candidates = [piece for candidate in candidates for piece in _without_demonym(candidate, text, lexicon, cues)]
    candidates = _without_parts(candidates, document, text)
    candidates = _of_headlines(candidates)
    _before_inserts(candidates, document)
    candidates = [_without_year(_without_contents(candidate)) for candidate in candidates]
    candidates = [c for c in candidates if c.marked not in ("", "plain", "caps") or not (is_no_name(c.text) or is_honour(c.text))]
    return [
        c
        for c in candidates
        if not ((c.marked in ("", "plain", "caps") and (_DATE.fullmatch(c.text) or _LABEL.match(c.text))) or belongs_to_an_honour(text, c.start, c.text) or _is_of_two_peoples(c.text, lexicon) or _are_countries(c, text, lexicon) or (c.marked == "caps" and is_language(c, lexicon)))
    ]


def is_of_gazetteer(candidate: Candidate, text: str, lexicon: Lexicon, shown: Collection[str]) -> bool:
    """Whether the gazetteer knows a candidate, so that nothing is guessed of it.

    :param shown: ids of what the lexicon knows and the article names
    """
    return _is_award(candidate, text, lexicon, shown) if candidate.marked else _belongs_to_gazetteer(candidate, lexicon)


def _is_of_two_peoples(name: str, lexicon: Lexicon) -> bool:
    """ "Italian French" says where somebody is from, and is nobody's name."""
    words = name.split()
    return len(words) == 2 and all(word in lexicon.demonyms for word in words)


def _are_countries(candidate: Candidate, text: str, lexicon: Lexicon) -> bool:
    """ "(Norway - Latvia)" behind a name is where a film was made, and no title."""
    if " - " not in candidate.text or not text.endswith("(", 0, candidate.start):
        return False
    return all(place in lexicon.countries for place in candidate.text.split(" - "))


def is_language(candidate: Candidate, lexicon: Lexicon) -> bool:
    """ "NIGHT BUS (MALAYALAM)": a language, which no quotation marks and no italics make a title."""
    set_off = candidate.title_line or candidate.marked not in ("", "caps", "plain")
    return not set_off and candidate.text.title() in lexicon.words.languages


# "Ada Doe - biography": what the page has of her.
_CONTENTS = re.compile(r" [-–—|] (?:biography|filmography|personal life|photos?|career|interview)\b.*$", re.DOTALL)


def _without_contents(candidate: Candidate) -> Candidate:
    """The candidate without the words that say in a heading what the page holds of somebody."""
    told = _CONTENTS.search(candidate.text) if candidate.heading else None
    if told is None or candidate.marked not in ("", "plain"):
        return candidate
    end = candidate.start + told.start()
    return replace(candidate, end=end, outer_end=end, text=candidate.text[: told.start()], votes={})


_YEAR_WITHIN = re.compile(r"[\s\u00a0]*\((?:18|19|20)\d\d\)$")


def _without_year(candidate: Candidate) -> Candidate:
    """A title with its year inside its italics or quotation marks ("*Night Bus (1968)*") is what stands before the year."""
    year = _YEAR_WITHIN.search(candidate.text) if candidate.marked else None
    if year is None or not year.start():
        return candidate
    end = candidate.end - (len(candidate.text) - year.start())
    return replace(candidate, end=end, text=candidate.text[: year.start()], outer_end=min(candidate.outer_end, end))


_THE_NATION = 3


def _without_demonym(candidate: Candidate, text: str, lexicon: Lexicon, cues: Cues) -> list[Candidate]:
    """ "Italian Luchino Visconti" is a nationality and a name; "Russian Ark" is a title."""
    words = candidate.text.split()
    if (
        candidate.marked in ("", "plain")
        and len(words) > _THE_NATION
        and words[0] == "The"
        and words[1] in lexicon.demonyms
        and fold(words[2]) in lexicon.first_names
    ):
        # "The Latvian Ada Doe won the prize."
        candidate = replace(
            candidate,
            start=candidate.start + 4,
            outer_start=candidate.start + 4,
            text=candidate.text[4:],
            marked="",
            subject_of_film=False,
            votes={},
        )
        words = words[1:]
    if candidate.marked or len(words) < 2 or words[0] not in lexicon.demonyms or candidate.subject_of_film:
        return [candidate]
    described = re.search(r"(?:\d{4}|\ban?)[ -]$", text[max(0, candidate.start - 6) : candidate.start])
    if len(words) < 3 and not described:
        return [candidate]
    if (
        not described
        and fold(words[1]) not in lexicon.first_names
        and not all(w[0].isupper() and w.casefold() not in cues.common for w in words)
    ):
        return [candidate]
    start = candidate.start + candidate.text.index(words[1], len(words[0]))
    end = candidate.start + len(words[0])
    first = Candidate(
        candidate.start,
        end,
        words[0],
        candidate.sentence,
        "",
        candidate.initial,
        candidate.heading,
        False,
        False,
        candidate.start,
        end,
    )
    rest = Candidate(start, candidate.end, candidate.text[start - candidate.start :], candidate.sentence, "", False, candidate.heading, False,
                     False, start, candidate.outer_end)  # fmt: skip
    return [first, rest]


def _of_headlines(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates; a name of the article that a headline in capitals goes on after ("Ada Doe Dies in Oslo") ends where it does."""
    names = {c.text for c in candidates if not c.heading and not c.marked and 1 <= c.text.count(" ") <= 3}
    kept = []
    for candidate in candidates:
        if candidate.heading and not candidate.marked and candidate.text not in names:
            candidate = _cut_to_known(candidate, names)
        kept.append(candidate)
    return kept


def _before_inserts(candidates: list[Candidate], document: Document) -> None:
    """Mark the candidates after which a site has set a box about the film."""
    opened = {start for start, _ in inserts_of(document.text)}
    for candidate in candidates if opened else ():
        if {candidate.outer_end, candidate.outer_end + 1} & opened:
            candidate.given = "Film"


def _cut_to_known(candidate: Candidate, names: set[str]) -> Candidate:
    """The candidate cut to the longest name of two words or more with which it begins, where it goes on behind one."""
    words = candidate.text.split(" ")
    known = next((n for n in range(len(words) - 1, 1, -1) if " ".join(words[:n]) in names), None)
    if known is None:
        return candidate
    name = " ".join(words[:known])
    end = candidate.start + len(name)
    return replace(candidate, end=end, outer_end=end, text=name, votes={})


# Within a line: signs over many lines would be gone through again from each of them.
_CAST = re.compile(r"^[^\w\n]*(?:full |main )?cast[^\w\n]*$", re.IGNORECASE | re.MULTILINE)


def _without_parts(candidates: list[Candidate], document: Document, text: str) -> list[Candidate]:
    """The candidates; under the word "Cast", a line that begins with a name of the article goes on with the part ("Georg Friedrich Weber")."""
    cast = _CAST.search(text)
    if cast is None:
        return candidates
    names = {c.text for c in candidates if c.start < cast.start() and " " in c.text}
    kept = []
    for candidate in candidates:
        block = document.blocks[document.sentences[candidate.sentence].block]
        if candidate.start > cast.end() and (block.start, block.end) == (candidate.start, candidate.end):
            candidate = _cut_to_known(candidate, names)
        kept.append(candidate)
    return kept


_IS_SHOWN = re.compile(
    r"\"?,? (?:also |then |later )?(?:(?:was|is|has been|had been) (?:also )?(?:nominated|shortlisted|selected|shown|screened|directed|released|shot|made)|won|competed|premiered|screened|stars|starring|tells|follows)\b"
)


# "At the festival "Docker"", "the competition of "Docker"": where a name in quotation marks is a festival's, whatever else is called so.
_AT_A_FESTIVAL = re.compile(
    r"\b(?:festivals?|(?:competition|contest|programme|program|jury|prizes?|diploma|laureate|participant|winner|framework|grand prix|edition|stage|screens?) of(?: the(?: (?:film )?festival)?)?|at(?: the)?|(?:won|prizes?|award|shown|screened|premiered) (?:at|in)) [\"“«]?$",
    re.IGNORECASE,
)


def _is_festival(candidate: Candidate, text: str, lexicon: Lexicon) -> bool:
    """Whether quotation marks stand around the name of a festival that the lexicon knows, as translations set them around every name."""
    before = text[max(0, candidate.outer_start - 60) : candidate.outer_start]
    if _FILM_BEFORE.search(before):
        return False
    return lexicon_fold(candidate.text) not in lexicon.contextual_names or _AT_A_FESTIVAL.search(before) is not None


_FILM_BEFORE = re.compile(r"\b(?:film|movie|picture|tape|painting|drama|comedy|documentary|short|series|directed|shot|title) [\"“«]?$", re.IGNORECASE)


def _is_award(candidate: Candidate, text: str, lexicon: Lexicon, shown: Collection[str]) -> bool:
    """A prize set in bold or italics is a prize; what wins or is shown is none ("“Lola” was nominated for …")."""
    if candidate.marked == "quote" and _IS_SHOWN.match(text, candidate.outer_end):
        return False
    ids = lexicon.contextual_names.get(lexicon_fold(candidate.text), ()) or lexicon.names.get(
        lexicon_fold(candidate.text), ()
    )
    if ids and all(lexicon.entries[i].type in (EntityType.FESTIVAL, EntityType.ORGANIZATION) for i in ids):
        return candidate.marked == "quote" and _is_festival(candidate, text, lexicon)
    if ids and all(lexicon.entries[i].type in (EntityType.AWARD, EntityType.SECTION) for i in ids):
        return not _is_of_absent_festival(candidate.text, ids, lexicon, shown)
    if candidate.given == "Film" and not tells_prize(candidate.text):
        # "Black Leopard" under "Best Film" is up for it.
        return False
    return any(
        n.end - n.start >= len(candidate.text) - 2 for n in generic_awards(candidate.text, 0, len(candidate.text))
    )


def _is_of_absent_festival(name: str, ids: Collection[str], lexicon: Lexicon, shown: Collection[str]) -> bool:
    """Whether a word is a section's name beside its festival only, and the article does not name that."""
    if lexicon_fold(name) in lexicon.names:
        return False
    festivals = {lexicon.entries[i].festival for i in ids if lexicon.entries[i].type is EntityType.SECTION}
    return bool(festivals) and None not in festivals and festivals.isdisjoint(shown)


def _belongs_to_gazetteer(candidate: Candidate, lexicon: Lexicon) -> bool:
    """A bare "Cannes" is the festival or the town, and no name to be guessed at."""
    ids = lexicon.contextual_names.get(lexicon_fold(candidate.text), ())
    return any(lexicon.entries[i].type is EntityType.FESTIVAL for i in ids)
