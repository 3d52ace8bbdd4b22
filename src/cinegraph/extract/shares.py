"""What is shared out: "with prizes for Ada Doe (director and screenplay) and Ben Roe (actor)", "its crew: Cora Lind (camera), Dan Vale (editing)",
"best actress was shared by Ada Doe (F) and Eva Moss (G)", "the first prize went to F, the second to G and the third to Ben Roe for H".

Each share becomes a sentence of its own, in the manner of :mod:`cinegraph.extract.clauses`, so that the patterns need not know how long the list is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cinegraph.extract.modality import modality_of
from cinegraph.extract.nodes import AbstractSentence, Node, char_class, letter_of
from cinegraph.extract.sought import Sought
from cinegraph.model import Modality

_PERSON, _AWARD, _FILM = char_class("P"), char_class("A"), char_class("FT")
_ITEM = rf"{_PERSON} \([^()]{{1,80}}\)"
_RUN = re.compile(rf"{_ITEM}(?:(?:,? and |, |; |,? as well as |,? plus )(?:for |to )?(?:the |newcomer )?{_ITEM})*")
_PAIR = re.compile(rf"(?P<who>{_PERSON}) \((?P<what>[^()]{{1,80}})\)")
_PRIZES = re.compile(
    rf"(?:\b(?:prizes|awards|honou?rs|trophies|statuettes|statues|wins|medals)|(?<=\ba )(?:prize|award)|(?<=\banother )(?:prize|award)|{_AWARD})"
    rf"(?:,? [^.;:{_PERSON[1:-1]}]{{0,60}}?)?(?: (?:for|to|including|honou?red|rewarded)|:) (?:the )?(?:{_ITEM},? )?$"
)
_NOMINATIONS = re.compile(
    rf"\b(?:nominations|nods)\b[^.;{_PERSON[1:-1]}]{{0,60}}?(?: (?:for|to|including)|:) (?:the )?$"
)
_CREW = re.compile(
    rf"(?:\b(?:crew|team|collaborators|technicians|craftspeople|department heads|behind the camera|credits|key credits)\b[^.;{_PERSON[1:-1]}]{{0,60}}|{_FILM}[^.;]{{0,60}}?\b(?:with|by|reunites|unites|credits|from))[ :](?:the )?$"
)
_ROSTER = Sought(
    rf"\b(?:crew|team|collaborators|technicians|credits)(?: of {_FILM}| on {_FILM})?,? (?:(?:also|again|here|which|that|is|was|once more|will) )*(?:includ(?:es?|ed|ing)|consist(?:s|ed|ing) of|compris(?:es?|ed|ing)|featur(?:es|ed|ing)|are|were|is|was|made up of|composed of)(?: the)?:? (?P<who>{_PERSON})"
)
# "The editor Ada Doe, who cut F": F is no matter of the sentence.
_WHOSE = re.compile(rf",? (?:who|whose|known for|best known for|fresh from|of) [^,;]*{_FILM}[^,;]*(?=[,;.])| \([^()]*{_FILM}[^()]*\)")
# "The cinematographer Ada Doe and the editor Ben Roe round out the team", "she is joined again by …", "behind the camera are …"
_AT_WORK = Sought(
    rf"(?P<who>{_PERSON})(?: (?:(?:also|will|would|again) )?(?:rounds?|rounded|rounding|completes?|completed|makes? up|made up|fills?|filled|forms?|formed)(?: out)? (?:the|his|her|its|their|{_FILM}'s|{_PERSON}'s) (?:(?:creative|core|key|production|artistic|technical|small|whole|main) )?(?:team|crew)\b)"
    # "She made F with the cinematographer Ben Roe", "she hired the editor Eva Hart"
    rf"|\b(?:shot|shoots|shooting|filmed|made|makes|making|directed|wrote|written|produced|crafted|cut|edited|created|creates|developed|realised|realized|completed|finished|finds|found|working|works|worked|collaborat\w+|teams?|teamed|teaming|joined forces|joins forces|joining forces|{char_class('V')})"
    rf"(?: (?!(?:in|at|of) )(?:[\w'-]+|{char_class('FTLYNKO')}\"?|{_PERSON}'s)){{0,7}},? (?:together |up |again |closely |once more )*(?:with|alongside) (?:(?:the|his|her|their|its|{_PERSON}'s) )?(?:(?:[a-z-]+) ){{0,3}}?(?P<made>{_PERSON})(?!'s)"
    rf"|\b(?:hired|hires|hiring|enlisted|enlists|enlisting|recruited|recruits|brought in|brings in|engaged|turned to|turns to|relies on|relied on|called (?:up)?on|brought on board|took on) (?:(?:the|his|her|their|{_PERSON}'s) )?(?:[a-z-]+ ){{0,3}}?(?P<hired>{_PERSON})(?!'s| and {_PERSON}'s)"
    rf"|{_PERSON} and {_PERSON}'s (?:[a-z-]+ ){{0,2}}?(?P<pair>{_PERSON})(?= (?:(?:then|again|have|had|both|also) )?(?:spent|worked?|made|make|finished|completed|took|created?|built|developed|prepared|shot|found|find|decided)\b)"
    rf"|\bwith (?:the )?(?P<joined>{_PERSON})(?: (?:also|again|once more|both|all))? (?:on board|attached|returning|back|on the crew|in the crew|behind the camera)\b"
    rf"|(?:\bbehind the camera (?:are|is|were|was|stood|stands?)|\b(?:reunit(?:es?|ed|ing)|reteam(?:s|ed|ing)?)(?: {_PERSON})? with|\b(?:works?|worked|working|collaborat(?:es|ed|ing)|joined|teamed up)(?: (?:here|once))? (?:again|more) (?:with|by))"
    rf"(?: (?:the|his|her|their|{_PERSON}'s))?(?: (?:regular|usual|trusted|long-?time|frequent|faithful))? (?P<again>{_PERSON})"
    rf"|\b(?:kudos (?:also )?(?:go )?to|(?:credit|praise) (?:also )?(?:goes|is due|must go) (?:also )?to|in the (?:[a-z]+ )?hands of)(?: the| both| its)? (?P<praised>{_PERSON})"
)
_BEST = {
    "director": "Best Director",
    "screenwriter": "Best Screenplay",
    "cinematographer": "Best Cinematography",
    "editor": "Best Editing",
    "composer": "Best Score",
}
_AND = re.compile(r", and | and |, | & | ?/ ?")
_BEFORE_CRAFT = re.compile(r"^(?:for |as )?(?:the )?(?:best )?(?:(?P<kind>supporting|lead|leading|original|adapted) )?")


# "The first prize went to F by Ada, the second prize to G": the verb is said once.
_GIVEN = re.compile(
    rf"(?P<award>{_AWARD})(?P<verb>(?:,? (?:for|of|in) [^.;,{_AWARD[1:-1]}{_PERSON[1:-1]}{_FILM[1:-1]}]{{0,40}})? (?:(?:will|has|have|had|is|are|was|were|also|then|this year|been|be|being) ){{0,4}}(?:went|goes?|going|gone|fell|awarded|given|presented|handed|conferred|bestowed|won)(?: [^.;,{_AWARD[1:-1]}{_PERSON[1:-1]}{_FILM[1:-1]}]{{0,40}}?)?) (?P<to>to|upon|on|by) "
)
_NEXT_GIVEN = re.compile(
    rf"(?:,? (?:and|while|plus)|,|;)(?: also)? (?:the |an? |its |that for |those for )?(?P<award>{_AWARD})(?: award| prize)?(?: for [^.;,{_AWARD[1:-1]}{_PERSON[1:-1]}{_FILM[1:-1]}]{{0,40}}?)?,? (?P<to>to|upon|on|by) "
)
# "Two special mentions were given: one to F, a short by Ada, the other to G"
_ONE_AND_OTHER = Sought(
    rf"(?P<award>{_AWARD})(?=[^.;])[^.;{_AWARD[1:-1]}]{{0,60}}?(?::|,|–|—)? ?(?:the )?(?:one|first) (?:(?:of them |went |goes |was (?:given|awarded) |is ))?(?P<to>to|for) (?P<one>[^.;]+?)(?:,? (?:and|while)|,|;) (?:the )?(?:other|second|another)(?: one)? (?:(?:went |goes |was (?:given|awarded) |is ))?(?:to|for) (?P<other>[^;]+)"
)
_WORKED = rf"{_PERSON} \((?:for |in )?(?:the )?\"?{_FILM}\"?\)"
_WINNERS = re.compile(
    rf"(?P<award>{_AWARD})(?!-)[^.;{_AWARD[1:-1]}{_PERSON[1:-1]}{_FILM[1:-1]}]{{0,60}}?(?: to| by| between| among|:|–|—) (?:both |the )?(?P<run>{_WORKED}(?:(?:, |,? and |,? & |,? as well as )(?:to )?(?:the )?{_WORKED})*)"
)
_WORK_PAIR = re.compile(rf"(?P<who>{_PERSON}) \((?:for |in )?(?:the )?\"?(?P<film>{_FILM})\"?\)")


# "FIPRESCI Prize: F by Ada Doe (Competition); G by Ben Roe (Forum)": a line that names the winners of one prize.
_LINE_OF_WINNERS = re.compile(rf"^\W{{0,6}}(?P<head>{_AWARD}[^:;.]{{0,60}}?): ?(?P<winners>[^;]+; .+)$")
_WINNER = re.compile(r"(?:[^;()]++|\([^()]*+\)|[()])++")


def winners_of(sentence: AbstractSentence) -> Iterator[AbstractSentence]:
    """The winners that a line names of one prize, each but the first as a line of its own.

    >>> from cinegraph.extract.nodes import Node
    >>> text = "Golden Owl: Ada; Ben"
    >>> line = AbstractSentence(text, 0, len(text), [Node("A", 0, 10, "Golden Owl"), Node("P", 12, 15, "Ada"), Node("P", 17, 20, "Ben")])
    >>> [winner.readable() for winner in winners_of(line)]
    ['<A:Golden Owl>: <P:Ben>']
    """
    line = _LINE_OF_WINNERS.match(sentence.string) if "; " in sentence.string else None
    if line is not None:
        for winner in list(_WINNER.finditer(line["winners"]))[1:]:
            yield sentence.saying(f"{line['head']}: {winner.group().strip()}")


@dataclass(frozen=True, slots=True)
class _Craft:
    node: Node
    supporting: bool = False

    @property
    def relation(self) -> str:
        return str(self.node.attributes.get("relation") or "")

    def prize(self) -> str:
        """The name of the prize that goes to those of this craft, or an empty string."""
        if self.relation != "cast_member":
            return _BEST.get(self.relation, "")
        written = f"{self.node.text.lower()} {self.node.attributes.get('label')}"
        word = "Actress" if "actress" in written else "Actor" if "actor" in written else ""
        supporting = "Supporting " if self.supporting or "supporting" in written else ""
        return f"Best {supporting}{word}" if word else ""


def shares_of(sentence: AbstractSentence) -> Iterator[AbstractSentence]:
    """Each prize and each task that a sentence shares out among people, as a sentence; nothing where it denies or plans it.

    >>> from cinegraph.extract.nodes import Node
    >>> text = "There were prizes for Ada (director)."
    >>> craft = Node("R", 27, 35, "director", attributes={"relation": "director", "label": "director"})
    >>> whole = AbstractSentence(text, 0, len(text), [Node("P", 22, 25, "Ada"), craft])
    >>> [share.readable() for share in shares_of(whole)]
    ['<P:Ada> won the <A:Best Director>.']
    """
    string = sentence.string
    if " (" in string:
        yield from _parenthesised(string, sentence)
        for winners in _WINNERS.finditer(string):
            if "nomin" not in winners.group():
                for pair in _WORK_PAIR.finditer(winners["run"]):
                    yield sentence.saying(f"{pair['who']} won the {winners['award']} for {pair['film']}.")
    if (both := _ONE_AND_OTHER.search(string)) is not None:
        for name in ("one", "other"):
            yield sentence.saying(f"the {both['award']} went to {both[name].rstrip('.')}.")
    if len(re.findall(_AWARD, string)) > 1:
        yield from _given_one_by_one(string, sentence)
    for roster in filter(None, (_ROSTER.search(string), _AT_WORK.search(string))):
        who = roster.lastgroup or "who"
        if modality_of(string[: roster.start(who)])[0] is Modality.ASSERTED:
            yield from _crew(sentence, sentence.nodes[roster[who]])


def _crew(sentence: AbstractSentence, people: Node) -> Iterator[AbstractSentence]:
    """What each of these did, by the trade that stands before the name, and for which film, where the sentence names one and no other."""
    film = _only_film(sentence.string)
    for person in people.parts():
        trade = person.attributes.get("trade")
        if trade is not None and trade.attributes.get("relation"):
            yield sentence.saying(f"{sentence.add(person)} was the {sentence.add(trade)}{f' of {film}' if film else ''}.")


def _only_film(string: str) -> str:
    """The one film that a sentence names, beside those of which it only tells who somebody is; an empty string where it names none or several."""
    films = set(re.findall(_FILM, _WHOSE.sub(" ", string)))
    return films.pop() if len(films) == 1 else ""


def _parenthesised(string: str, sentence: AbstractSentence) -> Iterator[AbstractSentence]:
    for run in _RUN.finditer(string):
        pairs = [
            (sentence.nodes[pair["who"]].parts(), _crafts(pair["what"], sentence))
            for pair in _PAIR.finditer(run.group())
        ]
        if not any(crafts for _, crafts in pairs):
            continue
        before = string[: run.start()]
        clause = before[max(before.rfind("; "), before.rfind(". ")) + 1 :]
        if modality_of(clause)[0] is not Modality.ASSERTED:
            continue
        nominated = bool(_NOMINATIONS.search(clause))
        if nominated or _PRIZES.search(clause):
            films = re.findall(_FILM, before)
            work = f" for {films[-1]}" if films else ""
            for people, crafts in pairs:
                for person, craft in _dealt(people, crafts):
                    award = craft.node if craft.node.letter == "A" else _award(craft)
                    if award is not None:
                        verb = "was nominated for" if nominated else "won"
                        yield sentence.saying(f"{sentence.add(person)} {verb} the {sentence.add(award)}{work}.")
        elif len({c.relation for _, crafts in pairs for c in crafts}) > 1 and _CREW.search(clause):
            for people, crafts in pairs:
                for person, craft in _dealt(people, crafts):
                    if craft.relation and craft.node.letter != "A":
                        film = _only_film(string)
                        of_it = f" of {film} is" if film and craft.node.letter == "K" else ""
                        yield sentence.saying(f"{sentence.add(craft.node)}{of_it} by {sentence.add(person)}.")


def _given_one_by_one(string: str, sentence: AbstractSentence) -> Iterator[AbstractSentence]:
    first = _GIVEN.search(string)
    if first is None:
        return
    end = re.search(r"[;.]", string[first.end() :])
    last = first.end() + end.start() if end else len(string)
    following = list(_NEXT_GIVEN.finditer(string, first.end(), last))
    if not following:
        return
    for item, cut in zip([first, *following], [*(f.start() for f in following), last], strict=True):
        yield sentence.saying(f"the {item['award']}{first['verb']} {item['to']} {string[item.end() : cut]}.")


def _crafts(words: str, sentence: AbstractSentence) -> list[_Craft]:
    """The crafts and prizes that a parenthesis names; nothing where it says anything else."""
    found: list[_Craft] = []
    for part in _AND.split(words.strip()):
        head = _BEFORE_CRAFT.match(part)
        rest = part[head.end() :] if head else part
        if rest not in sentence.nodes or letter_of(rest) not in "RKVA":
            return []
        supporting = bool(head and head["kind"] == "supporting")
        for node in sentence.nodes[rest].parts():
            found.append(_Craft(node, supporting or (bool(found) and found[-1].supporting)))
    if found and "supporting" in found[0].node.text.lower():
        found = [_Craft(c.node, True) for c in found]
    return found


def _dealt(people: list[Node], crafts: list[_Craft]) -> list[tuple[Node, _Craft]]:
    """Who did what: one by one where there are as many people as crafts, else all of it by the one person, or the one craft by all."""
    if len(people) == len(crafts):
        return list(zip(people, crafts, strict=True))
    if len(people) == 1 or len(crafts) == 1:
        return [(person, craft) for person in people for craft in crafts]
    return []


def _award(craft: _Craft) -> Node | None:
    name = craft.prize()
    return Node("A", craft.node.start, craft.node.end, name, attributes={"generic": "best"}) if name else None
