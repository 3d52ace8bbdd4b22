"""What a sentence says will be done, said as if it had been: patterns need not foresee the future of every verb.

"Ada Doe, who will soon direct Night Bus, lives in Oslo" plans what "Ada Doe directed Night Bus" asserts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from cinegraph.extract.clauses import clause_end
from cinegraph.extract.nodes import AbstractSentence, char_class
from cinegraph.extract.sought import Sought
from cinegraph.extract.verbs import any_of, past_of_plain, verb_data

_AUXILIARIES = (
    r"(?:will|(?:is|are) (?:(?:now|also|currently) )?(?:(?:set|due|scheduled|slated|expected|planning|about|going|attached|signed(?: on)?|poised|lined up|on course|ready) )?to"
    r"|(?:plans?|hopes?|intends?|expects?) to|has signed on to|have signed on to|has agreed to|have agreed to)"
)


@cache
def _planned() -> Sought:
    fillers = any_of(verb_data()["plainer"]["fillers"])
    plain = any_of({*past_of_plain(), "be", "have"})
    return Sought(
        rf"(?P<name>{char_class('PFXTEOW')}\"?)(?: \([^()]{{0,60}}\))?,?(?: (?:who|which|that))? (?P<cue>{_AUXILIARIES}) (?:(?:{fillers}|next|first|both) ){{0,3}}"
        rf"(?:(?P<verb>{plain})\b|(?={char_class('V')}))"
    )


def plans_of(sentence: AbstractSentence) -> Iterator[tuple[AbstractSentence, str]]:
    """The clauses that tell of something to come, each as a sentence in the past that begins with its subject, and the words that say that it is to come.

    >>> from cinegraph.extract.nodes import Node
    >>> text = "Ada will soon receive the prize in Rome, which was founded in 1990."
    >>> whole = AbstractSentence(text, 0, len(text), [Node("P", 0, 3, "Ada"), Node("A", 26, 31, "prize"), Node("L", 35, 39, "Rome")])
    >>> [(plan.readable(), cue) for plan, cue in plans_of(whole)]
    [('<P:Ada> received the <A:prize> in <L:Rome>.', 'will')]
    """
    string = sentence.string
    if " if " in string:
        return
    for match in _planned().finditer(string):
        rest = string[match.end() :]
        verb = match["verb"]
        done = {"be": "was", "have": "had"}.get(verb) or past_of_plain()[verb] if verb else ""
        yield sentence.saying(f"{match['name']} {done}{rest[: clause_end(rest)]}."), match["cue"]
