"""Which films, series and works are brought together across articles, and which are not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from cinegraph.model import Knowledge, Literal, Modality
from cinegraph.resolve import resolve
from resolve_articles import AWARD, FESTIVAL, FILM, LEXICON, PERSON, SERIES, WORK, Article, entity_named, ids


@dataclass(frozen=True)
class Told:
    """What one article says of a film."""

    title: str | tuple[str, ...]
    year: int | None = None
    director: str | None = None
    ordinal: str = ""
    form: str = ""
    prize: str = ""
    premiere: int | None = None

    def article(self, name: str) -> Article:
        article = Article(name)
        titles = (self.title,) if isinstance(self.title, str) else self.title
        film = article.film(*titles, year=self.year)
        if self.director:
            qualifiers = {"ordinal": Literal(self.ordinal)} if self.ordinal else {}
            article.say(film, "director", article.person(self.director), **qualifiers)
        if self.form:
            article.say(film, "form", Literal(self.form))
        if self.prize:
            award, _, year = self.prize.partition(" ")
            article.say(film, "won", article.add(AWARD, award, lexicon=f"award/{award}"), year=Literal(year))
        if self.premiere:
            festival = article.add(FESTIVAL, "Cannes", lexicon="festival/cannes-film-festival")
            article.say(film, "premiered_at", festival, year=Literal(str(self.premiere)))
        return article


ONE_FILM = [
    (Told("The Mirror"), Told("THE MIRROR")),
    (Told("The Mirror"), Told("Mirror")),
    (Told("L'Avventura", 1960), Told("L’avventura")),
    (Told("La Strada"), Told("Strada", 1954)),
    (Told("Солярис"), Told("Solyaris")),
    (Told("Amélie"), Told("Amelie", 2001)),
    (Told("Face/Off"), Told("Face Off")),
    (Told("Andrei Rublev", 1966), Told("Andrei Rublev", 1967)),
    (Told("Andrei Rublev (1966)"), Told("Andrei Rublev")),
    (Told(("Come and See", "Idi i smotri")), Told("Idi i smotri")),
    (Told(("Come and See", "Иди и смотри")), Told("Idi i smotri")),
    (Told("Solaris", 1972, "Andrei Tarkovsky"), Told("Solaris", director="Andrey Tarkovskiy")),
    (Told("Solaris", director="Andrei Tarkovsky"), Told("Solaris", director="Tarkovsky")),
    (Told("Padre Padrone", director="Paolo Taviani"), Told("Padre padrone", director="Vittorio Taviani")),
    (Told("Tick & Tock"), Told("Tick and Tock")),
    (Told("Rashomon", 1950, "Akira Kurosawa"), Told("Rashomom", 1950, "Akira Kurosawa")),
    (
        Told("The Sacrifice", director="Andrei Tarkovsky", prize="palme-dor 1986"),
        Told("Offret", director="Andrei Tarkovsky", prize="palme-dor 1986"),
    ),
    (
        Told("Repentance", director="Tengiz Abuladze", prize="nika-best-film 1987"),
        Told("Monanieba", director="Tengiz Abuladze", prize="nika-best-film 1987"),
    ),
    (
        Told("Ivan's Childhood", 1962, "Andrei Tarkovsky", ordinal="debut feature"),
        Told("My Name Is Ivan", 1962, "Andrei Tarkovsky", ordinal="first"),
    ),
    (
        Told("Wings", 1966, "Larisa Shepitko", ordinal="first feature", form="feature"),
        Told("Krylya", None, "Larisa Shepitko", ordinal="feature debut", form="feature film"),
    ),
]

TWO_FILMS = [
    (Told("Solaris", 1972, "Andrei Tarkovsky"), Told("Solaris", 2002, "Steven Soderbergh")),
    (Told("Solaris", director="Andrei Tarkovsky"), Told("Solaris", director="Steven Soderbergh")),
    (Told("Solaris", 1972), Told("Solaris", 2002)),
    (Told("Suspiria", 1977), Told("Suspiria", 2018)),
    (Told("Funny Games", 1997, "Michael Haneke"), Told("Funny Games", 2007, "Michael Haneke")),
    (Told("Whiplash", form="short film"), Told("Whiplash", form="feature")),
    (Told("Rocky II"), Told("Rocky III")),
    (Told("Rocky II", 1980, "J. Avildsen"), Told("Rocky III", 1981, "J. Avildsen")),
    (Told("Ivan the Terrible"), Told("Ivan the Terrible, Part II")),
    (Told("The Trial"), Told("The Trail")),
    (Told("Untitled"), Told("Untitled")),
    (Told("The Separation"), Told("A Separation")),
    (Told("Die Hard"), Told("Hard")),
    (Told("Solaris", premiere=1972), Told("Solaris", 2002)),
    (Told("Solaris", 2002), Told("Solaris", prize="palme-dor 1972")),
    (Told("Come and See"), Told("Idi i smotri")),
    (Told("The Ascent", 1977, "Larisa Shepitko"), Told("Voskhozhdenie", 1977, "Larisa Shepitko")),
    (Told("Stalker", 1979, "Andrei Tarkovsky"), Told("Nostalghia", 1983, "Andrei Tarkovsky")),
    (
        Told("Offret", director="Andrei Tarkovsky", prize="fipresci-prize 1986"),
        Told("The Sacrifice", director="Andrei Tarkovsky", prize="fipresci-prize 1986"),
    ),
    (
        Told("Wings", 1966, "Larisa Shepitko", ordinal="second"),
        Told("Krylya", 1966, "Larisa Shepitko", ordinal="second"),
    ),
    (
        Told("The Steamroller and the Violin", 1961, "Andrei Tarkovsky", ordinal="debut", form="short"),
        Told("Ivan's Childhood", 1962, "Andrei Tarkovsky", ordinal="debut", form="feature"),
    ),
    (
        Told("Hope", director="Yılmaz Güney", prize="palme-dor 1970"),
        Told("Umut", director="Yılmaz Güney", prize="palme-dor 1971"),
    ),
    (
        Told("Ikiru", director="Akira Kurosawa", year=1952),
        Told("Ikiru", director="Oliver Hermanus"),
    ),
    (Told("Wings", 1966, ordinal="debut"), Told("Krylya", 1966, ordinal="debut")),
]


def resolved(*told: Told) -> Knowledge:
    return resolve([one.article(f"{number}.txt").extraction() for number, one in enumerate(told)], lexicon=LEXICON)


@pytest.mark.parametrize(("left", "right"), ONE_FILM)
def test_one_film(left: Told, right: Told) -> None:
    knowledge = resolved(left, right)
    assert len(ids(knowledge, FILM)) == 1
    (film,) = (entity for entity in knowledge.entities if entity.type is FILM)
    assert film.merges


@pytest.mark.parametrize(("left", "right"), TWO_FILMS)
def test_two_films(left: Told, right: Told) -> None:
    assert len(ids(resolved(left, right), FILM)) == 2


def test_the_tables_are_as_long_as_they_should_be() -> None:
    assert len(ONE_FILM) >= 18
    assert len(TWO_FILMS) >= 22


def test_remakes_are_told_apart_in_their_ids_by_year() -> None:
    knowledge = resolved(Told("Solaris", 1972), Told("Solaris", 2002), Told("Solaris", 1972))
    assert ids(knowledge, FILM) == ["solaris-1972", "solaris-2002"]


def test_remakes_without_years_are_told_apart_by_director() -> None:
    knowledge = resolved(Told("Solaris", director="Andrei Tarkovsky"), Told("Solaris", director="Steven Soderbergh"))
    assert ids(knowledge, FILM) == ["solaris-andrei-tarkovsky", "solaris-steven-soderbergh"]


def test_a_title_alone_goes_to_neither_of_two_remakes() -> None:
    knowledge = resolved(Told("Solaris", 1972), Told("Solaris", 2002), Told("Solaris"))
    assert ids(knowledge, FILM) == ["solaris", "solaris-1972", "solaris-2002"]
    assert {doubt.right for doubt in knowledge.doubts} | {doubt.left for doubt in knowledge.doubts} == {
        "film/solaris", "film/solaris-1972", "film/solaris-2002"
    }  # fmt: skip


def test_a_director_tells_which_of_two_remakes_is_meant() -> None:
    knowledge = resolved(
        Told("Solaris", 1972, "Andrei Tarkovsky"),
        Told("Solaris", 2002, "Steven Soderbergh"),
        Told("Solaris", director="Andrei Tarkovsky"),
        Told("Solaris", director="Soderbergh"),
    )
    assert ids(knowledge, FILM) == ["solaris-1972", "solaris-2002"]


def test_one_wrong_year_does_not_scatter_a_film() -> None:
    told = [Told("Stalker", 1979, "Andrei Tarkovsky")] * 3 + [Told("Stalker", 1983, "Andrei Tarkovsky")]
    knowledge = resolved(*told, *[Told("Stalker")] * 5)
    assert ids(knowledge, FILM) == ["stalker-1979", "stalker-1983"]
    assert "of 1979 and of 1983" in knowledge.doubts[0].reason


def test_translations_by_one_director_in_one_year_are_doubted_not_made_one() -> None:
    knowledge = resolved(Told("The Ascent", 1977, "Larisa Shepitko"), Told("Voskhozhdenie", 1977, "Larisa Shepitko"))
    (doubt,) = knowledge.doubts
    assert (doubt.left, doubt.right) == ("film/the-ascent", "film/voskhozhdenie")
    assert "Larisa Shepitko" in doubt.reason


def test_films_that_one_article_holds_as_two_are_no_translations() -> None:
    article = Article("1")
    director = article.person("Andrei Tarkovsky")
    for title in ("Offret", "The Sacrifice"):
        film = article.film(title, year=1986, director=director)
        article.say(film, "won", article.add(AWARD, "Palme", lexicon="award/palme-dor"), year=Literal("1986"))
    knowledge = resolve([article.extraction()], lexicon=LEXICON)
    assert len(ids(knowledge, FILM)) == 2
    assert knowledge.doubts == ()


def test_only_what_is_asserted_tells_films_apart() -> None:
    one, two = Article("1"), Article("2")
    film = one.film("Stalker", year=1979)
    one.say(film, "director", one.person("Andrei Tarkovsky"))
    other = two.film("Stalker")
    two.say(other, "publication_year", Literal("2031"), Modality.PLANNED)
    two.say(other, "director", two.person("Denis Horn"), Modality.NEGATED)
    assert len(ids(resolve([one.extraction(), two.extraction()], lexicon=LEXICON), FILM)) == 1


def test_a_film_is_not_what_it_is_based_on() -> None:
    article, other = Article("1"), Article("2")
    remake, original = article.add(FILM, "Solaris"), article.add(FILM, "Solyaris", "Solaris")
    article.say(remake, "based_on", original)
    other.film("Solaris")
    knowledge = resolve([article.extraction(), other.extraction()], lexicon=LEXICON)
    assert len(ids(knowledge, FILM)) == 3


def test_things_of_different_types_are_never_one() -> None:
    article, other = Article("1"), Article("2")
    article.add(FILM, "Solaris")
    other.add(WORK, "Solaris")
    other.add(SERIES, "Solaris")
    knowledge = resolve([article.extraction(), other.extraction()], lexicon=LEXICON)
    assert [entity.id for entity in knowledge.entities] == ["film/solaris", "series/solaris", "work/solaris"]


def test_books_of_one_title_are_told_apart_by_their_authors() -> None:
    articles = []
    for number, author in enumerate(("Stanisław Lem", "Imre Kertész", "Stanislaw Lem")):
        article = Article(str(number))
        article.say(article.person(author), "author_of", article.add(WORK, "Fiasco"))
        articles.append(article.extraction())
    assert len(ids(resolve(articles, lexicon=LEXICON), WORK)) == 2


def test_a_film_in_common_and_its_director_help_one_another() -> None:
    """The title brings the film together, the film its director, the director his other film."""
    one, two = Article("1"), Article("2")
    told = ((one, "Krzysztof Kieślowski", "Personel"), (two, "Krzystof Kieslowski", "Personell"))
    for article, director, debut in told:
        person = article.person(director)
        article.film("Camera Buff", year=1979, director=person)
        article.film(debut, year=1976, director=person)
    knowledge = resolve([one.extraction(), two.extraction()], lexicon=LEXICON)
    assert len(ids(knowledge, PERSON)) == 1
    assert ids(knowledge, FILM) == ["camera-buff", "personell"]
    assert set(entity_named(knowledge, "Personel").names) == {"Personel", "Personell"}
