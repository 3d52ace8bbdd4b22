"""Uniting many articles holds little in memory: what is laid aside comes back, what is forgotten changes nothing."""

from __future__ import annotations

import errno
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cinegraph.errors import CinegraphError
from cinegraph.model import Claim, Document, Entity, EntityRef, EntityType, Evidence, Extraction, Literal, Modality
from cinegraph.resolve import clusters, resolve, sorting, state
from cinegraph.resolve.outlines import outline_of
from cinegraph.resolve.resolution import place
from cinegraph.resolve.sorting import Sorted
from cinegraph.resolve.spill import Spill
from cinegraph.resolve.texts import Texts

MOST_BYTES = 8_000
"""It was 13,300 when entities and claims were objects, and is 5,600."""
RECORDS = st.lists(st.tuples(st.integers(-9, 9), st.text(max_size=4), st.tuples(st.text(max_size=2))))


@given(RECORDS, st.integers(1, 5))
def test_more_than_memory_holds_comes_in_order(records: list[tuple[int, str, tuple[str]]], most: int) -> None:
    found = Sorted(most)
    for record in records:
        found.add(record)
    assert list(found) == sorted(records)
    assert list(found) == sorted(records)


@given(RECORDS)
def test_what_is_laid_aside_comes_back(records: list[tuple[int, str, tuple[str]]]) -> None:
    aside = Spill()
    assert [aside.append(record) for record in records] == list(range(len(records)))
    assert [aside[place] for place in range(len(records))] == records == list(aside)
    aside.append(("one more",))
    assert list(aside) == [*records, ("one more",)]


@given(st.lists(st.text(st.characters(), max_size=4)))
def test_texts_without_objects_are_the_same(texts: list[str]) -> None:
    found = Texts(texts)
    assert list(found) == texts
    assert [found[place - len(texts)] for place in range(len(texts))] == texts
    for outside in (len(texts), -len(texts) - 1):
        with pytest.raises(IndexError):
            found[outside]


def test_a_full_disk_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    aside = Spill()
    aside.append(("Ran",))
    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(CinegraphError, match=r"No space left on device.*TMPDIR"):
        list(aside)


def test_the_folder_of_temporary_files_may_be_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "gone"))
    aside = Spill()
    aside.append(("Ran",))
    assert list(aside) == [("Ran",)]
    assert not list(tmp_path.iterdir())


def articles(number: int) -> Iterator[Extraction]:
    """Each tells of a film and its director, whom the next ones name too, and of a festival that all name."""
    for article in range(number):
        name = f"{article:05}.txt"
        evidence = (Evidence(name, 0, 1, "x", Modality.ASSERTED, "test"),)
        festival = Entity("festival", EntityType.FESTIVAL, "Fest of Lakes", ("Fest of Lakes",))
        entities, claims = [festival], []
        for each in (article, article + 1, article + 7):
            title, who = f"Harbour {_word(each)}", f"Ada {_word(each // 3)}"
            film = Entity(f"film:{each}", EntityType.FILM, title, (title,))
            person = Entity(f"person:{each}", EntityType.PERSON, who, (who,))
            entities += [film, person]
            claims.append(Claim(film.id, "director", EntityRef(person.id), (), evidence))
            year = (("year", Literal(str(1980 + each % 40))),)
            claims.append(Claim(film.id, "screened_at", EntityRef(festival.id), year, evidence))
        yield Extraction(Document(name, "", ""), tuple(entities), (), tuple(claims))


def _word(number: int) -> str:
    letters = "abcdefghik"
    return "".join(letters[int(digit)] + "o" for digit in f"{number:05}").capitalize()


def test_what_is_remembered_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    given = list(articles(60))
    known = resolve(given)
    for module, name, value in (
        (clusters, "_FEW", 2),
        (clusters, "_MOST_RECENT", 1),
        (state, "_MOST_NAMED", 1),
        (state, "_MOST_CONTEXTS", 1),
    ):
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(sorting.Sorted.__init__, "__defaults__", (5,))
    assert resolve(given) == known
    assert any(len(claim.evidence) > 1 for claim in known.claims)


def test_an_article_more_takes_little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of seven entities and six claims each; what is bounded, however many the articles, is made small."""
    monkeypatch.setattr(clusters, "_MOST_RECENT", 16)
    monkeypatch.setattr(state, "_MOST_NAMED", 16)
    monkeypatch.setattr(sorting.Sorted.__init__, "__defaults__", (100,))
    _most_held(900)
    less, more = _most_held(300), _most_held(900)
    assert (more - less) / 600 < MOST_BYTES


def _most_held(number: int) -> int:
    outlines = [outline_of(extraction) for extraction in articles(number)]
    tracemalloc.start()
    try:
        place(lambda: outlines)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
