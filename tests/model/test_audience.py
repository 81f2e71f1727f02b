"""Nobody is handed what belongs to another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

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


def test_what_cannot_be_without_a_hidden_record_goes_too_and_is_told() -> None:
    event = with_visibility({("people", "huang-wei"): "internal"})

    restricted = restrict(event, "public")

    assert list(restricted.value.statements) == ["natalia-borisova-closing"]
    (note,) = restricted.diagnostics
    assert (note.severity, note.location.path) == ("note", "statements.huang-wei-closing")


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
