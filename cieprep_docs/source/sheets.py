"""Spreadsheets and .csv files → rows of cells, each the words that stand there, with its place."""

from __future__ import annotations

import csv
import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import EventError
from cieprep_docs.source.bytes import read_bytes, read_text
from cieprep_docs.source.suggest import show, suggest

_DELIMITERS = (",", ";", "\t")
_LARGEST_UNPACKED = 128 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty."""

    words: str
    place: Location
    fault: str = ""
    """Why its words cannot be used."""


Row = list[Cell | None]


def read_rows(path: Path, sheet: str, headings: Collection[str]) -> list[Row]:
    """Return the rows of a .csv or .xlsx that are not empty, the headings among them.

    `sheet` may be empty where a workbook has only one. `headings` are those that are looked for; they tell what
    separates the cells of a .csv. Raises EventError where the file is neither, or damaged.
    """
    read = {".csv": _csv_rows, ".xlsx": _xlsx_rows}.get(path.suffix.lower())
    if read is None:
        raise EventError.at("EVT050", "is neither .csv nor .xlsx", location=Location(str(path)))
    return [row for row in read(path, sheet, headings) if any(row)]


def _csv_rows(path: Path, sheet: str, headings: Collection[str]) -> Iterator[Row]:
    if sheet:
        raise EventError.at("EVT050", "a .csv has no sheets", location=Location(str(path)), hint="delete the sheet")
    text = read_text(path, is_table=True)
    delimiter = max(_DELIMITERS, key=lambda each: _known_headings(text, each, headings))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in reader:
            yield [_csv_cell(words, Location(str(path), line, column)) for column, words in enumerate(row, 1)]
            line = reader.line_num + 1
    except csv.Error as error:
        message = f"the quotation marks of this row do not match: {error}"
        raise EventError.at("EVT050", message, location=Location(str(path), line)) from None


def _known_headings(text: str, delimiter: str, headings: Collection[str]) -> int:
    first = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    return len({each.strip() for each in first} & set(headings))


def _csv_cell(words: str, place: Location) -> Cell | None:
    return Cell(words.strip(), place) if words.strip() else None


def _xlsx_rows(path: Path, sheet: str, _headings: Collection[str]) -> Iterator[Row]:
    import openpyxl  # noqa: PLC0415 - only events with workbooks need it, and it is slow to import

    data = read_bytes(path)
    try:
        _refuse_bomb(data, path)
        with warnings.catch_warnings():
            # It warns of what it does not keep when it saves, and nothing is saved.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        raise EventError.at("EVT050", f"is no workbook: {error}", location=Location(str(path))) from None
    cells = book[_choose(sheet, [each.title for each in book.worksheets], path)]
    for row in cells.iter_rows():
        yield [_xlsx_cell(each, path) for each in row]


def _refuse_bomb(data: bytes, path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if sum(each.file_size for each in package.infolist()) > _LARGEST_UNPACKED:
            raise EventError.at("EVT001", "the workbook is larger than 128 MB unpacked", location=Location(str(path)))


def _choose(sheet: str, sheets: list[str], path: Path) -> str:
    if sheet and sheet not in sheets:
        hint = suggest(sheet, sheets, 12)
        raise EventError.at("EVT050", f"has no sheet {show(sheet)}", location=Location(str(path)), hint=hint)
    if not sheet and len(sheets) != 1:
        hint = f"write sheet: {' or '.join(sheets)}"
        raise EventError.at("EVT050", "has several sheets", location=Location(str(path)), hint=hint)
    return sheet or sheets[0]


def _xlsx_cell(cell: Any, path: Path) -> Cell | None:
    if cell.value is None or not str(cell.value).strip():
        return None
    place = Location(str(path), cell.row, cell.column, cell=f"{cell.parent.title}!{cell.coordinate}")
    faults = {"f": "holds a formula; paste its value", "e": f"holds the error {cell.value}"}
    return Cell(_words(cell.value).strip(), place, faults.get(cell.data_type, ""))


def _words(value: Any) -> str:
    """Return the words that a value of a workbook stands for in an event file."""
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return f"{Decimal(repr(value)).normalize():f}"
        case dt.datetime() if value.time() != dt.time():
            return value.isoformat(" ", "minutes")
        case dt.datetime():
            return value.date().isoformat()
        case _:
            return str(value)


def faults_of(cells: Iterable[Cell | None]) -> Iterator[Diagnostic]:
    """Yield what is wrong with cells themselves."""
    for each in cells:
        if each and each.fault:
            message, _, hint = each.fault.partition("; ")
            yield Diagnostic("EVT050", message, each.place, hint)
