"""Lives as encyclopedias and companies print them: titles with year and English title, names in other scripts."""

from __future__ import annotations

import pytest

from extracted import stated

LIFE = (
    "Ida Holm (born 3 May 1961) is a Norwegian film director."
    " She directed “Salt Road” (1993), “Cold Tea” (1999) and “Long Grass” (2004). "
)


def _films(text: str) -> set[str]:
    return {s for s, r, _ in stated(text) if r in ("director", "publication_year", "screened_at", "won", "country")}


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("Her first film, the comedy Yuki no asa (1953; Snow Morning), was a failure.", "yuki no asa", "1953"),
        ("Of her dramas Yama no Kaze (1957; Wind of the Mountain) is the best known.", "yama no kaze", "1957"),
        ("Kiri (1958; “The Fog”) was shown in Venice.", "kiri", "1958"),
        ("Her last film was Der letzte Fluss (1970; The Last River).", "der letzte fluss", "1970"),
        ("Rüzgar ve Su (1964; Wind and Water) won a prize.", "ruzgar ve su", "1964"),
    ],
)
def test_year_and_english_title_in_one_parenthesis(text: str, title: str, year: str) -> None:
    facts = stated("Ida Holm is a film director. " + text)
    assert (title, "publication_year", year) in facts
    assert {s for s, r, _ in facts if r == "publication_year"} == {title}


@pytest.mark.parametrize(
    "text",
    [
        "She wrote a novel, Umi no uta (1972; Song of the Sea).",
        "She received an order (1974; Medal of Honor).",
        "The school (1990; renamed in 1995) is in Oslo.",
    ],
)
def test_no_film_with_such_a_parenthesis(text: str) -> None:
    assert _films(LIFE + text) == {"salt road", "cold tea", "long grass"}


@pytest.mark.parametrize(
    ("lead", "born"),
    [
        ("Dara Mekvini (Georgian: დარა მეკვინი; born 11 May 1979) is a Georgian film director.", "1979-05-11"),
        (
            "Dara Mekvini (Japanese: 坂田 良二, Hepburn: Dara Mekvini, born July 19, 1955) is a film director.",
            "1955-07-19",
        ),
        (
            "Dara Mekvini (Korean: 김도연; Hanja: 金度姸; born December 4, 1989) is a Korean film director.",
            "1989-12-04",
        ),
        ("Dara Mekvini (Russian: Дара Меквини; 3 March 1921 – 5 June 1990) was a Soviet film director.", "1921-03-03"),
    ],
)
def test_a_name_in_other_languages_stands_before_the_birth(lead: str, born: str) -> None:
    facts = stated(lead + " She directed Salt Road (1993).")
    assert ("dara mekvini", "birth_date", born) in facts
    assert ("dara mekvini", "occupation", "director") in facts
    assert not any(s == "dara mekvini" and r == "publication_year" for s, r, _ in facts)


def test_a_name_in_another_language_alone() -> None:
    facts = stated("Dara Mekvini (Georgian: დარა მეკვინი) was a Soviet film director. She directed Salt Road (1963).")
    assert ("salt road", "director", "dara mekvini") in facts


@pytest.mark.parametrize(
    "text",
    [
        "She wrote the book of memoirs “Glass and Milk” (Oslo, 1990).",
        "Her autobiography, Stille Vann (Quiet Waters), was published last year.",
        "In 2021 she made a programme for the platform “Nordvik”.",
        "Her work was shown at the retrospective “Shelf” and at the exhibition “White Nights”.",
        "She was on the jury of the festival of debuts “One Sixth”.",
        "A retrospective of seven of her films toured North America in 1991.",
        "\n\nMasterclass: Wednesday 23.03, 17:30, REX 2",
        "\n\n“Ida Holm”. Norwegian Film Center. Retrieved 4 February 2020.",
        "\n\nAwards And Honors: Silver Lion (1958) • Holm Medal (1964)",
    ],
)
def test_what_is_called_so_and_is_no_film(text: str) -> None:
    assert _films(LIFE + text) - {"ida holm"} == {"salt road", "cold tea", "long grass"}


def test_a_film_festival_behind_its_noun_still_shows_films() -> None:
    facts = stated("“Night Road” by Ida Holm was shown at the festival “One Sixth”.")
    assert ("night road", "screened_at", "one sixth") in facts


def test_fellow_students_are_no_pupils() -> None:
    facts = stated(
        "Ida Holm studied at the Bergen Film School. Among her fellow students was the cinematographer Emil Novak."
    )
    assert ("ida holm", "classmate_of", "emil novak") in facts
    assert not any(r == "student_of" for _, r, _ in facts)


def test_whoever_wrote_the_first_film_of_somebody() -> None:
    facts = stated("Emil Novak wrote the screenplay of Ida Holm's first film, the comedy “Salt Road” (2003).")
    assert {o for s, r, o in facts if r == "screenwriter"} == {"emil novak"}


def test_who_served_has_worked_on_the_film() -> None:
    facts = stated(
        "Ida Holm was an assistant director to Karl Muller for six years,"
        " working on, among other films, “Night Tide” (1951)."
    )
    assert {s for s, r, _ in facts if r == "worked_on"} == {"ida holm"}


def test_a_costume_designer_directs_nothing() -> None:
    facts = stated("Ada Holm is a costume designer whose credits include “The Quiet Ferry” (2006).")
    assert not any(r == "director" for _, r, _ in facts)


def test_a_label_without_a_sign_is_no_first_name() -> None:
    facts = stated(
        "LAMPFILM\n\nFILMS\n\nNIGHT ROAD\n2023 | creative documentary | 81' | Norway, Germany\n"
        "Directed by Ida Holm | After the novella by Karl Muller\nDoP Emil Novak | Cast Maria Weber, Jan Kral\n\n"
        "COLD TEA\n2018 | drama | 104' | Norway\nDirected by Jan Kral\n"
    )
    assert {o for s, r, o in facts if s == "night road" and r == "director"} == {"ida holm"}
    assert ("night road", "cinematographer", "emil novak") in facts
    assert ("cold tea", "director", "jan kral") in facts
