"""Names, passwords and tokens: from the environment or from netrc, shown to the store's own host only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.utils import get_netrc_auth

if TYPE_CHECKING:
    from requests import PreparedRequest, Response

USER, PASSWORD, TOKEN = "CINEGRAPH_STORE_USER", "CINEGRAPH_STORE_PASSWORD", "CINEGRAPH_STORE_TOKEN"
REMEDY = f"set {USER} and {PASSWORD}, or {TOKEN}, in the environment, or add the host to ~/.netrc"


class Bearer(AuthBase):
    """A token (RFC 6750)."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        """The request with the token."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def token() -> Bearer | None:
    """The token of the environment; the first thing that a service is shown."""
    found = os.environ.get(TOKEN)
    return Bearer(found) if found else None


def answer_to(challenge: Response, url: str) -> AuthBase | None:
    """What answers a service that asks who is there (401): digest where it offers that, else basic.

    :returns: None where nobody has told us a name and a password
    """
    known = _name_and_password(url)
    if known is None:
        return None
    asked: Any = challenge.headers.get("WWW-Authenticate", "")
    return HTTPDigestAuth(*known) if "digest" in asked.lower() else HTTPBasicAuth(*known)


def _name_and_password(url: str) -> tuple[str, str] | None:
    user = os.environ.get(USER)
    if user:
        return user, os.environ.get(PASSWORD, "")
    # The standard's file is asked by host and port as well as by host.
    found: tuple[str, str] | None = get_netrc_auth(url)
    return found if urlsplit(url).hostname else None
