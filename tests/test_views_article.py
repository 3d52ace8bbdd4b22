"""The article page: every word is there once, every claim leads to its sentence and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser import Page
from cinegraph.model import Claim, Document, Entity, EntityType, Evidence, Literal, Mention, Modality
from cinegraph.views import write_article_page
from hostile import ATTACKS
from knowledge_fixture import KNOWLEDGE
from selenium_keys import ENTER, ESCAPE

NAME = "profile orlova.txt"
DOCUMENT = next(document for document in KNOWLEDGE.documents if document.name == NAME)
CLAIMS = [claim for claim in KNOWLEDGE.claims if any(item.article == NAME for item in claim.evidence)]
PAGE = write_article_page(DOCUMENT, KNOWLEDGE.mentions[NAME], CLAIMS, KNOWLEDGE.entities)


class Text(HTMLParser):
    """The text of the article's blocks, and all elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._main = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._main = self._main or tag == "main"
        if tag == "div" and self._main:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._main = self._main and tag != "main"

    def handle_data(self, data: str) -> None:
        if self._main and self.blocks:
            self.blocks[-1] += data


def test_every_block_stands_there_word_for_word() -> None:
    blocks = [text.rstrip("\n") for text in Text(PAGE).blocks]
    assert blocks == [DOCUMENT.text[block.start : block.end] for block in DOCUMENT.blocks]


def test_an_article_without_blocks_is_shown_by_its_lines() -> None:
    plain = write_article_page(Document("a.txt", "One.\r\n\r\n  Two.\n", "0" * 64), [], [], [])
    assert [text.rstrip("\n") for text in Text(plain).blocks] == ["One.", "  Two."]
    assert "No claim was found in this article" in plain


def test_claims_of_other_articles_are_left_aside() -> None:
    page = write_article_page(DOCUMENT, [], KNOWLEDGE.claims, KNOWLEDGE.entities)
    assert page.count("data-claim=") == sum(item.article == NAME for claim in CLAIMS for item in claim.evidence)


def test_markdown_is_shown_and_its_signs_are_hidden_but_kept() -> None:
    text = "**Born:** 1991. *Closeness* (*Tesnota*), 5 * 3 * 2 and snake_case_name, _Dylda_."
    page = write_article_page(Document("a.md", text, "0" * 64), [], [], [])
    assert Text(page).blocks[0].rstrip("\n") == text
    assert re.findall(r'class=" (\w+)">([^<]*)<', page) == [
        (face, words)
        for kind, sign, inside in (("bold", "**", "Born:"), *(("italic", "*", n) for n in ("Closeness", "Tesnota")),
                                   ("italic", "_", "Dylda"))
        for face, words in (("sign", sign), (kind, inside), ("sign", sign))
    ]  # fmt: skip
    assert 'class=" sign"' not in write_article_page(Document("a.txt", text, "0" * 64), [], [], [])


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=8)


@given(spans, spans)
def test_overlapping_spans_lose_no_letter(names: list[tuple[int, int]], said: list[tuple[int, int]]) -> None:
    text = "Ab <i>& é😀 *cd* ef __gh__ ij kl mn op qr st uv wx yz. Ab *cd ef* gh ij"
    document = Document("a.md", text, "0" * 64)
    mentions = [Mention(a, min(a + n, len(text)), EntityType.FILM, "film/x") for a, n in names]
    claims = [
        Claim("film/x", "genre", Literal("x"), (), (Evidence("a.md", a, end, "", Modality.ASSERTED, "r"),))
        for a, end in ((a, min(a + n, len(text))) for a, n in said)
    ]
    page = Text(write_article_page(document, mentions, claims, []))
    assert page.blocks[0].rstrip("\n") == text


def test_hostile_articles_stay_text() -> None:
    for i, attack in enumerate(ATTACKS):
        attack = attack.replace("\ud800", "")
        entity = Entity(f"film/{i}", EntityType.FILM, attack, (attack,))
        evidence = Evidence("a", 0, len(attack), attack, Modality.HEDGED, attack, cue=attack, speaker=attack)
        claim = Claim(entity.id, "genre", Literal(attack), (("role", Literal(attack)),), (evidence,))
        fields = dict.fromkeys(("title", "author", "publisher", "date", "language", "url"), attack)
        document = replace(Document("a", attack, "0" * 64), **fields)  # type: ignore[arg-type]
        page = Text(
            write_article_page(document, [Mention(0, len(attack), EntityType.FILM, entity.id)], [claim], [entity])
        )
        assert set(page.tags) <= set(Text(PAGE).tags) | {"em"}
        assert not any(name.startswith("on") or name in {"href", "src"} for name, _ in page.attributes)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    attack = " ".join(ATTACKS).replace("\ud800", "")
    entity = Entity("film/attack", EntityType.FILM, attack, (attack,))
    evidence = Evidence("a", 0, len(attack), attack, Modality.HEDGED, attack, cue=attack, speaker=attack)
    claim = Claim(entity.id, "genre", Literal(attack), (("role", Literal(attack)),), (evidence,))
    fields = dict.fromkeys(("title", "author", "publisher", "date", "language", "url"), attack)
    document = replace(Document("a", attack, "0" * 64), **fields)  # type: ignore[arg-type]
    mention = Mention(0, len(attack), EntityType.FILM, entity.id)
    return {"article": PAGE, "hostile": write_article_page(document, [mention], [claim], [entity])}


def lit(page: Page, what: str) -> list[str]:
    return [element.text for element in page.all(f"{what}.lit")]


def hover(page: Page, element: object) -> None:
    from selenium.webdriver import ActionChains

    ActionChains(page.driver).move_to_element(element).perform()


def test_a_claim_lights_up_its_sentence_and_a_sentence_its_claims(show: Callable[..., Page]) -> None:
    page = show("article")
    row = next(row for row in page.all("[data-claim]") if "Golden Leopard" in row.text)
    row.click()
    assert "".join(lit(page, "[data-claims]")) == "Winter Harbour won the Golden Leopard there."
    page.keys(ESCAPE)
    assert lit(page, "[data-claims]") == []
    sentence = next(s for s in page.all("[data-claims][tabindex]") if s.text.startswith("She studied"))
    sentence.send_keys(ENTER)
    assert len(lit(page, "[data-claim]")) >= 3
    assert all("Lomidze" in text or "Orlova" in text or "Belsky" in text for text in lit(page, "[data-claim]"))


def test_the_pointer_lights_up_both_ways_without_a_click(show: Callable[..., Page]) -> None:
    page = show("article")
    hover(page, next(row for row in page.all("[data-claim]") if "Golden Leopard" in row.text))
    assert "".join(lit(page, "[data-claims]")) == "Winter Harbour won the Golden Leopard there."
    hover(page, next(s for s in page.all("[data-claims]") if s.text.startswith("Lighthouse Pictures")))
    assert [text for text in lit(page, "[data-claim]") if "Riga" in text]


def test_marks_of_a_type_can_be_taken_away(show: Callable[..., Page]) -> None:
    page = show("article")
    film = page.one(".name.t-Film")
    assert "underline" in film.value_of_css_property("text-decoration-line")
    page.one("[data-type=Film]").click()
    assert film.value_of_css_property("text-decoration-line") == "none"


def test_it_fits_a_telephone(show: Callable[..., Page]) -> None:
    assert show("article", width=390, height=844).js("return document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("width", "dark"), [(1400, False), (390, True)])
def test_axe_finds_nothing_to_complain_of(show: Callable[..., Page], width: int, dark: bool) -> None:
    page = show("article", width=width, dark=dark)
    page.all("[data-claim]")[0].click()
    assert page.violations() == []


def test_hostile_articles_do_nothing_in_a_browser(show: Callable[..., Page]) -> None:
    page = show("hostile")
    page.one("[data-claim]").click()
    assert page.js("return window.pwned") is None
    assert page.js("return document.images.length + document.links.length") == 0
    assert page.js("return document.documentElement.scrollWidth") == 1400
