"""What stands inside a container: blocks alone, or words and blocks mixed."""

from __future__ import annotations

from collections.abc import Collection

from lxml.etree import _Element as Element

from cieprep_docs.content.inlines import Piece, Traits, collect_inline, join_pieces, read_text
from cieprep_docs.content.nodes import Block, Paragraph
from cieprep_docs.content.reading import Reading, origin_of
from cieprep_docs.content.vocabulary import BLOCKS, INLINES, TAGS, WORDS


def read_block(reading: Reading, element: Element, lang: str, allowed: Collection[str]) -> Block | None:
    """Return the block, or None where the element is none or must not stand here (reported)."""
    tag = str(element.tag)
    if tag in allowed:
        return reading.readers[tag](reading, element, element.get("lang", lang))
    if tag in TAGS:
        _report_place(reading, element, tag)
    return None


def read_blocks(reading: Reading, element: Element, lang: str, allowed: Collection[str]) -> tuple[Block, ...]:
    """Return the blocks of a container that holds no words of its own."""
    report_words(reading, element)
    found = (read_block(reading, child, lang, allowed) for child in element)
    return tuple(block for block in found if block is not None)


def report_words(reading: Reading, element: Element) -> None:
    """Report words that stand directly in a container of blocks or parts."""
    texts = [element.text, *[child.tail for child in element]]
    words = next((text.strip() for text in texts if text and not text.isspace()), "") if any(texts) else ""
    if words:
        shown = words if len(words) <= 30 else words[:29] + "…"  # noqa: PLR2004 - enough to find it
        reading.report(element, "MRK012", f"words stand directly in <{element.tag}>: {shown!r}", "put them into <p>")


def read_flow(reading: Reading, element: Element, lang: str, allowed: Collection[str] = WORDS) -> tuple[Block, ...]:
    """Return the blocks of an item or a cell, where bare words make a paragraph of their own."""
    if not len(element):
        content = read_text(element, lang)
        return (Paragraph(content, origin=origin_of(element)),) if content else ()
    traits = Traits(lang)
    pieces: list[Piece] = [(element.text or "", traits)]
    blocks: list[Block] = []
    for child in element:
        if child.tag in BLOCKS:
            _end_paragraph(element, pieces, blocks)
            block = read_block(reading, child, lang, allowed)
            blocks += [block] if block else []
        else:
            collect_inline(reading, child, traits, pieces)
        pieces.append((child.tail or "", traits))
    _end_paragraph(element, pieces, blocks)
    return tuple(blocks)


def _end_paragraph(element: Element, pieces: list[Piece], blocks: list[Block]) -> None:
    content = join_pieces(pieces)
    if content:
        blocks.append(Paragraph(content, origin=origin_of(element)))
    pieces.clear()


def _report_place(reading: Reading, element: Element, tag: str) -> None:
    parent = element.getparent()
    around = "at the root" if parent is None else f"in <{parent.tag}>"
    hint = "put it into <p>" if tag in INLINES else ""
    reading.report(element, "MRK011", f"<{tag}> must not stand {around}", hint)
