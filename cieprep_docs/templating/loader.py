"""Templates from several folders, the user's first; no name leads out of its folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound, TemplateSyntaxError
from jinja2.loaders import split_template_path

OVERRIDDEN = "overridden/"
"""Stands before the name of a template for the one that a folder before it hides; messages show it so."""

LONGEST = 1_000_000
"""Bytes of the longest template that is read."""


class FolderLoader(BaseLoader):
    """Finds a template in the first folder that has it."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folder.resolve() for folder in folders)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Return source, the name that errors show, and whether the file is still the same."""
        path = self._find(template)
        state = _state_of(path)
        if state[1] > LONGEST:
            message = f"the template is longer than {LONGEST:,} bytes"
            raise TemplateSyntaxError(message, 1, template, template)
        try:
            source = path.read_text("utf-8")
        except UnicodeDecodeError as error:
            message = f"the template is not UTF-8: {error.reason} at byte {error.start}"
            raise TemplateSyntaxError(message, 1, template, template) from None
        return source, template, lambda: self._find(template) == path and _state_of(path) == state

    def list_templates(self) -> list[str]:
        """Return the names of all templates, for hints."""
        found = {
            path.relative_to(folder).as_posix()
            for folder in self.folders
            for path in folder.rglob("*.html")
            if path.resolve().is_relative_to(folder)
        }
        return sorted(found)

    def hides(self, template: str) -> bool:
        """Return whether the template stands before another of the same name."""
        return len(self._paths(template)) > 1

    def _find(self, template: str) -> Path:
        name = template.removeprefix(OVERRIDDEN)
        found = self._paths(name)[int(name != template) :]
        if not found:
            raise TemplateNotFound(template)
        return found[0]

    def _paths(self, name: str) -> list[Path]:
        parts = split_template_path(name)
        paths = [(folder, folder.joinpath(*parts).resolve()) for folder in self.folders]
        return [path for folder, path in paths if path.is_relative_to(folder) and path.is_file()]


def _state_of(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
