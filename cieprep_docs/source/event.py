"""An event file on disk → an event, with everything that is wrong in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cieprep_docs.diagnostics import Diagnostic, Location, Result
from cieprep_docs.errors import EventError
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import NameForm
from cieprep_docs.model.shape import Part, Path, walk
from cieprep_docs.model.text import Text
from cieprep_docs.source.bytes import read_text
from cieprep_docs.source.checks import check_tree
from cieprep_docs.source.faults import faults, misspelt_keys
from cieprep_docs.source.suggest import suggest
from cieprep_docs.source.tables import take_tables
from cieprep_docs.source.tree import Tree, read_path, read_tree

EVENT_FILE = "event.yaml"


@dataclass(frozen=True, slots=True)
class LoadedEvent:
    """An event, the file it comes from, and where each of its fields stands there."""

    event: Event
    path: FilePath
    positions: Mapping[Path, Location]
    """Places by path; a field written in a short form stands where the form stands, see ``at``."""
    diagnostics: tuple[Diagnostic, ...]
    """What is suspicious, though not wrong."""
    tree: Tree

    def at(self, path: Path) -> Location:
        """Return the place of a field of the model, or of the nearest thing around it that the file writes out."""
        return self.tree.at(path)

    def placed(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return findings about the event with file, line and column where they name only a field of it."""
        return tuple(
            each
            if each.location.file or not each.location.path
            else replace(each, location=replace(self.at(read_path(each.location.path)), path=each.location.path))
            for each in found
        )


def load_event(path: str | FilePath) -> Result[Event]:
    """Return the event of a file, or of the ``event.yaml`` in a folder; JSON is read as the YAML it is.

    Raises EventError with every fault of the file. What is suspicious only comes with the result.
    """
    loaded = read_event(path)
    return Result(loaded.event, loaded.diagnostics)


def read_event(path: str | FilePath) -> LoadedEvent:
    """Return the event of a file or folder with the place of each field. Raises EventError with every fault."""
    path = FilePath(path)
    path = path / EVENT_FILE if path.is_dir() else path
    tree = read_tree(read_text(path), str(path))
    event = _validate(tree, path.parent).in_folder(path.parent)
    return LoadedEvent(event, path, tree.positions, tuple(_suspicions(event, tree)), tree)


def _validate(tree: Tree, folder: FilePath) -> Event:
    value = tree.value
    if not isinstance(value, dict):
        message = "the file is empty" if value is None else "the file must hold keys with values, such as title: …"
        raise _all([*tree.faults, Diagnostic("EVT008", message, Location(tree.file, 1, 1))], tree.file)
    # Editors look for the schema of a JSON file under this key.
    value.pop("$schema", None)
    unread = take_tables(tree, folder)
    source_language = value.get("source_language")
    context = {"source_language": source_language} if isinstance(source_language, str) else {}
    errors: list[ErrorDetails] = []
    try:
        event = Event.model_validate(value, context=context)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    missing = [*misspelt_keys(errors), *(((), name) for name in unread)]
    found = [*tree.faults, *faults(errors, tree), *check_tree(tree, folder, missing)]
    if found:
        raise _all(found, tree.file)
    return event


def _all(found: list[Diagnostic], file: str) -> EventError:
    """The faults of the event file come first."""
    return EventError(*sorted(found, key=lambda each: (each.location.file != file, each.location.file, *_place(each))))


def _place(diagnostic: Diagnostic) -> tuple[int, int, str]:
    return diagnostic.location.line, diagnostic.location.column, diagnostic.code


def _suspicions(event: Event, tree: Tree) -> Iterator[Diagnostic]:
    return iter(sorted([*_unbuilt_languages(event, tree), *_unused_forms(event, tree)], key=_place))


def _unbuilt_languages(event: Event, tree: Tree) -> Iterator[Diagnostic]:
    for id_, delegation in event.delegations.items():
        written = ((index, each) for index, words in enumerate(delegation.languages) for each in words.split("+"))
        for index, language in written:
            if language not in event.languages:
                message = f'"{language}" is not among the languages of the event'
                place = tree.at(("delegations", id_, "languages", index))
                yield Diagnostic("EVT030", message, place, suggest(language, event.languages, 12), "warning")


def _unused_forms(event: Event, tree: Tree) -> Iterator[Diagnostic]:
    known = {event.source_language, *event.languages}
    known.update(language for delegation in event.delegations.values() for language in delegation.reads)
    for path, language in _forms(event):
        if language not in known:
            message = f'"{language}" is no language of this event, so these words are never used'
            yield Diagnostic("EVT031", message, tree.at((*path, language)), severity="warning")


def _forms(event: Event) -> Iterator[tuple[Path, str]]:
    for path, value, _ in walk(event, Part(Event)):
        if isinstance(value, Text):
            yield from ((path, language) for language in value.forms)
        elif isinstance(value, NameForm):
            yield path[:-1], str(path[-1])
