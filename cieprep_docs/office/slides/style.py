"""A house style's .pptx, read once into what planning and writing need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from immutabledict import immutabledict
from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.deck.layouts import Layouts
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import StyleError
from cieprep_docs.office.archive import Package
from cieprep_docs.office.package import CONTENT_TYPES, load_bytes, read_package
from cieprep_docs.office.relationships import (
    OFFICE_TYPE,
    Relationship,
    read_content_types,
    read_relationships,
    relationships_name,
)
from cieprep_docs.office.slides.adopting import complete
from cieprep_docs.office.slides.boilerplate import Boilerplate, highest_number, read_boilerplate
from cieprep_docs.office.slides.reading import PRESENTATION, CompiledLayout, Look, StyleReader
from cieprep_docs.office.slides.serving import NEEDED, Served, serve
from cieprep_docs.office.xml import DECLARATION, qualified

SLIDES = "<p:sldIdLst/>"


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
    related: tuple[Relationship, ...] = field(repr=False)
    """The relationships of the presentation but those to slides."""
    content_types: tuple[Mapping[str, str], Mapping[str, str]] = field(repr=False)
    """By extension and by part, but those of the properties, which each deck has for itself."""
    served: tuple[Served, ...] = ()
    """Which layout of the file serves each role, and how."""
    kept: Boilerplate = field(default=Boilerplate(), repr=False)
    taken: int = 0
    """The highest number that a slide or chart of the file has; new ones are counted on."""


def load_deck_style(path: str | Path, basis: str | Path | None = None) -> DeckStyle:
    """Return the house style of a .pptx or .potx.

    ``basis`` is the house style of ours that lends what another deck lacks; without it nothing may be lacking.
    Raises StyleError listing every layout and placeholder that is.
    """
    own = (load_bytes(path), str(path))
    if basis is None or Path(basis) == Path(path):
        return _read_style(own)
    return _read_borrowing_style(own, (load_bytes(basis), str(basis)))


_File = tuple[bytes, str]
"""What a file holds, and its name, for errors. Kept are styles by what the files hold, so that a new one is seen."""


@lru_cache(maxsize=8)
def _read_style(file: _File) -> DeckStyle:
    """Return a house style that lacks nothing."""
    reader = StyleReader(read_package(*file), file[1])
    own = list(reader.layouts())
    _refuse_gaps({each.role: each for each in own}, file[1])
    return _style(reader, own, ())


@lru_cache(maxsize=8)
def _read_borrowing_style(file: _File, basis: _File) -> DeckStyle:
    """Return a house style that is lent what it lacks."""
    reader = StyleReader(read_package(*file), file[1])
    own = list(reader.layouts())
    lender = StyleReader(read_package(*basis), basis[1])
    found = list(
        serve(own, {each.role: each for each in lender.layouts()}, reader.fonts["+mn-lt"], reader.size()[1] - _FOOT)
    )
    if not found:
        hint = "give a layout a title placeholder"
        raise StyleError.at("STY030", "no layout has a title", location=Location(file[1]), hint=hint)
    kept = read_boilerplate(reader)
    whole = StyleReader(complete(reader, lender, [each.name for each in kept.parts]), file[1])
    style = _style(whole, [layout for _, layout in found], tuple(served for served, _ in found))
    return replace(style, kept=kept, taken=highest_number(whole.package.members))


_FOOT = 28.8
"""Points between the words of a cover and the edge of the page."""


def check_style(path: str | Path, basis: str | Path) -> tuple[Served, ...]:
    """Return which layout of a deck serves each role, and how. Raises StyleError where it cannot be used."""
    return load_deck_style(path, basis).served


def _style(reader: StyleReader, layouts: Sequence[CompiledLayout], served: tuple[Served, ...]) -> DeckStyle:
    return DeckStyle(
        Layouts(immutabledict({each.role: each.layout for each in layouts}), *reader.size()),
        immutabledict({(each.role, name): look for each in layouts for name, look in each.looks.items()}),
        immutabledict({each.role: each.part for each in layouts}),
        reader.table_style(),
        next(iter(reader.related(PRESENTATION, "notesMaster")), ""),
        _without_slides(reader.presentation),
        reader.package,
        tuple(_related(reader.package)),
        _content_types(reader.package),
        served or tuple(Served(each.role, each.role, "by name") for each in layouts),
    )


def _related(package: Package) -> Iterator[Relationship]:
    part = relationships_name(PRESENTATION)
    return (each for each in read_relationships(package.read(part), part) if each.type != f"{OFFICE_TYPE}/slide")


def _content_types(package: Package) -> tuple[Mapping[str, str], Mapping[str, str]]:
    defaults, overrides = read_content_types(package.read(CONTENT_TYPES))
    kept = {name: kind for name, kind in overrides.items() if not name.startswith("docProps/")}
    return immutabledict(defaults), immutabledict(kept)


def _without_slides(presentation: Element) -> str:
    """Return the part as text with an empty list of slides, before the size as the schema has it."""
    for name in _OF_SLIDES:
        for old in presentation.findall(qualified(name)):
            presentation.remove(old)
    size = presentation.index(presentation.find(qualified("p:sldSz")))  # type: ignore[arg-type]
    presentation.insert(size, etree.Element(qualified("p:sldIdLst")))
    return DECLARATION + etree.tostring(presentation, encoding="unicode")


_OF_SLIDES = ("p:sldIdLst", "p:custShowLst", "p:custDataLst", "p:extLst")
"""What a presentation says of the slides that it came with."""


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
