"""The figures of a text, whatever the language writes them with: digits, groups of digits, words, 万, months."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(r"\d+(?:[ \xa0\u202f,]\d{3})*(?:[.,]\d+)?(?!\d)")
_GROUP = re.compile(r"[ \xa0\u202f,](?=\d{3}(?:\D|$))")
_SCALES = {"万": 10_000, "亿": 10**8, "тыс": 1000, "млн": 10**6, "млрд": 10**9, "million": 10**6, "billion": 10**9}
_SCALE = re.compile(r"[ \xa0]?(万|亿|тыс|млн|млрд|million|billion)")
_HAN_DIGITS = {each: value for value, each in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_HAN_NUMBER = re.compile("[零〇一二两三四五六七八九十百千]+")
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_WORDS = (
    ("one", "first", "один", "одн", "перв"),
    ("two", "second", "both", "two", "два", "две", "двух", "двум", "втор", "двусторон"),
    ("three", "third", "три", "трёх", "трех", "трет"),
    ("four", "fourth", "четыр", "четвёрт", "четверт"),
    ("five", "fifth", "пять", "пяти", "пят"),
    ("six", "sixth", "шест"),
    ("seven", "seventh", "сем"),
    ("eight", "eighth", "восьм", "восем"),
    ("nine", "ninth", "девят"),
    ("ten", "tenth", "десят"),
    ("eleven", "eleventh", "одиннадцат"),
    ("twelve", "twelfth", "двенадцат"),
)
_TENS = {"hundred": 100, "сто": 100, "сот": 100, "thousand": 1000, "тысяч": 1000, "twenty": 20, "двадцат": 20}
_MONTHS = (
    ("january", "январ"),
    ("february", "феврал"),
    ("march", "март"),
    ("april", "апрел"),
    ("may", "мая", "май", "мае"),
    ("june", "июн"),
    ("july", "июл"),
    ("august", "август"),
    ("september", "сентябр"),
    ("october", "октябр"),
    ("november", "ноябр"),
    ("december", "декабр"),
)
_NAMED = {word: value for value, words in enumerate((*_WORDS,), 1) for word in words} | _TENS
_NAMED_MONTHS = {word: value for value, words in enumerate(_MONTHS, 1) for word in words}
_STEMS = re.compile(r"\b(?:" + "|".join(sorted({*_NAMED, *_NAMED_MONTHS}, key=len, reverse=True)) + ")", re.IGNORECASE)


def written_figures(text: str) -> frozenset[str]:
    """Return the numbers in digits, without grouping, scaled.

    >>> sorted(written_figures("80万人，9月，1,500"))
    ['1500', '800000', '9']
    """
    return frozenset(_digits(text)) if any(map(str.isdigit, text)) else frozenset()


def named_figures(text: str) -> frozenset[str]:
    """Return the numbers that a text writes as words, in Han, or as names of months.

    >>> sorted(named_figures("Nine events in May, 第十八届"))
    ['18', '5', '9']
    """
    named = (_NAMED.get(word) or _NAMED_MONTHS[word] for word in map(str.lower, _STEMS.findall(text)))
    return frozenset(map(str, (*named, *map(_han_number, _HAN_NUMBER.findall(text)))))


def _digits(text: str) -> list[str]:
    found = []
    for match in _NUMBER.finditer(text):
        number = _GROUP.sub("", match[0]).replace(",", ".")
        scale = _SCALE.match(text, match.end())
        found.append(_plain(Decimal(number) * (_SCALES[scale[1]] if scale else 1)))
    return found


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")


def _han_number(text: str) -> int:
    if not set(text) & set(_HAN_UNITS):
        return int("".join(str(_HAN_DIGITS[each]) for each in text))
    total, digit = 0, 0
    for each in text:
        if each in _HAN_UNITS:
            total += (digit or 1) * _HAN_UNITS[each]
            digit = 0
        else:
            digit = _HAN_DIGITS[each]
    return total + digit
