"""The lexicon: its data, its checks, and the search for its names."""

from __future__ import annotations

import json
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cinegraph.errors import LexiconError
from cinegraph.lexicon import Entry, Gazetteer, Lexicon, Match, fold, load_lexicon
from cinegraph.model import EntityType
from cinegraph.resources import resource

CREDITS = {"director", "cast member", "screenwriter", "writer", "starring", "composer", "musicComposer"}
SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def names_found(lexicon: Lexicon, text: str) -> list[tuple[str, bool]]:
    return [(text[match.start : match.end], match.contextual) for match in lexicon.gazetteer.find(text)]


def all_names(entry: Entry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases, *entry.contextual)


def only(match: Match) -> str:
    assert len(match.ids) == 1, match
    return match.ids[0]


# What the field must find in it


def test_it_is_large_enough_to_be_of_use(lexicon: Lexicon) -> None:
    counts = Counter(entry.type for entry in lexicon.entries.values())
    assert counts[EntityType.FESTIVAL] >= 400
    assert counts[EntityType.SECTION] >= 240
    assert counts[EntityType.AWARD] >= 1300
    assert counts[EntityType.ORGANIZATION] >= 1000
    assert counts[EntityType.PUBLICATION] >= 350


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Berlinale", "festival/berlin-international-film-festival"),
        ("Mostra del Cinema di Venezia", "festival/venice-international-film-festival"),
        ("Pusan International Film Festival", "festival/busan-international-film-festival"),
        ("San Sebastian Film Festival", "festival/san-sebastian-international-film-festival"),
        ("Sochi Open Russian Film Festival", "festival/kinotavr"),
        ("KVIFF", "festival/karlovy-vary-international-film-festival"),
        ("PÖFF", "festival/tallinn-black-nights-film-festival"),
        ("Quinzaine des Réalisateurs", "section/cannes-directors-fortnight"),
        ("Orizzonti", "section/venice-orizzonti"),
        ("Leopards of Tomorrow", "section/locarno-pardi-di-domani"),
        ("Palme d'Or", "award/cannes-palme-dor"),
        ("Leone d'Oro", "award/venice-golden-lion"),
        ("Oscar for Best Foreign Language Film", "award/academy-award-for-best-international-feature-film"),
        ("César for best first film", "award/cesar-award-for-best-first-film"),
        ("Cesar Award for Best Director", "award/cesar-award-for-best-director"),
        ("Fipresci prize", "award/fipresci-prize"),
        ("VGIK", "organization/gerasimov-institute-of-cinematography"),
        ("Lodz Film School", "organization/lodz-film-school"),
        ("Sight & Sound", None),
        ("THR.com", "publication/the-hollywood-reporter"),
    ],
)
def test_other_names_lead_to_the_entry(lexicon: Lexicon, name: str, expected: str | None) -> None:
    found = [entry.id for entry in lexicon.lookup(name)]
    assert found == ([expected] if expected else ["publication/sight-and-sound"])


def test_sections_and_awards_know_where_they_belong(lexicon: Lexicon) -> None:
    entries = lexicon.entries
    fortnight = entries["section/cannes-directors-fortnight"]
    assert fortnight.festival == "festival/cannes-film-festival"
    assert fortnight.run_by == "organization/societe-des-realisatrices-et-realisateurs-de-films"
    directing = entries["award/cannes-un-certain-regard-best-director"]
    assert (directing.section, directing.honours) == ("section/cannes-un-certain-regard", "director")
    assert entries["award/fipresci-prize"].conferred_by == "organization/fipresci"
    actress = entries["award/venice-volpi-cup-for-best-actress"]
    assert (actress.honours, actress.gender) == ("cast_member", "female")
    oscar = entries["award/academy-award-for-best-cinematography"]
    assert oscar.part_of == "award/academy-awards"
    assert oscar.conferred_by == "organization/academy-of-motion-picture-arts-and-sciences"
    assert oscar.honours == "cinematographer"


@pytest.mark.parametrize(
    ("festival", "number", "year"),
    [
        ("cannes-film-festival", 1, 1946),
        ("cannes-film-festival", 21, 1968),
        ("cannes-film-festival", 72, 2019),
        ("berlin-international-film-festival", 1, 1951),
        ("berlin-international-film-festival", 70, 2020),
        ("venice-international-film-festival", 80, 2023),
        ("locarno-film-festival", 75, 2022),
        ("karlovy-vary-international-film-festival", 57, 2023),
        ("san-sebastian-international-film-festival", 1, 1953),
        ("toronto-international-film-festival", 1, 1976),
        ("telluride-film-festival", 50, 2023),
        ("kinotavr", 30, 2019),
    ],
)
def test_editions_are_numbered(lexicon: Lexicon, festival: str, number: int, year: int) -> None:
    entry = lexicon.entries[f"festival/{festival}"]
    assert entry.edition_year(number) == year
    assert entry.edition_number(year) == number


def test_numbers_without_an_edition_have_no_year(lexicon: Lexicon) -> None:
    cannes = lexicon.entries["festival/cannes-film-festival"]
    assert cannes.edition_number(1948) is None
    assert cannes.edition_number(1939) is None
    assert cannes.edition_year(10**9) is None
    assert lexicon.entries["festival/sundance-film-festival"].edition_year(30) is None


@given(anchor=st.integers(1900, 2020), number=st.integers(1, 90), skipped=st.sets(st.integers(1900, 2050), max_size=6))
def test_edition_number_and_year_are_inverse(anchor: int, number: int, skipped: set[int]) -> None:
    gaps = tuple(sorted(skipped - {anchor}))
    entry = Entry("festival/f", EntityType.FESTIVAL, "F", editions=(number, anchor), skipped=gaps)
    for wanted in range(1, number + 20):
        year = entry.edition_year(wanted)
        assert year is not None
        assert entry.edition_number(year) == wanted


# The data is sound


def test_references_lead_to_entries(lexicon: Lexicon) -> None:
    checked = 0
    for entry in lexicon.entries.values():
        for field in ("festival", "section", "part_of", "conferred_by", "run_by"):
            target = getattr(entry, field)
            if target is not None:
                assert target in lexicon.entries, (entry.id, field, target)
                checked += 1
    assert checked > 2000


def test_every_row_says_where_it_can_be_checked(lexicon: Lexicon) -> None:
    assert [entry.id for entry in lexicon.entries.values() if not entry.source.startswith("http")] == []


def test_countries_and_seats_are_known_places(lexicon: Lexicon) -> None:
    preferred = set(lexicon.countries.values())
    wrong = [entry.id for entry in lexicon.entries.values() if entry.country and entry.country not in preferred]
    unknown = [entry.id for entry in lexicon.entries.values() if entry.place and lexicon.place(entry.place) is None]
    assert (wrong, unknown) == ([], [])
    assert {place.country for place in lexicon.regions.values()} <= preferred
    assert set(lexicon.demonyms.values()) <= preferred


def test_a_name_that_always_means_something_means_one_thing_of_a_type(lexicon: Lexicon) -> None:
    for name, ids in lexicon.names.items():
        types = [lexicon.entries[entry].type for entry in ids]
        assert len(set(types)) == len(types), (name, ids)


def test_every_name_is_found_in_text(lexicon: Lexicon) -> None:
    missed = []
    names = [(entry, name) for entry in lexicon.entries.values() for name in (*entry.always, *entry.contextual)]
    assert len(names) > 15_000
    for entry, name in names:
        text = f"It was {name}, they said."
        if not any(entry.id in match.ids for match in lexicon.gazetteer.find(text)):
            missed.append((entry.id, name))
    # A longer name of something else may lie over the end of a name or a name beside it; nothing else may hide one.
    assert missed == []


def test_no_person_or_film_of_the_test_texts_is_in_it(lexicon: Lexicon) -> None:
    gold = sorted((SHARED / "gold").glob("*.json"))
    if not gold:
        pytest.skip("../shared/gold is not here")
    entities = [entity for path in gold for entity in json.loads(path.read_text("utf-8"))["entities"]]
    people = names_of(entities, "Person")
    films = names_of(entities, "Film") | names_of(entities, "Series")
    assert len(people) > 20
    assert len(films) > 10
    listed = {fold(name) for entry in lexicon.entries.values() for name in all_names(entry)}
    assert listed & (people | films) == set()
    full = [person for person in people if " " in person]
    assert [name for name in listed if any(f" {person} " in f" {name} " for person in full)] == []


def names_of(entities: list[dict[str, object]], kind: str) -> set[str]:
    chosen = [entity for entity in entities if entity["type"] == kind]
    mentions = {fold(str(name)) for entity in chosen for name in (entity["name"], *list(entity.get("mentions", [])))}  # type: ignore[call-overload]
    return {name for name in mentions if name}


def test_no_film_or_person_of_the_benchmarks_is_an_entry(lexicon: Lexicon) -> None:
    files = sorted((SHARED / "bench").glob("*.jsonl"))
    if not files:
        pytest.skip("../shared/bench is not here")
    named: set[str] = set()
    for path in files:
        for line in path.read_text("utf-8").splitlines():
            for film, relation, person in json.loads(line)["triples"]:
                if relation in CREDITS:
                    named |= {fold(film), fold(person)}
    assert len(named) > 300
    listed = {fold(name) for entry in lexicon.entries.values() for name in all_names(entry)}
    assert listed & named == set()


# Search


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Palme d’Or and the PALME D'OR", [("Palme d’Or", False), ("PALME D'OR", False)]),
        ("Un\u00a0Certain\u00a0Regard", [("Un\u00a0Certain\u00a0Regard", False)]),
        ("at Clermont\u2010Ferrand or Clermont Ferrand", [("Clermont\u2010Ferrand", True), ("Clermont Ferrand", True)]),
        ("won the best director award", [("best director award", True)]),
        ("Best Director Award", [("Best Director Award", True)]),
        ("a public forum on generation gaps", []),
        ("in Forum", [("Forum", True)]),
        ("they idfa us", []),
        ("IDFA", [("IDFA", False)]),
        ("a Cesar Award for Best Film", [("Cesar Award for Best Film", False)]),
        ("Sundance\nFilm Festival", [("Sundance\nFilm Festival", False)]),
        ("Sundance\n\nFilm Festival", [("Sundance", True)]),
        ("in Cannes. Film Festival", [("Cannes", True)]),
        ("Cannes Film Festival", [("Cannes Film Festival", False)]),
        ("_Variety_ is a magazine", [("Variety", True)]),
        ("on Disney+ and for Disney", [("Disney+", False), ("Disney", True)]),
        ("the Oscar for best cinematography", [("Oscar for best cinematography", False)]),
        ("Séance or Seance", [("Séance", False), ("Seance", False)]),
        ("Se\u0301ance", [("Se\u0301ance", False)]),
        ("the Cannes film festival's forum", [("Cannes film festival", False)]),
        ("", []),
        (" \n ", []),
    ],
)
def test_names_are_found_as_they_are_printed(lexicon: Lexicon, text: str, expected: list[tuple[str, bool]]) -> None:
    assert names_found(lexicon, text) == expected


def test_the_longest_name_wins_over_the_leftmost() -> None:
    gazetteer = Gazetteer([("Best Film", ("a",), True), ("Film Festival of Somewhere", ("b",), False)])
    assert [match.ids for match in gazetteer.find("Best Film Festival of Somewhere")] == [("b",)]


def test_what_always_means_one_thing_outdoes_what_needs_context() -> None:
    gazetteer = Gazetteer([("Forum", ("a",), True), ("Forum", ("b",), False)])
    (match,) = gazetteer.find("Forum")
    assert only(match) == "b"
    assert not match.contextual


def test_several_meanings_are_all_given(lexicon: Lexicon) -> None:
    (match,) = lexicon.gazetteer.find("the Grand Prix")
    assert match.contextual
    assert {"award/cannes-grand-prix", "award/clermont-ferrand-grand-prix"} <= set(match.ids)


words = st.text(st.sampled_from("abcABC éÉ'’-.\u00a0\n1+_ßı"), min_size=1, max_size=12)


@given(names=st.lists(words, max_size=6), text=st.lists(words, max_size=12).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_matches_stand_where_they_say(names: list[str], text: str) -> None:
    gazetteer = Gazetteer((name, (f"id/{index}",), False) for index, name in enumerate(names))
    matches = gazetteer.find(text)
    for match in matches:
        assert fold(text[match.start : match.end]).replace(" ", "") == fold(match.name).replace(" ", "")
    assert all(before.end <= after.start for before, after in pairwise(matches))
    assert matches == gazetteer.find(text)


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    for match in load_lexicon().gazetteer.find(text):
        assert text[match.start : match.end].strip()


@given(st.text())
def test_fold_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


# Words, people, places


def test_occupations_tell_relation_and_gender(lexicon: Lexicon) -> None:
    occupations = lexicon.occupations
    assert occupations["film director"].relation == "director"
    assert occupations["directors of photography"].label == "cinematographer"
    assert occupations["directors of photography"].plural
    assert (occupations["actress"].relation, occupations["actress"].gender) == ("cast_member", "female")
    assert occupations["co-writer"].relation == "screenwriter"
    assert occupations["critic"].relation is None


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Natalia", "female"),
        ("Darya", "female"),
        ("Agnès", "female"),
        ("Jane", "female"),
        ("Sergei", "male"),
        ("Asghar", "male"),
        ("Giorgi", "male"),
        ("Alex", None),
        ("Will", None),
        ("London", None),
    ],
)
def test_first_names_have_a_gender(lexicon: Lexicon, name: str, gender: str | None) -> None:
    assert lexicon.gender_of(name) == gender


def test_first_names_are_many_and_no_words(lexicon: Lexicon) -> None:
    assert len(lexicon.first_names) > 20_000
    assert not {"the", "film", "festival", "award", "best", "director", "prince", "is"} & lexicon.first_names.keys()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("USA", ("United States", "country", "United States")),
        ("the States", ("United States", "country", "United States")),
        ("USSR", ("Soviet Union", "country", "Soviet Union")),
        ("Czechia", ("Czech Republic", "country", "Czech Republic")),
        ("Cote d'Ivoire", ("Ivory Coast", "country", "Ivory Coast")),
        ("North Ossetia", ("North Ossetia", "region", "Russia")),
        ("New Jersey", ("New Jersey", "region", "United States")),
        ("Leningrad", ("Saint Petersburg", "city", "Russia")),
        ("Lodz", ("Łódź", "city", "Poland")),
        ("Telluride", ("Telluride", "city", "United States")),
        ("Beslan", ("Beslan", "city", "Russia")),
    ],
)
def test_places_have_a_preferred_name(lexicon: Lexicon, name: str, expected: tuple[str, str, str]) -> None:
    place = lexicon.place(name)
    assert place is not None
    assert (place.name, place.kind, place.country) == expected


def test_no_place_is_found_where_there_is_none(lexicon: Lexicon) -> None:
    assert lexicon.place("Xyzzyville") is None
    assert lexicon.place("nice") is None
    assert lexicon.place("") is None


def test_places_are_found_in_text(lexicon: Lexicon) -> None:
    found = lexicon.place_gazetteer.find("From Tbilisi, Georgia, to the U.S. and Upper Silesia; he read in Reading.")
    assert [(match.name, match.contextual) for match in found] == [
        ("Tbilisi", False), ("Georgia", True), ("U.S.", False), ("Upper Silesia", False), ("Reading", True),
    ]  # fmt: skip


def test_demonyms_languages_and_peoples(lexicon: Lexicon) -> None:
    assert lexicon.demonyms["Argentine"] == "Argentina"
    assert {"Malayalam", "Telugu", "Abkhaz", "French", "Kabardian"} <= lexicon.languages
    assert {"Kabardian", "Kurdish", "Sámi"} <= lexicon.ethnicities
    assert not lexicon.ethnicities & lexicon.demonyms.keys()


def test_genres_and_forms(lexicon: Lexicon) -> None:
    assert "thriller" in lexicon.words.genre_nouns
    assert "psychological" in lexicon.words.genre_modifiers
    assert lexicon.words.forms["doc"] == "documentary"
    assert lexicon.words.forms["mini-series"] == "miniseries"


# A user's own rows


def extra(tmp_path: Path, text: str) -> Lexicon:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return load_lexicon(path)


def test_a_users_rows_join_in(tmp_path: Path) -> None:
    mine = extra(
        tmp_path,
        'source = "https://example.org"\n[[festival]]\nname = "Utopia Film Week"\ncontextual = ["Utopia"]\n'
        'sections = [{name = "Nowhere"}]\n'
        'awards = [{name = "Golden Nobody", section = "Nowhere"}, {generic = "Best Actor"}]\n',
    )
    assert mine.entries["award/utopia-golden-nobody"].section == "section/utopia-nowhere"
    assert [entry.id for entry in mine.lookup("Utopia best actor")] == ["award/utopia-best-actor"]
    assert mine.lookup("Berlinale")


def test_a_users_row_extends_a_shipped_one(tmp_path: Path) -> None:
    mine = extra(tmp_path, 'source = "s"\n[[publication]]\nname = "Variety"\naliases = ["Daily Variety"]\n')
    entry = mine.entries["publication/variety"]
    assert {"Daily Variety", "Variety magazine"} <= set(entry.aliases)
    assert entry.kind == "trade_press"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[festival]\n", "not valid TOML"),
        ("[[festivals]]\nname = 'A'\n", "unknown table 'festivals'"),
        ("[[festival]]\nplace = 'A'\n", "has no name"),
        ("[[festival]]\nname = 'A'\n", "source"),
        ("source = 's'\n[[festival]]\nname = 'A'\ncity = 'B'\n", "unknown field 'city'"),
        ("source = 's'\n[[festival]]\nname = 'A'\naliases = 'B'\n", "aliases must be a list of names"),
        ("source = 's'\n[[festival]]\nname = 'A'\neditions = [1]\n", "editions"),
        ("source = 's'\n[[festival]]\nname = 'A'\naliases = ['Berlinale']\n", "'Berlinale' is also that of"),
        ("source = 's'\n[[festival]]\nname = 'A'\n[[festival]]\nname = 'A'\n", "there twice"),
        ("source = 's'\n[[festival]]\nname = 'A'\nawards = [{name = 'P', section = 'S'}]\n", "names the section 'S'"),
        ("source = 's'\n[[award]]\nname = 'A'\nhonours = 'luck'\n", "cannot be 'luck'"),
        ("source = 's'\n[[award]]\nname = 'A'\nconferred_by = 'Nobody at all'\n", "Nobody at all"),
        ("source = 's'\nfestival = 1\n", "must be a list of rows"),
        ("titles = 'mr'\n", "must be a list of words"),
        ("[[occupation]]\nnouns = ['x']\n", "no label"),
        ("[[region]]\nname = 'A'\n", "add country"),
        ("[[country]]\nname = 'A'\nfoo = 1\n", "unknown field 'foo'"),
    ],
)
def test_errors_name_the_file_and_what_to_do(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(LexiconError) as caught:
        extra(tmp_path, text)
    assert complaint in str(caught.value)
    assert "mine.toml" in str(caught.value)


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    for path in (tmp_path, tmp_path / "missing.toml"):
        with pytest.raises(LexiconError, match="cannot be read"):
            load_lexicon(path)


# Speed: bounds are loose, so that a busy machine does not fail them


def test_it_loads_and_searches_fast(lexicon: Lexicon) -> None:
    lexicon.gazetteer.find("warm")
    sentence = "After the Berlinale he took the film to Karlovy Vary, where it won a prize for best director."
    text = " ".join([sentence] * 33)
    started = time.process_time()
    for _ in range(20):
        lexicon.gazetteer.find(text)
    assert (time.process_time() - started) / 20 < 0.02  # usual are two thousandths


def test_its_notice_stands_beside_the_data() -> None:
    notice = resource("data", "lexicon", "NOTICE.md").read_text(encoding="utf-8")
    assert "GeoNames" in notice
    assert "Attribution 4.0" in notice


@pytest.mark.parametrize(
    "text", ["She won the Silver Bear for best actress", "the Silver Bear for Best Actress in 1968"]
)
def test_what_a_prize_honours_is_written_in_either_case(text: str) -> None:
    assert {entry for match in load_lexicon().gazetteer.find(text) for entry in match.ids} == {
        "award/berlin-silver-bear-for-best-actress"
    }
