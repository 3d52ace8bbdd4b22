"""Matches that do not say what their pattern says, told by the words around them and the trades within them."""

from __future__ import annotations

import re

from cinegraph.extract.cues import load_cues
from cinegraph.extract.nodes import AbstractSentence, Node, char_class
from cinegraph.extract.patterns import Pattern, captured
from cinegraph.extract.reductions_of_people import OF_A_FESTIVAL
from cinegraph.extract.text import fold

_FILM_CHAR = re.compile(char_class("FT"))
# Who stands after such a word ("F, starring Ada Doe, won …") is not who won.
_OF_A_SUBJECT = ("won.person", "nominated.person", "shortlisted.person")
_OBLIQUE = re.compile(
    rf"{char_class('F')}[^.;]*\b(?:with|starring|featuring|by|of|from|opposite|alongside|between|stars)(?: the| an?)?(?: [\w-]+){{0,2}} $"
)
# "Ada Doe, who plays Ben Roe, was named best actress."
_PLAYED = re.compile(
    r"\b(?:plays|played|playing|portrays|portrayed|portraying|voices|embodies|called|named|title role of|role of|part of) (?:the )?(?:[\w-]+ ){0,2}$"
)
# "The director of F won …" and "since F, she won …" are not about F.
_OF_A_FILM = ("won.film", "nominated.film", "premiere.", "screened.")
_OF_ONE_FILM = ("filming.", "cast.", "credit.", "screened.", "release.")
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
_ITS_STAR = re.compile(
    rf"{char_class('FT')}'s (?:[\w-]+ ){{0,2}}?(?:{char_class('R')}|stars?\b|leads?\b|heroine\b|hero\b)"
)
# "The adaptation of Ada Doe's account of F, directed by Ben Roe": what he directed is the adaptation.
_SOURCE_FILM = re.compile(
    rf"\b(?:film |screen |movie |loose )?(?:adaptation|version|retelling|remake) of (?:{char_class('PW')}'s )?(?:[a-z-]+ ){{0,3}}?(?:novel|book|play|story|account|tale|memoir|poem|classic|novella)s?(?: of| about| on|,)? [^,;]{{0,30}}{char_class('F')}\"?\s?$"
)
# "The winner of the prize, there is no dull moment in the film": what is said first hangs on nothing.
_DANGLING = re.compile(r", (?:there|it|this|that|he|she|they|you|we)\b")
_NOMINATED = re.compile(
    r"\b(?:receiv\w+|earn\w+|garner\w+|got|scor\w+|collect\w+|land\w+|pick\w+ up|secur\w+|gain\w+|took|won)\b[^,.;]{0,30} (?:nominations?|nods?)\b"
)
# "Inspired by Ada Doe's F": whose book it is, not who filmed it.
_SOURCE = re.compile(
    r"\b(?:inspired by|based on|adapted from|drawn from|adaptation of|reading|novel|memoir) (?:the |an? )?$"
)
_SOURCE_OF = re.compile(r"\b(?:inspired by|based on|adapted from|drawn from|adaptation of) (?:the |an? )?(?:[\w-]+ ){0,3}$")
# "She studied with Ada Doe and worked on F": it was not Ada Doe who did.
_OF_A_PERSON = (
    "educated.",
    "student.",
    "work.",
    "worked-on.",
    "residence.",
    "taught.",
    "founded.",
    "retirement.",
    "collaborated.",
    "influence.",
)
_OTHER_SUBJECT = re.compile(
    rf"\b(?:with|under|from|for|by) (?P<who>{char_class('P')})(?= and (?:(?:then|later|also) )?[a-z])"
)
# "The films of Ozu taught her", "everything she knows she learned from Ozu": nobody's student.
_STUDENTS = ("student.under", "student.taught")
_FROM_AFAR = re.compile(
    r"\b(?:films?|work|works|cinema|pictures|movies|example) of (?:the )?(?:[\w-]+ ){0,2}$|\b(?:everything|whatever|most of what|all)(?: that)? [^.;]{0,60}$|'s (?:[\w-]+ ){0,2}(?:films?|work|cinema) $"
)
_MORE_FROM = re.compile(
    r"\b(?:learned|learnt|learning) (?:more|most|everything|anything|nothing|a lot|a great deal|so much)\b"
)
# "F by Ada Doe, which won": the film did.
_WHICH = re.compile(r",? which\b")
# "The final film shot by Ada Doe" is not photographed by her.
_LAST_FILM = re.compile(r"\b(?:first|second|third|final|last|only|latest|new) (?:film|feature|movie|picture|documentary) $")
_RELATIVE = (", which", ", that", " which", " that")
_LONGEST = 14
# "wrote the music for F" gives no screenplay, "worked as a director on F" no other trade.
_FITTING: dict[str, tuple[str, frozenset[str | None]]] = {
    "credit.active": ("c", frozenset({"screenwriter"})),
    "worked-on.in-a-trade": ("r", frozenset({None, "", "worked_on"})),
}


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
# One is admitted to these, and learns nothing there.
_NO_SCHOOL = re.compile(r"\b(?:Society|Guild|Union|Association|Federation|Academy of Motion|Club|Order|Chamber)\b")
# "Ada Doe played the teacher, Ben Roe was her husband": in the film, that is.
_IN_A_PART = re.compile(r"\b(?:plays|played|portrays|portrayed)\b")
# "From a short story by Ada Doe": who wrote what a film is made from did not write the film.
_FROM_A_STORY = re.compile(rf"\b(?:from|after|upon|on|of|to) (?:an?|the|her|his|their|{_OWNED}) (?:[\w-]+ ){{0,2}}?({char_class('K')})(?=,? (?:by|of)\b)")
_STORY = re.compile(r"(?:story|tale|stories|tales)", re.IGNORECASE)
# "In 1972 with her album Doe": no film.
_RECORD = re.compile(r"\b(?:albums?|songs?|singles?|ep|lp) \"?$")
# "She worked with the director on F"
_WITH_THE = re.compile(rf" with (?:the|an?|its) (?:[\w-]+ )?{char_class('R')} (?:on|for) ")
# "The company Grey Lamp (directed by Ada Doe)"
_OF_A_COMPANY = re.compile(rf"{char_class('OE')} ?\($")
# "A novel by Ada Doe, who also wrote F": another book.
_NOVELIST = re.compile(r"\b(?:novel|novella|book|memoir|bestseller|poem|short story|stage play)\b[^.;]{0,60}?\bby (?:the )?(?:[\w-]+ ){0,3}$")
_WHO = re.compile(r",? who\b")
_CREDITED = re.compile(rf"({char_class('K')}),? (?:was|were|is|are|has been|had been)(?: \w+)? $")


def of_other_works(before: str, start: int = 0) -> bool:
    """Whether what follows some words is told of works in general, or of a work of another kind, and so of no film that was named.

    >>> of_other_works("most of her films were "), of_other_works("like most of her films, it was ")
    (True, False)
    """
    return _OF_OTHER_WORKS.search(before, start) is not None


# Who makes a section of a festival, or opens it with a film, has not founded it.
_OF_A_FESTIVAL_PART = re.compile(
    r"\b(?:section|sidebar|strand|prize|award|competition|edition|branch|programme|program|department|fund|lab|retrospective) (?:of|at|for|within|in) "
)
_OPENED = re.compile(r"\bopen(?:ed|s|ing)?\b[^.;]*" + char_class("E"))


# "A jury that included Ben Roe, awarded the Golden Lion to F" gives it to F.
_GIVING = re.compile(char_class("P") + r",? (?:awarded|handed|presented|gave)\b")
_TO_ANOTHER = re.compile(r" (?:jointly |ex aequo )?to (?:the |a |an |its )?(?:[\w-]+ ){0,2}?\"?" + char_class("PFTXN"))


def misread(pattern: Pattern, match: re.Match[str], abstract: AbstractSentence) -> bool:
    """Whether a match does not say what its pattern says."""
    if pattern.id.startswith("founded.") and (
        _OF_A_FESTIVAL_PART.search(match.group()) or _OPENED.search(match.group())
    ):
        return True
    if pattern.id.startswith("won.person") and _GIVING.match(match.group()) and _TO_ANOTHER.match(match.string, match.end()):
        return True
    if pattern.id.startswith(_OF_A_SUBJECT) and _WHICH.match(match.string, match.start() + 1):
        return True
    if pattern.id == "credit.passive" and abstract.nodes[match["v"]].text == "shot":
        told = match.string[max(0, match.start() - 40) : match.start()]
        film = abstract.nodes.get(told[-2:-1])
        if _LAST_FILM.search(f"{film.text} " if film is not None and film.kind == "nominal" else told):
            return True
    if pattern.id.startswith(_OF_A_SUBJECT) and (
        _OBLIQUE.search(match.string, 0, match.start()) or _PLAYED.search(match.string[: match.start()])
    ):
        return True
    if pattern.id.startswith(_OF_A_FILM) and _FILM_CHAR.match(match.group()):
        before = _OBLIQUE_FILM.search(match.string, max(0, match.start() - _LONGEST))
        which = match.string.startswith(_RELATIVE, match.start() + 1)
        if before is not None and before.end() == match.start() and not which:
            return True
    if pattern.id.startswith(_OF_ONE_FILM) and (films := _FILM_CHAR.findall(match.group())):
        last = match.string.rindex(films[-1], match.start(), match.end())
        if of_other_works(match.string[: match.end() - 1], last + 1):
            return True
    if (source := _FROM_A_STORY.search(match.string, 0, match.end())) and abstract.nodes[source[1]].text == "story" and source.end(1) > match.start():
        return any(relation in ("screenwriter", "@k", "@v", "@c") for _, relation, _ in pattern.claims)
    if pattern.id == "credit.noun-by" and " of " in match.group() and _STORY.fullmatch(abstract.nodes[match["k"]].text):
        return True  # "a story of Ada Doe" tells of her
    if pattern.id == "credit.possessive-craft" and _STORY.fullmatch(abstract.nodes[match["k"]].text):
        return _SOURCE_OF.search(match.string, max(0, match.start() - 50), match.start()) is not None
    if pattern.id.startswith("year.") and "s" in match.re.groupindex and match["s"] and _RECORD.search(match.string, 0, match.start("s")):
        return True
    if pattern.id == "credit.trade-of" and _WITH_THE.search(match.group()):
        return True
    if pattern.id == "credit.passive" and _OF_A_COMPANY.search(match.string, 0, match.start()):
        return True
    if pattern.id == "credit.passive" and (noun := _CREDITED.search(match.string, 0, match.start())):
        craft = _relation(abstract.nodes[noun[1]])
        if craft and craft != _relation(abstract.nodes[match["v"]]):
            return True
    if pattern.id.startswith("educated.") and _NO_SCHOOL.search(abstract.nodes[captured(match, "o") or ""].text if "o" in match.re.groupindex and match["o"] else ""):
        return True
    if pattern.id == "credit.active" and _NOVELIST.search(match.string, 0, match.start()) and _WHO.match(match.string, match.start() + 1):
        return True
    if pattern.id.startswith("partner.") and _IN_A_PART.search(match.string, 0, match.end()):
        return True
    if pattern.id == "plot.fine-work-from":
        trades = [
            part.attributes.get("trade")
            for char in (match["o"], match["q"])
            if char
            for part in abstract.nodes[char].parts()
        ]
        return any(trade is not None and _relation(trade) != "cast_member" for trade in trades)
    if pattern.id == "cinematographer.camera" and _is_called_director(match, abstract):
        return True
    if pattern.id == "credit.passive" and _SOURCE_FILM.search(match.string, 0, match.start()):
        return True
    if pattern.id == "director.after-the-success-of" and abstract.nodes[match["o"]].kind != "pronoun":
        # "After the success of F, Ada Doe was asked to direct a sequel": F may be another's.
        return True
    if pattern.id == "plot.its-maker-does":
        # Who is called a director there, or an actor, is that of the film under review.
        trades = [part.attributes.get("trade") for part in abstract.nodes[match["o"]].parts()]
        return not all(isinstance(trade, Node) and _relation(trade) for trade in trades)
    if pattern.id == "won.winner-was" and _DANGLING.search(match.group()):
        return True
    if pattern.id.startswith("won.") and _NOMINATED.search(match.group()):
        return True
    if pattern.id == "won.film" and _ITS_STAR.match(match.group()):
        return True
    if pattern.id == "possessive.bare" and (
        _SOURCE.search(match.string, max(0, match.start() - 20), match.start())
        or fold(abstract.nodes[match["o"]].text) in load_cues().authors
    ):
        return True
    if pattern.id == "possessive.film-noun" and (
        _ACTS_IN_IT.search(match.string, 0, match.start()) or _OPPOSITE.match(match.string, match.end())
    ):
        return True
    if pattern.id == "profile.starred-in-with":
        beside = [part.attributes.get("trade") for part in abstract.nodes[match["o"]].parts()]
        return any(trade is not None and _relation(trade) != "cast_member" for trade in beside)
    if pattern.id == "credit.broadcast-on" and _relation(abstract.nodes[match["v"]]) in _WRITTEN_FOR:
        return True
    if pattern.id.startswith(_OF_A_PERSON):
        other = _OTHER_SUBJECT.search(match.string, max(0, match.start() - _LONGEST), match.end())
        if other is not None and other.start("who") == match.start():
            return True
    if pattern.id in _STUDENTS and (
        _FROM_AFAR.search(match.string[: match.start()]) or _MORE_FROM.search(match.group())
    ):
        return True
    if pattern.id == "student.among-students" and match["o"]:
        # "Ada and Ben were among her students": hers is neither's.
        return set(abstract.nodes[match["o"]].ids) <= set(abstract.nodes[match["s"]].ids)
    if pattern.id == "director.person-with-film":
        prizes = _AWARD_CHAR.findall(match.string[: match.start()])
        if prizes and _ACTING_BEFORE.search(abstract.nodes[prizes[-1]].text):
            return True
    if "office" in match.re.groupindex and match["office"] and not OF_A_FESTIVAL.match(abstract.nodes[match["office"]].text.lower()):
        return True
    slot, fitting = _FITTING.get(pattern.id, ("", frozenset()))
    trade = captured(match, slot) if slot else None
    return trade is not None and any(_relation(part) not in fitting for part in abstract.nodes[trade].parts())


def _is_called_director(match: re.Match[str], abstract: AbstractSentence) -> bool:
    """Whether the person is called a director in the same sentence: "director Ada Doe keeps her camera still"."""
    char = match["o"] or match["p"]
    if not char or abstract.nodes[char].kind != "pronoun":
        return False
    same = [node for node in abstract.nodes.values() if node.letter == "P" and node.ids == abstract.nodes[char].ids]
    trades = [node.attributes.get("trade") for node in same]
    return any(isinstance(trade, Node) and _relation(trade) == "director" for trade in trades)


def _relation(node: Node) -> str | None:
    found = node.attributes.get("relation")
    return str(found) if found is not None else None
