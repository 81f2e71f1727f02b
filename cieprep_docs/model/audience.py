"""What a reader may see: the event without the rest.

Everything else that makes documents comes after this, so what is removed here cannot leak from any file.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from immutabledict import immutabledict

from cieprep_docs.diagnostics import Result
from cieprep_docs.errors import UsageError
from cieprep_docs.model.base import Record, Value, Visibility
from cieprep_docs.model.event import Event
from cieprep_docs.model.identity import Same
from cieprep_docs.model.losses import losses
from cieprep_docs.model.references import Node, namers
from cieprep_docs.model.shape import FieldShape, Keyed, Leaf, Many, Part, Shape, fields_of
from cieprep_docs.model.text import Text
from cieprep_docs.model.ties import HANGS_ON, HELD_BY

SECRETARIAT = "secretariat"
PUBLIC = "public"

_GONE = object()

V = TypeVar("V", bound=Value)
C = TypeVar("C", Mapping[str, Any], tuple[Any, ...])


def restrict(event: Event, audience: str) -> Result[Event]:
    """Return the event as one audience may see it: ``secretariat`` (all), ``public``, or the id of a delegation.

    Invisible records and texts are removed, what hangs on them (``model.ties``), and every reference to them. What is
    left says of itself only that this audience may see it, not who else. The diagnostics tell the secretariat what
    the removal breaks; they name hidden records and belong in no file for the audience. Raises UsageError where the
    audience does not exist.
    """
    return _restrict(Same(event), audience)


@lru_cache(maxsize=2)
def _restrict(whole: Same[Event], audience: str) -> Result[Event]:
    """The documents of one reader are made one after another, of the same restricted event."""
    event = whole.value
    _refuse_unknown(event, audience)
    if audience == SECRETARIAT:
        return Result(event)
    restricted = _prune_until_stable(event, audience)
    return Result(restricted, tuple(losses(event, restricted, audience, _visible(event, audience))))


def audiences(event: Event) -> tuple[str, ...]:
    """Return every audience of an event: the secretariat, the public, and the delegations that may see themselves."""
    return SECRETARIAT, PUBLIC, *(id_ for id_, each in event.delegations.items() if is_visible(each, id_))


def is_visible(value: Record | Text, audience: str) -> bool:
    """Return whether an audience may see a record or text, going by what it says of itself."""
    if audience == SECRETARIAT or value.visibility == "public":
        return True
    return value.visibility != "internal" and audience in value.visibility


def _refuse_unknown(event: Event, audience: str) -> None:
    known = audiences(event)
    if audience not in known:
        hint = "the delegation is hidden from itself" if audience in event.delegations else _suggest(audience, known)
        raise UsageError.at("EVT040", f'the event has no audience "{audience}"', hint=hint)


def _suggest(audience: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(audience, known, 1)
    return f'did you mean "{close[0]}"?' if close else f"there are {', '.join(known)}"


def _collections() -> Iterator[FieldShape]:
    return (field for field in fields_of(Event) if isinstance(field.shape, Keyed))


def _nodes(event: Event) -> Iterator[tuple[Node, Record]]:
    for field in _collections():
        yield from (((field.name, id_), record) for id_, record in getattr(event, field.name).items())


def _visible(event: Event, audience: str) -> frozenset[Node]:
    return frozenset(node for node, record in _nodes(event) if is_visible(record, audience))


def _prune_until_stable(event: Event, audience: str) -> Event:
    """Remove records, then those that cannot be without them, and so on."""
    held = _holders(event)
    left = _visible(event, audience)
    while True:
        event = _Pruner(audience, left)(event)
        still = frozenset(node for node, _ in _nodes(event))
        still = frozenset(node for node in still if node not in held or held[node] & still)
        if still == left:
            return event
        left = still


def _holders(event: Event) -> Mapping[Node, frozenset[Node]]:
    """Return the records that others bring in, with those others."""
    named = (
        (node, frozenset(by for by in who if by[0] in HELD_BY.get(node[0], ()))) for node, who in namers(event).items()
    )
    return {node: holders for node, holders in named if holders}


@dataclass(frozen=True, slots=True)
class _Pruner:
    """Makes values without what an audience may not see; what stays whole stays the same object."""

    audience: str
    left: frozenset[Node]
    """The records that are still there."""

    def __call__(self, event: Event) -> Event:
        changed = {
            field.name: self._records(field.name, getattr(event, field.name))
            if isinstance(field.shape, Keyed)
            else _or_nothing(self._prune(getattr(event, field.name), field.shape))
            for field in fields_of(Event)
        }
        return _updated(event, changed)

    def _records(self, name: str, records: Mapping[str, Record]) -> Mapping[str, Record]:
        left = ((id_, self._record(name, each)) for id_, each in records.items() if (name, id_) in self.left)
        return _same_or(records, immutabledict({id_: each for id_, each in left if each is not _GONE}))

    def _record(self, collection: str, record: Record) -> Any:
        return self._fields(record, HANGS_ON.get(collection, ()))

    def _fields(self, value: Value, hangs_on: Sequence[str] = ()) -> Any:
        """Return a value without what is gone from its fields, or _GONE where it cannot be without that."""
        changed: dict[str, Any] = {}
        for field in fields_of(type(value)):
            old = getattr(value, field.name)
            new = self._visibility(old) if field.name == "visibility" else self._prune(old, field.shape)
            if (field.required or field.name in hangs_on) and _is_lost(old, new):
                return _GONE
            changed[field.name] = _or_nothing(new)
        return _updated(value, changed)

    def _visibility(self, visibility: Visibility) -> Visibility:
        """What the audience sees by name is told to it alone: who else sees it is not its business."""
        return visibility if isinstance(visibility, str) else frozenset({self.audience})

    def _prune(self, value: Any, shape: Shape) -> Any:
        """Return a value without references to records that are gone, or _GONE where nothing is left of it."""
        if isinstance(shape, Leaf):
            ref = shape.ref
            return _GONE if ref and value is not None and (ref.collection, value) not in self.left else value
        if isinstance(value, Text) and not is_visible(value, self.audience):
            return _GONE
        if isinstance(shape, Part):
            return self._fields(value) if isinstance(value, Value) else value
        if isinstance(shape, Many) and isinstance(value, tuple):
            left = tuple(new for each in value if (new := self._prune(each, shape.item)) is not _GONE)
            return _same_or(value, left)
        return value


def _is_lost(old: Any, new: Any) -> bool:
    return new is _GONE or (isinstance(old, tuple) and bool(old) and not new)


def _or_nothing(value: Any) -> Any:
    return None if value is _GONE else value


def _same_or(old: C, new: C) -> C:
    """Return the old container if the new one holds the same objects."""
    olds, news = (list(each.values() if isinstance(each, Mapping) else each) for each in (old, new))
    same = len(olds) == len(news) and all(a is b for a, b in zip(olds, news, strict=True))
    return old if same else new


def _updated(value: V, fields: Mapping[str, Any]) -> V:
    changed = {name: new for name, new in fields.items() if new is not getattr(value, name)}
    return value.model_copy(update=changed) if changed else value
