"""Who "he", "the film", "the duo", "the latter" and "I" are, sentence by sentence: by gender, number, role, recency."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from cinegraph.extract.discourse import RECENT, Discourse
from cinegraph.extract.nodes import Node
from cinegraph.extract.pointing_words import EXPLETIVE, PERSON_NOUN, WORDS
from cinegraph.model import EntityType

_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_GENDER = {"he": "male", "him": "male", "his": "male", "she": "female", "hers": "female", "her": "female"}
_STUDY = re.compile(
    r"\b(?:stud(?:y|ied|ies|ying)|taught|teach\w*|graduat\w+|enrol\w+|learn\w+|train\w*|met|lectur\w+"
    r"|classes|course|diploma|degree)\b"
)
_CLAUSE_END = re.compile(r"[,;:]|\b(?:and|but|that|when|while|after|before|because|as|if|who)\b")
_PREDICATE = re.compile(r"\b(?:is|was|are|were|be|been|being|as|also|became|become|with)(?: also)? $")
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
# "Though little known outside her home country, Ada Doe is …".
_SUBORDINATE = re.compile(
    r"(?:though|although|even though|while|whereas|when|after|before|since|despite|having|as|born|raised|known|trained|best known)\b[^.;]{0,160}, $"
)
_BEFORE_VERB = re.compile(r" (?!and\b|or\b|in\b|of\b|with\b|at\b|by\b|from\b|to\b|as\b)[a-z]+\b")
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
    r"|has (?:directed|made|written|taught|lived|studied)"
    r"|(?P<noun>(?:a |an )?(?:graduate|alumn[a-z]+|student|pupil) of|(?:winner|recipient) of\b[^.;]* for)"
    r"|(?P<owned>(?:(?:other|more recent|later|earlier|further|recent|notable|selected|previous|additional|subsequent) )+(?:(?:notable|film|screen|acting|directing) )?(?:movies|films|credits|titles|features|works|roles|appearances|documentaries|shorts) (?:include[sd]?|are|were))"
    r"|(?P<having>after having (?:directed|made|shot|written|edited|produced)))\b"
)
_SUBJECT_LATER = re.compile(r", (?:and )?(?:he|she|they|his|her|the)\b")
_WHO_WAS = re.compile(
    r"\b(?:who|whom) (?:\w+ ){0,3}?(?:was|were|is|are|became|been)(?: once| later| also)? $|\b(?:are|is|were|was) said to have been (?:in |among )?$"
)
_TOGETHER = re.compile(r"[^.;,]{0,60}\b(?:together|with each other|the two of us|both of us)\b")
# "Ada Doe remains the director he returns to": it is he who does so.
_IS_WHOM = re.compile(
    r" (?:is|was|remains|remained|became|has been|has remained) (?:still |always )?(?:the|an?|one of the) [^,;:.]{3,30}? (?:he|she|they|i|we) (?!is\b|was\b)"
)
_BESIDE = 8
# "Pic is produced by Ada Doe", as trade papers have it.
_BARE_FILM = re.compile(
    r"(?:pic|film|feature|movie|project|drama|comedy|thriller)(?= (?:is|was|will|has|had|follows|stars|also|tells|centers|centres|marks|comes|hails|features|co-stars|bowed|shot|shoots|wraps|wrapped|reunites|premiered|premieres|opens|opened)\b)"
)
_AT_THE_SIDE = re.compile(r" (?:[\w-]+ ){1,4}")


class Coreference:
    """Finds the nodes that the pointing words of a sentence stand for."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    def mentions(self, lowered: str, offset: int, nodes: list[Node], voice: Callable[[int], str | None]) -> list[Node]:
        """The nodes of a sentence together with those for the words that point at something.

        :param lowered: the sentence in lower case, which begins at ``offset``
        :param voice: who says what stands at an offset of the article, if it is said by somebody
        """
        self.discourse.begin_sentence(lowered, offset)
        self._learn(nodes)
        found: list[Node] = self._implied(nodes)
        named = [(n.start, n.end) for n in nodes if n.letter not in "RNVK"]
        for match in WORDS.finditer(lowered):
            start, end = offset + match.start(), offset + match.end()
            if any(a < end and start < b for a, b in named):
                continue
            before = sorted([n for n in (*nodes, *found) if n.end <= start], key=lambda n: n.start)
            word = match.lastgroup or ""
            if word in ("film", "new", "person", "duo") and self._describes(word, match, before, nodes):
                continue
            if word == "it" and EXPLETIVE.match(lowered, match.end()):
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
        if (bare := _BARE_FILM.match(lowered)) is not None and not any(n.start < offset + bare.end() for n in (*nodes, *found)):
            node = self._film("film", [])
            if node is not None:
                node.start, node.end, node.text = offset, offset + bare.end(), bare.group()
                found.append(node)
        if not found:
            return nodes
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
                and self.discourse.registry.draft(node.ids[0]).gender is None
            ):
                match = _KIN.search(self.discourse.text_before(node))
                if match:
                    self.discourse.registry.draft(node.ids[0]).gender = "female" if match["female"] else "male"

    def _implied(self, nodes: list[Node]) -> list[Node]:
        """The subject that a note leaves out ("Studied in Oslo. Lives in Rome."): whom the sentence before is about."""
        lowered, offset = self.discourse.lowered, self.discourse.sentence_start
        fragment = _FRAGMENT.match(lowered)
        if self.discourse.subject is None or fragment is None or _SUBJECT_LATER.search(lowered):
            return []
        named = (n for n in nodes if n.letter in "PX")
        if any(lowered[: n.start - offset].endswith((", ", ", the ")) for n in named):
            return []
        label = self.discourse.registry.draft(self.discourse.subject).label
        note = f"the sentence leaves out its subject, {label}"
        verb = " is a " if fragment["noun"] else "'s " if fragment["owned"] else " "
        return [Node("P", offset, offset, "", (self.discourse.subject,), "pronoun", {"implied": verb}, note=note)]

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
            if voice and word == "we" and (beside := self._beside(voice, text_after)):
                return self._person((voice, beside), "the speaker says “we” of both spoken of")
            alone = voice is not None and (self.discourse.speakers == (voice,) or self.discourse.narrator == voice)
            if voice and alone and word == "we" and _MAKING.match(text_after):
                return self._person((voice,), "who tells it says “we” of what was made")
            one = voice in self.discourse.speakers and self.discourse.speaker is not None
            both = (
                self.discourse.speakers
                if len(self.discourse.speakers) == 2 and (one or self.discourse.in_chorus)
                else ()
            )
            return self._person(both, "the speaker says “we” of the two interviewed")
        if word in ("you", "your"):
            return self._person(self.discourse.addressed, "“you” is who answers")
        if word in ("they", "their", "duo", "both"):
            return self._person(self._plural(word, before), "the people spoken of together")
        if word in ("former", "latter"):
            return self._one_of_two(word)
        if word == "person":
            return self._person(
                self._by_trade(self.discourse.lowered[len(text_before) :], before),
                "the person spoken of, by occupation",
            )
        if word == "trait":
            named = any(n.letter == "P" for n in before)
            whom = (
                self.discourse.topic_person
                if self.discourse.life and self.discourse.topic_person in self.discourse.previous_people
                else self.discourse.subject
            )
            return self._person((whom,) if whom and not named else (), "the person spoken of, by a trait")
        if word == "new":
            # What is new in a talk or a review is what it is about.
            about = self.discourse.topic_film if self.discourse.review or self.discourse.speakers else None
            return self._titled(about, "nominal") if about else self._film("film", before)
        if word in ("film", "it", "its"):
            return self._film(word, before)
        if word in ("school", "there", "festival"):
            return self._place(word, text_before, text_after)
        return None

    def _beside(self, voice: str, text_after: str) -> str | None:
        """With whom a speaker says "we" of what both made together: the other one of those spoken of last."""
        if not _TOGETHER.match(text_after):
            return None
        pair = self.discourse.pair if self.discourse.number - self.discourse.pair_at <= RECENT else ()
        others = [i for i in (pair if voice in pair else self.discourse.previous_people) if i != voice]
        return others[0] if len(others) == 1 else None

    def _person(self, ids: tuple[str, ...], note: str) -> Node | None:
        if not ids:
            return None
        labels = " and ".join(self.discourse.registry.draft(i).label for i in ids)
        return Node(
            "P", 0, 0, "", ids, "pronoun", note=note.replace("{}", labels) if "{}" in note else f"{labels}: {note}"
        )

    def _leading_people(self, before: list[Node], *, subject: bool = True) -> list[str]:
        """The people named before in the sentence that hang on no preposition, in text order."""
        people = [n for n in before if n.letter == "P" and len(n.ids) == 1]
        return [n.ids[0] for n in people if not self.discourse.hangs(n, people, subject=subject)]

    def _brought_along(self, people: list[Node], text_before: str) -> set[str]:
        """Who stands in a sentence only at the side of somebody ("Ada and her cinematographer Ben"): what is "her" after it is Ada's first."""
        offset = self.discourse.sentence_start
        return {
            second.ids[0]
            for first, second in pairwise(people)
            if first.attributes.get("possessive")
            and first.ids != second.ids
            and text_before.endswith(("and ", "with "), 0, max(0, first.start - offset))
            and _AT_THE_SIDE.fullmatch(text_before, first.end - offset, max(first.end, second.start) - offset)
        }

    def _ahead(self, text_before: str, following: Node | None, gender: str) -> str | None:
        """Whose "his" is in "For his part in F, Ada Doe …": the subject that the opening words wait for."""
        if following is None or len(following.ids) != 1:
            return None
        known = self.discourse.gender(following.ids[0])
        if not _OPENING.match(text_before):
            return following.ids[0] if known in (gender, None) and self._waits_for(following) else None
        awaited = known == gender or (
            known is None
            and (self.discourse.subject is None or self.discourse.gender(self.discourse.subject) != gender)
        )
        return following.ids[0] if awaited else None

    def _waits_for(self, person: Node) -> bool:
        """Whether a sentence opens with a clause whose subject comes after it: "Though little known outside her home country, Ada Doe is …"."""
        lowered, begin = self.discourse.lowered, self.discourse.sentence_start
        after = _BEFORE_VERB.match(lowered, person.end - begin)
        return after is not None and _SUBORDINATE.fullmatch(lowered, 0, person.start - begin) is not None

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
        leading = [i for i in leading if not self._is_told_of(i, people)]
        if not subject and people and _WHO_WAS.search(text_before):
            # "Ada and Ben, both of whom were her students": hers is neither's.
            told_of = self._joined_before(people)
            people = [n for n in people if n.ids[0] not in told_of]
            leading, hanging = [i for i in leading if i not in told_of], [i for i in hanging if i not in told_of]
        if subject and text_before.endswith("(") and people and self.discourse.gender(people[-1].ids[0]) in (gender, None):
            return (people[-1].ids[0],)  # "Ben is to direct (he made F)"
        firm = [*leading, *([self.discourse.subject] if self.discourse.subject else [])]
        about = self.discourse.entry or self.discourse.topic_person
        topic, life = [about] if about else [], self.discourse.life or self.discourse.entry is not None
        ahead = self._ahead(text_before, following, gender) if not people and word not in ("him", "hers") else None
        if word in ("him", "hers"):
            # Who does it is not whom it is done to.
            acting = self._acting(before)
            if topic and life and self.discourse.gender(topic[0]) == gender:
                firm = [*topic, *leading, *firm]
            firm, hanging = [i for i in firm if i != acting], [i for i in hanging if i != acting]
        elif subject and ahead:
            firm = [ahead, *firm]
        elif subject and not leading and life and topic and topic[0] in self.discourse.previous_people:
            # A life returns to the person whose life it is, whoever did something to him in between.
            firm = [*topic, *firm]
        elif not subject:
            between = text_before[people[-1].end - self.discourse.sentence_start :] if people else ""
            # "Ada and her …" is Ada's; what "Ada, her …" says of Ada is somebody else's.
            described = people[-1].ids[0] if between == ", " else None
            near = [people[-1].ids[0]] if people and len(between) < _BESIDE else []
            beside = hanging if len(people) == 1 and not life else []
            owned = self._brought_along(people, text_before)
            last = leading[::-1]
            last = [*(i for i in last if i not in owned), *(i for i in last if i in owned)]
            firm = [i for i in (*near, *last, *beside, *firm[-1:]) if i != described]
            hanging = [i for i in hanging[::-1] if i != described]
            if ahead:
                firm = [ahead, *firm]
        own = not subject and not ahead and (
            (_OWN_WORK.match(text_after) and topic and topic[0] in self.discourse.previous_people)
            or (life and _OWN_KIN.match(text_after))
        )
        if topic and (own or topic[0] in hanging):
            firm = [*(i for i in firm if i in leading), *topic, *firm]
        topical = topic if topic and (life or topic[0] in (self.discourse.previous_people or topic)) else []
        loose = [*topical, *self.discourse.previous_people, *hanging, *topic]
        chosen = self._fitting(firm, loose, gender, {voice} if voice else set())
        if chosen is not None and self.discourse.registry.draft(chosen).gender is None:
            self.discourse.guessed.setdefault(self.discourse.registry.current(chosen), gender)
        return (chosen,) if chosen else ()

    def _joined_before(self, people: list[Node]) -> set[str]:
        """The person named last, and those in one list with that person."""
        told_of = {people[-1].ids[0]}
        for left, right in zip(people[-2::-1], people[:0:-1], strict=False):
            if self.discourse.between(left, right).strip(" ,") not in ("", "and", "&"):
                break
            told_of.add(left.ids[0])
        return told_of

    def _is_told_of(self, id_: str, people: list[Node]) -> bool:
        """Whether somebody is no more than told of by another ("Ada is the director he returns to; he …")."""
        node = next(n for n in people if n.ids[0] == id_)
        lowered = self.discourse.lowered
        return node.kind == "name" and _IS_WHOM.match(lowered, node.end - self.discourse.sentence_start) is not None

    def _fitting(self, firm: Iterable[str], loose: Iterable[str], gender: str, excluded: set[str]) -> str | None:
        """The first that fits.

        Of those that stand as subjects even one whose gender nobody knows, of the others rather one of that gender.
        """
        for id_ in firm:
            if id_ not in excluded and self.discourse.gender(id_) in (gender, None):
                return id_
        rest = [i for i in loose if i not in excluded]
        return next(
            (i for i in rest if self.discourse.gender(i) == gender),
            next((i for i in rest if self.discourse.gender(i) is None), None),
        )

    def _acting(self, before: list[Node]) -> str | None:
        """The subject of the clause that has been read last."""
        for node in reversed(before):
            if node.letter == "P" and len(node.ids) == 1 and not self.discourse.hangs(node, before):
                return node.ids[0]
        return None

    def _plural(self, word: str, before: list[Node]) -> tuple[str, ...]:
        if word == "duo" and len(self.discourse.speakers) == 2:
            return self.discourse.speakers
        for node in reversed(before):
            if node.letter == "P" and len(node.ids) > 1:
                return node.ids
        here = list(dict.fromkeys(i for n in before if n.letter == "P" for i in n.ids))
        if len(here) == 2:
            return tuple(here)
        near = self.discourse.number - self.discourse.pair_at < RECENT or (
            word == "duo" and self.discourse.number - self.discourse.pair_at < 3 * RECENT
        )
        if not here and self.discourse.pair and (near or set(self.discourse.pair) == set(self.discourse.speakers)):
            return self.discourse.pair
        if word == "they" and not here and len(self.discourse.previous_people) == 2:
            return tuple(self.discourse.previous_people)
        return ()

    def _one_of_two(self, word: str) -> Node | None:
        """The former or the latter, where the sentence before names just two people, or just two films."""
        index = 0 if word == "former" else 1
        people = list(self.discourse.previous_people) if self.discourse.number - self.discourse.pair_at < 1 else []
        films = list(self.discourse.previous_films)
        if len(people) == 2:
            return self._person((people[index],), f"“the {word}” of two people")
        if len(films) == 2 and len(people) != 2:
            return self._titled(films[index], "nominal")
        return None

    def _by_trade(self, text: str, before: list[Node]) -> tuple[str, ...]:
        noun = next(
            (n for n in PERSON_NOUN.split("|") if re.match(rf"(?:the|this)(?: [\w-]+)? {n}\b", text)), "director"
        )
        here = [n.ids[0] for n in before if n.letter == "P" and len(n.ids) == 1]
        near = list(
            dict.fromkeys(
                [
                    *([self.discourse.subject] if self.discourse.subject else []),
                    *self.discourse.previous_people,
                    *([self.discourse.topic_person] if self.discourse.topic_person else []),
                    *here,
                ]
            )
        )
        gender = "female" if noun == "actress" else None
        fitting = [i for i in near if gender is None or self.discourse.gender(i) in (gender, None)]
        practising = [i for i in fitting if self._practises(i, noun)]
        if practising:
            return (practising[0],)
        if here and here[0] in fitting:
            return (here[0],)
        if self.discourse.topic_person in fitting and (
            self.discourse.topic_person in self.discourse.people[-6:] or not self.discourse.people
        ):
            return (self.discourse.topic_person,) if self.discourse.topic_person else ()
        return (self.discourse.subject,) if self.discourse.subject in fitting and self.discourse.subject else ()

    def _practises(self, id_: str, noun: str) -> bool:
        names = {
            "actress": {"actor"},
            "filmmaker": {"director", "film director"},
            "film-maker": {"director", "film director"},
            "helmer": {"director"},
        }
        return bool(self.discourse.registry.draft(id_).occupations & (names.get(noun, set()) | {noun}))

    def _film(self, word: str, before: list[Node]) -> Node | None:
        films = [n for n in before if n.letter == "F"]
        if word == "it" and self.discourse.previous_films and not self.discourse.nameless_film:
            # "Ada Doe, whose F won a prize, made it in Paris" is about the film spoken of before.
            films = [n for n in films if n.kind != "name" or not self.discourse.aside(n)]
        here = [i for n in films for i in n.ids]
        if word == "its" and not here and any(n.letter in "OEU" and n.ids for n in before):
            return None
        if word == "its" and here:
            chosen = here[-1]
        elif here:
            chosen = here[0] if word == "it" else here[-1]
        elif self.discourse.nameless_film:
            return None
        elif self.discourse.previous_films:
            last = self.discourse.previous_films[-1]
            chosen = (
                self.discourse.leading_film
                if self.discourse.leading_film in self.discourse.previous_films and self.discourse.leading_film
                else last
            )
        elif self.discourse.films:
            chosen = self.discourse.films[-1]
        elif self.discourse.topic_film:
            chosen = self.discourse.topic_film
        else:
            return None
        return self._titled(chosen, "nominal" if word == "film" else "pronoun")

    def _titled(self, id_: str, kind: str) -> Node:
        return Node(
            "F", 0, 0, "", (id_,), kind, note=f"the film spoken of is {self.discourse.registry.draft(id_).label}"
        )

    def _place(self, word: str, text_before: str, text_after: str) -> Node | None:
        """The festival or the school that "there" or "the academy" means; "here" is the school whose paper it is."""
        words = self.discourse.lowered[len(text_before) : len(self.discourse.lowered) - len(text_after)]
        alone = re.match(r"[,.;)]|$", text_after) is not None
        near = _CLAUSE_END.split(text_before)[-1] + _CLAUSE_END.split(text_after)[0]
        school = self.discourse.school
        if word == "school":
            candidates = [
                n
                for n in (self.discourse.home, school.node if school else None)
                if n is not None and self._called(n.ids[0], words)
            ]
            return self._again("O", candidates[0], "the school last named") if candidates else None
        if words == "here":
            return (
                self._again("O", self.discourse.home, "the school whose paper it is")
                if self.discourse.home is not None and _STUDY.search(near)
                else None
            )
        if word == "there" and school is not None and _STUDY.search(near):
            return self._again("O", school.node, "the school last named")
        edition = self.discourse.edition
        elsewhere = self.discourse.festival_paragraph == self.discourse.paragraph and text_before.strip()
        if edition is not None and (words == "here" or (words.startswith("the ") and not elsewhere)):
            return self._again("E", edition, "the festival that the article reports on")
        if self.discourse.festival is None or not (alone or word == "festival"):
            return None
        later = word == "festival" or school is None or self.discourse.festival_at >= school.sentence
        return self._again("E", self.discourse.festival, "the festival last named") if later else None

    def _again(self, letter: str, node: Node, note: str) -> Node:
        return Node(letter, 0, 0, "", node.ids, "nominal", dict(node.attributes), note=note)

    def _called(self, id_: str, words: str) -> bool:
        """Whether a school is called so ("the academy"); every school is one of these."""
        noun = words.split()[-1]
        draft = self.discourse.registry.draft(id_)
        entry = self.discourse.registry.lexicon.entries.get(draft.lexicon or "")
        names = " ".join([draft.label, *draft.names, *(entry.aliases if entry is not None else ())]).lower()
        return (
            noun == "school"
            or noun[:5] in names
            or (noun == "workshop" and draft.type is EntityType.ORGANIZATION and "workshop" in names)
        )
