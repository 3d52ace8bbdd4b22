"""Names and words of the field: festivals, sections, awards, organisations, publications, places, occupations."""

from cinegraph.lexicon.entries import Entry, Occupation, PlaceEntry
from cinegraph.lexicon.fold import fold, slug
from cinegraph.lexicon.gazetteer import Gazetteer, Match
from cinegraph.lexicon.lexicon import Lexicon, load_lexicon

__all__ = ["Entry", "Gazetteer", "Lexicon", "Match", "Occupation", "PlaceEntry", "fold", "load_lexicon", "slug"]
