"""Notes that leave out the film over which they stand: "Shown in Venice in September." under a title and its credits."""

from __future__ import annotations

import re

from cinegraph.extract.laurels import in_words
from cinegraph.extract.nodes import ANY_NODE, AbstractSentence, Node, char_class

# What a film underwent: "shown in …", "based on …", "selected for …".
_UNDERGONE = re.compile(
    r"(?:(?:also|first|recently|previously|already|originally|loosely|freely|partly|subsequently|later) )?(?:shown|screened|presented|premiered|selected|invited|chosen|picked|shortlisted|nominated|awarded|honou?red|based|adapted|inspired"
    r"|shot|filmed|written|co-?written|directed|co-?directed|produced|co-?produced|edited|photographed|scored|narrated|distributed|released|acquired|sold|commissioned|developed|restored|banned)\b(?=,? (?:at|in|on|by|for|from|as|to|with|and|out|over|largely|entirely|mostly|partly|during|between)\b)"
)
# What it got: "winner of …", "won …"; who is in it: "starring …".
_GOT = re.compile(r"(?:(?:double |triple |joint |co-)?winner|recipient|laureate) (?:of|at|in)\b|(?:two|three|four|five) prizes\b")
_WON = re.compile(r"(?:won|winning|received|took|picked up|earned|garnered|competed|opened|closed|stars|features)\b")
_PLAYED = re.compile(rf"(?:starring|featuring|toplined by|with)\b(?= (?:the |an? |[\w-]+ ){{0,3}}{char_class('P')})")

# "Screenplay by Ada Doe, based on the novel by Ben Roe."
_SOURCE = re.compile(
    rf"(?:{ANY_NODE.pattern}|[,&: ]|(?:and|by|original|screenplay|script|story|written|directed|adapted)\b)+, ?(?P<source>(?:(?:loosely|freely|partly) )?(?:based (?:up)?on|adapted from|inspired by) .*)"
)


def with_its_film(sentence: AbstractSentence, film: Node, *, listed: bool = False) -> AbstractSentence:
    """The sentence with a film as its subject, where its first words are said of one and it names none before them.

    :param listed: whether it stands under the film's facts, where lines may be laurels

    >>> note = AbstractSentence("Shown in Oslo.", 0, 14, [Node("E", 9, 13, "Oslo")])
    >>> with_its_film(note, Node("F", 0, 0, "", ("f1",), "implied")).string[1:]
    ' was shown in \\ue300.'
    """
    if listed and (said := in_words(sentence, film)):
        sentence.string = said
        return sentence
    string = sentence.string
    source = _SOURCE.match(string)
    joint = next((joint for form, joint in ((_UNDERGONE, " was "), (_GOT, ", "), (_WON, " "), (_PLAYED, ", ")) if form.match(string)), None)
    if source is not None:
        joint, string = " was ", source["source"]
    if joint is None:
        return sentence
    sentence.string = sentence.add(film) + joint + string
    return sentence
