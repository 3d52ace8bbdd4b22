"""Reductions of what stands in lists: awards with their winners, companies with their cities, unknown names, coordinations."""

from __future__ import annotations

import re
from typing import Any

from cinegraph.extract.bystanders import stands_before_whose
from cinegraph.extract.nodes import Node, char_class, coordinated
from cinegraph.extract.reducing import CONFERRAL, Reducer, Steps, scope
from cinegraph.extract.text import PARTICLES
from cinegraph.extract.unknown_names import as_film, as_person
from cinegraph.model import EntityType

_PRODUCTION_OF = re.compile(
    r"\b(?:(?:production|co-pro|copro) (?:of|between|by|with)|produced (?:by|with)|compan(?:y|ies)) [^.;]{0,120}$"
)
_FILM_BY = re.compile(char_class("FT") + '"?,? (?:by|from|with) $')
_OBJECT = re.compile(r"\b(?:with|by|for|of|to|from|starring|stars|plays?|played) (?:the )?$")
# "The music is by Ada, and Ben's editing is superb", "by Ada and her co-writer Ben"
_ITS_CRAFT = re.compile(rf"'s (?:[\w-]+ ){{0,2}}(?:{char_class('KP')})")
_PREDICATE = re.compile(
    rf"(?:, who\b|, (?:the|an?|his|her|whose) [^,.;]{{3,80}}, (?!and\b|or\b)(?:\w+s|\w+ed|won|made|took|gave|brought)\b|,? (?:also |then )?(?:{char_class('V')}|(?:is|was|has|had|came|did|took|gave|cut|shot|made|plays?|played|won|got|receive[sd]|wins|earn(?:s|ed)|picked up|shared|went|goes|gets|accepted|collected|said|told|presented|opened)\b))"
)
_OWN_FILM = re.compile(r"'s? (?:[\w-]+ ){0,3}?\"?" + char_class("FT"))

steps = Steps()


@steps("award with its winner in parentheses", "<a:A> \\((?:for |to )?(?:the )?<p:P>\\)(?=[,.;)]|$| and )")
def _award_winner(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Nominated for best score (Ben Roe)" """
    if not re.search(char_class("F"), match.string[: match.start()]):
        return None
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("for_person", reducer.node(match, "p"))
    return match["a"]


@steps(
    "awards of a ceremony one by one",
    "<c:A>(?: (?:nominations|nods|wins|awards|statuettes|prizes|trophies))?(?:,? in <y:Y>)?(?:,? (?:including|among them|among which|for|namely)|:| [–—-]) (?:one for |those for |the )?<a:A>",
)
def _awards_listed(reducer: Reducer, match: re.Match[str]) -> str | None:
    ceremony = reducer.node(match, "c")
    entry = reducer.registry.draft(ceremony.ids[0]).lexicon if ceremony.ids else None
    if entry not in reducer.lexicon.ceremonies and "generic" not in ceremony.attributes:
        return None
    for part in reducer.node(match, "a").parts():
        if not part.ids and not {"organization", "festival"} & part.attributes.keys():
            scope(part, ceremony)
            if match["y"]:
                part.attributes.setdefault("year", reducer.text(match, "y"))
    return None


@steps(
    "year of the next award in a list",
    "(?P<before><A>(?:,? and(?: then)?|,|;)),? (?:in )?<y:Y>,? (?P<the>(?:the |an? |its )?)(?=<A>)(?P<a>.)",
)
def _next_award_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The prize of the jury and, two years later, the Golden Lion" """
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("year", reducer.text(match, "y"))
    return f"{match['before']} {match['the']}{match['a']}"


@steps(
    "by somebody's classmate",
    "(?P<by>\\b(?:by|from) )<p:P>'s (?:(?:fellow|former|old|one-time|long-time|longtime|close|own|late|then|erstwhile) )*"
    "(?:(?P<mate>alumn(?:us|a)|(?<=fellow )student|classmate)|(?P<partner>wife|husband|partner)|compatriot|countryman|countrywoman|colleague|collaborator|friend"
    "|brother|sister|son|daughter|father|mother|assistant|cousin),? (?:<R> )?<o:P>(?!'s)",
)
def _by_somebodys(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The debut from Ada's fellow alumna Ben" is from Ben."""
    if "survived" in match.string[: match.start()]:
        return None
    owner, other = reducer.node(match, "p"), reducer.node(match, "o")
    if match["mate"]:
        reducer.say(other, "classmate_of", owner)
    elif match["partner"] and "former" not in match.group() and "then" not in match.group():
        reducer.say(other, "partner_of", owner)
    return match["by"] + match["o"]


def _as_company(node: Node, reducer: Reducer) -> bool:
    """Makes a company of an unknown name; whether it was one."""
    if node.letter != "X":
        return False
    node.letter = "O"
    node.ids = (reducer.registry.named(EntityType.ORGANIZATION, node.text),)
    reducer.registry.see(node.ids[0], node.text)
    return True


@steps("company and its city", "<o:OX>, <l:L>(?=,? and (?:the )?<OX>|[.;]|$|,? with )")
def _company_city(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "A co-production of Lamp Films, Oslo, and Blue Door, Rome" """
    if not _PRODUCTION_OF.search(match.string[: match.start()]):
        return None
    company = reducer.node(match, "o")
    return reducer.sentence.add(company) if _as_company(company, reducer) else match["o"]


@steps("company and its country in parentheses", "<o:OX> \\(<l:L>\\)(?=,|[.;]|$| and | with )")
def _company_country(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "A co-production between Lamp Films (Norway), and Blue Door (Italy)" """
    if not _PRODUCTION_OF.search(match.string[: match.start()]):
        return None
    company = reducer.node(match, "o")
    _as_company(company, reducer)
    for place in reducer.node(match, "l").parts():
        reducer.say(company, "located_in", place)
    return reducer.sentence.add(company)


@steps("and a companion", "(?P<before><P>,? (?:and|with) )<p:P>'s (?=<P>)(?P<o>.)(?!'s)")
def _and_companion(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Ada and her co-writer Ben": a trade before Ben has been taken off already."""
    return match["before"] + match["o"] if reducer.node(match, "p").kind == "pronoun" else None


@steps(
    "film and its director before a verb",
    '<f:F>"? by (?:the )?<p:P>(?= (?:also |then |later )?(?:won|wins|is|are|was|has|had|took|takes|received|receives|gets|got|earned|earns|competed|premiered|opened|screened|went|came|shared|tells|follows|collected|made|remains|must|could)\\b|, which\\b)(?! (?:was|has|had) (?:born|said|directed|made|written))',
)
def _film_by_before_verb(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "F by Ada won a prize": F did."""
    reducer.say(reducer.node(match, "f"), "director", reducer.node(match, "p"))
    return match["f"]


@steps("prize for the best", "(?P<x><A>) for (?:the )?<b:A>(?= (?:to|went|goes|in|at|from|and)\\b|[,.;)]|$)")
def _prize_for_best(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Golden Pram for best feature film": one prize."""
    prize, best = reducer.sentence.nodes[match["x"]], reducer.node(match, "b")
    if best.attributes.get("generic") != "best" or prize.attributes.get("generic") == "best":
        return None
    for part in prize.parts():
        for key, value in best.only(CONFERRAL).items():
            part.attributes.setdefault(key, value)
    return match["x"]


@steps("award for a person", "<a:A> for <p:P>(?=,? (?:and|as well as) <A>|[,.;)]|$| for (?:<P>'s|the) )")
def _award_for_person(reducer: Reducer, match: re.Match[str]) -> str | None:
    if not re.search(char_class("FT"), match.string[: match.start()]):
        return None
    for part in reducer.node(match, "a").parts():
        part.attributes["for_person"] = reducer.node(match, "p")
    return match["a"]


@steps("award of those who name it", "<a:A>(?: of the year)?,? (?:by|from) (?:the )?<o:O>")
def _award_by(reducer: Reducer, match: re.Match[str]) -> str | None:
    award = reducer.node(match, "a")
    if award.ids or {"festival", "organization", "section"} & award.attributes.keys():
        return None
    scope(award, reducer.node(match, "o"))
    return match["a"]


@steps(
    "title at the head of a programme's line",
    r"^(?P<m>[^\w\ue000-\uf2ff]*(?:\d{1,3}[^\w\ue000-\uf2ff]{1,3})?)<x:X>(?=\"?(?:,| [–—-]| by|,? dir\.) (?:dir\. )?<P>(?:, | \(|, \()<L>(?:[,;)/]|$))",
)
def _title_of_line(reducer: Reducer, match: re.Match[str]) -> str | None:
    film = as_film(reducer.node(match, "x"), reducer.registry)
    film.letter = "F"
    return match["m"] + reducer.sentence.add(film)


@steps("joined countries", "<x:LX>")
def _joined_countries(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Poland-Czech Republic" is two countries."""
    node = reducer.node(match, "x")
    parts = node.text.split("-")
    if len(parts) < 2 or not all(part in reducer.lexicon.countries for part in parts):
        return None
    found = [Node("L", node.start, node.end, part, (reducer.registry.place(part),), note="country") for part in parts]
    for place in found:
        reducer.registry.see(place.ids[0], place.text)
    return reducer.sentence.add(coordinated(found, node.text, note="country"))


@steps("unknown name in a list of people", "(?P<before><P>(?:, |,? and |,? & ))<x:X>(?=[,.;)]|$| and | & | in | as )")
def _listed_person(reducer: Reducer, match: re.Match[str]) -> str | None:
    node = reducer.node(match, "x")
    words = node.text.split()
    if (
        len(words) < 2
        or node.ids
        or not all(word[:1].isupper() or word in PARTICLES for word in words)
        or any(word.isupper() and len(word) > 2 for word in words)
    ):
        return None
    person = Node("P", node.start, node.end, node.text)
    as_person(person, reducer.registry)
    return match["before"] + reducer.sentence.add(person)


@steps(
    "a preposition again",
    "(?P<first>\\b(?P<prep>with|by|from|to|under|like|at|in) (?P<a>[{0}]))(?P<sep>,? and |, )(?P=prep) (?=(?P<b>[{0}])(?!'s))".format(
        "".join(char_class(letter)[1:-1] for letter in "PEL")
    ),
    needed="(?:,|and) (?:with|by|from|to|under|like|at|in) [^a-z]",
)
def _preposition_again(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "With Ada, with Ben and with Cora", "to Lübeck and to Tromsø": one list."""
    same = reducer.node(match, "a").letter == reducer.node(match, "b").letter
    return match["first"] + match["sep"] if same else None


# "at Cannes, at Venice and, since 1993, at Locarno": what is repeated before the members of a coordination.
_REPEATED = {
    "A": "(?:the |an? |its )?",
    "F": "(?:to )?",
    "P": f"(?:to )?(?:(?:the |an? )?(?:{char_class('N')} )?(?:(?:star|newcomer|veteran|singer|comedian|debutant) ))?(?:the |(?:two|three|four|the|both) {char_class('R')}[,:]? )?",
    "E": "(?:(?:at|in) )?(?:the )?",
    "O": "(?:(?:at|in) )?(?:the )?",
    "L": "(?:in )?(?:the )?",
}


# "Best Director went to Ada for F, and G, from the duo of Ben and Eva, picked up the jury prize": G is another clause's.
_FOR_FILM = re.compile(r"\b(?:for|with|in)(?: (?:the|his|her|their))?(?: [\w-]+){0,2} \"?$")
_FILM_WINS = re.compile(
    r"\"?(?:,? (?:by|from|directed by|an?) [^,;.]{1,80})?,? (?:also |then )?(?:won|took|picked up|received|was (?:given|awarded|named)|earned|collected|got|claimed|nabbed|landed|scooped|walked|went home|shared|gets|wins|takes)\b"
)

# "F and G, which won the prize": one of them did, and the nearest is G.
_ONE_OF_THEM = re.compile(
    rf"\"?(?: \([^()]*\))?,? (?:(?:for|with) which\b|(?:the )?(?:winner|recipient) of\b)|\"?(?: \([^()]*\))?, (?:which|that) (?:(?:also|then|later|eventually|recently) )?(?:was|is|has|(?:won|took|received|earned|got|garnered|picked up|shared|bagged) (?:the |an? )?{char_class('A')}(?!s))"
)


_DATED_BEHIND = re.compile(rf"\"? \([^()]*{char_class('YES')}[^()]*\)")


def _two_clauses(match: re.Match[str], films: list[Node]) -> bool:
    """Whether the last of two films joined is the subject of a clause of its own, or is dated alone, as the others have been."""
    if _DATED_BEHIND.match(match.string, match.end()) and any(film.attributes.get("year") for film in films[:-1]):
        return True
    alone = _FILM_WINS.match(match.string, match.end()) and _FOR_FILM.search(match.string[: match.start()])
    return bool(alone or _ONE_OF_THEM.match(match.string, match.end()))


# "F by Ada, G by Ben and H by Cora": once Ada and Ben are told, Cora has made H alone.
_OF_A_MAKER = re.compile(rf"\"?(?: \\([^()]*\\))?,? (?:directed )?(?:by|from) {char_class('P')}")


_OWNED = re.compile(rf"{char_class('P')}'s? \"?$")


def _is_made(film: Node, reducer: Reducer) -> bool:
    """Whether the sentence has told who made a film."""
    return any(aside.relation == "director" and aside.subject is film for aside in reducer.asides)


def _made_apart(films: list[Node], match: re.Match[str], reducer: Reducer) -> bool:
    """Whether whoever stands behind the last film or before the first has made that one alone: the others' makers are told."""
    if _OF_A_MAKER.match(match.string, match.end()) and _is_made(films[0], reducer):
        return True
    owned = _OWNED.search(match.string, 0, match.start())
    return owned is not None and any(_is_made(film, reducer) for film in films[1:])


def _share_the_last(nodes: list[Node]) -> dict[str, Any]:
    """Give the members of a list what is said behind the last of them: where, when and for what a prize is."""
    shared = nodes[-1].only(CONFERRAL)
    for part in nodes[:-1]:
        # "In 2014 a Silver Bear and, two years later, a Golden Lion for F": another year, another film.
        years = {part.attributes.get("year"), shared.get("year")} - {None}
        for key, value in shared.items():
            if key != "for_work" or len(years) < 2:
                part.attributes.setdefault(key, value)
    return shared


def _two_makers(match: re.Match[str]) -> bool:
    """Whether it is "F by Ada and Ben's G", two films and not two makers, or "she wrote it with Ada, and Ben, who shot it, …", another clause."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if match.group()[1:-1] == ", " and after.startswith(",") and stands_before_whose(match.string, match.start()):
        return True  # "The daughter of Ada, Ben, directed it"
    if _FILM_BY.search(before) and _OWN_FILM.match(after):
        return True
    if match.group()[1:-1] == ", and " and _OWN_FILM.match(after) and _OBJECT.search(before):
        return True
    if " to " in match.group() and after.startswith(", who"):
        return True
    if match.group()[1:-1] in (", and ", " and ") and _ITS_CRAFT.match(after) and _OBJECT.search(before):
        return True
    return match.group()[1:-1] == ", and " and bool(_OBJECT.search(before) and _PREDICATE.match(after))


def _without_the_last(chars: list[str], match: re.Match[str], reducer: Reducer, letter: str) -> str | None:
    """The list with all but its last member joined; None where there is but one more."""
    if len(chars) < 3:
        return None
    said, end = match.group(), match.group().index(chars[-2]) + 1
    nodes = [part for char in chars[:-1] for part in reducer.sentence.nodes[char].parts()]
    _share_the_last(nodes)
    return reducer.sentence.add(coordinated(nodes, said[:end], letter)) + said[end:]


def _coordination(letter: str, letters: str) -> None:
    """A step that joins nodes of these letters to one of a letter."""
    # "Ada edits and the music is by Ben", "the editing is by Ada and the music by Ben": another clause begins.
    stop = {"R": "(?! (?:is|was|were|are) )", "K": "(?! (?:is|was|were|are|by|came|comes) )"}.get(letter, "")
    repeated = _REPEATED.get(letter, "")
    one = f"{repeated}{char_class(letters)}"

    @steps(f"coordination of {letter}", needed=f"{char_class(letters)}.*{char_class(letters)}", pattern=f"(?:both |either |neither )?<{letters}>(?:(?:, {one})*,?|(?:; {one})+;?)(?: (?:and|&|as well as|or|along with)(?: also)?(?:, (?:(?:since|from|in) {char_class('Y')}|(?:more |most |less |rather |even |perhaps |quite )?\\w+ly|above all|of course|in particular|to a lesser (?:degree|extent)),)? (?:the (?:young |late |great |veteran |legendary |newcomer |unknown )?|with )?{one}{stop})|<{letters}>(?:, {one}){{1,}}(?=[.,;:)]|$| (?:and|among) (?:others|more))")  # fmt: skip
    def _group(reducer: Reducer, match: re.Match[str]) -> str | None:
        chars = re.findall(char_class(letters), match.group())
        nodes = [part for char in chars for part in reducer.sentence.nodes[char].parts()]
        # "Her producer Ada and her teacher Ben": what is hers is Ben.
        if nodes[-1:] and nodes[-1].kind == "pronoun" and match.string.startswith("'s", match.end()):
            return None
        if len(nodes) < 2 or (letter == "P" and _two_makers(match)):
            return None
        if letter in "FT" and _made_apart(nodes, match, reducer):
            return None
        if letter in "FT" and _two_clauses(match, nodes):
            return _without_the_last(chars, match, reducer, letter)
        group = coordinated(nodes, match.group(), letter)
        shared = _share_the_last(nodes)
        if letter == "A":
            group.attributes = shared
        return reducer.sentence.add(group)


for _letter in "ATFPLOESWVRK":
    # Of a film and a title that nothing has told to be one yet, both are films.
    _coordination(_letter, "FT" if _letter == "F" else _letter)
