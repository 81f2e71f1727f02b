"""The plot area of each kind of chart, in the element order of ECMA-376 part 1, 21.2."""

from __future__ import annotations

from collections.abc import Callable

from cieprep_docs.content.nodes import ChartKind
from cieprep_docs.office.charts.data import Table, category_reference, name_reference, value_reference
from cieprep_docs.office.charts.look import ChartLook, colour_at, fill, line, text_properties
from cieprep_docs.office.xml import attributes

# Any two positive numbers; negative ones fail Microsoft's validator.
_CATEGORY_AXIS, _VALUE_AXIS = 500001, 500002
_AXIS_IDS = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'


def plot_area(kind: ChartKind, table: Table, look: ChartLook) -> str:
    """Return ``c:plotArea`` with the plot and, where the kind has them, the axes."""
    return f"<c:plotArea><c:layout/>{_PLOTS[kind](table, look)}</c:plotArea>"


def _bar(table: Table, look: ChartLook) -> str:
    return _bars(table, look, "bar", "clustered") + _axes(table, look, _from_zero(table), horizontal=True)


def _column(table: Table, look: ChartLook) -> str:
    return _bars(table, look, "col", "clustered") + _axes(table, look, _from_zero(table), horizontal=False)


def _stacked(table: Table, look: ChartLook) -> str:
    return _bars(table, look, "bar", "stacked") + _axes(table, look, _from_zero(table), horizontal=True)


def _bars(table: Table, look: ChartLook, direction: str, grouping: str) -> str:
    stacked = grouping == "stacked"
    labels = _labels(table, look, "ctr", look.paper) if stacked else _labels(table, look, "outEnd", look.ink)
    series = "".join(
        _series(table, i, f"<c:spPr>{fill(colour_at(look, i))}</c:spPr>" + '<c:invertIfNegative val="0"/>' + labels)
        for i in range(len(table.names))
    )
    overlap = 100 if stacked else 0
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{look.gap}"/><c:overlap val="{overlap}"/>{_AXIS_IDS}</c:barChart>'
    )


def _line(table: Table, look: ChartLook) -> str:
    labels = _labels(table, look, "t", look.ink)
    series = "".join(
        _series(table, i, _stroke(colour_at(look, i)) + labels, '<c:smooth val="0"/>') for i in range(len(table.names))
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>{_AXIS_IDS}'
        f"</c:lineChart>{_axes(table, look, horizontal=False)}"
    )


def _stroke(colour: str) -> str:
    dot = f'<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>{fill(colour)}</c:spPr></c:marker>'
    return f"<c:spPr>{line(colour, 2.25)}</c:spPr>{dot}"


def _pie(table: Table, look: ChartLook) -> str:
    labels = _labels(table, look, "outEnd", look.ink, named=True)
    first = '<c:firstSliceAng val="0"/>'
    return f'<c:pieChart><c:varyColors val="1"/>{_slices(table, look, labels)}{first}</c:pieChart>'


def _doughnut(table: Table, look: ChartLook) -> str:
    # A label of a ring takes no position: ECMA-376 allows none, and PowerPoint refuses the file.
    slices = _slices(table, look, _labels(table, look, None, look.paper))
    shape = '<c:firstSliceAng val="0"/><c:holeSize val="58"/>'
    return f'<c:doughnutChart><c:varyColors val="1"/>{slices}{shape}</c:doughnutChart>'


def _slices(table: Table, look: ChartLook, labels: str) -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{fill(colour_at(look, i))}{line(look.paper, 1.5)}</c:spPr></c:dPt>"
        for i in range(len(table.categories))
    )
    return "".join(_series(table, i, points + labels) for i in range(len(table.names)))


def _series(table: Table, index: int, shape: str, after: str = "") -> str:
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name_reference(table, index)}{shape}'
        f"{category_reference(table)}{value_reference(table, index)}{after}</c:ser>"
    )


def _labels(table: Table, look: ChartLook, position: str | None, colour: str, *, named: bool = False) -> str:
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    separator = "<c:separator>\n</c:separator>" if named else ""
    return (
        f"<c:dLbls>{_number_format(table)}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{text_properties(look, table.lang, colour)}{place}<c:showLegendKey val="0"/><c:showVal val="1"/>'
        f'<c:showCatName val="{int(named)}"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        f'<c:showBubbleSize val="0"/>{separator}</c:dLbls>'
    )


def _axes(table: Table, look: ChartLook, least: str = "", *, horizontal: bool) -> str:
    """Categories in reading order, and a value axis that is there for its scale alone: the labels say the numbers."""
    order, foot, side = ("maxMin", "l", "t") if horizontal else ("minMax", "b", "l")
    words = text_properties(look, table.lang, look.ink)
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/>{_scaling(order)}<c:delete val="0"/><c:axPos val="{foot}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{_ticks("low")}<c:spPr>{line(look.rule, 1)}</c:spPr>{words}'
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/>{_scaling("minMax", least)}<c:delete val="1"/><c:axPos val="{side}"/>'
        f'{_number_format(table)}{_ticks("nextTo")}<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _scaling(order: str, least: str = "") -> str:
    return f'<c:scaling><c:orientation val="{order}"/>{least}</c:scaling>'


def _from_zero(table: Table) -> str:
    """Return where bars begin: programs would cut off what all of them share, and lengths no longer compare."""
    below = any(value is not None and value < 0 for column in table.columns for value in column)
    return "" if below else '<c:min val="0"/>'


def _ticks(labels: str) -> str:
    return f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>'


def _number_format(table: Table) -> str:
    return f"<c:numFmt{attributes(formatCode=table.number_format, sourceLinked=0)}/>"


_PLOTS: dict[ChartKind, Callable[[Table, ChartLook], str]] = {
    "bar": _bar,
    "column": _column,
    "line": _line,
    "pie": _pie,
    "doughnut": _doughnut,
    "stacked": _stacked,
}
