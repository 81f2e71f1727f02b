"""Proposals for new source words: the translation of the most similar ones so far, within one context only.

Babel compares every new message with every old one, contexts aside; here only those that share a rare word are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from cieprep_docs.catalogs.entries import Entry
from cieprep_docs.catalogs.messages import Message

_LEAST_SIMILAR = 0.6
_CLOSELY_COMPARED = 4
# A word that stands in more of the messages tells nothing about which one is meant.
_COMMON = 50
# Han has no blanks, so each character stands for a word.
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_]+")


class Proposals:
    """Translations so far, by context and by the words of their sources."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = [each for each in entries if all(each.forms)]
        self._words = [_words(each.msgid) for each in self._entries]
        self._places: dict[tuple[str, bool, str], list[int]] = defaultdict(list)
        for place, entry in enumerate(self._entries):
            for word in set(self._words[place]):
                self._places[entry.context, bool(entry.plural), word].append(place)

    def find(self, message: Message) -> Entry | None:
        """Return the translated entry whose source is most like the message's, None where none is like it."""
        words = _words(message.msgid)
        shared = Counter(self._sharing(message, words))
        close = sorted(shared, key=lambda place: (-self._overlap(shared[place], place, words), place))
        scored = [(_similarity(words, self._words[place]), -place) for place in close[:_CLOSELY_COMPARED]]
        best, place = max(scored, default=(0.0, 0))
        return self._entries[-place] if best >= _LEAST_SIMILAR else None

    def _sharing(self, message: Message, words: list[str]) -> Iterator[int]:
        found = [self._places.get((message.context, bool(message.plural), word), []) for word in set(words)]
        rare = [each for each in found if len(each) <= _COMMON]
        for each in rare or sorted(found, key=len)[:1]:
            yield from each

    def _overlap(self, shared: int, place: int, words: list[str]) -> float:
        return shared / (len(words) + len(self._words[place]))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _similarity(words: list[str], others: list[str]) -> float:
    return SequenceMatcher(None, words, others, autojunk=False).ratio()
