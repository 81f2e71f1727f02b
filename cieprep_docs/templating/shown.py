"""What templates see: values of the event that cannot become text by accident."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from cieprep_docs.language.words import Phrase


class UnprintableError(Exception):
    """A value that a template must not print, or not in this way."""


class Code(str):
    """A word of the file format, such as ``ceremony``: to compare with, never to print."""

    __slots__ = ()


class Said:
    """Words as they came out, waiting to be printed; ``~``, ``join`` and messages put them together."""

    __slots__ = ("phrase",)

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase

    def __bool__(self) -> bool:
        return any(words.text for words in self.phrase)

    def __str__(self) -> NoReturn:
        message = "words with a language become text only by being printed"
        raise UnprintableError(message)


class Shown:
    """A record or value of the event: its fields with references resolved, and nothing else.

    It prints as its language says it, in ``{{ … }}`` alone.
    """

    __slots__ = ("_read", "_value")

    def __init__(self, value: Any, read: Callable[[Any, str], Any]) -> None:
        self._value = value
        self._read = read

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._read(self._value, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shown) and self._value == unwrap(other)

    def __hash__(self) -> int:
        return hash((type(self._value), getattr(self._value, "id", None) or self._value))

    def __str__(self) -> NoReturn:
        message = f"a {kind_of(self._value)} becomes text only by being printed: {{{{ … }}}}"
        raise UnprintableError(message)


def unwrap(shown: Shown) -> Any:
    """Return the value of the model; its attribute has no name that a template could write."""
    return object.__getattribute__(shown, "_value")


def kind_of(value: Any) -> str:
    """Return what a value is in the words of the field, for messages."""
    return type(value).__name__.lower()
