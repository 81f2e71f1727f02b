"""The table of contents, filled when the report is made: entries, links and page fields.

Word lays pages out, so only Word knows their numbers. The entries stand in a TOC field: without numbers and the dots
that lead to them where the pages are not known, and Word adds both when it updates its fields (F9, “Update table” or
printing); with a PAGEREF field each where they are. The file does not ask for an update on opening
(``w:updateFields``, ``w:dirty``): Word would put a question to the reader first.
"""

from __future__ import annotations

from dataclasses import replace

from cieprep_docs.content.nodes import Contents, Document, Inlines, Run
from cieprep_docs.office.word.house import ReportStyle
from cieprep_docs.office.word.numbering import Level
from cieprep_docs.office.word.outline import Entry, contents_entries, heading_levels
from cieprep_docs.office.word.paragraphs import paragraph, thin_paragraph
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.runs import field, field_around, text_element, write_runs

_TAB = "<w:r><w:tab/></w:r>"
_END_TAB = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="%d"/></w:tabs>'


def write_contents(block: Contents, place: Place) -> str:
    """Return the entries down to the depth asked for, each a link to its heading."""
    levels = heading_levels(place.style, place.document.lang)
    entries = entries_of(block, place.document, place.style)
    begin, end = field_around(f'TOC \\o "1-{block.depth}" \\h \\z \\u')
    lines = [f"{_write_number(entry, levels)}{write_runs(plain_content(entry.content), place)}" for entry in entries]
    written = "".join(
        _write_entry(entry, line, place, begin if entry is entries[0] else "", end if entry is entries[-1] else "")
        for entry, line in zip(entries, lines, strict=True)
    )
    # LibreOffice keeps the versions of the first heading together, but not the two paragraphs behind a contents field.
    return written + (2 * thin_paragraph(place) if place.document.other_labels else "")


def entries_of(block: Contents, document: Document, style: ReportStyle) -> tuple[Entry, ...]:
    """Return the lines of a table of contents."""
    return contents_entries(document, heading_levels(style, document.lang), block.depth)


def _write_number(entry: Entry, levels: tuple[Level, ...]) -> str:
    """Return the number of a heading, and behind it what stands there in the heading itself."""
    if not entry.number:
        return ""
    suffix = levels[entry.level - 1].suffix
    number = f"{entry.number} " if suffix == "space" else entry.number
    return f"<w:r>{text_element(number)}</w:r>{_TAB if suffix == 'tab' else ''}"


def _write_entry(entry: Entry, inner: str, place: Place, before: str, after: str) -> str:
    page = place.parts.pages.get(entry.bookmark)
    number = _TAB + field(f"PAGEREF {entry.bookmark} \\h", result=str(page)) if page else ""
    style = place.style_of(f"entry {entry.level}")
    tabs = _END_TAB % place.width if page and not style.end_tab else ""
    link = f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{inner}{number}</w:hyperlink>'
    return paragraph(place, style, f"{before}{link}{after}", tabs)


def plain_content(content: Inlines) -> Inlines:
    """Return the words of an entry: without links, for it is one, and without the numbers of notes."""
    return tuple(replace(run, href="") for run in content if isinstance(run, Run) and not run.raised)
