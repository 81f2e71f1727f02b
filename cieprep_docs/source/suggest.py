"""What a user may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from cieprep_docs.source.tree import printable

_LONGEST_SHOWN = 60


def show(words: str) -> str:
    """Return a user's words in quotation marks, shortened, with what a terminal cannot show written as U+0007."""
    return f'"{printable(words[:_LONGEST_SHOWN])}{"…" if len(words) > _LONGEST_SHOWN else ""}"'


def closest(word: str, options: Iterable[str]) -> str:
    """Return the option that looks most like a mistyped word, or nothing."""
    options = sorted(options)
    found = difflib.get_close_matches(word, options, 1, 0.6)
    if found:
        return found[0]
    lowered = word.lower().replace("_", " ").replace("-", " ")
    return next((each for each in options if set(lowered.split()) & set(each.replace("-", " ").split())), "")


def suggest(word: str, options: Iterable[str], all_up_to: int = 0) -> str:
    """Return a hint: the closest option, or all of them where they are few, or nothing."""
    options = list(options)
    if best := closest(word, options):
        return f"did you mean {show(best)}?"
    return f"one of: {printable(', '.join(options))}" if 0 < len(options) <= all_up_to else ""
