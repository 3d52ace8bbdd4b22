"""Which film, festival or school "it", "the film" and "there" mean: the one of the clause, the one last spoken of, the one that the article is about."""

from __future__ import annotations

import re

from cinegraph.extract.discourse import Discourse
from cinegraph.extract.nodes import Node
from cinegraph.model import EntityType

_STUDY = re.compile(
    r"\b(?:stud(?:y|ied|ies|ying)|taught|teach\w*|graduat\w+|enrol\w+|learn\w+|train\w*|met|lectur\w+"
    r"|classes|course|diploma|degree)\b"
)
_CLAUSE_END = re.compile(r"[,;:]|\b(?:and|but|that|when|while|after|before|because|as|if|who)\b")


class ThingsMeant:
    """Finds the films, festivals and schools that the pointing words of a sentence stand for."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    def film(self, word: str, before: list[Node]) -> Node | None:
        """The film that "it", "its" or "the film" means: one of the sentence, else the one spoken of last."""
        films, aside = [n for n in before if n.letter == "F"], set[str]()
        if (word == "it" and self.discourse.previous_films and not self.discourse.nameless_film) or word == "film":
            # "Ada Doe, whose F won a prize, made it in Paris" is about the film spoken of before; so is "Ben, best known for F, left the project".
            films, told = [n for n in films if n.kind != "name" or not self.discourse.aside(n)], films
            aside = {i for n in told if n not in films for i in n.ids}
        here = [i for n in films for i in n.ids]
        if word == "its" and not here and any(n.letter in "OEU" and n.ids for n in before):
            return None
        if word == "its" and here:
            chosen = here[-1]
        elif here:
            chosen = here[0] if word == "it" else here[-1]
        elif self.discourse.nameless_film:
            return None
        elif self.discourse.previous_films:
            last = self.discourse.previous_films[-1]
            chosen = (
                self.discourse.leading_film
                if self.discourse.leading_film in self.discourse.previous_films and self.discourse.leading_film
                else last
            )
        elif self.discourse.films:
            chosen = self.discourse.films[-1]
        elif self.discourse.topic_film:
            chosen = self.discourse.topic_film
        else:
            return None
        return None if chosen in aside else self.titled(chosen, "nominal" if word == "film" else "pronoun")

    def two(self, before: list[Node]) -> Node | None:
        """The films that "both" means: the two that the sentence, or the one before it, names."""
        here = list(dict.fromkeys(i for n in before if n.letter == "F" for i in n.ids))
        ids = tuple(here or self.discourse.previous_films)
        if len(ids) != 2:
            return None
        labels = " and ".join(self.discourse.registry.draft(id_).label for id_ in ids)
        return Node("F", 0, 0, "", ids, "pronoun", note=f"both films spoken of are {labels}")

    def titled(self, id_: str, kind: str) -> Node:
        """A node for a film spoken of."""
        return Node(
            "F", 0, 0, "", (id_,), kind, note=f"the film spoken of is {self.discourse.registry.draft(id_).label}"
        )

    def place(self, word: str, before: list[Node], text_before: str, text_after: str) -> Node | None:
        """The festival or the school that "there" or "the academy" means; "here" is the school whose paper it is."""
        words = self.discourse.lowered[len(text_before) : len(self.discourse.lowered) - len(text_after)]
        alone = re.match(r"[,.;)]|$", text_after) is not None
        near = _CLAUSE_END.split(text_before)[-1] + _CLAUSE_END.split(text_after)[0]
        school = self.discourse.school
        if word == "school":
            candidates = [
                n
                for n in (self.discourse.home, school.node if school else None)
                if n is not None and self._called(n.ids[0], words)
            ]
            return self._again("O", candidates[0], "the school last named") if candidates else None
        if words == "here":
            return (
                self._again("O", self.discourse.home, "the school whose paper it is")
                if self.discourse.home is not None and _STUDY.search(near)
                else None
            )
        if word == "there" and school is not None and _STUDY.search(near):
            return self._again("O", school.node, "the school last named")
        named = [n for n in before if n.letter == "E" and n.kind == "name"]
        if words == "there" and named and alone:
            return self._again("E", named[-1], "the festival that the sentence names")
        edition = self.discourse.edition
        elsewhere = self.discourse.festival_paragraph == self.discourse.paragraph and text_before.strip()
        if edition is not None and (words == "here" or (words.startswith("the ") and not elsewhere)):
            return self._again("E", edition, "the festival that the article reports on")
        if word == "festival" and words.startswith(("the ", "this ")) and self.discourse.festival_unnamed:
            return None
        if self.discourse.festival is None or not (alone or word == "festival"):
            return None
        later = word == "festival" or school is None or self.discourse.festival_at >= school.sentence
        return self._again("E", self.discourse.festival, "the festival last named") if later else None

    def _again(self, letter: str, node: Node, note: str) -> Node:
        return Node(letter, 0, 0, "", node.ids, "nominal", dict(node.attributes), note=note)

    def _called(self, id_: str, words: str) -> bool:
        """Whether a school is called so ("the academy"); every school is one of these."""
        noun = words.split()[-1]
        draft = self.discourse.registry.draft(id_)
        entry = self.discourse.registry.lexicon.entries.get(draft.lexicon or "")
        names = " ".join([draft.label, *draft.names, *(entry.aliases if entry is not None else ())]).lower()
        return (
            noun == "school"
            or noun[:5] in names
            or (noun == "workshop" and draft.type is EntityType.ORGANIZATION and "workshop" in names)
        )
