"""Tables: rows kept whole, headers repeated, widths from the content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from operator import attrgetter

from cieprep_docs.content.direction import runs_leftwards
from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.nodes import Block, Cell, Paragraph, Row, Run, Table, Version
from cieprep_docs.office.word.captions import write_caption
from cieprep_docs.office.word.columns import Need, column_widths, lines_of
from cieprep_docs.office.word.facts import write_facts
from cieprep_docs.office.word.grid import PADDING, Grid, Line, column_needs
from cieprep_docs.office.word.landscape import write_turned
from cieprep_docs.office.word.paragraphs import bookmarked, leading_paragraph, paragraph, words
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.roles import TABLES
from cieprep_docs.office.word.stylesheet import Style
from cieprep_docs.office.xml import attributes, escape

_ALIGN = {"start": "", "center": "center", "end": "right"}
_CONTEXTS = {"header": "table header", "total": "table total"}
_MARK = "\ue000"
_traits_of = attrgetter("lang", "strong", "emphasis", "raised", "abbreviation", "lowered", "second")
_TABLE_END = "</w:tbl>"
COLUMNS = "columns"
"""The role of what only sets words beside each other: without a style of its own it has no lines."""
_WHOLE_LINES = 18
"""Of a table that stays on one page, at most; wrapped lines are not counted."""
_NAMES = 0.3
"""Of a column that says where the words of several languages stand, at most in parts of the table's width."""
TWIPS_A_MILLIMETRE = 56.7
_OURS = frozenset(names[0].casefold() for names in TABLES.values())
"""Styles that are drawn for reports: what they leave out is left out on purpose."""
_MARGINS = (
    '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A table's style and columns, without its rows."""

    role: str
    columns: Sequence[int]
    look: str = "0000"
    """Which parts of the style hold: first row, last row, first column, banded rows."""
    indent: int = 0
    """Twips from the margin."""
    words: str = ""
    """What stands for the table where it is read aloud."""


def frame_table(place: Place, frame: Frame, *rows: str) -> str:
    """Return ``w:tbl`` around rows, as wide as its columns; a role without a style of its own is a plain table."""
    return "".join([_table_start(place, frame), *rows, _TABLE_END])


def _table_start(place: Place, frame: Frame) -> str:
    find = place.style.stylesheet.find
    found = find("table", frame.role) or (None if frame.role == COLUMNS else find("table", "table"))
    style = f'<w:tblStyle w:val="{found.id}"/>' if found else ""
    way = "<w:bidiVisual/>" if runs_leftwards(place.lang) else ""
    indent = f'<w:tblInd w:w="{frame.indent}" w:type="dxa"/>' if frame.indent else ""
    said = f"<w:tblCaption{attributes(w__val=frame.words)}/>" if frame.words else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in frame.columns)
    return (
        f'<w:tbl><w:tblPr>{style}{way}<w:tblW w:w="{sum(frame.columns)}" w:type="dxa"/>{indent}'
        f'<w:tblLayout w:type="fixed"/>{_margins(found)}{_table_look(frame.look)}{said}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _margins(found: Style | None) -> str:
    """Return the margins of the cells, which the tables of Word itself have only at the sides."""
    if found and (found.padded or found.name.casefold() in _OURS):
        return ""
    return _MARGINS


def _table_look(look: str) -> str:
    first, last, side, banded = (part == "1" for part in look)
    value = first * 0x20 + last * 0x40 + side * 0x80 + (not banded) * 0x200 + 0x400
    return (
        f'<w:tblLook w:val="{value:04X}" w:firstRow="{first:d}" w:lastRow="{last:d}" w:firstColumn="{side:d}" '
        f'w:lastColumn="0" w:noHBand="{not banded:d}" w:noVBand="1"/>'
    )


def table_row(cells: str, *, header: bool = False, height: int = 0) -> str:
    """Return ``w:tr``, never torn over two pages and at least `height` twips high; a header is repeated on each."""
    repeated = "<w:tblHeader/>" if header else ""
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{least}{repeated}</w:trPr>{cells}</w:tr>"


def table_cell(width: int, inner: str, properties: str = "") -> str:
    """Return ``w:tc``; `properties` follow the width in the schema's order."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'


def after_block(place: Place) -> str:
    """Return the small paragraph that keeps a table or quotation apart from what follows; a heading does so itself."""
    return "" if place.before_heading else paragraph(place, place.style_of("after block"), "")


def before_block(place: Place) -> str:
    """Return the small paragraph that sets a table off from the text above it."""
    return leading_paragraph(place, place.style_of("before block"), "")


def write_table(block: Table, place: Place) -> str:
    """Return a table under its caption; short ones stay whole, of long ones no row stands alone on a page.

    Where not even its longest words fit beside each other, the page is turned.
    """
    if is_facts(block):
        return caption_above(block, place) + write_facts(block, place) + after_block(place)
    grid = Grid(block.rows)
    needs = column_needs(grid, place)
    if _is_too_wide(needs, place):
        return write_turned(place, lambda turned: _write_grid(block, grid, needs, turned))
    return _write_grid(block, grid, needs, place)


def _is_too_wide(needs: Sequence[Need], place: Place) -> bool:
    """Return whether words would have to be broken, where the page may be turned for the table."""
    in_text = place.context in {"", "annex"} and not place.depth and place.width == place.style.pages.width
    return in_text and sum(need.word for need in needs) > place.width


def _write_grid(block: Table, grid: Grid, needs: Sequence[Need], place: Place) -> str:
    widths = _widths(needs, block.sides, place.width)
    heads = sum(row.kind == "header" for row in block.rows)
    last = len(block.rows) - 1
    kept = range(last) if _stays_whole(block.rows, place) else (*range(heads + 1), last - 1)
    look = f"{heads > 0:d}{block.rows[-1].kind == 'total':d}01"
    cells = cache(partial(_Cells, place, widths))
    rows = [cells(line.row.kind, index in kept).write(line, last - index) for index, line in enumerate(grid.lines)]
    frame = Frame(f"{block.role} table", widths, look, words=plain_text(block.caption))
    # Joined once: copies of a table of many pages cost more than what is joined.
    return "".join([caption_above(block, place), _table_start(place, frame), *rows, _TABLE_END, after_block(place)])


def _stays_whole(rows: Sequence[Row], place: Place) -> bool:
    """Return whether a table is short enough to leave the rest of a page empty for it."""
    if len(rows) > place.style.look.whole_table:
        return False
    return sum(max(len(list(lines_of(cell.blocks))) for cell in row.cells) for row in rows) <= _WHOLE_LINES


def _widths(needs: Sequence[Need], sides: int, width: int) -> list[int]:
    """Return the widths of the columns; languages beside each other have equal room, behind columns of their own."""
    own = len(needs) % sides
    names = [round(min(need.line, width * _NAMES)) for need in needs[:own]]
    count = len(needs) // sides
    parts = (needs[start : start + count] for start in range(own, len(needs), count))
    return names + [each for part in parts for each in column_widths(part, (width - sum(names)) // sides)]


def caption_above(block: Table, place: Place) -> str:
    """Return a table's bookmark and its caption, or the small space that stands for it."""
    if not block.caption:
        return bookmarked(place, block.id, "") + before_block(place)
    caption = write_caption(place, "caption above", "table", block.caption, block.id)
    return bookmarked(place, block.id, "") + caption


def is_facts(block: Table) -> bool:
    """Return whether a table is names beside what they stand for, without a row of headings, in one language."""
    return all(row.kind == "body" and [cell.header for cell in row.cells] == [True, False] for row in block.rows) and (
        not any(isinstance(each, Version) for row in block.rows for cell in row.cells for each in cell.blocks)
    )


class _Cells:
    """The cells of all rows of one kind; a long table has thousands of them and a handful of looks.

    A cell of nothing but words is written with a mould: what stands around a mark in a cell of that look.
    """

    def __init__(self, place: Place, widths: Sequence[int], kind: str, keep: bool) -> None:  # noqa: FBT001 - a key
        self._place = place.inside("", depth=0, keep=keep)
        self._widths = widths
        self._kind = kind
        self._moulds: dict[tuple[object, ...], tuple[str, str]] = {}
        self._written: list[dict[int, str]] = [{} for _ in widths]
        """Cells of words by column and identity: equal cells that were read from one template are one object."""

    def write(self, line: Line, below: int) -> str:
        """Return a row above so many others."""
        written = self._written
        cells = [
            written[column].get(id(cell)) or self._write_words(cell, column, run)
            if run
            else self._write(cell, column, below)
            for cell, column, run in zip(line.row.cells, line.columns, line.words, strict=True)
        ]
        if line.reached:
            placed = dict(zip(line.columns, cells, strict=True))
            placed |= {column: self._write_reached(cell, column) for column, cell in line.reached}
            cells = [placed[column] for column in sorted(placed)]
        return table_row("".join(cells), header=self._kind == "header")

    def _write_words(self, cell: Cell, column: int, run: Run) -> str:
        look = (column, cell.header, cell.align, _traits_of(run))
        around = self._moulds.get(look)
        if around is None:
            marked = replace(cell, blocks=(Paragraph((replace(run, text=_MARK),)),))
            before, _, after = self._write(marked, column, 0).partition(_MARK)
            around = self._moulds[look] = (before, after)
        written = self._written[column][id(cell)] = f"{around[0]}{escape(run.text)}{around[1]}"
        return written

    def _write(self, cell: Cell, column: int, below: int) -> str:
        merged = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 and below else ""
        return self._write_cell(cell, column, cell.blocks, merged)

    def _write_reached(self, cell: Cell, column: int) -> str:
        return self._write_cell(cell, column, (), "<w:vMerge/>")

    def _write_cell(self, cell: Cell, column: int, blocks: Sequence[Block], merged: str) -> str:
        width = sum(self._widths[column : column + cell.colspan])
        span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
        context = _CONTEXTS.get(self._kind) or ("table side header" if cell.header else "table")
        inside = self._place.here(context=context, align=_ALIGN[cell.align], width=width - PADDING)
        return table_cell(width, cell_content(blocks, inside), span + merged)


def cell_content(blocks: Sequence[Block], place: Place) -> str:
    """Return what stands in a cell; Word wants a paragraph at its end."""
    inner = place.write(blocks, place)
    return inner if inner.endswith("</w:p>") else inner + words(place, "body", ())
