"""Who and what pronouns, descriptions and left-out subjects stand for."""

from __future__ import annotations

import pytest

from cinegraph.extract.pointing_words import WORDS
from extracted import extraction_of, pairs, said


def test_a_pronoun_is_the_nearest_subject_that_fits() -> None:
    text = "Ada Doe was born in Oslo. She studied at FAMU. Anna Poe met Peter Roe. He lives in Rome."
    assert pairs(text, "educated_at") == {("Ada Doe", "FAMU")}
    assert pairs(text, "residence") == {("Peter Roe", "Rome")}


def test_a_person_on_a_preposition_is_not_whom_the_next_sentence_is_about() -> None:
    text = "Anna Doe wrote a book with Maria Poe. She lives in Rome."
    assert pairs(text, "residence") == {("Anna Doe", "Rome")}


def test_who_does_it_is_not_whom_it_is_done_to() -> None:
    text = "Peter Doe came to Prague. Boris Roe taught him."
    assert pairs(text, "student_of") == {("Peter Doe", "Boris Roe")}


def test_an_opening_possessive_waits_for_its_subject() -> None:
    text = "After her studies at FAMU, Anna Doe moved to Rome."
    assert pairs(text, "educated_at") == {("Anna Doe", "FAMU")}


def test_what_an_apposition_says_of_somebody_is_not_that_ones_own() -> None:
    text = "Anna Doe left Russia together with Peter Roe, her husband."
    assert {frozenset(pair) for pair in pairs(text, "partner_of")} == {frozenset({"Anna Doe", "Peter Roe"})}


def test_the_noun_beside_a_name_tells_a_man_from_a_woman() -> None:
    text = "Anna Doe came with her husband, Q. Roe. He lives in Rome."
    assert ("Anna Doe", "Rome") not in pairs(text, "residence")


def test_the_film_is_the_one_the_sentence_before_begins_with() -> None:
    text = "“Night Bus”, her debut, is a film by Anna Doe. The film was shot by Peter Roe. It was edited by Boris Poe."
    assert pairs(text, "cinematographer") == {("Night Bus", "Peter Roe")}
    assert pairs(text, "editor") == {("Night Bus", "Boris Poe")}


def test_its_is_no_film_where_a_company_acts() -> None:
    text = "Anna Doe directed the film “Night Bus”. Netflix hired Peter Roe for its series “The Well”."
    assert ("Peter Roe", "Night Bus") not in pairs(text, "worked_on")


def test_the_duo_are_the_two_named_together() -> None:
    text = "Anna Doe and Peter Roe met at FAMU. The duo live in Rome. Both teach at Columbia University."
    assert pairs(text, "residence") == {("Anna Doe", "Rome"), ("Peter Roe", "Rome")}
    assert pairs(text, "taught_at") == {("Anna Doe", "Columbia University"), ("Peter Roe", "Columbia University")}


def test_the_former_and_the_latter() -> None:
    text = "Anna Doe and Peter Roe studied at FAMU. The former lives in Rome; the latter moved to Oslo."
    assert pairs(text, "residence") == {("Anna Doe", "Rome"), ("Peter Roe", "Oslo")}


def test_the_latter_of_two_films_side_by_side() -> None:
    text = "Anna Doe, a pupil of Peter Roe, has made “Salt” (2012) and “My Hands” (2015). "
    text += "The latter won the Golden Bear."
    assert {(each[0], each[2]) for each in said(text, "won")} == {("My Hands", "Golden Bear")}


def test_there_is_the_festival_that_the_sentence_names() -> None:
    text = "The season begins in Locarno. "
    text += "Her film “Dust” was shown in Rotterdam in 2016 and won the FIPRESCI prize there."
    assert {each[2] for each in said(text, "screened_at")} == {"International Film Festival Rotterdam"}


def test_there_is_the_school_where_it_is_about_studies() -> None:
    text = "Anna Doe went to FAMU in Prague. She studied directing there."
    assert pairs(text, "educated_at") == {("Anna Doe", "FAMU")}


@pytest.mark.parametrize("note", ["Studied at FAMU.", "Graduated from FAMU in 1990."])
def test_a_note_may_leave_its_subject_out(note: str) -> None:
    assert pairs(f"Anna Doe is a director. {note}", "educated_at") == {("Anna Doe", "FAMU")}


def test_a_participle_is_no_note() -> None:
    text = "Anna Doe is a director. Born in Oslo, Peter Roe shot the film."
    assert pairs(text, "birth_place") == {("Peter Roe", "Oslo")}


def test_what_a_father_did_his_daughter_did_not() -> None:
    assert not said("Anna Doe's father studied at FAMU.", "educated_at")
    assert not said("Anna Doe, whose mother was born in Oslo, made a film.", "birth_place")


INTERVIEW = """An evening with two directors

Vera Lind: Where do you live, Anna?

Anna Doe: I live in Rome. We met at FAMU.

Vera Lind: And you, Peter?

Peter Roe: I moved to Oslo. Boris Poe taught me.

VL: Do you work together?

AD: We always work separately.

PR: I was born in Bergen.
"""


def test_who_answers_says_i_in_every_turn_by_name_or_initials() -> None:
    assert pairs(INTERVIEW, "residence") == {("Anna Doe", "Rome"), ("Peter Roe", "Oslo")}
    assert pairs(INTERVIEW, "student_of") == {("Peter Roe", "Boris Poe")}
    assert pairs(INTERVIEW, "birth_place") == {("Peter Roe", "Bergen")}


def test_two_who_answer_say_we_of_both() -> None:
    assert {frozenset(pair) for pair in pairs(INTERVIEW, "classmate_of")} == {frozenset({"Anna Doe", "Peter Roe"})}
    assert {claim[3] for claim in said(INTERVIEW, "collaborated_with")} == {"negated"}


def test_who_is_quoted_says_i_between_the_marks() -> None:
    text = "Anna Doe met the press. “It was cold and long and I grew up in Oslo,” recalled Peter Roe."
    assert {(s, o) for s, _, o, _ in said(text, "residence")} <= {("Peter Roe", "Oslo")}


def test_every_pronoun_that_was_resolved_says_how() -> None:
    steps = {
        step
        for c in extraction_of("Anna Doe came. She studied at FAMU.").claims
        for e in c.evidence
        for step in e.steps
    }
    assert any("Anna Doe" in step and "she" in step for step in steps)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("she said", "she"),
        ("taught her.", "hers"),
        ("her film", "her"),
        ("the latter won", "latter"),
        ("the duo won", "duo"),
        ("the film won", "film"),
        ("the film school won", "school"),
    ],
)
def test_words_that_point(text: str, kind: str) -> None:
    match = WORDS.search(text)
    assert match is not None
    assert match.lastgroup == kind


def test_a_film_named_only_later_is_not_what_it_means() -> None:
    text = "The university did something unexpected. It asked a director to open a course. Ada Doe made “Night Bus”."
    assert pairs(text, "director") == {("Night Bus", "Ada Doe")}
    text = "It opened in 2010. The director was Jane Roe. Later Ada Doe made “Night Bus”, and Ben Poe made “Red Snow”."
    assert ("Night Bus", "Jane Roe") not in pairs(text, "director")
    assert ("Red Snow", "Jane Roe") not in pairs(text, "director")


@pytest.mark.parametrize(
    "title",
    [
        "Ada Doe: the promise",
        "Interview with Ada Doe",
        "A conversation with the director Ada Doe",
        "Ada Doe on lamps and rain",
    ],
)
def test_whom_only_the_title_names_is_who_answers(title: str) -> None:
    text = (
        f"# {title}\n\nWe spoke in a hotel lobby, over a long coffee.\n\n"
        "**When did it begin?**\n\nI was born in Oslo, a long way from any river.\n\n"
        "**And the film school?**\n\nI studied at FAMU. Nobody was waiting for me.\n"
    )
    extraction = extraction_of(text, ".md")
    labels = {entity.id: entity.label for entity in extraction.entities}
    born = {labels[claim.subject] for claim in extraction.claims if claim.predicate == "birth_place"}
    assert born == {"Ada Doe"}


@pytest.mark.parametrize(
    "said_of_nothing",
    [
        "It was in Rome that she met Carl Poe, who won the Golden Lion.",
        "It was Carl Poe who won the Golden Lion.",
        "It is true that the Golden Lion was not won.",
    ],
)
def test_an_it_that_stands_for_nothing_is_no_film(said_of_nothing: str) -> None:
    text = f"Ada Doe was born in Oslo. Doe made her first film, Night Bus, in 1990. {said_of_nothing}"
    assert not any(relation == "won" and subject == "Night Bus" for subject, relation, _, _ in said(text))


def test_an_it_beside_that_year_is_still_the_film() -> None:
    text = (
        "Ada Doe made her first film, Night Bus, in 1990. It was in competition at the Venice Film Festival that year."
    )
    assert ("Night Bus", "Venice International Film Festival") in pairs(text, "screened_at")


@pytest.mark.parametrize(
    "described",
    ["the new film by Ben Roe", "the latest film from the Norwegian director Ben Roe", "the new picture by Ben Roe"],
)
def test_a_film_by_somebody_is_none_that_was_named(described: str) -> None:
    text = f"Night Bus is a film by Ada Doe. Contrary to reports, {described} is not part of the selection."
    assert ("Night Bus", "Ben Roe") not in pairs(text, "director")


def test_they_are_the_only_two_of_the_sentence_before() -> None:
    text = "Anna Doe had no use for clouds. In Rome she met Peter Roe. They studied at FAMU."
    assert pairs(text, "educated_at") == {("Anna Doe", "FAMU"), ("Peter Roe", "FAMU")}


def _talk(*turns: str) -> str:
    """An interview with Ada Doe of questions and answers in turn."""
    marked = "\n\n".join(f"**{turn}**" if index % 2 == 0 else turn for index, turn in enumerate(turns))
    opening = "# Ada Doe: the promise\n\nWe spoke in a hotel lobby.\n\n**Who are you?**\n\nNobody."
    return f"{opening}\n\n{marked}\n\n**What comes next?**\n\nI do not know.\n"


@pytest.mark.parametrize(
    "aside",
    [
        "Ben Roe had been our baker in “Grey Water” and did not speak for half a year.",
        "Ben Roe, who was seen in “Grey Water”, came back with his small dog.",
        "I had no money, as on “Grey Water”.",
    ],
)
def test_an_answer_goes_on_about_the_film_it_was_asked_about(aside: str) -> None:
    answer = f"Yes. {aside} It won the Golden Lion in Venice in 2016."
    text = _talk("Your film “Night Bus” turned the story around.", answer)
    extraction = extraction_of(text, ".md")
    labels = {entity.id: entity.label for entity in extraction.entities}
    won = {labels[claim.subject] for claim in extraction.claims if claim.predicate == "won"}
    assert "Night Bus" in won
    assert "Grey Water" not in won


def test_an_answer_may_pass_on_to_another_film() -> None:
    text = _talk(
        "Your film “Night Bus” turned the story around.",
        "Yes. After that I made “Grey Water”. It won the Golden Lion in Venice in 2016.",
    )
    extraction = extraction_of(text, ".md")
    labels = {entity.id: entity.label for entity in extraction.entities}
    assert "Grey Water" in {labels[c.subject] for c in extraction.claims if c.predicate == "won"}


def test_a_question_states_what_stands_before_what_it_asks() -> None:
    text = _talk("Your film “Night Bus” won the Golden Lion in Venice in 2016: how did it begin?", "In a drawer.")
    extraction = extraction_of(text, ".md")
    assert any(claim.predicate == "won" for claim in extraction.claims)


@pytest.mark.parametrize(
    "question",
    [
        "Did “Night Bus” win the Golden Lion in Venice in 2016?",
        "Is it true, and do you mind, that “Night Bus” won the Golden Lion in Venice in 2016?",
        "When “Night Bus” won the Golden Lion in Venice, where were you: was it far?",
    ],
)
def test_a_mere_question_states_nothing(question: str) -> None:
    extraction = extraction_of(_talk(question, "I do not remember."), ".md")
    assert not any(claim.predicate == "won" for claim in extraction.claims)


@pytest.mark.parametrize("trait", ["The Georgian", "The 64-year-old"])
def test_a_trait_before_a_verb_is_the_person_spoken_of(trait: str) -> None:
    text = f"Ada Doe, a Georgian director, won the Golden Lion in Venice. {trait} studied at FAMU."
    assert pairs(text, "educated_at") == {("Ada Doe", "FAMU")}


def test_a_part_of_years_before_is_an_aside() -> None:
    text = (
        "Night Bus is a film by Ada Doe. Two years before, in Ben Roe's “Grey Water”, its star had been a maid. "
        "The film won the Golden Lion in Venice."
    )
    assert {subject for subject, _, _, _ in said(text, "won")} == {"Night Bus"}


@pytest.mark.parametrize("plan", ["If it works we will shoot in Oslo.", "We'll shoot in Oslo if the money comes."])
def test_a_plan_on_a_condition_belongs_to_no_film_named_before(plan: str) -> None:
    text = f"**Night Bus**\n\nAda Doe's film “Night Bus” opened in Venice. “{plan}”, said Doe."
    assert not said(text, "filming_location")


@pytest.mark.parametrize("trades", ["actor and director", "actor, writer and director", "actor-director"])
def test_several_trades_before_a_name_describe_it(trades: str) -> None:
    text = f"Karim Roe is a Danish actor. The Danish {trades} Peter Doe lives in Rome."
    assert pairs(text, "residence") == {("Peter Doe", "Rome")}


def test_it_is_no_film_that_a_relative_clause_names_beside() -> None:
    text = (
        "“The Past Tense” is a film about a divorce. Ada Doe, whose film “A Parting” won a prize in 2012, "
        "shot it in Paris."
    )
    assert ("A Parting", "Paris") not in pairs(text, "filming_location")


def test_she_who_plays_is_the_actress_spoken_of_also_in_a_directors_profile() -> None:
    text = (
        "The patience of Ada Doe\n\nAda Doe is a director. She was born in Riga. Her new film is called “Night Bus”. "
        "Lead actress Mia Lind, whom Doe found in a theatre, had never stood before a camera. "
        "She plays Hanna, a miller's daughter.\n"
    )
    assert pairs(text, "cast_member") == {("Night Bus", "Mia Lind")}


def test_hers_is_not_whose_teacher_he_was() -> None:
    text = "Ada Doe enrolled at VGIK in 1963, where Ben Roe was her teacher."
    assert pairs(text, "student_of") == {("Ada Doe", "Ben Roe")}


def test_what_somebody_is_known_for_is_not_the_project() -> None:
    text = "Director Ada Doe, best known for “Night Bus” (2014), has left the project, which Mia Lind will direct."
    assert ("Night Bus", "director", "Mia Lind", "planned") not in said(text)
    assert ("Night Bus", "Ada Doe") in pairs(text, "director")


@pytest.mark.parametrize("owner", ["Ida Voss'", "Ida Voss's"])
def test_a_possessive_of_a_name_in_s_is_read_alike(owner: str) -> None:
    text = f"“Night Bus” was edited by {owner} husband, Ben Roe."
    assert pairs(text, "editor") == {("Night Bus", "Ben Roe")}
