"""Where words are used, as gettext writes it in ``#:`` lines: ``event.yaml:18``.

A file name with blanks stands between U+2068 and U+2069, as in GNU gettext since 0.19.8 and in Babel since 2.13.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_OPEN, _CLOSE = "\u2068", "\u2069"
_PLACE = re.compile(rf"{_OPEN}(?P<file>[^{_CLOSE}]*){_CLOSE}(?P<line>:\d+)?|(?P<plain>\S+)")
_BLANK = re.compile(r"\s")


def read_places(words: str) -> Iterator[str]:
    """Yield the places of one line.

    >>> list(read_places("event.yaml:18 \u2068list of people.csv\u2069:3"))
    ['event.yaml:18', 'list of people.csv:3']
    """
    for match in _PLACE.finditer(words):
        yield match["plain"] or f"{match['file']}{match['line'] or ''}"


def write_places(places: Iterable[str]) -> str:
    """Return the line that names these places."""
    return " ".join(map(_isolated, places))


def _isolated(place: str) -> str:
    if not _BLANK.search(place):
        return place
    file, colon, line = place.rpartition(":")
    return f"{_OPEN}{file}{_CLOSE}:{line}" if colon and line.isdecimal() else f"{_OPEN}{place}{_CLOSE}"
