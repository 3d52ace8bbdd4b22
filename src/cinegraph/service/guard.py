"""Stands before everything: who may call the service by which name, and what browsers are told about its pages."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING

from cinegraph.service.settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
PAGE_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
"""What our pages may load: our own files. A reply may bring another policy."""

_NOT_MODIFIED = 304


class Guard:
    """Refuses requests that are not meant for this service, and adds the headers that keep pages safe.

    The ``Host`` has to be a name of ours: otherwise any page on the web could have its own name lead here (DNS
    rebinding) and read everything.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._names = {*_LOOPBACK, *(name.lower() for name in settings.names)}
        self._any_address = settings.host not in _LOOPBACK
        self._shared = bool(settings.origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = self._completed(list(message.get("headers", [])), message["status"])
            await send(message)

        host = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1")
        if self._is_ours(host):
            await self._app(scope, receive, send_safe)
            return
        from starlette.responses import PlainTextResponse

        message = f"this service does not answer to the name {host!r}; its owner can allow it with --allow-host\n"
        await PlainTextResponse(message, 403)(scope, receive, send_safe)

    def _is_ours(self, host: str) -> bool:
        name = _without_port(host.strip().lower())
        return name in self._names or (self._any_address and _is_address(name))

    def _completed(self, headers: list[tuple[bytes, bytes]], status: int) -> list[tuple[bytes, bytes]]:
        if status == _NOT_MODIFIED:
            # What a browser keeps takes on the headers of this reply, and a page may have a policy of its own.
            return headers
        given = {name.lower() for name, _ in headers}
        policy = "cross-origin" if self._shared else "same-origin"
        safe = {
            b"content-security-policy": PAGE_POLICY.encode(),
            b"x-content-type-options": b"nosniff",
            b"referrer-policy": b"no-referrer",
            b"x-frame-options": b"DENY",
            b"cross-origin-opener-policy": b"same-origin",
            b"cross-origin-resource-policy": policy.encode(),
        }
        return headers + [(name, value) for name, value in safe.items() if name not in given]


def _without_port(host: str) -> str:
    """A host without its port, and an IPv6 address without its brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if host.count(":") == 1 else host


def _is_address(name: str) -> bool:
    # An address cannot be made to lead elsewhere.
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
