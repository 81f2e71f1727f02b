"""The named styles of the house style `conference`, as rows: what a designer sees in Word's style pane.

A row of ``PARAGRAPHS`` is: name, based on, next, paragraph properties, run properties. A name that ends in ``zh`` or
``ru`` is what paragraphs of that language take instead of the style before it; English takes the plain one.
Lengths are twips (1/20 pt), sizes half points. Children stand in the order of the schema.
"""  # noqa: INP001 - a script's table, no package
# ruff: noqa: E501 - a table reads best with one row to a line

from __future__ import annotations

from rows import BOLD, KEEP, borders, cell_margins, exactly, numbered, size, spacing

INK = '<w:color w:val="1B2A41" w:themeColor="text2"/>'
PRIMARY = '<w:color w:val="0B4F6C" w:themeColor="accent1"/>'
GOLD = '<w:color w:val="B8862D" w:themeColor="accent2"/>'
GREY = '<w:color w:val="5E6B78" w:themeColor="accent6"/>'
WHITE = '<w:color w:val="FFFFFF" w:themeColor="background1"/>'
ON_INK = f'{WHITE}%s<w:shd w:val="clear" w:color="auto" w:fill="1B2A41" w:themeFill="text2"/>'
MIST = '<w:shd w:val="clear" w:color="auto" w:fill="F3F5F7" w:themeFill="background2"/>'
SANS = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"/>'


def rule(side: str, accent: str, colour: str, width: int, space: int) -> str:
    """Return a border of a paragraph; `width` in eighths of a point, `space` in points."""
    return (
        f'<w:pBdr><w:{side} w:val="single" w:sz="{width}" w:space="{space}" '
        f'w:color="{colour}" w:themeColor="{accent}"/></w:pBdr>'
    )


def frame(y: int) -> str:
    """Return the place of a block on the cover: `y` twips below the edge of the sheet, as wide as the text."""
    return f'<w:framePr w:w="9072" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="margin" w:x="1" w:y="{y}"/>'


def outlined(level: int, gap: str) -> str:
    """Return a numbered heading of the outline, levels counted from 0."""
    return f'{KEEP}{numbered(1, level)}{gap}<w:outlineLvl w:val="{level}"/>'


def contents_line(left: int, hanging: int, gap: str) -> str:
    """Return an entry of the contents: its number hangs at the left, dots lead to the page."""
    tabs = f'<w:tab w:val="left" w:pos="{left}"/><w:tab w:val="right" w:leader="dot" w:pos="9072"/>'
    return f'<w:tabs>{tabs}</w:tabs>{gap}<w:ind w:left="{left}" w:hanging="{hanging}"/>'


# Borders in the colour of the panel give its words air above and below.
PANEL_EDGES = (
    '<w:pBdr><w:top w:val="single" w:sz="48" w:space="0" w:color="F3F5F7" w:themeColor="background2"/>'
    '<w:left w:val="single" w:sz="18" w:space="8" w:color="B8862D" w:themeColor="accent2"/>'
    '<w:bottom w:val="single" w:sz="48" w:space="0" w:color="F3F5F7" w:themeColor="background2"/></w:pBdr>'
)
HAIR = 'w:val="single" w:sz="4" w:space="3" w:color="6F86A6" w:themeColor="accent5"'
BETWEEN = f"<w:pBdr><w:bottom {HAIR}/><w:between {HAIR}/></w:pBdr>"
BAR = rule("left", "accent1", "0B4F6C", 24, 12)
QUOTED = '<w:ind w:left="454" w:right="284"/>'

PARAGRAPHS = (
    ("Body Text", "Normal", "", f"{spacing(0, 140, 288)}", ""),
    ("Body Text zh", "Body Text", "", f'{exactly(390, 60)}<w:ind w:firstLine="480" w:firstLineChars="200"/><w:jc w:val="both"/>', size(24)),
    ("Body Text ru", "Body Text", "", f'<w:suppressAutoHyphens w:val="0"/>{spacing(0, 60, 300)}<w:ind w:firstLine="709"/><w:jc w:val="both"/>', ""),
    ("Lead", "Body Text", "Body Text", spacing(0, 200, 300), f"{SANS}{INK}{size(25)}"),
    ("Lead zh", "Lead", "Body Text zh", exactly(420, 200), size(26)),
    ("Meta", "Body Text", "Body Text", spacing(0, 120), f"{SANS}{GREY}{size(19)}"),
    ("Note", "Body Text", "Body Text", spacing(60, 140), f"{GREY}{size(19)}"),
    ("heading 1", "Normal", "Body Text", outlined(0, spacing(480, 180)), f"{SANS}{BOLD}{INK}{size(40)}"),
    ("heading 2", "Normal", "Body Text", outlined(1, spacing(320, 120)), f"{SANS}{BOLD}{INK}{size(28)}"),
    ("heading 3", "Normal", "Body Text", outlined(2, spacing(280, 100)), f"{SANS}{BOLD}{PRIMARY}{size(24)}"),
    ("heading 4", "Normal", "Body Text", outlined(3, spacing(220, 80)), f"{SANS}{BOLD}{GREY}{size(22)}"),
    ("Opening Heading", "heading 1", "Body Text", spacing(0, 180), ""),
    ("Plain Heading 1", "heading 1", "Body Text", numbered(0), ""),
    ("Plain Heading 2", "heading 2", "Body Text", numbered(0), ""),
    ("Plain Heading 3", "heading 3", "Body Text", numbered(0), ""),
    ("Plain Heading 4", "heading 4", "Body Text", numbered(0), ""),
    ("Annex Heading", "Plain Heading 1", "Body Text", "", ""),
    ("Cover Series", "Normal", "", spacing(0, 40), SANS + ON_INK % size(26)),
    ("Cover Edition", "Normal", "", spacing(0, 0), SANS + ON_INK % size(22)),
    ("Title", "Normal", "", spacing(640, 0, 252), SANS + BOLD + ON_INK % size(60)),
    ("Title zh", "Title", "", "", size(52)),
    ("Title ru", "Title", "", "", size(54)),
    ("Cover Subtitle", "Normal", "", spacing(200, 0), SANS + ON_INK % size(28)),
    ("Cover Dates", "Normal", "", spacing(480, 80), f"{SANS}{BOLD}{INK}{size(30)}"),
    ("Cover Places", "Normal", "", spacing(0, 80, 276), f"{SANS}{GREY}{size(24)}"),
    ("Cover Theme", "Normal", "", spacing(1900, 120, 264), f"{SANS}{PRIMARY}{size(52)}"),
    ("Cover Framework", "Normal", "", spacing(0, 80, 276), f"{SANS}{GREY}{size(24)}"),
    ("Cover Copy", "Normal", "", frame(15160) + rule("top", "accent2", "B8862D", 8, 8) + spacing(), f"{SANS}{INK}{size(22)}"),
    ("Contents Heading", "Normal", "Body Text", f"{KEEP}{spacing(0, 280)}", f"{SANS}{BOLD}{INK}{size(40)}"),
    ("toc 1", "Normal", "Normal", contents_line(454, 454, spacing(160, 40)), f"{SANS}{BOLD}{INK}{size(22)}"),
    ("toc 2", "Normal", "Normal", contents_line(1077, 623, spacing(0, 40)), f"{SANS}{size(21)}"),
    ("toc 3", "toc 2", "Normal", '<w:ind w:left="1814" w:hanging="737"/>', ""),
    ("toc 4", "toc 3", "Normal", '<w:ind w:left="2665" w:hanging="851"/>', ""),
    ("header", "Normal", "", f'<w:tabs><w:tab w:val="right" w:pos="9072"/></w:tabs>{spacing()}', f"{SANS}{GREY}{size(18)}"),
    ("footer", "Normal", "", f'<w:tabs><w:tab w:val="right" w:pos="9072"/></w:tabs>{spacing()}', f"{SANS}{GREY}{size(18)}"),
    ("List Bullet", "Body Text", "", numbered(2) + spacing(0, 80, 276), ""),
    ("List Bullet zh", "List Bullet", "", exactly(370, 40), size(24)),
    ("List Number", "Body Text", "", numbered(3) + spacing(0, 80, 276), ""),
    ("List Number zh", "List Number", "", exactly(370, 40), size(24)),
    ("List Continue", "Body Text", "", f'{spacing(0, 80, 276)}<w:ind w:left="397"/>', ""),
    ("List Continue 2", "List Continue", "", '<w:ind w:left="794"/>', ""),
    ("Note Text", "Normal", "", numbered(4) + spacing(0, 80, 252), size(20)),
    ("Note Text zh", "Note Text", "", exactly(320, 60), size(21)),
    ("footnote text", "Normal", "", spacing(0, 40), size(18)),
    ("caption", "Normal", "Body Text", f"<w:keepNext/>{spacing(200, 80)}", f"{SANS}{GREY}{size(18)}"),
    ("Caption Below", "caption", "Body Text", f'<w:keepNext w:val="0"/>{spacing(80, 240)}', ""),
    ("Picture", "Normal", "Caption Below", f"<w:keepNext/>{spacing(160, 0)}", ""),
    ("Table Text", "Normal", "", spacing(0, 0, 252), f"{SANS}{size(19)}"),
    ("Table Text zh", "Table Text", "", spacing(0, 0, 276), size(20)),
    ("Table Note", "Table Text", "", spacing(20, 0), f'<w:b w:val="0"/><w:bCs w:val="0"/>{GREY}{size(18)}'),
    ("Table Header", "Table Text", "", f"<w:keepNext/>{spacing(0, 0, 252)}", BOLD + ON_INK % ""),
    ("Table Side Header", "Table Text", "", "", f"{BOLD}{INK}"),
    ("Table Total", "Table Text", "", "", f"{BOLD}{INK}"),
    ("Table Bullet", "Table Text", "", numbered(6), ""),
    ("Before Block", "Normal", "Body Text", '<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="140" w:lineRule="exact"/>', size(8)),
    ("After Block", "Normal", "Body Text", '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>', size(8)),
    ("Fact", "Table Text", "", f'<w:keepLines/>{BETWEEN}<w:tabs><w:tab w:val="left" w:pos="2608"/></w:tabs>{spacing(60, 60, 264)}<w:ind w:left="2608" w:hanging="2608"/>', size(20)),
    ("Fact zh", "Fact", "", spacing(60, 60, 288), size(21)),
    ("Key Figure Number", "Normal", "Key Figure Noun", exactly(640, 20, 60), f"{SANS}{BOLD}{PRIMARY}{size(52)}"),
    ("Key Figure Noun", "Normal", "", spacing(0, 120, 252), f"{SANS}{INK}{size(20)}"),
    ("Key Figure Noun zh", "Key Figure Noun", "", spacing(0, 120, 276), size(20)),
    ("Timeline When", "Normal", "", f'{spacing(40, 120)}<w:ind w:right="227"/><w:jc w:val="right"/>', f"{SANS}{BOLD}{PRIMARY}{size(20)}"),
    ("Timeline Step", "Normal", "Timeline Text", numbered(5) + spacing(40, 70, 264), ""),
    ("Timeline Step zh", "Timeline Step", "", exactly(350, 60), size(23)),
    ("Timeline Text", "Normal", "", f'{spacing(0, 120, 264)}<w:ind w:left="284"/>', ""),
    ("Timeline Text zh", "Timeline Text", "", exactly(350, 120), size(23)),
    ("Timeline Meta", "Timeline Text", "", spacing(0, 120), f"{SANS}{GREY}{size(18)}"),
    ("Timeline Header", "Normal", "", f'<w:keepNext/>{spacing(0, 60)}<w:ind w:left="284" w:right="227"/>', f"{SANS}{GREY}{size(18)}"),
    ("Quotation Speaker", "Normal", "Quotation Text", f"{KEEP}{BAR}{spacing(0, 0)}{QUOTED}", f"{SANS}{BOLD}{INK}{size(22)}"),
    ("Quotation Post", "Normal", "Quotation Text", f"{KEEP}{BAR}{spacing(0, 40)}{QUOTED}", f"{SANS}{GREY}{size(19)}"),
    ("Quotation Text", "Normal", "Body Text", f"{BAR}{spacing(80, 80, 288)}{QUOTED}", size(22)),
    ("Quotation Text zh", "Quotation Text", "", exactly(380, 80), size(24)),
    ("Person Name", "Normal", "Person Post", spacing(), f"{SANS}{BOLD}{INK}{size(21)}"),
    ("Person Post", "Normal", "Person Body", spacing(20, 0), f"{SANS}{size(19)}"),
    ("Person Body", "Normal", "Person Part", spacing(20, 0), f"{SANS}{GREY}{size(19)}"),
    ("Person Part", "Normal", "", spacing(0, 0), f"{SANS}{INK}{size(19)}"),
    ("Person Initials", "Normal", "", f'{spacing()}<w:jc w:val="center"/>', f"{SANS}{BOLD}{PRIMARY}{size(24)}"),
    ("Person Header", "Normal", "", f"<w:keepNext/>{spacing()}", f"{SANS}{GREY}{size(18)}"),
    ("Panel Text", "Body Text", "", f'{PANEL_EDGES}{MIST}{spacing(160, 200, 276)}<w:ind w:left="227"/><w:contextualSpacing/>', size(21)),
    ("Issuer", "Normal", "Docket", spacing(0, 120), f"{SANS}{BOLD}{INK}{size(28)}"),
    ("Docket", "Body Text", "Body Text", spacing(0, 120), f"{SANS}{GREY}{size(19)}"),
    ("Red Rule", "Normal", "Body Text", rule("bottom", "accent2", "B8862D", 8, 1) + spacing(0, 240), size(2)),
    ("Addressee", "Body Text", "Body Text", spacing(240, 200), BOLD),
    ("Signature", "Body Text", "", f'<w:keepLines/><w:tabs><w:tab w:val="right" w:pos="9072"/></w:tabs>{spacing(480, 0)}', ""),
    ("Sealed Signature", "Signature", "", "", ""),
    ("Attachment Note", "Body Text", "", f"{spacing(240, 0)}<w:contextualSpacing/>", ""),
    ("Attachment", "Body Text", "Attachment Title", f"<w:pageBreakBefore/>{spacing(0, 200)}", f"{SANS}{GREY}"),
    ("Attachment Title", "Plain Heading 1", "Body Text", spacing(0, 240), ""),
    ("Record", "Body Text", "", spacing(480, 0), f"{GREY}{size(19)}"),
    ("Section End", "Normal", "", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', size(2)),
)  # fmt: skip
# fmt: on

CHARACTERS = (
    ("Strong", BOLD),
    ("Emphasis", "<w:i/><w:iCs/>"),
    ("Emphasis zh", BOLD),
    ("Fact Label", f"{BOLD}{INK}"),
    ("Hyperlink", f'{PRIMARY}<w:u w:val="single"/>'),
    ("Note Reference", f'{PRIMARY}<w:vertAlign w:val="superscript"/>'),
    ("Abbreviation", "<w:smallCaps/>"),
    ("Table Emphasis", f'<w:b w:val="0"/><w:bCs w:val="0"/>{GREY}'),
    ("Untranslated", f'{INK}<w:shd w:val="clear" w:color="auto" w:fill="FFF2B3"/>'),
    ("Proposed", ""),
    ("Key Figure Qualifier", size(26)),
    ("Second Language", '<w:color w:val="5E6B78" w:themeColor="accent6"/>'),
)  # fmt: skip
"""Name and run properties of each character style."""


def line(side: str, width: int, colour: str, accent: str) -> str:
    """Return a border of a table or cell."""
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}" w:themeColor="{accent}"/>'


def fill(colour: str, theme: str) -> str:
    """Return the ground of a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}" w:themeFill="{theme}"/>'


TABLES = (
    (
        "Cover Band",
        borders(line("bottom", 24, "B8862D", "accent2")) + cell_margins(1020, 1417, 680, 1417),
        (("wholeTable", "", fill("1B2A41", "text2")),),
    ),
    (
        "Report Table",
        borders(line("top", 4, "1B2A41", "text2"), line("bottom", 8, "1B2A41", "text2"))
        + cell_margins(70, 100, 70, 100),
        (
            ("firstRow", BOLD + WHITE, fill("1B2A41", "text2")),
            ("lastRow", BOLD, f"<w:tcBorders>{line('top', 8, '0B4F6C', 'accent1')}</w:tcBorders>"),
            ("band2Horz", "", fill("F3F5F7", "background2")),
        ),
    ),
    (
        "Key Figures",
        borders(line("top", 16, "B8862D", "accent2"), line("insideH", 4, "6F86A6", "accent5"))
        + cell_margins(60, 140, 60, 40),
        (("wholeTable", "", fill("F3F5F7", "background2")),),
    ),
    (
        "Timeline",
        borders(line("insideV", 12, "0B4F6C", "accent1")) + cell_margins(0, 0, 0, 0),
        (),
    ),
    (
        "People",
        borders(
            line("top", 8, "1B2A41", "text2"),
            line("bottom", 4, "6F86A6", "accent5"),
            line("insideH", 4, "6F86A6", "accent5"),
        )
        + cell_margins(90, 80, 90, 80),
        (("firstCol", "", fill("F3F5F7", "background2")),),
    ),
)
"""Name, table properties and conditional parts (type, run properties, cell properties) of each table style."""
