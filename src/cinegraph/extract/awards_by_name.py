"""Awards that go by a name which only the words beside it show to be one: "the Marchetti prize", "the “Golden Cedar” award"."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import Node

_BEST = (
    r"[Bb]est (?:(?:first|new|short|debut|documentary|feature|male|female|animated|student|national|international|original|adapted|supporting|lead|leading) ){0,2}"
    r"(?:film|feature|director|actor|actress|screenplay|script|documentary|short|debut|cinematography|performance|picture|newcomer|[Ff]eature [Ff]ilm|[Dd]ocumentary [Ff]ilm|[Ff]ilm|[Dd]irector|[Aa]ctor|[Aa]ctress|[Dd]ocumentary|[Ss]creenplay)(?: [Ff]ilm)?(?![\w-])"
)
_FOR_BEST = rf"(?: for (?:the )?{_BEST})?"
_SUM = r"(?:(?:[€$£][\d,.]+|[\d,.]+[ -](?:euros?|dollars?|pounds?)|coveted|prestigious|annual|newly created|new) ){0,2}"
# The prize's name, and behind it the word in small letters, where the words beside them say that somebody got it.
_IN_SMALL = re.compile(
    r"(?:(?P<got>\b(?:w[io]ns?|winning|receiv(?:ed|es|ing)|takes|took|taking|pick(?:ed|s|ing) up|awarded|given|presented(?: with)?|scooped|scoops|bagged|nabbed|collect(?:ed|s|ing)|land(?:ed|s|ing)|claim(?:ed|s|ing)|earn(?:ed|s|ing)"
    r"|shar(?:ed|es|ing)|secured|snagged|home with|as well as|and)(?: home)? (?:both )?(?:the|its|a|an|this year's) )|(?P<the>\b[Tt]he )|(?P<begins>^|(?<=[.!?\n] )))"
    + _SUM
    + r"(?P<name>(?!(?:No|Every|Neither|Any|Some|Such|Many|Few|Most|Our|My|The|A|An|In|At|On|And|But|For|Her|His|Its|Their|This|That|One|Two|Three|Last|Next|First|Second|Third|Best|Grand|Special|Jury|Audience|Critics?|Main|Top|Honorary|Public|Major|National|International)\b)"
    r"[A-Z][\w.-]*(?: (?:[A-Z][\w.-]*|of|for|de|la|the|&)(?= )){0,4}(?: [Bb]est (?:[\w-]+ ){1,3}?(?=award|prize)| (?:first feature|documentary|short film|film|youth|newcomer|debut|human rights|peace))? ?(?:award|prize|accolade|trophy))"
    r"(?![\w-]| (?:winn|ceremon|season|draw|money|nomin|jur|show|night|laureat|recipient|category|race|campaign|contend|hope))(?<!of prize)(?<!the prize)"
    r"(?P<best>" + _FOR_BEST + r")"
    r"(?P<went>,?(?: \([^()]{1,60}\)| - [^-]{1,60} -|, which [^,]{1,60},)?,? (?:(?:was|is|has been|were) (?:also )?(?:given|awarded|presented|handed|bestowed|won|shared)|(?:also )?went|goes)\b)?",
    re.MULTILINE,
)
# 'the "Golden Cedar" award for best film': the word, or what the award is for, stands behind the name in quotation marks.
_NAME = r"\"(?P<name>[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]*|of|the|for|de)){0,5})\" "
_WORD = r"(?:film )?(?:award|prize|trophy|premium|statuette|prix)s?(?![\w-])"
_LED_TO = r"(?:(?<=\b[Tt]he )|(?<=\b[Aa] )|(?<=prestigious )|(?<=coveted )|(?<=special )|(?<=main )|(?<=top )|(?<=honorary ))"
_QUOTED = (
    re.compile(rf"{_LED_TO}{_NAME}(?:{_WORD}(?: for (?:the )?(?P<of>{_BEST}))?|for (?:the )?(?P<best>{_BEST}))"),
    re.compile(
        rf"(?:^|(?<=[.!?\n] )){_NAME}(?:[–—-] )?(?:{_WORD}(?: for (?:the )?(?P<of>{_BEST}))?|(?:for (?:the )?)?(?P<best>{_BEST}))(?=,? (?:(?:was|is|were|has been) (?:given|awarded|presented|handed|won|received)|went|goes)\b)",
        re.MULTILINE,
    ),
)


def awards_by_name(text: str, start: int, end: int) -> list[Node]:
    """The awards in ``text[start:end]`` that a name and a word beside it make awards.

    >>> said = 'It won the Marchetti prize for best first feature, and the "Golden Cedar" award went to Ada Doe.'
    >>> [n.text for n in awards_by_name(said, 0, len(said))]
    ['Marchetti prize for best first feature', 'Golden Cedar']
    """
    found: list[Node] = []
    if any(text.find(word, start, end) >= 0 for word in (" award", " prize", " accolade", " trophy")):
        for match in _IN_SMALL.finditer(text, start, end):
            if match["got"] or match["went"]:
                name = " ".join(text[match.start("name") : match.end("best")].split())
                found.append(Node("A", match.start("name"), match.end("best"), name, attributes={"generic": "small", "written": name}))
    if text.find('" ', start, end) >= 0:
        found += _quoted(text, start, end)
    return found


def _quoted(text: str, start: int, end: int) -> list[Node]:
    """The awards whose name stands in quotation marks before the word."""
    found = []
    for match in (found for expression in _QUOTED for found in expression.finditer(text, start, end)):
        best = match["of"] or match["best"]
        name = f"{match['name']} for {best[0].upper()}{best[1:]}" if best else match["name"]
        found.append(Node("A", *match.span(), name, attributes={"generic": "behind", "written": name}))
    return found
