"""What it costs to make one graph of many articles: seconds and memory of resolution against the number of names.

    python tests/benchmarks/uniting.py 10000 100000

Each article names six people and films of a made-up world, most of them in other articles too; every number is measured
in a process of its own. A cost that is linear in names shows as the same microseconds a name.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from random import Random

from cinegraph.generate import names
from cinegraph.lexicon import load_lexicon
from cinegraph.model import Claim, Document, Entity, EntityRef, EntityType, Evidence, Extraction, Literal, Modality
from cinegraph.rdf.write import quads_of
from cinegraph.resolve import resolve

_FILMS_PER_ARTICLE = 3
_MENTIONS_OF_A_NAME = 3


def articles(number: int, seed: int = 1) -> Iterator[Extraction]:
    """Articles with so many different names in all."""
    random = Random(seed)
    half = number // 2
    people = [names.person(random).name for _ in range(half)]
    films = [(names.title(random), str(random.randrange(1950, 2025)), people[each]) for each in range(half)]
    for article in range(half * _MENTIONS_OF_A_NAME // _FILMS_PER_ARTICLE):
        name = f"{article:08}.txt"
        entities: dict[str, Entity] = {}
        claims = []
        for title, year, person in random.sample(films, _FILMS_PER_ARTICLE):
            film = Entity(f"f:{title}:{year}", EntityType.FILM, title, (title,))
            who = Entity(f"p:{person}", EntityType.PERSON, person, (person,))
            entities |= {film.id: film, who.id: who}
            evidence = (Evidence(name, 0, 1, title, Modality.ASSERTED, "benchmark"),)
            claims.append(Claim(film.id, "director", EntityRef(who.id), (), evidence))
            claims.append(Claim(film.id, "publication_year", Literal(year), (), evidence))
        yield Extraction(Document(name, "", ""), tuple(entities[each] for each in sorted(entities)), (), tuple(claims))


def measure(number: int) -> None:
    """Print one line: names, articles, seconds of resolution and of quads, memory."""
    load_lexicon()
    given = list(articles(number))
    start = time.process_time()
    knowledge = resolve(given)
    resolved = time.process_time()
    quads = sum(1 for _ in quads_of(knowledge))
    written = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    micro = 1e6 * (resolved - start) / number
    print(
        f"{number:>9,} names {len(given):>9,} articles {len(knowledge.entities):>9,} entities {quads:>10,} quads  "
        f"resolve {resolved - start:7.1f} s ({micro:,.0f} µs a name)  quads {written - resolved:6.1f} s  {peak:,.0f} MB"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        measure(int(sys.argv[2]))
    else:
        for each in sys.argv[1:] or ["10000", "100000"]:
            subprocess.run([sys.executable, __file__, "one", each], check=True)
