"""How a clause says something: asserted, hedged, planned, negated, former; and the words that show it."""

from __future__ import annotations

import re
from functools import cache

from cinegraph.extract.sieve import Sieve, bits
from cinegraph.extract.sought import Sought
from cinegraph.model import Modality

ENDURING = frozenset(
    {"residence", "work_location", "employer", "partner_of", "festival_role", "taught_at", "occupation"}
)
"""Relations that last, so that they may be over: "former" and "used to" say something about these only."""

_NOT = (
    r"(?:not|never|neither|nor|cannot|hardly|scarcely)\b|\w+n't\b|without (?:ever )?(?:having )?\w+ing\b"
    r"|no longer\b|den(?:y|ie[sd]|ying)\b"
    r"|fail(?:s|ed|ing)? to\b|refus(?:es|ed|ing) to\b|declin(?:es|ed|ing) to\b|(?:turns?|turned|turning) down\b"
    r"|(?:lost|loses|losing) (?:out\b|to\b|(?:the |its |his |her )?(?:race|bid|award|prize|[\ue500-\ue5ff]))"
    r"|(?:miss(?:es|ed|ing)?|los(?:es|t|ing)) out on\b|rather than\b|instead of\b|(?:left|leaves?) out\b"
    r"|should have (?:won|taken|received|got)\b|(?:close to|short of|on the verge of|robbed of) (?:winning|taking|the [\ue500-\ue5ff]|a [\ue500-\ue5ff])"
    r"|snub(?:s|bed)\b|overlook(?:s|ed)\b"
    r"|pass(?:es|ed) over\b|empty-handed\b|(?:won|wins|win|received|receives|took|got|taking|winning) "
    r"(?:no|neither|none|nothing)\b"
    r"|no (?:[\w-]+ ){0,3}(?:was|were|is|has|have|will|could)\b|nobody (?:has|had|would|will|could"
    r"|\w+ed)\b|none of\b"
)
_PLAN = (
    r"(?:will|shall)\b|(?:plans?|planned|planning|intends?|intended|hopes?|hoping|wants?|wanted"
    r"|wishes|dreams?|due|scheduled|slated|set(?! of)|expected|supposed"
    r"|preparing|signed on|attached|tapped|expects?) (?:of|to)\b|(?:is|are|was|were) (?:currently "
    r"|now |also )?(?:planned|slated|preparing|attached|scheduled|due)\b"
    r"|(?:is|are) to (?:be |have )?(?:\w+ )?(?:open|release|shoot|direct|star|play|screen|premiere|show|bow|receive|head|chair|preside|begin|start|compete|make|write|produce|appear|headline|close|launch|win)(?:d|n|ed)?\b"
    r"|(?:is|are) to (?:be |have )?(?:\w+ )?[\uf100-\uf1ff]"
    r"|(?:have|has|been) asked (?:(?:me|him|her|us|them|[\ue000-\ue0ff]) )?to\b|[\ue000-\ue0ff] to (?:sit on|preside over|serve on)\b|(?:want(?:s|ed)?|ask(?:s|ed)|hop(?:es|ed) for|invit(?:es|ed)|expect(?:s|ed)|urg(?:es|ed)|begg?(?:s|ed)|wish(?:es|ed) for|would have liked|offer(?:s|ed)) [\ue000-\ue0ff] to\b|(?:expect(?:s|ed|ing)?|want(?:s|ed)?|back(?:s|ed)|tip(?:s|ped)?|fanc(?:y|ies|ied)|favou?r(?:s|ed)?) (?:the |\")?[\ue000-\ue1ff\uef00-\uefff]\"? to\b|upcoming\b|forthcoming\b|(?:next|future|unmade|unrealised|planned) (?:film|feature|project"
    r"|movie|picture|series|short|documentary)s?\b"
    r"|in (?:early |active )?(?:development|pre-production|preparation)\b|(?:is|are|was|were|'s) about t"
    r"o\b|going to (?!the\b|a\b|an\b|[\ue000-\uf0ff])"
    r"|mov(?:es|ing) towards?\b|(?:is|are|'s|currently|now|also|still) (?:hard at work|at work|working) on\b"
    r"|(?:is|are|'s|currently) (?:currently |now |also |busy |already )?(?:filming|shooting|developing"
    r"|preparing|writing|prepping)\b|(?:is|are|'s) (?:currently|now|presently) [\uf100-\uf1ff](?! by\b)"
    r"|(?:was|were) to have (?=\w+(?:ed|ten|ade)\b|been\b|[\uf100-\uf1ff])"
    r"|would (?:be (?:shot|filmed|directed|made|released|produced)|direct|shoot|film|make|star"
    r"|like|love)\b|to be (?:directed|shot|filmed|released|produced)\b"
)
_RUMOUR = (
    r"reportedly\b|allegedly\b|purportedly\b|supposedly\b|rumou?r\w*|gossip\b|according to (?:some"
    r"|unconfirmed|rumou?rs|reports|sources|people|one|several)\b"
    r"|(?:is|are|was|were|been|being|be) (?:widely )?(?:said|reported|rumou?red|thought|believed"
    r"|alleged|understood|tipped|considered|presumed) (?:to|that|for|by some)\b"
    r"|(?:may|might|could)\b(?! 1?\d\b)|possibly\b|perhaps\b|probably\b|presumably\b|maybe\b|(?:un)?like"
    r"ly\b|unconfirmed\b|apparently\b|it (?:would )?seems?\b|seems? to\b"
    r"|(?:(?:is|are|was|were) in (?:early |advanced |final )?(?:talks|negotiations)\b|in (?:early |advanced |final )?(?:talks|negotiations) (?:to|for|over)\b)|speculat\w+|tipped\b"
    r"|(?:chances?|hopes?|odds|prospects?|possibility|dreams?|in the hope|with a view) of (?:winning|taking|a win)\b"
    r"|among the favou?rites\b|(?:front-?runner|favou?rite|contender)s? (?:for|to)\b"
    r"|(?<!i )(?<!we )(?<!you )(?:believes?|believed|thinks?|suspects?|suspected|assumes?|assumed|hopes|hoped|fears?|feared|expected|guessed) that\b"
    r"|(?:people|some|many|they|sources|insiders|observers|gossips|tabloids) (?:always |often |sometimes )?(?:say|said|claim|claimed|suggest|hint)\b|legend has it\b|word (?:is|has it)\b|claims? to (?:have|be)\b|would have\b|(?:asked|wonder"
    r"(?:s|ed)|unclear|doubts?|knows?|knew) (?:if|whether)\b|(?<!as )if (?!not\b|only\b|you\b|anything\b"
    r"|any\b)"
)
_OVER = (
    r"former\b|formerly\b|then[- ](?:wife|husband|partner|girlfriend|boyfriend|fianc[ée]e?)\b|ex-"
    r"(?:wife|husband|partner|\w+)|used to\b"
    r"|(?:previously|once|briefly) (?:lived|worked|taught|married)\b|until (?:his|her|their|[\ue900-\ueaff"
    r"])|divorced\b|late (?:wife|husband|partner)\b"
)
_CUES = tuple(
    (modality, re.compile(rf"(?<![\w'-])(?:{words})"))
    for modality, words in (
        (Modality.NEGATED, _NOT),
        (Modality.PLANNED, _PLAN),
        (Modality.HEDGED, _RUMOUR),
        (Modality.FORMER, _OVER),
    )
)
_HARMLESS = re.compile(
    r"\b(?:apparently|probably|perhaps|possibly|likely) (?:the |his |her |its )?(?:first|last|only"
    r"|best|most|because|better)\b|\bnot (?:only|just|merely|simply|least|far|to mention|yet|long"
    r"|until|surprisingly|unlike|the first|so much)\b"
    r"|\b(?:do not|don't|never|not|cannot|can't|mustn't|shouldn't) (?:be )?forg(?:et|otten)\b|\b(?:not (?:many|everybody|everyone|all)(?: people)? knows?(?! (?:if|whether)\b)|nobody doubts\b)"
    r"|\b(?:the|film|movie|its|his|her|their|a|whole) set of\b|\b(?:no doubt|whether or not|no less|nor least)\b|\bcould(?: not|n't)? (?:wait|help|afford)\b"
    # "On 4 May", "this May": the month is no doubt; "this may be" is.
    r"|\bmay (?:\d|[\ue900-\ueaff])|\d(?:st|nd|rd|th)? (?:of )?may\b(?! (?:be|have|not|also|well|yet|still)\b)|\b(?:in|of|on|early|mid|mid-|late|last|next|this|since|until|till|from|by|around|during|following|end of|april|june|april and|and june) ?may\b(?! (?:be|have|not|also|well|yet|still|seem|look|sound|mean|soon|one|even|never|become|direct|shoot|play|star|write|return|make|turn|go|win)\b)"
    r"|\b(?:you|one|we|viewers|audiences|readers) (?:may|might|could|will|may not|might not)\b"
    r"|\bwill (?:open|close|kick off|wrap(?: up)?|conclude|end|begin|start|come to (?:a close|an end)"
    r"|get under way)\b(?=[^.;]{0,40}\bwith\b)|\bwill(?:s|ed)?'s\b|\bif (?:ever|at all|memory)\b"
)
_CLAUSE = re.compile(
    r"[;:()]|,? (?:but|although|though|while|whereas|however|yet)\b|, (?:for|in|with|of|at|on|to|from) (?:which|whom)\b|, (?:and|who|which|where|when"
    r"|then|so|because|if)\b|, (?=\w+(?:ed|ing) )| and (?=(?:then |later |also )?(?:\w+ed|won|took"
    r"|made|went|became|wrote|shot|had|has|was|is)\b)"
)
_ASIDE = re.compile(r", [^,]{1,120},(?= )")
_VERBAL = re.compile(
    r"[\uf100-\uf1ff]|\b(?:\w{3,}ed|is|was|are|were|be|been|has|had|have|won|wins|made|makes|took"
    r"|takes|wrote|writes|shot|became|got|gets|gave|left|led|works?|lives?)\b"
)


_TAKEN_BACK = Sought(
    r"(?:\.\.\.|…|[—–,;.]|--) ?(?:no|wait|sorry|or rather|excuse me|pardon),? (?:no\b|wait\b|sorry\b|excuse me\b|pardon\b|that(?:'s| is| was)\b|i(?:'m| am)\b|it was\b|not )"
    r"|\b(?:that(?:'s| is| was) (?:wrong|not right|a mistake)|i(?:'m| am) (?:wrong|mistaken|confusing|mixing)|scratch that|strike that)\b"
)
_ON_CONDITION = Sought(
    r"\b(?:if|provided|as long as|should) (?:it|that|this|all|everything|we|i|things|the money|the funding|somebody|anybody)\b[^.;]{0,60}(?:\b(?:will|shall|would)|'ll)\b"
    r"|(?:\b(?:will|shall|would)|'ll|'d) [^.;]{0,60} (?:if|provided) (?:it|that|this|all|everything|we|i|things|the money|the funding|somebody|anybody)\b"
)


def depends(sentence: str) -> bool:
    """Whether a sentence tells a plan that hangs on a condition.

    >>> depends("If it works we will shoot in Plovdiv."), depends("We will shoot in Plovdiv.")
    (True, False)
    """
    return _ON_CONDITION.search(sentence.lower()) is not None


_ASKS = re.compile(
    r"(?:[:;—–]|--|\.\.\.|…|,) (?:and |but |so )?(?:how|what|why|when|where|who|which|did|do|does|was|were|is|are|isn't|wasn't|have|has|can|could|would|will)\b"
)
_ASKING = re.compile(
    r"\W*(?:and |but |so |then |now )*(?:how|what|why|when|where|who|whose|which|did|do|does|was|were|is|are|isn't|wasn't|have|has|had|can|could|would|will|should|whether|if|after|before|in what|for which|to whom)\b"
)


def takes_back(sentence: str) -> bool:
    """Whether a speaker takes back what the sentence has said.

    >>> takes_back("Ada Doe produced it... no, excuse me, that was somebody else"), takes_back("No, we shot it in Oslo")
    (True, False)
    """
    return _TAKEN_BACK.search(sentence.lower()) is not None


def stated_before_asking(question: str) -> int:
    """How much of a question states something before it asks, in characters.

    >>> stated_before_asking("your film won the prize: how did it begin?"), stated_before_asking("did your film win the prize?")
    (23, 0)
    """
    if _ASKING.match(question):
        return 0
    match = _ASKS.search(question)
    return match.start() if match else 0

# "It will have its premiere": a verb that says nothing but through the noun behind it.
_LIGHT_VERB = re.compile(r"\b(?:have|make|get|receive|celebrate|enjoy|take|hold|see) $")


@cache
def _sieve() -> Sieve:
    return Sieve([pattern for _, pattern in _CUES])


def modality_of(region: str, before: str = "", *, enduring: bool = True) -> tuple[Modality, str | None]:
    """The modality of what a clause says, and the cue that shows it.

    Only words that govern count: those of the same clause, not those of an aside between commas, nor those that a
    later clause ("but …") leaves behind.

    :param region: the words that say it, lower-cased
    :param before: the words of the sentence that stand before them
    :param enduring: whether what is said may be over by now (see :data:`ENDURING`)

    >>> modality_of("he never directed")
    (<Modality.NEGATED: 'negated'>, 'never')
    >>> modality_of("he never finished school but directed")
    (<Modality.ASSERTED: 'asserted'>, None)
    >>> modality_of("its premiere at", "the film will have ")
    (<Modality.PLANNED: 'planned'>, 'will')
    """
    # Few clauses have a cue at all.
    possible = _sieve().mask(before + region)
    if not possible:
        return Modality.ASSERTED, None
    plain = _ASIDE.sub(",", region) if region.count(",") > 1 else region
    inside = _CLAUSE.split(plain)[-1]
    governed = inside == plain
    # The verb before "her debut" says nothing of whose debut it is, the word beside it may.
    near = (
        ""
        if before.endswith((", ", " by "))
        else before
        if _VERBAL.search(inside) or _LIGHT_VERB.search(before)
        else before[before.rstrip().rfind(" ") + 1 :]
    )
    words = _HARMLESS.sub(" ", f"{_CLAUSE.split(near)[-1]}{inside}" if governed else inside)
    for modality, pattern in (_CUES[index] for index in bits(possible)):
        match = pattern.search(words)
        if match and (enduring or modality is not Modality.FORMER):
            return modality, match.group().strip()
    return Modality.ASSERTED, None
