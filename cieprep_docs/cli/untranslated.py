"""Words for which no catalog has an entry, told at the line of the event file that says them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.errors import CatalogError
from cieprep_docs.language.languages import load_language
from cieprep_docs.language.people import CONTEXT, source_of
from cieprep_docs.language.tags import folders_beside
from cieprep_docs.language.translator import GENITIVE_UNIT, UNIT, say_untranslated
from cieprep_docs.model.event import Event
from cieprep_docs.model.shape import Path
from cieprep_docs.model.texts import texts, units
from cieprep_docs.source import LoadedEvent

_CODE = "LNG090"


@contextmanager
def placing_untranslated(loaded: LoadedEvent) -> Iterator[None]:
    """Give the errors of a strict build the places of their words."""
    try:
        yield
    except CatalogError as error:
        raise CatalogError(*place_untranslated(loaded, error.diagnostics)) from error


def place_untranslated(loaded: LoadedEvent, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings; those about words without an entry in a catalog stand at the words themselves."""
    found = tuple(found)
    if not any(map(_has_no_entry, found)):
        return found
    paths: dict[tuple[str, str], Path] = {}
    for context, source, path in _said(loaded.event):
        paths.setdefault((context, say_untranslated(source)), path)
    return tuple(_placed(each, loaded, paths.get((each.location.path, each.message))) for each in found)


def _has_no_entry(found: Diagnostic) -> bool:
    return found.code == _CODE and not found.location.line


def _placed(found: Diagnostic, loaded: LoadedEvent, path: Path | None) -> Diagnostic:
    return replace(found, location=loaded.at(path)) if path and _has_no_entry(found) else found


def _said(event: Event) -> Iterator[tuple[str, str, Path]]:
    """Yield context, source words and path of all that an event says in its own language."""
    yield from ((text.role, text.source, path) for path, text in texts(event))
    for path, unit in units(event):
        yield from ((context, f"%(n)s {unit.one}", path) for context in (UNIT, GENITIVE_UNIT))
    source = load_language(event.source_language, *folders_beside(event.folder))
    for id_, person in event.people.items():
        yield CONTEXT, source_of(person, source), ("people", id_, "name")
