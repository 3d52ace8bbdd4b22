"""What "I", "we" or "you" do is said as what "she" does ("I am" as "is", "you teach" as "teaches"), so that a pattern knows one person of each verb."""

from __future__ import annotations

import re
from functools import cache

from cinegraph.extract.nodes import AbstractSentence, char_class
from cinegraph.extract.verbs import any_of, plain_form, third_persons, verb_data
from cinegraph.extract.word_lists import words

_SPEAKING = frozenset({"i", "we", "you"})
_THIRD = {"am": "is", "are": "is", "have": "has", "do": "does", "were": "was"}


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Expressions for a verb behind its subject and for one that "and" adds to it, and the third person of each plain form."""
    third = {plain_form(form): form for form in third_persons()} | _THIRD
    adverb = rf"(?:(?:{any_of(verb_data()['plainer']['fillers'])}|not|never|still|now|only|just|mostly|usually),? )*"
    verb, nouns = any_of(third), words("plain_forms_that_are_nouns")
    told = any_of(form for form in third if form not in nouns)
    behind = re.compile(rf"(?P<who>{char_class('P')}) (?P<between>{adverb})(?P<verb>{verb})(?![\w'-])")
    joined = re.compile(
        rf"\b(?P<before>and|but|or),? (?P<between>{adverb})(?P<verb>{told})(?! (?:of|and)\b)(?![\w'-])"
    )
    return behind, joined, third


# What is wanted, asked or possible is told in plain forms, and stays so.
_OF_PLAIN_FORMS = re.compile(
    r"\b(?:to|will|would|can|could|may|might|must|shall|should|does|did|let|make|makes|made|help|helped|not|n't)\b"
)

# "Did you study", "let me see": the plain form is right for "she", too.
_BEFORE_PLAIN_FORMS = tuple(
    f"{word} "
    for word in ("did", "do", "does", "will", "would", "can", "could", "should", "shall", "must", "may", "might", "let", "to", "n't")
)


def agreeing(sentence: AbstractSentence) -> AbstractSentence:
    """The sentence, in which the verbs of those who speak or are spoken to are those of the third person.

    >>> from cinegraph.extract.nodes import Node
    >>> said = AbstractSentence("I am happy, I still live here and teach", 0, 39, [Node("P", 0, 1, "I", ("a",), "pronoun"), Node("P", 12, 13, "I", ("a",), "pronoun")])
    >>> agreeing(said).readable()
    '<P:I> is happy, <P:I> still lives here and teaches'
    """
    speaking = {
        char
        for char, node in sentence.nodes.items()
        if node.letter == "P" and node.kind == "pronoun" and len(node.ids) == 1 and node.text.lower() in _SPEAKING
    }
    if not speaking:
        return sentence
    behind, joined, third = _forms()
    string = sentence.string

    def finite(match: re.Match[str]) -> str:
        return match.group()[: match.start("verb") - match.start()] + third[match["verb"]]

    def of_a_speaker(match: re.Match[str]) -> str:
        plain = match["who"] not in speaking or string.endswith(_BEFORE_PLAIN_FORMS, 0, match.start())
        return match.group() if plain else finite(match)

    said = behind.sub(of_a_speaker, string)
    if said != string:
        first = min(said.index(char) for char in speaking if char in said)
        said = joined.sub(
            lambda match: match.group() if _OF_PLAIN_FORMS.search(said, first, match.start()) else finite(match), said
        )
    sentence.string = said
    return sentence
