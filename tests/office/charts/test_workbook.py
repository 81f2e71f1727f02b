"""The workbook behind a chart, as those open it who choose “Edit data”."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import FileFormat, OpenXmlValidator

from cieprep_docs.content.nodes import Chart, Series
from cieprep_docs.errors import LayoutError
from cieprep_docs.office.charts import ChartLook, ChartPart, chart_part
from cieprep_docs.office.xml import NAMESPACES, read_xml
from tests.support.command import run_program

CATEGORIES = ("Мероприятия", "=cmd|' /C calc'!A0", "+7 495", "-5", "@SUM(A1)", "http://a.example/", "007", "_x0041_ a")
VALUES = (Decimal(9), Decimal("150.5"), None, Decimal("8E+5"), Decimal(-3), Decimal("0.001"), Decimal(0), Decimal(1))
NUMBERS = (9, 150.5, None, 800000, -3, 0.001, 0, 1)
ROWS: list[list[str | float | None]] = [
    [None, "Первый", "=B2"],
    *([name, value, value] for name, value in zip(CATEGORIES, NUMBERS, strict=True)),
]


def part(*categories: str, number_format: str = "") -> ChartPart:
    """A chart of two series, the second with a name that looks like a formula."""
    names = categories or CATEGORIES
    series = tuple(Series(name, VALUES[: len(names)]) for name in ("Первый", "=B2"))
    return chart_part(Chart("bar", names, series, "ru-RU", "Сравнение"), ChartLook(), number_format)


def sheet_of(made: ChartPart) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(made.workbook)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def member(made: ChartPart, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(made.workbook)) as archive:
        return archive.read(name)


def test_words_and_numbers_stand_as_they_are_given() -> None:
    assert [[cell.value for cell in row] for row in sheet_of(part()).iter_rows()] == ROWS


def test_words_are_never_formulas_links_or_numbers() -> None:
    sheet = sheet_of(part())
    assert {cell.data_type for row in sheet.iter_rows(min_row=2, max_col=1) for cell in row} == {"s"}
    assert {cell.data_type for row in sheet.iter_rows(max_row=1, min_col=2) for cell in row} == {"s"}
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
    assert b"<f>" not in member(part(), "xl/worksheets/sheet1.xml")


def test_blanks_and_line_ends_are_kept() -> None:
    assert sheet_of(part(" a\tb\nc ", "_x000D_")).cell(2, 1).value == " a\tb\nc "
    assert sheet_of(part(" a\tb\nc ", "_x000D_")).cell(3, 1).value == "_x000D_"


@pytest.mark.parametrize("category", ["a\x00b", "a\x0bb", "\ud800", "\uffff"])
def test_a_character_that_cannot_stand_in_a_file_is_refused(category: str) -> None:
    with pytest.raises(LayoutError, match="OFF001"):
        part(category)


@pytest.mark.parametrize(("given", "expected"), [("", "#,##0.000"), ('0.0" млн"', '0.0" млн"')])
def test_numbers_have_the_format_of_the_chart(given: str, expected: str) -> None:
    sheet = sheet_of(part(number_format=given))
    assert {row[1].number_format for row in sheet.iter_rows(min_row=2) if row[1].value is not None} == {expected}
    assert sheet.cell(2, 1).number_format == "General"


def test_the_formulas_of_the_chart_point_to_the_cells_that_it_draws() -> None:
    made = part()
    sheet = sheet_of(made)
    chart = read_xml(made.xml)
    for reference in chart.iterfind(".//c:ser//*[c:f]", NAMESPACES):
        place = reference.findtext("c:f", "", NAMESPACES).removeprefix("Sheet1!").replace("$", "")
        cells = sheet[place] if ":" in place else ((sheet[place],),)
        points = {
            int(point.get("idx", "")): point.findtext("c:v", "", NAMESPACES)
            for point in reference.iterfind(".//c:pt", NAMESPACES)
        }
        assert points == {
            index: f"{cell.value:.16G}" if isinstance(cell.value, float | int) else cell.value
            for index, (cell,) in enumerate(cells)
            if cell.value is not None
        }


def test_it_says_nothing_about_when_and_where_it_was_made() -> None:
    made = part()
    assert b"2000-01-01T00:00:00Z" in member(made, "docProps/core.xml")
    assert b"creator" not in member(made, "docProps/core.xml")
    with zipfile.ZipFile(io.BytesIO(made.workbook)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_table_gives_the_same_bytes() -> None:
    assert part().workbook == part().workbook


def test_it_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "chart.xlsx"
    path.write_bytes(part().workbook)
    assert not OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors


@pytest.mark.draw
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice")
    path = tmp_path / "chart.xlsx"
    path.write_bytes(part().workbook)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    text = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false"
    ended = run_program(program, profile, "--headless", "--convert-to", text, "--outdir", tmp_path, path)
    assert ended.code == 0, ended.err
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))
    assert found[0] == ["", *ROWS[0][1:]]
    shown = ["" if number is None else f"{number:,.3f}" for number in NUMBERS]
    assert found[1:] == [[name, number, number] for name, number in zip(CATEGORIES, shown, strict=True)]
