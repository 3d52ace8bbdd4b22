"""Who "he", "the film", "the duo", "the latter" and "I" are, sentence by sentence: by gender, number, role, recency."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cinegraph.extract.antecedents_of_people import GENDER_OF, PeopleMeant
from cinegraph.extract.antecedents_of_things import ThingsMeant
from cinegraph.extract.discourse import Discourse
from cinegraph.extract.nodes import Node
from cinegraph.extract.owned_films import owned_films
from cinegraph.extract.pointing_words import EXPLETIVE, PERSON_NOUN, WORDS

_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_PREDICATE = re.compile(r"(?:\b(?:is|am|was|are|were|be|been|being|as|also|became|become|with)|'m)(?: also)? $")
_NAMED_NEXT = (" ", ", ", ' "')
# "The actor and director Ada Doe" names her.
_TRADES_NEXT = re.compile(
    rf"(?:(?:, | and | & |/|-)(?:{PERSON_NOUN}|comedian|artist|singer|critic|dancer|author|poet|painter|photographer|activist|musician)){{1,8}} "
)
# "The director is Ada Doe" gives a credit.
# "The new film by Ada Doe" is none that was named.
_BY_SOMEBODY = re.compile(r" (?:by|from|of)(?: (?:the|director|film-?maker|\w+ish|\w+an|\w+ese|french))* ")
# "The short was called F": it is F, and no film that was named before.
_CALLED = re.compile(
    r",? (?:(?:is|was|which|had been|would be|later|then|to be) ){0,3}(?:called|titled|entitled|named)[,:]? [\"*_]*"
)
_EQUALS = (" is ", " was ", " are ", " were ")
_MAKING = re.compile(
    r" (?:have |had |then |also |first |later |just |finally )*(?:made|shot|filmed|finished|premiered|wrote|edited|released|showed|screened|presented|won)\b"
)
_KIN = re.compile(
    r"\b(?:(?P<female>wife|widow|mother|daughter|sister|girlfriend|actress|niece|aunt|grandmother"
    r"|muse|heroine|actresses|ms|mrs)"
    r"|(?:husband|widower|father|son|brother|boyfriend|nephew|uncle|grandfather|actor-husband|mr))\.?,? "
    r"(?:the (?:[\w-]+ ){1,2})?$"
)
# "Five features, among them F": these are films.
_AMONG = re.compile(r"\b(?:among|one of) $")
_ORIGIN = re.compile(r"-(?:born|based|raised|trained)\b")
_FRAGMENT = re.compile(
    r"(?:born|studied|studies|graduated|lives|works|trained|attended|educated|resides|teaches|grew up"
    r"|moved to|based in|enrolled|returned to|joined|entered|dropped out of|apprenticed|assisted(?! by\b)"
    r"|(?:taught|founded|co-founded)(?! by\b| in \d)|(?:currently|now) (?:lives|works|teaches|based)"
    r"|has (?:directed|made|written|taught|lived|studied)"
    r"|(?P<noun>(?:a |an )?(?:(?:graduate|alumn[a-z]+|student|pupil|co-founder|founder|dean|member) of|author of (?:the )?(?:films?|documentar\w+)|(?:first |second |camera )?assistant(?: director)? (?:to|of)|(?:professor|lecturer)(?: (?:of|in) [a-z ]{3,20})? at)|(?:winner|recipient) of\b[^.;]* for)"
    r"|(?P<owned>(?:(?:other|more recent|later|earlier|further|recent|notable|selected|previous|additional|subsequent) )+(?:(?:notable|film|screen|acting|directing) )?(?:movies|films|credits|titles|features|works|roles|appearances|documentaries|shorts) (?:include[sd]?|are|were)"
    r"|(?P<label>(?:(?:other|selected|main|further|previous|most important|best-known|recent) )*(?:films|short films|feature films|documentaries|filmography|influences|inspirations|role models|favou?rite (?:directors|filmmakers|film-makers))(?=: )))"
    r"|(?P<having>after having (?:directed|made|shot|written|edited|produced)))\b"
)
# "Since 1999 teaches in Oslo", "Was born in Oslo": lives that are translated leave out whom they tell of.
_OF_A_LIFE = re.compile(
    r"(?:was (?=born\b)|(?P<front>(?:in|since|from|until) \d{4},? )(?=(?:has |had )?(?:opened|established|became|organi[sz]ed|published|founded|finished|entered|graduated|studied|teaches|taught|works|worked|lives|lived|moved|debuted|directed|shot|made|wrote|received|joined|founded)\b))"
)
_SUBJECT_LATER = re.compile(r", (?:and )?(?:he|she|they|his|her|the)\b")
# "Pic is produced by Ada Doe", as trade papers have it.
_BARE_FILM = re.compile(
    r"(?:pic|film|feature|movie|project|drama|comedy|thriller)(?= (?:is|was|will|has|had|follows|stars|also|tells|centers|centres|marks|comes|hails|features|co-stars|bowed|shot|shoots|wraps|wrapped|reunites|premiered|premieres|opens|opened)\b)"
)


class Coreference:
    """Finds the nodes that the pointing words of a sentence stand for."""

    def __init__(self, discourse: Discourse, *, nameless: bool = False, made: Callable[[], Iterable[tuple[str, str]]] = tuple) -> None:
        """:param nameless: whether the article is the life of somebody whom it does not name, and whom its "he" means
        :param made: the films and their directors that the article has told so far
        """
        self.discourse, self.nameless, self._made = discourse, nameless, made
        self.people, self.things = PeopleMeant(discourse), ThingsMeant(discourse)

    def mentions(self, lowered: str, offset: int, nodes: list[Node], voice: Callable[[int], str | None]) -> list[Node]:
        """The nodes of a sentence together with those for the words that point at something.

        :param lowered: the sentence in lower case, which begins at ``offset``
        :param voice: who says what stands at an offset of the article, if it is said by somebody
        """
        self.discourse.begin_sentence(lowered, offset)
        self._learn(nodes)
        found: list[Node] = self._implied(nodes)
        named = [(n.start, n.end) for n in nodes if n.letter not in "RNVK"]
        # "The Riga-born director" is a person.
        strict = [
            (n.start, n.end) for n in nodes if n.letter not in "RNVK" and not _ORIGIN.match(lowered, n.end - offset)
        ]
        for match in WORDS.finditer(lowered):
            start, end = offset + match.start(), offset + match.end()
            if any(a < end and start < b for a, b in (named if match.lastgroup != "person" else strict)):
                continue
            before = sorted([n for n in (*nodes, *found) if n.end <= start], key=lambda n: n.start)
            word = match.lastgroup or ""
            if word in ("film", "new", "person", "duo") and self._describes(word, match, before, nodes):
                continue
            if word == "it" and EXPLETIVE.match(lowered, match.end()):
                continue
            if word == "festival" and self._is_named_next(match, nodes):
                continue
            among = match.group() == "them" and _AMONG.search(lowered, 0, match.start()) is not None
            if among and _are_titles(next((n for n in nodes if n.start >= end), None)):
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
        found += [f for f in owned_films(lowered, nodes, self.discourse, self.things, self._made) if not any(f.overlaps(n.start, n.end) for n in found)]
        if (bare := _BARE_FILM.match(lowered)) is not None and not any(
            n.start < offset + bare.end() for n in (*nodes, *found)
        ):
            # Trade papers call nothing so but what they write about.
            topic = self.discourse.topic_film if not self.discourse.life else None
            node = self.things.titled(topic, "nominal") if topic else self.things.film("film", [])
            if node is not None:
                node.start, node.end, node.text = offset, offset + bare.end(), bare.group()
                found.append(node)
        if not found:
            return nodes
        free = [
            n for n in nodes if n.letter not in "RNVKLX" or not any(f.overlaps(n.start, n.end) for f in found)
        ]
        return sorted([*free, *found], key=lambda n: n.start)

    def _learn(self, nodes: list[Node]) -> None:
        """Note who is a man or a woman by the noun beside the name ("his wife, Ada Doe")."""
        for node in nodes:
            if (
                node.letter == "P"
                and node.kind == "name"
                and len(node.ids) == 1
                and self.discourse.registry.draft(node.ids[0]).gender is None
            ):
                match = _KIN.search(self.discourse.text_before(node))
                if match:
                    self.discourse.registry.draft(node.ids[0]).gender = "female" if match["female"] else "male"

    def _implied(self, nodes: list[Node]) -> list[Node]:
        """The subject that a note leaves out ("Studied in Oslo. Lives in Rome."): whom the sentence before is about."""
        lowered, offset = self.discourse.lowered, self.discourse.sentence_start
        told = _OF_A_LIFE.match(lowered) if self.discourse.life else None
        if told is not None and self.discourse.topic_person is not None:
            return [self._left_out(self.discourse.topic_person, offset + len(told["front"] or ""), " ")]
        fragment = _FRAGMENT.match(lowered)
        if self.discourse.subject is None or fragment is None or _SUBJECT_LATER.search(lowered):
            return []
        if fragment["label"] and self.discourse.opening:
            return []  # a label over lines of its own is read with its list
        named = (n for n in nodes if n.letter in "PX")
        if any(lowered[: n.start - offset].endswith((", ", ", the ")) for n in named):
            return []
        verb = " is a " if fragment["noun"] else "'s " if fragment["owned"] else " "
        return [self._left_out(self.discourse.subject, offset, verb)]

    def _left_out(self, person: str, at: int, verb: str) -> Node:
        note = f"the sentence leaves out its subject, {self.discourse.registry.draft(person).label}"
        return Node("P", at, at, "", (person,), "pronoun", {"implied": verb}, note=note)

    def _describes(self, word: str, match: re.Match[str], before: list[Node], nodes: list[Node]) -> bool:
        """Whether "the director" stands beside a name that it describes, so that it points at nothing."""
        lowered, offset = match.string, self.discourse.sentence_start
        following = next((n for n in nodes if n.start >= offset + match.end()), None)
        if (
            following is not None
            and following.letter in "FPTX"
            and (
                lowered[match.end() : following.start - offset] in _NAMED_NEXT
                or (following.letter in "FT" and _CALLED.fullmatch(lowered, match.end(), following.start - offset))
            )
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
            word.startswith("person")
            and maker is not None
            and maker.letter == "P"
            and _TRADES_NEXT.fullmatch(lowered[match.end() : maker.start - offset])
        ):
            return True
        if (
            word in ("film", "new")
            and maker
            and maker.letter in "PX"
            and _BY_SOMEBODY.fullmatch(lowered, match.end(), maker.start - offset)
        ):
            return True
        if word in ("duo", "new"):
            return False
        if _PREDICATE.search(lowered[: match.start()]):
            return True
        last = before[-1] if before else None
        return (
            last is not None
            and last.letter == word[0].upper()
            and lowered[last.end - offset : match.start()].strip() == ","
        )

    def _is_named_next(self, match: re.Match[str], nodes: list[Node]) -> bool:
        """Whether "the festival" goes on with its name or its place: 'the festival "Amber Fish"', "the festival in Oslo"."""
        offset = self.discourse.sentence_start
        following = next((n for n in nodes if n.start >= offset + match.end() and n.letter in "ELPF"), None)
        if following is None:
            return False
        between = match.string[match.end() : following.start - offset]
        return between in (" in ", " in the ", " of ") if following.letter == "L" else following.letter == "E" and between in (" in ", " of ", " ", ' "')

    def _tells_who(self, match: re.Match[str], nodes: list[Node]) -> bool:
        """Whether "the 64-year-old", "the Georgian" means a person: an age, or a nation's name before a verb."""
        start, end = self.discourse.sentence_start + match.start(), self.discourse.sentence_start + match.end()
        nation = any(n.letter == "N" and n.start >= start and n.end == end for n in nodes)
        return nation or match.group().endswith("-year-old")

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
        if word in GENDER_OF:
            if self.nameless:
                return None
            kind = "man" if GENDER_OF[word] == "male" else "woman"
            return self.people.person(
                self.people.singular(word, before, following, text_before, text_after, voice),
                f"“{word.removesuffix('s') if word == 'hers' else word}” is {{}}: the nearest {kind} that fits",
            )
        if word == "self":
            return self.people.person(tuple(self.people.leading(before)[-1:]), "the subject itself")
        if word in ("i", "my"):
            return self.people.person((voice,) if voice else (), "the speaker says “I”")
        if word in ("we", "our"):
            if voice and word == "we" and (beside := self.people.beside(voice, text_after)):
                return self.people.person((voice, beside), "the speaker says “we” of both spoken of")
            alone = voice is not None and (self.discourse.speakers == (voice,) or self.discourse.narrator == voice)
            if voice and alone and word == "we" and _MAKING.match(text_after):
                return self.people.person((voice,), "who tells it says “we” of what was made")
            one = voice in self.discourse.speakers and self.discourse.speaker is not None
            both = (
                self.discourse.speakers
                if len(self.discourse.speakers) == 2 and (one or self.discourse.in_chorus)
                else ()
            )
            return self.people.person(both, "the speaker says “we” of the two interviewed")
        if word in ("you", "your"):
            return self.people.person(self.discourse.addressed, "“you” is who answers")
        if word in ("they", "their", "duo", "both"):
            return self.people.person(self.people.plural(word, before), "the people spoken of together")
        if word in ("former", "latter"):
            return self._one_of_two(word)
        if word == "person":
            return self.people.person(
                self.people.by_trade(self.discourse.lowered[len(text_before) :], before),
                "the person spoken of, by occupation",
            )
        if word == "trait":
            named = any(n.letter == "P" for n in before)
            whom = (
                self.discourse.topic_person
                if self.discourse.life and self.discourse.topic_person in self.discourse.previous_people
                else self.discourse.subject
            )
            return self.people.person((whom,) if whom and not named else (), "the person spoken of, by a trait")
        if word == "new":
            # What is new in a talk or a review is what it is about.
            about = self.discourse.topic_film if self.discourse.review or self.discourse.speakers else None
            return self.things.titled(about, "nominal") if about else self.things.film("film", before)
        if word == "films":
            return self.things.two(before)
        if word in ("film", "it", "its"):
            return self.things.film(word, before)
        if word in ("school", "there", "festival"):
            return self.things.place(word, before, text_before, text_after)
        return None

    def _one_of_two(self, word: str) -> Node | None:
        """The former or the latter, where the sentence before names just two people, or just two films."""
        index = 0 if word == "former" else 1
        people = list(self.discourse.previous_people) if self.discourse.number - self.discourse.pair_at < 1 else []
        films = list(self.discourse.previous_films)
        if len(people) == 2 and not (len(films) == 2 and self.discourse.films_joined):
            return self.people.person((people[index],), f"“the {word}” of two people")
        if len(films) == 2 and (self.discourse.films_joined or not people):
            return self.things.titled(films[index], "nominal")
        return None


def _are_titles(node: Node | None) -> bool:
    return node is not None and node.letter in "FT"
