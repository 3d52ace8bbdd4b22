"""Which festival an article reports on, and which year's edition: as its head, its first sentence and the prizes that it tells of say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cinegraph.extract.nodes import Node
from cinegraph.extract.registry import Registry
from cinegraph.lexicon import Lexicon
from cinegraph.model import Block, BlockKind, Document

_LEAD = 3
_RELEASE = re.compile(
    r"\W*(?:for immediate (?:release|use)|(?:press|media|news) (?:release|statement|notice|kit)|embargoed\b.{0,60}|communiqué)\W*",
    re.IGNORECASE,
)
_DATES = re.compile(r"\W*(?:festival )?(?:dates?|when)\b.{0,60}?\b((?:19|20)\d\d)\b", re.IGNORECASE)
_MONTHS = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_RANGE = re.compile(
    rf"(?:{_MONTHS} )?\b\d{{1,2}}(?: \([a-z]+\))?(?: {_MONTHS})? ?(?:-|–|—|to|until|through|till) ?(?:{_MONTHS} )?\d{{1,2}}(?: \([a-z]+\))?(?: {_MONTHS})?,? ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# "The juries of Locarno like to surprise, and that of 2023 …"
_ONE_OF = re.compile(r"\b(?:the one|that|this|(?:the|this) (?:edition|vintage|jury|year)) of ((?:19|20)\d\d)\b")
_DATELINE = re.compile(r"[^.]{0,60}?\b((?:19|20)\d\d)(?: ?[—–]| -)")
_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)(?: annual)?(?: edition of)?(?: the)? $")
_YEAR_BEFORE = re.compile(r"((?:19|20)\d\d)(?:'s)?(?: edition of)?(?: the)? $")
_YEAR_AFTER = re.compile(r"^(?:'s)?[ ,:]{1,2}(?:\((?:[^()\n]{1,40}[ ,])?)?((?:19|20)\d\d)(?![\w-])")
# "The 12th festival ended on Saturday, 12 May 2019"
_HELD_IN = re.compile(
    r"^(?: [^.()\n]{0,30})? (?:ended|opened|closed|took place|ran|was held|concluded|wrapped|came to|drew to)\b[^.\n]{0,50}?\b((?:19|20)\d\d)(?![\w-])"
)
_BEHIND = 100
# "The Cottbus festival today announced the line-up of its 28th edition"
_ANNOUNCING = re.compile(
    r"(?: (?:today|has|have|this morning|yesterday|on \w+day|proudly))* (?:announc|unveil|present|reveal|publish)\w* (?:the |its |their |this year's )?"
    r"(?:full |first |complete |official |competition )*(?:line-?up|programme|program|selection|titles|films|jury)(?: (?:of|for) (?:its|the) (\d{1,3})(?:st|nd|rd|th) edition)?",
    re.IGNORECASE,
)
# "Next month's Sydney festival, the first under its new head, will feature …"
_SUBJECT = 90
_STOP = re.compile(r"(?<=[a-z)\"])[.!?](?= |\n|$)")
_REPORTED = re.compile(
    r"(?: ?\([^()\n]{1,40}\))?(?:,? in [A-Z][\w'-]+(?: [A-Z][\w'-]+)?(?:, [A-Z]\w+)?)?(?:, [^.;\n]{2,90},|,)? "
    r"(?:(?:today|yesterday|also) )?(?:will|has|have|is|opens|closes|kicks off|runs|returns|begins|starts|unveils|announces|celebrates|presents|wraps|ends|concludes|takes place"
    r"|opened|closed|kicked off|ended|wrapped|concluded|came to|took place|drew to|announced|unveiled|revealed)\b"
)
_ITS_LINE_UP = re.compile(
    r"(?:'s)? (?:(?:full|official|competition|complete|first|\d{4}|diverse|main|of) )*(?:line-?ups?|programmes?|programs?|selection|slate)\b"
)
_NEWS = re.compile(
    r"\b(?:wins?|takes?|tops?|winners?|awards?|line-?up|unveils?|announces?|opens?|closes?|jury|prizes?|selection|competition|celebrates|honou?rs|sweeps?|premieres?)\b",
    re.IGNORECASE,
)


# What an article says in its first paragraphs that reports on the prizes of one festival, and the words for prizes that go on in it.
_OF_PRIZES = re.compile(
    r"\b(?:(?:awards?|closing|prize-giving|final|concluding) (?:ceremony|night|gala|day|evening)|concluding day|(?:awards|prizes) (?:were|have been|are) (?:announced|given|presented|handed|awarded)"
    r"|winners (?:were|have been|of the|at the|are)|(?:announced|unveiled|named|revealed) (?:its|the|their|this year's) (?:award |prize)?-?(?:winners|awards|prizes)|the (?:same )?jury)\b",
    re.IGNORECASE,
)
_PRIZES_TOLD = re.compile(r"\b(?:awards?|prizes?|mentions?|jur(?:y|ies)|trophy|grand prix)\b", re.IGNORECASE)
_TOLD_OFTEN = 5


_THE_FESTIVAL = re.compile(
    r"\b[Tt]he festival(?! ?(?:circuit|rounds|world|run|tour|scene|favou?rites?|hit|crowd|season|trail|audiences|of\b|in\b))(?:'s)? (?:will|is|was|has|takes|took|opens|opened|runs|ran|kicks|begins|ends|itself|organi[sz]ers|director|programme)\b"
)


def edition_of(document: Document, nodes: list[Node], registry: Registry, lexicon: Lexicon, text: str) -> Node | None:
    """The festival that an article reports on, with the year of the edition where its head tells it; None where it is about something else.

    :param nodes: the named nodes of the article
    :param text: the document's text, normalised
    """
    head, released = _head(document, text)
    if not head:
        return None
    title = head[0] if released or head[0].kind is BlockKind.HEADING else None
    lead = [n for n in nodes if n.ids and any(b.start <= n.start < b.end for b in head[:_LEAD])]
    found = [n for n in lead if n.letter == "E"]
    found += _editions_of_sections(lead, title, registry, lexicon, text) if title is not None else []
    named = [n for n in found if title is not None and title.start <= n.start < title.end]
    if not named:
        named = [
            n for n in found if _edition_year(n, registry, lexicon, text) or _ANNOUNCING.match(text, n.end, n.end + 120)
        ]
    if not named:
        named = _reported(head, nodes, text) or _of_the_report(head, nodes, registry, text) or _of_the_page(head, nodes, text)
        found = found or named
    ids = {registry.current(n.ids[0]) for n in named}
    if len(ids) > 1:
        # A dateline and a first paragraph name other festivals too; the one that announces its programme is meant.
        named = [n for n in found if _ANNOUNCING.match(text, n.end, n.end + 120)]
        ids = {registry.current(n.ids[0]) for n in named}
    if len(ids) != 1:
        return None
    same = [n for n in found if registry.current(n.ids[0]) in ids]
    year = next((y for n in same if (y := _edition_year(n, registry, lexicon, text))), None)
    year = year or _year_of_head([text[b.start : b.end] for b in head], title is not None, released)
    if year is None and document.date and title is not None and _NEWS.search(text[title.start : title.end]):
        year = document.date[:4]
    first = named[0]
    return Node("E", first.start, first.end, first.text, first.ids, "edition", {"year": year} if year else {})


def _year_of_head(head: list[str], titled: bool, released: bool) -> str | None:
    """The year that an article's first blocks give with days and months, with "that of 2023", or, in a press release, with its dates or its place."""
    tried = [_RANGE.search] if titled else []
    tried.append(_ONE_OF.search)
    for find in tried:
        if (found := next((m for block in head if (m := find(block))), None)) is not None:
            return found.group(1)
    dates = (_DATES.match(block) or _DATELINE.match(block) for block in head if released)
    return next((match.group(1) for match in dates if match), None)


def _reported(head: list[Block], nodes: list[Node], text: str) -> list[Node]:
    """The festival of which the first sentence of an article tells something, or whose programme or section it announces."""
    first = next((b for b in head if b.kind is BlockKind.PARAGRAPH), None)
    if first is None:
        return []
    stop = next((m.start() for m in _STOP.finditer(text, first.start, first.end)), first.end)
    inside = [n for n in nodes if first.start <= n.start < stop]
    told = [
        n
        for n in inside
        if n.letter == "E"
        and n.ids
        and (
            (n.start < first.start + _SUBJECT and _REPORTED.match(text, n.end, stop))
            or _ITS_LINE_UP.match(text, n.end, stop)
        )
    ]
    if told or any(n.letter == "E" and n.ids for n in inside):
        return told
    homes = [n.attributes.get("festival") for n in inside if n.letter == "S" and _ITS_LINE_UP.match(text, n.end, stop)]
    return [home for home in homes if home is not None and home.ids]


def _of_the_report(head: list[Block], nodes: list[Node], registry: Registry, text: str) -> list[Node]:
    """The one festival of an article that tells of prizes throughout, where its first paragraphs tell of them or number the edition.

    Whose life is told has won at several festivals; a report on an evening names one, and others only by the way.
    """
    begin, end = head[0].start, head[-1].end
    festivals = [n for n in nodes if n.letter == "E" and n.ids]
    ids = [registry.current(n.ids[0]) for n in festivals]
    here = [n for n in festivals if begin <= n.start < end]
    numbered = [n for n in here if _NUMBERED.search(text[max(0, n.start - 40) : n.start])]
    if len({registry.current(n.ids[0]) for n in numbered}) == 1:
        same = registry.current(numbered[0].ids[0])
        alone = 2 * ids.count(same) > len(ids)
    else:
        alone = len(set(ids)) == 1 and _OF_PRIZES.search(text, begin, end) is not None
        numbered = festivals
    if not alone or sum(1 for _ in _PRIZES_TOLD.finditer(text, begin)) < _TOLD_OFTEN:
        return []
    return numbered[:1]


# "© 2020 Oslo Film Festival": whose page it is.
_RIGHTS = re.compile(r"(?:©|\(c\)|\bcopyright\b)(?: ?copyright)?[ ,]{0,2}(?:(?:19|20)\d\d(?:[–/-](?:19|20)?\d\d)?)?(?: by)?[ ,|–-]{0,3}(?:the )?$", re.IGNORECASE)
_ITS_PAGES = re.compile(r"\b(?:jur(?:y|ies|ors)|line-?up|programme?|awards?|prizes?|winners?|competitions?|selection|press release)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _of_the_page(head: list[Block], nodes: list[Node], text: str) -> list[Node]:
    """The festival whose rights the last line of a page states, where the page is headed by what festivals announce."""
    headings = [b for b in head if b.kind is BlockKind.HEADING and _ITS_PAGES.search(text, b.start, b.end)]
    if not headings:
        return []
    return [n for n in nodes if n.letter == "E" and n.ids and n.start > headings[-1].end and _RIGHTS.search(text, max(0, n.start - 40), n.start)]


def _editions_of_sections(
    lead: list[Node], title: Block, registry: Registry, lexicon: Lexicon, text: str
) -> Iterator[Node]:
    """The festivals whose sections the title names with a year ("Critics' Week 2016: …")."""
    for node in lead:
        if (
            node.letter == "S"
            and title.start <= node.start < title.end
            and _YEAR_AFTER.match(text[node.end : node.end + 12])
        ):
            entry = lexicon.entries.get(registry.draft(node.ids[0]).lexicon or "")
            if entry is not None and entry.festival:
                festival = registry.entry(lexicon.entries[entry.festival])
                yield Node("E", node.start, node.end, node.text, (festival,))


def speaks_of_one_unnamed(nodes: list[Node], text: str) -> bool:
    """Whether an article speaks of "the festival" before it names any, so that it is none of those that it names."""
    first = min((n.start for n in nodes if n.letter == "E"), default=len(text))
    return _THE_FESTIVAL.search(text, 0, first) is not None


def _head(document: Document, text: str) -> tuple[list[Block], bool]:
    """The first blocks of an article, and whether it says of itself that it is a press release."""
    blocks = [
        b
        for b in document.blocks
        if b.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BYLINE)
    ]
    released = [b for b in blocks[:_LEAD] if _RELEASE.fullmatch(text[b.start : b.end])]
    if released:
        return [b for b in blocks if b not in released][: 2 * _LEAD], True
    return [b for b in blocks if b.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)][:_LEAD], False


def _edition_year(node: Node, registry: Registry, lexicon: Lexicon, text: str) -> str | None:
    """The year of the edition that the words beside a festival's name give."""
    before, after = text[max(0, node.start - 40) : node.start], text[node.end : node.end + _BEHIND]
    if match := _YEAR_BEFORE.search(before) or _YEAR_AFTER.match(after) or _HELD_IN.match(after):
        return match.group(1)
    numbered = _NUMBERED.search(before) or _ANNOUNCING.match(text, node.end, node.end + 120)
    entry = lexicon.entries.get(registry.draft(node.ids[0]).lexicon or "") if numbered else None
    year = entry.edition_year(int(numbered.group(1))) if entry and numbered and numbered.group(1) else None
    return str(year) if year else None
