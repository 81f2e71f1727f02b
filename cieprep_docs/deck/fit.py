"""How much room words take on a slide: lines, heights, and whether a word would have to be broken."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from cieprep_docs.content import nodes
from cieprep_docs.content.measure import Line, advances, line_height, measure_line
from cieprep_docs.deck.layouts import STEPS, Field, Level
from cieprep_docs.deck.slides import Para

# Programs round the width of each letter to their own grid: a line counted full may turn out a hair too long.
_SAFETY = 1.015
_SAFETY_OF_NUMBERS = 1.08
"""They may not break, and programs set different blanks between figures and Han characters."""
_SHORT = 0.12
"""Share of a line that the last one has to fill."""
_FINE = 0.5
"""Share of the size at which emphasised words beside a key figure are set."""
_SECOND = 0.8
"""Share of the size at which words of a second language are set."""
_READABLE = 12.0
"""In points: neither makes words smaller than that."""
NUMBER_HANG = 1.6
"""Room in type sizes for the number of an item: two figures and a stop."""
_RAISED = 0.66


def is_bold(run: nodes.Run, level: Level) -> bool:
    """Return whether a run is drawn bold; Chinese has no italics, so its emphasis is bold."""
    return level.bold or _is_strong(run)


def _is_strong(run: nodes.Run) -> bool:
    return run.strong or (run.emphasis and run.lang.startswith("zh"))


def run_size(run: nodes.Run, size: float, *, fine: bool) -> float:
    """Return the size of a run in a paragraph of this size: whole points where it is a second language's."""
    if fine and run.emphasis:
        size = max(size * _FINE, min(size, _READABLE))
    return max(float(round(size * _SECOND)), min(size, _READABLE)) if run.second else size


@dataclass(frozen=True, slots=True)
class Measures:
    """The words of a paragraph between its forced breaks, in type sizes; at least one line."""

    lines: tuple[Line, ...]
    widest: float
    """The widest word."""
    width: float
    """The widest line."""
    heights: tuple[float, ...]
    """Of a single-spaced line between each two breaks."""

    def count(self, room: float) -> int | None:
        """Return how many lines the words take in a column, or None where one of them is wider."""
        if self.width <= room:
            return len(self.lines)
        return None if self.widest > room else sum(line.count(room) for line in self.lines)

    def height(self, room: float) -> float:
        """Return the height of all lines in a column that holds every word."""
        if self.width <= room:
            return sum(self.heights)
        return sum(line.count(room) * height for line, height in zip(self.lines, self.heights, strict=True))


def measure(para: Para, field: Field, scale: float) -> Measures:
    """Return the measures of a paragraph in a field at a scale."""
    level = field.level(para.level)
    mixed = any(isinstance(run, nodes.Run) and (run.second or (para.fine and run.emphasis)) for run in para.content)
    # Words of one size alone have the same measures in type sizes at every size.
    size = field.size(para.level, scale) if mixed else 0.0
    return _measure(para.content, _Manner(level.face, level.bold, para.fine, size))


class _Manner(NamedTuple):
    """How the words of a paragraph are set."""

    face: str
    bold: bool
    fine: bool
    """Whether emphasised words are small."""
    size: float
    """In points; 0 where all words have the same."""

    def share(self, run: nodes.Run) -> float:
        """Return the size of a run as a share of its paragraph's."""
        return run_size(run, self.size, fine=self.fine) / self.size if self.size else 1.0


@lru_cache(maxsize=4096)
def _measure(content: nodes.Inlines, manner: _Manner) -> Measures:
    parts = tuple(_between_breaks(content))
    lines = tuple(
        measure_line("".join(run.text for run in part), [*chain(*(_widths(run, manner) for run in part))])
        for part in parts
    )
    heights = tuple(_line_height(part, manner) for part in parts)
    return Measures(lines, max(line.widest for line in lines), max(line.width for line in lines), heights)


def _line_height(part: Sequence[nodes.Run], manner: _Manner) -> float:
    """Return the height of a line in which the words of a part stand: the largest of them decides."""
    largest = max(map(manner.share, part), default=1.0)
    return line_height("".join(run.text for run in part)) * largest


def _between_breaks(content: nodes.Inlines) -> Iterator[list[nodes.Run]]:
    runs = list[nodes.Run]()
    for inline in content:
        if isinstance(inline, nodes.Run):
            runs.append(inline)
        else:
            yield runs
            runs = []
    yield runs


def margin_of(para: Para, field: Field, scale: float) -> float:
    """Return the distance of the words from the inner margin; plain paragraphs of the first level have none."""
    level = field.level(para.level)
    if para.marker == "number":
        return level.margin + max(NUMBER_HANG * field.size(para.level, scale) - field.level(0).margin, 0)
    return level.margin if para.marker or para.level else 0.0


def words_height(paras: Sequence[Para], field: Field, width: float, scale: float) -> float | None:
    """Return the height in points that paragraphs take in a column.

    None where a word is wider than the column, or the number of a key figure with what stands beside it.
    """
    height = 0.0
    for index, para in enumerate(paras):
        level = field.level(para.level)
        measures, room = measure(para, field, scale), _room(para, field, width, scale)
        if measures.widest > room or (para.fine and measures.width > room):
            return None
        height += measures.height(room) * field.size(para.level, scale) * level.spacing
        height += level.before if index else 0
    return height


def scales(paras: Sequence[Para], field: Field) -> Iterator[float]:
    """Yield the scales at which words fit the field, the largest first."""
    for step in range(STEPS + 1):
        height = words_height(paras, field, field.room.width, field.scale(step))
        if height is not None and height <= field.room.height:
            yield field.scale(step)


def best_scale(paras: Sequence[Para], field: Field, least: float) -> float | None:
    """Return the scale at which words fit the field, or None: the largest of those with the fewest lines.

    Below ``least`` type is not made smaller only to save a line.
    """
    forced = sum(len(measure(para, field, 1).lines) for para in paras)
    best, fewest = None, math.inf
    for scale in scales(paras, field):
        if best is not None and scale < least:
            break
        lines = count_lines(paras, field, field.room.width, scale)
        if lines < fewest:
            best, fewest = scale, lines
        if fewest == forced:
            break
    return best


def count_lines(paras: Sequence[Para], field: Field, width: float, scale: float) -> int:
    """Return the lines of paragraphs whose words are known to fit the width."""
    return sum(count_para(para, field, width, scale) or 0 for para in paras)


def count_para(para: Para, field: Field, width: float, scale: float) -> int | None:
    """Return the lines of one paragraph, or None where a word is wider than the column."""
    return measure(para, field, scale).count(_room(para, field, width, scale))


def ends_well(paras: Iterable[Para], field: Field, width: float, scale: float) -> bool:
    """Return whether no paragraph of several lines leaves a short word alone on its last one."""
    for para in paras:
        room = _room(para, field, width, scale)
        lines = measure(para, field, scale).lines
        if any(line.width > room and line.last(room) < _SHORT * room for line in lines):
            return False
    return True


def _room(para: Para, field: Field, width: float, scale: float) -> float:
    """Return the width that a paragraph has, in type sizes."""
    safety = _SAFETY_OF_NUMBERS if para.fine else _SAFETY
    return (width - margin_of(para, field, scale)) / field.size(para.level, scale) / safety


def widths_of(paras: Iterable[Para], field: Field, scale: float) -> tuple[float, float]:
    """Return the width of the widest word, nothing narrower will do, and that at which only forced breaks are left."""
    narrowest = natural = 0.0
    for para in paras:
        measures = measure(para, field, scale)
        size, margin = field.size(para.level, scale) * _SAFETY, margin_of(para, field, scale)
        narrowest = max(narrowest, measures.widest * size + margin)
        natural = max(natural, measures.width * size + margin)
    return narrowest, natural


def _widths(run: nodes.Run, manner: _Manner) -> list[float]:
    share = manner.share(run) * (_RAISED if run.raised else 1.0)
    widths = advances(run.text, bold=manner.bold or _is_strong(run), face=manner.face, lang=run.lang)
    return widths if share == 1.0 else [width * share for width in widths]
