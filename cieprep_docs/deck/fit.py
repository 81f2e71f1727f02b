"""How much room words take on a slide: lines, heights, and whether a word would have to be broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

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
FINE = 0.5
"""Share of the size at which emphasised words beside a key figure are set."""
SECOND = 0.8
"""Share of the size at which words of a second language are set."""
NUMBER_HANG = 1.6
"""Room in type sizes for the number of an item: two figures and a stop."""
_RAISED = 0.66


def is_bold(run: nodes.Run, level: Level) -> bool:
    """Return whether a run is drawn bold; Chinese has no italics, so its emphasis is bold."""
    return level.bold or run.strong or (run.emphasis and run.lang.startswith("zh"))


@lru_cache(maxsize=4096)
def lines_of(para: Para, level: Level) -> tuple[Line, ...]:
    """Return the words of a paragraph between its breaks, measured; at least one line."""
    return tuple(measure_line(text, widths) for text, widths in _between_breaks(para, level))


def _between_breaks(para: Para, level: Level) -> Iterator[tuple[str, list[float]]]:
    text, widths = "", list[float]()
    for inline in para.content:
        if isinstance(inline, nodes.Break):
            yield text, widths
            text, widths = "", []
        else:
            text += inline.text
            widths += _widths(inline, para, level)
    yield text, widths


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
        lines = count_para(para, field, width, scale)
        if lines is None or (para.fine and lines > len(lines_of(para, field.level(para.level)))):
            return None
        height += lines * _line_height(para, field, scale) + (field.level(para.level).before if index else 0)
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
    fitting = list(scales(paras, field))
    near = [*takewhile(lambda scale: scale >= least, fitting)] or fitting[:1]
    return min(near, key=lambda scale: count_lines(paras, field, field.room.width, scale), default=None)


def count_lines(paras: Sequence[Para], field: Field, width: float, scale: float) -> int:
    """Return the lines of paragraphs whose words are known to fit the width."""
    return sum(count_para(para, field, width, scale) or 0 for para in paras)


def count_para(para: Para, field: Field, width: float, scale: float) -> int | None:
    """Return the lines of one paragraph, or None where a word is wider than the column."""
    room = _room(para, field, width, scale)
    lines = lines_of(para, field.level(para.level))
    return None if any(line.widest > room for line in lines) else sum(line.count(room) for line in lines)


def ends_well(paras: Iterable[Para], field: Field, width: float, scale: float) -> bool:
    """Return whether no paragraph of several lines leaves a short word alone on its last one."""
    for para in paras:
        room = _room(para, field, width, scale)
        if any(
            line.width > room and line.last(room) < _SHORT * room for line in lines_of(para, field.level(para.level))
        ):
            return False
    return True


def _room(para: Para, field: Field, width: float, scale: float) -> float:
    """Return the width that a paragraph has, in type sizes."""
    safety = _SAFETY_OF_NUMBERS if para.fine else _SAFETY
    return (width - margin_of(para, field, scale)) / field.size(para.level, scale) / safety


def natural_width(paras: Sequence[Para], field: Field, scale: float) -> float:
    """Return the width at which no line but the forced ones would break."""
    return max((_width(para, field, scale, whole=True) for para in paras), default=0.0)


def narrowest_width(paras: Sequence[Para], field: Field, scale: float) -> float:
    """Return the width of the widest word: nothing narrower will do."""
    return max((_width(para, field, scale, whole=False) for para in paras), default=0.0)


def _width(para: Para, field: Field, scale: float, *, whole: bool) -> float:
    level = field.level(para.level)
    widths = (line.width if whole else line.widest for line in lines_of(para, level))
    return max(widths) * field.size(para.level, scale) * _SAFETY + margin_of(para, field, scale)


def _line_height(para: Para, field: Field, scale: float) -> float:
    words = "".join(each.text for each in para.content if isinstance(each, nodes.Run))
    return field.size(para.level, scale) * line_height(words) * field.level(para.level).spacing


def _widths(run: nodes.Run, para: Para, level: Level) -> list[float]:
    share = (FINE if para.fine and run.emphasis else _RAISED if run.raised else 1.0) * (SECOND if run.second else 1.0)
    widths = advances(run.text, bold=is_bold(run, level), face=level.face, lang=run.lang)
    return widths if share == 1.0 else [width * share for width in widths]
