"""The messages of an event file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cieprep_docs.catalogs.messages import Key, Message, merge_messages
from cieprep_docs.catalogs.roles import UNITS, role_of
from cieprep_docs.catalogs.which import advice, which_one
from cieprep_docs.diagnostics import Location
from cieprep_docs.model.event import Event
from cieprep_docs.model.quantity import Unit
from cieprep_docs.model.shape import Path as FieldPath
from cieprep_docs.model.text import Text
from cieprep_docs.model.texts import texts, units
from cieprep_docs.source import LoadedEvent


def target_languages(event: Event) -> tuple[str, ...]:
    """Return the languages into which an event is translated."""
    return tuple(each for each in event.languages if each != event.source_language)


def event_messages(loaded: LoadedEvent, languages: Collection[str]) -> tuple[Message, ...]:
    """Return what is to be translated into at least one of the languages, in the order of the event file.

    A text whose forms stand in the event file itself for all these languages needs no message.
    """
    uses = sorted(
        [*_texts(loaded, languages), *_units(loaded)], key=lambda each: _order(loaded, each.message.places[0])
    )
    by_key: dict[Key, list[_Use]] = {}
    for each in uses:
        by_key.setdefault(each.message.key, []).append(each)
    return tuple(_advised(each, by_key[each.key]) for each in merge_messages(each.message for each in uses))


@dataclass(frozen=True, slots=True)
class _Use:
    """A message as one record needs it."""

    message: Message
    collection: str
    which: str


def _advised(message: Message, uses: Sequence[_Use]) -> Message:
    """Return a message with what translators should know of it in front of where it stands."""
    words = advice(role_of(message.context), uses[0].collection, [each.which for each in uses])
    return replace(message, comments=(words, *message.comments))


def _texts(loaded: LoadedEvent, languages: Collection[str]) -> Iterator[_Use]:
    for path, text in texts(loaded.event):
        if any(language not in text.forms for language in languages):
            yield _use(loaded, path, text, Message(text.source, text.role, limit=role_of(text.role).limit))


def _units(loaded: LoadedEvent) -> Iterator[_Use]:
    for path, unit in units(loaded.event):
        for role in UNITS:
            yield _use(loaded, path, unit, Message(f"%(n)s {unit.one}", role.name, f"%(n)s {unit.other}"))


def _use(loaded: LoadedEvent, path: FieldPath, value: Text | Unit, message: Message) -> _Use:
    place = _place(loaded, path)
    message = replace(message, comments=(f"in {place.path}",), places=(place,))
    return _Use(message, str(path[0]), which_one(loaded.event, path, value))


def _place(loaded: LoadedEvent, path: FieldPath) -> Location:
    """Where a text stands, seen from the event's folder, so that a catalog is the same wherever that is."""
    place = loaded.at(path)
    return replace(place, file=Path(place.file).relative_to(loaded.path.parent).as_posix())


def _order(loaded: LoadedEvent, place: Location) -> tuple[bool, str, int]:
    """Sorts what stands in the event file before what stands in tables beside it."""
    return place.file != loaded.path.name, place.file, place.line
