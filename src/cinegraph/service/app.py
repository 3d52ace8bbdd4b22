"""The application: which address is answered by which task, as HTTP wants it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from cinegraph.errors import CinegraphError, TimeLimitError
from cinegraph.service import rendering
from cinegraph.service.drawing import Drawings
from cinegraph.service.freshness import unchanged
from cinegraph.service.guard import Guard
from cinegraph.service.negotiation import HTML, TRIPLES, best
from cinegraph.service.pool import Pool
from cinegraph.service.protocol import Operation, RefusedError, by_get, by_post
from cinegraph.service.reply import Reply, text_reply
from cinegraph.service.settings import Settings

Handler = Callable[[Request], Awaitable[Response]]
MOST_ASKED = 1_000_000
"""A request's body is no longer, in bytes."""
_STATIC = Path(__file__).parent / "static"


def application(settings: Settings) -> Starlette:
    """The application over a store; it starts its workers as they are needed, and ends them when it ends."""
    pool = Pool(settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await pool.close()

    middleware = [Middleware(Guard, settings=settings)]
    if settings.origins:
        middleware.append(
            Middleware(
                CORSMiddleware, allow_origins=settings.origins, allow_methods=["GET", "POST"], allow_headers=["*"]
            )
        )
    app = Starlette(
        routes=_routes(pool),
        middleware=middleware,
        lifespan=lifespan,
        exception_handlers={HTTPException: _not_possible},
    )
    app.state.pool = pool
    return app


def _routes(pool: Pool) -> list[Route | Mount]:
    def page(path: str, task: str, *, slow: bool = False) -> Route:
        return Route(path, _page(pool, task, slow, rdf=False), methods=["GET"])

    def data(path: str, task: str, *, slow: bool = False) -> Route:
        return Route(path, _page(pool, task, slow, rdf=True), methods=["GET"])

    drawn = _drawn(pool)
    return [
        page("/", "home"),
        page("/search", "search"),
        page("/articles", "articles"),
        data("/id/{rest:path}", "resource"),
        page("/questions", "questions"),
        page("/questions/{rest}", "question", slow=True),
        Route("/network", drawn, methods=["GET"]),
        Route("/network/{rest:path}", drawn, methods=["GET"]),
        page("/path", "path", slow=True),
        page("/conflicts", "conflicts", slow=True),
        data("/ontology", "ontology"),
        data("/void", "void", slow=True),
        data("/.well-known/void", "void", slow=True),
        Route("/sparql", _sparql(pool), methods=["GET", "POST"]),
        Route("/static/base.css", _base_style, methods=["GET"]),
        Route("/static/types.css", _type_style, methods=["GET"]),
        Mount("/static", StaticFiles(directory=_STATIC)),
    ]


def _page(pool: Pool, task: str, slow: bool, rdf: bool) -> Handler:
    async def handler(request: Request) -> Response:
        return await _asked(request, pool, _task(request, task, rdf=rdf), slow=slow)

    return handler


def _drawn(pool: Pool) -> Handler:
    """Networks, which are drawn once for each graph, and kept."""
    drawings = Drawings(pool)

    async def handler(request: Request) -> Response:
        path = _path(request)
        try:
            reply = await drawings.reply(path, tuple(request.query_params.multi_items()))
        except TimeLimitError as error:
            return _response(_failed({"html": True}, 503, error, {"retry-after": "10"}))
        except CinegraphError as error:
            return _response(_failed({"html": True}, 503, error))
        return _response(unchanged({"known": request.headers.get("if-none-match")}, reply.headers.get("etag")) or reply)

    return handler


def _task(request: Request, name: str, *, rdf: bool) -> dict[str, Any]:
    """What a worker has to know of a request.

    :param rdf: whether the same is to be had as RDF; whoever does not ask for HTML gets that
    """
    accept = request.headers.get("accept")
    return {
        "task": name,
        "html": not rdf or _wants_page(accept),
        "accept": accept,
        "path": _path(request),
        "params": [list(pair) for pair in request.query_params.multi_items()],
        "address": str(request.base_url),
        "known": request.headers.get("if-none-match"),
    }


def _path(request: Request) -> str:
    """The path as it was sent: "%2F" in a name is no division of the path."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode("utf-8")
    return raw.partition(b"?")[0].decode("latin-1")


def _sparql(pool: Pool) -> Handler:
    async def handler(request: Request) -> Response:
        try:
            operation = await _operation(request)
        except RefusedError as error:
            return _response(text_reply(error.status, error.message))
        if operation is None:
            name = "editor" if _wants_page(request.headers.get("accept")) else "service_description"
            task = _task(request, name, rdf=True)
            return await _asked(request, pool, task, slow=False)
        task = {
            "task": "sparql",
            "query": operation.query,
            "dataset": operation.dataset,
            "accept": request.headers.get("accept"),
        }
        return await _asked(request, pool, task, slow=True)

    return handler


async def _operation(request: Request) -> Operation | None:
    query_string = request.url.query
    if request.method != "POST":
        return by_get(query_string)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_ASKED:
            raise RefusedError(413, f"a request of more than {MOST_ASKED / 1_000_000:g} MB is not read")
    return by_post(request.headers.get("content-type", ""), query_string, body)


async def _asked(request: Request, pool: Pool, task: dict[str, Any], *, slow: bool) -> Response:
    """The response of a task; whoever hangs up meanwhile frees the worker."""
    working = asyncio.ensure_future(pool.ask(task, slow=slow))
    leaving = asyncio.ensure_future(_left(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientDisconnect
        return _response(working.result())
    except TimeLimitError as error:
        return _response(_failed(task, 503, error, {"retry-after": "10"}))
    except CinegraphError as error:
        return _response(_failed(task, 503, error))
    except ClientDisconnect:
        return Response(status_code=499)
    finally:
        for each in (working, leaving):
            each.cancel()
            with suppress(asyncio.CancelledError, CinegraphError):
                await each


async def _left(request: Request) -> None:
    """Ends when the client hangs up."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _failed(task: dict[str, Any], status: int, error: CinegraphError, headers: dict[str, str] | None = None) -> Reply:
    reply = rendering.failure(status, error.message) if task.get("html") else text_reply(status, error.message)
    return reply._replace(headers={**reply.headers, **(headers or {})})


def _response(reply: Reply) -> Response:
    # What has a tag may be kept, and is asked for again with it: a new build is seen at once.
    kept = "no-cache" if "etag" in reply.headers else "no-store"
    headers = {"cache-control": kept, **reply.headers}
    if reply.media_type:
        headers["content-type"] = reply.media_type
    return Response(reply.body, reply.status, headers)


def _wants_page(accept: str | None) -> bool:
    return (best(accept, (*TRIPLES, HTML)) or ("", ""))[0] == "html"


async def _base_style(_: Request) -> Response:
    from cinegraph.views.pages import part

    return Response(part("base.css"), media_type="text/css")


async def _type_style(_: Request) -> Response:
    return Response(rendering.type_style(), media_type="text/css")


async def _not_possible(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    messages = {
        404: "there is nothing at this address",
        405: f"{request.method} is not possible here; the service is read-only",
    }
    message = messages.get(error.status_code, error.detail)
    wants_page = _wants_page(request.headers.get("accept")) and request.url.path != "/sparql"
    reply = rendering.failure(error.status_code, message) if wants_page else text_reply(error.status_code, message)
    return _response(reply._replace(headers={**reply.headers, **(error.headers or {})}))
