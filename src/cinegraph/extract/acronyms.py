"""Short names that an article itself explains: "the Hill Town Film Festival (HTFF)" is HTFF from there on, and was before."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from cinegraph.extract.nodes import Node
from cinegraph.extract.overlaps import Overlaps
from cinegraph.extract.registry import Registry
from cinegraph.extract.text import occurrences
from cinegraph.model import Document

_GLOSS = re.compile(r" \((?P<short>[A-Z][A-Z&]{2,7})\)")
_INITIALS = re.compile(r" \((?P<short>[A-Z]{2,4})\)")
_AND_AWARDS = re.compile(r" (?:and|&) Awards(?! [Cc]eremon)\b")
_WORD = re.compile(r"[^\W_]+")
# "IDFF", "ICFF"
_LETTERS = re.compile(r"[A-Z]{1,4}FF?")


def with_acronyms(nodes: list[Node], document: Document, text: str, registry: Registry) -> list[Node]:
    """The nodes, with a festival's or an organisation's short name wherever it stands, once its own words explain it.

    :param text: the document's text, normalised
    """
    short: dict[str, Node] = {}
    nodes = _with_names_behind(nodes, text, registry, short)
    for node in nodes:
        if node.letter == "P" and len(node.ids) == 1 and (gloss := _INITIALS.match(text, node.end)) and gloss["short"] == _initials(node.text):
            short.setdefault(gloss["short"], node)
        if node.letter not in "EO" or len(node.ids) != 1:
            continue
        if node.letter == "E" and (more := _AND_AWARDS.match(text, node.end)):
            node.end, node.text = more.end(), node.text + more.group()
            registry.see(node.ids[0], node.text)
        gloss = _GLOSS.match(text, node.end)
        if gloss is not None and _spells(gloss["short"], text[node.start : node.end]):
            short.setdefault(gloss["short"], node)
    if not short:
        return nodes
    ends = [sentence.end for sentence in document.sentences]
    standing = Overlaps((node.start, node.end, node) for node in nodes)
    again: list[Node] = []
    for start, end in occurrences(short, text, "-'&"):
        index = bisect_right(ends, start)
        over = standing.of(start, end)
        if index == len(ends) or not document.sentences[index].start <= start < end <= ends[index]:
            continue
        if all(start <= n.start and n.end <= end for n in over):
            long = short[text[start:end]]
            registry.see(long.ids[0], text[start:end])
            again.append(Node(long.letter, start, end, text[start:end], long.ids))
    renamed = Overlaps((node.start, node.end, node) for node in again)
    kept = [node for node in nodes if not renamed.of(node.start, node.end)]
    return sorted([*kept, *again], key=lambda node: node.start)


def _with_names_behind(nodes: list[Node], text: str, registry: Registry, short: dict[str, Node]) -> list[Node]:
    """The nodes, where a known festival in quotation marks takes the letters before it (`IDFF "Oslo Days"`): they stand for it from there on."""
    kept: list[Node] = []
    for node in nodes:
        last = kept[-1] if kept else None
        if last is not None and last.letter == "E" and _is_name_behind(node, last, text, registry):
            short.setdefault(last.text, node)
            kept.pop()
            node = replace(node, start=last.start, text=text[last.start : node.end])
        kept.append(node)
    return kept


def _is_name_behind(node: Node, letters: Node, text: str, registry: Registry) -> bool:
    """Whether a known festival stands in quotation marks right behind letters that are none."""
    if node.letter != "E" or len(node.ids) != 1 or text[letters.end : node.start] not in (' "', " «"):
        return False
    unknown = not any(registry.draft(id_).lexicon for id_ in letters.ids)
    return unknown and _LETTERS.fullmatch(letters.text) is not None and registry.draft(node.ids[0]).lexicon is not None


def _initials(name: str) -> str:
    """ "Ada Doe (AD)" asks a question, further down, as AD."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _spells(short: str, name: str) -> bool:
    """Whether letters are the first ones of a name's words, in their order, from its first word on.

    >>> _spells("HTFF", "Hill Town Film Festival"), _spells("FIPRESCI", "Hill Town Film Festival")
    (True, False)
    """
    initials = iter(word[0].upper() for word in _WORD.findall(name))
    letters = short.replace("&", "")
    return letters[:1] == name[:1].upper() and all(letter in initials for letter in letters)
