"""Reductions of films: who made them and plays in them, what they are made from, their other titles."""

from __future__ import annotations

import re

from cinegraph.extract.nodes import Node, char_class
from cinegraph.extract.patterns import captured
from cinegraph.extract.reducing import Reducer, Steps
from cinegraph.extract.reductions_of_people import OF_A_MAKER
from cinegraph.extract.unknown_names import as_film, as_person
from cinegraph.model import EntityType

# What somebody has in the possessive is no film of theirs: "Ada's novel F", "Ada's part in F".
_NO_MAKER = re.compile(
    r"\b(?:novel|book|play|story|memoir|poem|song|part|role|turn|performance|character|score|music|work (?:on|in)|in|on|of|for|from|script|screenplay|favou?rite)\b"
)
_MATTER = re.compile(r"\b(?:about|set in|in which)\b[^,;.]*$")
_BOTH = re.compile(r"(?:writer|screenwriter)[-/]director|director[-/](?:writer|screenwriter)", re.IGNORECASE)
_CALLED = r"(?:known|released|re-released|titled|retitled|renamed|translated|distributed|marketed|screened|shown|broadcast|published)"
# "known in Norway as", "internationally released under the English title"
_ALSO_CALLED = (
    r"(?:(?:also|better|originally|internationally|sometimes|alternatively|previously|formerly|initially|otherwise|later|widely) )?"
    rf"{_CALLED}"
    r"(?: (?:internationally|abroad|overseas|theatrically|worldwide)| (?:in|for) (?:the )?(?P<where><LNX>|us|uk)(?: (?:and|or) (?:the )?<LN>)?(?:[- ]speaking (?:countries|markets|world))?)?"
    r"(?: under the (?:<NX> |[a-z-]+ ){0,2}title)?(?: as)? (?:simply )?"
)
# The last film of such a list is read only where the others have been.
_FILMS_IN_A_LIST = "films of several makers in a list"

steps = Steps()


@steps(
    "film with its country and director in parentheses",
    '<f:FT>"? \\(<l:L>[,;] ?(?:dir\\.|d:|directed by|by) <p:PX>(?:,? <y:Y>)?\\)',
)
def _film_country_dir(reducer: Reducer, match: re.Match[str]) -> str | None:
    film, person = (
        as_film(reducer.node(match, "f"), reducer.registry),
        as_person(reducer.node(match, "p"), reducer.registry),
    )
    reducer.say(film, "director", person)
    for place in reducer.node(match, "l").parts():
        reducer.say(film, "country", place)
    if match["y"]:
        reducer.say(film, "publication_year", reducer.text(match, "y"))
    return match["f"]


@steps(
    "film with its director in parentheses",
    "<f:FT>,? ?\\(?,? ?(?:dir\\.|d:|directed by|by)(?: by)? <p:PX>,? ?(?:\\(?<y:Y>\\)?)?\\)?",
)
def _film_dir(reducer: Reducer, match: re.Match[str]) -> str | None:
    opened, closed = match.group().count("("), match.group().count(")")
    if "dir." not in match.group() and "d:" not in match.group() and not (opened and closed):
        return None
    film, person = (
        as_film(reducer.node(match, "f"), reducer.registry),
        as_person(reducer.node(match, "p"), reducer.registry),
    )
    reducer.say(film, "director", person)
    if match["y"]:
        film.attributes.setdefault("year", reducer.text(match, "y"))
        reducer.say(film, "publication_year", reducer.text(match, "y"))
    return match["f"]


@steps(
    "film with its director and year in parentheses",
    '<f:F>"? \\((?:<p:P>,? (?:<l:L>(?:[/,-] ?<m:L>)*,? )?<y:Y>(?:[,;] ?<L>)?|(?:<l:L>(?:[/,-] ?<m:L>)*,? )?<y:Y>[,;] ?<p:P>)(?:[,;] ?\\d{2,3} ?(?:min\\.?|minutes|\'))?\\)',
)
def _film_dir_and_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Night Bus (Ada Doe, 2019)", as essays name films."""
    film, y, p = reducer.node(match, "f"), captured(match, "y"), captured(match, "p")
    if y is None or p is None or film.kind != "name":
        return None
    film.attributes.setdefault("year", reducer.sentence.nodes[y].text)
    reducer.say(film, "publication_year", reducer.sentence.nodes[y].text)
    reducer.say(film, "director", reducer.sentence.nodes[p])
    for slot in ("l", "m"):
        place = captured(match, slot)
        for part in reducer.sentence.nodes[place].parts() if place else ():
            if part.note in ("country", ""):
                reducer.say(film, "country", part)
    return match["f"]


@steps(
    "film of its director",
    "<f:F> of (?:the )?<p:P>(?!'s)(?=[,.;]|$| (?:was|is|has|had|received|took|won|tells|came|went|opened|got|became|premiered|about|with|in|on|at)\\b)",
)
def _film_of(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "«F» of Ada Doe was awarded": as translations have it."""
    film, maker = reducer.node(match, "f"), reducer.node(match, "p")
    if film.kind != "name" or maker.kind != "name" or len(film.ids) != 1 or len(maker.ids) != 1:
        return None
    reducer.say(film, "director", maker)
    return match["f"]


@steps(
    _FILMS_IN_A_LIST,
    "(?P<before>(?:[:,;–—] |\\(|\\b(?:with|including|includes?|included|features?|featured|featuring|showed|shows|screened|selected|saw|shot|edited|scored|are|were|and|like|as|films|in|for|to|between) ))<p:P>'s (?P<what>(?:(?:[\\w'-]+|<NY>),? ){0,3}?)\"?<f:FT>\"?"
    "(?=(?:, |; |,? and |,? as well as )(?:<L>'s )?<PX>'s (?:(?:[\\w'-]+|<NY>),? ){0,3}?\"?<FT>)",
)
def _films_of_makers(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Ada's F, Ben's G and Cara's H": the films of a list stand side by side once their makers are told."""
    if _NO_MAKER.search(match["what"]) or OF_A_MAKER.search(match.string[: match.end("before")]):
        return None
    film = as_film(reducer.node(match, "f"), reducer.registry)
    reducer.say(film, "director", reducer.node(match, "p"))
    return match["before"] + match["f"]


@steps(
    "last film of several makers in a list",
    "(?P<before><F>(?:, |; |,? and |,? as well as ))(?:<L>'s )?<p:PX>'s (?P<what>(?:(?:[\\w'-]+|<NY>),? ){0,3}?)\"?<f:FT>\"?(?!'s)(?=[,.;:)]|$|\\Z| (?:and|in|at|are|were|will|is|was|have|had|which|on|for|–|—)\\b)",
)
def _last_film_of_makers(reducer: Reducer, match: re.Match[str]) -> str | None:
    if _NO_MAKER.search(match["what"]) or not any(
        aside.rule.endswith(_FILMS_IN_A_LIST) for aside in reducer.asides
    ):
        return None
    film, maker = (
        as_film(reducer.node(match, "f"), reducer.registry),
        as_person(reducer.node(match, "p"), reducer.registry),
    )
    reducer.say(film, "director", maker)
    return match["before"] + match["f"]


@steps(
    "film with its player before it",
    '<p:P>-(?:starrer|starring|led|headlined|fronted) (?P<rest>(?:(?:[\\w\'-]+|<NY>),? ){0,4}?"?)<f:F>',
    "-(?:starr|led|headlined|fronted)",
)
def _starrer(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The director of the Ada Doe-starrer F": F stars Ada Doe."""
    film = as_film(reducer.node(match, "f"), reducer.registry)
    for player in reducer.node(match, "p").parts():
        reducer.say(film, "cast_member", player)
    return match["rest"] + match["f"]


@steps(
    "a country's person",
    "(?P<before>(?:^|[,;:(] ?|\\b(?:to|by|of|from|with|and|for|was|is|were|including|director|star|actor|actress) )(?:the )?)<l:L>(?:'s|') (?P<rest>(?:(?:own|legendary|young|veteran|late|great|celebrated|acclaimed) |<R> |<NR> ){0,2})<p:P>(?!'s)",
)
def _countrys_person(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Iran's Asghar Farhadi" is Asghar Farhadi; "a film about nuns from Iran's Farhadi" is left to be his film, not his nuns."""
    if _MATTER.search(match.string[: match.start()]):
        return None
    return f"{match['before']}{match['rest']}{match['p']}"


@steps(
    "film from a writer's work",
    '<f:FT>"?(?:,| is| was)? (?:from|after|based on|adapted from) <p:P>\'s? (?:(?:[\\w\'-]+|<NY>),? ){0,4}?"?<w:FTX>"?(?=,|\\.|;|$|\\)| and| with| opened| is| was)',
)
def _from_work(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Fugitive, from Graham Greene's The Power and the Glory": what a writer has in the possessive is the source, no film."""
    film, work = as_film(reducer.node(match, "f"), reducer.registry), reducer.node(match, "w")
    id_ = reducer.registry.title(work.text, EntityType.WORK)
    reducer.registry.see(id_, work.text)
    source = Node("W", work.start, work.end, work.text, (id_,))
    reducer.say(film, "based_on", source)
    reducer.say(reducer.node(match, "p"), "author_of", source)
    return match["f"]


@steps(
    "work by its writer",
    "(?P<before>\\b(?:based on|adapted from|inspired by|drawn from|adaptation of|version of) (?:the (?:[\\w'-]+ ){0,3})?)\"?<w:FTX>\"?(?: \\([^()]*\\))?,? by (?:the )?(?:[\\w'-]+ |<NR> ){0,3}?<p:P>",
)
def _work_by(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "based on A Night of Death by Ada Doe": what somebody wrote is the source, no film."""
    work, author = reducer.node(match, "w"), reducer.node(match, "p")
    id_ = reducer.registry.title(work.text, EntityType.WORK)
    reducer.registry.see(id_, work.text)
    source = Node("W", work.start, work.end, work.text, (id_,))
    reducer.say(author, "author_of", source)
    return match["before"] + reducer.sentence.add(source)


def _call_also(reducer: Reducer, film: Node, other: Node, reason: str) -> None:
    """Take another title, whatever it has been read as, for one more name of a film."""
    id_ = other.ids[0] if other.ids and other.letter == "F" else reducer.registry.title(other.text, EntityType.FILM)
    reducer.registry.see(id_, other.text)
    reducer.registry.unite(film.ids[0], id_, reason)


@steps(
    "two titles with a stroke",
    "^(?P<before>[^\\w\ue000-\uf2ff]*(?:review: )?)<f:FT> ?/ ?<g:FTX>",
)
def _stroke_titles(reducer: Reducer, match: re.Match[str]) -> str | None:
    film, other = as_film(reducer.node(match, "f"), reducer.registry), reducer.node(match, "g")
    if len(film.ids) != 1:
        return None
    _call_also(reducer, film, other, "two titles with a stroke between them")
    return match["before"] + match["f"]


@steps(
    "other title in parentheses",
    "<f:F> ?\\((?:(?:also known as|aka|a\\.k\\.a\\.|original title|or|in \\w+|(?:internationally |originally |also )?released (?:\\w+ ){0,3}as|english|lit(?:erally|\\.)?|translat\\w+ as|(?:international|alternative|working|original|english) title|<NX> title|<N>|title):? ?,? ?){0,4}(?:<Y>: )?<g:FTX>(?:,? (?:and |or )?<h:FTX>)?(?:,? <y:Y>)?\\)",
)
def _other_title(reducer: Reducer, match: re.Match[str]) -> str | None:
    film = reducer.node(match, "f")
    others = [part for slot in ("g", "h") if match[slot] for part in reducer.node(match, slot).parts()]
    if any(other.letter == "X" and other.text.title() in reducer.lexicon.words.languages for other in others):
        # "Night Bus (MALAYALAM)" says in what language it is.
        return match["f"]
    for other in others if len(film.ids) == 1 else ():
        _call_also(reducer, film, other, "another title in parentheses")
    if match["y"]:
        reducer.say(film, "publication_year", reducer.text(match, "y"))
    return match["f"]


@steps(
    "other title behind a year",
    '<f:F>"? ?\\(<y:Y>(?: ?[-–] ?(?:<Y>|\\d\\d))?; (?:[a-z]+ ){0,3}[“"]?<g:FTX>[”"]?(?: or [“"]?<h:FTX>[”"]?)?\\)',
)
def _other_title_behind(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Yuki no hana (1961; Snow Flower)", as encyclopedias have it."""
    film = reducer.node(match, "f")
    film.attributes.setdefault("year", reducer.text(match, "y"))
    reducer.say(film, "publication_year", reducer.text(match, "y"))
    return _other_title(reducer, match)


@steps(
    "another title between commas",
    f'<f:FX>(?P<open>,| \\() ?{_ALSO_CALLED}"?<g:FTXPCWL>"?(?(open)[,)])(?= (?:[a-z]|<V>)|<V>|$)',
    f" {_CALLED} ",
)
def _another_title(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "F, known in Norway as G, is a drama": whatever the other title looks like by itself."""
    film, other = reducer.node(match, "f"), reducer.node(match, "g")
    if film.letter == "X" and other.letter == "F":
        film = Node("F", film.start, film.end, film.text, as_film(film, reducer.registry).ids)
    if len(film.ids) != 1 or film.letter != "F" or other.kind != "name" or other.members:
        return None
    where = reducer.sentence.nodes.get(match["where"] or "")
    if "released" in match.group() and where is not None and where.letter == "L" and where.ids:
        reducer.say(film, "theatrical_release", where)
    _call_also(reducer, film, other, "another title, as the film is also called")
    return reducer.sentence.add(film)


@steps(
    "title or title",
    "<f:F>,? (?:\\(|also known as |aka |a\\.k\\.a\\. |released (?:in <L> )?as |or )<g:F>\\)?(?=[,.]|$)",
)
def _also_known(reducer: Reducer, match: re.Match[str]) -> str | None:
    if not re.search(r"known as|aka|a\.k\.a|released|\(", match.group()):
        return None
    left, right = reducer.node(match, "f"), reducer.node(match, "g")
    if len(left.ids) == 1 and len(right.ids) == 1:
        reducer.registry.unite(left.ids[0], right.ids[0], "“also known as”")
    return match["f"]


@steps(
    "a person's workshop or company",
    "(?<!\\()<p:P>(?:'s|') (?:(?!own|first|new|last|second|debut)[\\w-]+ ){0,3}?(?P<kind>film school|(?:film-?making|directing|director's|directors'?) (?:class|workshop)|workshop|master ?class|class|film foundation|foundation|production company|film company)(?![\\w-])(?: at (?:the )?<u:O>)?",
)
def _workshop(reducer: Reducer, match: re.Match[str]) -> str | None:
    owner = reducer.node(match, "p")
    if len(owner.ids) != 1:
        return None
    teaching = not re.search("foundation|company", match["kind"])
    person = reducer.registry.draft(owner.ids[0])
    kind = "workshop" if teaching else match["kind"]
    id_ = reducer.registry.named(EntityType.ORGANIZATION, kind, owner.ids[0])
    reducer.registry.drafts[id_].label = f"{person.label}'s {kind}"
    surface = f"{owner.text}'s {match['kind']}" if owner.kind == "name" else f"{person.label}'s {kind}"
    reducer.registry.see(id_, surface)
    node = Node("O", owner.start, owner.end, surface, (id_,), "nominal", {"kind": "school" if teaching else "company"})
    if not match["kind"].endswith("class"):
        reducer.say(owner, "founded", node)
    if match["u"]:
        reducer.say(owner, "taught_at", reducer.node(match, "u"))
    return reducer.sentence.add(node)


@steps("city and country", "<a:L>, (?P<b>{})(?=[,.;)]| |$)".format(char_class("L")))
def _place_in_place(reducer: Reducer, match: re.Match[str]) -> str | None:
    inner, outer = reducer.node(match, "a"), reducer.sentence.nodes[match["b"]]
    order = {"city": 0, "": 0, "region": 1, "country": 2}
    if order.get(outer.note, 0) <= order.get(inner.note, 0):
        return None
    inner.attributes["within"] = outer
    return match["a"]


@steps("film from a writer-director", '<f:F>"?,? (?:from|by) (?:the )?(?:[a-z-]+ )?<r:R> (?=<p:P>)', " (?:from|by) ")
def _from_writer_director(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The drama F, from writer-director Ada Doe": she wrote it, too."""
    if _BOTH.fullmatch(reducer.text(match, "r")) and reducer.node(match, "p").kind == "name":
        reducer.say(reducer.node(match, "f"), "screenwriter", reducer.node(match, "p"))
    return None
