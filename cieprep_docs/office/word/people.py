"""What people said, and who they are."""

from __future__ import annotations

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.nodes import Inlines, People, PersonCard, Quotation, Run
from cieprep_docs.office.word.drawings import write_portrait
from cieprep_docs.office.word.paragraphs import COLUMN, paragraph, words
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.tables import (
    TWIPS_A_MILLIMETRE,
    Frame,
    after_block,
    before_block,
    frame_table,
    table_cell,
    table_row,
)

_MARK = 960
"""Twips of the column for initials; portraits make it wider."""
_PART = 0.36
"""Of the column that says what a person did, in parts of the text's width."""


def write_quotation(block: Quotation, place: Place) -> str:
    """Return who spoke and what was said, beside one bar; a portrait stands above the name, initials do not."""
    inside = place.inside("quotation")
    role = inside.style_of("speaker")
    portrait = write_portrait(inside, block.portrait, plain_text(block.speaker), block.origin) if block.portrait else ""
    lines = [paragraph(inside, role, portrait)] if portrait else []
    lines += [words(inside, name, getattr(block, name)) for name in ("speaker", "post") if getattr(block, name)]
    said = "".join(lines) + place.write(block.blocks, inside)
    return said if place.manner == COLUMN else before_block(place) + said + after_block(place)


def write_people(block: People, place: Place) -> str:
    """Return a table with a person in each row: portrait or initials; name, post and body; what he or she did.

    Labels ``person`` and ``part`` of the document head it where they are given.
    """
    inside = place.inside("person")
    widths = _widths(block, place)
    rows = _header(widths, inside) + "".join(_write_card(card, widths, inside) for card in block.cards)
    return before_block(place) + frame_table(place, Frame("person", widths, "0010"), rows) + after_block(place)


def _widths(block: People, place: Place) -> list[int]:
    mark = round(place.style.look.portrait * TWIPS_A_MILLIMETRE) if any(c.portrait for c in block.cards) else _MARK
    part = round(place.width * _PART) if any(card.part for card in block.cards) else 0
    widths = [mark, place.width - mark - part, part]
    return [width for width in widths if width]


def _header(widths: list[int], place: Place) -> str:
    labels = [(), *(place.document.labels.get(name, ()) for name in ("person", "part"))]
    if not any(labels):
        return ""
    inside = place.inside("person header")
    cells = (table_cell(width, words(inside, "body", label)) for width, label in zip(widths, labels, strict=False))
    return table_row("".join(cells), header=True)


def _write_card(card: PersonCard, widths: list[int], place: Place) -> str:
    lines = [words(place, name, getattr(card, name)) for name in ("name", "post", "body") if getattr(card, name)]
    cells = [_mark_of(card, place), "".join(lines), words(place, "part", card.part)]
    return table_row("".join(table_cell(width, inner) for width, inner in zip(widths, cells, strict=False)))


def _mark_of(card: PersonCard, place: Place) -> str:
    style = place.style_of("initials")
    if card.portrait:
        return paragraph(place, style, write_portrait(place, card.portrait, plain_text(card.name), card.origin))
    return words(place, "initials", _initials(card, place))


def _initials(card: PersonCard, place: Place) -> Inlines:
    lang = next((run.lang for run in card.name if isinstance(run, Run)), place.lang)
    return (Run(card.initials, lang),) if card.initials else ()
