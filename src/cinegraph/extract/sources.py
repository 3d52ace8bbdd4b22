"""Works that an article names only by what they are and who wrote them ("the novel by Ada Doe")."""

from __future__ import annotations

import re

_KIND = r"(?:short story|stage play|graphic novel|novella|novel|book|story|memoir|play|comic|autobiography|bestseller|biography|manga|webtoon|collection|classic)"
_BEFORE = re.compile(
    rf"\b(?:(?:the|an?) (?:[\w'-]+ ){{0,2}}?)?(?P<kind>{_KIND}) (?:by|of|from) (?:the )?(?:[\w'-]+ ){{0,4}}?$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:'s)? (?:[\w'-]+ ){{0,4}}?(?P<kind>{_KIND})\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe $", re.IGNORECASE)
_REACH = 80


def unnamed_work(text: str, start: int, end: int, author: str) -> tuple[str, str] | None:
    """What a work without a title is called, and the words that name it.

    :param text: the article; its author's name is ``text[start:end]``
    :param author: the author's full name

    >>> unnamed_work("From the novel by the writer Ada Doe.", 29, 36, "Ada Doe")
    ('novel by Ada Doe', 'the novel by the writer Ada Doe')
    >>> unnamed_work("From Doe's book.", 5, 8, "Ada Doe")
    ('book by Ada Doe', "Doe's book")
    """
    after = _AFTER.match(text, end, end + _REACH)
    if after is not None:
        article = _ARTICLE.search(text, max(0, start - 4), start)
        return f"{after['kind'].lower()} by {author}", text[article.start() if article else start : after.end()]
    begin = max(0, start - _REACH)
    before = _BEFORE.search(text[begin:start])
    if before is None:
        return None
    return f"{before['kind'].lower()} by {author}", text[begin + before.start() : end]
