"""Which one of a series an event is: the number agrees with the first word of the series where the language asks."""

from __future__ import annotations

import pytest

from cieprep_docs.language.languages import load_language
from cieprep_docs.language.numbers import say_edition


@pytest.mark.parametrize(
    ("language", "series", "expected"),
    [
        ("ru", "Конференция по международному обмену профессионалами", "3-я"),
        ("ru", "Международная выставка", "3-я"),
        ("ru", "Форум по метрологии", "3-й"),
        ("ru", "Международный конгресс", "3-й"),
        ("ru", "Совещание министров", "3-е"),
        ("ru", "Общее собрание", "3-е"),
        ("ru", "Дни российской науки", "3-е"),
        ("en", "Forum on Metrology", "3rd"),
        ("zh", "计量论坛", "第三届"),
    ],
)
def test_a_number_agrees_with_its_series(language: str, series: str, expected: str) -> None:
    assert say_edition(load_language(language), 3, series) == expected
