"""Where the words of slides stand: inside their shapes, and not over each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.support.drawing import Drawing, Sign, find_in_order
from tests.support.reading import Shape, slide_shapes

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points."""

# Boxes of letters are those of the font, not of the ink; two points are less than a blank.
TOLERANCE = 2.0


def drawn_shapes(page: Drawing, shapes: Sequence[Shape]) -> Iterator[tuple[Shape, list[tuple[str, tuple[Sign, ...]]]]]:
    """Yield each shape of a slide with its paragraphs and their signs."""
    found = iter(find_in_order(page, [words for shape in shapes for words in shape.paragraphs]))
    for shape in shapes:
        yield shape, [next(found) for _ in shape.paragraphs]


def placed(decks: Mapping[Path, Drawing]) -> list[tuple[Path, int, Shape, list[Sign]]]:
    """Return each shape of the slides with what is drawn of it."""
    return [
        (path, number, shape, signs)
        for path, drawing in decks.items()
        for number, shapes in enumerate(slide_shapes(path), start=1)
        for shape, signs_of in drawn_shapes(drawing.on_page(number), shapes)
        if (signs := [sign for _, each in signs_of for sign in each])
    ]


def ink(signs: Sequence[Sign]) -> Box:
    """Left, top, right and bottom of the letters, capitals and descenders included."""
    return (
        min(sign.left for sign in signs),
        min(sign.baseline - 0.75 * sign.size for sign in signs),
        max(sign.right for sign in signs),
        max(sign.baseline + 0.2 * sign.size for sign in signs),
    )


def box(shape: Shape) -> Box:
    """The frame of a shape; a table may end anywhere on the slide, if nothing stands there."""
    return shape.left, shape.top, shape.right, float("inf") if shape.grows else shape.bottom


def inside(inner: Box, outer: Box) -> bool:
    """Say whether a box stands inside another."""
    return (
        inner[0] >= outer[0] - TOLERANCE
        and inner[1] >= outer[1] - TOLERANCE
        and inner[2] <= outer[2] + TOLERANCE
        and inner[3] <= outer[3] + TOLERANCE
    )


def overlap(one: Box, other: Box) -> bool:
    """Say whether two boxes cover each other."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > TOLERANCE
        and min(one[3], other[3]) - max(one[1], other[1]) > TOLERANCE
    )
