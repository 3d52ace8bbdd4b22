"""Credits as the pages of films give them: lines with labels, under the film's title or under no title at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cinegraph.extract.catalogue_entries import entries_of
from cinegraph.extract.credit_labels import labels
from cinegraph.extract.credit_lines import Credits, credits_of, facts_of
from cinegraph.extract.credit_rows import cast_of, presented_by
from cinegraph.extract.credit_stanzas import is_label, stanza_of
from cinegraph.extract.credit_titles import SOURCE, countries_beside_title, left_out, title_above
from cinegraph.extract.layout_words import like_a_person
from cinegraph.extract.line_fields import Line, Span, lines_of
from cinegraph.extract.page_titles import title_of_page, title_over_facts
from cinegraph.extract.paired_credits import crew_of, pairs_of
from cinegraph.lexicon import Lexicon
from cinegraph.model import BlockKind, Document

_LEAST_OF_PAGE, _LEAST_OF_FACTS = 3, 2
_READ = frozenset(BlockKind) - {BlockKind.METADATA, BlockKind.QUESTION, BlockKind.ANSWER}


@dataclass(frozen=True, slots=True)
class CreditBlock:
    """The credits of one film.

    :ivar title: where its title stands; None where no line over the credits gives one
    :ivar headed: whether a line such as "Cast & Crew" stands over it
    :ivar read: the lines of which nothing else remains to be read
    """

    start: int
    end: int
    title: Span | None
    credits: Credits
    read: tuple[Span, ...]
    headed: bool = False

    @property
    def begin(self) -> int:
        """Where it begins, its title with it."""
        return self.start if self.title is None else min(self.title[0], self.start)

    @property
    def spans(self) -> Iterator[tuple[Span, str]]:
        """The names that it holds, each with its type."""
        if self.title is not None:
            yield self.title, "Film"
        yield from self.credits.names


def find_credit_blocks(document: Document, text: str, lexicon: Lexicon, taken: Sequence[Span] = ()) -> list[CreditBlock]:
    """The blocks of credits of a document, in text order.

    :param text: the document's text, normalised
    :param taken: what line-ups have read already
    """
    if labels().words.search(text) is None and "D:" not in text:
        return []
    lines = list(lines_of(document, text, _READ))
    found: list[CreditBlock] = []
    short: list[CreditBlock] = []
    index = 0
    while index < len(lines):
        begin = index
        first, index = _at(lines, index, lexicon, taken)
        if first is None:
            continue
        run, credits, last = _lines_read(lines[begin:index], first), first, index - 1
        while index < len(lines) and not left_out(lines[index], taken):
            here = index
            more, index = _at(lines, index, lexicon, taken)
            if more is None or _is_another(credits, more):
                index = here + 1
                more = None if more is not None else _between_credits(lines, here, credits, lexicon)
                if more is None:
                    index = here
                    break
            run += _lines_read(lines[here:index], more)
            credits.add(more)
            last = index - 1
        if not run:
            continue
        told = bool(credits.countries or credits.year or credits.minutes)
        above = countries_beside_title(lines, begin, lexicon)
        alone = credits.labelled + told + bool(above) < 2
        if not credits.people and (same := _facts_of_page(lines, begin, credits, [*found, *short], text)) is not None:
            found.append(CreditBlock(run[0].start, lines[last].end, same, credits, tuple((line.start, line.end) for line in run), True))
        if not credits.people or (alone and not (begin and not run[0].gap and any(r == "director" for r, _ in credits.people))):
            continue
        credits.countries = credits.countries or above
        floor = found[-1].end if found else 0
        title, headed = credits.title or title_over_facts(lines, begin, credits, lexicon), False
        if title is None:
            title, headed = title_above(lines, begin, credits, lexicon)
        read = tuple((line.start, line.end) for line in run)
        if title is None and credits.labelled >= _LEAST_OF_PAGE:
            title = title_of_page(lines, begin, floor, credits, lexicon) or _same_film([*found, *short], credits, text)
        if not alone or (title is not None and not headed):
            (short if alone else found).append(CreditBlock(run[0].start, lines[last].end, title, credits, read, headed))
    # A line that says who directed a film is one of credits where others are made alike.
    titles = [block.title for block in found if block.title is not None]
    found += short if len(short) > 1 or len(titles) > 1 or any(one.title in titles for one in short) else []
    entries = [
        CreditBlock(entry.start, entry.credits.end, entry.title, entry.credits, ((entry.start, entry.credits.end),))
        for entry in entries_of(lines, lexicon, [*taken, *(span for block in found for span in block.read)])
    ]
    return sorted([*found, *entries], key=lambda block: block.start)


def _at(lines: Sequence[Line], index: int, lexicon: Lexicon, taken: Sequence[Span]) -> tuple[Credits | None, int]:
    """The credits that begin at a line, and the index of the first line behind them."""
    said = lines[index].text.strip(" :*_#")
    if left_out(lines[index], taken) or (" " in said and not is_label(said) and _is_over_a_part(lines[index])):
        return None, index + 1
    if (crew := crew_of(lines[index], lexicon)) is not None:
        return crew, index + 1
    found = credits_of(lines[index], lexicon)
    stanza = None if found is not None and not is_label(said) else stanza_of(lines, index, lexicon) or pairs_of(lines, index, lexicon)
    return stanza if stanza is not None else (found, index + 1)


def _is_over_a_part(line: Line) -> bool:
    """Whether a line stands over a part of the credits of one film ("Crew", "Film details")."""
    return labels().part.fullmatch(line.text.strip(" :*_#")) is not None


# Where and when it was first shown is told in words behind the label.
_PREMIERE = re.compile(r"\W*(?:(?:world|international|european) )?premiere\b", re.IGNORECASE)


def _lines_read(lines: Sequence[Line], credits: Credits) -> list[Line]:
    """The lines of credits, the last as far as they go; what remains to be read is left out."""
    return [line for line in [*lines[:-1], replace(lines[-1], end=credits.end)] if _PREMIERE.match(line.text) is None]


_NAMES = 12
_CAST_HEADING = re.compile(r"\W*(?:(?:full|main|principal) )?cast\W*", re.IGNORECASE)


def _between_credits(lines: Sequence[Line], index: int, above: Credits, lexicon: Lexicon) -> Credits | None:
    """What a line without labels says right under credits: facts, a source, who plays whom, which companies present the film, or one name more."""
    line = lines[index]
    if _is_over_a_part(line) and not _CAST_HEADING.fullmatch(line.text):
        goes_on = index + 1 < len(lines) and credits_of(lines[index + 1], lexicon) is not None
        return Credits(line.start, line.end) if goes_on else None
    if above.people and not line.gap and like_a_person(line.text, lexicon) and _goes_on(lines, index, lexicon):
        span, last = (line.start, line.end), above.people[-1][1]
        same = [(relation, span) for relation, named in above.people if named == last]
        return Credits(line.start, line.end, people=same)
    if (cast := cast_of(line, lexicon)) is not None:
        return cast
    if _CAST_HEADING.fullmatch(line.text) and index + 1 < len(lines) and cast_of(lines[index + 1], lexicon) is not None:
        return Credits(line.start, line.end)
    if (presented := presented_by(line, lexicon)) is not None:
        return presented
    if line.gap:
        return None
    return Credits(line.start, line.end) if SOURCE.fullmatch(line.text) else facts_of(line, lexicon)


def _goes_on(lines: Sequence[Line], index: int, lexicon: Lexicon) -> bool:
    """Whether credits with a label stand right under a line, or below further names."""
    for further in lines[index + 1 : index + 1 + _NAMES]:
        if further.gap:
            return False
        if credits_of(further, lexicon) is not None:
            return True
        if not like_a_person(further.text, lexicon):
            return False
    return False


def _same_film(found: Sequence[CreditBlock], credits: Credits, text: str) -> Span | None:
    """The title of the one film whose credits stand further up, where these name no other director."""
    titled = [block for block in found if block.title is not None]
    if not titled or len(titled) != len(found) or len({block.title for block in titled}) > 1:
        return None
    above, here = (
        {text[start:end] for relation, (start, end) in each.people if relation == "director"} for each in (titled[0].credits, credits)
    )
    return titled[0].title if here <= above else None


def _facts_of_page(lines: Sequence[Line], index: int, credits: Credits, found: Sequence[CreditBlock], text: str) -> Span | None:
    """The title of the one film of a page, where a line such as "Film details" stands over labels that name nobody."""
    if not index or credits.labelled < _LEAST_OF_FACTS or not _is_over_a_part(lines[index - 1]):
        return None
    return _same_film(found, credits, text)


def _is_another(credits: Credits, more: Credits) -> bool:
    """Whether a line begins the credits of another film: it says again who directs."""
    return all(any(relation == "director" for relation, _ in part.people) for part in (credits, more))


