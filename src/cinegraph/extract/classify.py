"""Decides what each candidate name is: votes of the contexts, the shape of the name, the gazetteer, the rest of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.contexts import NEAR, cues_after, cues_before
from cinegraph.extract.countries import short_country
from cinegraph.extract.cues import Cues
from cinegraph.extract.plainer import plain_predicate
from cinegraph.extract.text import UPPER, fold, plain
from cinegraph.extract.titles import AND_SOMEBODY_IN
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary

# "A in 1961, B in 1963 and, two years on, C"
_LIST_GAP = re.compile(
    r"^\"?(?: \([^()]{1,60}\)|,? in (?:1[89]|20)\d\d)?(?:, and |, or |, | and,? | & | or |; |/)(?:(?:then|finally|lastly),? |(?:an?|two|three|four|five|ten|\d+) years? (?:later|on|after),? )?\"?$"
)
_SURNAME = re.compile(r"(?:ov|ova|ev|eva|ski|sky|skiy|ska|skaya|enko|dze|shvili|yan|ian|escu|ić|vić|vic|sson|sen|opoulos|idis|akis|ini|etti|ez|wicz|czyk|ová|aite|iene|uk|chuk|nen)$")  # fmt: skip
_POSSESSIVE = re.compile(r"'s? (?!director|star|cast|protagonist|premiere|plot|ending|release|producer)")
# "Finyé (The Wind)": what stands in parentheses is the title in English.
_TRANSLATION = re.compile(r"\"? ?\((?:The|A|An|My|Our) [A-Z][\w' -]{2,40}(?:, (?:19|20)\d\d)?\)")
_COUNTRIES = re.compile(r"\"? \((?P<list>(?:[A-Z][a-zA-Z]+\.?(?: [A-Z][a-z]+)?)(?:[/,–-] ?[A-Z][a-zA-Z .]+)*)\)")
_COUNTRY_SIGNS = re.compile(r"[/,–-] ?")
# What stands before a film's title oftener than before other capitals.
_PREPOSED = re.compile(
    r"\b(?:(?<!films )(?<!film )(?<!books )(?<!book )(?<!essay )(?<!essays )(?<!documentary )(?<!documentaries )(?<!thesis )on|since|with|made|make|making|makes|shot|shoot|shooting|filmed|saw|seen|did|finish(?:ed|ing)?|finance|fund(?:ed|ing)?|called|titled|won by|show(?:ed|n|ing)?|present(?:ed|ing)?|complet(?:ed|ing)|releas(?:ed|ing)|re-?watch(?:ed|ing)?) $"
)
# "In her film Roma": what somebody's film is called is no town there.
_OWN_FILM = re.compile(
    r"(?:\b(?:his|her|their|whose)|'s) (?:(?:[\w-]+|[a-z]+,) ){0,3}?(?:film|movie|documentary|feature|drama|comedy|debut|short) $"
)
# "International Film Festival in Warsaw", "Documentary Film Festival Amsterdam".
_FESTIVAL_OF = re.compile(
    r"\b(?:[Ff]ilm|Documentary|Shorts?|Animation|International) [Ff]estival (?:(?:in|of|de|di|du|von|for) )?[A-Z]|^(?:[A-Z]\w+ ){2,4}Festival (?:(?:in|of|de|di|du) )?[A-Z]"
)
# After so many occurrences of a name its contexts say nothing new.
_ENOUGH = 6
_MARKS = {"italic": 1.25, "foreign": 1.25, "caps": 1.0, "quote": 0.5, "plain": 1.25}
# Inhabitants of a city whose name alone is rather the city's than somebody's.
_LARGE = 300_000
# "High College of Film"
_SCHOOLS = frozenset({"college", "school", "academy", "institute", "university", "faculty", "conservatory"})
_SURNAMES_TOO = frozenset(words("surnames_too"))
_THRESHOLD = 1.2
# "The Royal Air Force", "the Polish Army": one serves in them, and they are no films.
_FORCES = re.compile(r".* (?:Air Force|Navy|Army|Marine Corps|Coast Guard|Marines)")
_CROWNS = frozenset({"Royal", "U.S.", "US", "Red", "Imperial"})
_DIRECTIONS = frozenset({"north", "south", "east", "west"})
_FULL_OWNER = re.compile(rf"(?:^|[\s(\"])(?P<first>[{UPPER}][\w-]+) (?:[{UPPER}]\. )?[{UPPER}][\w-]+'s $")
# "Ada Doe's Anna Karr biopic": whom the film is about, and not the film.
_IS_OF_FILM = re.compile(r" (?:bio-?pic|bio|film|movie|documentary|drama|feature|picture|musical|project|portrait|trilogy|(?:mini-?)?series)\b")
# "The film Night Bus by Ada Doe (2015)": the year is not hers, and she is no film.
_BY = re.compile(r"(?<!followed )(?<!inspired )(?<!preceded )(?<!influenced )(?<!succeeded )\bby $")
# What stands beside a name is said of films rather than of others.
_SAID_OF_FILMS = 0.7
# A name that its contexts alone tell to be a film's.
_TOLD = 2.0
# A place by name that also stands as places do ("in Paris").
_PLACE_TOLD = 1.65
_PLAIN_WORD, _DOTTED_WORD = re.compile(r"[^\W\d_][\w'-]*"), re.compile(r"[^\W\d_][\w'.-]*")
_HYPHENATED, _INITIAL = re.compile(rf"[{UPPER}]\w+-[A-Za-z]\w*"), re.compile(r"(?:\w\.-?)+")
_CAPITAL_NEXT = re.compile(rf"[ -][{UPPER}]")
_RIGHT_WINDOW = 90
_COMPANIES = frozenset(words("company_ends"))
# "HTFF", "OIFF", "FIFFS": the letters of so many film festivals.
_FESTIVAL_LETTERS = re.compile(r"[A-Z]{2,4}FF[A-Z]?")


def vote(candidates: list[Candidate], text: str, cues: Cues, lexicon: Lexicon) -> None:
    """Give each candidate the votes of the words beside it, shared within coordinated lists."""
    lowered = plain(text)
    left_cues, right_cues = cues_before(cues.left), cues_after(cues.right)
    heard: dict[str, int] = defaultdict(int)
    for candidate in candidates:
        heard[candidate.text] += 1
        if heard[candidate.text] > _ENOUGH:
            continue
        end, after = candidate.outer_start, candidate.outer_end
        near_start = max(0, end - NEAR)
        near_start = max(near_start, lowered.rfind("\n", near_start, end) + 1)
        right = lowered[after : after + _RIGHT_WINDOW].split("\n", 1)[0]
        votes: dict[str, float] = defaultdict(float)
        for cue in left_cues.matching(lowered, near_start, end):
            votes[cue.type] += cue.weight
        told = list(right_cues.at_start(right))
        if plainly := plain_predicate(right):
            told += [cue for cue in right_cues.at_start(plainly) if cue not in told]
        for cue in told:
            votes[cue.type] += cue.weight
        if candidate.subject_of_film:
            votes["Film"] += 3.0
        if right.startswith("'") and not candidate.marked and _POSSESSIVE.match(right):
            votes["Film"] *= 0.3
            votes["Person"] += 0.7
        candidate.votes = votes
        alone = not (
            candidate.marked or candidate.initial or candidate.heading or _CAPITAL_NEXT.match(text, candidate.end)
        )
        if alone and _english_title(candidate.text, cues, lexicon):
            votes["Film"] += 1.25 if _PREPOSED.search(lowered, near_start, end) else 0.35
        elif votes["Film"] >= _SAID_OF_FILMS and _begins_alone(candidate, cues, lexicon):
            votes["Film"] += 0.5
        if votes["Film"] and _BY.search(lowered, near_start, end) and _begins_with_first_name(candidate.text, lexicon):
            votes["Film"] = 0.0
        if lowered.endswith(("directed ", "directs ", "directing "), near_start, end) and AND_SOMEBODY_IN.match(
            text, after
        ):
            votes["Film"], votes["Person"] = 0.0, votes["Person"] + 0.9
        if not candidate.marked and _of_a_person(text, near_start, candidate.start, candidate.text, lexicon):
            votes["Film"] += 2.0
        if "(" in right[:3]:
            if _countries_follow(text[after : after + 30], lexicon):
                votes["Film"] += 0.9
            if _TRANSLATION.match(text, after) and not _begins_with_first_name(candidate.text, lexicon):
                votes["Film"] += 1.3
        if candidate.title_line:
            votes["Film"] += 3.0
        if candidate.given in ("Film", "Person", "Organization") and not candidate.title_line:
            votes[candidate.given] += 3.0
    _share_in_lists(candidates, text, lexicon)


def _of_a_person(text: str, begin: int, start: int, name: str, lexicon: Lexicon) -> bool:
    """Whether the full name of somebody stands in the possessive before another: "Ada Doe's Anna Karr" is a film of hers."""
    owner = _FULL_OWNER.search(text, begin, start) if text.startswith("'s ", start - 3) else None
    return (
        owner is not None
        and " " in name
        and _IS_OF_FILM.match(text, start + len(name)) is None
        and fold(owner["first"]) in lexicon.first_names
        and _begins_with_first_name(name, lexicon)
    )


def _begins_alone(candidate: Candidate, cues: Cues, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with one plain word, neither plural nor participle: "Harvest earned …", where a noun would have its article."""
    return (
        candidate.initial
        and not candidate.marked
        and not candidate.text.endswith(("s", "ed", "ing"))
        and candidate.key not in cues.of_a_production
        and _english_title(candidate.text, cues, lexicon)
    )


def _countries_follow(text: str, lexicon: Lexicon) -> bool:
    """Whether a text goes on with countries in parentheses, and not with a film of whoever is named ("Jane Roe (Night Bus)")."""
    match = _COUNTRIES.match(text)
    if match is None:
        return False
    parts = _COUNTRY_SIGNS.split(match.group("list"))
    return any(part in lexicon.countries or short_country(part) is not None for part in parts)


def _begins_with_first_name(name: str, lexicon: Lexicon) -> bool:
    first, _, rest = name.partition(" ")
    return bool(rest) and fold(first) in lexicon.first_names


def mark_places_as_titles(candidates: list[Candidate], text: str, lexicon: Lexicon) -> None:
    """Mark as titles the names of places that somebody's film is called by."""
    for candidate in candidates:
        if candidate.marked or _OWN_FILM.search(text, max(0, candidate.start - NEAR), candidate.start) is None:
            continue
        if candidate.text in lexicon.countries or lexicon.place(candidate.text) is not None:
            candidate.marked, candidate.given = "plain", "Film"


def _english_title(name: str, cues: Cues, lexicon: Lexicon) -> bool:
    """Whether a name in capitals is made of plain English words, as films are called and neither people nor places ("Wasp", "Wasp 2")."""
    word, _, number = name.casefold().partition(" ")
    if number and (not number.isdigit() or len(number) > 2 or word in cues.numbered):
        return False
    if word in cues.common or word not in vocabulary() or word in lexicon.first_names:
        return False
    known = (cues.capitalised, cues.organization_words, cues.festival_words, cues.publication_words, cues.place_words)
    return not lexicon.lookup(name) and not any(word in some for some in known)


def _lists(candidates: list[Candidate], text: str, lexicon: Lexicon) -> Iterator[list[Candidate]]:
    """The runs of candidates that stand in one coordination ("A (2001), B and C")."""
    group: list[Candidate] = []
    for candidate in [*candidates, None]:
        company = bool(group) and group[0].votes.get("Organization", 0.0) >= _TOLD
        if company and candidate is not None and _alone_in_parentheses(candidate, text):
            continue
        if group and candidate is not None and _LIST_GAP.match(text[group[-1].outer_end : candidate.outer_start]):
            group.append(candidate)
            continue
        if len(group) > 1 and _SUBJECT_OF_VERB.match(text, group[-1].outer_end):
            gap = text[group[-2].outer_end : group[-1].outer_start]
            if _BARE_COMMA.fullmatch(gap) or _is_of_next_clause(group, lexicon):
                group.pop()
        if len(group) > 1:
            yield group
        group = [candidate] if candidate is not None else []


def _alone_in_parentheses(candidate: Candidate, text: str) -> bool:
    """Whether a name is all that parentheses have, as the country of a company in a list is."""
    return text.endswith("(", 0, candidate.outer_start) and text.startswith(")", candidate.outer_end)


# "After A (1990), Ada Doe made B": who does something stands in no list with what is named before.
_BARE_COMMA = re.compile(r"(?: \([^()]{1,60}\))?, ")
_SUBJECT_OF_VERB = re.compile(
    r" (?!and\b|or\b|were\b|are\b|in\b|with\b|by\b|all\b|both\b|that\b|which\b|as\b|to\b|from\b|at\b)[a-z]+"
)


def _is_of_next_clause(group: list[Candidate], lexicon: Lexicon) -> bool:
    """Whether somebody who does something stands behind films of others ("Ben Roe starred in A, and Ada Doe made B")."""
    last, before = group[-1], group[-2]
    return (
        not last.marked
        and _begins_with_first_name(last.text, lexicon)
        and not _begins_with_first_name(before.text, lexicon)
    )


def _share_in_lists(candidates: list[Candidate], text: str, lexicon: Lexicon) -> None:
    for group in _lists(candidates, text, lexicon):
        best: dict[str, float] = {}
        for member in group:
            for type_, weight in member.votes.items():
                best[type_] = max(best.get(type_, 0.0), weight)
        for member in group:
            owner = text.startswith("'s ", member.outer_end)
            for type_, weight in best.items():
                if owner and type_ == "Film":
                    continue
                member.votes[type_] = max(member.votes.get(type_, 0.0), 0.8 * weight)


def _complete_lists(candidates: list[Candidate], types: dict[str, str], text: str, lexicon: Lexicon) -> None:
    """A name that nothing tells about is what its neighbours in a list of three or more are."""
    for group in _lists(candidates, text, lexicon):
        known = {types[m.key] for m in group if m.key in types}
        unknown = [m for m in group if m.key not in types]
        if len(group) > 2 and len(known) == 1 and known & {"Person", "Film"} and len(unknown) < len(group):
            for member in unknown:
                types[member.key] = next(iter(known))


# Whatever stands beside it ("next month's Oslo Film Festival"): no film is called that.
_FILM_FESTIVAL = re.compile(r" (?:film|films|cinema|documentary|movie) festival$")


def decide(candidates: list[Candidate], text: str, cues: Cues, lexicon: Lexicon) -> dict[str, str]:
    """The type of each name of the article by its folded key; names that nothing tells about are left out."""
    total: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    sample: dict[str, Candidate] = {}
    plain: dict[str, int] = defaultdict(int)
    sources = _sources(candidates)
    for candidate in candidates:
        key = candidate.key
        if not key:
            continue
        if key in sources and candidate.votes.get("Work"):
            candidate.given = "Work"
            continue
        for type_, weight in candidate.votes.items():
            total[key][type_] += weight
        if candidate.marked:
            total[key]["Film"] += _MARKS[candidate.marked]
        elif (
            not candidate.initial
            and not candidate.heading
            and candidate.text[:4] == "The "
            and not candidate.text.isupper()
        ):
            total[key]["Film"] = max(total[key]["Film"], total[key]["Film"] + 0.4 if plain[key] < 2 else 0.0)
        elif not candidate.initial and not candidate.heading:
            plain[key] += 1
        if key not in sample or (candidate.marked and not sample[key].marked):
            sample[key] = candidate
    types: dict[str, str] = {}
    sets_off = _sets_titles_off(candidates)
    alone = {c.key for c in candidates if not c.marked and len(c.key.split()) == 1}
    for key, candidate in sample.items():
        scores = dict(total[key])
        if candidate.marked and plain[key] and " " in candidate.text and _title_case(candidate.text):
            scores["Film"] = scores.get("Film", 0.0) + 0.5
        if not candidate.marked and key.split()[-1] in alone and _like_a_person(candidate, cues, lexicon):
            scores["Person"] = scores.get("Person", 0.0) + 1.0
        if sets_off and not candidate.marked and not candidate.subject_of_film:
            scores["Film"] = 0.4 * scores.get("Film", 0.0)
            if _like_a_person(candidate, cues, lexicon):
                scores["Person"] = scores.get("Person", 0.0) + 0.9
        for type_, weight in _shape(candidate.text, bool(candidate.marked), cues, lexicon).items():
            scores[type_] = scores.get(type_, 0.0) + weight
        if scores.get("Place", 0.0) > _PLACE_TOLD and not candidate.marked:
            scores["Place"] += 1.0
        best = max(sorted(scores), key=lambda t: scores[t], default="")
        if (
            not candidate.marked
            and "-" in candidate.text
            and all(w in lexicon.demonyms for w in candidate.text.split("-"))
        ):
            continue
        if not candidate.marked and _FILM_FESTIVAL.search(key):
            types[key] = "Festival"
        elif best and scores[best] >= _THRESHOLD:
            types[key] = best
    _complete_lists(candidates, types, text, lexicon)
    _complete_marks(candidates, types)
    return types


def _sources(candidates: list[Candidate]) -> set[str]:
    """The names that are a film's in some places, and in others those of the book or play that it is made from."""
    works = {c.key for c in candidates if c.votes.get("Work")}
    films: dict[str, float] = defaultdict(float)
    for candidate in candidates if works else ():
        if candidate.key in works and not candidate.votes.get("Work"):
            films[candidate.key] += candidate.votes.get("Film", 0.0)
    return {key for key, weight in films.items() if weight >= _TOLD}


def _sets_titles_off(candidates: list[Candidate]) -> bool:
    """Whether an article sets off its titles (italics, quotation marks, capitals), so that a plain name is rarely one."""
    marked = [
        c
        for c in candidates
        if c.marked and c.marked != "plain" and _title_case(c.text) and c.votes.get("Film", 0.0) > 0.5
    ]
    italic = [c for c in candidates if c.marked == "italic"]
    return len({c.key for c in marked}) >= 3 or len({c.key for c in italic}) >= 3


def _like_a_person(candidate: Candidate, cues: Cues, lexicon: Lexicon) -> bool:
    words = candidate.text.split()
    if not 2 <= len(words) <= 3 or candidate.heading or lexicon.place(candidate.text) is not None:
        return False
    lowered = [word.casefold() for word in words]
    known = (cues.common, cues.organization_words, cues.festival_words, cues.publication_words, cues.place_words)
    named = all(some.isdisjoint(lowered) for some in known)
    return named and all(w[0].isupper() for w in words) and not candidate.text.isupper()


def _complete_marks(candidates: list[Candidate], types: dict[str, str]) -> None:
    """Where an article sets its films off in one way, a title set off in that way is a film."""
    for mark in _MARKS:
        marked = [c for c in candidates if c.marked == mark and c.key]
        films = {c.key for c in marked if types.get(c.key) == "Film"}
        others = {c.key for c in marked if types.get(c.key) in ("Work", "Series", "Other", "Publication")}
        open_keys = {c.key for c in marked if c.key not in types and _title_case(c.text)}
        alone = not films and not others and (len(open_keys) >= 3 or len(marked) >= 2 + len(open_keys))
        if open_keys and (
            alone or (len(films) >= max(1, len(others)) and len(films) * (3 if others else 7) >= len(open_keys))
        ):
            for candidate in marked:
                if candidate.key in open_keys:
                    types[candidate.key] = "Film"


def _title_case(name: str) -> bool:
    words = _PLAIN_WORD.findall(name)
    return (
        bool(words)
        and words[0][0].isupper()
        and (len(words) == 1 or sum(w[0].isupper() for w in words) * 2 >= len(words))
        and len(words) <= 9
    )


def _shape(name: str, marked: bool, cues: Cues, lexicon: Lexicon) -> dict[str, float]:
    """What the name itself tells."""
    words = _DOTTED_WORD.findall(name)
    lowered = [word.casefold() for word in words]
    scores: dict[str, float] = defaultdict(float)
    if not words:
        return scores
    if len(words) > 1 and lowered[-1] in ("brothers", "sisters"):
        scores["Person"] += 3.0
    if lowered[-1] in cues.publication_words and len(words) > 1:
        scores["Publication"] += 2.4
    if (
        lowered[-1].rstrip(".") in cues.festival_words
        or lowered[-2:] in (["film", "days"], ["film", "week"])
        or (len(words) == 1 and _FESTIVAL_LETTERS.fullmatch(words[0]) and lowered[0] not in vocabulary())
        or (not marked and _FESTIVAL_OF.search(name))
    ):
        scores["Festival"] += 3.0
        if not marked and len(words) > 1 and lowered[-1] == "festival":
            scores["Film"] -= 4.0
    elif (
        (
            lowered[-1].rstrip(".") in cues.organization_words
            and not (len(words) == 2 and lowered[-1] in _SURNAMES_TOO and lexicon.first_names.get(fold(words[0])))
        )
        or lowered[:2] in (["les", "films"], ["films", "de"], ["films", "du"])
        or lowered[0] in cues.school_words
        or (
            not marked
            and "of" in lowered[2:]
            and lowered[0] not in ("the", "a", "an")
            and not _SCHOOLS.isdisjoint(lowered[1:4])
        )
    ):
        company = lowered[-1] in _COMPANIES and 1 < len(words) < 5 and not marked
        scores["Organization"] += 3.4 if company and cues.common.isdisjoint(lowered[:-1]) else 2.2
    if _FORCES.fullmatch(name) and (words[0] in _CROWNS or words[0] in lexicon.demonyms):
        scores["Organization"] += 2.5
    place = None if marked else lexicon.place(name)
    if place is not None and lowered[0] not in cues.rather_words:
        scores["Place"] += 1.0 if place.kind == "city" else 1.5
        if place.population >= _LARGE and lexicon.first_names.get(fold(name)) is None:
            scores["Person"] -= 1.0
            scores["Organization"] -= 1.0
    of_a_person = lowered[-1] in _DIRECTIONS and lexicon.first_names.get(fold(words[0])) is not None
    if len(words) == 2 and (lowered[0] in cues.place_words or (lowered[1] in cues.place_words and not of_a_person)):
        scores["Place"] += 1.3
        scores["Person"] -= 1.0
    small = [w for w in words if w[0].islower()]
    if any((w in cues.strong or w in cues.weak) and w not in cues.particles for w in small) or (
        words[0] in lexicon.demonyms and len(words) == 2
    ):
        scores["Film"] += 0.5
        if any(w in ("of", "the", "in", "on", "to") for w in small):
            scores["Person"] -= 1.5
    elif (
        len(words) > 2
        and sum(w in cues.common and raw[0].isupper() for w, raw in zip(lowered, words, strict=True)) >= 2
    ):
        scores["Film"] += 1.4
    elif len(words) == 3 and all(len(w) == 1 and w.isupper() for w in words[:2]) and len(words[2]) > 2:
        scores["Person"] += 1.8
    elif lowered[0] in cues.common and len(words) > 1:
        scores["Film"] += 0.5
    elif (
        2 <= len(words) <= 4
        and all(w[0].isupper() or w in cues.particles for w in words)
        and lowered[0] not in ("the", "a", "an")
    ):
        gender = lexicon.first_names.get(fold(words[0]))
        hyphenated = _HYPHENATED.fullmatch(words[-1]) or (len(words) == 2 and _HYPHENATED.fullmatch(words[0]))
        initials = all(_INITIAL.fullmatch(w) for w in words[:-1])
        if gender or (hyphenated and len(words) == 2 and words[-1].rpartition("-")[2] not in vocabulary()):
            scores["Person"] += 1.9
        elif initials or ("-" in words[0] and lexicon.first_names.get(fold(words[0]).split()[0])):
            scores["Person"] += 1.8
        else:
            told = [w for w in lowered if len(w) > 2 and w not in cues.particles]
            english = sum(w in vocabulary() for w in told)
            scores["Person"] += 1.25 if not english else 0.9 if english < len(told) else 0.5
            if english == len(told):
                scores["Person"] -= 0.5
                scores["Film"] += 0.5
        if lowered[0] in ("golden", "silver", "bronze", "crystal", "grand"):
            scores["Person"] -= 1.0
        if _SURNAME.search(lowered[-1]):
            scores["Person"] += 0.9
        if marked:
            scores["Person"] -= 0.6
    elif len(words) >= 3 and any(w in cues.common for w in lowered[1:]):
        scores["Film"] += 0.6
    elif len(words) == 1 and not marked and lowered[0] in cues.masters:
        scores["Person"] += 1.9
    elif len(words) == 1 and not marked and lexicon.first_names.get(fold(words[0])):
        scores["Person"] += 0.3
    if lowered[0] in ("the", "a", "an") and len(words) > 1:
        scores["Film"] += 0.4
    if scores["Organization"] or scores["Festival"]:
        scores["Person"] -= 1.0
    capitals = [w for w in words if len(w) > 2 and w.isupper()]
    if len(capitals) == 1 and 2 <= len(words) <= 4 and not marked and any(not w.isupper() for w in words):
        scores["Person"] += 2.0
    return scores
