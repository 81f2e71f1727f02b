"""The kinds of documents that an event gives: which template, which file format, and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from immutabledict import immutabledict

ReportKind = Literal["report"]
DeckKind = Literal["briefing", "one-pager", "delegation"]
Kind = ReportKind | DeckKind


@dataclass(frozen=True, slots=True)
class Making:
    """What a kind of document is made of."""

    template: str
    ending: Literal["docx", "pptx"]
    personal: bool = False
    """Whether it tells one delegation what that delegation alone needs to know."""


MAKINGS: Mapping[Kind, Making] = immutabledict(
    {
        "report": Making("reports/report.html", "docx"),
        "briefing": Making("decks/briefing.html", "pptx"),
        "one-pager": Making("decks/one-pager.html", "pptx"),
        "delegation": Making("decks/delegation.html", "pptx", personal=True),
    }
)
"""Every kind, in the order in which a set of documents lists them."""

KINDS: tuple[Kind, ...] = tuple(MAKINGS)

USUAL: tuple[Kind, ...] = ("report", "briefing")
"""The kinds that are made where none is asked for."""
