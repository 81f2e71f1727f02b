"""Pages turned to landscape for what is too wide, and back, with the same headers and footers."""

from __future__ import annotations

from collections.abc import Callable

from cieprep_docs.content.nodes import Block, Document, Section
from cieprep_docs.office.word.furniture import SectionStyle
from cieprep_docs.office.word.paragraphs import paragraph
from cieprep_docs.office.word.place import Place


def write_turned(place: Place, write: Callable[[Place], str]) -> str:
    """Return what `write` gives for turned pages, between two breaks; where pages are turned already, as it is."""
    if is_turned(place):
        return write(place)
    wide = place.style.pages.turned()
    before = _write_break(place, next_section(place, place.style.pages))
    return before + write(place.here(width=wide.width, new_page=False)) + _write_break(place, next_section(place, wide))


def is_turned(place: Place) -> bool:
    """Return whether a place is wider than the pages of the house style are."""
    return place.width > place.style.pages.width


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
    end = paragraph(place.here(new_page=False, keep=False), place.style_of("section end"), "")
    return end.replace("</w:pPr>", f"{section}</w:pPr>")
