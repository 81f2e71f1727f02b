"""Write ``report.docx`` of the house style `gb-t-9704`, modelled on GB/T 9704-2012 (党政机关公文格式).

``python templates/office/gb-t-9704/make_report.py [FILE]``. 22 lines of 28 characters of 三号 type on A4.
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from base import House, Level, decimal, field, marks, page, paragraph, references, run, save_report
from official import (
    BOTH,
    CENTRE,
    CHARACTERS,
    COLOURS,
    FLUSH,
    FONTS,
    HEI,
    KAI,
    LATIN,
    LEFT,
    SONG,
    TABLES,
    TITLE,
    TOGETHER,
    Frame,
    Voice,
    faces,
    fixed_rows,
    indent,
    voice_rows,
)
from rows import BOLD, exactly, size

ONE_LINE = 579
"""28.95 pt: 22 lines fill the type area of 225 mm."""
SAN, SI, ER = 32, 28, 44
"""三号, 四号 and 二号 in half points."""
CLOSER = '<w:spacing w:val="-5"/>'
"""28 characters of 15.75 pt fill the type area of 156 mm."""
ON_GRID, OFF_GRID = ('<w:snapToGrid w:val="1"/>', '<w:snapToGrid w:val="0"/>')
LINE = exactly(ONE_LINE, 0)
CONTENTS = exactly(330, 0)
SHORT = '<w:ind w:left="1210" w:right="1210"/>'
"""14 characters of the title to a line: two or three lines of about one length, no word left alone."""
TWO = '<w:ind w:firstLine="640" w:firstLineChars="200"/>'
RED = '<w:color w:val="FF0000"/>'
RED_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/></w:pBdr>'
RULES = "".join(
    f'<w:{side} w:val="single" w:sz="{width}" w:space="1" w:color="auto"/>'
    for side, width in (("top", 8), ("bottom", 8), ("between", 6))
)
FOOT = (
    '<w:framePr w:w="8844" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="center" '
    'w:yAlign="bottom"/>'
)
"""At the foot of the type area, whatever stands above."""

CHINESE = Voice(
    suffix="",
    line=LINE,
    first=TWO,
    size=SAN,
    snap=ON_GRID,
    run=CLOSER,
    title=TITLE + size(ER),
    title_line=OFF_GRID + exactly(ONE_LINE, 0, ONE_LINE) + SHORT,
    headings=tuple((ON_GRID + LINE, face + CLOSER + size(SAN)) for face in (HEI, KAI, "", "")),
    lists=(1, 2, 3),
    names=HEI,
    caption=CENTRE,
    items=BOTH,
    fact=2240,
    contents=CONTENTS,
    item=280,
    signature='<w:spacing w:before="579"/><w:ind w:right="640" w:hanging="640" w:firstLineChars="0"/>' + LEFT,
    sealed='<w:ind w:left="0" w:right="1280" w:hanging="0" w:firstLine="0" w:firstLineChars="0"/>' + CENTRE,
    note=exactly(ONE_LINE, 0, ONE_LINE)
    + '<w:ind w:left="1600" w:hanging="960" w:firstLineChars="0"/>'
    + TOGETHER
    + LEFT,
)


def foreign(suffix: str, lists: tuple[int, int, int]) -> Voice:
    """Return how Russian or English is set on these pages: Times New Roman 14 pt, a line of 21 pt."""
    return Voice(
        suffix=suffix,
        line=exactly(420, 60),
        first='<w:ind w:firstLine="709" w:firstLineChars="0"/>',
        size=SI,
        snap="<w:widowControl/>" + OFF_GRID,
        title=BOLD + size(36),
        title_line=OFF_GRID + exactly(480, 0, ONE_LINE),
        headings=tuple(
            (OFF_GRID + exactly(420, 100, before) + '<w:ind w:firstLine="709" w:firstLineChars="0"/>', look + size(SI))
            for before, look in ((280, BOLD), (200, BOLD), (160, BOLD + "<w:i/><w:iCs/>"), (120, "<w:i/><w:iCs/>"))
        ),
        lists=lists,
        contents=CONTENTS,
        item=349,
        signature='<w:tabs><w:tab w:val="right" w:pos="8844"/></w:tabs><w:spacing w:before="420"/>' + FLUSH + LEFT,
        note=exactly(420, 0, 420) + '<w:ind w:left="709" w:firstLine="0" w:firstLineChars="0"/>' + TOGETHER + LEFT,
    )


COPY = '<w:framePr w:w="8844" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="margin" w:x="1" w:y="2098"/>'
FRAME = Frame(
    width=8844,
    cover={
        "Series": (exactly(480, 0, ONE_LINE) + CENTRE, ""),
        "Edition": (exactly(480, 0) + CENTRE, ""),
        "Subtitle": (exactly(480, 0, 60) + CENTRE, KAI),
        **dict.fromkeys(("Dates", "Places", "Theme", "Framework"), (exactly(480, 0) + CENTRE, "")),
        "Copy": (COPY + exactly(ONE_LINE, 0), HEI),
    },
    footer=SONG + size(SI),
    after=ONE_LINE,
    annex=(FLUSH, HEI),
    mark=(FLUSH, HEI),
)
RECORD_TAB = '<w:tabs><w:tab w:val="right" w:pos="8564"/></w:tabs>'
FORMAL = (
    ("Issuer", "Normal", "Docket", exactly(1000, 0, 1984) + CENTRE, TITLE + RED + size(72)),
    ("Docket", "Body Text", "Red Rule", exactly(ONE_LINE, 0, 2 * ONE_LINE) + FLUSH + CENTRE, ""),
    ("Red Rule", "Normal", "Title", RED_RULE + exactly(227, 0), size(2)),
    ("Addressee", "Body Text", "Body Text", '<w:spacing w:before="579"/>' + FLUSH, ""),
    (
        "Record",
        "Normal",
        "",
        f"{FOOT}<w:pBdr>{RULES}</w:pBdr>{RECORD_TAB}" + exactly(480, 0) + indent(1120, 840, 280),
        size(SI),
    ),
)
"""What only an official document of the standard has, where a template asks for it: all of it may be left out."""


NOTES = (Level("decimal", "%1.", "Note Text", 454, 454),)
CELLS = (Level("bullet", "–", "Table Bullet", 198, 198),)
HAN = "chineseCountingThousand"
HEADINGS = ((HAN, "%1、"), (HAN, "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))
LISTS = (
    tuple(Level(kind, text, f"heading {n}", 0, -640, suffix="nothing") for n, (kind, text) in enumerate(HEADINGS, 1)),
    marks("List Bullet", (("bullet", "•"), ("bullet", "–"), ("bullet", "•")), 280),
    marks("List Number", (("decimal", "%1."), ("decimal", "（%2）"), ("decimalEnclosedCircle", "%3")), 280),
    NOTES,
    CELLS,
    decimal(".", " ru", first=709),
    marks("List Bullet ru", (("bullet", "–"),) * 3, 349),
    marks("List Number ru", (("russianLower", "%1)"), ("decimal", "%2)"), ("bullet", "–")), 349),
    decimal(".", " en", first=709),
    marks("List Bullet en", (("bullet", "•"), ("bullet", "–"), ("bullet", "•")), 349),
    marks("List Number en", (("lowerLetter", "(%1)"), ("lowerRoman", "(%2)"), ("decimal", "%3.")), 349),
)


def page_number(side: str) -> str:
    """Return — 1 — at the outer side, one character in from the edge of the type area."""
    place = exactly(280, 0) + indent(280, 0, 280) + f'<w:jc w:val="{side}"/>'
    return paragraph("footer", run("— ") + field("PAGE") + run(" —"), place)


SHEET = page("2098/1474/1985/1588", "851/1452")
GRID = f'<w:docGrid w:type="lines" w:linePitch="{ONE_LINE}"/>'
FOOTERS = references("default", "footer1") + references("even", "footer2")
HOUSE = House(
    name="gb-t-9704",
    latin=LATIN,
    han={"major": "SimHei", "minor": "FangSong"},
    colours=COLOURS,
    fonts=FONTS,
    paragraphs=(
        *voice_rows(CHINESE, FRAME),
        *fixed_rows(FRAME),
        *FORMAL,
        *voice_rows(foreign(" ru", (6, 7, 8)), FRAME),
        *voice_rows(foreign(" en", (9, 10, 11)), FRAME),
    ),
    characters=CHARACTERS,
    tables=TABLES,
    lists=LISTS,
    furniture={"footer1": page_number("right"), "footer2": page_number("left")},
    cover=FOOTERS + SHEET + GRID,
    pages=FOOTERS + '<w:type w:val="continuous"/>' + SHEET + GRID,
    size=SAN,
    faces=faces("FangSong"),
    normal='<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>',
    settings="<w:evenAndOddHeaders/>",
)

if __name__ == "__main__":
    save_report(HOUSE, Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("report.docx"))
