"""What came back in a reviewed Word table, as any program saved it: runs split, changes tracked, rows moved or gone."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from cieprep_docs.catalogs.review.columns import Cells, Reviewed, read_rows
from cieprep_docs.catalogs.review.word import DOCUMENT, EMPTY
from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import UsageError
from cieprep_docs.office.package import read_package
from cieprep_docs.office.xml import qualified, read_xml

_TABLE, _ROW, _CELL, _PARAGRAPH, _CONTROL = (qualified(f"w:{each}") for each in ("tbl", "tr", "tc", "p", "sdt"))
_SPAN, _VALUE = f"{qualified('w:tcPr')}/{qualified('w:gridSpan')}", qualified("w:val")
_TEXT, _BREAKS, _TAB = qualified("w:t"), {qualified("w:br"), qualified("w:cr")}, qualified("w:tab")
_HYPHEN = qualified("w:noBreakHyphen")
# What is tracked as removed or moved away, and what is said about runs, is no text.
_SKIPPED = {qualified(f"w:{each}") for each in ("del", "moveFrom", "pPr", "rPr", "sdtPr")}
_DELETED_ROW = f"{qualified('w:trPr')}/{qualified('w:del')}"
_DELETED_MARK = f"{qualified('w:pPr')}/{qualified('w:rPr')}/{qualified('w:del')}"
_PLACEHOLDER = f"{qualified('w:sdtPr')}/{qualified('w:showingPlcHdr')}"


def read_review(data: bytes, file: str = "") -> Reviewed:
    """Return what a .docx says, tracked changes accepted, in the order of its rows.

    Raises StyleError where it is no safe Word file, UsageError where it is no review or its columns cannot be told.
    """
    package = read_package(data)
    if DOCUMENT not in package.members:
        raise UsageError.at("CAT041", "is no Word document", location=Location(file))
    root = read_xml(package.read(DOCUMENT), DOCUMENT)
    return read_rows([list(_rows(table)) for table in root.iter(_TABLE)], file)


def _rows(table: etree._Element) -> Iterator[Cells]:
    for row in _own(table, _ROW):
        if row.find(_DELETED_ROW) is None:
            yield dict(_cells(row))


def _cells(row: etree._Element) -> Iterator[tuple[int, str]]:
    column = 0
    for cell in _own(row, _CELL):
        yield column, _text(cell)
        span = cell.find(_SPAN)
        column += int(span.get(_VALUE, "1")) if span is not None else 1


def _own(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield what is inside, and not inside a table within a cell."""
    return (each for each in element.iter(tag) if next(each.iterancestors(element.tag)) is element)


def _text(cell: etree._Element) -> str:
    """Return the words of a cell, a line a paragraph; empty while it shows its placeholder."""
    text = "".join(
        _words(each) + ("" if each.find(_DELETED_MARK) is not None else "\n") for each in cell.iter(_PARAGRAPH)
    ).removesuffix("\n")
    return "" if text.strip() == EMPTY else text


def _words(element: etree._Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for each in element:
        if each.tag in _SKIPPED or (each.tag == _CONTROL and each.find(_PLACEHOLDER) is not None):
            continue
        if each.tag == _TEXT:
            yield each.text or ""
        elif each.tag in _BREAKS:
            yield "\n"
        elif each.tag == _TAB:
            yield "\t"
        elif each.tag == _HYPHEN:
            yield "\u2011"
        else:
            yield from _pieces(each)
