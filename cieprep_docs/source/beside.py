"""Files that stand beside an event file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cieprep_docs.source.suggest import show, suggest


def problem_beside(folder: Path, file: str) -> tuple[str, str] | None:
    """Return what is wrong with the name of a file inside the event's folder, with a hint, or None."""
    path = Path(file)
    if path.is_absolute() or ".." in path.parts or "\\" in file or ":" in file:
        return _outside(file)
    found = folder / path
    if not found.is_file():
        return f"there is no file {show(file)}", suggest(file, _names_beside(found))
    return None if found.resolve().is_relative_to(folder.resolve()) else _outside(file)


def _outside(file: str) -> tuple[str, str]:
    return f"{show(file)} leads out of the event's folder", "put the file beside the event file"


def _names_beside(path: Path) -> Iterable[str]:
    return (each.name for each in path.parent.iterdir() if each.is_file()) if path.parent.is_dir() else ()
