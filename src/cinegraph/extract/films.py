"""Which film a sentence speaks of where it does not say: the one of its clause, of the lines above, of the paragraph or of the article."""

from __future__ import annotations

import re

from cinegraph.extract.discourse import last_clause
from cinegraph.extract.misreadings_of_credits import of_other_works
from cinegraph.extract.nodes import AbstractSentence, Node, char_class
from cinegraph.extract.patterns import Pattern
from cinegraph.extract.reading import Reading
from cinegraph.extract.sought import Sought
from cinegraph.model import BlockKind

_FILM_CHAR = re.compile(char_class("FT"))
_AWARD_CHAR = re.compile(char_class("A"))
_SIDE_FILM = re.compile(
    r"(?:based on|remake of|sequel to|prequel to|adaptation of|version of|inspired by|like|unlike|after|following|than|alongside|including|spin-off of|known for|success of|begun with|began with|begins with|started with|continued with|continues with|completed by|trilogy of) (?:the |<[^>]*> )?\"?$"
)
# "Ada Doe (F) plays the lead", "Ben Roe, who shot F, is back": F is another film of theirs.
_OF_SOMEBODY = Sought(
    rf"(?<={char_class('PO')}) \((?:of |from |for |with |seen in )?(?:the )?\"?{char_class('FT')}[^()]*\)"
    rf"|(?<={char_class('P')}),? (?:who|whose|last seen|best known|known for|fresh from)\b[^,;]*{char_class('F')}[^,;]*,"
)
# "Producers are Ada Doe of Lamp Films (F) and Ben Roe": F is another film of the company's.
_OF_A_COMPANY = re.compile(rf"{char_class('OX')} \((?:the )?\"?{char_class('FT')}$")
# "Played by Ada Doe, last seen in F": F is another one.
_SEEN_IN = re.compile(
    rf",? \(?(?:who|whose|last seen|best known|known for|remembered for|seen|so (?:good|memorable)|fresh from|of|from)\b[^,;]*(?:'s [^,;]{{1,40}}, \"?)?{char_class('F')}"
    rf"| \((?:the )?(?:{char_class('CXPL')}|[a-z' -]{{3,30}}) (?:in|from|on) (?:the )?\"?{char_class('FT')}"
)
# A film named after these is no matter of its sentence: a person's other work, or what another film is measured by.
_ASIDE_FILM = re.compile(
    r"\b(?:who|whose|last seen|best known|known|since|after|like|unlike|alongside|including|than|behind|beyond|winner|beat|beaten|beating|lost)\b"
)
# "Her short F won a prize": what follows of a cast is that of the film which the article is about.
_EARLIER = re.compile(
    rf"{char_class('P')}'s (?:[\w-]+,? ){{0,2}}?(?:shorts?|debuts?|first|previous|earlier|last|graduation|breakthrough|breakout|sophomore|second|third|prior)(?: [\w-]+){{0,3}},? \"?(?P<film>{char_class('F')})"
)
_LEADING_FILM = re.compile(r"^\W*(?:\d+\W+)?(" + char_class("F") + ")")
# "Shot in Oslo, with Ada Doe as a nurse, it …": what is said first is said of the subject that follows.
_OPENING = re.compile(
    r"\W*(?:(?:partly|mostly|largely|loosely|freely|partially|lavishly|entirely) )?(?:shot|filmed|adapted|drawn|based|set|made|written|co-written|produced|inspired|photographed"
    r"|scripted|starring|featuring|financed|told|conceived)\b[^.;:]*?, (?:and )?\"?(" + char_class("FT") + ")"
)
# "plays a maid in Ada Doe's F": the part is one in the film that is named next.
_ROLE_IN = re.compile(
    r"(?: [a-z'-]+){0,6}? (?:in|from) (?:"
    + char_class("P")
    + r"'s? )?(?:(?:the|a|an|[a-z-]+) ){0,3}\"?("
    + char_class("F")
    + ")"
)
# "Ada Doe's Quiet Hours, in which Ben Roe plays …": a name of no known kind, which may be a film's.
_NAMELESS = re.compile(char_class("P") + r"'s? \"?" + char_class("X"))
# "The new Harbour will be helmed by Ada Doe": what is helmed has a name, though nobody knows of what kind.
_NAMELESS_SUBJECT = re.compile(char_class("X") + r"\"?,? (?:(?:which|that) )?(?:(?:will|would|is|was|has|have|had|to|been|being|be|also|set) )+$")
# A title opens at most so many lines of credits.
_CREDIT_LINES = 9
# Over an entry stand its headline and its byline.
_ENTRY_LINES = 2
# A sentence that may be the line of a list of films.
_SHORT = 160
# A headline and a lead are about so long.
_LEAD = 200
_DASHED = re.compile(r" [–—] [^–—]{3,160} [–—] ")


def _clause_before(match: re.Match[str]) -> str:
    """What stands before a match: since the last semicolon, or since that before the parenthesis that it stands in; without asides between dashes."""
    before = match.string[: match.start()]
    opened = before.rfind("(")
    if opened > before.rfind(")"):
        return before[:opened].rsplit(";", 1)[-1] + before[opened:]
    return _DASHED.sub(" ", before.rsplit(";", 1)[-1])


class FilmsSpokenOf:
    """The films that an article has spoken of so far, and which of them is meant.

    :ivar lead_film: the film that the article is about, if its headline or lead names it
    :ivar life: whether the article is somebody's life, and no news of a film that its headline names
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.film_line = ("", -1)
        self.film_block = -1
        self.films_of_block: set[str] = set()
        self.named_of_block: set[str] = set()
        self.focal_film = ("", -1)
        self.entry_film = ("", -1)
        self.lead_film = self._of_lead()
        self.life = self._of_a_life()
        self._earlier: set[str] = set()

    def in_question(self, pattern: Pattern, match: re.Match[str], abstract: AbstractSentence) -> Node | None:
        """The film that a credit belongs to: the nearest one before it that is its sentence's matter, else the one after it, else the last spoken of."""
        before = _OF_SOMEBODY.sub(" ", _clause_before(match))
        named_next = _ROLE_IN.match(match.string, match.end()) if pattern.film == "part" else None
        if named_next is not None:
            return abstract.nodes[named_next[1]]
        inside = _FILM_CHAR.findall(_DASHED.sub(" ", match.group()))
        if inside:
            return abstract.nodes[inside[0]]
        if pattern.film == "asked":
            discourse = self.reading.discourse
            asked = self._gone_on_to() or discourse.asked_film or discourse.question_film or discourse.topic_film
            return self._implied(asked) if asked else None
        films = list(_FILM_CHAR.finditer(before))
        if of_other_works(before + match.group(), films[-1].end() if films else 0):
            return None
        if pattern.passive and _NAMELESS_SUBJECT.search(before):
            return None
        if not films and (rewarded := self._rewarded(before, abstract)) is not None:
            return rewarded
        plain = [f for f in films if not _SIDE_FILM.search(before[: f.start()])]
        if films:
            return abstract.nodes[(plain or films)[-1].group()]
        if pattern.film == "news":
            earlier = [
                f
                for f in _FILM_CHAR.finditer(_OF_SOMEBODY.sub(" ", match.string[: match.start()]))
                if not _ASIDE_FILM.search(match.string[: f.start()])
            ]
            if earlier:
                return abstract.nodes[earlier[0].group()]
        if pattern.film == "reviewed" and (about := self._reviewed()):
            return self._implied(about)
        seen_in = _SEEN_IN.match(match.string, match.end())
        after = (
            _FILM_CHAR.search(match.string, seen_in.end() if seen_in is not None else match.end())
            if not (pattern.defined and pattern.film == "news")
            else None
        )
        if after is not None and _OF_A_COMPANY.search(match.string, 0, after.end()):
            after = None
        if (
            after is not None
            and abstract.nodes[after.group()].kind == "pronoun"
            and self.reading.scopes.film() is not None
        ):
            after = None
        opening = _OPENING.match(match.string)
        if opening is not None and match.end() <= opening.start(1):
            return abstract.nodes[opening[1]]
        it = after is not None and abstract.nodes[after.group()].kind == "pronoun"
        if after is not None and (match.start() < 3 or it or not pattern.defined) and match.start() < 60:
            return abstract.nodes[after.group()]
        if after is None and (listed := self._listed()):
            return self._implied(listed)
        if after is None and (heading := self.reading.scopes.film()) is not None:
            return heading
        if self.reading.discourse.nameless_film or (not self.reading.in_line and _NAMELESS.search(before)):
            return None
        if after is None and (entry := self._of_entry()) and not self._of_paragraph():
            return self._implied(entry)
        if after is None and self.reading.discourse.films:
            last = self.reading.discourse.films[-1]
            spoken_of = last in (*self._of_paragraph(), self.reading.discourse.asked_film) or self.reading.in_line
            if pattern.defined and not spoken_of and not self.reading.discourse.review:
                return None
            credit = self.reading.in_line or pattern.film in ("credits", "news")
            chosen = self._of_credits() if credit else self.reading.discourse.films[-1]
            if pattern.defined and not spoken_of and self.reading.discourse.topic_film:
                chosen = self.reading.discourse.topic_film
            if chosen in self._earlier and self.lead_film:
                chosen = self.lead_film
            if not chosen:
                return None
            return self._implied(chosen)
        return None

    def _gone_on_to(self) -> str:
        """The one other film of the speaker's own that an answer has named, and goes on about: "I am writing F. My producer is Ben Roe."."""
        discourse, pairs = self.reading.discourse, self.reading.collector.pairs
        told = self._of_paragraph() - {discourse.asked_film, discourse.question_film, discourse.talk_film}
        if len(told) != 1 or not discourse.speaker or discourse.asking:
            return ""
        film = told.pop()
        own = any((film, discourse.speaker) in pairs(relation) for relation in ("director", "screenwriter"))
        return film if own else ""

    def _reviewed(self) -> str:
        """The film under review: the article's, or the one over whose credits a paragraph stands."""
        discourse, naming = self.reading.discourse, self.reading.naming
        if discourse.review and discourse.topic_film:
            return discourse.topic_film
        here = self.reading.document.blocks[discourse.paragraph].start if discourse.paragraph >= 0 else 0
        above = [block for block in naming.credits if block.start < here]
        film = naming.named(above[-1].title, "F") if above and above[-1].title is not None else None
        return film.ids[0] if film is not None and film.ids else ""

    def _implied(self, film: str) -> Node:
        note = f"the film last spoken of is {self.reading.registry.draft(film).label}"
        return Node("F", 0, 0, "", (film,), "implied", note=note)

    def _rewarded(self, before: str, abstract: AbstractSentence) -> Node | None:
        """The film that a prize named before was given for ("took the prize for F, starring …"), which stands within the prize's node."""
        for char in reversed(_AWARD_CHAR.findall(before)):
            work = abstract.nodes[char].attributes.get("for_work")
            if isinstance(work, Node) and work.letter == "F" and work.ids:
                return work
        return None

    def in_focus(self, node: Node, abstract: AbstractSentence) -> Node:
        """The film in focus where a sentence of news names none ("it", "the film", or nothing at all)."""
        if (
            node.letter != "F"
            or node.kind == "name"
            or any(n.letter == "F" and n.kind == "name" and n.ids == node.ids for n in abstract.nodes.values())
        ):
            return node
        film, block = self.focal_film
        chosen = film if film and block == self.reading.discourse.paragraph else self.lead_film
        if not chosen or chosen in node.ids:
            return node
        if self._of_entry() in node.ids:
            return node
        return Node(
            "F",
            node.start,
            node.end,
            node.text,
            (chosen,),
            node.kind,
            node.attributes,
            [],
            f"the film that the article goes on about is {self.reading.registry.draft(chosen).label}",
        )

    def of_lines(self) -> str:
        """The film that one of the lines just above opens with, or nothing."""
        film, block = self.film_line
        return film if film and self.reading.discourse.paragraph - block <= _CREDIT_LINES else ""

    def open_line(self, abstract: AbstractSentence, block: int) -> None:
        """Keep the film that a line, or a short sentence, begins with: the lines below may be its credits."""
        leading = _LEADING_FILM.match(abstract.string)
        if leading is None or not abstract.nodes[leading.group(1)].ids:
            return
        named = abstract.nodes[leading.group(1)].kind == "name"
        if self.reading.in_line or (named and len(abstract.string) < _SHORT):
            self.film_line = (abstract.nodes[leading.group(1)].ids[0], block)

    def hear(self, nodes: list[Node], block: int) -> None:
        """Take in the films that a sentence of this block has named."""
        if self.film_block != block:
            self.film_block, self.films_of_block, self.named_of_block = block, set(), set()
        self.named_of_block.update(i for n in nodes if n.letter == "F" and n.kind == "name" for i in n.ids)
        films = [i for n in nodes if n.letter == "F" for i in n.ids]
        self.films_of_block.update(films)
        if films and self._heads(block):
            # A headline that names two films stands over neither's entry.
            self.entry_film = (films[-1], block) if len(set(films)) == 1 else ("", -1)

    def left_out(self) -> Node | None:
        """The film over whose notes stands its title, of which they need not say that it is meant."""
        if listed := self._listed():
            return self._implied(listed)
        if (heading := self.reading.scopes.film()) is not None and not self._of_paragraph():
            return heading
        entry = self._of_entry() if not self._of_paragraph() else ""
        return self._implied(entry) if entry else None

    def _listed(self) -> str:
        """The film under whose facts the paragraph stands, unless the paragraph has gone on to another."""
        discourse = self.reading.discourse
        gone_on = discourse.leading_film is not None and discourse.leading_film in self._of_paragraph()
        return "" if gone_on else discourse.listed_film or ""

    def _of_entry(self) -> str:
        """The film that the line just above has named, or nothing."""
        film, line = self.entry_film
        return film if film and 0 < self.reading.discourse.paragraph - line <= _ENTRY_LINES else ""

    def _heads(self, block: int) -> bool:
        """Whether a block is a line over an entry of its own: short, and no sentence."""
        whole = self.reading.document.blocks[block]
        return whole.end - whole.start < _SHORT and self.reading.text[whole.end - 1 : whole.end] not in ".!?…"

    def focus(self, abstract: AbstractSentence, block: int) -> None:
        """Keep the film that a paragraph of news goes on about: the first of a sentence, unless it stands in an aside."""
        if _FILM_CHAR.search(abstract.string) is None:
            return
        for earlier in _EARLIER.finditer(abstract.string) if self.lead_film else ():
            self._earlier.update(set(abstract.nodes[earlier["film"]].ids) - {self.lead_film})
        string = _OF_SOMEBODY.sub(" ", abstract.string)
        films = list(_FILM_CHAR.finditer(string))
        begin = max((last_clause(string[: film.start()]) for film in films[1:]), default=0)
        first = next((film for film in films if film.start() >= begin), None)
        node = abstract.nodes[first.group()] if first is not None else None
        if (
            first is None
            or node is None
            or not node.ids
            or _ASIDE_FILM.search(string[: first.start()])
            or _SIDE_FILM.search(string[: first.start()])
        ):
            return
        film, known = self.focal_film
        if node.kind != "name" and (known == block or self.lead_film):
            self.focal_film = (film if known == block else self.lead_film, block)
        else:
            self.focal_film = (node.ids[0], block)

    def followed(self) -> str | None:
        """The one film that the paragraph goes on about: the only one it has named, or that of the headline where it has named none; nothing where it may be another.

        :returns: an empty text where neither the paragraph nor a headline names a film
        """
        discourse, here = self.reading.discourse, self._of_paragraph()
        about = (discourse.topic_film or "") if discourse.review else "" if self.life else self.lead_film
        if discourse.nameless_film:
            return None
        if above := self._listed() or next((i for node in [self.reading.scopes.film()] if node is not None for i in node.ids), ""):
            return above if here <= {above} else None
        if about:
            return about if not here or (about in here and discourse.films[-1:] == [about]) else None
        named = here & self.named_of_block
        return next(iter(named)) if len(here) == len(named) == 1 else None if named else ""

    def _of_a_life(self) -> bool:
        """Whether the article is somebody's life, and no news of a film that its headline names."""
        film, blocks = self.reading.discourse.topic_film, self.reading.document.blocks
        head = next((block for block in blocks if block.kind is not BlockKind.METADATA), None)
        named = head is not None and head.end - head.start < _LEAD and any(
            n.letter == "F" and film in n.ids and head.start <= n.start < head.end for n in self.reading.naming.nodes
        )
        return self.reading.discourse.life and not named

    def _of_credits(self) -> str:
        """The film that the lines above have named, or else the one that the article is about."""
        begin = (
            self.reading.document.blocks[self.reading.discourse.paragraph].start
            if self.reading.discourse.paragraph >= 0
            else 0
        )
        here = next((n for n in reversed(self.reading.mentions) if n.letter == "F" and n.start >= begin), None)
        topic = self.reading.discourse.topic_film
        if topic and self.reading.discourse.review and self.reading.discourse.films[-1:] == [topic]:
            return topic
        if here is not None:
            # A remake's model, named last, is not what the paragraph is about.
            last = self.reading.discourse.films[-1] if self.reading.discourse.films else here.ids[-1]
            return last if last in self._of_paragraph() else here.ids[-1]
        told = set(self.reading.discourse.films)
        # Of several films that an article tells of, the one named last need not be that of the credits.
        return self.of_lines() or self.reading.discourse.topic_film or (told.pop() if len(told) == 1 else "")

    def _of_lead(self) -> str:
        """The film that the article is about, if its headline or lead names it."""
        film = self.reading.discourse.topic_film
        return (
            film
            if film and any(n.letter == "F" and n.start < _LEAD and film in n.ids for n in self.reading.naming.nodes)
            else ""
        )

    def _of_paragraph(self) -> set[str]:
        return self.films_of_block if self.film_block == self.reading.discourse.paragraph else set()
