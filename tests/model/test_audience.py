"""Nobody is handed what belongs to another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from cieprep_docs.diagnostics import Result
from cieprep_docs.errors import UsageError
from cieprep_docs.model.audience import audiences, is_visible, restrict
from cieprep_docs.model.event import Event
from cieprep_docs.model.references import references

EXAMPLE = Path(__file__).parents[2] / "examples" / "ciep18" / "event.yaml"
TREE: dict[str, Any] = yaml.load(EXAMPLE.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - strings only
RECORDS = [(name, id_) for name, records in TREE.items() if isinstance(records, dict) for id_ in records]
RECORDS = [
    (name, id_) for name, id_ in RECORDS if isinstance(TREE[name][id_], dict) and name not in {"theme", "series"}
]

visibilities = st.sampled_from(["public", "internal", ["china"], ["russia"], ["china", "russia"]])


def with_visibility(given_: dict[tuple[str, str], Any]) -> Event:
    """Return the example with some records hidden."""
    tree = {**TREE}
    for (name, id_), visibility in given_.items():
        tree[name] = {**tree[name], id_: {**tree[name][id_], "visibility": visibility}}
    return Event.model_validate(tree)


def ids(event: Event) -> set[tuple[str, str]]:
    return {(name, id_) for name, id_ in RECORDS if id_ in getattr(event, name)}


def test_the_secretariat_sees_everything() -> None:
    event = with_visibility({("people", "huang-wei"): "internal"})

    assert restrict(event, "secretariat").value is event


def test_what_is_public_is_left_as_it_is() -> None:
    event = with_visibility({})

    assert restrict(event, "public").value == event
    assert restrict(event, "public").diagnostics == ()


def test_a_hidden_record_is_gone_with_every_mention() -> None:
    event = with_visibility({("people", "xia-bing"): ["china"]})

    russia = restrict(event, "russia").value

    assert "xia-bing" not in russia.people
    assert "xia-bing" not in russia.sessions["closing"].speakers
    assert [each.person for each in russia.delegations["china"].members] == ["huang-wei", "lu-ming"]
    assert restrict(event, "china").value == event


def told(restricted: Result[Event]) -> dict[str, tuple[str, str, str]]:
    """Return what the secretariat is told, by where."""
    return {each.location.path: (each.code, each.severity, each.message) for each in restricted.diagnostics}


def test_what_cannot_be_without_a_hidden_record_goes_too_and_is_told() -> None:
    event = with_visibility({("people", "huang-wei"): "internal"})

    restricted = restrict(event, "public")

    assert list(restricted.value.statements) == ["natalia-borisova-closing"]
    assert told(restricted)["statements.huang-wei-closing"] == (
        "EVT041",
        "note",
        "is left out for public: it hangs on people.huang-wei",
    )


def test_a_hidden_chair_is_told_as_a_warning_and_a_hidden_speaker_among_others_as_a_note() -> None:
    event = with_visibility({("people", "lu-ming"): ["china"], ("people", "xia-bing"): ["china"]})

    found = told(restrict(event, "russia"))

    assert found["sessions.closing.chairs"] == (
        "EVT042",
        "warning",
        "is empty for russia, who may not see people.lu-ming",
    )
    assert found["sessions.closing.speakers"][:2] == ("EVT042", "note")
    assert restrict(event, "china").diagnostics == ()


def test_what_hangs_on_a_hidden_session_goes_and_its_people_stay() -> None:
    event = with_visibility({("sessions", "closing"): ["china"]})

    russia = restrict(event, "russia")

    assert russia.value.statements == {}
    assert list(russia.value.people) == list(event.people)
    assert told(russia)["organisations.sasac-international"][0] == "EVT043"


def test_the_members_of_a_hidden_delegation_are_hidden_and_so_is_what_they_said() -> None:
    event = with_visibility({("delegations", "china"): "internal"})

    russia = restrict(event, "russia").value

    assert list(russia.people) == ["natalia-borisova", "gennady-popov"]
    assert list(russia.statements) == ["natalia-borisova-closing"]


def test_a_meeting_of_hidden_delegations_does_not_become_a_meeting_of_all() -> None:
    tree = {**TREE, "sessions": {"talks": {"kind": "bilateral meeting", "title": "Talks", "delegations": ["china"]}}}
    tree["delegations"] = {**TREE["delegations"], "china": {**TREE["delegations"]["china"], "visibility": "internal"}}
    tree["statements"] = {}

    assert restrict(Event.model_validate(tree), "russia").value.sessions == {}


def test_a_single_note_may_be_for_fewer_than_its_record() -> None:
    note = {"en": "Her flight is late.", "visibility": ["russia"]}
    tree = {**TREE, "people": {**TREE["people"]}}
    tree["people"]["natalia-borisova"] = {**TREE["people"]["natalia-borisova"], "note": note}
    event = Event.model_validate(tree)

    assert restrict(event, "russia").value.people["natalia-borisova"].note is not None
    assert restrict(event, "china").value.people["natalia-borisova"].note is None
    assert restrict(event, "china").diagnostics == ()


def test_the_title_of_the_event_cannot_be_hidden() -> None:
    with pytest.raises(ValidationError, match="cannot be hidden"):
        Event.model_validate({**TREE, "title": {"en": "Forum", "visibility": "internal"}})


def test_a_reader_does_not_learn_who_else_may_see_a_record() -> None:
    event = with_visibility({("sessions", "closing"): ["china", "russia"]})

    russia = restrict(event, "russia").value

    assert russia.sessions["closing"].visibility == frozenset({"russia"})
    assert "closing" not in restrict(russia, "public").value.sessions


def test_an_optional_mention_is_emptied() -> None:
    event = with_visibility({("organisations", "most"): "internal", ("delegations", "russia"): "internal"})

    restricted = restrict(event, "china").value

    assert restricted.people["huang-wei"].organisation is None
    assert restricted.guest_of_honour is None


@pytest.mark.parametrize("audience", ["rusia", "", "internal"])
def test_an_unknown_audience_is_an_error_that_lists_what_there_is(audience: str) -> None:
    with pytest.raises(UsageError, match=r"EVT040 the event has no audience .*russia"):
        restrict(with_visibility({}), audience)


def test_for_a_delegation_hidden_from_itself_there_are_no_documents() -> None:
    with pytest.raises(UsageError, match="hidden from itself"):
        restrict(with_visibility({("delegations", "russia"): ["china"]}), "russia")


@settings(max_examples=50)
@given(
    st.dictionaries(st.sampled_from(RECORDS), visibilities, max_size=8), st.sampled_from(["public", "china", "russia"])
)
def test_nothing_hidden_is_left_and_nothing_left_is_broken(hidden: dict[tuple[str, str], Any], audience: str) -> None:
    event = with_visibility(hidden)

    assume(audience in audiences(event))

    restricted = restrict(event, audience).value

    left = ids(restricted)
    assert all(is_visible(getattr(event, name)[id_], audience) for name, id_ in left)
    assert all((each.collection, each.id) in left for each in references(restricted))
    assert restrict(restricted, audience).value == restricted
