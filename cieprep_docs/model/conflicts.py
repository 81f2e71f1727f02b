"""Who or what would have to be in two sessions at once.

Checked on the whole event, for a restricted one shows a reader half of a conflict; so the findings name hidden records.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.model.event import Event
from cieprep_docs.model.programme import MEETINGS, Session
from cieprep_docs.model.references import Node, Reference, references

_PRESENT = {"chairs", "speakers", "attendees", "venues"}
"""Fields of a session that name who and what is there; delegations are there in person at their meetings only."""
_SHORTEST = dt.timedelta(minutes=1)
"""How long a session lasts at least of which only the beginning is known."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sessions that overlap, and the person, the room or the delegation that both need."""

    node: Node
    first: Reference
    """Where the session that begins first names the node."""
    second: Reference

    @property
    def sessions(self) -> tuple[str, str]:
        """The ids of the sessions."""
        return str(self.first.path[1]), str(self.second.path[1])


@dataclass(frozen=True, slots=True)
class _Stay:
    start: dt.datetime
    end: dt.datetime
    named: Reference


def find_conflicts(event: Event) -> tuple[Conflict, ...]:
    """Return the conflicts of an event; sessions without clock times are in none."""
    return tuple(
        Conflict(node, one.named, other.named)
        for node, stays in _stays(event).items()
        for place, one in enumerate(stays)
        for other in stays[place + 1 :]
        if other.start < one.end
    )


def conflict_diagnostics(event: Event) -> Iterator[Diagnostic]:
    """Yield a warning for each conflict, at the session that begins later."""
    for each in find_conflicts(event):
        one, other = each.sessions
        message = f"{'.'.join(each.node)} is needed in sessions.{one} and sessions.{other} at the same time"
        place = Location(path=_spell(each.second))
        yield Diagnostic("EVT044", message, place, _hint(event, one), severity="warning")


def _spell(reference: Reference) -> str:
    *fields, last = reference.path
    return ".".join(map(str, fields)) + (f"[{last}]" if isinstance(last, int) else f".{last}")


def _hint(event: Event, session: str) -> str:
    when = event.sessions[session].when
    if when is None or when.hours is None or when.hours.end is None:
        return f"sessions.{session} has no end; give it one"
    return f"sessions.{session} ends at {when.hours.end:%Y-%m-%d %H:%M} ({when.hours.zone})"


def _stays(event: Event) -> Mapping[Node, list[_Stay]]:
    """Return when and where each record has to be present, in the order of time."""
    found: dict[Node, dict[str, _Stay]] = {}
    for each in references(event):
        session = event.sessions[str(each.path[1])] if each.owner and each.owner[0] == "sessions" else None
        stay = session and _stay(session, each)
        if stay:
            found.setdefault(each.target, {}).setdefault(str(each.path[1]), stay)
    return {node: sorted(stays.values(), key=lambda each: (each.start, each.end)) for node, stays in found.items()}


def _stay(session: Session, named: Reference) -> _Stay | None:
    hours = session.when.hours if session.when else None
    field = named.path[2]
    if hours is None or not (field in _PRESENT or (field == "delegations" and session.kind in MEETINGS)):
        return None
    start = hours.start_in("UTC")
    return _Stay(start, max(hours.end_in("UTC") or start, start + _SHORTEST), named)
