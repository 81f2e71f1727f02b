"""Markup in, a readable tree out; faulty markup in, every fault at its template and line out."""

from __future__ import annotations

import pickle
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.markup import read_markup
from cieprep_docs.content.nodes import Chart, Table
from cieprep_docs.content.outline import show
from cieprep_docs.errors import TemplateError
from tests.support.command import CHECKOUT

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.html"))


def cases() -> list[tuple[str, str, str]]:
    found = []
    for file in sorted((HERE / "cases").glob("*.txt")):
        for case in file.read_text("utf-8").split("\n===\n"):
            title, markup, expected = case.split("\n---\n")
            found.append((title.strip(), markup, expected.strip()))
    return found


def article(body: str) -> str:
    return f'<article lang="zh-CN"><header><p class="title">T</p></header>{body}</article>'


@pytest.mark.parametrize(("markup", "expected"), [case[1:] for case in cases()], ids=[case[0] for case in cases()])
def test_markup_is_read_as_a_tree(markup: str, expected: str) -> None:
    assert show(read_markup(markup)).strip() == expected


def test_cells_that_begin_alike_are_told_apart() -> None:
    cells = (
        '<td>a</td><th>a</th><td>a<br/>b</td><td class="number">a</td><td lang="ru-RU">a</td><td data-at="x:1">a</td>'
    )
    (table,) = read_markup(article(f"<table><tr>{cells}</tr><tr>{cells}</tr></table>")).blocks
    assert isinstance(table, Table)
    first, second = table.rows
    assert first == second
    assert len(set(first.cells)) == len(first.cells)


@pytest.mark.parametrize("file", BAD, ids=[file.stem for file in BAD])
def test_every_fault_is_reported_in_one_pass_with_its_place(file: Path) -> None:
    expected = file.with_suffix(".txt").read_text("utf-8").splitlines()
    with pytest.raises(TemplateError) as caught:
        read_markup(file.read_text("utf-8"), "page.html")
    found = str(caught.value).splitlines()
    assert len(found) == len(expected), found
    for line, start in zip(found, expected, strict=True):
        assert line.startswith(start)


def test_the_chart_of_the_manual_has_its_numbers_and_both_captions() -> None:
    manual = (CHECKOUT / "docs" / "templates.md").read_text("utf-8")
    (example,) = re.findall(r"```html\n(<figure class=\"chart\".*?)```", manual, re.DOTALL)
    (chart,) = read_markup(article(re.sub(r'{{ _\("(.*?)"\) }}', r"\1", example))).blocks
    assert isinstance(chart, Chart)
    assert [(each.name, each.values) for each in chart.series] == [("Projects", (Decimal("1.5"), Decimal(2)))]
    assert (plain_text(chart.caption), chart.alt) == ("Projects by year", "Projects in two years")


def test_a_fault_that_a_loop_repeats_stands_once() -> None:
    rows = "".join(f'<p data-at="a.html:3" data-record="sessions/s{n}"><b>x</b></p>' for n in range(50))
    with pytest.raises(TemplateError) as caught:
        read_markup(article(rows))
    assert [str(each.location) for each in caught.value.diagnostics] == ["a.html:3 sessions/s0"]


def test_the_outline_tells_where_blocks_come_from() -> None:
    document = read_markup(article('<p data-at="parts/x.html:4" data-record="people/a">x</p>'))
    assert "paragraph @people/a [parts/x.html:4]: x" in show(document, origins=True)


def test_a_tree_can_go_to_another_process() -> None:
    document = read_markup(article("<table><tr><td>1</td><td>2</td></tr></table>"))
    assert pickle.loads(pickle.dumps(document)) == document  # noqa: S301 - our own bytes


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"])


@given(st.text(LETTERS, min_size=1).map(lambda text: "".join(text.split())).filter(bool))
def test_words_without_blanks_come_out_as_they_went_in(text: str) -> None:
    document = read_markup(article(f"<p>{escape(text)}</p>"))
    plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    assert show(document).splitlines()[-1] == f"  paragraph: {plain}"
