"""Blocks of running words → paragraphs of a slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cieprep_docs.content import nodes
from cieprep_docs.deck.slides import Para

Together = tuple[Para, ...]
"""Paragraphs that stay on one slide: an item with all that belongs to it, a heading with what follows."""


def paragraphs(blocks: Iterable[nodes.Block]) -> tuple[Para, ...]:
    """Return the paragraphs of some blocks one after the other."""
    return tuple(para for group in read_words(blocks) for para in group)


def read_words(blocks: Iterable[nodes.Block]) -> Iterator[Together]:
    """Yield the paragraphs of headings, paragraphs and lists; a heading comes with what it stands over."""
    heading: Together = ()
    for block in blocks:
        for group in _groups(block):
            if isinstance(block, nodes.Heading):
                heading += group
            else:
                yield heading + group
                heading = ()
    if heading:
        yield heading


def plain(inlines: nodes.Inlines) -> str:
    """Return the words alone; a break reads as a blank."""
    return "".join(each.text if isinstance(each, nodes.Run) else " " for each in inlines)


def _groups(block: nodes.Block) -> Iterator[Together]:
    match block:
        case nodes.Heading():
            yield (Para(tuple(_strong(each) for each in block.content)),)
        case nodes.Paragraph():
            yield (Para(block.content),)
        case nodes.List():
            for number, item in enumerate(block.items, 1):
                yield tuple(_item(item, number if block.ordered else 0, 0))
        case _:
            yield from ()


def _item(item: nodes.Item, number: int, level: int) -> Iterator[Para]:
    for index, block in enumerate(item.blocks):
        if isinstance(block, nodes.List):
            for below, inner in enumerate(block.items, 1):
                yield from _item(inner, below if block.ordered else 0, level + 1)
        elif isinstance(block, nodes.Paragraph):
            yield _line(block.content, level, number) if index == 0 else Para(block.content, level, "hanging")


def _line(content: nodes.Inlines, level: int, number: int) -> Para:
    return Para(content, level, "number", number) if number else Para(content, level, "bullet")


def _strong(inline: nodes.Inline) -> nodes.Inline:
    return replace(inline, strong=True) if isinstance(inline, nodes.Run) else inline
