from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cieprep_docs.content.measure import advances, line_count, line_height, may_break, pieces, text_width, widest_piece

words = st.text(alphabet="Конференция CIEP 第十八届会议，“”()-\u00a0", max_size=60)


@pytest.mark.parametrize(
    ("text", "face", "width"),
    [
        ("Conference", "sans", 51.69),
        ("Conference", "serif", 46.08),
        ("Conference", "Calibri", 46.81),
        ("Конференция", "sans", 64.08),
        ("会议", "sans", 20.0),
        ("（会议）", "serif", 40.0),
    ],
)
def test_a_line_is_as_wide_as_the_font_draws_it(text: str, face: str, width: float) -> None:
    assert text_width(text, 10, face=face) == pytest.approx(width, abs=0.06)


@pytest.mark.parametrize("face", ["Arial", "Calibri", "Times New Roman"])
def test_a_blank_that_holds_words_together_is_as_wide_as_any(face: str) -> None:
    assert text_width("5\u00a0km", 10, face=face) == text_width("5 km", 10, face=face)


def test_han_and_latin_stand_apart() -> None:
    assert text_width("9月", 10) > text_width("9", 10) + text_width("月", 10)


def test_lines_with_han_are_higher() -> None:
    assert line_height("第18届") > line_height("18th")


def test_bold_is_wider() -> None:
    assert text_width("Shenzhen", 12, bold=True) > text_width("Shenzhen", 12)


def test_a_typeface_without_a_table_counts_as_the_widest() -> None:
    assert text_width("Moscow", 12, face="Some Face") == text_width("Moscow", 12, face="sans")


def test_quotation_marks_are_full_cells_in_chinese_only() -> None:
    assert text_width("“丝路”", 10, lang="zh-CN") == 40
    assert text_width("“”", 10, lang="en-GB") < 10


def test_marks_above_letters_take_no_room() -> None:
    assert text_width("и\u0306", 10) == text_width("и", 10)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, 1),
        ("Сентябрь", 20, 1),
        ("в Москве и Шэньчжэне", 70, 2),
        ("9\u00a0декабря 2020\u00a0г.", 65, 2),
        ("创新合作", 20, 2),
        ("创新合作。", 40, 2),
        ("创新，合作", 20, 3),
    ],
)
def test_lines_break_where_the_language_lets_them(text: str, width: float, lines: int) -> None:
    assert line_count(text, width, 10) == lines


@pytest.mark.parametrize("pair", ["作。", "《北", "“丝", "5\u00a0", "\u00a0г", "№5", "ab", "1,"])
def test_no_line_breaks_here(pair: str) -> None:
    assert not may_break(pair[0], pair[1])


@given(words)
def test_pieces_join_to_the_text_again(text: str) -> None:
    assert "".join(text[start:end] for start, end in pieces(text)) == text


@given(st.one_of(words, st.text(alphabet="aЯ9²- –—-\u00a0«»,.", max_size=30)))
def test_pieces_end_where_lines_may(text: str) -> None:
    ends = [index for index in range(1, len(text)) if may_break(text[index - 1], text[index])]
    assert [end for _, end in pieces(text)] == [*ends, *([len(text)] if text else [])]


@given(words, st.integers(60, 400))
def test_a_narrower_column_never_takes_fewer_lines(text: str, width: int) -> None:
    assert line_count(text, width, 10) >= line_count(text, width + 40, 10)


@given(words)
def test_no_piece_is_wider_than_its_line(text: str) -> None:
    assert widest_piece(text, advances(text)) * 10 <= text_width(text, 10) + 1e-9
