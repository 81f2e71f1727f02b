"""The JSON Schema says what the reader takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cieprep_docs.source import event_schema

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_examples_are_written_against_the_current_schema() -> None:
    stored = json.loads((EXAMPLES / "event.schema.json").read_text("utf-8"))

    assert stored == event_schema()
    assert (
        (EXAMPLES / "ciep18" / "event.yaml")
        .read_text("utf-8")
        .startswith("# yaml-language-server: $schema=../event.schema.json\n")
    )


def test_a_record_takes_its_id_from_its_key() -> None:
    person = event_schema()["$defs"]["Person"]

    assert "id" not in person["properties"]
    assert person["required"] == ["name", "tradition", "gender"]


def test_short_forms_may_be_written_as_words() -> None:
    parts = event_schema()["$defs"]

    for name in ("Text", "Form", "NameForm", "Unit", "Member"):
        assert {"type": "string", "minLength": 1} in parts[name]["anyOf"], name


def test_every_reference_leads_somewhere() -> None:
    schema = event_schema()

    assert {ref.removeprefix("#/$defs/") for ref in refs(schema)} <= set(schema["$defs"])


def refs(schema: Any) -> list[str]:
    if isinstance(schema, dict):
        own = [schema["$ref"]] if "$ref" in schema else []
        return own + [ref for each in schema.values() for ref in refs(each)]
    return [ref for each in schema for ref in refs(each)] if isinstance(schema, list) else []
