"""What shows by itself that words with capitals are a title, or that they are whose title follows."""

from __future__ import annotations

import re

from cinegraph.extract.text import UPPER, fold
from cinegraph.extract.title_runs import TitleRuns
from cinegraph.extract.title_words import ARTICLES
from cinegraph.extract.word_lists import words
from cinegraph.lexicon.vocabulary import vocabulary

DETERMINERS = frozenset(words("determiners"))
"""Words before which no title stands that nothing else shows."""
_ASKING_WORDS = frozenset({"what", "where", "who", "how", "why"})
_TIMES = frozenset(words("of_times"))
_SAID_OF_FILMS = re.compile(
    r"\"? (?:(?:was|is) (?:also |later |first |then )?(?:cut|directed|shot|filmed|written|produced|edited|scored|photographed|lensed|adapted|screened|shown|released|nominated|shortlisted|rewarded|awarded|selected|chosen|submitted|praised|banned|restored"
    r"|made (?:by|in|on)|an? (?:[\w-]+ ){0,3}(?:film|comedy|drama|documentary|thriller|short|co-production|adaptation|western|musical|feature))\b|(?:premiered|premieres|stars|tells|follows|earned|competed|grossed|garnered|swept|edged out|took home|won (?:the|an?|best|\w+ (?:prizes|awards)))\b)"
    r"|, (?:which (?:was|is|won|premiered|stars|tells|[A-Z])|starring|directed by|written by|an? (?:[\w-]+ ){0,3}(?:film|comedy|drama|documentary|thriller|short|feature))"
)
_POSSESSIVE = re.compile(
    rf"(?P<owner>(?:[{UPPER}][\w'.-]*|de|van|von|bin|al|el|da|di|del|du) ){{0,3}}(?P<last>[{UPPER}][\w-]+)(?:'s|s') $"
)


class TitleSigns(TitleRuns):
    """The words of one text, and what they show of titles and of owners."""

    def _is_plainly_one(self, words: list[re.Match[str]], first: int, last: int, before: str) -> bool:
        """Whether capitals on plain words about "of the" are a title by themselves ("She photographed Daughters of the Salt")."""
        inside = {w.group() for w in words[first:last] if w.group()[0].islower()}
        return (
            not inside.isdisjoint({"of", "the", "a"})
            and not any(w.group()[0].isdigit() for w in words[first : last + 1])
            and self.lexicon.place(words[first].group()) is None
            and before not in DETERMINERS
            and words[first].group().casefold() not in self.rules.no_heads
            and self._plain_words(words, first, last)
            and not self._has_office(words, first, last)
            and not self._may_be_other(self.text[words[first].start() : self._end(words[last])])
        )

    def _is_subject(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether a sentence begins with a title that begins as a phrase does, and says what is said of films: "In the Fog was shown …"."""
        opening = words[first].group().casefold()
        return (
            (opening in self.rules.weak or opening in _ASKING_WORDS)
            and opening not in _TIMES
            and _SAID_OF_FILMS.match(self.text, self._end(words[last])) is not None
            and self._plain_words(words, first, last)
            and not all(w.group().casefold() in self.cues.common for w in words[first : last + 1])
            and not self._has_office(words, first, last)
            and not self._may_be_other(self._rest(words, last))
        )

    def _has_plain_owner(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether a name is that of something nobody's ("Heron's Egg"): plain words, the first of which is in the possessive."""
        owner = words[first].group().removesuffix("'s")
        return (
            words[first].group().endswith("'s")
            and self._plain_words(words, first, last)
            and not self.lexicon.first_names.get(fold(owner))
            and owner.casefold() not in self.cues.masters
            and not self._is_other(owner)
        )

    def _capital_ahead(self, words: list[re.Match[str]], index: int) -> bool:
        """Whether another word in capitals follows within a title's small words, so that the title has more than one."""
        return any(self._capital(word) for word in words[index + 1 : index + 4])

    def _plain_words(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether the capitals after the first word are on plain English words, as only titles have them ("That Summer of …")."""
        capitals = [w.group().removesuffix("'s") for w in words[first : last + 1] if w.group()[0].isupper()]
        plain = bool(capitals) and all(w.casefold() in vocabulary() and w not in self.surnames for w in capitals)
        return plain and (self._capital(words[first]) or self.text[self._end(words[last])] in ",(")

    def _is_master(self, owner: str) -> bool:
        """Whether a word is the surname of a filmmaker whom everybody knows, in the possessive ("Bergman's")."""
        return (
            owner.endswith(("'s", "s'")) and owner.removesuffix("'s").removesuffix("'").casefold() in self.cues.masters
        )

    def _has_office(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether one of the capitals is written so in running text, too ("made Prime Minister")."""
        return any(w.group().casefold() in self.cues.capitalised for w in words[first : last + 1])

    def _owns_any(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        return any(self._owns(words, first, index) for index in range(first, last))

    def _owns(self, words: list[re.Match[str]], first: int, index: int) -> bool:
        """Whether the words up to one are a person in the possessive, whose film follows."""
        if not words[index].group().endswith(("'s", "s'")):
            return False
        if words[index + 1].group() in ARTICLES:
            return True
        name = self.text[words[first].start() : words[index].end()].removesuffix("'s").removesuffix("'")
        return self._may_be_person(name) or self._is_other(name)

    def _owned(self, left: str, title: str) -> bool:
        """Whether a person's name in the possessive stands before ("Joachim Trier's ")."""
        match = _POSSESSIVE.search(left)
        if match is None or (self.lexicon.place(match["last"]) is not None and not match["owner"]):
            return False
        if match["last"] in self.surnames and match["last"] not in self.rules.beginnings:
            return True
        if match["last"].casefold() in self.cues.masters or (
            title in ARTICLES and match["last"] not in self.rules.beginnings
        ):
            return True
        full = match.group().rstrip(" ").removesuffix("'s").removesuffix("'")
        return len(full.split()) > 1 and self._may_be_person(full) and not self._is_other(full)
