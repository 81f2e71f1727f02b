"""What one render may use up. The sandbox of Jinja has no limits of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from typing import Any, TypeVar

CHARACTERS = 20_000_000
"""Characters that a template may print, those that it prints into variables included."""
ROWS = 200_000
"""Rounds of all loops together."""
LARGEST = 10**18
"""Largest number that a template may reckon with."""

T = TypeVar("T")


class LimitError(Exception):
    """A template uses up more than one render may."""


@dataclass(slots=True)
class Budget:
    """What is left for one render."""

    characters: int = CHARACTERS
    rows: int = ROWS

    def spend(self, text: str) -> str:
        """Return the text, once it is paid for."""
        self.characters -= len(text)
        if self.characters < 0:
            message = f"the template prints more than {CHARACTERS:,} characters"
            raise LimitError(message)
        return text

    def count_rows(self, rows: Iterable[T]) -> Iterable[T]:
        """Return the rows, paid for: a sequence at once, anything else row by row."""
        if isinstance(rows, Sized):
            self._spend_rows(len(rows))
            return rows
        return self._paid(rows)

    def _paid(self, rows: Iterable[T]) -> Iterator[T]:
        for row in rows:
            self._spend_rows(1)
            yield row

    def _spend_rows(self, count: int) -> None:
        self.rows -= count
        if self.rows < 0:
            message = f"the template goes through more than {ROWS:,} rounds of loops"
            raise LimitError(message)


def check_operands(operator: str, left: Any, right: Any) -> None:
    """Refuse arithmetic on anything but numbers of a sane size: ``'x' * 1000000000`` fills the memory."""
    if operator == "**":
        message = "a template has no powers"
        raise LimitError(message)
    if operator == "+" and isinstance(left, list | tuple) and isinstance(right, list | tuple):
        _check_length(len(left) + len(right))
        return
    for operand in (left, right):
        if isinstance(operand, (str, bytes, list, tuple, dict)):
            message = f"{operator} is for numbers only\njoin words with ~ or with a message that has placeholders"
            raise LimitError(message)
        if isinstance(operand, (int, float)) and abs(operand) > LARGEST:
            message = f"a number larger than {LARGEST:,}"
            raise LimitError(message)


def _check_length(length: int) -> None:
    if length > ROWS:
        message = f"a list of more than {ROWS:,} rows"
        raise LimitError(message)
