"""Pages of connections and of conflicts, with the sentences behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cinegraph.errors import CinegraphError
from cinegraph.questions.words import statement_of
from cinegraph.service.asking import _near, _status
from cinegraph.service.params import Params
from cinegraph.service.rendering import hint, page
from cinegraph.service.reply import Reply
from cinegraph.service.settings import Settings

if TYPE_CHECKING:
    from cinegraph.store import Store

_SHOWN = 200


def path(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """How two names are connected (``from``, ``to``): the shortest ways, with the sentence behind each step."""
    from cinegraph.questions.names import find_entity
    from cinegraph.questions.paths import CERTAIN, UNCERTAIN, Wanted, find_paths

    params = Params(task)
    start, end, uncertain = params.text("from"), params.text("to"), bool(params.text("uncertain"))
    shown: dict[str, Any] = {"found": None, "problem": "", "hints": [], "statement": statement_of}
    status = 200
    if start and end:
        wanted = Wanted(hops=params.number("hops", 6, 1, 8), statuses=UNCERTAIN if uncertain else CERTAIN)
        try:
            ends = [find_entity(store, name).id for name in (start, end)]
            shown["found"] = find_paths(store, ends[0], ends[1], wanted)
        except CinegraphError as error:
            status, shown["problem"] = _status(error), error.message
            shown["hints"] = [hint(each) for each in _near(error)]
    return page("path.html", status, here="path", start=start, end=end, uncertain=uncertain, **shown)


def conflicts(store: Store, task: Mapping[str, Any], settings: Settings) -> Reply:
    """Where articles disagree, side by side, the gravest first; ``kind`` narrows it."""
    from cinegraph.questions.conflicts import KINDS, find_conflicts

    kind = Params(task).text("kind")
    found = find_conflicts(store, kinds=(kind,) if kind in KINDS else KINDS)
    return page(
        "conflicts.html",
        here="conflicts",
        kind=kind if kind in KINDS else "",
        kinds=KINDS,
        conflicts=found.conflicts[:_SHOWN],
        number=len(found.conflicts),
        passages=found.passages,
        statement=statement_of,
    )
