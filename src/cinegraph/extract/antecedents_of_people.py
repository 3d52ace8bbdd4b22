"""Whom a pronoun or a noun of a trade means: by gender, number and role, by who was spoken of last and whom the article is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from cinegraph.extract.discourse import RECENT, Discourse
from cinegraph.extract.nodes import Node
from cinegraph.extract.pointing_words import PERSON_NOUN

GENDER_OF = {"he": "male", "him": "male", "his": "male", "she": "female", "hers": "female", "her": "female"}
_OWN_WORK = re.compile(
    r" (?:[\w-]+ ){0,2}?(?:first|second|third|fourth|fifth|sixth|seventh|debut|d[eé]but|latest"
    r"|last|next|new|early|sophomore|short|films?|features?|movies?|documentary)\b"
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
_WHO_WAS = re.compile(
    r"\b(?:who|whom) (?:\w+ ){0,3}?(?:was|were|is|are|became|been)(?: once| later| also)? $|\b(?:are|is|were|was) said to have been (?:in |among )?$"
)
# "Where Ben was her teacher": hers is not his.
_IS_SOMEBODYS = re.compile(r",? (?:is|was|were|are|became|has been|had been|remained)(?: (?:also|once|then|later|still|both|always|long))? ")
_PLAYS = re.compile(r" (?:also |here )?(?:plays|portrays|voices|embodies|stars|inhabits) ")
_TOGETHER = re.compile(r"[^.;,]{0,60}\b(?:together|with each other|the two of us|both of us)\b")
# "Ada Doe remains the director he returns to": it is he who does so.
_IS_WHOM = re.compile(
    r" (?:is|was|remains|remained|became|has been|has remained) (?:still |always )?(?:the|an?|one of the) [^,;:.]{3,30}? (?:he|she|they|i|we) (?!is\b|was\b)"
)
# "In 2007 she directed F": the next date of a life.
_IN_TIME = re.compile(r"(?:(?:in|since|from|after|until|by|at the age of|during|now|currently|later|then|today|at (?:present|that time|the same time))\b[^.;:]{0,40},? )")
_BESIDE = 8
_AT_THE_SIDE = re.compile(r" (?:[\w-]+ ){1,4}")


class PeopleMeant:
    """Finds the people that the pointing words of a sentence stand for."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    def beside(self, voice: str, text_after: str) -> str | None:
        """With whom a speaker says "we" of what both made together: the other one of those spoken of last."""
        if not _TOGETHER.match(text_after):
            return None
        pair = self.discourse.pair if self.discourse.number - self.discourse.pair_at <= RECENT else ()
        others = [i for i in (pair if voice in pair else self.discourse.previous_people) if i != voice]
        return others[0] if len(others) == 1 else None

    def person(self, ids: tuple[str, ...], note: str) -> Node | None:
        """A node for these people, with the reason; None where nobody is meant."""
        if not ids:
            return None
        labels = " and ".join(self.discourse.registry.draft(i).label for i in ids)
        return Node(
            "P", 0, 0, "", ids, "pronoun", note=note.replace("{}", labels) if "{}" in note else f"{labels}: {note}"
        )

    def leading(self, before: list[Node], *, subject: bool = True) -> list[str]:
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

    def singular(
        self,
        word: str,
        before: list[Node],
        following: Node | None,
        text_before: str,
        text_after: str,
        voice: str | None,
    ) -> tuple[str, ...]:
        """Who a pronoun of one man or woman is: those who fit by gender, first the subject, then who is near or spoken of last.

        :param before: the nodes of the sentence that stand before it
        :param following: the next person named after it
        :param voice: who says it, who is not called "he" or "she"
        :returns: one id, or none
        """
        gender = GENDER_OF[word]
        subject = word in ("he", "she")
        people = [n for n in before if n.letter == "P" and len(n.ids) == 1]
        leading = self.leading(before, subject=subject or word in ("him", "hers"))
        hanging = [n.ids[0] for n in people if n.ids[0] not in leading]
        leading = [i for i in leading if not self._is_told_of(i, people)]
        if not subject and people and (_WHO_WAS.search(text_before) or self._is_somebodys(people[-1], text_before)):
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
            whose_life = topic[0] if topic and life else None
            if hanging and self.discourse.gender(hanging[-1]) == gender and (not whose_life or self.discourse.gender(whose_life) != gender):
                # "She studied with Ben and then assisted him": whoever the sentence before was about.
                firm = [*(i for i in firm if i in leading), hanging[-1], *firm]
        elif subject and ahead:
            firm = [ahead, *firm]
        elif subject and not leading and (player := self._player(text_after)):
            firm = [player, *firm]
        elif subject and not people and life and topic and self._returns(text_before):
            firm = [*topic, *firm]
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
        chosen = self._fitting(firm, loose, gender, {i for i in (voice, self.discourse.writer) if i})
        if chosen is not None and self.discourse.registry.draft(chosen).gender is None:
            self.discourse.guessed.setdefault(self.discourse.registry.current(chosen), gender)
        return (chosen,) if chosen else ()

    def _returns(self, text_before: str) -> bool:
        """Whether a sentence of a life goes on in time ("In 2007 she …"), which is that of the person whose life it is, if the one before began with nobody."""
        return _IN_TIME.fullmatch(text_before) is not None and not self.discourse.began_with_somebody

    def _player(self, text_after: str) -> str | None:
        """Who plays: in the life of a director, too, the actress of whom the sentence before has spoken."""
        last = self.discourse.subject
        return last if last and _PLAYS.match(text_after) and self._practises(last, "actress") else None

    def _is_somebodys(self, person: Node, text_before: str) -> bool:
        """Whether the pronoun says whose somebody is that was named right before it ("where Ben was her teacher")."""
        return _IS_SOMEBODYS.fullmatch(text_before, person.end - self.discourse.sentence_start) is not None

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

    def plural(self, word: str, before: list[Node]) -> tuple[str, ...]:
        """The people whom "they", "both" or "the duo" means: those of the sentence, else the two spoken of together."""
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

    def by_trade(self, text: str, before: list[Node]) -> tuple[str, ...]:
        """Whom "the director" means: who is one, of those spoken of; ``text`` begins with the words."""
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
        topic = self.discourse.topic_person
        if not here and self.discourse.life and topic in fitting and topic and not self.discourse.registry.draft(topic).occupations:
            return (topic,)  # a life has not yet said what its person is
        if here and here[0] in fitting:
            return (here[0],)
        if self.discourse.listed_film and self.discourse.entry in fitting:
            return (self.discourse.entry,) if self.discourse.entry else ()
        if self.discourse.topic_person in fitting and (
            self.discourse.topic_person in self.discourse.people[-6:] or not self.discourse.people
        ):
            return (self.discourse.topic_person,) if self.discourse.topic_person else ()
        return (self.discourse.subject,) if self.discourse.subject in fitting and self.discourse.subject else ()

    def _practises(self, id_: str, noun: str) -> bool:
        names = {
            "actress": {"actor", "actress"},
            "filmmaker": {"director", "film director"},
            "film-maker": {"director", "film director"},
            "helmer": {"director"},
        }
        return bool(self.discourse.registry.draft(id_).occupations & (names.get(noun, set()) | {noun}))
