"""The library behind the look-ups: names, bound values, cards, paths, conflicts, comparisons, checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cinegraph.errors import AmbiguousNameError, InputError, NotFoundError
from cinegraph.model import Claim, Entity, EntityRef, EntityType, Evidence, Knowledge, Literal, Modality
from cinegraph.questions.cards import card
from cinegraph.questions.compare import compare
from cinegraph.questions.conflicts import find_conflicts
from cinegraph.questions.explain import explain
from cinegraph.questions.facts import facts_about
from cinegraph.questions.headers import parse_query, read_query
from cinegraph.questions.health import examine
from cinegraph.questions.library import load_queries, named_query, replace_values, term_of
from cinegraph.questions.names import find_entity
from cinegraph.questions.paths import UNCERTAIN, Paths, Wanted, find_paths
from cinegraph.questions.portraits import portraits
from cinegraph.questions.suggestions import next_commands
from cinegraph.questions.words import PHRASES
from cinegraph.relations import RELATIONS
from cinegraph.store import Store, open_store
from queries_fixture import MORE, WIDER, build_store

ORLOVA, LIND, LOMIDZE = "person/vera-orlova", "person/eva-lind", "person/nino-lomidze"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("questions") / "store", WIDER)


@pytest.fixture(scope="module")
def store(folder: Path) -> Iterator[Store]:
    with open_store(folder) as opened:
        yield opened


def test_every_relation_has_words() -> None:
    assert set(PHRASES) == set(RELATIONS)


def test_every_claim_comes_back_as_a_fact(store: Store) -> None:
    found = facts_about(store, [entity.id for entity in WIDER.entities])
    assert len(found) == len(WIDER.claims)
    expected = {(claim.subject, claim.predicate, len(claim.qualifiers)) for claim in WIDER.claims}
    assert {(fact.subject.id, fact.relation, len(fact.qualifiers)) for fact in found} == expected
    sentences = {
        (claim.subject, claim.predicate): len({(item.article, item.start) for item in claim.evidence})
        for claim in WIDER.claims
        if claim.predicate == "birth_date"
    }
    births = [fact for fact in found if fact.relation == "birth_date"]
    assert all(fact.sentences == sentences[(fact.subject.id, fact.relation)] for fact in births)


def test_every_claim_about_an_entity_is_on_its_card(store: Store) -> None:
    """Nothing that the graph holds of an entity is lost between the parts of a card."""
    for entity in WIDER.entities:
        made = card(store, entity.id)
        shown = {fact.iri for fact in made.facts}
        missing = {fact.iri for fact in facts_about(store, [entity.id])} - shown
        assert not missing, f"{entity.id} lacks {missing}"


def test_a_card_of_something_that_is_not_there(store: Store) -> None:
    with pytest.raises(NotFoundError):
        card(store, "film/nothing")


def test_credits_are_in_order_of_year(store: Store) -> None:
    sections = {section.key: section for section in card(store, ORLOVA).sections}
    assert [(entry.year, entry.name) for entry in sections["director"].entries] == [
        ("2012", "Quiet Ferry"),
        ("2016", "Winter Harbour"),
        ("2019", "Salt Road"),
        ("2022", "North Wind"),
    ]
    assert sections["students"].entries[0].name == "Eva Lind"
    assert sections["collaborators"].entries[0].detail == "2 films together: North Wind, Salt Road"


def test_one_prize_of_film_and_person_is_one_line(store: Store) -> None:
    won = next(section for section in card(store, "film/salt-road").sections if section.key == "won")
    lines = [entry for entry in won.entries if entry.name == "Un Certain Regard Best Director"]
    assert len(lines) == 1
    assert len(lines[0].facts) == 2
    assert "to Vera Orlova" in lines[0].detail


def test_names_are_found_or_refused_with_help(store: Store) -> None:
    assert find_entity(store, "lomidze nino").id == LOMIDZE
    assert find_entity(store, "Stone River", (EntityType.FILM,), year="1996").id == "film/stone-river-1996"
    with pytest.raises(AmbiguousNameError) as ambiguous:
        find_entity(store, "stone river")
    assert len(ambiguous.value.candidates) == 2
    with pytest.raises(NotFoundError) as unknown:
        find_entity(store, "Anton Belski", (EntityType.PERSON,))
    assert unknown.value.suggestions == ("Anton Belsky",)
    for empty in ("", "  ", "x" * 501):
        with pytest.raises(InputError):
            find_entity(store, empty)


def test_a_word_of_a_name_must_be_a_whole_word(store: Store) -> None:
    assert find_entity(store, "Lomidze").id == LOMIDZE
    with pytest.raises(NotFoundError):
        find_entity(store, "Lomi")


@given(st.text(max_size=60))
def test_a_text_value_survives_binding(text: str) -> None:
    from pyoxigraph import Literal
    from pyoxigraph import Store as Graph

    bound = replace_values("SELECT ?x WHERE { VALUES ?x { UNDEF } }", "x", [str(Literal(text))])
    (row,) = Graph().query(bound)  # type: ignore[misc]
    assert row["x"].value == text


def test_only_the_block_of_the_variable_is_bound() -> None:
    text = '# VALUES ?x { 1 }\nSELECT * { VALUES ?xy { 2 } BIND ("VALUES ?x { 3 }" AS ?s) values ?x { "}" <a#b> } }'
    bound = replace_values(text, "x", ["4"])
    assert bound == text.replace('values ?x { "}" <a#b> }', "VALUES ?x { 4 }")
    with pytest.raises(InputError):
        replace_values(text, "z", ["4"])


def test_values_are_of_their_type(store: Store) -> None:
    def term(kind: str, value: str) -> str:
        return term_of(parse_query("q", f"# title: T\n# param: x {kind} — what").parameters[0], value, store)

    assert term("entity:person", "орлова") == "<https://w3id.org/cinegraph/id/person/vera-orlova>"
    assert term("year", "2019") == '"2019"'
    assert term("number", "3").startswith('"3"^^')
    assert term("article", "cannes/report.md") == "<https://w3id.org/cinegraph/id/article/cannes%2Freport.md>"
    assert term("relation", "cast-member").endswith("#castMember>")
    with pytest.raises(NotFoundError):
        term("entity:film", "Orlova")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * {}",
        "# title: T\n# param: x\n",
        "# title: T\n# param: x colour — which\n",
        "# title: T\n# example: x\n",
        "# title: T\n# example: x=1\n",
    ],
)
def test_malformed_headers_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_query("q", text)


def test_a_description_may_go_on_over_lines() -> None:
    assert parse_query("q", "# title: T\n# description: one\n#   two\nSELECT * {}").description == "one two"


def test_a_folder_of_ones_own_joins_in(tmp_path: Path) -> None:
    (tmp_path / "mine.rq").write_text("# title: Mine\nASK {}", encoding="utf-8")
    (tmp_path / "film_titles.rq").write_text("# title: Other titles\nASK {}", encoding="utf-8")
    found = load_queries([tmp_path])
    assert found["mine"].title == "Mine"
    assert found["film_titles"].title == "Other titles"
    assert len(found) == len(load_queries()) + 1
    assert named_query("mine.rq", [tmp_path]).name == "mine"
    with pytest.raises(NotFoundError):
        named_query("mine")
    with pytest.raises(InputError):
        load_queries([tmp_path / "none"])
    (tmp_path / "Bad Name.rq").write_text("# title: T", encoding="utf-8")
    with pytest.raises(InputError):
        read_query(tmp_path / "Bad Name.rq")


def routes(found: Paths) -> list[list[str]]:
    return [[path.steps[0].start.id, *(step.end.id for step in path.steps)] for path in found.paths]


def test_the_shortest_way_comes_first(store: Store) -> None:
    found = find_paths(store, LIND, LOMIDZE, Wanted())
    assert routes(found)[0] == [LIND, ORLOVA, LOMIDZE]
    assert len(found.paths) == 3
    lengths = [len(path.steps) for path in found.paths]
    assert lengths == sorted(lengths)
    assert all(found.passages[step.facts[0].iri] for path in found.paths for step in path.steps)
    assert all(len(set(route)) == len(route) for route in routes(found)), "no way goes in a circle"


def test_relations_can_be_excluded_and_required(store: Store) -> None:
    without = find_paths(store, LIND, LOMIDZE, Wanted(without=["classmate_of"]))
    steps = [step for way in without.paths for step in way.steps]
    assert all("classmate_of" not in {fact.relation for fact in step.facts} for step in steps)
    through = find_paths(store, LIND, LOMIDZE, Wanted(through=["educated_at"], most=1))
    assert routes(through) == [[LIND, ORLOVA, "organization/harbour-film-school", LOMIDZE]]
    with pytest.raises(NotFoundError):
        find_paths(store, LIND, LOMIDZE, Wanted(without=["student_of"]))


def test_a_prize_ties_a_person_to_its_festival_and_its_work(store: Store) -> None:
    found = find_paths(store, ORLOVA, "festival/cannes-film-festival", Wanted(through=["won"], hops=1))
    (step,) = found.paths[0].steps
    assert (step.facts[0].relation, step.facts[0].text("festival")) == ("won", "Cannes Film Festival")
    with pytest.raises(InputError, match="both names mean"):
        find_paths(store, ORLOVA, ORLOVA, Wanted())


def test_only_certain_claims_connect_unless_told(store: Store) -> None:
    with pytest.raises(NotFoundError):
        find_paths(store, "film/the-last-ferry", ORLOVA, Wanted())
    found = find_paths(store, "film/the-last-ferry", ORLOVA, Wanted(statuses=UNCERTAIN))
    assert routes(found)[0][1] in ("place/tallinn", "person/marta-kowal")


def test_nothing_connects_what_is_too_far(store: Store) -> None:
    assert len(find_paths(store, LIND, "place/latvia", Wanted()).paths[0].steps) == 3
    with pytest.raises(NotFoundError):
        find_paths(store, LIND, "place/latvia", Wanted(hops=2))


def test_conflicts_stand_side_by_side(store: Store) -> None:
    found = find_conflicts(store)
    reasons = [each.reason for each in found.conflicts]
    assert reasons == [
        "another year is given for the same: 2019, 2018",
        "both asserted and denied",
        "asserted by one, denied by the other",
        "another birth place is given: Riga, Tallinn",
    ]
    assert all(found.passages[fact.iri] for each in found.conflicts for fact in each.facts)
    about = find_conflicts(store, "film/winter-harbour")
    assert [each.reason for each in about.conflicts] == ["asserted by one, denied by the other"]


def test_what_cannot_be_in_that_order_is_told(tmp_path: Path) -> None:

    evidence = WIDER.claims[0].evidence

    def claim(subject: str, relation: str, value: str, **qualifiers: str) -> Claim:
        to = EntityRef(value) if "/" in value else Literal(value)
        return Claim(subject, relation, to, tuple((key, Literal(text)) for key, text in qualifiers.items()), evidence)

    film = "film/north-wind"
    strange = (
        claim(film, "publication_year", "2022"),
        claim(film, "won", "award/golden-leopard", year="2019"),
        claim(film, "screened_at", "festival/locarno-film-festival", year="2021"),
        claim("film/glass-orchard", "publication_year", "2018"),
        claim("film/glass-orchard", "won", "award/golden-leopard", year="2017"),
        claim("film/quiet-ferry", "director", LOMIDZE),
        claim(LOMIDZE, "birth_date", "2010"),
    )
    with open_store(build_store(tmp_path / "s", replace(WIDER, claims=(*WIDER.claims, *strange)))) as store:
        found = [each for each in find_conflicts(store).conflicts if each.kind == "order"]
    assert sorted({(each.reason, each.facts[0].subject.id) for each in found}) == [
        ("a film before its director was ten years old", "film/glass-orchard"),
        ("a film before its director was ten years old", "film/quiet-ferry"),
        ("a prize before the film", film),
        ("a screening before the premiere", film),
    ]


def said_by(article: str, *claims: tuple[str, str, str, dict[str, str]]) -> list[Claim]:
    """Claims that one article asserts: subject, relation, object, qualifiers."""
    found = []
    for subject, relation, value, qualifiers in claims:
        evidence = Evidence(article, 0, 1, "x", Modality.ASSERTED, f"test.{subject}.{relation}.{value}")
        pairs = sorted({**qualifiers}.items())
        found.append(Claim(subject, relation, value_of(value), tuple((k, value_of(v)) for k, v in pairs), (evidence,)))
    return found


def value_of(text: str) -> EntityRef | Literal:
    return EntityRef(text) if "/" in text else Literal(text)


EARLY, LATE = "cannes/report.md", MORE
LOCARNO = {"year": "2023", "festival": "festival/locarno-film-festival"}


@pytest.mark.parametrize(
    ("claims", "wanted"),
    [
        (
            [*said_by(EARLY, ("film/quiet-ferry", "composer", "person/ines-duarte", {})),
             *said_by(LATE, ("film/quiet-ferry", "composer", "person/eva-lind", {}))],
            {("difference", "credit", "another composer is named: Eva Lind, Ines Duarte")},
        ),
        (
            # One article names both: they shared it.
            [*said_by(EARLY, ("film/quiet-ferry", "composer", "person/ines-duarte", {})),
             *said_by(LATE, ("film/quiet-ferry", "composer", "person/ines-duarte", {}),
                      ("film/quiet-ferry", "composer", "person/eva-lind", {}))],
            set(),
        ),
        (
            [*said_by(EARLY, ("film/quiet-ferry", "won", "award/golden-leopard", LOCARNO)),
             *said_by(LATE, ("film/salt-road", "won", "award/golden-leopard", LOCARNO))],
            {("difference", "prize", "the same prize is given to another: Quiet Ferry, Salt Road")},
        ),
        (
            # A film's prize and its director's for it are one.
            [*said_by(EARLY, ("film/quiet-ferry", "won", "award/golden-leopard", LOCARNO)),
             *said_by(LATE, ("person/vera-orlova", "won", "award/golden-leopard",
                             {**LOCARNO, "for_work": "film/quiet-ferry"}))],
            set(),
        ),
        (
            said_by(LATE, ("film/quiet-ferry", "screened_at", "festival/locarno-film-festival", {"year": "2009"})),
            {("order", "premiere", "a screening before the film")},
        ),
        (
            said_by(LATE, ("film/quiet-ferry", "production_status", "filming", {})),
            {("order", "production", "finished before it was begun: filming in 2023, out in 2012")},
        ),
        (said_by(LATE, ("film/quiet-ferry", "production_status", "completed", {})), set()),
    ],
)  # fmt: skip
def test_differences_and_orders_are_found_where_they_are_some(
    tmp_path: Path, claims: list[Claim], wanted: set[tuple[str, str, str]]
) -> None:
    merged: dict[object, Claim] = {}
    for claim in claims:
        known = merged.get(claim.key)
        merged[claim.key] = claim if known is None else replace(claim, evidence=(*known.evidence, *claim.evidence))
    knowledge = replace(WIDER, claims=(*WIDER.claims, *merged.values()))
    with open_store(build_store(tmp_path / "s", knowledge)) as opened:
        found = find_conflicts(opened, "film/quiet-ferry", ("order", "difference"))
    assert {(each.kind, each.topic, each.reason) for each in found.conflicts} == wanted
    assert all(fact.articles for each in found.conflicts for fact in each.facts)


def test_two_cards_side_by_side(store: Store) -> None:
    rows = {row[0]: row[1:] for row in compare(card(store, "film/salt-road"), card(store, "film/north-wind")).rows}
    assert rows["Credits: Director"] == ("Vera Orlova", "Vera Orlova", "Vera Orlova")
    assert rows["Film: Country"] == ("Latvia", None, None)
    assert rows["Festivals and release"][2] == "Cannes Film Festival"


def test_an_explanation_can_be_narrowed(store: Store) -> None:
    everything = explain(store, "Salt Road")
    director = explain(store, "Salt Road", "director", "Orlova")
    assert {fact.relation for fact in director.facts} == {"director"}
    assert len(everything.facts) > len(director.facts) == 2
    year = explain(store, "Salt Road", "publication-year", "2019")
    assert [fact.object for fact in year.facts] == ["2019"]
    with pytest.raises(InputError):
        explain(store, "Salt Road", "loved")


def test_the_next_commands_are_a_look_up_a_query_and_a_view(store: Store) -> None:
    lookup, query, view = next_commands(store, "cinegraph", "graph.html")
    assert lookup == "cinegraph person 'Vera Orlova'"
    assert query.startswith("cinegraph query -e 'SELECT ?film ?award")
    assert view == "cinegraph view 'Vera Orlova' -o graph.html"


def test_a_sound_installation_and_store_are_found_sound(folder: Path, tmp_path: Path) -> None:
    assert {check.what for check in examine(folder) if check.state != "good"} == set()
    assert [check.state for check in examine(tmp_path / "none") if check.what == "store"] == ["warning"]
    (tmp_path / "file").write_text("x")
    bad = [check for check in examine(tmp_path / "file") if check.state == "bad"]
    assert [check.what for check in bad] == ["store"]
    assert bad[0].remedy


def test_an_award_says_who_confers_it_and_a_festival_who_runs_its_sections(store: Store) -> None:
    leopard = {section.key: section for section in card(store, "award/golden-leopard").sections}["award"].entries
    assert [(each.term, each.name, each.detail) for each in leopard] == [
        ("Conferred by", "Locarno Film Festival", "known from the lexicon")
    ]
    # An article says so, and is what counts.
    fipresci = {section.key: section for section in card(store, "award/fipresci-prize").sections}["award"].entries
    assert [(each.name, each.detail, len(each.facts)) for each in fipresci] == [("FIPRESCI", "", 1)]
    cannes = {section.key: section for section in card(store, "festival/cannes-film-festival").sections}["festival"]
    assert {each.name: each.detail for each in cannes.entries}["Un Certain Regard"] == "run by Somebody Else"


def test_a_line_up_tells_a_film_once_and_what_was_new(tmp_path: Path) -> None:
    locarno, section = "festival/locarno-film-festival", {"section": "section/piazza-grande"}
    told = [
        *said_by(EARLY, ("film/quiet-ferry", "premiered_at", locarno, {"year": "2023"})),
        *said_by(LATE, ("film/quiet-ferry", "screened_at", locarno, {"year": "2023", **section})),
        *said_by(LATE, ("film/north-wind", "screened_at", locarno, {"year": "2023", **section})),
    ]
    with open_store(build_store(tmp_path / "s", replace(WIDER, claims=(*WIDER.claims, *told)))) as store:
        edition = {each.key: each for each in card(store, locarno).sections}["edition-2023"]
    shown = {(each.name, each.term): (each.detail, len(each.facts)) for each in edition.entries if "In" in each.term}
    assert shown == {
        ("Quiet Ferry", "In Piazza Grande"): ("by Vera Orlova · premiere", 2),
        ("North Wind", "In Piazza Grande"): ("by Vera Orlova", 1),
    }
    assert "Shown" not in {each.term for each in edition.entries}


def test_a_prize_said_of_the_film_and_of_its_director_is_told_once(tmp_path: Path) -> None:
    award = "award/golden-leopard"
    told = [
        *said_by(EARLY, ("film/quiet-ferry", "director", LOMIDZE, {})),
        *said_by(EARLY, ("film/quiet-ferry", "won", award, LOCARNO)),
        *said_by(LATE, (LOMIDZE, "won", award, {"year": LOCARNO["year"]})),
        *said_by(LATE, (LOMIDZE, "won", award, {"year": "1999"})),
    ]
    with open_store(build_store(tmp_path / "s", replace(WIDER, claims=(*WIDER.claims, *told)))) as store:
        winners = {each.key: each for each in card(store, award).sections}["won"].entries
    lines = [(each.year, each.name, len(each.facts)) for each in winners if each.year in ("2023", "1999")]
    # What cannot be meant of the same year stays apart.
    assert lines == [("1999", "Nino Lomidze", 1), ("2023", "Quiet Ferry", 2)]


def test_festivals_prizes_and_people_of_one_name_are_told_apart(tmp_path: Path) -> None:
    twins = (
        Entity("festival/harbour-1", EntityType.FESTIVAL, "Harbour Fest", ("Harbour Fest",)),
        Entity("festival/harbour-2", EntityType.FESTIVAL, "Harbour Fest", ("Harbour Fest",)),
        Entity("award/oar-1", EntityType.AWARD, "Golden Oar", ("Golden Oar",)),
        Entity("award/oar-2", EntityType.AWARD, "Golden Oar", ("Golden Oar",)),
        Entity("person/ada-berg-1", EntityType.PERSON, "Ada Berg", ("Ada Berg",)),
        Entity("person/ada-berg-2", EntityType.PERSON, "Ada Berg", ("Ada Berg",)),
    )
    told = [
        *said_by(EARLY, ("film/quiet-ferry", "screened_at", "festival/harbour-1", {"year": "2001"})),
        *said_by(EARLY, ("film/north-wind", "screened_at", "festival/harbour-1", {"year": "2004"})),
        *said_by(EARLY, ("film/quiet-ferry", "screened_at", "festival/harbour-2", {"year": "2011"})),
        *said_by(EARLY, ("film/quiet-ferry", "won", "award/oar-1", {"year": "2001"})),
        *said_by(EARLY, ("film/north-wind", "won", "award/oar-2", {"year": "2004"})),
        *said_by(EARLY, ("film/quiet-ferry", "composer", "person/ada-berg-1", {})),
        *said_by(LATE, ("film/quiet-ferry", "composer", "person/ada-berg-2", {})),
    ]
    knowledge = replace(WIDER, entities=(*WIDER.entities, *twins), claims=(*WIDER.claims, *told))
    with open_store(build_store(tmp_path / "s", knowledge)) as store:
        festivals = portraits(store, ["festival/harbour-1", "festival/harbour-2"])
        awards = portraits(store, ["award/oar-1", "award/oar-2"])
        people = portraits(store, ["person/ada-berg-1", "person/ada-berg-2"])
        reasons = {each.reason for each in find_conflicts(store).conflicts}
    assert [each.what for each in festivals.values()] == ["festival; 2001–2004", "festival; 2011"]
    assert [each.what for each in awards.values()] == ["award; won by Quiet Ferry", "award; won by North Wind"]
    # Nothing but the articles tells these apart.
    assert len({each.line for each in people.values()}) == 2
    told_apart = {"Ada Berg (person/ada-berg-1)", "Ada Berg (person/ada-berg-2)"}
    assert told_apart in [set(each.removeprefix("another composer is named: ").split(", ")) for each in reasons]


def test_no_way_is_told_with_how_far_was_looked(store: Store) -> None:
    with pytest.raises(NotFoundError, match=r"within one step$"):
        find_paths(store, ORLOVA, "organization/harbour-tv", Wanted(hops=1))
    with pytest.raises(NotFoundError, match=r"within 2 steps of that kind$"):
        find_paths(store, ORLOVA, "organization/harbour-tv", Wanted(hops=2, without=["won"], through=["student_of"]))


def many_editions(*years: tuple[str, int], offices: Sequence[str] = ()) -> Knowledge:
    """The film world, and a festival that showed so many films in each of these years, or in none that is told.

    :param offices: the years in whose May somebody took an office there: what is dated so belongs to no edition
    """
    fair = Entity("festival/harbour", EntityType.FESTIVAL, "Harbour Fest", ("Harbour Fest",))
    films = [
        Entity(f"film/f-{year}-{number}", EntityType.FILM, f"F {year} {number}", (f"F {year} {number}",))
        for year, count in years
        for number in range(count)
    ]
    dated = [(each.id, year) for each in films for year in [each.label.split()[1]]]
    shown = [(film, "screened_at", fair.id, {"year": year} if year.isdigit() else {}) for film, year in dated]
    held = [(ORLOVA, "festival_role", fair.id, {"year": f"{year}-05", "role": f"head {year}"}) for year in offices]
    told = said_by(EARLY, *shown, *held, (fair.id, "located_in", "place/latvia", {}))
    return replace(WIDER, entities=(*WIDER.entities, fair, *films), claims=(*WIDER.claims, *told))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    counts=st.lists(st.integers(1, 3), min_size=1, max_size=5),
    undated=st.integers(0, 2),
    offices=st.sets(st.integers(1999, 2006)),
    most=st.integers(1, 12),
)
def test_of_many_editions_the_latest_are_told_just_as_on_the_whole_card(
    tmp_path_factory: pytest.TempPathFactory, counts: list[int], undated: int, offices: set[int], most: int
) -> None:
    shown = {str(2000 + number): count for number, count in enumerate(counts)}
    held = sorted(map(str, offices))
    knowledge = many_editions(*shown.items(), ("undated", undated), offices=held)
    with open_store(build_store(tmp_path_factory.mktemp("editions") / "s", knowledge)) as store:
        whole, part = card(store, "festival/harbour"), card(store, "festival/harbour", most=most)
    told = {section.key for section in part.sections}
    assert part.sections == tuple(section for section in whole.sections if section.key in told)
    assert part.line == whole.line
    left = [section.title for section in whole.sections if section.key not in told]
    assert list(part.earlier) == left
    assert "edition-undated" in told or not undated
    # The latest edition is told whatever its size; no further one that does not fit.
    years = sorted({*shown, *held}, reverse=True)
    size = {year: shown.get(year, 0) + held.count(year) for year in years}
    kept = years[: len(years) - len(left)]
    assert kept + left == years
    assert len(kept) == 1 or sum(map(size.__getitem__, kept)) <= most
    assert not left or sum(map(size.__getitem__, kept)) + size[left[0]] > most
