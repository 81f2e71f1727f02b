"""The bytes of an event file → its text, or what is wrong with them."""

from __future__ import annotations

import re
from pathlib import Path

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import EventError

_LARGEST = 16 * 1024 * 1024
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONFUSING = re.compile("[\x00\x85\u2028\u2029\ufeff]")
"""What the YAML parser takes for the end of the file or of a line, and no editor does."""


def read_text(path: Path, *, is_table: bool = False) -> str:
    """Return the text of a UTF-8 file. Raises EventError where it is not there, no UTF-8, or too large to be meant.

    A table may start with a byte order mark, which spreadsheet programs write.
    """
    data = read_bytes(path)
    return _decode(data.removeprefix(_BOMS[0]) if is_table else data, str(path))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file. Raises EventError where it is not there, or too large to be meant."""
    try:
        if path.stat().st_size > _LARGEST:
            raise EventError.at("EVT001", "the file is larger than 16 MB", location=Location(str(path)))
        return path.read_bytes()
    except OSError as error:
        raise EventError(_unreadable(path, error)) from None


def _unreadable(path: Path, error: OSError) -> Diagnostic:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Diagnostic("EVT001", "there is no such file", Location(str(path)), "name an event file or its folder")
    return Diagnostic("EVT001", f"cannot be read: {error.strerror}", Location(str(path)))


def _decode(data: bytes, file: str) -> str:
    if data.startswith(_BOMS):
        message = "the file starts with a byte order mark, or is UTF-16"
        raise EventError.at("EVT002", message, location=Location(file, 1, 1), hint="save it as plain UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place(data[: error.start].decode("utf-8"), file)
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        raise EventError.at("EVT002", message, location=place, hint="save the file as UTF-8") from None
    found = [_confusing(match, text, file) for match in _CONFUSING.finditer(text)]
    if found:
        raise EventError(*found)
    return text


def _confusing(match: re.Match[str], text: str, file: str) -> Diagnostic:
    message = f"holds the character U+{ord(match[0]):04X}, which no document can show"
    return Diagnostic("EVT006", message, _place(text[: match.start()], file), "delete it")


def _place(before: str, file: str) -> Location:
    """Return the place after some text."""
    lines = re.split(r"\r\n|\r|\n", before)
    return Location(file, len(lines), len(lines[-1]) + 1)
