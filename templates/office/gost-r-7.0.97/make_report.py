"""Write ``report.docx`` of the house style `gost-r-7.0.97`, modelled on GOST R 7.0.97-2025, and of its 2016 variant.

``python templates/office/gost-r-7.0.97/make_report.py [FOLDER]``; each file goes to the folder named after its style.
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from base import House, Level, decimal, field, marks, page, paragraph, references, save_report
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
from rows import BOLD, exactly, size, spacing

SHEET, RIGHT, TOP, BOTTOM = 11906, 567, 1134, 1134
INDENT = 709
"""1.25 cm."""
LINE = spacing(0, 0, 360)
"""Line and a half."""
BODY, TITLE_SIZE = 28, 44
FIRST = f'<w:ind w:firstLine="{INDENT}" w:firstLineChars="0"/>'
ITALIC = "<w:i/><w:iCs/>"


FOOT = (
    '<w:framePr w:w="%d" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
)
"""Who produced the paper stands at the foot of its last page, at the left."""


@dataclass(frozen=True)
class Edition:
    """What the editions of the standard say differently."""

    name: str
    left: int
    """Margin for documents kept longer than ten years (30 mm), or the least margin (20 mm)."""
    requisite: int
    """The longest line of a requisite in the corner: 8 cm, in 2016 7.5 cm."""

    @property
    def width(self) -> int:
        """Twips between the margins."""
        return SHEET - self.left - RIGHT


EDITIONS = (Edition("gost-r-7.0.97", 1701, 4536), Edition("gost-r-7.0.97-2016", 1134, 4252))


def russian(width: int) -> Voice:
    """Return how Russian is set: 14 pt, justified, headings with the indent of a paragraph."""
    looks = ((280, BOLD), (240, BOLD), (200, BOLD + ITALIC), (160, ITALIC))
    return Voice(
        suffix="",
        line=LINE,
        first=FIRST,
        size=BODY,
        title=BOLD + size(36),
        title_line=spacing(2600, 120, 276),
        headings=tuple((spacing(before, 160, 276) + FIRST, look + size(BODY)) for before, look in looks),
        lists=(1, 2, 3),
        contents=spacing(0, 60, 276),
        item=INDENT - 360,
        signature=f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>{spacing(720, 0)}{FLUSH}{LEFT}',
        note=spacing(360, 0) + FLUSH + TOGETHER + LEFT,
    )


def chinese(width: int) -> Voice:
    """Return how Chinese is set on these pages: 四号 仿宋, two characters of indent, a line of 26 pt."""
    line = exactly(520, 0)
    first = '<w:ind w:firstLine="560" w:firstLineChars="200"/>'
    side = (width - 14 * TITLE_SIZE * 10 - 40) // 2  # 14 characters of the title to a line
    heading = exactly(520, 60, 120) + '<w:ind w:firstLine="560"/>'
    return replace(
        russian(width),
        suffix=" zh",
        signature='<w:spacing w:before="520"/><w:ind w:right="560" w:hanging="560" w:firstLineChars="0"/>' + LEFT,
        note=exactly(520, 0, 520) + '<w:ind w:left="1400" w:hanging="840" w:firstLineChars="0"/>' + TOGETHER + LEFT,
        line=line,
        first=first,
        title=TITLE + size(TITLE_SIZE),
        title_line=exactly(640, 120, 2600) + indent(side, 0, side),
        headings=tuple((heading, face + size(BODY)) for face in (HEI, KAI, "", "")),
        lists=(9, 10, 11),
        names=HEI,
        items=BOTH,
        caption=CENTRE,
        fact=2240,
        item=200,
    )


def frame(edition: Edition) -> Frame:
    """Return the title page: whose copy it is in the corner, the title in the middle."""
    corner = (
        f'<w:framePr w:w="{edition.requisite}" w:vSpace="360" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="margin" '
        f'w:xAlign="right" w:y="{TOP}"/>'
    )
    return Frame(
        width=edition.width,
        cover={
            "Series": (spacing(1200, 0) + CENTRE, BOLD),
            "Edition": (spacing(60, 0) + CENTRE, ""),
            "Subtitle": (spacing(120, 0) + CENTRE, ""),
            "Dates": (spacing(900, 0) + CENTRE, ""),
            "Places": (spacing(60, 0) + CENTRE, ""),
            "Theme": (spacing(900, 0) + CENTRE, ""),
            "Framework": (spacing(60, 0) + CENTRE, ""),
            "Copy": (corner + spacing(), ""),
        },
        footer=size(24),
        annex=(CENTRE, BOLD),
        mark=(FLUSH + '<w:jc w:val="right"/>', '<w:b w:val="0"/><w:bCs w:val="0"/>'),
    )


def formal_rows(edition: Edition) -> tuple[tuple[str, str, str, str, str], ...]:
    """Return the requisites that a template may ask for: organisation, date and number, addressee, executor."""
    corner = spacing(0, 0) + indent(edition.width - edition.requisite) + LEFT
    return (
        ("Issuer", "Normal", "Docket", spacing(0, 240) + CENTRE, BOLD + size(BODY)),
        ("Docket", "Body Text", "Title", spacing(0, 240) + FLUSH + LEFT, ""),
        ("Red Rule", "Normal", "Title", spacing(), size(2)),
        ("Addressee", "Body Text", "Body Text", corner, ""),
        ("Record", "Normal", "", FOOT % edition.width + spacing() + LEFT, size(20)),
    )


HAN = "chineseCountingThousand"
HEADINGS = ((HAN, "%1、"), (HAN, "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))
LETTERS = (("russianLower", "%1)"), ("decimal", "%2)"), ("bullet", "–"))
LISTS = (
    decimal(".", "", first=INDENT),
    marks("List Bullet", (("bullet", "–"),) * 3, INDENT - 360),
    marks("List Number", LETTERS, INDENT - 360),
    (Level("decimal", "%1.", "Note Text", 454, 454),),
    (Level("bullet", "–", "Table Bullet", 198, 198),),
    decimal(".", " en", first=INDENT),
    marks("List Bullet en", (("bullet", "•"), ("bullet", "–"), ("bullet", "•")), INDENT - 360),
    marks("List Number en", (("lowerLetter", "(%1)"), ("lowerRoman", "(%2)"), ("decimal", "%3.")), INDENT - 360),
    tuple(
        Level(kind, text, f"heading {n} zh", 0, -560, suffix="nothing") for n, (kind, text) in enumerate(HEADINGS, 1)
    ),
    marks("List Bullet zh", (("bullet", "•"), ("bullet", "–"), ("bullet", "•")), 200),
    marks("List Number zh", (("decimal", "%1."), ("decimal", "（%2）"), ("decimalEnclosedCircle", "%3")), 200),
)


def house(edition: Edition) -> House:
    """Return the house style of an edition; the title page carries no number."""
    around = frame(edition)
    sheet = page(f"{TOP}/{RIGHT}/{BOTTOM}/{edition.left}", "567/567")
    voices = (
        russian(edition.width),
        chinese(edition.width),
        replace(russian(edition.width), suffix=" en", lists=(6, 7, 8)),
    )
    return House(
        name=edition.name,
        latin=LATIN,
        han={"major": "SimHei", "minor": "FangSong"},
        colours=COLOURS,
        fonts=FONTS,
        paragraphs=(
            *(row for voice in voices for row in voice_rows(voice, around)),
            *fixed_rows(around),
            *formal_rows(edition),
        ),
        characters=CHARACTERS,
        tables=TABLES,
        lists=LISTS,
        furniture={"header1": paragraph("header", field("PAGE"), CENTRE), "header2": paragraph("header")},
        cover=references("default", "header1") + references("first", "header2") + sheet + "<w:titlePg/>",
        pages=references("default", "header1") + sheet,
        size=BODY,
        faces=faces("FangSong"),
    )


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1]
    for each in EDITIONS:
        (folder / each.name).mkdir(exist_ok=True)
        save_report(house(each), folder / each.name / "report.docx")
