"""Few things on a large slide: given air, and moved from the top towards the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cieprep_docs.content import nodes
from cieprep_docs.deck.geometry import bottom
from cieprep_docs.deck.layouts import Box
from cieprep_docs.deck.parts import Cities, Part, Text
from cieprep_docs.deck.slides import Group, Shape, Words

_FEW = 0.62
"""Of the room: what takes less is spread out."""
_DROP = 0.3
"""Of the room that is left: how far cards move down."""
_MOST_LEAD = 16.0


def settle(shapes: tuple[Shape, ...], parts: Sequence[Part], room: Box) -> tuple[Shape, ...]:
    """Return the shapes as they stand best in a room that they leave half empty."""
    used = bottom(shapes) - room.top
    if used >= _FEW * room.height:
        return shapes
    if len(shapes) == 1 and isinstance(shapes[0], Words):
        return (_aired(shapes[0], room.height - used),)
    if all(isinstance(part, Cities | nodes.KeyFigures | nodes.Timeline | nodes.Quotation | Text) for part in parts):
        return tuple(_moved(shape, (room.height - used) * _DROP) for shape in shapes)
    return shapes


def _aired(words: Words, left: float) -> Words:
    """Return a short text with room between its paragraphs."""
    gaps = len(words.paras) - 1
    return replace(words, lead=min(_MOST_LEAD, round(left / 2 / gaps))) if gaps else words


def _moved(shape: Shape, down: float) -> Shape:
    box = replace(shape.box, top=shape.box.top + down)
    if isinstance(shape, Group):
        return replace(shape, box=box, shapes=tuple(_moved(each, down) for each in shape.shapes))
    return replace(shape, box=box)
