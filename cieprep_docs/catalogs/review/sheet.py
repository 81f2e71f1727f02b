"""The same review as a workbook, for those who prefer one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from lxml import etree

from cieprep_docs.catalogs.review.columns import Cells, Reviewed, read_rows
from cieprep_docs.catalogs.review.heads import heads_for
from cieprep_docs.catalogs.review.rows import Row, hidden_words
from cieprep_docs.office.archive import Package
from cieprep_docs.office.package import read_package
from cieprep_docs.office.relationships import OFFICE_TYPE, read_relationships, relationships_name, target_name
from cieprep_docs.office.xml import read_xml

_WIDTHS = (6, 30, 50, 40, 50, 8, 30, 30, 0)
_WORDS, _REMARK, _HIDDEN = 4, 7, 8
_NO_CELLS = dict.fromkeys(range(len(_WIDTHS)), "")
_WORKBOOK, _STRINGS = "xl/workbook.xml", "xl/sharedStrings.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Two reviews of the same catalog are the same file, so no date of today stands in it.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
_COLUMN = re.compile(r"[A-Z]+")


def write_sheet(rows: Sequence[Row], title: str) -> bytes:
    """Return the .xlsx: only the translations and the remarks are unlocked, ids stand in a hidden column."""
    import xlsxwriter  # noqa: PLC0415 - slow to load, and few need it

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": title, "created": _CREATED})
        sheet = book.add_worksheet("Review")
        head, text = book.add_format({"bold": True, "bg_color": "#D9E2EC"}), book.add_format({"text_wrap": True})
        free = book.add_format({"text_wrap": True, "locked": False, "bg_color": "#FFFBEB"})
        for column, (name, width) in enumerate(
            zip((*heads_for(rows[0].language if rows else ""), ""), _WIDTHS, strict=True)
        ):
            sheet.set_column(column, column, width, None, {"hidden": column == _HIDDEN})
            sheet.write_string(0, column, name, head)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(_cells(number, row)):
                sheet.write(number, column, cell or None, free if column in {_WORDS, _REMARK} else text)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.protect()
    return out.getvalue()


def read_sheet(data: bytes, file: str = "") -> Reviewed:
    """Return what a .xlsx says.

    Raises StyleError where it is no safe workbook, UsageError where it is no review or its columns cannot be told.
    """
    package = read_package(data)
    return read_rows([list(_rows(package, sheet)) for sheet in _sheets(package)], file)


def _cells(number: int, row: Row) -> tuple[str, ...]:
    limit = str(row.limit) if row.limit else ""
    checks = "\n".join(row.findings)
    where = "\n".join(filter(None, (row.kind, row.where)))
    return (str(number), where, row.source, row.other, row.words, limit, checks, "", hidden_words(row))


def _sheets(package: Package) -> Iterator[str]:
    relationships = relationships_name(_WORKBOOK)
    if relationships in package.members:
        for each in read_relationships(package.read(relationships), relationships):
            if each.type == f"{OFFICE_TYPE}/worksheet":
                yield target_name(relationships, each.target)


def _rows(package: Package, sheet: str) -> Iterator[Cells]:
    strings = _strings(package)
    for row in read_xml(package.read(sheet), sheet).iter(f"{_MAIN}row"):
        # What is empty need not be there.
        yield _NO_CELLS | {_column(cell): _value(cell, strings) for cell in row.iter(f"{_MAIN}c")}


def _strings(package: Package) -> list[str]:
    if _STRINGS not in package.members:
        return []
    return [_joined(each) for each in read_xml(package.read(_STRINGS), _STRINGS).iter(f"{_MAIN}si")]


def _joined(element: etree._Element) -> str:
    phonetic = f"{_MAIN}rPh"
    texts = (each for each in element.iter(f"{_MAIN}t") if next(each.iterancestors(phonetic), None) is None)
    return "".join(each.text or "" for each in texts)


def _column(cell: etree._Element) -> int:
    match = _COLUMN.match(cell.get("r", "A"))
    number = 0
    for letter in match[0] if match else "A":
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: etree._Element, strings: Sequence[str]) -> str:
    if cell.get("t") == "inlineStr":
        return _joined(cell)
    value = cell.findtext(f"{_MAIN}v") or ""
    return strings[int(value)] if cell.get("t") == "s" else value
