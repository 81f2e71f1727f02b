"""Which fields of a record a column of a table can fill, and what they hold."""

from __future__ import annotations

import re
from functools import cache

from cieprep_docs.model.event import Event
from cieprep_docs.model.quantity import Unit
from cieprep_docs.model.shape import Keyed, Leaf, Many, Part, Shape, fields_of
from cieprep_docs.model.text import Form, Text
from cieprep_docs.model.time import When

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WRITTEN_AS_WORDS = (Text, Form, When, Unit)


@cache
def field_shape(collection: str, field: str) -> Shape | None:
    """Return what a field such as ``name.en`` or ``organisation`` holds, or None where no cell can fill it."""
    shape = next(each.shape for each in fields_of(Event) if each.key == collection)
    shape = shape.item if isinstance(shape, Keyed) else shape
    for step in field.split("."):
        inner = _inside(shape, step)
        if inner is None:
            return None
        shape = inner
    return shape if _fits_a_cell(shape) else None


def columns_of(collection: str) -> tuple[str, ...]:
    """Return the first steps of the fields of a record, to suggest from."""
    shape = next(each.shape for each in fields_of(Event) if each.key == collection)
    return (
        tuple(each.key for each in fields_of(shape.item.cls))
        if isinstance(shape, Keyed) and isinstance(shape.item, Part)
        else ()
    )


def _inside(shape: Shape, step: str) -> Shape | None:
    if isinstance(shape, Keyed):
        return shape.item if _LANGUAGE.fullmatch(step) else None
    if not isinstance(shape, Part):
        return None
    if shape.cls is Text and _LANGUAGE.fullmatch(step):
        return Part(Form)
    if shape.cls is When:
        return Leaf() if step in ("from", "to", "zone") else None
    return next((each.shape for each in fields_of(shape.cls) if each.key == step), None)


def _fits_a_cell(shape: Shape) -> bool:
    if isinstance(shape, Many):
        return isinstance(shape.item, Leaf) or shape.item == Part(Text)
    if isinstance(shape, Part):
        return shape.cls in _WRITTEN_AS_WORDS or "full" in shape.cls.model_fields
    return isinstance(shape, Leaf)
