"""What a deck costs, beside plain python-pptx: ``python benchmarks/deck.py``.

The same 20 and 200 slides (bullets, a table of 12 rows and 4 columns, a native chart, in turn) are made with both, in
turn, in one process. python-pptx opens its template for every deck, for it fills it in place; this library reads a
house style once. It also measures every text, which python-pptx does not; each deck has words that none had before, so
that nothing helps that is remembered of other decks. CPU time; the least of the rounds counts, for others are
disturbed. Aims: at most 0.35 of python-pptx, ten times the slides in at most eleven times the time.
"""  # noqa: INP001 - a script

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from functools import partial

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.slide import Slide
from pptx.util import Inches

from cieprep_docs.content.markup import read_markup
from cieprep_docs.deck import plan
from cieprep_docs.office.slides import load_deck_style, write_deck
from cieprep_docs.resources import find_style

SIZES = {20: 7, 200: 3}
"""Numbers of slides, and how often each is made."""
STYLE = load_deck_style(find_style("conference", "deck.pptx"))
AIM_RATIO, AIM_GROWTH = 0.35, 11
FIELDS = {"Materials": 12, "Health": 7, "Education": 5}


def items(slide: str) -> list[str]:
    """Return the bullets of a slide, which has a name of its own."""
    return [f"Item {slide}-{n}: experts of both countries met and settled what is to be made" for n in range(6)]


def rows(slide: str) -> list[list[str]]:
    """Return the cells of a table, the header first."""
    return [
        list("ABCD"),
        *([f"Project {slide}-{n}", "New materials", f"agreed in {slide}", str(2020 + n)] for n in range(11)),
    ]


def make_markup(count: int, deck: int) -> str:
    """Return the sections of a deck: bullets, a table and a chart in turn."""
    names = (f"{deck}.{number}" for number in range(count))
    writers = (_write_bullets, _write_table, _write_chart)
    sections = (
        f"<section><h1>Slide {name}</h1>{writers[number % 3](name)}</section>" for number, name in enumerate(names)
    )
    return f'<article lang="en-GB"><header><p class="title">Deck</p></header>{"".join(sections)}</article>'


def _write_bullets(slide: str) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items(slide))}</ul>"


def _write_table(slide: str) -> str:
    head, *body = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows(slide))
    under = "".join(f"<tr>{row}</tr>" for row in body)
    return f"<table><thead><tr>{head.replace('td>', 'th>')}</tr></thead><tbody>{under}</tbody></table>"


def _write_chart(slide: str) -> str:
    points = "".join(f'<tr><th>{name}</th><td data-value="{value}">{value}</td></tr>' for name, value in FIELDS.items())
    table = f"<caption>Fields {slide}</caption><tr><th></th><th>Projects</th></tr>{points}"
    return f'<figure class="chart" data-kind="bar"><table>{table}</table></figure>'


def make_ours(markup: str) -> bytes:
    """Return a deck made by this library, from the markup on."""
    return write_deck(plan(read_markup(markup, "deck.html"), STYLE.layouts), STYLE)


def make_theirs(count: int, deck: int) -> bytes:
    """Return the same slides made by python-pptx."""
    presentation = Presentation()
    for number in range(count):
        slide = presentation.slides.add_slide(presentation.slide_layouts[(1, 5, 5)[number % 3]])
        slide.shapes.title.text = f"Slide {deck}.{number}"
        (_add_bullets, _add_table, _add_chart)[number % 3](slide, f"{deck}.{number}")
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def _add_bullets(slide: Slide, name: str) -> None:
    frame = slide.placeholders[1].text_frame
    frame.text, *others = items(name)
    for item in others:
        frame.add_paragraph().text = item


def _add_table(slide: Slide, name: str) -> None:
    table = slide.shapes.add_table(12, 4, Inches(0.6), Inches(1.6), Inches(8.8), Inches(5)).table
    for row, cells in zip(table.rows, rows(name), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words


def _add_chart(slide: Slide, _name: str) -> None:
    data = CategoryChartData()
    data.categories = list(FIELDS)
    data.add_series("Projects", list(FIELDS.values()))
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Inches(0.6), Inches(1.6), Inches(8.8), Inches(5), data)


def measure(make: Callable[[], bytes]) -> float:
    """Return the CPU seconds of one deck."""
    begin = time.process_time()
    make()
    return time.process_time() - begin


def main() -> int:
    """Print the figures and return 1 where an aim is missed."""
    least: dict[tuple[str, int], float] = {}
    for deck, count in enumerate(count for count, rounds in SIZES.items() for _ in range(rounds)):
        markup = make_markup(count, deck)
        for name, make in (("ours", partial(make_ours, markup)), ("theirs", partial(make_theirs, count, deck))):
            least[name, count] = min(least.get((name, count), float("inf")), measure(make))
    few, many = SIZES
    for count in SIZES:
        ours, theirs = least["ours", count], least["theirs", count]
        said = f"{ours * 1000:.1f} ms, python-pptx {theirs * 1000:.1f} ms, ratio {ours / theirs:.2f}"
        print(f"{count} slides: {said}")  # noqa: T201 - a script
    growth = least["ours", many] / least["ours", few]
    print(f"{few} to {many} slides: {growth:.1f} times")  # noqa: T201 - a script
    return int(least["ours", few] > AIM_RATIO * least["theirs", few] or growth > AIM_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
