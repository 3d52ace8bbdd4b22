"""Starts the service and keeps it until somebody ends it."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from cinegraph.errors import CinegraphError, InputError
from cinegraph.service.settings import Settings

if TYPE_CHECKING:
    import uvicorn

EXTRA = "service"


def serve(settings: Settings, started: Callable[[str], None]) -> None:
    """Serve until interrupted.

    :param started: is told the address, once the service listens there
    :raises CinegraphError: if what the service is made with is not installed
    :raises InputError: if it cannot listen at the address
    """
    server = _server(settings)
    listening = _listening(settings.host, settings.port)
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    started(f"http://{'localhost' if host in ('0.0.0.0', '::') else shown}:{port}/")
    server.run(sockets=[listening])


def _server(settings: Settings) -> uvicorn.Server:
    try:
        import uvicorn

        from cinegraph.service.app import application
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("uvicorn", "starlette", "anyio", "h11"):
            raise
        raise CinegraphError(
            f"the service needs {error.name}, which is not installed; install it with: pip install 'cinegraph[{EXTRA}]'"
        ) from error

    app = application(settings)

    class Server(uvicorn.Server):
        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            # Whoever still waits for an answer is told so now, instead of being cut off later.
            await app.state.pool.close()
            await super().shutdown(sockets)

    return Server(
        uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            http="h11",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=1,
            lifespan="on",
        )
    )


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=256)
    except OSError as error:
        advice = "; name another with --port, or 0 for any" if error.errno == errno.EADDRINUSE else ""
        raise InputError(f"cannot listen at {host}, port {port} ({error.strerror or error}){advice}") from error
    except OverflowError as error:
        raise InputError(f"{port} is no port; choose one from 0 to 65535") from error
