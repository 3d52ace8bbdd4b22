"""Names like a given one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cinegraph.errors import InputError
from cinegraph.questions.answers import Table
from cinegraph.questions.names import LONGEST
from cinegraph.questions.portraits import portraits

if TYPE_CHECKING:
    from cinegraph.kinds import EntityType
    from cinegraph.store import Store

COLUMNS = ("name", "type", "id", "matched", "score", "what")


def search(store: Store, text: str, limit: int = 20, type: EntityType | None = None) -> Table:
    """The entities with a name like this one, best first, each with a line that tells it apart.

    :returns: rows of preferred name, type, id, the name that fits, how well it fits (to 100) and what the entity is
    :raises InputError: if the text is empty or far too long
    """
    asked = text.strip()
    if not asked or len(asked) > LONGEST:
        raise InputError(f"a text of {len(asked)} characters cannot be looked up; give one of 1 to {LONGEST}")
    hits = store.names.search(asked, limit, type)
    seen = portraits(store, [hit.id for hit in hits])
    rows = [(hit.label, hit.type.value, hit.id, hit.name, round(hit.score), seen[hit.id].what) for hit in hits]
    return Table(COLUMNS, tuple(rows))
