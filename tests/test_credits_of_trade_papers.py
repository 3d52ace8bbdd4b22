"""Credits as trade papers printed them: companies in a sentence, commas behind labels; nations side by side."""

from __future__ import annotations

import pytest

from extracted import stated

REVIEW = """The Salt Clerk
Le commis
(France-Belgium)

By JANE POE

A Lumen Films (in France) release of a Les Films du Lac presentation and production, \
in co-production with Vega Film. \
(International sales: Blue Door, Paris.) Produced by Marc Hale. Co-producers, Joseph Holm, Claude Berg.
Directed by Solveig Weber. Screenplay, Weber, Thierry Roe, based on the novel "Tare" by Luc Vale.

With: Mathilde Ost, Bruno Lind.
(French, Arabic dialogue)

A cooperative proves fertile ground for suspense in "The Salt Clerk," by French helmer Solveig Weber.

Camera (color, widescreen), Agnes Poe; editor, Pauline Hart; music, Jordi Cross; \
production designer, Ivan Rowe. Running time: 102 MIN.
"""
FILM = "salt clerk"


@pytest.mark.parametrize(
    ("relation", "value"),
    [
        ("distributor", "lumen films"),
        ("production_company", "les films du lac"),
        ("production_company", "vega film"),
        ("producer", "claude berg"),
        ("screenwriter", "thierry roe"),
        ("screenwriter", "solveig weber"),
        ("based_on", "tare"),
        ("cast_member", "mathilde ost"),
        ("cinematographer", "agnes poe"),
        ("editor", "pauline hart"),
        ("composer", "jordi cross"),
        ("country", "belgium"),
    ],
)
def test_credits_with_commas_behind_their_labels_are_read(relation: str, value: str) -> None:
    assert (FILM, relation, value) in stated(REVIEW)


def test_of_two_titles_the_film_has_the_one_by_which_the_review_calls_it() -> None:
    made = {subject for subject, relation, _ in stated(REVIEW) if relation in ("director", "editor", "producer")}
    assert made == {FILM}


def test_a_label_of_two_crafts_has_a_comma_of_its_own() -> None:
    text = "Night Bus\nNorway 2016, 80 min\n\nDirector: Ada Weber\nCinematographer, Editor: Ida Holm\nMusic: Tom Hale\n"
    facts = stated(text)
    assert {("night bus", "cinematographer", "ida holm"), ("night bus", "editor", "ida holm")} <= facts


@pytest.mark.parametrize(
    ("said", "nations"),
    [
        ("“Night Bus” (2012), a Greek-French-German co-production, was shown.", {"greece", "france", "germany"}),
        ("“Night Bus”, a Franco-Belgian drama by Ada Weber, opens in May.", {"france", "belgium"}),
        ("Ada Weber's Greek-French drama “Night Bus” opens in May.", {"greece", "france"}),
        ("“Night Bus” is a Danish/Swedish thriller.", {"denmark", "sweden"}),
        ("“Night Bus” opens in May. The Danish critics liked it.", set()),
    ],
)
def test_each_of_several_nations_is_a_country_of_the_film(said: str, nations: set[str]) -> None:
    assert {value for film, relation, value in stated(said) if relation == "country" and film == "night bus"} == nations


def test_nations_side_by_side_are_no_film_and_a_director_has_both() -> None:
    facts = stated("Ada Weber shoots “Night Bus”. The Greek/French/German coproduction is filming in Oslo.")
    assert not any("coproduction" in subject for subject, _, _ in facts)
    of_both = stated("The Greek-French director Ada Weber lives in Oslo.")
    assert {value for _, relation, value in of_both if relation == "nationality"} == {"Greek", "French"}
