"""Front matter: the ``---`` block of ``key: value`` lines above an article, in the subset of YAML that people write.

Values are plain text, quoted text, lists (``[a, b]`` or ``- a`` lines), blocks (``|`` and ``>``) and keys inside keys.
A YAML library would be slower by a factor of ten than all the rest of reading, and would take dates, numbers and ``no``
for something else than the text that they are; whatever this parser does not know, it refuses, and names the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cinegraph.errors import ArticleError

_OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"(?:^|(?<=[\n\r]))(?:---|\.\.\.)[ \t]*(?=[\n\r]|\Z)")
_KEY = re.compile(
    r"(?P<indent> *)(?P<key>[A-Za-z_](?:[\w .-]*?[\w.-])??|\"[^\"]+\"|'[^']+')[ \t]*:(?:[ \t]+(?P<value>.*))?$"
)
_ITEM = re.compile(r"(?P<indent> *)-(?:[ \t]+(?P<value>.*))?$")
_COMMENT = re.compile(r"[ \t]*(?:#.*)?$")
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "0": "", "r": "\r", " ": " "}
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))")
_PARTS = re.compile(r"""\s*+("(?:[^"\\]++|\\.)*+"|'(?:[^']++|'')*+'|[^,\[\]{}"'\s][^,\[\]{}"']*+)\s*+(?:,|$)""")
LONGEST = 100_000
"""Characters that front matter may have."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above an article.

    :ivar fields: keys (lower-case; a key inside a key as ``outer.inner``) and their values as text
    :ivar lines: the line of the file that each key stands in
    :ivar start: where the text between the ``---`` lines begins
    :ivar end: where it ends
    :ivar body: where the article itself begins
    """

    fields: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    start: int = 0
    end: int = 0
    body: int = 0


def read_front_matter(text: str, name: str) -> FrontMatter | None:
    """The front matter of a text, or None where it has none (a text may well begin with a ``---`` rule).

    :param name: the article's name, for errors
    :raises ArticleError: if it is never closed or a line cannot be understood; the message gives the line

    >>> read_front_matter("---\\ntitle: 'On ''Dylda'''\\n---\\nText", "a.md").fields
    {'title': "On 'Dylda'"}
    """
    opening = _OPENING.match(text)
    if not opening:
        return None
    end = opening.end() + LONGEST
    closing = _CLOSING.search(text, opening.end(), end)
    lines = text[opening.end() : closing.start() if closing else end].splitlines()
    first = next((line for line in lines if not _COMMENT.match(line)), None)
    if closing is None:
        if first is None or not _KEY.match(first):
            return None
        within = f" within {LONGEST:,} characters" if len(text) > end else ""
        raise ArticleError(
            f"line 1: the front matter opened by --- is never closed{within}; end it with a line of ---", name
        )
    if first is not None and not _KEY.match(first) and " " in first:
        return None
    parser = _Parser(lines, name)
    parser.read()
    return FrontMatter(parser.fields, parser.places, opening.end(), closing.start(), closing.end())


class _Parser:
    """Reads the lines between the ``---`` lines, one after the other."""

    def __init__(self, lines: list[str], name: str) -> None:
        self.lines, self.name = lines, name
        self.index = 0
        self.fields: dict[str, str] = {}
        self.places: dict[str, int] = {}

    def read(self) -> None:
        parents: list[tuple[int, str]] = []
        while self.index < len(self.lines):
            line = self.lines[self.index]
            if _COMMENT.match(line):
                self.index += 1
                continue
            match = _KEY.match(line)
            if not match:
                raise self.error("this is not 'key: value'")
            indent = len(match["indent"])
            while parents and parents[-1][0] >= indent:
                parents.pop()
            if indent and not parents:
                raise self.error("this line is indented, but stands under no key")
            key = ".".join([*(parent for _, parent in parents), match["key"].strip("\"'").lower()])
            if key in self.places:
                raise self.error(f"the key {key!r} stands here twice")
            self.places[key] = self.index + 2
            value = self.value((match["value"] or "").strip(), indent)
            if value is None:
                parents.append((indent, match["key"].strip("\"'").lower()))
            elif value:
                self.fields[key] = value

    def value(self, raw: str, indent: int) -> str | None:
        """The value that begins after a colon; None where keys inside this key may follow."""
        if raw[:1] in ("|", ">") and re.fullmatch(r"[|>][+-]?\d?(?:\s+#.*)?", raw):
            return self.block(raw[0], indent)
        if raw and not raw.startswith("#"):
            value = self.scalar(raw)
            self.index += 1
            return value
        self.index += 1
        return self.items(indent)

    def block(self, style: str, indent: int) -> str:
        self.index += 1
        taken: list[str] = []
        while self.index < len(self.lines):
            line = self.lines[self.index]
            if line.strip() and len(line) - len(line.lstrip()) <= indent:
                break
            taken.append(line.strip())
            self.index += 1
        return ("\n" if style == "|" else " ").join(taken).strip()

    def items(self, indent: int) -> str | None:
        taken: list[str] = []
        while self.index < len(self.lines):
            match = _ITEM.match(self.lines[self.index])
            if not match or len(match["indent"]) < indent:
                break
            taken.append(self.scalar((match["value"] or "").strip()))
            self.index += 1
        return ", ".join(item for item in taken if item) if taken else None

    def scalar(self, raw: str) -> str:
        if raw[:1] == '"':
            return self.double_quoted(raw)
        if raw[:1] == "'":
            match = re.fullmatch(r"'((?:[^']++|'')*+)'\s*(?:#.*)?", raw)
            if not match:
                raise self.error("the quotation mark ' is never closed")
            return match[1].replace("''", "'")
        if raw[:1] == "[":
            return self.flow_list(raw)
        if raw[:1] and raw[0] in "{&*!%@`":
            raise self.error(f"a value cannot begin with {raw[0]!r}; put it in quotation marks")
        return re.split(r"\s#", raw, maxsplit=1)[0].strip()

    def double_quoted(self, raw: str) -> str:
        match = re.fullmatch(r'"((?:[^"\\]++|\\.)*+)"\s*(?:#.*)?', raw)
        if not match:
            raise self.error('the quotation mark " is never closed')
        return _ESCAPE.sub(self.unescaped, match[1])

    def unescaped(self, match: re.Match[str]) -> str:
        code = match[1] or match[2]
        if code:
            if 0xD800 <= int(code, 16) <= 0xDFFF:
                raise self.error(f"\\u{code} is half a character")
            return chr(int(code, 16))
        if match[3] not in _ESCAPES:
            raise self.error(f"\\{match[3]} means nothing in quotation marks; write \\\\ for a backslash")
        return _ESCAPES[match[3]]

    def flow_list(self, raw: str) -> str:
        match = re.fullmatch(r"\[(.*)\]\s*(?:#.*)?", raw)
        if not match:
            raise self.error("the list opened by [ is not closed in this line")
        inner, position, taken = match[1].strip(), 0, []
        while position < len(inner):
            part = _PARTS.match(inner, position)
            if not part:
                raise self.error("this list cannot be understood; write it as [one, two] or as lines of '- one'")
            taken.append(self.scalar(part[1].strip()))
            position = part.end()
        return ", ".join(item for item in taken if item)

    def error(self, what: str) -> ArticleError:
        line = self.lines[self.index][:80]
        return ArticleError(f"line {self.index + 2}: the front matter is broken: {what} ({line!r})", self.name)
