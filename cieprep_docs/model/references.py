"""Which records name which others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cieprep_docs.model.event import Event
from cieprep_docs.model.identity import Same
from cieprep_docs.model.shape import Leaf, Part, Path, walk

Node = tuple[str, str]
"""A record: its collection and its id."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A field that names a record."""

    path: Path
    """Where the field is, for example ``("delegations", "russia", "members", 3, "person")``."""
    collection: str
    """The event's collection in which the record must be, for example ``people``."""
    id: str

    @property
    def target(self) -> Node:
        """The record that is named."""
        return self.collection, self.id

    @property
    def owner(self) -> Node | None:
        """The record in which the field stands; None for a field of the event itself."""
        return (str(self.path[0]), str(self.path[1])) if len(self.path) > 2 else None  # noqa: PLR2004 - and a field

    @property
    def says_who_sees(self) -> bool:
        """Whether the field is a visibility, which names readers and nothing that is told."""
        return "visibility" in self.path


def references(event: Event | Mapping[str, Any]) -> Iterator[Reference]:
    """Yield every reference of an event, or of an event file as it was read, in the order of the fields."""
    for path, value, shape in walk(event, Part(Event)):
        if isinstance(shape, Leaf) and shape.ref and isinstance(value, str):
            yield Reference(path, shape.ref.collection, value)


def references_of(event: Event) -> tuple[Reference, ...]:
    """Return every reference of an event, read once for all its audiences."""
    return _references_of(Same(event))


def namers(event: Event) -> Mapping[Node, frozenset[Node]]:
    """Return the records that others name, with those others; a visibility names nobody."""
    return _namers(Same(event))


@lru_cache(maxsize=2)
def _references_of(event: Same[Event]) -> tuple[Reference, ...]:
    return tuple(references(event.value))


@lru_cache(maxsize=2)
def _namers(event: Same[Event]) -> Mapping[Node, frozenset[Node]]:
    found: dict[Node, set[Node]] = {}
    for each in references_of(event.value):
        if each.owner and not each.says_who_sees:
            found.setdefault(each.target, set()).add(each.owner)
    return {node: frozenset(owners) for node, owners in found.items()}
