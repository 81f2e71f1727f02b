"""Titles: as few lines as their size allows, and lines of about the same length."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from cieprep_docs.content import nodes
from cieprep_docs.content.measure import has_wide
from cieprep_docs.deck.brief import COVERS
from cieprep_docs.deck.fit import best_scale, count_para
from cieprep_docs.deck.layouts import Box, Field, Layouts
from cieprep_docs.deck.slides import Para, Words
from cieprep_docs.deck.words import plain

_LEAST, _LEAST_ON_COVERS = 0.9, 0.8
"""Of the style's size: a title does not become smaller than that only to save a line."""
_PARTS = 24
_SPARE = 2
"""In parts: other programs measure a little differently, and a line more would be worse than an uneven one."""


def fit_title(content: nodes.Inlines, role: str, layouts: Layouts) -> Words | None:
    """Return a title in its placeholder, or None where it does not fit at its smallest size.

    It is stepped down before it is broken where that saves a line. Where words have spaces between them, lines are
    made even: none holds a last word alone.
    """
    field, para = layouts.field(role, "title"), Para(content)
    scale = best_scale((para,), field, _LEAST_ON_COVERS if role in COVERS else _LEAST)
    if scale is None:
        return None
    return Words(role, "title", _even(para, field, scale), (para,), scale, placeholder=True)


def _even(para: Para, field: Field, scale: float) -> Box:
    """Return the box as narrow as the number of lines allows; as it is where words may break anywhere."""
    lines = count_para(para, field, field.room.width, scale)
    if lines == 1 or has_wide(plain(para.content)):
        return field.box
    same = takewhile(
        lambda part: count_para(para, field, field.room.width * part / _PARTS, scale) == lines,
        range(_PARTS, 0, -1),
    )
    part = min(min(same) + _SPARE, _PARTS)
    return _narrowed(field, field.room.width * (1 - part / _PARTS))


def _narrowed(field: Field, less: float) -> Box:
    left = field.box.left + (less / 2 if field.level(0).centred else 0)
    return replace(field.box, left=left, width=field.box.width - less)
