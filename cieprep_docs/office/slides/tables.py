"""Planned tables → DrawingML, in the table style of the presentation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cieprep_docs.content import nodes
from cieprep_docs.content.direction import runs_leftwards
from cieprep_docs.deck.layouts import Insets
from cieprep_docs.deck.slides import TablePlace
from cieprep_docs.office.slides.page import Page, write_frame
from cieprep_docs.office.slides.text import Setting, write_paragraphs
from cieprep_docs.office.xml import NAMESPACES, attributes, escape

_EMU = 12700
_ALIGN = {"start": None, "center": "ctr", "end": "r"}


def write_table(place: TablePlace, page: Page) -> str:
    """Return the frame of a native table."""
    number = page.next_id()
    names = attributes(id=number, name=f"table {number}", descr=place.alt)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr{names}/>"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{write_frame(place.box, "p:xfrm")}<a:graphic><a:graphicData uri="{_TABLE}">{_table(place, page)}'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


_TABLE = f"{NAMESPACES['a'].removesuffix('main')}table"


def _table(place: TablePlace, page: Page) -> str:
    rows = place.table.rows
    kinds = [row.kind for row in rows]
    tags = attributes(
        rtl=1 if runs_leftwards(page.lang) else None,
        firstRow=1 if "header" in kinds else None,
        lastRow=1 if "total" in kinds[-1:] else None,
        bandRow=1,
    )
    columns = "".join(f'<a:gridCol w="{round(width * _EMU)}"/>' for width in place.columns)
    body = "".join(
        f'<a:tr h="{round(height * _EMU)}">{"".join(cells)}</a:tr>'
        for height, cells in zip(place.rows, _rows(place, page), strict=True)
    )
    style = f"<a:tableStyleId>{escape(page.style.table_style)}</a:tableStyleId>"
    return f"<a:tbl><a:tblPr{tags}>{style}</a:tblPr><a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl>"


def _rows(place: TablePlace, page: Page) -> Iterator[list[str]]:
    """Yield the cells of each row; what a cell reaches over is filled with merged cells, as the schema asks."""
    setting = Setting(page.style.layouts.field("table", "cell"), page.link, place.scale, sized=True)
    aligned = {name: replace(setting, align=side) for name, side in _ALIGN.items()}
    margins = _margins(setting.field.insets)
    reaching: dict[int, tuple[int, int]] = {}
    for row in place.cells:
        starts = {each.column: each for each in row}
        cells, column = list[str](), 0
        while column < len(place.columns):
            below, span = reaching.get(column, (0, 1))
            if below:
                cells += [_merged(index, down=True) for index in range(span)]
                reaching[column] = (below - 1, span)
            elif column in starts:
                each = starts[column]
                span = each.cell.colspan
                words = write_paragraphs(each.paras, page.lang, aligned[each.cell.align])
                cells += [_cell(words, margins, each.cell), *(_merged(index) for index in range(1, span))]
                reaching[column] = (each.cell.rowspan - 1, span)
            else:
                cells.append(_cell(write_paragraphs((), page.lang, setting), margins))
                span = 1
            column += span
        yield cells


def _cell(words: str, margins: str, cell: nodes.Cell | None = None) -> str:
    tags = _spans(cell.colspan, cell.rowspan) if cell else ""
    return f"<a:tc{tags}><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>{margins}</a:tc>"


def _spans(across: int, down: int) -> str:
    if across == down == 1:
        return ""
    return attributes(gridSpan=across if across > 1 else None, rowSpan=down if down > 1 else None)


def _merged(index: int, *, down: bool = False) -> str:
    tags = attributes(hMerge=1 if index else None, vMerge=1 if down else None)
    return f"<a:tc{tags}><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>"


def _margins(insets: Insets) -> str:
    left, top, right, bottom = (round(each * _EMU) for each in (insets.left, insets.top, insets.right, insets.bottom))
    return f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" anchor="ctr"/>'
