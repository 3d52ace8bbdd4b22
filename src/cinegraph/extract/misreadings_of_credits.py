"""Matches that say nothing of the film they name: another work is meant, another trade, or what a film is made from."""

from __future__ import annotations

import re
from collections.abc import Callable

from cinegraph.extract.cues import load_cues
from cinegraph.extract.nodes import AbstractSentence, Node, char_class
from cinegraph.extract.patterns import captured
from cinegraph.extract.text import fold

_FILM_CHAR = re.compile(char_class("FT"))
_OBLIQUE_FILM = re.compile(
    rf"\b(?:of|unlike|than|on|to|for|about|alongside|(?:since|after|before|until)(?= (?:the )?\"?{char_class('F')}\"?,)) (?:the |\"){{0,2}}(?={char_class('F')})"
)
# "She was seen as a nurse in her last film, F", "her big film was F, co-starring with Ada Doe": whose it is plays in it.
_ACTS_IN_IT = re.compile(
    r"\b(?:(?:mis)?cast as|seen|star(?:s|red|ring)|co-star(?:s|red|ring)|play(?:s|ed|ing)|appear(?:s|ed|ing)|acted|featured|roles?|part|turn|lead|performance)\b(?:(?! and (?!in)| but | while )[^.;:])* in $"
)
_OPPOSITE = re.compile(r"\"?(?: \([^()]{2,40}\))?,? (?:(?:in which|where) . )?(?:co-?starr(?:ing|ed) (?:with|opposite)|(?:(?:starring|starred|playing|played|acting) )?opposite)\b")
_WRITTEN_FOR = frozenset({"screenwriter", "editor", "composer"})
# Whoever took an actor's prize "(for F)" played in F.
_ACTING_BEFORE = re.compile(r"act(?:or|ress|ing)\b|performance|\bcast\b|ensemble", re.IGNORECASE)
_AWARD_CHAR = re.compile(char_class("A"))
# "The adaptation of Ada Doe's account of F, directed by Ben Roe": what he directed is the adaptation.
_SOURCE_FILM = re.compile(
    rf"\b(?:film |screen |movie |loose )?(?:adaptation|version|retelling|remake) of (?:{char_class('PW')}'s )?(?:[a-z-]+ ){{0,3}}?(?:novel|book|play|story|account|tale|memoir|poem|classic|novella)s?(?: of| about| on|,)? [^,;]{{0,30}}{char_class('F')}\"?\s?$"
)
# "Inspired by Ada Doe's F": whose book it is, not who filmed it.
_SOURCE = re.compile(
    r"\b(?:inspired by|based on|adapted from|drawn from|adaptation of|reading|novel|memoir) (?:the |an? )?$"
)
_SOURCE_OF = re.compile(r"\b(?:inspired by|based on|adapted from|drawn from|adaptation of) (?:the |an? )?(?:[\w-]+ ){0,3}$")
# "The final film shot by Ada Doe" is not photographed by her.
_LAST_FILM = re.compile(r"\b(?:first|second|third|final|last|only|latest|new) (?:film|feature|movie|picture|documentary) $")
_RELATIVE = (", which", ", that", " which", " that")
_LONGEST = 14
# "Her earlier films were written by …", "a play by Ada Doe was staged with …".
_MANY = r"(?:films|movies|pictures|features|shorts|documentaries|comedies|dramas|westerns|musicals|thrillers|scripts|screenplays|novels|plays|books|stories|poems|operas|albums|essays|paintings|exhibitions|series|productions|adaptations|works|sequels|versions)"
_ONE = r"(?:novel|novella|play|book|poem|song|opera|album|essay|painting|ballet|exhibition|memoir|musical|autobiography|biography)"
_FILM = rf"(?:film|movie|picture|feature|western|comedy|documentary|short|thriller|version|adaptation|sequel|remake|{char_class('K')})"
_OWNED = rf"{char_class('P')}'s"
_OF_OTHER_WORKS = re.compile(
    rf"(?:(?<!of )(?<!like )(?:\b(?:his|her|their|its|these|those|many|most|some|few|all|several|other|two|three|four|five|such|the|more)(?: of (?:his|her|their|these|those|the|{_OWNED}))?|{_OWNED}) (?:[\w-]+ ){{0,3}}?{_MANY}"
    rf"|\b(?:most|some|many|few|all|several|two|one|none|each|both) of (?:them|these|those|which|{char_class('P')})"
    rf"|(?:\b(?:a|an|the|another|each|every|one)|{_OWNED}) (?:[\w-]+ ){{0,3}}?{_ONE}"
    rf"|\b(?:another|each|every|one|any|no|many an?|the other) (?:[\w-]+ ){{0,2}}?{_FILM}"
    r"|(?:^|[;,] |\band )(?:each|others|some|many|most|another))"
    r"(?: (?:by|of|from|on|about|in|that|which|made) [^,;:.]*)?,? (?:(?:also|then|later|often|usually|mostly|never|all|both|that|which|had|have|has) )*(?:was|were|is|are|been|be|starred|stars?|featured?|had|have|won|took|premiered)\b[^,;:.]*$"
)
# "From a short story by Ada Doe": who wrote what a film is made from did not write the film.
_FROM_A_STORY = re.compile(rf"\b(?:from|after|upon|on|of|to) (?:an?|the|her|his|their|{_OWNED}) (?:[\w-]+ ){{0,2}}?({char_class('K')})(?=,? (?:by|of)\b)")
_STORY = re.compile(r"(?:story|tale|stories|tales)", re.IGNORECASE)
# "In 1972 with her album Doe": no film.
_RECORD = re.compile(r"\b(?:albums?|songs?|singles?|ep|lp) \"?$")
# "She worked with the director on F"
_WITH_THE = re.compile(
    rf" (?:with (?:the|an?|its) (?:[\w-]+ )?{char_class('R')} (?:on|for)"
    rf"|(?:met|meets|meeting|married|marries|wed|knew|knows|joined|joins|hired|saw|sees|asked|told|thanked|praised|visited|interviewed|befriended|assisted|replaced|succeeded|like|for|from|to|of|about) the (?:[\w-]+ )?{char_class('R')} (?:on|for|of|behind)) "
)
# "Ada Doe, with the help of Ben Roe, directed F": Ben Roe only helped.
_HELPED = re.compile(
    rf"{char_class('P')}\"?(?: \([^()]{{0,60}}\))?, (?:(?:also|again) )?(?:with|on|at|under|through|thanks to|despite) (?:the |an? )?(?:[\w-]+ )?[\w-]+ (?:of|from) (?:the )?(?:[\w-]+ ){{0,2}}$"
)
# "She co-directs a new film, F, with Ben Roe", "a script, F, with Ben Roe": who makes it with her does not play in it.
_MADE_WITH = re.compile(rf"(?P<v>{char_class('V')})[^.;:]{{0,60}}?(?P<k>{char_class('K')})?,? \"?$")
# "As Vronsky to Ada Doe's F": she plays in it.
_PART_TO = re.compile(rf"\bas (?:(?:the|an?) )?(?:[a-z][\w'-]* ){{0,3}}{char_class('CX')} (?:to|opposite|against|beside|alongside) $")
# "The company Grey Lamp (directed by Ada Doe)"
_OF_A_COMPANY = re.compile(rf"{char_class('OE')} ?\($")
# "A novel by Ada Doe, who also wrote F": another book.
_NOVELIST = re.compile(r"\b(?:novel|novella|book|memoir|bestseller|poem|short story|stage play)\b[^.;]{0,60}?\bby (?:the )?(?:[\w-]+ ){0,3}$")
_WHO = re.compile(r",? who\b")
_CREDITED = re.compile(rf"({char_class('K')})(?: (?:for|of|to|in) (?:(?:the|this|his|her|its|their) )?(?:[\w-]+ )?\"?{char_class('F')}?\"?)?,? (?:was|were|is|are|has been|had been)(?: \w+)? $")
_SCRIPTED = frozenset({"screenwriter", "@k", "@v", "@c"})


def of_other_works(before: str, start: int = 0) -> bool:
    """Whether what follows some words is told of works in general, or of a work of another kind, and so of no film that was named.

    >>> of_other_works("most of her films were "), of_other_works("like most of her films, it was ")
    (True, False)
    """
    return _OF_OTHER_WORKS.search(before, start) is not None


def from_a_story(claims: tuple[tuple[str, str, str], ...], match: re.Match[str], abstract: AbstractSentence) -> bool:
    """Whether claims of who wrote a film rest on "from a story by Ada Doe", which credits her with no film."""
    if not any(relation in _SCRIPTED for _, relation, _ in claims):
        return False
    source = _FROM_A_STORY.search(match.string, 0, match.end())
    return source is not None and abstract.nodes[source[1]].text == "story" and source.end(1) > match.start()


def _oblique_film(match: re.Match[str], abstract: AbstractSentence) -> bool:
    if not _FILM_CHAR.match(match.group()):
        return False
    before = _OBLIQUE_FILM.search(match.string, max(0, match.start() - _LONGEST))
    which = match.string.startswith(_RELATIVE, match.start() + 1)
    return before is not None and before.end() == match.start() and not which


def _other_works(match: re.Match[str], abstract: AbstractSentence) -> bool:
    films = _FILM_CHAR.findall(match.group())
    if not films:
        return False
    last = match.string.rindex(films[-1], match.start(), match.end())
    return of_other_works(match.string[: match.end() - 1], last + 1)


def _last_film_shot(match: re.Match[str], abstract: AbstractSentence) -> bool:
    if abstract.nodes[match["v"]].text != "shot":
        return False
    told = match.string[max(0, match.start() - 40) : match.start()]
    film = abstract.nodes.get(told[-2:-1])
    return _LAST_FILM.search(f"{film.text} " if film is not None and film.kind == "nominal" else told) is not None


def _of_a_company(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _OF_A_COMPANY.search(match.string, 0, match.start()) is not None


def _of_another_craft(match: re.Match[str], abstract: AbstractSentence) -> bool:
    noun = _CREDITED.search(match.string, 0, match.start())
    craft = relation_of(abstract.nodes[noun[1]]) if noun is not None else None
    return bool(craft) and craft != relation_of(abstract.nodes[match["v"]])


def _of_the_source(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _SOURCE_FILM.search(match.string, 0, match.start()) is not None


def _story_of(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return " of " in match.group() and _STORY.fullmatch(abstract.nodes[match["k"]].text) is not None


def _source_story(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return (
        _STORY.fullmatch(abstract.nodes[captured(match, "k") or ""].text) is not None
        and _SOURCE_OF.search(match.string, max(0, match.start() - 50), match.start()) is not None
    )


def _with_the_trade(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _WITH_THE.search(match.group()) is not None


def _by_a_novelist(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return (
        _NOVELIST.search(match.string, 0, match.start()) is not None
        and _WHO.match(match.string, match.start() + 1) is not None
    )


def _music_written(match: re.Match[str], abstract: AbstractSentence) -> bool:
    craft = captured(match, "c")
    return craft is not None and any(relation_of(part) != "screenwriter" for part in abstract.nodes[craft].parts())


def _trade_with_a_relation(match: re.Match[str], abstract: AbstractSentence) -> bool:
    trade = captured(match, "r")
    return trade is not None and any(
        relation_of(part) not in (None, "", "worked_on") for part in abstract.nodes[trade].parts()
    )


def _leads_itself(match: re.Match[str], abstract: AbstractSentence) -> bool:
    # "Ada directed three films for Ben": for a producer.
    did = abstract.nodes.get(captured(match, "v") or "")
    return did is not None and any(relation_of(part) in ("director", "producer") for part in did.parts())


def _written_for(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return relation_of(abstract.nodes[match["v"]]) in _WRITTEN_FOR


def _named_owner(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return match["m"] is not None and abstract.nodes[match["m"]].kind != "pronoun"


def _of_it(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return abstract.nodes[match["s"]].kind == "pronoun"


def _record(match: re.Match[str], abstract: AbstractSentence) -> bool:
    named = "s" in match.re.groupindex and match["s"]
    return bool(named) and _RECORD.search(match.string, 0, match.start("s")) is not None


def _book_of_an_author(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return (
        _SOURCE.search(match.string, max(0, match.start() - 20), match.start()) is not None
        or fold(abstract.nodes[match["o"]].text) in load_cues().authors
    )


def _acts_in_it(match: re.Match[str], abstract: AbstractSentence) -> bool:
    if _OPPOSITE.match(match.string, match.end()) is not None:
        return True
    # "Ada starred in her drama F" leaves open who made it; "Ada starred in Ben Roe's drama F" does not.
    named = abstract.nodes[match["o"]].kind == "name"
    return not named and _ACTS_IN_IT.search(match.string, 0, match.start()) is not None


def _player_rewarded(match: re.Match[str], abstract: AbstractSentence) -> bool:
    prizes = _AWARD_CHAR.findall(match.string[: match.start()])
    return bool(prizes) and _ACTING_BEFORE.search(abstract.nodes[prizes[-1]].text) is not None


def _success_of_another(match: re.Match[str], abstract: AbstractSentence) -> bool:
    # "After the success of F, Ada Doe was asked to direct a sequel": F may be another's.
    return abstract.nodes[match["o"]].kind != "pronoun"


def _no_player(match: re.Match[str], abstract: AbstractSentence) -> bool:
    slots = [slot for slot in ("o", "q") if slot in match.re.groupindex and match[slot]]
    trades = [part.attributes.get("trade") for slot in slots for part in abstract.nodes[match[slot]].parts()]
    return any(isinstance(trade, Node) and relation_of(trade) != "cast_member" for trade in trades)


def _no_maker(match: re.Match[str], abstract: AbstractSentence) -> bool:
    # Who is called a director there, or an actor, is that of the film under review.
    trades = [part.attributes.get("trade") for part in abstract.nodes[match["o"]].parts()]
    return not all(isinstance(trade, Node) and relation_of(trade) for trade in trades)


def _camera_of_a_director(match: re.Match[str], abstract: AbstractSentence) -> bool:
    # "Director Ada Doe keeps her camera still": who is called a director in the same sentence.
    char = match["o"] or match["p"]
    if not char or abstract.nodes[char].kind != "pronoun":
        return False
    same = [node for node in abstract.nodes.values() if node.letter == "P" and node.ids == abstract.nodes[char].ids]
    trades = [node.attributes.get("trade") for node in same]
    return any(isinstance(trade, Node) and relation_of(trade) == "director" for trade in trades)


def _only_helped(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return match.string.startswith(", ", match.start() + 1) and _HELPED.search(match.string, 0, match.start()) is not None


def _makes_it_with(match: re.Match[str], abstract: AbstractSentence) -> bool:
    made = _MADE_WITH.search(match.string, 0, match.start())
    return made is not None and (bool(made["k"]) or abstract.nodes[made["v"]].text.lower().startswith("co-"))


def _part_to_it(match: re.Match[str], abstract: AbstractSentence) -> bool:
    return _PART_TO.search(match.string, 0, match.start()) is not None


def relation_of(node: Node) -> str | None:
    """The relation that a craft or trade stands for, if it stands for one."""
    found = node.attributes.get("relation")
    return str(found) if found is not None else None


OF_CREDITS: dict[str, Callable[[re.Match[str], AbstractSentence], bool]] = {
    "acts-in-it": _acts_in_it,
    "book-of-an-author": _book_of_an_author,
    "by-a-novelist": _by_a_novelist,
    "camera-of-a-director": _camera_of_a_director,
    "last-film-shot": _last_film_shot,
    "makes-it-with": _makes_it_with,
    "leads-itself": _leads_itself,
    "music-written": _music_written,
    "no-maker": _no_maker,
    "no-player": _no_player,
    "oblique-film": _oblique_film,
    "of-a-company": _of_a_company,
    "of-another-craft": _of_another_craft,
    "named-owner": _named_owner,
    "of-it": _of_it,
    "of-the-source": _of_the_source,
    "only-helped": _only_helped,
    "other-works": _other_works,
    "part-to-it": _part_to_it,
    "player-rewarded": _player_rewarded,
    "record": _record,
    "source-story": _source_story,
    "story-of": _story_of,
    "success-of-another": _success_of_another,
    "trade-with-a-relation": _trade_with_a_relation,
    "with-the-trade": _with_the_trade,
    "written-for": _written_for,
}
"""The misreadings of credits, by the names that pattern rows give them."""
