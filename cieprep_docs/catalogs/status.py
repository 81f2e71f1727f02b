"""How far the translation of a catalog has come."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cieprep_docs.catalogs.entries import read_po
from cieprep_docs.catalogs.messages import Key, Message
from cieprep_docs.model.audience import audiences, restrict
from cieprep_docs.model.event import Event
from cieprep_docs.model.texts import texts


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of messages. ``outdated`` says whether ``catalog update`` would change which messages there are."""

    language: str
    translated: int
    fuzzy: int
    missing: int
    outdated: bool = False
    unconfirmed: int = 0
    """Names and terms of the event file in this language to which their owners have not agreed."""
    audience: str = ""
    """Whose set of documents is counted; empty for all there is."""

    @property
    def total(self) -> int:
        """All messages in use."""
        return self.translated + self.fuzzy + self.missing

    @property
    def percent(self) -> int:
        """How much is translated, rounded down, so that 100 means all of it."""
        return 100 * self.translated // self.total if self.total else 100


def status_of(messages: Sequence[Message], language: str, po: bytes) -> Status:
    """Return how many of the messages the catalog translates; ``po`` is its bytes, empty where there is none."""
    by_key = {each.key: each for each in read_po(po).messages}
    found = [by_key.get(each.key) for each in messages]
    translated = sum(each is not None and each.is_translated for each in found)
    fuzzy = sum(each is not None and each.is_fuzzy for each in found)
    missing = len(found) - translated - fuzzy
    return Status(language, translated, fuzzy, missing, outdated=list(by_key) != [each.key for each in messages])


def texts_of_audience(event: Event, audience: str) -> frozenset[Key]:
    """Return what names the texts that an audience may see; what is counted has no audience of its own."""
    return frozenset((text.role, text.source) for _, text in texts(restrict(event, audience).value))


def seen_by(messages: Sequence[Message], keys: Collection[Key]) -> tuple[Message, ...]:
    """Return the messages that stand in the documents of an audience."""
    return tuple(each for each in messages if each.plural or each.key in keys)


def sets_in(event: Event, language: str) -> tuple[str, ...]:
    """Return whose documents are made in a language: the public's, and those of each delegation that reads it."""
    return tuple(
        each
        for each in audiences(event)[1:]
        if each not in event.delegations or language in event.delegations[each].reads
    )


def badge(statuses: Sequence[Status]) -> str:
    """Return one line for a badge or a log, the languages in their order.

    >>> badge([Status("ru", 9, 1, 0), Status("zh", 10, 0, 0)])
    'translated: ru 90%, zh 100%'
    """
    return "translated: " + ", ".join(f"{each.language} {each.percent}%" for each in statuses)
