"""A planned deck as text, for tests and for people who write templates."""

from __future__ import annotations

from collections.abc import Iterator

from cieprep_docs.content import nodes
from cieprep_docs.deck.layouts import Box
from cieprep_docs.deck.slides import ChartPlace, Deck, Group, Para, PicturePlace, Shape, Slide, TablePlace, Words
from cieprep_docs.deck.words import paragraphs, plain

_MARKERS = {"": "", "bullet": "• ", "hanging": "  "}


def show(deck: Deck) -> str:
    """Return the deck slide by slide: layout, title, decisions, then every shape with its words, place and size."""
    return "\n".join(line for number, slide in enumerate(deck.slides, 1) for line in _slide(number, slide))


def _slide(number: int, slide: Slide) -> Iterator[str]:
    yield f"slide {number} {slide.role}: {slide.title}"
    yield from (f"  decided: {each}" for each in slide.decisions)
    for shape in slide.shapes:
        yield from _shape(shape, "  ")
    yield from (f"  notes: {plain(para.content)}" for para in paragraphs(slide.notes))


def _shape(shape: Shape, margin: str) -> Iterator[str]:
    match shape:
        case Words():
            scale = "" if shape.scale == 1 else f" {shape.scale:.0%}"
            air = f" +{shape.lead:g} pt" if shape.lead else ""
            yield f"{margin}{shape.field} {_box(shape.box)}{scale}{air}"
            yield from (f"{margin}  {_para(para)}" for para in shape.paras)
        case Group():
            yield f"{margin}group {_box(shape.box)}"
            for each in shape.shapes:
                yield from _shape(each, margin + "  ")
        case TablePlace():
            yield f"{margin}table {_box(shape.box)} {shape.scale:.0%}"
            for row in shape.table.rows:
                cells = (" / ".join(plain(para.content) for para in paragraphs(cell.blocks)) for cell in row.cells)
                yield f"{margin}  {row.kind}: {' | '.join(cells)}"
        case ChartPlace():
            yield f"{margin}chart {_box(shape.box)} {shape.chart.kind}: {', '.join(shape.chart.categories)}"
        case PicturePlace():
            yield f"{margin}picture {_box(shape.box)} {shape.source}: {shape.alt}"


def _para(para: Para) -> str:
    marker = f"{para.number}. " if para.marker == "number" else _MARKERS[para.marker]
    links = dict.fromkeys(each.href for each in para.content if isinstance(each, nodes.Run) and each.href)
    return "  " * para.level + marker + plain(para.content) + "".join(f" → {href}" for href in links)


def _box(box: Box) -> str:
    return f"{box.left:.0f},{box.top:.0f} {box.width:.0f}×{box.height:.0f}"
