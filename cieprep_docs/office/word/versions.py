"""Documents in several languages: versions below each other, and rows with a column for each."""

from __future__ import annotations

from collections.abc import Sequence

from cieprep_docs.content.nodes import Columns, Heading, Version
from cieprep_docs.office.word.paragraphs import COLUMN, paragraph
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.tables import Frame, cell_content, frame_table, table_cell, table_row

FIRST = "first language"
_MANNERS = {"second": "second language", "beside": COLUMN}
_PADDING = 340
"""Twips between the words of a column and its edges, both together."""


def write_version(block: Version, place: Place) -> str:
    """Return blocks in the styles of their language."""
    return place.write(block.blocks, place.here(lang=block.lang, manner=_MANNERS.get(block.manner, "")))


def write_columns(block: Columns, place: Place) -> str:
    """Return a table of versions beside each other, of equal width; it grows together with no other table."""
    count = len(block.rows[0])
    width = (place.width + _PADDING) // count
    inside = place.here(width=width - _PADDING, keep=False, new_page=False)
    rows = "".join(table_row(_cells(row, width, inside)) for row in block.rows)
    leads = isinstance(block.rows[-1][0].blocks[-1], Heading)
    end = paragraph(place.here(keep=leads, new_page=False), place.style_of("section end"), "")
    return frame_table(place, Frame("columns", [width] * count, indent=-_PADDING // 2), rows) + end


def _cells(row: Sequence[Version], width: int, place: Place) -> str:
    return "".join(table_cell(width, cell_content((version,), place)) for version in row)
