"""What every part of a slide needs to know to be placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cieprep_docs.content import nodes
from cieprep_docs.deck.layouts import Layouts


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
