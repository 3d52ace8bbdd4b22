"""Locks that die with their process: one build at a time, and no snapshot deleted under its readers."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from pathlib import Path

from cinegraph.errors import StoreError


class Lock:
    """A lock on a file (``flock``), let go by :meth:`release` or by the end of the process, however that comes."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor
        self._signed = False

    @classmethod
    def share(cls, path: Path) -> Lock:
        """Lock a file that exists, together with others who share it; a read-only folder will do.

        :raises OSError: if it does not exist or cannot be opened
        """
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        return cls(descriptor)

    @classmethod
    def alone(cls, path: Path) -> Lock | None:
        """Lock a file for oneself, at once; None where another holds it.

        :raises OSError: if it cannot be opened
        """
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError:
            os.close(descriptor)
            raise
        return cls(descriptor)

    def sign(self) -> None:
        """Write the number of this process into the file until it lets go: of one that is killed it stays there."""
        if self._descriptor is not None:
            self._signed = True
            # On a full disk there is no room for it; the lock holds all the same.
            with suppress(OSError):
                os.ftruncate(self._descriptor, 0)
                os.pwrite(self._descriptor, f"{os.getpid()}\n".encode("ascii"), 0)

    def release(self) -> None:
        """Let go; a second time does nothing."""
        if self._descriptor is not None:
            if self._signed:
                os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None


def holder(path: Path) -> int | None:
    """The number of the process that signed a lock and has not let go of it, perhaps because it was killed."""
    try:
        text = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return int(text) if text.isdecimal() else None


def is_held(path: Path) -> bool:
    """Whether a process has a file locked for itself.

    :raises OSError: if it cannot be opened
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def lock_for_building(path: Path, store: Path) -> Lock:
    """The lock of the one build that may write to a store.

    :raises StoreError: at once, if another build is under way, or the lock cannot be taken
    """
    try:
        lock = Lock.alone(path)
    except OSError as error:
        raise StoreError(f"the store {store} cannot be written to ({error.strerror or error})") from error
    if lock is None:
        process = holder(path)
        named = f" (process {process})" if process is not None else ""
        raise StoreError(f"another build{named} is writing to {store}; wait until it has ended, and try again")
    lock.sign()
    return lock
