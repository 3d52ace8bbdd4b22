"""The words that point at somebody or something: pronouns, "the film", "the director", "the duo", "the latter"."""

from __future__ import annotations

import re

from cinegraph.extract.verbs import finite_verb

_FILM_NOUN = (
    "film|movie|picture|drama|documentary|feature|thriller|comedy|short|western|production|series"
    "|show|miniseries|biopic"
    "|mini-series|programme|project|pic|flick|telefilm"
)
PERSON_NOUN = (
    "director|filmmaker|film-maker|helmer|actor|actress|auteur|screenwriter|writer|cinematographer"
    "|producer|composer"
    "|novelist|cineaste|writer-director|star|documentarian|playwright"
)
_NATION = r"\w+ish|\w+ian|\w+ese|russian|french|german|american"
_TRAIT = (
    rf"\d\d-year-old|young|veteran|{_NATION}|celebrated|acclaimed|late|former|prolific|\w+-born"
    rf"|first-time|female|debut|award-winning|oscar-winning|(?:\w+ )?\w+-(?:born|based|raised|trained)"
)
_AFTER_FILM = (
    "director|festival|industry|school|world|maker|critic|adaptation|version|course|music|stars?"
    "|class|company|academy"
    "|studio|scene|programme|archive|library|crew|student|department|team|rights|designers?|managers?|houses?|values|costs|pages?|columns?|supplement|buffs?|fans?|market|coordinators?|assistants?|office|budget|films?|jury|juries|competition|prize|award|section|market|fund|editors?|composers?|producers?|cinematographers?|writers?|actors?|actress(?:es)?|historians?|scholars?|club|society"
)
_DUO = "duo|pair|couple|two|two directors|two filmmakers|filmmakers|directors|brothers|sisters|siblings|trio"
_SCHOOL = "school|academy|university|institute|conservatory|college|faculty|workshop"
# What is done with films, and with nobody.
_MADE_AS_FILMS = r"shot|lensed|photographed|cut|edited|scored|directed|written|co-written|scripted|produced|co-produced|distributed|released|screened|premiered|adapted|based on|set in"
_DONE = r"(?:also |had |have |has |was |were |is |are |then |later |now )*"
_DID = (
    rf"(?= {_DONE}(?:\w+ed|won|took|made|went|wrote|shot|born|plays?|lives?|works?|teaches|makes"
    rf"|has|had|was|is|sang|in|at)\b|'s |,)"
)
_BARE_OBJECT = (
    r"(?=[.,;:)]|$| (?:to|at|in|on|with|by|for|from|as|and|but|or|under|when|while|after|before"
    r"|into|how|that|if|because|its"
    r"|again|there|too|about|through|until|a|an|the|is|was|were|are|has|had|will|would|could|he"
    r"|she|they|everything)\b)"
)
_TIMES = r"(?:same|year|summer|autumn|fall|winter|spring|month|day|week|time|night|festival)\b"
WORDS = re.compile(
    # Gathered by what they begin with, so that few are tried at a word.
    r"(?=[bhimostuwy])(?<![\w'-])(?:(?=h)(?:"
    rf"(?P<he>he)|(?P<him>him)|(?P<self>himself|herself)|(?P<his>his)|(?P<hers>her{_BARE_OBJECT})"
    rf"|(?P<her>her))"
    r"|(?P<she>she)|(?=[th])(?:(?P<they>they|them)|(?P<their>their)"
    r"|(?P<new>the (?:new|latest|present|current) (?:one|film|movie|picture|feature)(?=[ ,.;:?!)]|$)(?! by\b| \w+ by\b))"
    r"|(?P<film>(?:the|this)(?: (?!(?:of|in|to|for|and|by|from|with|at|on|that|is|was|as|first"
    r"|last|only|second|third|next|opening|closing"
    rf"|best|most|way|others|people|they|we|who|when|where|how|studying|reading|teaching|learning|\d\ds|will|would|can|could|should|has|have|had|are|were|also|an?|the|his|her|its|their|{PERSON_NOUN}|year|\d\d-year-old)\b(?!-))(?:[\w-]+|\w+'s)){{0,3}}? (?:{_FILM_NOUN}))(?! (?:(?:documentary |film |short |fiction |animation )?(?:{_AFTER_FILM})|(?:that|which) best)|[\w-])"
    rf"|(?P<person>(?:the|this)(?: (?:{_TRAIT}))? (?:{PERSON_NOUN}))(?=[ ,.;:)]|'s|$)(?! (?:of"
    rf"|behind|who|whose|whom|that|(?:to|with|from|for|by|under) (?:whom|which)|he|she|we|i|they)\b)"
    r"|(?P<festival>(?:the|this|that)(?: same)? (?:festival|fest)(?=[ ,.;:)']|$))"
    rf"|(?P<school>(?:the|this|that)(?: same)?(?: film| drama| art)? (?:{_SCHOOL})(?=[ ,.;:)']|$)(?! (?:of"
    rf"|in|awards?)\b))"
    r"|(?P<there>there|here)(?=[ ,.;)]|$)"
    rf"|(?P<former>the former{_DID})|(?P<latter>the latter{_DID})"
    rf"|(?P<trait>the (?:[a-z]{{3,}}(?:an|eli|aqi){_DID}|\d\d-year-old(?:{_DID}|(?= {_DONE}{finite_verb()}\b))))"
    rf"|(?P<duo>the (?:{_DUO})|the two of them)(?=[ ,.;:)']|$))"
    rf"|(?P<films>both(?: of them| films| pictures| movies)?(?= (?:were|are|was|have been|had been) (?:also |again |then )?(?:{_MADE_AS_FILMS})\b)|(?:these|the) two (?:films|pictures|movies)(?= (?:were|are) ))"
    rf"|(?P<both>both(?: of them)?(?= {_DONE}(?:\w+ed|won|made|born|live|work|teach|taught|grew|come|came|left)\b))"
    r"|(?=[imouwy])(?:(?P<it>it)|(?P<its>its)|(?P<i>i|me|myself)|(?P<my>my)|(?P<we>we|us|ourselves)|(?P<our>our)"
    r"|(?P<you>you)|(?P<your>your))"
    r")(?![\w-])"
)
"""Every word that points at something; the group that matched says how."""
EXPLETIVE = re.compile(
    r"(?:'s| is| was| has been| would be| will be| had been| isn't| wasn't)(?: not| also| only| there| here| just| perhaps| probably)?"
    r"(?: (?:true|false|said|clear|possible|impossible|hard|easy|difficult|likely|unlikely|time|as if|as though|no (?:secret|surprise|wonder|accident|coincidence))\b"
    rf"| (?:in|at|on|with|for|from|through|during|under|to|by|because|when|while|after|here|there|thanks)\b[^.;]{{0,80}}? that (?!{_TIMES})"
    r"|(?: the| a| an)? [^.;,]{2,60}?,? who\b)"
    r"| (?:seem(?:s|ed)|turn(?:s|ed) out|happen(?:s|ed)|appear(?:s|ed)) that\b| took (?:him|her|them|us|me|\w+ (?:years|months|decades))\b"
)
"""What follows an "it" that stands for nothing: "it was in Rome that", "it was Ada Doe who", "it is true"."""
