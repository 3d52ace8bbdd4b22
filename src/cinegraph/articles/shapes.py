"""What lines look like by their letters and marks: a person's name, a credit, a row of a line-up, a title."""

from __future__ import annotations

import re

from cinegraph.articles.words import word_set
from cinegraph.inserts import NOTE

_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_’'.-]*(?:['’.-][^\W\d_]*)*\.?")
PARTICLES = word_set("""
    de da do dos das del della di du des la le van von der den ten ter zu zum bin ibn ben al el y e af av och og
    """)
NOT_IN_NAMES = word_set("""
    a about academy actor actors actress after all also an and animation announcement archive article as at
    audience award awards bear best book brief but camera cannes cast category certain chapter cinema
    cinematographer cinematography city classics comedy comment company competition composer conclusion contact
    context costume costumes country credits critics d'or date day debut debuts details dir director directors
    distribution distributor documentary drama duration edition editing editor editors episode event evening
    fact facts feature featured features festival fiction film films final first footnote for foundation free
    friday from full genre golden grand guest highlights how if image images in international interview intro
    introduction is it jury language last latest left length leopard line-up lineup lion list location lunch
    made main mention monday morning movie movies music my name new news night no note notes of official on open
    opening or original other our palme part people photo photography photos picture pictures place plot plus
    premiere premieres press president presidents price prix prize prizes produced producer producers production
    profile program programme project question questions quote rating read regard release released result review
    right role running runtime saturday scene schedule score screened screening screenings screenplay
    screenwriter season second section see selection series short shorts shot show silver sound source special
    starring stars still story subject summary sunday synopsis text the these this third thursday ticket tickets
    time title to today top topic trailer translation tuesday tv update venue verdict video view watch we
    wednesday week what when where who why winner winners with women words world writer writers written year
    years you your youth
    """)
_QUESTIONERS = word_set("""
    q question questions interviewer interviewers moderator host reporter journalist audience
    """)
_ANSWERERS = word_set("a answer answers interviewee")
_CREDIT_LABELS = "|".join(
    (
        r"directors?|directed|screenwriters?|screenplay|script|story|written|writers?|writing",
        r"cinematograph(?:y|ers?)|directors?\sof\sphotography|dop|dp|camera|photographed|photography",
        r"edit(?:ors?|ing|ed)|music|score|composers?|composed|sound(?:\sdesign)?",
        r"(?:executive\s)?producers?|produced|production(?:\s(?:design(?:er)?|compan(?:y|ies)|country))?",
        r"co-?produc(?:ers?|tion)|cast|starring|stars|actors|with|featuring|casting",
        r"costumes?(?:\sdesign(?:er)?)?|make-?up|set\sdesign|art\sdirect(?:or|ion)|animation|vfx|visual\seffects",
        r"distribut(?:ors?|ion|ed)|(?:world|international)\ssales|sales(?:\sagent)?|print\ssource",
        r"countr(?:y|ies)|languages?|year|runtime|running\stime|duration|length|genres?|(?:original\s|english\s)?title",
        r"release(?:\sdate)?|premiere|format|colou?r|aspect\sratio|subtitles?",
    )
)
_CREDIT = re.compile(
    rf"[*_]{{0,3}}(?:{_CREDIT_LABELS})(?:(?:\sand\s|\s&\s|/|,\s)(?:{_CREDIT_LABELS}))*(?:\sby)?[*_]{{0,3}}"
    r"\s*(?::[*_]{0,3}|\s[–—-]\s|\t|(?<=\*)\s|(?<=[a-z]\sby)\s)\s*\S"
    r"|[*_]{0,3}(?:d|sc|scr|ph|m|mus|ed|w|wr|p|pr|exec\.?\sprod|prod(?:\.?\sco)?|dist)\.?:[*_]{0,3}\s*\S",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\([^()]*\b(?:18|19|20)\d\d\b[^()]*\)|\b\d{1,3}\s?(?:min(?:ute)?s?\b|mins?\.|′|’|')"
    r"|^[*_]*(?:18|19|20)\d\d\b[*_:]*\s|\([^()]*[A-Z][^()]*\)\s*,|,\s*(?:18|19|20)\d\d\b(?:,|$)"
)
_BOLD_LABEL = re.compile(r"(\*\*|__)[^*_]{1,60}(?::\1|\1\s?:)\s*\S")
_PLAIN_LABEL = re.compile(r"[^\W\d_][^:.!?\n]{1,60}:\s+\S")
_FINITE_VERBS = word_set("""
    is are was were has have had will would can could did does do says said tells told makes made takes took
    goes went gets got comes came won
    """)
_CLOSERS = "\"”’'»)]*_ \xa0"
_NOTES_AT_END = re.compile(rf"{NOTE}{{1,9}}$")
_LONGEST_HEADING, _LONGEST_INTRODUCTION = 150, 60


def name_words(text: str) -> list[str] | None:
    """The words of what looks like a person's name (one to five words, capitalised but for particles); else None.

    >>> name_words("Joachim von Trier"), name_words("Best Director"), name_words("KB")
    (['Joachim', 'von', 'Trier'], None, ['KB'])
    """
    words = text.split()
    if not 1 <= len(words) <= 5 or len(text) > 42 or words[-1] in PARTICLES:
        return None
    return words if all(_is_name_word(word, index == 0) for index, word in enumerate(words)) else None


def _is_name_word(word: str, first: bool) -> bool:
    if word.lower().strip(".") in NOT_IN_NAMES or not _NAME_WORD.fullmatch(word):
        return False
    return not word[0].islower() or (not first and word in PARTICLES)


def is_person_like(text: str) -> bool:
    """Whether a line is two to four words that could be one person's name.

    >>> is_person_like("Agnès Varda"), is_person_like("Telluride Film Festival"), is_person_like("Varda")
    (True, False, False)
    """
    words = name_words(text)
    return words is not None and 2 <= len(words) <= 4


def label_role(label: str) -> str | None:
    """``question`` or ``answer`` for labels that say so themselves ("Q", "Interviewer"); None for names."""
    lowered = label.lower().strip(". ")
    if lowered in _QUESTIONERS:
        return "question"
    return "answer" if lowered in _ANSWERERS else None


def is_credit(line: str) -> bool:
    """Whether a line is a credit with its label ("Director: X", "**Written by** X").

    >>> is_credit("Music: X"), is_credit("**Directed by** X"), is_credit("The music: X")
    (True, True, False)
    """
    return len(line) <= 600 and bool(_CREDIT.match(line)) and not (ends_sentence(line) and has_verb(line))


def is_record(line: str) -> bool:
    """Whether a short line gives a title with its country, year or length, as line-ups do.

    >>> is_record("ATLANTICS (France/Senegal), Mati Diop, 106 min"), is_record("It lasts.")
    (True, False)
    """
    return len(line) <= 200 and not ends_sentence(line) and bool(_RECORD.search(line)) and not has_verb(line)


def is_labelled(line: str) -> bool:
    """Whether a short line is a label and its value ("Grand Prix: Faust", "**Born:** 1991").

    >>> is_labelled("**Born:** 1991, Nalchik"), is_labelled("He said: never.")
    (True, False)
    """
    if len(line) > 300 or ends_sentence(line):
        return False
    return bool(_BOLD_LABEL.match(line)) if line[0] in "*_" else len(line) <= 160 and bool(_PLAIN_LABEL.match(line))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, closing quotation marks aside."""
    stripped = (_NOTES_AT_END.sub("", line) if line.endswith("]") else line).rstrip(_CLOSERS)
    return not stripped or stripped[-1] in ".!?…。！？।؟"


def ends_question(line: str) -> bool:
    """Whether a line ends in a question mark, closing marks aside."""
    return line.rstrip(_CLOSERS + "!").endswith(("?", "؟", "？"))


def is_title_like(line: str) -> bool:
    """Whether a line could be a heading: short, beginning as titles do, and without the end of a sentence.

    >>> is_title_like("A life in pictures"), is_title_like("She was born in Arles."), is_title_like("Then she said:")
    (True, False, False)
    """
    if not 1 < len(line) <= _LONGEST_HEADING or line[-1] in ",;" or ends_sentence(line):
        return False
    if line.rstrip("*_")[-1:] == ":" and (len(line) > _LONGEST_INTRODUCTION or has_verb(line) or ". " in line):
        return False
    first = line.lstrip("“\"‘'«*_([¿¡")[:1]
    return bool(first) and not first.islower()


def is_pull_quote(line: str) -> bool:
    """Whether a piece is a quotation set apart in several short lines."""
    return "\n" in line and line[0] in '“"«„' and line[-1] in '”"»“'


def has_verb(line: str) -> bool:
    """Whether one of the commonest finite verbs stands in a line."""
    return any(word.strip(".,:;") in _FINITE_VERBS for word in line.split())
