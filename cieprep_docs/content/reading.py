"""What the reader carries down the tree: where it stands, and what it found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import cast

from lxml.etree import _Element as Element

from cieprep_docs.content.nodes import NOWHERE, Block, Cell, Origin
from cieprep_docs.diagnostics import Diagnostic, Location

BlockReader = Callable[["Reading", Element, str], Block | None]
"""Reads one element in the language that holds there; None where it had to be reported."""


@dataclass(slots=True)
class Reading:
    """One pass over the markup of one template."""

    template: str
    readers: Mapping[str, BlockReader]
    """How each block tag is read."""
    refers: bool = False
    """Whether a link stands for the number of its target."""
    cells: dict[tuple[object, ...], Cell] = field(default_factory=dict)
    """Cells of nothing but words, by all that they say: equal ones are one object, for tables repeat themselves."""
    _found: list[tuple[Element, Diagnostic]] = field(default_factory=list)

    def report(self, element: Element, code: str, message: str, hint: str = "") -> None:
        """Keep a fault of this element and read on."""
        self._found.append((element, Diagnostic(code, message, self.location(element), hint)))

    def location(self, element: Element) -> Location:
        """Return template and line of the element or of the nearest block around it that is stamped."""
        record = _nearest(element, "data-record")
        template, _, line = _nearest(element, "data-at").rpartition(":")
        if not template or not line.isdecimal():
            return Location(self.template, _line(element), path=record)
        return Location(template, int(line), path=record)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All faults in the order of the markup; a fault repeated by a loop stands once."""
        if not self._found:
            return ()
        order = {each: place for place, each in enumerate(self._found[0][0].getroottree().iter())}
        first: dict[tuple[str, str, str, int], Diagnostic] = {}
        for _, each in sorted(self._found, key=lambda found: order[found[0]]):
            first.setdefault((each.code, each.message, each.location.file, each.location.line), each)
        return tuple(first.values())


def origin_of(element: Element) -> Origin:
    """Return where the block comes from, as the templates stamped it."""
    at, record = element.get("data-at"), element.get("data-record", "")
    if at is None:
        return Origin(record=record) if record else NOWHERE
    template, _, line = at.rpartition(":")
    return Origin(template, int(line) if line.isdecimal() else 0, record)


def attributes_of(element: Element) -> dict[str, str]:
    """Return the attributes; the markup is text, so all of them are."""
    return cast("dict[str, str]", dict(element.items()))


def _line(element: Element) -> int:
    return element.sourceline if isinstance(element.sourceline, int) else 0


def _nearest(element: Element, attribute: str) -> str:
    step: Element | None = element
    while step is not None:
        value = step.get(attribute)
        if value is not None:
            return value
        step = step.getparent()
    return ""
