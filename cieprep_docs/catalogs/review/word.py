"""A review as a landscape Word table: a protected document in which only translations and remarks can be changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, groupby

from cieprep_docs.catalogs.review.heads import ADVICE, heads_for
from cieprep_docs.catalogs.review.rows import Row, hidden_words
from cieprep_docs.catalogs.review.where import part_name
from cieprep_docs.office.package import CONTENT_TYPES, write_package
from cieprep_docs.office.properties import APP, CORE, app_properties, core_properties
from cieprep_docs.office.relationships import (
    OFFICE_TYPE,
    Relationship,
    relationships_name,
    write_content_types,
    write_relationships,
)
from cieprep_docs.office.xml import DECLARATION, attributes, declare, escape

DOCUMENT, _STYLES, _SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
EMPTY = "…"
"""What stands in a cell that waits for words."""

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE_TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_ENGLISH = "en-GB"
"""In which comments and findings are written; said of them, lest they are broken anywhere as Chinese is."""
_CODE = re.compile("[A-Z]{3}[0-9]{3} ")
_OTHER = 3
# Twentieths of a point; together the width of A4 landscape between margins of 36 pt.
_WIDTHS = (640, 2000, 3300, 2600, 3300, 760, 1398, 1400)


def write_review(rows: Sequence[Row], title: str, source_tag: str, tag: str, other_tag: str = "") -> bytes:
    """Return the .docx; tags are BCP 47. Rows come in groups, each under a heading of its own."""
    table = _Table(source_tag, tag, other_tag, heads_for(rows[0].language if rows else ""))
    parts = {
        CONTENT_TYPES: _content_types(),
        relationships_name(""): write_relationships(
            (
                Relationship("rId1", f"{OFFICE_TYPE}/officeDocument", DOCUMENT),
                Relationship("rId2", _PACKAGE_TYPE, CORE),
                Relationship("rId3", f"{OFFICE_TYPE}/extended-properties", APP),
            )
        ),
        relationships_name(DOCUMENT): write_relationships(
            (
                Relationship("rId1", f"{OFFICE_TYPE}/styles", "styles.xml"),
                Relationship("rId2", f"{OFFICE_TYPE}/settings", "settings.xml"),
            )
        ),
        DOCUMENT: _document(title, "".join(table.rows(rows)), table.grid).encode(),
        _STYLES: _styles(tag).encode(),
        _SETTINGS: _settings().encode(),
        CORE: core_properties(title, tag),
        APP: app_properties("Microsoft Office Word"),
    }
    return write_package(None, parts)


class _Table:
    """The rows of one review, with the columns that it has."""

    def __init__(self, source_tag: str, tag: str, other_tag: str, heads: Sequence[str]) -> None:
        self._tags, self._heads = (source_tag, tag, other_tag), heads
        self._columns = [column for column in range(len(heads)) if column != _OTHER or other_tag]
        self._ids = count(1)
        spare = 0 if other_tag else _WIDTHS[_OTHER]
        self.grid = [_WIDTHS[column] + (spare // 2 if column in {2, 4} else 0) for column in self._columns]

    def rows(self, rows: Sequence[Row]) -> Iterator[str]:
        """Yield the rows of the table, numbered through."""
        yield self._head()
        numbers = count(1)
        for (group, language), members in groupby(rows, key=lambda each: (each.group, each.language)):
            yield self._group(group, language)
            yield from (self._row(next(numbers), each) for each in members)

    def _head(self) -> str:
        cells = "".join(
            _cell(_paragraph(_run(self._heads[column], self._tags[1]), "Head"), "D9E2EC") for column in self._columns
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def _group(self, group: str, language: str) -> str:
        named = part_name(group, language)
        properties = f'<w:tcPr><w:gridSpan w:val="{len(self._columns)}"/><w:shd{_shade("EEF2F6")}/></w:tcPr>'
        words = _paragraph(_run(named or group, self._tags[1] if named else _ENGLISH), "Head", keep=True)
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>{properties}{words}</w:tc></w:tr>"

    def _row(self, number: int, row: Row) -> str:
        source, tag, other = self._tags
        cells = (
            _paragraph(_run(str(number)) + _run(hidden_words(row), hidden=True)),
            "".join(_paragraph(run) for run in (_run(row.kind, tag), _run(row.where, _ENGLISH)) if run),
            _paragraph(_run(row.source, source)),
            _paragraph(_run(row.other, other)),
            _paragraph(self._control("Translation", f"{row.id}-{row.form}", row.words, tag)),
            _paragraph(_run(str(row.limit) if row.limit else "")),
            "".join(_paragraph(_run(each, _ENGLISH if _CODE.match(each) else tag)) for each in row.findings)
            or _paragraph(""),
            _paragraph(self._control("Remark", f"remark-{row.id}-{row.form}", "", source)),
        )
        return (
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            + "".join(_cell(cells[column], "FFFBEB" if column in {4, 7} else "") for column in self._columns)
            + "</w:tr>"
        )

    def _control(self, name: str, tag: str, words: str, lang: str) -> str:
        placeholder = "" if words else "<w:showingPlcHdr/>"
        properties = (
            f'<w:alias w:val="{name}"/><w:tag w:val="{tag}"/><w:id w:val="{next(self._ids)}"/>'
            f'<w:lock w:val="sdtLocked"/>{placeholder}<w:richText/>'
        )
        run = _run(words or EMPTY, lang, grey=not words)
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"


def _run(text: str, lang: str = "", *, hidden: bool = False, grey: bool = False) -> str:
    if not text:
        return ""
    properties = ("<w:vanish/>" if hidden else "") + ('<w:color w:val="808080"/>' if grey else "")
    properties += f"<w:lang{attributes(w__val=lang, w__eastAsia=lang)}/>" if lang else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in text.split("\n"))
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{lines}</w:r>"


def _paragraph(runs: str, style: str = "", *, keep: bool = False) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = named + ("<w:keepNext/>" if keep else "")
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def _cell(paragraphs: str, fill: str = "") -> str:
    shade = f"<w:shd{_shade(fill)}/>" if fill else ""
    return f"<w:tc>{f'<w:tcPr>{shade}</w:tcPr>' if shade else ''}{paragraphs}</w:tc>"


def _shade(fill: str) -> str:
    return attributes(w__val="clear", w__color="auto", w__fill=fill)


def _document(title: str, rows: str, grid: Sequence[int]) -> str:
    advice = "".join(_paragraph(_run(words, lang)) for lang, words in ADVICE)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A0AEC0"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f"{DECLARATION}<w:document{declare('w')}><w:body>{_paragraph(_run(title), 'Title')}{advice}"
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(grid)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>{_paragraph("")}'
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="360" w:footer="360" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _styles(tag: str) -> str:
    return (
        f"{DECLARATION}<w:styles{declare('w')}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Microsoft YaHei" w:cs="Calibri"/>'
        f'<w:sz w:val="18"/><w:lang{attributes(w__val=tag, w__eastAsia="zh-CN")}/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Head"><w:name w:val="Review head"/>'
        '<w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style></w:styles>'
    )


def _settings() -> str:
    """Of a document protected for forms, content controls alone can be changed; there is no password."""
    protection = '<w:documentProtection w:edit="forms" w:enforcement="1"/>'
    return f"{DECLARATION}<w:settings{declare('w')}>{protection}</w:settings>"


def _content_types() -> bytes:
    return write_content_types(
        {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"},
        {
            DOCUMENT: f"{_TYPE}.document.main+xml",
            _STYLES: f"{_TYPE}.styles+xml",
            _SETTINGS: f"{_TYPE}.settings+xml",
            CORE: "application/vnd.openxmlformats-package.core-properties+xml",
            APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        },
    )
