"""Whether words beside "and", "&", a comma or a place are one title or two: what stands before and behind, or the article, says."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from cinegraph.extract.text import fold
from cinegraph.extract.title_words import TitleWords

_ONE_FILM = re.compile(r"\b(?:film|movie|drama|documentary|comedy|thriller|feature|short|musical|melodrama|western|biopic|debut) $")
_FILMING = re.compile(r"\b(?:shot|filmed|shoots?|shooting|filming) $")
_ONE_BEFORE = re.compile(
    r"\b(?:film|movie|feature|documentary|drama|comedy|short|thriller|picture|debut|adaptation|western|musical|title|series|(?:called|titled|entitled))(?: film| is)?,? $"
    r"|\b(?:plays?|played|playing|as|portrays?|portrayed|voiced?|was|were|is) (?:an?|the|his|her) (?:[a-z'-]+ ){1,3}in (?:the )?$"
    r"|\b(?:role|part|performance|turn|lead|debut|cameo|credit|breakthrough)(?: (?:as|of) [^.,;]{2,24})?(?: (?:was|came|is))? (?:in|on|with) $"
    r"|\b(?:screenplay|script|score|soundtrack|editing|cinematography|premiere|screening|remake|adaptation|director|star|making|filming|shoot|release) of $"
    r"|\b(?:nominated|winning|premiering|acclaimed) $"
    r"|\b(?:[Ll]ion|[Bb]ear|[Pp]rize|[Aa]ward|[Pp]alme|[Oo]scar|[Cc]up|[Aa]ctor|[Aa]ctress|[Dd]irector|[Ss]creenplay)(?: (?:at|in|on|to|was to) [^.,;]{2,24})? for $"
    r"|\bfollowed (?:it|this|that|up) with $|\bamong (?:the|its) (?:[\w-]+ ){0,2}(?:winners|films|titles) was $|\b(?:opens|opened|closes|closed|kicks off|kicked off) with $|\b(?:film|movie|feature|short|documentary|drama|comedy|debut) (?:was|is|would be|will be) $"
    r"|\b(?:was|were|been|cast [^.;]{3,40}) in $|\b(?:remake|version|film) of $"
)
_ONE_AFTER = re.compile(
    r" \((?:short|dir\b|directed|feature|documentary|(?:19|20)\d\d|[^()]{2,12}, ?(?:19|20)\d\d)|,? (?:is|was|has|tells|follows|opens|premieres|stars|centres|centers|marks|remains|deals)\b| had its\b| (?:won|wins|took|received) the\b|, which (?:is|was|has|tells|stars|follows|opens)\b|, the (?:[\w-]+ ){0,3}(?:debut|film|feature|drama|comedy|documentary|thriller)\b"
    r"| [A-Z][\w.-]+ [A-Z][\w.-]+ (?:returns?|returned|won|wins|took|broke through)\b| (?:director|star|actor|actress) [A-Z]|, (?:for|in) which\b|, which [^.,;]{2,40}, (?:is|was|has)\b|, with (?:stars|performances)\b|, [A-Z][\w.-]+(?: [A-Z][\w.-]+)*'s (?:[\w-]+ ){0,3}(?:film|comedy|drama|thriller|documentary|debut|short)\b|, an? (?:[a-z-]+ ){0,3}(?:film|drama|comedy|thriller|documentary|romance|western|musical|fable|satire|tragicomedy|melodrama)\b"
)
# The name of a film that a sentence begins to name may be that of a town and its land ("the film Berlin, Maine").
_FILM_CALLED = re.compile(
    r"\b(?:film|movie|feature|documentary|drama|comedy|thriller|western|directed|starr(?:ed|ing) in|(?:lead|role) in|called|titled|entitled|(?:actor|actress|director|screenplay|award|prize) for) $"
)
_THREE = re.compile(r"([A-Z][a-z]+), ([A-Z][a-z]+),? (?:and|&) ([A-Z][a-z]+)(?= (?!of\b)[a-z]|[,.;:)\"(]|$)")
# What is said of a film behind its whole title, and behind where it was shot, shown or set never.
_WHOLE_TITLE_AFTER = re.compile(
    r"\"?(?: \((?:[^()\d]{2,40}, )?(?:19|20)\d\d|,? (?:(?:co-)?(?:directed|written|(?:executive )?produced|edited|scored) by|stars|starring|tells|follows)\b| had its\b| (?:won|wins|took|received) (?:the|an?)\b"
    r"|,? (?:is |was )?(?:an?|the|his|her) (?:[\w-]+ ){0,4}(?:film|movie|drama|comedy|thriller|documentary|feature|debut|short|musical|western|romance)\b)"
)
_TAKES_A_PLACE = re.compile(
    r"\b(?:shot|shoots?|shooting|filmed|filming|directed|directs|directing|made|makes|making|saw|seen|watched|staged|presented|premiered|presents|showed|shows|screened|set|for|with) (?:the |a )?$",
    re.IGNORECASE,
)
# Behind these one title stands, and no list.
_FILM_BEFORE = re.compile(r"\b(?:film|movie|feature|documentary|drama|comedy|thriller|short|debut|picture)(?: (?:was|is|called|titled|entitled),?|,) $")
_CALLED = re.compile(r"\b(?:called|titled|entitled) $")
_PARTS_IN = re.compile(r"\b(?:starr(?:ed|ing)|appear(?:ed|s|ing)|roles?|parts?|lead|cameo) in $")
_NUMBER = re.compile(r"^\d+ ")
# What follows two names of a list is the third of them; what follows a title of two parts is not.
_PARTS_END = re.compile(r"\"?(?:[.;:)?!]|$| \((?:19|20)\d\d|,? (?:in (?:19|20)\d\d|which (?:is|was|has|won)|is|was|has|had|won|stars|tells|follows|premiered|premieres|opens|opened|directed|written|produced|by|at|a|an|the|his|her|with|which)\b)")


class TitleJoins(TitleWords):
    """The words of one text, and which of them belong together in a title."""

    def _one_of_three(self, words: list[re.Match[str]], first: int) -> int | None:
        """The last word of a title of three plain words ("Lost, Found and Broken"), where what stands before it says that it is one."""
        match = _THREE.match(self.text, words[first].start()) if self.text.startswith(", ", words[first].end()) else None
        if match is None or not all(self._is_plain_one(word) for word in match.groups()):
            return None
        if _ONE_BEFORE.search(self.text[max(0, match.start() - 40) : match.start()]) is None:
            return None
        return next((k for k in range(first, min(first + 5, len(words))) if words[k].end() == match.end()), None)

    def _is_one_with(self, words: list[re.Match[str]], first: int, here: int) -> bool:
        """Whether a title goes on after "&" ("Milk & Honey"), which stands between two films as seldom as between two people."""
        before, rest = self.text[words[first].start() : words[here].end()], self._rest(words, here + 1)
        return (
            self._capital(words[here + 1])
            and not any(self._may_be_person(name) and " " in name for name in (before, rest))
            and not any(name in self.lexicon.countries for name in (before, rest))
            and not self._is_other(f"{before} & {rest}")
        )

    def _is_town_of_land(self, words: list[re.Match[str]], first: int, index: int) -> bool:
        """Whether a film is called by a town and its land ("starred in Berlin, Maine")."""
        town, land = self.lexicon.place(words[first].group()), self.lexicon.place(self._rest(words, index))
        if town is None or land is None or town.kind != "city" or land.kind == "city":
            return False
        return _FILM_CALLED.search(self.text[max(0, words[first].start() - 24) : words[first].start()]) is not None

    def _is_one_of_parts(self, words: list[re.Match[str]], first: int, index: int) -> bool:
        """Whether a comma stands inside a title ("Black Snow, White Sun"): two names in a list have "and" between them.

        Behind "her first film, " one title stands, however many parts it has; and one that the article has twice with its comma is one.
        """
        last = self._last_capital(words, index)
        start = words[first].start()
        before = self.text[max(0, start - 24) : start]
        left, whole = self.text[start : words[index - 1].end()], self.text[start : words[last].end()]
        if "'" in left:
            return False
        if _FILM_BEFORE.search(before) is not None or _CALLED.search(before) is not None:
            nobody = self._is_nobodys(left) and self._is_nobodys(self.text[words[index].start() : words[last].end()])
            return nobody and self._closes_parts(words, last)
        if not (self._is_plain_part(words, first, index - 1) and self._is_plain_part(words, index, last)):
            return False
        if self.text.count(whole) > 1 and not self.text.count(f"{whole} and ") and self._closes_parts(words, last):
            return True
        alike = index - first == last - index + 1 > 1
        return alike and _PARTS_END.match(self.text, words[last].end()) is not None and not before.endswith((", ", "and ", " & "))

    def _is_somebodys_first_name(self, name: str) -> bool:
        """Whether the article names somebody in full whose first name this is."""
        return fold(name) in self.lexicon.first_names and re.search(
            rf"\b(?:{re.escape(name)} [A-ZÀ-Þ][a-zß-ÿ]|{re.escape(name.upper())} [A-ZÀ-Þ]{{2}})", self.text
        ) is not None

    def _is_plain_part(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether words between commas may be a part of a title: plain English, nobody's name and no office or honour."""
        return self._is_plain(self.text[words[first].start() : words[last].end()]) and not any(
            word.group().casefold() in self.cues.capitalised or word.group() == "Best" for word in words[first : last + 1]
        )

    def _is_nobodys(self, name: str) -> bool:
        """Whether a name is neither a person's nor a company's, festival's, place's, nor begins that of a prize."""
        other = self._may_be_person(name) or self._is_other(name) or self._is_other(name.split()[0])
        return not (other or name.endswith("'s") or name.startswith("Best "))

    def _closes_parts(self, words: list[re.Match[str]], last: int) -> bool:
        """Whether nothing follows the parts of a title that a list would go on with; a further part may."""
        if _PARTS_END.match(self.text, words[last].end()) is not None or self.text.startswith(" (", words[last].end()):
            return True
        further = last + 1
        if further >= len(words) or self.text[words[last].end() : words[further].start()] != ", " or not self._capital(words[further]):
            return re.match(r",? [a-z]", self.text[words[last].end() :][:3]) is not None and not self.text.startswith(
                (" and ", ", and ", " or "), words[last].end()
            )
        end = self._last_capital(words, further)
        return self._is_nobodys(self.text[words[further].start() : words[end].end()]) and self._closes_parts(words, end)

    def _ends_with_place(self, words: list[re.Match[str]], first: int, last: int, index: int) -> bool:
        """Whether a place belongs to the title before it: the article has both together again, or a film is told of that begins the sentence.

        :param index: the first word of the place
        """
        start, begin = words[first].start(), words[index].start()
        name, rest = self.text[start : words[last].end()], self._rest(words, index)
        if not self._is_plain(_NUMBER.sub("", name)):
            return False
        whole = self.text[start:begin] + rest.removesuffix("'s")
        if " " in name and self.text.count(whole) > 1:
            return True
        left = self.text[max(0, start - 24) : start]
        if _FILM_BEFORE.search(left) is not None or (" " in name and _PARTS_IN.search(left) is not None):
            return True
        return _WHOLE_TITLE_AFTER.match(self.text, start + len(whole)) is not None and _TAKES_A_PLACE.search(left) is None

    def _needs_a_place(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether a title goes on with a place, as "Three Nights in Riga" does, and the place is not where it was shot."""
        if words[last].group().casefold() not in self.rules.before_places or last == first:
            return False
        left = self.text[max(0, words[first].start() - 12) : words[first].start()]
        return self._is_plain(self.text[words[first].start() : words[last].end()]) and _FILMING.search(left) is None

    def _is_one_film(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether the words before a title tell that one film is named, and the title begins with plain English words ("the drama Salt and Ashes")."""
        start = words[first].start()
        return _ONE_FILM.search(self.text, max(0, start - 24), start) is not None and self._is_plain(
            self.text[start : words[last].end()]
        )

    def _is_one_pair(self, words: list[re.Match[str]]) -> bool:
        """Whether "Salt and Bread" is one title: plain words, of which what stands before or behind, or the article, says that they are one."""
        left, right = words[0].group(), words[-1].group()
        if len(words) != 3 or words[1].group() != "and" or not (self._is_plain_one(left) and self._is_plain_one(right)):
            return False
        before, after = self.text[max(0, words[0].start() - 40) : words[0].start()], self.text[words[-1].end() :][:40]
        return bool(_ONE_BEFORE.search(before) or _ONE_AFTER.match(after)) or self._never_part(left, right)

    def _is_plain_one(self, word: str) -> bool:
        """Whether a word is English, and no place of note."""
        low = word.casefold()
        return self._is_inflected(low) and (self.lexicon.place(word) is None or low in self.cues.rather_words)

    def _never_part(self, left: str, right: str) -> bool:
        """Whether the article has two words more than once, and neither without the other."""
        together = self.text.count(f"{left} and {right}")
        return together > 1 and self._counts[left] == self._counts[right] == together

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often each word stands in the article."""
        return Counter(re.findall(r"\w+", self.text))
