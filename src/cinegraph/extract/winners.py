"""Who or what one award went to, as the parts of a line tell: a film, people who have it for the film, a film with those who directed it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cinegraph.extract.layout_words import CAPITALS_AND, like_a_person
from cinegraph.extract.line_fields import OTHER_LABEL, Field, Line, Span, fields_of
from cinegraph.extract.row_facts import Row, cased, is_fact
from cinegraph.extract.rows import QUOTED
from cinegraph.extract.text import fold
from cinegraph.extract.title_halves import whole_titles
from cinegraph.lexicon import Lexicon
from cinegraph.lexicon.vocabulary import vocabulary

_LINK = re.compile(
    r"(?P<first>\S.*?),? (?P<sign>for(?: (?:his|her|their) (?:\w+ ){1,4}in)?(?: (?:the )?(?:film|movie|short film|short|documentary|feature))?|in|by|dir\.?|directed by) (?P<second>\S.*)"
)


_LABEL = re.compile(
    r"(?:(?:[Ww]ritten|[Ss]creenplay|[Ss]cript|[Tt]elescript) by|by|dirs?[.:]*|[Dd]irectors?:?|(?:[Ww]ritten and )?[Dd]irected by|for(?: the (?:film|movie|short|documentary))?|in) "
)
# "A.V. Rockwell", but not "L.A. Story"
_OTHER_CREDIT = re.compile(r"(?:co-?)?produced by |written by |story by |based (?:up)?on |(?:cinematography|editing|music|score|(?:production |sound )?design|costumes?|photography|effects|animation) by |starring |produced with |supported by ", re.IGNORECASE)
_INITIALS = re.compile(r"(?!(?:U\.S|L\.A|D\.C|N\.Y|E\.T|U\.K|R\.I)\.)(?:[A-Z]\.){1,3} ?[A-Z]")
_OWNED = re.compile(r"(?P<people>[^\W\d_a-z][^,;:()\"'\n]{2,60})'s? (?:[a-z][\w'-]*,? ){0,6}(?P<title>[\"*_]?[^\W_a-z].*)")
_DASHES = ("–", "—", "-")
_WRITTEN = ("written by", "screenplay by", "script by", "telescript by")
_PRODUCERS = re.compile(r"(?:executive |co-?)?producers?", re.IGNORECASE)
# "Night Bus as Marit", "NIGHT BUS Ada Doe"
_AS_ROLE = re.compile(r" as [^\W\d_a-z][^()\"]*$")
_CAPITALS_FIRST = re.compile(r"(?P<first>[^a-zà-ÿ\"*_()–—|/]*[^\Wa-zà-ÿ][^\Wa-zà-ÿ]['!?.]*) (?P<second>[^\W\d_a-z][a-zà-ÿ].*)")
_VOTES = re.compile(r"\d{1,3}")
# Nobody directs in such numbers.
_SEVERAL = 4


class Winner(NamedTuple):
    """Who or what one award went to: a film, people who have it for the film, or a film with those who directed it."""

    films: tuple[Span, ...] = ()
    people: tuple[Span, ...] = ()
    directors: tuple[Span, ...] = ()
    countries: tuple[tuple[Span, str], ...] = ()
    producers: tuple[Span, ...] = ()
    sign: str = ""


CREW = "crew"
"""What an award honours that is somebody's, but is no relation of its own ("Best Costumes")."""


class Honour(NamedTuple):
    """What an award honours.

    :ivar craft: the relation of the craft, or an empty string
    :ivar of_a_film: whether a word in its name, or a line under the winner, says that a film has it
    :ivar inner: whether those directed a film who stand in parentheses behind it
    :ivar directed: whether the line under the winner says who directed it
    :ivar titles: titles that other lines have shown to be films
    """

    craft: str = ""
    of_a_film: bool = True
    inner: bool = False
    directed: bool = False
    titles: Collection[str] = ()


# "Ada Doe for “Night Bus” (from the novel by Ben Roe)": what it was made from is no maker's.
_SOURCE = re.compile(
    r" ?[(,–—-] ?(?:(?:freely|loosely) )?(?:based (?:up)?on|adapted from|inspired by|from|after) (?:(?:the|an?|his|her|their) )?(?:[\w-]+ ){0,2}?"
    r"(?:novels?|novellas?|stor(?:y|ies)|plays?|books?|memoirs?|comics?|articles?|musicals?|poems?)\b[^()]{0,80}\)?\W*$",
    re.IGNORECASE,
)
# So many words in small letters are what somebody says of a prize.
_PROSE = re.compile(r"(?:(?<![\w'-])[a-z][\w'-]*,? ){8}")


def winner_in(line: Line, honour: Honour, lexicon: Lexicon) -> Winner | None:
    """One winner: a film, a person, or both; None where the words are neither.

    :param honour: what the award honours
    """
    if _PROSE.search(line.text) is not None:
        return None
    if line.text.isdigit() and honour.of_a_film:
        return Winner(((line.start, line.end),))
    craft = honour.craft
    if craft == "cast_member" and " as " in line.text and (role := _AS_ROLE.search(line.text)) is not None:
        line = replace(line, end=line.start + role.start(), text=line.text[: role.start()])
    if (source := _SOURCE.search(line.text)) is not None and source.start():
        line = replace(line, end=line.start + source.start(), text=line.text[: source.start()])
    row = Row((line.start, line.start), marked=False)
    every = list(_parts(line, 1 if craft else 2, lexicon))
    producers = _producers(every, lexicon)
    every = [part for part in every if not any(part.end == made.end for made in producers) and not (producers and _PRODUCERS.fullmatch(part.text))]
    parts = [p for p in every if p.text in honour.titles or not (is_fact(p, row, lexicon) or _is_of_votes(p))]
    if not parts or len(parts) > 6:
        return None
    if honour.directed and len(parts) == 1 and (alone := _film(parts[0])):
        return Winner(tuple(alone), countries=tuple(row.countries) if len(alone) == 1 else ())
    films, people, directors = _roles(parts, honour, lexicon)
    if films and not directors and row.countries:
        directors = _beside_countries(every, people, lexicon)
    if films and not directors and not people and not craft and honour.inner:
        directors = _in_parentheses(every, lexicon)
    if not films and not people:
        return None
    made = tuple(span for part in producers for span in _people(part, lexicon))
    return Winner(tuple(films), tuple(people), tuple(directors), tuple(row.countries) if len(films) == 1 else (), made)


def _is_of_votes(part: Field) -> bool:
    """Whether a part is how many votes somebody had ("Ada Doe – 49 (Night Bus)")."""
    return part.sign in _DASHES and _VOTES.fullmatch(part.text) is not None


def is_told_fully(winner: Winner) -> bool:
    """Whether a line says of a winner what winners' lists say: who made the film or where it is from, or for which film somebody has the prize."""
    return bool(winner.films and (winner.people or winner.directors or winner.countries))


def _producers(every: Sequence[Field], lexicon: Lexicon) -> list[Field]:
    """The parts at the end of a line that name who produced the film, without their label ("Night Bus (producers: Ada Doe, Ben Roe)")."""
    if len(every) > 2 and _PRODUCERS.fullmatch(every[-1].text):
        return [part for part in every[1:] if _known(part, lexicon)]
    for place, part in enumerate(every[1:], 1):
        label = OTHER_LABEL.match(part.text)
        if label is not None and label["producer"]:
            first = replace(part, start=part.start + label.end(), text=part.text[label.end() :])
            named = [first, *every[place + 1 :]]
            return named if all(_known(each, lexicon) for each in named) else []
    return []


def _roles(
    parts: Sequence[Field], honour: Honour, lexicon: Lexicon
) -> tuple[list[Span], list[Span], list[Span]]:
    """The film, those who have the prize for it, and those who directed it."""
    craft, of_a_film = honour.craft, honour.of_a_film
    known = [0 if part.sign == "quoted" or part.text in honour.titles else _known(part, lexicon) for part in parts]
    if len(parts) == 1:
        person = known[0] > (craft == CREW) and not _is_plain_english(parts[0].text, lexicon) if craft else known[0] > 1 and not of_a_film
        return ([], _people(parts[0], lexicon), []) if person else (_film(parts[0]), [], [])
    second = parts[1]
    if second.sign.startswith(("for", "in")) and known[0]:
        makers = [span for part in parts[2:] if part.sign.startswith(("by", "dir")) for span in _people(part, lexicon)]
        return _film(_joined(parts[1:], lexicon)), _people(parts[0], lexicon), makers
    if second.sign.startswith(_WRITTEN):
        own = parts[1 : next((i for i, part in enumerate(parts) if i > 1 and (part.sign != "," or not known[i])), len(parts))]
        return _film(parts[0]), [span for part in own for span in _people(part, lexicon)] if craft == "screenwriter" else [], []
    if _OTHER_CREDIT.match(second.text):
        return _film(parts[0]), [], []
    parts = parts[: next((i for i, part in enumerate(parts) if i > 1 and _OTHER_CREDIT.match(part.text)), len(parts))]
    if second.sign.startswith(("by", "dir")):
        return _film(parts[0]), [], [span for part in parts[1:] for span in _people(part, lexicon)]
    by = next((i for i, part in enumerate(parts) if i and part.sign.startswith(("by", "dir"))), 0)
    if by and not (craft and known[0]) and all(part.inner for part in parts[1:by]):
        return _film(parts[0]), [], [span for part in parts[by:] for span in _people(part, lexicon)]
    if parts[0].sign == "capitals" and craft == "cast_member" and known[0]:
        return _film(_joined(parts[1:], lexicon)), _people(parts[0], lexicon), []
    if parts[0].sign == "capitals" and not craft:
        # Such lists name who directed and who produced it alike.
        return _film(parts[0]), [], []
    if any(not part.text.isupper() for part in parts):
        known = [0 if part.text.isupper() else looks for part, looks in zip(parts, known, strict=True)]
    first = bool(craft) and known[0] > 0 and not ((second.inner or second.sign == "|") and known[1] > known[0])
    if first and craft not in ("cast_member", "director") and known[0] == 1 and known[1] and _is_plain_english(parts[0].text, lexicon) and not _is_plain_english(second.text, lexicon):
        first = False
    if not craft and known[0] > 1 and max(known[1:]) < 2:
        first = True
    plain = all(part.sign.strip() in ("", ",") and not part.inner for part in parts)
    if first and plain and len(parts) == 2 and all(looks > 1 for looks in known):
        return [], [span for part in parts for span in _people(part, lexicon)], []
    if first:
        count = 1
        while count < len(parts) - 1 and known[count] and not parts[count].inner and parts[count].sign not in ("quoted", *_DASHES):
            count += 1
        return _film(_joined(parts[count:], lexicon)), [s for part in parts[:count] for s in _people(part, lexicon)], []
    begin = next((i for i in range(1, len(parts)) if known[i]), len(parts))
    named = [span for part in parts[begin:] for span in _people(part, lexicon)]
    film = _film(_joined(parts[:begin], lexicon))
    if craft:
        return film, named, []
    # Whom a parenthesis names may have produced the film.
    return film, [], named if begin < len(parts) and not parts[begin].inner else []


def _beside_countries(every: Sequence[Field], winners: Sequence[Span], lexicon: Lexicon) -> list[Span]:
    """Who stands in one parenthesis with the film's countries, as the directors do ("*Night Bus* (Ada Doe, Mexico)")."""
    named = [
        span
        for place, part in enumerate(every[1:], 1)
        if part.inner and _known(part, lexicon) and (part.sign[:1] not in ("(", "[") or _goes_on_inside(every, place))
        for span in _people(part, lexicon)
    ]
    return named if not set(named) & set(winners) and len(named) < _SEVERAL else []


def _goes_on_inside(every: Sequence[Field], place: int) -> bool:
    """Whether a parenthesis goes on behind its first part."""
    following = every[place + 1] if place + 1 < len(every) else None
    return following is not None and following.inner and following.sign[:1] not in ("(", "[", ")")


def _in_parentheses(every: Sequence[Field], lexicon: Lexicon) -> list[Span]:
    """Who stands alone in parentheses behind a film that a festival honours ("Night Bus (Ada Doe)")."""
    if len(every) != 2 or not every[1].inner or _known(every[1], lexicon) < 2:
        return []
    named = _people(every[1], lexicon)
    return named if len(named) < _SEVERAL - 1 else []


def _known(part: Field, lexicon: Lexicon) -> int:
    return like_a_person(cased(part.text), lexicon) if ":" not in part.text else 0


def _is_plain_english(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a title of plain English words, and begins with no first name ("Northern Kitchen")."""
    words = name.split()
    return fold(words[0]) not in lexicon.first_names and all(
        word.casefold() in vocabulary() or word in lexicon.demonyms for word in words
    )


def _parts(line: Line, least: int, lexicon: Lexicon) -> Iterator[Field]:
    """The parts of a value; where "for", "in" or "by" links two names, each is a part.

    :param least: how much what stands before "for" or "in" must look like a person
    """
    capitals = _CAPITALS_FIRST.fullmatch(line.text) if line.text[:2].isupper() and " for " not in line.text and " in " not in line.text else None
    if capitals is not None and not capitals["first"].rstrip().endswith((",", ":", "-")):
        yield Field(line.start, line.start + capitals.end("first"), capitals["first"], "capitals", False)
        yield from _linked(fields_of(line, capitals.start("second")), least, lexicon)
        return
    quoted = QUOTED.match(line.text)
    if quoted:
        start = line.start + quoted.start("title")
        yield Field(start, line.start + quoted.end("title"), quoted["title"], "quoted", False)
        yield from _linked(fields_of(line, quoted.end()), least, lexicon)
        return
    yield from _linked(whole_titles(line, fields_of(line, 0), lexicon), least, lexicon)


def _linked(fields: Iterator[Field], least: int, lexicon: Lexicon) -> Iterator[Field]:
    for part in fields:
        label = _LABEL.match(part.text)
        if label:
            part = replace(part, start=part.start + label.end(), text=part.text[label.end() :], sign=label.group().strip().lower())
        owned = _OWNED.fullmatch(part.text)
        if owned is not None and like_a_person(cased(owned["people"]), lexicon):
            yield replace(part, start=part.start + owned.start("title"), text=owned["title"])
            yield replace(part, end=part.start + owned.end("people"), text=owned["people"], sign="by")
            continue
        if _OTHER_CREDIT.match(part.text):
            yield part
            continue
        match = _LINK.fullmatch(part.text)
        by = match is not None and match["sign"].startswith(("by", "dir"))
        if match is None or (part.inner and not by):
            yield part
            continue
        looks = like_a_person(cased(match["second" if by else "first"]), lexicon) if by or ":" not in match["first"] else 0
        sure = looks == 1 and (_INITIALS.match(match["first"]) is not None or match["second"][0] == '"')
        if looks + sure < (1 if by else least):
            yield part
            continue
        yield Field(part.start, part.start + match.end("first"), match["first"], part.sign, part.inner)
        rest = Field(part.start + match.start("second"), part.end, match["second"], match["sign"], part.inner)
        yield from _linked(iter([rest]), least, lexicon) if not by else iter([rest])


def _joined(parts: Sequence[Field], lexicon: Lexicon) -> Field:
    """The parts of one title, which may hold commas."""
    last = parts[0]
    for part in parts[1:]:
        if part.sign != "," or part.inner or _known(part, lexicon) > 1:
            break
        last = part
    return replace(parts[0], end=last.end) if last is not parts[0] else parts[0]


def _film(part: Field) -> list[Span]:
    """The titles of a part: one, or two in capitals with "and" between them; none where it cannot be a title."""
    text = part.text
    quoted = QUOTED.fullmatch(text)
    if quoted:
        return [(part.start + quoted.start("title"), part.start + quoted.end("title"))]
    several = list(re.finditer(r"(?P<mark>[*_\"])(?P<title>[^*_\"]+)(?P=mark)", text))
    if len(several) > 1:
        return [(part.start + m.start("title"), part.start + m.end("title")) for m in several]
    if len(text) > 90 or not (text[0].isupper() or text[0].isdigit() or text[0] in "¡¿#") or re.search(r"[\"*_]", text):
        return []
    found, position = [], part.start
    for match in [*CAPITALS_AND.finditer(text), None]:
        stop = part.start + match.start() if match else part.end
        found.append((position, stop))
        position = part.start + match.end() if match else stop
    return found


def _people(part: Field, lexicon: Lexicon) -> list[Span]:
    found: list[Span] = []
    position = part.start
    sharing = like_a_person(cased(part.text), lexicon)
    for piece in re.split(r"( and | & |, |/)", part.text):
        if like_a_person(cased(piece), lexicon) > 0 or (sharing and piece[:1].isupper()):
            found.append((position, position + len(piece)))
        position += len(piece)
    return found
