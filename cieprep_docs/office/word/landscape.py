"""Pages turned to landscape for what is too wide, and back, with the same headers and footers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from cieprep_docs.content.nodes import Block, Columns, Document, Section
from cieprep_docs.office.word.furniture import SectionStyle
from cieprep_docs.office.word.house import ReportStyle
from cieprep_docs.office.word.outline import walk
from cieprep_docs.office.word.paragraphs import thin_paragraph
from cieprep_docs.office.word.place import Place

_MANY = 3
"""Columns of so many languages are too narrow for words on an upright page."""


def write_turned(place: Place, write: Callable[[Place], str]) -> str:
    """Return what `write` gives for turned pages, between two breaks; where pages are turned already, as it is."""
    if is_turned(place):
        return write(place)
    wide = place.style.pages.turned()
    before = _write_break(place, next_section(place, place.style.pages))
    return before + write(place.here(width=wide.width, new_page=False)) + _write_break(place, next_section(place, wide))


def is_turned(place: Place) -> bool:
    """Return whether a place is wider than the pages of the house style are, or these are wide themselves."""
    return place.width > place.style.pages.width or place.style.pages.is_wide


def with_room(document: Document, style: ReportStyle) -> ReportStyle:
    """Return the house style, its pages turned for words of more than two languages beside each other."""
    if len(document.other_labels) < _MANY - 1:
        return style
    rows = (block.rows[0] for block, _ in walk(document.blocks) if isinstance(block, Columns))
    if max(map(len, rows), default=0) < _MANY:
        return style
    return replace(style, pages=style.pages.opened().turned())


def next_section(place: Place, section: SectionStyle) -> str:
    """Return the ``w:sectPr`` of the next section; only the first has a first page and a number of its own."""
    place.parts.sections += 1
    if place.parts.sections > 1:
        return section.continued()
    return section.xml if has_cover(place.document) else section.opened_like(place.style.cover)


def has_cover(document: Document) -> bool:
    """Return whether a document begins with a cover, which is a section of its own."""
    return any(is_cover(block) for block in document.blocks)


def is_cover(block: Block) -> bool:
    """Return whether a block is a cover."""
    return isinstance(block, Section) and block.role == "cover"


def _write_break(place: Place, section: str) -> str:
    end = thin_paragraph(place.here(new_page=False, keep=False))
    return end.replace("</w:pPr>", f"{section}</w:pPr>")
