"""What a file named on the command line, or standard input, holds."""

from __future__ import annotations

import sys
from pathlib import Path

from cinegraph.errors import InputError


def text_of(file: str) -> str:
    """The text of a file, or of standard input where the name is ``-``.

    :raises InputError: if it cannot be read, or is not UTF-8
    """
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8: byte {error.start} is {data[error.start]:#x}") from error
