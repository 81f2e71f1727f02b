"""What counts as a change, and in which order readers are told."""

from __future__ import annotations

from typing import Any

import pytest

from cieprep_docs.model.changes import TOLD, Change, find_changes
from cieprep_docs.model.event import Event
from cieprep_docs.model.shape import fields_of

BASE: dict[str, Any] = {
    "id": "e",
    "series": "S",
    "title": "T",
    "short_title": "T",
    "when": "2027-05",
    "cities": {"x": {"name": "X", "country": "CN", "zone": "Asia/Shanghai"}},
    "venues": {"hall": {"name": "Hall", "city": "x"}, "room": {"name": "Room", "city": "x"}},
    "people": {
        id_: {"name": {"en": f"Delegate {id_[1:]}"}, "tradition": "western", "gender": "male"}
        for id_ in ("d001", "d002", "d003")
    },
    "delegations": {
        "russia": {
            "country": "RU",
            "languages": ["ru"],
            "zone": "Europe/Moscow",
            "head": "d001",
            "members": ["d001", "d002"],
        },
        "china": {"country": "CN", "languages": ["zh"], "zone": "Asia/Shanghai"},
    },
    "sessions": {
        "opening": {"kind": "ceremony", "title": "Opening", "when": "2027-05-10", "venues": ["hall"]},
        "talks": {"kind": "negotiation", "title": "Talks", "when": "2027-05-12", "delegations": ["russia", "china"]},
    },
}


def event(**parts: dict[str, Any] | str | None) -> Event:
    """The base, with records changed by ``sessions={"talks": {...}}`` or taken out by ``{"talks": None}``."""
    values = {**BASE}
    for name, changed in parts.items():
        values[name] = _merged(BASE.get(name, {}), changed) if isinstance(changed, dict) else changed
    return Event.model_validate(values)


def _merged(records: dict[str, Any], changed: dict[str, Any]) -> dict[str, Any]:
    found = {**records}
    for id_, fields in changed.items():
        if fields is None:
            del found[id_]
        else:
            found[id_] = {**found.get(id_, {}), **fields}
    return found


def told(now: Event, delegation: str | None = None) -> list[str]:
    return [line(each) for each in find_changes(event(), now, delegation)]


def line(change: Change) -> str:
    fields = " ".join(aspect.field for aspect in change.aspects)
    return " ".join(part for part in (change.kind, "/".join(change.node), fields, "own" if change.own else "") if part)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, []),
        ({"title": "Another title"}, ["altered /e title"]),
        (
            {"sessions": {"opening": {"when": "2027-05-11", "venues": ["room"]}}},
            ["altered sessions/opening when venues"],
        ),
        ({"sessions": {"opening": {"title": "Solemn opening"}}}, ["altered sessions/opening title"]),
        ({"sessions": {"opening": None}}, ["withdrawn sessions/opening"]),
        ({"sessions": {"tour": {"kind": "other", "title": "Tour"}}}, ["added sessions/tour"]),
        ({"sessions": {"opening": {"chairs": ["d003"]}}}, ["altered sessions/opening chairs"]),
        ({"people": {"d003": {"post": "director"}}}, ["altered people/d003 post"]),
        ({"people": {"d003": {"portrait": None, "rank": 4}}}, []),
        ({"people": {"d004": {**BASE["people"]["d001"]}}}, []),
        ({"venues": {"hall": {"name": "Great Hall"}}}, ["altered venues/hall name"]),
        (
            {"delegations": {"china": None}, "sessions": {"talks": {"delegations": ["russia"]}}},
            ["altered sessions/talks delegations", "withdrawn delegations/china"],
        ),
    ],
)
def test_readers_are_told_what_they_can_see_and_need(parts: dict[str, Any], expected: list[str]) -> None:
    assert told(event(**parts)) == expected


def test_of_members_only_those_who_came_and_went_are_told() -> None:
    now = event(delegations={"russia": {"head": "d003", "members": ["d002", "d003"]}})
    (change,) = find_changes(event(), now)
    head, members = change.aspects
    assert (head.before, head.after) == ("d001", "d003")
    assert [each.person for each in members.before] == ["d001"]
    assert [each.person for each in members.after] == ["d003"]
    moved = event(delegations={"russia": {"members": ["d002", "d001"]}})
    assert told(moved) == []


def test_what_concerns_the_reader_by_name_stands_first() -> None:
    changes = {"opening": {"title": "Solemn opening"}, "talks": {"title": "Consultations"}}
    assert told(event(sessions=changes)) == ["altered sessions/opening title", "altered sessions/talks title"]
    assert told(event(sessions=changes), "russia") == [
        "altered sessions/talks title own",
        "altered sessions/opening title",
    ]


def test_a_session_that_leaves_a_delegation_out_still_concerns_it() -> None:
    (change,) = find_changes(event(), event(sessions={"talks": {"delegations": ["china"]}}), "russia")
    assert change.own


@pytest.mark.parametrize("collection", TOLD)
def test_every_field_that_is_told_is_a_field_of_the_record(collection: str) -> None:
    shape = next(field.shape for field in fields_of(Event) if field.name == collection)
    names = {field.name for field in fields_of(shape.item.cls)}  # type: ignore[union-attr] # every collection holds records
    assert set(TOLD[collection]) <= names
