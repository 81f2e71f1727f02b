"""What the reports of every house style are made of: each part of the package, nothing of a library's default file.

A house style's script gives its rows (styles, lists, fonts, colours, headers and footers) as a `House`; `save_report`
writes the file.
"""  # noqa: INP001 - for scripts, no package

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from versions import LANGUAGE_COLUMNS, version_rows

from cieprep_docs.office.package import CONTENT_TYPES, write_package
from cieprep_docs.office.relationships import (
    OFFICE_TYPE,
    Relationship,
    write_content_types,
    write_relationships,
)
from cieprep_docs.office.xml import DECLARATION, declare, quote

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "application/vnd.openxmlformats-package.relationships+xml"
ROOTS = {"header": "hdr", "footer": "ftr", "fontTable": "fonts"}

THEME_FACES = (
    'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"'
)


class Level(NamedTuple):
    """One level of a list."""

    kind: str
    text: str
    style: str = ""
    left: int = 0
    hanging: int = 0
    """Twips; below zero the first line begins further in than the others."""
    look: str = ""
    """Of its mark, as ``w:rPr``."""
    suffix: str = ""
    """What stands behind the mark: nothing, a space, or a tab where it is not said."""


class Font(NamedTuple):
    """A font that the file names, with the names it goes by elsewhere."""

    name: str
    other: str
    charset: str
    family: str


@dataclass(frozen=True)
class House:
    """A house style's report file."""

    name: str
    latin: Mapping[str, str]
    """Fonts for ``major`` and ``minor``: headings and running text."""
    han: Mapping[str, str]
    colours: Mapping[str, str]
    """Of the theme, in its order."""
    fonts: tuple[Font, ...]
    paragraphs: tuple[tuple[str, str, str, str, str], ...]
    """Name, based on, next, paragraph properties, run properties."""
    characters: tuple[tuple[str, str], ...]
    tables: tuple[tuple[str, str, tuple[tuple[str, str, str], ...]], ...]
    """Name, table properties and conditional parts: type, run properties, cell properties."""
    lists: tuple[tuple[Level, ...], ...]
    furniture: Mapping[str, str]
    """The body of each header and footer by the name of its part, for example ``header1``."""
    cover: str
    """The inside of ``w:sectPr``."""
    pages: str
    size: int = 22
    """Half points, of text whose style says none."""
    faces: str = THEME_FACES
    """The fonts of text whose style says none, as attributes of ``w:rFonts``."""
    normal: str = "<w:widowControl/>"
    """Properties of every paragraph whose style does not say otherwise."""
    settings: str = ""
    """What follows the tab stops among the settings."""

    @property
    def parts(self) -> Mapping[str, str]:
        """The parts of the word folder, each with its body."""
        return {
            "document": document(self),
            "styles": styles(self),
            "numbering": numbering(self.lists),
            "settings": settings(self.settings),
            "fontTable": font_table(self.fonts),
            **self.furniture,
        }


def save_report(house: House, target: Path) -> None:
    """Write ``report.docx``."""
    target.write_bytes(write_package(None, members(house)))


def members(house: House) -> dict[str, bytes]:
    """Return every part of the package by name."""
    overrides = {f"word/{name}.xml": f"{WORD}.{kind_of(name)}+xml" for name in house.parts}
    overrides["word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    main = Relationship("rId1", f"{OFFICE_TYPE}/officeDocument", "word/document.xml")
    links = [
        Relationship(name, f"{OFFICE_TYPE}/{plain(name)}", f"{name}.xml") for name in house.parts if name != "document"
    ]
    links.append(Relationship("theme", f"{OFFICE_TYPE}/theme", "theme/theme1.xml"))
    return {
        CONTENT_TYPES: write_content_types({"rels": PACKAGE, "xml": "application/xml"}, overrides),
        "_rels/.rels": write_relationships([main]),
        "word/_rels/document.xml.rels": write_relationships(links),
        "word/theme/theme1.xml": theme(house),
        **{f"word/{name}.xml": part(name, body) for name, body in house.parts.items()},
    }


def plain(name: str) -> str:
    """Return the kind of a part: its name without number."""
    return name.rstrip("0123456789")


def kind_of(name: str) -> str:
    """Return the last words of a part's content type."""
    return "document.main" if name == "document" else plain(name)


def part(name: str, body: str) -> bytes:
    """Return a part of the word folder; its root element is named after it."""
    root = ROOTS.get(plain(name), name)
    return f"{DECLARATION}<w:{root}{declare('w', 'r', 'wp', 'a', 'wps', 'mc')}>{body}</w:{root}>".encode()


def styles(house: House) -> str:
    """Return the body of the style part."""
    rows = [paragraph_style(*row) for row in house.paragraphs]
    rows += [
        paragraph_style(*row).replace("<w:qFormat/>", "")
        for row in version_rows(house.paragraphs, house.size, indents_of(house.lists[0]))
    ]
    rows += [character_style(name, look) for name, look in house.characters]
    rows += [table_style(*row) for row in (*house.tables, LANGUAGE_COLUMNS)]
    return defaults(house) + DEFAULT_STYLES + "".join(rows)


def indents_of(levels: tuple[Level, ...]) -> list[int]:
    """Return where the first line of each level begins, behind a number that hangs."""
    return [level.left + max(0, -level.hanging) for level in levels]


def defaults(house: House) -> str:
    """Return how text looks before any style speaks."""
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {house.faces}/>"
        f'<w:sz w:val="{house.size}"/><w:szCs w:val="{house.size}"/>'
        '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{house.normal}</w:pPr></w:style>"
    )


DEFAULT_STYLES = (
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
    "heading", "toc", "Title", "header", "footer", "List", "caption", "footnote text", "Body Text",
    "Strong", "Emphasis", "Hyperlink", "Signature",
)  # fmt: skip
LANGUAGES = (" zh", " ru", " en", " language", " column")


def custom(name: str) -> str:
    """Return the mark of a style that Word does not know by name."""
    built_in = name.startswith(BUILT_IN) and not name.endswith(LANGUAGES)
    return "" if built_in else ' w:customStyle="1"'


def numbering(lists: tuple[tuple[Level, ...], ...]) -> str:
    """Return the lists: definitions first, then one instance of each."""
    abstract = "".join(abstract_list(n, levels) for n, levels in enumerate(lists, 1))
    instances = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(lists) + 1)
    )
    return abstract + instances


def abstract_list(number: int, levels: tuple[Level, ...]) -> str:
    """Return the definition of a list."""
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    rows = "".join(list_level(n, level) for n, level in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{rows}</w:abstractNum>'


def list_level(number: int, level: Level) -> str:
    """Return one level of a list: format, text, style, indents and the look of its mark."""
    bound = f'<w:pStyle w:val="{style_id(level.style)}"/>' if level.style else ""
    behind = f'<w:suff w:val="{level.suffix}"/>' if level.suffix else ""
    first = f'w:hanging="{level.hanging}"' if level.hanging >= 0 else f'w:firstLine="{-level.hanging}"'
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{level.kind}"/>{bound}{behind}'
        f'<w:lvlText w:val={quote(level.text)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" {first}/></w:pPr>{level.look}</w:lvl>'
    )


def settings(more: str) -> str:
    """Return the settings: no revision marks, Chinese as the East Asian language."""
    return (
        f'<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>{more}'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
        'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


def font_table(fonts: tuple[Font, ...]) -> str:
    """Return the fonts that the file names, Chinese ones with their own names."""
    return "".join(
        f'<w:font w:name="{name}">{alternative(other)}<w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, other, charset, family in fonts
    )


def alternative(name: str) -> str:
    """Return the name that a font goes by elsewhere."""
    return f'<w:altName w:val="{name}"/>' if name else ""


def theme(house: House) -> bytes:
    """Return the theme: colours, and a pair of fonts for each script."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in house.colours.items())
    fonts = "".join(theme_fonts(kind, house.latin[kind], house.han[kind]) for kind in ("major", "minor"))
    body = (
        f'<a:themeElements><a:clrScheme name="{house.name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{house.name}">{fonts}</a:fontScheme>{FORMATS.replace("NAME", house.name)}'
        "</a:themeElements>"
    )
    return f'{DECLARATION}<a:theme{declare("a")} name="{house.name}">{body}</a:theme>'.encode()


def theme_fonts(kind: str, latin: str, han: str) -> str:
    """Return the fonts of headings or of running text."""
    return (
        f'<a:{kind}Font><a:latin typeface="{latin}"/><a:ea typeface="{han}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{han}"/></a:{kind}Font>'
    )


PLAIN_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
FORMATS = (
    f'<a:fmtScheme name="NAME"><a:fillStyleLst>{PLAIN_FILL * 3}</a:fillStyleLst><a:lnStyleLst>'
    + "".join(f'<a:ln w="{width}">{PLAIN_FILL}</a:ln>' for width in (6350, 12700, 19050))
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{PLAIN_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def paragraph(style: str, body: str = "", properties: str = "") -> str:
    """Return a paragraph of a named style; `properties` follow the style in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{properties}</w:pPr>{body}</w:p>'


def run(text: str) -> str:
    """Return words."""
    blank = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:r><w:t{blank}>{text}</w:t></w:r>"


def document(house: House) -> str:
    """Return a body that holds the two sections, each with a word so that a designer sees it."""
    return (
        f"<w:body>{paragraph('Title', run('Cover'))}<w:p><w:pPr><w:sectPr>{house.cover}</w:sectPr></w:pPr></w:p>"
        f"{paragraph('Body Text', run('Pages'))}<w:sectPr>{house.pages}</w:sectPr></w:body>"
    )


def references(kind: str, *parts: str) -> str:
    """Return the links of a section to its headers and footers of a kind: ``default``, ``first`` or ``even``."""
    return "".join(f'<w:{plain(name)}Reference w:type="{kind}" r:id="{name}"/>' for name in parts)


def page(margins: str, distances: str) -> str:
    """Return A4 with margins (top, right, bottom, left) and the distances of header and footer, in twips."""
    top, right, bottom, left = margins.split("/")
    header, footer = distances.split("/")
    return (
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" '
        f'w:left="{left}" w:header="{header}" w:footer="{footer}" w:gutter="0"/>'
    )


def field(instruction: str) -> str:
    """Return a field that Word works out."""
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return marks["begin"] + code + marks["separate"] + run("1") + marks["end"]


def decimal(end: str, suffix: str, first: int) -> tuple[Level, ...]:
    """Return four levels of numbered headings, 1. 1.1. 1.1.1., of the styles with a suffix; `first` indents them."""
    texts = (".".join(f"%{n}" for n in range(1, level + 1)) + end for level in range(1, 5))
    return tuple(
        Level("decimal", text, f"heading {n}{suffix}", 0, -first, suffix="space") for n, text in enumerate(texts, 1)
    )


def marks(style: str, rows: tuple[tuple[str, str], ...], left: int) -> tuple[Level, ...]:
    """Return the levels of a list in running text; only the first is bound to its style."""
    return tuple(
        Level(kind, text, "" if n else style, left + 360 * (n + 1), 360) for n, (kind, text) in enumerate(rows)
    )
