"""Styles for documents in several languages, made from those for one: a lighter second language, and columns.

The writer looks for ``Body Text second language ru``, then ``Body Text second language``, then ``Body Text ru``; a
house style that lacks the first ones sets every language alike.
"""  # noqa: INP001 - for scripts, no package

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rows import exactly, numbered, size

Row = tuple[str, str, str, str, str]
"""Name, based on, next, paragraph properties, run properties."""

LIGHTER = '<w:color w:val="595959" w:themeColor="text1" w:themeTint="A6"/>'
UNLISTED = '<w:outlineLvl w:val="9"/>'
CLOSER = '<w:spacing w:before="40" w:after="40"/>'
SAME_PAGE = '<w:pageBreakBefore w:val="0"/>'
TITLE = f'{SAME_PAGE}<w:spacing w:before="0"/>{UNLISTED}'
QUOTED = '<w:ind w:left="340" w:right="0" w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="left"/>'
LEFT = '<w:jc w:val="left"/>'
WHOLE = '<w:ind w:left="0" w:right="0"/>'
FLUSH = '<w:ind w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="left"/>'

FIRST: Mapping[str, str] = {
    **dict.fromkeys(("Body Text", "Lead", "Note", "Panel Text"), '<w:spacing w:after="60"/>'),
    "Title": '<w:spacing w:before="240"/>',
    "Cover Dates": '<w:spacing w:before="240"/>',
    "Cover Theme": '<w:spacing w:before="280" w:after="60"/>',
}
"""Paragraph properties of what its second version follows: it stands closer to that, and covers have room for both."""
SECOND: Mapping[str, str] = {
    **dict.fromkeys(("Body Text", "Lead", "Note", "Meta", "Panel Text", "List Continue"), ""),
    **{f"Plain Heading {n}": TITLE for n in range(1, 5)},
    **dict.fromkeys(("Annex Heading", "Contents Heading", "Attachment Title"), TITLE),
    **dict.fromkeys(("Cover Series", "Cover Edition", "Title", "Cover Subtitle"), CLOSER),
    **dict.fromkeys(("Cover Dates", "Cover Places", "Cover Theme", "Cover Framework"), CLOSER),
    **dict.fromkeys(("Table Text", "Table Header", "Table Side Header", "Table Total", "Table Note"), ""),
    **dict.fromkeys(("Timeline Text", "Timeline Meta", "Quotation Speaker", "Quotation Post", "Quotation Text"), ""),
}
"""Paragraph properties of the second version below a first one; it is lighter and a point smaller."""
COLUMN: Mapping[str, str] = {
    **dict.fromkeys(("Body Text", "Lead"), FLUSH),
    **dict.fromkeys(("Note", "Meta", "Panel Text", "List Bullet", "List Number", "Note Text"), LEFT),
    **{f"{kind} {n}": "" for kind in ("heading", "Plain Heading") for n in range(1, 5)},
    **dict.fromkeys(("Opening Heading 1", "Annex Heading", "Contents Heading", "Attachment Title"), ""),
    **dict.fromkeys(("Quotation Speaker", "Quotation Post", "Quotation Text"), QUOTED),
    "Timeline When": '<w:ind w:right="0"/><w:jc w:val="left"/>',
    **dict.fromkeys(("Timeline Text", "Timeline Meta"), '<w:ind w:left="0"/>'),
}
"""Paragraph properties of words in a narrow column, a tenth smaller than across the page."""
COVER = (
    "Cover Series",
    "Cover Edition",
    "Title",
    "Cover Subtitle",
    "Cover Dates",
    "Cover Places",
    "Cover Theme",
    "Cover Framework",
)
ENDINGS = ("first language", "second language", "column", "narrow column")
RAISED = 240
"""Twips by which a line at the foot of the cover stands higher where others follow it: all of them share one frame."""
LANGUAGE_COLUMNS = (
    "Language Columns",
    (
        '<w:tblBorders><w:insideV w:val="single" w:sz="4" w:space="0" w:color="A6A6A6" w:themeColor="background1" '
        'w:themeShade="A6"/></w:tblBorders><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="170" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar>'
    ),
    (),
)
"""The table style of columns: a hairline between them."""
_LANGUAGE = re.compile(r"( (?:zh|ru|en))?$")
_FRAME = re.compile(r'(<w:framePr[^>]*w:y=")(\d+)("[^>]*/>)')
_SPACING = re.compile(r'<w:spacing w:before="(\d+)" w:after="(\d+)" w:line="(\d+)" w:lineRule="(\w+)"/>')
_NARROW = 0.75
"""Of its size a line of a cover has in three languages or more: a cover is one page."""
_LEADING = 13
"""Twips of a line to a half point of its type."""
_SIZE = re.compile(r'<w:sz w:val="(\d+)"/>')


def version_rows(rows: Sequence[Row], normal: int, indents: Sequence[int]) -> Iterator[Row]:
    """Yield the styles of versions.

    `normal` is the size of text whose style says none, in half points; `indents` is where the words of numbered
    headings begin, in twips: a second version has no number and begins there too.
    """
    yield from _heading_rows({row[0]: row for row in rows}, normal, indents)
    by_name = {row[0]: row for row in rows}
    for name in by_name:
        base = _LANGUAGE.sub("", name)
        language = name[len(base) :]
        points = _size_of(name, by_name, normal)
        if base in FIRST:
            yield f"{base} first language{language}", name, "", FIRST[base], ""
        if base in SECOND:
            yield f"{base} second language{language}", name, "", SECOND[base], _lighter(name, by_name, points)
        if base in COVER:
            yield f"{base} column{language}", name, "", CLOSER, ""
            small = round(points * _NARROW)
            yield f"{base} narrow column{language}", name, "", exactly(small * _LEADING, 45, 45) + WHOLE, size(small)
        if base == "Cover Copy" and (frame := _FRAME.search(by_name[name][3])):
            raised = f"{frame[1]}{int(frame[2]) - RAISED}{frame[3]}"
            yield from ((f"{base} {end}{language}", name, "", raised, "") for end in ENDINGS)
        if base == "Title":
            yield f"{base} second column{language}", f"{base} column{language}", "", "", ""
        if base in COLUMN:
            even = _even_line(base, by_name, normal) if "Heading" in base.title() else ""
            yield f"{base} column{language}", name, "", even + COLUMN[base], size(round(points * 0.9))
        if base in COLUMN and "Heading" in base.title():
            yield f"{base} second column{language}", f"{base} column{language}", "", SAME_PAGE + UNLISTED, ""


def _heading_rows(rows: Mapping[str, Row], normal: int, indents: Sequence[int]) -> Iterator[Row]:
    for name in (name for name in rows if name.startswith("heading ")):
        start, language = name[: len("heading 1")], name[len("heading 1") :]
        indent = f'<w:ind w:left="{indents[int(start[-1]) - 1]}" w:firstLine="0"/>'
        look = f'{SAME_PAGE}{numbered(0)}<w:spacing w:before="0"/>{indent}{UNLISTED}'
        yield f"{start} second language{language}", name, "", look, _lighter(name, rows, _size_of(name, rows, normal))


def _even_line(base: str, rows: Mapping[str, Row], normal: int) -> str:
    """Return the spacing that headings beside each other share in all languages, or they stand at different heights."""
    said = next(match for look in _looks(base, rows, 3) if (match := _SPACING.search(look)))
    points = round(_size_of(base, rows, normal) * 0.9)
    line = int(said[3]) if said[4] == "exact" else points * _LEADING
    return exactly(line, after=int(said[2]), before=int(said[1]))


def _lighter(name: str, rows: Mapping[str, Row], points: int) -> str:
    smaller = size(round(points * 0.6) if points > 44 else points - 2)  # noqa: PLR2004 - half points, of titles
    return smaller if 'w:val="FFFFFF"' in "".join(_looks(name, rows)) else LIGHTER + smaller


def _size_of(name: str, rows: Mapping[str, Row], normal: int) -> int:
    found = next((match for look in _looks(name, rows) if (match := _SIZE.search(look))), None)
    return int(found[1]) if found else normal


def _looks(name: str, rows: Mapping[str, Row], part: int = 4) -> Iterator[str]:
    """Yield the run properties of a style and of those it is based on, or another part of their rows."""
    while name in rows:
        yield rows[name][part]
        name = rows[name][1]
