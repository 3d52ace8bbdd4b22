"""The pages of the service in a real browser: search, editor, cards; nothing is asked of any other place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser import Page, chromium
from queries_fixture import WIDER, build_store
from service_fixture import Service, serving
from waiting import until

_CHOOSE = """
const examples = document.getElementById("examples");
examples.value = arguments[0];
examples.dispatchEvent(new Event("change"));
"""
_OFFERED = """
const hints = [...document.querySelectorAll(".CodeMirror-hint")].map((each) => each.textContent);
return hints.join(" ") + cinegraphEditor.getTab().getYasqe().getValue().split("\\n").pop();
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    pytest.importorskip("uvicorn", reason="NO SERVICE: the extra “service” is not installed")
    with serving(build_store(tmp_path_factory.mktemp("browser") / "store", WIDER)) as running:
        yield running


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with chromium(tmp_path_factory.mktemp("downloads")) as opened:
        yield opened


def arrive(page: Page, ending: str) -> None:
    """Wait until a page is open whose address ends so."""
    there = "return document.readyState === 'complete' && location.href.endsWith(arguments[0])"
    until(f"a page at …{ending}", lambda: page.js(there, ending))


def editor(page: Page) -> None:
    """Wait until the editor of queries is there."""
    until("the editor", lambda: page.js("return !!window.cinegraphEditor"))


def strangers(page: Page, service: Service) -> list[str]:
    return [url for url in page.requests() if not url.startswith(service.address)]


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_pages_fit_their_window_and_complain_of_nothing(service: Service, page: Page, width: int, dark: bool) -> None:
    for path in (
        "",
        "id/person/vera-orlova",
        "id/festival/cannes-film-festival",
        "questions",
        "articles",
        "conflicts",
        "path?from=Eva+Lind&to=Lucas+Ferreira",
        "questions/films_of_director?director=Orlova",
        "sparql",
    ):
        page.open(service.address + path, width=width, dark=dark)
        assert page.js("return document.documentElement.scrollWidth <= window.innerWidth + 1"), path
        assert page.complaints() == [], path
        assert strangers(page, service) == [], path


def test_a_name_is_found_as_it_is_typed(service: Service, page: Page) -> None:
    from selenium.webdriver.common.keys import Keys

    page.open(service.address)
    page.one(".finder input").send_keys("орлов")
    until("Vera Orlova among the suggestions", lambda: "Vera Orlova" in page.text(".suggestions"))

    def chosen() -> bool:
        page.one(".finder input").send_keys(Keys.ARROW_DOWN)
        page.pause(0.3)  # later suggestions of what was typed slowly would take the mark away
        return bool(page.all(".suggestions [aria-selected=true]"))

    until("a suggestion to be chosen", chosen)
    assert page.text(".suggestions [aria-selected=true] b") == "Vera Orlova"
    page.one(".finder input").send_keys(Keys.ENTER)
    arrive(page, "/id/person/vera-orlova")
    assert page.text("h1") == "Vera Orlova"
    page.one("body").send_keys("/")
    assert page.js("return document.activeElement.name") == "q"
    page.one(".finder input").send_keys("salt", Keys.ENTER)
    arrive(page, "/search?q=salt")
    assert "Salt Road" in page.text(".hits")


def test_a_card_opens_its_sentences(service: Service, page: Page) -> None:
    page.open(service.address + "id/film/salt-road")
    quote = page.one(".evidence blockquote")
    assert not quote.is_displayed()
    page.one(".evidence summary").click()
    assert quote.is_displayed()
    assert len(quote.text) > 20


def test_a_form_offers_names_of_its_kind(service: Service, page: Page) -> None:
    page.open(service.address + "questions/films_of_director")
    page.one("#p-director").send_keys("vera")
    until("suggestions", lambda: page.all(".suggestions:not([hidden]) li"))
    page.js("document.querySelector('.suggestions:not([hidden]) li').dispatchEvent(new Event('pointerdown'))")
    assert page.one("#p-director").get_attribute("value") == "person/vera-orlova"
    page.button("Ask").click()
    answered = "return document.readyState === 'complete' && !!document.querySelector('.answer table')"
    until("an answer", lambda: page.js(answered))
    assert "Salt Road" in page.text(".answer")


def test_the_editor_answers_and_stays_at_home(service: Service, page: Page) -> None:
    page.open(service.address + "sparql")
    editor(page)
    assert page.js("return Yasgui.Yasqe.defaults.prefixCcApi") is None
    assert "PREFIX cg:" in page.js("return cinegraphEditor.getTab().getYasqe().getValue()")
    page.js(
        "cinegraphEditor.getTab().getYasqe().setValue(arguments[0])",
        "SELECT ?film ?title WHERE { ?film a cg:Film ; rdfs:label ?title } ORDER BY ?title",
    )
    page.js("cinegraphEditor.getTab().getYasqe().query()")
    answered = "return document.querySelector('.yasr table')?.innerText.includes('Glass Orchard')"
    until("Glass Orchard in the answer", lambda: page.js(answered))
    assert page.one("#examples").tag_name == "select"
    page.js(_CHOOSE, "films_of_director")
    written = "return cinegraphEditor.getTab().getYasqe().getValue()"
    until("the example", lambda: "cg:director" in page.js(written))
    assert strangers(page, service) == []
    assert page.complaints() == []


def test_the_editor_completes_the_vocabulary_of_the_graph(service: Service, page: Page) -> None:
    page.open(service.address + "sparql")
    editor(page)
    assert sorted(page.js("return cinegraphEditor.getTab().getYasqe().config.autocompleters")) == [
        "own-class",
        "own-prefixes",
        "own-property",
        "variables",
    ]
    for text, wanted in (
        ("SELECT * WHERE { ?film a cg:Fi", "cg:Film"),
        ("SELECT * WHERE { ?film cg:direc", "cg:director"),
        ("PREFIX skos", "skos: <"),
    ):
        prefix = "" if text.startswith("PREFIX") else "PREFIX cg: <https://w3id.org/cinegraph/ontology#>\n"
        page.js(
            """const editor = cinegraphEditor.getTab().getYasqe(); editor.setValue(arguments[0]);
                   editor.setCursor(editor.lineCount(), 0); editor.focus(); editor.autocomplete()""",
            prefix + text,
        )
        until(f"{wanted} to be offered", lambda wanted=wanted: wanted in page.js(_OFFERED))  # type: ignore[misc]
    assert strangers(page, service) == []


def test_a_question_opens_in_the_editor(service: Service, page: Page) -> None:
    page.open(service.address + "questions/films_of_director?director=Orlova")
    page.one("a[href^='/sparql#query=']").click()
    editor(page)
    value = page.js("return cinegraphEditor.getTab().getYasqe().getValue()")
    assert "<https://w3id.org/cinegraph/id/person/vera-orlova>" in value
    assert "PREFIX cg:" in value
    assert page.js("return cinegraphEditor.getTab().getEndpoint()") == service.address + "sparql"


def test_the_network_of_a_name_draws(service: Service, page: Page) -> None:
    page.open(service.address + "network/person/vera-orlova")
    until("a picture", lambda: page.all("#stage canvas"))
    assert "Vera Orlova" in page.text("h1")
    assert strangers(page, service) == []
    assert page.complaints() == []
