"""Headings stay with what they lead to where LibreOffice ends pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from cieprep_docs.content.nodes import Block, Cell, Columns, Document, Heading, Paragraph, Row, Run, Table, Version
from cieprep_docs.office.word import write_report
from tests.support.drawing import draw, what_is_missing
from tests.support.styles import shipped

pytestmark = [pytest.mark.draw, pytest.mark.slow, pytest.mark.xdist_group("drawing")]
FILLED = range(34, 46)
"""Lines above the heading, around as many as leave room for it alone at the foot of the page."""


def say(words: str) -> tuple[Run, ...]:
    return (Run(words, "en-GB"),)


def p(words: str, role: str = "body") -> Paragraph:
    return Paragraph(say(words), role)


def page(lines: int) -> tuple[Block, ...]:
    heading = tuple(Version((Heading(say(f"{side}{lines}."), 1),), lang, "beside") for side, lang in SIDES.items())
    rows = tuple(Row((Cell((p(f"Row{lines}.{n}."),)),)) for n in range(5))
    above = [p(f"Line{n}", "table body") for n in range(lines)]
    return (p("Page", "attachment"), *above, Columns((heading,)), Table(rows, say("Caption")))


SIDES = {"Left": "en-GB", "Right": "ru-RU"}


def test_a_heading_in_columns_stands_on_the_page_of_its_table(tmp_path: Path) -> None:
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    blocks = tuple(block for lines in FILLED for block in page(lines))
    (tmp_path / "report.docx").write_bytes(write_report(Document("en-GB", "T", blocks), shipped("conference")))
    (drawing,) = draw([tmp_path / "report.docx"], tmp_path)
    pages = [drawing.on_page(number).words() for number in range(1, 1 + max(sign.page for sign in drawing.signs))]
    parted = [n for n in FILLED if not any(f"left{n}." in each and f"row{n}.0." in each for each in pages)]
    assert not parted
    assert len(FILLED) < len(pages) < 2 * len(FILLED)
