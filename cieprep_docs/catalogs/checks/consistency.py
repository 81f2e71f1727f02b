"""What one translation cannot show: the same words said differently, different words said alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from cieprep_docs.catalogs.checks.subject import HAN, Found
from cieprep_docs.catalogs.entries import Entry

_WORD = re.compile(rf"[{HAN}]|[^\W_]+")
# Short words are told apart by context and read alike by chance. Each Han character counts as a word.
_LONG, _LONG_IN_HAN = 4, 8
_HAN = re.compile(f"[{HAN}]")
_ALIKE = 0.5


def check_consistency(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Found]]:
    """Yield CAT207 and CAT208, each with the later of the two entries."""
    by_source: dict[str, Entry] = {}
    by_words: dict[str, Entry] = {}
    for each in (entry for entry in entries if not entry.plural):
        source, words = _essence(each.msgid), _essence(each.forms[0])
        if _is_long(source):
            earlier = by_source.setdefault(source, each)
            if earlier is not each and _essence(earlier.forms[0]) != words:
                yield each, Found("CAT207", f"translates words otherwise than line {earlier.line}", earlier.forms[0])
        if _is_long(words):
            earlier = by_words.setdefault(words, each)
            if earlier is not each and _likeness(_essence(earlier.msgid), source) < _ALIKE:
                message = f"says what line {earlier.line} says for other source words"
                yield each, Found("CAT208", message, earlier.msgid)


def _essence(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _is_long(essence: str) -> bool:
    return essence.count(" ") + 1 >= (_LONG_IN_HAN if _HAN.search(essence) else _LONG)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
