"""Where the cells of a table stand, and what its columns need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.nodes import Cell, Paragraph, Row, Run
from cieprep_docs.office.word.columns import Need, lines_of, need_of
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.runs import is_one_piece

PADDING = 220
"""Twips between the words of a cell and its edges, both together."""
Alike = tuple[int, bool, bool]
"""A column, whether its words are bold, and whether they are numbers, which are never broken."""


class Line(NamedTuple):
    """A row in the grid."""

    row: Row
    columns: Sequence[int]
    """Where each cell of the row begins."""
    words: Sequence[Run | None]
    """All that a cell of one row and column holds, where that is words in one piece that lead nowhere."""
    reached: Sequence[tuple[int, Cell]] = ()
    """Cells of rows above that reach down into this one, each with its column."""

    @property
    def width(self) -> int:
        """How many columns it needs."""
        own = self.columns[-1] + self.row.cells[-1].colspan if self.columns else 0
        return max([own, *[column + cell.colspan for column, cell in self.reached]]) if self.reached else own


def place_rows(rows: Sequence[Row]) -> Iterator[Line]:
    """Yield each row with the place of its cells."""
    reaching: dict[int, tuple[Cell, int]] = {}
    known: dict[int, Run] = {}  # by identity: equal cells that were read from one template are one object
    for row in rows:
        words = [known.get(id(cell)) or _only_words(cell, known) for cell in row.cells]
        if not reaching and all(words):
            yield Line(row, range(len(words)), words)
            continue
        reached = [(column, cell) for column, (cell, _) in reaching.items()]
        reaching = {column: (cell, left - 1) for column, (cell, left) in reaching.items() if left > 1}
        columns = list(_free_columns(row, {column + n for column, cell in reached for n in range(cell.colspan)}))
        reaching |= {
            column: (cell, cell.rowspan - 1)
            for column, cell in zip(columns, row.cells, strict=True)
            if cell.rowspan > 1
        }
        yield Line(row, columns, words, reached)


def _free_columns(row: Row, taken: set[int]) -> Iterator[int]:
    """Yield where the cells of a row begin, beside columns that are taken already."""
    column = 0
    for cell in row.cells:
        while column in taken:
            column += 1
        yield column
        column += cell.colspan


def _only_words(cell: Cell, known: dict[int, Run]) -> Run | None:
    """Return and keep the run of a cell with one paragraph of one run, which no link, count or comment sets apart."""
    if len(cell.blocks) != 1 or cell.rowspan != 1 or cell.colspan != 1:
        return None
    block = cell.blocks[0]
    if not isinstance(block, Paragraph) or block.id or block.role != "body" or len(block.content) != 1:
        return None
    run = block.content[0]
    if not isinstance(run, Run) or run.href or run.mark or run.counted:
        return None
    return known.setdefault(id(cell), run) if is_one_piece(run) else None


def column_needs(lines: Sequence[Line], place: Place) -> list[Need]:
    """Return what each column needs for the words in it; cells that span several columns ask for nothing."""
    needs = [Need()] * max(line.width for line in lines)
    found = place.find("table body")
    size = (found or place.style.stylesheet.normal).size
    for (column, bold, number), texts in _texts_alike(lines).items():
        need = need_of(texts, size, place.lang, PADDING, bold=bold)
        needs[column] |= Need(need.line, need.line) if number else need
    return needs


def _texts_alike(lines: Sequence[Line]) -> dict[Alike, list[str]]:
    """Return the words of each column, bold ones apart, and numbers apart."""
    alike: defaultdict[Alike, list[str]] = defaultdict(list)
    for row, columns, words, _ in lines:
        head, body = row.kind == "header", row.kind == "body"
        for cell, column, run in zip(row.cells, columns, words, strict=True):
            if run or cell.colspan == 1:
                texts = alike[column, not body or cell.header, not head and cell.align == "end"]
                texts += [run.text] if run else map(plain_text, lines_of(cell.blocks))
    return alike
