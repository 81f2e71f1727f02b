"""Where cards and what belongs to them stand."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import accumulate

from cieprep_docs.deck.layouts import Box
from cieprep_docs.deck.slides import Shape

GAP = 14.4
"""The gutter of the grid, between cards and between the parts of a slide."""

_SPANS = 0.6


def bottom(shapes: Iterable[Shape]) -> float:
    """Return the lower edge of the lowest shape."""
    return max((shape.box.bottom for shape in shapes), default=0.0)


def grid(count: int, columns: int, box: Box, heights: Sequence[float]) -> tuple[Box, ...]:
    """Return boxes row by row from the top, in this many equal columns and rows of these heights."""
    across = box.columns(columns, GAP)
    tops = [box.top, *(box.top + each for each in accumulate(height + GAP for height in heights))]
    return tuple(
        Box(across[index % columns].left, tops[index // columns], across[0].width, heights[index // columns])
        for index in range(count)
    )


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
