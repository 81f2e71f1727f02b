"""Make deck.pptx, the base of every deck in the house style ``conference``: master, layouts, theme, table style.

Every part is written here, none comes from the default template of a library; what it looks like stands in
``deck_design.py``. Run it after a change, look at a finished deck, and commit the files::

    python templates/office/conference/make_deck.py
"""
# ruff: noqa: INP001 - run by hand, not a package

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from deck_design import (
    BULLETS,
    COLOURS,
    GOLD,
    HAN,
    INDEX,
    INK,
    LATIN,
    LAYOUTS,
    MASTER_FIELDS,
    MASTER_MARKS,
    MIST,
    OTHER,
    PRIMARY,
    TEXT,
    WHITE,
    Box,
    Field,
    Layout,
    Level,
    Mark,
)

from cieprep_docs.office.package import write_package
from cieprep_docs.office.relationships import (
    OFFICE_TYPE,
    Relationship,
    relationships_name,
    write_content_types,
    write_relationships,
)
from cieprep_docs.office.xml import DECLARATION, attributes, declare

TARGET = Path(__file__).with_name("deck.pptx")
TABLE_STYLE = "{8C1F6E52-3B0B-4E55-9E0B-6A1D2F7C4A10}"
NUMBER_FIELD = "{6D2E7C0B-5F5A-4B7E-9C56-0F1B8B1C7A21}"
SPACES = declare("a", "r", "p")
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
SHORT = len("dk1")
COLOR_MAP = "<p:clrMap{}/>".format(
    attributes(bg1="lt1", tx1="dk1", bg2="lt2", tx2="dk2", **{name: name for name in COLOURS if len(name) > SHORT})
)


def emu(points: float) -> int:
    """Return English metric units, 12,700 to the point."""
    return round(points * 12700)


def write_color(name: str) -> str:
    """Return a fill in a theme colour."""
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def write_fonts(kind: str) -> str:
    """Return the theme's fonts: ``mn`` for text, ``mj`` for titles."""
    return "".join(
        f'<a:{slot} typeface="+{kind}-{code}"/>' for slot, code in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )


def write_level(number: int, level: Level, fonts: str = "") -> str:
    """Return ``lvlNpPr``; fonts only where nothing is inherited."""
    bullet = "<a:buNone/>"
    if level.bullet:
        color = f'<a:buClr><a:schemeClr val="{GOLD}"/></a:buClr>'
        bullet = f'{color}<a:buFont typeface="Arial"/><a:buChar char="{level.bullet}"/>'
    indent = -min(level.margin, 20) if level.bullet else 0
    # No hanging punctuation: it would stand outside the room that was measured.
    tags = attributes(marL=emu(level.margin), indent=emu(indent), algn=level.align, eaLnBrk=1, hangingPunct=0)
    type_ = attributes(sz=round(level.size * 100), b=int(level.bold), i=0, kern=0)
    return (
        f"<a:lvl{number}pPr{tags}>"
        f'<a:lnSpc><a:spcPct val="{round(level.spacing * 1000)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{bullet}'
        f"<a:defRPr{type_}>{write_color(level.color)}{fonts}</a:defRPr>"
        f"</a:lvl{number}pPr>"
    )


def write_levels(levels: Sequence[Level], fonts: str = "") -> str:
    """Return the levels one after the other, from 1."""
    return "".join(write_level(number, level, fonts) for number, level in enumerate(levels, 1))


def write_frame(box: Box) -> str:
    """Return ``a:xfrm``."""
    x, y, width, height = map(emu, box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def write_mark(number: int, mark: Mark) -> str:
    """Return a rule or panel of the layout itself."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="mark {number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{write_frame(mark.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{write_color(mark.fill)}'
        "<a:ln><a:noFill/></a:ln></p:spPr>"
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def write_look(field: Field) -> str:
    """Return ``p:spPr``: place, outline and fill, as far as they are not inherited."""
    if field.box is None:
        return "<p:spPr/>"
    fill = write_color(field.fill) if field.fill else ""
    return f'<p:spPr>{write_frame(field.box)}<a:prstGeom prst="{field.shape}"><a:avLst/></a:prstGeom>{fill}</p:spPr>'


def write_body(field: Field) -> str:
    """Return ``a:bodyPr``: inner margins and anchor, as far as they are not inherited."""
    if field.box is None:
        return "<a:bodyPr/>"
    margins = dict(zip(("lIns", "tIns", "rIns", "bIns"), map(emu, field.insets), strict=True))
    tags = attributes(vert="horz", wrap="square", **margins, rtlCol=0, anchor=field.anchor)
    return f"<a:bodyPr{tags}><a:noAutofit/></a:bodyPr>"


def write_words(field: Field) -> str:
    """Return what a designer sees in the layout."""
    if field.kind == "sldNum":
        return f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
    return f'<a:r><a:rPr lang="en-US"/><a:t>{field.name}</a:t></a:r>'


def write_field(number: int, index: int | None, field: Field) -> str:
    """Return one placeholder."""
    sizes = {"smallest": field.smallest, "largest": field.largest}
    descr = ", ".join(f"{name} {size:g}" for name, size in sizes.items() if size) or None
    size = "quarter" if field.kind in ("ftr", "sldNum") else None
    kind = None if field.kind == "obj" else field.kind
    place = f"<p:ph{attributes(type=kind, sz=size, idx=index)}/>"
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr{attributes(id=number, name=field.name, descr=descr)}/>"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr>'
        f"{write_look(field)}<p:txBody>{write_body(field)}<a:lstStyle>{write_levels(field.levels)}</a:lstStyle>"
        f"<a:p>{write_words(field)}</a:p></p:txBody></p:sp>"
    )


def write_tree(fields: Sequence[Field], marks: Sequence[Mark]) -> str:
    """Return ``p:spTree``: rules and panels first, so that words stand on them."""
    shapes = [write_mark(number, mark) for number, mark in enumerate(marks, 2)]
    for number, field in enumerate(fields, 2 + len(marks)):
        shapes.append(write_field(number, INDEX.get(field.name, 20 + number), field))
    return f"<p:spTree>{TREE}{''.join(shapes)}</p:spTree>"


def write_background(color: str) -> str:
    """Return a plain background in a theme colour."""
    return f"<p:bg><p:bgPr>{write_color(color)}<a:effectLst/></p:bgPr></p:bg>"


def write_layout(layout: Layout) -> str:
    """Return one ``p:sldLayout``."""
    background = write_background("tx2") if layout.dark else ""
    shown = ' showMasterSp="0"' if layout.dark else ""
    return (
        f'{DECLARATION}<p:sldLayout{SPACES}{shown} preserve="1" userDrawn="1"><p:cSld name="{layout.role}">{background}'
        f"{write_tree(layout.fields, layout.marks)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def write_master() -> str:
    """Return the ``p:sldMaster``."""
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n}"/>' for n in range(1, len(LAYOUTS) + 1))
    title = write_level(1, Level(28, INK, bold=True), write_fonts("mj"))
    body = write_levels(BULLETS, write_fonts("mn"))
    other = write_levels([Level(18)] * 3, write_fonts("mn"))
    return (
        f'{DECLARATION}<p:sldMaster{SPACES} preserve="1"><p:cSld>{write_background("bg1")}'
        f"{write_tree(MASTER_FIELDS, MASTER_MARKS)}</p:cSld>"
        f"{COLOR_MAP}"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{title}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def write_theme() -> str:
    """Return the theme: colours, fonts per script, and the plain formats that the schema asks for."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    faces = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{HAN}"/><a:cs typeface="{OTHER}"/>'
    faces += f'<a:font script="Hans" typeface="{HAN}"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
    return (
        f'{DECLARATION}<a:theme{declare("a")} name="Conference"><a:themeElements>'
        f'<a:clrScheme name="Conference">{colors}</a:clrScheme><a:fontScheme name="Conference">'
        f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Conference"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def write_border(side: str, color: str, width: float) -> str:
    """Return one border of a table style; no colour is no line."""
    line = f'<a:ln w="{emu(width)}" cmpd="sng">{write_color(color)}</a:ln>' if color else "<a:ln><a:noFill/></a:ln>"
    return f"<a:{side}>{line}</a:{side}>"


def write_table_part(name: str, text: str, fill: str, borders: str = "", *, bold: bool = False) -> str:
    """Return one part of the table style: the whole table, its bands, its header, its total."""
    weight = ' b="on"' if bold else ""
    cell = f"<a:fill>{write_color(fill)}</a:fill>" if fill else "<a:fill><a:noFill/></a:fill>"
    style = f"<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{cell}</a:tcStyle>"
    words = f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/><a:schemeClr val="{text}"/></a:tcTxStyle>' if text else ""
    return f"<a:{name}>{words}{style}</a:{name}>"


def write_table_styles() -> str:
    """Return the table style: header in ink, bands in mist, no vertical lines."""
    sides = "".join(write_border(side, "", 0) for side in ("left", "right"))
    rules = write_border("top", INK, 1) + write_border("bottom", INK, 1)
    inner = write_border("insideH", "", 0) + write_border("insideV", "", 0)
    return (
        f'{DECLARATION}<a:tblStyleLst{declare("a")} def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Conference">'
        + write_table_part("wholeTbl", TEXT, "", sides + rules + inner)
        + write_table_part("band2H", "", MIST)
        + write_table_part("lastRow", INK, "", write_border("top", PRIMARY, 1.5), bold=True)
        + write_table_part("firstRow", WHITE, INK, bold=True)
        + "</a:tblStyle></a:tblStyleLst>"
    )


def write_notes_master() -> str:
    """Return the page that speaker notes are printed on, A4: the slide above, the words below."""
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="slide"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{write_frame((57, 60, 426, 239.6))}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "<a:noFill/></p:spPr></p:sp>"
    )
    sizes = [Level(12, before=6), Level(12, before=3, margin=20, bullet="•")]
    words = write_field(3, 1, Field("notes", (57, 324, 426, 460), sizes))  # LibreOffice reads no notesStyle
    levels = write_levels(sizes, write_fonts("mn"))
    return (
        f"{DECLARATION}<p:notesMaster{SPACES}><p:cSld>{write_background('bg1')}<p:spTree>"
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{image}{words}</p:spTree></p:cSld>"
        f"{COLOR_MAP}"
        f"<p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )


def write_presentation() -> str:
    """Return ``p:presentation`` without slides."""
    levels = write_levels([Level(18)] * 3, write_fonts("mn"))
    return (
        f'{DECLARATION}<p:presentation{SPACES} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="10691813"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="en-US"/></a:defPPr>{levels}</p:defaultTextStyle>'
        "</p:presentation>"
    )


PRESENTATION, MASTER, NOTES = (
    "ppt/presentation.xml",
    "ppt/slideMasters/slideMaster1.xml",
    "ppt/notesMasters/notesMaster1.xml",
)


def layout_name(number: int) -> str:
    """Return the part of a layout, counted from 1."""
    return f"ppt/slideLayouts/slideLayout{number}.xml"


def write_parts() -> dict[str, str]:
    """Return every part but relationships and content types."""
    parts = {
        PRESENTATION: write_presentation(),
        MASTER: write_master(),
        NOTES: write_notes_master(),
        "ppt/theme/theme1.xml": write_theme(),
        "ppt/theme/theme2.xml": write_theme(),
        "ppt/tableStyles.xml": write_table_styles(),
        "ppt/presProps.xml": f"{DECLARATION}<p:presentationPr{SPACES}/>",
        "ppt/viewProps.xml": f"{DECLARATION}<p:viewPr{SPACES}/>",
    }
    return parts | {layout_name(number): write_layout(each) for number, each in enumerate(LAYOUTS, 1)}


def relate(*targets: tuple[str, str]) -> bytes:
    """Return relationships rId1, rId2 … to these types and targets."""
    rows = [
        Relationship(f"rId{number}", f"{OFFICE_TYPE}/{kind}", target)
        for number, (kind, target) in enumerate(targets, 1)
    ]
    return write_relationships(rows)


def write_arrows() -> dict[str, bytes]:
    """Return the relationships of every part."""
    numbers = range(1, len(LAYOUTS) + 1)
    arrows = {
        "": relate(("officeDocument", PRESENTATION)),
        PRESENTATION: relate(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("presProps", "presProps.xml"),
            ("viewProps", "viewProps.xml"),
            ("theme", "theme/theme1.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        MASTER: relate(
            *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in numbers), ("theme", "../theme/theme1.xml")
        ),
        NOTES: relate(("theme", "../theme/theme2.xml")),
    }
    arrows |= {layout_name(n): relate(("slideMaster", "../slideMasters/slideMaster1.xml")) for n in numbers}
    return {relationships_name(part): data for part, data in arrows.items()}


def write_types() -> bytes:
    """Return the content types."""
    kind = "application/vnd.openxmlformats-officedocument.presentationml.{}+xml"
    names = {PRESENTATION: "presentation.main", MASTER: "slideMaster", NOTES: "notesMaster"}
    names |= {"ppt/tableStyles.xml": "tableStyles", "ppt/presProps.xml": "presProps", "ppt/viewProps.xml": "viewProps"}
    names |= {layout_name(number): "slideLayout" for number in range(1, len(LAYOUTS) + 1)}
    theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    overrides = {part: kind.format(name) for part, name in names.items()}
    overrides |= {"ppt/theme/theme1.xml": theme, "ppt/theme/theme2.xml": theme}
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    return write_content_types(defaults, overrides)


def make_deck() -> bytes:
    """Return the whole file; the same bytes every time."""
    parts = {name: text.encode() for name, text in write_parts().items()}
    return write_package(None, parts | write_arrows() | {"[Content_Types].xml": write_types()})


if __name__ == "__main__":
    TARGET.write_bytes(make_deck())
