"""Mentions of awards by their grammar ("Best Actress", "grand jury prize"): those that a text names by what they honour, by who gives them, or by a label.

Which award such a mention means is settled in :mod:`cinegraph.extract.award_linking`.
"""

from __future__ import annotations

import re

from cinegraph.extract.awards import honours
from cinegraph.extract.awards_by_name import awards_by_name
from cinegraph.extract.craft_lists import crafts_in_lists
from cinegraph.extract.nodes import Node

_CRAFT = (
    r"(?:(?:first|debut|new|young|female|male|lead(?:ing)?|supporting|original|adapted|international|foreign|foreign[- ]language|animated|feature|short|live[- ]action|narrative|world|national|european|asian|russian|"
    r"breakthrough|emerging|television|tv|costume|production|sound|visual|art|student|documentary|non[- ]english|youth|queer) ){0,3}"
    r"(?:director of photography|director|direction|directing|actor|actress|performance|acting|film|picture|feature|feature film|motion picture|screenplay|script|writing|cinematography|cinematographer|camera(?:work)?|photography|editing|editor|score|music|composer|"
    r"(?<=male )role(?! of (?:her|his|their|all|the (?:year|decade|season)))(?: of (?:the )?second plan)?|documentary|short|short film|debut|debut film|first film|first feature|newcomer|ensemble|ensemble cast|cast|design|effects|sound|song|costumes?|makeup|animation|animated film|series|miniseries|language film)"
)
# "Special Mention for Technical Excellence"
_FOR = r"(?: for (?:the )?(?:(?:best|outstanding) )?(?:performance|acting|direct(?:ing|ion)|screenplay|script|cinematography|camera ?work|editing|(?:technical|artistic) (?:excellence|achievement|merit)))?"
_GENERIC = re.compile(
    rf"\b(?:(?P<best>(?:Best|best|Outstanding)(?i: {_CRAFT})(?: in a (?:leading|supporting) role| in a motion picture| or (?:actor|actress|musical|[Mm]ovie)| (?:in|for) an? (?i:(?:drama|comedy|limited|television|tv|variety|anthology|miniseries)(?: (?:series|movie|film|programme|program|special))?))*)(?: (?:award|prize|Award|Prize|trophy|Oscar))?(?![\w-])"
    r"|(?P<craft>[Bb]est (?:[A-Z][\w-]+ ){1,4}(?:[Ff]ilm|[Ff]eature|[Dd]irector|[Aa]ctor|[Aa]ctress|[Pp]erformance|[Dd]ocumentary|[Ss]hort|[Ss]eries|[Pp]icture|[Dd]ebut))(?: (?:award|prize|Award|Prize))?(?![\w-])"
    r"|(?P<of>(?:Prize|Prix|Award|Special Mention) (?:of|for|de|du|des) (?:the |la |le |l')?(?:[A-Z][\w'-]+)(?: (?:[A-Z][\w'-]+|of|and|the|de|la)){0,3}(?<! of)(?<! and)(?<! the)(?<! de)(?<! la))(?![\w-])"
    r"|(?P<for>(?:[Aa]ward|[Pp]rize)s? for (?:the )?(?:[Bb]est )?(?:direction|directing|screenplay|script|cinematography|camera ?work|acting|editing|best \w+(?: (?!(?:was|were|is|are|went|goes|has|had|to|in|at|and|by|for|with|from)\b)\w+)?))(?![\w-])"
    r"|(?P<sympathies>[Pp]rizes? of (?:the )?(?:spectators?'?|audience|viewers?'?) (?:sympath(?:y|ies)|choice))(?![\w-])"
    r"|(?P<mentioned>(?:[Hh]onorary|[Ss]pecial|[Jj]ury) (?:[Mm]ention |[Jj]ury )?(?:[Dd]istinction|[Cc]ertificate|[Dd]iploma|[Mm]edal)s?)(?![\w-])"
    r"|(?P<jury>(?:(?:[Gg]rand|[Ss]pecial|[Aa]udience|[Cc]ritics'?|[Jj]ury|[Ss]tudent|[Yy]outh|[Ee]cumenical|[Dd]irecting|[Ss]creenwriting|[Cc]ostume|[Mm]ake-?up|[Ee]diting|[Ss]creenplay|[Cc]inematography|[Pp]eople's [Cc]hoice|[Hh]onorary|[Ll]ifetime [Aa]chievement|[Tt]op|[Mm]ain|[Dd]ebut|[Nn]ational|[Ff]irst|[Aa]cting|[Pp]rincipal|[Hh]ighest|[Mm]ajor) ){1,3}"
    r"(?:[Pp]rize|[Pp]rix|[Aa]ward|[Mm]ention|[Tt]rophy|[Hh]onou?r)s?(?<![Jj]ury awards(?= (?:an?|the|its|our|their|his|this|one|two|three|both)\b))(?i:"
    + _FOR
    + r"))(?![\w-])"
    r"|(?P<role>(?:[Ss]upporting|[Ll]ead(?:ing)?) (?:actor|actress|performance))(?: (?:honou?rs?|kudos|trophy|prize|award))?(?= (?:to|went|goes|was|honou?rs?|kudos)\b)"
    r"|(?P<mention>(?:(?:[Ss]pecial|[Jj]ury|[Hh]igh|[Hh]onou?rable) )?(?:[Cc]ommendation|Mention)s?(?! of)(?i:"
    + _FOR
    + r"))(?![\w-])"
    r"|(?P<honorary>[Hh]onorary (?:[A-Z][\w'-]+ ){0,2}(?:Leopard|Bear|Lion|Palm|Shell|Globe|Oscar|C[ée]sar|Goya|Award|Prize|Dragon|Tiger|Heart)s?)(?![\w-])"
    r"|(?P<named>(?!(?:The|Her|His|Its|Their|Our|This|That|Other|Another|Both|In|At|On|With|By|From|To|Of|For|After|Before|When|While|As|And|But|Winner|Winning|Won|A|An|One|Two|Three|First|Second|Last|Yet|Also|\w+-(?:time|winning|nominated))\b)[A-Z][\w'./-]*(?: (?:[A-Z][\w'./-]*|of(?: the)?(?= [A-Z])|(?<=ing )the(?= [A-Z]))){0,5} (?:Award|Prize|Prix|Trophy|Palm|Bear|Lion|Leopard|Globe|Shell|Peacock|Tiger|Dove|Dragon|Wolf|Hugo|Grand Prix|(?:Medal|Certificate|Distinction)(?! films?\b)))(?![\w-])"
    r"|(?P<small>Best (?:[A-Z][\w'/-]* ){1,4}(?:award|prize|trophy|mention))(?![\w-]))"
)
# "Several major awards", "national honours" are no one prize.
_PRIZES_IN_GENERAL = re.compile(
    r"(?:(?:major|national|top|main|highest|first|principal|acting|special) ){1,3}(?:awards|prizes|hono[u]?rs|trophies)"
)
# One of these stands in whatever the expression above matches.
_GENERIC_WORD = re.compile(
    "[BbOPpAaMmTtHhLlGSsDWCcd](?:ommendation|istinction|ertificate|iploma|edal|est|utstanding|ri[zx]|ward|ention|roph|ono|alm|ear|io|eop|lobe|hell|eacock|iger|ove|ragon|olf|ugo|upporting|ead)"
)
# A prize that is called after what it is cast from, where the words beside it say that somebody got it.
_OF_METAL = re.compile(
    r"(?P<got>\b(?:won|wins|winning|received|receives|takes|took(?: home)?|awarded|given|presented with|honou?red with|scooped|bagged|nabbed) (?:the |a |its )?(?:top |main |coveted |prestigious )?)?"
    r"(?P<whole>(?P<quote>\")?(?P<name>(?:Golden|Silver|Bronze|Crystal) [A-Z][\w'-]+(?: of [A-Z][\w'-]+)?)(?(quote)\"|(?![\w-])(?! [A-Z])))"
    r"(?P<went>,? (?:went|goes|was awarded|was given|was presented|is awarded|was won|awarded|for (?:the )?[Bb]est|for (?:life|his |her |[Aa]rtistic|[Oo]utstanding)|at the |jury|winner)\b)?"
)
# 'The prize "Crystal Oar" for the best debut', "the prize NETPAC": the word stands before the name.
_NAMED_BEHIND = re.compile(
    r"(?<![\w'-])(?:(?:main|special|grand|national|state|audience|film|top|professional|prestigious|highest) )*(?:[Pp]rizes?|[Aa]wards?|[Pp]remium|[Tt]rophy|[Mm]edal|[Oo]rder|[Dd]iploma) (?P<quote>\")?"
    r"(?P<name>(?(quote)[^\W\d_a-z][^\"\n]{1,50}|(?:NETPAC|FIPRESCI|FEDEORA|[A-Z]{4,8})\b))(?(quote)\"(?! (?:won|received|is|was|has|had|took|by)\b))"
)
# The label of a winners' list: words in capitals, one of which says that it is an award.
_LABEL = re.compile(
    r"[\W_]*(?P<label>(?:[A-ZÀ-Þ][\w'’-]*|of|for|the|de|la|du|in|and|&)(?: (?:[A-ZÀ-Þ][\w'’-]*|of|for|the|de|la|du|des|in|and|&|a)){1,8}):[*_]* "
)
_AWARD_WORD = re.compile(
    r"\b(?:prize|award|prix|mention|best|trophy|honou?r|premio|preis|jury|palm|bear|lion|leopard|golden|silver)\b",
    re.IGNORECASE,
)
_RESULTS = {"Won", "Winner", "Nominated", "Nominee", "Result"}
_METAL = re.compile(r"^(?:Golden|Silver|Bronze|Crystal) ")
_SECTION = re.compile(
    r"\b(?:(?:[Mm]ain|[Ii]nternational|[Oo]fficial|[Nn]ational|[Ff]irst [Ff]eatures?|[Ss]hort [Ff]ilms?|[Dd]ocumentary|[Ff]eature [Ff]ilms?|[Nn]arrative) [Cc]ompetition|[Oo]fficial [Ss]election"
    r"|(?<=\bin )competition(?! (?:with|between|for|among|from|against|or|to)\b)|out[- ]of[- ]competition)(?![\w-])"
)
# A prize, and behind it a list of crafts.
_CRAFTS = re.compile(
    r"(?:prizes|awards|honou?rs|trophies|statuettes|gongs|[Bb]est [\w -]{3,24})\b[^.;]{0,90}?(?:,|\band|\bwith|\bas|\bplus|\bto|\bfor) (?:[\w-]+ ){0,2}(?i:direct|actor|actress|screenplay|script|cinemat|edit|score|music|song|sound|design|effects|costume|make|hair|ensemble)"
)
_SECTION_WORD = re.compile("ompetition|election")
_PRIZE = re.compile(
    r"(?:'s)? (?:(?:[Gg]rand|[Ss]pecial|[Jj]ury|[Aa]udience|[Ff]ilm|[Mm]ain|[Tt]op|[Cc]ritics'?) ){0,2}(?:[Pp]rize|[Aa]ward|[Pp]rix|[Tt]rophy)(?![\w-])"
)
_CRAFT_AFTER = re.compile(_FOR.removesuffix("?") + r"(?![\w-])", re.IGNORECASE)
_COMMON_PRIZE = re.compile(r"\b(?:Special|Jury|Grand|Best|Audience|Critics'?|Main|Top|Honorary|First|Second|Third)\b")


def generic_awards(text: str, start: int, end: int) -> list[Node]:
    """Awards in ``text[start:end]`` that are named by what they honour, not by a proper name of the lexicon.

    >>> [n.text for n in generic_awards("She won best actress and the Grand Jury Prize.", 0, 46)]
    ['best actress', 'Grand Jury Prize']
    """
    nodes = _awards_of_metal(text, start, end) + _named_behind(text, start, end) + awards_by_name(text, start, end)
    if not _GENERIC_WORD.search(text, start, end):
        return nodes
    for match in _GENERIC.finditer(text, start, end):
        kind = match.lastgroup or ""
        first, last = match.span()
        name = text[slice(*match.span(kind))]
        name = " ".join(name.split())
        if kind == "jury" and _PRIZES_IN_GENERAL.fullmatch(name):
            continue
        one = name.removesuffix("s") if kind == "honorary" or name.endswith("entions") else name
        nodes.append(Node("A", first, last, one, attributes={"generic": kind, "written": name}))
    return nodes


def _awards_of_metal(text: str, start: int, end: int) -> list[Node]:
    """The awards that a sentence calls Golden, Silver, Bronze or Crystal ("The Golden Cedar was awarded to …")."""
    if not any(text.find(metal, start, end) >= 0 for metal in ("Golden ", "Silver ", "Bronze ", "Crystal ")):
        return []
    return [
        Node("A", *match.span("whole"), match["name"], attributes={"generic": "metal", "written": match["name"]})
        for match in _OF_METAL.finditer(text, start, end)
        if match["went"] or match["got"]
    ]


def _named_behind(text: str, start: int, end: int) -> list[Node]:
    """The awards whose name stands behind the word."""
    if not any(text.find(word, start, end) >= 0 for word in ("rize ", "ward ", "remium ", "rophy ", "edal ", "rder ", "iploma ", "rizes ", "wards ")):
        return []
    found = []
    for match in _NAMED_BEHIND.finditer(text, start, end):
        name = match["name"].rstrip(" ,.")
        called = name if match["quote"] else f"{name} Prize"
        found.append(Node("A", *match.span(), called, attributes={"generic": "behind", "written": name}))
    return found


def with_awards(named: list[Node], text: str, start: int, end: int) -> list[Node]:
    """The named nodes of ``text[start:end]`` with awards and sections that are named by what they honour, or by who gives them.

    An unknown name or a wrongly guessed person within such an award ("Special Mention") gives way to it.
    """
    nodes = [_conferred(node, text, end) for node in named if node.letter != "X" or node.text not in _RESULTS]
    for given in [n for n in nodes if n.attributes.get("generic") == "conferred"]:
        award = _with_category(given, nodes, text)
        if award is not given:
            nodes = _instead(nodes, award)
    for award in generic_awards(text, start, end):
        award = _with_category(award, nodes, text)
        if all(_gives_way(n, award, text) for n in nodes if n.overlaps(award.start, award.end)):
            nodes = _instead(nodes, award)
    for award in [n for n in nodes if n.letter == "A" and not n.ids and _COMMON_PRIZE.search(n.text)]:
        whole = _with_craft(award, text, end)
        if whole is not None:
            nodes = _instead(nodes, whole)
    if _CRAFTS.search(text, start, end):
        for craft in list(crafts_in_lists(nodes, text, start, end)):
            nodes = _instead(nodes, craft)
    label = _label(nodes, text, start, end)
    if label is not None:
        nodes = _instead(nodes, label)
    nodes += _sections(nodes, text, start, end)
    return sorted(nodes, key=lambda n: n.start)


def _instead(nodes: list[Node], found: Node) -> list[Node]:
    """The nodes with a found one in the place of those that it overlaps."""
    return [*(n for n in nodes if not n.overlaps(found.start, found.end)), found]


def _conferred(node: Node, text: str, end: int) -> Node:
    """ "The Amnesty International prize": an organisation's name before the word is an award's."""
    match = _PRIZE.match(text, node.end, end) if node.letter in "OU" and node.ids else None
    if match is None:
        return node
    giver = Node(node.letter, node.start, node.end, node.text, node.ids)
    name = " ".join(text[node.start : match.end()].split())
    attributes = {"generic": "conferred", **({"organization": giver} if node.letter == "O" else {})}
    return Node("A", node.start, match.end(), name, attributes=attributes)


def _with_category(award: Node, nodes: list[Node], text: str) -> Node:
    """The award as far as the category goes whose name begins with its last word ("the audience award for best film")."""
    for node in nodes:
        if node.letter == "A" and award.start < node.start < award.end < node.end:
            name = " ".join(text[award.start : node.end].split())
            kept = {"generic": "whole", "written": name, **award.only({"organization"})}
            return Node("A", award.start, node.end, name, attributes=kept)
    return award


def _with_craft(award: Node, text: str, end: int) -> Node | None:
    """A common prize with the craft that is named behind it ("Special Jury Prize for acting"); None where none is, or it honours one already."""
    craft = _CRAFT_AFTER.match(text, award.end, end)
    if craft is None or honours(award.text):
        return None
    name = " ".join(text[award.start : craft.end()].split())
    return Node("A", award.start, craft.end(), name, attributes={"generic": "jury", "written": name})


def _label(nodes: list[Node], text: str, start: int, end: int) -> Node | None:
    """The award that a line of a winners' list names before its colon, where nothing that is known stands there."""
    label = _LABEL.match(text, start, end) if text.find(":", start, end) >= 0 else None
    if label is None or not _AWARD_WORD.search(label["label"]):
        return None
    if any(n.overlaps(*label.span("label")) and n.letter != "X" for n in nodes):
        return None
    return Node("A", *label.span("label"), label["label"], attributes={"generic": "label"})


def _sections(nodes: list[Node], text: str, start: int, end: int) -> list[Node]:
    """The sections that are named by what they are ("main competition"), where no other name stands."""
    if not _SECTION_WORD.search(text, start, end):
        return []
    return [
        Node("S", *match.span(), match.group())
        for match in _SECTION.finditer(text, start, end)
        if not any(n.overlaps(*match.span()) for n in nodes)
    ]


def _named_after(node: Node, award: Node, text: str) -> bool:
    """Whether a prize is called after what the node names ("the Ada Doe Award"), or is longer than a known prize at its end."""
    if award.attributes["generic"] != "named" or not (award.start <= node.start and node.end <= award.end):
        return False
    before, after = text[award.start : node.start], text[node.end : award.end]
    if node.letter == "A":
        return before.count(" ") > 1 and "'" not in before and not _COMMON_PRIZE.search(award.text)
    if _COMMON_PRIZE.search(before + after) or after.startswith("'"):
        return False
    called = node.letter == "P" and not before and award.text.endswith(("Award", "Prize", "Medal"))
    return called or (node.letter in "PFO" and not node.ids)


def _gives_way(node: Node, award: Node, text: str) -> bool:
    if (
        node.letter == "X"
        or (award.attributes["generic"] == "whole" and node.letter == "A")
        or _named_after(node, award, text)
    ):
        return True
    if award.attributes["generic"] == "behind":
        return node.letter in "TFPOC" or (node.letter == "A" and award.start <= node.start)
    if award.attributes["generic"] == "metal":
        return node.letter in "PF" and node.text.removeprefix("The ") == award.text
    if node.letter == "A" and award.attributes["generic"] != "small":
        # "Award for Best Editing", which several festivals give, is here a part of "Platino Award for Best Editing".
        return award.attributes["generic"] == "named" and "choices" in node.attributes and award.start < node.start
    inside = award.start <= node.start and node.end <= award.end
    if award.attributes["generic"] == "small":
        # "The Cannes prize" is called by no name of its own.
        if node.letter == "A":
            # "Prize for Best First Feature", which several festivals give, is here a part of "Marchetti prize for best first feature".
            return "choices" in node.attributes and award.start < node.start
        return inside and node.letter in "FTPOULC" and not (node.letter in "LC" and " " not in text[node.end : award.end].strip())
    if node.letter in "POU":
        return inside and (award.attributes["generic"] != "named" or bool(_METAL.match(award.text)))
    return (
        node.letter == "F"
        and (
            node.start == award.start or (text[node.start : award.start] in ("The ", "the ") and node.end <= award.end)
        )
        and award.attributes["generic"] in ("best", "jury", "craft")
        and text[node.start].isalpha()
    )
