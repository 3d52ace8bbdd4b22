"""Names are found in any spelling, script, case and order; near misses are found after them."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cinegraph.model import EntityType
from cinegraph.store import EmbeddedStore, NameRow, Names, open_for_building, open_store
from cinegraph.store.folding import fold
from cinegraph.store.index import Index, write_index
from cinegraph.store.names import NameIndex

PERSON, FILM, FESTIVAL, AWARD, PLACE = (
    EntityType.PERSON,
    EntityType.FILM,
    EntityType.FESTIVAL,
    EntityType.AWARD,
    EntityType.PLACE,
)
ENTITIES = (
    ("person/kantemir-balagov", PERSON, 9, "Kantemir Balagov", "Cantemir Balagov", "Кантемир Балагов", "Balagov"),
    ("person/agnes-varda", PERSON, 5, "Agnès Varda"),
    ("person/bela-tarr", PERSON, 4, "Béla Tarr", "Tarr Béla"),
    ("person/abbas-kiarostami", PERSON, 4, "Abbas Kiarostami", "عباس کیارستمی"),
    ("film/beanpole", FILM, 7, "Beanpole", "Dylda", "Дылда"),
    ("film/the-sacrifice", FILM, 3, "The Sacrifice", "Offret"),
    ("film/lavventura", FILM, 2, "L’Avventura"),
    ("film/closeness-2017", FILM, 6, "Closeness", "Tesnota", "Теснота"),
    ("film/closeness-1958", FILM, 1, "Closeness"),
    ("film/cannes", FILM, 1, "Cannes"),
    ("film/m", FILM, 1, "M"),
    ("film/question-marks", FILM, 1, "???"),
    ("festival/cannes-film-festival", FESTIVAL, 20, "Cannes Film Festival", "Cannes", "Festival de Cannes"),
    ("place/clermont-ferrand", PLACE, 1, "Clermont-Ferrand"),
    ("award/palme-dor", AWARD, 12, "Palme d'Or"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    path = tmp_path_factory.mktemp("names") / "store"
    with open_for_building(path) as building:
        rows = [NameRow(id, type, names[0], name, weight) for id, type, weight, *names in ENTITIES for name in names]
        building.publish((), rows, [], "key")
    with open_store(path) as opened:
        yield opened


@pytest.fixture
def names(store: EmbeddedStore) -> Names:
    return store.names


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Kantemir Balagov", "person/kantemir-balagov"),
        ("BALAGOV, Kantemir", "person/kantemir-balagov"),
        ("балагов", "person/kantemir-balagov"),
        ("Балагов Кантемир", "person/kantemir-balagov"),
        ("agnes varda", "person/agnes-varda"),
        ("AGNÈS VARDA", "person/agnes-varda"),
        ("tarr bela", "person/bela-tarr"),
        ("عباس کیارستمی", "person/abbas-kiarostami"),
        ("dylda", "film/beanpole"),
        ("дылда", "film/beanpole"),
        ("Sacrifice", "film/the-sacrifice"),
        ("Lavventura", "film/lavventura"),
        ("l'avventura", "film/lavventura"),
        ("clermont ferrand", "place/clermont-ferrand"),
        ("Palme d’or", "award/palme-dor"),
        ("m", "film/m"),
        ("???", "film/question-marks"),
        ("film/beanpole", "film/beanpole"),
        ("https://w3id.org/cinegraph/id/film/beanpole", "film/beanpole"),
    ],
)
def test_a_name_is_found_however_it_is_written(names: Names, asked: str, found: str) -> None:
    assert [hit.id for hit in names.exact(asked)] == [found]
    best = names.search(asked)[0]
    assert (best.id, best.score) == (found, 100.0)


def test_names_of_several_come_with_the_best_known_first(names: Names) -> None:
    assert [hit.id for hit in names.exact("closeness")] == ["film/closeness-2017", "film/closeness-1958"]
    assert [hit.id for hit in names.exact("Cannes")] == ["festival/cannes-film-festival", "film/cannes"]
    assert [hit.id for hit in names.exact("Cannes", FILM)] == ["film/cannes"]
    assert names.exact("Beanpole", PERSON) == []


def test_a_hit_says_by_which_name(names: Names) -> None:
    (hit,) = names.exact("Dylda")
    assert (hit.label, hit.name, hit.type, hit.weight) == ("Beanpole", "Dylda", FILM, 7)


@pytest.mark.parametrize(
    "asked", ["", "  ", "Nobody Known", "film/nothing", "https://w3id.org/cinegraph/id/x", "%", "'"]
)
def test_an_unknown_name_is_not_found(names: Names, asked: str) -> None:
    assert names.exact(asked) == []


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("kantem", "person/kantemir-balagov"),
        ("Balagow", "person/kantemir-balagov"),
        ("Beanpoel", "film/beanpole"),
        ("Been pole", "film/beanpole"),
        ("Kiarostani", "person/abbas-kiarostami"),
        ("Clermont", "place/clermont-ferrand"),
        ("festival", "festival/cannes-film-festival"),
        ("кантемир", "person/kantemir-balagov"),
        ("be", "film/beanpole"),
    ],
)
def test_near_names_and_parts_of_names_are_found(names: Names, asked: str, first: str) -> None:
    hits = names.search(asked)
    assert hits[0].id == first
    assert hits[0].score < 100
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_search_keeps_to_type_and_limit_and_gives_an_entity_once(names: Names) -> None:
    assert {hit.type for hit in names.search("cannes", type=FESTIVAL)} == {FESTIVAL}
    assert len(names.search("cannes", limit=1)) == 1
    for asked in ("Balagov", "cannes", "closeness"):
        found = [hit.id for hit in names.search(asked)]
        assert len(found) == len(set(found))
    assert names.search("xyzzy") == []


def test_suggestions_are_labels(names: Names) -> None:
    assert names.suggest("Dilda")[0] == "Beanpole"
    assert names.suggest("closenes") == ("Closeness",)
    assert names.suggest("xyzzy") == ()


@given(st.text(max_size=40))
@example(":\x00\U00018cd6")
@example("\udcff")
def test_no_text_breaks_a_look_up(store: EmbeddedStore, text: str) -> None:
    for hit in (*store.names.exact(text), *store.names.search(text), *store.names.search(text, type=FILM)):
        assert hit.id in {row[0] for row in ENTITIES}
    assert len(store.names.suggest(text)) <= 5


@given(st.text(max_size=40))
def test_folding_is_done_once_for_all(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text.upper().lower()) == fold(text.lower())


def test_the_near_and_the_well_known_are_found_among_many(tmp_path: Path) -> None:
    syllables = ("ka", "ba", "lo", "vi", "ra", "te", "mi", "so", "an", "el", "or", "du")
    chance = random.Random(0)
    made = sorted({"".join(chance.choices(syllables, k=5)).capitalize() for _ in range(20_000)})
    with open_for_building(tmp_path) as building:
        rows = [NameRow(f"person/{name}", PERSON, name, name, number % 7) for number, name in enumerate(made)]
        building.publish((), rows, [], "key")
    with open_store(tmp_path) as opened:
        for name in made[:: len(made) // 50]:
            slip = name[:4] + ("z" if name[4] != "z" else "x") + name[5:]
            assert name in [hit.label for hit in opened.names.search(slip)], slip
        hits = opened.names.search("Kaba")
        assert len(hits) == 20
        assert all(hit.label.startswith("Kaba") and hit.weight == 6 for hit in hits[:5])


def test_names_are_put_in_order_without_being_held(tmp_path: Path) -> None:
    """A million articles give more names than memory holds; it was 600 bytes a name when Python sorted them."""
    number = 20_000
    made = (
        NameRow(f"film/river-{each}", EntityType.FILM, f"River {each}", f"River {each}", each % 9)
        for each in (each * 7919 % number for each in range(number))
    )
    tracemalloc.start()
    try:
        write_index(tmp_path / "index.sqlite", made, (), "key")
        held = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert held / number < 100
    index = Index(tmp_path / "index.sqlite")
    rows = index.rows("SELECT number, id, weight FROM entities ORDER BY number")
    index.close()
    assert rows == sorted(rows, key=lambda row: (-row[2], row[1]))
    assert len(rows) == number


def test_a_name_that_is_given_twice_is_there_once(tmp_path: Path) -> None:
    row = NameRow("film/ran", EntityType.FILM, "Ran", "乱", 3)
    write_index(tmp_path / "index.sqlite", [row, row._replace(name="Ran"), row], (), "key")
    index = Index(tmp_path / "index.sqlite")
    assert index.rows("SELECT name FROM names ORDER BY number") == [("Ran",), ("乱",)]
    index.close()


def test_every_name_is_found_by_itself(names: Names) -> None:
    checked = 0
    for id, _, _, *own in ENTITIES:
        for name in own:
            assert id in {hit.id for hit in names.exact(name)}
            checked += 1
    assert checked > 20


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("film/closeness-1958", ["film/closeness-1958"]),
        ("film:closeness-1958", ["film/closeness-1958"]),
        ("<https://w3id.org/cinegraph/id/film/closeness-1958>", ["film/closeness-1958"]),
        ("closeness-1958", ["film/closeness-1958"]),
        # A slug that is a name too means all who bear the name.
        ("cannes", ["festival/cannes-film-festival", "film/cannes"]),
        ("film:nothing", []),
        ("nobody:closeness-1958", []),
        ("<>", []),
    ],
)
def test_ids_iris_prefixed_names_and_slugs_are_accepted(names: Names, asked: str, found: list[str]) -> None:
    assert [hit.id for hit in names.exact(asked)] == found


@pytest.mark.parametrize(
    "asked", ["film/quiet-river-7", "quiet-river-7", "nobody-at-all", "Quiet River 7", "river quiet 7", "quiet"]
)
def test_no_look_up_goes_through_all_names(tmp_path: Path, asked: str) -> None:
    made = [
        NameRow(f"film/quiet-river-{number}", EntityType.FILM, f"Quiet River {number}", f"Quiet River {number}", 1)
        for number in range(6_000)
    ]
    write_index(tmp_path / "index.sqlite", made, (), "key")
    index = Index(tmp_path / "index.sqlite")
    steps: list[None] = []
    index._connection.set_progress_handler(lambda: steps.append(None), 100)
    found = NameIndex(index).search(asked) if asked == "quiet" else NameIndex(index).exact(asked)
    index.close()
    # Looking at each of the names takes SQLite 18,000 steps and more.
    assert len(steps) < 120, f"{len(steps)} hundreds of steps"
    assert len(found) == (20 if asked == "quiet" else 0 if asked.startswith("nobody") else 1)
