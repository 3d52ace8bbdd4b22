"""What lines look like: a person's name, a credit, a row of a line-up, a title. By letters and marks, not by any list of names."""

from __future__ import annotations

import re

_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_’'.-]*(?:['’.-][^\W\d_]*)*\.?")
PARTICLES = frozenset("de da do dos das del della di du des la le van von der den ten ter zu zum bin ibn ben al el y e af av och og und of the st".split())
NOT_IN_NAMES = frozenset(
    """a about academy actor actors actress after all also an and animation announcement archive article as at audience award awards best
    book brief but camera cannes cast category chapter cinema cinematographer cinematography city classics comedy comment company competition
    composer conclusion contact context costume costumes country credits critics date day debut debuts details dir director directors
    distribution distributor documentary drama duration edition editing editor editors episode event evening fact facts feature featured
    features festival fiction film films final first footnote for foundation free friday from full genre grand guest highlights how if image images
    in international interview intro introduction is it jury language last latest left length line-up lineup list location lunch made main mention monday morning
    movie movies music my name new news night no note notes of official on open opening or original other our part people photo photography
    photos picture pictures place plot plus premiere premieres press presents president price prize prizes produced producer producers production
    profile program programme project question questions quote rating read release released result review right role running runtime saturday
    scene schedule score screened screening screenings screenplay screenwriter season second section see selection series short shorts shot
    show sound source special starring stars still story subject summary sunday synopsis text the these this third thursday ticket tickets time title
    to today top topic trailer translation tuesday tv update venue verdict video view watch we wednesday week what when where who why winner winners with women
    words world writer writers written year years you your youth""".split()
)
_QUESTIONERS = frozenset(
    "q question questions interviewer interviewers moderator host reporter journalist audience ask asked".split()
)
_ANSWERERS = frozenset("a answer answers interviewee".split())
_CREDIT_LABEL = (
    r"(?:original )?(?:directors?|directed|screenwriters?|screenplay|script|story|written|writers?|writing|cinematograph(?:y|er|ers)|"
    r"directors? of photography|dop|dp|camera|photographed|photography|edit(?:or|ors|ing|ed)|music|score|composers?|composed|sound(?: design)?|"
    r"producers?|produced|production(?: design(?:er)?| compan(?:y|ies)| country)?|co-?produc(?:er|ers|tion)|executive producers?|cast|starring|stars|actors|with|featuring|"
    r"costumes?(?: design(?:er)?)?|make-?up|casting|set design|art direct(?:or|ion)|animation|vfx|visual effects|"
    r"distribut(?:or|ors|ion|ed)|world sales|international sales|sales(?: agent)?|print source|countr(?:y|ies)|languages?|year|runtime|running time|duration|length|genres?|title|original title|english title|"
    r"release(?: date)?|premiere|format|colou?r|aspect ratio|subtitles?)"
)
_CREDIT = re.compile(
    rf"[*_]{{0,3}}{_CREDIT_LABEL}(?:(?: and | & |/|, ){_CREDIT_LABEL})*(?: by)?[*_]{{0,3}}\s*(?::[*_]{{0,3}}|\s[–—-]\s|\t|(?<=\*)\s|(?<=[a-z] by)\s)\s*\S", re.IGNORECASE
)
_RECORD = re.compile(
    r"\([^()]*\b(?:18|19|20)\d\d\b[^()]*\)|\b\d{1,3}\s?(?:min(?:ute)?s?\b|mins?\.|′|’|')|^(?:18|19|20)\d\d\b\s*[:–—-]|\([^()]*[A-Z][^()]*\)\s*,|,\s*(?:18|19|20)\d\d\b(?:,|$)"
)
_FUNCTION_WORDS = frozenset(
    "is are was were be been has have had will would can could did does do says said tells told makes made takes took goes went gets got comes came".split()
)
_TERMINAL = ".!?…:;,"
_CLOSERS = "\"”’'»)]*_"


def name_words(text: str) -> list[str] | None:
    """The words of what looks like a person's name (one to five words, capitalised but for particles); else None.

    >>> name_words("Joachim von Trier"), name_words("Best Director"), name_words("KB")
    (['Joachim', 'von', 'Trier'], None, ['KB'])
    """
    words = text.split()
    if not 1 <= len(words) <= 5 or len(text) > 42:
        return None
    for index, word in enumerate(words):
        if not _NAME_WORD.fullmatch(word):
            return None
        if not word[0].isupper() and (index == 0 or word.lower() not in PARTICLES) and word[0].lower() != word[0].upper():
            return None
        if word.lower().strip(".") in NOT_IN_NAMES and not (index and word in PARTICLES):
            return None
    return words if words[-1].lower() not in PARTICLES else None


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
    return len(line) <= 600 and bool(_CREDIT.match(line))


def is_record(line: str) -> bool:
    """Whether a short line gives a title with its country, year or length, as line-ups do.

    >>> is_record("ATLANTICS (France/Senegal), Mati Diop, 106 min"), is_record("It lasts.")
    (True, False)
    """
    return len(line) <= 200 and not ends_sentence(line) and bool(_RECORD.search(line))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, closing quotation marks aside."""
    stripped = line.rstrip(_CLOSERS)
    return not stripped or stripped[-1] in ".!?…。！？।؟"


def ends_question(line: str) -> bool:
    """Whether a line ends in a question mark, closing marks aside."""
    return line.rstrip(_CLOSERS + " !").endswith(("?", "؟", "？"))


def is_title_like(line: str) -> bool:
    """Whether a line could be a heading: short, beginning as titles do, and without the end of a sentence.

    >>> is_title_like("A life in pictures"), is_title_like("She was born in Arles.")
    (True, False)
    """
    if not 1 < len(line) <= 150 or line[-1] in ",;" or ends_sentence(line):
        return False
    first = line.lstrip("“\"‘'«*_([¿¡")[:1]
    return bool(first) and not first.islower()


def has_verb(line: str) -> bool:
    """Whether one of the commonest finite verbs stands in a line."""
    return any(word in _FUNCTION_WORDS for word in line.split())
