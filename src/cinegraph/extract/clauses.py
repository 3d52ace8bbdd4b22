"""The simple clauses of a sentence: each verb phrase with its subject, so that a pattern needs to know neither how far apart these stand nor what is between.

"After studying at FAMU, Ada Doe, who grew up in Oslo, moved to Rome and directed Night Bus" says what "Ada Doe studied at FAMU", "Ada Doe
grew up in Oslo", "Ada Doe moved to Rome" and "Ada Doe directed Night Bus" say. Clauses are told by their verbs, as ClausIE does (Del Corro and
Gemulla, "ClausIE: Clause-Based Open Information Extraction", 2013), with a list of the field's verbs in the place of a parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from cinegraph.extract.modality import modality_of
from cinegraph.extract.nodes import AbstractSentence, char_class
from cinegraph.extract.sought import Sought
from cinegraph.extract.verbs import FILM_KIND, verb_data
from cinegraph.model import Modality

_NAMES = char_class("PFXTE")
_CRAFT = char_class("V")
_DENYING = r"(?:(?:has |had |have |was |were )?never |(?:did|was|were|has|had|have|is) not |(?:did|was|were|has|had|have|is)n't )?"
_LEAST = 2
_SHORTEST = 12


@dataclass(frozen=True, slots=True)
class _Grammar:
    """Expressions made of the verbs of the data."""

    past_of: dict[str, str]
    subject: re.Pattern[str]
    opening: re.Pattern[str]
    relative: Sought
    leading: Sought
    apposition: Sought
    other_subject: re.Pattern[str]
    any_verb: re.Pattern[str]
    independent: re.Pattern[str]
    object_of: re.Pattern[str]
    predicate: str


@cache
def _grammar() -> _Grammar:
    data = verb_data()
    rows = [row.split() for row in data["verbs"]["forms"]]
    gerunds = {form: row[0] for row in rows for form in row if form.endswith("ing")}
    finite = [form for row in rows for form in row if not form.endswith("ing")] + data["verbs"]["auxiliaries"]
    verb = rf"(?:{_CRAFT}|(?:{'|'.join(sorted(finite, key=lambda f: (-len(f), f)))})\b)"
    gerund = rf"(?:{_CRAFT}|(?:{'|'.join(sorted(gerunds))})\b)"
    # What ends in "-ly" is told by that: with a second way to match one, a row of them has ways without end.
    adverbs = [adverb for adverb in data["verbs"]["adverbs"] if not adverb.endswith("ly")]
    plain = rf"(?:{'|'.join(map(re.escape, adverbs))}|\w+ly)"
    adverb, pronominal = rf"(?:{plain} )*", rf"(?:(?:who|which|{plain}) )*"
    any_verb = rf"(?:{verb}|\w{{3,}}ed\b)"
    others = "|".join(data["verbs"]["said_of_others"])
    before = rf"(?:(?:in|by|since) {char_class('Y')},? )?(?:the |a |an )?(?:[\w-]+ |{char_class('RN')} ){{0,4}}?"
    aside = r"(?: \([^()]{0,80}\))?"
    return _Grammar(
        gerunds,
        re.compile(
            rf"(?P<name>{_NAMES})\"?{aside},? {pronominal}{_DENYING}(?P<verb>{any_verb}|(?<=never )\w+|(?<=not )\w+|(?<=n't )\w+)"
        ),
        re.compile(
            rf"(?:(?:,|;)? (?:and|but)(?: then)?|, then|,|;) {adverb}(?P<finite>{verb})"
            rf"|(?:,|,? and|,? but)? (?:before|after|by|for|while|since|upon|besides|without ever) (?:also |then |later |first |co-)?(?P<gerund>{gerund})"
        ),
        Sought(rf"(?P<name>{_NAMES})\"?{aside},? (?:who|which) {adverb}(?P<verb>{verb})"),
        Sought(
            rf"^(?:[^\w\ue000-\uf2ff]*)(?:(?P<participle>born|educated|trained|raised|schooled|known|best known|nominated|shot|filmed|set|based|made|selected|screened|shown|presented|unveiled|premiered|invited|chosen|awarded|crowned|{_CRAFT})"
            rf"|(?:(?:in|on|since) [^,]{{2,20}}, )?(?:(?:after|before|while|since|upon|by)? ?(?P<gerund>{gerund})|(?:after )?having (?:also |already |first |once |previously )?(?P<done>{verb}))(?! (?:had|was|is|has|will|began|started|begins|starts|took|takes|lasted|wrapped|finished|ended)\b)) [^;:.]{{3,220}}?, {before}(?P<name>{_NAMES})(?!'s)(?=\"?{aside},? {pronominal}{any_verb})"
        ),
        Sought(
            rf"^[^\w\ue000-\uf2ff]*(?P<noun>an?|the|one of) (?P<rest>[^;:.,]{{3,120}}), {before}(?P<name>{_NAMES})(?!'s)(?=\"?{aside},? {pronominal}{any_verb})"
        ),
        re.compile(
            rf"(?:\b(?:the|a|an|its|their|this|that|his|her|no|some|many|most) (?:(?!but )[\w'-]+ |{char_class('NRYLAKSOE')}(?:'s)? ){{1,5}}|\b(?:{others}|it|he|she|they|there|what|i|we|you) ){adverb}{any_verb}"
        ),
        re.compile(rf"(?<![\w-]){any_verb}(?! by)"),
        re.compile(
            rf"(?:;|,(?: (?:and|but|while|whereas|though|although))?| (?:but|while|whereas)| [–—])(?: (?:and|then|later|meanwhile,?|in {char_class('Y')},?|in turn,?)){{0,2}} (?=(?:the |{before}){_NAMES}\"?{aside},? {adverb}(?:{verb}|\w{{3,}}ed\b)(?! by\b))"
        ),
        re.compile(
            rf"(?P<film>{char_class('FT')})\"?{aside}(?:,? (?:which|that) |,? (?:(?:is|was) )?(?:an?|the|his|her) (?:(?:[\w-]+|{char_class('NLYO')}),? ){{0,5}}?(?:{FILM_KIND}) (?:which |that )?)(?P<name>{char_class('P')})"
            rf" {adverb}(?:(?:has|had|have) {adverb})?(?P<verb>{verb})(?P<rest>(?: (?:in|on|at|with|alongside|together|for|from|as|after|while|during|between)\b[^;:.,]*)?)(?=[,;:.]|$)"
        ),
        rf"(?:{adverb}|(?:will|would|can|could|may|might) ){any_verb}(?! by\b)",
    )


def predicate() -> str:
    """An expression for the words that begin a predicate, a finite verb with the adverbs before it, in an abstract sentence."""
    return _grammar().predicate


def clauses_of(sentence: AbstractSentence, whole: AbstractSentence | None = None) -> Iterator[AbstractSentence]:
    """The simple clauses that a sentence says beside its main one, each as a sentence that begins with its subject.

    :param whole: the sentence with its asides, where it has lost some: its relative clauses are told too

    What is hedged, planned or denied passes on to no later clause; such sentences are not split there.

    >>> from cinegraph.extract.nodes import Node
    >>> text = "Ada moved to Rome, met Ben there and won a prize."
    >>> whole = AbstractSentence(text, 0, len(text), [Node("P", 0, 3, "Ada"), Node("P", 23, 26, "Ben"), Node("A", 43, 48, "prize")])
    >>> [clause.readable() for clause in clauses_of(whole)]
    ['<P:Ada> met <P:Ben> there.', '<P:Ada> won a <A:prize>.']
    """
    string, grammar = sentence.string, _grammar()
    entire = whole.string if whole is not None else string
    if len(entire) < _SHORTEST:
        return
    seen: set[str] = set()
    for text in [
        *_relative(entire, grammar),
        *_leading(string, grammar),
        *_described(string, grammar),
        *(_leading(entire, grammar) if entire != string else ()),
        *_coordinated(string, grammar, sentence),
        *_independent(string, grammar),
        *_objects(entire, grammar),
    ]:
        if text in seen or text == string or not _worth(text):
            continue
        seen.add(text)
        yield sentence.saying(text)


_ANYTHING = re.compile(f"[{char_class('PFWESAOLUYDXTKVR')[1:-1]}]")
# "F is a documentary": one name, and what it is.
_IS_ONE = re.compile(rf"{char_class('PFT')}\"? (?:is|was) (?:an?|the|one of) ")


def _worth(text: str) -> bool:
    return len(_ANYTHING.findall(text)) >= _LEAST or _IS_ONE.match(text) is not None


_END = re.compile(
    r"(?<=.),? (?:who|which|where|whose|whom|while|whereas|although|though|but)\b|[;:.]|, and |, (?=(?:the|a|an|he|she|it|they|in|at) )"
)


def clause_end(words: str) -> int:
    """How many characters of the words behind a verb belong to its clause."""
    cut, following = _END.search(words), _grammar().opening.search(words)
    return min(cut.start() if cut else len(words), following.start() if following else len(words))


_PERSON = re.compile(char_class("P"))
_ITS_FILM = re.compile(
    rf"(?P<film>{char_class('F')})\"?,? (?:directed )?(?:by|from) (?:(?:the|{char_class('NRL')}(?:'s)?) ){{0,3}}$"
)


def _relative(string: str, grammar: _Grammar) -> Iterator[str]:
    """ "Ada, who studied at FAMU" """
    for match in grammar.relative.finditer(string):
        name = match["name"]
        if _PERSON.match(name) and " which " in string[match.start() : match.start("verb")]:
            # "F from Ada, which won": the film did.
            of_film = _ITS_FILM.search(string, 0, match.start())
            if of_film is None:
                continue
            name = of_film["film"]
        rest = string[match.start("verb") :]
        yield f"{name} {rest[: clause_end(rest)]}."


def _leading(string: str, grammar: _Grammar) -> Iterator[str]:
    """ "Born in Oslo, Ada …", "After studying at FAMU, Ada …" """
    match = grammar.leading.match(string)
    if match is not None:
        cut = string.rfind(",", 0, match.start("name"))
        if match["done"]:
            yield f"{match['name']} had {string[match.start('done') : cut]}."
        elif match["participle"]:
            yield f"{match['name']} was {string[match.start('participle') : cut]}."
        else:
            yield f"{match['name']} {_finite(match['gerund'], grammar)}{string[match.end('gerund') : cut]}."


def _described(string: str, grammar: _Grammar) -> Iterator[str]:
    """ "A graduate of FAMU, Ada …" """
    match = grammar.apposition.match(string)
    if match is not None and not grammar.any_verb.search(match["rest"]):
        yield f"{match['name']} is {match['noun']} {match['rest']}."


def _finite(gerund: str, grammar: _Grammar) -> str:
    return grammar.past_of.get(gerund, gerund)


def _coordinated(string: str, grammar: _Grammar, sentence: AbstractSentence) -> Iterator[str]:
    """ "Ada moved to Rome and directed F", "Ada won acclaim for directing F" """
    openings = list(grammar.opening.finditer(string))
    if not openings:
        return
    subjects = [m for m in grammar.subject.finditer(string) if _is_subject(string, m)]
    others = list(grammar.other_subject.finditer(string))
    for opening in openings:
        kind = "finite" if opening["finite"] else "gerund"
        verb = opening[kind]
        written = sentence.nodes[verb].text.lower() if verb in sentence.nodes else verb
        if written.endswith("ing") is (kind == "finite") or string.startswith(" by", opening.end()):
            continue
        start = opening.start(kind)
        before = [m for m in subjects if m.end() <= start]
        if not before:
            continue
        subject = before[-1]
        if any(subject.end("name") < other.start() <= start for other in others):
            continue
        between = string[subject.end("name") : opening.start()]
        modality = modality_of(between)[0]
        # "She never won the prize but was awarded another": what is denied ends where "but" begins.
        denied = modality is Modality.NEGATED and " but" in opening.group()
        if ";" in between or not (denied or modality is Modality.ASSERTED):
            continue
        rest = string[start:]
        following = next((o.start() for o in openings if o.start() > opening.end()), len(string)) - start
        cut = _END.search(rest)
        end = min(following, cut.start() if cut else len(rest))
        head = _finite(verb, grammar) if kind == "gerund" else verb
        yield f"{subject['name']} {head}{rest[len(verb) : end]}."


_LEFT_BEHIND = re.compile(r" (?P<preposition>in|on|for|with)(?P<rest>$| (?:in|at|on|with|alongside|for) )")


def _objects(string: str, grammar: _Grammar) -> Iterator[str]:
    """ "F, which Ada directed in Oslo", "F, a drama Ada directed in Oslo", "F is a comedy that Ada starred in" """
    for match in grammar.object_of.finditer(string):
        left = _LEFT_BEHIND.match(match["rest"])
        if left is not None:
            yield f"{match['name']} {match['verb']} {left['preposition']} {match['film']}{match['rest'][left.start('rest') :]}."
        else:
            yield f"{match['name']} {match['verb']} {match['film']}{match['rest']}."


_FILM = re.compile(char_class("FT"))
_SUBORDINATE = re.compile(
    r"^[^\w\ue000-\uf2ff]*(?:while|whereas|when|although|though|as|after|because|since) (?=.{10,200}?, )"
)


def _independent(string: str, grammar: _Grammar) -> Iterator[str]:
    """ "Ada starred in F, and Ben directed G", "While Ada starred in F, Ben directed G": the clauses, each with a subject of its own.

    One that names no film, where one before it does, is left out: what it says may be said of that film.
    """
    if " if " in string:
        return
    opened = _SUBORDINATE.match(string)
    start = opened.end() if opened else 0
    pieces, position = [], start
    for match in grammar.independent.finditer(string, start):
        if not _stands_alone(string[position : match.start()], grammar):
            continue
        pieces.append(string[position : match.start()])
        position = match.end()
    if not pieces:
        return
    named = False
    for piece in (*pieces, string[position:].rstrip(".")):
        films = _FILM.search(piece) is not None
        if films or not named:
            yield f"{piece}."
        named = named or films


def _stands_alone(words: str, grammar: _Grammar) -> bool:
    """Whether words before a comma are a clause, and no list and no opening that waits for its subject."""
    subject = grammar.subject.search(words)
    return subject is not None and _is_subject(words, subject) and words.count("(") == words.count(")")


_NO_SUBJECT = re.compile(
    r"(?:\b(?:of|by|with|in|at|from|for|to|on|like|than|alongside|including|under|against|as|about)(?: the| a| his| her| their)?(?: [\w-]+){0,2}|,) $"
)


def _is_subject(string: str, match: re.Match[str]) -> bool:
    before = string[: match.start()]
    if match["name"] in string[: match.start()]:
        return True
    return not _NO_SUBJECT.search(before[-40:]) or (before.endswith(", ") and before.count(",") == 1)
