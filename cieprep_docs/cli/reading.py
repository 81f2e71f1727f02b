"""An event file as all commands read it: its languages must have language files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import EventError, UsageError
from cieprep_docs.language.tags import find_language_file, folders_beside
from cieprep_docs.model.event import Event
from cieprep_docs.source import LoadedEvent
from cieprep_docs.source import read_event as read_file


def read_event(path: Path) -> LoadedEvent:
    """Return the event of a file or folder with the place of each field. Raises EventError with every fault."""
    loaded = read_file(path)
    faults = loaded.placed(_unknown_languages(loaded.event))
    if faults:
        raise EventError(*faults)
    return loaded


def _unknown_languages(event: Event) -> Iterator[Diagnostic]:
    folders = folders_beside(event.folder)
    lists = {"languages": event.languages}
    lists |= {f"delegations.{id_}.languages": each.languages for id_, each in event.delegations.items()}
    for path, languages in lists.items():
        written = ((index, each) for index, words in enumerate(languages) for each in words.split("+"))
        for index, language in written:
            try:
                find_language_file(language, *folders)
            except UsageError as error:
                (fault,) = error.diagnostics
                yield Diagnostic(fault.code, fault.message, Location(path=f"{path}[{index}]"), fault.hint)
