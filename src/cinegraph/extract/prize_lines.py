"""Winners and nominees as lists give them: after the award's name in one line, or in the lines under it.

What honours a person names the person first ("Best Actor: Ada Doe (Night Bus)"), what honours a film the film ("Golden Bear: Night Bus, Ada
Doe"); the words and signs between them, and what looks like a person, tell the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.award_labels import (
    LABELLED,
    LONGEST,
    READ,
    SECTION,
    SENTENCE,
    YEAR_FIRST,
    called,
    full_name,
    heads_winners,
    is_award,
    is_bare,
    may_be_winner,
    part_of,
    tells_prize,
)
from cinegraph.extract.awards import honours
from cinegraph.extract.ballots import judged
from cinegraph.extract.credit_lines import Credits
from cinegraph.extract.layout_words import AWARD_WORD
from cinegraph.extract.line_fields import Line, Span
from cinegraph.extract.prize_forms import Form, prizes_by_form
from cinegraph.extract.prize_stanzas import Stanzas
from cinegraph.extract.prize_values import PrizeLine, have_makers_inside, in_full, of_a_film, prize_line
from cinegraph.extract.sought import Sought
from cinegraph.extract.under_winners import CREDIT, told_under
from cinegraph.extract.winners import Honour, is_told_fully, winner_in
from cinegraph.extract.word_lists import expressions
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document, EntityType

_ABOUT_AWARDS = re.compile(
    r"\b(?:awards?|winners?|winning|wins?|nomin\w+|prizes?|palmar[eè]s|oscars?|césars?|goyas?|baftas?|honou?rs)\b",
    re.IGNORECASE,
)
# A second award with its winner in one line, or that it was no win: patterns read these.
_OF_OTHER_FORM = re.compile(
    rf"\b(?:nominat\w+|nominees?|shortlist\w*)\b|[;.] (?:the )?(?:[\w'’-]+ ){{0,4}}(?:{AWARD_WORD.expression.pattern})[^;:]{{0,40}}: ",
    re.IGNORECASE,
)
_FOR_WHAT = re.compile(r"(?:for|in)(?: (?:the )?(?:film|role in|her role in|his role in|performance in))? (?=[A-Z\"*_])")
_SHARED = re.compile(r"\bex[ -]?aequo|\btied?\b|\bjoint\b|\bshared\b|\b(?:prizes|awards|mentions|winners)\b", re.IGNORECASE)
# A page of guesses names nobody who won or was nominated.
_GUESSED = re.compile(rf"\b(?:{expressions('award_guesses')})\b", re.IGNORECASE)
_BEST = re.compile(r"\bbest\b", re.IGNORECASE)
_HOMES = frozenset({EntityType.FESTIVAL, EntityType.SECTION, EntityType.AWARD})
_UP_FOR = re.compile(r"\b(?:nominees?|nominat(?:ed|ions?)|winners?|finalists?|shortlist(?:ed)?)\W*$", re.IGNORECASE)
_SEVERAL = 3
_LONGEST_LINE, _HEAD = 340, 3
# What the jury says of a winner goes on in the same line.
_JURY_SAYS = Sought(
    r"(?<=[.!?)\]\"]) (?=(?:the )?(?:jury(?:'s)?|jurors?'?)(?: \w+)?: |(?:motivation|statement|citation|reasoning|synopsis): )",
    any_case=True,
)
_WINNER = re.compile(r"[\W_]*(?:the )?winners?(?: is| are)?[\W_]*", re.IGNORECASE)
_LISTS_WINNERS = re.compile(
    r"\b(?:winners|prize-?winners|palmar[eè]s|nominees|nominations|list of (?:awards|prizes))\b", re.IGNORECASE
)
_LIKE_A_WINNER = re.compile(
    r" for (?:the )?[A-Z\"*]|\bdirected by |, dir\. | by [A-Z]|\([A-Z][^()]*\)$|^[\"*_]|[\"*_]$| [–—] "
)


def find_prizes(document: Document, text: str, lexicon: Lexicon, taken: Sequence[Span] = ()) -> list[PrizeLine]:
    """The lines of winners' and nominees' lists, in text order.

    :param text: the document's text, normalised
    :param taken: the lines that are credits of a film
    """
    if any(_GUESSED.search(text, b.start, b.end) for b in document.blocks[: 2 * _HEAD] if b.end - b.start < 400):
        return []
    lists = _Lists(document, text, lexicon)
    credited = {start for start, _ in taken}
    for index, block in enumerate(document.blocks):
        if block.start in credited:
            lists.leave(block)
        else:
            lists.take(index)
    return judged([line for line in lists.found if line.winners or line.award or line.heads], text)


class _Lists:
    """The lists of winners of one article, block by block: which award's name stands above, and whether a line is still under it."""

    def __init__(self, document: Document, text: str, lexicon: Lexicon) -> None:
        self.blocks, self.text, self.lexicon = document.blocks, text, lexicon
        self.found: list[PrizeLine] = []
        self.stanzas = Stanzas(self.blocks, text, lexicon)
        self.about = any(
            _ABOUT_AWARDS.search(text, b.start, b.end) for b in self.blocks[:_HEAD] if b.end - b.start < 200
        )
        self.about = self.about or sum(self._is_bare_best(b) for b in self.blocks) >= _SEVERAL or self.stanzas.list_prizes()
        self.forms = prizes_by_form(self.blocks, text, self.about)
        self.closing = self.stanzas.under_films() if self.about else set()
        self.over = self.stanzas.over_winners() if self.about else set()
        short = (text[b.start : b.end] for b in self.blocks if b.kind in READ and b.end - b.start < 2 * LONGEST)
        self.inner = self.about and have_makers_inside(short, lexicon)
        self.last_head = self.stanzas.last_told() if self.about else -1
        # Whether blank lines part each winner from the next, as they part the first from the award's name.
        self.gapped = False
        # The titles of films that are up for a prize as films.
        self.titles: set[str] = set()
        self.title = next((b for b in self.blocks if b.kind is not BlockKind.METADATA), None)
        self.heading, self.head, self.last = "", 0, 0
        # The last block that is the award's name, one of its winners, or a credit of theirs.
        self.under = -1
        # The one film of the winner above, and what the lines under it say of it.
        self.film: Span | None = None
        self.more: Credits | None = None

    def _is_bare_best(self, block: Block) -> bool:
        said = self.text[block.start : block.end] if block.end - block.start < LONGEST else ""
        return said[:4].lower() == "best" and is_bare(said.strip("*_: "))

    def leave(self, block: Block) -> None:
        """Pass over a block that is a film's credits."""
        self.heading, self.last = "", block.end

    def take(self, index: int) -> None:
        """Read one block."""
        block, text = self.blocks[index], self.text
        form = self.forms.get(block.start)
        if form is not None and self._add_form(index, form):
            return
        said = text[block.start : block.end]
        if block.kind not in READ:
            if block.kind is BlockKind.BYLINE and self._says_more(said, block, index):
                self._take_more(block, index)
            else:
                self.heading = ""
            return
        remark = _JURY_SAYS.search(said)
        if remark is not None:
            said = said[: remark.start()]
        if len(said) > _LONGEST_LINE:
            self.heading = ""
            return
        apart, self.last = text.count("\n", self.last, block.start) != 1, block.end
        end = block.start + len(said)
        label = LABELLED.match(said)
        bare = bool(self.heading) and is_bare(called(self.heading))
        # "The Lion's Share" right under "Best Film" is no prize.
        beside = bare and not apart and AWARD_WORD.search(said) is not None and not tells_prize(said)
        entitles = block is self.title and block.kind is BlockKind.HEADING and len(self.blocks) > 1
        if entitles or (label and (_OF_OTHER_FORM.search(label["rest"]) or YEAR_FIRST.match(said.lstrip("*_ ")))):
            self.heading = ""
        elif label and self.heading and _WINNER.fullmatch(label["label"]):
            self._add(index, end, block.start + label.start("rest"), self.heading, None)
        elif (
            label
            and is_award(label["label"], self.about and not self.heading)
            and not tells_prize(label["rest"][:20])
            and not beside
            and not SECTION.fullmatch(label["rest"])
        ):
            self._add(index, end, block.start + label.start("rest"), label["label"], block.start + label.start("label"))
        elif index in self.closing:
            self.heading = ""
        elif not beside and (
            heads_winners(said, self.about, self.stanzas.following(index))
            or (not (bare and (self.gapped or not apart)) and (index in self.over or self.stanzas.is_over_winner(index, said)))
        ):
            self._open(block, said, index)
            self.under = index
        elif self._says_more(said, block, index):
            self._take_more(block, index)
        elif self._says_for_what(said, block, index):
            self.under = index
        elif CREDIT.match(said):
            self.under = index if self.under == index - 1 else self.under
        elif block.kind is BlockKind.HEADING and (
            (apart and not self._goes_on(said, index)) or not may_be_winner(said, under_bare=bare)
        ):
            self.heading = ""
        elif self.heading and may_be_winner(said, under_bare=bare):
            self._add(index, end, block.start, self.heading, None)
        if len(said) < LONGEST and _LISTS_WINNERS.search(said) and not SENTENCE.search(said):
            self.about = True

    def _add(self, index: int, end: int, start: int, label: str, label_start: int | None) -> None:
        line = self._line(index, (start, end), label, label_start)
        alone, self.film, self.more = self.film if self.under == index - 1 and self.more is None else None, None, None
        if label_start is None:
            told = self.found and any(winner.people for winner in self.found[-1].winners)
            if alone is not None and honours(label) and not told and not any(winner.films for winner in line.winners):
                # The film stands in one line, those who have the prize for it in the next.
                line = line._replace(winners=tuple(winner._replace(films=(alone,)) for winner in line.winners))
            if self._completes(line, index) or self._says_less(line, index):
                return
            line = line._replace(above=self.head)
            self.under = index
            films = [film for winner in line.winners for film in winner.films]
            self.film = films[0] if len(films) == 1 else None
        self.found.append(line)

    def _says_less(self, line: PrizeLine, index: int) -> bool:
        """Whether a line that stands apart tells nothing of what the winner above it tells: it is what is said of that, or what follows the list."""
        last = self.found[-1] if self.found else None
        apart = self.text.count("\n", self.blocks[index - 1].end, line.start) != 1
        if not apart or last is None or last.above != self.head or self.text[line.start] == '"':
            return False
        full = all(is_told_fully(winner) for winner in last.winners) or last.more is not None
        return bool(last.winners) and full and not any(is_told_fully(w) or w.sign or w.people for w in line.winners) and not self.stanzas.is_over_credit(index)

    def _completes(self, line: PrizeLine, index: int) -> bool:
        """Whether a line is the film for which those in the line right above have their prize; it is added to them."""
        last = self.found[-1] if self.found and self.under == index - 1 else None
        if last is None or last.above != self.head or not honours(self.heading) or last.more is not None:
            return False
        if len(last.winners) != 1 or last.winners[0].films or len(line.winners) != 1 or line.winners[0].people or len(line.winners[0].films) != 1:
            return False
        winner = last.winners[0]._replace(films=line.winners[0].films, directors=line.winners[0].directors, countries=line.winners[0].countries)
        self.found[-1] = last._replace(end=line.end, winners=(winner,))
        self.under, self.film = index, winner.films[0]
        return True

    def _line(self, index: int, value: Span, label: str, label_start: int | None) -> PrizeLine:
        """One line, with the next as far as that tells whether a film stands in it."""
        directed = self.stanzas.is_over_director(index, self.text[slice(*value)])
        line = prize_line(
            self.text, self.blocks[index], value, label, label_start, self.lexicon, directed=directed, inner=self.inner, titles=self.titles
        )
        if not honours(label) and of_a_film(label):
            self.titles |= {self.text[slice(*film)] for winner in line.winners for film in winner.films}
        return line

    def _add_form(self, index: int, form: Form) -> bool:
        """Add a line whose form tells its prize; False where it holds no winner, or its words tell as much as its form."""
        block, (start, end) = self.blocks[index], form.winners
        if form.sure and form.label[0] < start and block.kind in READ and LABELLED.match(self.text, block.start, block.end):
            return False
        if form.label[0] > start and self._is_home(self.text[start:end]):
            return False
        label = self.text[slice(*form.label)]
        line = self._line(index, (start, end), label, form.label[0])._replace(end=block.end)
        if not line.winners or not (form.sure or all(is_told_fully(winner) for winner in line.winners)):
            return False
        self.heading, self.last = "", block.end
        self.found.append(line)
        return True

    def _is_home(self, said: str) -> bool:
        """Whether what stands where a winner would is the festival, or the prize for which somebody was up ("Oslo Film Festival 2021 – Audience Award")."""
        if _UP_FOR.search(said) is not None and AWARD_WORD.search(said) is not None:
            return True
        first = next(iter(self.lexicon.gazetteer.find(said)), None)
        whole = first is not None and not said[: first.start].strip(" *_") and not said[first.end :].strip(" *_()0123456789,")
        return first is not None and whole and any(self.lexicon.entries[id_].type in _HOMES for id_ in first.ids)

    def _take_more(self, block: Block, index: int) -> None:
        """Keep what a line says of the film of the winner above."""
        self.found[-1] = self.found[-1]._replace(end=block.end, more=self.more)
        self.under = index

    def _says_for_what(self, said: str, block: Block, index: int) -> bool:
        """Whether a line under somebody who won says for which film ("for Night Bus"); it is added to the winner."""
        told = _FOR_WHAT.match(said) if self.found and self.under == index - 1 and self.film is None else None
        last = self.found[-1] if told else None
        if told is None or last is None or not all(winner.people and not winner.films for winner in last.winners):
            return False
        title = Line(block.start + told.end(), block.end, said[told.end() :].replace("\n", " "), False, block.kind)
        found = winner_in(title, Honour(), self.lexicon)
        if found is None or len(found.films) != 1:
            return False
        for place in range(len(self.found) - 1, -1, -1):
            line = self.found[place]
            if line.above != last.above or not line.winners or any(winner.films for winner in line.winners):
                break
            winners = (winner._replace(films=found.films, directors=found.directors, countries=found.countries) for winner in line.winners)
            self.found[place] = line._replace(winners=tuple(winners))
        self.found[-1] = self.found[-1]._replace(end=block.end)
        self.film = found.films[0]
        return True

    def _says_more(self, said: str, block: Block, index: int) -> bool:
        """Whether a line under a winner says who directed the film, or where and when it was made; it is added to what is known of it."""
        if self.film is None or self.under != index - 1 or AWARD_WORD.match(said):
            return False
        if self.stanzas.is_item(index) and self.stanzas.is_item(index - 1) and not CREDIT.match(said):
            return False
        line = Line(block.start, block.end, said, False, block.kind)
        more = told_under(line, self.film, self.text[slice(*self.film)], self.lexicon)
        if more is None:
            return False
        if self.more is None:
            self.more = more
        else:
            self.more.add(more)
        return True

    def _open(self, block: Block, said: str, index: int) -> None:
        """Take a line as the name of an award, over those who won it."""
        self.heading, self.head, self.film, self.more = said, block.start, None, None
        following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        self.gapped = following is not None and self.text.count("\n", block.end, following.start) != 1
        name = called(said)
        first, _, second = name.partition(": ")
        name = second if first and tells_prize(second) else name
        start = block.start + said.index(name)
        award = None
        if index in self.over or is_bare(name) or not AWARD_WORD.search(said) or AWARD_WORD.search(_BEST.sub("", name)):
            # Often only the list tells that it is an award, or which of several.
            whole = AWARD_WORD.search(said) or index in self.over or part_of(name)
            award = (start, start + len(name), in_full(name) if whole else full_name(name))
        self.found.append(PrizeLine(block.start, block.end, (), None, False, award, heads=True))

    def _goes_on(self, said: str, index: int) -> bool:
        """Whether a line that stands apart is one more winner: right under the award's name, or like a winner in its form."""
        if not self.heading or self.under != index - 1 or self._is_marked(index):
            return False
        first = self.blocks[index - 1].start == self.head
        if not first and self.gapped and self._is_before_another(index) and not said.endswith((":", ".")):
            return True
        if not first and _SHARED.search(self.heading) and not self.lexicon.lookup(said) and not said.endswith(":"):
            return True
        return first or _LIKE_A_WINNER.search(said) is not None

    def _is_before_another(self, index: int) -> bool:
        """Whether one more award's name stands somewhere below: the list goes on."""
        return self.last_head > index

    def _is_marked(self, index: int) -> bool:
        """Whether a sign makes a line a heading, not only that it is short."""
        start = self.blocks[index].start
        return "#" in self.text[self.text.rfind("\n", 0, start) + 1 : start]
