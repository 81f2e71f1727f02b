"""What a review says of itself: the heads of its columns in the reviewer's language, and advice in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from immutabledict import immutabledict

_ENGLISH = ("No.", "Where", "Source", "Other language", "Translation", "Limit", "Checks", "Remarks")
_HEADS: Mapping[str, tuple[str, ...]] = immutabledict(
    {
        "ru": ("№", "Где", "Исходный текст", "Другой язык", "Перевод", "Длина", "Проверки", "Замечания"),
        "zh": ("序号", "位置", "原文", "其他语言", "译文", "长度", "检查", "意见"),
    }
)
_PROPOSAL: Mapping[str, tuple[str, str]] = immutabledict(
    {"ru": ("предложение", "исходный текст был: "), "zh": ("建议译文", "原文曾为：")}
)
_PROPOSAL_IN_ENGLISH = ("proposal", "the source was: ")
_STOPS = immutabledict({"zh": "；"})
ADVICE = (
    ("en-GB", "Change the words in the first yellow column and write remarks in the last one; the rest is locked."),
    ("zh-CN", "请修改第一个黄色栏中的译文，并在最后一栏填写意见；其余部分已锁定。"),
    ("ru-RU", "Исправляйте текст в первом жёлтом столбце, замечания пишите в последнем; остальное защищено."),
)
"""BCP 47 tags, and what to do with the table."""


def heads_for(language: str) -> tuple[str, ...]:
    """Return the heads of the columns for the reviewers of a language; English where it has none of its own.

    >>> heads_for("ru")[4]
    'Перевод'
    """
    return _HEADS.get(language, _ENGLISH)


def say_proposal(language: str, previous: str) -> str:
    """Return what a row says of words that were proposed for a message, and the source they were made for.

    >>> say_proposal("ru", "Closing")
    'предложение; исходный текст был: Closing'
    """
    proposal, was = _PROPOSAL.get(language, _PROPOSAL_IN_ENGLISH)
    return f"{proposal}{_STOPS.get(language, '; ')}{was}{previous}" if previous else proposal


@cache
def heads_of(column: int) -> frozenset[str]:
    """Return what a column may be headed with, in any language."""
    return frozenset(heads[column] for heads in (_ENGLISH, *_HEADS.values()))
