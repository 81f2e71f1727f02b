"""What a reader may see: the event without the rest.

Everything else that makes documents comes after this, so what is removed here cannot leak from any file.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from immutabledict import immutabledict

from cieprep_docs.diagnostics import Diagnostic, Location, Result
from cieprep_docs.errors import UsageError
from cieprep_docs.model.base import Record, Value
from cieprep_docs.model.event import Event
from cieprep_docs.model.shape import FieldShape, Keyed, Leaf, Many, Part, Shape, fields_of
from cieprep_docs.model.text import Text

SECRETARIAT = "secretariat"
PUBLIC = "public"

Ids = Mapping[str, frozenset[str]]
"""The records that are still there, by collection."""

_GONE = object()


def restrict(event: Event, audience: str) -> Result[Event]:
    """Return the event as one audience may see it: ``secretariat`` (all), ``public``, or the id of a delegation.

    Invisible records are removed, and every reference to them. A record that cannot be without such a reference goes
    too; each is a note among the diagnostics. Raises UsageError where the audience does not exist.
    """
    _refuse_unknown(event, audience)
    if audience == SECRETARIAT:
        return Result(event)
    seen = {field.name: _visible(getattr(event, field.name), audience) for field in _collections()}
    restricted = _prune_until_stable(event, seen)
    return Result(restricted, tuple(_notes(restricted, seen, audience)))


def audiences(event: Event) -> tuple[str, ...]:
    """Return every audience of an event: the secretariat, the public, and the delegations that may see themselves."""
    return SECRETARIAT, PUBLIC, *(id_ for id_, each in event.delegations.items() if is_visible(each, id_))


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


def _visible(records: Mapping[str, Record], audience: str) -> frozenset[str]:
    return frozenset(id_ for id_, record in records.items() if is_visible(record, audience))


def is_visible(record: Record, audience: str) -> bool:
    """Return whether an audience may see a record, going by what the record itself says."""
    if audience == SECRETARIAT or record.visibility == "public":
        return True
    return record.visibility != "internal" and audience in record.visibility


def _prune_until_stable(event: Event, ids: Ids) -> Event:
    """Remove records, then those that cannot be without them, and so on."""
    pruned = _prune_fields(event, ids, frozenset(ids))
    left = {name: frozenset(getattr(pruned, name)) for name in ids}
    return pruned if left == ids else _prune_until_stable(pruned, left)


def _prune_fields(value: Value, ids: Ids, collections: frozenset[str] = frozenset()) -> Any:
    changed: dict[str, Any] = {}
    for field in fields_of(type(value)):
        old = getattr(value, field.name)
        if field.name in collections:
            old = immutabledict({id_: each for id_, each in old.items() if id_ in ids[field.name]})
        new = _prune(old, field.shape, ids)
        if new is _GONE and field.required:
            return _GONE
        changed[field.name] = None if new is _GONE else new
    return value.model_copy(update=changed)


def _prune(value: Any, shape: Shape, ids: Ids) -> Any:
    """Return a value without references to records that are gone, or _GONE where nothing is left of it."""
    if isinstance(shape, Leaf):
        return _GONE if shape.ref and value is not None and value not in ids[shape.ref.collection] else value
    if isinstance(shape, Part):
        return _prune_fields(value, ids) if isinstance(value, Value) and not isinstance(value, Text) else value
    if isinstance(shape, Many) and isinstance(value, (tuple, frozenset)):
        return type(value)(new for each in value if (new := _prune(each, shape.item, ids)) is not _GONE)
    if isinstance(shape, Keyed) and isinstance(value, Mapping):
        left = ((key, _prune(each, shape.item, ids)) for key, each in value.items())
        return immutabledict({key: new for key, new in left if new is not _GONE})
    return value


def _notes(event: Event, seen: Ids, audience: str) -> Iterator[Diagnostic]:
    for name, ids in seen.items():
        for id_ in sorted(ids - frozenset(getattr(event, name))):
            message = f"is left out for {audience}: it cannot be without a record that {audience} may not see"
            yield Diagnostic("EVT041", message, Location(path=f"{name}.{id_}"), severity="note")
