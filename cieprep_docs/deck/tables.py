"""Tables: widths of columns from what stands in them, heights of rows from how their words break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cieprep_docs.content import nodes
from cieprep_docs.deck.fit import widths_of, words_height
from cieprep_docs.deck.grid import Grid
from cieprep_docs.deck.layouts import Box, Field
from cieprep_docs.deck.parts import TablePart
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import Para, PlacedCell, Shape, TablePlace, Words
from cieprep_docs.deck.words import plain


def place_table(part: TablePart, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return the table with its caption, or None where it does not fit at this step."""
    caption = _caption(part, box, setting)
    if caption is None:
        return None
    rows = (*part.header, *(row for group in part.groups for row in group))
    field = setting.layouts.field("table", "cell")
    scale = field.scale(setting.step)
    frame = _frame(part.grid, field, box.width, scale)
    top = caption[-1].box.bottom + _UNDER_CAPTION if caption else box.top
    if frame is None:
        return None
    heights = tuple(frame.rows[each.number] for each in rows)
    if top + sum(heights) > box.bottom:
        return None
    place = Box(box.left, top, sum(frame.columns), sum(heights))
    alt = plain(part.table.caption) or setting.title
    table = replace(part.table, rows=tuple(each.row for each in rows))
    return (*caption, TablePlace(table, tuple(each.cells for each in rows), place, frame.columns, heights, scale, alt))


_UNDER_CAPTION = 6.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """The measures of a whole table: the same on every slide that it goes on to."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]


@lru_cache(maxsize=64)
def _frame(grid: Grid, field: Field, width: float, scale: float) -> _Frame | None:
    """Return widths and heights, or None where the widest words do not fit beside each other."""
    columns = _columns(grid, field, width, scale)
    if columns is None:
        return None
    return _Frame(columns, tuple(_row_height(each.cells, columns, field, scale) for each in grid.rows))


def _columns(grid: Grid, field: Field, width: float, scale: float) -> tuple[float, ...] | None:
    """Return the widths of the columns.

    They fill the width: no word is broken, and the rest is shared by what each column would like.
    """
    margins = field.insets.left + field.insets.right
    count = max((each.column + each.cell.colspan for row in grid.rows for each in row.cells), default=0)
    least, wished = [0.0] * count, [0.0] * count
    for each in (each for row in grid.rows for each in row.cells if each.cell.colspan == 1):
        narrowest, natural = widths_of(each.paras, field, scale)
        least[each.column] = max(least[each.column], narrowest)
        wished[each.column] = max(wished[each.column], natural)
    least, wished = [each + margins for each in least], [each + margins for each in wished]
    return None if sum(least) > width else _share(least, [min(each, width / 2) for each in wished], width)


def _share(least: Sequence[float], wished: Sequence[float], width: float) -> tuple[float, ...]:
    """Return ``least`` widened to fill ``width``: up to what is wished first, then by the same share."""
    wanted = [max(low, high) for low, high in zip(least, wished, strict=True)]
    total = sum(wanted)
    if total <= width:
        return tuple(each * width / total for each in wanted)
    slack = total - sum(least)
    share = (width - sum(least)) / slack
    return tuple(low + (high - low) * share for low, high in zip(least, wanted, strict=True))


def _row_height(row: Sequence[PlacedCell], columns: Sequence[float], field: Field, scale: float) -> float:
    margins = field.insets.top + field.insets.bottom
    heights = [_cell_height(each, columns, field, scale) for each in row]
    return max(heights, default=0.0) + margins


def _cell_height(each: PlacedCell, columns: Sequence[float], field: Field, scale: float) -> float:
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
