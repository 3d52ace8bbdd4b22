"""Countries as line-ups and credits shorten them ("Sing-Fr-Neth", "S Kor")."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from cinegraph.resources import resource


@cache
def _short() -> dict[str, str]:
    data = tomllib.loads(resource("data", "lexicon", "patterns", "countries.toml").read_text(encoding="utf-8"))["short"]
    return {form.replace("|", " "): name for name, forms in data.items() for form in forms.split()}


def short_country(text: str) -> str | None:
    """The name of the country that a short form stands for, or None.

    >>> short_country("Neth"), short_country("S. Kor."), short_country("Ada")
    ('Netherlands', 'South Korea', None)
    """
    return _short().get(" ".join(re.sub(r"\.", " ", text.lower()).split()))


def country_of_code(code: str) -> str:
    """The name of the country that has a code of two letters (ISO 3166-1), as people use it; nothing where none has it.

    >>> country_of_code("CH"), country_of_code("VN"), country_of_code("XX")
    ('Switzerland', 'Vietnam', '')
    """
    import pycountry

    country = pycountry.countries.get(alpha_2=code)
    return "" if country is None else getattr(country, "common_name", country.name)
