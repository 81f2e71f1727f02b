"""A house style's .pptx, read once into what planning and writing need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from immutabledict import immutabledict
from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.deck.layouts import Layouts
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import StyleError
from cieprep_docs.office.archive import Package
from cieprep_docs.office.package import read_package
from cieprep_docs.office.slides.reading import PRESENTATION, CompiledLayout, Look, StyleReader
from cieprep_docs.office.xml import DECLARATION, qualified

SLIDES = "<p:sldIdLst/>"

NEEDED: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "body"),
    "section": ("title", "body"),
    "bullets": ("title", "body"),
    "two-columns": ("title", "body", "side"),
    "key-figures": ("title", "body", "card", "rule"),
    "timeline": ("title", "body", "rule", "dot", "when", "what"),
    "cities": ("title", "body", "city", "rule", "field"),
    "cards": ("title", "body", "card", "rule"),
    "people": ("title", "body", "card", "portrait"),
    "quotation": ("title", "body", "mark", "bar", "words", "portrait", "speaker"),
    "table": ("title", "body", "cell", "caption"),
    "chart": ("title", "body", "caption"),
    "picture": ("title", "body", "caption"),
    "closing": ("title", "body"),
}
"""The layouts that a deck needs, and the named placeholders on each."""


@dataclass(frozen=True, slots=True)
class DeckStyle:
    """A house style's deck: rooms for the plan, looks for the writer, and the package that both come from."""

    layouts: Layouts
    looks: Mapping[tuple[str, str], Look] = field(repr=False)
    parts: Mapping[str, str]
    """The part of each role's layout."""
    table_style: str
    """GUID of the table style."""
    notes_master: str
    """The part, or empty where the file has none."""
    presentation: str = field(repr=False)
    """``ppt/presentation.xml`` without slides; ``SLIDES`` stands where their list goes."""
    package: Package = field(repr=False)


def load_deck_style(path: str | Path) -> DeckStyle:
    """Return the house style of a .pptx.

    Raises StyleError listing every layout and placeholder that it lacks.
    """
    package = read_package(path)
    reader = StyleReader(package, str(path))
    compiled = {each.role: each for each in reader.layouts()}
    _refuse_gaps(compiled, str(path))
    return DeckStyle(
        Layouts(immutabledict({role: each.layout for role, each in compiled.items()}), *reader.size()),
        immutabledict({(role, name): look for role, each in compiled.items() for name, look in each.looks.items()}),
        immutabledict({role: each.part for role, each in compiled.items()}),
        reader.table_style(),
        next(iter(reader.related(PRESENTATION, "notesMaster")), ""),
        _without_slides(reader.presentation),
        package,
    )


def _without_slides(presentation: Element) -> str:
    """Return the part as text with an empty list of slides, before the size as the schema has it."""
    for old in presentation.findall(qualified("p:sldIdLst")):
        presentation.remove(old)
    size = presentation.index(presentation.find(qualified("p:sldSz")))  # type: ignore[arg-type]
    presentation.insert(size, etree.Element(qualified("p:sldIdLst")))
    return DECLARATION + etree.tostring(presentation, encoding="unicode")


def _refuse_gaps(layouts: Mapping[str, CompiledLayout], file: str) -> None:
    gaps = []
    for role, names in NEEDED.items():
        if role not in layouts:
            gaps.append(f"has no layout “{role}”")
            continue
        lacking = [name for name in names if name not in layouts[role].looks]
        gaps += [f"layout “{role}” has no placeholder “{name}”" for name in lacking]
    if gaps:
        raise StyleError(*(Diagnostic("STY030", gap, Location(file)) for gap in gaps))
