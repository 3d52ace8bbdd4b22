"""What a name is: people, films, places and prizes no gazetteer knows, told by typography, cues and the article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cinegraph.articles import document_of
from cinegraph.extract.reader import Reader
from cinegraph.lexicon import load_lexicon
from extracted import stated


def names(text: str) -> set[tuple[str, str]]:
    """Letter and text of every typed name of an article."""
    reader = Reader(document_of(text), load_lexicon())
    return {(node.letter, node.text) for node in reader.naming.nodes}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The director showed the film “Night Bus” in June.", ("F", "Night Bus")),
        ("Anna Weber directed *The Salt Road*, her second film.", ("F", "The Salt Road")),
        ("Anna Weber directed THE SALT ROAD and A COLD SPRING in one year.", ("F", "THE SALT ROAD")),
        ("Night Bus (2019) was her first film.", ("F", "Night Bus")),
        ("Salt Road (Norway, 2021) came next.", ("F", "Salt Road")),
        ("Night Bus is a 2019 Norwegian drama film directed by Anna Weber.", ("F", "Night Bus")),
        (
            "Waiting for the Night Bus is a 1931 American comedy film directed by Anna Weber.",
            ("F", "Waiting for the Night Bus"),
        ),
        ("In her sophomore feature, Saltwater, a woman walks home.", ("F", "Saltwater")),
        ("Night Bus director Anna Weber spoke first.", ("F", "Night Bus")),
        ("She played a nurse in the series Harbour Lights for four years.", ("F", "Harbour Lights")),
        ("The film is based on the novel Winter Wheat by Anna Weber.", ("W", "Winter Wheat")),
        ("Director Grmblo Vrsk spoke first.", ("P", "Grmblo Vrsk")),
        ("J. B. Thornwell wrote the script.", ("P", "J. B. Thornwell")),
        ("Italian Marco Bellini was there.", ("P", "Marco Bellini")),
        ("The Brimble brothers made it.", ("P", "Brimble brothers")),
        ("She studied at the University of Warwick.", ("O", "University of Warwick")),
        ("It was shot in Iceland.", ("L", "Iceland")),
        ("It won the FIPRESCI Prize.", ("A", "FIPRESCI Prize")),
        ("The Locarno Film Festival opened.", ("E", "Locarno Film Festival")),
    ],
)
def test_a_name_is_typed(text: str, expected: tuple[str, str]) -> None:
    assert expected in names(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Italian Marco Bellini was there.", ("P", "Italian Marco Bellini")),
        ("The programme was called “a gut punch” by critics.", ("F", "a gut punch")),
        ("The film opened in Egypt on Friday.", ("F", "Egypt")),
        ("**Jury Prize:** *Night Bus*, Anna Weber (Norway)", ("F", "Jury Prize")),
        ("However, the film was late.", ("P", "However")),
        ("She lives in Berlin with her dog.", ("E", "Berlin")),
        ("Director Anna Weber spoke.", ("P", "Director Anna Weber")),
    ],
)
def test_a_name_is_not_mistaken(text: str, wrong: tuple[str, str]) -> None:
    assert wrong not in names(text)


def test_words_glued_together_are_two_names() -> None:
    found = names(
        "Anna Weber made Saltwater in 2019. Prior to SaltwaterWeber had been a teacher. The film Saltwater won."
    )
    assert ("F", "Saltwater") in found
    assert ("P", "Weber") in found
    assert not any("SaltwaterWeber" in text for _, text in found)


def test_a_title_set_off_once_is_known_everywhere() -> None:
    found = names(
        "‘Wait, My Heart’ wraps in Oslo.\n\nShooting on Anna Weber's Wait, My Heart has ended, the producer said."
    )
    assert ("F", "Wait, My Heart") in found


def test_a_surname_is_the_person_named_before() -> None:
    reader = Reader(document_of("Anna Weber was born in Oslo. Weber made her first film in 2001."), load_lexicon())
    assert len({node.ids for node in reader.naming.nodes if node.letter == "P"}) == 1


def test_brothers_share_their_surname() -> None:
    reader = Reader(document_of("The film was made by Peter and Anna Weber."), load_lexicon())
    labels = {reader.registry.draft(i).label for node in reader.naming.nodes if node.letter == "P" for i in node.ids}
    assert labels == {"Peter Weber", "Anna Weber"}


def test_the_title_stands_over_its_credits() -> None:
    assert ("F", "SALT ROAD") in names("SALT ROAD ★★★\nDir: Anna Weber. With: Peter Brandt.\n\nA woman walks home.")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_named(text: str) -> None:
    document = document_of(text or "x")
    for node in Reader(document, load_lexicon()).naming.nodes:
        assert 0 <= node.start < node.end <= len(document.text)


@pytest.mark.parametrize(
    ("line", "companies"),
    [
        ("Production: Silver Kite, Example of Rain", {"silver kite", "example of rain"}),
        ("Production companies: Nocturne / Low Tide", {"nocturne", "low tide"}),
        ("World sales: Paper Moon", {"paper moon"}),
        ("Distribution: Cinedoe", {"cinedoe"}),
    ],
)
def test_beside_the_label_of_companies_stand_companies(line: str, companies: set[str]) -> None:
    text = f"Night Bus (2015)\n\nDirector: Ada Doe\n{line}\nMusic: Ben Roe\n"
    reader = Reader(document_of(text), load_lexicon())
    reader.read()
    found = {s.object for s in reader.collector.statements if s.relation in ("production_company", "distributor")}
    assert {company.partition(":")[2] for company in found} == companies


def test_a_title_known_once_is_known_where_a_clause_hides_it() -> None:
    text = "Ada Doe directed All Is Forgotten, a drama. Shot in Vienna, All Is Forgotten premiered at Locarno in 2007."
    screened = {s for s, r, _ in stated(text) if r in ("premiered_at", "screened_at")}
    assert screened == {"all is forgotten"}


def test_a_small_word_opens_a_title_before_its_year() -> None:
    facts = stated("Do Vara Kesh (1953) won the Golden Lion at Venice.")
    assert {s for s, r, _ in facts if r == "won"} == {"do vara kesh"}


def test_where_and_when_a_film_was_made_is_no_title() -> None:
    text = "THE LONG WAY\n\nUSSR 1977\nD: Ada Doe\nSc: Karim Roe\nPh: Clara Moe\nM: Max Poe\nWith: Jane Noe\n\nGood.\n"
    facts = stated(text)
    assert {(r, o) for s, r, o in facts if s == "long way"} >= {
        ("director", "ada doe"),
        ("screenwriter", "karim roe"),
        ("cinematographer", "clara moe"),
        ("composer", "max poe"),
        ("cast_member", "jane noe"),
    }
    assert not any("1977" in s or "max" in s for s, r, _ in facts if r == "director")
