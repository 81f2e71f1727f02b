"""The model knows by itself which of its fields name records."""

from __future__ import annotations

from pathlib import Path

import yaml

from cieprep_docs.model.references import references
from cieprep_docs.source import load_event

EXAMPLE = Path(__file__).parents[2] / "examples" / "ciep18" / "event.yaml"


def test_every_kind_of_reference_is_found() -> None:
    found = {
        ("host",): ("delegations", "china"),
        ("organisations", "most-experts", "parent"): ("organisations", "most"),
        ("people", "huang-wei", "organisation"): ("organisations", "most"),
        ("delegations", "russia", "members", 1, "person"): ("people", "gennady-popov"),
        ("sessions", "special-events", "cities", 6): ("cities", "xian"),
        ("statements", "huang-wei-closing", "speaker"): ("people", "huang-wei"),
        ("figures", "experts", "sources", 0): ("sources", "review"),
    }
    all_of_them = {each.path: (each.collection, each.id) for each in references(load_event(EXAMPLE).value)}

    assert found.items() <= all_of_them.items()


def test_a_file_as_it_was_read_has_the_same_references() -> None:
    tree = yaml.load(EXAMPLE.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - strings only

    assert set(references(tree)) == set(references(load_event(EXAMPLE).value))


def test_short_forms_and_visibility_are_references_too() -> None:
    tree = {
        "delegations": {"china": {"members": ["delegate-012", {"person": "delegate-013"}], "visibility": ["russia"]}},
        "people": {"delegate-012": {"visibility": "internal"}},
    }

    assert {(each.path, each.collection, each.id) for each in references(tree)} == {
        (("delegations", "china", "visibility", 0), "delegations", "russia"),
        (("delegations", "china", "members", 0, "person"), "people", "delegate-012"),
        (("delegations", "china", "members", 1, "person"), "people", "delegate-013"),
    }
