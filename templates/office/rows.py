"""Pieces of the rows that house styles are made of. Lengths are twips (1/20 pt), sizes half points."""  # noqa: INP001 - for scripts, no package

from __future__ import annotations

BOLD = "<w:b/><w:bCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"


def size(half_points: int) -> str:
    """Return a type size, for Latin, Cyrillic and Chinese alike."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def spacing(before: int = 0, after: int = 0, line: int = 240) -> str:
    """Return the space around a paragraph in twips, and its lines in parts of 240."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def exactly(line: int, after: int, before: int = 0) -> str:
    """Return lines of one height whichever font stands in: fonts for Chinese differ in theirs by a third."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


def numbered(instance: int, level: int = 0) -> str:
    """Return the numbering of a paragraph: `instance` is a list of the house style, counted from 1."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'


def cell_margins(top: int, left: int, bottom: int, right: int) -> str:
    """Return the space between the border of a cell and its words."""
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
    inner = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"


def borders(*lines: str) -> str:
    """Return the borders of a table, in the schema's order: top, bottom, inside."""
    return f"<w:tblBorders>{''.join(lines)}</w:tblBorders>"
