"""One slide being written: its shape numbers, its relationships, and the parts it brings along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cieprep_docs.deck.layouts import Box
from cieprep_docs.office.relationships import OFFICE_TYPE, Relationship
from cieprep_docs.office.slides.style import DeckStyle
from cieprep_docs.office.xml import attributes

_EMU = 12700


@dataclass(slots=True)
class Parts:
    """Parts of the package that slides add, with their content types."""

    data: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    charts: int = 0

    def add(self, name: str, data: bytes, content_type: str = "") -> None:
        """Add a part; without a content type its extension says what it is."""
        self.data[name] = data
        if content_type:
            self.types[name] = content_type


@dataclass(slots=True)
class Page:
    """What the shapes of one slide share."""

    style: DeckStyle
    lang: str
    images: Mapping[str, bytes]
    targets: Mapping[str, str]
    """Part of the slide by the id of its section."""
    parts: Parts
    relationships: list[Relationship] = field(default_factory=list)
    shapes: int = 1

    def next_id(self) -> int:
        """Return a number that no other shape of the slide has; 1 is the slide's own tree."""
        self.shapes += 1
        return self.shapes

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of a relationship to a target; equal ones are written once."""
        for each in self.relationships:
            if (each.type, each.target) == (f"{OFFICE_TYPE}/{kind}", target):
                return each.id
        made = Relationship(f"rId{len(self.relationships) + 1}", f"{OFFICE_TYPE}/{kind}", target, external)
        self.relationships.append(made)
        return made.id

    def link(self, href: str) -> str:
        """Return ``a:hlinkClick`` to another slide or an address; nothing for an id that no slide has."""
        if not href.startswith("#"):
            return f"<a:hlinkClick{attributes(r__id=self.relate('hyperlink', href, external=True))}/>"
        target = self.targets.get(href[1:])
        if target is None:
            return ""
        jump = attributes(r__id=self.relate("slide", target), action="ppaction://hlinksldjump")
        return f"<a:hlinkClick{jump}/>"


def write_frame(box: Box, name: str = "a:xfrm") -> str:
    """Return place and size in English metric units."""
    x, y, width, height = (round(each * _EMU) for each in (box.left, box.top, box.width, box.height))
    return f'<{name}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></{name}>'
