"""Where a block stands while it is written: inside which part, how wide, in which language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from cieprep_docs.content.nodes import NOWHERE, Block, Document, Origin
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.office.word.house import ReportStyle
from cieprep_docs.office.word.parts import Parts
from cieprep_docs.office.word.roles import PARAGRAPHS
from cieprep_docs.office.word.stylesheet import Style


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of a block; going deeper makes a new one."""

    style: ReportStyle
    parts: Parts
    document: Document
    write: Callable[[Sequence[Block], Place], str]
    """The XML of blocks at a place; given here so that tables and lists can hold any block."""
    width: int
    """Twips from margin to margin."""
    lang: str
    """Of the words here, where they do not say otherwise themselves."""
    manner: str = ""
    """How one of several languages is set: ``first language``, ``second language``, ``column``, ``second column``,
    on covers in many languages ``narrow column``."""
    context: str = ""
    """The part that the block stands in: ``cover``, ``table``, ``quotation`` …"""
    align: str = ""
    """``center`` or ``right`` where it is not the style's own."""
    depth: int = 0
    """How many lists the block stands in."""
    new_page: bool = False
    keep: bool = False
    """Whether a paragraph stays on the page of what follows it."""
    before_heading: bool = False
    """Whether a heading follows the block, which brings space of its own."""

    def inside(self, context: str, **changes: Any) -> Self:
        """Return the place of what stands inside a part."""
        return replace(self, context=context, **{"new_page": False, "keep": False, "before_heading": False, **changes})

    def here(self, **changes: Any) -> Self:
        """Return the same place with something changed."""
        return replace(self, **changes)

    def find(self, role: str) -> Style | None:
        """Return the paragraph style of a role here, None where the house style has none."""
        return self.style.stylesheet.find("paragraph", role, self.lang, self.manner)

    def style_of(self, role: str, origin: Origin = NOWHERE) -> Style:
        """Return the paragraph style of a role: the one of this part, else the one of any part.

        A role that a file may have a style for takes the default style where there is none, as its warnings say; any
        other role is noted as a fault of the document.
        """
        wanted = [f"{self.context} {role}", role] if self.context else [role]
        for name in wanted:
            found = self.find(name)
            if found:
                return found
        if not any(name in PARAGRAPHS for name in wanted):
            self.report(f"the house style has no paragraph style for “{role}”", origin)
        return self.style.stylesheet.normal

    def report(self, message: str, origin: Origin, code: str = "OFF065") -> None:
        """Note a fault of the document; writing goes on, so that all are found."""
        self.parts.faults.append(Diagnostic(code, message, Location(origin.template, origin.line)))
