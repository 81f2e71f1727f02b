"""How wide words are and where their lines break, without drawing them.

Latin and Cyrillic letters are added up from the advance widths in ``data/widths.toml``; Han and full-width characters
are one em. Kerning is left out: it only makes a line shorter. Sizes and widths are in points.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise

LINE_HEIGHT = 1.22
"""The height of a single-spaced line, in type sizes: that of Calibri, the tallest of the Latin faces."""

HAN_LINE_HEIGHT = 1.45
"""The same with Han characters: that of Noto Sans CJK, which stands in where Microsoft YaHei (1.32) is missing."""

_STANDS_FOR = {"sans": "Arial", "serif": "Times New Roman"}

# GB/T 15834: these do not begin a line …
_NOT_FIRST = frozenset("，。、；：！？）》〉」』】〕”’…—～·%‰℃,.;:!?)]}»")
# … and these do not end one.
_NOT_LAST = frozenset("（《〈「『【〔“‘([{«№§$€¥")

# Drawn by the Chinese font, and so a full cell wide, where the words are Chinese.
_BETWEEN_SCRIPTS = 0.25

_WIDE_IN_HAN = frozenset("“”‘’—…·×～")


def text_width(text: str, size: float, *, bold: bool = False, face: str = "sans", lang: str = "") -> float:
    """Return the width of a single line.

    ``face`` is ``sans``, ``serif`` or a typeface of the table; one that is not in it counts as Arial, the widest.
    ``lang`` (BCP 47) decides whether quotation marks and dashes are Chinese ones.
    """
    return size * sum(advances(text, bold=bold, face=face, lang=lang))


def line_count(  # noqa: PLR0913 - takes what text_width takes
    text: str, width: float, size: float, *, bold: bool = False, face: str = "sans", lang: str = ""
) -> int:
    """Return how many lines the text takes in a column of that width; at least one."""
    return measure_line(text, advances(text, bold=bold, face=face, lang=lang)).count(width / size)


@dataclass(frozen=True, slots=True)
class Line:
    """Words without a forced break, measured once, in type sizes."""

    visible: tuple[float, ...]
    """Of each part that a line break leaves whole: its width without the blanks after it."""
    whole: tuple[float, ...]
    """The same with the blanks."""
    widest: float
    """The widest part: a narrower column would have to break a word."""
    width: float

    def count(self, room: float) -> int:
        """Return how many lines the words take; a part wider than the room counts as one."""
        return 1 if self.width <= room else self._fill(room)[0]

    def last(self, room: float) -> float:
        """Return the width of the last line."""
        return self._fill(room)[1]

    def _fill(self, room: float) -> tuple[int, float]:
        lines, used = 1, 0.0
        for visible, whole in zip(self.visible, self.whole, strict=True):
            if used and used + visible > room:
                lines, used = lines + 1, 0.0
            used += whole
        return lines, used


def measure_line(text: str, widths: Sequence[float]) -> Line:
    """Return the measures of words whose characters have these widths."""
    reached = [0.0, *accumulate(widths)]
    cuts = tuple(pieces(text))
    visible = tuple(reached[start + len(text[start:end].rstrip(" "))] - reached[start] for start, end in cuts)
    whole = tuple(reached[end] - reached[start] for start, end in cuts)
    return Line(visible, whole, max(visible, default=0.0), reached[-1])


def widest_piece(text: str, widths: Sequence[float]) -> float:
    """Return the width of the widest word: a narrower column would have to break it."""
    return measure_line(text, widths).widest


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the beginning and end of each part that a line break leaves whole, with the blanks after it."""
    borders = _borders(text) if has_wide(text) else _narrow_borders(text)
    yield from pairwise((0, *borders, *((len(text),) if text else ())))


def _borders(text: str) -> Iterator[int]:
    return (index for index, (before, after) in enumerate(pairwise(text), 1) if may_break(before, after))


def _narrow_borders(text: str) -> Iterator[int]:
    """Yield where a line may end between characters none of which is wide: after blanks and after some hyphens."""
    for found in _BORDER.finditer(text):
        if text[found.end() - 1] == " " or text[found.end()].isalpha():
            yield found.end()


_BORDER = re.compile(r" (?=[^ ])|-(?=\w)")


def may_break(before: str, after: str) -> bool:
    """Return whether a line may end between two characters; where programs differ, the answer is no."""
    if before == " ":
        return after != " "
    if after in _NOT_FIRST or after == " " or before in _NOT_LAST:
        return False
    if before == "-":
        return after.isalpha()
    return (is_wide(before) and after != "\u00a0") or (is_wide(after) and before != "\u00a0")


def line_height(text: str) -> float:
    """Return the height of single-spaced lines of these words, in type sizes."""
    return HAN_LINE_HEIGHT if has_wide(text) else LINE_HEIGHT


def advances(text: str, *, bold: bool = False, face: str = "sans", lang: str = "") -> list[float]:
    """Return the width of each character, in type sizes, with the blank that programs set between Han and Latin."""
    table = _widths(_known(_STANDS_FOR.get(face, face)), "bold" if bold else "regular", lang.startswith("zh"))
    widths = list(map(table.__getitem__, text))
    if has_wide(text):
        for index in _seams(text):
            widths[index] += _BETWEEN_SCRIPTS
    return widths


def _seams(text: str) -> Iterator[int]:
    """Yield where a Han character and a letter or figure of another script stand side by side."""
    for index, (before, after) in enumerate(pairwise(map(is_wide, text))):
        if before != after and text[index].isalnum() and text[index + 1].isalnum():
            yield index


@cache
def is_wide(char: str) -> bool:
    """Return whether the character fills a full cell, as Han characters and their punctuation do."""
    return unicodedata.east_asian_width(char) in {"W", "F"}


def has_wide(text: str) -> bool:
    """Return whether a wide character stands in the text."""
    return not text.isascii() and any(map(is_wide, _MAY_BE_WIDE.findall(text)))


# No character before the Hangul letters is wide, whatever its script.
_MAY_BE_WIDE = re.compile("[\u1100-\U0010ffff]")


class _Widths(dict[str, float]):
    """Advance widths by character; one that the face does not have is as wide as its class lets expect."""

    def __missing__(self, char: str) -> float:
        self[char] = 0.0 if unicodedata.category(char) in {"Mn", "Me", "Cf"} else 1.0
        return self[char]


@cache
def _widths(face: str, weight: str, han: bool) -> _Widths:  # noqa: FBT001 - cached by position
    table = _Widths(pair for pair in _read_rows(_faces()[face][weight]) if pair[1])
    return _Widths(table | dict.fromkeys(_WIDE_IN_HAN, 1.0)) if han else table


def _known(face: str) -> str:
    return face if face in _faces() else "Arial"


def _read_rows(rows: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    for first, row in rows.items():
        for code, width in enumerate(row.split(), start=int(first, 16)):
            if width != "-":
                yield chr(code), int(width) / 1000


@cache
def _faces() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(files("cieprep_docs.content").joinpath("data/widths.toml").read_text(encoding="utf-8"))
