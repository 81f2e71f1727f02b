"""Who or what two sessions need at once."""

from __future__ import annotations

from typing import Any

import pytest

from cieprep_docs.model.conflicts import conflict_diagnostics, find_conflicts
from cieprep_docs.model.event import Event

PERSON = {"name": {"en": "Delegate 001"}, "tradition": "western", "gender": "female"}
PARTY = {"country": "RU", "languages": ["ru"], "zone": "Europe/Moscow"}


def event(**sessions: dict[str, Any]) -> Event:
    """Return an event with one person, one room and two delegations."""
    return Event.model_validate(
        {
            "id": "e",
            "series": "S",
            "title": "T",
            "short_title": "T",
            "when": "2027",
            "cities": {"city": {"name": "City", "country": "CN", "zone": "Asia/Shanghai"}},
            "venues": {"room": {"name": "Room", "city": "city"}},
            "people": {"somebody": PERSON},
            "delegations": {"one": PARTY, "two": PARTY},
            "sessions": {name: {"kind": "forum", "title": "T", **fields} for name, fields in sessions.items()},
        }
    )


def hours(start: str, end: str | None = None, zone: str = "Asia/Shanghai") -> dict[str, str]:
    day = "2027-05-11 "
    return {"from": day + start, "zone": zone} | ({"to": day + end} if end else {})


def needed(found: Event) -> set[tuple[str, str, str]]:
    return {(each.node[1], *each.sessions) for each in find_conflicts(found)}


def test_a_person_in_two_parts_of_sessions_that_overlap_in_different_zones() -> None:
    found = event(
        a={"when": hours("10:00", "11:00"), "chairs": ["somebody"]},
        b={"when": hours("05:30", "06:00", "Europe/Moscow"), "attendees": ["somebody"]},
    )
    assert needed(found) == {("somebody", "a", "b")}


def test_a_room_and_delegations_that_meet() -> None:
    meeting = {"kind": "bilateral meeting", "delegations": ["one", "two"], "venues": ["room"]}
    found = event(a={"when": hours("10:00", "11:00"), **meeting}, b={"when": hours("10:59", "11:30"), **meeting})
    assert needed(found) == {(each, "a", "b") for each in ("one", "two", "room")}


def test_a_long_session_meets_all_that_lie_within_it() -> None:
    there = {"venues": ["room"]}
    found = event(
        short={"when": hours("10:00", "10:10"), **there},
        long={"when": hours("09:00", "12:00"), **there},
        last={"when": hours("11:50", "12:30"), **there},
    )
    assert needed(found) == {("room", "long", "short"), ("room", "long", "last")}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"when": hours("10:00", "11:00"), "venues": ["room"]}, {"when": hours("11:00", "12:00"), "venues": ["room"]}),
        ({"when": hours("10:00", "11:00"), "venues": ["room"]}, {"when": "2027-05-11", "venues": ["room"]}),
        ({"when": hours("10:00", "11:00"), "venues": ["room"]}, {"venues": ["room"]}),
        # Delegations send some of their people to a forum, others elsewhere.
        ({"when": hours("10:00", "11:00"), "delegations": ["one"]}, {"when": hours("10:00"), "delegations": ["one"]}),
        ({"when": hours("10:00", "11:00"), "chairs": ["somebody"], "speakers": ["somebody"]}, {}),
    ],
    ids=["one after the other", "a day without hours", "no time", "delegations at forums", "two parts in one"],
)
def test_what_is_no_conflict(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert not find_conflicts(event(a=first, b=second))


def test_sessions_of_which_only_the_beginning_is_known_conflict_where_they_begin_together() -> None:
    there = {"when": hours("10:00"), "venues": ["room"]}
    found = event(a=there, b=there, c={"when": hours("10:01"), "venues": ["room"]})
    assert needed(found) == {("room", "a", "b")}


def test_the_finding_names_both_sessions_and_points_at_the_later_one() -> None:
    found = event(
        a={"when": hours("10:00", "11:00"), "venues": ["room"]}, b={"when": hours("10:30"), "venues": ["room"]}
    )
    (told,) = conflict_diagnostics(found)
    assert (told.code, told.severity, told.location.path) == ("EVT044", "warning", "sessions.b.venues[0]")
    assert told.message == "venues.room is needed in sessions.a and sessions.b at the same time"
    assert told.hint == "sessions.a ends at 2027-05-11 11:00 (Asia/Shanghai)"
