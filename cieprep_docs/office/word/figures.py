"""Key figures: a band of cells, each with a number large and what it counts below."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from cieprep_docs.content.measure import text_width
from cieprep_docs.content.nodes import KeyFigure, KeyFigures, Run
from cieprep_docs.office.word.columns import TWIPS, Need, column_widths, need_of
from cieprep_docs.office.word.paragraphs import words
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.tables import Frame, after_block, before_block, frame_table, table_cell, table_row

_PADDING = 240


def write_key_figures(block: KeyFigures, place: Place) -> str:
    """Return bands of three or four cells, equal where every number fits on its line."""
    inside = place.inside("key figure")
    count = len(block.figures)
    columns = ceil(count / ceil(count / place.style.look.key_figures))
    bands = (block.figures[start : start + columns] for start in range(0, count, columns))
    return before_block(place) + "".join(_write_band(band, columns, inside) for band in bands)


def _widths(needed: Sequence[float], columns: int, width: int) -> list[int]:
    """Return equal widths, or widths by the numbers where one is too long for that."""
    equal = width // columns
    if max(needed) <= equal:
        return [equal] * len(needed)
    return column_widths([Need(each, each) for each in needed], width)


def _width_needed(figure: KeyFigure, place: Place) -> float:
    """Return the twips that keep the number on one line and the words below it whole."""
    found = place.style.stylesheet.find("paragraph", "key figure noun", place.document.lang)
    noun = need_of([figure.noun], (found or place.style.stylesheet.normal).size, place.document.lang, _PADDING)
    return max(_number_width(figure, place), noun.word)


def _number_width(figure: KeyFigure, place: Place) -> float:
    """Return the twips that a number takes on one line, its qualifier included."""
    find = place.style.stylesheet.find
    number = find("paragraph", "key figure number", place.document.lang) or place.style.stylesheet.normal
    qualifier = find("character", "qualifier", place.document.lang) or number
    runs = [run for run in figure.number if isinstance(run, Run)]
    points = sum(
        text_width(run.text, qualifier.size if run.emphasis else number.size, bold=True, lang=run.lang) for run in runs
    )
    return points * TWIPS + _PADDING


def _write_band(band: Sequence[KeyFigure], columns: int, place: Place) -> str:
    widths = _widths([_width_needed(figure, place) for figure in band], columns, place.width)
    cells = "".join(
        table_cell(width, words(place, "number", figure.number) + words(place, "noun", figure.noun))
        for figure, width in zip(band, widths, strict=True)
    )
    return frame_table(place, Frame("key figure", widths), table_row(cells)) + after_block(place)
