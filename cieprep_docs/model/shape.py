"""What the fields of the model hold, read once from its annotations.

References, translatable texts and what a reader may see all follow from the same walk, so a new field needs no code.
The walk goes over an ``Event`` and, as far as it makes sense, over the plain mappings of an event file with faults.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from cieprep_docs.model.base import Ref, Value

Path = tuple[str | int, ...]
"""The way from the event to a value: keys as in the event file, ids of records, places in lists from 0."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A plain value; ``ref`` where it is the id of a record."""

    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A value with fields of its own."""

    cls: type[Value]


@dataclass(frozen=True, slots=True)
class Many:
    """Values in a list or set."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Keyed:
    """Values under keys: records by id, forms by language."""

    item: Shape


Shape = Leaf | Part | Many | Keyed


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field of a ``Value``: its name here, its key in the event file, and what it holds."""

    name: str
    key: str
    required: bool
    shape: Shape


@cache
def fields_of(cls: type[Value]) -> tuple[FieldShape, ...]:
    """Return the fields of a class in the order in which it declares them."""
    return tuple(
        FieldShape(name, field.alias or name, field.is_required(), _shape(field.annotation, field.metadata))
        for name, field in cls.model_fields.items()
    )


def _shape(annotation: Any, marks: list[Any] | tuple[Any, ...] = ()) -> Shape:
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(inside[0], inside[1:])
    if origin in (tuple, frozenset):
        return Many(_shape(inside[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Keyed(_shape(inside[1]))
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return Part(annotation)
    alternatives = [each for each in inside if each is not NoneType and get_origin(each) is not Literal]
    if origin is not Literal and len(alternatives) == 1:
        return _shape(alternatives[0])
    return Leaf(next((mark for mark in marks if isinstance(mark, Ref)), None))


def walk(value: Any, shape: Shape, path: Path = ()) -> Iterator[tuple[Path, Any, Shape]]:
    """Yield every value inside a value, itself included, with its path and shape.

    What does not have its shape (in an event file with faults) ends the way there.
    """
    yield path, value, shape
    if isinstance(shape, Part):
        for field, inner in _fields_in(value, shape.cls):
            yield from walk(inner, field.shape, (*path, field.key))
    elif isinstance(shape, Keyed) and isinstance(value, Mapping):
        for key, inner in value.items():
            yield from walk(inner, shape.item, (*path, key))
    elif isinstance(shape, Many) and isinstance(value, (tuple, list, frozenset)):
        for index, inner in enumerate(sorted(value) if isinstance(value, frozenset) else value):
            yield from walk(inner, shape.item, (*path, index))


def _fields_in(value: Any, cls: type[Value]) -> Iterator[tuple[FieldShape, Any]]:
    if isinstance(value, BaseModel):
        yield from ((field, getattr(value, field.name)) for field in fields_of(cls))
    elif isinstance(value, Mapping):
        yield from ((field, value[field.key]) for field in fields_of(cls) if field.key in value)
    elif isinstance(value, str):
        # A plain string in the event file stands for the one field that a part cannot do without.
        required = [field for field in fields_of(cls) if field.required]
        yield from ((field, value) for field in required if len(required) == 1)


def shape_at(path: Path, shape: Shape) -> Shape | None:
    """Return the shape that is found at a path, or None where the model has no such place."""
    for step in path:
        if isinstance(shape, Part):
            fields = [field.shape for field in fields_of(shape.cls) if step in (field.key, field.name)]
        elif isinstance(shape, Leaf):
            fields = []
        else:
            fields = [shape.item]
        if not fields:
            return None
        shape = fields[0]
    return shape
