"""Where the words of slides stand: inside their shapes, and not over each other."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from PIL import ImageFont

from tests.support.drawing import Drawing, Sign, find_in_order, font_file
from tests.support.reading import Shape, slide_shapes

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points."""

# Less than a blank; LibreOffice rounds places to hundredths of a millimetre.
TOLERANCE = 2.0


def drawn_shapes(page: Drawing, shapes: Sequence[Shape]) -> Iterator[tuple[Shape, list[tuple[str, tuple[Sign, ...]]]]]:
    """Yield each shape of a slide with its paragraphs and their signs; those of footers may be drawn anywhere."""
    found = iter(find_in_order(page, [words for shape in shapes if not shape.repeated for words in shape.paragraphs]))
    for shape in shapes:
        yield (
            shape,
            find_in_order(page, shape.paragraphs) if shape.repeated else [next(found) for _ in shape.paragraphs],
        )


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
    """Left, top, right and bottom of what is black, letter by letter."""
    boxes = [_ink_of(sign) for sign in signs]
    return (
        min(each[0] for each in boxes),
        min(each[1] for each in boxes),
        max(each[2] for each in boxes),
        max(each[3] for each in boxes),
    )


def _ink_of(sign: Sign) -> Box:
    top, bottom = _rise(sign.font, sign.text)
    return sign.left, sign.baseline + top * sign.size, sign.right, sign.baseline + bottom * sign.size


@functools.cache
def _rise(font: str, text: str) -> tuple[float, float]:
    """Top and bottom of a letter from its baseline downwards, as parts of its size."""
    file, index = font_file(font)
    _, top, _, bottom = ImageFont.truetype(file, 200, index=index).getbbox(text, anchor="ls")
    return top / 200, bottom / 200


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
