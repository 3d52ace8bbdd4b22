"""What holds of resolution whatever the articles say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cinegraph.model import EntityRef, EntityType, Extraction, Knowledge, Literal, Modality
from cinegraph.resolve import Decision, decisions_from_json, decisions_to_json, resolve
from resolve_articles import AWARD, FESTIVAL, LEXICON, PERSON, Article

# Few names that are alike in many ways, so that merges, conflicts and doubts of every kind come together.
PEOPLE = ["Andrei Tarkovsky", "Andrey Tarkovskiy", "A. Tarkovsky", "Tarkovsky", "ANDREI TARKOVSKY", "Андрей Тарковский",
          "Arseny Tarkovsky", "Tarkovsky Andrei", "Andrei Tarkovski Jr.", "Andrei Tarkovsk", "Joel Coen", "Ethan Coen",
          "Coen", "Joel David Coen", "!!!"]  # fmt: skip
TITLES = ["Solaris", "SOLARIS", "Солярис", "Solyaris", "The Mirror", "Mirror", "A Mirror", "Zerkalo", "Untitled", "?"]
PRIZES = ["Palme d'Or", "Best Director", "Grand Prix", "Golden Duke"]
FESTIVALS = ["Cannes", "Venice", "Film Festival"]

claims = st.tuples(
    st.sampled_from(["director", "cast_member", "publication_year", "won", "student_of", "birth_date", "premiered_at",
                     "based_on", "collaborated_with"]),
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from(["1972", "1973", "2002"]),
    st.sampled_from([Modality.ASSERTED, Modality.ASSERTED, Modality.HEDGED, Modality.NEGATED]),
)  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> list[Extraction]:
    """A few articles, each with a few people, films, prizes and festivals and random claims between them."""
    return [written(draw, f"{number}.txt") for number in range(draw(st.integers(1, 5)))]


def written(draw: st.DrawFn, name: str) -> Extraction:
    article = Article(name)
    genders = st.sampled_from([None, None, "male", "female"])
    names = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2, unique=True)
    titles = st.lists(st.sampled_from(TITLES), min_size=1, max_size=2, unique=True)
    people = [article.person(*draw(names), gender=draw(genders)) for _ in range(draw(st.integers(0, 3)))]
    films = [article.film(*draw(titles)) for _ in range(draw(st.integers(0, 2)))]
    lexicon = draw(st.sampled_from([None, "festival/cannes-film-festival"]))
    festivals = [article.add(FESTIVAL, draw(st.sampled_from(FESTIVALS)), lexicon=lexicon)]
    prizes = [article.add(AWARD, draw(st.sampled_from(PRIZES)))]
    for claim in draw(st.lists(claims, max_size=6)):
        tell(article, claim, people, films, festivals, prizes)
    return article.extraction()


def tell(
    article: Article,
    claim: tuple[str, int, int, str, Modality],
    people: list[str],
    films: list[str],
    festivals: list[str],
    prizes: list[str],
) -> None:
    relation, left, right, year, modality = claim
    subjects = people if relation in ("student_of", "birth_date", "collaborated_with") else films
    objects = {"won": prizes, "premiered_at": festivals, "based_on": films}.get(relation, people)
    if not subjects or not objects:
        return
    subject, target = subjects[left % len(subjects)], objects[right % len(objects)]
    if relation in ("publication_year", "birth_date"):
        article.say(subject, relation, Literal(year), modality)
    elif relation == "won":
        article.say(subject, relation, target, modality, year=Literal(year), festival=festivals[0])
    elif subject != target:
        qualifiers = {"year": Literal(year)} if relation == "premiered_at" else {}
        article.say(subject, relation, target, modality, **qualifiers)


decisions = st.lists(
    st.builds(
        lambda kind, left, right, article, when: Decision(kind, left, PERSON, right, PERSON, article, when=when),
        st.sampled_from(["same", "different"]),
        st.sampled_from(PEOPLE),
        st.sampled_from(PEOPLE),
        st.sampled_from(["0.txt", "1.txt"]),
        st.sampled_from(["1", "2"]),
    ),
    max_size=3,
)


def resolved(extractions: list[Extraction], taken: list[Decision] | None = None) -> Knowledge:
    return resolve(extractions, taken or (), LEXICON)


@settings(max_examples=120, deadline=None)
@given(articles(), decisions, st.data())
def test_the_order_of_articles_does_not_matter(
    extractions: list[Extraction], taken: list[Decision], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(extractions))
    assert resolved(extractions, taken) == resolved(shuffled, decisions_from_json(decisions_to_json(taken))[::-1])


@settings(max_examples=60, deadline=None)
@given(articles())
def test_an_article_given_twice_counts_once(extractions: list[Extraction]) -> None:
    assert resolved([*extractions, *extractions]) == resolved(extractions)


@settings(max_examples=120, deadline=None)
@given(articles(), decisions)
def test_what_comes_out_is_whole(extractions: list[Extraction], taken: list[Decision]) -> None:
    knowledge = resolved(extractions, taken)
    entities = {entity.id: entity for entity in knowledge.entities}
    assert len(entities) == len(knowledge.entities)
    assert [entity.id for entity in knowledge.entities] == sorted(entities)
    for entity in knowledge.entities:
        assert entity.id.startswith(f"{entity.type.value.lower()}/")
        assert entity.label in entity.names
        assert list(entity.names) == sorted(set(entity.names))
    for claim in knowledge.claims:
        ends = [EntityRef(claim.subject), claim.object, *(value for _, value in claim.qualifiers)]
        assert all(end.id in entities for end in ends if isinstance(end, EntityRef))
        assert claim.object != EntityRef(claim.subject)
        assert claim.evidence
    assert len({claim.key for claim in knowledge.claims}) == len(knowledge.claims)
    for doubt in knowledge.doubts:
        assert doubt.left < doubt.right
        assert entities[doubt.left].type is entities[doubt.right].type


@settings(max_examples=120, deadline=None)
@given(articles(), decisions)
def test_nothing_is_lost_and_no_types_are_mixed(extractions: list[Extraction], taken: list[Decision]) -> None:
    knowledge = resolved(extractions, taken)
    entities = {entity.id: entity for entity in knowledge.entities}
    for extraction in extractions:
        local = {entity.id: entity for entity in extraction.entities}
        mentions = knowledge.mentions[extraction.document.name]
        for before, after in zip(extraction.mentions, mentions, strict=True):
            assert entities[after.entity].type is local[before.entity].type
            assert set(local[before.entity].names) <= set(entities[after.entity].names)
    given_names = {(entity.type, name) for extraction in extractions for entity in extraction.entities
                   for name in entity.names}  # fmt: skip
    extra = {(EntityType.FESTIVAL, name) for name in ("Cannes Film Festival", "Festival de Cannes")}
    assert given_names <= {(entity.type, name) for entity in knowledge.entities for name in entity.names}
    assert {(entity.type, name) for entity in knowledge.entities for name in entity.names} <= given_names | extra


@settings(max_examples=60, deadline=None)
@given(articles())
def test_a_contradiction_never_ends_in_one_entity(extractions: list[Extraction]) -> None:
    """A woman and a man are never one person, however many names they share."""
    knowledge = resolved(extractions)
    genders: dict[str, set[str]] = {}
    for extraction in extractions:
        local = {entity.id: entity for entity in extraction.entities}
        for before, after in zip(extraction.mentions, knowledge.mentions[extraction.document.name], strict=True):
            if gender := local[before.entity].gender:
                genders.setdefault(after.entity, set()).add(gender)
    assert all(len(found) == 1 for found in genders.values())
