"""Which types the words beside a name speak for: votes of the contexts of each candidate, shared within lists."""

from __future__ import annotations

import re
from collections import defaultdict

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.class_years import year_of_a_class
from cinegraph.extract.contexts import NEAR, CuesAfter, CuesBefore, cues_after, cues_before
from cinegraph.extract.countries import short_country
from cinegraph.extract.cues import Cues
from cinegraph.extract.name_lists import share_in_lists
from cinegraph.extract.name_shapes import begins_with_first_name, is_english_title, is_like_a_person, is_title_case
from cinegraph.extract.plainer import plain_predicate
from cinegraph.extract.text import UPPER, fold, plain
from cinegraph.extract.titles import AND_SOMEBODY_IN
from cinegraph.extract.told_kinds import told_kind
from cinegraph.extract.verbs import FILM_KIND, PRAISE
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.model import BlockKind, Document

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
# After so many occurrences of a name its contexts say nothing new.
_ENOUGH = 6
_FULL_OWNER = re.compile(rf"(?:^|[\s(\"])(?P<first>[{UPPER}][\w-]+) (?:[{UPPER}]\. )?[{UPPER}][\w-]+'s $")
# "Ada Doe's Anna Karr biopic": whom the film is about, and not the film.
_IS_OF_FILM = re.compile(
    r" (?:bio-?pic|bio|film|movie|documentary|drama|feature|picture|musical|project|portrait|trilogy|(?:mini-?)?series)\b"
)
# "The film Night Bus by Ada Doe (2015)": the year is not hers, and she is no film.
_BY = re.compile(r"(?<!followed )(?<!inspired )(?<!preceded )(?<!influenced )(?<!succeeded )\bby $")
# "The assistant director of Ada Doe": whom somebody assists or learns from is no film.
_ASSISTED = re.compile(
    r"\b(?:assistant(?: director)?|assisted|assisting|pupil|student|prot[ée]g[ée]e?|disciple|apprenticed?|apprenticeship) (?:(?:of|to|for|with|under|by) )?(?:the (?:great |late |director )*)?$"
)
# "A student of English Literature": what somebody studies is nobody.
_FIELDS_OF_STUDY = frozenset(words("fields_of_study"))
# "Born in Latrobe, PA, she …"
_STATE = r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])"
_BEFORE_STATE = re.compile(rf", {_STATE}\b(?!')")
_IN_A_TOWN = re.compile(r"\b(?:in|from|of|near|to|at) (?:[\w.'-]+ ){0,2}(?:[\w.'-]+, )?$")
# "In her second feature film, a period drama, Ada Doe looks back": what goes on with a verb is she.
_IN_OWN_FILM = re.compile(
    rf"(?:^|[.!?] |\n)\W{{0,2}}(?:in|with|for) (?:his|her|their) (?:[\w-]+,? ){{0,4}}?(?:{FILM_KIND}|debut|feature|outing|effort|follow-up)(?: (?:film|feature|debut))?(?: as (?:a )?[\w-]+| behind the camera)?(?:, (?:an? |the )[^,.;]{{3,50}})?, $"
)
_IN_HERS, _GOES_ON = 120, re.compile(r" (?:[\w]+ly |also |again |never |always )?[a-z]{3,}s\b")
# What stands beside a name is said of films rather than of others.
_SAID_OF_FILMS = 0.7
# "“Night Bus”, a drama Ada Doe shot in Riga": the drama has been named.
_IN_APPOSITION = re.compile(rf"[\"*_],? (?:(?:is|was) )?(?:an?|the|his|her) (?:[\w-]+ ){{0,4}}?{FILM_KIND} $")
# "Starred in the Latvian Night Bus", "won for the much-praised Night Bus": what stands before such words tells of the film, too.
_PRAISED = re.compile(rf"(?<![\w'-])(?:the|his|her|its|their) (?:(?:{PRAISE}|[a-z]{{3,}}(?:an|ese|ch)|greek|swiss|thai|iraqi|israeli) ){{1,3}}$")
_CAPITAL_NEXT = re.compile(rf"[ -][{UPPER}]")
# "Through her company Lamp Films, Ada Doe …", "Uma Film's Eva Hart": a company's name is no noun before a title.
_BEHIND_A_COMPANY = re.compile(rf"[{UPPER}][\w.'-]+ (?:Films?|Pictures?|Features|Documentar(?:y|ies)|Shorts?|Dramas?)(?:,|'s?)? $")
_TRADE_NEXT = re.compile(rf" (?:director|film-?maker|writer-director|screenwriter|producer|cinematographer|editor|composer|actor|actress|duo)s? [{UPPER}]")
# The noun before a name between quotation marks says what it is.
_TOLD = 4.0
_RIGHT_WINDOW = 90
_ASKED_ABOUT = 0.75
_NO_FILMS = ("Work", "Publication", "Other")


def mark_places_as_titles(candidates: list[Candidate], text: str, lexicon: Lexicon) -> None:
    """Mark as titles the names of places that somebody's film is called by."""
    for candidate in candidates:
        if candidate.marked or _OWN_FILM.search(text, max(0, candidate.start - NEAR), candidate.start) is None:
            continue
        if candidate.text in lexicon.countries or lexicon.place(candidate.text) is not None:
            candidate.marked, candidate.given = "plain", "Film"


def vote(candidates: list[Candidate], text: str, cues: Cues, lexicon: Lexicon) -> None:
    """Give each candidate the votes of the words beside it, shared within coordinated lists."""
    voting = _Voting(text, cues, lexicon)
    heard: dict[str, int] = defaultdict(int)
    for candidate in candidates:
        heard[candidate.text] += 1
        if heard[candidate.text] <= _ENOUGH:
            candidate.votes = voting.of(candidate)
    share_in_lists(candidates, text, lexicon)


def vote_for_titles_asked_about(candidates: list[Candidate], document: Document) -> None:
    """Give the titles that an interviewer sets off a vote for films: it is films that people of film are asked about."""
    asked = {index for index, block in enumerate(document.blocks) if block.kind is BlockKind.QUESTION}
    for candidate in candidates if asked else ():
        about = candidate.marked and document.sentences[candidate.sentence].block in asked
        if about and is_title_case(candidate.text) and not any(candidate.votes.get(each) for each in _NO_FILMS):
            candidate.votes["Film"] = candidate.votes.get("Film", 0.0) + _ASKED_ABOUT


class _Voting:
    """The words of one article, asked for what stands between them."""

    def __init__(self, text: str, cues: Cues, lexicon: Lexicon) -> None:
        self.text, self.cues, self.lexicon = text, cues, lexicon
        self.lowered = plain(text)
        self.before: CuesBefore = cues_before(cues.left)
        self.after: CuesAfter = cues_after(cues.right)

    def of(self, candidate: Candidate) -> dict[str, float]:
        """The votes that the words on either side of a candidate give it."""
        end = candidate.outer_start
        near = max(0, end - NEAR)
        near = max(near, self.lowered.rfind("\n", near, end) + 1)
        votes = self._of_cues(candidate, near)
        self._as_one_word(candidate, near, votes)
        self._as_somebody(candidate, near, votes)
        self._as_film(candidate, near, votes)
        self._as_place(candidate, votes)
        if candidate.marked == "quote" and (kind := told_kind(self.text, near, end, candidate.outer_end)):
            votes["Film"] = votes["Person"] = 0.0
            votes[kind] += _TOLD
        if candidate.given in ("Film", "Person", "Organization") and not candidate.title_line:
            votes[candidate.given] += 6.0 if candidate.given == "Organization" else 3.0
        return votes

    def _right(self, candidate: Candidate) -> str:
        """The words behind a candidate, in its line: from the comma on that American papers set within the quotation marks."""
        end = candidate.outer_end
        right = self.lowered[end : end + _RIGHT_WINDOW].split("\n", 1)[0]
        return f",{right}" if self.lowered.startswith(',"', end - 2) else right

    def _of_cues(self, candidate: Candidate, near: int) -> dict[str, float]:
        votes: dict[str, float] = defaultdict(float)
        right = self._right(candidate)
        for cue in self.before.matching(self.lowered, near, candidate.outer_start):
            votes[cue.type] += cue.weight
        praised = _PRAISED.search(self.lowered, near, candidate.outer_start) if " " in candidate.text else None
        if praised is not None and not (votes["Film"] or begins_with_first_name(candidate.text, self.lexicon)):
            farther = self.before.matching(self.lowered, near, praised.start())
            votes["Film"] += sum(cue.weight for cue in farther if cue.type == "Film")
        told = list(self.after.at_start(right))
        if plainly := plain_predicate(right):
            told += [cue for cue in self.after.at_start(plainly) if cue not in told]
        for cue in told:
            votes[cue.type] += cue.weight
        if candidate.subject_of_film:
            votes["Film"] += 3.0
        if right.startswith("'") and not candidate.marked and _POSSESSIVE.match(right):
            votes["Film"] *= 0.3
            votes["Person"] += 0.7
        return votes

    def _as_one_word(self, candidate: Candidate, near: int, votes: dict[str, float]) -> None:
        """One plain English word with a capital, where a noun would have its article."""
        set_off = candidate.marked or candidate.initial or candidate.heading
        alone = not (set_off or _CAPITAL_NEXT.match(self.text, candidate.end))
        if alone and is_english_title(candidate.text, self.cues, self.lexicon):
            votes["Film"] += 1.25 if _PREPOSED.search(self.lowered, near, candidate.outer_start) else 0.35
        elif votes["Film"] >= _SAID_OF_FILMS and _begins_alone(candidate, self.cues, self.lexicon):
            votes["Film"] += 0.5

    def _as_somebody(self, candidate: Candidate, near: int, votes: dict[str, float]) -> None:
        """What stands where somebody does is no film."""
        end = candidate.outer_start
        if votes["Person"] and candidate.key.rpartition(" ")[2] in _FIELDS_OF_STUDY and not begins_with_first_name(candidate.text, self.lexicon):
            votes["Person"] = -1.0
        if votes["Person"] and not candidate.marked and self._in_a_state(candidate, near):
            votes["Person"], votes["Place"] = -2.0, votes["Place"] + 1.5
        by = votes["Film"] and _BY.search(self.lowered, near, end)
        if by and begins_with_first_name(candidate.text, self.lexicon):
            votes["Film"] = 0.0
        elif by and candidate.marked in ("", "plain") and is_like_a_person(candidate, self.cues, self.lexicon):
            # "Paulina by Santiago Mitre, which won …": so many words may be a name.
            candidate.marked = ""
            votes["Film"], votes["Person"] = 0.3 * votes["Film"], votes["Person"] + 0.5
        elif votes["Film"] and _ASSISTED.search(self.lowered, near, end) and begins_with_first_name(candidate.text, self.lexicon):
            votes["Film"], votes["Person"] = 0.0, votes["Person"] + 0.9
        if votes["Film"] and not candidate.marked and year_of_a_class(self.text, candidate.end):
            votes["Film"], votes["Person"] = 0.0, votes["Person"] + 0.9  # "Ada Doe (Directing, 2016)"
        right = votes["Other"] and self._right(candidate)
        if right and right.startswith(" and ") and begins_with_first_name(candidate.text, self.lexicon):
            votes["Other"] = 0.0  # "Ada Doe and Oscar winner Ben Roe": it is he who won
        named = votes["Film"] and not candidate.marked and _IN_APPOSITION.search(self.lowered, near, end) is not None
        if named and begins_with_first_name(candidate.text, self.lexicon):
            votes["Film"], votes["Person"] = 0.0, votes["Person"] + 0.9
        if votes["Film"] and not candidate.marked and _BEHIND_A_COMPANY.search(self.text, near, end) is not None:
            named = begins_with_first_name(candidate.text, self.lexicon)
            votes["Film"], votes["Person"] = 0.0, votes["Person"] + 0.9 * named
        fronted = votes["Film"] and not candidate.marked and self.lowered.endswith(", ", near, end)
        goes_on = fronted and _GOES_ON.match(self.text, candidate.outer_end)
        if goes_on and _IN_OWN_FILM.search(self.lowered[max(0, end - _IN_HERS) : end]):
            votes["Film"], votes["Person"] = 0.0, votes["Person"] + 1.5
        directed = self.lowered.endswith(("directed ", "directs ", "directing "), near, end)
        if directed and AND_SOMEBODY_IN.match(self.text, candidate.outer_end):
            votes["Film"], votes["Person"] = 0.0, votes["Person"] + 0.9

    def _in_a_state(self, candidate: Candidate, near: int) -> bool:
        """Whether a name is a town's before the letters of its state, or these letters ("in Latrobe, PA")."""
        letters = re.fullmatch(_STATE, candidate.text) and self.text.endswith(", ", 0, candidate.start)
        stands = letters or _BEFORE_STATE.match(self.text, candidate.end)
        return bool(stands) and _IN_A_TOWN.search(self.lowered, near, candidate.outer_start) is not None

    def _as_place(self, candidate: Candidate, votes: dict[str, float]) -> None:
        """What stands before a trade and a name is where somebody comes from, if it is a town ("Hobart director Ada Doe")."""
        if votes["Film"] and not candidate.marked and _TRADE_NEXT.match(self.text, candidate.end) and self.lexicon.place(candidate.text) is not None:
            votes["Film"], votes["Place"] = 0.0, votes["Place"] + 1.5

    def _as_film(self, candidate: Candidate, near: int, votes: dict[str, float]) -> None:
        """What has its maker before it, or its countries or its title in English behind it."""
        text, after, lexicon = self.text, candidate.outer_end, self.lexicon
        if not candidate.marked and _of_a_person(text, near, candidate.start, candidate.text, lexicon):
            votes["Film"] += 2.0
        if "(" in self._right(candidate)[:3]:
            if _countries_follow(text[after : after + 30], lexicon):
                votes["Film"] += 0.9
            if _TRANSLATION.match(text, after) and not begins_with_first_name(candidate.text, lexicon):
                votes["Film"] += 1.3
        if candidate.title_line:
            votes["Film"] += 3.0


def _of_a_person(text: str, begin: int, start: int, name: str, lexicon: Lexicon) -> bool:
    """Whether the full name of somebody stands in the possessive before another: "Ada Doe's Anna Karr" is a film of hers."""
    owner = _FULL_OWNER.search(text, begin, start) if text.startswith("'s ", start - 3) else None
    return (
        owner is not None
        and " " in name
        and _IS_OF_FILM.match(text, start + len(name)) is None
        and fold(owner["first"]) in lexicon.first_names
        and begins_with_first_name(name, lexicon)
    )


def _begins_alone(candidate: Candidate, cues: Cues, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with one plain word, neither plural nor participle: "Harvest earned …", where a noun would have its article."""
    return (
        candidate.initial
        and not candidate.marked
        and not candidate.text.endswith(("s", "ed", "ing"))
        and candidate.key not in cues.of_a_production
        and is_english_title(candidate.text, cues, lexicon)
    )


def _countries_follow(text: str, lexicon: Lexicon) -> bool:
    """Whether a text goes on with countries in parentheses, and not with a film of whoever is named ("Jane Roe (Night Bus)")."""
    match = _COUNTRIES.match(text)
    if match is None:
        return False
    parts = _COUNTRY_SIGNS.split(match.group("list"))
    return any(part in lexicon.countries or short_country(part) is not None for part in parts)
