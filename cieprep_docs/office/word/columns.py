"""How wide the columns of a table are, from what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise

from cieprep_docs.content.measure import advances, widest_piece
from cieprep_docs.content.nodes import Block, Inlines, Paragraph
from cieprep_docs.office.word.outline import children_of

TWIPS = 20
"""In a point."""
_MEASURED = 8
"""So many of the longest lines of a column are measured, and so many with the longest words."""
_ROOM = 1.06
"""Fonts that stand in for ours run wider by a few percent."""


@dataclass(frozen=True, slots=True)
class Need:
    """Twips a column needs: for its widest word, and for its widest line unbroken."""

    word: float = 0
    line: float = 0

    def __or__(self, other: Need) -> Need:
        return Need(max(self.word, other.word), max(self.line, other.line))


def need_of(lines: Sequence[str], size: float, lang: str, padding: int, *, bold: bool = False) -> Need:
    """Return what lines of `size` points need, with `padding` twips at both sides together."""
    need = Need()
    for text in _longest(lines):
        widths = advances(text, bold=bold, lang=lang)
        need |= Need(widest_piece(text, widths), sum(widths))
    scale = size * TWIPS * _ROOM
    return Need(need.word * scale + padding, need.line * scale + padding)


def _longest(texts: Sequence[str]) -> set[str]:
    """Return the texts among which the widest line and the widest word are to be found.

    Measuring every cell would take longer than writing it. The bytes of UTF-8 stand for the width: one for a Latin
    letter, two for a Cyrillic one, three for a Chinese one.
    """
    if len(texts) <= 2 * _MEASURED:
        return set(texts)
    lines = {text: text.encode() for text in texts}
    words = {text: max(map(len, line.split(b" "))) for text, line in lines.items()}
    by_line = nlargest(_MEASURED, lines, key=lambda text: len(lines[text]))
    return {*by_line, *nlargest(_MEASURED, words, key=words.__getitem__)}


def lines_of(blocks: Sequence[Block]) -> Iterator[Inlines]:
    """Yield the paragraphs that stand in blocks, those of lists included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.content
        for children in children_of(block):
            yield from lines_of(children)


def column_widths(needs: Sequence[Need], width: int) -> list[int]:
    """Return whole twips that add up to `width`.

    Where every line fits, columns share the rest by what they hold. Where not, columns that ask for less than an equal
    share get it, and the others get their widest word and what is left by the length of their lines. Where even words
    do not fit, columns shrink alike.
    """
    lines = [need.line for need in needs]
    least = _settled(needs, width)
    if sum(lines) <= width:
        return _rounded(_scaled(lines, width), width)
    spare = width - sum(least)
    if spare < 0:
        return _rounded(_scaled(least, width), width)
    longer = [line - word for line, word in zip(lines, least, strict=True)]
    return _rounded([word + extra for word, extra in zip(least, _scaled(longer, spare), strict=True)], width)


def _settled(needs: Sequence[Need], width: int) -> list[float]:
    """Return what each column gets at least: its lines unbroken where they are short, its widest word elsewhere."""
    words = [need.word for need in needs]
    short = [need.line if need.line <= width / len(needs) else need.word for need in needs]
    return short if sum(short) <= width else words


def _scaled(parts: Sequence[float], total: float) -> list[float]:
    whole = sum(parts)
    return [part * total / whole for part in parts] if whole else [total / len(parts)] * len(parts)


def _rounded(widths: Sequence[float], total: int) -> list[int]:
    edges = [round(sum(widths[:index])) for index in range(len(widths))] + [total]
    return [right - left for left, right in pairwise(edges)]
