"""What the service is told when it is started."""

from __future__ import annotations

import os
from typing import NamedTuple


class Settings(NamedTuple):
    """How to serve.

    :ivar store: the folder of the store, or the address of a service
    :ivar host: the address to listen at
    :ivar port: 0 means any that is free
    :ivar seconds: after so long a question is given up
    :ivar workers: so many questions are worked on at once
    :ivar most_bytes: no answer is larger
    :ivar most_rows: no answer has more rows, or triples
    :ivar most_memory: so many bytes a worker may use; a sort of a large product fills a gigabyte in two seconds
    :ivar queries: the user's own folders of named queries
    :ivar names: further names that the service may be called by (``Host``)
    :ivar origins: other sites whose pages may read answers (CORS); ``*`` means any
    """

    store: str
    host: str = "127.0.0.1"
    port: int = 7878
    seconds: float = 30.0
    workers: int = max(4, os.cpu_count() or 1)
    most_bytes: int = 100_000_000
    most_rows: int = 1_000_000
    most_memory: int = 2_000_000_000
    queries: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
