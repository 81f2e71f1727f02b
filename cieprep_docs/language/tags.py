"""Names of languages as people and systems write them, brought to the key of a language file."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import UsageError

_OWN = Path(__file__).parent / "data"
_NAME = re.compile(r"([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3})(?:\.[Uu][Tt][Ff]-?8)?")


def normalise_language(name: str, *folders: Path) -> str:
    """Return the key of the language that ``name`` means; only names that a language file claims are known.

    ``folders`` hold further language files, which win over ours. Raises UsageError listing what there is.

    >>> [normalise_language(name) for name in ("zh_CN", "zh-Hans", "ru_RU.UTF-8", "en")]
    ['zh', 'zh', 'ru', 'en']
    """
    return key_of(find_language_file(name, *folders))


def folders_beside(event: Path | None) -> tuple[Path, ...]:
    """Return where the language files of an event stand: in ``languages`` in the event's folder, if it is there."""
    folder = event / "languages" if event else None
    return (folder,) if folder and folder.is_dir() else ()


def language_keys(*folders: Path) -> frozenset[str]:
    """Return the keys of all languages that have a language file, here or in these folders."""
    return frozenset(map(key_of, _files_by_tag(folders).values()))


def find_language_file(name: str, *folders: Path) -> Path:
    """Return the path of the language file that ``name`` means."""
    files = _files_by_tag(folders)
    match = _NAME.fullmatch(name)
    path = files.get(match[1].replace("_", "-").lower()) if match else None
    if path is None:
        keys = ", ".join(sorted(language_keys(*folders)))
        raise UsageError.at("LNG001", f"{name!r} is no language that has a language file", hint=f"there are {keys}")
    return path


def key_of(path: Path) -> str:
    """Return the key of the language whose file this is."""
    return path.stem


@cache
def read_language_file(path: Path) -> dict[str, Any]:
    """Return the tables of a language file, in which ``⍽`` stands for a no-break space."""
    try:
        return tomllib.loads(path.read_text("utf-8").replace("⍽", "\u00a0"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError.at("LNG002", f"no valid TOML: {error}", location=Location(str(path))) from error


@cache
def _files_by_tag(folders: tuple[Path, ...]) -> dict[str, Path]:
    paths = [path for folder in (_OWN, *folders) for path in sorted(folder.glob("*.toml"))]
    return {tag.lower(): path for path in paths for tag in _tags(path)}


def _tags(path: Path) -> list[str]:
    tables = read_language_file(path)
    return [key_of(path), str(tables.get("tag", "")), *map(str, tables.get("aliases", ()))]
