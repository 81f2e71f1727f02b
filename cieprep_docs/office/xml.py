"""Text into XML and XML into trees: the one place where Office markup is escaped, named and parsed."""

from __future__ import annotations

import re

from lxml import etree

from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import LayoutError, StyleError

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_OFFICE = "http://schemas.openxmlformats.org"

NAMESPACES = {
    "a": f"{_OFFICE}/drawingml/2006/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "c": f"{_OFFICE}/drawingml/2006/chart",
    "ct": f"{_OFFICE}/package/2006/content-types",
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "p": f"{_OFFICE}/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "pic": f"{_OFFICE}/drawingml/2006/picture",
    "pr": f"{_OFFICE}/package/2006/relationships",
    "r": f"{_OFFICE}/officeDocument/2006/relationships",
    "w": f"{_OFFICE}/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')

# XML 1.0 forbids most of these; Word and PowerPoint drop, repair or print the rest (C1 controls, noncharacters).
_NONCHARACTERS = "".join(chr((plane << 16) + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_REFUSED = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]")


def escape(text: str) -> str:
    """Return `text` as the content of an XML element.

    Raises LayoutError where a control character, a surrogate or a noncharacter stands in it; tab and newline may.
    """
    # What is refused is never printable, and asking that first is many times faster; blanks but the common one are not.
    if not text.isprintable() and (found := _REFUSED.search(text)):
        raise _unprintable(text, found)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quote(text: str) -> str:
    """Return `text` as the value of an attribute, quotes included."""
    inner = escape(text).replace('"', "&quot;")
    if not inner.isprintable():
        inner = inner.replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{inner}"'


def attributes(**values: str | int | None) -> str:
    """Return attributes with a blank before each; None leaves one out, ``r__id`` is written ``r:id``."""
    made = ""
    for name, value in values.items():
        if value is not None:
            stated = quote(value) if isinstance(value, str) else f'"{value}"'
            made += f" {name.replace('__', ':')}={stated}"
    return made


def declare(*prefixes: str) -> str:
    """Return the namespace declarations of a root element, a blank before each."""
    return "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


def qualified(name: str) -> str:
    """Return ``w:p`` as lxml names it, ``{namespace}p``."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def read_xml(data: bytes, part: str = "") -> etree._Element:
    """Return the root of an XML part; nothing outside is fetched and no entity is expanded.

    Raises StyleError where the part is not well formed or carries a DOCTYPE, which no Office program writes.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = f"is not well-formed XML: {error.msg}"
        raise StyleError.at("OFF013", message, location=Location(part, error.lineno or 0)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise StyleError.at("OFF013", "carries a DOCTYPE", location=Location(part))
    return root


def plain_xml(element: etree._Element) -> str:
    """Return an element as it reads inside our own root: without declarations and without revision marks."""
    for name in [name for name in element.attrib if "rsid" in str(name)]:
        del element.attrib[name]
    return _DECLARED.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


def _unprintable(text: str, found: re.Match[str]) -> LayoutError:
    around = _REFUSED.sub("�", text[max(0, found.start() - 20) : found.end() + 20])
    message = f"the character U+{ord(found[0]):04X} cannot stand in an Office file: “{around}”"
    return LayoutError.at("OFF001", message, hint="delete it where these words come from")
