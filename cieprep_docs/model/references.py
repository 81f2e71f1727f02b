"""Which records name which others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cieprep_docs.model.event import Event
from cieprep_docs.model.shape import Leaf, Part, Path, walk


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that names a record."""

    path: Path
    """Where the field is, for example ``("delegations", "russia", "members", 3, "person")``."""
    collection: str
    """The event's collection in which the record must be, for example ``people``."""
    id: str


def references(event: Event | Mapping[str, Any]) -> Iterator[Reference]:
    """Yield every reference of an event, or of an event file as it was read, in the order of the fields."""
    for path, value, shape in walk(event, Part(Event)):
        if isinstance(shape, Leaf) and shape.ref and isinstance(value, str):
            yield Reference(path, shape.ref.collection, value)
