"""What a review does to a catalog, and what it could not do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cieprep_docs.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Change:
    """Words that a reviewer replaced."""

    source: str
    before: str
    after: str
    numbers: str = ""
    """Of a plural form, the numbers that take it."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Words that a reviewer changed and that cannot be taken, with the reason."""

    source: str
    base: str
    """When the review was made."""
    now: str
    """In the catalog; empty where the message is gone."""
    reviewed: str
    reason: str
    numbers: str = ""
    """Of a plural form, the numbers that take it."""


class OpenForm(NamedTuple):
    """A form of a proposed plural that nobody has answered while another form of it was."""

    source: str
    form: int
    words: str
    numbers: str = ""


class ToConfirm(NamedTuple):
    """A proposed form of the event file that a reviewer agreed to, or changed."""

    path: str
    before: str
    words: str
    parts: tuple[tuple[str, str], ...] = ()
    """Of a person's name, the parts that the event file gives now, by their keys."""

    @property
    def advice(self) -> str:
        """What its owner is to do in the event file."""
        if self.words == self.before:
            return "agreed as it stands: delete “status: proposed”"
        if self.parts:
            now = ", ".join(f"{key}: {words}" for key, words in self.parts)
            return f"changed: write its parts anew (now {now}), and delete “status: proposed”"
        return "changed: write the new words, and delete “status: proposed”"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a review does to a catalog."""

    data: bytes
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    """Source words and what a reviewer remarked on them."""
    to_confirm: tuple[ToConfirm, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    open_forms: tuple[OpenForm, ...] = ()
    """Why proposals stay proposals although some of their forms were answered."""
