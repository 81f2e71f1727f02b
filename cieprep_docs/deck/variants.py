"""How a section may be told otherwise where slides do not hold it as it is: in smaller parts, or with less of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, product

from cieprep_docs.content import nodes
from cieprep_docs.content.fields import passages
from cieprep_docs.deck.anchors import same, words_on
from cieprep_docs.deck.brief import COVERS, DENSE, Brief
from cieprep_docs.deck.parts import Part, Text
from cieprep_docs.deck.slides import Shape
from cieprep_docs.deck.words import Together, plain

Parts = tuple[Part, ...]
Change = Callable[[Part], Parts]

_DETAIL = "detail"
_FEW_FIGURES = 2


def variants(brief: Brief) -> Iterator[Brief]:
    """Yield the section as it is, then as it needs less room.

    A dense slide keeps the first items of each list, then the first lists, fewer from one variant to the next. A
    timeline loses its details, a cover its lines, a quotation goes on as another one.
    """
    yield brief
    if brief.role in DENSE:
        yield from (replace(brief, parts=body, side=side, shortened=True) for body, side in _denser(brief))
        return
    for change in (_without_last_but_one,) if brief.role in COVERS else (_without_details, _halved):
        parts = _changed(brief.parts, change)
        while parts != brief.parts:
            brief = replace(brief, parts=parts, shortened=True)
            yield brief
            parts = _changed(parts, change)


def _denser(brief: Brief) -> Iterator[tuple[Parts, Parts]]:
    """Yield body and panel with ever fewer items, neither much shorter than the other."""
    bodies, sides = [*_shorter(brief.parts)], [*_shorter(brief.side)]
    pairs = sorted(product(range(len(bodies)), range(len(sides))), key=sum)
    yield from ((bodies[body], sides[side]) for body, side in pairs[1:])


def _shorter(parts: Parts) -> Iterator[Parts]:
    """Yield parts as they are, with fewer items in each list, with fewer lists and key figures."""
    lists = [len(each) for part in parts if isinstance(part, Text) for each in _lists(part)]
    yield parts
    yield from (_changed(parts, _first_items(most)) for most in range(max(lists, default=1) - 1, 0, -1))
    yield from (_changed(parts, _first_lists(most)) for most in range(len(lists), 0, -1))


def _changed(parts: Parts, change: Change) -> Parts:
    return tuple(chain(*map(change, parts)))


def _first_items(most: int) -> Change:
    """Return what keeps the first items of every list."""

    def change(part: Part) -> Parts:
        if not isinstance(part, Text):
            return (part,)
        return (Text(tuple(chain(*(each[:most] for each in _lists(part))))),)

    return change


def _first_lists(most: int) -> Change:
    """Return what keeps the first lists, the first item of each, and the first key figures."""

    def change(part: Part) -> Parts:
        if isinstance(part, nodes.KeyFigures):
            return (replace(part, figures=part.figures[:_FEW_FIGURES]),)
        if not isinstance(part, Text):
            return (part,)
        return (Text(tuple(each[0] for each in [*_lists(part)][:most])),)

    return change


def _lists(text: Text) -> Iterator[tuple[Together, ...]]:
    """Yield the groups under each heading."""
    begins = [index for index, group in enumerate(text.groups) if index == 0 or _has_heading(group)]
    for begin, end in zip(begins, [*begins[1:], len(text.groups)], strict=True):
        yield text.groups[begin:end]


def _has_heading(group: Together) -> bool:
    """An item of several paragraphs begins with its marker."""
    return len(group) > 1 and not group[0].marker


def _without_last_but_one(part: Part) -> Parts:
    """Return the words of a cover without the line before the last one, which says whose copy it is."""
    if not isinstance(part, Text) or len(part.groups) == 1:
        return (part,)
    return (Text((*part.groups[:-2], part.groups[-1])),)


def _without_details(part: Part) -> Parts:
    """Return a timeline whose steps say only what and where."""
    if not isinstance(part, nodes.Timeline):
        return (part,)
    steps = (replace(step, blocks=tuple(each for each in step.blocks if not _is_detail(each))) for step in part.steps)
    return (replace(part, steps=tuple(steps)),)


def _is_detail(block: nodes.Block) -> bool:
    return isinstance(block, nodes.Paragraph) and block.role == _DETAIL


def _halved(part: Part) -> Parts:
    """Return a quotation of several points as two, one after the other."""
    if not isinstance(part, nodes.Quotation) or len(part.blocks) == 1:
        return (part,)
    half = -(-len(part.blocks) // 2)
    return replace(part, blocks=part.blocks[:half]), replace(part, blocks=part.blocks[half:])


def left_out(brief: Brief, slides: Iterable[Iterable[Shape]]) -> Iterator[nodes.Paragraph]:
    """Yield the words of a section that stand on none of its slides and are not spoken either."""
    shown = (words for shapes in slides for words in words_on(shapes))
    spoken = (passage.text for passage in passages(brief.section.notes))
    known = {same(words) for words in (plain(brief.title), *shown, *spoken)}
    own = tuple(block for block in brief.section.blocks if not isinstance(block, nodes.Section))
    for passage in passages(own, brief.section.origin):
        if not isinstance(passage.words, str) and passage.words and same(plain(passage.words)) not in known:
            yield nodes.Paragraph(passage.words, origin=passage.origin)
