"""Reductions of awards: whose prize it is, in which category, and for what."""

from __future__ import annotations

import re

from cinegraph.extract.award_labels import FOR_A_PRIZE
from cinegraph.extract.award_linking import prize_of_jury, settle
from cinegraph.extract.awards import honours, is_ceremony
from cinegraph.extract.nodes import Node, char_class
from cinegraph.extract.prize_homes import home_of_prize
from cinegraph.extract.reducing import OCCASION, Reducer, Steps, scope
from cinegraph.model import EntityType

# An item that begins with its award, or with a year and its award: the film that follows is what it is about.
HEAD_OF_ITEM = re.compile(
    rf"[\s*_•:.,–—-]*(?:{char_class('Y')}[\s*_:.,–—-]*)?(?:(?:nominated|nominee|nomination|winner|won)(?: for| of)?[\s:–—-]*)?(?:the )?"
)
_CONTRIBUTION = re.compile(r"\b(?:contributions?|achievements?)\b", re.IGNORECASE)
_PRIZE = re.compile(r"(?:Award|Prize)$")
_OF_A_JURY = re.compile(r"\b(?:jury|jurors|juries)\b[^.;]{0,90}?\b(?:compris\w+|consist\w+|compos\w+|includ\w+|made up|members|are|were|is|was|featur\w+|formed|consisting)\b|\bjury[^.;:]{0,40}:")
_FESTIVALS = re.compile(rf"{char_class('E')}(?: \({char_class('Y')}\))?(?:,|,? and) (?:at |in )?{char_class('E')} ?\(")

steps = Steps()


_HIGHEST = re.compile(
    r"(?:the )?(?:top|main|principal|highest|biggest|first|foremost) (?:prize|award|honou?r|trophy|accolade)", re.IGNORECASE
)


@steps("highest prize and its name", "<x:A>(?:,| –| —|:|,? which is) (?:the |a )?(?:<E>'s )?<a:A>(?![\\w-])(?! for)(?:,(?= (?:to|on|upon|was|went|is|goes) ))?")
def _highest_named(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The festival's highest honour, the Golden Owl" is one prize."""
    return match["a"] if _HIGHEST.fullmatch(reducer.text(match, "x")) else None


@steps(
    "honorary award",
    "(?:(?P<word>honorary|honourary|career|lifetime|lifetime achievement) <a:A>|<b:A> for (?:his |her |their |a )?(?:lifetime achievement|career achievement|life's work|lifetime's work|career))",
)
def _honorary(reducer: Reducer, match: re.Match[str]) -> str | None:
    award = reducer.node(match, "a" if match["a"] else "b")
    if award.text.lower().startswith(("honorary", "lifetime", "career")):
        return None
    kept = award.only(OCCASION)
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
    "(?:<a:A>|(?<=the )<x:X>|(?<=its )<y:X>) for (?:(?:<P>'s|an?|his|her|their) )?(?P<what>(?:<b:A>|(?:outstanding|exceptional) (?:artistic )?(?:contributions?|achievements?))(?: to (?:world |national |european |international )?(?:cinema|film))?)",
    f"contribution|achievement|to (?:world )?cinema| for {char_class('A')}",
)
def _contribution(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Crystal Globe for outstanding contribution to world cinema" is another than the Crystal Globe."""
    award = reducer.node(match, "a" if match["a"] else "x" if match["x"] else "y")
    if award.members or award.text.lower().startswith(("honorary", "lifetime")) or not (match["a"] or match["b"]):
        return None
    what = match["what"].replace(match["b"], reducer.node(match, "b").text) if match["b"] else match["what"]
    if not _CONTRIBUTION.search(what):
        return None
    name = f"{award.text} for {' '.join(w if w in ('to', 'of') else w.capitalize() for w in what.split())}"
    known = [e for e in reducer.lexicon.lookup(name) if e.type is EntityType.AWARD]
    ids = (reducer.registry.entry(known[0]),) if len(known) == 1 else ()
    kept = award.only(OCCASION)
    # Whose the plain prize is, the lexicon knows best.
    plain = Node("A", award.start, award.end, award.text, award.ids)
    if (home := home_of_prize(plain, reducer.registry, reducer.lexicon)) is not None:
        kept = {**kept, "festival": home}
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


_CEREMONIES = re.compile(r"Oscar|Academy Award|César|BAFTA|Goya|Emmy|Golden Globe|Donatello|Ariel|Guldbagge|Bodil|Magritte|Golden Horse|Filmfare")


@steps(
    "ceremony, what came of it and its category",
    "<a:A>(?P<word> (?:nominations?|nods?|wins?))?(?:,? (?P<in>in (?:the )?(?:category|nomination|section)(?: of| for|:)?)| for| in)(?P<for> for)? (?:the )?<b:A>(?P<cat> category)?(?![\\w-])",
    " (?:for|in) ",
)
def _category_of_nomination(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "An Oscar nomination for best actor", "the César for the best film music" """
    ceremony, category = reducer.node(match, "a"), reducer.node(match, "b")
    if not match["word"] and (match["in"] or match["cat"]) and not ceremony.text.lower().startswith("best "):
        return _in_category(reducer, match, ceremony, category)
    if not match["word"]:
        work = category.attributes.get("for_work")
        if work is None or not category.text.lower().startswith("best ") or not _CEREMONIES.search(ceremony.text):
            return None
        ceremony.attributes.setdefault("for_work", work)
        return match["a"]
    if not category.text.lower().startswith("best ") or category.ids or ceremony.text.lower().startswith("best "):
        return None
    named = [e for e in reducer.lexicon.lookup(f"{ceremony.text} for {category.text}") if e.type is EntityType.AWARD]
    if len(named) == 1:
        category.ids = (reducer.registry.entry(named[0]),)
        reducer.registry.see(category.ids[0], category.text)
    else:
        settle(ceremony, reducer.registry, reducer.lexicon)
        scope(category, ceremony)
    return match["b"] + match["word"]


def _in_category(reducer: Reducer, match: re.Match[str], ceremony: Node, category: Node) -> str | None:
    """ "Nominated for the Nika in the category "Discovery of the Year"": the prize of that name among those of the ceremony."""
    names = (f"{name} for {category.text}" for name in (ceremony.text, _entry_name(reducer, ceremony)) if name)
    named = [e for name in names for e in reducer.lexicon.lookup(name) if e.type is EntityType.AWARD]
    kept = {**category.attributes, **ceremony.only(("festival", "section", "year"))}
    node = Node("A", ceremony.start, category.end, category.text, attributes=kept)
    if named:
        node.ids = (reducer.registry.entry(named[0]),)
        reducer.registry.see(node.ids[0], ceremony.text)
        reducer.registry.see(node.ids[0], category.text)
    else:
        node.text = f"{ceremony.text} for {category.text}"
        node.attributes.pop("choices", None)
    return reducer.sentence.add(node)


def _entry_name(reducer: Reducer, award: Node) -> str:
    """The name in the lexicon of the one prize that an award may be."""
    known = [reducer.registry.draft(award.ids[0]).lexicon] if award.ids else list(award.attributes.get("choices", ()))
    entry = reducer.lexicon.entries.get(known[0] or "") if len(known) == 1 else None
    return entry.name if entry is not None else ""


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


def _is_of_an_academy(reducer: Reducer, prize: Node) -> bool:
    """Whether a prize is one that no festival gives, and that is told in many categories ("a Jussi", "the Silver Condor")."""
    known = [reducer.registry.draft(prize.ids[0]).lexicon] if prize.ids else list(prize.attributes.get("choices", ()))
    entries = [reducer.lexicon.entries.get(id_ or "") for id_ in known]
    return bool(entries) and all(
        entry is not None and not (entry.festival or entry.section or entry.part_of or entry.honours) for entry in entries
    )


@steps("prize and its category", "<a:A>(?: (?:awards?|prizes?))? for (?:an? |the )?<b:A>(?: of the year)?(?![\\w-])")
def _category_of_prize(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Platino Award for Best Editing" is one prize, where the lexicon knows no such category."""
    prize, category = reducer.node(match, "a"), reducer.node(match, "b")
    whole = _PRIZE.search(prize.text) or prize.attributes.get("generic") in ("named", "metal") or _is_of_an_academy(reducer, prize)
    superlative = category.attributes.get("generic") == "best" or (
        not category.ids and category.text.lower().startswith(("best ", "outstanding "))
    )
    if not superlative or not whole or honours(prize.text):
        return None
    name = f"{prize.text} for {category.text}"
    kept = {**category.attributes, **prize.attributes, "generic": "best"}
    kept.pop("written", None)
    kept.pop("choices", None)
    return reducer.sentence.add(Node("A", prize.start, category.end, name, attributes=kept))


@steps(
    "award with its other name",
    "<a:A> \\((?:the )?<b:A>\\)(?=,? (?:for|at|in|of|from|to|on|and|went|was|goes)\\b|[.,;:]|$)",
)
def _other_name_of_award(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The Ranga Chakra (Golden Wheel) for Best Film" is one prize under two names; what it honours is no name."""
    award, other = reducer.node(match, "a"), reducer.node(match, "b")
    if any(is_ceremony(n) or n.members for n in (award, other)) or (award.ids and other.ids and award.ids != other.ids):
        return None
    return match["b"] if award.text.lower().startswith("best ") and not other.text.lower().startswith("best ") else match["a"]


@steps("award of the year", "<a:A>,? of the year(?![\\w-])", "of the year")
def _award_of_the_year(reducer: Reducer, match: re.Match[str]) -> str | None:
    return match["a"]


@steps("member of a jury and whence", "(?P<member><p:P>(?:,? from (?:the )?<l:L>| \\((?:the )?<k:L>\\)))(?=,|;| and |\\)|[.]|$| (?:has|have|awarded|gave|chose|decided|selected|named|presented|handed)\\b)", "from|\\(")
def _member_from(reducer: Reducer, match: re.Match[str]) -> str | None:
    """ "The jury comprised Ada from Chile, Ben from Peru and Max from Cuba": those of a jury are one list."""
    return match["p"] if _OF_A_JURY.search(match.string, 0, match.start()) else None


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
    before = match.string[: match.start()]
    if HEAD_OF_ITEM.fullmatch(before) or FOR_A_PRIZE.search(before):
        return None
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("for_work", reducer.node(match, "f"))
    return match["a"]


@steps("year before award", "<y:Y> <a:A>")
def _year_award(reducer: Reducer, match: re.Match[str]) -> str | None:
    for part in reducer.node(match, "a").parts():
        part.attributes.setdefault("year", reducer.text(match, "y"))
    return match["a"]
