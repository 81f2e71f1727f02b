"""What the deck of the house style ``conference`` looks like: colours, fonts, and the layouts with their placeholders.

A layout's name is the role of a slide, a placeholder's name is what stands in it. Placeholders that no slide fills are
patterns: the deck writer takes the shape, colours and type of ``card``, ``dot`` or ``when`` from here for every card,
dot or date that it draws. ``smallest`` says how small the type may become; it stands in the alternative text.

Positions are in points on a page of 960 by 540: margins of 43.2, twelve columns with gutters of 14.4.
"""
# ruff: noqa: INP001 - read by a script that is run by hand, not a package

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LATIN, HAN, OTHER = "Calibri", "Microsoft YaHei", "Arial"
COLOURS = {
    "dk1": "20262E",
    "lt1": "FFFFFF",
    "dk2": "1B2A41",
    "lt2": "F3F5F7",
    "accent1": "0B4F6C",
    "accent2": "B8862D",
    "accent3": "4F7F6C",
    "accent4": "8C4A5A",
    "accent5": "6F86A6",
    "accent6": "5E6B78",
    "hlink": "0B4F6C",
    "folHlink": "8C4A5A",
}
INK, GOLD, PRIMARY, GREY, MIST, WHITE, TEXT = "tx2", "accent2", "accent1", "accent6", "bg2", "bg1", "tx1"

Box = tuple[float, float, float, float]
WIDTH = 873.6
TITLE_BOX = (43.2, 40.0, WIDTH, 72.0)
BODY_BOX = (43.2, 124.0, WIDTH, 362.0)


@dataclass(frozen=True)
class Level:
    """One outline level of a text: points, theme colours, multiples of a line."""

    size: float
    color: str = TEXT
    bold: bool = False
    before: float = 0
    margin: float = 0
    bullet: str = ""
    align: str = "l"
    spacing: float = 100


@dataclass(frozen=True)
class Field:
    """One placeholder of a layout: where it stands and how its words look."""

    name: str
    box: Box | None = None
    levels: Sequence[Level] = ()
    kind: str = "body"
    anchor: str = "t"
    insets: Box = (0, 0, 0, 0)
    fill: str = ""
    shape: str = "rect"
    smallest: float = 0


@dataclass(frozen=True)
class Mark:
    """A shape of the layout itself, which stands on every slide of its kind: a rule, a panel."""

    box: Box
    fill: str


@dataclass(frozen=True)
class Layout:
    """One layout: the role it serves and what stands on it."""

    role: str
    fields: Sequence[Field]
    marks: Sequence[Mark] = ()
    dark: bool = False


BULLETS = (
    Level(20, before=9, margin=20, bullet="•"),
    Level(18, before=5, margin=40, bullet="–"),
    Level(16, before=4, margin=60, bullet="–"),
)
TITLE = Field("title", kind="title", smallest=22)
BODY = Field("body", kind="obj", smallest=14)
FOOT = (Field("footer", kind="ftr"), Field("number", kind="sldNum"))
CAPTION = Field("caption", (43.2, 462, WIDTH, 22), (Level(12, GREY),), anchor="b")

LAYOUTS = (
    Layout(
        "title",
        (
            Field("edition", (72, 64, 816, 60), (Level(18, MIST, before=3),), smallest=14),
            Field(
                "title", (72, 140, 816, 184), (Level(40, WHITE, bold=True),), kind="ctrTitle", anchor="b", smallest=30
            ),
            Field("body", (72, 364, 816, 80), (Level(20, MIST, before=4),), kind="subTitle", smallest=14),
            Field("copy", (72, 452, 816, 40), (Level(14, MIST),), anchor="b", smallest=12),
        ),
        (Mark((72, 340, 72, 3), GOLD),),
        dark=True,
    ),
    Layout(
        "section",
        (
            Field("title", (72, 150, 816, 120), (Level(36, WHITE, bold=True),), kind="title", anchor="b", smallest=26),
            Field("body", (72, 310, 816, 90), (Level(18, MIST, before=4),), smallest=14),
        ),
        (Mark((72, 286, 48, 3), GOLD),),
        dark=True,
    ),
    Layout(
        "bullets",
        (
            TITLE,
            BODY,
            Field(
                "card",
                (43.2, 124, 281.6, 120),
                (Level(20, TEXT), Level(16, GREY, before=6)),
                insets=(20, 24, 18, 20),
                fill=MIST,
                smallest=18,
            ),
            Field("rule", (43.2, 124, 281.6, 3), fill=PRIMARY),
            *FOOT,
        ),
    ),
    Layout(
        "two-columns",
        (
            TITLE,
            Field("body", (43.2, 124, 424, 362), kind="obj", smallest=14),
            Field("side", (492.8, 124, 424, 362), kind="obj", smallest=14, fill=MIST, insets=(20, 16, 20, 16)),
            *FOOT,
        ),
    ),
    Layout(
        "key-figures",
        (
            TITLE,
            BODY,
            Field(
                "card",
                (43.2, 124, 207.6, 160),
                (Level(44, PRIMARY, bold=True), Level(16, TEXT, before=6)),
                insets=(18, 26, 14, 16),
                fill=MIST,
                smallest=30,
            ),
            Field("rule", (43.2, 124, 3, 160), fill=PRIMARY),
            *FOOT,
        ),
    ),
    Layout(
        "timeline",
        (
            TITLE,
            BODY,
            Field("rule", (43.2, 216, WIDTH, 2), fill=PRIMARY),
            Field("dot", (43.2, 210, 14, 14), fill=GOLD, shape="ellipse"),
            Field("when", (43.2, 124, 200, 72), (Level(16, PRIMARY, bold=True),), anchor="b", smallest=14),
            Field("what", (43.2, 240, 200, 244), (Level(18, before=5), Level(16, before=4)), smallest=14),
            *FOOT,
        ),
    ),
    Layout(
        "cities",
        (
            TITLE,
            BODY,
            Field(
                "city",
                (43.2, 124, 116, 64),
                (Level(18, INK, bold=True, align="ctr"), Level(14, GREY, before=2, align="ctr")),
                anchor="ctr",
                insets=(6, 8, 6, 8),
                fill=MIST,
                smallest=14,
            ),
            Field("rule", (43.2, 185, 116, 3), fill=GOLD),
            *FOOT,
        ),
    ),
    Layout(
        "people",
        (
            TITLE,
            BODY,
            Field(
                "card",
                (43.2, 124, 429, 108),
                (
                    Level(18, INK, bold=True),
                    Level(14, TEXT, before=3),
                    Level(14, TEXT, before=3),
                    Level(14, PRIMARY, before=3),
                ),
                anchor="ctr",
                insets=(82, 9, 12, 9),
                fill=MIST,
                smallest=12,
            ),
            Field(
                "portrait",
                (57.2, 152, 52, 52),
                (Level(20, WHITE, bold=True, align="ctr"),),
                anchor="ctr",
                fill=INK,
                shape="ellipse",
                smallest=14,
            ),
            *FOOT,
        ),
    ),
    Layout(
        "quotation",
        (
            TITLE,
            BODY,
            Field("mark", (43.2, 122, 70, 96), (Level(96, GOLD, bold=True),)),
            Field("words", (118, 134, 798.8, 258), (Level(24, TEXT, before=10),), smallest=16),
            Field(
                "portrait",
                (118, 412, 56, 56),
                (Level(20, WHITE, bold=True, align="ctr"),),
                anchor="ctr",
                fill=INK,
                shape="ellipse",
            ),
            Field(
                "speaker",
                (190, 408, 726.8, 64),
                (Level(18, INK, bold=True), Level(14, GREY, before=2)),
                anchor="ctr",
                smallest=14,
            ),
            *FOOT,
        ),
    ),
    Layout(
        "table",
        (
            TITLE,
            BODY,
            Field("cell", (43.2, 124, 200, 30), (Level(14), Level(14, bold=True)), insets=(8, 6, 8, 6), smallest=12),
            CAPTION,
            *FOOT,
        ),
    ),
    Layout("chart", (TITLE, BODY, CAPTION, *FOOT)),
    Layout("picture", (TITLE, BODY, CAPTION, *FOOT)),
    Layout(
        "closing",
        (
            Field("title", (72, 150, 816, 120), (Level(36, WHITE, bold=True),), kind="title", anchor="b", smallest=28),
            Field("body", (72, 310, 816, 100), (Level(20, MIST, before=4),), smallest=14),
            Field("copy", (72, 452, 816, 40), (Level(14, MIST),), anchor="b", smallest=12),
        ),
        (Mark((72, 286, 48, 3), GOLD),),
        dark=True,
    ),
)

MASTER_FIELDS = (
    Field("title", TITLE_BOX, kind="title"),
    Field("body", BODY_BOX, kind="body"),
    Field("footer", (43.2, 506, 760, 16), (Level(10, GREY),), kind="ftr", anchor="ctr"),
    Field("number", (836.8, 506, 80, 16), (Level(10, GREY, align="r"),), kind="sldNum", anchor="ctr"),
)
MASTER_MARKS = (Mark((43.2, 26, 40, 3), GOLD), Mark((43.2, 500, WIDTH, 0.75), "bg2"))
INDEX = {"title": None, "body": 1, "footer": 11, "number": 12}
