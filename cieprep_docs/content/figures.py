"""Pictures, and charts with the table of their data."""

from __future__ import annotations

from typing import cast

from lxml.etree import _Element as Element

from cieprep_docs.content.flow import report_words
from cieprep_docs.content.inlines import plain_text, read_inlines
from cieprep_docs.content.nodes import Chart, ChartKind, Inlines, Picture, Series
from cieprep_docs.content.reading import Reading, origin_of
from cieprep_docs.content.tables import decimal_of, read_caption, row_cells, table_rows


def read_figure(reading: Reading, element: Element, lang: str) -> Picture | Chart | None:
    """Return a picture (``<img>``) or a chart (``<table>`` inside ``<figure class="chart">``), with its caption."""
    report_words(reading, element)
    inner = "table" if element.get("class") == "chart" else "img"
    caption = _read_caption(reading, element, lang)
    found = [child for child in element if child.tag != "figcaption"]
    if [child.tag for child in found] != [inner]:
        reading.report(element, "MRK021", f"<figure> holds one <{inner}> and at most one <figcaption>")
        return None
    if inner == "table":
        return _read_chart(reading, element, found[0], caption, lang)
    return _read_picture(reading, element, found[0], caption, lang)


def _read_caption(reading: Reading, element: Element, lang: str) -> Inlines:
    captions = [child for child in element if child.tag == "figcaption"]
    for extra in captions[1:]:
        reading.report(extra, "MRK013", "a second <figcaption> in the same figure")
    return read_inlines(reading, captions[0], captions[0].get("lang", lang)) if captions else ()


def _read_picture(reading: Reading, element: Element, image: Element, caption: Inlines, lang: str) -> Picture:
    alt = " ".join(image.get("alt", "").split())
    if not alt:
        reading.report(image, "MRK021", "a picture without words that stand for it", "fill alt")
    lang = image.get("lang", lang)
    return Picture(image.get("src", ""), alt, lang, caption, element.get("id", ""), origin_of(element))


def _read_chart(reading: Reading, element: Element, table: Element, caption: Inlines, lang: str) -> Chart:
    rows = [row_cells(reading, row) for _, row in table_rows(reading, table)]
    names = [_cell_text(reading, cell, lang) for cell in rows[0][1:]] if rows else []
    categories = tuple(_cell_text(reading, row[0], lang) for row in rows[1:] if row)
    _report_data(reading, table, rows)
    series = tuple(
        Series(name, tuple(decimal_of(row[column]) for row in rows[1:] if len(row) > column))
        for column, name in enumerate(names, start=1)
    )
    alt = plain_text(read_caption(reading, table, lang) or caption)
    if not alt:
        reading.report(element, "MRK021", "a chart without words that stand for it", "give its table a <caption>")
    kind = cast("ChartKind", element.get("data-kind", "bar"))
    return Chart(kind, categories, series, lang, alt, caption, element.get("id", ""), origin_of(element))


def _report_data(reading: Reading, table: Element, rows: list[list[Element]]) -> None:
    width = len(rows[0]) if rows else 0
    if len(rows) < 2 or width < 2:  # noqa: PLR2004 - names and values
        reading.report(table, "MRK043", "a chart needs a row of names and a column of categories, and values")
    for row in rows[1:]:
        if len(row) != width:
            reading.report(
                table, "MRK041", f"a row of the chart's data is {len(row)} columns wide, the first row {width}"
            )
        for cell in row[1:]:
            if (cell.text or "").strip() and not cell.get("data-value"):
                reading.report(cell, "MRK043", "a value of a chart without its number", 'write data-value="123.4"')


def _cell_text(reading: Reading, cell: Element, lang: str) -> str:
    return plain_text(read_inlines(reading, cell, cell.get("lang", lang)))
