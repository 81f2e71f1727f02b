"""What a deck costs, beside plain python-pptx: ``python benchmarks/deck.py``.

The same 20 and 200 slides (bullets, a table of 12 rows and 4 columns, a native chart, in turn) are made with both, in
turn, in one process. python-pptx opens its template for every deck, for it fills it in place; this library reads a
house style once. It also measures every text, which python-pptx does not. CPU time; the least of the rounds counts, for
others are disturbed. Aims: at most 0.35 of python-pptx, ten times the slides in at most eleven times the time.
"""  # noqa: INP001 - a script

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable

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
ITEMS = [f"Item {n}: experts of both countries met and settled what is to be made" for n in range(6)]
ROWS = [[f"Project {n}", "New materials", "agreed", str(2020 + n)] for n in range(11)]
FIELDS = {"Materials": 12, "Health": 7, "Education": 5}


def make_markup(count: int) -> str:
    """Return the sections of a deck: bullets, a table and a chart in turn."""
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    head = "<tr><th></th><th>Projects</th></tr>"
    points = head + "".join(
        f'<tr><th>{name}</th><td data-value="{value}">{value}</td></tr>' for name, value in FIELDS.items()
    )
    bodies = (
        f"<ul>{''.join(f'<li>{item}</li>' for item in ITEMS)}</ul>",
        f"<table><thead><tr><th>A</th><th>B</th><th>C</th><th>D</th></tr></thead><tbody>{cells}</tbody></table>",
        f'<figure class="chart" data-kind="bar"><table><caption>Fields</caption>{points}</table></figure>',
    )
    sections = (f"<section><h1>Slide {n}</h1>{bodies[n % 3]}</section>" for n in range(count))
    return f'<article lang="en-GB"><header><p class="title">Deck</p></header>{"".join(sections)}</article>'


def make_ours(markup: str) -> bytes:
    """Return a deck made by this library, from the markup on."""
    return write_deck(plan(read_markup(markup, "deck.html"), STYLE.layouts), STYLE)


def make_theirs(count: int) -> bytes:
    """Return the same slides made by python-pptx."""
    deck = Presentation()
    for number in range(count):
        slide = deck.slides.add_slide(deck.slide_layouts[(1, 5, 5)[number % 3]])
        slide.shapes.title.text = f"Slide {number}"
        (_add_bullets, _add_table, _add_chart)[number % 3](slide)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _add_bullets(slide: Slide) -> None:
    frame = slide.placeholders[1].text_frame
    frame.text = ITEMS[0]
    for item in ITEMS[1:]:
        frame.add_paragraph().text = item


def _add_table(slide: Slide) -> None:
    table = slide.shapes.add_table(len(ROWS) + 1, 4, Inches(0.6), Inches(1.6), Inches(8.8), Inches(5)).table
    for row, cells in zip(table.rows, [list("ABCD"), *ROWS], strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words


def _add_chart(slide: Slide) -> None:
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
    for count, rounds in SIZES.items():
        markup = make_markup(count)
        makers = {"ours": lambda markup=markup: make_ours(markup), "theirs": lambda count=count: make_theirs(count)}
        for _ in range(rounds):
            for name, make in makers.items():
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
