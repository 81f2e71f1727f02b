"""In which ways a section may stand on slides, the best first: which variant of it, on how many, cut where."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cieprep_docs.deck.brief import COVERS, DENSE, Brief
from cieprep_docs.deck.geometry import bottom
from cieprep_docs.deck.layouts import STEPS
from cieprep_docs.deck.parts import TablePart, Text, balance, count_pieces, cut_all
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.stack import Shapes, place
from cieprep_docs.deck.variants import variants

Version = tuple[Brief, Setting]
"""A section in one language, and what it needs to be placed."""

Ranges = Sequence[tuple[int, int]]
"""The pieces on each slide."""


def attempts_at(versions: Sequence[Version]) -> Iterator[tuple[Sequence[Version], Ranges]]:
    """Yield each variant on one slide, then each on as many as it takes at least, and more."""
    told = list[Sequence[Version]]()
    for briefs in zip(*(variants(brief) for brief, _ in versions), strict=True):
        told.append([(brief, setting) for brief, (_, setting) in zip(briefs, versions, strict=True)])
        yield told[-1], ((0, _pieces(told[-1])),)
    if versions[0][0].role in COVERS | DENSE:
        return
    weights = [_weights(each) for each in told]
    fewest = [max(_fewest_slides(*version) for version in each) for each in told]
    for count in range(2, max(map(len, weights)) + 1):
        for each, heights, least in zip(told, weights, fewest, strict=True):
            if least <= count <= len(heights):
                yield each, balance(heights, count)


def _pieces(versions: Sequence[Version]) -> int:
    return sum(count_pieces(part) for part in versions[0][0].parts)


def _fewest_slides(brief: Brief, setting: Setting) -> int:
    """Return how many slides the words and rows take at least: no use in trying fewer."""
    room = setting.layouts.field(brief.role, "body").room
    endless = replace(room, height=math.inf)
    flowing = [part for part in brief.parts if isinstance(part, Text | TablePart)]
    placed = [place(part, endless, replace(setting, step=STEPS)) for part in flowing]
    heights = sum(bottom(shapes) - room.top for shapes in placed if shapes)
    return max(math.ceil(heights / room.height - 0.001), 1)


def _weights(versions: Sequence[Version]) -> list[float]:
    """Return the height of each piece in all languages, so that a split balances what is seen, not what is counted."""
    return [sum(row) for row in zip(*(_heights(*version) for version in versions), strict=True)]


def _heights(brief: Brief, setting: Setting) -> list[float]:
    room = setting.layouts.field(brief.role, "body").room
    smallest = replace(setting, step=STEPS)
    total = sum(count_pieces(part) for part in brief.parts)
    pieces = (cut_all(brief.parts, index, index + 1)[0] for index in range(total))
    return [_weight(place(piece, room, smallest), room.top, room.height) for piece in pieces]


def _weight(shapes: Shapes | None, top: float, most: float) -> float:
    return bottom(shapes) - top if shapes else most
