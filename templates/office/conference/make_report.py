"""Write ``report.docx`` of the house style `conference`: every part by hand, nothing of a library's default file.

``python templates/office/conference/make_report.py [FILE]``. Whoever restyles the file in Word need not run this.
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import sys
from pathlib import Path

from report_styles import CHARACTERS, PARAGRAPHS, TABLES

from cieprep_docs.office.package import CONTENT_TYPES, write_package
from cieprep_docs.office.relationships import (
    OFFICE_TYPE,
    Relationship,
    write_content_types,
    write_relationships,
)
from cieprep_docs.office.xml import DECLARATION, declare, quote

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fontTable",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "footer2": "footer",
}
LATIN = {"major": "Calibri", "minor": "Times New Roman"}
HAN = {"major": "Microsoft YaHei", "minor": "SimSun"}
COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "1B2A41", "lt2": "F3F5F7", "accent1": "0B4F6C", "accent2": "B8862D",
    "accent3": "4F7F6C", "accent4": "8C4A5A", "accent5": "6F86A6", "accent6": "5E6B78", "hlink": "0B4F6C",
    "folHlink": "5E6B78",
}  # fmt: skip
PAGE = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = (
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="709" w:footer="709" w:gutter="0"/>'
)
COVER_MARGINS = MARGINS.replace('w:top="1417"', 'w:top="1020"')
# The band is the upper third of A4, in English metric units (360,000 a centimetre); the gold rule closes it below.
SHEET, BAND, RULE = 7_560_310, 3_960_000, 38_100


def part(name: str, body: str) -> bytes:
    """Return a part of the word folder; its root element is named after it."""
    root = {"header": "hdr", "footer": "ftr", "fontTable": "fonts"}.get(name.rstrip("12"), name)
    return f"{DECLARATION}<w:{root}{declare('w', 'r', 'wp', 'a', 'wps', 'mc')}>{body}</w:{root}>".encode()


def styles() -> str:
    """Return the body of the style part."""
    rows = [paragraph_style(*row) for row in PARAGRAPHS]
    rows += [character_style(name, look) for name, look in CHARACTERS]
    rows += [table_style(*row) for row in TABLES]
    return DEFAULTS + NORMAL + "".join(rows)


DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
    'w:cstheme="minorBidi"/>'
    '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)
NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "<w:pPr><w:widowControl/></w:pPr></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
)


def style_id(name: str) -> str:
    """Return the identifier of a style, as Word makes it of the name."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def paragraph_style(name: str, base: str, following: str, paragraph: str, run: str) -> str:
    """Return a paragraph style."""
    after = f'<w:next w:val="{style_id(following)}"/>' if following else ""
    look = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{run}</w:rPr>" if run else "")
    return (
        f'<w:style w:type="paragraph"{custom(name)} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{style_id(base)}"/>{after}<w:qFormat/>{look}</w:style>'
    )


def character_style(name: str, look: str) -> str:
    """Return a character style."""
    return (
        f'<w:style w:type="character"{custom(name)} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
    )


def table_style(name: str, look: str, conditions: tuple[tuple[str, str, str], ...]) -> str:
    """Return a table style with its conditional parts."""
    whole = "".join(cell for kind, _, cell in conditions if kind == "wholeTable")
    parts = "".join(table_condition(*row) for row in conditions if row[0] != "wholeTable")
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/>{look}</w:tblPr>'
        f"{f'<w:tcPr>{whole}</w:tcPr>' if whole else ''}{parts}</w:style>"
    )


def table_condition(kind: str, run: str, cell: str) -> str:
    """Return how a table style treats one part of a table, for example its first row."""
    words = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:tblStylePr w:type="{kind}">{words}<w:tcPr>{cell}</w:tcPr></w:tblStylePr>'


BUILT_IN = (
    "heading", "toc", "Title", "header", "footer", "List", "caption", "Body Text", "Strong", "Emphasis", "Hyperlink",
)  # fmt: skip


def custom(name: str) -> str:
    """Return the mark of a style that Word does not know by name."""
    built_in = name.startswith(BUILT_IN) and not name.endswith((" zh", " ru"))
    return "" if built_in else ' w:customStyle="1"'


HEADING_LEVELS = tuple(
    ("decimal", "".join(f"%{n}." for n in range(1, level + 1)).rstrip("."), f"heading {level}", indent, indent, "")
    for level, indent in ((1, 567), (2, 680), (3, 794), (4, 964))
)
GOLD_MARK = '<w:rPr><w:b/><w:color w:val="B8862D" w:themeColor="accent2"/></w:rPr>'
PRIMARY_MARK = '<w:rPr><w:b/><w:color w:val="0B4F6C" w:themeColor="accent1"/></w:rPr>'
NUMBERINGS = (
    HEADING_LEVELS,
    tuple(
        ("bullet", mark, "List Bullet" if n == 1 else "", 397 * n, 397, GOLD_MARK) for n, mark in enumerate("•–•", 1)
    ),
    tuple(
        (kind, f"%{n}.", "List Number" if n == 1 else "", 397 * n, 397, PRIMARY_MARK)
        for n, kind in enumerate(("decimal", "lowerLetter", "lowerRoman"), 1)
    ),
    (("decimal", "%1.", "Note Text", 454, 454, PRIMARY_MARK),),
    (("bullet", "●", "Timeline Step", 284, 344, GOLD_MARK),),
    (("bullet", "•", "Table Bullet", 198, 198, GOLD_MARK),),
)
"""Levels of each list: number format, text, style, left indent, hanging, look of the mark."""


def numbering() -> str:
    """Return the lists: definitions first, then one instance of each."""
    abstract = "".join(abstract_list(n, levels) for n, levels in enumerate(NUMBERINGS, 1))
    instances = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(NUMBERINGS) + 1)
    )
    return abstract + instances


def abstract_list(number: int, levels: tuple[tuple[str, str, str, int, int, str], ...]) -> str:
    """Return the definition of a list."""
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    rows = "".join(list_level(n, row) for n, row in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{rows}</w:abstractNum>'


def list_level(level: int, row: tuple[str, str, str, int, int, str]) -> str:
    """Return one level of a list: format, text, style, indents and the look of its mark."""
    kind, text, style, left, hanging, look = row
    bound = f'<w:pStyle w:val="{style_id(style)}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{bound}<w:lvlText w:val={quote(text)}/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{look}</w:lvl>'
    )


def settings() -> str:
    """Return the settings: no revision marks, Chinese as the East Asian language."""
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
        'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


FONTS = (
    ("Calibri", "", "00", "swiss"),
    ("Times New Roman", "", "00", "roman"),
    ("Microsoft YaHei", "微软雅黑", "86", "swiss"),
    ("SimSun", "宋体", "86", "roman"),
)


def font_table() -> str:
    """Return the fonts that the theme names, Chinese ones with their own names."""
    return "".join(
        f'<w:font w:name="{name}">{alternative(other)}<w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, other, charset, family in FONTS
    )


def alternative(name: str) -> str:
    """Return the Chinese name of a font."""
    return f'<w:altName w:val="{name}"/>' if name else ""


def theme() -> bytes:
    """Return the theme: colours, and a pair of fonts for each script."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    fonts = "".join(theme_fonts(kind) for kind in LATIN)
    body = (
        f'<a:themeElements><a:clrScheme name="conference">{colours}</a:clrScheme>'
        f'<a:fontScheme name="conference">{fonts}</a:fontScheme>{FORMATS}</a:themeElements>'
    )
    return f'{DECLARATION}<a:theme{declare("a")} name="conference">{body}</a:theme>'.encode()


def theme_fonts(kind: str) -> str:
    """Return the fonts of headings or of running text."""
    return (
        f'<a:{kind}Font><a:latin typeface="{LATIN[kind]}"/><a:ea typeface="{HAN[kind]}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{HAN[kind]}"/></a:{kind}Font>'
    )


PLAIN_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
FORMATS = (
    f'<a:fmtScheme name="conference"><a:fillStyleLst>{PLAIN_FILL * 3}</a:fillStyleLst><a:lnStyleLst>'
    + "".join(f'<a:ln w="{width}">{PLAIN_FILL}</a:ln>' for width in (6350, 12700, 19050))
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{PLAIN_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def paragraph(style: str, body: str = "") -> str:
    """Return a paragraph of a named style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{body}</w:p>'


def run(text: str) -> str:
    """Return words."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def band(number: int, top: int, height: int, colour: str) -> str:
    """Return a rectangle behind the text, as wide as the sheet, `top` below its edge."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
        f'distR="0" simplePos="0" relativeHeight="{number}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{SHEET}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Band {number}">{DECORATIVE}</wp:docPr><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{SHEET}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
        "</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
TAB = "<w:r><w:tab/></w:r>"
HEADER_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="6F86A6" w:themeColor="accent5"/></w:pBdr>'
HEADERS = {
    "header1": paragraph("header", band(9001, 0, BAND, "tx2") + band(9002, BAND, RULE, "accent2")),
    "footer1": paragraph("footer"),
    "header2": paragraph("header", run("{{ short-title }}") + TAB + run("{{ copy }}")).replace(
        "</w:pPr>", f"{HEADER_RULE}</w:pPr>"
    ),
    "footer2": paragraph("footer", TAB + run("{{ page }}")),
}
"""What stands in double braces is a label of the document, filled in when a report is made."""


def document() -> str:
    """Return a body that holds the two sections, each with a word so that a designer sees it."""
    cover = f"<w:sectPr>{references(1)}{PAGE}{COVER_MARGINS}</w:sectPr>"
    pages = f"<w:sectPr>{references(2)}{PAGE}{MARGINS}</w:sectPr>"
    return (
        f"<w:body>{paragraph('Title', run('Cover'))}<w:p><w:pPr>{cover}</w:pPr></w:p>"
        f"{paragraph('Body Text', run('Pages'))}{pages}</w:body>"
    )


def references(number: int) -> str:
    """Return the links of a section to its header and footer."""
    return (
        f'<w:headerReference w:type="default" r:id="header{number}"/>'
        f'<w:footerReference w:type="default" r:id="footer{number}"/>'
    )


def members() -> dict[str, bytes]:
    """Return every part of the package by name."""
    bodies = {
        "document": document(),
        "styles": styles(),
        "numbering": numbering(),
        "settings": settings(),
        "fontTable": font_table(),
        **HEADERS,
    }
    overrides = {f"word/{name}.xml": f"{WORD}.{kind}+xml" for name, kind in PARTS.items()}
    overrides["word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    links = [Relationship(name, f"{OFFICE_TYPE}/{name.rstrip('12')}", f"{name}.xml") for name in PARTS][1:]
    links.append(Relationship("theme", f"{OFFICE_TYPE}/theme", "theme/theme1.xml"))
    package = "application/vnd.openxmlformats-package.relationships+xml"
    return {
        CONTENT_TYPES: write_content_types({"rels": package, "xml": "application/xml"}, overrides),
        "_rels/.rels": write_relationships(
            [Relationship("rId1", f"{OFFICE_TYPE}/officeDocument", "word/document.xml")]
        ),
        "word/_rels/document.xml.rels": write_relationships(links),
        "word/theme/theme1.xml": theme(),
        **{f"word/{name}.xml": part(name, body) for name, body in bodies.items()},
    }


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("report.docx")
    target.write_bytes(write_package(None, members()))
