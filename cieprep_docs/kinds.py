"""The kinds of documents that an event gives: which template, which file format, and for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from immutabledict import immutabledict

ReportKind = Literal["report", "programme", "participants", "glossary"]
DeckKind = Literal["briefing", "one-pager", "delegation"]
Kind = ReportKind | DeckKind


@dataclass(frozen=True, slots=True)
class Making:
    """What a kind of document is made of."""

    template: str
    ending: Literal["docx", "pptx"]
    personal: bool = False
    """Whether it tells one delegation what that delegation alone needs to know."""
    comparing: bool = False
    """Whether it says names and terms in all the languages of the event."""


MAKINGS: Mapping[Kind, Making] = immutabledict(
    {
        "report": Making("reports/report.html", "docx"),
        "briefing": Making("decks/briefing.html", "pptx"),
        "one-pager": Making("decks/one-pager.html", "pptx"),
        "programme": Making("reports/programme.html", "docx"),
        "delegation": Making("decks/delegation.html", "pptx", personal=True),
        "participants": Making("reports/participants.html", "docx", comparing=True),
        "glossary": Making("reports/glossary.html", "docx", comparing=True),
    }
)
"""Every kind, in the order in which a set of documents lists them."""

KINDS: tuple[Kind, ...] = tuple(MAKINGS)

PACK: tuple[Kind, ...] = ("report", "briefing", "programme", "delegation", "participants", "glossary")
"""What a delegation is handed before it travels."""

SETS: Mapping[str, tuple[Kind, ...]] = immutabledict({"pack": PACK, "all": KINDS})
"""Words that stand for several kinds; what is personal of them is made for delegations alone."""

USUAL: tuple[Kind, ...] = ("report", "briefing")
"""The kinds that are made where none is asked for."""

NOTICE = Making("reports/changes.html", "docx")
"""What tells a reader of changes; it is made of two states of an event, so no set of documents holds it."""


def expand_sets(names: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds that are meant, each once; what is no set stays as it is.

    >>> expand_sets(["one-pager", "pack"])
    ('one-pager', 'report', 'briefing', 'programme', 'delegation', 'participants', 'glossary')
    """
    return tuple(dict.fromkeys(kind for name in names for kind in SETS.get(name, (name,))))
