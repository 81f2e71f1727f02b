"""The first page: words of the house style's own file, or those of the document, its title on a band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cieprep_docs.content.nodes import Aside, Block, Heading, Paragraph, Section, Version
from cieprep_docs.office.word.outline import walk
from cieprep_docs.office.word.paragraphs import thin_paragraph
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.slots import fill_slot
from cieprep_docs.office.word.tables import (
    TWIPS_A_MILLIMETRE,
    Frame,
    cell_content,
    frame_table,
    table_cell,
    table_row,
)

_BAND = "cover band"
_ON_BAND = frozenset({"series", "edition", "body"})
"""Paragraphs that house styles with a band set in the colours of the band, as they do headings."""


def write_cover(covers: Sequence[Section], place: Place) -> str:
    """Return the cover and the end of its section."""
    if place.style.own_cover:
        place.parts.headings += sum(isinstance(block, Heading) for block, _ in walk(covers))  # what it replaces
        return place.style.own_cover.fill(lambda slot: fill_slot(slot, place))
    banded = place.style.stylesheet.find("table", _BAND)
    end = thin_paragraph(place).replace("</w:pPr>", f"{place.style.cover.xml}</w:pPr>")
    return place.write([_with_band(each) for each in covers] if banded else covers, place) + end


def _with_band(cover: Section) -> Section:
    """Return a cover with an aside for the band: where a script wrote none, around the words that belong on it."""
    band = tuple(filter(_is_on_band, cover.blocks))
    if not band or any(isinstance(block, Aside) for block in cover.blocks):
        return cover
    return replace(cover, blocks=(Aside(band, "band"), *(each for each in cover.blocks if not _is_on_band(each))))


def _is_on_band(block: Block) -> bool:
    first = block.blocks[0] if isinstance(block, Version) and block.blocks else block
    return isinstance(first, Heading) or (isinstance(first, Paragraph) and first.role in _ON_BAND)


def write_band(block: Aside, role: str, place: Place) -> str:
    """Return a band from edge to edge of the sheet that grows with its words: a table of one cell."""
    sheet, look = place.style.cover, place.style.look
    cell = table_cell(sheet.sheet, cell_content(block.blocks, place.inside(place.context)))
    row = table_row(cell, height=round(look.band * TWIPS_A_MILLIMETRE))
    return frame_table(place, Frame(role, [sheet.sheet], indent=-sheet.left), row)
