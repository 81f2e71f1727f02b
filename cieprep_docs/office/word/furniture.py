"""Sections of the house style's file and what stands around their pages: headers and footers with named fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import StyleError
from cieprep_docs.office.fields import FieldedPart, read_fielded_part
from cieprep_docs.office.package import Package
from cieprep_docs.office.xml import DECLARATION, plain_xml, qualified, read_xml

DOCUMENT = "word/document.xml"
_POINTERS = (
    "w:bookmarkStart",
    "w:bookmarkEnd",
    "w:commentRangeStart",
    "w:commentRangeEnd",
    "w:commentReference",
    "w:proofErr",
)
_DRAWINGS = 9501
_GOES_ON = '<w:type w:val="continuous"/>'
_BEHIND_FIRST_PAGE = r"(?=<w:(?:textDirection|bidi|rtlGutter|docGrid)\b|</w:sectPr>)"


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
    height: int
    """Of the paper."""

    def turned(self) -> SectionStyle:
        """Return the same page in landscape; its margins stay at their sides."""
        if self.is_wide:
            return self
        size = f'<w:pgSz w:w="{self.height}" w:h="{self.sheet}" w:orient="landscape"/>'
        xml = re.sub("<w:pgSz [^>]*/>", size, self.xml)
        return SectionStyle(xml, self.width + self.height - self.sheet, self.height, self.left, self.sheet)

    @property
    def is_wide(self) -> bool:
        """Whether it is a landscape page."""
        return self.sheet > self.height

    @property
    def goes_on(self) -> bool:
        """Whether it begins on the page on which the section before it ends."""
        return _GOES_ON in self.xml

    def opened(self) -> SectionStyle:
        """Return the same page where it begins a sheet of its own."""
        return replace(self, xml=self.xml.replace(_GOES_ON, ""))

    def opened_like(self, cover: SectionStyle) -> str:
        """Return its XML for pages without a cover: their first one goes unnumbered where that of a cover does."""
        if "<w:titlePg" in self.xml or "<w:titlePg" not in cover.xml:
            return self.xml
        first = "".join(re.findall(r'<w:(?:header|footer)Reference [^>]*w:type="first"[^>]*/>', cover.xml))
        xml = re.sub(r"<w:sectPr[^>]*>", lambda found: found[0] + first, self.xml, count=1)
        return re.sub(_BEHIND_FIRST_PAGE, "<w:titlePg/>", xml, count=1)

    def continued(self) -> str:
        """Return its XML for pages that go on: their numbers do too, and their first page is one like the others."""
        first = re.search(r"<w:pgNumType[^>]*/>", self.xml)
        numbers = re.sub(r' w:start="\d+"', "", first[0]) if first else ""
        return re.sub(r"<w:titlePg[^>]*/>", "", re.sub(r"<w:pgNumType[^>]*/>", numbers, self.xml))


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
    width = sheet - left - _twips(margins, "right")
    return SectionStyle(plain_xml(section), width, sheet, left, _twips(size, "h"))


def _twips(element: Element, name: str) -> int:
    return int(element.get(qualified(f"w:{name}"), "0"))


def read_running_parts(package: Package) -> tuple[FieldedPart, ...]:
    """Return the headers and footers that hold placeholders; the others are copied as they are."""
    names = sorted(name for name in package.members if re.fullmatch(r"word/(header|footer)\d*\.xml", name))
    parts = (read_fielded_part(name, [read_xml(package.read(name), name)], DECLARATION) for name in names)
    return tuple(part for part in parts if part.slots)


def read_own_cover(package: Package) -> FieldedPart | None:
    """Return the first section's own words where they hold placeholders: then they are the cover of every report.

    In a file of one section that is all of its words, and its page that of cover and text.
    """
    body = read_xml(package.read(DOCUMENT), DOCUMENT).find(qualified("w:body"))
    blocks = [] if body is None else list(body)
    end = next((n for n, block in enumerate(blocks) if next(block.iter(qualified("w:sectPr")), None) is not None), None)
    if end is None:
        return None
    cover = _ended(blocks[:end], blocks[end]) if blocks[end].tag == qualified("w:sectPr") else blocks[: end + 1]
    _clean(cover)
    part = read_fielded_part(DOCUMENT, cover)
    return part if part.slots else None


def _ended(blocks: Sequence[Element], section: Element) -> list[Element]:
    """Return the words of the file's last section with its page in their last paragraph, as sections before it have."""
    words = list(blocks)
    if not words or words[-1].tag != qualified("w:p"):
        words.append(etree.Element(qualified("w:p")))
    properties = words[-1].find(qualified("w:pPr"))
    if properties is None:
        properties = etree.Element(qualified("w:pPr"))
        words[-1].insert(0, properties)
    place = next((n for n, each in enumerate(properties) if each.tag == qualified("w:pPrChange")), len(properties))
    properties.insert(place, section)
    return words


def _clean(blocks: Sequence[Element]) -> None:
    """Take out what points to parts that are not handed on, and number drawings where ours never are."""
    pointers = [qualified(name) for name in _POINTERS]
    for block in blocks:
        etree.strip_elements(block, *pointers, with_tail=False)
    drawings = (each for block in blocks for each in block.iter(qualified("wp:docPr")))
    for number, drawing in enumerate(drawings, _DRAWINGS):
        drawing.set("id", str(number))
