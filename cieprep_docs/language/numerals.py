"""Whole numbers in other systems than Arabic figures: Chinese, Roman, letters."""

from __future__ import annotations

import re

from cieprep_docs.errors import UsageError

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_THOUSAND = 1000
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def say_numeral(number: int, system: str, letters: str = "") -> str:
    """Return a whole number from 1 in a system: ``decimal``, ``han``, ``roman`` or ``letters`` (of the given alphabet).

    >>> [say_numeral(18, system) for system in ("decimal", "han", "roman", "letters")]
    ['18', '十八', 'XVIII', 'r']
    """
    if system == "han":
        return _han(number)
    if system == "roman":
        return _roman(number)
    if system == "letters":
        return _letters(number, letters or _LATIN)
    return str(number)


def _han(number: int) -> str:
    """Chinese numerals as GB/T 15835-2011 uses them for order: 一十 at the beginning is 十, gaps are 零."""
    if number >= 10**8:
        raise UsageError.at("LNG013", f"{number} is too large for Chinese numerals; they count to 99 999 999")
    above, below = divmod(number, 10_000)
    text = f"{_han_group(above)}万" if above else ""
    if below:
        text += ("零" if above and below < _THOUSAND else "") + _han_group(below)
    return re.sub("^一十", "十", text)


def _han_group(number: int) -> str:
    """Return 1–9999 digit by digit with its place, one 零 for each gap inside."""
    digits = zip(f"{number:04}", "千百十 ", strict=True)
    parts = ("〇" if digit == "0" else "〇一二三四五六七八九"[int(digit)] + place.strip() for digit, place in digits)
    return re.sub("〇+", "零", "".join(parts).strip("〇"))


def _roman(number: int) -> str:
    if number >= 4000:  # noqa: PLR2004 - where Roman numerals end
        raise UsageError.at("LNG013", f"{number} is too large for Roman numerals; they count to 3999")
    text = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def _letters(number: int, letters: str) -> str:
    """Return a … z, aa … az as spreadsheets and Word count on."""
    text = ""
    while number:
        number, index = divmod(number - 1, len(letters))
        text = letters[index] + text
    return text
