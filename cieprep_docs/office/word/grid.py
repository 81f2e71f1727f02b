"""Where the cells of a table stand, and what its columns need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.nodes import Cell, Paragraph, Row, Run
from cieprep_docs.office.word.columns import Need, lines_of, need_of
from cieprep_docs.office.word.place import Place

PADDING = 220
"""Twips between the words of a cell and its edges, both together."""
Alike = tuple[int, bool, bool]
"""A column, whether its words are bold, and whether they are numbers, which are never broken."""


class Slot(NamedTuple):
    """A cell where it stands in the grid; a cell that spans rows has a slot in each."""

    cell: Cell
    column: int
    begins: bool = True
    words: Run | None = None
    """All that the cell holds, where that is words which look alike and lead nowhere."""


def place_cells(rows: Sequence[Row]) -> Iterator[list[Slot]]:
    """Yield the slots of each row, with those that cells above reach down into."""
    reaching: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        line = [Slot(cell, column, begins=False) for column, (cell, _) in reaching.items()]
        taken = {column + n for column, (cell, _) in reaching.items() for n in range(cell.colspan)}
        reaching = {column: (cell, left - 1) for column, (cell, left) in reaching.items() if left > 1}
        column = 0
        for cell in row.cells:
            while column in taken:
                column += 1
            line.append(Slot(cell, column, True, _only_words(cell)))  # noqa: FBT003 - by position: made for each cell
            if cell.rowspan > 1:
                reaching[column] = (cell, cell.rowspan - 1)
            column += cell.colspan
        yield sorted(line, key=lambda slot: slot.column) if taken else line


def _only_words(cell: Cell) -> Run | None:
    """Return the run of a cell with one paragraph of one run, which no link, note, count or comment sets apart."""
    if len(cell.blocks) != 1:
        return None
    block = cell.blocks[0]
    if not isinstance(block, Paragraph) or block.id or block.role != "body" or len(block.content) != 1:
        return None
    run = block.content[0]
    return run if isinstance(run, Run) and not (run.href or run.mark or run.counted) else None


def column_needs(rows: Sequence[Row], slots: Sequence[Sequence[Slot]], place: Place) -> list[Need]:
    """Return what each column needs for the words in it; cells that span several columns ask for nothing."""
    needs = [Need()] * max(slot.column + slot.cell.colspan for line in slots for slot in line)
    found = place.find("table body")
    size = (found or place.style.stylesheet.normal).size
    for (column, bold, number), lines in _lines_alike(rows, slots).items():
        need = need_of(lines, size, place.lang, PADDING, bold=bold)
        needs[column] |= Need(need.line, need.line) if number else need
    return needs


def _lines_alike(rows: Sequence[Row], slots: Sequence[Sequence[Slot]]) -> dict[Alike, list[str]]:
    """Return the lines of each column, bold ones apart, and numbers apart."""
    alike: defaultdict[Alike, list[str]] = defaultdict(list)
    for row, line in zip(rows, slots, strict=True):
        head, body = row.kind == "header", row.kind == "body"
        for cell, column, begins, words in line:
            if begins and cell.colspan == 1:
                lines = alike[column, not body or cell.header, not head and cell.align == "end"]
                lines += [words.text] if words else map(plain_text, lines_of(cell.blocks))
    return alike
