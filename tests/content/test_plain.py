"""Documents as text for a letter."""

from __future__ import annotations

from cieprep_docs.content.markup import read_markup
from cieprep_docs.content.plain import write_text


def text_of(inside: str) -> str:
    markup = f'<article lang="zh-CN"><header><p class="title">T</p></header>{inside}</article>'
    return write_text(read_markup(markup, "test.html"))


def test_headings_are_underlined_as_wide_as_their_words() -> None:
    assert text_of("<h1>日程</h1><h2>Day 1</h2><h3>Morning</h3><p>Words.</p>") == (
        "日程\n====\n\nDay 1\n-----\n\nMorning\n\nWords.\n"
    )


def test_lists_keep_their_marks_and_numbers() -> None:
    assert text_of("<ul><li>one</li><li>two</li></ul>") == "– one\n– two\n"
    assert text_of("<ol><li><p>one</p><p>more</p></li><li>two</li></ol>") == "1. one\n   more\n2. two\n"


def test_a_table_is_told_row_by_row_under_the_names_of_its_columns() -> None:
    table = (
        "<table><caption>Changes</caption><thead><tr><th>What</th><th>Before</th><th>Now</th></tr></thead><tbody>"
        "<tr><th>Opening</th><td><p>10:00</p><p>Hall</p></td><td>11:00</td></tr></tbody></table>"
    )
    assert text_of(table) == ("Changes\n\nOpening\n  Before\n    10:00\n    Hall\n  Now\n    11:00\n")


def test_cells_that_are_joined_keep_the_columns_of_the_others() -> None:
    table = (
        "<table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead><tbody>"
        '<tr><td colspan="2">one</td><td>two</td></tr></tbody></table>'
    )
    assert text_of(table) == "one\n  C\n    two\n"


def test_the_number_of_a_note_stands_in_brackets() -> None:
    assert text_of('<p>Said<sup><a href="#n">1</a></sup>.</p><ol class="notes"><li id="n">Paper</li></ol>') == (
        "Said[1].\n\n1. Paper\n"
    )
