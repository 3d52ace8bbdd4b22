"""Titles that their line gives: over a credit block, at the head of a line-up's item, before "is a 1931 musical film"."""

from __future__ import annotations

import re
from dataclasses import replace

from cinegraph.extract.candidates import Candidate
from cinegraph.extract.credit_labels import labels
from cinegraph.extract.cues import Cues
from cinegraph.extract.layout_words import is_line_of_company
from cinegraph.extract.page_words import CERTIFICATE
from cinegraph.extract.sieve import words_for
from cinegraph.extract.text import fold
from cinegraph.extract.word_lists import words
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.model import BlockKind, Document, EntityType

_IS_A_FILM = re.compile(
    r"(?P<title>(?=[\w\"'*_¡¿])[^,;:()\"]{1,90}?(?:[,:!?] ?[^,;:()\"]{1,60}?)?)\"?(?P<gloss> \([^()]{0,120}\),?)?(?:(?:,|(?<=[,)])) (?:also|better|best|originally|internationally|sometimes|known|released|titled|shot|made|filmed|set|based|starring|written|produced|directed) [^,;()]{2,60},)? (?:is|was) (?:an?|the) (?:upcoming |forthcoming )?"
    r"(?:(?!(?:of|for|in|by|who|whose|whom|where|when|as|and|that|which|with|to|from|the|an?|his|her|directors?|filmmakers?|actors?|actress|writers?|producers?) )[\w'&/.,\"-]+ ){0,11}?(?:film|movie|documentary|drama|comedy|thriller|western|musical|biopic|miniseries|sitcom|soap opera|series|serial|short|mockumentary|telenovela|(?:television|tv|game|talk) (?:program(?:me)?|show|special))\b(?! production company\b)(?! (?!(?:for|after|over|under|never|together|later|from|current)\b)[a-z-]*(?:er|or|ist|ian|ress|ant|ent|man|woman|coach|fan|star|critic|regular|festival|award|company|studio|buff|school|institute|class|workshop|industry)s?\b)"
)


_IS_A_FILM_WORDS = words_for(_IS_A_FILM)
_AGAINST = frozenset({"vs", "versus", "contra"})


_OF_A_JURY = re.compile(f"(?:{'|'.join(words('of_a_jury'))}): ")
_CREDITS = re.compile(
    r"(?:dir(?:ector)?|directed by|d|sc|ph|written and directed by|starring|cast|with|running time|rating|cert)\b[\w/. ]{0,24}(?::| by )",
    re.IGNORECASE,
)


_MADE = re.compile(
    r"(?P<places>[^\d()]{2,80}?)(?P<year>[,. |]* \(?(?:18|19|20)\d\d\)?)?\W*(?:(?:black(?: and |[ &-]{1,3})white|b ?[/&] ?w|bw|colou?r|silent|sound|dcp|35 ?mm|16 ?mm)\W*){0,3}(?:\d{2,3} ?(?:min\w*\.?|'|′))?\W*",
    re.IGNORECASE,
)


_LABELLED = re.compile(r"[\W_]*[A-Za-z /.&]{1,30}:")


_TITLE_AND_FACTS = re.compile(r"[\W_]*[^\W\d_][^.(]{0,60} \(")


def title_line(document: Document, text: str, index: int, cues: Cues, lexicon: Lexicon) -> Candidate | None:
    """The title over a credit block: a short line followed by one that begins with "Director: …"."""
    sentence = document.sentences[index]
    block = document.blocks[sentence.block]
    if sentence.start != block.start:
        return None
    under = document.blocks[sentence.block + 1 : sentence.block + 3]
    if not any(_CREDITS.match(text, below.start, below.end) for below in under):
        return None
    line = text[block.start : block.end]
    if _LABELLED.match(line) or (len(line) > 70 and not _TITLE_AND_FACTS.match(line)):
        return None
    if fold(line) in cues.credit_headings or labels().beside.fullmatch(line.strip()):
        return None
    if _is_made(line, lexicon) or is_line_of_company(text, block.start, block.end):
        return None
    below = under[0]
    if len(under) > 1 and _is_made(text[below.start : below.end], lexicon):
        below = under[1]
    if not _CREDITS.match(text, below.start, below.end):
        return None
    match = re.match(r"[\W_]*(\w.*?)(?: ?[★☆*].*| ?[-–—|(].*)?\.?$", text[sentence.start : sentence.end], re.DOTALL)
    if match is None:
        return None
    start, name = sentence.start + match.start(1), match.group(1).strip()
    return Candidate(start, start + len(name), name, index, "caps", False, False, False, True, start, start + len(name))


def _is_made(line: str, lexicon: Lexicon) -> bool:
    """Whether a line says where and when a film was made, no more ("USSR 1977", "Norway/Denmark, 92 min"); one country alone may be a title."""
    match = _MADE.fullmatch(line.strip("*_ "))
    places = re.split(r" ?[/,–-] ?", match["places"]) if match else []
    return (len(places) > 1 or bool(match and match["year"])) and all(place in lexicon.countries for place in places)


def parted(title: Candidate) -> list[Candidate]:
    """A title, or the two that a stroke parts ("Suna no onna / Woman in the Dunes")."""
    first, stroke, second = title.text.partition(" / ")
    if not stroke or not first.strip() or not second.strip():
        return [title]
    begin = title.start + len(first) + len(stroke)
    return [
        replace(
            title,
            end=title.start + len(first.rstrip()),
            outer_end=title.start + len(first.rstrip()),
            text=first.rstrip(),
            votes={},
        ),
        replace(title, start=begin, outer_start=begin, text=second, votes={}),
    ]


_OVER_REVIEW = re.compile(
    r"[\W_]*(?P<title>[^\W_][^()\n]{0,70}?)[*_]*(?: \((?P<original>[^()\n\d]{2,60})\))?[\W_]*", re.DOTALL
)


_REVIEW = re.compile(
    r"[\W_]*(?:(?:film|movie|dvd|festival) )?review(?:ed (?:at|by|in|on)\b|[\W_]*$|\W{1,3}(?:by|at) )", re.IGNORECASE
)


# "Night Bus review – a quiet ride", "Film review: Night Bus"
HEAD_OF_REVIEW = re.compile(
    r"[\W_]*(?P<title>[^\W_a-z][^()\n:]{0,60}?)[\"'*_]*(?: \((?:19|20)\d\d\))?,? (?:[Ff]ilm |[Mm]ovie )?[Rr]eview(?=[:;,.]? [^\W\d_]| ?[:–—|-] |[*_]*$)"
    r"|[\W_]*(?:(?:[Ff]ilm |[Mm]ovie |FILM |MOVIE )?(?:[Rr]eview|REVIEW)): [\"'*_]*(?P<named>[^\W_a-z][^()\n:]{0,60}?)(?=[\"'*_]*(?:$| [–—|-] | \())",
)
"""The headline of a review that names its film before or behind the word."""
# "Oslo Film Review: 'Night Bus'": what stands before the word is where it was seen.
_REVIEW_OF_QUOTED = re.compile(
    r"[\W_]*[^\W_a-z][^()\n:]{0,60}? (?:Film |Movie )?Review: ?[\"'](?P<quoted>[^\W_a-z][^()\n\"]{0,80}?)[\"'][\W_]*"
)
REVIEW_OF_MARKED = re.compile(
    r"\W{0,3}?[\"'](?P<title>[^\W_a-z][^\"\n]{0,80}?)[\"']:? (?:(?:at|from) )?(?:[A-Z][\w'’-]* ){0,3}(?:Film |Movie )?Review\b"
)
"""The headline of a review with its film between quotation marks at the front, and where it was seen ("'Night Bus': Berlin Review")."""
_OTHER_REVIEW = re.compile(
    r"(?:.* )?(?:in|book|books|dvd|album|music|tv|television|theatre|festival|year|the|our|weekly|peer|game|concert|exhibition)",
    re.IGNORECASE,
)


# "Oslo Review: In 'Night Bus,' a Driver Goes Home"
_QUOTED_IN_HEADLINE = re.compile(r"[Rr]eview: (?:[^\"'\n]{0,40} )?[\"'](?P<quoted>[^\W_a-z][^\"'\n]{0,80}?),?[\"'](?!\w)")
_NO_FILMS = frozenset({EntityType.FESTIVAL, EntityType.SECTION, EntityType.ORGANIZATION, EntityType.PUBLICATION})


def _reviewed_in_headline(document: Document, text: str, cues: Cues, lexicon: Lexicon) -> Candidate | None:
    sentence = document.sentences[0]
    if "review" not in text[sentence.start : sentence.end].lower():
        return None
    block = document.blocks[sentence.block]
    if _REVIEW_OF_QUOTED.fullmatch(text, block.start, block.end):
        return None  # the marks tell its title
    if (marked := REVIEW_OF_MARKED.match(text, block.start, block.end)) is not None:
        start, end = marked.span("title")
        return Candidate(start, end, marked["title"], 0, "caps", False, False, False, True, start, end)
    match = HEAD_OF_REVIEW.match(text, block.start, min(block.end, block.start + 160))
    kind = "title" if match is not None and match["title"] else "named"
    if (quoted := _QUOTED_IN_HEADLINE.search(text, block.start, block.end)) is not None and (match is None or kind == "title"):
        start, end = quoted.span("quoted")
        return Candidate(start, end, quoted["quoted"], 0, "caps", False, False, False, True, start - 1, end + 1)
    if match is None or _OTHER_REVIEW.fullmatch(match[kind]) or fold(match[kind]) in cues.credit_headings:
        return None
    if kind == "title" and any(entry.type in _NO_FILMS for entry in lexicon.lookup(match[kind])):
        return None
    start, end = match.span(kind)
    return Candidate(start, end, match[kind], 0, "caps", False, False, False, True, start, end)


def review_title(document: Document, text: str, index: int, lexicon: Lexicon, cues: Cues) -> Candidate | None:
    """The title over a review that says nothing else in its head line: "Sunday (Niedziela)", with "Film review" under it.

    Credits below tell a review as well, where the line gives an original title.
    """
    if index:
        return None
    if (headline := _reviewed_in_headline(document, text, cues, lexicon)) is not None:
        return headline
    block = document.blocks[document.sentences[0].block]
    match = _OVER_REVIEW.fullmatch(text, block.start, block.end)
    if match is None or fold(match["title"]) in cues.credit_headings or re.search(r"[.:;,]| [–—-] ", match["title"]):
        return None
    below = document.blocks[document.sentences[0].block + 1 :]
    under_review = any(_REVIEW.match(text, line.start, line.end) for line in below[:4])
    credits_below = sum(1 for line in below if _CREDITS.match(text, line.start, line.end))
    if not (under_review or (match["original"] and credits_below > 1)):
        return None
    start, end = match.span("title")
    return Candidate(start, end, match["title"], 0, "caps", False, False, False, True, start, end)


_ITEM = re.compile(
    r"(?:\W|\d{1,3}[.)] )*(?P<title>[A-Z0-9À-Þ¡¿][^()\n|]{0,90}?)(?P<sign>\W{0,3}) ?(?:\((?P<original>[^()\n]{2,60})\) )?\((?P<facts>[^()\n]{1,110})\)"
)


# Behind a certificate a sentence begins, or the line ends.
_GOES_ON = re.compile(r"\W{0,3}(?:\n|$| [^\W\d_a-z])")
_YEAR_OF_ITEM = re.compile(r"\b(?:1[89]|20)\d\d\b")


_OF_A_LIFE = re.compile(
    r"(?:born|b\.|née?|died|\d{1,2} [A-Z]\w+ \d{4}|[A-Z]\w+ \d{1,2}, \d{4}|(?:1[89]|20)\d\d ?[-–—])"
)


_MINUTES = re.compile(r"\b\d{2,3} ?(?:min|')")
# "Ada Doe won a prize for Night Bus (Latvia, 2001, 95 min.)": titles have such verbs with a capital.
_TELLS = re.compile(r" (?:was|were|won|had|has|saw|made|went|took|is|are|wins|shot|cut) ")


def item_title(document: Document, text: str, index: int, lexicon: Lexicon, cues: Cues) -> Candidate | None:
    """The title at the head of a line-up's line or of a programme's entry: "The Winter Within (India/France, 100 min) – …", "LOVE (Szerelem) (Hungary, 1971, 88 min), dir. …"."""
    sentence = document.sentences[index]
    block = document.blocks[sentence.block]
    if sentence.start != block.start:
        return None
    end = min(block.end, block.start + 240)
    match = _ITEM.match(text, block.start, end) if text.find("(", block.start, end) > 0 else None
    if match is None or re.search(r"[*_\"]|[–—] |, |^(?:1[89]|20)\d\d\W", match["title"]) or ":" in match["sign"]:
        return None
    if fold(match["title"]) in cues.credit_headings or is_line_of_company(text, block.start, block.end):
        return None
    facts = match["facts"]
    if _OF_A_LIFE.match(facts):
        return None
    places = re.split(r"[/,;–-] ?", facts)
    placed = any(lexicon.place(p.strip()) is not None or p.strip() in lexicon.countries for p in places)
    dated, timed = _YEAR_OF_ITEM.search(facts) is not None, _MINUTES.search(facts) is not None
    rated = CERTIFICATE.fullmatch(facts) is not None and _GOES_ON.match(text, match.end(), block.end + 1) is not None
    listed = block.kind is BlockKind.LIST_ITEM or bool(
        re.match(r"\W*\d{1,2}[.)] ", text[block.start : block.start + 8])
    )
    if not rated and (not (placed or dated or timed) or not (listed or (dated and (placed or timed)))):
        return None
    if not listed and (
        _TELLS.search(match["title"])
        or any(
            len(word) > 3 and word.islower() and word in vocabulary() and word not in cues.strong and word not in cues.weak
            for word in match["title"].split()
        )
    ):
        # "The season opens with Night Bus (Ada Doe, 1972, 91 min)" is a sentence.
        return None
    start, end = match.span("title")
    credited = (
        match["original"]
        or timed
        or re.match(r",? ?(?:dir\b|by |directed|–|—|-|\()", text[match.end() : match.end() + 10])
    )
    if not credited and placed and _may_be_person(match["title"], lexicon, cues):
        # "MATT DILLON (New Rochelle, USA, 1964)": where and when a juror was born.
        start += label.end() if (label := _OF_A_JURY.match(match["title"])) else 0
        return Candidate(start, end, text[start:end], index, "", False, False, False, False, start, end, given="Person")
    return Candidate(start, end, match["title"], index, "caps", False, False, False, True, start, end)


def _may_be_person(name: str, lexicon: Lexicon, cues: Cues) -> bool:
    words = name.casefold().split()
    if not 2 <= len(words) <= 4:
        return False
    english = any(w in cues.common or (w in vocabulary() and w not in lexicon.first_names) for w in words)
    return fold(words[0]) in lexicon.first_names or not english


# "Produced by Ada Doe and shot in Oslo, NIGHT BUS is a drama": what is said first leaves the title behind it.
_OPENING = re.compile(
    r"(?:(?:Co-)?(?:[Pp]roduced|[Dd]irected|[Ww]ritten|[Ss]tarring|[Ss]hot|[Ff]ilmed|[Bb]ased|[Aa]dapted|[Ss]et|[Ii]nspired|[Bb]acked|[Hh]elmed|[Pp]enned|[Ss]cripted)|Featuring|Made|Billed|Winner|Nominated|Released|Boasting|Lensed) "
)
_COMMA = re.compile(r", (?=[^\W\d_a-z])")


def film_subject(text: str, begin: int, stop: int, index: int, cues: Cues, marked: list[Candidate]) -> Candidate | None:
    """The title in "TITLE is a 1931 musical film …", whatever its words are; "Produced by …" and the like may open the sentence."""
    opened = _OPENING.match(text, begin, stop) is not None
    for comma in _COMMA.finditer(text, begin, min(stop, begin + 260)) if opened else ():
        found = _film_subject(text, comma.end(), stop, index, cues, marked)
        if found is not None:
            return replace(found, initial=False)
    found = _film_subject(text, begin, stop, index, cues, marked)
    return None if opened and found is not None and ", " in found.text else found


def _film_subject(
    text: str, begin: int, stop: int, index: int, cues: Cues, marked: list[Candidate]
) -> Candidate | None:
    piece = text[begin : min(stop, begin + 260)]
    match = (
        _IS_A_FILM.match(text, begin, begin + len(piece)) if any(word in piece for word in _IS_A_FILM_WORDS) else None
    )
    if not match:
        return None
    start, end = match.span("title")
    title = text[start:end].rstrip(" ,")
    words = title.split()
    if not words or len(words) > 10 or any(c.outer_start < start + len(title) and c.outer_end > start for c in marked):
        return None
    if not words[0][0].isupper() and not words[0][0].isdigit():
        return None
    if len(words) == 1 and words[0].casefold() in cues.common:
        return None
    content = [w for w in words if w.casefold() not in cues.strong and w.casefold() not in cues.weak and w[0].isalpha()]
    # In a title that a gloss explains, words of another language may stand in small letters.
    small = [w.casefold().rstrip(".") for w in content if w[0].islower() and w.rstrip(".") not in _AGAINST]
    if small and (match["gloss"] is None or any(w in vocabulary() for w in small)):
        return None
    if (
        words[0] in {"The", "This"}
        and len(words) == 2
        and words[1].casefold() in {"film", "movie", "result", "picture", "story"}
    ):
        return None
    if words[0] in {"Film", "Movie"}:
        return None
    return Candidate(start, start + len(title), title, index, "", True, False, True, False, start, start + len(title))
