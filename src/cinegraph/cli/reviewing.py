"""Questions one by one on a terminal, each answered with a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cinegraph.cli.card_text import passage_lines, wrapped
from cinegraph.cli.plain import one_line

if TYPE_CHECKING:
    from cinegraph.questions.review import Item

# What yes and no mean depends on what is asked.
_KEYS = {
    "a": ("accept", "merge"),
    "y": ("accept", "merge"),
    "r": ("reject", "split"),
    "m": ("merge",),
    "s": ("split",),
}
_NAMES = {"accept": "[a]ccept", "reject": "[r]eject", "merge": "[m]erge", "split": "[s]plit"}
HELP = (
    "a  accept: the claim is right, the names are one",
    "r  reject: the claim is wrong, the names are two",
    "m  merge: the names are one            s  split: the names are two",
    "n  leave it open, go on (Space and Enter too)",
    "b  back to the one before              u  take the last answer back",
    "q  end; what was answered is kept (Ctrl-C too)",
)


class Answer(NamedTuple):
    """What was answered, and the decision that it makes."""

    place: int
    name: str
    record: Mapping[str, Any]


def ask(items: Sequence[Item], key: Callable[[], str], say: Callable[[str], None], window: int | None) -> list[Answer]:
    """Go through the items, until all are seen or somebody ends it.

    :param key: waits for a key and gives it
    :returns: the answers, at most one for each item, in the order in which they were given
    """
    answers: list[Answer] = []
    place, told = 0, -1
    while place < len(items):
        if told != place:
            for line in item_lines(items[place], place + 1, len(items), window):
                say(line)
            told = place
        pressed = _pressed(key)
        if pressed == "q":
            break
        if pressed == "b":
            place, told = max(0, place - 1), -1
        elif pressed == "u":
            if answers:
                place, told = answers.pop().place, -1
                say("Taken back.")
        elif pressed in ("n", " ", "\r", "\n"):
            place += 1
        elif name := _meant(pressed, items[place]):
            answers = [each for each in answers if each.place != place]
            answers.append(Answer(place, name, items[place].decisions[name]))
            say(click.style(f"  → {name}", fg="green"))
            place += 1
        else:
            for line in HELP:
                say(f"  {line}")
    return answers


def _pressed(key: Callable[[], str]) -> str:
    try:
        pressed = key()
    except (KeyboardInterrupt, EOFError):
        return "q"
    return "q" if pressed in ("", "\x03", "\x04", "\x1b") else pressed.lower()


def _meant(pressed: str, item: Item) -> str | None:
    return next((name for name in _KEYS.get(pressed, ()) if name in item.decisions), None)


def item_lines(item: Item, number: int, of: int, window: int | None) -> Iterator[str]:
    """An item as people read it: the question, why it is asked, what is meant, the sentences, the keys."""
    yield ""
    yield from (
        click.style(line, bold=True) for line in wrapped(f"{number}/{of}  {one_line(item.question)}", "", window)
    )
    yield from wrapped(f"Doubtful because: {one_line(item.reason)}", "  ", window)
    for line in item.about:
        yield from wrapped(one_line(line), "  ", window)
    for passage in item.passages:
        yield from passage_lines(passage, "    ", window)
    yield click.style(
        "  " + "  ".join([*(_NAMES[name] for name in item.decisions), "[n]ext  [b]ack  [u]ndo  [q]uit  [?]"]), dim=True
    )
