"""Key figures: a band of cells, each with a number large and what it counts below."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.measure import text_width
from cieprep_docs.content.nodes import KeyFigure, KeyFigures, Run
from cieprep_docs.office.word.columns import TWIPS, need_of
from cieprep_docs.office.word.paragraphs import words
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.tables import Frame, after_block, before_block, frame_table, table_cell, table_row

_PADDING = 240


def write_key_figures(block: KeyFigures, place: Place) -> str:
    """Return a band of equal cells, in as few rows as keep every number on its line."""
    inside = place.inside("key figure")
    columns = _columns(block.figures, inside)
    rows = [block.figures[start : start + columns] for start in range(0, len(block.figures), columns)]
    frame = Frame("key figure", [place.width // columns] * columns)
    places = [inside.here(keep=True)] * (len(rows) - 1) + [inside]
    written = (_write_row(row, frame.columns, each) for row, each in zip(rows, places, strict=True))
    band = frame_table(place, frame, "".join(written))
    return before_block(place) + band + after_block(place)


def _columns(figures: Sequence[KeyFigure], place: Place) -> int:
    """Return how many stand side by side; the last row is as full as the others where that is possible."""
    room = place.width / max(_width_needed(figure, place) for figure in figures)
    most = max(1, min(place.style.look.key_figures, len(figures), int(room)))
    return ceil(len(figures) / ceil(len(figures) / most))


def _width_needed(figure: KeyFigure, place: Place) -> float:
    """Return the twips that keep the number on one line and the words below it whole."""
    found = place.find("key figure noun")
    noun = need_of([plain_text(figure.noun)], (found or place.style.stylesheet.normal).size, place.lang, _PADDING)
    return max(_number_width(figure, place), noun.word)


def _number_width(figure: KeyFigure, place: Place) -> float:
    """Return the twips that a number takes on one line, its qualifier included."""
    find = place.style.stylesheet.find
    number = find("paragraph", "key figure number", place.lang) or place.style.stylesheet.normal
    qualifier = find("character", "qualifier", place.lang) or number
    widths = [0.0]
    for run in figure.number:
        if isinstance(run, Run):
            size = qualifier.size if run.emphasis else number.size
            widths[-1] += text_width(run.text, size, bold=True, lang=run.lang)
        else:
            widths.append(0)
    return max(widths) * TWIPS + _PADDING


def _write_row(row: Sequence[KeyFigure], widths: Sequence[int], place: Place) -> str:
    """Return a row of cells, empty ones where there are fewer figures."""
    cells = [words(place, "number", each.number) + words(place, "noun", each.noun) for each in row]
    cells += [words(place, "noun", ())] * (len(widths) - len(row))
    return table_row("".join(map(table_cell, widths, cells)))
