"""How far the translation of a catalog has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cieprep_docs.catalogs.entries import read_po
from cieprep_docs.catalogs.messages import Message


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of messages. ``outdated`` says whether ``catalog update`` would change which messages there are."""

    language: str
    translated: int
    fuzzy: int
    missing: int
    outdated: bool

    @property
    def total(self) -> int:
        """All messages in use."""
        return self.translated + self.fuzzy + self.missing


def status_of(messages: Sequence[Message], language: str, po: bytes) -> Status:
    """Return how many of the messages the catalog translates; ``po`` is its bytes, empty where there is none."""
    by_key = {each.key: each for each in read_po(po).messages}
    found = [by_key.get(each.key) for each in messages]
    translated = sum(each is not None and each.is_translated for each in found)
    fuzzy = sum(each is not None and each.is_fuzzy for each in found)
    missing = len(found) - translated - fuzzy
    return Status(language, translated, fuzzy, missing, outdated=list(by_key) != [each.key for each in messages])
