"""Films that a sentence names by their makers alone: "Ada Doe's film" is the one last spoken of, or, in a review, "this debut from Ada Doe" the one under review."""

from __future__ import annotations

import re
from functools import partial

from cinegraph.extract.nodes import AbstractSentence, Node, char_class
from cinegraph.extract.reading import Reading
from cinegraph.extract.sought import Sought
from cinegraph.extract.statements import Source, Statements
from cinegraph.extract.time import ordinal_of

_OWN_FILM = re.compile(
    rf"(?P<p>{char_class('P')})'s (?:(?:rural|dark|bitter|quiet|sombre|lyrical|black|small|family|crime|war|period|social|[a-z]+ish|[a-z]+ful|[a-z]+-[a-z]+) )?(?:film|movie|picture|drama|comedy|thriller|documentary|melodrama|western)(?=[.;,]|$| (?:is|was|had|has|won|competed|premiered|opened|screened|took|received|tells|follows|stars)\b)"
)
_FILM_WORD = Sought(
    r"\b(?:film|movie|picture|drama|comedy|thriller|documentary|melodrama|western|feature|debut|follow-up|outing)\b"
)
# In a review "Ada Doe's rigorous second feature" is the film that is reviewed.
_NEW_FILM = re.compile(
    rf"(?P<p>{char_class('P')})'s (?:[a-z-]+,? ){{0,3}}?(?:new|latest|newest|current|second|third|fourth|fifth|sixth|seventh|eighth|debut|sophomore|first) (?:[a-z-]+ ){{0,2}}?"
    rf"(?:film|movie|picture|feature|drama|comedy|thriller|documentary|outing)(?: film)?(?![\w-])(?!,? (?:[a-z]+ ){{0,2}}\"?{char_class('FTXW')})(?!'s)(?! (?:was|were|had|won|about|with|for|after|set)\b)"
)
# "In Ada Doe's drama": in a review whose film nobody has been said to have made.
_COMPARED = re.compile(r"\b(?:like|unlike|than|as|recalls?|echo(?:es|ing)?|after|of|since|following|remembers?|reminiscent of|as (?:in|with)) $")
_WHOSE_DRAMA = re.compile(
    rf"(?P<p>{char_class('P')})'s (?:(?!(?:next|other|earlier|previous|last|former|early|upcoming|forthcoming|planned|older|favou?rite|most)\b)[a-z-]+,? ){{0,3}}?(?:film|movie|picture|drama|comedy|thriller|documentary|melodrama|western)(?![\w-])(?!,? (?:[a-z]+ ){{0,2}}\"?{char_class('FTXW')})(?!'s)(?! (?:was|were|had|won|about|of|with|for|after|set|on|in which)\b)"
)
# "This debut from Ada Doe", "the latest film by Ada Doe": what stands before its maker is the film as well.
_KIND = r"(?:film|movie|picture|feature|drama|comedy|thriller|documentary|melodrama|western|romance|fable|satire|portrait|chiller|epic|biopic|tragicomedy)"
_THIS_FILM = re.compile(
    rf"\b(?:this (?:[a-z-]+,? ){{0,5}}?(?:{_KIND}|debut|follow-up|adaptation|study|tale)|(?:the|a) (?:[a-z-]+,? ){{0,3}}?(?:new|latest|debut|sophomore|second|third|fourth|fifth) (?:[a-z-]+ ){{0,2}}?{_KIND})"
    rf"(?: film)?,? (?:from|by) (?:the )?(?:[a-z-]+ ){{0,2}}?(?P<p>{char_class('P')})(?!'s)(?!,? (?:and|who))"
)
# In whose film somebody plays is another matter.
_FRONTED = re.compile(r"^\W{0,4}(?:in|with|for) $")
_LOOKS_BACK = re.compile(
    rf"(?:, (?:an? |the )[^,.;]{{3,60}})?, (?P<p>{char_class('P')}),? (?:[a-z]+ly |also |again )?(?!(?:plays|stars|appears|acts|was|is|has|gives|portrays|takes the (?:lead|role))\b)[a-z]{{3,}}s\b"
)


class FilmsOfMakers:
    """Names the films of a sentence that it calls after their makers, and states whose they are."""

    def __init__(self, reading: Reading, statements: Statements) -> None:
        self.reading, self.statements = reading, statements

    def name(self, abstract: AbstractSentence) -> None:
        """Put a film where a sentence says "Kovalenko's film" with no title beside it."""
        if _FILM_WORD.search(abstract.string) is None:
            return
        abstract.string = _OWN_FILM.sub(partial(self._spoken_of, abstract), abstract.string)
        topic = self.reading.discourse.topic_film
        named = any(n.letter in "FT" and n.kind == "name" for n in abstract.nodes.values())
        if topic and self.reading.discourse.review and not named:
            abstract.string = _NEW_FILM.sub(partial(self._reviewed, abstract, topic), abstract.string)
            abstract.string = _THIS_FILM.sub(partial(self._reviewed, abstract, topic), abstract.string)
            if not self._has_maker(topic):
                abstract.string = _WHOSE_DRAMA.sub(partial(self._first_named, abstract, topic), abstract.string)

    def _has_maker(self, film: str) -> bool:
        current = self.reading.registry.current
        return any(made == current(film) for made, _ in self.reading.collector.pairs("director"))

    def _first_named(self, abstract: AbstractSentence, topic: str, match: re.Match[str]) -> str:
        """ "Kovalenko's drama", in a review whose film has no maker yet, is that film, unless it is compared with."""
        owner = abstract.nodes[match["p"]]
        alone = owner.kind == "name" and len(owner.ids) == 1 and self._film_of(owner.ids[0]) is None
        compared = _COMPARED.search(match.string, 0, match.start()) is not None
        return self._reviewed(abstract, topic, match) if alone and not compared else match.group()

    def _spoken_of(self, abstract: AbstractSentence, match: re.Match[str]) -> str:
        """ "Kovalenko's film", with no title beside it: one that is known to be hers, or else the film last spoken of, which is then hers."""
        owner = abstract.nodes[match["p"]]
        if owner.kind == "pronoun" and len(owner.ids) == 1:
            return self._only_film(abstract, owner, match)
        known = self.reading.discourse.previous_films or self.reading.discourse.films[-1:]
        if not known or owner.kind != "name" or len(owner.ids) != 1:
            return match.group()
        own = self._film_of(owner.ids[0])
        if own is not None:
            return abstract.add(_nominal(owner, own, f"the film of {owner.text} spoken of is {self._label(own)}"))
        if match.end() == len(match.string) or match.string[match.end()] in ".,;":
            return match.group()
        film = _nominal(owner, known[-1], f"the film last spoken of is {self._label(known[-1])}")
        source = Source((abstract.start, abstract.end), "possessive of the film last spoken of")
        self.statements.state(film, "director", owner, source)
        return abstract.add(film)

    def _only_film(self, abstract: AbstractSentence, owner: Node, match: re.Match[str]) -> str:
        """ "His film", of somebody whom the article credits with having directed one film only."""
        maker = self.reading.registry.current(owner.ids[0])
        own = {film for film, value in self.reading.collector.pairs("director") if value == maker}
        if len(own) != 1:
            return match.group()
        (film,) = own
        return abstract.add(_nominal(owner, film, f"the one film of {owner.text} is {self._label(film)}"))

    def _film_of(self, person: str) -> str | None:
        """The film that the article has last credited a person with directing."""
        maker = self.reading.registry.current(person)
        return next(
            (film for film, value in reversed(self.reading.collector.pairs("director")) if value == maker), None
        )

    def _reviewed(self, abstract: AbstractSentence, topic: str, match: re.Match[str]) -> str:
        """ "Kovalenko's second feature", in a review, is the film under review."""
        owner = abstract.nodes[match["p"]]
        current = self.reading.registry.current
        makers = {value for film, value in self.reading.collector.pairs("director") if film == current(topic)}
        if owner.ids and makers - set(map(current, owner.ids)):
            # It has a director, so the new film of somebody else is another one.
            return match.group()
        film = _nominal(owner, topic, f"the film under review is {self._label(topic)}")
        owner = self._named_behind(owner, match, abstract)
        if owner.kind == "name" and len(owner.ids) == 1:
            ordinal = ordinal_of(match.group())
            said: dict[str, Node | str] = {"ordinal": ordinal} if ordinal else {}
            source = Source((abstract.start, abstract.end), "possessive of the film under review")
            self.statements.state(film, "director", owner, source, said)
        return abstract.add(film)

    def _named_behind(self, owner: Node, match: re.Match[str], abstract: AbstractSentence) -> Node:
        """ "In her second film, Ada Doe looks back": she is named behind it."""
        behind = _LOOKS_BACK.match(match.string, match.end()) if owner.kind == "pronoun" and _FRONTED.search(match.string, 0, match.start()) else None
        named = abstract.nodes[behind["p"]] if behind is not None else owner
        return named if named.ids == owner.ids else owner

    def _label(self, film: str) -> str:
        return self.reading.registry.draft(film).label


def _nominal(owner: Node, film: str, note: str) -> Node:
    """A film behind the maker after whom it is called; it has no words of its own."""
    return Node("F", owner.end, owner.end, "", (film,), "nominal", note=note)
