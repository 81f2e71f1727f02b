"""What the house styles modelled on state standards share: rows of named styles in black, set by a voice per language.

The plain name of a style is the house's own language; `` zh``, `` ru`` or `` en`` behind it is what paragraphs of another
language take.
"""  # noqa: INP001 - for scripts, no package
# ruff: noqa: E501 - a table reads best with one row to a line

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from base import Font
from rows import BOLD, KEEP, borders, cell_margins, numbered, size, spacing

BLACK = dict.fromkeys(("dk1", "dk2"), "000000") | dict.fromkeys(("lt1", "lt2"), "FFFFFF")
GREYS = ("404040", "7F7F7F", "A6A6A6", "595959", "BFBFBF", "262626")
COLOURS = {name: BLACK[name] for name in ("dk1", "lt1", "dk2", "lt2")} | {
    **{f"accent{n}": grey for n, grey in enumerate(GREYS, 1)},
    "hlink": "000000",
    "folHlink": "000000",
}
"""Charts are drawn in the accents; everything else is black."""
LATIN = dict.fromkeys(("major", "minor"), "Times New Roman")
BIAOSONG = "方正小标宋简体"
FONTS = (
    Font("Times New Roman", "", "00", "roman"),
    Font("FangSong", "仿宋", "86", "modern"),
    Font("SimHei", "黑体", "86", "modern"),
    Font("KaiTi", "楷体", "86", "modern"),
    Font("SimSun", "宋体", "86", "roman"),
    Font(BIAOSONG, "STZhongsong", "86", "roman"),
)


def faces(han: str) -> str:
    """Return the attributes of ``w:rFonts``: Times New Roman for Latin and Cyrillic, `han` for Chinese."""
    latin = " ".join(f'w:{slot}="Times New Roman"' for slot in ("ascii", "hAnsi"))
    return f'{latin} w:eastAsia="{han}" w:cs="Times New Roman"'


def font(han: str) -> str:
    """Return the fonts of a style."""
    return f"<w:rFonts {faces(han)}/>"


HEI, KAI, SONG, TITLE = font("SimHei"), font("KaiTi"), font("SimSun"), font(BIAOSONG)
CENTRE, BOTH, LEFT = (f'<w:jc w:val="{side}"/>' for side in ("center", "both", "left"))
TOGETHER = "<w:contextualSpacing/>"
"""No space between paragraphs of the same style."""
FLUSH = '<w:ind w:firstLine="0" w:firstLineChars="0"/>'


def indent(left: int = 0, hanging: int = 0, right: int = 0) -> str:
    """Return indents in twips; the characters of Chinese indents are taken back, or they would win."""
    first = f'w:hanging="{hanging}"' if hanging else 'w:firstLine="0"'
    return f'<w:ind w:left="{left}" w:leftChars="0" w:right="{right}" {first} w:firstLineChars="0"/>'


@dataclass(frozen=True)
class Voice:
    """How a language is set in a house style; lengths in twips, sizes in half points."""

    suffix: str
    """Behind the names of its styles."""
    line: str
    """``w:spacing`` of running text."""
    first: str
    """``w:ind`` of a paragraph's first line."""
    size: int
    title: str
    """Properties of the title's words; those of its paragraph follow."""
    title_line: str
    headings: tuple[tuple[str, str], ...]
    """Paragraph and run properties of each level."""
    lists: tuple[int, int, int]
    """Headings, bullets and numbers: instances of the house's lists."""
    names: str = BOLD
    """Words that lead: speakers, people, the first cell of a row."""
    run: str = ""
    """What running text adds to its size, before it."""
    snap: str = ""
    align: str = BOTH
    small: int = 24
    item: int = 0
    """Left indent of list items."""
    hanging: int = 360
    signature: str = ""
    """Tabs or indents of the signature."""
    sealed: str = ""
    """The same where a seal is set on it; as the signature where nothing is said."""
    caption: str = LEFT
    items: str = LEFT
    fact: int = 3289
    """Twips of the column of names beside facts."""
    contents: str = ""
    """``w:spacing`` of a line of the contents."""
    note: str = ""
    """Indents of the note on attachments."""


@dataclass(frozen=True)
class Frame:
    """Measures of the page that rows depend on."""

    width: int
    """Twips between the margins."""
    cover: dict[str, tuple[str, str]]
    """Paragraph and run properties of each line of the cover."""
    footer: str
    """Run properties of what stands around the pages."""
    after: int = 200
    """Twips behind a table or chart."""
    contents: str = ""
    """What the heading of the contents adds in front."""
    annex: tuple[str, str] = (CENTRE, BOLD)
    """Side and run properties of the heading of an attachment; it opens a page."""
    mark: tuple[str, str] = (FLUSH, "")
    """Side and run properties of the mark on the sheet of an attachment."""


def voice_rows(voice: Voice, frame: Frame) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield the styles that depend on the language, each name with the suffix of the voice."""
    for name, base, following, paragraph, run in (*running_rows(voice), *block_rows(voice), *page_rows(voice, frame)):
        own, after = (each if each in {"", "Normal"} else each + voice.suffix for each in (base, following))
        yield name + voice.suffix, own, after, paragraph, run


def running_rows(v: Voice) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield running text, headings and lists."""
    heads, bullets, numbers = v.lists
    item = v.line + indent(v.item + v.hanging, v.hanging) + v.items
    yield "Body Text", "Normal", "", f"{v.snap}{v.line}{v.first}{v.align}", v.run + size(v.size)
    yield "Lead", "Body Text", "Body Text", "", ""
    yield "Meta", "Body Text", "Body Text", "", ""
    yield "Note", "Body Text", "Body Text", spacing(60, 120), size(v.small)
    for level, (paragraph, run) in enumerate(v.headings):
        outline = f'<w:outlineLvl w:val="{level}"/>'
        yield f"heading {level + 1}", "Normal", "Body Text", f"{KEEP}{numbered(heads, level)}{paragraph}{outline}", run
        if not level:
            yield "Opening Heading", "heading 1", "Body Text", "", ""
        yield f"Plain Heading {level + 1}", f"heading {level + 1}", "Body Text", numbered(0), ""
    yield "List Bullet", "Body Text", "", numbered(bullets) + item, ""
    yield "List Number", "Body Text", "", numbered(numbers) + item, ""
    yield "List Continue", "Body Text", "", indent(v.item + v.hanging), ""
    yield "List Continue 2", "Body Text", "", indent(v.item + 2 * v.hanging), ""
    yield "Signature", "Body Text", "", f"<w:keepLines/>{v.signature}", ""
    yield "Sealed Signature", "Signature", "", v.sealed, ""
    yield "Attachment Note", "Body Text", "", f"<w:keepLines/>{v.note}", ""


def block_rows(v: Voice) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield what stands in tables, timelines and quotations."""
    small, inset = size(v.small), indent(v.item)
    yield "Note Text", "Normal", "", numbered(4) + spacing(0, 60) + BOTH, small
    yield "footnote text", "Normal", "", spacing(0, 40) + BOTH, size(v.small - 4)
    yield "caption", "Normal", "Body Text", f"<w:keepNext/>{spacing(240, 100)}{v.caption}", v.names + small
    yield "Caption Below", "caption", "Body Text", f'<w:keepNext w:val="0"/>{spacing(100, 240)}{CENTRE}', ""
    yield "Picture", "Normal", "Caption Below", f"<w:keepNext/>{spacing(160, 0)}{CENTRE}", ""
    yield "Table Text", "Normal", "", spacing(20, 20), small
    yield "Table Note", "Table Text", "", "", PLAIN + size(v.small - 2)
    yield "Table Header", "Table Text", "", f"<w:keepNext/>{CENTRE}", v.names
    yield "Table Side Header", "Table Text", "", "", ""
    yield "Table Total", "Table Text", "", "", v.names
    yield "Table Bullet", "Table Text", "", numbered(5), ""
    yield (
        "Fact",
        "Body Text",
        "",
        f'<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="{v.fact}"/></w:tabs>{spacing(60, 60)}{indent(v.fact, v.fact)}{LEFT}',
        "",
    )
    yield "Key Figure Number", "Normal", "Key Figure Noun", f"{spacing(80, 20)}{CENTRE}", BOLD + size(v.size + 8)
    yield "Key Figure Noun", "Normal", "", f"{spacing(0, 80)}{CENTRE}", small
    yield "Timeline When", "Table Text", "", spacing(60, 60) + LEFT, v.names
    yield "Timeline Step", "Table Text", "Timeline Text", spacing(60, 60), ""
    yield "Timeline Text", "Table Text", "", spacing(0, 60), ""
    yield "Timeline Meta", "Timeline Text", "", "", size(v.small - 2)
    yield "Timeline Header", "Table Text", "", f"<w:keepNext/>{spacing(60, 60)}{CENTRE}", v.names
    yield "Quotation Speaker", "Body Text", "Quotation Text", KEEP + LEFT, v.names
    yield "Quotation Post", "Body Text", "Quotation Text", f"{KEEP}{spacing(0, 60)}{LEFT}", small
    yield "Quotation Text", "Body Text", "Body Text", "", ""
    yield "Person Name", "Table Text", "Person Post", "", v.names
    for name in ("Post", "Body", "Part"):
        yield f"Person {name}", "Table Text", "", spacing(), ""
    yield "Person Initials", "Table Text", "", CENTRE, ""
    yield "Person Header", "Table Text", "", f"<w:keepNext/>{CENTRE}", v.names
    yield "Panel Text", "Body Text", "", inset, ""


def page_rows(v: Voice, frame: Frame) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield the cover, the contents and the sheets of attachments."""
    for name, (paragraph, run) in frame.cover.items():
        yield f"Cover {name}", "Normal", "", paragraph, run.replace(BOLD, v.names) + size(v.size)
    yield "Title", "Normal", "", f"<w:suppressAutoHyphens/>{v.title_line}{CENTRE}", v.title
    yield (
        "Contents Heading",
        "Normal",
        "Body Text",
        f"{KEEP}{frame.contents}{spacing(360, 180)}{CENTRE}",
        v.names + size(v.size),
    )
    for level in range(1, 5):
        tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{frame.width}"/></w:tabs>'
        yield f"toc {level}", "Normal", "Normal", tabs + v.contents + indent(480 * (level - 1)), size(v.small)
    for name, after, (side, run) in (
        ("Annex Heading", "Body Text", frame.annex),
        ("Attachment", "Attachment Title", frame.mark),
    ):
        yield name, "Plain Heading 1", after, f"<w:pageBreakBefore/>{spacing(0, 240)}{side}", run
    yield "Attachment Title", "Title", "Body Text", spacing(120, 360), ""


PLAIN = '<w:b w:val="0"/><w:bCs w:val="0"/>'
"""Takes bold back."""


def fixed_rows(frame: Frame) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield the styles that are the same in every language."""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{frame.width}"/></w:tabs>'
    yield "header", "Normal", "", tabs, frame.footer
    yield "footer", "Normal", "", tabs, frame.footer
    for name, height in (("Before Block", 100), ("After Block", frame.after), ("Section End", 20)):
        keep = "<w:keepNext/>" if name == "Before Block" else ""
        yield (
            name,
            "Normal",
            "Body Text",
            f'{keep}<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/>',
            size(2),
        )


def edge(side: str, width: int = 4) -> str:
    """Return a black border of a table, `width` in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="auto"/>'


BOX = tuple(edge(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
RULES = (edge("top", 8), edge("bottom", 8), edge("insideH"))
TABLES = (
    ("Report Table", borders(*BOX) + cell_margins(40, 100, 40, 100), (("firstRow", BOLD, ""), ("lastRow", BOLD, ""))),
    ("Key Figures", borders(*RULES, edge("insideV")) + cell_margins(40, 100, 40, 100), ()),
    ("Timeline", borders(*BOX) + cell_margins(20, 100, 20, 100), ()),
    ("People", borders(*BOX) + cell_margins(40, 100, 40, 100), ()),
)
CHARACTERS = (
    ("Strong", BOLD),
    ("Emphasis", "<w:i/><w:iCs/>"),
    ("Emphasis zh", KAI),
    ("Fact Label", BOLD),
    ("Fact Label zh", HEI),
    ("Strong zh", HEI),
    ("Hyperlink", '<w:u w:val="none"/>'),
    ("Note Reference", '<w:vertAlign w:val="superscript"/>'),
    ("Table Emphasis", PLAIN),
    ("Abbreviation", "<w:smallCaps/>"),
    ("Untranslated", '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'),
    ("Proposed", ""),
    ("Key Figure Qualifier", PLAIN + size(24)),
    ("Second Language", '<w:color w:val="595959" w:themeColor="text1" w:themeTint="A6"/>'),
)
