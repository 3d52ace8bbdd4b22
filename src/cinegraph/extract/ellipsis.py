"""What an answer leaves out because the question has said it: "Who taught you?" "Ben Roe." says that Ben Roe taught her.

Question and answer become one sentence, in the manner of :mod:`cinegraph.extract.clauses`: a statement or a question about a place, a time or a
company is completed by the words of the answer, a question for a person or a film by the name that the answer begins with.
"""

from __future__ import annotations

import re

from cinegraph.extract.nodes import ANY_NODE, AbstractSentence, Node, char_class
from cinegraph.extract.plainer import past

_P, _PF, _N = char_class("P"), char_class("PF"), char_class("N")
# "On Night Bus, yes."
_NODDED = re.compile(r", (?:yes|yeah|indeed|of course|exactly)$")
_LONGEST_QUESTION, _LONGEST_ANSWER = 220, 260
_FILLER = r"(?:(?:yes|yeah|no|oh|well|right|exactly|indeed|actually|really|mostly|mainly|probably|definitely|certainly|everything|all of it|almost everything|almost all of it|entirely|of course|i think|i suppose|first of all|above all|at first|then|the great|always|and|still|for me|on paper)\b,? )*"
_VERB = re.compile(
    r"\b(?:is|was|were|are|am|had|has|have|did|do|does|would|will|could|can|went|made|said|came|got|took|gave|met|wrote|shot|thought|saw|'s|'d|'m|'ve|'re)\b|[\uf100-\uf1ff]"
)
# "In Warsaw, for the shorts", "Two days a week, at KASK", "With Ben Roe"
_FRAGMENT = re.compile(
    rf"{_FILLER}(?P<said>(?:in|at|with|under|for|from|by|on|since|until|between|near|{char_class('OE')}|(?:[\w-]+ ){{1,4}}(?:days?|years?|months?|weeks?|semesters?|times?)\b)[^;?!]*)"
)
_NAMES = re.compile(
    rf"{_FILLER}(?:(?:it|that|this) (?:was|is|'s|would be)(?: (?:always|really|mostly|probably))? |that's |there (?:was|is|were|are) |i(?:'d| would| do)? say |[\w-]+ (?:will|would) say )?{_FILLER}(?:the |an? |(?:my|our|his|her|their|{_P})'s )?(?:(?:[\w-]+|{_N}),? ){{0,3}}?(?P<name>{_PF})(?P<rest>.*)"
)
_MORE = re.compile(rf"(?:,? and |, |,? or )(?:(?:the|an?|then|also|always|later) ){{0,2}}(?P<name>{_PF})")
# "Ada will say Ben Roe": the first name is not what was asked for.
_SAYS_MORE = re.compile(
    r" (?:will|would|says?|said|thinks?|thought|told|asked|asks|knows?|knew|can|could|should|must|made|did(?!$|[.,])|once|never|always says)\b"
)
# "I did, with Ada", "Ada and I"
_DID_IT = re.compile(
    rf"(?:(?:well|oh|actually|mostly),? )?(?P<people>{_P}(?:(?:,| and|, and|, then) {_P})*)(?: did| was| has|(?<={_P}))(?: it| that)?(?:,? (?:together |along )?with (?:(?:my|our|the) (?:[\w-]+ ){{0,3}})?(?P<others>{_P})(?: and {_P})*)?(?:, (?!(?:but|not)\b)[^;?]{{2,60}})?"
)
_FINITE = re.compile(r"[\uf100-\uf1ff] |\w+(?:ed|t|e|k|w|d|s) ")
_ONLY_NO = re.compile(
    r"(?:no|never|not at all|unfortunately not)(?:, (?:no|never|not at all|never did|unfortunately|unfortunately not|i'm afraid not|not (?:me|us|him|her)|(?:i|it|we|he|she|they|that) (?:did|was|were|have|has|had)(?: not|n't)))*"
)
# What "no" may deny instead of the rest: "Did you make it alone?" "No."
_LIMITED = re.compile(
    r"\b(?:alone|always|only|really|just|first|already|both|together|easily|consciously|deliberately|immediately|from the (?:start|beginning)|all|on purpose|mainly|mostly|entirely|too|also|even|ever (?:think|want|hope|imagine)|because|so|as|like|want\w*|like|plan\w*|expect\w*|think|feel|long|often|by yourself|yourself|still|again|more|before|when|while|after|without)\b"
)
_SCHOOL_OF_A_TOWN = re.compile(rf"(?P<town>in {char_class('L')}),? (?P<school>at the (?:film|art|drama) (?:school|academy))\b")
_WHO_SHOT = re.compile(r"^(?:and |so |but )?who (?:then )?shot(?= (?:the|[\ue100-\ue1ff]))")
# "And your cinematographer?" "Ben Roe."
_NOUN_ASKED_FOR = re.compile(
    rf"(?:and |but |so |what about |and what about |then )?(?P<what>(?:{_P}'s|the|our) (?:[\w-]+ ){{0,2}}(?:{char_class('R')}|teacher|professor|mentor|master)(?: (?:on|of|for) {_PF})?)"
)
_LAST_PLACE = re.compile(rf" (?:in|at|with|under|by) (?:the )?{ANY_NODE.pattern}$")
_YES, _NO = (
    re.compile(r"(?:yes|yeah|absolutely|exactly|indeed|of course|that's right|i did|it did|we did|it was|certainly)\b"),
    re.compile(r"(?:no|never|not at all|unfortunately not|not really|nobody)\b"),
)
_ONLY_NO_AT_FIRST, _REPLACING = re.compile(r"no, "), re.compile(r"(?:in|at|with|under|by) ")
_ASKED = re.compile(
    r"(?:and |so |but |now )?(?:(?P<who>who(?:m)?|which (?:directors?|film-?makers?|films?|artists?|actors?)|what (?:films?|directors?|film-?makers?))|(?P<where>where|when|in (?:what|which) \w+|at (?:what|which) \w+|with whom|how))\b,? (?P<rest>.+)"
)
_MODELS = re.compile(
    r"\b(?:hero|heroes|influence[sd]?|inspirations?|inspired|models?|idols?|shaped|formed|(?:steal|borrow|learn|copy|quote)s? (?:from|most)|people [\ue000-\ue0ff] (?:admires?|loves?|steals?)|favou?rite (?:directors?|film-?makers?|films?)|admire|look up to|go back to|return to|touchstones?|references?|masters)\b"
    r"|\bfirst (?:film|movie|picture)s?\b[^.;]{0,30}\b(?:matter\w*|moved|struck|impress\w*|loved?|meant|marked|saw|remember)\b|\bfilms? (?:that )?[\ue000-\ue0ff] (?:had|have) in mind\b"
    r"|\bremember the first (?:film|movie)\b|\b(?:which|what) films? (?:made|got|turned)\b"
)
_TURNED = re.compile(
    rf"(?P<verb>did|do|does|have|has|had|was|were|is|are|will|would) (?P<subject>(?:the (?:film|movie|script|screenplay|music|score|filming|shooting|shoot) |{_PF}(?:'s [\w-]+)? ))(?P<rest>.+)"
)
# "Your husband edited it?" "Yes, Ben Roe."
_BY_KIN = re.compile(rf"(?:and |so |but )?(?P<kin>{_P})(?: (?:also|then|has))? (?P<rest>{char_class('V')} .+)")
# "And the music?" "It's by Ben Roe."
_CRAFT_ASKED_FOR = re.compile(
    rf"(?:and |but |so |what about |how about |tell us about |and what about |then )?(?P<what>(?:the|{_P}'s) (?:{char_class('K')}|music|score|soundtrack|screenplay|script|camera|cinematography|editing|photography))"
)
_BY = re.compile(rf"{_FILLER}(?:(?:it|that|this|they|these) (?:is|was|are|were|'s) |it's |that's )?(?:written |composed |done |made |all )?by (?:(?:my|our)'s )?(?:(?:[\w-]+|{_N}),? ){{0,3}}?(?P<name>{_P}).*")
_NOTHING_MORE = re.compile(rf"$|,? (?:and|with) {_P}$|, (?:who|whom|an?|the|my|our|again|as always|of course)\b")
_DID_IT_ALL = re.compile(rf"{_FILLER}{_P}(?: [\w-]+)? {char_class('V')} (?P<it>{char_class('F')})(?!')")
_BRIDGE = re.compile(r"(?:and |so |but |now )?(?P<said>[^?;]{8,})")


def completed(question: AbstractSentence, answer: AbstractSentence) -> AbstractSentence | None:
    """What question and answer say together; None where the answer is a sentence of its own, or none to this question.

    >>> from cinegraph.extract.nodes import Node
    >>> asked = AbstractSentence("Who taught you?", 0, 15, [Node("P", 11, 14, "you", ("ada",))])
    >>> told = AbstractSentence("Ben Roe.", 0, 8, [Node("P", 0, 7, "Ben Roe", ("ben",))])
    >>> completed(asked, told).readable()
    '<P:Ben Roe> taught <P:you>.'
    """
    asked, said = question.string.rstrip('?.! "*_'), answer.string
    if len(asked) > _LONGEST_QUESTION or len(said) > _LONGEST_ANSWER:
        return None
    both = AbstractSentence("", answer.start, answer.start, ())
    asked = _WHO_SHOT.sub(lambda match: match.group()[:-4] + both.add(_held_the_camera()), _moved(asked, question, both))
    told = _moved(_plainly(answer).rstrip('.! "*_'), answer, both)
    spoken = _moved(said.rstrip('.! "*_'), answer, both)
    kin = _BY_KIN.fullmatch(asked)
    if kin is not None and both.nodes[kin["kin"]].kind == "nominal" and _YES.match(told) and (people := _names(told)):
        both.string = f"{people} {kin['rest']}."
        return both
    is_question = question.string.rstrip('"*_ ').endswith("?")
    both.string = (_by_speaker(asked, spoken) if is_question else None) or _string(asked, told, is_question) or ""
    return both if both.string else None


def about_craft(question: AbstractSentence, answer: AbstractSentence) -> None:
    """ "And the music?" "Ben Roe wrote it": what is written is the music, and not the film."""
    craft = _CRAFT_ASKED_FOR.fullmatch(question.string.rstrip('?.! "*_'))
    done = _DID_IT_ALL.match(answer.string) if craft is not None else None
    if craft is not None and done is not None and answer.nodes[done["it"]].kind == "pronoun":
        noun = _moved(craft["what"], question, answer)
        answer.string = answer.string[: done.start("it")] + noun + answer.string[done.end("it") :]


def _held_the_camera() -> Node:
    """What "shot" is in "who shot it": whoever interviews a director asks for the camera."""
    return Node("V", 0, 0, "photographed", attributes={"relation": "cinematographer"})


def _moved(string: str, source: AbstractSentence, target: AbstractSentence) -> str:
    """The string with its nodes in another sentence."""
    return ANY_NODE.sub(lambda m: target.add(source.nodes[m.group()]), string)


def _plainly(sentence: AbstractSentence) -> str:
    """The words of an answer, where pronouns are words: "it was Ben Roe" names nobody but Ben Roe."""
    pronouns = {
        char: node.text.lower()
        for char, node in sentence.nodes.items()
        if node.kind == "pronoun" and node.letter in "PF"
    }
    return "".join(pronouns.get(char, char) for char in sentence.string)


def _string(asked: str, told: str, is_question: bool) -> str | None:
    told = _NODDED.sub("", told)
    fragment = _FRAGMENT.fullmatch(told)
    if fragment is not None and _VERB.search(fragment["said"].split(",")[0]):
        fragment = None
    if (craft := _CRAFT_ASKED_FOR.fullmatch(asked)) and (by := _BY.fullmatch(told)):
        return f"{craft['what']} is by {by['name']}."
    if craft and (alone := _NAMES.fullmatch(told)) and _NOTHING_MORE.match(alone["rest"]) and not _NO.match(told):
        return f"{craft['what']} is by {_names(told)}."
    if (place := _LAST_PLACE.search(asked)) and fragment and _ONLY_NO_AT_FIRST.match(told) and _REPLACING.match(fragment["said"]) and not _ASKED.match(asked):
        return f"{asked[: place.start()]} {fragment['said']}."
    if not is_question:
        statement = _BRIDGE.fullmatch(asked)
        return f"{statement['said']} {fragment['said']}." if statement and fragment else None
    question = _ASKED.fullmatch(asked)
    if _MODELS.search(asked) and (models := _of_models(asked, told)):
        return models
    if question is None and (noun := _NOUN_ASKED_FOR.fullmatch(asked)) and (people := _names(told)) and not _NO.match(told):
        return f"{noun['what']} was {people}."
    if question is None:
        turned = _TURNED.fullmatch(asked)
        if turned is None:
            return f"{asked} {fragment['said']}." if fragment and _VERB.search(asked) and not _NO.match(told) else None
        statement_ = _straight(turned)
        if _NO.match(told):
            return _denied(turned, told, fragment)
        return f"{statement_} {fragment['said']}." if fragment else f"{statement_}." if _YES.match(told) else None
    if question["where"]:
        turned = _TURNED.fullmatch(question["rest"])
        where = fragment and _SCHOOL_OF_A_TOWN.sub(r"\g<school> \g<town>", fragment["said"])
        return f"{_straight(turned).removesuffix(' first')} {where}." if turned and where else None
    return _for_a_name(question, told)


def _straight(turned: re.Match[str]) -> str:
    """ "Did she study in Oslo" as "she studied in Oslo", "was it shot" as "it was shot"."""
    if turned["verb"] not in ("did", "do", "does"):
        return f"{turned['subject']}{turned['verb']} {turned['rest']}"
    verb, blank, rest = turned["rest"].partition(" ")
    return f"{turned['subject']}{(past(verb) if turned['verb'] == 'did' else '') or verb}{blank}{rest}"


def _denied(turned: re.Match[str], told: str, fragment: re.Match[str] | None) -> str | None:
    """What a plain "no" denies, and what one that goes on puts in its place ("Was it shot in Porto?" "No, in Lisbon.")."""
    if _LIMITED.search(turned.group()):
        return None
    if fragment is not None:
        last = _LAST_PLACE.search(turned["rest"])
        replaces = last is not None and fragment["said"].startswith(("in ", "at ", "with ", "under ", "by "))
        return f"{_straight(turned)[: -len(last.group())]} {fragment['said']}." if last and replaces else None
    return f"{turned['subject']}{turned['verb']} not {turned['rest']}." if _ONLY_NO.fullmatch(told) else None


def _by_speaker(asked: str, spoken: str) -> str | None:
    """The question with who answers it, alone or with others, in the place of "who": "I did, with Ada", "Ada and I", "Ben did"."""
    question, people = _ASKED.fullmatch(asked), _DID_IT.fullmatch(spoken)
    if question is None or people is None or question["who"] not in ("who", "whom"):
        return None
    if not _FINITE.match(question["rest"]) or re.match(r"(?:is|was|were|are) ", question["rest"]):
        return None
    others = f" and {people['others']}" if people["others"] else ""
    return f"{people['people']}{others} {question['rest']}."


def _for_a_name(question: re.Match[str], told: str) -> str | None:
    """The question with the names of the answer in the place of "who"."""
    people = _names(told)
    if people is None:
        return None
    if not question["who"].startswith("who"):
        return None
    turned = re.fullmatch(
        rf"(?P<verb>did|do|does|have|has|had) (?P<subject>{_PF}) (?P<rest>.+?)(?P<with> (?:with|under|by|for|from|to))?",
        question["rest"],
    )
    if turned is None:
        return (
            None
            if re.match(r"(?:are|is|were|was) ", question["rest"])
            and not re.match(r"(?:are|is|were|was) (?:[\uf100-\uf1ff]|the |" + _P + r"'s )", question["rest"])
            else f"{people} {question['rest']}."
        )
    return f"{turned['subject']} {turned['rest']}{turned['with'] or ''} {people}."


def _of_models(asked: str, told: str) -> str | None:
    """Whom or what an answer names to a question about what has formed somebody."""
    owner, people = re.search(_P, asked), _names(told)
    return f"{owner.group()}'s influences are {people}." if owner and people and not _NO.match(told) else None


def _names(told: str) -> str | None:
    """The names that an answer begins with, as a list."""
    first = _NAMES.fullmatch(told)
    if first is None or first["rest"].startswith("'s") or _SAYS_MORE.match(first["rest"]):
        return None
    people, rest = first["name"], first["rest"]
    while more := _MORE.match(rest):
        people, rest = f"{people}, {more['name']}", rest[more.end() :]
    return str(people)
