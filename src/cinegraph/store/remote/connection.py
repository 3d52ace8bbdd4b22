"""Requests to a service: with a deadline, tried again where that is safe, and every failure said in words."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

import requests
import urllib3
from requests.auth import AuthBase

from cinegraph.errors import StoreError, TimeLimitError
from cinegraph.store.remote import credentials

CONNECT_SECONDS = 10.0
READ_SECONDS = 300.0
ATTEMPTS = 5
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 10.0
MOST_BYTES = 1_000_000_000
"""No answer is larger: more would not fit into memory."""

_BUSY = frozenset({429, 502, 503, 504})
_SHOWN = 300
_CHUNK = 1 << 16
Pairs = Iterable[tuple[str, str]]


class Reply(NamedTuple):
    """What a service has answered, all of it.

    :ivar type: the media type, without parameters, in lower case
    :ivar headers: by name, whatever their case
    """

    status: int
    type: str
    body: bytes
    headers: Mapping[str, str]

    @property
    def words(self) -> str:
        """What it says where something is wrong: its first words, without markup."""
        text = self.body[: 20 * _SHOWN].decode("utf-8", "replace")
        if "html" in self.type:
            return ""
        return " ".join(text.split())[:_SHOWN]


class RefusedError(StoreError):
    """A request that the service answered with an error.

    :param status: its HTTP status
    :param words: what it says
    """

    def __init__(self, message: str, status: int, words: str) -> None:
        super().__init__(message)
        self.status = status
        self.words = words


class Request(NamedTuple):
    """What is asked of a service.

    :ivar deadline: the moment of the monotonic clock at which nobody waits any longer, or None
    """

    method: str
    url: str
    data: bytes | None
    params: Pairs
    headers: Mapping[str, str]
    deadline: float | None

    @property
    def host(self) -> str:
        """Whom it goes to."""
        return urlsplit(self.url).netloc


class Connection:
    """Requests to one service, over connections that are kept open."""

    def __init__(self) -> None:
        self._session = requests.Session()
        # A netrc entry is used where the service asks for it, never sent unasked.
        self._session.trust_env = True
        self._auth: dict[str, AuthBase] = {}

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def send(
        self,
        method: str,
        url: str,
        *,
        data: bytes | None = None,
        params: Pairs = (),
        headers: Mapping[str, str],
        seconds: float | None = None,
        again: bool = True,
    ) -> Reply:
        """Send a request and read all of the answer.

        :param seconds: give up after so long, attempts included
        :param again: whether it may be sent a second time if nobody knows what became of the first
        :raises TimeLimitError: if it takes longer than ``seconds``
        :raises RefusedError: if the service answers with an error
        :raises StoreError: if it does not answer, or not in full
        """
        deadline = None if seconds is None else time.monotonic() + seconds
        request = Request(method, url, data, list(params), headers, deadline)
        pause = FIRST_PAUSE
        for attempt in range(1, ATTEMPTS + 1):
            last = attempt == ATTEMPTS
            try:
                reply, wait = self._once(request)
            except requests.exceptions.SSLError as error:
                raise StoreError(f"{url} cannot be trusted ({_reason(error)}); its certificate is not valid") from error
            except requests.exceptions.ConnectTimeout as error:
                if last or not self._sleep(pause, deadline):
                    raise _out_of_time(url, seconds, deadline, error) from error
            except requests.exceptions.ReadTimeout as error:
                # It may be at work on it still: asking again would only add to its load.
                raise _out_of_time(url, seconds, deadline, error) from error
            except requests.exceptions.RequestException as error:
                unsent = isinstance(error, requests.exceptions.ConnectionError) and _never_sent(error)
                if last or not (again or unsent) or (unsent and attempt > 2) or not self._sleep(pause, deadline):
                    raise _unreachable(url, error) from error
            else:
                if reply.status not in _BUSY or last or not self._sleep(wait or pause, deadline):
                    return _accepted(url, reply)
            pause = min(2 * pause, LONGEST_PAUSE)
        raise AssertionError("the last attempt returns or raises")

    def _once(self, request: Request) -> tuple[Reply, float | None]:
        auth = self._auth.get(request.host) or credentials.token()
        with self._open(request, auth) as answer:
            if answer.status_code == 401 and auth is None:
                found = credentials.answer_to(answer, request.url)
                if found is not None:
                    self._auth[request.host] = found
                    with self._open(request, found) as second:
                        return _read(request, second), _wait(second)
            return _read(request, answer), _wait(answer)

    def _open(self, request: Request, auth: AuthBase | None) -> requests.Response:
        left = READ_SECONDS if request.deadline is None else max(0.01, request.deadline - time.monotonic())
        return self._session.request(
            request.method,
            request.url,
            data=request.data,
            params=list(request.params),
            headers=dict(request.headers),
            # An own function keeps requests from sending what netrc holds before it is asked.
            auth=auth or _unchanged,
            timeout=(min(CONNECT_SECONDS, left), left),
            # A moved service is reported: credentials and updates are not sent on to wherever an answer points.
            allow_redirects=False,
            stream=True,
        )

    @staticmethod
    def _sleep(pause: float, deadline: float | None) -> bool:
        """Wait, unless that is beyond the deadline; a little more or less, so that many clients do not come at once."""
        pause *= random.uniform(0.75, 1.25)
        if deadline is not None and time.monotonic() + pause > deadline:
            return False
        time.sleep(pause)
        return True


def _unchanged(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _read(request: Request, answer: requests.Response) -> Reply:
    parts, size = [], 0
    while part := _some(answer):
        size += len(part)
        if size > MOST_BYTES:
            most = MOST_BYTES / 1_000_000
            raise StoreError(f"the answer of {request.url} is larger than {most:g} MB; ask for less, with LIMIT")
        if request.deadline is not None and time.monotonic() > request.deadline:
            raise requests.exceptions.ReadTimeout("the answer takes too long")
        parts.append(part)
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return Reply(answer.status_code, kind, b"".join(parts), answer.headers)


def _some(answer: requests.Response) -> bytes:
    """What has come of an answer, as soon as anything has: a deadline has to be kept by one that drips, too."""
    try:
        data: bytes = answer.raw.read1(_CHUNK, decode_content=True)
        return data
    except urllib3.exceptions.ReadTimeoutError as error:
        raise requests.exceptions.ReadTimeout(error) from error
    except urllib3.exceptions.DecodeError as error:
        raise requests.exceptions.ContentDecodingError(error) from error
    except urllib3.exceptions.HTTPError as error:
        raise requests.exceptions.ChunkedEncodingError(error) from error


def _wait(answer: requests.Response) -> float | None:
    """How long the service asks to wait, within reason."""
    asked = answer.headers.get("Retry-After", "")
    return min(float(asked), LONGEST_PAUSE) if asked.isdecimal() else None


def _accepted(url: str, reply: Reply) -> Reply:
    status = reply.status
    if 200 <= status < 300:
        return reply
    said = f": {reply.words}" if reply.words else ""
    if status in (401, 403):
        message = f"{url} refuses access (HTTP {status}); {credentials.REMEDY}"
    elif 300 <= status < 400:
        place = reply.headers.get("Location", "")
        message = f"{url} has moved (HTTP {status}); give the new address with --store: {place[:_SHOWN]}"
    elif status == 404:
        message = f"{url} is no SPARQL endpoint (HTTP 404); give the address that takes queries"
    elif status in _BUSY:
        message = f"{url} is not available (HTTP {status}{said}); it was tried {ATTEMPTS} times, try again later"
    else:
        message = f"{url} answers with an error (HTTP {status}{said})"
    raise RefusedError(message, status, reply.words)


def _never_sent(error: Exception) -> bool:
    return "NewConnectionError" in repr(error) or "refused" in str(error).lower()


def _out_of_time(
    url: str, seconds: float | None, deadline: float | None, error: Exception
) -> StoreError | TimeLimitError:
    if seconds is not None and deadline is not None:
        return TimeLimitError(f"the query took longer than {seconds:g} s and was given up; ask for less, or allow more")
    place = "cannot be reached" if isinstance(error, requests.exceptions.ConnectTimeout) else "does not answer"
    return StoreError(f"{url} {place} in time; see whether the service is well, and try again")


def _unreachable(url: str, error: Exception) -> StoreError:
    if _never_sent(error):
        return StoreError(f"no service answers at {url} ({_reason(error)}); start it, or give another address: --store")
    if isinstance(error, requests.exceptions.ChunkedEncodingError | requests.exceptions.ContentDecodingError):
        return StoreError(f"the answer of {url} was cut off ({_reason(error)}); try again")
    return StoreError(f"the connection to {url} failed ({_reason(error)}); try again")


def _reason(error: BaseException) -> str:
    """The innermost cause, in the system's own words."""
    for _ in range(8):
        inner = (
            error.__cause__
            or getattr(error, "reason", None)
            or next((each for each in error.args if isinstance(each, BaseException)), None)
        )
        if not isinstance(inner, BaseException):
            break
        error = inner
    text = getattr(error, "strerror", None) or str(error).rpartition(": ")[2] or type(error).__name__
    return str(text).splitlines()[0][:_SHOWN]
