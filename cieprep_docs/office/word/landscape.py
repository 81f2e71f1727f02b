"""Pages turned to landscape for what is too wide, and back, with the same headers and footers."""

from __future__ import annotations

from collections.abc import Callable

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
    return section.xml if place.parts.sections == 1 else section.continued()


def _write_break(place: Place, section: str) -> str:
    end = paragraph(place.here(new_page=False, keep=False), place.style_of("section end"), "")
    return end.replace("</w:pPr>", f"{section}</w:pPr>")
