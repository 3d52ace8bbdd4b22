"""Which people are brought together across articles, and which are not."""

from __future__ import annotations

import pytest

from cinegraph.model import EntityType, Knowledge, Literal
from cinegraph.resolve import resolve
from resolve_articles import FESTIVAL, LEXICON, PERSON, Article, entity_named, ids

# Two articles that have nothing in common but these names.
SAME_BY_NAME = [
    ("Andrei Tarkovsky", "ANDREI TARKOVSKY"),
    ("Andrei Tarkovsky", "Andrey Tarkovskiy"),
    ("Andrei Tarkovsky", "Андрей Тарковский"),
    ("Andrei Tarkovsky", "Andrei Arsenyevich Tarkovsky"),
    ("Andrei Tarkovsky", "Andrej Tarkowskij"),
    ("Larisa Shepitko", "Лариса Шепитько"),
    ("Elem Klimov", "Elem Klimoff"),
    ("Kira Muratova", "Kira Mouratova"),
    ("Marlen Khutsiev", "Marlen Hutsiev"),
    ("Sergei Bondarchuk", "Sergey Bondarchuk"),
    ("Aleksandr Dovzhenko", "Oleksandr Dovzhenko"),
    ("Alexander Dovzhenko", "Aleksandr Dovzhenko"),
    ("Otar Iosseliani", "Otar Ioseliani"),
    ("Tengiz Abuladze", "Tengiz Abouladze"),
    ("Pavel Lungin", "Pavel Lounguine"),
    ("Andrzej Żuławski", "Andrzej Zulawski"),
    ("Krzysztof Kieślowski", "KRZYSZTOF KIEŚLOWSKI"),
    ("Volker Schlöndorff", "Volker Schloendorff"),
    ("Rainer Werner Faßbinder", "Rainer Werner Fassbinder"),
    ("Luis Buñuel", "Luis Bunuel"),
    ("Pedro Almodóvar", "Almodóvar, Pedro"),
    ("Béla Tarr", "Tarr Béla"),
    ("Miklós Jancsó", "Jancsó Miklós"),
    ("Bong Joon-ho", "Bong Joon Ho"),
    ("Bong Joon-ho", "Joon-ho Bong"),
    ("Hong Sang-soo", "Sang-soo Hong"),
    ("Jia Zhangke", "Jia Zhang-ke"),
    ("Hou Hsiao-hsien", "HOU Hsiao-Hsien"),
    ("Agnès Varda", "Agnes Varda"),
    ("Peter O’Toole", "Peter O'Toole"),
    ("Haifaa al-Mansour", "Haifaa Al Mansour"),
    ("Nuri Bilge Ceylan", "NURİ BİLGE CEYLAN"),
    ("Sir David Lean", "David Lean"),
    ("Michael Powell", "Michael Powell"),
]

# Two articles, each of which says that its person directed the film "Harvest Moon".
SAME_IN_CONTEXT = [
    ("Krzysztof Kieślowski", "Krzystof Kieslowski"),
    ("Apichatpong Weerasethakul", "Apichatpong Weerasethakol"),
    ("Yasujirō Ozu", "Yasujiro Ozu"),
    ("Kenji Mizoguchi", "Kenji Mizoguchy"),
    ("Akira Kurosawa", "A. Kurosawa"),
    ("Robert Altman", "Bob Altman"),
    ("Mrinal Sen", "Mrinl Sen"),
    ("Aleksey Balabanov", "A. Balabanov"),
    ("Mohammad Rasoulof", "Mohammed Rasoulof"),
    ("Youssef Chahine", "Yousef Chahine"),
    ("Samuel L. Jackson", "Samuel Jackson"),
    ("Theodoros Angelopoulos", "Theo Angelopoulos"),
    ("Philip Kaufman", "Phillip Kaufman"),
    ("Ousmane Sembène", "Sembène"),
    ("Agnieszka Holland", "Holland"),
]

# Never one, even where both have directed the film "Harvest Moon".
NEVER_SAME = [
    ("Lana Wachowski", "Lilly Wachowski"),
    ("Joel Coen", "Ethan Coen"),
    ("Paolo Taviani", "Vittorio Taviani"),
    ("Robert Downey Sr.", "Robert Downey Jr."),
    ("Aleksei German", "Aleksei German Jr."),
    ("Max Ophüls", "Marcel Ophüls"),
    ("Jean Renoir", "Pierre Renoir"),
    ("Nikita Mikhalkov", "Andrei Konchalovsky"),
    ("Kira Muratova", "Aleksandr Muratov"),
    ("Aki Kaurismäki", "Mika Kaurismäki"),
    ("Josh Safdie", "Benny Safdie"),
    ("Jafar Panahi", "Panah Panahi"),
    ("Elem Klimov", "German Klimov"),
    ("Maria Schneider", "Marie Schneider"),
    ("Daniel Craig", "Daniela Craig"),
    ("Julie Taymor", "Julia Taymor"),
    ("Tim Burton", "Tom Burton"),
    ("Wes Anderson", "Paul Anderson"),
    ("Fyodor Bondarchuk", "Sergei Bondarchuk"),
    ("Sofia Coppola", "Roman Coppola"),
    ("Roger Corman", "Roger Gorman Hill"),
    ("Ian Hart", "Jan Hartmann"),
    ("Bong Joon-ho", "Hong Joon-pyo"),
    ("Claude Sautet", "Claude Simon"),
]

# Not one where nothing else tells: a context is missing, or the name is too little.
NOT_BY_NAME_ALONE = [
    ("Andrei Tarkovsky", "Tarkovsky"),
    ("Tarkovsky", "Tarkovsky"),
    ("Andrei", "Andrei"),
    ("Andrei Tarkovsky", "Arseny Tarkovsky"),
    ("Andrei Tarkovsky", "A. Tarkovsky"),
    ("J. Ford", "J. Ford"),
    ("Gus Van Sant", "Van Sant"),
    ("Van Sant", "Van Sant"),
    ("Dean James", "James Dean"),
    ("Paul Anderson", "Paul Thomas Anderson"),
    ("Samuel L. Jackson", "Samuel Jackson"),
    ("Ian Baldwin", "Jan Baldwin"),
    ("Krzysztof Kieślowski", "Krzystof Kieslowski"),
    ("Robert Altman", "Bob Altman"),
    ("Mohammad Rasoulof", "Mohammed Rasoulof"),
    ("Andrei Arsenyevich Tarkovsky", "Andrei Petrovich Tarkovsky"),
    ("Claude Chabrol", "Claude Chabrolle"),
    ("黒澤", "黒澤"),
]


def two_articles(left: str, right: str, *, film: str | None) -> Knowledge:
    articles = []
    for name, person in (("one.txt", left), ("two.txt", right)):
        article = Article(name)
        found = article.person(person)
        if film is not None:
            article.film(film, director=found)
        articles.append(article.extraction())
    return resolve(articles, lexicon=LEXICON)


def people(knowledge: Knowledge) -> int:
    return len(ids(knowledge, EntityType.PERSON))


@pytest.mark.parametrize(("left", "right"), SAME_BY_NAME)
def test_one_person_by_full_name(left: str, right: str) -> None:
    knowledge = two_articles(left, right, film=None)
    assert people(knowledge) == 1
    assert knowledge.entities[0].merges
    assert knowledge.entities[0].names == tuple(sorted({left, right}))


@pytest.mark.parametrize(("left", "right"), SAME_IN_CONTEXT)
def test_one_person_by_a_like_name_and_a_film_in_common(left: str, right: str) -> None:
    knowledge = two_articles(left, right, film="Harvest Moon")
    assert people(knowledge) == 1
    assert ids(knowledge, EntityType.FILM) == ["harvest-moon"]


@pytest.mark.parametrize(("left", "right"), NEVER_SAME)
def test_two_people_even_with_a_film_in_common(left: str, right: str) -> None:
    assert people(two_articles(left, right, film=None)) == 2
    assert people(two_articles(left, right, film="Harvest Moon")) == 2


@pytest.mark.parametrize(("left", "right"), NOT_BY_NAME_ALONE)
def test_two_people_where_only_the_names_are_alike(left: str, right: str) -> None:
    assert people(two_articles(left, right, film=None)) == 2


def test_the_tables_are_as_long_as_they_should_be() -> None:
    assert len(SAME_BY_NAME) + len(SAME_IN_CONTEXT) >= 45
    assert len(NEVER_SAME) + len(NOT_BY_NAME_ALONE) >= 40


def test_an_alias_of_one_article_holds_for_all() -> None:
    one, two, three = Article("1"), Article("2"), Article("3")
    one.person("Hedy Lamarr")
    two.person("Hedwig Kiesler", "Hedy Lamarr")
    three.person("Hedwig Kiesler")
    knowledge = resolve([article.extraction() for article in (one, two, three)], lexicon=LEXICON)
    assert people(knowledge) == 1


def test_birth_years_keep_namesakes_apart() -> None:
    one, two = Article("1"), Article("2")
    for article, date in ((one, "24 March 1930"), (two, "1969-10-09")):
        article.say(article.person("Steve McQueen"), "birth_date", Literal(date))
    knowledge = resolve([one.extraction(), two.extraction()], lexicon=LEXICON)
    assert ids(knowledge, PERSON) == ["steve-mcqueen-1930", "steve-mcqueen-1969"]


def test_a_birth_year_given_a_year_off_is_the_same_person() -> None:
    one, two = Article("1"), Article("2")
    for article, date in ((one, "1929"), (two, "1930")):
        article.say(article.person("Miloš Forman"), "birth_date", Literal(date))
    assert people(resolve([one.extraction(), two.extraction()], lexicon=LEXICON)) == 1


def test_a_namesake_without_facts_is_given_to_neither_and_listed() -> None:
    articles = [Article("1"), Article("2"), Article("3")]
    for article, date in zip(articles, ("1930", "1969", ""), strict=True):
        person = article.person("Steve McQueen")
        if date:
            article.say(person, "birth_date", Literal(date))
    knowledge = resolve([article.extraction() for article in articles], lexicon=LEXICON)
    assert people(knowledge) == 3
    assert len(knowledge.doubts) == 2


def test_a_namesake_goes_where_a_film_in_common_says() -> None:
    articles = [Article("1"), Article("2"), Article("3")]
    for article, date, film in zip(articles, ("1930", "1969", ""), ("Bullitt", "Hunger", "Hunger"), strict=True):
        person = article.person("Steve McQueen")
        article.say(article.film(film), "cast_member" if film == "Bullitt" else "director", person)
        if date:
            article.say(person, "birth_date", Literal(date))
    knowledge = resolve([article.extraction() for article in articles], lexicon=LEXICON)
    assert ids(knowledge, PERSON) == ["steve-mcqueen-1930", "steve-mcqueen-1969"]


def test_genders_keep_people_apart() -> None:
    one, two = Article("1"), Article("2")
    one.person("Michèle Morgan", gender="female")
    two.person("Michele Morgan", gender="male")
    assert people(resolve([one.extraction(), two.extraction()], lexicon=LEXICON)) == 2


def test_one_wrong_gender_does_not_scatter_a_person() -> None:
    articles = [Article(str(number)) for number in range(12)]
    for number, article in enumerate(articles):
        article.person("Marguerite Duras", gender="male" if number == 5 else "female" if number % 2 else None)
    knowledge = resolve([article.extraction() for article in articles], lexicon=LEXICON)
    assert people(knowledge) == 2


def test_two_full_names_in_one_article_are_two_people_though_a_third_lends_both() -> None:
    one, two = Article("1"), Article("2")
    one.person("Joel Coen")
    one.person("Ethan Coen")
    two.person("Joel Coen", "Ethan Coen")
    knowledge = resolve([one.extraction(), two.extraction()], lexicon=LEXICON)
    assert people(knowledge) == 2


def test_a_claim_between_two_people_keeps_them_apart() -> None:
    article, other = Article("1"), Article("2")
    old, young = article.person("Robert Downey"), article.person("Bob Downey")
    article.say(young, "student_of", old)
    for each, person in ((article, old), (article, young), (other, other.person("Robert Downey"))):
        each.say(each.film("Putney Swope"), "director", person)
    assert people(resolve([article.extraction(), other.extraction()], lexicon=LEXICON)) == 2


def test_a_bare_surname_that_two_bear_is_given_to_neither() -> None:
    one, two, three = Article("1"), Article("2"), Article("3")
    for article, name in ((one, "Paolo Taviani"), (two, "Vittorio Taviani"), (three, "Taviani")):
        article.film("Padre Padrone", director=article.person(name))
    knowledge = resolve([article.extraction() for article in (one, two, three)], lexicon=LEXICON)
    assert people(knowledge) == 3
    assert all("several bear this name" in doubt.reason for doubt in knowledge.doubts if "taviani" in doubt.left)


def test_bare_names_with_the_same_part_in_the_same_film_are_one() -> None:
    one, two = Article("1"), Article("2")
    for article in (one, two):
        article.film("Ashes and Diamonds", year=1958, director=article.person("Wajda"))
    assert ids(resolve([one.extraction(), two.extraction()], lexicon=LEXICON), PERSON) == ["wajda"]


def test_an_edition_in_common_is_enough_for_a_slip_of_the_pen_in_a_long_name() -> None:
    one, two = Article("1"), Article("2")
    for article, name in ((one, "Apichatpong Weerasethakul"), (two, "Apichatpong Weerasethakol")):
        festival = article.add(FESTIVAL, "Cannes", lexicon="festival/cannes-film-festival")
        article.say(article.person(name), "jury_member", festival, year=Literal("2008"))
    assert people(resolve([one.extraction(), two.extraction()], lexicon=LEXICON)) == 1


def test_an_initial_that_fits_two_people_is_left_in_doubt() -> None:
    one, two = Article("1"), Article("2")
    film = one.film("The Circle of Reeds")
    for name in ("Anna Lindqvist", "Axel Lindqvist"):
        one.say(film, "cast_member", one.person(name))
    two.say(two.film("The Circle of Reeds"), "cast_member", two.person("A. Lindqvist"))
    knowledge = resolve([one.extraction(), two.extraction()], lexicon=LEXICON)
    assert people(knowledge) == 3
    assert {"several people fit" in doubt.reason for doubt in knowledge.doubts} == {True}


def test_a_reversed_name_of_two_first_names_needs_a_film_in_common() -> None:
    assert people(two_articles("Dean James", "James Dean", film="Harvest Moon")) == 1
    doubted = two_articles("Dean James", "James Dean", film=None)
    assert [doubt.left for doubt in doubted.doubts] == ["person/dean-james"]


def test_what_is_not_certain_is_listed_with_its_reason() -> None:
    knowledge = two_articles("Krzysztof Kieślowski", "Krzystof Kieslowski", film=None)
    (doubt,) = knowledge.doubts
    assert doubt.left == "person/krzystof-kieslowski"
    assert doubt.right == "person/krzysztof-kieslowski"
    assert "letters apart" in doubt.reason
    assert 0 < doubt.score < 1


def test_every_merge_says_which_names_and_why() -> None:
    knowledge = two_articles("Andrei Tarkovsky", "Андрей Тарковский", film=None)
    (merge,) = entity_named(knowledge, "Андрей Тарковский").merges
    assert (merge.left, merge.right) == ("Andrei Tarkovsky", "Андрей Тарковский")
    assert "romanisation" in merge.reason


def crowd(*names: str) -> list[Article]:
    """Many people of one surname and one initial, each in an article of their own, who have nothing in common; and more
    people of that kind, who made a film."""
    others = [f"Q{first}{second}{first}lom Belsky" for first in "abdegklmnor" for second in "aeiou"]
    found = []
    for number, name in enumerate([*others, *names]):
        article = Article(f"{number:03}.txt")
        who = article.person(name)
        if name in names:
            article.film("Northern Line", year=1975, director=who)
        found.append(article)
    return found


def test_in_a_crowd_of_like_names_those_with_a_film_in_common_are_joined() -> None:
    knowledge = resolve([each.extraction() for each in crowd("Q. Belsky", "Quentin Belsky")], (), LEXICON)
    assert len(ids(knowledge, PERSON)) > 51
    assert set(entity_named(knowledge, "Quentin Belsky").names) == {"Q. Belsky", "Quentin Belsky"}


def test_of_a_crowd_that_has_nothing_in_common_no_doubts_are_listed() -> None:
    knowledge = resolve([each.extraction() for each in crowd("Q. Belsky")], (), LEXICON)
    assert len(ids(knowledge, PERSON)) > 51
    assert [doubt for doubt in knowledge.doubts if "short for" in doubt.reason] == []


def test_a_film_of_no_year_is_not_doubted_to_be_each_of_very_many() -> None:
    def films(number: int) -> Knowledge:
        articles = [Article(f"{each:03}.txt") for each in range(number + 1)]
        articles[0].film("Northern Line")
        for each, article in enumerate(articles[1:]):
            article.film("Northern Line", year=1900 + 2 * each)
        return resolve([article.extraction() for article in articles], (), LEXICON)

    assert [len(ids(films(number), EntityType.FILM)) for number in (20, 60)] == [21, 61]
    assert [len(films(number).doubts) for number in (20, 60)] == [20, 0]
