"""What came back in a reviewed Word table, as any program saved it: runs split, changes tracked, rows moved or gone."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from cieprep_docs.catalogs.review.rows import Answer, read_answer
from cieprep_docs.catalogs.review.word import DOCUMENT, EMPTY
from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import UsageError
from cieprep_docs.office.package import read_package
from cieprep_docs.office.xml import qualified, read_xml

_ROW, _CELL, _PARAGRAPH, _CONTROL = (qualified(f"w:{each}") for each in ("tr", "tc", "p", "sdt"))
_TEXT, _BREAKS, _TAB = qualified("w:t"), {qualified("w:br"), qualified("w:cr")}, qualified("w:tab")
_HYPHEN = qualified("w:noBreakHyphen")
# What is tracked as removed or moved away, and what is said about runs, is no text.
_SKIPPED = {qualified(f"w:{each}") for each in ("del", "moveFrom", "pPr", "rPr", "sdtPr")}
_DELETED_ROW = f"{qualified('w:trPr')}/{qualified('w:del')}"
_DELETED_MARK = f"{qualified('w:pPr')}/{qualified('w:rPr')}/{qualified('w:del')}"
_PLACEHOLDER = f"{qualified('w:sdtPr')}/{qualified('w:showingPlcHdr')}"
# Counted from the end, as the column of another language may be missing.
_WORDS, _REMARK = -4, -1
_LEAST_CELLS = 5


def read_review(data: bytes, file: str = "") -> tuple[Answer, ...]:
    """Return the answers of a .docx, tracked changes accepted, in the order of its rows.

    Raises StyleError where it is no safe Word file, UsageError where it is no review.
    """
    package = read_package(data)
    if DOCUMENT not in package.members:
        raise UsageError.at("CAT041", "is no Word document", location=Location(file))
    root = read_xml(package.read(DOCUMENT), DOCUMENT)
    answers = tuple(answer for row in root.iter(_ROW) if (answer := _answer(row)))
    if not answers:
        message = "is no review: no row carries a hidden message id"
        raise UsageError.at("CAT041", message, location=Location(file), hint="make one with catalog review")
    return answers


def _answer(row: etree._Element) -> Answer | None:
    cells = [each for each in row.iter(_CELL) if next(each.iterancestors(_ROW)) is row]
    if row.find(_DELETED_ROW) is not None or len(cells) < _LEAST_CELLS:
        return None
    return read_answer(_text(cells[0]), _text(cells[_WORDS]), _text(cells[_REMARK]))


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
