"""Names of the gazetteer in an article: which of the places where one stands name it, and what they name."""

from __future__ import annotations

import re

from cinegraph.extract.cues import Cues
from cinegraph.extract.fronted import is_in_front
from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.extract.text import UPPER, fold
from cinegraph.extract.verbs import FILM_KIND
from cinegraph.lexicon import Lexicon, Match
from cinegraph.model import Document, EntityType

LETTER_OF_TYPE = {
    EntityType.FESTIVAL: "E", EntityType.SECTION: "S", EntityType.AWARD: "A", EntityType.ORGANIZATION: "O", EntityType.PUBLICATION: "U",
}  # fmt: skip
_FESTIVAL_LEFT = re.compile(
    r"(?:\bat|in competition at|premiered? (?:at|in)|competition (?:at|of|in)|screen\w* (?:at|in)|debut\w* (?:at|in)|wow\w*|won (?:at|in)|from|award\w* (?:at|in)|prizes? (?:at|in|of)|jury (?:of|at|in)"
    r"|winner at|selected (?:for|at|by|in)|success (?:at|in)|then in|shown (?:at|in)|festivals?(?: \w+){0,3} (?:in|of)|including|shown (?:at|in)|invited to|\d{4}|edition of|director of|programming (?:at|for)|programmer (?:of|at|for)|triumph\w* (?:at|in)|\bfestivals?|laureate of(?: the)?|win (?:at|in)) $"
    r"|[\"”’»*_] ?(?:\(\d{4}\) ?)?(?:(?:then|later|also|which|first|soon|next|had) )*(?:went|travell?ed|came|returned|headed|goes|travels|comes) (?:on )?to (?:the )?$"
    r"|\b(?:jur(?:y|ies|ors?)|compet(?:es?|ed|ing)|programmed|travell?ed|toured|bow(?:s|ed)?|premier\w+|line-?ups?|festival (?:run|circuit)|north american launch)\b(?: [\w-]+| \S\w+ \S\w+|,){0,6},? (?:in|at|to|of|and) (?:the )?$"
)
_FESTIVAL_RIGHT = re.compile(
    r"^(?:'s|')? ?(?:-(?:world-)?(?:premiering|premiered|selected)\b|(?:dispatch|diary|notebook|report|wrap-?up|round-?up|blog)\b|\d{4}|\d\d(?:st|nd|rd|th)|film festival|festival|debut|premiere|competition|jury|winner|prize|award|palme|title|entry|launch|section|spot|selection|lineup|line-up|grand|official|(?:artistic |program(?:me|ming)? )?(?:programmer|director)\b|un certain|press|critics|in (?:19|20)\d\d|top prize"
    r"|(?:has |had |then |also )*(?:selected|picked|chose|invited|programmed|rejected|turned down|opened with|closed with|placed|screened|unveiled (?:its|the)|named (?:its|the)|announced (?:its|the)|awarded|jury|hosted (?:its|the|a) (?:world )?premiere"
    r"|(?:show(?:ed|s|n)|premiered|took|presented|welcomed|honou?red) (?:it\b|(?:the|his|her|their) (?:new |first |second |latest )?(?:film|short|feature|documentary)\b|[\"*_“«])))"
)
# "Best Director of Photography" is no director's prize.
_OF_PHOTOGRAPHY = re.compile(r" of [Pp]hotography\b")
# "The European Film Awards in Berlin": an evening of prizes, not the festival of the city where it is held.
_EVENING_LEFT = re.compile(r"(?:[A-Z][\w'-]+ (?:[Aa]wards|[Oo]scars)|Oscars|C[ée]sars|Goyas|BAFTAs)(?: ceremony| gala)?(?:,? (?:held|presented|handed out|given out|staged))? in (?:downtown )?$")
# "Awarded the Golden Apricot to": a prize, where a festival has its name.
_GIVEN_LEFT = re.compile(
    r"\b(?:award(?:ed|s|ing)?|won|wins?|winning|receiv(?:ed|es|ing)|took(?: home)?|takes?(?: home)?|bestow(?:ed|s)|g[ai]ves?|given|present(?:s|ed)|hand(?:s|ed)(?: out)?|carried off|earn(?:s|ed)|claim(?:s|ed)) (?:the |its |their |a |his |her )?(?:main |top )?[\"“«]?$",
    re.IGNORECASE,
)
# "Ada Doe from Venice" lives there.
_HOME_LEFT = re.compile(r"(?P<first>[A-Z][\w'-]+) [A-Z][\w'-]+ (?:of|from) $")
# "Venice, California"
_WHOLE = re.compile(r", (?=(?P<two>[A-Z]\w+ [A-Z]\w+)?)(?P<one>[A-Z]\w+)")
_PLACE_LEFT = re.compile(
    r"(?:born|lives?|living|based|residence|moved|raised|studi\w+|city of|town of|capital|streets? of|shot|filmed|grew up|resides?|died|school|university|set) (?:\w+ )?(?:in|to|of|near|at)? ?(?:the )?$"
)


def gazetteer_matches(document: Document, text: str, lexicon: Lexicon, cues: Cues) -> list[Match]:
    """Where a name of the gazetteer stands in an article as a name of its own."""
    return [
        match
        for match in _in_body(lexicon.gazetteer.find(document.text), document)
        if not (
            _inside_longer_name(match, text, lexicon, cues)
            or _is_of_a_nation(text[match.start : match.end], lexicon)
            or _is_plain_word(match, text, cues)
            or (_OF_PHOTOGRAPHY.match(text, match.end) and text[match.start : match.end].lower().endswith("director"))
        )
    ]


def _in_body(matches: list[Match], document: Document) -> list[Match]:
    spans = [(s.start, s.end) for s in document.sentences]
    kept, index = [], 0
    for match in matches:
        while index < len(spans) and spans[index][1] <= match.start:
            index += 1
        if index < len(spans) and spans[index][0] <= match.start and match.end <= spans[index][1]:
            kept.append(match)
    return kept


_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:\n]\W{0,3})$")


def _is_of_a_nation(name: str, lexicon: Lexicon) -> bool:
    """ "A Georgian film director": a nationality before words in small letters, which with capitals are a studio's name."""
    first, _, rest = name.partition(" ")
    return rest in ("film", "films", "cinema") and first in lexicon.demonyms


def _is_plain_word(match: Match, text: str, cues: Cues) -> bool:
    """ "People say so", "Time passes": a capital that only the beginning of the sentence gives."""
    begins = match.contextual and text[match.start : match.end].casefold() in cues.common
    return (
        begins
        and text[match.end : match.end + 2].strip().islower()
        and _BEGINS_SENTENCE.search(text[max(0, match.start - 4) : match.start]) is not None
    )


def _inside_longer_name(match: Match, text: str, lexicon: Lexicon, cues: Cues) -> bool:
    """A one-word publication or company beside another capital is part of some other name ("Time Machine", "Vice Admiral")."""
    types = {lexicon.entries[i].type for i in match.ids}
    if is_in_front(text, match.start, match.end, lexicon):
        return False
    tail = re.match(rf" ([{UPPER}]\w+)", text[match.end : match.end + 24])
    if types <= {EntityType.ORGANIZATION} and tail is not None and tail.group(1).lower() in cues.organization_words:
        return True
    if " " in text[match.start : match.end] or not types <= {EntityType.PUBLICATION, EntityType.ORGANIZATION}:
        return False
    after, before = text[match.end : match.end + 2], text[max(0, match.start - 24) : match.start]
    following = len(after) == 2 and after[0] == " " and after[1].isupper()
    word = re.search(rf"([{UPPER}][\w'-]*) $", before)
    # "The Moscow VGIK" is the school in Moscow.
    if word is not None and (word.group(1).endswith("'s") or _is_of_a_town(word.group(1), match, text, lexicon)):
        word = None
    return following or (
        word is not None
        and word.group(1) not in ("The", "In", "At", "For")
        and match.start - len(word.group(0)) > 0
        and not re.search(r"[.!?:\n] ?$", before[: -len(word.group(0))])
    )


def _is_of_a_town(front: str, match: Match, text: str, lexicon: Lexicon) -> bool:
    """Whether the town stands before the acronym of a school that is there."""
    entries = [lexicon.entries[i] for i in match.ids]
    return text[match.start : match.end].isupper() and all(entry.kind == "school" and entry.place == front for entry in entries)


def seen(registry: Registry, node: Node) -> Node:
    """The node, whose words are noted as a name of what it means."""
    for id_ in node.ids:
        registry.see(id_, node.text)
    return node

# "a 2000 Hong Kong drama": made there in that year, not shown at its festival.
_ONE_OF_A_YEAR = re.compile(r"\b(?:an?|this) (?:[a-z-]+ ){0,2}(?:\d{4} )?$")
_KIND_RIGHT = re.compile(rf"(?: [a-z-]+){{0,3}} {FILM_KIND}(?![\w'-]| (?:festival|premiere|entry|winner|title|selection|competition)\b)")


def gazetteer_nodes(
    document: Document, text: str, matches: list[Match], registry: Registry, lexicon: Lexicon
) -> list[Node]:
    """The nodes of the gazetteer's names: festivals where the words around a town's name speak of one, else the town."""
    definite = {id_ for m in matches if not m.contextual for id_ in m.ids}
    made = []
    for match in matches:
        entries = [lexicon.entries[i] for i in match.ids]
        surface = " ".join(document.text[match.start : match.end].split())
        festivals = [e for e in entries if e.type is EntityType.FESTIVAL]
        prizes = [e for e in entries if e.type is EntityType.AWARD]
        if match.contextual and festivals and prizes and _GIVEN_LEFT.search(text, max(0, match.start - 40), match.start):
            festivals, entries = [], prizes  # "awarded the Golden Apricot to F": the prize, not the festival called after it
        if match.contextual and festivals:
            if not _is_festival_here(text, match, festivals[0].id in definite, lexicon):
                if lexicon.place(surface) is not None or festivals[0].place == surface:
                    made.append(
                        seen(
                            registry,
                            Node("L", match.start, match.end, surface, (registry.place(surface),), note="city"),
                        )
                    )
                continue
            entries = festivals
        letter = LETTER_OF_TYPE.get(entries[0].type)
        if letter is None:
            continue
        same = [e for e in entries if e.type is entries[0].type]
        node = Node(letter, match.start, match.end, surface)
        if len(same) == 1 and not (match.contextual and letter in "AS"):
            node.ids = (registry.entry(same[0]),)
            registry.see(node.ids[0], surface)
            parent = lexicon.entries.get(same[0].festival or "") if letter == "S" else None
            if parent is not None:
                node.attributes["festival"] = Node("E", match.start, match.end, parent.name, (registry.entry(parent),))
        else:
            node.attributes["choices"] = tuple(e.id for e in same)
        made.append(node)
    return made


def _is_festival_here(text: str, match: Match, known: bool, lexicon: Lexicon) -> bool:
    left = text[max(0, match.start - 40) : match.start].lower()
    right = text[match.end : match.end + 30].lower()
    if left.endswith('"') and right.startswith('"'):
        left, right = left[:-1], right[1:]  # translations set festivals in quotation marks
    whole = None if known else _WHOLE.match(text, match.end)
    if whole is not None and any(lexicon.place(name) is not None for name in (whole["two"] or "", whole["one"])):
        return False
    home = _HOME_LEFT.search(text, max(0, match.start - 40), match.start)
    if home is not None and fold(home["first"]) in lexicon.first_names:
        return False
    if _KIND_RIGHT.match(right) and _ONE_OF_A_YEAR.search(left):
        return False
    if _PLACE_LEFT.search(left) or _EVENING_LEFT.search(text, max(0, match.start - 60), match.start):
        return False
    return bool(
        _FESTIVAL_LEFT.search(left)
        or _FESTIVAL_RIGHT.match(right)
        or (known and not re.search(r"\b(?:in|to|of) $", left))
        or re.search(r"\bcannes\b", text[match.start : match.end].lower())
    )
