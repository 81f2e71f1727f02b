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


class Line(NamedTuple):
    """A row in the grid."""

    row: Row
    columns: Sequence[int]
    """Where each cell of the row begins."""
    words: Sequence[Run | None]
    """All that a cell of one row and column holds, where that is words in one piece that lead nowhere."""
    reached: Sequence[tuple[int, Cell]] = ()
    """Cells of rows above that reach down into this one, each with its column."""


class Grid:
    """A table's rows with the places of their cells, and the words of its columns."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.texts: defaultdict[tuple[int, bool, bool], list[str]] = defaultdict(list)
        """Of each column, bold ones apart, and numbers apart, which are never broken; words that repeat stand once."""
        self._known: defaultdict[str, defaultdict[int, dict[int, Run]]] = defaultdict(lambda: defaultdict(dict))
        """By kind of row and column: words by identity of cells, for equal ones of one template are one object."""
        self.lines = list(self._place(rows))

    @property
    def width(self) -> int:
        """How many columns there are."""
        return sum(cell.colspan for cell in self.lines[0].row.cells)

    def _place(self, rows: Sequence[Row]) -> Iterator[Line]:
        width = sum(cell.colspan for cell in rows[0].cells)
        reaching: dict[int, tuple[Cell, int]] = {}
        for row in rows:
            if not reaching and len(row.cells) == width:
                columns: Sequence[int] = range(width)
            else:
                columns = list(_free_columns(row, reaching))
            words = self._words_of(row, columns)
            yield Line(row, columns, words, [(column, cell) for column, (cell, _) in reaching.items()])
            if reaching or not all(words):
                cells = zip(columns, row.cells, strict=True)
                reaching = {column: (cell, left - 1) for column, (cell, left) in reaching.items() if left > 1}
                reaching |= {column: (cell, cell.rowspan - 1) for column, cell in cells if cell.rowspan > 1}

    def _words_of(self, row: Row, columns: Sequence[int]) -> list[Run | None]:
        known = self._known[row.kind]
        return [
            known[column].get(id(cell)) or self._look_at(cell, row.kind, column)
            for column, cell in zip(columns, row.cells, strict=True)
        ]

    def _look_at(self, cell: Cell, kind: str, column: int) -> Run | None:
        words = _only_words(cell)
        if words:
            self._known[kind][column][id(cell)] = words
        if cell.colspan == 1:
            texts = self.texts[column, kind != "body" or cell.header, kind != "header" and cell.align == "end"]
            texts += [words.text] if words else map(plain_text, lines_of(cell.blocks))
        return words


def _free_columns(row: Row, reaching: dict[int, tuple[Cell, int]]) -> Iterator[int]:
    """Yield where the cells of a row begin, beside those that reach down into it."""
    taken = {column + n for column, (cell, _) in reaching.items() for n in range(cell.colspan)}
    column = 0
    for cell in row.cells:
        while column in taken:
            column += 1
        yield column
        column += cell.colspan


def _only_words(cell: Cell) -> Run | None:
    """Return the run of a cell with one paragraph of one run, which no link, count or comment sets apart."""
    if len(cell.blocks) != 1 or cell.rowspan != 1 or cell.colspan != 1:
        return None
    block = cell.blocks[0]
    if not isinstance(block, Paragraph) or block.id or block.role != "body" or len(block.content) != 1:
        return None
    run = block.content[0]
    if not isinstance(run, Run) or run.href or run.mark or run.counted:
        return None
    return run if is_one_piece(run) else None


def column_needs(grid: Grid, place: Place) -> list[Need]:
    """Return what each column needs for the words in it; cells that span several columns ask for nothing."""
    needs = [Need()] * grid.width
    found = place.find("table body")
    size = (found or place.style.stylesheet.normal).size
    for (column, bold, number), texts in grid.texts.items():
        need = need_of(texts, size, place.lang, PADDING, bold=bold)
        needs[column] |= Need(need.line, need.line) if number else need
    return needs
