"""Documents in several languages: versions below each other, and rows with a column for each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from cieprep_docs.content.nodes import Columns, Heading, List, Paragraph, Version
from cieprep_docs.office.word.paragraphs import COLUMN, thin_paragraph
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.tables import COLUMNS, Frame, cell_content, frame_table, table_cell, table_row

Row = Sequence[Version]
FIRST = "first language"
NARROW = f"narrow {COLUMN}"
_MANNERS = {"second": "second language", "beside": COLUMN}
_PADDING = 340
"""Twips between the words of a column and its edges, both together."""


def write_version(block: Version, place: Place) -> str:
    """Return blocks in the styles of their language."""
    return place.write(block.blocks, place.here(lang=block.lang, manner=manner_of(block, place)))


def manner_of(block: Version, place: Place) -> str:
    """Return how a version is set: on a cover in many languages smaller, so that it stays one page."""
    narrow = block.manner == "beside" and place.context == "cover" and len(place.document.other_labels) > 1
    return NARROW if narrow else _MANNERS.get(block.manner, "")


def manner_before(after: Version, place: Place) -> str:
    """Return how the words are set that `after` repeats in another language."""
    return place.manner or (NARROW if manner_of(after, place) == NARROW else FIRST)


def write_columns(block: Columns, place: Place) -> str:
    """Return versions beside each other: rows that lead to others in tables of their own, which stay with those.

    LibreOffice keeps whole tables with what follows, where they have more than one row: a row that leads alone has an
    empty one below it. Word keeps rows. A small paragraph keeps tables from growing together.
    """
    following: list[Row | None] = [*block.rows[1:], None]
    pairs = zip(block.rows, following, strict=True)
    groups = groupby(pairs, key=lambda pair: _leads(*pair))
    return "".join(_write_rows([row for row, _ in group], place, leads=leads) for leads, group in groups)


def _leads(row: Row, following: Row | None) -> bool:
    """Return whether a row must not stand at the foot of a page: headings, and words that lead to a list."""
    last = row[0].blocks[-1]
    listed = following is not None and isinstance(following[0].blocks[0], List)
    return isinstance(last, Heading) or (isinstance(last, Paragraph) and listed)


def _write_rows(rows: Sequence[Row], place: Place, *, leads: bool) -> str:
    """Return a table of rows, of equal columns."""
    count = len(rows[0])
    width = (place.width + _PADDING) // count
    inside = place.here(width=width - _PADDING, keep=leads, new_page=False)
    end = thin_paragraph(place.here(keep=leads, new_page=False))
    written = "".join(table_row(_cells(row, width, inside)) for row in rows)
    if leads and len(rows) == 1:
        written += table_row(table_cell(width * count, end, f'<w:gridSpan w:val="{count}"/>'))
    return frame_table(place, Frame(COLUMNS, [width] * count, indent=-_PADDING // 2), written) + end


def _cells(row: Row, width: int, place: Place) -> str:
    return "".join(table_cell(width, cell_content((version,), place)) for version in row)
