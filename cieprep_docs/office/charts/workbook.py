"""The workbook that opens on “Edit data”: one sheet and the least that Excel needs (ECMA-376 part 1, 18)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cieprep_docs.office.charts.data import Table, column_letters, write_number
from cieprep_docs.office.charts.frame import MAIN, NUMBER_STYLE, SHEET_PART, STRINGS_PART, workbook_frame
from cieprep_docs.office.package import write_package
from cieprep_docs.office.properties import CORE, core_properties
from cieprep_docs.office.xml import DECLARATION, escape

# ST_Xstring, ECMA-376 part 1, 22.9.2.19: “_x000A_” would be read as a line end.
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write_workbook(table: Table) -> bytes:
    """Return the .xlsx of a chart's table: words stay words, whatever they begin with.

    Raises LayoutError where a character cannot stand in an Office file.
    """
    words = dict.fromkeys((*table.names, *table.categories))
    places = {each: number for number, each in enumerate(words)}
    own = {
        SHEET_PART: _write_sheet(table, places).encode(),
        STRINGS_PART: _write_strings(places).encode(),
        CORE: core_properties(table.title, table.lang),
    }
    return write_package(workbook_frame(table.number_format), own)


def _write_sheet(table: Table, places: Mapping[str, int]) -> str:
    rows = "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(_rows(table, places), 1))
    width = '<cols><col min="1" max="1" width="40" customWidth="1"/></cols>'
    return f'{DECLARATION}<worksheet xmlns="{MAIN}">{width}<sheetData>{rows}</sheetData></worksheet>'


def _rows(table: Table, places: Mapping[str, int]) -> Iterator[str]:
    """Yield the cells of each row; words are numbers of shared strings, so none can be taken for a formula."""
    letters = [column_letters(series) for series in range(len(table.names))]
    yield "".join(_words(f"{letter}1", places[name]) for letter, name in zip(letters, table.names, strict=True))
    for row, (category, *values) in enumerate(zip(table.categories, *table.columns, strict=True), 2):
        cells = (_number(f"{letter}{row}", value) for letter, value in zip(letters, values, strict=True))
        yield _words(f"A{row}", places[category]) + "".join(cells)


def _words(cell: str, place: int) -> str:
    return f'<c r="{cell}" t="s"><v>{place}</v></c>'


def _number(cell: str, value: float | None) -> str:
    return "" if value is None else f'<c r="{cell}" s="{NUMBER_STYLE}"><v>{write_number(value)}</v></c>'


def _write_strings(places: Mapping[str, int]) -> str:
    items = "".join(f'<si><t xml:space="preserve">{_CODED.sub("_x005F_", escape(each))}</t></si>' for each in places)
    return f'{DECLARATION}<sst xmlns="{MAIN}" uniqueCount="{len(places)}">{items}</sst>'
