"""Timelines: dates at the left of a continuous rule, what happened at its right."""

from __future__ import annotations

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.nodes import Block, Paragraph, Step, Timeline
from cieprep_docs.office.word.columns import need_of
from cieprep_docs.office.word.paragraphs import COLUMN, paragraph, words
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.runs import write_runs
from cieprep_docs.office.word.tables import (
    Frame,
    after_block,
    before_block,
    cell_content,
    frame_table,
    table_cell,
    table_row,
)

_NARROWEST, _WIDEST = 0.16, 0.3
"""Of the dates' column, in parts of the text's width."""
_PADDING = 320


def write_timeline(block: Timeline, place: Place) -> str:
    """Return a table of two columns, headed by the labels ``when`` and ``step`` of the document where they are given.

    In a column of another table it is paragraphs.
    """
    inside = place.inside("timeline")
    if place.manner == COLUMN:
        return "".join(_step_below(step, inside) for step in block.steps)
    widths = _widths(block, inside)
    rows = _header(widths, inside) + "".join(_write_step(step, widths, inside) for step in block.steps)
    return before_block(place) + frame_table(place, Frame("timeline", widths), rows) + after_block(place)


def _step_below(step: Step, place: Place) -> str:
    """Return a step in a narrow column: its date above what happened."""
    when = words(place.here(keep=True), "when", step.when) if step.when else ""
    return when + place.write(step.blocks, place)


def _widths(block: Timeline, place: Place) -> list[int]:
    found = place.find("timeline when")
    size = (found or place.style.stylesheet.normal).size
    need = need_of([plain_text(step.when) for step in block.steps], size, place.lang, _PADDING, bold=True)
    left = min(max(need.line, place.width * _NARROWEST, need.word), place.width * _WIDEST)
    return [round(left), place.width - round(left)]


def _header(widths: list[int], place: Place) -> str:
    labels = [place.document.labels.get(name, ()) for name in ("when", "step")]
    if not any(labels):
        return ""
    inside = place.inside("timeline header")
    when, step = (
        words(inside.here(align=align), "body", label) for align, label in zip(("right", ""), labels, strict=True)
    )
    return table_row(table_cell(widths[0], when) + table_cell(widths[1], step), header=True)


def _write_step(step: Step, widths: list[int], place: Place) -> str:
    when = table_cell(widths[0], words(place, "when", step.when))
    return table_row(when + table_cell(widths[1], _step_content(step.blocks, place.here(width=widths[1]))))


def _step_content(blocks: tuple[Block, ...], place: Place) -> str:
    """The first paragraph carries the dot on the rule."""
    if blocks and isinstance(blocks[0], Paragraph):
        start = paragraph(place, place.style_of("step body"), write_runs(blocks[0].content, place))
        return start + (cell_content(blocks[1:], place) if blocks[1:] else "")
    return cell_content(blocks, place)
