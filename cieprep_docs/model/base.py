"""What every record has: an id, a visibility, and fields that cannot change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from immutabledict import immutabledict
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=64)]
"""A record's name inside the event file: lower-case Latin letters and digits joined by hyphens."""

_MODEL = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, str_strip_whitespace=True)


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose words are the id of a record in the event's collection of that name."""

    collection: str


Visibility = Literal["public", "internal"] | frozenset[Annotated[str, Ref("delegations")]]
"""Who may see a record: everyone, the secretariat alone, or the delegations with these ids."""


class Value(BaseModel):
    """A part of a record, without an id of its own."""

    model_config = _MODEL


class Record(Value):
    """Something of the event that other records, templates and diagnostics can name."""

    id: Id
    """Filled from the key under which the record stands in the event file."""
    visibility: Visibility = "public"
    """``public`` (everyone), ``internal`` (the secretariat only), or delegation ids. Filled by the secretariat."""


K = TypeVar("K")
V = TypeVar("V")
R = TypeVar("R")


def freeze(value: Mapping[K, V]) -> Mapping[K, V]:
    """Return the mapping in a form that is hashable, picklable and cannot change."""
    return immutabledict(value)


def _with_ids(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return {key: {"id": key, **each} if isinstance(each, Mapping) else each for key, each in value.items()}


Records = Annotated[Mapping[Id, R], BeforeValidator(_with_ids), AfterValidator(freeze)]
"""Records by id, in the order of the event file; each takes its id from its key."""
