"""Everything that one sentence says: itself, and what of it says something by itself, as sentences that the patterns match one by one.

A view has the sentence's nodes and a part of its words, so that no pattern need foresee everything that may stand between
a subject and its verb, or how long a list is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from cinegraph.extract.asides import without_asides
from cinegraph.extract.clauses import clauses_of
from cinegraph.extract.nodes import AbstractSentence
from cinegraph.extract.people_alone import people_alone
from cinegraph.extract.plainer import plainer
from cinegraph.extract.plans import plans_of
from cinegraph.extract.prize_shares import prize_shares
from cinegraph.extract.rosters import roster_of
from cinegraph.extract.shares import shares_of, winners_of
from cinegraph.extract.wordings import in_plain_words


@dataclass(frozen=True, slots=True)
class View:
    """What a sentence says, whole or in part.

    :ivar line: whether it is read as a line that is no sentence
    :ivar plainer: whether it says again in plainer words what a view before it has said
    :ivar planned: the words that say that it is to come, where it tells of it as if it had been
    """

    sentence: AbstractSentence
    line: bool
    plainer: bool = False
    planned: str | None = None


def views_of(sentence: AbstractSentence, line: bool, prose: bool) -> Iterator[View]:
    """The sentence, then the winners that a line names of one prize and, in running text, what it says without its asides, whom a
    jury's list names, what is shared out among people, and its simple clauses.

    Each is made only when it is asked for: what has been read of those before is known by then.

    :param line: whether the sentence is a line that is none
    :param prose: whether it stands in running text, and not in a list, a table, a heading or a caption

    >>> from cinegraph.extract.nodes import Node
    >>> text = "Ada, who studied in Oslo, moved to Rome in May and won a prize."
    >>> whole = AbstractSentence(text, 0, len(text), [Node("P", 0, 3, "Ada"), Node("L", 20, 24, "Oslo"), Node("A", 57, 62, "prize")])
    >>> for view in views_of(whole, line=False, prose=True):
    ...     print(view.sentence.readable())
    <P:Ada>, who studied in <L:Oslo>, moved to rome in may and won a <A:prize>.
    <P:Ada> moved to rome in may and won a <A:prize>.
    <P:Ada> studied in <L:Oslo>.
    <P:Ada> won a <A:prize>.
    """
    yield View(sentence, line)
    for winner in winners_of(sentence):
        yield View(winner, True)
    if not prose:
        return
    seen = {sentence.string}
    alone = people_alone(sentence)
    if alone is not None:
        seen.add(alone.string)
        yield View(alone, False, plainer=True)
        sentence = alone
    shorter = without_asides(sentence)
    for view in chain([sentence], _parts_of(sentence, shorter)):
        if view is not sentence:
            seen.add(view.string)
            yield View(view, False)
        plain = plainer(view)
        if plain is not None and plain.string not in seen:
            seen.add(plain.string)
            yield View(plain, False, plainer=True)
            if view is sentence:
                yield from (View(share, False) for share in shares_of(plain))
        worded = in_plain_words(plain or view)
        if worded is not None and worded.string not in seen:
            seen.add(worded.string)
            yield View(worded, False, plainer=True)
    for plan, cue in chain(plans_of(sentence), plans_of(shorter) if shorter is not None else ()):
        for told in (plan, in_plain_words(plan)):
            if told is not None and told.string not in seen:
                seen.add(told.string)
                yield View(told, False, plainer=True, planned=cue)


def _parts_of(sentence: AbstractSentence, shorter: AbstractSentence | None) -> Iterator[AbstractSentence]:
    """What a sentence of running text says without its asides, whom a jury's list names, what is shared out, its simple clauses."""
    if shorter is not None:
        yield shorter
    roster = roster_of(sentence)
    if roster is not None:
        yield roster
    yield from shares_of(sentence)
    yield from prize_shares(sentence)
    yield from clauses_of(shorter or sentence, sentence)
