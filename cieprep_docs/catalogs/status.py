"""How far the translation of a catalog has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polib

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


def status_of(messages: Sequence[Message], language: str, po: str) -> Status:
    """Return how many of the messages the catalog translates; ``po`` is its text, empty where there is none."""
    entries = [each for each in polib.pofile(po) if not each.obsolete] if po else []
    by_key = {(each.msgctxt or "", each.msgid): each for each in entries}
    found = [by_key.get(each.key) for each in messages]
    return Status(
        language,
        translated=sum(each is not None and each.translated() for each in found),
        fuzzy=sum(each is not None and each.fuzzy for each in found),
        missing=sum(each is None or not (each.translated() or each.fuzzy) for each in found),
        outdated=list(by_key) != [each.key for each in messages],
    )
