"""Every run of the tests tries the same examples: a check that fails now and then tells nobody what broke it."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
