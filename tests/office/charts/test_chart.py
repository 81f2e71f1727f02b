from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from lxml import etree

from cieprep_docs.content.nodes import Chart, ChartKind, Series
from cieprep_docs.errors import LayoutError
from cieprep_docs.office.charts import ChartLook, chart_part
from cieprep_docs.office.xml import NAMESPACES, read_xml

KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
CATEGORIES = ("Мероприятия", "Публикации", "Поездки", "Гранты")
VALUES = (Decimal(9), Decimal("150.5"), None, Decimal("8E+5"))


def chart(kind: ChartKind, *names: str) -> Chart:
    series = tuple(Series(name, VALUES) for name in names or ("Число",))
    return Chart(kind, CATEGORIES, series, "ru-RU", "Сравнение")


def found(data: bytes, path: str) -> list[str]:
    result = read_xml(data).xpath(path, namespaces=NAMESPACES)
    assert isinstance(result, list)
    return [str(each.text) if isinstance(each, etree._Element) else str(each) for each in result]  # noqa: SLF001 - lxml's public type has a private name


@pytest.mark.parametrize("kind", KINDS)
def test_colours_and_fonts_come_from_the_theme(kind: ChartKind) -> None:
    xml = chart_part(chart(kind), ChartLook()).xml
    assert b"srgbClr" not in xml
    assert set(found(xml, "//a:latin/@typeface | //a:ea/@typeface")) == {"+mn-lt", "+mn-ea"}
    assert set(found(xml, "//a:defRPr/@lang")) == {"ru-RU"}
    assert found(xml, "//c:lang/@val") == ["ru-RU"]


@pytest.mark.parametrize("kind", KINDS)
def test_there_are_no_gridlines_and_axes_have_positive_numbers(kind: ChartKind) -> None:
    xml = chart_part(chart(kind), ChartLook()).xml
    assert b"Gridlines" not in xml
    assert all(int(number) > 0 for number in found(xml, "//c:axId/@val"))


@pytest.mark.parametrize(
    ("kind", "names", "legend"),
    [
        ("bar", ("Один",), False),
        ("bar", ("Один", "Два"), True),
        ("line", ("Один",), False),
        ("pie", ("Один",), False),
        ("doughnut", ("Один",), True),
    ],
)
def test_a_legend_stands_only_where_labels_do_not_say_it(kind: ChartKind, names: tuple[str, ...], legend: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (b"<c:legend>" in chart_part(chart(kind, *names), ChartLook()).xml) is legend


def test_the_first_category_of_a_bar_chart_stands_on_top() -> None:
    assert found(chart_part(chart("bar"), ChartLook()).xml, "//c:catAx//c:orientation/@val") == ["maxMin"]
    assert found(chart_part(chart("column"), ChartLook()).xml, "//c:catAx//c:orientation/@val") == ["minMax"]


@pytest.mark.parametrize(
    ("kind", "smallest", "expected"),
    [("bar", "14", ["0"]), ("column", "14", ["0"]), ("stacked", "14", ["0"]), ("bar", "-1", []), ("line", "14", [])],
)
def test_bars_begin_at_nothing_so_that_their_lengths_compare(
    kind: ChartKind, smallest: str, expected: list[str]
) -> None:
    series = Series("Число", (Decimal(15), Decimal(smallest)))
    drawn = chart_part(Chart(kind, CATEGORIES[:2], (series,), "ru-RU", "Сравнение"), ChartLook()).xml
    assert found(drawn, "//c:valAx/c:scaling/c:min/@val") == expected


@pytest.mark.parametrize(
    ("values", "given", "expected"),
    [
        (("9", "500"), "", "#,##0"),
        (("9", "1.25"), "", "#,##0.00"),
        (("9", "500"), "0%", "0%"),
    ],
)
def test_numbers_show_the_decimals_they_have(values: tuple[str, ...], given: str, expected: str) -> None:
    numbers = tuple(Decimal(value) for value in values)
    part = chart_part(Chart("bar", ("a", "b"), (Series("n", numbers),), "en-GB", "alt"), ChartLook(), given)
    assert set(found(part.xml, "//c:dLbls/c:numFmt/@formatCode | //c:formatCode")) == {expected}


def test_the_seventh_slice_is_a_paler_first() -> None:
    names = tuple(f"Part {number}" for number in range(7))
    part = chart_part(Chart("pie", names, (Series("n", (Decimal(1),) * 7),), "en-GB", "alt"), ChartLook())
    assert found(part.xml, "//c:dPt/c:spPr/a:solidFill/a:schemeClr/@val")[6] == "accent1"
    assert len(found(part.xml, "//c:dPt[7]//a:lumOff/@val")) == 1


def test_the_workbook_is_reached_from_the_chart() -> None:
    part = chart_part(chart("bar"), ChartLook())
    assert b'Target="../embeddings/chart1.xlsx"' in part.relationships("../embeddings/chart1.xlsx")
    assert found(part.xml, "//c:externalData/@r:id") == ["rId1"]


@pytest.mark.parametrize("series", [(), (Series("n", (Decimal(1),)),)])
def test_a_table_with_a_hole_in_its_shape_is_refused(series: tuple[Series, ...]) -> None:
    with pytest.raises(LayoutError, match="OFF030 a chart of 2 categories"):
        chart_part(Chart("bar", ("a", "b"), series, "en-GB", "alt"), ChartLook())


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_a_value_that_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(LayoutError, match="OFF031 a chart has a value that no axis can show: “alt”"):
        chart_part(Chart("bar", ("a",), (Series("n", (Decimal(value),)),), "en-GB", "alt"), ChartLook())
