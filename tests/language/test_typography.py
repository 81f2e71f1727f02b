from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cieprep_docs.language.languages import load_language
from cieprep_docs.language.typography import set_typography
from tests.support.vectors import read_vectors

HERE = Path(__file__).parent
TAGS = ("zh-CN", "ru-RU", "en-GB", "en-US")
MAY_CHANGE = re.compile(r"[\s\u00a0\u202f\"'«»“”„‘’\-–—]")
"""Spaces, quotation marks, apostrophes, dashes: all that the pass may touch."""

PIECES = st.sampled_from(
    [
        *('"', '"', '""', "'", " ", " ", "  ", "\u00a0", "\u202f", " - ", " -- ", "--", " — ", "-", "–", "«", "»", "„"),
        *("“", "”", "(", ")", ".", ",", "!", "%", " %", "№", "§", "1", "15", "800 000", "2020", "15:00", "9–11", "г."),
        *("и", "в", "не", "же", "бы", "А.", "С.", "Н.А.", "Пушкин", "т. е.", "г. ", "ул. ", "км", "млн", "проектов"),
        *("汉", "字", "双循环", "《", "》", "，", "。", "（", "）", "Minobrnauki", "a", "don't", "UTC+8", "Mr. "),
        *("https://example.org/a-b?c=d", "www.example.org", "x@example.org", "a_b", "file.docx", "`a  b`", "\ue000"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=14).map("".join)
ADDRESSES = (
    "https://example.org/a-b?c=d&e=%20",
    "x.y-z@mail.example.org",
    "snake_case_name",
    "docs/report.docx",
    "`a - b`",
)


@pytest.mark.parametrize("row", read_vectors(HERE, "typography"), ids=lambda row: f"{row['language']}-{row['text']}")
def test_running_text_is_set(row: dict[str, str]) -> None:
    tag = load_language(row["language"]).tag if row["language"] != "de" else "de-DE"
    assert set_typography(row["text"], tag) == row["expected"]


@pytest.mark.parametrize("tag", TAGS)
@given(text=TEXTS)
@example(text='"a "b" c')
@example(text='""a"')
@example(text="1 -- - 2")
def test_running_the_pass_twice_changes_nothing(tag: str, text: str) -> None:
    once = set_typography(text, tag)
    assert set_typography(once, tag) == once


@pytest.mark.parametrize("tag", TAGS)
@given(text=TEXTS)
def test_words_stay_as_they_are(tag: str, text: str) -> None:
    assert MAY_CHANGE.sub("", set_typography(text, tag)) == MAY_CHANGE.sub("", text)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("address", ADDRESSES)
@given(before=TEXTS, after=TEXTS)
def test_addresses_and_identifiers_are_never_touched(tag: str, address: str, before: str, after: str) -> None:
    before = before.replace("`", "")
    assert address in set_typography(f"{before} {address} {after}", tag)
