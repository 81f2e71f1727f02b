"""On which of its slides something stands that a link leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cieprep_docs.content import nodes
from cieprep_docs.content.fields import children_of, passages
from cieprep_docs.deck.slides import Group, Para, Shape, TablePlace, Words
from cieprep_docs.deck.words import paragraphs, plain


def anchors_on(section: nodes.Section, slides: Sequence[Iterable[Shape]]) -> list[tuple[str, ...]]:
    """Return the ids of the items and blocks that stand on each slide of a section, the first one's where unknown."""
    found = list[list[str]]([[] for _ in slides])
    marked = [node for block in section.blocks if not isinstance(block, nodes.Section) for node in _marked(block)]
    shown = [{same(words) for words in words_on(shapes)} for shapes in slides] if marked else []
    for node in marked:
        words = {same(each.text) for each in passages((node,)) if each.text}
        place = next((index for index, each in enumerate(shown) if words & each), 0)
        found[place].append(node.id)
    return [tuple(ids) for ids in found]


def words_on(shapes: Iterable[Shape]) -> Iterator[str]:
    """Yield the paragraphs on a slide, those of tables and groups too."""
    return (plain(para.content) for shape in shapes for para in _paras(shape))


def same(words: str) -> str:
    """Return words as they compare: numbers on cards have other blanks."""
    return " ".join(words.split())


def _marked(node: Any) -> Iterator[Any]:
    if getattr(node, "id", ""):
        yield node
    for child in children_of(node):
        yield from _marked(child)


def _paras(shape: Shape) -> Iterator[Para]:
    match shape:
        case Words():
            yield from shape.paras
        case Group():
            for each in shape.shapes:
                yield from _paras(each)
        case TablePlace():
            for row in shape.table.rows:
                for cell in row.cells:
                    yield from (Para(para.content) for para in paragraphs(cell.blocks))
