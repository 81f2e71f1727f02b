"""The order in which records stand, made once for a document, so that both of its languages have the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cieprep_docs.language.languages import Language
from cieprep_docs.language.ordering import order_delegations, order_people
from cieprep_docs.model.base import Record
from cieprep_docs.model.event import Event
from cieprep_docs.model.programme import Session
from cieprep_docs.model.time import When


def order_records(event: Event, collection: str, language: Language, own: str = "") -> tuple[Record, ...]:
    """Return the records of a collection: sessions in time, delegations and people by protocol, others as in the file.

    ``language`` gives the alphabet; ``own`` is the delegation that stands first in its own copy.
    """
    if collection == "delegations":
        return order_delegations(event, language, own=own)
    records: Mapping[str, Any] = getattr(event, collection)
    if collection == "people":
        return order_people(records.values(), language)
    if collection == "sessions":
        return _in_time(tuple(records.values()))
    return tuple(records.values())


def _in_time(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """Return sessions in time; one without a date stays behind the one before it in the file."""
    keys: list[tuple[float, ...]] = []
    for session in sessions:
        before = keys[-1] if keys else ()
        keys.append(_moment(session.when) if session.when else before)
    places = sorted(range(len(sessions)), key=lambda place: keys[place])
    return tuple(sessions[place] for place in places)


def _moment(when: When) -> tuple[float, ...]:
    """Return a key by the day at the place, and on one day by what happens first, wherever that is."""
    year, month, day, *_ = when.key
    return year, month, day, when.hours.start_in("UTC").timestamp() if when.hours else 0
