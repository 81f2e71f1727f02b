"""Few things on a large slide: given air, set on cards, moved from the top towards the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cieprep_docs.content import nodes
from cieprep_docs.deck.cards import place_items
from cieprep_docs.deck.geometry import bottom
from cieprep_docs.deck.layouts import Box
from cieprep_docs.deck.parts import Cards, Part, TablePart, Text
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import Group, Shape, TablePlace, Words

_FEW = 0.62
"""Of the room: as far as a short table is stretched."""
_DROP = 0.4
"""Of the room that is left: how far cards move down."""
_MOST_LEAD = 16.0
_MOST_STRETCH = 1.5

Shapes = tuple[Shape, ...]


def settle(shapes: Shapes, parts: Sequence[Part], room: Box, setting: Setting) -> Shapes:
    """Return the shapes as they stand best in a room that they do not fill."""
    used = bottom(shapes) - room.top
    match parts:
        case [Text() as text]:
            cards = place_items(text, room, setting) if setting.step <= 0 else None
            return _dropped(cards, room) if cards else tuple(_aired(each, room.height - used) for each in shapes)
        case [TablePart()]:
            return tuple(_stretched(each, room.height / used) for each in shapes)
    centred = Cards | nodes.KeyFigures | nodes.Quotation | nodes.People | Text
    return _dropped(shapes, room) if all(isinstance(part, centred) for part in parts) else shapes


def _dropped(shapes: Shapes, room: Box) -> Shapes:
    down = (room.bottom - bottom(shapes)) * _DROP
    return tuple(_moved(shape, down) for shape in shapes)


def _aired(shape: Shape, left: float) -> Shape:
    """Return a short text with room between its paragraphs."""
    gaps = len(shape.paras) - 1 if isinstance(shape, Words) else 0
    return replace(shape, lead=min(_MOST_LEAD, round(left / 2 / gaps))) if gaps and isinstance(shape, Words) else shape


def _stretched(shape: Shape, share: float) -> Shape:
    """Return a short table with higher rows."""
    if not isinstance(shape, TablePlace):
        return shape
    factor = max(1.0, min(_MOST_STRETCH, share * _FEW))
    rows = tuple(height * factor for height in shape.rows)
    return replace(shape, rows=rows, box=replace(shape.box, height=sum(rows)))


def _moved(shape: Shape, down: float) -> Shape:
    box = replace(shape.box, top=shape.box.top + down)
    if isinstance(shape, Group):
        return replace(shape, box=box, shapes=tuple(_moved(each, down) for each in shape.shapes))
    return replace(shape, box=box)
