"""Where documents are written: a folder, or any URL that fsspec knows."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from cieprep_docs.batch.digests import digest_bytes
from cieprep_docs.batch.holding import hold_folder
from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import UsageError
from cieprep_docs.office.package import make_folder, save_bytes

_URL = re.compile(r"[a-z][a-z0-9+.-]+::?//|[a-z0-9]+::")
_NOTES = ".cieprep-docs.notes"
_UNFINISHED = re.compile(r"\.(.+)\.[0-9a-f]{8}")


class Store(Protocol):
    """Where the files of a build stand, by their paths with slashes. It goes to other processes with the jobs."""

    def read(self, file: str) -> bytes | None:
        """Return a file, or None where it is not there."""

    def size(self, file: str) -> int | None:
        """Return the bytes of a file, or None where it is not there."""

    def write(self, file: str, data: bytes) -> None:
        """Write a file whole or not at all. Raises UsageError where that is impossible."""

    def sweep(self, files: Iterable[str]) -> None:
        """Remove what a build that was killed had begun to write of these files."""

    def note(self, words: bytes) -> None:
        """Keep a line for whoever builds next, whatever becomes of this process. Raises UsageError."""

    def notes(self) -> list[bytes]:
        """Return the lines that were kept, by any process; one that was being written may be there in part."""

    def forget(self) -> None:
        """Remove all lines that were kept."""


@dataclass(frozen=True, slots=True)
class FolderStore:
    """A folder on a disk of this machine, or of all machines of a cluster."""

    root: Path

    def read(self, file: str) -> bytes | None:
        """Return a file, or None where it is not there."""
        try:
            return (self.root / file).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise _failed(str(self.root / file), "read", error.strerror) from None

    def size(self, file: str) -> int | None:
        """Return the bytes of a file, or None where it is not there."""
        try:
            return (self.root / file).stat().st_size
        except OSError:
            return None

    def write(self, file: str, data: bytes) -> None:
        """Write a file under a name of its own and put it in its place at once, so that no reader sees half of it."""
        path = self.root / file
        make_folder(path.parent)
        save_bytes(path, data)

    def sweep(self, files: Iterable[str]) -> None:
        """Remove files whose names ``save_bytes`` gives to what is not finished."""
        paths = [self.root / file for file in files]
        names = {path.name for path in paths}
        for folder in dict.fromkeys(path.parent for path in paths):
            for path in folder.glob(".*") if folder.is_dir() else ():
                unfinished = _UNFINISHED.fullmatch(path.name)
                if unfinished and unfinished[1] in names:
                    path.unlink(missing_ok=True)

    def note(self, words: bytes) -> None:
        """Append a line to the file of this process; lines of several would mix on a disk that machines share."""
        path = self.root / _NOTES / _name_process()
        make_folder(path.parent)
        try:
            with path.open("ab") as file:
                file.write(b"\n" + words)  # the end of a line that could not be written whole comes first
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise _failed(str(path), "written", error.strerror) from None

    def notes(self) -> list[bytes]:
        """Return the lines that were kept."""
        files = sorted((self.root / _NOTES).glob("*"))
        return [line for file in files for line in file.read_bytes().splitlines() if line]

    def forget(self) -> None:
        """Remove all lines that were kept; what cannot be removed does no harm, as it tells what is so."""
        shutil.rmtree(self.root / _NOTES, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class UrlStore:
    """An object store, or whatever fsspec reaches; a file is put there in one piece, and whole or not at all."""

    url: str

    def read(self, file: str) -> bytes | None:
        """Return a file, or None where it is not there."""
        files, path = self._open(file)
        try:
            data: bytes = files.cat_file(path)
        except FileNotFoundError:
            return None
        except Exception as error:  # noqa: BLE001 - every store has errors of its own
            raise _failed(f"{self.url}/{file}", "read", error) from None
        return data

    def size(self, file: str) -> int | None:
        """Return the bytes of a file, or None where it is not there."""
        files, path = self._open(file)
        try:
            size: int = files.info(path)["size"]
        except FileNotFoundError:
            return None
        except Exception as error:  # noqa: BLE001 - every store has errors of its own
            raise _failed(f"{self.url}/{file}", "read", error) from None
        return size

    def write(self, file: str, data: bytes) -> None:
        """Put a file."""
        files, path = self._open(file)
        try:
            files.makedirs(str(PurePosixPath(path).parent), exist_ok=True)  # nothing where a store has no folders
            files.pipe_file(path, data)
        except Exception as error:  # noqa: BLE001 - every store has errors of its own
            raise _failed(f"{self.url}/{file}", "written", error) from None

    def sweep(self, files: Iterable[str]) -> None:
        """Leave all as it is: a put that is not finished shows nothing."""

    def note(self, words: bytes) -> None:
        """Put a line as a file of its own, for files cannot be appended to."""
        self.write(f"{_NOTES}/{secrets.token_hex(8)}", words)

    def notes(self) -> list[bytes]:
        """Return the lines that were kept."""
        files, path = self._open(_NOTES)
        try:
            names = sorted(files.find(path))
            return [files.cat_file(name) for name in names]
        except FileNotFoundError:
            return []
        except Exception as error:  # noqa: BLE001 - every store has errors of its own
            raise _failed(f"{self.url}/{_NOTES}", "read", error) from None

    def forget(self) -> None:
        """Remove all lines that were kept."""
        files, path = self._open(_NOTES)
        try:
            files.rm(path, recursive=True)
        except FileNotFoundError:
            return
        except Exception as error:  # noqa: BLE001 - every store has errors of its own
            raise _failed(f"{self.url}/{_NOTES}", "removed", error) from None

    def _open(self, file: str) -> tuple[Any, str]:
        import fsspec  # noqa: PLC0415 - an extra

        try:
            files, root = fsspec.core.url_to_fs(self.url)
        except Exception as error:  # noqa: BLE001 - every store has errors of its own
            raise _failed(self.url, "opened", error) from None
        return files, f"{root}/{file}"


def open_store(out: str | Path) -> Store:
    """Return where a build writes: a folder, or what a URL names. Raises UsageError for a URL without the extra."""
    if not (isinstance(out, str) and _URL.match(out)):
        return FolderStore(Path(out))
    try:
        import fsspec  # noqa: F401, PLC0415 - an extra
    except ImportError:
        hint = "pip install 'cieprep-docs[cloud]'"
        raise UsageError.at("BAT004", f"{out} is a URL, and fsspec is not installed", hint=hint) from None
    store = UrlStore(out.rstrip("/"))
    store.size("manifest.json")  # a scheme that nobody knows is told before anything is made
    return store


@contextmanager
def hold(store: Store, holder: str) -> Iterator[str]:
    """Hold a folder against other builds and return what is to be told of it; other stores cannot be held.

    Raises UsageError where another build holds it, or it cannot be written to.
    """
    if not isinstance(store, FolderStore):
        yield ""
        return
    make_folder(store.root)
    with hold_folder(store.root, holder) as left:
        yield left


@cache
def _name_process() -> str:
    """Return a name that no other process of any machine has."""
    return secrets.token_hex(8)


def digest_of(store: Store, file: str) -> str | None:
    """Return the digest of a file, or None where it is not there."""
    data = store.read(file)
    return None if data is None else digest_bytes(data)


def _failed(place: str, how: str, why: object) -> UsageError:
    return UsageError.at("BAT005", f"cannot be {how}: {why}", location=Location(place))
