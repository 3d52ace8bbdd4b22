"""What a sentence says does not hang on its tense, its adverbs, how its subject is called, what it is joined with.

The examples of the patterns that are one sentence are changed so that their meaning stays, or grows by what the change
itself says. The share of claims that is lost, and of those that are new, has a ceiling that only falls.
"""

from __future__ import annotations

import re

import pytest

from cinegraph.extract.verbs import all_forms
from extracted import pairs, said
from varied import Change, claims, examples, unordered

WOMEN = ("Ada", "Jane", "Dina", "Cora", "Eva")
NAME = r"(?P<first>Ada|Jane|Dina|Cora|Eva|Ben|Carl|Max) (?P<last>[A-Z][a-z]+)"
FILM = r"(?:The (?:film|drama|comedy|thriller|documentary) )?“Night Bus”"
SOMEBODY = re.compile(rf"^{NAME} (?=[a-z]+ (?!of ))(?!and |or )")
THE_FILM = re.compile(rf"^{FILM} (?=[a-z])(?!by|and|or |star |director|producer|writer|with |starring|from )")
NO_VERB = r"(?!by|and|or |star |director|producer|writer|screenwriter|admirer|with |starring|from |of |in |at |on )"
EITHER = re.compile(rf"^(?:{FILM}|{NAME}) (?=[a-z]){NO_VERB}")
AUXILIARIES = ("is", "was", "are", "were", "has", "had", "will", "would")
ONE_SENTENCE = re.compile(r"(?!.*[.!?]”? [A-Z“]).*\.")
PAST = {row[0]: row for row in all_forms() if len(row) > 2 and row[-1].endswith("ing")}
MORE = ("Sid Lowe", "Cold Tea")
"""Who and what the changes add."""


def somebody(said_again: str, man: str = "") -> Change:
    """The sentence with its subject, a person, put into words with {name}, {first}, {last} and {rest}, what follows."""

    def change(sentence: str) -> str:
        match = SOMEBODY.match(sentence)
        if match is None:
            return sentence
        form = said_again if match["first"] in WOMEN or not man else man
        name = f"{match['first']} {match['last']}"
        rest = sentence[match.end() : -1]
        return form.format(name=name, first=match["first"], last=match["last"], rest=rest)

    return change


def the_film(said_again: str) -> Change:
    def change(sentence: str) -> str:
        match = THE_FILM.match(sentence)
        if match is None or "“Night Bus”" in sentence[match.end() :]:
            return sentence
        return said_again.format(film=match.group().strip(), rest=sentence[match.end() : -1])

    return change


def in_front(words: str) -> Change:
    def change(sentence: str) -> str:
        whole = "t" + sentence[1:] if sentence.startswith("The ") else sentence
        return words + whole if EITHER.match(sentence) else sentence

    return change


def at_the_end(words: str) -> Change:
    return lambda sentence: sentence[:-1] + words


def adverb(word: str) -> Change:
    def change(sentence: str) -> str:
        match = EITHER.match(sentence)
        if match is None:
            return sentence
        verb = sentence[match.end() :].split()[0]
        place = match.end() + (len(verb) + 1 if verb in AUXILIARIES else 0)
        return f"{sentence[:place]}{word} {sentence[place:]}"

    return change


def base(row: list[str]) -> str:
    third = next(form for form in row[1:] if form.endswith("s"))
    if third.endswith("ies"):
        return third[:-3] + "y"
    return third[:-2] if third.endswith(("ches", "shes", "sses", "xes", "oes")) else third[:-1]


def participle(row: list[str]) -> str:
    return row[0] if row[1].endswith("s") else row[1]


def verb(put: str) -> Change:
    """The sentence with its verb, where it is a past, put into words with {base}, {participle} and {present}."""

    def change(sentence: str) -> str:
        match = EITHER.match(sentence)
        past = sentence[match.end() :].split()[0] if match is not None else ""
        row = PAST.get(past)
        if match is None or row is None or not any(form.endswith("s") for form in row[1:]):
            return sentence
        third = next(form for form in row[1:] if form.endswith("s"))
        told = put.format(base=base(row), participle=participle(row), present=third)
        return sentence[: match.end()] + told + sentence[match.end() + len(past) :]

    return change


def having(words: str) -> Change:
    """The sentence as an opening of another, in words with {participle} or {gerund}, {rest} and {name}."""

    def change(sentence: str) -> str:
        match = SOMEBODY.match(sentence)
        past = sentence[match.end() :].split()[0] if match is not None else ""
        row = PAST.get(past)
        if match is None or row is None:
            return sentence
        rest = sentence[match.end() + len(past) : -1]
        return words.format(
            participle=participle(row), gerund=row[-1], rest=rest, name=f"{match['first']} {match['last']}"
        )

    return change


def described(words: str) -> Change:
    before = r"(?<=\b{} )“Night Bus”(?=[ .,])"
    places = "|".join(
        before.format(word) for word in ("directed", "produced", "wrote", "in", "of", "for", "with", "made", "shot")
    )
    return lambda sentence: re.sub(places, words, sentence) if " film of “" not in sentence else sentence


def behind_the_title(words: str) -> Change:
    """The sentence with an apposition behind its title, and the comma within the quotation marks."""
    return lambda sentence: re.sub(
        rf"“Night Bus”(?= {NO_VERB}(?!to |about )[a-z]|\.$)",
        lambda match: f"“Night Bus,” {words}" + ("," if match.string[match.end()] == " " else ""),
        sentence,
    )


def festival(words: str) -> Change:
    return lambda sentence: re.sub(
        r"the (Cannes|Venice|Berlin|Locarno)(?: International)? Film Festival(?!,)",
        lambda match: words.format(match[1]),
        sentence,
    )


A_DIRECTOR = "{name} is a Latvian director. "
A_DRAMA = "“Night Bus” is a drama about a harbour. "
TRADE, KIND = ("occupation", "nationality"), ("genre", "form", "main_subject")
CHANGES: list[tuple[str, Change, tuple[str, ...], float, float]] = [
    # what is changed, how, relations that the change itself states, the ceilings of what is lost and of what is new
    ("she", somebody(A_DIRECTOR + "She {rest}.", A_DIRECTOR + "He {rest}."), TRADE, 0.03, 0.02),
    ("the director", somebody(A_DIRECTOR + "The director {rest}."), TRADE, 0.03, 0.02),
    ("the filmmaker", somebody(A_DIRECTOR + "The filmmaker {rest}."), TRADE, 0.03, 0.02),
    ("an age for a name", somebody(A_DIRECTOR + "The 45-year-old {rest}."), TRADE, 0.05, 0.02),
    ("a home for a name", somebody(A_DIRECTOR + "The Riga-born director {rest}."), (*TRADE, "birth_place"), 0.03, 0.02),
    ("a surname", somebody(A_DIRECTOR + "{last} {rest}."), TRADE, 0.03, 0.02),
    (
        "Ms and a surname",
        somebody(A_DIRECTOR + "Ms {last} {rest}.", A_DIRECTOR + "Mr {last} {rest}."),
        TRADE,
        0.03,
        0.02,
    ),
    ("a first name", somebody(A_DIRECTOR + "{first} {rest}."), TRADE, 0.03, 0.02),
    ("the film", the_film(A_DRAMA + "The film {rest}."), KIND, 0.06, 0.03),
    ("the drama", the_film(A_DRAMA + "The drama {rest}."), KIND, 0.06, 0.03),
    ("it", the_film(A_DRAMA + "It {rest}."), KIND, 0.09, 0.03),
    ("a year in front", in_front("In 2019, "), (), 0.02, 0.01),
    ("while in front", in_front("Meanwhile, "), (), 0.02, 0.01),
    ("“then” in front", in_front("Then "), (), 0.01, 0.01),
    ("“but” in front", in_front("But "), (), 0.01, 0.01),
    ("a source in front", in_front("According to the festival, "), (), 0.02, 0.01),
    ("company in front", in_front("Together with friends, "), (), 0.03, 0.02),
    ("a birth in front", somebody("Born in Riga, {name} {rest}."), ("birth_place",), 0.02, 0.01),
    ("a study in front", somebody("After studying law, {name} {rest}."), (), 0.02, 0.01),
    ("also", adverb("also"), (), 0.04, 0.02),
    ("later", adverb("later"), (), 0.04, 0.02),
    ("eventually", adverb("eventually"), (), 0.04, 0.02),
    ("famously", adverb("famously"), (), 0.04, 0.02),
    ("once again", adverb("once again"), (), 0.04, 0.02),
    ("went on to", verb("went on to {base}"), (), 0.08, 0.02),
    ("would later", verb("would later {base}"), (), 0.1, 0.02),
    ("would", verb("would {base}"), (), 0.35, 0.05),
    ("has done", verb("has {participle}"), (), 0.03, 0.02),
    ("had already done", verb("had already {participle}"), (), 0.03, 0.02),
    ("does", verb("{present}"), (), 0.09, 0.03),
    ("having done", having("Having {participle}{rest}, {name} moved away."), ("residence",), 0.1, 0.02),
    ("after doing", having("After {gerund}{rest}, {name} moved away."), ("residence",), 0.13, 0.02),
    ("it was she who", somebody("It was {name} who {rest}."), (), 0.02, 0.02),
    ("who", somebody("{name}, who {rest}, grew up near the harbour."), (), 0.06, 0.02),
    ("which", the_film("{film}, which {rest}, tells of a driver."), (), 0.1, 0.04),
    ("a nation", somebody("The Latvian {name} {rest}."), ("nationality",), 0.02, 0.02),
    ("a trade", somebody("Director {name} {rest}."), ("occupation",), 0.02, 0.02),
    ("a nation and a trade", somebody("The Latvian director {name} {rest}."), TRADE, 0.02, 0.02),
    ("what a film is like", described("the quiet harbour drama “Night Bus”"), (*KIND, "country"), 0.03, 0.03),
    ("praise of a film", described("the much-praised “Night Bus”"), (), 0.03, 0.02),
    ("a film of a nation", described("the Latvian “Night Bus”"), ("country",), 0.03, 0.02),
    ("a film of this year", described("this year's “Night Bus”"), (), 0.03, 0.02),
    ("a tale behind a title", behind_the_title("the tale of a boy who loses his dog"), KIND, 0.1, 0.03),
    ("a kind behind a title", behind_the_title("a drama about two sisters"), KIND, 0.1, 0.04),
    ("praise of a festival", festival("the prestigious {} Film Festival"), (), 0.03, 0.02),
    ("a festival's last edition", festival("last year's {} Film Festival"), (), 0.03, 0.02),
    ("another clause in front", in_front("Sid Lowe starred in “Cold Tea”, and "), (), 0.07, 0.02),
    ("another clause in front, with a semicolon", in_front("Sid Lowe starred in “Cold Tea”; "), (), 0.07, 0.02),
    ("while another does something", in_front("While Sid Lowe starred in “Cold Tea”, "), (), 0.07, 0.02),
    ("another clause behind", at_the_end(", and Sid Lowe starred in “Cold Tea”."), (), 0.05, 0.02),
    ("while something is done", at_the_end(", while Sid Lowe starred in “Cold Tea”."), (), 0.03, 0.02),
    ("and produced another", somebody("{name} {rest} and produced “Cold Tea”."), (), 0.03, 0.02),
    ("and taught", somebody("{name} {rest} and later taught at FAMU."), ("taught_at",), 0.03, 0.02),
    ("but", in_front("The reviews were mixed, but "), (), 0.02, 0.01),
    ("who says so", at_the_end(", the organisers said."), (), 0.03, 0.01),
]


@pytest.mark.parametrize(
    ("change", "own", "most_lost", "most_new"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES]
)
def test_what_is_said_stays(change: Change, own: tuple[str, ...], most_lost: float, most_new: float) -> None:
    told, lost, new = 0, [], []
    for sentence in filter(ONE_SENTENCE.fullmatch, examples()):
        changed = change(sentence)
        if changed == sentence or not claims(sentence):
            continue
        before, after = unordered(claims(sentence)), unordered(claims(changed))
        told += len(before)
        lost += [(changed, each) for each in before - after]
        new += [(changed, each) for each in after - before if each[1] not in own and not set(MORE) & set(each)]
    assert told > 10, "too few examples take this change"
    assert len(lost) <= most_lost * told, f"{len(lost) / told:.3f} lost: {lost[:4]}"
    assert len(new) <= most_new * told, f"{len(new) / told:.3f} new: {new[:4]}"


DIRECTED = [
    ("“Night Bus”, a drama Ada Doe filmed in Riga, won the Golden Bear.", {("Night Bus", "Ada Doe")}),
    ("“Night Bus” is a comedy that Ada Doe directed.", {("Night Bus", "Ada Doe")}),
    (
        "Ada Doe sat on the jury of the Berlinale with the actress Jane Roe, and directed “Night Bus”.",
        {("Night Bus", "Ada Doe")},
    ),
    ("Ada Doe produced “Cold Tea”, which stars Ben Roe, and directed “Night Bus”.", {("Night Bus", "Ada Doe")}),
    ("Ada Doe would later go on to direct “Night Bus”.", {("Night Bus", "Ada Doe")}),
    ("Ada Doe had by then quietly directed “Night Bus”.", {("Night Bus", "Ada Doe")}),
    ("Ben Roe starred in “Cold Tea”, and Ada Doe directed “Night Bus”.", {("Night Bus", "Ada Doe")}),
    ("While Ben Roe starred in “Cold Tea”, Ada Doe broke through with “Night Bus”.", {("Night Bus", "Ada Doe")}),
    ("Ada Doe never directed “Night Bus”.", set()),
    ("Ada Doe reportedly directed “Night Bus”.", set()),
]


FRAMES = [
    ("Allegedly, {}", "hedged"),
    ("Sources say that {}", "hedged"),
    ("According to unconfirmed rumours, {}", "hedged"),
    ("It is not clear whether {}", "hedged"),
    ("Ben Lowe believes that {}", "hedged"),
    ("Critics expected that {}", "hedged"),
    ("The producers deny that {}", "negated"),
    ("It is clear that {}", "asserted"),
    ("According to the festival, {}", "asserted"),
    ("Variety reports that {}", "asserted"),
    ("Let's not forget that {}", "asserted"),
    ("Not many know that {}", "asserted"),
    ("Nobody doubts that {}", "asserted"),
    ("I think that {}", "asserted"),
    ("Allegedly, Sid Lowe was ill, but {}", "asserted"),
]


@pytest.mark.parametrize(("frame", "modality"), FRAMES, ids=[row[0] for row in FRAMES])
def test_what_stands_in_front_says_how_sure_it_is(frame: str, modality: str) -> None:
    told = said(frame.format("Ada Doe directed “Night Bus” in 2015."), "director")
    assert told == {("Night Bus", "director", "Ada Doe", modality)}


def test_who_tells_does_not_do_it() -> None:
    text = "Ben Lowe says that Ada Doe won praise for her role in “Night Bus”."
    assert pairs(text, "cast_member") == {("Night Bus", "Ada Doe")}
    assert pairs("Ada Doe recalls how she starred in “Night Bus”.", "cast_member") == {("Night Bus", "Ada Doe")}


@pytest.mark.parametrize(("sentence", "directed"), DIRECTED, ids=[row[0] for row in DIRECTED])
def test_who_directed_what(sentence: str, directed: set[tuple[str, str]]) -> None:
    assert pairs(sentence, "director") == directed


@pytest.mark.parametrize("sentence", ["The Danish Girl won the Golden Lion.", "The Italian Maria won the Golden Lion."])
def test_a_title_that_begins_with_a_nation_is_one(sentence: str) -> None:
    assert sentence[: sentence.index(" won")] in {each[0] for each in said(sentence, "won")}


def test_a_title_may_begin_with_what_joins_sentences() -> None:
    assert pairs("Then Came the Rain won the Golden Lion.", "won") == {("Then Came the Rain", "Golden Lion")}
    assert pairs("Then Jane Hill won the Golden Lion.", "won") == {("Jane Hill", "Golden Lion")}


def test_what_describes_somebody_is_no_film() -> None:
    text = "*Night Bus* is a film by Ada Doe. The director produced the film “Cold Tea”."
    assert pairs(text, "producer") == {("Cold Tea", "Ada Doe")}


def test_praise_of_a_festival_says_nothing_of_it() -> None:
    assert pairs("*Night Bus* premiered at the highly prestigious Cannes Film Festival.", "premiered_at") == {
        ("Night Bus", "Cannes Film Festival")
    }


def test_what_is_made_beside_another_film_is_made_by_the_same() -> None:
    text = "Ada Doe directed “Night Bus” and produced “Cold Tea”."
    assert pairs(text, "producer") == {("Cold Tea", "Ada Doe")}


def test_a_part_left_behind_is_in_the_film() -> None:
    assert pairs("“Night Bus” is a comedy that Ada Doe starred in.", "cast_member") == {("Night Bus", "Ada Doe")}


@pytest.mark.parametrize("words", ["the festival's highest honour", "the top prize", "the festival's main award"])
def test_the_highest_prize_is_the_one_named_behind_it(words: str) -> None:
    assert pairs(f"*Night Bus* won {words}, the Palme d'Or.", "won") == {("Night Bus", "Palme d'Or")}


def test_two_prizes_are_two() -> None:
    text = "*Night Bus* won the main prize and the FIPRESCI Prize at the Berlinale."
    assert pairs(text, "won") == {("Night Bus", "Golden Bear"), ("Night Bus", "FIPRESCI Prize")}
