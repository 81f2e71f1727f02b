"""Drawings in SVG: nothing in them may run, reach outside, or tell who drew them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import EventError
from cieprep_docs.office.media import ImageFile

_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_KEPT = (*_HREFS, "{http://www.w3.org/XML/1998/namespace}space", "{http://www.w3.org/XML/1998/namespace}lang")
_RUNS = frozenset({"script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler", "listener"})
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OUTSIDE = re.compile(r"@import|javascript:|expression\(|\\|url\(\s*['\"]?\s*(?!#|['\"#])", re.IGNORECASE)
"""In CSS; a backslash may hide any of the others."""


def read_svg(data: bytes, picture: ImageFile, source: str = "") -> ImageFile:
    """Return a drawing as it goes into a package, with the size of the picture that stands beside it.

    Comments, metadata and what drawing programs note for themselves are left out. Raises EventError with all that makes
    it unsafe: DOCTYPE, scripts and event handlers, links and styles that reach outside, pictures inside it.
    """
    if _DECLARATION.search(data):
        raise EventError.at("OFF043", "holds a DOCTYPE or an entity", location=Location(source), hint=_HINT)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise EventError.at("OFF043", f"is no SVG: {error}", location=Location(source)) from None
    if root.tag != f"{_SVG}svg":
        raise EventError.at("OFF043", f"is no SVG: its root is {root.tag}", location=Location(source))
    faults = dict.fromkeys(fault for element in root.iter() for fault in _faults(element))
    if faults:
        raise EventError(*(Diagnostic("OFF044", fault, Location(source), _HINT) for fault in faults))
    _clean(root)
    return ImageFile(etree.tostring(root), ".svg", picture.width, picture.height, picture.dpi)


_HINT = "export it from the drawing program as plain SVG"


def _faults(element: Element) -> Iterator[str]:
    name = etree.QName(element).localname
    if name in _RUNS:
        yield f"holds <{name}>, which may run or load something"
    if name == "image":
        yield "holds a picture inside the drawing"
    for attribute, value in element.items():
        local = etree.QName(attribute).localname
        if local.lower().startswith("on"):
            yield f"holds {local}=, which runs a script"
        elif local == "href" and not str(value).strip().startswith("#"):
            yield f"reaches outside, to {value!r}"
        elif _OUTSIDE.search(str(value)):
            yield f"holds {local}={value!r}, which may reach outside"
    if name == "style" and _OUTSIDE.search("".join(map(str, element.itertext()))):
        yield "holds a style that may reach outside"


def _clean(root: Element) -> None:
    """Take out what is not drawn: elements of other vocabularies, metadata, marks of drawing programs."""
    for element in list(root.iter()):
        name = str(element.tag)
        if not name.startswith(_SVG) or name == f"{_SVG}metadata":
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
        for attribute in element.keys():  # noqa: SIM118 - attributes of an element, changed on the way
            if str(attribute).startswith("{") and attribute not in _KEPT:
                del element.attrib[attribute]
    etree.cleanup_namespaces(root)
