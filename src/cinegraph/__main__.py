"""``python -m cinegraph``: the command line."""

from __future__ import annotations

from cinegraph.cli import main

if __name__ == "__main__":
    main()
