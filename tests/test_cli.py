"""Commands through click's runner: what they print, in which format, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from cinegraph.cli.program import COMMANDS, program
from queries_fixture import WIDER, build_store

CARD_KEYS = {"schema", "id", "iri", "type", "label", "names", "names_told", "line", "articles", "sentences", "sections"}
ENTRY_KEYS = {
    "name", "id", "year", "term", "detail", "relations", "status", "mark", "claims", "articles", "sentences",
    "decisions",
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("cli") / "store", WIDER)


def run(*arguments: str, store: Path | None = None, **options: object) -> Result:
    given = ["--store", str(store), *arguments] if store is not None else list(arguments)
    result = CliRunner().invoke(program, given, **options)  # type: ignore[arg-type]
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_every_command_is_there_and_its_help_has_an_example() -> None:
    listed = run("--help").stdout
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", listed, re.MULTILINE)
        shown = run(name, "-h")
        assert shown.exit_code == 0
        assert re.search(r"^  (eval .*|curl .*)?cinegraph ", shown.stdout, re.MULTILINE), f"{name} has no example"


def test_the_version_is_printed() -> None:
    assert re.fullmatch(r"cinegraph \d+\.\d+.*\n", run("--version").stdout)


@pytest.mark.parametrize("asked", ["Vera Orlova", "vera orlova", "Orlova Vera", "ВЕРА ОРЛОВА", "person/vera-orlova"])
def test_a_person_is_found_in_any_spelling(store: Path, asked: str) -> None:
    assert run("person", asked, store=store).stdout.startswith("Vera Orlova\n")


def test_a_person_is_found_by_iri_and_by_a_part_of_the_name(store: Path) -> None:
    assert run("person", "https://w3id.org/cinegraph/id/person/vera-orlova", store=store).exit_code == 0
    assert run("person", "Ferreira", store=store).stdout.startswith("Lucas Ferreira\n")


def test_a_card_tells_prizes_apart_and_marks_what_is_not_certain(store: Path) -> None:
    card = run("person", "Orlova", store=store).stdout
    assert "2019  FIPRESCI Prize — Cannes Film Festival · for Salt Road [disputed]" in card
    assert "Lives in    Tallinn [formerly]" in card
    assert "Denied\n  worked on  Northern Line [denied]" in card
    glass = run("film", "Glass Orchard", store=store).stdout
    won, nominated = glass.index("Awards won"), glass.index("Nominated for")
    assert won < glass.index("Golden Leopard") < nominated < glass.index("Shortlisted for")


def test_what_is_denied_stands_nowhere_else_on_a_card(store: Path) -> None:
    document = json.loads(run("person", "Orlova", "--format", "json", store=store).stdout)
    denied = [(section["key"], entry["name"]) for section in document["sections"] for entry in section["entries"]
              if entry["status"] == "denied"]  # fmt: skip
    assert denied == [("denied", "Northern Line")]


def test_the_json_of_a_card_is_the_documented_contract(store: Path) -> None:
    for command, name in (
        ("person", "Orlova"),
        ("film", "Salt Road"),
        ("festival", "Cannes"),
        ("award", "fipresci prize"),
    ):
        document = json.loads(run(command, name, "--format", "json", store=store).stdout)
        assert set(document) == CARD_KEYS
        assert document["schema"] == "cinegraph-card/1"
        entries = [entry for section in document["sections"] for entry in section["entries"]]
        assert len(entries) >= 3
        assert all(set(entry) == ENTRY_KEYS for entry in entries)
        assert set(re.findall(r"\w+", run(command, "-h").stdout)) >= CARD_KEYS | ENTRY_KEYS


def test_evidence_adds_sentences_with_article_and_date(store: Path) -> None:
    card = run("film", "Salt Road", "--evidence", store=store).stdout
    assert "“Salt Road won the FIPRESCI Prize at Cannes in 2018.”" in card
    assert "— From the archive, 2022 [arhīvs.txt]" in card
    document = json.loads(run("film", "Salt Road", "--evidence", "--format", "json", store=store).stdout)
    quotes = [each for section in document["sections"] for entry in section["entries"] for each in entry["evidence"]]
    assert len(quotes) >= 10
    texts = {article.name: article.text for article in WIDER.documents}
    assert all(texts[each["article"]][each["start"] : each["end"]] == each["quote"] for each in quotes)


def test_a_festival_card_is_told_by_edition_the_latest_first(store: Path) -> None:
    card = run("festival", "Cannes", store=store).stdout
    assert card.index("\n2022\n") < card.index("\n2021\n") < card.index("\n2019\n")
    only = run("festival", "Cannes", "--year", "2021", store=store).stdout
    assert "Vera Orlova — as president" in only
    assert "Salt Road" not in only


def test_of_very_many_editions_people_get_the_latest_and_programs_all(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run("festival", "Cannes", store=store).stdout
    document = run("festival", "Cannes", "--format", "json", store=store).stdout
    monkeypatch.setattr("cinegraph.cli.lookup.LATEST", 1)
    latest = run("festival", "Cannes", store=store).stdout
    assert "\n2022\n" in latest
    assert "\n2019\n" not in latest
    assert "earlier years, 2018–2021 (--all for every year, --year 2021 for one)." in latest
    assert "What is told here rests on" in latest
    assert run("festival", "Cannes", "--all", store=store).stdout == whole
    assert run("festival", "Cannes", "--format", "json", store=store).stdout == document


def test_an_ambiguous_name_lists_candidates_that_can_be_told_apart(store: Path) -> None:
    result = run("film", "Stone River", store=store)
    assert result.exit_code == 5
    assert result.stdout == ""
    assert "film/stone-river-1996  Stone River (1996), film by Ilona Berg" in result.stderr
    assert "film/stone-river-2018  Stone River (2018), film by Karl Holm" in result.stderr
    assert "Karl Holm" in run("film", "Stone River", "--year", "2018", store=store).stdout
    assert run("film", "Stone River", "--year", "2001", store=store).exit_code == 3
    assert "Ilona Berg" in run("film", "film/stone-river-1996", store=store).stdout


def test_an_unknown_name_suggests_near_ones(store: Path) -> None:
    result = run("person", "Vera Orlovva", store=store)
    assert result.exit_code == 3
    assert "Did you mean:\n  Vera Orlova" in result.stderr
    other = run("film", "Orlova", store=store)
    assert other.exit_code == 3
    assert "Vera Orlova is a person" in other.stderr


@pytest.mark.parametrize("command", ["person", "film", "festival", "award", "search", "explain"])
@pytest.mark.parametrize(
    "hostile",
    ["", "   ", "\x1b[31mred", 'a" } DROP ALL', "' OR 1=1 --", "NEAR/2 *", "%s%n", "<script>", "x" * 100_000, "\udce9",
     "https://w3id.org/cinegraph/id/film/<>", "../../etc/passwd", "film/", "/", "person/..", "a\nb", "\u202eevil"],
)  # fmt: skip
def test_hostile_names_end_in_a_message(store: Path, command: str, hostile: str) -> None:
    result = run(command, "--", hostile, store=store)
    assert result.exit_code in ({0, 2, 3, 5} if command == "search" else {2, 3, 5})
    assert "Traceback" not in result.output
    assert "inside cinegraph" not in result.output
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output


def test_search_finds_any_script_and_near_misses(store: Path) -> None:
    assert "person/vera-orlova" in run("search", "орлова", store=store).stdout
    assert "person/nino-lomidze" in run("search", "lomidse", store=store).stdout
    empty = run("search", "zzzzzz", "--format", "json", store=store)
    assert (empty.exit_code, json.loads(empty.stdout)) == (0, [])
    only = json.loads(run("search", "cannes", "--type", "festival", "--format", "json", store=store).stdout)
    assert {row["type"] for row in only} == {"Festival"}


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv", "tsv"])
@pytest.mark.parametrize(
    "arguments",
    [("person", "Orlova"), ("search", "Orlova"), ("explain", "Salt Road"), ("stats",), ("questions",), ("validate",),
     ("query", "-e", "SELECT ?film WHERE { ?film a cg:Film }"), ("query", "-e", "CONSTRUCT WHERE { ?film a cg:Film }")],
)  # fmt: skip
def test_every_answer_comes_in_every_format(store: Path, arguments: tuple[str, ...], format: str) -> None:
    result = run(*arguments, "--format", format, store=store)
    assert result.exit_code == 0, result.stderr
    if format == "json":
        json.loads(result.stdout)
    elif format == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in result.stdout.splitlines())
    elif format == "csv":
        rows = list(csv.reader(io.StringIO(result.stdout)))
        assert len({len(row) for row in rows}) == 1
    elif format == "tsv":
        assert len({line.count("\t") for line in result.stdout.splitlines()}) == 1


@pytest.mark.parametrize("format", ["turtle", "ntriples", "nquads", "trig", "json-ld", "rdfxml"])
def test_graphs_come_in_every_rdf_format(store: Path, format: str) -> None:
    for arguments in (("film", "Salt Road"), ("query", "-e", "DESCRIBE film:salt-road")):
        result = run(*arguments, "--format", format, store=store)
        assert result.exit_code == 0
        assert "salt-road" in result.stdout
    refused = run("query", "-e", "SELECT * WHERE { ?s ?p ?o }", "--format", format, store=store)
    assert refused.exit_code == 2


def test_sparql_results_come_in_the_formats_of_the_w3c(store: Path) -> None:
    query = ("query", "-e", "SELECT ?film ?name WHERE { ?film a cg:Film ; rdfs:label ?name } ORDER BY ?name")
    bindings = json.loads(run(*query, "--format", "json", store=store).stdout)["results"]["bindings"]
    assert bindings[0]["name"] == {"type": "literal", "value": "Glass Orchard", "xml:lang": "en"}
    assert run(*query, "--format", "tsv", store=store).stdout.startswith("?film\t?name\n<https://w3id.org/")
    assert "<sparql xmlns" in run(*query, "--format", "xml", store=store).stdout
    ask = json.loads(run("query", "-e", "ASK { ?s a cg:Nothing }", "--format", "json", store=store).stdout)
    assert ask["boolean"] is False


def test_no_is_an_answer(store: Path) -> None:
    result = run("query", "-e", "ASK { ?s a cg:Nothing }", store=store)
    assert (result.exit_code, result.stdout.split()[-1]) == (0, "no")
    assert run("query", "-e", "SELECT ?s WHERE { ?s a cg:Nothing }", store=store).exit_code == 0


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT ?film\nWHERE { ?film a cg:Film", "line 2, column"),
        ("SELECT ?x WHERE { ?x foo:bar ?y }", "foo:"),
        ("DELETE WHERE { ?s ?p ?o }", "refused"),
        ("INSERT DATA { <a:b> <a:c> <a:d> }", "refused"),
        ("SELECT * WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "refused"),
        ("", "empty"),
        ("\udce9", "malformed"),
    ],
)
def test_what_is_no_query_for_us_is_refused_with_its_place(store: Path, query: str, words: str) -> None:
    result = run("query", "-e", query, store=store)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_query_comes_from_a_file_or_from_a_pipe(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("\ufeffSELECT (COUNT(*) AS ?n) WHERE { ?f a cg:Film }", encoding="utf-8")
    assert run("query", str(file), "--format", "csv", store=store).stdout.split() == ["n", "8"]
    piped = run("query", "-", "--format", "csv", store=store, input=file.read_text(encoding="utf-8-sig"))
    assert piped.stdout.split() == ["n", "8"]
    assert run("query", str(tmp_path / "none.rq"), store=store).exit_code == 2
    file.write_bytes(b"SELECT \xff")
    assert "not UTF-8" in run("query", str(file), store=store).stderr
    assert run("query", store=store).exit_code == 2
    assert run("query", "-e", "ASK {}", "-n", "film_titles", store=store).exit_code == 2


def test_a_query_that_takes_too_long_is_ended(store: Path) -> None:
    slow = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    result = run("query", "-e", slow, "--time-limit", "0.5", store=store)
    assert result.exit_code == 7
    assert "longer than 0.5 s" in result.stderr


def test_named_queries_take_names_in_any_spelling(store: Path) -> None:
    result = run("query", "-n", "films-of-director", "-p", "director=орлова", "--format", "csv", store=store)
    assert result.stdout.splitlines()[:2] == ["year,film,prize,prizeYear,festival", "2012,Quiet Ferry,,,"]
    several = run("query", "-n", "film_titles", "-p", "film=Salt Road", "-p", "film=North Wind", store=store)
    assert "Соляная дорога" in several.stdout
    assert "North Wind" in several.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("-n", "films_of_directr"), 3, "films_of_director"),
        (("-n", "films_of_director"), 2, "needs director"),
        (("-n", "films_of_director", "-p", "person=x"), 2, "no parameter 'person'"),
        (("-n", "films_of_director", "-p", "director"), 2, "name=value"),
        (("-n", "films_of_director", "-p", "director=Nobody Known"), 3, "nobody"),
        (("-n", "film_titles", "-p", "film=Stone River"), 5, "film/stone-river-1996"),
        (("-n", "films_of_year", "-p", "year=last"), 2, "four digits"),
        (("-n", "claims_best_supported", "-p", "least=many"), 2, "whole number"),
        (("-n", "claims_of_relation", "-p", "relation=loves"), 2, "no relation"),
        (("-n", "article_alone", "-p", "article=none.txt"), 3, "no article"),
        (("-e", "ASK {}", "-p", "a=b"), 2, "-p goes with --name"),
    ],
)
def test_wrong_parameters_are_explained(store: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    result = run("query", *arguments, store=store)
    assert result.exit_code == code
    assert words.casefold() in result.stderr.casefold()


def test_a_value_stays_a_value(store: Path) -> None:
    """What a parameter holds never becomes a part of the query."""
    evil = 'x" } } DROP ALL # ?a { "'
    result = run("query", "-n", "entity_sentences", "-p", "about=Salt Road", "-p", f"containing={evil}", store=store)
    assert result.exit_code == 0


def test_questions_are_listed_searched_and_shown(store: Path, tmp_path: Path) -> None:
    names = {row["name"] for row in json.loads(run("questions", "--format", "json").stdout)}
    assert len(names) >= 40
    found = {row["name"] for row in json.loads(run("questions", "--search", "festival run", "--format", "json").stdout)}
    assert "film_festival_run" in found < names
    shown = run("questions", "films_of_director").stdout
    assert "cinegraph query --name films_of_director -p 'director=Kantemir Balagov'" in shown
    (tmp_path / "my_own.rq").write_text("# title: Mine\nSELECT ?s WHERE { ?s a cg:Film }", encoding="utf-8")
    assert "my_own" in run("questions", "--queries", str(tmp_path)).stdout
    own = run("query", "-n", "my_own", store=store, env={"CINEGRAPH_QUERIES": str(tmp_path)})
    assert "film:salt-road" in own.stdout


def test_explain_shows_rule_steps_contradictions_and_merges(store: Path) -> None:
    shown = run("explain", "Salt Road", "won", "fipresci", store=store).stdout
    assert "another year is given for the same prize: 2019" in shown
    assert "rule test.won" in shown
    everything = run("explain", "Orlova", store=store).stdout
    assert "follows by: a directing prize of a film is its director's" in everything
    assert "“Vera Orlova” and “Вера Орлова”: one is a transliteration of the other" in everything
    claim = re.search(r"https://\S+/claim/\w+", shown)
    assert claim is not None
    assert run("explain", claim.group(), store=store).stdout.count("/claim/") == 1
    assert run("explain", "a" * 26, store=store).exit_code == 3
    assert run("explain", "Salt Road", "student_of", store=store).exit_code == 3
    document = json.loads(run("explain", "Salt Road", "based-on", "--format", "json", store=store).stdout)
    assert document["claims"][0]["evidence"][0]["rule"] == "test.based_on"


def test_output_is_written_whole_and_never_over_a_file_unasked(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "orlova.json"
    assert run("person", "Orlova", "-o", str(target), store=store).stdout == ""
    assert json.loads(target.read_text(encoding="utf-8"))["label"] == "Vera Orlova", "the ending gives the format"
    refused = run("person", "Orlova", "-o", str(target), store=store)
    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert run("film", "Salt Road", "-o", str(target), "--force", store=store).exit_code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["label"] == "Salt Road"
    failed = run("film", "Stone River", "-o", str(target), "--force", store=store)
    assert failed.exit_code == 5
    assert json.loads(target.read_text(encoding="utf-8"))["label"] == "Salt Road"
    assert run("stats", "-o", str(tmp_path / "no" / "such"), store=store).exit_code == 2
    assert run("stats", "-o", str(tmp_path), store=store).exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["orlova.json"], "nothing unfinished is left behind"


def test_a_file_that_fails_half_way_is_not_left(tmp_path: Path) -> None:
    from cinegraph.cli.output import replacing

    target = tmp_path / "a.txt"
    target.write_text("old")

    def broken() -> None:
        with replacing(target, force=True) as file:
            file.write(b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "old")]


def test_csv_is_safe_in_a_spreadsheet() -> None:
    from cinegraph.cli.formats import separated
    from cinegraph.questions.answers import Table

    table = Table(("a",), (("=1+1",), ("@x",), ("-5",), ("-x",), ('say "hi", you',), (None,), (True,), ("a\nb",)))
    written = "".join(separated(table, "csv"))
    assert [row[0] if row else "" for row in csv.reader(io.StringIO(written, newline=""))] == [
        "a", "'=1+1", "'@x", "-5", "'-x", 'say "hi", you', "", "true", "a\nb",
    ]  # fmt: skip
    assert "".join(separated(Table(("a",), (("x\ty\\z\n",),)), "tsv")) == "a\nx\\ty\\\\z\\n\n"


def test_exports_hold_the_whole_graph(store: Path) -> None:
    for format in ("turtle", "trig", "nquads", "ntriples", "json-ld", "rdfxml", "csv", "facts", "graphml", "gexf",
                   "cytoscape-json"):  # fmt: skip
        result = run("export", "--format", format, store=store)
        assert result.exit_code == 0
        assert "Salt Road" in result.stdout
    lines = run("export", "--format", "facts", store=store).stdout.splitlines()
    assert {json.loads(line)["article"] for line in lines} == {document.name for document in WIDER.documents}


def test_validate_says_what_is_wrong(store: Path, tmp_path: Path) -> None:
    assert run("validate", store=store).exit_code == 0
    shapes = tmp_path / "strict.ttl"
    shapes.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix cg: <https://w3id.org/cinegraph/ontology#> .
        cg:Strict a sh:NodeShape ; sh:targetClass cg:Film ;
          sh:property [ sh:path cg:runtime ; sh:minCount 1 ; sh:message "A film needs a running time." ] ."""
    )
    result = run("validate", "--shapes", str(shapes), store=store)
    assert result.exit_code == 6
    assert "A film needs a running time." in result.stdout
    assert run("validate", "--shapes", str(tmp_path / "none.ttl"), store=store).exit_code == 2


def test_stats_count_everything_once(store: Path) -> None:
    rows = json.loads(run("stats", "--format", "json", store=store).stdout)
    counted = {(row["what"], row["which"]): row["number"] for row in rows}
    assert counted[("articles", "all")] == len(WIDER.documents)
    assert counted[("entities", "Film")] == 8
    assert sum(row["number"] for row in rows if row["what"] == "claims") == len(WIDER.claims)
    assert sum(row["number"] for row in rows if row["what"] == "relations") == len(WIDER.claims)
    listed = run("stats", "--articles", store=store).stdout
    assert "cannes/report.md" in listed


def test_view_writes_a_page(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.html"
    assert run("view", "Orlova", "-o", str(target), store=store).exit_code == 0
    page = target.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Salt Road" in page
    for arguments in ((), ("Cannes", "--since", "2019"), ("Orlova", "--to", "Cannes"), ("--type", "film")):
        assert "<!DOCTYPE html>" in run("view", *arguments, store=store).stdout
    assert run("view", "--article", "none.txt", store=store).exit_code == 3
    assert run("view", "Orlova", "--type", "actor", store=store).exit_code == 2


def test_completion_scripts_are_for_three_shells() -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "_CINEGRAPH_COMPLETE" in run("completion", shell).stdout
    assert run("completion", "tcsh").exit_code == 2


def test_mistakes_on_the_command_line_are_met_with_help() -> None:
    assert "Did you mean person?" in run("prson", "x").stderr
    assert run("prson", "x").exit_code == 2
    misplaced = run("person", "x", "--store", "y")
    assert misplaced.exit_code == 2
    assert "before the command" in misplaced.stderr
    assert run("person").exit_code == 2


def test_a_store_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    missing = run("person", "x", store=tmp_path / "missing")
    assert missing.exit_code == 1
    assert "cinegraph build" in missing.stderr
    (tmp_path / "file").write_text("no store")
    assert run("person", "x", store=tmp_path / "file").exit_code == 1
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "store.json").write_text("{")
    assert run("stats", store=tmp_path / "folder").exit_code == 1


def test_an_internal_error_is_one_line_and_a_hint(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("wires crossed")

    monkeypatch.setattr("cinegraph.questions.search.search", broken)
    result = run("search", "x", store=store)
    assert result.exit_code == 1
    assert "wires crossed" in result.stderr
    assert "CINEGRAPH_DEBUG=1" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Traceback" in run("search", "x", store=store, env={"CINEGRAPH_DEBUG": "1"}).stderr


def test_an_interruption_ends_with_130(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cinegraph.questions.search.search", interrupted)
    result = run("search", "x", store=store)
    assert (result.exit_code, result.stderr.strip()) == (130, "Interrupted.")


def test_options_have_one_meaning_everywhere() -> None:
    """The same formats on every command that answers."""
    for name in sorted(set(COMMANDS) - {"completion", "view", "export", "serve", "backup", "restore"}):
        command = program.get_command(click.Context(program), name)
        assert command is not None
        options = {option: parameter for parameter in command.params for option in parameter.opts}
        assert {"--format", "--output", "-o", "--force"} <= set(options), name
        kind = options["--format"].type
        assert isinstance(kind, click.Choice)
        assert {"table", "json", "jsonl", "csv", "tsv"} <= set(kind.choices), name


@pytest.mark.parametrize("window", [30, 60, 100])
def test_tables_and_cards_fit_the_terminal_and_lose_nothing(store: Path, window: int) -> None:
    from cinegraph.cli.card_text import card_lines
    from cinegraph.cli.plain import width
    from cinegraph.cli.table import layout
    from cinegraph.questions.answers import Table
    from cinegraph.questions.cards import card
    from cinegraph.store import open_store

    words = "Un Certain Regard — Best Director 黒澤明 Кантемир"
    table = Table(("prize", "year", "note"), ((words, 2019, "x" * 90), ("FIPRESCI Prize", 2017, None)))
    lines = [click.unstyle(line) for line in layout(table, window)]
    # Too many columns for a narrow window are told one below the other, each as long as it is.
    assert window < 40 or max(map(width, lines)) <= window
    assert all(word in " ".join(lines) for word in words.split())
    with open_store(store) as opened:
        shown = [click.unstyle(line) for line in card_lines(card(opened, "person/vera-orlova", evidence=True), window)]
    assert max(map(width, shown)) <= max(window, 60)
    assert "Un Certain Regard Best Director" in " ".join(" ".join(shown).split())


def test_the_list_of_commands_says_what_the_commands_say() -> None:
    said = {name: program.get_command(click.Context(program), name) for name in COMMANDS}
    assert {name: command.short_help for name, command in said.items() if command} == COMMANDS
    assert len(COMMANDS) >= 20


def test_a_path_leaves_out_and_asks_for_relations(store: Path) -> None:
    free = json.loads(run("path", "Eva Lind", "Lomidze", "--format", "json", store=store).stdout)
    assert {claim["relation"] for step in free["paths"][0] for claim in step["claims"][:1]} & {"classmate_of"}
    without = run("path", "Eva Lind", "Lomidze", "--exclude", "classmate-of", "--format", "json", store=store)
    steps = json.loads(without.stdout)["paths"][0]
    assert "classmate_of" not in {claim["relation"] for step in steps for claim in step["claims"]}
    wanted = run("path", "Eva Lind", "Lomidze", "--require", "educated_at", "--format", "csv", store=store)
    assert ",educated_at," in wanted.stdout
    assert run("path", "Eva Lind", "place/latvia", "--max-hops", "1", store=store).exit_code == 3
    assert run("path", "Eva Lind", "Lind Eva", store=store).exit_code == 2


def test_a_card_of_a_year_rests_on_what_it_shows(store: Path) -> None:
    year = json.loads(run("festival", "Cannes", "--year", "2021", "--format", "json", store=store).stdout)
    whole = json.loads(run("festival", "Cannes", "--format", "json", store=store).stdout)
    assert 0 < year["sentences"] < whole["sentences"]
    nothing = run("festival", "Cannes", "--year", "1901", store=store)
    assert (nothing.exit_code, "Nothing is told of 1901." in nothing.stdout) == (0, True)


def test_of_two_types_it_is_told_what_ties_them(store: Path) -> None:
    found = run("compare", "Orlova", "Salt Road", "--format", "json", store=store)
    rows = json.loads(found.stdout)
    told = {(row["what"], row["one"], row["other"]): row["both"] for row in rows}
    assert ("said of both", "Director", "Credits: Director") in told
    assert "directed by Vera Orlova" in told["said of both", "Director", "Credits: Director"]
    assert all(row["both"] not in ("Vera Orlova", "Salt Road") for row in rows if row["what"] == "named on both")
    nothing = run("compare", "Lomidze", "Latvia", store=store)
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "cinegraph path person/" in nothing.stderr


@pytest.mark.parametrize("name", [*COMMANDS, None])
def test_help_fits_a_terminal_of_eighty_columns(name: str | None) -> None:
    shown = run(*([name] if name else []), "--help", env={"COLUMNS": "80"}).stdout
    # Choices, which click does not fold, and examples, which are pasted whole, may be longer.
    prose = [line for line in shown.splitlines() if not re.search(r"\[|cinegraph |^  curl ", line)]
    assert prose
    assert [line for line in prose if len(line) > 80] == []
