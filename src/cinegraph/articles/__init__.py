"""Reads articles: a file (plain text, Markdown, HTML, PDF) becomes a Document with its layout and its sentences.

>>> from cinegraph.articles import document_of
>>> document = document_of("BEANPOLE\\n\\nA film by Kantemir Balagov. It won twice.", "note.txt")
>>> [document.text[sentence.start:sentence.end] for sentence in document.sentences]
['BEANPOLE', 'A film by Kantemir Balagov.', 'It won twice.']
"""

from cinegraph.articles.fetching import media_type_of, read_bytes, read_in_turn
from cinegraph.articles.reading import document_of, document_of_bytes, read_article
from cinegraph.articles.sources import KINDS, Source, find_articles

__all__ = [
    "KINDS",
    "Source",
    "document_of",
    "document_of_bytes",
    "find_articles",
    "media_type_of",
    "read_article",
    "read_bytes",
    "read_in_turn",
]
