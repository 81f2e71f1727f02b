"""Blanks as HTML collapses them, except that Chinese takes none.

A line break in a template is a blank in English and Russian; between two Chinese characters it is nothing
(GB/T 15834-2011; no space is typed between Han characters and Latin letters or digits either).
"""

from __future__ import annotations

import re

_HAN = (
    r"\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
    r"\U00020000-\U0003ffff"
)
"""Han characters, full-width forms and the punctuation that takes a full cell."""

_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_BETWEEN_HAN = re.compile(f"(?<=[{_HAN}]) (?=[{_HAN}])")
_BESIDE_HAN = re.compile(f"(?<=[{_HAN}]) (?=.)|(?<=.) (?=[{_HAN}])")
_IS_HAN = re.compile(f"[{_HAN}]")


def collapse(text: str, lang: str) -> str:
    """Return the text with every stretch of blanks as one, and none where Chinese takes none.

    A blank at the beginning or end stays: what stands on its other side is not known here. No-break spaces are words.
    """
    if "  " in text or "\n" in text or "\t" in text or "\r" in text:  # asked first: most words stand on one line
        text = _BLANKS.sub(" ", text)
    if text.isascii() or " " not in text:
        return text
    return (_BESIDE_HAN if _is_chinese(lang) else _BETWEEN_HAN).sub("", text)


def keeps_blank(left: str, right: str, lang: str) -> bool:
    """Return whether a blank between these two characters is printed; ``lang`` is the language of the blank."""
    han = bool(_IS_HAN.match(left)) + bool(_IS_HAN.match(right))
    return han == 0 or (han == 1 and not _is_chinese(lang))


def _is_chinese(lang: str) -> bool:
    return lang[:2] == "zh"
