"""Key figures: a band of cells, each with a number large and what it counts below."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from cieprep_docs.content.measure import text_width
from cieprep_docs.content.nodes import KeyFigure, KeyFigures, Run
from cieprep_docs.office.word.columns import TWIPS
from cieprep_docs.office.word.paragraphs import words
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.tables import Frame, after_table, frame_table, table_cell, table_row

_PADDING = 240


def write_key_figures(block: KeyFigures, place: Place) -> str:
    """Return bands of equal cells, as many in a row as the widest number allows."""
    inside = place.inside("key figure")
    widest = max(_number_width(figure, inside) for figure in block.figures)
    columns = _columns(len(block.figures), widest, place)
    bands = (block.figures[start : start + columns] for start in range(0, len(block.figures), columns))
    return "".join(_write_band(band, columns, inside) for band in bands)


def _columns(count: int, widest: float, place: Place) -> int:
    """Return how many stand side by side, the rows as even as they can be."""
    fitting = max(1, min(place.style.look.key_figures, int(place.width // widest)))
    return ceil(count / ceil(count / fitting))


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
    widths = [place.width // columns] * len(band)
    cells = "".join(
        table_cell(width, words(place, "number", figure.number) + words(place, "noun", figure.noun))
        for figure, width in zip(band, widths, strict=True)
    )
    return frame_table(place, Frame("key figures", widths), table_row(cells)) + after_table(place)
