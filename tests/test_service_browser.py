"""The pages of the service in a real browser: search, editor, cards; nothing is asked of any other place."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from browser import Page, chromium
from queries_fixture import WIDER, build_store
from service_fixture import Service, serving

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


def until(true: Callable[[], object], seconds: float = 15) -> object:
    """What a condition gives, as soon as it gives something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := true():
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come to pass")


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
    until(lambda: page.all(".suggestions li"))
    assert "Vera Orlova" in page.text(".suggestions")
    page.one(".finder input").send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    until(lambda: page.driver.current_url.endswith("/id/person/vera-orlova"))
    assert page.text("h1") == "Vera Orlova"
    page.one("body").send_keys("/")
    assert page.js("return document.activeElement.name") == "q"
    page.one(".finder input").send_keys("salt", Keys.ENTER)
    until(lambda: "/search?q=salt" in page.driver.current_url)
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
    until(lambda: page.all(".suggestions:not([hidden]) li"))
    page.js("document.querySelector('.suggestions:not([hidden]) li').dispatchEvent(new Event('pointerdown'))")
    assert page.one("#p-director").get_attribute("value") == "person/vera-orlova"
    page.button("Ask").click()
    until(lambda: page.all(".answer table"))
    assert "Salt Road" in page.text(".answer")


def test_the_editor_answers_and_stays_at_home(service: Service, page: Page) -> None:
    page.open(service.address + "sparql")
    until(lambda: page.js("return !!window.cinegraphEditor"))
    assert page.js("return Yasgui.Yasqe.defaults.prefixCcApi") is None
    assert "PREFIX cg:" in page.js("return cinegraphEditor.getTab().getYasqe().getValue()")
    page.js(
        "cinegraphEditor.getTab().getYasqe().setValue(arguments[0])",
        "SELECT ?film ?title WHERE { ?film a cg:Film ; rdfs:label ?title } ORDER BY ?title",
    )
    page.js("cinegraphEditor.getTab().getYasqe().query()")
    until(lambda: page.all(".yasr table tbody tr"))
    assert "Glass Orchard" in page.text(".yasr table")
    assert page.one("#examples").tag_name == "select"
    page.js(_CHOOSE, "films_of_director")
    until(lambda: "cg:director" in page.js("return cinegraphEditor.getTab().getYasqe().getValue()"))
    assert strangers(page, service) == []
    assert page.complaints() == []


def test_the_editor_completes_the_vocabulary_of_the_graph(service: Service, page: Page) -> None:
    page.open(service.address + "sparql")
    until(lambda: page.js("return !!window.cinegraphEditor"))
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
        until(lambda wanted=wanted: wanted in page.js(_OFFERED))
    assert strangers(page, service) == []


def test_a_question_opens_in_the_editor(service: Service, page: Page) -> None:
    page.open(service.address + "questions/films_of_director?director=Orlova")
    page.one("a[href^='/sparql#query=']").click()
    until(lambda: page.js("return !!window.cinegraphEditor"))
    value = page.js("return cinegraphEditor.getTab().getYasqe().getValue()")
    assert "<https://w3id.org/cinegraph/id/person/vera-orlova>" in value
    assert "PREFIX cg:" in value
    assert page.js("return cinegraphEditor.getTab().getEndpoint()") == service.address + "sparql"


def test_the_network_of_a_name_draws(service: Service, page: Page) -> None:
    page.open(service.address + "network/person/vera-orlova")
    until(lambda: page.all("#stage canvas"))
    assert "Vera Orlova" in page.text("h1")
    assert strangers(page, service) == []
    assert page.complaints() == []
