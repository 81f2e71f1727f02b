"""Where cards and what belongs to them stand."""

from __future__ import annotations

import math
from collections.abc import Iterable

from cieprep_docs.deck.layouts import Box
from cieprep_docs.deck.slides import Shape

GAP = 14.4
"""The gutter of the grid, between cards and between the parts of a slide."""

_SPANS = 0.6


def bottom(shapes: Iterable[Shape]) -> float:
    """Return the lower edge of the lowest shape."""
    return max((shape.box.bottom for shape in shapes), default=0.0)


def grid(count: int, columns: int, box: Box, height: float) -> tuple[Box, ...]:
    """Return equal boxes row by row from the top, in this many columns."""
    across = box.columns(columns, GAP)
    return tuple(
        Box(across[index % columns].left, box.top + index // columns * (height + GAP), across[0].width, height)
        for index in range(count)
    )


def rows_of(count: int, columns: int) -> int:
    """Return how many rows so many cards take."""
    return math.ceil(count / columns)


def follow(part: Box, whole: Box, target: Box) -> Box:
    """Return where a part of the pattern ``whole`` stands on a shape of another place and size.

    What spans the pattern spans the target, what is centred stays centred, what is near an edge stays near it.
    """
    left, width = _follow((part.left, part.width), (whole.left, whole.width), (target.left, target.width))
    top, height = _follow((part.top, part.height), (whole.top, whole.height), (target.top, target.height))
    return Box(left, top, width, height)


def _follow(part: tuple[float, float], whole: tuple[float, float], target: tuple[float, float]) -> tuple[float, float]:
    length = part[1]
    before, after = part[0] - whole[0], whole[0] + whole[1] - part[0] - length
    if length > _SPANS * whole[1]:
        return target[0] + before, target[1] - before - after
    if math.isclose(before, after, abs_tol=2):
        return target[0] + (target[1] - length) / 2, length
    if after < before:
        return target[0] + target[1] - after - length, length
    return target[0] + before, length
