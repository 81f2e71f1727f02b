"""Tables, and the charts made of one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple, cast

from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.content.flow import read_flow, report_words
from cieprep_docs.content.inlines import read_inlines, read_text
from cieprep_docs.content.nodes import Cell, Inlines, Paragraph, Row, Table
from cieprep_docs.content.reading import Reading, attributes_of, origin_of
from cieprep_docs.content.vocabulary import VALUES

_KINDS: dict[str, Literal["header", "body", "total"]] = {"thead": "header", "tbody": "body", "tfoot": "total"}
_CELLS = frozenset({"td", "th"})
_ROWS_WITH_WORDS = etree.XPath("descendant::tr[text()[normalize-space()]]")
"""One question for all rows: asking each takes a tenth of the time that a long table is read in."""
_ORDER = ("header", "body", "total")
_ALIGN: dict[str, Literal["start", "center", "end"]] = {"number": "end", "center": "center"}


def read_table(reading: Reading, element: Element, lang: str) -> Table:
    """Return a table whose rows all have the same width."""
    rows = tuple([_read_row(reading, kind, row, lang) for kind, row in table_rows(reading, element)])
    for row in cast("list[Element]", _ROWS_WITH_WORDS(element)):
        report_words(reading, row)
    if not rows:
        reading.report(element, "MRK020", "<table> is empty", "print it only where it has rows")
    report_ragged(reading, element, rows)
    return Table(
        rows,
        read_caption(reading, element, lang),
        element.get("class", "table"),
        element.get("id", ""),
        origin_of(element),
    )


def read_caption(reading: Reading, element: Element, lang: str) -> Inlines:
    """Return the words of ``<caption>``, which stands first, or nothing."""
    captions = [child for child in element if child.tag == "caption"]
    if captions[1:] or (captions and element[0] is not captions[0]):
        reading.report(captions[-1], "MRK013", "<caption> stands once, first in its table")
    return read_inlines(reading, captions[0], captions[0].get("lang", lang)) if captions else ()


def table_rows(reading: Reading, element: Element) -> Iterator[tuple[Literal["header", "body", "total"], Element]]:
    """Yield the rows with their kind; what is no row is reported."""
    report_words(reading, element)
    for child in element:
        if child.tag in _KINDS:
            report_words(reading, child)
            kind = _KINDS[str(child.tag)]
            for row in child:
                if row.tag == "tr":
                    yield kind, row
                else:
                    reading.report(row, "MRK011", f"<{row.tag}> stands in <{child.tag}>", "only <tr> may stand there")
        elif child.tag == "tr":
            yield "body", child
        elif child.tag != "caption":
            reading.report(
                child, "MRK011", f"<{child.tag}> stands in <table>", "only caption, thead, tbody, tfoot and tr may"
            )


def _read_row(reading: Reading, kind: Literal["header", "body", "total"], element: Element, lang: str) -> Row:
    cells = row_cells(reading, element)
    lang = element.get("lang", lang)
    return Row(tuple([_read_cell(reading, cell, lang) for cell in cells]), kind, origin_of(element))


def row_cells(reading: Reading, element: Element) -> list[Element]:
    """Return the cells of a row; what is no cell is reported."""
    cells = [child for child in element if child.tag in _CELLS]
    for other in () if len(cells) == len(element) else (child for child in element if child.tag not in _CELLS):
        reading.report(other, "MRK011", f"<{other.tag}> stands in <tr>", "only <td> and <th> may stand there")
    return cells


def _read_cell(reading: Reading, element: Element, lang: str) -> Cell:
    if len(element):
        return _read_new_cell(reading, element, lang)
    given = element.items()
    said = (element.tag, element.text, lang, *given) if given else (element.tag, element.text, lang)
    found = reading.cells.get(said)
    if found is None:
        found = _read_new_cell(reading, element, lang) if given else _read_plain_cell(element, lang)
        reading.cells[said] = found
    return found


def _read_plain_cell(element: Element, lang: str) -> Cell:
    content = read_text(element, lang)
    return Cell((Paragraph(content),) if content else (), element.tag == "th")


def _read_new_cell(reading: Reading, element: Element, lang: str) -> Cell:
    attributes = attributes_of(element)
    return Cell(
        read_flow(reading, element, attributes.get("lang", lang)),
        element.tag == "th",
        _number(attributes.get("colspan")),
        _number(attributes.get("rowspan")),
        _ALIGN.get(attributes.get("class", ""), "start"),
    )


def _number(written: str | None) -> int:
    return int(written) if written and written.isdecimal() else 1


def report_ragged(reading: Reading, element: Element, rows: tuple[Row, ...]) -> None:
    """Report rows that do not make a table together, each where it stands."""
    for each in misfits(rows):
        at = [] if each.row is None else list(element.iter("tr"))[each.row : each.row + 1]
        reading.report(at[0] if at else element, each.code, each.message, each.hint)


class Misfit(NamedTuple):
    """A row that does not fit those before it, or all of them together where it is None."""

    code: str
    message: str
    hint: str = ""
    row: int | None = None


def misfits(rows: tuple[Row, ...]) -> Iterator[Misfit]:
    """Yield header rows after others, the first row of another width, and cells that reach past the last row."""
    kinds = [_ORDER.index(row.kind) for row in rows]
    if kinds != sorted(kinds):
        yield Misfit("MRK042", "the rows stand in another order than header, body, total")
    open_cells: list[int] = []  # for each column: how many rows below are still covered
    for index, row in enumerate(rows):
        open_cells, width = _fill_row(open_cells, row)
        if index and width != len(open_cells):
            message = f"row {index + 1} is {width} columns wide, the first row {len(open_cells)}"
            yield Misfit("MRK041", message, row=index)
            return
    if any(open_cells):
        yield Misfit("MRK041", "a cell reaches past the last row", "lower its rowspan")


def _fill_row(covered: list[int], row: Row) -> tuple[list[int], int]:
    """Return how many rows each column stays covered after this row, and how wide the row is."""
    if not any(covered) and all(cell.colspan == cell.rowspan == 1 for cell in row.cells):
        width = len(row.cells)
        return covered or [0] * width, width
    below = [max(0, rows - 1) for rows in covered]
    free = [column for column, rows in enumerate(covered) if not rows]
    spans = [cell.rowspan - 1 for cell in row.cells for _ in range(cell.colspan)]
    if not covered:
        return spans, len(spans)
    for column, span in zip(free, spans, strict=False):
        below[column] = span
    return below, len(covered) - len(free) + len(spans)


def decimal_of(cell: Element) -> Decimal | None:
    """Return the number that a chart draws, from ``data-value``; one that is wrongly written is reported as such."""
    written = cell.get("data-value", "")
    return Decimal(written) if VALUES["data-value"][0].fullmatch(written) else None
