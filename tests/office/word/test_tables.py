"""Tables: structure, widths, spans."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cieprep_docs.content.nodes import Cell, Document, Paragraph, Row, Run, Table
from cieprep_docs.office.word import ReportStyle, write_report
from cieprep_docs.office.word.columns import Need, column_widths
from cieprep_docs.office.word.grid import Grid

Show = Callable[..., str]


def lines(text: str) -> str:
    return dedent(text).strip()


def words(text: str) -> tuple[Run, ...]:
    return (Run(text, "en-GB"),)


def cell(text: str, header: bool = False, colspan: int = 1, rowspan: int = 1) -> Cell:  # noqa: FBT001, FBT002 - reads as a row
    return Cell((Paragraph(words(text)),), header, colspan, rowspan)


def test_a_table_stands_under_its_caption_with_a_repeated_header_and_whole_rows(show: Show) -> None:
    head = Row((cell("Kind", header=True), Cell((Paragraph(words("Number")),), header=True, align="end")), "header")
    body = Row((cell("Project", header=True), Cell((Paragraph(words("150")),), align="end")))
    total = Row((cell("Total"), cell("150")), "total")
    assert show(Table((head, body, total), words("Projects"), id="table-1")) == lines("""
        «table_1»
        Caption: Projects
        table ReportTable
          row cantSplit tblHeader
            cell
              TableHeader keepNext: Kind
            cell
              TableHeader keepNext right: Number
          row cantSplit
            cell
              TableSideHeader keepNext: Project
            cell
              TableText keepNext right: 150
          row cantSplit
            cell
              TableTotal: Total
            cell
              TableTotal: 150
        AfterBlock:
    """)


def test_spans_over_columns_and_rows(show: Show) -> None:
    rows = (Row((cell("a", rowspan=2), cell("b", colspan=2))), Row((cell("c"), cell("d"))))
    shown = show(Table(rows))
    assert shown == lines("""
        BeforeBlock:
        table ReportTable
          row cantSplit
            cell restart
              TableText keepNext: a
            cell 2
              TableText keepNext: b
          row cantSplit
            cell vMerge
              TableText:
            cell
              TableText: c
            cell
              TableText: d
        AfterBlock:
    """)


def test_short_tables_stay_whole_and_long_ones_may_go_on(show: Show) -> None:
    row = Row((cell("a"), cell("b")))
    assert show(Table((row,) * 8)).count("keepNext") == 7 * 2
    assert show(Table((row,) * 9)).count("keepNext") == 2 * 2


def test_a_table_of_few_but_tall_rows_may_go_on_too(show: Show) -> None:
    tall = Row((Cell(tuple(Paragraph(words(line)) for line in "abcd")), cell("b")))
    assert show(Table((tall,) * 4)).count("keepNext") == 3 * 5
    assert show(Table((tall,) * 5)).count("keepNext") == 2 * 5


def test_words_that_lead_to_a_table_stay_with_it(show: Show) -> None:
    lead = Paragraph(words("These are:"))
    assert show(lead, Table((Row((cell("a"),)),)), lead).splitlines()[0] == "BodyText keepNext: These are:"


def test_names_beside_what_they_stand_for_are_paragraphs_without_a_row_of_headings(show: Show) -> None:
    lines_below = Cell((Paragraph(words("One")), Paragraph(words("Two"))))
    rows = (Row((cell("Theme", header=True), lines_below)), Row((cell("x" * 40, header=True), cell("wide"))))
    assert show(Table(rows, words("At a glance"))) == lines(f"""
        Caption: At a glance
        Fact keepNext: [FactLabel|Theme]⇥One⏎Two
        Fact: [FactLabel|{"x" * 40}]⏎wide
        AfterBlock:
    """)


def columns_of(rows: Sequence[Row]) -> list[list[int]]:
    return [sorted([*line.columns, *(column for column, _ in line.reached)]) for line in Grid(rows).lines]


def test_cells_below_a_tall_and_wide_cell_move_aside() -> None:
    rows = (Row((cell("a", colspan=2, rowspan=3), cell("b"))), Row((cell("c"),)), Row((cell("d"),)), Row((cell("e"),)))
    assert columns_of(rows) == [[0, 2], [0, 2], [0, 2], [0]]


RUNS = st.builds(
    Run,
    st.text("aя中“”—&<> \t\u00a0", min_size=1, max_size=6),
    st.sampled_from(["en-GB", "zh-CN", "ru-RU"]),
    strong=st.booleans(),
    raised=st.booleans(),
)


@given(st.lists(st.tuples(RUNS, RUNS), min_size=2, max_size=8))
def test_each_of_many_cells_is_written_as_it_would_be_alone(style: ReportStyle, pairs: list[tuple[Run, Run]]) -> None:
    rows = [Row(tuple(Cell((Paragraph((run,)),)) for run in pair)) for pair in pairs]
    head = Row((cell("a"), cell("b")), "header")
    together = cells_of(style, Table((head, *rows, *rows)))
    assert together[2:] == [each for row in (*rows, *rows) for each in cells_of(style, Table((head, row)))[2:]]


def cells_of(style: ReportStyle, table: Table) -> list[str]:
    """The paragraphs of all cells, without what keeps rows of a short table on one page."""
    with zipfile.ZipFile(io.BytesIO(write_report(Document("en-GB", "T", (table,)), style))) as package:
        written = package.read("word/document.xml").decode().replace("<w:keepNext/>", "")
    return re.findall(r"</w:tcPr>(.*?)</w:tc>", written)


@pytest.mark.parametrize(
    ("needs", "widths"),
    [
        ([Need(10, 100), Need(10, 100)], [500, 500]),
        ([Need(10, 100), Need(10, 300)], [250, 750]),
        ([Need(100, 2000), Need(100, 100)], [900, 100]),
        ([Need(100, 200), Need(100, 3000), Need(100, 3000)], [200, 400, 400]),
        ([Need(1500, 2000), Need(500, 500)], [750, 250]),
        ([Need(), Need()], [500, 500]),
    ],
    ids=["alike", "by what they hold", "the longer wraps", "the short stays whole", "words too wide", "empty"],
)
def test_columns_are_as_wide_as_what_stands_in_them(needs: list[Need], widths: list[int]) -> None:
    assert column_widths(needs, 1000) == widths


NEEDS = st.lists(st.tuples(st.floats(0, 5000), st.floats(0, 5000)), min_size=1, max_size=12)


@given(NEEDS, st.integers(1000, 20000))
def test_columns_fill_the_width_and_keep_words_whole_where_they_can(
    pairs: list[tuple[float, float]], width: int
) -> None:
    needs = [Need(min(pair), max(pair)) for pair in pairs]
    columns = column_widths(needs, width)
    assert sum(columns) == width
    if sum(need.word for need in needs) <= width:
        assert all(column >= need.word - 1 for column, need in zip(columns, needs, strict=True))


def test_a_caption_is_what_stands_for_the_table_when_it_is_read_aloud(style: ReportStyle) -> None:
    table = Table((Row((cell("a"),), "header"), Row((cell("b"),))), words("Staff & guests"))
    with zipfile.ZipFile(io.BytesIO(write_report(Document("en-GB", "T", (table,)), style))) as package:
        assert '<w:tblCaption w:val="Staff &amp; guests"/></w:tblPr>' in package.read("word/document.xml").decode()
