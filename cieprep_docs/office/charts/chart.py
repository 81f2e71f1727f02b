"""The chart part: plot, axes, labels and the frame around them."""

from __future__ import annotations

from dataclasses import dataclass

from cieprep_docs.content.nodes import Chart
from cieprep_docs.office.charts.data import table_of
from cieprep_docs.office.charts.look import ChartLook, text_properties
from cieprep_docs.office.charts.plots import plot_area
from cieprep_docs.office.charts.workbook import write_workbook
from cieprep_docs.office.relationships import OFFICE_TYPE, Relationship, write_relationships
from cieprep_docs.office.xml import DECLARATION, declare, quote

WORKBOOK_ID = "rId1"


@dataclass(frozen=True, slots=True)
class ChartPart:
    """What a package needs for one chart."""

    CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    xml: bytes
    workbook: bytes

    def relationships(self, workbook_target: str) -> bytes:
        """Return the ``.rels`` beside the chart; the target is seen from the chart, ``../embeddings/chart1.xlsx``."""
        return write_relationships([Relationship(WORKBOOK_ID, f"{OFFICE_TYPE}/package", workbook_target)])


def chart_part(chart: Chart, look: ChartLook, number_format: str = "") -> ChartPart:
    """Return the XML of a chart and its workbook, both from the one table of `chart`.

    `number_format` is an Excel code; without one the numbers are grouped and show as many decimals as they have.
    Which signs group and divide is the reader's own setting. Raises LayoutError where the table is empty or a series
    has another length.
    """
    table = table_of(chart, number_format)
    legend = _legend(look, chart.lang) if _needs_legend(chart) else ""
    xml = (
        f'{DECLARATION}<c:chartSpace{declare("c", "a", "r")}><c:date1904 val="0"/><c:lang val={quote(chart.lang)}/>'
        f'<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>{plot_area(chart.kind, table, look)}{legend}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_properties(look, chart.lang, look.ink)}"
        f'<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return ChartPart(xml.encode(), write_workbook(table))


def _needs_legend(chart: Chart) -> bool:
    """Slices of a pie carry their own names, a ring is too narrow for them; one series needs no name."""
    return chart.kind == "doughnut" or (len(chart.series) > 1 and chart.kind != "pie")


def _legend(look: ChartLook, lang: str) -> str:
    words = text_properties(look, lang, look.ink)
    return f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{words}</c:legend>'
