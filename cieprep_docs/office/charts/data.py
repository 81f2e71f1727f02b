"""The table of a chart: one place for the numbers, so that the drawn chart and its workbook cannot disagree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cieprep_docs.content.nodes import Chart
from cieprep_docs.errors import LayoutError
from cieprep_docs.office.xml import escape

SHEET = "Sheet1"


@dataclass(frozen=True, slots=True)
class Table:
    """Categories in the first column, one column of numbers a series, names in the first row."""

    title: str
    lang: str
    categories: tuple[str, ...]
    names: tuple[str, ...]
    columns: tuple[tuple[float | None, ...], ...]
    number_format: str


def table_of(chart: Chart, number_format: str) -> Table:
    """Return the table behind a chart.

    Raises LayoutError where it is empty, a series has another length, or a value is infinite or no number.
    """
    lengths = {len(series.values) for series in chart.series}
    if not chart.categories or lengths != {len(chart.categories)}:
        message = f"a chart of {len(chart.categories)} categories has series of {sorted(lengths)} values"
        raise LayoutError.at("OFF030", f"{message}: “{chart.alt}”")
    if not all(value.is_finite() for series in chart.series for value in series.values if value is not None):
        raise LayoutError.at("OFF031", f"a chart has a value that no axis can show: “{chart.alt}”")
    return Table(
        title=chart.alt,
        lang=chart.lang,
        categories=chart.categories,
        names=tuple(series.name for series in chart.series),
        columns=tuple(tuple(_number(value) for value in series.values) for series in chart.series),
        number_format=number_format or _format_of(chart),
    )


def name_reference(table: Table, series: int) -> str:
    """Return the ``c:tx`` of a series."""
    points = f'<c:pt idx="0"><c:v>{escape(table.names[series])}</c:v></c:pt>'
    place = f"{SHEET}!${column_letters(series)}$1"
    return f'<c:tx><c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val="1"/>{points}</c:strCache></c:strRef></c:tx>'


def category_reference(table: Table) -> str:
    """Return the ``c:cat`` that every series shares."""
    points = "".join(f'<c:pt idx="{i}"><c:v>{escape(each)}</c:v></c:pt>' for i, each in enumerate(table.categories))
    count = len(table.categories)
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f>"
        f'<c:strCache><c:ptCount val="{count}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def value_reference(table: Table, series: int) -> str:
    """Return the ``c:val`` of a series; a missing value has no point."""
    values = table.columns[series]
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{write_number(value)}</c:v></c:pt>'
        for i, value in enumerate(values)
        if value is not None
    )
    column = column_letters(series)
    return (
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${len(values) + 1}</c:f>"
        f"<c:numCache><c:formatCode>{escape(table.number_format)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def column_letters(series: int) -> str:
    """Return the column of a series; the first stands in column B."""
    letters, number = "", series + 2
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def write_number(value: float) -> str:
    """Return a number as chart and workbook say it."""
    return f"{value:.16G}"


def _format_of(chart: Chart) -> str:
    decimals = max(
        (
            len(f"{value:f}".partition(".")[2])
            for series in chart.series
            for value in series.values
            if value is not None
        ),
        default=0,
    )
    return "#,##0." + "0" * decimals if decimals else "#,##0"


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
