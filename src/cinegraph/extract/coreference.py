"""Who "he", "the film", "the duo", "the latter" and "I" are, sentence by sentence: by gender, number, role, recency."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.model import BlockKind, EntityType

_FILM_NOUN = (
    "film|movie|picture|drama|documentary|feature|thriller|comedy|short|western|production|series"
    "|show|miniseries|biopic"
    "|mini-series|programme|project"
)
_PERSON_NOUN = (
    "director|filmmaker|film-maker|helmer|actor|actress|auteur|screenwriter|writer|cinematographer"
    "|producer|composer"
    "|novelist|cineaste|writer-director|star|documentarian|playwright"
)
_NATION = r"\w+ish|\w+ian|\w+ese|russian|french|german|american"
_TRAIT = (
    rf"\d\d-year-old|young|veteran|{_NATION}|celebrated|acclaimed|late|former|prolific|\w+-born"
    rf"|first-time|female|debut"
)
_AFTER_FILM = (
    "director|festival|industry|school|world|maker|critic|adaptation|version|course|music|stars?"
    "|class|company|academy"
    "|studio|scene|programme|archive|library|crew|student|department|team|rights|designers?|managers?|houses?|values|costs|buffs?|fans?|market|coordinators?|assistants?|office|budget|films?|jury|juries|competition|prize|award|section|market|fund|editors?|composers?|producers?|cinematographers?|writers?|actors?|actress(?:es)?|historians?|scholars?|club|society"
)
_DUO = "duo|pair|couple|two|two directors|two filmmakers|filmmakers|directors|brothers|sisters|siblings|trio"
_SCHOOL = "school|academy|university|institute|conservatory|college|faculty|workshop"
_DONE = r"(?:also |had |have |has |was |were |is |are |then |later |now )*"
_DID = (
    rf"(?= {_DONE}(?:\w+ed|won|took|made|went|wrote|shot|born|plays?|lives?|works?|teaches|makes"
    rf"|has|had|was|is|sang|in|at)\b|'s |,)"
)
_BARE_OBJECT = (
    r"(?=[.,;:)]|$| (?:to|at|in|on|with|by|for|from|as|and|but|or|under|when|while|after|before"
    r"|into|how|that|if|because|its"
    r"|again|there|too|about|through|until|a|an|the|is|was|were|are|has|had|will|would|could|he"
    r"|she|they|everything)\b)"
)
_TIMES = r"(?:same|year|summer|autumn|fall|winter|spring|month|day|week|time|night|festival)\b"
WORDS = re.compile(
    # Gathered by what they begin with, so that few are tried at a word.
    r"(?<![\w'-])(?=[bhimostuwy])(?:(?=h)(?:"
    rf"(?P<he>he)|(?P<him>him)|(?P<self>himself|herself)|(?P<his>his)|(?P<hers>her{_BARE_OBJECT})"
    rf"|(?P<her>her))"
    r"|(?P<she>she)|(?=[th])(?:(?P<they>they|them)|(?P<their>their)"
    r"|(?P<film>(?:the|this)(?: (?!(?:of|in|to|for|and|by|from|with|at|on|that|is|was|as|first"
    r"|last|only|second|third|next|opening|closing"
    rf"|best|most|way|others|people|they|we|who|when|where|how)\b)(?:[\w-]+|\w+'s)){{0,3}}? (?:{_FILM_NOUN}))(?! (?:{_AFTER_FILM})|[\w-])"
    rf"|(?P<person>(?:the|this)(?: (?:{_TRAIT}))? (?:{_PERSON_NOUN}))(?=[ ,.;:)]|'s|$)(?! (?:of"
    rf"|behind|who|whose|that)\b)"
    r"|(?P<festival>(?:the|this|that)(?: same)? (?:festival|fest)(?=[ ,.;:)']|$))"
    rf"|(?P<school>(?:the|this|that)(?: same)?(?: film| drama| art)? (?:{_SCHOOL})(?=[ ,.;:)']|$)(?! (?:of"
    rf"|in|awards?)\b))"
    r"|(?P<there>there|here)(?=[ ,.;)]|$)"
    rf"|(?P<former>the former{_DID})|(?P<latter>the latter{_DID})"
    rf"|(?P<trait>the (?:\d\d-year-old|[a-z]{{3,}}(?:an|eli|aqi)){_DID})"
    rf"|(?P<duo>the (?:{_DUO})|the two of them)(?=[ ,.;:)']|$))"
    rf"|(?P<both>both(?: of them)?(?= {_DONE}(?:\w+ed|won|made|born|live|work|teach|taught|grew|come|came|left)\b))"
    r"|(?=[imouwy])(?:(?P<it>it)|(?P<its>its)|(?P<i>i|me|myself)|(?P<my>my)|(?P<we>we|us|ourselves)|(?P<our>our)"
    r"|(?P<you>you)|(?P<your>your))"
    r")(?![\w-])"
)
"""Every word that points at something; the group that matched says how."""

_EXPLETIVE = re.compile(
    r"(?:'s| is| was| has been| would be| will be| had been| isn't| wasn't)(?: not| also| only| there| here| just| perhaps| probably)?"
    r"(?: (?:true|false|said|clear|possible|impossible|hard|easy|difficult|likely|unlikely|time|as if|as though|no (?:secret|surprise|wonder|accident|coincidence))\b"
    rf"| (?:in|at|on|with|for|from|through|during|under|to|by|because|when|while|after|here|there|thanks)\b[^.;]{{0,80}}? that (?!{_TIMES})"
    r"|(?: the| a| an)? [^.;,]{2,60}?,? who\b)"
    r"| (?:seem(?:s|ed)|turn(?:s|ed) out|happen(?:s|ed)|appear(?:s|ed)) that\b| took (?:him|her|them|us|me|\w+ (?:years|months|decades))\b"
)
"""What follows an "it" that stands for nothing: "it was in Rome that", "it was Ada Doe who", "it is true"."""

_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_NOMINATIVE = frozenset({"he", "she", "they", "i", "we"})
_GENDER = {"he": "male", "him": "male", "his": "male", "she": "female", "hers": "female", "her": "female"}
_MODIFIER = r"(?:the |a |an )?(?:[\w-]+ ){0,4}$"
_OBLIQUE = re.compile(
    rf"\b(?:with|of|from|to|for|like|under|alongside|than|as|against|about|stars|starring|featuring"
    rf"|including|named|called) {_MODIFIER}"
)
_OBLIQUE_SUBJECT = re.compile(
    rf"\b(?:by|with|of|from|to|for|like|under|alongside|than|as|against|about|stars|starring|featuring"
    rf"|including|named|called) {_MODIFIER}"
)
_JOINED = re.compile(r"^,? (?:and|&|together with) (?:the |his |her )?(?:[\w-]+ ){0,3}$")
_LIST = re.compile(r"^, $")
_STUDY = re.compile(
    r"\b(?:stud(?:y|ied|ies|ying)|taught|teach\w*|graduat\w+|enrol\w+|learn\w+|train\w*|met|lectur\w+"
    r"|classes|course|diploma|degree)\b"
)
_CLAUSE_END = re.compile(r"[,;:]|\b(?:and|but|that|when|while|after|before|because|as|if|who)\b")
_PREDICATE = re.compile(r"\b(?:is|was|are|were|be|been|being|as|also|became|become|with)(?: also)? $")
_NAMED_NEXT = (" ", ", ", ' "')
# "The director is Ada Doe" gives a credit.
# "The new film by Ada Doe" is none that was named.
_BY_SOMEBODY = re.compile(r" (?:by|from|of)(?: (?:the|director|film-?maker|\w+ish|\w+an|\w+ese|french))* ")
_EQUALS = (" is ", " was ", " are ", " were ")
_SCHOOL_KINDS = frozenset({"school", "university", "academy"})
_SCHOOL_NAME = re.compile(
    r"\b(?:school|academy|university|institute|college|conservatory|conservatoire|faculty|workshop"
    r"|vgik|famu|akademie|hochschule|école|escuela|universidad)\b"
)
_OWN_WORK = re.compile(
    r" (?:[\w-]+ ){0,2}?(?:first|second|third|fourth|fifth|sixth|seventh|debut|d[eé]but|latest"
    r"|last|next|new|early|sophomore|short|films?|features?|movies?|documentary)\b"
)
_MAKING = re.compile(
    r" (?:have |had |then |also |first |later |just |finally )*(?:made|shot|filmed|finished|premiered|wrote|edited|released|showed|screened|presented|won)\b"
)
_OWN_KIN = re.compile(
    r" (?:[\w-]+ )?(?:wife|husband|partner|father|mother|parents|family|children|childhood|birth|youth)\b"
)
_OPENING = re.compile(r"^(?:for|in|with|after|before|during|since|on|from|despite|following|alongside|by|throughout) $")
_KIN = re.compile(
    r"\b(?:(?P<female>wife|widow|mother|daughter|sister|girlfriend|actress|niece|aunt|grandmother"
    r"|muse|heroine|actresses|ms|mrs)"
    r"|(?:husband|widower|father|son|brother|boyfriend|nephew|uncle|grandfather|actor-husband|mr))\.?,? "
    r"(?:the (?:[\w-]+ ){1,2})?$"
)
_FRAGMENT = re.compile(
    r"(?:born|studied|studies|graduated|lives|works|trained|attended|educated|resides|teaches|grew up"
    r"|moved to|based in|enrolled"
    r"|(?:taught|founded|co-founded)(?! by\b| in \d)|(?:currently|now) (?:lives|works|teaches|based)"
    r"|has (?:directed|made|written|taught|lived|studied))\b"
)
_SUBJECT_LATER = re.compile(r", (?:and )?(?:he|she|they|his|her|the)\b")
# Films named only to say something of another one.
_SIDE_FILM = re.compile(
    r"\b(?:(?:remake|sequel|prequel|adaptation|version|spin-off|reminiscent|director|maker|star|stars|author|producer|writer|makers|success|title|vein|manner) (?:of|to)"
    r"|(?:also|later|previously|earlier|before that) (?:\w+ ){1,3}(?:for|in|on|of|to)|based on|inspired by|like|unlike|alongside|since|following|after|(?:begun|began|started|continued|completed|opened|closed) (?:with|by)|known for|famous for|(?<=[\w,] )and|than|recalls|echoes|evokes)"
    r" (?:the |his |her |\"|\*|_|[\w'.-]+ [\w.-]+'s |[\w-]+'s )*$"
)
# "Two years before, in Ada Doe's F, she had been a maid": what came before the matter of the article.
_LONG_BEFORE = re.compile(
    r"\b(?:years?|decades?|months?) (?:before|earlier)\b,? [^.;]{0,40}\b(?:in|with|on|for) (?:[\w.'-]+ ){0,4}[\"*_]*$"
)
_TAKEN_UP = re.compile(
    r"^\W*(?:(?:and|but|then|so|with|for|on|in|after that|later)\W+)*$"
    r"|\b(?:made|make|making|did|came|shot|directed|filmed|began|started|finished|wrote|premiered|showed|was|is|called) (?:the )?(?:\w+ )?[\"*_]*$"
)
_OF_SOMEBODY = re.compile(
    r"(?:,|\() ?(?:who|whose|whom|best known|last seen|seen|known|fresh from|formerly)\b[^,;:]*$|\([^()]*$"
)
_BESIDE = 8
_MASTHEAD = 200
_RECENT = 2


@dataclass(slots=True)
class _Known:
    """What was last spoken of in one kind, and in which sentence."""

    node: Node
    sentence: int


@dataclass(slots=True)
class Discourse:
    """What an article has talked about so far.

    :ivar topic_person: whom the article is about, the antecedent of last resort
    :ivar life: whether the article is the life of that person
    :ivar review: whether it is about one film first of all
    :ivar speaker: who gives the answer that is read
    :ivar entry: the person whose name the block that is read begins with, as those of jurors' lives do
    :ivar in_chorus: whether the answer that is read is given by both of two
    :ivar addressed: whom the question that is read is put to
    :ivar asking: whether a question is read
    :ivar asked_film: the film that the question asked about, which the answer goes on about
    """

    registry: Registry
    topic_person: str | None = None
    topic_film: str | None = None
    life: bool = False
    review: bool = False
    people: list[str] = field(default_factory=list)
    films: list[str] = field(default_factory=list)
    subject: str | None = None
    previous_people: list[str] = field(default_factory=list)
    previous_films: list[str] = field(default_factory=list)
    leading_film: str | None = None
    festival: Node | None = None
    pair: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    speaker: str | None = None
    addressed: tuple[str, ...] = ()
    in_chorus: bool = False
    asking: bool = False
    asked_film: str | None = None
    entry: str | None = None
    counts: Counter[str] = field(default_factory=Counter)
    paragraph: int = -1
    sentence_start: int = 0
    last_year: str | None = None
    _lowered: str = ""
    _number: int = 0
    _pair_at: int = -9
    _school: _Known | None = None
    _home: Node | None = None
    _festival_at: int = -9
    _guessed: dict[str, str] = field(default_factory=dict)

    def enter_block(
        self, index: int, speaker: str | None, addressed: tuple[str, ...], kind: BlockKind = BlockKind.PARAGRAPH
    ) -> None:
        """Begin another block of the layout."""
        self.paragraph = index
        self.asking = kind is BlockKind.QUESTION
        if kind is not BlockKind.ANSWER:
            self.asked_film = None
        self.speaker, self.addressed = speaker, addressed
        if self.life:
            self.subject = self.topic_person

    def mentions(self, lowered: str, offset: int, nodes: list[Node], voice: Callable[[int], str | None]) -> list[Node]:
        """The nodes of a sentence together with those for the words that point at something.

        :param lowered: the sentence in lower case, which begins at ``offset``
        :param voice: who says what stands at an offset of the article, if it is said by somebody
        """
        self.sentence_start, self._lowered = offset, lowered
        self._learn(nodes)
        found: list[Node] = self._implied(nodes)
        named = [(n.start, n.end) for n in nodes if n.letter not in "RNVK"]
        for match in WORDS.finditer(lowered):
            start, end = offset + match.start(), offset + match.end()
            if any(a < end and start < b for a, b in named):
                continue
            before = sorted([n for n in (*nodes, *found) if n.end <= start], key=lambda n: n.start)
            word = match.lastgroup or ""
            if word in ("film", "person", "duo") and self._describes(word, match, before, nodes):
                continue
            if word == "it" and _EXPLETIVE.match(lowered, match.end()):
                continue
            following = next((n for n in nodes if n.start >= end and n.letter == "P" and n.kind == "name"), None)
            if word == "trait" and not self._tells_who(match, nodes):
                continue
            node = self.resolve(word, before, following, lowered[: match.start()], lowered[match.end() :], voice(start))
            if node is None:
                continue
            node.start, node.end, node.text = start, end, match.group()
            if word in _POSSESSIVES:
                node.attributes["possessive"] = True
            found.append(node)
        free = [
            n for n in nodes if n.letter not in "RNVK" or not any(f.start < n.end and n.start < f.end for f in found)
        ]
        return sorted([*free, *found], key=lambda n: n.start)

    def _learn(self, nodes: list[Node]) -> None:
        """Note who is a man or a woman by the noun beside the name ("his wife, Ada Doe")."""
        for node in nodes:
            if (
                node.letter == "P"
                and node.kind == "name"
                and len(node.ids) == 1
                and self.registry.draft(node.ids[0]).gender is None
            ):
                match = _KIN.search(self._text_before(node))
                if match:
                    self.registry.draft(node.ids[0]).gender = "female" if match["female"] else "male"

    def _implied(self, nodes: list[Node]) -> list[Node]:
        """The subject that a note leaves out ("Studied in Oslo. Lives in Rome."): whom the sentence before is about."""
        lowered, offset = self._lowered, self.sentence_start
        if self.subject is None or not _FRAGMENT.match(lowered) or _SUBJECT_LATER.search(lowered):
            return []
        named = (n for n in nodes if n.letter in "PX")
        if any(lowered[: n.start - offset].endswith((", ", ", the ")) for n in named):
            return []
        label = self.registry.draft(self.subject).label
        note = f"the sentence leaves out its subject, {label}"
        return [Node("P", offset, offset, "", (self.subject,), "pronoun", {"implied": True}, note=note)]

    def _describes(self, word: str, match: re.Match[str], before: list[Node], nodes: list[Node]) -> bool:
        """Whether "the director" stands beside a name that it describes, so that it points at nothing."""
        lowered, offset = match.string, self.sentence_start
        following = next((n for n in nodes if n.start >= offset + match.end()), None)
        if (
            following is not None
            and following.letter in "FPTX"
            and lowered[match.end() : following.start - offset] in _NAMED_NEXT
        ):
            return True
        if (
            word.startswith("person")
            and following is not None
            and following.letter == "P"
            and lowered[match.end() : following.start - offset] in _EQUALS
        ):
            return True
        maker = next((n for n in nodes if n.start >= offset + match.end() and n.letter not in "RN"), None)
        if (
            word == "film"
            and maker
            and maker.letter in "PX"
            and _BY_SOMEBODY.fullmatch(lowered, match.end(), maker.start - offset)
        ):
            return True
        if word == "duo":
            return False
        if _PREDICATE.search(lowered[: match.start()]):
            return True
        last = before[-1] if before else None
        return (
            last is not None
            and last.letter == word[0].upper()
            and lowered[last.end - offset : match.start()].strip() == ","
        )

    def _tells_who(self, match: re.Match[str], nodes: list[Node]) -> bool:
        """Whether "the 64-year-old", "the Georgian" means a person: an age, or a nation's name before a verb."""
        start, end = self.sentence_start + match.start(), self.sentence_start + match.end()
        nation = any(n.letter == "N" and n.start >= start and n.end == end for n in nodes)
        return nation or match.group().endswith("-year-old")

    def after(self, nodes: list[Node]) -> None:
        """Take in the nodes of a sentence that has been read."""
        self._number += 1
        people = [n for n in nodes if n.letter == "P" and n.ids]
        films = [n for n in nodes if n.letter == "F" and n.ids]
        main = [n for n in films if not self._aside(n)]
        # What "its" takes up in the same sentence is as much of an aside as the film itself.
        named = {n.ids[0] for n in main if n.kind == "name"}
        beside = {n.ids[0] for n in films if n.kind == "name"} - named
        main = [n for n in main if n.kind == "name" or n.ids[0] not in beside]
        if self.asking and films:
            self.asked_film = (main or films)[-1].ids[0]
        elif self.asked_film:
            main = [n for n in main if n.kind == "name" and self._taken_up(n)]
            films = []
        films = main or ([] if self.films else films)
        for node in nodes:
            if node.letter == "P" and node.kind == "name":
                self.counts.update(node.ids)
            if node.letter == "E" and node.ids:
                self.festival, self._festival_at = node, self._number
            if node.letter == "O" and node.ids and self._is_school(node.ids[0]):
                self._school = _Known(node, self._number)
                if node.start < _MASTHEAD and node.kind == "name":
                    self._home = self._home or node
        self._pairs(people)
        if people:
            self.previous_people = list(dict.fromkeys(i for n in people for i in n.ids))
            self.subject = self._subject_of(people)
            self.people += [i for n in people for i in n.ids]
        if films:
            self.previous_films = list(dict.fromkeys(i for n in films for i in n.ids))
            if self.asking and self.asked_film:
                self.previous_films = [self.asked_film]
            self.films += [i for n in films for i in n.ids]
            self.leading_film = self._leading(films[0], people)

    def _aside(self, film: Node) -> bool:
        """Whether a film is named only to say something of another film, or of a person ("who had been seen in F, …")."""
        before = self._text_before(film)
        if self.review and self.topic_film and film.ids[0] != self.topic_film and film.kind == "name":
            return bool(before.strip(" \"*_('"))
        if film.ids[0] != self.topic_film and self.films and _LONG_BEFORE.search(before):
            return True
        return bool(_SIDE_FILM.search(before)) or (film.ids[0] != self.topic_film and bool(_OF_SOMEBODY.search(before)))

    def _taken_up(self, film: Node) -> bool:
        """Whether an answer passes on to a film, so that it does not only compare the one it is asked about with it."""
        before = self._text_before(film)
        return film.ids[0] == self.asked_film or _TAKEN_UP.search(before) is not None

    def _subject_of(self, people: list[Node]) -> str:
        """The person that a sentence is about: the first that hangs on no preposition."""
        plain = next((n for n in people if len(n.ids) == 1 and not self._hangs(n, people)), None)
        if plain is None and self.life and self.topic_person:
            return self.topic_person
        return (plain or people[0]).ids[0]

    def _leading(self, film: Node, people: list[Node]) -> str | None:
        """The film that a sentence begins with, whoever's it may be ("her debut, F, …")."""
        named = [p for p in people if p.end <= film.start and p.kind == "name"]
        return film.ids[0] if not named and film.start - self.sentence_start < 40 and film.kind == "name" else None

    def _pairs(self, people: list[Node]) -> None:
        groups = [n.ids for n in people if len(n.ids) > 1]
        named = [n for n in people if n.kind == "name" and len(n.ids) == 1]
        joined = [
            (a.ids[0], b.ids[0]) for a, b in pairwise(named) if _JOINED.match(self._between(a, b)) and a.ids != b.ids
        ]
        ids = list(dict.fromkeys(i for n in named for i in n.ids))
        if joined or groups:
            self.pair, self._pair_at = tuple((joined or groups)[0]), self._number
        elif len(ids) == 2 and (
            not self.pair or set(ids) == set(self.pair) or self._number - self._pair_at > 2 * _RECENT
        ):
            self.pair, self._pair_at = tuple(ids), self._number

    def _between(self, left: Node, right: Node) -> str:
        return self._lowered[left.end - self.sentence_start : right.start - self.sentence_start]

    def _text_before(self, node: Node) -> str:
        return self._lowered[: max(0, node.start - self.sentence_start)]

    def _hangs(self, node: Node, people: list[Node], *, subject: bool = True) -> bool:
        """Whether a person hangs on a preposition ("with Ada and Ben"), so that the sentence is about somebody else."""
        if node.text.lower() in _NOMINATIVE:
            return False
        oblique = _OBLIQUE_SUBJECT if subject else _OBLIQUE
        if oblique.search(self._text_before(node)):
            return True
        left = next((n for n in reversed(people) if n.end <= node.start), None)
        joined = left is not None and (
            _JOINED.match(self._between(left, node)) or _LIST.match(self._between(left, node))
        )
        return left is not None and bool(joined) and self._hangs(left, people, subject=subject)

    def _is_school(self, id_: str) -> bool:
        draft = self.registry.draft(id_)
        entry = self.registry.lexicon.entries.get(draft.lexicon or "")
        return (entry is not None and entry.kind in _SCHOOL_KINDS) or _SCHOOL_NAME.search(
            draft.label.lower()
        ) is not None

    def resolve(
        self,
        word: str,
        before: list[Node],
        following: Node | None,
        text_before: str,
        text_after: str,
        voice: str | None = None,
    ) -> Node | None:
        """The node that a pronoun or a description stands for, or None where it cannot be told.

        :param word: the group of :data:`WORDS` that matched
        :param before: the nodes of this sentence that stand before it
        :param following: the next person named after it
        :param voice: who says it, in an answer or between quotation marks
        """
        if word in _GENDER:
            kind = "man" if _GENDER[word] == "male" else "woman"
            return self._person(
                self._singular(word, before, following, text_before, text_after, voice),
                f"“{word.removesuffix('s') if word == 'hers' else word}” is {{}}: the nearest {kind} that fits",
            )
        if word == "self":
            return self._person(tuple(self._leading_people(before)[-1:]), "the subject itself")
        if word in ("i", "my"):
            return self._person((voice,) if voice else (), "the speaker says “I”")
        if word in ("we", "our"):
            if voice and self.speakers == (voice,) and word == "we" and _MAKING.match(text_after):
                return self._person((voice,), "who is interviewed says “we” of what was made")
            one = voice in self.speakers and self.speaker is not None
            both = self.speakers if len(self.speakers) == 2 and (one or self.in_chorus) else ()
            return self._person(both, "the speaker says “we” of the two interviewed")
        if word in ("you", "your"):
            return self._person(self.addressed, "“you” is who answers")
        if word in ("they", "their", "duo", "both"):
            return self._person(self._plural(word, before), "the people spoken of together")
        if word in ("former", "latter"):
            return self._one_of_two(word)
        if word == "person":
            return self._person(
                self._by_trade(self._lowered[len(text_before) :], before), "the person spoken of, by occupation"
            )
        if word == "trait":
            named = any(n.letter == "P" for n in before)
            whom = self.topic_person if self.life and self.topic_person in self.previous_people else self.subject
            return self._person((whom,) if whom and not named else (), "the person spoken of, by a trait")
        if word in ("film", "it", "its"):
            return self._film(word, before)
        if word in ("school", "there", "festival"):
            return self._place(word, text_before, text_after)
        return None

    def _person(self, ids: tuple[str, ...], note: str) -> Node | None:
        if not ids:
            return None
        labels = " and ".join(self.registry.draft(i).label for i in ids)
        return Node(
            "P", 0, 0, "", ids, "pronoun", note=note.replace("{}", labels) if "{}" in note else f"{labels}: {note}"
        )

    def _gender(self, id_: str) -> str | None:
        return self.registry.draft(id_).gender or self._guessed.get(self.registry.current(id_))

    def _leading_people(self, before: list[Node], *, subject: bool = True) -> list[str]:
        """The people named before in the sentence that hang on no preposition, in text order."""
        people = [n for n in before if n.letter == "P" and len(n.ids) == 1]
        return [n.ids[0] for n in people if not self._hangs(n, people, subject=subject)]

    def _ahead(self, text_before: str, following: Node | None, gender: str) -> str | None:
        """Whose "his" is in "For his part in F, Ada Doe …": the subject that the opening words wait for."""
        if following is None or len(following.ids) != 1 or not _OPENING.match(text_before):
            return None
        known = self._gender(following.ids[0])
        awaited = known == gender or (known is None and (self.subject is None or self._gender(self.subject) != gender))
        return following.ids[0] if awaited else None

    def _singular(
        self,
        word: str,
        before: list[Node],
        following: Node | None,
        text_before: str,
        text_after: str,
        voice: str | None,
    ) -> tuple[str, ...]:
        gender = _GENDER[word]
        subject = word in ("he", "she")
        people = [n for n in before if n.letter == "P" and len(n.ids) == 1]
        leading = self._leading_people(before, subject=subject or word in ("him", "hers"))
        hanging = [n.ids[0] for n in people if n.ids[0] not in leading]
        firm = [*leading, *([self.subject] if self.subject else [])]
        about = self.entry or self.topic_person
        topic, life = [about] if about else [], self.life or self.entry is not None
        if word in ("him", "hers"):
            # Who does it is not whom it is done to.
            acting = self._acting(before)
            if topic and life and self._gender(topic[0]) == gender:
                firm = [*topic, *leading, *firm]
            firm, hanging = [i for i in firm if i != acting], [i for i in hanging if i != acting]
        elif subject and not leading and life and topic and topic[0] in self.previous_people:
            # A life returns to the person whose life it is, whoever did something to him in between.
            firm = [*topic, *firm]
        elif not subject:
            between = text_before[people[-1].end - self.sentence_start :] if people else ""
            # "Ada and her …" is Ada's; what "Ada, her …" says of Ada is somebody else's.
            described = people[-1].ids[0] if between == ", " else None
            near = [people[-1].ids[0]] if people and len(between) < _BESIDE else []
            firm = [i for i in (*near, *leading[::-1], *firm[-1:]) if i != described]
            hanging = [i for i in hanging[::-1] if i != described]
            if not people and (ahead := self._ahead(text_before, following, gender)):
                firm = [ahead, *firm]
        own = not subject and (
            (_OWN_WORK.match(text_after) and topic and topic[0] in self.previous_people)
            or (life and _OWN_KIN.match(text_after))
        )
        if topic and (own or topic[0] in hanging):
            firm = [*(i for i in firm if i in leading), *topic, *firm]
        topical = topic if topic and (life or topic[0] in (self.previous_people or topic)) else []
        loose = [*topical, *self.previous_people, *hanging, *topic]
        chosen = self._fitting(firm, loose, gender, {voice} if voice else set())
        if chosen is not None and self.registry.draft(chosen).gender is None:
            self._guessed.setdefault(self.registry.current(chosen), gender)
        return (chosen,) if chosen else ()

    def _fitting(self, firm: Iterable[str], loose: Iterable[str], gender: str, excluded: set[str]) -> str | None:
        """The first that fits.

        Of those that stand as subjects even one whose gender nobody knows, of the others rather one of that gender.
        """
        for id_ in firm:
            if id_ not in excluded and self._gender(id_) in (gender, None):
                return id_
        rest = [i for i in loose if i not in excluded]
        return next(
            (i for i in rest if self._gender(i) == gender), next((i for i in rest if self._gender(i) is None), None)
        )

    def _acting(self, before: list[Node]) -> str | None:
        """The subject of the clause that has been read last."""
        for node in reversed(before):
            if node.letter == "P" and len(node.ids) == 1 and not self._hangs(node, before):
                return node.ids[0]
        return None

    def _plural(self, word: str, before: list[Node]) -> tuple[str, ...]:
        if word == "duo" and len(self.speakers) == 2:
            return self.speakers
        for node in reversed(before):
            if node.letter == "P" and len(node.ids) > 1:
                return node.ids
        here = list(dict.fromkeys(i for n in before if n.letter == "P" for i in n.ids))
        if len(here) == 2:
            return tuple(here)
        near = self._number - self._pair_at < _RECENT or (word == "duo" and self._number - self._pair_at < 3 * _RECENT)
        if not here and self.pair and (near or set(self.pair) == set(self.speakers)):
            return self.pair
        if word == "they" and not here and len(self.previous_people) == 2:
            return tuple(self.previous_people)
        return ()

    def _one_of_two(self, word: str) -> Node | None:
        """The former or the latter, where the sentence before names just two people, or just two films."""
        index = 0 if word == "former" else 1
        people = list(self.previous_people) if self._number - self._pair_at < 1 else []
        films = list(self.previous_films)
        if len(people) == 2:
            return self._person((people[index],), f"“the {word}” of two people")
        if len(films) == 2 and len(people) != 2:
            return self._titled(films[index], "nominal")
        return None

    def _by_trade(self, text: str, before: list[Node]) -> tuple[str, ...]:
        noun = next(
            (n for n in _PERSON_NOUN.split("|") if re.match(rf"(?:the|this)(?: [\w-]+)? {n}\b", text)), "director"
        )
        here = [n.ids[0] for n in before if n.letter == "P" and len(n.ids) == 1]
        near = list(
            dict.fromkeys(
                [
                    *([self.subject] if self.subject else []),
                    *self.previous_people,
                    *([self.topic_person] if self.topic_person else []),
                    *here,
                ]
            )
        )
        gender = "female" if noun == "actress" else None
        fitting = [i for i in near if gender is None or self._gender(i) in (gender, None)]
        practising = [i for i in fitting if self._practises(i, noun)]
        if practising:
            return (practising[0],)
        if here and here[0] in fitting:
            return (here[0],)
        if self.topic_person in fitting and (self.topic_person in self.people[-6:] or not self.people):
            return (self.topic_person,) if self.topic_person else ()
        return (self.subject,) if self.subject in fitting and self.subject else ()

    def _practises(self, id_: str, noun: str) -> bool:
        names = {
            "actress": {"actor"},
            "filmmaker": {"director", "film director"},
            "film-maker": {"director", "film director"},
            "helmer": {"director"},
        }
        return bool(self.registry.draft(id_).occupations & (names.get(noun, set()) | {noun}))

    def _film(self, word: str, before: list[Node]) -> Node | None:
        here = [i for n in before if n.letter == "F" for i in n.ids]
        if word == "its" and not here and any(n.letter in "OEU" and n.ids for n in before):
            return None
        if word == "its" and here:
            chosen = here[-1]
        elif here:
            chosen = here[0] if word == "it" else here[-1]
        elif self.previous_films:
            last = self.previous_films[0] if word == "it" else self.previous_films[-1]
            chosen = self.leading_film if self.leading_film in self.previous_films and self.leading_film else last
        elif self.films:
            chosen = self.films[-1]
        elif self.topic_film:
            chosen = self.topic_film
        else:
            return None
        return self._titled(chosen, "nominal" if word == "film" else "pronoun")

    def _titled(self, id_: str, kind: str) -> Node:
        return Node("F", 0, 0, "", (id_,), kind, note=f"the film spoken of is {self.registry.draft(id_).label}")

    def _place(self, word: str, text_before: str, text_after: str) -> Node | None:
        """The festival or the school that "there" or "the academy" means; "here" is the school whose paper it is."""
        words = self._lowered[len(text_before) : len(self._lowered) - len(text_after)]
        alone = re.match(r"[,.;)]|$", text_after) is not None
        near = _CLAUSE_END.split(text_before)[-1] + _CLAUSE_END.split(text_after)[0]
        school = self._school
        if word == "school":
            candidates = [
                n
                for n in (self._home, school.node if school else None)
                if n is not None and self._called(n.ids[0], words)
            ]
            return self._again("O", candidates[0], "school") if candidates else None
        if words == "here":
            return self._again("O", self._home, "school") if self._home is not None and _STUDY.search(near) else None
        if word == "there" and school is not None and _STUDY.search(near):
            return self._again("O", school.node, "school")
        if self.festival is None or not (alone or word == "festival"):
            return None
        later = word == "festival" or school is None or self._festival_at >= school.sentence
        return self._again("E", self.festival, "festival") if later else None

    def _again(self, letter: str, node: Node, what: str) -> Node:
        return Node(letter, 0, 0, "", node.ids, "nominal", dict(node.attributes), note=f"the {what} last named")

    def _called(self, id_: str, words: str) -> bool:
        """Whether a school is called so ("the academy"); every school is one of these."""
        noun = words.split()[-1]
        draft = self.registry.draft(id_)
        entry = self.registry.lexicon.entries.get(draft.lexicon or "")
        names = " ".join([draft.label, *draft.names, *(entry.aliases if entry is not None else ())]).lower()
        return (
            noun == "school"
            or noun[:5] in names
            or (noun == "workshop" and draft.type is EntityType.ORGANIZATION and "workshop" in names)
        )
