"""The names of awards in lists of winners: which lines and labels are one, and which lines under one may be who won it."""

from __future__ import annotations

import re

from cinegraph.extract.layout_words import AWARD_WORD
from cinegraph.extract.sought import Sought
from cinegraph.extract.word_lists import expressions
from cinegraph.model import BlockKind

READ = {BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.PARAGRAPH}
"""The blocks that are read for winners."""
LABELLED = re.compile(
    r"[\W_]*(?:(?:1[89]|20)\d\d[:\W]{1,4})?(?P<label>[^\W\d_][^:|\n]{2,80}?)[*_]*(?:: |:\*\* |:(?=[A-ZÀ-Þ\"])| [–—|-] | \| ) *(?P<rest>\S.*)",
    re.DOTALL,
)
"""A line that begins with a label, which may be a prize's name: "Best Film: …", "Best Film – …"."""
# "The jury has awarded a Commendation to", "has chosen as winner of the Ecumenical Prize": who it was stands in the next line.
_LEADS_TO = Sought(
    r"\b(?:(?:goes|went|go|awarded|given|presented)(?: [^.:]{3,70})? to|(?:chosen|chose|choose|chooses|named|names|selected|picked|crowned)(?: [^.:]{3,40})? as (?:the )?(?:winners?|recipients?) of (?:the |its )?[^.:]{3,70})[\W_]*$",
    any_case=True,
)
_BARE = re.compile(
    rf"(?:(?:{expressions('award_kind')}) )*(?:{expressions('award_craft')})(?: (?:{expressions('award_tail')}))*(?: (?:19|20)\d\d)?",
    re.IGNORECASE,
)
_PART = re.compile(rf"(?:(?: ?[–—,:/-] ?| )(?:{expressions('award_part')}))++", re.IGNORECASE)
# "1. Best Film", "Best Feature (Award given to the producer)", "Best Short – Winner received a $1,000 prize"
# "Ada Doe accepting the Golden Heron" is a picture's caption.
_CAPTION = re.compile(r"\b(?:[a-z]+ing|with|after|before|beside) (?:the|her|his|their|its|an?) |\b(?:are|were) \w+ |\b(?:eligible|long-?listed|submitted|competing) (?:for|in)\b")
_IN_PLURAL = re.compile(r"(?:(?:special|grand|jury|honou?rable|audience|further|other|critics'?) ){1,3}(?:prizes|mentions|awards|commendations)", re.IGNORECASE)
_PRIZE_ITSELF = re.compile(r"\b(?:prizes?|awards?|prix|best|mentions?|commendation|trophy|honou?rs?|medal|premio|preis|fipresci|oscars?|césars?|baftas?|nominations?|nominated|winners?|ecumenical)\b|\b(?:golden|silver|bronze|crystal) (?:bear|lion|leopard|palm|shell|globe|dragon|tiger|heart)\b", re.IGNORECASE)
# Who decided or gave a prize wins nothing ("Jury: Ada Doe, Ben Roe").
_NO_ENTRY = re.compile(rf"(?:{expressions('award_line_of_others')})\b[^:]{{0,30}}:", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}[.)] +(?=\S)")
_ASIDE = re.compile(r"(?:\s*\([^()]*\)| [–—-] (?:the )?winners? (?:receives?|received|gets?) .*)[*_: ]*$", re.IGNORECASE)
_SECTIONS = re.compile(r"(?!(?:the|an?) )(?:[^\s(,\"]+ ){0,4}(?:competition|programme|section|strand|sidebar)s?(?:(?: [–—|-] |: )[^,;()]{3,40})?", re.IGNORECASE)
SECTION = re.compile(rf"(?:(?:{expressions('award_section')})(?:[ ,/&-]+|$))++", re.IGNORECASE)
SENTENCE = re.compile(
    r"\b(?:wins?|won|takes?|took|goes|went|is|was|were|has|had|gets|who|which|will|scoops?|sweeps?|leads?|awards|prizes|winners|nominations|nominees)\b",
    re.IGNORECASE,
)
# "The festival has named its Crystal Globe jury: …" lists no winners.
_OF_A_JURY = re.compile(
    r"\b(?:named|names|announce[sd]?|unveil(?:s|ed)|reveal(?:s|ed)|set|is|are|has|have|will|members of)\b[^:]*\b(?:jury|juries|jurors|jury members)\W*$",
    re.IGNORECASE,
)
# "Runners-up: Night Bus and Grey Dog"
LOST = re.compile(rf"[\W_]*(?:{expressions('award_lost')})(?: \([^()]*\))?[*_]*(?::| [–—-] )", re.IGNORECASE)
"""A line of those that have not won."""
# What names a prize itself, or tells something, is no winner's line.
_IS_AWARD = re.compile(r".*\b(?:prizes?|awards?|prix|mentions?|trophy|honou?rs)", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:won|were|was|are|received|receives|presented|announced|awarded|continues|will)\b")
# "Ada Doe won the Golden Bear for Night Bus: The Return" goes on with a title's second half, and with no winner.
_SAYS_FOR_WHAT = re.compile(
    r"\b(?:won|wins|was|is|brought|earned|received|took) .*\b(?:for|of|was|and) [A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*$"
)
# "One of the three runs for the Golden Bear: Night Bus" names no winner.
FOR_A_PRIZE = Sought(
    r"\b(?:runs?|ran|running|compet(?:es?|ed|ing)|v(?:ies?|ied|ying)|contend(?:s|ed|ing)?|up|in (?:the running|contention)|hop(?:es?|ed|ing)) for\b",
    any_case=True,
)
"""Words before a prize that nobody has won yet."""
# "The nominees for Best Film are: Night Bus", "It was a night of triumph for Night Bus at the Goya Awards: the drama was named …"
_OF_A_SENTENCE = re.compile(
    r"\b(?:nominees|contenders|candidates|finalists|nominated|nominations|shortlisted)\b.* (?:are|were|include[ds]?)\W*$|^\W*(?:it|there|that|this) (?:was|is|were|has|had)\b",
    re.IGNORECASE,
)
# "Ada Doe wins … for Night Bus" names no award alone; "Silver Bear for Best Director" does.
_LINK_TO_WORK = re.compile(
    r"\b(?:for|to|in) (?!(?:the )?(?:best|outstanding|a |an |first|most|lifetime|artistic|cinemat|direct|screen|act|feature|short|docu|excellence|contribution|innovation|achievement|film|cinema|technical|breakthrough|services)\w*\b)",
    re.IGNORECASE,
)
YEAR_FIRST = re.compile(r"(?:18|19|20)\d\d\b")
WINNER_MARK = re.compile(r"\s*+[-–—*(\[{<•·:|]*+\s*+\bwinner\b\W*$|\s*[★✓✔🏆]+\s*$", re.IGNORECASE)
_BY_AN_ACTOR = re.compile(r"(?:performance by an )?(?P<who>act(?:or|ress)) in an? (?P<kind>leading|supporting) role", re.IGNORECASE)
_SMALL = ("of", "the", "in", "a", "an", "or", "and", "by", "for")
LONGEST = 80
"""A longer line is no heading of a list."""


def is_bare(name: str) -> bool:
    """Whether a line has only what is honoured ("Best Leading Actor", "Cinematography")."""
    bare = _BARE.match(name)
    return bare is not None and (bare.end() == len(name) or _PART.fullmatch(name, bare.end()) is not None)


def part_of(name: str) -> str:
    """What parts an award from others of its craft, with the signs before it ("Best Picture – Drama": " – Drama"); an empty string where nothing does.

    >>> part_of("Best Picture – Drama"), part_of("Best Picture")
    (' – Drama', '')
    """
    bare = _BARE.match(name)
    return name[bare.end() :] if bare is not None and _PART.fullmatch(name, bare.end()) else ""


def called(line: str) -> str:
    """The name of an award as a line over its winners has it, without its number and what is said of it in parentheses.

    >>> called("3. BEST FEATURE (Award given to the producer)")
    'BEST FEATURE'
    """
    name = line.strip("*_: ")
    name = name[number.end() :] if (number := _NUMBER.match(name)) else name
    return _ASIDE.sub("", name).strip("*_: ") or name


def is_award(label: str, about: bool) -> bool:
    """Whether what stands before a colon or a dash is the name of an award.

    :param about: whether the article is about awards
    """
    if _OF_A_JURY.search(label) or _SAYS_FOR_WHAT.search(label) or FOR_A_PRIZE.search(label) or _OF_A_SENTENCE.search(label):
        return False
    if label.count("(") > label.count(")") or label.count('"') % 2:
        # "The prize was for “Night Bus” (original title: …)": the colon stands in parentheses.
        return False
    return bool(AWARD_WORD.search(label) or (about and is_bare(label.strip("*_ "))))


def heads_winners(line: str, about: bool, following: BlockKind | None) -> bool:
    """Whether a line is the name of one award, over those who won it."""
    name = called(line)
    if following in READ and _LEADS_TO.search(line) and AWARD_WORD.search(line):
        return True
    if (
        following not in READ
        or not 3 < len(name) <= LONGEST
        or name[-1] in ".!?"
        or "*" in name
        or (SENTENCE.search(name) and not is_bare(name))
        or _CAPTION.search(name)
        or WINNER_MARK.search(line)
    ):
        return bool(about and _IN_PLURAL.fullmatch(name) and following in READ)
    behind = name.partition(":")[2].strip()
    named = not behind or SECTION.fullmatch(behind) or (tells_prize(behind) and not tells_prize(line.partition(":")[0]))
    return bool(named and about and (is_bare(name) or (AWARD_WORD.search(name) and not _LINK_TO_WORK.search(name))))


def tells_prize(words: str) -> bool:
    """Whether a word says that words name a prize, as no animal and no metal does of itself ("The Lion's Share").

    >>> tells_prize("Golden Bear for Best Film"), tells_prize("Black Leopard")
    (True, False)
    """
    return _PRIZE_ITSELF.search(words) is not None


def may_be_winner(line: str, *, under_bare: bool = False) -> bool:
    """Whether a line under an award's name may be who won it, and not another name or something that is told.

    :param under_bare: whether the award is called by what it honours alone, as those beside it are: an animal is no prize among them
    """
    plain = line.strip('*_ "')
    if YEAR_FIRST.match(plain) and len(plain) > 4:
        # "2010: Ada Doe, Night Bus (Karim Roe)": one award through the years is read by patterns.
        return False
    if LOST.match(line):
        return False
    return (
        1 < len(line) <= 160
        and line[-1] not in ".:,"
        and not plain[:1].islower()
        and not (AWARD_WORD.match(plain) and not (under_bare and not tells_prize(plain)))
        and not _NO_ENTRY.match(plain)
        and not _IS_AWARD.fullmatch(plain)
        and not _TELLS.search(plain)
        and not _SECTIONS.fullmatch(plain)
    )


def full_name(label: str) -> str:
    """The name of an award that a list shortens to what it honours ("Leading actor": Best Leading Actor)."""
    words = _BY_AN_ACTOR.sub(lambda m: f"{m['kind'] if m['kind'].lower() != 'leading' else ''} {m['who']}".strip(), re.sub(r" (?:19|20)\d\d$", "", label))
    words = " ".join(w.lower() if w.lower() in _SMALL else w.capitalize() if w.isupper() or w.islower() else w for w in words.split())
    whole = words.split()[0].lower() in ("best", "outstanding", "european", "excellence") or words.lower().endswith(" of the year")
    return words if whole else f"Best {words}"
