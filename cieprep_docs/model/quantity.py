"""Numbers with what they count and how exactly they are known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from pydantic import Field, model_validator

from cieprep_docs.model.base import Value

Qualifier = Literal["exactly", "more than", "over", "nearly", "about", "at least", "up to"]
"""How the number is meant, in the source's own vagueness."""


class Unit(Value):
    """What is counted, with its plural forms in the source language: ``{one: expert, other: experts}``.

    A plain string in the event file serves both forms. Translations live in the event's catalogs as plural messages
    (``%(n)s expert``, ``%(n)s experts``) under two contexts: ``unit`` and ``unit after genitive qualifier``.
    The Chinese message carries the measure word: ``%(n)s名专家``.
    """

    one: str
    other: str

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: Any) -> Any:
        return {"one": value, "other": value} if isinstance(value, str) else value


class Quantity(Value):
    """A value, how exactly it is known, and what it counts: ``more than 500 experts``."""

    value: Decimal = Field(ge=0)
    qualifier: Qualifier = "exactly"
    unit: Unit
