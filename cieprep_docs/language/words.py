"""How a value came out: words, the language they stand in, and whether somebody still has to look at them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

Mark = Literal["", "proposed", "untranslated"]
"""Worst last: words that are agreed, words whose owner has not agreed yet, words left in the source language."""

MARKS: tuple[Mark, ...] = ("", "proposed", "untranslated")


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one language."""

    text: str
    lang: str
    """BCP 47 tag, for example ``ru-RU``."""
    mark: Mark = ""


Phrase = tuple[Words, ...]
"""Words in reading order; more than one only where the language or the mark changes."""


def worst(marks: Iterable[Mark]) -> Mark:
    """Return the mark that needs most attention."""
    return max(marks, key=MARKS.index, default="")


def join_words(parts: Iterable[Words]) -> Phrase:
    """Return the words as a phrase, neighbours of one language and mark made one.

    >>> join_words([Words("a", "en-GB"), Words("b", "en-GB"), Words("c", "ru-RU")])
    (Words(text='ab', lang='en-GB', mark=''), Words(text='c', lang='ru-RU', mark=''))
    """
    joined: list[Words] = []
    for part in parts:
        if joined and (joined[-1].lang, joined[-1].mark) == (part.lang, part.mark):
            joined[-1] = replace(joined[-1], text=joined[-1].text + part.text)
        elif part.text:
            joined.append(part)
    return tuple(joined)


def plain(phrase: Phrase) -> str:
    """Return the bare text of a phrase, for places that can hold no marks, such as document properties."""
    return "".join(words.text for words in phrase)
