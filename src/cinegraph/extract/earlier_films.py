"""What somebody did in the films that stand in parentheses after a name: "Jane Roe (Night Bus) will star in Grey Dog"."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import Node, char_class
from cinegraph.extract.reducing import Reducer
from cinegraph.lexicon import fold

_P = char_class("PX")
_PERSON = rf"{_P}(?: ?\([^()]*\))?"
_AWARDED = rf"{char_class('A')}(?:(?:,| and) {char_class('A')}){{0,3}} ?-?(?:winners?|nominees?|winning|nominated) "
_BETWEEN = rf"(?:(?:,(?: and| with)?|;| and| &| as well as| plus| with) (?:(?:the|newcomers?|veterans?|rising|singer|rapper|comedian) |{_AWARDED})?)"
_BEFORE = re.compile(rf"(?:{_PERSON}{_BETWEEN})+$")
_AUXILIARIES = r"(?: (?:will|also|both|all|is|are|was|were|has|have|had|been|be|now|just|newly|each|then|currently|reportedly|set|due|signed|on|up|board|tapped|attached|confirmed|slated|poised|in|talks|to|who|as))*"
_PLAY = (
    r"(?:stars?|co-stars?|starred|starring|co-starring|plays?|played|playing|portrays?|portrayed|toplines?|headlines?|appears?|appeared|appearing"
    r"|features? in|cameos?|joins?|joined|joining|leads?|heads?|fronts?|rounds? out|rounding out|completes? the cast|takes? the lead|cast)"
)
_PLAYING = re.compile(
    rf"(?:{_BETWEEN}{_PERSON})*,?{_AUXILIARIES} {_PLAY}\b(?! (?:(?:the|a|an|its) )?(?:[a-z-]+ )?(?:jury|company|studio|festival|board|team|agency|producers?|directors?|writers?|role of (?:producer|director)))"
)
_PLAYED = re.compile(
    r"\b(?:(?:co-)?starring|(?:co-)?stars?|featur(?:ing|es?)|opposite|alongside|(?:cast|ensemble)(?: (?:also|will|list))? (?:includ(?:es?|ing|ed)|of|is|are|boasts|features)"
    r"|(?:played|portrayed|performed|headlined|toplined|voiced|joined|led|headed|topped|fronted|rounded out) by|act(?:or|ress|resses|ors)"
    r"|(?:roles?|parts?|cameos?|leads?)\b[^.;,()]{0,30} (?:for|from|by|perform|performs|plays?|to))"
    rf"(?: (?:{char_class('AN')}|[a-z-]+)){{0,3}} $"
)
_PRODUCING = re.compile(
    rf"(?: (?:of|at|from|for) {char_class('OX')})?(?:{_BETWEEN}{_PERSON}(?: (?:of|at|from|for) {char_class('OX')})?)*,? (?:serving|serve|serves|acting|act|acts|on board|attached|will serve|producing|are producing)(?: as (?:its |the )?(?:executive |co-)?producers?|\b)"
)
_MADE_BY = re.compile(rf"(?P<v>{char_class('V')}) (?:and {char_class('V')} )?by (?:the )?(?:(?:[a-z-]+|{char_class('NOXR')}) ){{0,4}}$")
_NEXT = re.compile(rf"{_BETWEEN}{_P}")
_DONE = frozenset({"director", "cast_member"})
_NO_TITLE = re.compile(r"[A-Z.&]{1,5}|.*\d{4}.*")


def done_in(reducer: Reducer, match: re.Match[str], person: Node) -> str | None:
    """The relation of somebody to the films in parentheses after the name, as the trade before it and the words around it tell.

    :param match: of the name with its parentheses in the abstract sentence
    :returns: a relation; ``None`` where nothing tells
    """
    before = match.string[: match.start()]
    listed = _BEFORE.search(before)
    lead = before[: listed.start()] if listed else before
    trade = person.attributes.get("trade")
    if trade is None and listed is not None:
        first = reducer.sentence.nodes[listed.group()[0]].attributes.get("trade")
        trade = first if first is not None and first.text.endswith("s") else None
    if trade is not None and (relation := trade.attributes.get("relation")):
        return str(relation)
    if (made := _MADE_BY.search(lead)) is not None and (of := reducer.sentence.nodes[made["v"]].attributes.get("relation")):
        return str(of)
    if _PRODUCING.match(match.string, match.end()):
        return "producer"
    if _PLAYED.search(lead) or _PLAYING.match(match.string, match.end()):
        return "cast_member"
    if listed or _NEXT.match(match.string, match.end()):
        return None  # "Ada Doe (Night Bus) and Ben Roe (Grey Dog)": whoever of them is known, they are listed for one reason.
    if not person.ids:
        return None
    trades = [reducer.lexicon.occupations.get(label) for label in reducer.registry.draft(person.ids[0]).occupations]
    known = {trade.relation for trade in trades if trade is not None and trade.relation in _DONE}
    return next(iter(known)) if len(known) == 1 else None


def may_be_title(node: Node, relation: str, many: bool, reducer: Reducer) -> bool:
    """Whether an unknown name in parentheses after a person's can be a film's: one word is that of a part more often, or of a town.

    :param many: whether other titles stand beside it
    """
    if node.letter in "FT":
        return True
    if _NO_TITLE.fullmatch(node.text):
        return False
    words = node.text.split()
    if fold(words[0].removesuffix("'s")) in reducer.lexicon.first_names:
        return False
    return many or len(words) > 1 or relation == "cast_member"
