"""What the deck of the house style ``conference`` looks like: colours, fonts, and the layouts with their placeholders.

A layout's name is the role of a slide, a placeholder's name is what stands in it. Placeholders that no slide fills are
patterns: the deck writer takes the shape, colours and type of ``card``, ``dot`` or ``when`` from here for every card,
dot or date that it draws. ``smallest`` says how small the type may become, ``largest`` how large where
a slide has room; they stand in the alternative text.

Positions are in points on a page of 960 by 540: margins of 43.2, twelve columns with gutters of 14.4.
"""
# ruff: noqa: INP001 - read by a script that is run by hand, not a package

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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
BODY_BOX = (43.2, 118.0, WIDTH, 370.0)


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
    largest: float = 0


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
SMALL = (Level(16, before=5, margin=16, bullet="•"), Level(14, before=3, margin=32, bullet="–"))
PANEL: dict[str, Any] = {"fill": MIST, "insets": (22, 20, 20, 18)}
TITLE = Field("title", kind="title", smallest=16)
BODY = Field("body", kind="obj", smallest=14, largest=26)
FOOT = (Field("footer", kind="ftr"), Field("number", kind="sldNum"))
CAPTION = Field("caption", (43.2, 462, WIDTH, 26), (Level(14, GREY),), anchor="b")
BAND = Mark((0, 448, 960, 92), PRIMARY)
"""At the foot of covers; places and whose copy it is stand in it."""
BAND_RULE = Mark((0, 445, 960, 3), GOLD)
COPY = Field("copy", (690, 464, 198, 60), (Level(16, WHITE, align="r"),), anchor="ctr", smallest=14)
PLACES = Field("places", (72, 464, 600, 60), (Level(18, WHITE),), anchor="ctr", smallest=14)

LAYOUTS = (
    Layout(
        "title",
        (
            Field("edition", (72, 44, 816, 90), (Level(20, MIST, before=3),), smallest=14),
            Field(
                "title", (72, 136, 816, 196), (Level(44, WHITE, bold=True),), kind="ctrTitle", anchor="b", smallest=32
            ),
            Field("body", (72, 368, 816, 60), (Level(20, MIST, before=4),), kind="subTitle", smallest=14),
            PLACES,
            COPY,
        ),
        (BAND, BAND_RULE, Mark((72, 350, 72, 3), GOLD)),
        dark=True,
    ),
    Layout(
        "section",
        (
            Field("title", (72, 150, 816, 120), (Level(36, WHITE, bold=True),), kind="title", anchor="b", smallest=26),
            Field("body", (72, 310, 816, 90), (Level(20, MIST, before=4),), smallest=14),
        ),
        (BAND, BAND_RULE, Mark((72, 286, 72, 3), GOLD)),
        dark=True,
    ),
    Layout(
        "agenda",
        (
            TITLE,
            Field(
                "body",
                BODY_BOX,
                (Level(22, INK, before=12, margin=36, bullet="•"), Level(18, before=5, margin=56, bullet="–")),
                kind="obj",
                smallest=14,
                largest=26,
            ),
            *FOOT,
        ),
    ),
    Layout(
        "bullets",
        (
            TITLE,
            BODY,
            Field(
                "card",
                (43.2, 118, 281.6, 150),
                (Level(20, TEXT), Level(16, GREY, before=6)),
                insets=(22, 26, 20, 22),
                fill=MIST,
                smallest=18,
                largest=24,
            ),
            Field("rule", (43.2, 118, 281.6, 3), fill=PRIMARY),
            *FOOT,
        ),
    ),
    Layout(
        "two-columns",
        (
            TITLE,
            Field("body", (43.2, 118, 424, 370), kind="obj", smallest=14, largest=24),
            Field("side", (492.8, 118, 424, 370), kind="obj", smallest=14, fill=MIST, insets=(20, 16, 20, 16)),
            *FOOT,
        ),
    ),
    Layout(
        "comparison",
        (
            TITLE,
            Field("body", (43.2, 118, 429.6, 370), kind="obj", smallest=14, largest=24, **PANEL),
            Field("side", (487.2, 118, 429.6, 370), kind="obj", smallest=14, largest=24, **PANEL),
            *FOOT,
        ),
        (Mark((43.2, 114, 429.6, 4), PRIMARY), Mark((487.2, 114, 429.6, 4), GOLD)),
    ),
    Layout(
        "one-pager",
        (
            TITLE,
            Field("body", (43.2, 118, 556, 374), SMALL, kind="obj", smallest=14, largest=18),
            Field("side", (616, 118, 300.8, 374), SMALL, kind="obj", smallest=14, fill=MIST, insets=(16, 14, 14, 14)),
            Field(
                "figure",
                (43.2, 118, 136, 110),
                (Level(28, PRIMARY, bold=True), Level(14, TEXT, before=4)),
                insets=(10, 14, 6, 8),
                fill=MIST,
                smallest=20,
            ),
            Field("rule", (43.2, 118, 136, 3), fill=GOLD),
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
                (43.2, 118, 207.6, 216),
                (Level(44, PRIMARY, bold=True), Level(18, TEXT, before=10)),
                insets=(14, 44, 8, 18),
                fill=MIST,
                smallest=32,
                largest=54,
            ),
            Field("rule", (43.2, 118, 207.6, 4), fill=GOLD),
            *FOOT,
        ),
    ),
    Layout(
        "timeline",
        (
            TITLE,
            BODY,
            Field("rule", (43.2, 200, WIDTH, 2), fill=PRIMARY),
            Field("dot", (43.2, 193, 16, 16), fill=GOLD, shape="ellipse"),
            Field("when", (43.2, 112, 200, 72), (Level(20, PRIMARY, bold=True),), anchor="b", smallest=16, largest=22),
            Field(
                "what",
                (43.2, 226, 200, 262),
                (Level(22, INK), Level(18, PRIMARY, before=6), Level(16, TEXT, before=8)),
                smallest=16,
                largest=24,
            ),
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
                (43.2, 118, 112.5, 84),
                (Level(20, WHITE, bold=True, align="ctr"), Level(14, MIST, before=2, align="ctr")),
                anchor="ctr",
                insets=(4, 8, 4, 8),
                fill=INK,
                smallest=14,
                largest=22,
            ),
            Field("rule", (43.2, 198, 112.5, 4), fill=GOLD),
            Field(
                "field",
                (43.2, 236, 163.2, 110),
                (Level(20, TEXT, align="ctr"), Level(16, GREY, before=4, align="ctr")),
                anchor="ctr",
                insets=(8, 10, 8, 10),
                fill=MIST,
                smallest=16,
            ),
            *FOOT,
        ),
    ),
    Layout(
        "cards",
        (
            TITLE,
            BODY,
            Field(
                "card",
                (43.2, 118, 281.6, 230),
                (Level(20, INK, bold=True, before=8), Level(18, TEXT, before=10), Level(16, PRIMARY, bold=True)),
                insets=(22, 26, 18, 22),
                fill=MIST,
                smallest=16,
                largest=24,
            ),
            Field("rule", (43.2, 118, 281.6, 4), fill=GOLD),
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
                (43.2, 118, 429, 108),
                (
                    Level(18, INK, bold=True),
                    Level(15, TEXT, before=2),
                    Level(15, TEXT, before=2),
                    Level(15, PRIMARY, before=2),
                ),
                anchor="ctr",
                insets=(84, 8, 10, 8),
                fill=MIST,
                smallest=14,
                largest=22,
            ),
            Field(
                "portrait",
                (57.2, 144, 56, 56),
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
            Field("mark", (43.2, 112, 66, 118), (Level(96, GOLD, bold=True),)),
            Field("bar", (43.2, 124, 4, 248), fill=GOLD),
            Field(
                "words",
                (70, 124, 820, 248),
                (Level(26, INK), Level(18, TEXT, before=11, margin=20, bullet="•")),
                smallest=20,
                largest=32,
            ),
            Field(
                "portrait",
                (70, 400, 64, 64),
                (Level(22, WHITE, bold=True, align="ctr"),),
                anchor="ctr",
                fill=INK,
                shape="ellipse",
                smallest=16,
            ),
            Field(
                "speaker",
                (152, 400, 738, 64),
                (Level(20, INK, bold=True), Level(16, GREY, before=2)),
                anchor="ctr",
                smallest=16,
            ),
            *FOOT,
        ),
    ),
    Layout(
        "table",
        (
            TITLE,
            BODY,
            Field("cell", (43.2, 118, 200, 30), (Level(16), Level(16, bold=True)), insets=(8, 5, 8, 5), smallest=14),
            CAPTION,
            *FOOT,
        ),
    ),
    Layout("chart", (TITLE, BODY, CAPTION, *FOOT)),
    Layout("picture", (TITLE, BODY, CAPTION, *FOOT)),
    Layout(
        "closing",
        (
            Field("title", (72, 150, 816, 120), (Level(40, WHITE, bold=True),), kind="title", anchor="b", smallest=28),
            Field("body", (72, 310, 816, 100), (Level(20, MIST, before=4),), smallest=14),
            PLACES,
            COPY,
        ),
        (BAND, BAND_RULE, Mark((72, 286, 72, 3), GOLD)),
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
