"""The grid of a table: in which column each cell begins, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cieprep_docs.content import nodes
from cieprep_docs.deck.slides import Para, PlacedCell
from cieprep_docs.deck.words import paragraphs

_STRONG_LEVEL = 1
"""Cells of header and total rows are bold; the second level of the field ``cell`` has their type."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row and its own cells."""

    number: int
    """Counted over the whole table."""
    row: nodes.Row
    cells: tuple[PlacedCell, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """All rows of a table; a grid equals only itself, so that what is known of it is found without comparing words."""

    rows: tuple[PlacedRow, ...]


def place_rows(rows: Iterable[nodes.Row]) -> Iterator[PlacedRow]:
    """Yield each row with the columns of its own cells, leaving out what cells of rows above reach over."""
    taken: dict[int, int] = {}
    for number, row in enumerate(rows):
        placed, column = list[PlacedCell](), 0
        for cell in row.cells:
            while taken.get(column, 0) > 0:
                column += 1
            placed.append(PlacedCell(cell, column, _paras(cell, row)))
            if cell.rowspan > 1:
                taken |= dict.fromkeys(range(column, column + cell.colspan), cell.rowspan)
            column += cell.colspan
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        yield PlacedRow(number, row, tuple(placed))


def _paras(cell: nodes.Cell, row: nodes.Row) -> tuple[Para, ...]:
    level = _STRONG_LEVEL if row.kind != "body" else 0
    first = cell.blocks[0] if cell.blocks else None
    if isinstance(first, nodes.Paragraph) and len(cell.blocks) == 1:
        return (Para(first.content, level),)
    return tuple(Para(para.content, level) for para in paragraphs(cell.blocks))
