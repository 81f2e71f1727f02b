"""The messages of an event file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from cieprep_docs.catalogs.messages import Message, merge_messages
from cieprep_docs.catalogs.roles import UNITS, role_of
from cieprep_docs.diagnostics import Location
from cieprep_docs.model.event import Event
from cieprep_docs.model.quantity import Unit
from cieprep_docs.model.shape import Path as FieldPath
from cieprep_docs.model.text import Role, Text
from cieprep_docs.model.texts import texts, units
from cieprep_docs.source import LoadedEvent


def target_languages(event: Event) -> tuple[str, ...]:
    """Return the languages into which an event is translated."""
    return tuple(each for each in event.languages if each != event.source_language)


def event_messages(loaded: LoadedEvent, languages: Collection[str]) -> tuple[Message, ...]:
    """Return what is to be translated into at least one of the languages, in the order of the event file.

    A text whose forms stand in the event file itself for all these languages needs no message.
    """
    messages = [*_text_messages(loaded, languages), *_unit_messages(loaded)]
    return merge_messages(sorted(messages, key=lambda each: _order(loaded, each.places[0])))


def _text_messages(loaded: LoadedEvent, languages: Collection[str]) -> Iterator[Message]:
    for path, text in texts(loaded.event):
        if any(language not in text.forms for language in languages):
            yield _text_message(text, _place(loaded, path))


def _text_message(text: Text, place: Location) -> Message:
    role = role_of(text.role)
    return Message(text.source, text.role, comments=_comments(role, place), places=(place,), limit=role.limit)


def _comments(role: Role, place: Location) -> tuple[str, ...]:
    return role.advice, f"in {place.path}"


def _place(loaded: LoadedEvent, path: FieldPath) -> Location:
    """Where a text stands, seen from the event's folder, so that a catalog is the same wherever that is."""
    place = loaded.at(path)
    return replace(place, file=Path(place.file).relative_to(loaded.path.parent).as_posix())


def _order(loaded: LoadedEvent, place: Location) -> tuple[bool, str, int]:
    """Sorts what stands in the event file before what stands in tables beside it."""
    return place.file != loaded.path.name, place.file, place.line


def _unit_messages(loaded: LoadedEvent) -> Iterator[Message]:
    for path, unit in units(loaded.event):
        for role in UNITS:
            yield _unit_message(unit, role, _place(loaded, path))


def _unit_message(unit: Unit, role: Role, place: Location) -> Message:
    return Message(f"%(n)s {unit.one}", role.name, f"%(n)s {unit.other}", _comments(role, place), (place,))
