"""A timeline: one rule, a dot for each step, the date above and the words below."""

from __future__ import annotations

from collections.abc import Iterator

from cieprep_docs.content import nodes
from cieprep_docs.deck.fit import words_height
from cieprep_docs.deck.geometry import GAP, bottom
from cieprep_docs.deck.layouts import Box, Field
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import Group, Para, Shape, Words
from cieprep_docs.deck.words import paragraphs, plain

_MOST_STEPS = 6
_FEWEST_COLUMNS = 3
_DROP = 36.0
"""Points above the highest dates that the house style has room for."""

Texts = tuple[tuple[Para, ...], ...]


def place_timeline(timeline: nodes.Timeline, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return the timeline as one group, or None where it does not fit at this step."""
    if len(timeline.steps) > _MOST_STEPS:
        return None
    columns = box.columns(max(len(timeline.steps), _FEWEST_COLUMNS), GAP)
    when = setting.layouts.field("timeline", "when")
    what = setting.layouts.field("timeline", "what")
    dates: Texts = tuple((Para(step.when),) if step.when else () for step in timeline.steps)
    above = _highest(dates, when, columns[0].width, setting)
    words: Texts = tuple(tuple(_below(step)) for step in timeline.steps)
    below = _highest(words, what, columns[0].width, setting)
    if above is None or below is None:
        return None
    if len(columns) > _FEWEST_COLUMNS and above > when.box.height:
        return None
    columns = tuple(_lowered(each, box.height - above - below, when.box.height - above) for each in columns)
    shapes = _draw(dates, words, columns, (above, below), setting)
    top = columns[0].top
    whole = Box(box.left, top, box.width, bottom(shapes) - top)
    return (Group(shapes, whole, _alt(timeline)),) if whole.bottom <= box.bottom else None


def _lowered(column: Box, left: float, least: float) -> Box:
    """Return a column that begins lower, so that the rule stands at one height on all slides that have room for it."""
    return column.below(max(min(max(least, 0.0) + _DROP, left - _DROP), 0.0))


def _draw(
    dates: Texts, words: Texts, columns: tuple[Box, ...], heights: tuple[float, float], setting: Setting
) -> tuple[Words, ...]:
    """Return the rule, then dot, date and words of each step in the order they are read."""
    field = {name: setting.layouts.field("timeline", name) for name in ("rule", "dot", "when", "what")}
    line = columns[0].top + heights[0] + field["rule"].box.top - field["when"].box.bottom
    under = line + field["what"].box.top - field["rule"].box.top
    width = columns[-1].right - columns[0].left
    shapes = [Words("timeline", "rule", Box(columns[0].left, line, width, field["rule"].box.height))]
    for date, text, column in zip(dates, words, columns, strict=False):
        shapes.append(_dot(field["dot"], column.left, line + field["rule"].box.height / 2))
        if date:
            place = Box(column.left, column.top, column.width, heights[0])
            shapes.append(Words("timeline", "when", place, date, field["when"].scale(setting.step)))
        place = Box(column.left, under, column.width, heights[1])
        shapes.append(Words("timeline", "what", place, text, field["what"].scale(setting.step)))
    return tuple(shapes)


def _dot(field: Field, left: float, middle: float) -> Words:
    return Words("timeline", "dot", Box(left, middle - field.box.height / 2, field.box.width, field.box.height))


def _highest(texts: Texts, field: Field, width: float, setting: Setting) -> float | None:
    """Return the height of the highest text, or None where one has a word too wide."""
    heights = [words_height(text, field, width, field.scale(setting.step)) for text in texts]
    known = [height for height in heights if height is not None]
    return max(known) if len(known) == len(heights) else None


def _below(step: nodes.Step) -> Iterator[Para]:
    """Yield what happened (first level), where (second), and the details (third)."""
    for index, block in enumerate(step.blocks):
        detail = isinstance(block, nodes.Paragraph) and block.role == "detail"
        yield from (Para(para.content, 2 if detail else min(index, 1)) for para in paragraphs((block,)))


def _alt(timeline: nodes.Timeline) -> str:
    steps = ((step.when, *(para.content for para in paragraphs(step.blocks))) for step in timeline.steps)
    return "; ".join(" ".join(plain(each) for each in step if each) for step in steps)
