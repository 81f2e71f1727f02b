"""Versions of a block beside each other, paragraph by paragraph; what is the same in all is printed across."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.measure import advances, widest_piece
from cieprep_docs.content.merging import Blocks, is_same, joined, merge
from cieprep_docs.content.nodes import (
    Aside,
    Block,
    Break,
    Columns,
    Heading,
    List,
    Paragraph,
    Quotation,
    Row,
    Section,
    Table,
    Timeline,
    Version,
)
from cieprep_docs.content.pairing import rows_of
from cieprep_docs.content.stacking import Stack

_WIDTH = 450.0
"""Points across a page of A4 between its margins."""
_SIZE, _PADDING = 9.5, 11.0
"""Points, of the words in a table and of the space around them."""
_NARROW = 2
"""Tables of at most so many columns stand beside each other."""

RowOf = tuple[Blocks, ...]
"""Blocks that stand beside each other, those of each language."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Lays out blocks in rows with a column for each language."""

    langs: tuple[str, ...]

    def __call__(self, versions: Sequence[Blocks]) -> Blocks:
        """Return the blocks; neighbouring rows make one table."""
        laid = self._lead([each for row in rows_of(versions) for each in self._lay(row)])
        groups = groupby(laid, key=lambda each: isinstance(each, tuple))
        return tuple(block for in_rows, group in groups for block in self._gather(list(group), in_rows=in_rows))

    def _lead(self, laid: Sequence[Any]) -> list[Any]:
        """Return what was laid, with headings across where the table that they lead to is.

        LibreOffice ends a page between two tables. Numbers stand in columns, for they go on in each language.
        """
        found: list[Sequence[Any]] = []
        across = False
        for each in reversed(laid):
            leads = across and isinstance(each, tuple) and _is_plain_heading(each[0][0])
            found.append(tuple(Stack(self.langs).apart(tuple(block for (block,) in each))) if leads else (each,))
            across = leads or isinstance(each, Table)
        return [each for group in reversed(found) for each in group]

    def _gather(self, laid: list[Any], *, in_rows: bool) -> list[Block]:
        return [Columns(tuple(map(self._row, laid)))] if in_rows else laid

    def _row(self, row: RowOf) -> tuple[Version, ...]:
        return tuple(Version(blocks, lang, "beside") for blocks, lang in zip(row, self.langs, strict=True))

    def _lay(self, row: tuple[Block, ...]) -> Iterator[RowOf | Block]:
        """Yield rows of blocks, and blocks that stand across."""
        rows = _ROWS.get(type(row[0]))
        if isinstance(row[0], Section):
            yield merge(row, Stack(self.langs, "beside") if row[0].role == "cover" else self)
        elif is_same(row):
            yield row[0]
        elif rows:
            yield from rows(row)
        elif isinstance(row[0], Table) and _fits_twice(row):
            yield self._table_beside(row)
        else:
            yield merge(row, self._across)

    @property
    def _across(self) -> Stack:
        return Stack(self.langs, "")

    def _table_beside(self, tables: tuple[Any, ...]) -> Table:
        """Return one table whose rows hold those of all languages, the first at the left."""
        first: Table = tables[0]
        rows = tuple(self._row_beside(row) for row in rows_of([table.rows for table in tables]))
        return replace(
            first, rows=rows, sides=len(tables), caption=joined([table.caption for table in tables], Break())
        )

    def _row_beside(self, rows: tuple[Row, ...]) -> Row:
        cells = [
            replace(cell, blocks=(Version(cell.blocks, lang),) if lang != self.langs[0] else cell.blocks)
            for row, lang in zip(rows, self.langs, strict=True)
            for cell in row.cells
        ]
        return replace(rows[0], cells=tuple(cells))


def _is_plain_heading(block: Block) -> bool:
    return isinstance(block, Heading) and not block.numbered


def _single(row: tuple[Block, ...]) -> Iterator[RowOf]:
    yield tuple((block,) for block in row)


def _items(lists: tuple[List, ...]) -> Iterator[RowOf]:
    """Yield a row for each item; the numbers go on."""
    for number, items in enumerate(rows_of([each.items for each in lists]), start=lists[0].start):
        start = number if lists[0].ordered else 1
        yield tuple((replace(lists[0], items=(item,), start=start),) for item in items)


def _said(quotations: tuple[Quotation, ...]) -> Iterator[RowOf]:
    """Yield a row for who spoke, his or her portrait once, and one for each paragraph of what was said."""
    speakers = (replace(each, blocks=()) for each in quotations)
    yield tuple((each if place == 0 else replace(each, portrait=""),) for place, each in enumerate(speakers))
    rest = replace(quotations[0], speaker=(), post=(), portrait="", initials="")
    for blocks in rows_of([each.blocks for each in quotations]):
        yield tuple((replace(rest, blocks=(block,)),) for block in blocks)


def _steps(timelines: tuple[Timeline, ...]) -> Iterator[RowOf]:
    for steps in rows_of([each.steps for each in timelines]):
        yield tuple((replace(timelines[0], steps=(step,)),) for step in steps)


def _panels(asides: tuple[Aside, ...]) -> Iterator[RowOf]:
    for blocks in rows_of([each.blocks for each in asides]):
        yield tuple((replace(asides[0], blocks=(block,)),) for block in blocks)


_ROWS: Mapping[type, Callable[[Any], Iterator[RowOf]]] = {
    Heading: _single,
    Paragraph: _single,
    List: _items,
    Quotation: _said,
    Timeline: _steps,
    Aside: _panels,
}


def _fits_twice(tables: tuple[Any, ...]) -> bool:
    """Return whether tables can stand beside each other: few columns, and no word broken."""
    room = _WIDTH / len(tables)
    return all(_columns(table) <= _NARROW and _width(table) <= room for table in tables)


def _columns(table: Table) -> int:
    return sum(cell.colspan for cell in table.rows[0].cells)


def _width(table: Table) -> float:
    """Return the points that the widest words of the columns take side by side."""
    if any(cell.colspan > 1 for row in table.rows for cell in row.cells):
        return _WIDTH
    columns = zip(*([_widest(cell.blocks) for cell in row.cells] for row in table.rows), strict=False)
    return sum((max(widths) + _PADDING for widths in columns), start=0.0)


def _widest(blocks: Blocks) -> float:
    texts = [plain_text(block.content) for block in blocks if isinstance(block, Paragraph)]
    widths: list[float] = [widest_piece(text, advances(text, bold=True)) for text in texts]
    return _SIZE * max(widths, default=0)
