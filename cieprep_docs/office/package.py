"""Office packages: read once and safely, written so that the same parts give the same bytes, saved whole or not."""

from __future__ import annotations

import os
import secrets
from collections.abc import Collection, Mapping
from pathlib import Path

from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import StyleError, UsageError
from cieprep_docs.office.archive import Member, Package, pack, read_archive, write_archive
from cieprep_docs.office.safety import refuse_unsafe

__all__ = ["CONTENT_TYPES", "Package", "load_bytes", "make_folder", "read_package", "save_bytes", "write_package"]

CONTENT_TYPES = "[Content_Types].xml"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_package(source: bytes | str | Path, name: str = "") -> Package:
    """Return the parts of a .docx or .pptx that is safe to open; `name` stands for bytes in errors.

    Raises StyleError with all that is wrong with it.
    """
    file = name if isinstance(source, bytes) else str(source)
    data = source if isinstance(source, bytes) else load_bytes(source)
    if data.startswith(_COMPOUND_FILE):
        message = "is protected by a password or of the old binary format"
        raise StyleError.at("OFF010", message, location=Location(file), hint="save it as .docx or .pptx, unprotected")
    package = read_archive(data, file)
    refuse_unsafe(package, file)
    return package


def load_bytes(path: str | Path) -> bytes:
    """Return a file of a house style. Raises StyleError where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise StyleError.at("OFF010", message, location=Location(str(path))) from None


def write_package(
    base: Package | None, changed: Mapping[str, bytes | Member], dropped: Collection[str] = frozenset()
) -> bytes:
    """Return a zip of `base` without `dropped` and with `changed`; what is packed already is copied as it is."""
    members = {} if base is None else {name: each for name, each in base.members.items() if name not in dropped}
    members |= {name: each if isinstance(each, Member) else pack(name, each) for name, each in changed.items()}
    return write_archive({name: members[name] for name in sorted(members, key=_place)})


def save_bytes(path: str | Path, data: bytes) -> None:
    """Write a file whole or not at all: a failure leaves what stood there before.

    Raises UsageError where the folder is missing or may not be written to.
    """
    target = Path(os.path.realpath(path))
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        _write_through(unfinished, data)
        unfinished.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        raise UsageError.at("OFF020", message, location=Location(str(path))) from None
    finally:
        unfinished.unlink(missing_ok=True)


def make_folder(path: str | Path) -> None:
    """Make a folder, and those it stands in, where they are missing. Raises UsageError where that is impossible."""
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder cannot be made: {error.strerror}"
        raise UsageError.at("OFF021", message, location=Location(str(path))) from None


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Let the new name of a file outlive a power cut too, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _place(name: str) -> tuple[bool, str]:
    """Content types stand first, as readers of a stream expect; the rest in the order of the names."""
    return name != CONTENT_TYPES, name
