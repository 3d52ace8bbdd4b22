"""A few seeded cases of every property that must hold whatever comes; tests/benchmarks/fuzz.py tries more of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from cinegraph.store import open_store
from fuzz_properties import PROPERTIES
from queries_fixture import WIDER, build_store
from service_fixture import serving


@pytest.fixture(scope="module")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_store(tmp_path_factory.mktemp("fuzz") / "store", WIDER)


@pytest.fixture(scope="module")
def world(store_path: Path) -> Iterator[dict[str, Any]]:
    pytest.importorskip("uvicorn", reason="NO SERVICE: the extra “service” is not installed")
    with open_store(store_path) as store, serving(store_path, "--time-limit", "5") as service:
        yield {"store": store, "service": service}


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_property_holds_on_a_few_cases(name: str, world: dict[str, Any]) -> None:
    property_ = PROPERTIES[name]
    more = [world[property_.needs]] if property_.needs else []

    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @given(property_.cases)
    def holds(case: Any) -> None:
        property_.check(case, *more)

    holds()
