"""A folder is held by one build at a time.

The system holds the lock for the process and lets go of it however the process ends, so a dead one never stands in the
way; the words in the file say who it was.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import UsageError

FILE = ".cieprep-docs.lock"
_FAR = 1 << 30
"""On Windows locked bytes cannot be read; the words stand before them."""

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def hold_folder(folder: Path, holder: str) -> Iterator[str]:
    """Hold a folder in the name of ``holder`` and return the words of a build that died holding it, if one did.

    Raises UsageError where another build holds it, or the folder cannot be written to.
    """
    path = folder / FILE
    descriptor = _take(path)
    try:
        left = _words(path)
        _write_words(descriptor, path, holder)
        yield left
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _take(path: Path) -> int:
    """Return the locked file; one that its last holder has just removed is no longer the folder's."""
    while True:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise _unwritable(path, error) from None
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise _held(path) from None
        if path.exists() and os.path.samestat(os.fstat(descriptor), path.stat()):
            return descriptor
        os.close(descriptor)


def _write_words(descriptor: int, path: Path, words: str) -> None:
    try:
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, words.encode())
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> UsageError:
    return UsageError.at("OFF020", f"cannot be written: {error.strerror}", location=Location(str(path.parent)))


def _held(path: Path) -> UsageError:
    who = _words(path) or "another process"
    message = f"{who} is building into this folder"
    hint = "wait for it, or choose another folder"
    return UsageError.at("BAT006", message, location=Location(str(path.parent)), hint=hint)


def _words(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""
