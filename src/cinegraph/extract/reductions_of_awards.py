"""Reductions of festivals, sections and awards: editions and years, what stands within what, whose prize it is."""

from __future__ import annotations

import re
from functools import partial

from cinegraph.extract.awards import honours, is_ceremony, prize_of_jury, settle
from cinegraph.extract.nodes import Node, char_class
from cinegraph.extract.reducing import Reducer, Steps, scope
from cinegraph.extract.unknown_names import festival_of_city
from cinegraph.model import EntityType

_TOP = re.compile(r"\b(?:top|main|highest|first|principal|major|grand) (?:prize|award|honou?r)", re.IGNORECASE)
# An item that begins with its award, or with a year and its award: the film that follows is what it is about.
_HEAD_OF_ITEM = re.compile(
    rf"[\s*_•:.,–—-]*(?:{char_class('Y')}[\s*_:.,–—-]*)?(?:(?:nominated|nominee|nomination|winner|won)(?: for| of)?[\s:–—-]*)?(?:the )?"
)

_PLACE = re.compile(char_class("L"))
_CONTRIBUTION = re.compile(r"\b(?:contributions?|achievements?)\b", re.IGNORECASE)
_PRIZE = re.compile(r"(?:Award|Prize)$")
_FESTIVALS = re.compile(rf"{char_class('E')}(?: \({char_class('Y')}\))?(?:,|,? and) (?:at |in )?{char_class('E')} ?\(")

steps = Steps()


@steps(
    "kin without a name",
    "(?:(?<!<P>, )(?<!is )(?<!was )(?<!become )(?<!became )<p:P>'s|whose) (?:late |then |own |elder |older |younger |twin |adoptive )?(?:mother|father|parents?|brothers?|sisters?|sons?|daughters?"
    "|child(?:ren)?|uncles?|aunts?|grand(?:mother|father|parents|son|daughter)|famil(?:y|ies)|friends?|wife|husband|wives|cousins?|neighbou?rs?)\\b"
    "(?!,? (?:(?:the|a|an|and) )?(?:(?:[\\w'-]+|<NRL>),? ){0,4}?<PX>)(?!'s <PX>)",
)
def _kin(reducer: Reducer, match: re.Match[str]) -> str | None:
    """What a father studied, his daughter did not: a person with no name takes the place of both."""
    owner = reducer.sentence.nodes[match["p"]] if match["p"] else None
    start = owner.start if owner is not None else reducer.sentence.start
    return reducer.sentence.add(Node("P", start, start, match.group(), (), "nominal"))


@steps("festival named by city and word", "<e:L>(?:'s)? (?:international )?(?:film )?festival\\b")
def _city_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    return None


@steps("year before festival", "<y:Y>(?: edition of| installment of)?(?: the)? (?=<e:E>)(?P<x>.)")
def _year_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    reducer.sentence.nodes[match["x"]].attributes.setdefault("year", reducer.text(match, "y"))
    return match["x"]


@steps("year of an edition", "<e:E>(?:'s| ')? (?:in )?<y:Y>(?: edition)?(?![\\w-])")
def _festival_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    reducer.node(match, "e").attributes.setdefault("year", reducer.text(match, "y"))
    return match["e"]


@steps("numbered edition", "(?P<n>\\d{1,3})(?:st|nd|rd|th)(?: annual)?(?: edition of)?(?: the)?(?: (?:prestigious|renowned|celebrated|famed|acclaimed|annual))? <e:E>(?: in <y:Y>)?")
def _edition(reducer: Reducer, match: re.Match[str]) -> str | None:
    node = reducer.node(match, "e")
    entry = reducer.lexicon.entries.get(reducer.registry.draft(node.ids[0]).lexicon or "") if node.ids else None
    year = reducer.text(match, "y") if match["y"] else entry.edition_year(int(match["n"])) if entry else None
    if year:
        node.attributes.setdefault("year", str(year))
    return match["e"]


@steps("this year's edition", "(?:this|last) year's(?: edition of)?(?: the)? <e:E>|<f:E> this year")
def _this_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    char = match["e"] or match["f"]
    if reducer.year:
        year = int(reducer.year) - (1 if match.group().startswith("last") else 0)
        reducer.sentence.nodes[char].attributes.setdefault("year", str(year))
    return char


@steps("section of a festival", "<e:E>(?:'s| ')? (?:official )?<s:S>%SECTION%(?![\\w-])")
def _festival_section(reducer: Reducer, match: re.Match[str]) -> str | None:
    scope(reducer.node(match, "s"), reducer.node(match, "e"))
    reducer.say(reducer.node(match, "s"), "section_of", reducer.node(match, "e"))
    return match["s"]


@steps(
    "unknown section of a festival",
    "(?P<before>\\b(?:in|of|for|from|by|opened|opens|opening|closed|closes|closing|heads|leads|curates|curated) (?:the |its |their )?\"?)<x:XOEFTP>\"? (?P<word>section|sidebar|strand|programme|program|category|slot) (?:of|at|in|during) (?:the )?(?:\\d+(?:st|nd|rd|th) |upcoming )?(?:edition of (?:the )?)?(?=<e:E>)(?P<e2>.)",
    "\\b(?:section|sidebar|strand|program|programme|category|slot) ",
)
def _unknown_section(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Screened in the Bright Dreams section at E": what that is called is told by the word after it."""
    name, festival = reducer.node(match, "x"), reducer.sentence.nodes[match["e2"]]
    # "The Documentary category" is a prize's, and "the Netflix programme" a company's.
    if len(name.text.split()) < 2 or name.kind != "name" or len(festival.ids) != 1:
        return None
    owner = reducer.registry.draft(festival.ids[0])
    id_ = reducer.registry.named(EntityType.SECTION, name.text, owner.id)
    reducer.registry.see(id_, name.text)
    section = Node("S", name.start, name.end, name.text, (id_,), attributes={"festival": festival})
    return f"{match['before']}{reducer.sentence.add(section)} at {match['e2']}"


@steps("section word", "<s:S> (?:section|sidebar|strand|programme|program|category|selection)(?![\\w-])")
def _section_word(reducer: Reducer, match: re.Match[str]) -> str | None:
    return match["s"]


@steps("section at a festival", "<s:S>(?: competition)?(?:,? %PREP% %THE%|, )<e:E>(?:'s)?(?: in <y:Y>)?")
def _section_at(reducer: Reducer, match: re.Match[str]) -> str | None:
    festival = reducer.node(match, "e")
    if match["y"]:
        festival.attributes.setdefault("year", reducer.text(match, "y"))
    scope(reducer.node(match, "s"), festival)
    reducer.say(reducer.node(match, "s"), "section_of", festival)
    return match["s"]


@steps(
    "honorary award",
    "(?:(?P<word>honorary|honourary|career|lifetime|lifetime achievement) <a:A>|<b:A> for (?:his |her |their |a )?(?:lifetime achievement|career achievement|life's work|lifetime's work|career))",
)
def _honorary(reducer: Reducer, match: re.Match[str]) -> str | None:
    award = reducer.node(match, "a" if match["a"] else "b")
    if award.text.lower().startswith(("honorary", "lifetime", "career")):
        return None
    kept = {k: v for k, v in award.attributes.items() if k in ("festival", "section", "organization", "year")}
    return reducer.sentence.add(
        Node("A", award.start, award.end, f"Honorary {award.text}", attributes={"generic": "honorary", **kept})
    )


@steps(
    "jury before its winners",
    '^(?P<lead>[\\s*_•–—-]{0,6})<o:O>(?: jury)?(?P<rest>[*_]{0,2}:[*_]{0,2} )(?=[*_"]{0,3}<FT>)',
)
def _jury_of_winners(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "FIPRESCI: F" in a list of winners means the prize of that jury."""
    award = prize_of_jury(reducer.node(match, "o"), reducer.registry, reducer.lexicon)
    if award is None:
        return None
    return match["lead"] + reducer.sentence.add(award) + match["rest"]


@steps(
    "jury that chooses",
    "(?P<lead>(?:^|[,;] (?:while |and )?)(?:the )?)<o:O>(?P<jury> jury)?(?=,? (?:(?:too|however|unanimously|also),? )?(?:chose|picked|honou?red|went for|opted for|voted for|singled out|rewarded|crowned)\\b)",
    "chose|picked|hono|went for|opted|voted|singled|rewarded|crowned",
)
def _jury_that_chooses(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The FIPRESCI jury chose F" means that F won the prize of that jury."""
    jury = reducer.node(match, "o")
    award = prize_of_jury(jury, reducer.registry, reducer.lexicon)
    if award is None or not (match["jury"] or jury.text.lower().endswith("jury")):
        return None
    return match["lead"] + reducer.sentence.add(award)


@steps("jury composed by its members", "(?P<jury>\\bjury (?:was|is|will be|has been)) <v:V> by ", "jury")
def _jury_composed(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The jury was composed by Ada and Ben", as translations have it."""
    return f"{match['jury']} composed of "


@steps(
    "contribution for which an award is given",
    "<a:A> for (?:(?:<P>'s|an?) )?(?P<what>(?:<b:A>|(?:outstanding|exceptional) (?:artistic )?(?:contributions?|achievements?))(?: to (?:world |national |european |international )?(?:cinema|film))?)",
    "contribution|achievement|to (?:world )?cinema",
)
def _contribution(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Crystal Globe for outstanding contribution to world cinema" is another than the Crystal Globe."""
    award = reducer.node(match, "a")
    if award.members or award.text.lower().startswith(("honorary", "lifetime")):
        return None
    what = match["what"].replace(match["b"], reducer.node(match, "b").text) if match["b"] else match["what"]
    if not _CONTRIBUTION.search(what):
        return None
    name = f"{award.text} for {' '.join(w if w in ('to', 'of') else w.capitalize() for w in what.split())}"
    known = [e for e in reducer.lexicon.lookup(name) if e.type is EntityType.AWARD]
    ids = (reducer.registry.entry(known[0]),) if len(known) == 1 else ()
    kept = {k: v for k, v in award.attributes.items() if k in ("festival", "section", "organization", "year")}
    node = Node("A", award.start, award.end, name, ids, attributes={} if ids else {"generic": "honorary", **kept})
    if ids:
        reducer.registry.see(ids[0], name)
    return reducer.sentence.add(node)


@steps(
    "jury that gives its prize",
    "(?P<lead>(?:^|[,;] (?:while |and )?)(?:the )?)<o:O>(?: jury)? (?:has |have |had |also |then )*(?:awarded|awards|gave|gives|presented|presents|handed|granted|bestowed) (?:its|their|this year's) (?:main |top |annual |own )?(?:prize|award) (?P<to>to|on) ",
    "prize to|award to|prize on|award on",
)
def _jury_that_gives(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Ecumenical Jury awarded its prize to F" means that the prize of that jury went to F."""
    award = prize_of_jury(reducer.node(match, "o"), reducer.registry, reducer.lexicon)
    return None if award is None else f"{match['lead']}{reducer.sentence.add(award)} went to "


@steps(
    "category of an award before its winners",
    '^(?P<lead>[\\s*_•–—-]{0,6})<a:A>, <b:A>(?P<rest>(?: ?\\([^()]*\\))?[*_]{0,2}:[*_]{0,2} )(?=(?:by (?:the )?)?[*_"]{0,3}<PFTX>)',
)
def _category_of_winners(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Teddy, best feature: F" is one prize, not two."""
    return match["lead"] + match["a"] + match["rest"]


@steps("scope before an award", "<e:ESO>(?:'s| '|,|:)? (?:prestigious |coveted |top )?<a:A>")
def _scope_award(reducer: Reducer, match: re.Match[str]) -> str | None:
    if match.group()[1] == ",":
        return None
    award, owner = reducer.node(match, "a"), reducer.node(match, "e")
    scope(award, owner)
    giver = owner if owner.letter == "E" else owner.attributes.get("festival") if owner.letter == "S" else None
    if giver is not None and "'" in match.group():
        reducer.say(award, "conferred_by", giver)
    return match["a"]


@steps("award with the name of its academy", "<a:A> \\((?:the )?[<AO>][^()]{0,40}\\)(?= (?:award|nomination|nod|nom|prize|winner|win)s?\\b)".replace("[<AO>]", char_class("AO")))
def _award_in_full(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "A BAFTA (British Academy of Film and Television Arts) nomination" """
    return match["a"]


@steps("nominations and noms", "<a:A> noms?(?![\\w-])", " noms?")
def _noms(reducer: Reducer, match: re.Match[str]) -> str | None:
    return f"{match['a']} nominations"


@steps("ceremony, what came of it and its category", "<a:A> (?P<word>nominations?|nods?|wins?) (?:for|in) (?:the )?<b:A>(?![\\w-])", "(?:nominations?|nods?|wins?) (?:for|in)")
def _category_of_nomination(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "An Oscar nomination for best actor" """
    ceremony, category = reducer.node(match, "a"), reducer.node(match, "b")
    if not category.text.lower().startswith("best ") or category.ids or ceremony.text.lower().startswith("best "):
        return None
    named = [e for e in reducer.lexicon.lookup(f"{ceremony.text} for {category.text}") if e.type is EntityType.AWARD]
    if len(named) == 1:
        category.ids = (reducer.registry.entry(named[0]),)
        reducer.registry.see(category.ids[0], category.text)
    else:
        settle(ceremony, reducer.registry, reducer.lexicon)
        scope(category, ceremony)
    return f"{match['b']} {match['word']}"


@steps(
    "prizes for a craft in a list",
    "(?P<link>,? (?:as well as|along with|plus|and),? )(?:(?:the|several|also|its) )?(?:(?:technical|craft|other) )?(?:prizes|awards|honou?rs|trophies|gongs) for (?=<a:A>)",
    "(?:prizes|awards|hono|trophies|gongs)\\w* for",
)
def _prizes_for_crafts(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Best Film as well as technical honours for Best Editing": they stand in one list."""
    before = match.string[: match.start()]
    return match["link"] if re.search(char_class("A"), before) else None


@steps("nation before its award", "(?P<before>\\b(?:an?|the|his|her|its|their) )<n:N> <a:A>")
def _nations_award(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "A French César": the award is told by its name."""
    return None if "generic" in reducer.node(match, "a").attributes else match["before"] + match["a"]


@steps("prize and its category", "<a:A>(?: (?:awards?|prizes?))? for <b:A>(?![\\w-])")
def _category_of_prize(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Platino Award for Best Editing" is one prize, where the lexicon knows no such category."""
    prize, category = reducer.node(match, "a"), reducer.node(match, "b")
    if category.attributes.get("generic") != "best" or not _PRIZE.search(prize.text) or honours(prize.text):
        return None
    name = f"{prize.text} for {category.text}"
    kept = {**category.attributes, **prize.attributes, "generic": "best"}
    kept.pop("written", None)
    return reducer.sentence.add(Node("A", prize.start, category.end, name, attributes=kept))


@steps("award word", "<a:A>(?: (?:award|prize|trophy|honou?rs?|awards|prizes|statuettes?|gongs?|accolades?))(?![\\w-])")
def _award_word(reducer: Reducer, match: re.Match[str]) -> str | None:
    return match["a"]


@steps("year after a section", "<s:S> <y:Y>(?![\\w-])")
def _section_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    section = reducer.node(match, "s")
    section.attributes.setdefault("year", reducer.text(match, "y"))
    if "festival" in section.attributes:
        section.attributes["festival"].attributes.setdefault("year", reducer.text(match, "y"))
    return match["s"]


@steps("year of each festival in a list", "<e:E> \\(<y:Y>\\)(?=,? (?:and (?:at |in )?)?<E>|,? and\\b|[.,;]|$)")
def _year_of_each_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Juries of Cannes (2005), Locarno (2010) and Venice (2016)" """
    if not _FESTIVALS.search(match.string):
        return None
    reducer.node(match, "e").attributes.setdefault("year", reducer.text(match, "y"))
    return match["e"]


@steps("award with its work in parentheses", '<a:A>(?: ?:| \\(|: \\() ?"?<f:F>\\)?')
def _award_work(reducer: Reducer, match: re.Match[str]) -> str | None:
    if _HEAD_OF_ITEM.fullmatch(match.string[: match.start()]):
        return None
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("for_work", reducer.node(match, "f"))
    return match["a"]


@steps("year before award", "<y:Y> <a:A>")
def _year_award(reducer: Reducer, match: re.Match[str]) -> str | None:
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("year", reducer.text(match, "y"))
    return match["a"]


@steps(
    "award at a festival or in a section",
    "<a:A>(?: \\(<z:Y>\\))?(?:,? (?:%PREP%|[|–—-] ?) ?%THE%|, )<e:ES>(?: competition)?(?: ?(?:in |, )<y:Y>| \\(<w:Y>\\))?",
)
def _award_at(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, place = reducer.node(match, "a"), reducer.node(match, "e")
    year = next((reducer.node(match, k).text for k in ("y", "w", "z") if match[k]), None)
    if year:
        for part in award.parts():
            part.attributes.setdefault("year", year)
        place.attributes.setdefault("year", year)
    scope(award, place)
    return match["a"]


@steps(
    "award at the evening of its awards",
    "<a:A>(?:,? (?:%PREP%) %THE%|, )(?:\\d{1,3}(?:st|nd|rd|th) (?:annual )?)?<c:A>",
)
def _award_at_ceremony(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, ceremony = reducer.node(match, "a"), reducer.node(match, "c")
    if not is_ceremony(ceremony) or is_ceremony(award):
        return None
    scope(award, ceremony)
    return match["a"]


@steps("evening of awards and the categories of them", "<c:A>(?: ?[:–—]| \\(|, (?=for )) ?(?:for |those for |as )?<a:A>(?![\\w-])")
def _categories_of_ceremony(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "Two Bodil Awards: Best Actress for F and Best Supporting Actress for G" """
    ceremony, awards = reducer.node(match, "c"), reducer.node(match, "a")
    if not is_ceremony(ceremony) or any(part.ids or is_ceremony(part) for part in awards.parts()):
        return None
    for part in awards.parts():
        scope(part, ceremony)
    return match["a"]


@steps(
    "award, the top prize of its festival",
    "<a:A>(?:, (?:which is |itself )?| is )(?:the |its )<b:A>(?=[,.;:)]| in | for | to | went|$)",
)
def _top_prize(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, same = reducer.node(match, "a"), reducer.node(match, "b")
    turned = bool(_TOP.search(award.text)) and not _TOP.search(same.text)
    if turned:
        award, same = same, award
    if not _TOP.search(same.text) or "festival" not in same.attributes:
        return None
    scope(award, same.attributes["festival"])
    reducer.say(award, "conferred_by", same.attributes["festival"])
    return match["b" if turned else "a"]


@steps("award here or there", "<a:A> <e:E>(?:,? (?:in )?<y:Y>)?(?![\\w-])")
def _award_here(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, festival = reducer.node(match, "a"), reducer.node(match, "e")
    if festival.text.lower() not in ("here", "there"):
        return None
    if match["y"]:
        festival.attributes["year"] = reducer.text(match, "y")
        for part in award.parts():
            part.attributes.setdefault("year", reducer.text(match, "y"))
    scope(award, festival)
    return match["a"]


@steps("award in a festival's city", "<a:A> (?:in|at) <l:L>(?:,? in <y:Y>| \\(<z:Y>\\))?(?![\\w-])")
def _award_in_city(reducer: Reducer, match: re.Match[str]) -> str | None:
    award, festival = (
        reducer.node(match, "a"),
        festival_of_city(reducer.node(match, "l"), reducer.registry, reducer.lexicon),
    )
    if festival is None or (
        (award.ids or "festival" in award.attributes) and not _is_at_home(reducer, award, festival)
    ):
        return None
    year = next((reducer.node(match, k).text for k in ("y", "z") if match[k]), None)
    if year:
        festival.attributes["year"] = year
    scope(award, festival)
    return match["a"]


def _is_at_home(reducer: Reducer, award: Node, festival: Node) -> bool:
    """Whether it is the festival at which an award of this name is given ("the Golden Lion in Venice")."""
    entry = reducer.lexicon.entries.get(reducer.registry.draft(award.ids[0]).lexicon or "") if award.ids else None
    return entry is not None and entry.festival == reducer.registry.draft(festival.ids[0]).lexicon


@steps(
    "city for the festival spoken of",
    "(?P<before>\\b(?:premi[eè]re[ds]?|premiering|screened|shown|bowed|won|debut(?:ed)?|competed|awarded|selected|unveiled|prizes?|awards?)(?:,? (?:[\\w-]+|<YSA>)){0,4},? (?:in|at) |^(?:in|at) (?=<L>,))<l:L>(?!'s)",
    "premi|screened|shown|bowed|won|debut|competed|award|selected|unveiled|prize",
)
def _city_of_the_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "It had been shown two weeks before in Toronto", where the article has named the festival of Toronto."""
    place = reducer.node(match, "l")
    found = festival_of_city(place, reducer.registry, reducer.lexicon, named=True) if place.note != "country" else None
    return match["before"] + reducer.sentence.add(found) if found is not None else None


@steps(
    "cities for their festivals",
    "(?P<before>(?:juries|jury|festivals?|panels) (?:at|in|of|for|like|such as|including) (?:(?:<E>|<S>)[^.;\ue300-\ue4ff]{0,46} )*"
    "|\\b(?:jury|juror|jurors)\\b[^.;\ue000-\uf0ff]{0,40} (?:in|at) "
    "|<F>\"?,? (?:(?:which|then|also|later|first|even|next|afterwards|soon|finally|has|had|and) ){0,3}(?:went|travell?ed|toured|gone|goes|travels?)(?: on)? to )<l:L>(?!'s)(?P<more>(?:(?:,? and |, )<LE>)*)",
)
def _city_as_festival(reducer: Reducer, match: re.Match[str]) -> str | None:
    festivals = [
        festival_of_city(place, reducer.registry, reducer.lexicon) for place in reducer.node(match, "l").parts()
    ]
    found = [f for f in festivals if f is not None]
    if not found or len(found) < len(festivals):
        return None
    if len(found) == 1:
        return (
            match["before"]
            + reducer.sentence.add(found[0])
            + _PLACE.sub(partial(_as_festival, reducer), match["more"] or "")
        )
    return (
        match["before"]
        + reducer.sentence.add(
            Node("E", found[0].start, found[-1].end, "", tuple(i for n in found for i in n.ids), "name", {}, found)
        )
        + (match["more"] or "")
    )


def _as_festival(reducer: Reducer, match: re.Match[str]) -> str:
    """A place of a list as its festival, or as it stands."""
    found = festival_of_city(reducer.sentence.nodes[match.group()], reducer.registry, reducer.lexicon)
    return match.group() if found is None else reducer.sentence.add(found)


@steps("city before a section", "(?P<before>\\b(?:in|at|to) )<l:L>(?P<in>,? (?:in|for) (?:the )?)(?=<s:S>)")
def _city_before_section(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "In Karlovy Vary, in East of the West" names a festival and its section."""
    section = reducer.node(match, "s")
    if len(section.ids) != 1 or reducer.node(match, "l").members:
        return None
    entry = reducer.lexicon.entries.get(reducer.registry.draft(section.ids[0]).lexicon or "")
    festival = festival_of_city(reducer.node(match, "l"), reducer.registry, reducer.lexicon)
    known = reducer.registry.draft(festival.ids[0]).lexicon if festival is not None else None
    if festival is None or entry is None or entry.festival != known:
        return None
    return match["before"] + reducer.sentence.add(festival) + match["in"]


@steps("award in a year", "<a:A> (?:in |of )?\\(?<y:Y>\\)?(?! film)(?![\\w-])")
def _award_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("year", reducer.text(match, "y"))
    return match["a"]


@steps(
    "award for a work",
    "<a:A>(?P<word> (?:nominations?|nods?|wins?))?,? for (?:(?:his|her|their|the|<P>'s) (?:[\\w-]+ ){0,4}?(?:(?:in|on|of|for|as <CX> in) )?(?:the )?)?(?:(?:motion picture|film|movie) )?<f:F>(?!'s)",
)
def _award_for(reducer: Reducer, match: re.Match[str]) -> str | None:
    if _HEAD_OF_ITEM.fullmatch(match.string[: match.start()]) or ", respectively" in match.string[match.end() :]:
        return None
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("for_work", reducer.node(match, "f"))
    return match["a"] + (match["word"] or "")
