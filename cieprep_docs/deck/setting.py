"""What every part of a slide needs to know to be placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cieprep_docs.content import nodes
from cieprep_docs.deck.layouts import Layouts
from cieprep_docs.errors import LayoutError


@dataclass(frozen=True, slots=True)
class Setting:
    """The house style's rooms, the document's small words and pictures, and how far type is stepped down."""

    layouts: Layouts
    lang: str
    title: str
    """Of the slide; stands for what has no words of its own."""
    role: str
    """Of the slide's layout."""
    labels: Mapping[str, nodes.Inlines]
    images: Mapping[str, bytes]
    step: int = 0
    words: str = "body"
    """The field of the layout whose type running words take."""

    def picture(self, source: str) -> bytes:
        """Return the file of a picture; raises LayoutError where the document brings none of that name."""
        if source not in self.images:
            raise LayoutError.at("DCK003", f"slide “{self.title}”: there is no picture “{source}”")
        return self.images[source]
