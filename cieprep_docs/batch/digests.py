"""Digests of what documents are made of: SHA-256, in hexadecimal.

A document is remade when one of its inputs differs: what its reader may see of the event, the catalogs of its
languages, the templates and house styles, the choices of the build, this program and the libraries it calls.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Any

from immutabledict import immutabledict
from pydantic import BaseModel

from cieprep_docs.choices import Choices
from cieprep_docs.drafts import template_folders
from cieprep_docs.model.event import Event
from cieprep_docs.model.identity import Same
from cieprep_docs.resources import find_folder, given_files

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Sources:
    """Digests of what documents of all readers are made of."""

    common: str
    """Of this program, templates, house styles and choices."""
    languages: Mapping[str, str]
    """Of the catalogs of each language, by its key."""


def digest_bytes(data: bytes) -> str:
    """Return the digest of bytes."""
    return hashlib.sha256(data).hexdigest()


def combine(*parts: str) -> str:
    """Return a digest of words; no two lists of words have the same."""
    return digest_bytes(json.dumps(parts).encode())


def digest_event(event: Event) -> str:
    """Return the digest of an event, the pictures it names included, wherever its folder stands."""
    return _digest_event(Same(event))


@lru_cache(maxsize=2)
def _digest_event(whole: Same[Event]) -> str:
    event = whole.value
    words = json.dumps(event, default=_plain, ensure_ascii=False)
    pictures = (event.folder / each.file for each in event.images.values()) if event.folder else ()
    return combine(words, *(_digest_file(each) for each in pictures))


def digest_folder(folder: Path) -> str:
    """Return the digest of all that stands under a folder; what is hidden does not count."""
    return combine(
        *(word for path in _files(folder) for word in (path.relative_to(folder).as_posix(), _digest_file(path)))
    )


def digest_sources(event: Path | None, choices: Choices, styles: Iterable[Path], locales: Mapping[str, str]) -> Sources:
    """Return the digests of all that documents are made of besides the event, whose folder is ``event``.

    ``styles`` are the files of the house styles, ``locales`` the folders of catalogs by language. Raises UsageError
    where a folder that was given does not exist.
    """
    beside = (event / "languages",) if event else ()
    chosen = repr(replace(choices, catalogs=None, templates=None))
    folders = (*template_folders(choices), *beside)
    files = (each for style in styles for each in (style, style.with_suffix(".toml")))
    common = combine(_digest_program(), chosen, *map(digest_folder, folders), *map(_digest_file, files))
    catalogs = _catalog_folders(event, choices)
    of_each = {key: combine(*(digest_folder(each / name) for each in catalogs)) for key, name in locales.items()}
    return Sources(common, immutabledict(of_each))


def digest_surroundings(choices: Choices) -> str:
    """Return one digest of what ``digest_sources`` takes apart, but for what stands in the folder of the event."""
    chosen = repr(replace(choices, catalogs=None, templates=None))
    folders = (*template_folders(choices), *_catalog_folders(None, choices))
    return combine(
        _digest_program(), chosen, *map(digest_folder, folders), *map(_digest_file, given_files(choices.style))
    )


def _catalog_folders(event: Path | None, choices: Choices) -> tuple[Path, ...]:
    given = (find_folder("locales", choices.catalogs),) if choices.catalogs else ()
    beside = (event / "locales",) if event else ()
    return (*given, *beside, find_folder("locales"))


@cache
def _digest_program() -> str:
    """Return the digest of this package and of the versions of the libraries that it calls."""
    files = (path for path in _files(_PACKAGE) if path.suffix not in {".pyc", ".pyi"})
    return combine(*_versions(), *map(_read, files))


def _versions() -> Iterator[str]:
    for each in requires("cieprep-docs") or ():
        name = re.split(r"[^\w.-]", each, maxsplit=1)[0]
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:  # what an extra would bring
            yield f"no {name}"


def _files(folder: Path) -> list[Path]:
    """Return the files under a folder, in an order that is the same everywhere."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not _is_hidden(path.relative_to(folder)))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "__pycache__")) for part in path.parts)


def _read(path: Path) -> str:
    return digest_bytes(path.read_bytes())


def _digest_file(path: Path) -> str:
    """A file that cannot be read is told by who makes a document of it."""
    try:
        return _read(path)
    except OSError:
        return "unreadable"


def _plain(value: Any) -> Any:
    """Return a value of the model as JSON has it; sets in order, for theirs differs from run to run."""
    if isinstance(value, BaseModel):
        return vars(value)
    if isinstance(value, Mapping):
        return dict(value)
    return sorted(value) if isinstance(value, frozenset) else str(value)
