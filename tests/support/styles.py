"""House styles as they are shipped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.office.word import ReportStyle, load_report_style

OFFICE = Path(__file__).parents[2] / "templates" / "office"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def shipped(name: str) -> ReportStyle:
    return load_report_style(OFFICE / name / "report.docx")


class StyleFile:
    """A shipped report.docx, asked by XPath."""

    def __init__(self, name: str) -> None:
        self.style = shipped(name)

    def find(self, part: str, path: str) -> list[Element]:
        root = etree.fromstring(self.style.package.read(f"word/{part}.xml"))
        found = root.xpath(path, namespaces={"w": W[1:-1]})
        assert isinstance(found, list)
        return [each for each in found if isinstance(each, Element)]

    def values(self, part: str, path: str) -> dict[str, str]:
        """The attributes of the one element at a path, without namespace."""
        (element,) = self.find(part, path)
        return {etree.QName(str(name)).localname: str(value) for name, value in element.attrib.items()}

    def paragraph(self, name: str, property_: str) -> dict[str, str]:
        """A property of a named paragraph style's own paragraphs or words."""
        place = f"//w:style[@w:type='paragraph'][w:name/@w:val='{name}']/*/w:{property_}"
        return self.values("styles", place)
