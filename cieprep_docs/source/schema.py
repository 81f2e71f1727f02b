"""The JSON Schema of an event file, for editors that complete and check it while it is written.

Put ``# yaml-language-server: $schema=event.schema.json`` on the first line of ``event.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from cieprep_docs.model.base import Record
from cieprep_docs.model.event import Event
from cieprep_docs.source.tables import COLLECTIONS, KEY, Table


class _Generator(GenerateJsonSchema):
    def encode_default(self, dft: Any) -> Any:
        return dict(dft) if isinstance(dft, Mapping) else super().encode_default(dft)


Schema = dict[str, Any]

_WORDS = {"type": "string", "minLength": 1}
_DAY = {
    "description": "2020-12-09, or 2020-09 where the day is not known, or 2020",
    "anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}, {"type": "integer"}],
}
_WHEN = {
    "description": "A date; {from: …, to: …}; or local times, {from: 2020-12-09 15:00, to: …, zone: Asia/Shanghai}",
    "anyOf": [
        {"$ref": "#/$defs/Day"},
        {"$ref": "#/$defs/Period"},
        {"$ref": "#/$defs/Hours"},
    ],
}
_TABLE = {"$ref": "#/$defs/Table"}
_SHORT = ("Form", "NameForm", "Unit", "Member")
"""What may also be written as a plain string."""


def event_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of an event file, short forms included."""
    schema = Event.model_json_schema(schema_generator=_Generator)
    parts: Schema = schema["$defs"]
    for name in _record_names():
        _take_id_from_key(parts[name])
    for name in _SHORT:
        parts[name] = {"description": parts[name]["description"], "anyOf": [_WORDS, parts[name]]}
    parts.update(Text=_text(parts["Text"]["properties"]["visibility"]), Day=_DAY, When=_WHEN)
    schema["properties"][KEY] = {"type": "object", "properties": dict.fromkeys(COLLECTIONS, _TABLE)}
    schema["properties"][KEY]["additionalProperties"] = False
    parts["Table"] = Table.model_json_schema()
    schema["properties"]["$schema"] = {"type": "string", "description": "Where this schema is (JSON files only)."}
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema}


def _text(visibility: Schema) -> Schema:
    forms = {"properties": {"visibility": visibility}, "additionalProperties": {"$ref": "#/$defs/Form"}}
    return {
        "description": "Words, translated through the catalogs; or a name or term with its words by language",
        "anyOf": [_WORDS, {"type": "object", **forms}],
    }


def _record_names() -> list[str]:
    return [cls.__name__ for cls in Record.__subclasses__()]


def _take_id_from_key(record: Schema) -> None:
    del record["properties"]["id"]
    record["required"] = [name for name in record["required"] if name != "id"]
