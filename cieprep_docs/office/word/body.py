"""Blocks → XML: which function writes which block."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any

from cieprep_docs.content.nodes import (
    Aside,
    Block,
    Chart,
    Columns,
    Contents,
    Document,
    Heading,
    KeyFigures,
    List,
    Paragraph,
    People,
    Picture,
    Quotation,
    Section,
    Table,
    Timeline,
    Version,
)
from cieprep_docs.content.references import LANDSCAPE
from cieprep_docs.office.word.contents import entries_of, write_contents
from cieprep_docs.office.word.cover import write_band, write_cover
from cieprep_docs.office.word.drawings import write_chart, write_picture
from cieprep_docs.office.word.figures import write_key_figures
from cieprep_docs.office.word.house import ReportStyle
from cieprep_docs.office.word.landscape import is_cover, next_section, write_turned
from cieprep_docs.office.word.outline import walk
from cieprep_docs.office.word.paragraphs import (
    thin_paragraph,
    write_heading,
    write_list,
    write_paragraph,
    write_section,
)
from cieprep_docs.office.word.parts import Parts
from cieprep_docs.office.word.people import write_people, write_quotation
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.signature import write_attachment_note, write_signature
from cieprep_docs.office.word.tables import write_table
from cieprep_docs.office.word.timeline import write_timeline
from cieprep_docs.office.word.versions import manner_before, write_columns, write_version
from cieprep_docs.office.xml import DECLARATION, declare


def write_body(document: Document, style: ReportStyle, parts: Parts) -> bytes:
    """Return ``word/document.xml``: the cover on a page of its own, then the pages."""
    place = Place(style, parts, document, write_blocks, style.pages.width, document.lang)
    covers = [block for block in document.blocks if isinstance(block, Section) and is_cover(block)]
    others = [block for block in document.blocks if not is_cover(block)]
    cover = write_cover(covers, place.here(width=style.cover.width)) if covers else ""
    # The head of an official paper, or a cover in several languages, leaves no room for the contents below it.
    full = place.style.pages.goes_on and bool(document.labels.get("issuer") or document.other_labels)
    pages = _write_each(others, place.here(new_page=full and bool(covers)))
    names = declare("w", "r", "wp", "a", "pic", "c")
    end = f"{next_section(place, style.pages)}</w:body></w:document>"
    # Joined once: copies of many pages cost more than what is joined.
    return "".join([f"{DECLARATION}<w:document{names}><w:body>{cover}", *pages, end]).encode()


def _is(block: Block, role: str) -> bool:
    return isinstance(block, Section) and block.role == role


def write_blocks(blocks: Sequence[Block], place: Place) -> str:
    """Return the XML of blocks; where a new page is wanted, the first of them opens it."""
    return "".join(_write_each(blocks, place))


def _write_each(blocks: Sequence[Block], place: Place) -> list[str]:
    neighbours = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
    at = cache(partial(_surrounded, place))  # most paragraphs are surrounded alike
    written: list[str] = []
    for before, block, after in neighbours:
        sections = place.parts.sections
        words = write_block(block, at(*_surroundings(before, block, after, place)))
        if isinstance(block, Table) and isinstance(before, Heading) and place.parts.sections > sections:
            words = _turn_headings(blocks, written, words)
        written.append(words)
    return written


def _turn_headings(blocks: Sequence[Block], written: list[str], turned: str) -> str:
    """Return a table on turned pages with the headings above it, which are taken from the pages before."""
    start = len(written)
    while start and isinstance(blocks[start - 1], Heading):
        start -= 1
    cut = turned.index(_PARAGRAPH_END) + len(_PARAGRAPH_END)  # behind the break
    headings = written[start:]
    written[start:] = [""] * len(headings)
    return "".join([turned[:cut], *headings, turned[cut:]])


def _surrounded(place: Place, new_page: bool, keep: bool, heading: bool, manner: str) -> Place:  # noqa: FBT001 - a key
    if (new_page, keep, heading, manner) == (place.new_page, place.keep, place.before_heading, place.manner):
        return place
    return replace(place, new_page=new_page, keep=keep, before_heading=heading, manner=manner)


def _surroundings(
    before: Block | None, block: Block, after: Block | None, place: Place
) -> tuple[bool, bool, bool, str]:
    """The contents stand on pages of their own; words that lead to something stay with it."""
    new_page = place.new_page if before is None else _is(before, "contents") and _fill_page(place)
    version = after if isinstance(after, Version) and after.manner else None
    in_row = place.context.startswith("table")  # a row is never torn; kept rows would chain tables to each other
    signed = isinstance(after, Paragraph) and after.role in _REQUISITES and isinstance(block, Paragraph | List)
    leads = (
        (version is not None and not in_row)
        or signed
        or (isinstance(block, Paragraph) and isinstance(after, List | Table))
    )
    heading = place.before_heading if after is None else _brings_space(after, place)
    manner = manner_before(version, place) if version else place.manner
    return new_page, place.keep or leads, heading, manner


def _fill_page(place: Place) -> bool:
    """Return whether the contents are long enough to have their pages to themselves."""
    found = (block for block, _ in walk(place.document.blocks) if isinstance(block, Contents))
    lines = sum(len(entries_of(block, place.document, place.style)) for block in found)
    return lines >= place.style.look.contents


def _brings_space(block: Block, place: Place) -> bool:
    """Return whether a block begins with a heading that stands well apart from what is above it."""
    first = block.blocks[0] if isinstance(block, Section) and block.blocks else block
    found = place.find(f"heading {first.level}") if isinstance(first, Heading) else None
    return found is not None and found.before >= _APART


def write_block(block: Block, place: Place) -> str:
    """Return the XML of one block."""
    opened = "" if isinstance(block, _OPENS_PAGES) or not place.new_page else _page_break(place)
    return opened + _WRITERS[type(block)](block, place)


def _page_break(place: Place) -> str:
    return thin_paragraph(place)


def write_aside(block: Aside, place: Place) -> str:
    """Return a panel: paragraphs in the style of its role, or a band where a table style is there for it."""
    role = f"{place.context} {block.role}".strip()
    if place.style.stylesheet.find("table", role):
        return write_band(block, role, place)
    return write_blocks(block.blocks, place.inside(place.context or block.role))


def _write_words(block: Paragraph, place: Place) -> str:
    return _REQUISITES.get(block.role, write_paragraph)(block, place)


def _write_section(block: Section, place: Place) -> str:
    if block.role == LANDSCAPE:
        return write_turned(place, lambda turned: write_section(block, turned))
    return write_section(block, place)


_REQUISITES: Mapping[str, Callable[[Paragraph, Place], str]] = {
    "signature": write_signature,
    "sealed-signature": write_signature,
    "record": write_signature,
    "attachment-note": write_attachment_note,
}
"""Paragraphs whose lines are set apart from each other."""
_APART = 400
"""Twips above a heading that set it apart from a table without more."""
_PARAGRAPH_END = "</w:p>"
_OPENS_PAGES = (Heading, Paragraph, Section)

_WRITERS: Mapping[type, Callable[[Any, Place], str]] = {
    Aside: write_aside,
    Chart: write_chart,
    Columns: write_columns,
    Contents: write_contents,
    Heading: write_heading,
    KeyFigures: write_key_figures,
    List: write_list,
    Paragraph: _write_words,
    People: write_people,
    Picture: write_picture,
    Quotation: write_quotation,
    Section: _write_section,
    Table: write_table,
    Timeline: write_timeline,
    Version: write_version,
}
