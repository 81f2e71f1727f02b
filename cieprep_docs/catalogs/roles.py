"""The one table of what is translatable: each role that words can play, with what translators should know of it.

It is read from the marks in the model, and serves extraction, updates, reviews and checks alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from immutabledict import immutabledict

from cieprep_docs.language.translator import GENITIVE_UNIT, UNIT
from cieprep_docs.model.base import Value
from cieprep_docs.model.event import Event
from cieprep_docs.model.text import Role

UNITS = (
    Role(UNIT, "what a figure counts, after the number alone or after “nearly”"),
    Role(GENITIVE_UNIT, "what a figure counts, after “more than”, “over”, “about”, “at least” or “up to”"),
)
"""What is counted has no field of its own for each form, so these two are written here."""


@cache
def translatable_roles() -> Mapping[str, Role]:
    """Return every role by its name, which is the context of its messages, for example ``session.title``."""
    return immutabledict({role.name: role for role in (*_roles(Event), *UNITS)})


def role_of(context: str) -> Role:
    """Return the role of a message of an event; one without a comment for any other context."""
    return translatable_roles().get(context, Role(context, ""))


def _roles(annotation: Any) -> Iterator[Role]:
    yield from (mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Role))
    for inner in get_args(annotation):
        yield from _roles(inner)
    if isinstance(annotation, type) and issubclass(annotation, Value):
        for field in annotation.model_fields.values():
            yield from (mark for mark in field.metadata if isinstance(mark, Role))
            yield from _roles(field.annotation)
