"""Candidate names: capitalised runs, quoted and italic titles, before anything is known of their types."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cinegraph.extract.cues import Cues
from cinegraph.extract.layout_names import LayoutName
from cinegraph.extract.sieve import words_for
from cinegraph.extract.text import Token, fold, is_suffix, tokenise
from cinegraph.extract.titles import Titles
from cinegraph.lexicon import Lexicon, Match
from cinegraph.lexicon.vocabulary import vocabulary
from cinegraph.model import BlockKind, Document

_ABBREVIATIONS = {"St", "Dr", "Mr", "Jr", "Sr", "Mt", "Mrs", "Ms", "Prof"}
# How a title is set off: quotation marks, or Markdown's asterisks and underscores.
_MARKED = re.compile(
    # The sign comes first and what stands before it second: so only signs are looked at.
    r"[*_\"'](?:(?<=\*)(?<![\w*]\*)(?P<strong>\*\*)?(?=\S)(?P<star>[^*\n]{1,100}?)\*(?(strong)\*\*)(?![\w*])"
    r"|(?<=_)(?<!\w_)(?=\S)(?P<line>[^_\n]{1,100}?)_(?!\w)"
    r'|(?<=")(?<!\w")(?P<quote>[^"\n]{1,100}?)"(?!\w)'
    r"|(?<=')(?<![\w']')(?P<single>[A-Z0-9][^'\"\n]{0,80}?(?:'(?=\w)[^'\"\n]{0,60}?)?)'(?![\w']))"
)
_ENDS_AS_TITLE = re.compile(
    r"^\"?,? ?(?:\((?:[^()]{2,60}[,;] ?)?(?:dir\. [^()]{2,40}, )?(?:1[89]|20)\d\d[^()]{0,30}\)|,? ?(?:dir\.|directed by|written and directed by)"
    r"|,? ?(?:(?:which|that) )?(?:(?:is|was|were|has been|had been) (?:also |first |then )?(?:an? \d|directed|produced|written|edited|shot|composed|released|distributed|filmed|scored|broadcast|made)"
    r"|(?:premiered|stars|starred|aired|tells|follows|won|took|received|earned|opened|screened|competed|includes music)\b)|,? by [A-Z]| \([A-Z][a-z]+(?:[/,-] ?[A-Z]\w+)*\))"
)
_BEGINS_TITLE = re.compile(
    r"\b(?:films?|movie|documentary|feature|sitcom|series|drama|titled|called|directed|produced|edited|scored|wrote|(?:director|producer|writer|screenwriter|editor|composer|cinematographer|star|cast|music|premiere|distributor)s? (?:of|for|on)(?: the)?) \"?$"
)
_BEFORE_FIGURE = {
    "film",
    "films",
    "movie",
    "directed",
    "wrote",
    "co-wrote",
    "filming",
    "shooting",
    "starring",
    "documentary",
    "drama",
    "feature",
}
_NAMED_FILM = re.compile(r"\b(?:film|movie|documentary|sitcom|drama|comedy|thriller|titled|called) \"?$")
_SEPARATE = {"and", "&", "by", "with", "from", "'s", "or", "as", "is", "its", "who", "after", "before", "at"}
_IS_A_FILM = re.compile(
    r"(?P<title>(?=[\w\"'*_¡¿])[^,;:()\"]{1,90}?(?:[,:!?] ?[^,;:()\"]{1,60}?)?)\"? (?:\([^()]{0,120}\)[ ,]{1,2})?(?:is|was) (?:an?|the) (?:upcoming |forthcoming )?"
    r"(?:(?!(?:of|for|in|by|who|that|which|with|to|from|the|an?) )[\w'&/.,\"-]+ ){0,11}?(?:film|movie|documentary|drama|comedy|thriller|western|musical|biopic|miniseries|sitcom|soap opera|series|serial|short|mockumentary|telenovela)\b(?! (?:director|actor|actress|maker|critic|star|producer|writer|festival|award|production company|studio|company|editor|composer))"
)
_IS_A_FILM_WORDS = words_for(_IS_A_FILM)


@dataclass(slots=True)
class Candidate:
    """A stretch of text that may be a name. ``outer`` spans take in the quotation marks around it."""

    start: int
    end: int
    text: str
    sentence: int
    marked: str = ""
    initial: bool = False
    heading: bool = False
    subject_of_film: bool = False
    title_line: bool = False
    outer_start: int = 0
    outer_end: int = 0
    given: str = ""
    votes: dict[str, float] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return fold(self.text)


@dataclass(slots=True)
class SentenceTokens:
    """One sentence's tokens and the candidates found in it."""

    index: int
    start: int
    end: int
    tokens: list[Token]
    heading: bool


def find_candidates(
    document: Document, text: str, fixed: list[Match], cues: Cues, lexicon: Lexicon, layout: Sequence[LayoutName] = ()
) -> list[Candidate]:
    """Candidate names of an article, in text order, never overlapping.

    :param text: the normalised text
    :param fixed: gazetteer matches that stand as they are; capitalised runs stop at them
    :param layout: the names that the article's lists and tables give by their layout
    """
    vocabulary = frozenset(re.findall(r"[^\W\d_]+", text))
    lower = frozenset(word for word in vocabulary if word[0].islower())
    inside = frozenset(re.findall(r"(?<=[a-z,] )[A-Z][\w'-]+", text))
    blocked = _Blocked(fixed)
    found: list[Candidate] = []
    spaced_hyphens = " - " in text and _SPACED_HYPHEN.search(text) is not None
    titles = None if _titles_set_off(text) else Titles(text, blocked.taken, cues, lexicon)
    foreign = not vocabulary.isdisjoint(_FOREIGN_WORDS)
    for index, sentence in enumerate(document.sentences):
        heading = document.blocks[sentence.block].kind is BlockKind.HEADING
        begin, stop = sentence.start, sentence.end
        marked = list(_marked(text, begin, stop, index))
        marked += [
            Candidate(m.start(), m.end(), m.group(), index, "foreign", False, heading, False, False, m.start(), m.end())
            for m in (_FOREIGN.finditer(text, begin, stop) if foreign and _foreign_word(text, begin, stop) else ())
            if not _is_common(m.group().split()[0].lower(), cues)
            and not any(c.outer_start < m.end() and m.start() < c.outer_end for c in marked)
        ]
        marked += [
            c
            for c in _in_capitals(text, begin, stop, index, marked)
            if not any(m.start <= c.start < m.end for m in fixed)
        ]
        prefix = _film_subject(text, begin, stop, index, cues, marked)
        if titles is not None and not heading:
            taken = [(c.outer_start, c.outer_end) for c in [*marked, prefix] if c is not None]
            marked += [
                Candidate(start, end, text[start:end], index, "plain", False, False, False, False, start, end)
                for start, end in titles.of(begin, stop)
                if not any(a < end and start < b for a, b in taken)
            ]
        spans = [(c.outer_start, c.outer_end) for c in marked] + ([(prefix.start, prefix.end)] if prefix else [])
        tokens = tokenise(text, begin, stop, vocabulary)
        if spans:
            within = {offset for a, b in spans for offset in range(a, b)}
            tokens = [t for t in tokens if t.start not in within]
        runs = _Runs(text, tokens, blocked, cues, lexicon, lower, inside, spans, spaced_hyphens)
        for first, last in runs.spans():
            first_token, last_token = tokens[first], tokens[last]
            found.append(
                Candidate(first_token.start, last_token.end, text[first_token.start : last_token.end], index, "",
                          first_token.start == begin, heading, False, False, first_token.start, last_token.end)
            )  # fmt: skip
        found += marked
        if prefix:
            found.append(prefix)
        title = _title_line(document, text, index, cues) or _item_title(document, text, index, lexicon, cues)
        if title is not None:
            found = [
                c
                for c in found
                if c.sentence != index or c.outer_start >= title.outer_end or c.outer_end <= title.outer_start
            ]
            found += _parts(title)
    found = [c for c in found if not _COMPOUND.match(text, c.outer_end)]
    found = _everywhere(_with_layout(found, document, text, layout), document, text)
    return sorted(found, key=lambda c: (c.start, -c.end))


# "Academy Award-winning" names a prize.
_NO_NAME = re.compile(
    r"^(?:EXCLUSIVE|UPDATED?|BREAKING|WATCH|REVIEW|INTERVIEW|VIDEO|PHOTOS?|TRAILER|OPINION|ANALYSIS)$|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day-\\w+$|(?: |^)(?:Awards?|Prizes?|Jury|Juries)$|^(?:Co-?)?(?:Production|Distribution|Distributors?|(?:World |International )?Sales)$|^(?:the )?(?:(?:First|Second) )?(?:World|Civil|Cold|Vietnam|Korean|Gulf|Bosnian|Spanish Civil|Great) (?:War|Depression)(?: II?| Two| One)?$"
    r"|(?:New Wave|Middle Ages|Third Reich|Soviet Union|Red Army|Iron Curtain|Arab Spring|Old Testament|Second Sex|Holy Land)$",
    re.IGNORECASE,
)
# The last words of what it matches.
_NO_NAME_ENDS = frozenset(
    ["award", "awards", "prize", "prizes", "jury", "juries", "production", "co-production", "coproduction", "distribution", "distributor", "distributors", "sales", "war", "depression", "ii", "i", "two", "one", "wave", "ages", "reich", "union", "army", "curtain", "spring", "testament", "sex", "land"]
)


def is_no_name(text: str) -> bool:
    """Whether a candidate is a prize, read elsewhere, or one of the wars, ages and movements, which are nobody's film.

    >>> is_no_name("World War II"), is_no_name("Border Post")
    (True, False)
    """
    return text.rpartition(" ")[2].lower() in _NO_NAME_ENDS and _NO_NAME.search(text) is not None


_COMPOUND = re.compile(r"-(?:winning|nominated|winner|shortlisted)\b")


def _titles_set_off(text: str) -> bool:
    """Whether an article sets its titles off, so that plain capitals are no title."""
    found: set[str] = set()
    for match in _MARKED.finditer(text):
        title = match.group()
        if title[0] in "*_" or title.strip("*_\"' ").istitle():
            found.add(title)
            if len(found) == 3:
                return True
    return False


def _is_common(word: str, cues: Cues) -> bool:
    return word in cues.common or word in cues.organization_words or word in cues.festival_words


def _everywhere(found: list[Candidate], document: Document, text: str) -> list[Candidate]:
    """A title that is set off once is the same title where it stands plain, whatever words and commas it has."""
    titles = sorted(
        {c.text for c in found if (c.marked or c.title_line) and " " in c.text and not c.text.isupper()},
        key=lambda t: (-len(t), t),
    )
    if not titles:
        return found
    taken = [(c.outer_start, c.outer_end) for c in found if c.marked or c.title_line]
    starts = [s.start for s in document.sentences]
    more: list[Candidate] = []
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, titles))})(?!\w)", text):
        start, end = match.span()
        index = bisect_right(starts, start) - 1
        if index < 0 or end > document.sentences[index].end or any(a < end and start < b for a, b in taken):
            continue
        heading = document.blocks[document.sentences[index].block].kind is BlockKind.HEADING
        more.append(Candidate(start, end, match.group(), index, "", False, heading, False, False, start, end))
    spans = [(c.start, c.end) for c in more]
    return [c for c in found if c.marked or c.title_line or not any(a < c.end and c.start < b for a, b in spans)] + more


def _with_layout(
    found: list[Candidate], document: Document, text: str, names: Sequence[LayoutName]
) -> list[Candidate]:
    """The candidates, with the names that the layout gives in the place of whatever overlaps them."""
    if not names:
        return found
    taken = {offset for name in names for offset in range(name.start, name.end)}
    kept = [c for c in found if taken.isdisjoint(range(c.start, c.end))]
    index = 0
    for name in names:
        while index + 1 < len(document.sentences) and document.sentences[index].end <= name.start:
            index += 1
        mark = "caps" if name.type == "Film" else ""
        kept.append(
            Candidate(name.start, name.end, text[name.start : name.end], index, mark, False, False, False, name.type == "Film",
                      name.start, name.end, given=name.type)
        )  # fmt: skip
    return _said_again(kept, {text[n.start : n.end] for n in names if n.type == "Film"}, document, text)


def _said_again(found: list[Candidate], titles: set[str], document: Document, text: str) -> list[Candidate]:
    """The candidates, with the titles of several words that a list gave wherever else the article has them."""
    long = sorted((t for t in titles if " " in t and t != t.lower()), key=lambda t: (-len(t), t))
    if not long:
        return found
    known = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, long)) + r")(?!\w)")
    again = []
    for index, sentence in enumerate(document.sentences):
        for match in known.finditer(text, sentence.start, sentence.end):
            over = [c for c in found if c.start < match.end() and match.start() < c.end]
            if not any(c.marked for c in over):
                again.append(
                    Candidate(
                        match.start(),
                        match.end(),
                        match.group(),
                        index,
                        "caps",
                        False,
                        False,
                        False,
                        True,
                        match.start(),
                        match.end(),
                        given="Film",
                    )
                )
                found = [c for c in found if c not in over]
    return found + again


class _Blocked:
    """Which offsets the gazetteer has taken."""

    def __init__(self, fixed: list[Match]) -> None:
        self.starts = {match.start: match.end for match in fixed}
        self.taken: set[int] = set()
        for match in fixed:
            self.taken.update(range(match.start, match.end))


_CAPITALS = re.compile(
    r"(?<![\w'-])(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'&-]*|[A-Z]\.)(?:(?:[:,]? | & |\.{3} ?|… ?|[!?] |\. (?=\d))(?:[A-ZÀ-ÖØ-Þ0-9][A-ZÀ-ÖØ-Þ0-9'&-]*\b(?![a-z])))+(?:[!?…]|\.{3})?(?![\w])"
    r"|(?<![\w'.-])[A-ZÀ-ÖØ-Þ]{5,}(?![\w])"
)


def _beside_capital(text: str, start: int, end: int) -> bool:
    """Whether one word in capitals is a surname beside a first name ("Aamir BASHIR", "KUBOTA Nao")."""
    return bool(
        re.search(r"[A-Z][a-z'-]+ $", text[max(0, start - 20) : start]) or re.match(r" [A-Z][a-z]", text[end : end + 3])
    )


_SOME_CAPITALS = re.compile(
    r"[A-ZÀ-ÖØ-Þ](?:[A-ZÀ-ÖØ-Þ]{4}|[A-ZÀ-ÖØ-Þ][^\w\s]? [A-ZÀ-ÖØ-Þ]{2}|(?<=[A-Z]) [A-Z]{2})"
)


def _in_capitals(text: str, begin: int, stop: int, index: int, taken: list[Candidate]) -> Iterator[Candidate]:
    """Titles that a text sets in capitals; sentences that are capitals throughout say nothing."""
    if not _SOME_CAPITALS.search(text, begin, stop):
        return
    letters = [c for c in text[begin:stop] if c.isalpha()]
    if not letters or sum(c.isupper() for c in letters) > 0.6 * len(letters):
        return
    for match in _CAPITALS.finditer(text, begin, stop):
        start, end = match.span()
        if (" " not in match.group() and _beside_capital(text, start, end)) or text[end : end + 1] == ":":
            continue
        if sum(c.isalpha() for c in match.group()) >= 5 and not any(
            c.outer_start < end and start < c.outer_end for c in taken
        ):
            yield Candidate(start, end, match.group(), index, "caps", False, False, False, False, start, end)


def _marked(text: str, begin: int, stop: int, index: int) -> Iterator[Candidate]:
    for match in _MARKED.finditer(text, begin, stop):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        while end > start and text[end - 1] in ",. *_":
            end -= 1
        while start < end and text[start] in " *_\"'":
            start += 1
        while end > start and text[end - 1] in "\"'" and text.count(text[end - 1], start, end) == 1:
            end -= 1
        name = text[start:end]
        mark = "italic" if kind in ("star", "line") else "quote"
        if name and _looks_like_title(name, mark == "italic"):
            yield Candidate(start, end, name, index, mark, False, False, False, False, match.start(), match.end())


_SPEECH = frozenset(
    [
        "i",
        "we",
        "you",
        "he",
        "she",
        "they",
        "it",
        "it's",
        "that's",
        "there",
        "yes",
        "no",
        "but",
        "so",
        "well",
        "i'm",
        "i've",
        "we're",
        "this",
        "that",
    ]
)
_SMALL_WORDS = frozenset(
    [
        "with",
        "from",
        "into",
        "over",
        "that",
        "this",
        "your",
        "upon",
        "after",
        "before",
        "between",
        "about",
        "under",
        "through",
        "than",
        "when",
        "where",
        "what",
        "they",
        "them",
        "their",
    ]
)


def _looks_like_title(name: str, italic: bool) -> bool:
    """Title case, or one capital and few words; never a clause of speech. Italics may be foreign, and keep small letters."""
    words = re.findall(r"[\w'-]+", name)
    if not words or len(words) > 12 or not (name[0].isupper() or name[0].isdigit() or name[0] in "¡¿#…"):
        return False
    long = [word for word in words if len(word) > 3 and word.lower() not in _SMALL_WORDS]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in long)
    if not italic and len(words) > 1 and not capitals and words[0].lower() in _SPEECH:
        return False
    if len(words) <= 3 or (italic and len(words) <= 8 and not name.endswith((".", ",", ";"))):
        return True
    return capitals >= 0.6 * len(long) and not re.search(r"\b(?:I|we|you|I'm|it's)\b", name[1:])


_CREDITS = re.compile(
    r"(?:dir(?:ector)?|directed by|d|written and directed by|starring|cast|with|running time|rating|cert)\b[\w/. ]{0,24}(?::| by )",
    re.IGNORECASE,
)


_LABELLED = re.compile(r"[\W_]*[A-Za-z /.&]{2,30}:")
_TITLE_AND_FACTS = re.compile(r"[\W_]*[^\W\d_][^.(]{0,60} \(")


def _title_line(document: Document, text: str, index: int, cues: Cues) -> Candidate | None:
    """The title over a credit block: a short line followed by one that begins with "Director: …"."""
    sentence = document.sentences[index]
    block = document.blocks[sentence.block]
    if sentence.block + 1 >= len(document.blocks):
        return None
    line = text[block.start : block.end]
    if _LABELLED.match(line) or (len(line) > 70 and not _TITLE_AND_FACTS.match(line)) or sentence.start != block.start:
        return None
    if fold(line) in cues.credit_headings:
        return None
    below = document.blocks[sentence.block + 1]
    if not _CREDITS.match(text, below.start, below.end):
        return None
    match = re.match(r"[\W_]*(\w.*?)(?: ?[★☆*].*| ?[-–—|(].*)?\.?$", text[sentence.start : sentence.end], re.DOTALL)
    if match is None:
        return None
    start, name = sentence.start + match.start(1), match.group(1).strip()
    return Candidate(start, start + len(name), name, index, "caps", False, False, False, True, start, start + len(name))


def _parts(title: Candidate) -> list[Candidate]:
    """A title, or the two that a stroke parts ("Suna no onna / Woman in the Dunes")."""
    first, stroke, second = title.text.partition(" / ")
    if not stroke or not first.strip() or not second.strip():
        return [title]
    begin = title.start + len(first) + len(stroke)
    return [
        replace(title, end=title.start + len(first.rstrip()), outer_end=title.start + len(first.rstrip()), text=first.rstrip(), votes={}),
        replace(title, start=begin, outer_start=begin, text=second, votes={}),
    ]


_ITEM = re.compile(
    r"(?:\W|\d{1,3}[.)] )*(?P<title>[A-Z0-9À-Þ¡¿][^()\n|]{0,90}?)(?P<sign>\W{0,3}) ?(?:\((?P<original>[^()\n]{2,60})\) )?\((?P<facts>[^()\n]{2,110})\)"
)
_YEAR_OF_ITEM = re.compile(r"\b(?:1[89]|20)\d\d\b")
_OF_A_LIFE = re.compile(r"(?:born|b\.|née?|died|\d{1,2} [A-Z]\w+ \d{4}|[A-Z]\w+ \d{1,2}, \d{4}|(?:1[89]|20)\d\d ?[-–—])")
_MINUTES = re.compile(r"\b\d{2,3} ?(?:min|')")


def _item_title(document: Document, text: str, index: int, lexicon: Lexicon, cues: Cues) -> Candidate | None:
    """The title at the head of a line-up's line or of a programme's entry: "The Winter Within (India/France, 100 min) – …", "LOVE (Szerelem) (Hungary, 1971, 88 min), dir. …"."""
    sentence = document.sentences[index]
    block = document.blocks[sentence.block]
    if sentence.start != block.start:
        return None
    end = min(block.end, block.start + 240)
    match = _ITEM.match(text, block.start, end) if text.find("(", block.start, end) > 0 else None
    if match is None or re.search(r"[*_\"]|[–—] |, |^(?:1[89]|20)\d\d\W", match["title"]) or ":" in match["sign"]:
        return None
    if fold(match["title"]) in cues.credit_headings:
        return None
    facts = match["facts"]
    if _OF_A_LIFE.match(facts):
        return None
    places = re.split(r"[/,;–-] ?", facts)
    placed = any(lexicon.place(p.strip()) is not None or p.strip() in lexicon.countries for p in places)
    dated, timed = _YEAR_OF_ITEM.search(facts) is not None, _MINUTES.search(facts) is not None
    listed = block.kind is BlockKind.LIST_ITEM or bool(re.match(r"\W*\d{1,2}[.)] ", text[block.start : block.start + 8]))
    if not (placed or dated or timed) or not (listed or (dated and (placed or timed))):
        return None
    start, end = match.span("title")
    credited = match["original"] or timed or re.match(r",? ?(?:dir\b|by |directed|–|—|-|\()", text[match.end() : match.end() + 10])
    if not credited and placed and _may_be_person(match["title"], lexicon, cues):
        # "MATT DILLON (New Rochelle, USA, 1964)": where and when a juror was born.
        return Candidate(start, end, match["title"], index, "", False, False, False, False, start, end, given="Person")
    return Candidate(start, end, match["title"], index, "caps", False, False, False, True, start, end)


def _may_be_person(name: str, lexicon: Lexicon, cues: Cues) -> bool:
    words = name.casefold().split()
    if not 2 <= len(words) <= 4:
        return False
    english = any(w in cues.common or (w in vocabulary() and w not in lexicon.first_names) for w in words)
    return fold(words[0]) in lexicon.first_names or not english


# Titles in Romance languages and German keep small letters: they are told by their articles and small words.
_SMALL = r"(?:de|del|la|el|los|las|en|y|se|sin|con|por|para|una|un|le|les|des|du|et|di|il|che|non|della|dei|nella|mon|je|der|das|den|und|ein|eine|zu|os|da|dos|em|não|na|que|qui|ne|pas|sur|dans|au|aux|al|lo|gli|su|sus|mi)"
_ENGLISH = r"(?:and|of|the|in|was|is|who|with|by|at|for|his|her|film|films|on|as|an|to|from|which|that|had|has|also|were|are|it|he|she|won|but|or|after|when|where|before|said|says|its|their|this|one|two|novel|festival|about|into)"
_WORD = rf"(?!{_SMALL}\b)(?!{_ENGLISH}\b)(?!\w+(?:ed|ing|ly)\b)[a-záéíóúñçãõàèêëïîôùûüöäß][\w'-]*"
_FOREIGN = re.compile(
    rf"(?<![\w'.-])(?:(?:El|La|Los|Las|Le|Les|Un|Una|Une|Il|Gli|Der|Das|Os|As|Lo) {_WORD}(?: {_WORD})?(?:(?: a)?(?: {_SMALL})+(?: {_WORD}){{1,2}}){{0,3}}"
    rf"|[A-ZÁÉÍÓÚÑÀÈÊ][\w'-]{{2,}}(?:(?: a)?(?: {_SMALL})+ {_WORD}){{1,3}})(?![\w-])"
)


_ARTICLES = ("El", "La", "Los", "Las", "Le", "Les", "Un", "Una", "Une", "Il", "Gli", "Der", "Das", "Os", "As", "Lo")
_FOREIGN_WORDS = frozenset((*_ARTICLES, *_SMALL.removeprefix("(?:").removesuffix(")").split("|")))
_LETTERS = re.compile(r"[^\W\d_]+")


def _foreign_word(text: str, begin: int, stop: int) -> bool:
    """Whether one of the words stands there without which the expression above never matches."""
    return not _FOREIGN_WORDS.isdisjoint(_LETTERS.findall(text, begin, stop))


def _film_subject(
    text: str, begin: int, stop: int, index: int, cues: Cues, marked: list[Candidate]
) -> Candidate | None:
    """The title in "TITLE is a 1931 musical film …", whatever its words are."""
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
    if sum(w[0].isupper() for w in content) < len(content):
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


_SPACED_HYPHEN = re.compile(
    r"[a-z]{2} - (?:based|budget|language|known|year|winning|style|makers?|garde|off|time|old|over|up|fiction|\w+(?:ed|ing|ical))\b"
)


class _Runs:
    """Capitalised runs of one sentence, joined over "of", "the" and the like where the context says it is a title."""

    def __init__(
        self, text: str, tokens: list[Token], blocked: _Blocked, cues: Cues, lexicon: Lexicon, lower: frozenset[str], inside: frozenset[str],
        marked: list[tuple[int, int]], spaced_hyphens: bool,
    ) -> None:  # fmt: skip
        self.text, self.tokens, self.blocked, self.cues, self.lexicon = text, tokens, blocked, cues, lexicon
        self.roles, self.first_names, self.marked = lexicon.occupations, lexicon.first_names, marked
        self.lower, self.inside = lower, inside
        # Tokenised texts set blanks around every hyphen ("low - budget", "Spider - Man").
        self.spaced_hyphens = spaced_hyphens

    def spans(self) -> Iterator[tuple[int, int]]:
        """Index pairs (first token, last token) of the candidates."""
        runs = self._simple()
        index = 0
        while index < len(runs):
            first, last = runs[index]
            step = index + 1
            join = self._joined(runs, index)
            if join > index:
                last = runs[join][1]
                step = join + 1
            yield first, last
            index = step

    def _is_name_token(self, i: int) -> bool:
        token = self.tokens[i]
        return token.kind in "CU" and token.start not in self.blocked.taken

    def _simple(self) -> list[tuple[int, int]]:
        runs: list[tuple[int, int]] = []
        i, count = 0, len(self.tokens)
        while i < count:
            if (not self._is_name_token(i) or self._never_begins(i)) and not self._figure_begins(i):
                i += 1
                continue
            last = self._extend(i)
            runs.append((i, last))
            i = last + 1
        return runs

    def _never_begins(self, i: int) -> bool:
        token = self.tokens[i]
        word = token.text.casefold()
        if word in self.roles:
            return True
        if word not in self.cues.common:
            return i == 0 and word in self.lower and token.text not in self.inside and not self._followed_by_name(i)
        if (
            i > 1
            and self.tokens[i - 1].text in self.cues.strong
            and self._is_name_token(i - 2)
            and word not in ("i", "the", "a")
        ):
            return False
        # "The", "A", "My" may begin a title: they stay where a name token follows at once inside a sentence
        return not (i > 0 and self._followed_by_name(i) and self.tokens[i - 1].kind != "p") and not (
            word in {"the", "a", "an"} and self._followed_by_name(i) and i > 0
        )

    def _figure_begins(self, i: int) -> bool:
        """A figure begins a title after a word that asks for one ("co-wrote 3 Faces")."""
        token = self.tokens[i]
        return (
            token.kind == "d" and token.text.isdigit() and len(token.text) <= 4 and i > 0 and self._followed_by_name(i)
            and (self.tokens[i - 1].text.lower() in _BEFORE_FIGURE or (self.tokens[i - 1].text == "," and i > 1 and self._is_name_token(i - 2)))
        )  # fmt: skip

    def _followed_by_name(self, i: int) -> bool:
        return (
            i + 1 < len(self.tokens)
            and self._is_name_token(i + 1)
            and self.tokens[i + 1].start <= self.tokens[i].end + 1
        )

    def _extend(self, i: int) -> int:
        last = i
        while True:
            step = self._next_in_run(last)
            if step is None:
                return last
            last = step

    def _next_in_run(self, i: int) -> int | None:
        tokens = self.tokens
        if i + 1 >= len(tokens):
            return None
        here, after = tokens[i], tokens[i + 1]
        gap = self.text[here.end : after.start]
        if "\n" in gap or (gap not in (" ", ".") and after.text != "-" and not (here.text.endswith(".") and not gap)):
            return None
        if after.text == "." and here.text in _ABBREVIATIONS:
            return self._next_in_run(i + 1) or None
        if self._is_name_token(i + 1) and after.text.casefold() not in self.roles and after.text != "I":
            return i + 1
        if (
            after.text == "&"
            and gap == " "
            and i + 2 < len(tokens)
            and self._is_name_token(i + 2)
            and tokens[i + 2].start == after.end + 1
        ):
            return i + 2
        if after.text in ("brothers", "sisters") and gap == " ":
            return i + 1
        if after.kind == "d" and len(after.text) <= 2 and gap == " " and after.text.isdigit():
            return i + 1
        if after.text == "-" and i + 2 < len(tokens) and gap in ("", " "):
            following = tokens[i + 2]
            if (
                (following.kind == "l" or not gap or self.spaced_hyphens or self._alone(i, i + 2))
                and following.kind in "CUl"
                and not is_suffix(following.text)
                and following.start not in self.blocked.taken
                and self.text[after.end : following.start] == gap
            ):
                return i + 2
        if after.text.casefold() in self.cues.particles and i + 2 < len(tokens) and after.text not in ("y", "e"):
            step = i + 2
            if tokens[step].text.casefold() in self.cues.particles and step + 1 < len(tokens):
                step += 1
            if tokens[step].kind == "C" and self._is_name_token(step):
                return step
        return None

    def _alone(self, i: int, j: int) -> bool:
        """Whether two words beside a hyphen stand alone ("Mueller - Stahl"), so that it is no dash between two names."""
        before, after = i > 0 and self._is_name_token(i - 1), j + 1 < len(self.tokens) and self._is_name_token(j + 1)
        return not before and not after and self.tokens[j].text not in self.lexicon.demonyms

    def _person_like(self, run: tuple[int, int]) -> bool:
        first, last = run
        return (last > first and fold(self.tokens[first].text) in self.first_names) or self.tokens[last].text in (
            "brothers",
            "sisters",
        )

    def _named_film(self, run: tuple[int, int]) -> bool:
        start = self.tokens[run[0]].start
        return bool(_NAMED_FILM.search(self.text[max(0, start - 24) : start].casefold()))

    def _school(self, run: tuple[int, int]) -> bool:
        return any(t.text.casefold() in self.cues.organization_words for t in self.tokens[run[0] : run[1] + 1])

    def _closes(self, run: tuple[int, int]) -> bool:
        return self.text[self.tokens[run[1]].end : self.tokens[run[1]].end + 1] in ',.;()"' or self.text[
            self.tokens[run[1]].end :
        ].startswith(" and ")

    def _place(self, run: tuple[int, int]) -> bool:
        first, last = self.tokens[run[0]], self.tokens[run[1]]
        return self.lexicon.place(self.text[first.start : last.end]) is not None

    def _joined(self, runs: list[tuple[int, int]], index: int) -> int:
        """The last run that belongs to the same title, or ``index``."""
        best = index
        strong_only = True
        reach = index
        while reach + 1 < len(runs) and reach - index < 4:
            between = self.tokens[runs[reach][1] + 1 : runs[reach + 1][0]]
            words = [t.text.casefold() for t in between]
            if not words or len(words) > 3 or any(t.start in self.blocked.taken for t in between):
                break
            glue = self.text[self.tokens[runs[reach][1]].end : self.tokens[runs[reach + 1][0]].start]
            if "\n" in glue or any(
                a < self.tokens[runs[reach + 1][0]].start and b > self.tokens[runs[reach][1]].end
                for a, b in self.marked
            ):
                break
            if all(word in self.cues.strong for word in words):
                pass
            elif all(word in self.cues.strong or word in self.cues.weak or word in ("'s", ":", "!") for word in words):
                strong_only = False
            else:
                break
            if self._named_film(runs[index]) and not set(words) & _SEPARATE and self._closes(runs[reach + 1]):
                reach += 1
                best = reach
                continue
            if "'s" in words and (runs[reach][1] > runs[reach][0] or self._place(runs[reach])):
                break
            if (
                self._person_like(runs[reach])
                or self._person_like(runs[reach + 1])
                or (self._place(runs[reach + 1]) and not self._school(runs[reach]))
            ):
                break
            reach += 1
            if strong_only or self._ends_as_title(runs[reach]) or self._begins_as_title(runs[index], runs[reach]):
                best = reach
        return best

    def _ends_as_title(self, run: tuple[int, int]) -> bool:
        return bool(_ENDS_AS_TITLE.match(self.text[self.tokens[run[1]].end : self.tokens[run[1]].end + 90]))

    def _begins_as_title(self, first: tuple[int, int], last: tuple[int, int]) -> bool:
        """After "the film …" a title runs on over "in", "on", "to" as long as what follows is no name of its own."""
        start = self.tokens[first[0]].start
        left = self.text[max(0, start - 24) : start].casefold()
        words = {t.text.casefold() for t in self.tokens[first[1] + 1 : last[0]]}
        return bool(_BEGINS_TITLE.search(left)) and not words & {
            "and", "&", "by", "with", "from", "'s", "or", "as", "is", "its", "who", "after", "before", "over",
        }  # fmt: skip
