"""Which names a template may write behind the dot of a value of the event, and what each of them gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from cieprep_docs.model.base import Record, Value
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import NameForm, Organisation, Person
from cieprep_docs.model.programme import Session, Source
from cieprep_docs.model.shape import Keyed, Part, Shape, fields_of
from cieprep_docs.model.text import Text
from cieprep_docs.model.time import Hours, When

_HIDDEN: Mapping[type[Value], frozenset[str]] = {
    Text: frozenset(Text.model_fields),  # untranslated words, which no template may print
    NameForm: frozenset(NameForm.model_fields),
    Person: frozenset({"name"}),  # a person prints by itself, in the forms of its language
    Event: frozenset({"format"}),
}
_FOREIGN: Mapping[type[Value], frozenset[str]] = {Source: frozenset({"author", "title", "publisher"})}
"""Plain words that stand in the language which the record names."""


@dataclass(frozen=True, slots=True)
class Access:
    """A field as templates see it."""

    shape: Shape
    code: bool = False
    """Whether its words belong to the file format."""
    foreign: bool = False
    """Whether its words stand in the language which the record names."""


@cache
def accesses(cls: type[Value]) -> Mapping[str, Access]:
    """Return the fields of a class that templates see."""
    hidden = _HIDDEN.get(cls, frozenset()) | {"visibility"}
    return {
        field.name: Access(field.shape, _is_code(cls, field.name), field.name in _FOREIGN.get(cls, ()))
        for field in fields_of(cls)
        if field.name not in hidden
    }


def _is_code(cls: type[Value], name: str) -> bool:
    annotation: Any = cls.model_fields[name].annotation
    return any(get_origin(each) is Literal for each in (annotation, *get_args(annotation)))


COLLECTIONS: Mapping[type[Value], str] = {
    field.shape.item.cls: field.name
    for field in fields_of(Event)
    if isinstance(field.shape, Keyed) and isinstance(field.shape.item, Part)
}
"""The collection of the event in which the records of each class stand."""


def words_of(record: Record) -> Text | None:
    """Return the words by which a record is called, where that is one text of the event."""
    if isinstance(record, Organisation | Person):
        return None
    candidates = (getattr(record, name, None) for name in ("title", "name"))
    return next((words for words in candidates if isinstance(words, Text)), None)


def start_of(when: When) -> When:
    """Return when something begins, as exactly as it is known."""
    if when.hours:
        return when.model_copy(update={"hours": _at(when.hours.start, when.hours.zone)})
    return When(day=when.period.start) if when.period else when


def end_of(when: When) -> When | None:
    """Return when something ends, or None where that is not known."""
    if when.hours:
        end = when.hours.end
        return when.model_copy(update={"hours": _at(end, when.hours.zone)}) if end else None
    return When(day=when.period.end) if when.period else when


def _at(moment: dt.datetime, zone: str) -> Hours:
    return Hours.model_validate({"from": moment, "zone": zone})


def names_of(value: Any) -> tuple[str, ...]:
    """Return the names that a template may write behind the dot of a value of the model."""
    if not isinstance(value, Value):
        return ()
    own = tuple(accesses(type(value)))
    own += ("starts", "ends") if isinstance(value, Event | Session) else ()
    return (*own, "record", *COLLECTIONS.values()) if isinstance(value, Record) else own
