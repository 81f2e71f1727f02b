"""What a user may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


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
        return f'did you mean "{best}"?'
    return f"one of: {', '.join(options)}" if 0 < len(options) <= all_up_to else ""
