"""Tables: widths of columns from what stands in them, heights of rows from how their words break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cieprep_docs.content import nodes
from cieprep_docs.deck.fit import narrowest_width, natural_width, words_height
from cieprep_docs.deck.layouts import Box, Field
from cieprep_docs.deck.parts import TablePart
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import Para, Shape, TablePlace, Words
from cieprep_docs.deck.words import paragraphs, plain

_STRONG_LEVEL = 1
"""Cells of header and total rows are bold; the second level of the field ``cell`` has their type."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the grid column where it begins."""

    cell: nodes.Cell
    column: int
    paras: tuple[Para, ...]


def place_table(part: TablePart, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return the table with its caption, or None where it does not fit at this step."""
    caption = _caption(part, box, setting)
    if caption is None:
        return None
    rows = (*part.header, *(row for group in part.groups for row in group))
    field = setting.layouts.field("table", "cell")
    scale = field.scale(setting.step)
    columns = columns_of(part.table, field, box.width, scale)
    top = caption[-1].box.bottom + _UNDER_CAPTION if caption else box.top
    if columns is None:
        return None
    heights = tuple(_row_height(row, columns, field, scale) for row in place_cells(rows))
    if top + sum(heights) > box.bottom:
        return None
    place = Box(box.left, top, sum(columns), sum(heights))
    alt = plain(part.table.caption) or setting.title
    return (*caption, TablePlace(replace(part.table, rows=rows), place, columns, heights, scale, alt))


_UNDER_CAPTION = 6.0


def place_cells(rows: Sequence[nodes.Row]) -> Iterator[tuple[Placed, ...]]:
    """Yield each row's own cells with their columns, leaving out what cells of rows above reach over."""
    taken: dict[int, int] = {}
    for row in rows:
        placed, column = list[Placed](), 0
        for cell in row.cells:
            while taken.get(column, 0) > 0:
                column += 1
            placed.append(Placed(cell, column, _paras(cell, row)))
            taken |= {column + step: cell.rowspan for step in range(cell.colspan)}
            column += cell.colspan
        taken = {column: left - 1 for column, left in taken.items()}
        yield tuple(placed)


def _paras(cell: nodes.Cell, row: nodes.Row) -> tuple[Para, ...]:
    level = _STRONG_LEVEL if row.kind != "body" else 0
    return tuple(Para(para.content, level) for para in paragraphs(cell.blocks))


@lru_cache(maxsize=64)
def columns_of(table: nodes.Table, field: Field, width: float, scale: float) -> tuple[float, ...] | None:
    """Return the widths of the columns, the same on every slide that the table goes on to.

    They fill the width: no word is broken, and the rest is shared by what each column would like. None where the
    widest words do not fit beside each other.
    """
    grid = tuple(place_cells(table.rows))
    margins = field.insets.left + field.insets.right
    count = max((each.column + each.cell.colspan for row in grid for each in row), default=0)
    least, wished = [margins] * count, [margins] * count
    for each in (each for row in grid for each in row if each.cell.colspan == 1):
        least[each.column] = max(least[each.column], narrowest_width(each.paras, field, scale) + margins)
        wished[each.column] = max(wished[each.column], natural_width(each.paras, field, scale) + margins)
    if sum(least) > width:
        return None
    return _share(least, [min(each, width / 2) for each in wished], width)


def _share(least: Sequence[float], wished: Sequence[float], width: float) -> tuple[float, ...]:
    """Return ``least`` widened to fill ``width``: up to what is wished first, then by the same share."""
    wanted = [max(low, high) for low, high in zip(least, wished, strict=True)]
    total = sum(wanted)
    if total <= width:
        return tuple(each * width / total for each in wanted)
    slack = total - sum(least)
    share = (width - sum(least)) / slack
    return tuple(low + (high - low) * share for low, high in zip(least, wanted, strict=True))


def _row_height(row: Sequence[Placed], columns: Sequence[float], field: Field, scale: float) -> float:
    margins = field.insets.top + field.insets.bottom
    heights = [_cell_height(each, columns, field, scale) for each in row]
    return max(heights, default=0.0) + margins


def _cell_height(each: Placed, columns: Sequence[float], field: Field, scale: float) -> float:
    width = sum(columns[each.column : each.column + each.cell.colspan]) - field.insets.left - field.insets.right
    paras = each.paras or (Para(()),)
    return (words_height(paras, field, width + 0.01, scale) or 0.0) / each.cell.rowspan


def _caption(part: TablePart, box: Box, setting: Setting) -> tuple[Words, ...] | None:
    """Return the caption above the table, with the word for "continued" where rows stand on a slide before."""
    content = part.table.caption
    if part.continued:
        content = (*content, *((_blank(content),) if content else ()), *setting.labels.get("continued", ()))
    return place_caption("table", content, box, setting)


def _blank(content: nodes.Inlines) -> nodes.Run:
    last = next((each for each in reversed(content) if isinstance(each, nodes.Run)), nodes.Run("", ""))
    return nodes.Run("" if last.lang.startswith("zh") else " ", last.lang)


def place_caption(role: str, content: nodes.Inlines, box: Box, setting: Setting) -> tuple[Words, ...] | None:
    """Return a caption at the top of a box, nothing where there is none, None where a word is too wide."""
    if not content:
        return ()
    field = setting.layouts.field(role, "caption")
    height = words_height((Para(content),), field, box.width, 1)
    if height is None:
        return None
    return (Words(role, "caption", replace(box, height=height), (Para(content),)),)
