"""Articles that a machine has translated are read in the words of the trade; plain English is left alone."""

from __future__ import annotations

import pytest

from cinegraph.articles import document_of
from cinegraph.extract import extract
from cinegraph.extract.staff_lines import without_staff
from cinegraph.extract.translations import (
    Mark,
    TranslatedWord,
    in_words_of_the_trade,
    is_translated,
    marks,
    translated_words,
)
from extracted import said

_MARK = " The main role was performed by Zora Quill."
_LIFE = """Olga Brenkova - biography, personal life, films

Date of birth: March 9, 1979
Place of birth: Tver

Childhood

After school she worked at a factory. In 1999 she entered VGIK, the workshop of Viktor Sorokopud. \
On the same course studied Roman Zimnik.

Films

In 2008 on the screens came out the picture "Tin Garden", removed by operator Semyon Dronov. \
The main role in the tape was performed by Zoya Lavrik, \
who was awarded for it with the prize for the best female role. \
The music for the film was written by Marek Wolny.

In 2012 she put the painting "Quiet Harbour" by own script. \
Produced the tape Vera Stanik. The tape got into the main competition of "Kinotavr". \
In the same year Brenkova was nominated for "Nika" in the category "Discovery of the Year".

In 2014, on the channel TNT was released the serial "Lanterns", which Brenkova put together with Ryazhin.

Personal life

The husband of the director is the composer Marek Wolny.
"""


@pytest.mark.parametrize("mark", marks(), ids=lambda mark: mark.examples[0])
def test_a_mark_is_found_in_its_examples(mark: Mark) -> None:
    assert mark.weight in (1, 2)
    for example in mark.examples:
        assert mark.says.search(example)
        assert any(key in example for key in mark.keys)


@pytest.mark.parametrize(
    "said",
    ["The festival removed the film from its list.", "The film was removed in May.", "The tape was removed by hand."],
)
def test_what_is_taken_away_tells_no_translation(said: str) -> None:
    assert not is_translated(said)


@pytest.mark.parametrize("word", translated_words(), ids=lambda word: word.examples[0])
def test_a_word_is_read_as_the_plain_one_without_moving_what_follows(word: TranslatedWord) -> None:
    for example in word.examples:
        text = f"It was {example}{'' if example[-1].isupper() else ' there'}." + _MARK
        read = in_words_of_the_trade(text)
        assert word.plain in read
        assert len(read) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        'The audition tape was lost, and so was the painting "Girl with a Pearl" on the wall.',
        "She has the best female role of her career, says the operator of the crane.",
        "The serial number was removed by the thief.",
        "Ada Doe plays a painter whose canvas is stolen; the tape of the theft is missing.",
    ],
)
def test_plain_english_is_no_translation(text: str) -> None:
    assert not is_translated(text)
    assert in_words_of_the_trade(text) == text


def test_titles_and_names_keep_their_words() -> None:
    text = 'In the tape "The Painting" played Ada Tape.' + _MARK
    assert '"The Painting" played Ada Tape' in in_words_of_the_trade(text)


@pytest.mark.parametrize(
    "fact",
    [
        ("Olga Brenkova", "classmate_of", "Roman Zimnik"),
        ("Tin Garden", "cinematographer", "Semyon Dronov"),
        ("Tin Garden", "cast_member", "Zoya Lavrik"),
        ("Zoya Lavrik", "won", "prize for the best female role"),
        ("Tin Garden", "composer", "Marek Wolny"),
        ("Quiet Harbour", "director", "Olga Brenkova"),
        ("Quiet Harbour", "screenwriter", "Olga Brenkova"),
        ("Quiet Harbour", "producer", "Vera Stanik"),
        ("Quiet Harbour", "screened_at", "Kinotavr"),
        ("Olga Brenkova", "nominated_for", "Nika Award for Discovery of the Year"),
        ("Lanterns", "original_network", "TNT"),
        ("Lanterns", "director", "Olga Brenkova"),
    ],
)
def test_a_translated_life_is_read(fact: tuple[str, str, str]) -> None:
    assert (*fact, "asserted") in said(_LIFE)


def test_a_festival_in_quotation_marks_is_no_film_and_a_channel_no_distributor() -> None:
    found = said(_LIFE)
    assert not [fact for fact in found if fact[0] in ("Kinotavr", "Nika")]
    assert not [fact for fact in found if fact[1] == "distributor"]
    assert ("Tin Garden", "screenwriter", "Marek Wolny", "asserted") not in found


def test_a_film_may_be_called_as_a_festival_is() -> None:
    assert ("Sochi", "director", "Ada Doe", "asserted") in said(
        'Ada Doe is a director. In 2011 Ada Doe directed the drama "Sochi".'
    )


def test_the_films_that_an_actress_lists_are_those_she_plays_in() -> None:
    rows = '\n\nFilmography\n\n2007 - "Green Lamp"\n2011 - "Dry Dock"\n'
    life = "Vera Doe: biography\n\nVera Doe is a Norwegian {}. Vera Doe lives in Oslo." + rows
    found = said(life.format("actress"))
    assert ("Green Lamp", "cast_member", "Vera Doe", "asserted") in found
    assert ("Green Lamp", "director", "Vera Doe", "asserted") not in found
    found = said(life.format("director"))
    assert ("Green Lamp", "director", "Vera Doe", "asserted") in found


@pytest.mark.parametrize(
    "head",
    [
        "Biography of Rosa Pinedo",
        "Rosa Pinedo: biography and films",
        "Who is Rosa Pinedo?",
        "Director Rosa Pinedo - biography",
    ],
)
def test_a_life_goes_on_about_whom_its_heading_names(head: str) -> None:
    text = (
        'Studied law and then film. Her first short film, "Back Door", was edited by Inga Zubel.\n\n'
        'After the war came "Still Water"; its music was composed by Lola Ferro. In 2007 she directed "Monday".'
    )
    assert ("Monday", "director", "Rosa Pinedo", "asserted") in said(f"{head}\n\n{text}")


def test_what_a_life_tells_of_somebody_else_stays_hers() -> None:
    text = "Biography of Rosa Pinedo\n\nRosa Pinedo is a director. The actress Ana Solis lived next door."
    text += ' In 2007 she starred in "Monday".'
    assert ("Monday", "cast_member", "Ana Solis", "asserted") in said(text)


def test_an_initial_is_that_of_the_one_who_has_it() -> None:
    life = 'Gennady Poluk is a director. {} Poluk directed "Far Pier".'
    assert ("Far Pier", "director", "Gennady Poluk", "asserted") in said(life.format("G."))
    assert ("Far Pier", "director", "B. Poluk", "asserted") in said(life.format("B."))
    both = said('Gennady Poluk and Gleb Poluk are directors. G. Poluk directed "Far Pier".')
    assert ("Far Pier", "director", "G. Poluk", "asserted") in both


def test_a_patronymic_parts_no_two_people() -> None:
    text = 'Zulfiya Maratovna Brenkova is a director. Zulfia Brenkova directed "Far Pier".'
    assert ("Far Pier", "director", "Zulfiya Maratovna Brenkova", "asserted") in said(text)


def test_who_was_born_in_a_year_did_not_graduate_in_it() -> None:
    assert _years("Ada Doe, born in Oslo in 1989, graduated from FAMU.") == ()
    assert _years("Ada Doe, born in Oslo in 1989, graduated from FAMU in 2010.") == ("2010",)


def _years(text: str) -> tuple[str, ...]:
    claims = [claim for claim in extract(document_of(text, "t.txt")).claims if claim.predicate == "educated_at"]
    return tuple(value.value for claim in claims for key, value in claim.qualifiers if key == "year")


def test_a_unit_is_a_section_and_no_prize() -> None:
    found = said(
        'At the Pingyao International Film Festival, the film "Paper Boat" by Ada Doe was shortlisted '
        'for the "Sleeping Tiger" unit and finally won the Grand Jury Prize.'
    )
    assert ("Paper Boat", "screened_at", "Pingyao International Film Festival", "asserted") in found
    assert not [fact for fact in found if "Sleeping Tiger" in fact[2] and fact[1] != "screened_at"]


def test_the_editor_of_the_paper_edited_no_film() -> None:
    prose = 'Ada Doe directed "Night Bus". She says that the winter was long and that nobody believed in the film.'
    assert without_staff(f"{prose}\n\nEditor: Ben Roe").rstrip() == prose
    for credits in ("\n\nDirector: Ada Doe\nEditor: Ben Roe", "\n\nEditor: Ben Roe\nMusic: Max Poe"):
        assert without_staff(prose + credits) == prose + credits
