"""Decks of other people, made here: one 4:3 from a library's template, one wide with names in another language."""

from __future__ import annotations

import io
from collections.abc import Sequence

from lxml import etree
from pptx import Presentation

from cieprep_docs.office.package import Package, read_package, write_package
from cieprep_docs.office.xml import qualified, read_xml
from tests.support.decks import STYLE_FILE

_FOLDER = "ppt/slideLayouts/"
_KEPT = ("Titel", "Text", "Text rechts", "Fußzeile", "Foliennummer")
_NAMES = {
    "title": ("Titelfolie", ("title", "body")),
    "bullets": ("Inhalt", ("title", "body", "footer", "number")),
    "two-columns": ("Zwei Inhalte", ("title", "body", "side", "footer", "number")),
}
_GERMAN = dict(zip(("title", "body", "side", "footer", "number"), _KEPT, strict=True))


def old_deck(words: Sequence[str] = ("An old slide",)) -> bytes:
    """Return a 4:3 deck of English layouts with a slide for each of these words."""
    deck = Presentation()
    for each in words:
        slide = deck.slides.add_slide(deck.slide_layouts[0])
        assert slide.shapes.title is not None
        slide.shapes.title.text = each
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def german_deck() -> bytes:
    """Return a wide deck of three layouts that are called otherwise, with placeholders that are called otherwise."""
    package = read_package(STYLE_FILE)
    parts = [name for name in package.members if name.startswith(_FOLDER) and name.endswith(".xml")]
    return write_package(package, {name: _renamed(package, name) for name in parts})


def _renamed(package: Package, part: str) -> bytes:
    root = read_xml(package.read(part), part)
    slide = root.find(qualified("p:cSld"))
    assert slide is not None
    name, kept = _NAMES.get(slide.get("name", ""), ("Leer", ()))
    slide.set("name", name)
    for shape in list(root.iter(qualified("p:sp"))):
        names = shape.find(f".//{qualified('p:cNvPr')}")
        parent = shape.getparent()
        assert names is not None
        assert parent is not None
        if names.get("name") in kept:
            names.set("name", _GERMAN[names.get("name", "")])
            names.set("descr", "")
        elif shape.find(f".//{qualified('p:ph')}") is not None:
            parent.remove(shape)
    return etree.tostring(root, encoding="UTF-8", standalone=True)
