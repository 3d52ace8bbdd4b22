"""Lines of winners that are set alike: which part of each is the prize, where the prize comes last, in a table's column, or has a name that no word tells.

One line says little: "Country and State – Night Bus, Ada Doe (Norway)" could be anything. Among lines of the same form, most of which name a
prize in the same place, what stands there is one, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cinegraph.extract.award_labels import LONGEST, READ, SENTENCE, is_award, is_bare
from cinegraph.extract.layout_words import AWARD_WORD
from cinegraph.extract.line_fields import DIRECTOR_LABEL, OTHER_LABEL, Span
from cinegraph.extract.word_lists import expressions
from cinegraph.model import Block, BlockKind

_KINDS = READ | {BlockKind.TABLE_ROW}
_LONGEST_LINE, _LONGEST_NAME = 340, 60
_SIGNS = {
    ":": re.compile(r"[*_]*:[*_]* +"),
    "–": re.compile(r"[*_]* [–—-] +"),
    "|": re.compile(r" *[|\t] *"),
    "to": re.compile(r" (?:(?:goes|went|was given|is given|was awarded) )?to (?=[A-Z\"*_])"),
}
# "The Jury Prize went to French drama Night Bus, while …", "the jury also gave a prize to …" are sentences, which patterns read.
_DESCRIBED = re.compile(
    r"(?:the |an? )?(?:[A-Z][\w/-]+ )?(?:[a-z][\w'-]* ){0,5}(?:drama|thriller|comedy|documentary|film|feature|director|filmmaker|actor|actress|short|debut|doc|romcom|biopic|tale|story|newcomer|producer|writer|star|project)\b(?! \()"
)
_TELLS = re.compile(
    r", (?:while|with (?:his|her|its|their|the)|which|who|whose|and the|the \w+ (?:award|prize)|as well as)\b|\b(?:and|while) (?:the|a) [^,.;]{3,40}\b(?:award|prize|mention)\b"
)
_GAVE = re.compile(r"\b(?:presented|gave|gives|handed|awarded|bestowed|decided|also)\b")
# What a prize is given for goes on behind its name ("COUNTRY AND STATE - the best film in the section").
_GIVEN_FOR = re.compile(r"[*_]* [–—-] (?=(?:for )?(?:the |a )?[a-z])")
_NO_PRIZE = re.compile(
    rf"\W*+(?:{expressions('no_title')}|jury|winners?|nominees?|nominated|members?|awards?|prizes?|categor(?:y|ies)|president|section|country|year|film|title|director|cast|running time|date|place|venue|host(?:ed)?|.*\b(?:jury|members)(?: of)?)\W*",
    re.IGNORECASE,
)
_LOST = re.compile(expressions("award_lost"), re.IGNORECASE)
_DIPLOMA = re.compile(r"(?:[\w'-]+ ){0,3}(?:diploma|certificate|distinction)\b", re.IGNORECASE)
_RESULT = re.compile(r"\b(?:result|won|nominated|nominee|year|nominations?)\b", re.IGNORECASE)
# "2022 | Nominee: Golden Oar": databases have the result where a list has who won.
_ONLY_RESULT = re.compile(r"[\W\d]*(?:nominees?|nominated|winners?|won|finalists?|shortlisted|selection)[\W\d]*", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\W*(?:18|19|20)\d\d[:.,]? (?=[^\W\d_a-z\"])")
_SEVERAL = 2


class Form(NamedTuple):
    """A line of winners by its form: where the prize's name stands, and where those who won it; ``sure`` where a word tells the prize."""

    label: Span
    winners: Span
    sure: bool


def prizes_by_form(blocks: Sequence[Block], text: str, about: bool) -> dict[int, Form]:
    """The lines whose prize their form tells, by where each begins.

    :param about: whether the article is about prizes
    """
    found: dict[int, Form] = {}
    for run in _runs(blocks, text):
        best: tuple[int, list[Form | None]] = (0, [])
        for sign in _SIGNS:
            for last in (False, True):
                forms = [_form(text, block, sign, last, about) for block in run]
                best = max(best, (sum(form is not None and form.sure for form in forms), forms), key=lambda each: each[0])
        told, forms = best
        if told >= _SEVERAL and 2 * told >= sum(form is not None for form in forms):
            found |= {block.start: form for block, form in zip(run, forms, strict=True) if form is not None}
    return found


def _runs(blocks: Sequence[Block], text: str) -> Iterator[list[Block]]:
    """The lines that follow one another, tables apart from others; a heading that a sign makes one parts them."""
    run: list[Block] = []
    for block in blocks:
        long = block.end - block.start > _LONGEST_LINE
        table = block.kind is BlockKind.TABLE_ROW
        if run and (block.kind not in _KINDS or long or table is not (run[-1].kind is BlockKind.TABLE_ROW)):
            yield from _without_results(run, text)
            run = []
        if block.kind in _KINDS and not long:
            run.append(block)
    yield from _without_results(run, text)


def _without_results(run: list[Block], text: str) -> Iterator[list[Block]]:
    """A run of lines, unless it is a table that says who won and who was only nominated, or when."""
    if len(run) < _SEVERAL:
        return
    if run[0].kind is BlockKind.TABLE_ROW and any(_RESULT.search(text, b.start, b.end) for b in run):
        return
    yield run


def _form(text: str, block: Block, sign: str, last: bool, about: bool) -> Form | None:
    """A line in one form; None where it has another."""
    marks = list(_SIGNS[sign].finditer(text, block.start, block.end))
    if not marks or (sign == "to" and (last or _is_sentence(text, block, marks[0]))):
        return None
    if not last:
        label, winners = (block.start, marks[0].start()), (marks[0].end(), block.end)
    else:
        given = _GIVEN_FOR.search(text, marks[0].end(), block.end) if len(marks) > 1 else None
        mark = next((m for m in reversed(marks) if given is None or m.start() < given.start()), marks[-1])
        label, winners = (mark.end(), given.start() if given else block.end), (block.start, mark.start())
    if _ONLY_RESULT.fullmatch(text, *winners):
        return None
    if last and (year := _YEAR_BEFORE.match(text, *winners)) is not None:
        winners = (year.end(), winners[1])
    begin, end = _trimmed(text, label)
    name = text[begin:end]
    if not may_be_a_prize(name) or not text[slice(*winners)].strip():
        return None
    sure = is_award(name, about) and (not last or _is_alone(name)) and not AWARD_WORD.match(text[slice(*_trimmed(text, winners))])
    return Form((begin, end), winners, sure)


def _is_sentence(text: str, block: Block, sign: re.Match[str]) -> bool:
    """Whether what stands around "to" tells more than who has which prize."""
    told = _DESCRIBED.match(text, sign.end(), block.end) or _TELLS.search(text, sign.end(), block.end)
    return told is not None or _GAVE.search(text, block.start, sign.start()) is not None


def _is_alone(name: str) -> bool:
    """Whether a name is that of a prize and of nothing besides, as one has to be that comes last."""
    return is_bare(name) or AWARD_WORD.search(name) is not None


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in " *_\t\"":
        start += 1
    while end > start and text[end - 1] in " *_\t.;,":
        end -= 1
    return start, end


def may_be_a_prize(name: str) -> bool:
    """Whether words can be the name of a prize: a few, that begin as names do and tell nothing."""
    return (
        2 < len(name) <= LONGEST
        and name[0].isupper()
        and not any(sign in name for sign in '",;|\t')
        and SENTENCE.search(name) is None
        and _LOST.fullmatch(name) is None
        and (_NO_PRIZE.fullmatch(name) is None or _DIPLOMA.match(name) is not None)
        and DIRECTOR_LABEL.match(f"{name}: ") is None
        and OTHER_LABEL.match(f"{name}: ") is None
    )
