"""What a reader is to be told when an event file has changed.

Both events are restricted to the same reader first, so that a change of what is hidden is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cieprep_docs.model.base import Record, Value
from cieprep_docs.model.event import Event
from cieprep_docs.model.people import Delegation
from cieprep_docs.model.programme import Session
from cieprep_docs.model.references import Node

Kind = Literal["added", "withdrawn", "altered"]

TOLD: Mapping[str, tuple[str, ...]] = {
    "sessions": (
        "title",
        "when",
        "venues",
        "cities",
        "mode",
        "chairs",
        "speakers",
        "attendees",
        "delegations",
        "organisations",
        "description",
        "note",
    ),
    "delegations": ("name", "head", "members"),
    "people": ("name", "honorific", "post", "organisation"),
    "venues": ("name", "city", "address"),
    "projects": ("title", "kind", "field", "parties", "stage", "description"),
    "outcomes": ("title", "kind", "description", "parties", "when", "follow_up"),
}
"""By collection, the fields of which readers are told; others serve the secretariat, or say where facts come from."""

OF_EVENT = ("title", "when", "mode", "host", "guest_of_honour")
"""The fields of the event itself of which readers are told."""

WITHOUT_NEWS = ("people", "venues")
"""Collections whose records come and go with the sessions and delegations that name them, and are told there."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One field that is no longer as it was. ``before`` or ``after`` is empty where there was or is nothing."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one record, or to the event itself."""

    kind: Kind
    collection: str
    """Empty for the event itself."""
    before: Value | None
    after: Value | None
    aspects: tuple[Aspect, ...] = ()
    """What is altered, in the order in which it is told."""
    own: bool = False
    """Whether the reader's delegation takes part in it by name."""

    @property
    def record(self) -> Value:
        """The record as it is, or as it last was."""
        found = self.after or self.before
        if found is None:
            message = "a Change of nothing"
            raise ValueError(message)
        return found

    @property
    def node(self) -> Node:
        """The record's collection and id; the event's own id stands under no collection."""
        return self.collection, str(getattr(self.record, "id", ""))


def find_changes(was: Event, now: Event, delegation: str | None = None) -> tuple[Change, ...]:
    """Return what changed between two states of an event, both restricted to one reader.

    The event's own changes come first, then collection by collection as in ``TOLD``; sessions in time, those of the
    reader's ``delegation`` in front. Records are the same while their ids are.
    """
    return (*_of_event(was, now), *(each for name in TOLD for each in _in_collection(was, now, name, delegation)))


def _of_event(was: Event, now: Event) -> Iterator[Change]:
    aspects = tuple(_aspects(was, now, OF_EVENT))
    if aspects:
        yield Change("altered", "", was, now, aspects)


def _in_collection(was: Event, now: Event, name: str, delegation: str | None) -> Iterable[Change]:
    before: Mapping[str, Record] = getattr(was, name)
    after: Mapping[str, Record] = getattr(now, name)
    found = [
        change
        for id_ in dict.fromkeys((*after, *before))
        if (change := _of_record(name, before.get(id_), after.get(id_), delegation))
    ]
    return sorted(found, key=_place)


def _of_record(name: str, was: Record | None, now: Record | None, delegation: str | None) -> Change | None:
    own = any(_takes_part(each, delegation) for each in (was, now))
    if was and now:
        aspects = tuple(_aspects(was, now, TOLD[name]))
        return Change("altered", name, was, now, aspects, own) if aspects else None
    if name in WITHOUT_NEWS:
        return None
    return Change("added" if now else "withdrawn", name, was, now, own=own)


def _aspects(was: Value, now: Value, fields: Iterable[str]) -> Iterator[Aspect]:
    for field in fields:
        before, after = getattr(was, field), getattr(now, field)
        if field == "members":
            before, after = _gone(before, after), _gone(after, before)
        if before != after:
            yield Aspect(field, before, after)


def _gone(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the members whose person is not in the other list, or not in the same role."""
    return tuple(each for each in before if each not in after)


def _takes_part(record: Record | None, delegation: str | None) -> bool:
    if isinstance(record, Session):
        return delegation in record.delegations
    return isinstance(record, Delegation) and record.id == delegation


def _place(change: Change) -> tuple[bool, bool, tuple[int, ...]]:
    when = getattr(change.record, "when", None)
    return not change.own, when is None, when.key if when else ()
