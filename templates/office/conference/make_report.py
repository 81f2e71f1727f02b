"""Write ``report.docx`` of the house style `conference`.

``python templates/office/conference/make_report.py [FILE]``. Whoever restyles the file in Word need not run this.
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from base import Font, House, Level, page, paragraph, references, run, save_report
from report_styles import CHARACTERS, PARAGRAPHS, TABLES
from rows import borders, cell_margins, spacing

COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1B2A41", "lt2": "F3F5F7", "accent1": "0B4F6C", "accent2": "B8862D",
    "accent3": "4F7F6C", "accent4": "8C4A5A", "accent5": "6F86A6", "accent6": "5E6B78", "hlink": "0B4F6C",
    "folHlink": "5E6B78",
}  # fmt: skip
HEADING_LEVELS = tuple(
    Level("decimal", "".join(f"%{n}." for n in range(1, level + 1)).rstrip("."), f"heading {level}", indent, indent)
    for level, indent in ((1, 567), (2, 680), (3, 794), (4, 964))
)
GOLD_MARK = '<w:rPr><w:b/><w:color w:val="B8862D" w:themeColor="accent2"/></w:rPr>'
PRIMARY_MARK = '<w:rPr><w:b/><w:color w:val="0B4F6C" w:themeColor="accent1"/></w:rPr>'
LISTS = (
    HEADING_LEVELS,
    tuple(
        Level("bullet", mark, "List Bullet" if n == 1 else "", 397 * n, 397, GOLD_MARK)
        for n, mark in enumerate("•–•", 1)
    ),
    tuple(
        Level(kind, f"%{n}.", "List Number" if n == 1 else "", 397 * n, 397, PRIMARY_MARK)
        for n, kind in enumerate(("decimal", "lowerLetter", "lowerRoman"), 1)
    ),
    (Level("decimal", "%1.", "Note Text", 454, 454, PRIMARY_MARK),),
    (Level("bullet", "●", "Timeline Step", 284, 344, GOLD_MARK),),
    (Level("bullet", "•", "Table Bullet", 198, 198, GOLD_MARK),),
)
FONTS = (
    Font("Calibri", "", "00", "swiss"),
    Font("Times New Roman", "", "00", "roman"),
    Font("Microsoft YaHei", "微软雅黑", "86", "swiss"),
    Font("SimSun", "宋体", "86", "roman"),
)

HEADER_RULE = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="6F86A6" w:themeColor="accent5"/>'
SIDES = ((2500, 4536, "left", "{{ short-title }}"), (2500, 4536, "right", "{{ copy }}"))
"""Parts of 5000, twips on a page that is not turned, side and words."""


def header_cell(part: int, side: str, words: str) -> str:
    """Return one side of the header."""
    inner = paragraph("header", run(words), f'{spacing(0, 80)}<w:jc w:val="{side}"/>')
    return f'<w:tc><w:tcPr><w:tcW w:w="{part}" w:type="pct"/></w:tcPr>{inner}</w:tc>'


def header() -> str:
    """Return a table from margin to margin, also on a turned page: a tab stands where the page is not turned."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _, width, _, _ in SIDES)
    cells = "".join(header_cell(part, side, words) for part, _, side, words in SIDES)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>{borders(HEADER_RULE)}<w:tblLayout w:type="fixed"/>'
        f"{cell_margins(0, 0, 0, 0)}</w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    )


HEADERS = {
    "header1": header() + paragraph("Section End"),
    "footer1": paragraph("footer", run("{{ page }}"), '<w:jc w:val="right"/>'),
}
"""What stands in double braces is a label of the document, filled in when a report is made."""

HOUSE = House(
    name="conference",
    latin={"major": "Calibri", "minor": "Times New Roman"},
    han={"major": "Microsoft YaHei", "minor": "SimSun"},
    colours=COLOURS,
    fonts=FONTS,
    paragraphs=PARAGRAPHS,
    characters=CHARACTERS,
    tables=TABLES,
    lists=LISTS,
    furniture=HEADERS,
    cover=page("0/1417/1417/1417", "0/709"),  # the band begins at the edge of the sheet, with no header above it
    pages=references("default", "header1", "footer1") + page("1417/1417/1417/1417", "709/709"),
    normal="<w:widowControl/><w:suppressAutoHyphens/>",
    settings='<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/>',  # Russian running text alone
)

if __name__ == "__main__":
    save_report(HOUSE, Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("report.docx"))
