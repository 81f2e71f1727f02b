"""What translators should know of each role that a text can play, read from the marks in the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from immutabledict import immutabledict

from cieprep_docs.model.base import Value
from cieprep_docs.model.event import Event
from cieprep_docs.model.text import Role


@cache
def role_comments() -> Mapping[str, str]:
    """Return the comment of every role by its name, for example ``session.title``."""
    return immutabledict({role.name: role.comment for role in _roles(Event)})


def _roles(annotation: Any) -> Iterator[Role]:
    yield from (mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Role))
    for inner in get_args(annotation):
        yield from _roles(inner)
    if isinstance(annotation, type) and issubclass(annotation, Value):
        for field in annotation.model_fields.values():
            yield from (mark for mark in field.metadata if isinstance(mark, Role))
            yield from _roles(field.annotation)
