"""Layout: blocks (headings, lists, captions, turns of interviews …) and sentences, with their offsets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cinegraph.articles import document_of, find_articles, read_article
from cinegraph.articles.boilerplate import is_boilerplate
from cinegraph.articles.captions import byline_name, is_caption
from cinegraph.articles.dates import is_dateline
from cinegraph.articles.layout import layout_of
from cinegraph.articles.lines import BLANK
from cinegraph.articles.sentences import sentence_spans
from cinegraph.articles.shapes import name_words
from cinegraph.model import BlockKind, Document

SHARED = Path(__file__).parents[2] / "shared" / "articles"
PACKAGED = Path(__file__).parents[1] / "data" / "articles"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in layout_of(text)]


def turns(text: str) -> list[tuple[str, str | None, str]]:
    return [
        (block.kind.value, block.speaker, text[block.start : block.end])
        for block in layout_of(text)
        if block.kind in (BlockKind.QUESTION, BlockKind.ANSWER)
    ]


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


class TestHeadings:
    def test_marked_with_their_levels(self) -> None:
        text = "# One #\n\nText is here.\n\n### Three\n\nTwo\n---\nMore text is here.\n\n**Bold one**\n\nAnd text."
        found = [(b.level, text[b.start : b.end]) for b in layout_of(text) if b.kind is BlockKind.HEADING]
        assert found == [(1, "One"), (3, "Three"), (2, "Two"), (3, "Bold one")]

    def test_in_plain_text(self) -> None:
        text = "Snow in June\n\nIt snowed all day.\n\nWhat the jury saw\n\nThe jury saw snow."
        found = [(b.kind.value, b.level) for b in layout_of(text)]
        assert found == [("heading", 1), ("paragraph", 0), ("heading", 2), ("paragraph", 0)]

    def test_a_title_that_ends_like_a_sentence_but_is_repeated(self) -> None:
        assert (
            kinds("It snowed.\n\nIt snowed.\n\nIn June it snowed all day long.")[:2] == [("heading", "It snowed.")] * 2
        )

    def test_a_question_above_the_text_is_a_title(self) -> None:
        assert kinds("Who lit the lamp?\n\nNobody knows, and nobody asked.")[0] == ("heading", "Who lit the lamp?")

    def test_lines_that_introduce_are_no_headings(self) -> None:
        text = "These are the films that were shown in the harbour hall:\n\n- First Snow\n- Second Snow"
        assert kinds(text)[0][0] == "paragraph"
        assert kinds("Text was here.\n\nCast:\n\n- Ada Lens")[1] == ("heading", "Cast:")


class TestListsAndTables:
    @pytest.mark.parametrize("mark", ["-", "*", "•", "–", "1.", "12)", "(3)", "a)", "▪"])
    def test_the_mark_is_not_the_content(self, mark: str) -> None:
        text = f"Shown were:\n\n{mark} First Snow\n{mark} Second Snow\n"
        assert kinds(text)[1:] == [("list_item", "First Snow"), ("list_item", "Second Snow")]

    def test_levels_by_indentation(self) -> None:
        text = "- Films\n  - First Snow\n    - Part one\n- Books"
        assert [block.level for block in layout_of(text)] == [1, 2, 3, 1]

    def test_a_year_is_no_number_of_a_list(self) -> None:
        assert kinds("1951. Born in a town by the sea.")[0] == ("paragraph", "1951. Born in a town by the sea.")

    def test_markdown_tables(self) -> None:
        text = "| Year | Film |\n|------|:----:|\n| 2029 | First Snow |\n"
        assert kinds(text) == [("table_row", "Year | Film"), ("table_row", "2029 | First Snow")]

    def test_tabs(self) -> None:
        text = "Year\tFilm\n2029\tFirst Snow\n"
        assert kinds(text) == [("table_row", "Year\tFilm"), ("table_row", "2029\tFirst Snow")]

    def test_credits_under_their_film(self) -> None:
        text = (
            "FIRST SNOW (Norway, 2029, 91 min)\nDirector: Ada Lens\nScreenplay: Ada Lens and Max Reel\n"
            "Silver Buoy, Harbour Lights 2029\n\nSECOND SNOW (Norway, 2031, 99 min)\nDirected by Ada Lens\n"
            "With Ola Dahl\n"
        )
        found = [kind for kind, _ in kinds(text)]
        assert found == ["heading", "list_item", "list_item", "list_item", "heading", "list_item", "list_item"]

    def test_line_ups_and_winners_without_bullets(self) -> None:
        text = (
            "FIRST SNOW (Norway), Ada Lens, 91 min\nOH, SNOW! (Peru), Max Reel, 80 min\nSLEET (Iran), Mina Azar, 7 min"
        )
        assert [kind for kind, _ in kinds(text)] == ["list_item"] * 3
        text = "Grand Prix: First Snow\nJury Prize: Sleet\nBest Director: Mina Azar, Sleet"
        assert [kind for kind, _ in kinds(text)] == ["list_item"] * 3
        text = "**Born:** 1991, Oslo\n**Trained:** Oslo Film School\n**Films:** *First Snow*, *Sleet*"
        assert [kind for kind, _ in kinds(text)] == ["list_item"] * 3

    def test_winners_under_their_prizes(self) -> None:
        text = "It snowed.\n\nBest Film\nSnow, dir. Ada Lens\n\nBest Actor\nOla Dahl for Sleet\n\nAudience Award: Hail"
        expected = ["heading", "list_item", "heading", "list_item", "list_item"]
        assert [kind for kind, _ in kinds(text)[1:]] == expected

    def test_a_list_under_a_heading_in_capitals(self) -> None:
        text = 'COMPETITION\n"First Snow" by Ada Lens (Norway)\n"Sleet" by Mina\n\nJURY\n\nAda Lens\nOla Dahl\nMax Reel'
        expected = ["heading", "list_item", "list_item", "heading", "list_item", "list_item", "list_item"]
        assert [kind for kind, _ in kinds(text)] == expected

    def test_a_title_its_data_and_its_credits(self) -> None:
        text = "# Films\n\nFirst Snow\nNorway, 2029\nDirector: Ada Lens\n\nSleet\nIran, 2031\nDirector: Mina Azar"
        found = [(block.kind.value, block.level) for block in layout_of(text)]
        assert found == [("heading", 1), *[("heading", 2), ("list_item", 1), ("list_item", 1)] * 2]

    def test_titles_above_the_text_are_no_list(self) -> None:
        text = (
            "SNOW IN JUNE\nA festival, a lamp, and rain\nAda Lens\n2 April 2031\nIt snowed all day and into the night."
        )
        assert [kind for kind, _ in kinds(text)] == ["heading", "heading", "byline", "byline", "paragraph"]

    def test_a_sentence_alone_without_its_full_stop(self) -> None:
        assert kinds("First Snow was directed by Ada Lens")[0][0] == "paragraph"
        assert kinds("Directed by Ada Lens, First Snow was shot in Oslo.")[0][0] == "paragraph"

    def test_headlines_with_a_colon_are_no_list(self) -> None:
        text = "It snowed.\n\nSnow: how it fell\n\nRain: an apology from the sky\n\nHail: a portrait"
        assert [kind for kind, _ in kinds(text)[1:]] == ["heading"] * 3


class TestCaptionsAndBylines:
    @pytest.mark.parametrize(
        "line",
        [
            "Still from First Snow", "A scene from First Snow, dir. Ada Lens (2029). Image: Archive", "Photo: Max Reel",
            "From left: Ada Lens and Max Reel", "Left: The Lamp, Ola Dahl, 1793", "Image: Harbour Lights Festival",
            "Ada Lens at the Harbour Lights Festival, 2029", "Ada Lens and Max Reel at the Harbour Lights in 2029.",
            "Frame from the film “Sleet”. Harbour Lights press office", "First Snow, dir. Ada Lens, 2029",
            "Ada Lens at Harbour Lights 2029. Photo provided by the film crew", "Photograph by Max Reel",
            "(Photo: Max Reel/Archive)", "Courtesy of the Harbour Lights Festival", "Left to right: Ada Lens, Max Reel",
        ],
    )  # fmt: skip
    def test_captions(self, line: str) -> None:
        assert is_caption(line)

    @pytest.mark.parametrize(
        "line",
        [
            "Ada Lens was at the Harbour Lights Festival in 2029.", "Scenes from a Marriage", "It won a prize in 2029.",
            "The photo shows nothing.", "She left: nobody asked why.", "PORTRAIT OF A LAMP (Peru), Ada Lens, 80 min",
            "They met at the Harbour Lights Festival in 2029.", "In the picture she plays a nurse.",
        ],
    )  # fmt: skip
    def test_no_captions(self, line: str) -> None:
        assert not is_caption(line)

    @pytest.mark.parametrize(
        ("line", "who"),
        [
            ("By Ada Lens", "Ada Lens"), ("by Ada Lens and Max Reel", "Ada Lens"), ("Written by Ada Lens", "Ada Lens"),
            ("Text: Ada Lens", "Ada Lens"), ("Interview by Ada Lens, Oslo", "Ada Lens"), ("*By Ada Lens*", "Ada Lens"),
            ("Translated from Russian by Max Reel", "Max Reel"), ("By Ada Lens | The Lantern", "Ada Lens"),
            ("By Ada Lens      @adalens", "Ada Lens"), ("By Ada Lens ada.lens@lantern.example", "Ada Lens"),
            ("By Night - A Film Of Rain And Snow", None),
            ("By Ludwig van der Berg", "Ludwig van der Berg"), ("Translated from the Danish by Max Reel", "Max Reel"),
            ("By then it was late", None), ("By the sea", None), ("Nearby Ada Lens", None), ("By 2029", None),
        ],
    )  # fmt: skip
    def test_bylines(self, line: str, who: str | None) -> None:
        assert byline_name(line) == who

    def test_a_name_alone_under_the_title_or_over_a_biography(self) -> None:
        top = "Snow in June\n\nAda Lens\n\n2 April 2031\n\nIt snowed all day and into the night."
        assert [kind for kind, _ in kinds(top)] == ["heading", "byline", "byline", "paragraph"]
        undated = "Snow in June\n\nAda Lens\n\nIt snowed all day and into the night."
        assert [kind for kind, _ in kinds(undated)] == ["heading", "byline", "paragraph"]
        end = "Snow in June\n\n" + "It snowed.\n\n" * 8 + "Ada Lens\n\nAda Lens is a student of snow."
        assert kinds(end)[-2:] == [("byline", "Ada Lens"), ("paragraph", "Ada Lens is a student of snow.")]

    def test_the_subject_of_an_article_is_not_its_author(self) -> None:
        text = "Ada Lens\n\nLens was born in Oslo.\n\nAda Lens\n\nShe has made two films about snow."
        assert kinds(text)[0][0] == "heading"
        under = "Portrait of the week\n\nAda Lens\n\nLens was born in Oslo in 1991."
        assert kinds(under)[1][0] == "heading"

    @pytest.mark.parametrize(
        "line",
        [
            "By our correspondent in Oslo3 May 2031", "By La rédaction - 3 May 2031 à 17:40", "By Ada Lens 3 May 2031",
            "Posted May 3, 2031 by the editors | Leave a comment",
        ],
    )  # fmt: skip
    def test_bylines_with_their_dates(self, line: str) -> None:
        text = f"Snow in June\n\n{line}\n\nU.S. Narrative\n\nIt snowed all day and into the night."
        assert [kind for kind, _ in kinds(text)] == ["heading", "byline", "heading", "paragraph"]
        assert is_dateline(line) == "2031-05-03"

    def test_a_credit_is_no_byline(self) -> None:
        text = "It snowed.\n\nDirected by Ada Lens\nWritten by Max Reel\nMusic by Ola Dahl"
        assert [kind for kind, _ in kinds(text)[1:]] == ["list_item"] * 3


class TestBoilerplate:
    @pytest.mark.parametrize(
        "line",
        [
            "Skip to main content", "[ad_1]", "Source link", "Read more", "READ MORE:", "Sign up for our newsletter",
            "Newsletter", "Share", "Share this article", "Share on Facebook", "Home | Films | About | Contact", ".png)",
            "image-2029_final.jpeg", "https://lantern.example/a", "Advertisement", "© 2031 The Lantern",
            "Leave a comment",
            "Join our mailing list and hear from us once a month!", "5 min read",
            "We use cookies to improve your experience and for analytics.", "Watch First Snow online here.",
            "Related articles",
            "You may also like", "Follow us on Instagram", "Tags: snow, lamps", "<div class=\"ad\">",
            "Subscribe now", "All rights reserved.",
            "This website uses cookies. By continuing you accept our privacy policy.",
            "Watch\u00a0Sleet online\u00a0here.",
        ],
    )  # fmt: skip
    def test_boilerplate(self, line: str) -> None:
        assert is_boilerplate(line)

    @pytest.mark.parametrize(
        "line",
        [
            "Read More is a film by Ada Lens.", "Home is where the lamp is.", "The newsletter of the festival said so.",
            "We use lamps.", "Following the premiere, she left for Oslo.", "Sources close to the jury disagree.",
            "Print is dying, she says, and nobody mourns it.", "About Endlessness won the Silver Lion.",
            "Search for Snow (2029)",
            "[Translated]", "2029", "The Watch | Peru | 2029", "Contact with the audience matters to her.",
        ],
    )  # fmt: skip
    def test_text(self, line: str) -> None:
        assert not is_boilerplate(line)

    def test_it_has_no_sentences(self) -> None:
        document = document_of("It snowed.\n\nRead more\n\nRain: an apology from the sky")
        assert [document.text[s.start : s.end] for s in document.sentences] == [
            "It snowed.",
            "Rain: an apology from the sky",
        ]


class TestInterviews:
    def test_names_before_the_answers_only(self) -> None:
        text = (
            "How did you two meet?\nADA LENS: At the harbour. It snowed.\nAnd then?\nLENS: Then we left.\n"
            "MAX REEL: I stayed, in fact.\nYour films are full of lamps.\nREEL: They are.\n"
        )
        assert turns(text) == [
            ("question", None, "How did you two meet?"),
            ("answer", "ADA LENS", "At the harbour. It snowed."),
            ("question", None, "And then?"),
            ("answer", "LENS", "Then we left."),
            ("answer", "MAX REEL", "I stayed, in fact."),
            ("question", None, "Your films are full of lamps."),
            ("answer", "REEL", "They are."),
        ]

    def test_an_answer_of_several_paragraphs(self) -> None:
        more = (
            "We had a lamp and two coats, and no camera. Every night we carried it all "
            "up the stairs, and every morning we carried it down again, so that the neighbours thought we were selling "
            "coats, and the police came to buy one for our uncle, who had lost his own at the harbour."
        )
        text = f"What did you bring?\n\nLENS: Little.\n\n{more}\n\nAnd you?\n\nREEL: Nothing.\n\nLENS: He lies."
        assert turns(text)[2] == ("answer", "LENS", more)
        assert turns(text)[3] == ("question", None, "And you?")

    def test_captions_and_pull_quotes_between_the_turns(self) -> None:
        text = (
            "Why lamps?\nLENS: They are cheap.\nOslo, Norway\nStill from First Snow\n"
            "“THEY ARE\nCHEAP AND\nBRIGHT.”\nAre you sure?\nLENS: I am."
        )
        found = kinds(text)
        assert found[2:5] == [
            ("caption", "Oslo, Norway"), ("caption", "Still from First Snow"), ("heading",
            "“THEY ARE\nCHEAP AND\nBRIGHT.”"),
        ]  # fmt: skip
        assert [kind for kind, _ in found] == [
            "question",
            "answer",
            "caption",
            "caption",
            "heading",
            "question",
            "answer",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Q: Why lamps?\nA: They are cheap.",
            "Q. Why lamps?\nA. They are cheap.",
            "**Q:** Why lamps?\n\n**A:** They are cheap.",
            "Interviewer: Why lamps?\nAda Lens: They are cheap.",
            "The Lantern: Why lamps?\nAda Lens: They are cheap.",
            "LANTERN: Why lamps?\nKB: They are cheap.",
            "**Lantern:** Why lamps?\n\n**Ada Lens:** They are cheap.",
            "**Lantern**: Why lamps?\n\n**Ada Lens**: They are cheap.",
            "Lantern — Why lamps?\nLens — They are cheap.",
            "Lantern – Why lamps?\nLens – They are cheap.",
            "[LANTERN]: Why lamps?\n[LENS]: They are cheap.",
            "LANTERN: Why lamps?\nLENS (laughs): They are cheap.",
            "— Why lamps?\n— They are cheap.\n— And bright?\n— They are.",
            "**Why lamps?**\n\nThey are cheap.\n\n**And bright?**\n\nThey are.",
            "*Why lamps?*\n\nThey are cheap.\n\n*And bright?*\n\nThey are.",
            "### Why do you use lamps?\n\nThey are cheap.\n\n### Are they bright?\n\nThey are.",
            "Why do you use lamps?\n\nThey are cheap.\n\nAre they bright?\n\nThey are.\n\nAre you?\n\nNo.",
            "**Max Reel** Why lamps?\n\n**Ada Lens** They are cheap.\n\n**Max Reel** Really?\n\n**Ada Lens** Yes.",
            "Interview\n\nLantern\nWhy lamps?\n\nAda Lens\nThey are cheap.\n\nLantern\nReally?\n\nAda Lens\nYes.",
            "1. Why do you use lamps?\nThey are cheap.\n\n2. And do you see?\nYes.\n\n3. Are you sure?\nYes.",
            "KB:\n\nThey are cheap.\n\nReally?\n\nKB: Why lamps?\n\nReally?\n\nKB: They are cheap.",
        ],
    )
    def test_forms(self, text: str) -> None:
        found = turns(text)
        assert "They are cheap." in [said for kind, _, said in found if kind == "answer"]
        questions = [said for kind, _, said in found if kind == "question"]
        assert questions
        assert all(said.endswith("?") for said in questions)

    def test_speakers_as_printed(self) -> None:
        text = "**The Lantern:** Why lamps?\n\n**Ada Lens:** So.\n\n**The Lantern:** And bright?\n\n**AL:** Yes."
        assert [speaker for _, speaker, _ in turns(text)] == ["The Lantern", "Ada Lens", "The Lantern", "AL"]

    def test_bold_questions_with_one_named_answer(self) -> None:
        text = "**lantern: Why lamps?**\n\n**Lens:** So.\n\n**An example, please.**\n\nThis one.\n\n**And?**\n\nNo."
        assert turns(text) == [
            ("question", "lantern", "Why lamps?"), ("answer", "Lens", "So."),
            ("question", None, "An example, please."),
            ("answer", "Lens", "This one."), ("question", None, "And?"), ("answer", "Lens", "No."),
        ]  # fmt: skip

    def test_a_title_with_a_name_and_a_quotation_is_no_turn(self) -> None:
        text = 'Ada Lens: "I hate lamps"\n\nShe sits by a window.\n\nLANTERN: Why lamps?\n\nADA LENS: They are cheap.'
        assert kinds(text)[0] == ("heading", 'Ada Lens: "I hate lamps"')
        assert [speaker for _, speaker, _ in turns(text)] == ["LANTERN", "ADA LENS"]

    @pytest.mark.parametrize(
        "text",
        [
            "Director: Ada Lens\nCast: Max Reel\nDirector: Ola Dahl\nCast: Mina Azar",
            "Grand Prix: First Snow\nGrand Prix: Sleet\nGrand Prix: Hail",
            "Ada Lens: a life in snow\n\nAda Lens: a life in snow\n\nSnow: how it fell",
            "She has a rule: never ask. Why would she?\n\nNote: the film is lost.\n\nIt snowed.",
            "The Lantern: “A triumph.”\n\nThe Harbour Post: “Unforgettable.”\n\nThe Dock: “Wet.”",
            "**Why lamps?** They are cheap.\n\n**Why snow?** It is white.",
            "Ada Lens — the director\nMax Reel — the editor\nOla Dahl — the lamp",
            "What is a lamp? A lamp is a light.\n\nWhat is snow? Snow is cold.\n\nWhat is a film? Both.",
            "2019: Ada Lens\n2020: Max Reel\n2021: Ada Lens",
        ],
    )
    def test_what_is_no_interview(self, text: str) -> None:
        assert turns(text) == []


class TestWrappedText:
    WRAPPED = (
        "The film was shown three times in the old harbour hall, and each time\n"
        "more people came in from the street, until the projectionist, Max\n"
        "Reel, had to sit on the stairs with a lamp on her knees. Nobody left\n"
        "before the end.\n"
    )

    def test_hard_wrapped_lines_are_one_paragraph(self) -> None:
        text = f"{self.WRAPPED}\n{self.WRAPPED}"
        assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph"]
        assert sentences(self.WRAPPED.strip())[-1] == "Nobody left\nbefore the end."

    def test_carriage_returns(self) -> None:
        assert len(kinds(self.WRAPPED.replace("\n", "\r\n"))) == 1

    def test_a_wrapped_list_item(self) -> None:
        text = "- " + self.WRAPPED.replace("\n", "\n  ").strip() + "\n- Second item"
        assert [kind for kind, _ in kinds(text)] == ["list_item", "list_item"]

    def test_lines_that_stand_for_themselves_stay_apart(self) -> None:
        prose = "The film was shown three times in the harbour hall and nobody left before the end of it. " * 2
        assert len(kinds(f"{prose}\n{prose}\n{prose}")) == 3
        assert len(kinds("Ada Lens in a coat\nMax Reel in a boat\nOla Dahl alone")) == 3

    def test_a_heading_right_above_wrapped_text(self) -> None:
        assert kinds(f"What the jury saw\n{self.WRAPPED}")[0] == ("heading", "What the jury saw")

    def test_turns_in_wrapped_text(self) -> None:
        text = f"Lantern: How was it?\nLens: {self.WRAPPED}Lantern: And then?\nLens: {self.WRAPPED}"
        assert [kind for kind, _, _ in turns(text)] == ["question", "answer", "question", "answer"]


class TestSentences:
    @pytest.mark.parametrize(
        "expected",
        [
            ["Mr. Turner met Dr. No.", "He left."],
            ["She lives in St. Petersburg.", "It rains."],
            ["He moved to the U.S.", "The film followed.", "The U.S. Army came.", "In L.A. he met J. J. Abrams."],
            ["“For the trauma.”", "He said so."],
            ["“Why?” he asked.", "“Nothing,” she said."],
            ['"Who\'s Afraid of Virginia Woolf?" starred two people.', "It won."],
            ["*Who Killed Captain Alex?* is Ugandan.", "*Oh, Sun! Rise Up* is not."],
            ["“Mamma Mia! Here We Go Again” opened.", "OH MERCY! (France) closed."],
            ["It lasted 3.5 hours.", "It cost 1.2 million."],
            ["Is it true?!", "Yes...", "Maybe not…", "But he came."],
            ["Directed by J. Elder Wills, with P. J. Hogan.", "It won."],
            ["The No. 1 film.", "He said no.", "The end."],
            ["See pp. 20-22, i.e. dir. Lens vs. Reel.", "Nobody did."],
            ["John Smith Jr. stars.", "So does Robert Smith Jr.", "The others do not."],
            ["ONCE UPON A TIME IN... HOLLYWOOD is long.", "Very long."],
            ["It ended at 9 p.m.", "He left at 10 p.m. sharp.", "He has a Ph.D. from Yale."],
            ["[Translated] He said it.", "(He was right.)", "Then he left."],
            ["1951. Born in a town.", "He left it in 1969.", "1970 was better."],
            ["He was born c. 1940 (d. 2001) in Mt. Vernon.", "His brother, a.k.a. Max, was not."],
            ["Movies, books, etc.", "He read all by Coen et al. in a day."],
            ["The film E.T. the Extra-Terrestrial won.", "He wept."],
            ["It opened on Jan. 5 and in Sept. 2019.", "Then it closed."],
            ["«Да.»", "Он ушёл.", "Она осталась."],
            ["はい。", "そう言った。"],
        ],
    )
    def test_rules(self, expected: list[str]) -> None:
        assert sentences(" ".join(expected)) == expected

    @pytest.mark.parametrize(
        "expected",
        [
            ["He loves cinema.", "After that he left."],
            ["“It was trauma.”", "He said so."],
            ["Why?", "Because of snow."],
        ],
    )
    def test_missing_spaces(self, expected: list[str]) -> None:
        assert sentences("".join(expected)) == expected

    @pytest.mark.parametrize(
        "text", ["See www.lamp.Example for it", "A film called U.S.A. today", "Mail ada@b.Com now"]
    )
    def test_full_stops_inside_words(self, text: str) -> None:
        assert sentences(text) == [text]


LINES = st.sampled_from(
    [
        "# A title", "It snowed. He left!", "- item one", "**Bold?**", "*Italic.*", "NAME: text.", "Q: Why?",
        "A: So.", "> quoted",
        "| a | b |", "|---|---|", "---", "===", "a\tb", "By Ada Lens", "2 April 2031", "Read more", "“Open",
        "close.”", "", " ",
        "\u00a0", "\ufeff", "\u200b", "```", "![alt](x.png)", "Ada Lens", "**Ada:**", "*", "**", "#", "1.",
        "lower case line that goes on and on, wrapped",
        "Director: X", "X (France, 2019, 90 min)", "…", "?", "(", "\r", "\x0c", "\u2028", "。", "he said: ", "[x]: y",
        "Still from X", "— Why?", "_",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(LINES, max_size=14).map("\n".join),
    st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=10).map("\n".join),
)
MARKS = re.compile(r"[\W_\d]*|[\W_\d]*[a-hA-H]\)|.*:[\s*_]*", re.DOTALL)


class TestProperties:
    @given(TEXTS)
    @settings(max_examples=400, deadline=None)
    def test_blocks_are_in_order_and_hold_all_text(self, text: str) -> None:
        position = 0
        for block in layout_of(text):
            assert position <= block.start < block.end <= len(text)
            assert not text[block.start : block.end][0].isspace()
            assert block.kind is not BlockKind.METADATA
            position = block.end

    @given(TEXTS)
    @settings(max_examples=400, deadline=None)
    def test_sentences_hold_all_text_of_their_blocks(self, text: str) -> None:
        blocks = layout_of(text)
        for block in blocks:
            position = block.start
            for start, end in sentence_spans(text, block.start, block.end):
                assert not text[position:start].strip()
                assert position <= start < end <= block.end
                position = end
            assert position == block.end

    @given(st.lists(st.text("abc XYZ,", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=6))
    def test_no_word_outside_blocks_is_lost(self, lines: list[str]) -> None:
        text = "\n\n".join(f"{line} end." for line in lines)
        covered = "".join(text[b.start : b.end] for b in layout_of(text))
        assert covered.replace(" ", "") == text.replace("\n", "").replace(" ", "")

    @given(TEXTS)
    @example('AAAAAAAAA\r?\x1eAAAAAAAAA\r"')
    @settings(max_examples=200, deadline=None)
    def test_what_stands_outside_blocks_is_white_space_or_a_mark(self, text: str) -> None:
        position = 0
        blocks = layout_of(text)
        speakers = {block.speaker for block in blocks if block.speaker}
        for block in blocks:
            assert_marks(text[position : block.start], speakers)
            position = block.end
        assert_marks(text[position:], speakers)

    def test_hostile_text_costs_no_more_than_its_length(self) -> None:
        for text in (
            "*Mr. " * 20_000,
            '"A. ' * 20_000,
            "“A. B" * 20_000,
            "A! (B " * 20_000,
            "ab\n" * 20_000,
            "By " + "a " * 50_000,
        ):
            assert document_of(text).blocks


def assert_marks(between: str, speakers: set[str]) -> None:
    for line in between.splitlines():
        bare = line.strip(BLANK)
        if bare.strip("*_# ") in speakers:
            continue
        assert MARKS.fullmatch(bare) or bare.startswith(("```", "~~~", "![")) or bare.endswith((")", "*", "_")), line


def test_names() -> None:
    assert name_words("Ludwig van der Berg") == ["Ludwig", "van", "der", "Berg"]
    for text in ("Best Director", "van der", "Ada lens", "Ada Lens Max Reel Ola Dahl", "2019", ""):
        assert name_words(text) is None


def read_all(folder: Path) -> dict[str, Document]:
    return {source.name: read_article(source) for source in find_articles([str(folder)])}


def test_the_packaged_articles() -> None:
    documents = read_all(PACKAGED)
    assert len(documents) >= 24
    for document in documents.values():
        assert document.title, document.name
        assert document.date, document.name
        assert document.sentences
        position = 0
        for block in document.blocks:
            assert position <= block.start < block.end
            position = block.end


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/articles is not here")
class TestSharedArticles:
    @pytest.fixture
    def documents(self) -> dict[str, Document]:
        return {name[:3]: document for name, document in read_all(SHARED).items()}

    def test_metadata(self, documents: dict[str, Document]) -> None:
        assert documents["001"].date == "2017-08-09"
        assert (documents["004"].date, documents["004"].author) == ("2023-07-05", "Katya Apekina")
        assert documents["002"].title == "Kantemir Balagov"
        assert documents["000"].date is None

    def test_the_interview(self, documents: dict[str, Document]) -> None:
        document = documents["004"]
        answers = [block for block in document.blocks if block.kind is BlockKind.ANSWER]
        assert {block.speaker for block in answers} == {"KANTEMIR BALAGOV", "BALAGOV", "KIRA KOVALENKO", "KOVALENKO"}
        assert len(answers) >= 40
        for block in document.blocks:
            said = document.text[block.start : block.end]
            if said.endswith("?") and len(said) < 250 and block.start > 3000:
                assert block.kind is BlockKind.QUESTION, said
        questions = [block for block in document.blocks if block.kind is BlockKind.QUESTION]
        assert len(questions) >= 30

    def test_what_surrounds_the_articles(self, documents: dict[str, Document]) -> None:
        expected = {"000": ["[ad_1]", "[ad_2]", "Source link"], "001": ["Read more"], "004": [".png)"]}
        for number, lines in expected.items():
            document = documents[number]
            found = [document.text[b.start : b.end] for b in document.blocks if b.kind is BlockKind.BOILERPLATE]
            assert found == lines

    def test_captions(self, documents: dict[str, Document]) -> None:
        captions = [
            sum(b.kind is BlockKind.CAPTION for b in documents[number].blocks) for number in ("000", "001", "004")
        ]
        assert captions == [3, 1, 7]
