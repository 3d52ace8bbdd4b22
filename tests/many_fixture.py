"""Many small articles, and an extractor that workers load by name: it says which process read what, and may kill it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from cinegraph.errors import LexiconError
from cinegraph.model import Document, Extraction
from cinegraph.pipeline import Extractor
from pipeline_fixture import extract as plain

LOG = "CINEGRAPH_TEST_LOG"
ENOUGH = 100
"""So many articles are worth two processes."""


def extract(document: Document) -> Extraction:
    """What the fixture's extractor finds; the text may tell it to end its process, to take its time, or to fail."""
    if LOG in os.environ:
        with open(os.environ[LOG], "a", encoding="utf-8") as log:
            log.write(f"{os.getpid()} {document.name}\n")
    if "DEADLY" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "MURDEROUS" in document.text:
        os.kill(os.getppid(), signal.SIGKILL)
    if "TROUBLED" in document.text:
        _die_once(document)
    if "SLOW" in document.text and slowness(Path(os.environ[LOG])).exists():
        time.sleep(0.1)
    if "HUGE" in document.text:
        bytearray(700_000_000).find(b"x")
    if "CHATTY" in document.text:
        print("said by an extractor")
    if "FAULTY" in document.text:
        raise LexiconError("words.toml, row 3: no name")
    return plain(document)


def slowness(log: Path) -> Path:
    """The file beside the log as long as which is there, articles may tell the extractor to take its time."""
    return log.with_name(f"{log.name}.slow")


def _die_once(document: Document) -> None:
    seen = Path(os.environ[LOG] + ".seen")
    if not seen.exists():
        seen.touch()
        os.kill(os.getpid(), signal.SIGKILL)


EXTRACTOR = Extractor("many", "many-1", extract)


def write_many(folder: Path, number: int = ENOUGH, more: str = "") -> Path:
    """A folder with so many articles: a film each, of five directors in all."""
    folder.mkdir(parents=True, exist_ok=True)
    surnames = ("Orlova", "Lomidze", "Belsky", "Silva", "Torv")
    for each in range(number):
        film = f"Salt Road {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[each % 26]}{'abcdefgh'[each // 26 % 8]}"
        text = f"{film} ({1990 + each % 30}) was directed by Vera {surnames[each % 5]}. {more}"
        (folder / f"{each:04}.txt").write_text(text, encoding="utf-8")
    return folder
