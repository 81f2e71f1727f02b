"""What the workbooks of all charts have in common: every part but the sheet, its words and the title."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from immutabledict import immutabledict

from cieprep_docs.office.archive import Package, pack
from cieprep_docs.office.charts.data import SHEET
from cieprep_docs.office.package import CONTENT_TYPES
from cieprep_docs.office.properties import APP, CORE, CORE_LINK, PROPERTY_TYPES, app_properties
from cieprep_docs.office.relationships import (
    OFFICE_TYPE,
    Relationship,
    relationships_name,
    write_content_types,
    write_relationships,
)
from cieprep_docs.office.xml import DECLARATION, NAMESPACES, attributes

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_PART, STRINGS_PART = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
NUMBER_STYLE = 1
"""The style of cells with numbers; that of words is 0."""

_BOOK, _STYLES, _THEME = "xl/workbook.xml", "xl/styles.xml", "xl/theme/theme1.xml"
_TYPES = {
    _BOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    SHEET_PART: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
    STRINGS_PART: "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
    _STYLES: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
    _THEME: "application/vnd.openxmlformats-officedocument.theme+xml",
    **PROPERTY_TYPES,
}
_DEFAULTS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_FIRST_OWN_FORMAT = 164
"""Numbers below stand for the formats that Excel brings along, 18.8.30."""


@lru_cache(maxsize=32)
def workbook_frame(number_format: str) -> Package:
    """Return the parts that workbooks with this format of numbers (an Excel code) share, packed once."""
    package = ((f"{OFFICE_TYPE}/officeDocument", _BOOK), (CORE_LINK, CORE), (f"{OFFICE_TYPE}/extended-properties", APP))
    parts = {"worksheet": SHEET_PART, "styles": _STYLES, "sharedStrings": STRINGS_PART, "theme": _THEME}
    book = ((f"{OFFICE_TYPE}/{kind}", name.removeprefix("xl/")) for kind, name in parts.items())
    made = {
        CONTENT_TYPES: write_content_types(_DEFAULTS, _TYPES),
        relationships_name(""): _write_related(package),
        relationships_name(_BOOK): _write_related(book),
        _BOOK: _write_book().encode(),
        _STYLES: _write_styles(number_format).encode(),
        _THEME: _write_theme().encode(),
        APP: app_properties("Microsoft Excel"),
    }
    return Package(immutabledict({name: pack(name, data) for name, data in made.items()}))


def _write_related(rows: Iterable[tuple[str, str]]) -> bytes:
    return write_relationships(Relationship(f"rId{number}", *row) for number, row in enumerate(rows, 1))


def _write_book() -> str:
    return (
        f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{NAMESPACES["r"]}"><bookViews><workbookView/></bookViews>'
        f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _write_styles(number_format: str) -> str:
    """Return the styles of words and of numbers; Excel takes these two fills for granted."""
    code = attributes(numFmtId=_FIRST_OWN_FORMAT, formatCode=number_format)
    plain = 'fontId="0" fillId="0" borderId="0"'
    return (
        f'{DECLARATION}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt{code}/></numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><scheme val="minor"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1"><xf numFmtId="0" {plain}/></cellStyleXfs>'
        f'<cellXfs count="2"><xf numFmtId="0" {plain} xfId="0"/>'
        f'<xf numFmtId="{_FIRST_OWN_FORMAT}" {plain} xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "4472C4",
    "accent2": "ED7D31",
    "accent3": "A5A5A5",
    "accent4": "FFC000",
    "accent5": "5B9BD5",
    "accent6": "70AD47",
    "hlink": "0563C1",
    "folHlink": "954F72",
}


def _write_theme() -> str:
    """Return a plain theme: the sheet is a place to type numbers, the chart has the colours of its document."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    faces = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="{NAMESPACES["a"]}" name="Plain"><a:themeElements>'
        f'<a:clrScheme name="Plain">{colours}</a:clrScheme><a:fontScheme name="Plain">'
        f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Plain"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
