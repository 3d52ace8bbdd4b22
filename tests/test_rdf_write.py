"""What is written for entities, claims and articles, as queries see it."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import BlankNode, NamedNode, Store

from cinegraph.model import Claim, Document, Entity, EntityRef, EntityType, Evidence, Knowledge, Literal
from cinegraph.rdf import terms
from cinegraph.rdf.write import quads_of
from knowledge_fixture import ARCHIVE, CLAIMS, INTERVIEW, KNOWLEDGE, REPORT
from rdf_helpers import A, claim, said


def ask(query: str, knowledge: Knowledge = KNOWLEDGE) -> set[tuple[str, ...]]:
    """The rows of a query over the union of all graphs, as plain texts."""
    store = Store()
    store.bulk_extend(quads_of(knowledge))
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in terms.PREFIXES.items())
    solutions = store.query(prefixes + query, use_default_graph_as_union=True)
    return {tuple(value.value for value in row) for row in solutions}  # type: ignore[union-attr, attr-defined]


def test_no_blank_nodes_and_no_quad_twice() -> None:
    quads = list(quads_of(KNOWLEDGE))
    assert len(quads) == len(set(quads)) > 1000
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))


def test_graphs() -> None:
    graphs = {quad.graph_name.value for quad in quads_of(KNOWLEDGE) if isinstance(quad.graph_name, NamedNode)}
    articles = {terms.article_graph(document.name) for document in KNOWLEDGE.documents}
    assert graphs == {terms.ENTITIES_GRAPH, terms.CLAIMS_GRAPH, terms.VIEW_GRAPH, *articles}


def test_the_query_of_the_model_works() -> None:
    query = 'SELECT ?film ?award WHERE { ?d rdfs:label "Vera Orlova"@en . ?film cg:director ?d ; cg:won ?award }'
    assert ask(query) == {
        (terms.entity_iri("film/salt-road"), terms.entity_iri("award/un-certain-regard-best-director")),
        (terms.entity_iri("film/winter-harbour"), terms.entity_iri("award/golden-leopard")),
    }


def test_only_accepted_claims_are_direct() -> None:
    direct = ask(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{terms.VIEW_GRAPH}> {{ ?s ?p ?o }} }}")
    accepted = ask(
        'SELECT ?s ?p ?o WHERE { ?c cg:status "accepted" ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o '
        "FILTER NOT EXISTS { ?c cg:ended true } }"
    )
    assert direct == accepted
    assert len(direct) >= 35
    assert not any(predicate == terms.relation_iri("residence") for _, predicate, _ in direct)


def test_statuses_of_the_fixture() -> None:
    counts = Counter(status for _, status in ask("SELECT ?c ?status WHERE { ?c cg:status ?status }"))
    assert counts == {"accepted": len(CLAIMS) - 9, "disputed": 7, "planned": 1, "denied": 1}


def test_editions_have_festival_year_and_label() -> None:
    found = ask(
        "SELECT ?e ?label ?festival ?year WHERE { ?e cg:editionOf ?festival ; rdfs:label ?label ; cg:year ?year }"
    )
    cannes, locarno = "festival/cannes-film-festival", "festival/locarno-film-festival"
    assert found == {
        (terms.edition_iri(cannes, "2019"), "Cannes Film Festival 2019", terms.entity_iri(cannes), "2019"),
        (terms.edition_iri(cannes, "2018"), "Cannes Film Festival 2018", terms.entity_iri(cannes), "2018"),
        (terms.edition_iri(locarno, "2016"), "Locarno Film Festival 2016", terms.entity_iri(locarno), "2016"),
    }
    claims = ask("SELECT ?c ?e WHERE { ?c cg:edition ?e ; cg:year ?y . ?e cg:year ?y }")
    assert len(claims) >= 9


def test_the_sentence_behind_a_claim() -> None:
    found = ask(
        "SELECT ?name ?start ?quote ?speaker WHERE { ?c rdf:predicate cg:workedOn . ?e oa:hasBody ?c ; "
        "oa:hasTarget ?t ; prov:wasAttributedTo/rdfs:label ?speaker . ?t oa:hasSource/dcterms:identifier ?name ; "
        "oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:exact ?quote }"
    )
    quote = "Vera Orlova: I did not work on Northern Line."
    start = next(d for d in KNOWLEDGE.documents if d.name == INTERVIEW).text.index(quote)
    assert found == {(INTERVIEW, str(start), quote, "Vera Orlova")}


def test_prefix_and_suffix_lead_back_to_the_quote() -> None:
    rows = ask(
        "SELECT ?name ?prefix ?exact ?suffix WHERE { ?t oa:hasSource/dcterms:identifier ?name ; oa:hasSelector ?s . "
        "?s oa:prefix ?prefix ; oa:exact ?exact ; oa:suffix ?suffix }"
    )
    texts = {document.name: document.text for document in KNOWLEDGE.documents}
    assert len(rows) >= 20
    for name, prefix, exact, suffix in rows:
        assert prefix + exact + suffix in texts[name]


def test_days_are_typed_for_sorting() -> None:
    rows = ask('SELECT ?o WHERE { ?c cg:earliest ?d ; rdf:object ?o FILTER(?d > "2020-12-31"^^xsd:date) }')
    assert rows == {(terms.entity_iri("publication/the-reel-review"),)}


def test_vague_times_are_edtf() -> None:
    vague = claim("film/a", "won", EntityRef("award/b"), said(A), year="about 2010")
    rows = ask("SELECT ?e (DATATYPE(?e) AS ?d) WHERE { ?c cg:edtf ?e }", Knowledge(claims=(vague,)))
    assert rows == {("2010~", terms.EDTF)}


def test_labels_carry_their_language() -> None:
    rows = ask(
        'SELECT ?s WHERE { ?s skos:altLabel "Соляная дорога"@ru ; rdfs:label "Salt Road"@en ; cg:slug "salt-road" }'
    )
    assert rows == {(terms.entity_iri("film/salt-road"),)}


def test_dropping_an_article_graph_drops_its_evidence() -> None:
    quads = [q for q in quads_of(KNOWLEDGE) if q.graph_name != NamedNode(terms.article_graph(ARCHIVE))]
    assert not any("arh" in str(quad.subject) for quad in quads)
    assert any(quad.object == NamedNode(terms.article_iri(REPORT)) for quad in quads)


def test_one_sentence_behind_two_claims_is_one_target() -> None:
    rows = ask("SELECT ?t (COUNT(?e) AS ?n) WHERE { ?e oa:hasTarget ?t } GROUP BY ?t")
    assert max(int(count) for _, count in rows) >= 4


def test_hostile_text_stays_text() -> None:
    nasty = '"> <script>alert(1)</script> . } DROP ALL # \\ \n\r\t\x00\u2028'
    entity = Entity("person/x", EntityType.PERSON, nasty, (nasty,))
    document = Document(name=nasty, text=nasty, sha256="0" * 64, title=nasty, url=nasty)
    evidence = Evidence(nasty, 0, len(nasty), nasty, A, nasty, cue=nasty, speaker=nasty, steps=(nasty,))
    one = Claim("person/x", "occupation", Literal(nasty), (), (evidence,))
    quads = list(quads_of(Knowledge((entity,), (one,), (document,))))
    iris = [term.value for quad in quads for term in quad if isinstance(term, NamedNode)]
    assert not any(set(iri) & set("<> \"'\n\r\t") for iri in iris)
    assert sum(1 for quad in quads if quad.object.value == nasty) >= 8  # type: ignore[union-attr]
