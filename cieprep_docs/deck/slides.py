"""A planned deck: what stands where on which slide, with every size decided. Writers only write it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from immutabledict import immutabledict

from cieprep_docs.content import nodes
from cieprep_docs.deck.layouts import Box


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph of a text on a slide."""

    content: nodes.Inlines
    level: int = 0
    """Outline level of the field, from 0."""
    marker: Literal["", "bullet", "number", "hanging"] = ""
    """``hanging``: a further paragraph of an item, under its words."""
    number: int = 0
    """With marker ``number``: what it counts to."""
    fine: bool = False
    """Emphasised runs are set at half size: the qualifier beside a key figure."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a field of the layout, or on a shape drawn after the pattern of that field."""

    role: str
    """The layout whose field this is; not always that of the slide."""
    field: str
    box: Box
    paras: tuple[Para, ...] = ()
    """None for a shape without words: a rule, a dot."""
    scale: float = 1.0
    """Of the sizes that the field asks for."""
    lead: float = 0.0
    """Points added above each paragraph but the first, where few words have a large room."""
    placeholder: bool = False
    """It fills the placeholder of the slide's own layout."""


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that move together; ``alt`` says what they show."""

    shapes: tuple[Shape, ...]
    box: Box
    alt: str


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell with the grid column where it begins, and its words."""

    cell: nodes.Cell
    column: int
    paras: tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A table with its measures; ``box`` is as high as its rows are."""

    table: nodes.Table
    cells: tuple[tuple[PlacedCell, ...], ...]
    """Of each row its own."""
    box: Box
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    scale: float
    alt: str


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """A native chart."""

    chart: nodes.Chart
    box: Box


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """A picture at its own proportions; a round one is cut to a circle."""

    source: str
    alt: str
    box: Box
    round: bool = False
    crop: tuple[float, float] = (0, 0)
    """Shares of its width and height cut off on each side."""


Shape = Words | Group | TablePlace | ChartPlace | PicturePlace


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. The first shape is its title."""

    role: str
    title: str
    shapes: tuple[Shape, ...]
    notes: tuple[nodes.Block, ...] = ()
    id: str = ""
    anchors: tuple[str, ...] = ()
    """Ids of what stands on it besides: links to an item lead to its slide."""
    origin: nodes.Origin = nodes.NOWHERE
    decisions: tuple[str, ...] = ()
    """What the plan did beyond placing: sizes stepped down, parts of a split."""


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides of one document in the order they are shown."""

    lang: str
    title: str
    slides: tuple[Slide, ...]
    footer: nodes.Inlines = ()
    images: Mapping[str, bytes] = field(default_factory=immutabledict)
    labels: Mapping[str, nodes.Inlines] = field(default_factory=immutabledict)
    """The small words of the document, for placeholders of the house style."""
