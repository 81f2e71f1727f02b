"""Numbers with what they count and how exactly they are known."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from cieprep_docs.model.base import Value

Qualifier = Literal["exactly", "more than", "over", "nearly", "about", "at least", "up to"]
"""How the number is meant, in the source's own vagueness."""


Amount = Annotated[Decimal, Field(ge=0, le=10**15, decimal_places=6)]
"""A number that is printed: not negative, up to a thousand billions, with at most six decimal places."""


class Unit(Value):
    """What is counted, with its plural forms in the source language: ``{one: expert, other: experts}``.

    A plain string in the event file serves both forms. Translations live in the event's catalogs as plural messages
    (``%(n)s expert``, ``%(n)s experts``) under two contexts: ``unit`` and ``unit after genitive qualifier``.
    The Chinese message carries the measure word: ``%(n)s名专家``.
    """

    one: str = Field(min_length=1)
    other: str = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: Any) -> Any:
        return {"one": value, "other": value} if isinstance(value, str) else value


class Quantity(Value):
    """A value, how exactly it is known, and what it counts: ``more than 500 experts``."""

    value: Amount
    qualifier: Qualifier = "exactly"
    unit: Unit
