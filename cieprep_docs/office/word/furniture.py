"""Sections of the house style's file and what stands around their pages: headers and footers with named fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import StyleError
from cieprep_docs.office.package import Package
from cieprep_docs.office.xml import DECLARATION, qualified, read_xml

DOCUMENT = "word/document.xml"
_FIELD = re.compile(r"\{\{\s*([\w-]+)\s*\}\}")
_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')
_SLOT = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True, slots=True)
class SectionStyle:
    """The page of a section: its ``w:sectPr`` as XML, and its measures in twips."""

    xml: str
    width: int
    """Between the margins."""
    sheet: int
    """Of the paper."""
    left: int
    """The margin, with what is bound in."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A ``{{ name }}`` that stood in a run, and how that run was set."""

    name: str
    look: str
    """Children of its ``w:rPr`` as XML."""


@dataclass(frozen=True, slots=True)
class RunningPart:
    """A header or footer whose slots are filled for each document."""

    name: str
    """For example ``word/header2.xml``."""
    pieces: tuple[str | Slot, ...]

    def fill(self, runs_of: Callable[[Slot], str]) -> bytes:
        """Return the part with each slot replaced by the runs given for it."""
        return "".join(each if isinstance(each, str) else runs_of(each) for each in self.pieces).encode()


def read_sections(package: Package, file: str) -> tuple[SectionStyle, SectionStyle]:
    """Return the cover's section and that of the pages.

    The last section of the file serves the pages; the first, where there is more than one, the cover.
    """
    sections = list(read_xml(package.read(DOCUMENT), DOCUMENT).iter(qualified("w:sectPr")))
    if not sections:
        message = "has no section, so the size of its pages is not known"
        raise StyleError.at("OFF061", message, location=Location(file), hint="save it once in Word")
    return _read_section(sections[0], file), _read_section(sections[-1], file)


def _read_section(section: Element, file: str) -> SectionStyle:
    size, margins = section.find(qualified("w:pgSz")), section.find(qualified("w:pgMar"))
    if size is None or margins is None:
        message = "has a section without page size or margins"
        raise StyleError.at("OFF061", message, location=Location(file), hint="set them under Layout in Word")
    for extra in section.findall(qualified("w:printerSettings")):
        section.remove(extra)
    sheet, left = _twips(size, "w"), _twips(margins, "left") + _twips(margins, "gutter")
    return SectionStyle(plain_xml(section), sheet - left - _twips(margins, "right"), sheet, left)


def _twips(element: Element, name: str) -> int:
    return int(element.get(qualified(f"w:{name}"), "0"))


def plain_xml(element: Element) -> str:
    """Return an element as it reads inside our own root: without declarations and without revision marks."""
    for name in [name for name in element.attrib if "rsid" in str(name)]:
        del element.attrib[name]
    return _DECLARED.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


def read_running_parts(package: Package) -> tuple[RunningPart, ...]:
    """Return the headers and footers that hold fields; the others are copied as they are."""
    names = sorted(name for name in package.members if re.fullmatch(r"word/(header|footer)\d*\.xml", name))
    parts = (RunningPart(name, tuple(_pieces(read_xml(package.read(name), name)))) for name in names)
    return tuple(part for part in parts if len(part.pieces) > 1)


def _pieces(root: Element) -> Iterator[str | Slot]:
    """Cut a part where runs hold a field and nothing else."""
    slots: list[Slot] = []
    for run in list(root.iter(qualified("w:r"))):
        found = _FIELD.fullmatch("".join(map(str, run.itertext())).strip())
        if found:
            _cut(run, len(slots))
            slots.append(Slot(found[1], _look_of(run)))
    xml = DECLARATION + etree.tostring(root, encoding="unicode")
    for index, piece in enumerate(_SLOT.split(xml)):
        yield slots[int(piece)] if index % 2 else piece


def _cut(run: Element, index: int) -> None:
    parent, mark = run.getparent(), f"\ue000{index}\ue001"
    if parent is None:
        return
    before = run.getprevious()
    if before is None:
        parent.text = (parent.text or "") + mark
    else:
        before.tail = (before.tail or "") + mark
    parent.remove(run)


def _look_of(run: Element) -> str:
    properties = run.find(qualified("w:rPr"))
    return "" if properties is None else "".join(plain_xml(child) for child in properties)
