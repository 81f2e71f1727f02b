"""Words put into slides that a deck keeps: measured, and set smaller where they need more room than they have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.content import nodes
from cieprep_docs.deck.fit import best_scale
from cieprep_docs.deck.layouts import Box, Field, Insets, Level
from cieprep_docs.deck.slides import Para
from cieprep_docs.deck.words import plain
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.office.slides.reading import FRAME, StyleReader
from cieprep_docs.office.xml import qualified, read_xml

_EMU = 12700
_TEXT_BOX = Level(18)
"""What words of a text box look like that do not say it."""
_SMALLEST, _SHARE = 12.0, 0.5
"""Points, and share of its own size: as far as type becomes smaller."""
_SIDES = {"lIns": "left", "tIns": "top", "rIns": "right", "bIns": "bottom"}


def read_rooms(part: str, reader: StyleReader) -> Iterator[tuple[str, Field]]:
    """Yield the rooms of a slide's shapes with placeholders ``{{ … }}``, by the number of the shape."""
    patterns = {_key(each): each for each in reader.root(reader.one(part, "slideLayout")).iter(qualified("p:sp"))}
    for shape in reader.root(part).iter(qualified("p:sp")):
        if "{{" in "".join(text.text or "" for text in shape.iter(qualified("a:t"))) and not _grows(shape):
            pattern = patterns.get(_key(shape)) if _key(shape) else None
            yield _number(shape), _room(shape, pattern, reader)


def fit_filled(part: str, xml: str, rooms: Mapping[str, Field]) -> tuple[bytes, list[Diagnostic]]:
    """Return a filled slide with its words as large as they fit, and what is wrong with those that do not fit."""
    root, faults = read_xml(xml.encode(), part), list[Diagnostic]()
    for shape in root.iter(qualified("p:sp")):
        field = rooms.get(_number(shape))
        if field is not None:
            fault = _fit(shape, field, part)
            faults += [fault] if fault else []
    return etree.tostring(root, encoding="UTF-8", standalone=True), faults


def _fit(shape: Element, field: Field, part: str) -> Diagnostic | None:
    """Make the words of a shape as small as they need to be, or return what is wrong."""
    paras = tuple(_para(each) for each in shape.iter(qualified("a:p")))
    field = _as_set(field, shape)
    scale = best_scale(paras, field, 1)
    words = " ".join(plain(para.content) for para in paras)
    if scale is None:
        message = (
            f"“{words}” does not fit into {field.room.width:.0f} × {field.room.height:.0f} pt at {field.smallest:g} pt"
        )
        return Diagnostic("DCK005", message, Location(part), "make the placeholder of the slide larger")
    if scale < 1:
        for para, each in zip(paras, shape.iter(qualified("a:p")), strict=True):
            for look in each.iter(qualified("a:rPr")):
                look.set("sz", str(round(field.size(para.level, scale) * 100)))
    return None


def _para(paragraph: Element) -> Para:
    look = paragraph.find(qualified("a:pPr"))
    runs = (_run(each) for each in paragraph.iter(qualified("a:r")))
    return Para(tuple(runs), int(look.get("lvl", 0)) if look is not None else 0)


def _run(run: Element) -> nodes.Run:
    look = run.find(qualified("a:rPr"))
    text = run.findtext(qualified("a:t")) or ""
    if look is None:
        return nodes.Run(text, "")
    return nodes.Run(text, look.get("lang", ""), strong=look.get("b") in {"1", "true"})


def _as_set(field: Field, shape: Element) -> Field:
    """Return the field with the size that the slide itself gives its words."""
    sizes = [float(each.get("sz", 0)) / 100 for each in shape.iter(qualified("a:rPr")) if each.get("sz")]
    levels = tuple(replace(level, size=max(sizes)) for level in field.levels) if sizes else field.levels
    own = levels[0].size
    return replace(field, levels=levels, smallest=min(own, max(_SMALLEST, _SHARE * own)))


def _room(shape: Element, pattern: Element | None, reader: StyleReader) -> Field:
    field = Field("", Box(0, 0, 0, 0), (_TEXT_BOX,), Insets(7.2, 3.6, 7.2, 3.6))
    if pattern is not None:
        field = reader.field(pattern)
    frame = shape.find(f"{qualified('p:spPr')}/{qualified('a:xfrm')}")
    if frame is not None:
        numbers = (
            float(child.get(name, 0)) / _EMU for child, names in zip(frame, FRAME, strict=False) for name in names
        )
        field = replace(field, box=Box(*numbers))
    body = shape.find(f"{qualified('p:txBody')}/{qualified('a:bodyPr')}")
    given = {} if body is None else {side: body.get(name) for name, side in _SIDES.items()}
    insets = {side: float(value) / _EMU for side, value in given.items() if value}
    return replace(field, insets=replace(field.insets, **insets))


def _grows(shape: Element) -> bool:
    """Return whether a shape is as wide as its words, or holds them upright."""
    body = shape.find(f"{qualified('p:txBody')}/{qualified('a:bodyPr')}")
    return body is not None and (body.get("wrap") == "none" or body.get("vert", "horz") != "horz")


def _key(shape: Element) -> tuple[str, str] | None:
    """Return what tells a placeholder from the others of its layout, None for a shape that is none."""
    placeholder = shape.find(f".//{qualified('p:ph')}")
    if placeholder is None:
        return None
    kind = placeholder.get("type", "")
    return ("title", "") if kind in {"title", "ctrTitle"} else ("", placeholder.get("idx", kind))


def _number(shape: Element) -> str:
    names = shape.find(f".//{qualified('p:cNvPr')}")
    return names.get("id", "") if names is not None else ""
