"""Awards by their grammar ("Best Actress", "grand jury prize"), and which award a name means once its festival or section is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cinegraph.extract.craft_lists import crafts_in_lists
from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.lexicon import Entry, Lexicon, fold
from cinegraph.model import EntityType

_CRAFT = (
    r"(?:(?:first|debut|new|young|female|male|lead(?:ing)?|supporting|original|adapted|international|foreign|foreign[- ]language|animated|feature|short|live[- ]action|narrative|world|national|european|asian|russian|"
    r"breakthrough|emerging|television|tv|costume|production|sound|visual|art|student|documentary|non[- ]english|youth|queer) ){0,3}"
    r"(?:director of photography|director|direction|directing|actor|actress|performance|acting|film|picture|feature|feature film|motion picture|screenplay|script|writing|cinematography|cinematographer|camera(?:work)?|photography|editing|editor|score|music|composer|"
    r"documentary|short|short film|debut|debut film|first film|first feature|newcomer|ensemble|ensemble cast|cast|design|effects|sound|song|costumes?|makeup|animation|animated film|series|miniseries|language film)"
)
# "Special Mention for Technical Excellence"
_FOR = r"(?: for (?:the )?(?:(?:best|outstanding) )?(?:performance|acting|direct(?:ing|ion)|screenplay|script|cinematography|camera ?work|editing|(?:technical|artistic) (?:excellence|achievement|merit)))?"
_GENERIC = re.compile(
    rf"\b(?:(?P<best>(?:Best|best|Outstanding)(?i: {_CRAFT})(?: in a (?:leading|supporting) role| in a motion picture| or (?:actor|actress|musical|[Mm]ovie)| (?:in|for) an? (?i:(?:drama|comedy|limited|television|tv|variety|anthology|miniseries)(?: (?:series|movie|film|programme|program|special))?))*)(?: (?:award|prize|Award|Prize|trophy|Oscar))?(?![\w-])"
    r"|(?P<craft>[Bb]est (?:[A-Z][\w-]+ ){1,4}(?:[Ff]ilm|[Ff]eature|[Dd]irector|[Aa]ctor|[Aa]ctress|[Pp]erformance|[Dd]ocumentary|[Ss]hort|[Ss]eries|[Pp]icture|[Dd]ebut))(?: (?:award|prize|Award|Prize))?(?![\w-])"
    r"|(?P<of>(?:Prize|Prix|Award|Special Mention) (?:of|for|de|du|des) (?:the |la |le |l')?(?:[A-Z][\w'-]+)(?: (?:[A-Z][\w'-]+|of|and|the|de|la)){0,3}(?<! of)(?<! and)(?<! the)(?<! de)(?<! la))(?![\w-])"
    r"|(?P<for>(?:[Aa]ward|[Pp]rize)s? for (?:the )?(?:[Bb]est )?(?:direction|directing|screenplay|script|cinematography|camera ?work|acting|editing|best \w+(?: (?!(?:was|were|is|are|went|goes|has|had|to|in|at|and|by|for|with|from)\b)\w+)?))(?![\w-])"
    r"|(?P<mentioned>(?:[Hh]onorary|[Ss]pecial|[Jj]ury) (?:[Mm]ention |[Jj]ury )?(?:[Dd]istinction|[Cc]ertificate|[Dd]iploma|[Mm]edal)s?)(?![\w-])"
    r"|(?P<jury>(?:(?:[Gg]rand|[Ss]pecial|[Aa]udience|[Cc]ritics'?|[Jj]ury|[Ss]tudent|[Yy]outh|[Ee]cumenical|[Dd]irecting|[Ss]creenwriting|[Cc]ostume|[Mm]ake-?up|[Ee]diting|[Ss]creenplay|[Cc]inematography|[Pp]eople's [Cc]hoice|[Hh]onorary|[Ll]ifetime [Aa]chievement|[Tt]op|[Mm]ain|[Dd]ebut|[Nn]ational|[Ff]irst|[Aa]cting|[Pp]rincipal|[Hh]ighest|[Mm]ajor) ){1,3}"
    r"(?:[Pp]rize|[Pp]rix|[Aa]ward|[Mm]ention|[Tt]rophy|[Hh]onou?r)s?(?<![Jj]ury awards(?= (?:an?|the|its|our|their|his|this|one|two|three|both)\b))(?i:" + _FOR + r"))(?![\w-])"
    r"|(?P<role>(?:[Ss]upporting|[Ll]ead(?:ing)?) (?:actor|actress|performance))(?: (?:honou?rs?|kudos|trophy|prize|award))?(?= (?:to|went|goes|was|honou?rs?|kudos)\b)"
    r"|(?P<mention>(?:(?:[Ss]pecial|[Jj]ury|[Hh]igh|[Hh]onou?rable) )?(?:[Cc]ommendation|Mention)s?(?! of)(?i:" + _FOR + r"))(?![\w-])"
    r"|(?P<honorary>[Hh]onorary (?:[A-Z][\w'-]+ ){0,2}(?:Leopard|Bear|Lion|Palm|Shell|Globe|Oscar|C[ée]sar|Goya|Award|Prize|Dragon|Tiger|Heart)s?)(?![\w-])"
    r"|(?P<named>(?!(?:The|Her|His|Its|Their|Our|This|That|Other|Another|Both|In|At|On|With|By|From|To|Of|For|After|Before|When|While|As|And|But|Winner|Winning|Won|A|An|One|Two|Three|First|Second|Last|Yet|Also|\w+-(?:time|winning|nominated))\b)[A-Z][\w'./-]*(?: (?:[A-Z][\w'./-]*|of(?: the)?(?= [A-Z])|(?<=ing )the(?= [A-Z]))){0,5} (?:Award|Prize|Prix|Trophy|Palm|Bear|Lion|Leopard|Globe|Shell|Peacock|Tiger|Dove|Dragon|Wolf|Hugo|Grand Prix|(?:Medal|Certificate|Distinction)(?! films?\b)))(?![\w-])"
    r"|(?P<small>Best (?:[A-Z][\w'/-]* ){1,4}(?:award|prize|trophy|mention))(?![\w-]))"
)
# "Several major awards", "national honours" are no one prize.
_PRIZES_IN_GENERAL = re.compile(r"(?:(?:major|national|top|main|highest|first|principal|acting|special) ){1,3}(?:awards|prizes|hono[u]?rs|trophies)")
# One of these stands in whatever the expression above matches.
_GENERIC_WORD = re.compile(
    "[BbOPpAaMmTtHhLlGSsDWCcd](?:ommendation|istinction|ertificate|iploma|edal|est|utstanding|ri[zx]|ward|ention|roph|ono|alm|ear|io|eop|lobe|hell|eacock|iger|ove|ragon|olf|ugo|upporting|ead)"
)
# A prize that is called after what it is cast from, where the words beside it say that somebody got it.
_OF_METAL = re.compile(
    r"(?P<got>\b(?:won|wins|winning|received|receives|takes|took(?: home)?|awarded|given|presented with|honou?red with|scooped|bagged|nabbed) (?:the |a |its )?(?:top |main |coveted |prestigious )?)?"
    r"(?P<name>(?:Golden|Silver|Bronze|Crystal) [A-Z][\w'-]+(?: of [A-Z][\w'-]+)?)(?![\w-])(?! [A-Z])"
    r"(?P<went>,? (?:went|goes|was awarded|was given|was presented|is awarded|was won|awarded|for (?:the )?[Bb]est|for (?:life|his |her |[Aa]rtistic|[Oo]utstanding)|at the |jury|winner)\b)?"
)
_GENERIC_SECTION = re.compile(r"\b(?:competition|selection|section|programme|program|screenings?)\b", re.IGNORECASE)
_FESTIVAL_BEFORE = re.compile(r"^[A-Z][\w -]*?(?:'s|s') ")
_SECTION_AFTER = re.compile(r" (?:section|sidebar|strand|programme|program)$", re.IGNORECASE)
_CEREMONY = re.compile(r"(?:Awards|Oscars|Césars|Goyas|BAFTAs|Emmys|Globes|Donatellos?|Eagles|Lolas|Ariels|Magrittes|Guldbagges|Amandas|Platinos|Forqués|Gaudís)$")
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
_MAIN = {"competition", "main competition", "international competition", "official competition"}
_CRAFT_OF = (
    ("of photography", "cinematographer"), ("direct", "director"), ("screenplay", "screenwriter"), ("script", "screenwriter"), ("writing", "screenwriter"), ("actress", "cast_member"), ("actor", "cast_member"),
    ("performance", "cast_member"), ("acting", "cast_member"), ("cinematograph", "cinematographer"), ("camera", "cinematographer"), ("photography", "cinematographer"),
    ("edit", "editor"), ("score", "composer"), ("composer", "composer"), ("original music", "composer"),
)  # fmt: skip


def generic_awards(text: str, start: int, end: int) -> list[Node]:
    """Awards in ``text[start:end]`` that are named by what they honour, not by a proper name of the lexicon.

    >>> [n.text for n in generic_awards("She won best actress and the Grand Jury Prize.", 0, 46)]
    ['best actress', 'Grand Jury Prize']
    """
    nodes = _awards_of_metal(text, start, end)
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
        Node("A", *match.span("name"), match["name"], attributes={"generic": "metal", "written": match["name"]})
        for match in _OF_METAL.finditer(text, start, end)
        if match["went"] or match["got"]
    ]


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


def with_awards(named: list[Node], text: str, start: int, end: int) -> list[Node]:
    """The named nodes of ``text[start:end]`` with awards and sections that are named by what they honour, or by who gives them.

    An unknown name or a wrongly guessed person within such an award ("Special Mention") gives way to it.
    """
    nodes = [_conferred(node, text, end) for node in named if node.letter != "X" or node.text not in _RESULTS]
    for given in [n for n in nodes if n.attributes.get("generic") == "conferred"]:
        award = _with_category(given, nodes, text)
        if award is not given:
            nodes = [*(n for n in nodes if not (n.start < award.end and award.start < n.end)), award]
    for award in generic_awards(text, start, end):
        award = _with_category(award, nodes, text)
        over = [n for n in nodes if n.start < award.end and award.start < n.end]
        if all(_gives_way(n, award, text) for n in over):
            nodes = [n for n in nodes if n not in over]
            nodes.append(award)
    for award in [n for n in nodes if n.letter == "A" and not n.ids and _COMMON_PRIZE.search(n.text)]:
        craft_of = _CRAFT_AFTER.match(text, award.end, end)
        if craft_of is not None and not honours(award.text):
            name = " ".join(text[award.start : craft_of.end()].split())
            whole = Node("A", award.start, craft_of.end(), name, attributes={"generic": "jury", "written": name})
            nodes = [*(n for n in nodes if n.end <= whole.start or whole.end <= n.start), whole]
    if _CRAFTS.search(text, start, end):
        for craft in list(crafts_in_lists(nodes, text, start, end)):
            nodes = [n for n in nodes if n.end <= craft.start or craft.end <= n.start]
            nodes.append(craft)
    label = _LABEL.match(text, start, end) if text.find(":", start, end) >= 0 else None
    if (
        label
        and _AWARD_WORD.search(label["label"])
        and not any(n.start < label.end("label") and label.start("label") < n.end and n.letter != "X" for n in nodes)
    ):
        nodes = [n for n in nodes if not (n.start < label.end("label") and label.start("label") < n.end)]
        nodes.append(Node("A", *label.span("label"), label["label"], attributes={"generic": "label"}))
    for match in _SECTION.finditer(text, start, end) if _SECTION_WORD.search(text, start, end) else ():
        if not any(n.start < match.end() and match.start() < n.end for n in nodes):
            nodes.append(Node("S", match.start(), match.end(), match.group()))
    return sorted(nodes, key=lambda n: n.start)


def _with_category(award: Node, nodes: list[Node], text: str) -> Node:
    """The award as far as the category goes whose name begins with its last word ("the audience award for best film")."""
    for node in nodes:
        if node.letter == "A" and award.start < node.start < award.end < node.end:
            name = " ".join(text[award.start : node.end].split())
            kept = {"generic": "whole", "written": name, **{k: v for k, v in award.attributes.items() if k == "organization"}}
            return Node("A", award.start, node.end, name, attributes=kept)
    return award


_CRAFT_AFTER = re.compile(_FOR.removesuffix("?") + r"(?![\w-])", re.IGNORECASE)
_COMMON_PRIZE = re.compile(r"\b(?:Special|Jury|Grand|Best|Audience|Critics'?|Main|Top|Honorary|First|Second|Third)\b")


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
    if node.letter == "X" or (award.attributes["generic"] == "whole" and node.letter == "A") or _named_after(node, award, text):
        return True
    if award.attributes["generic"] == "metal":
        return node.letter in "PF" and node.text.removeprefix("The ") == award.text
    if node.letter == "A":
        # "Award for Best Editing", which several festivals give, is here a part of "Platino Award for Best Editing".
        return award.attributes["generic"] == "named" and "choices" in node.attributes and award.start < node.start
    inside = award.start <= node.start and node.end <= award.end
    if node.letter in "POU":
        return inside and (award.attributes["generic"] != "named" or bool(_METAL.match(award.text)))
    return (
        node.letter == "F"
        and (node.start == award.start or (text[node.start : award.start] in ("The ", "the ") and node.end <= award.end))
        and award.attributes["generic"] in ("best", "jury", "craft")
        and text[node.start].isalpha()
    )


def is_ceremony(node: Node) -> bool:
    """Whether an award's name is that of the evening on which its prizes are given ("the César Awards")."""
    return node.letter == "A" and bool(_CEREMONY.search(node.text))


def _conferred(node: Node, text: str, end: int) -> Node:
    """ "The Amnesty International prize": an organisation's name before the word is an award's."""
    match = _PRIZE.match(text, node.end, end) if node.letter in "OU" and node.ids else None
    if match is None:
        return node
    giver = Node(node.letter, node.start, node.end, node.text, node.ids)
    name = " ".join(text[node.start : match.end()].split())
    attributes = {"generic": "conferred", **({"organization": giver} if node.letter == "O" else {})}
    return Node("A", node.start, match.end(), name, attributes=attributes)


def honours(name: str, entry: Entry | None = None) -> str:
    """The relation of the craft that an award honours, or an empty string.

    >>> honours("Best Director"), honours("Golden Lion")
    ('director', '')
    """
    if entry is not None and entry.honours:
        return (
            entry.honours
            if entry.honours
            in {"director", "cast_member", "screenwriter", "cinematographer", "editor", "composer", "producer"}
            else ""
        )
    lowered = name.lower()
    return next((relation for word, relation in _CRAFT_OF if word in lowered), "")


def prize_of_jury(jury: Node, registry: Registry, lexicon: Lexicon) -> Node | None:
    """The prize that a list of winners means where it names only the body whose jury gives it ("FIPRESCI: F")."""
    id_ = registry.draft(jury.ids[0]).lexicon if jury.ids else None
    body = (id_ or "").partition("/")[2]
    entry = lexicon.entries.get(f"award/{body}-prize") or lexicon.entries.get(f"award/prize-of-the-{body}")
    return Node("A", jury.start, jury.end, jury.text, (registry.entry(entry),)) if entry is not None else None


def settle(node: Node, registry: Registry, lexicon: Lexicon) -> str:
    """The entity of an award node, by its lexicon entry, or by its name and what it belongs to.

    Generic names are told apart by festival and section; a section or festival that the entry has is added to the node.
    """
    if not node.ids:
        entry = _chosen(node, registry, lexicon) or _highest(node, registry, lexicon)
        if entry is not None:
            node.ids = (registry.entry(entry),)
        else:
            node.ids = (_by_grammar(node, registry),)
        registry.see(node.ids[0], node.attributes.get("written", node.text))
    id_ = node.ids[0]
    entry = lexicon.entries.get(registry.draft(id_).lexicon or "")
    if entry is not None:
        for key, letter, parent in (("section", "S", entry.section), ("festival", "E", entry.festival)):
            if parent and key not in node.attributes and parent in lexicon.entries:
                node.attributes[key] = Node(
                    letter,
                    node.start,
                    node.end,
                    lexicon.entries[parent].name,
                    (registry.entry(lexicon.entries[parent]),),
                )
    section = node.attributes.get("section")
    if section is not None and section.ids and "festival" not in node.attributes:
        home = lexicon.entries.get(registry.draft(section.ids[0]).lexicon or "")
        if home is not None and home.festival and home.festival in lexicon.entries:
            node.attributes["festival"] = Node(
                "E",
                node.start,
                node.end,
                lexicon.entries[home.festival].name,
                (registry.entry(lexicon.entries[home.festival]),),
            )
    return id_


def settle_section(node: Node, around: Sequence[Node], registry: Registry, lexicon: Lexicon) -> None:
    """Find which section a name that several festivals share ("International Competition") means, by the festivals that are near.

    :param around: festivals, the nearest first
    """
    if node.ids:
        _see_section(node, registry, lexicon)
        return
    choices = [lexicon.entries[i] for i in node.attributes.get("choices", ())]
    own = node.attributes.get("festival")
    for festival in [own] if own is not None else around:
        known = registry.draft(festival.ids[0]).lexicon if festival.ids else None
        inside = [c for c in choices if c.festival == known and known] if choices else _like(node.text, known, lexicon)
        if len(inside) == 1:
            node.ids = (registry.entry(inside[0]),)
        elif own is not None and festival.ids and _GENERIC_SECTION.search(node.text):
            owner = registry.draft(festival.ids[0])
            node.ids = (registry.named(EntityType.SECTION, node.text, owner.id),)
            registry.drafts[node.ids[0]].label = f"{owner.label} {node.text[0].upper()}{node.text[1:]}"
        else:
            continue
        node.attributes.setdefault("festival", festival)
        if "year" in festival.attributes:
            node.attributes.setdefault("year", festival.attributes["year"])
        _see_section(node, registry, lexicon)
        return


def _see_section(node: Node, registry: Registry, lexicon: Lexicon) -> None:
    """Count a section's name, with and without the festival's name before and the word "section" after it."""
    registry.see(node.ids[0], node.text)
    short = _SECTION_AFTER.sub("", _FESTIVAL_BEFORE.sub("", node.text))
    home = lexicon.entries.get(
        getattr(lexicon.entries.get(registry.draft(node.ids[0]).lexicon or ""), "festival", None) or ""
    )
    for name in (home.name, *home.aliases, *home.contextual) if home is not None else ():
        if short.startswith(f"{name} ") and home is not None:
            registry.see(registry.entry(home), name)
            short = short[len(name) + 1 :]
            break
    if short != node.text:
        registry.see(node.ids[0], short)


def plural_award(text: str, lexicon: Lexicon) -> Entry | None:
    """The award that a heading names in the plural ("Ten Golden Leopards")."""
    for match in re.finditer(r"\b((?:[A-Z][\w'-]+ ){1,3}[A-Z][\w'-]+)s\b", text):
        words = match.group(1).split()
        for first in range(len(words) - 1):
            found = [e for e in lexicon.lookup(" ".join(words[first:])) if e.type is EntityType.AWARD]
            if len(found) == 1:
                return found[0]
    return None


def _like(name: str, festival: str | None, lexicon: Lexicon) -> list[Entry]:
    """The section of a festival that a common name means: its main competition goes by several."""
    own = lexicon.sections_of.get(festival, ()) if festival else ()
    wanted = name.lower().replace("-", " ")
    others = (
        ("competition", "main competition", "international competition", "official competition")
        if wanted in _MAIN
        else ()
    )
    for form in (wanted, *others):
        found = [
            e
            for e in own
            if any(
                n.lower() == form
                or (n.lower().endswith(f" {form}") and n.lower().removesuffix(form).strip(" '’s") in e.name.lower())
                for n in (e.name, *e.contextual)
            )
        ]
        exact = [
            e
            for e in found
            if form != "competition" or (e.name.lower().count(" ") <= 2 and "out of" not in e.name.lower())
        ]
        if len(exact) == 1:
            return exact
    return []


_MAIN_COMPETITION = re.compile(
    r"section/[a-z]+-competition|section/[a-z]+-concorso-internazionale|section/[a-z-]+-(?:main|international|official)-competition"
)


def _chosen(node: Node, registry: Registry, lexicon: Lexicon) -> Entry | None:
    generic = "generic" in node.attributes or "choices" in node.attributes
    named = [*node.attributes.get("choices", ()), *(_named_alike(node.text, lexicon) if generic else ())]
    choices = [entry for i in dict.fromkeys(named) if (entry := lexicon.entries[i]).type is EntityType.AWARD]
    if not choices:
        return None
    scopes = {_entry_of(node, key, registry) for key in ("section", "festival", "organization")} - {None}
    if "section" in node.attributes and node.attributes["section"].ids:
        section = registry.draft(node.attributes["section"].ids[0]).lexicon
        inside = [c for c in choices if c.section == section and section]
        if len(inside) == 1:
            return inside[0]
        if any(c.section for c in choices) and not inside:
            return None
    fitting = [c for c in choices if {c.festival, c.section, c.conferred_by, c.part_of} & scopes]
    # A prize named without its section is the one of the main competition, never that of a sidebar.
    main = [c for c in fitting if not c.section or _MAIN_COMPETITION.fullmatch(c.section)]
    if len(main) == 1:
        return main[0]
    return None


_CRAFT_PRIZE = re.compile(
    r"(?P<craft>directing|directors?'s?|direction|screenplay|screenwriting|script) (?:prize|award)"
    r"|(?:prize|award) for (?:best )?(?P<of>direction|directing|director|screenplay|script)|best (?P<best>direction|directing|script)"
)
_BEST_OF = {"script": "best screenplay", "screen": "best screenplay", "direct": "best director"}


def _named_alike(name: str, lexicon: Lexicon) -> Sequence[str]:
    """The entries that a common name may mean; "the directing prize" is that for the best director."""
    found: Sequence[str] = lexicon.contextual_names.get(fold(name), ())
    matched = _CRAFT_PRIZE.fullmatch(name.lower())
    if not matched:
        return found
    craft = matched[matched.lastgroup or 0]
    return [*found, *(entry for entry in lexicon.contextual_names.get(_BEST_OF[craft[:6]], ()) if entry not in found)]


_HIGHEST = re.compile(r"(?:the )?(?P<rank>top|main|principal|highest|first) (?:prize|award|honou?r)", re.IGNORECASE)
_FOR_FILMS = {"film", "documentary", "animation", "debut", "short"}


def _highest(node: Node, registry: Registry, lexicon: Lexicon) -> Entry | None:
    """The award that "the main prize" of a section or festival means: the lexicon lists it first."""
    ranked = _HIGHEST.fullmatch(node.text)
    if ranked is None:
        return None
    section, festival = (_entry_of(node, key, registry) for key in ("section", "festival"))
    if not (section or festival):
        return None
    awards = lexicon.festival_awards
    if section is not None:
        own = [e for e in awards if e.section == section]
    elif ranked["rank"].lower() == "first":
        return None
    else:
        own = [e for e in awards if e.festival == festival and e.section and _MAIN_COMPETITION.fullmatch(e.section)]
        own = own or [e for e in awards if e.festival == festival and not e.section]
    first = own[0] if own else None
    return (
        first
        if first is not None
        and first.honours in _FOR_FILMS
        and not re.search(r"\b(?:Audience|People|Public|Special|Silver)\b", first.name)
        else None
    )


def _entry_of(node: Node, key: str, registry: Registry) -> str | None:
    other = node.attributes.get(key)
    return registry.draft(other.ids[0]).lexicon if other is not None and other.ids else None


def _by_grammar(node: Node, registry: Registry) -> str:
    scopes = [
        node.attributes[k]
        for k in ("section", "organization", "festival")
        if k in node.attributes and node.attributes[k].ids
    ]
    if not scopes:
        return registry.named(EntityType.AWARD, node.text)
    owner = registry.draft(scopes[0].ids[0])
    id_ = registry.named(EntityType.AWARD, node.text, owner.id)
    name = node.text[0].upper() + node.text[1:]
    registry.drafts[id_].label = name if owner.label.lower() in name.lower() else f"{owner.label} {name}"
    return id_
