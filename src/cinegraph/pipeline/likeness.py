"""Whether two machines would read an article alike: the same code, the same libraries under it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, entry_points, version

from cinegraph.pipeline.extractors import GROUP, code_key, find_extractor

_LIBRARIES = (
    "anyascii",
    "courlan",
    "Faker",
    "htmldate",
    "jusText",
    "lxml",
    "lxml_html_clean",
    "pycountry",
    "pypdf",
    "RapidFuzz",
    "symspellpy",
    "trafilatura",
)
_CODE = "code"


def likeness(extractor: str, key: str) -> dict[str, str]:
    """What has to be the same on both machines, by name: versions, and the keys of the code.

    :param extractor: its name
    :param key: stands for its code where no installed package offers it under this name
    """
    found = {"Python": f"{sys.version_info.major}.{sys.version_info.minor}", "cinegraph": version_of("cinegraph")}
    found |= {library: version_of(library) for library in _LIBRARIES}
    found[_CODE] = code_key()
    offered = any(point.name == extractor for point in entry_points(group=GROUP))
    found[f"{extractor} {_CODE}"] = find_extractor(extractor).key if offered else key
    return found


def difference(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """What is different on the other machine, in words; nothing where both are alike.

    >>> difference({"Python": "3.11", "pypdf": "7.1.1"}, {"Python": "3.11", "pypdf": "7.0.0"})
    'it has pypdf 7.0.0, and this machine 7.1.1'
    >>> difference({"code": "a1"}, {"code": "b2"})
    'its cinegraph has other code than that of this machine'
    """
    name = next((name for name in here if here[name] != there.get(name)), None)
    if name is None:
        return ""
    if name == _CODE:
        return "its cinegraph has other code than that of this machine"
    if name.endswith(f" {_CODE}"):
        return f"its extractor {name.removesuffix(_CODE).strip()!r} has other code than that of this machine"
    return f"it has {name} {there.get(name, '')}, and this machine {here[name]}"


def version_of(package: str) -> str:
    """Which version of a package is installed.

    >>> version_of("no-such-package")
    'not installed'
    """
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
