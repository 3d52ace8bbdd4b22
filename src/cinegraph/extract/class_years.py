"""When and in what somebody graduated, as the news of a school set it behind a name: "(Directing, 2016)", "(MFA ’08)", "’12"."""

from __future__ import annotations

import re

DEPARTMENTS = (
    "directing|direction|acting|editing|cinematography|screenwriting|scriptwriting|producing|production|animation|documentary|photography|sound|film|writing|composition|design"
)
_IN_PARENTHESES = re.compile(
    rf" \((?P<field>{DEPARTMENTS}|m\.?f\.?a\.?|b\.?f\.?a\.?|m\.?a\.?|b\.?a\.?|ph\.?d\.?|class of)(?: in [\w ]{{3,24}}| (?:department|programme|program|course|major))?,? ?(?:(?:diploma|degree|class of|class|graduated|grad\.?|graduation|batch)(?: in| of)? ?)?['’]?(?P<year>(?:19|20)?\d\d)\)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:,? | \()['’](?P<year>\d\d)\b(?!s)")
_CENTURY = "40"


def year_of_a_class(text: str, end: int) -> dict[str, str]:
    """The year, and where it is told the field, in which whoever is named before ``end`` graduated; empty where nothing says so.

    >>> year_of_a_class("Ada Doe (Directing, 2016) won.", 7), year_of_a_class("Night Bus (Norway, 2016) won.", 9)
    ({'year': '2016', 'field': 'directing'}, {})
    >>> year_of_a_class("ADA DOE (editing, diploma 2016)", 7)
    {'year': '2016', 'field': 'editing'}
    >>> year_of_a_class("Ada Doe ’98 won.", 7), year_of_a_class("Ada Doe (’98), editor", 7)
    ({'year': '1998'}, {'year': '1998'})
    """
    match = _IN_PARENTHESES.match(text, end) or _ALONE.match(text, end)
    if match is None:
        return {}
    year = match["year"]
    if len(year) == 2:
        year = f"{'19' if year > _CENTURY else '20'}{year}"
    field = match.groupdict().get("field", "").lower()
    return {"year": year, "field": field} if field in DEPARTMENTS.split("|") else {"year": year}
