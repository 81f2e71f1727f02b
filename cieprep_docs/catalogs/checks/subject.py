"""What a check looks at, and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

PLACEHOLDER = re.compile(r"%\(\w+\)s")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
ADDRESS = re.compile(r"(?:https?://|www\.)[\w./?&=#%~:+-]*[\w/=#]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
HAN = r"\u3400-\u9fff"
HELD = "\ue000"
"""Stands for a placeholder, a tag or an address, of which no rule of language may see the inside."""

_KEPT = re.compile("|".join(each.pattern for each in (PLACEHOLDER, TAG, ADDRESS)), re.ASCII)


class Found(NamedTuple):
    """One finding: its code, what is wrong, what would be right, and the words put right where that is mechanical."""

    code: str
    message: str
    hint: str = ""
    fixed: str | None = None


@dataclass(frozen=True)
class Subject:
    """Source words and one form of their translation."""

    source: str
    words: str
    language: str
    """The language's key: ``ru``."""
    limit: int = 0
    """At most so many half-widths; 0 where the words may flow."""
    is_plural: bool = False

    @cached_property
    def bare_source(self) -> str:
        """The source without placeholders, tags and addresses."""
        return hold(self.source)[0]

    @cached_property
    def held(self) -> tuple[str, list[str]]:
        """The translation with ``HELD`` for each placeholder, tag and address, and what these were."""
        return hold(self.words)

    @property
    def bare(self) -> str:
        """The translation without placeholders, tags and addresses."""
        return self.held[0]

    def put_back(self, bare: str) -> str:
        """Return a changed ``bare`` with the placeholders, tags and addresses in their places."""
        kept = iter(self.held[1])
        return re.sub(HELD, lambda _: next(kept), bare)


Check = Callable[[Subject], Iterator[Found]]


def hold(text: str) -> tuple[str, list[str]]:
    """Return the text with ``HELD`` for each placeholder, tag and address, and what these were."""
    if not ("%(" in text or "<" in text or "@" in text or "www." in text or "://" in text):
        return text, []
    return _KEPT.sub(HELD, text), _KEPT.findall(text)


def listed(words: Iterator[str] | list[str]) -> str:
    """Return words as a message shows them."""
    return ", ".join(words)
