"""Kills, fills, races and damages a store hundreds of times, and counts what was lost.

Run by hand: python tests/benchmarks/durability.py [--trials N] [--seed N] [--json]. The articles are tiny, so that
publishing dominates. After each trial the store must hold the graph from before or the one from after, whole (compared
by a hash of every quad, article and name), the doctor must find nothing bad or mend it, and the same command must then
do its work. Anything else counts as a loss, and ends the run with exit code 1. The same seed makes the same
trials.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from cinegraph.model import EntityType
from cinegraph.pipeline import build, decide, decisions, mend, remove
from cinegraph.resolve import Decision
from cinegraph.store import open_for_building, open_store
from cinegraph.store.damage import look_over
from cinegraph.store.restore import restore
from killing import FAILED, Kill, begin, run, state_of, wait
from pipeline_fixture import EXTRACTOR, write_articles

MORE = {
    "two.txt": "Salt Road (2019) was directed by Vera Orlova.",
    "new.txt": "Rain (2020) was directed by Nino Lomidze.",
}
REJECT = Decision("reject", "Northern Line", EntityType.FILM, "Anton Belsky", EntityType.PERSON, relation="director")
# Whole seconds are spent by forking and copying; within a phase it is milliseconds that count.
LONGEST_DELAY = 0.06
Work = Callable[[Path], object]


class World(NamedTuple):
    """What the trials start from.

    :ivar old: a store; trials work on copies of it
    :ivar broken: the same, its graph damaged
    """

    folder: Path
    old: Path
    broken: Path
    backup: Path


class Scenario(NamedTuple):
    """Work that is cut off.

    :ivar start: which store it begins with
    :ivar work: given the trial's folder, in which the store is ``store``
    :ivar halfway: what of it may be done without the rest
    """

    start: str
    work: Work
    halfway: Work | None = None


def _build(trial: Path) -> object:
    return build(trial / "store", [str(trial.parent / "more")], extractor=EXTRACTOR)


def _backup(trial: Path) -> object:
    with open_store(trial / "store") as store:
        return store.backup(trial / "backup.zip", force=True)  # type: ignore[attr-defined]


def _keep(trial: Path) -> None:
    """What has been decided is kept first; the next build follows it."""
    with open_for_building(trial / "store", create=False) as building:
        decisions.keep(building.decisions, [REJECT])


SCENARIOS = {
    "build": Scenario("old", _build),
    "first build": Scenario("", _build),
    "remove": Scenario("old", lambda trial: remove(trial / "store", ["two.txt"])),
    "review": Scenario("old", lambda trial: decide(trial / "store", [REJECT]), _keep),
    "backup": Scenario("old", _backup),
    "restore": Scenario("old", lambda trial: restore(trial.parent / "saved.zip", trial / "store", force=True)),
    "first restore": Scenario("", lambda trial: restore(trial.parent / "saved.zip", trial / "store")),
    "doctor --mend": Scenario("broken", lambda trial: mend(trial / "store")),
}


class Tally:
    """What became of the trials."""

    def __init__(self) -> None:
        self.outcomes: dict[str, Counter[str]] = {}
        self.phases: Counter[str] = Counter()
        self.losses: list[str] = []
        self.skipped: list[str] = []

    def count(self, kind: str, outcome: str) -> None:
        self.outcomes.setdefault(kind, Counter())[outcome] += 1

    def lost(self, kind: str, what: str) -> None:
        self.count(kind, "lost")
        self.losses.append(f"{kind}: {what}")


def make_world(folder: Path) -> World:
    """The stores and articles that trials start from."""
    write_articles(folder / "articles")
    write_articles(folder / "more", MORE)
    world = World(folder, folder / "old", folder / "broken", folder / "saved.zip")

    def make() -> None:
        build(folder / "other", [str(folder / "more")], extractor=EXTRACTOR)
        with open_store(folder / "other") as store:
            store.backup(world.backup)  # type: ignore[attr-defined]
        build(world.old, [str(folder / "articles")], extractor=EXTRACTOR)

    _must(run(make, folder))
    _load(json.loads(_must(run(lambda: json.dumps([_build_all(folder), *sys.modules]), folder)))[1:])
    shutil.copytree(world.old, world.broken)
    table = max((world.broken / "snapshots" / "1" / "graph").glob("*.sst"), key=lambda path: path.stat().st_size)
    os.truncate(table, table.stat().st_size // 2)
    return world


def _build_all(folder: Path) -> int:
    trial = folder / "warm"
    trial.mkdir()
    for name, scenario in SCENARIOS.items():
        if scenario.start == "" and name != "first restore":
            scenario.work(trial)
    remove(trial / "store", ["two.txt"])
    return len(look_over(trial / "store")) + len(state_of(trial / "store"))


def _load(modules: list[str]) -> None:
    """Load what the work needs once, not in each of its processes."""
    for name in modules:
        if not name.startswith("_"):
            with suppress(ImportError, AttributeError):
                importlib.import_module(name)


def _must(ended: object) -> str:
    assert ended.code == 0, ended  # type: ignore[attr-defined]
    return str(ended.said)  # type: ignore[attr-defined]


def _state(store: Path) -> str:
    # RocksDB's threads do not survive a fork, so this process never opens a graph.
    ended = run(lambda: state_of(store), store)
    return ended.said if ended.code == 0 else f"unreadable: {ended.said}"


def _bad(store: Path) -> list[str]:
    if not store.exists():
        return []
    ended = run(lambda: json.dumps([each for each in look_over(store) if each.bad]), store)
    return json.loads(ended.said) if ended.code == 0 else [ended.said]


@contextmanager
def _trial(world: World, start: str) -> Iterator[Path]:
    trial = world.folder / "trial"
    trial.mkdir()
    try:
        if start:
            shutil.copytree(world.folder / start, trial / "store")
            shutil.copy(world.backup, trial / "backup.zip")
        yield trial
    finally:
        shutil.rmtree(trial)


def kill_trials(world: World, tally: Tally, trials: int, random: Random) -> None:
    """Kill each kind of work at random steps, and at random times after them."""
    for kind, scenario in SCENARIOS.items():
        with _trial(world, scenario.start) as trial:
            before = _state(world.old if scenario.start else trial / "store")
            whole = run(lambda trial=trial, scenario=scenario: scenario.work(trial), trial)  # type: ignore[misc]
            _must(whole)
            after = _state(trial / "store")
        allowed = {**_halfway(world, scenario), before: "old", after: "new"}
        for _ in range(trials):
            step = random.randint(1, whole.steps)
            kill = Kill(step, random.choice((0.0, random.uniform(0.0001, LONGEST_DELAY))))
            with _trial(world, scenario.start) as trial:
                ended = run(lambda trial=trial, scenario=scenario: scenario.work(trial), trial, kill)  # type: ignore[misc]
                if ended.code == -9:
                    tally.phases[ended.phase] += 1
                _judge(tally, f"kill -9 during {kind}", trial, allowed, f"{kill} {ended}")
                _finish(tally, f"kill -9 during {kind}", trial, scenario.work, after)


def _halfway(world: World, scenario: Scenario) -> dict[str, str]:
    """The state of a store with a part of the work done, where there may be such a one."""
    if scenario.halfway is None:
        return {}
    part = scenario.halfway
    with _trial(world, scenario.start) as trial:
        _must(run(lambda: part(trial), trial))
        return {_state(trial / "store"): "old, with the decision"}


def torn_trials(world: World, tally: Tally, trials: int, random: Random) -> None:
    """A decision of which a crash has left a part: it does not count, nothing else is lost, it can be taken again."""
    before, (kept, _) = _state(world.old), next(iter(_halfway(world, SCENARIOS["review"]).items()))
    for _ in range(trials):
        with _trial(world, "old") as trial:
            file = trial / "store" / "decisions.jsonl"
            _must(run(lambda trial=trial: _keep(trial), trial))  # type: ignore[misc]
            left = random.randrange(1, file.stat().st_size)
            os.truncate(file, left)
            _judge(tally, "decision torn", trial, {before: "old", kept: "whole but for its end"}, f"{left} bytes")
            if random.random() < 0.5:
                run(lambda trial=trial: mend(trial / "store"), trial)  # type: ignore[misc]
            _must(run(lambda trial=trial: _keep(trial), trial))  # type: ignore[misc]
            if _state(trial / "store") != kept:
                tally.lost("decision torn", f"after {left} bytes the file holds {file.read_bytes()!r}")


def _judge(tally: Tally, kind: str, trial: Path, allowed: dict[str, str], what: str) -> None:
    """What the store holds now, after mending where the doctor finds something bad."""
    store, told = trial / "store", ""
    if bad := _bad(store):
        mended = run(lambda: mend(store), store)
        told = ", mended"
        if _bad(store):
            tally.lost(kind, f"{what}: {bad} is not mended: {mended}")
            return
    state = _state(store)
    if state in allowed:
        tally.count(kind, allowed[state] + told)
    else:
        tally.lost(kind, f"{what}: the store holds {state}, neither old nor new")


def _finish(tally: Tally, kind: str, trial: Path, work: Work, after: str) -> None:
    """The same command again does its work, and nothing is left over."""
    store = trial / "store"
    again = run(lambda: work(trial), trial)
    done_before = again.code == FAILED and ("holds a graph already" in again.said or "no article named" in again.said)
    state = _state(store)
    if (again.code and not done_before) or state != after:
        tally.lost(kind, f"done again it ends with {again}, and the store holds {state}")
    elif left := [each.name for each in trial.rglob("*") if each.name.endswith((".unfinished", ".new", ".old"))]:
        tally.lost(kind, f"{left} are left over")
    elif (trial / "backup.zip").exists():
        # Whether it is the one from before or after, it is whole.
        whole = run(lambda: restore(trial / "backup.zip", trial / "restored"), trial)
        if whole.code:
            tally.lost(kind, f"the backup is not whole: {whole}")


def damage_trials(world: World, tally: Tally, trials: int, random: Random) -> None:
    """Damage a random file of the store."""
    before = _state(world.old)
    for _ in range(trials):
        with _trial(world, "old") as trial:
            store = trial / "store"
            files = sorted(path for path in store.rglob("*") if path.is_file() and path.stat().st_size)
            path, how = random.choice(files), random.choice(("bit", "cut", "delete", "zero", "rubbish"))
            _damage(path, how, random)
            what = f"{how} {path.relative_to(store)}"
            if not _bad(store):
                tally.count("damaged file", "harmless") if _state(store) == before else tally.lost(
                    "damaged file", f"{what} is not noticed: {_state(store)}"
                )
                continue
            run(lambda store=store: mend(store), store)  # type: ignore[misc]
            if not (bad := _bad(store)):
                _judge(tally, "damaged file", trial, {before: "old, mended"}, what)
                continue
            run(lambda store=store: restore(world.folder / "old.zip", store, force=True), store)  # type: ignore[misc]
            restored = not _bad(store) and _state(store) == before
            if restored and all(each[2] for each in bad):
                tally.count("damaged file", "told how, restored")
            else:
                tally.lost("damaged file", f"{what}: {bad}")


def _damage(path: Path, how: str, random: Random) -> None:
    data = bytearray(path.read_bytes())
    place = random.randrange(len(data))
    if how == "delete":
        path.unlink()
        return
    if how == "bit":
        data[place] ^= 1 << random.randrange(8)
    elif how == "cut":
        del data[place:]
    else:
        end = min(len(data), place + random.randint(1, 4096))
        data[place:end] = bytes(end - place) if how == "zero" else random.randbytes(end - place)
    path.write_bytes(data)


def race_trials(world: World, tally: Tally, trials: int, random: Random) -> None:
    """Two builds at once: one of them, or one after the other."""
    sides = {
        "A": {"a.txt": "Rain (2020) was directed by Nino Lomidze."},
        "B": {"b.txt": "Ice (2021) was directed by Ada Holm."},
    }
    works = {}
    for name, articles in sides.items():
        folder = write_articles(world.folder / f"side {name}", articles)
        works[name] = lambda trial, folder=folder: build(trial / "store", [str(folder)], extractor=EXTRACTOR)
    states = {}
    for done in ("A", "B", "AB"):
        with _trial(world, "old") as trial:
            for name in done:
                _must(run(lambda name=name, trial=trial: works[name](trial), trial))  # type: ignore[misc]
            states[done] = _state(trial / "store")
    for _ in range(trials):
        with _trial(world, "old") as trial:
            running = {}
            for name in random.sample(("A", "B"), 2):
                pause = random.uniform(0, 0.15) if not running else 0
                running[name] = begin(partial(_after, pause, works[name], trial), trial)
            ended = {name: wait(each) for name, each in running.items()}
            done = "".join(sorted(name for name, each in ended.items() if each.code == 0))
            others = [each for each in ended.values() if each.code and "another build" not in each.said]
            if done and not others and not _bad(trial / "store") and _state(trial / "store") == states[done]:
                tally.count(
                    "two builds at once", "both, one after the other" if done == "AB" else "one, the other told"
                )
            else:
                tally.lost("two builds at once", f"{ended}")


def _after(pause: float, work: Work, trial: Path) -> object:
    time.sleep(pause)
    return work(trial)


def reader_trials(world: World, tally: Tally, readers: int) -> None:
    """A build beside many look-ups: each sees a whole graph, the old or the new."""
    with _trial(world, "old") as trial:
        store = trial / "store"
        before = _state(store)
        _must(run(lambda: _build(trial), trial))
        allowed = {before, _state(store)}
        _must(run(lambda: remove(store, ["new.txt"]), trial))
        allowed.add(_state(store))
        stop = trial / "stop"

        def write() -> None:
            for _ in range(6):
                _build(trial)
                remove(store, ["new.txt"])
            stop.touch()

        def read() -> str:
            seen, looks = set(), 0
            while not (stop.exists() and looks):
                seen.add(state_of(store))
                looks += 1
            return json.dumps([looks, sorted(seen - allowed)])

        reading = [begin(read, trial / "none") for _ in range(readers)]
        _must(run(write, trial))
        for each in reading:
            ended = wait(each)
            if ended.code or json.loads(ended.said)[1]:
                tally.lost("look-ups beside builds", str(ended))
            else:
                tally.count("look-ups beside builds", "whole graphs only")
                tally.phases["(look-ups made beside builds)"] += json.loads(ended.said)[0]


def disk_trials(world: World, tally: Tally, trials: int, random: Random) -> None:
    """A disk that is full, or may only be read: a small file system in memory."""
    disk = world.folder / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        tally.skipped.append("full disk and read-only disk: a file system can only be mounted here by root")
        return
    try:
        for name in ("articles", "more"):
            shutil.copytree(world.folder / name, disk / name)
        shutil.copy(world.backup, disk / "saved.zip")
        for turn in range(trials):
            _on_disk(world, tally, disk, random, full=turn % 4 != 0)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _on_disk(world: World, tally: Tally, disk: Path, random: Random, *, full: bool) -> None:
    name, kind = random.choice(sorted(SCENARIOS)), "full disk" if full else "read-only disk"
    scenario, trial = SCENARIOS[name], disk / "trial"
    trial.mkdir()
    if scenario.start:
        shutil.copytree(world.folder / scenario.start, trial / "store")
    before = _state(world.old if scenario.start else trial / "store")
    filler = disk / "filler"
    if full:
        filler.write_bytes(bytes(max(0, shutil.disk_usage(disk).free - random.randrange(600_000))))
    else:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    ended = run(lambda: scenario.work(trial), trial)
    seen = _state(trial / "store") if scenario.start == "old" else ""
    if not full:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    filler.unlink(missing_ok=True)
    if ended.code not in (0, FAILED):
        tally.lost(kind, f"{name} ends with {ended}")
    elif ended.code == 0 and not full and name != "backup" and "[]" not in ended.said:
        tally.lost(kind, f"{name} says that it was done: {ended}")
    elif seen.startswith("unreadable"):
        tally.lost(kind, f"beside {name} nothing could be looked up: {seen}")
    else:
        again = run(lambda: scenario.work(trial), trial)
        after = _state(trial / "store")
        done_before = ended.code == 0
        if again.code and not done_before:
            tally.lost(kind, f"{name} fails with room again: {again}")
        elif ended.code and seen and seen not in {before, after, *_halfway(world, scenario)}:
            tally.lost(kind, f"{name}: the store held {seen}, neither old nor new")
        elif bad := _bad(trial / "store"):
            tally.lost(kind, f"{name}: {bad}")
        else:
            tally.count(kind, "new" if ended.code == 0 else "old, told")
    shutil.rmtree(trial)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=60, help="of each kind of work that is killed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    tally, random = Tally(), Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="cinegraph-durability-") as folder:
        world = make_world(Path(folder))
        _must(run(lambda: _save(world), world.folder))
        kill_trials(world, tally, options.trials, random)
        torn_trials(world, tally, options.trials, random)
        damage_trials(world, tally, 2 * options.trials, random)
        race_trials(world, tally, options.trials // 2, random)
        disk_trials(world, tally, options.trials, random)
        reader_trials(world, tally, options.readers)
    print(json.dumps(vars(tally)) if options.json else "\n".join(_lines(tally)))
    return 1 if tally.losses else 0


def _save(world: World) -> None:
    with open_store(world.old) as store:
        store.backup(world.folder / "old.zip")  # type: ignore[attr-defined]


def _lines(tally: Tally) -> Iterator[str]:
    trials = sum(sum(each.values()) for each in tally.outcomes.values())
    for kind, outcomes in tally.outcomes.items():
        told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
        yield f"{kind:<32} {sum(outcomes.values()):>5}   {told}"
    yield f"{'in all':<32} {trials:>5}   {len(tally.losses)} lost"
    yield ""
    yield "Where kills struck:"
    yield from (f"  {phase:<38} {number:>6}" for phase, number in tally.phases.most_common())
    yield from (f"SKIPPED: {each}" for each in tally.skipped)
    yield from (f"LOST: {each}" for each in tally.losses)


if __name__ == "__main__":
    sys.exit(main())
