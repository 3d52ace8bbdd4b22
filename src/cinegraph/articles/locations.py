"""Addresses of articles beyond this machine's folders, in fsspec's form: what may be shown of them, what went wrong.

Source: fsspec, "URL chaining" (https://filesystem-spec.readthedocs.io/en/latest/features.html#url-chaining).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote

from cinegraph.errors import ArticleError, CinegraphError

_LOCATION = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*(?:://|::)")
# A password that holds a slash ends the host for whoever follows the rules; it is no less a password.
_USER = re.compile(r"(?<=//)(?:[^/?#]*|[^/?#:@]*:(?:(?!://)[^/@])*(?!://)[^/\d@](?:(?!://)[^@])*)@")
_VALUES = re.compile(r"\?[^?]*=.*?(?=::|$)")
_ARCHIVES = re.compile(r"(?:zip|tar|libarchive)://")


def is_location(given: str) -> bool:
    """Whether this is an address such as ``s3://bucket/press/*.txt``, and no path.

    >>> is_location("zip://*.txt::archive.zip"), is_location("press/2019"), is_location(r"C:\\press")
    (True, False, False)
    """
    return "://" in given and _LOCATION.match(given) is not None


def masked(address: str) -> str:
    """An address without names, passwords and values of its query.

    >>> masked("zip://a.txt::https://vera:secret@host/a.zip?token=1234")
    'zip://a.txt::https://host/a.zip?…'
    """
    return _VALUES.sub("?…", _USER.sub("", address))


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Turns whatever a library raises about a location into an error of ours, which shows no password.

    :raises ArticleError: if anything is raised but an error of ours
    """
    try:
        yield
    except CinegraphError:
        raise
    except Exception as error:
        wrong = ArticleError(_wrong(address, error), masked(address))
        # Where there is a secret, a traceback must not show it either.
        raise wrong from (None if _secrets(address) else error)


def _wrong(address: str, error: Exception) -> str:
    """What is wrong, in words; libraries for hundreds of services raise errors of every kind."""
    status = getattr(error, "status", None)
    if status in (401, 403) or isinstance(error, PermissionError):
        return "access is refused; the rights come from the environment or from fsspec's configuration"
    if isinstance(status, int):
        return f"the server answers {status}"
    if _ARCHIVES.match(address) and "::" not in address:
        return (
            "an archive is named after what is wanted of it: zip://*.txt::archive.zip, or zip://::archive.zip for all"
        )
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, TimeoutError):
        return "does not answer in time"
    kind = type(error).__name__
    if kind in ("BadZipFile", "ReadError"):
        return "is no archive of this kind, or a damaged one"
    return f"cannot be read ({': '.join(part for part in (kind, _safe(address, error)) if part)})"


def _safe(address: str, error: Exception) -> str:
    """The first line of an error's text, without what the address holds of secrets."""
    text = masked((str(error).strip().splitlines() or [""])[0])
    for secret in _secrets(address):
        text = text.replace(secret, "…")
    return text[:200]


def _secrets(address: str) -> set[str]:
    found = {part for user in _USER.findall(address) for part in user.removesuffix("@").split(":", 1)}
    for values in _VALUES.findall(address):
        found |= {pair.partition("=")[2] for pair in values[1:].split("&")}
    return {each for secret in found for each in (secret, unquote(secret)) if each}
