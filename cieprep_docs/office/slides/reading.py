"""Layouts of a .pptx, with all that they take from master, theme and presentation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from immutabledict import immutabledict
from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.deck.layouts import Box, Field, Insets, Layout, Level
from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import StyleError
from cieprep_docs.office.archive import Package
from cieprep_docs.office.relationships import OFFICE_TYPE, read_relationships, relationships_name, target_name
from cieprep_docs.office.slides.inherit import merge_levels
from cieprep_docs.office.xml import NAMESPACES, qualified, read_xml

PRESENTATION = "ppt/presentation.xml"

_POWERPOINTS_TABLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
_EMU = 12700
_LIMIT = re.compile(r"(smallest|largest) (\d+(?:\.\d+)?)")
_INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
_MASTER_KIND = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body"}
FRAME = (("x", "y"), ("cx", "cy"))
"""The attributes of the two children of ``a:xfrm``."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a field looks, as XML: copied into shapes that are drawn after its pattern."""

    placeholder: str
    """``p:ph`` of a slide that fills it; empty for a pattern that this layout does not have itself."""
    kind: str
    """The type of the placeholder: ``title``, ``ctrTitle``, ``body``, ``obj`` …; a plain one is a ``body``."""
    box: Box
    """Where the layout has it."""
    shape: str
    """Inside ``p:spPr``, without the place: outline, fill, line."""
    body: str
    """``a:bodyPr``."""
    levels: str
    """``a:lstStyle`` with all that the master and the presentation say."""


@dataclass(frozen=True, slots=True)
class CompiledLayout:
    """One layout, for the plan and for the writer."""

    role: str
    """The name of the layout, or the role that it is to serve."""
    part: str
    kind: str
    """What PowerPoint takes it for: ``title``, ``secHead``, ``obj``, ``twoObj`` …, or nothing."""
    layout: Layout
    looks: Mapping[str, Look]


class StyleReader:
    """Reads the layouts of one package; keeps what all of them share."""

    def __init__(self, package: Package, file: str) -> None:
        self.package = package
        self.file = file
        if PRESENTATION not in package.members:
            raise self._lacks("presentation")
        self.presentation = self.root(PRESENTATION)
        self.master = self.root(self.one(PRESENTATION, "slideMaster"))
        self.fonts = self._fonts(self.root(self.one(PRESENTATION, "theme")))
        self.anchors = {_kind(each): each for each in _placeholders(self.master)}

    def root(self, part: str) -> Element:
        """Return the XML of a part."""
        return read_xml(self.package.read(part), part)

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts that a part names by relationships of this kind."""
        rels = relationships_name(part)
        found = read_relationships(self.package.read(rels), rels)
        return [target_name(rels, each.target) for each in found if each.type == f"{OFFICE_TYPE}/{kind}"]

    def one(self, part: str, kind: str) -> str:
        """Return the one part of this kind; raises StyleError where there is none."""
        found = self.related(part, kind)
        if not found:
            raise self._lacks(kind)
        return found[0]

    def layouts(self) -> Iterator[CompiledLayout]:
        """Yield every layout of the first master, in order."""
        master = self.one(PRESENTATION, "slideMaster")
        for part in self.related(master, "slideLayout"):
            root = self.root(part)
            role = _attribute(root, "p:cSld", "name")
            shapes = {_attribute(shape, "p:cNvPr", "name"): shape for shape in _placeholders(root)}
            levels = {name: self._levels(shape) for name, shape in shapes.items()}
            fields = {name: self._field(name, shape, levels[name]) for name, shape in shapes.items()}
            looks = {name: self._look(shape, levels[name]) for name, shape in shapes.items()}
            kind = root.get("type", "")
            yield CompiledLayout(role, part, kind, Layout(role, immutabledict(fields)), immutabledict(looks))

    def field(self, shape: Element) -> Field:
        """Return the measures of a placeholder of a layout, by its name."""
        return self._field(_attribute(shape, "p:cNvPr", "name"), shape, self._levels(shape))

    def _field(self, name: str, shape: Element, stated: Sequence[Element]) -> Field:
        """Return the measures of a placeholder."""
        levels = tuple(self._level(level) for level in stated)
        limits = {kind: float(size) for kind, size in _LIMIT.findall(_attribute(shape, "p:cNvPr", "descr"))}
        insets = {**_INSETS, **{key: float(value) / _EMU for key, value in self._body(shape).items() if key in _INSETS}}
        return Field(name, self._box(shape), levels, Insets(*insets.values()), **limits)

    def _look(self, shape: Element, stated: Sequence[Element]) -> Look:
        """Return the markup of a placeholder."""
        placeholder = shape.find(f".//{qualified('p:ph')}")
        look = shape.find(qualified("p:spPr"))
        drawn = [child for child in (look if look is not None else ()) if child.tag != qualified("a:xfrm")]
        body = etree.Element(qualified("a:bodyPr"), self._body(shape), nsmap={"a": NAMESPACES["a"]})
        etree.SubElement(body, qualified("a:noAutofit"))
        kind = _kind(shape) or "body"
        return Look(_text([placeholder]), kind, self._box(shape), _text(drawn), _text([body]), _text(stated))

    def size(self) -> tuple[float, float]:
        """Return width and height of a slide in points."""
        width, height = (_attribute(self.presentation, "p:sldSz", name) for name in ("cx", "cy"))
        return float(width or 0) / _EMU, float(height or 0) / _EMU

    def table_style(self) -> str:
        """Return the GUID of the presentation's default table style, or of PowerPoint's own."""
        parts = self.related(PRESENTATION, "tableStyles")
        return self.root(parts[0]).get("def", "") if parts else _POWERPOINTS_TABLE

    def _lacks(self, kind: str) -> StyleError:
        message = f"is no usable deck: there is no {kind} in it"
        return StyleError.at("STY031", message, location=Location(self.file), hint="save it as .pptx in PowerPoint")

    def _levels(self, shape: Element) -> list[Element]:
        anchor = self._anchor(shape)
        kind = _MASTER_KIND.get(_kind(shape), _kind(shape))
        style = {"title": "titleStyle", "body": "bodyStyle"}.get(kind, "otherStyle")
        list_style = f"{qualified('p:txBody')}/{qualified('a:lstStyle')}"
        sources = [
            self.presentation.find(qualified("p:defaultTextStyle")),
            self.master.find(f"{qualified('p:txStyles')}/{qualified(f'p:{style}')}"),
            anchor.find(list_style) if anchor is not None else None,
            shape.find(list_style),
        ]
        return merge_levels(sources)

    def _level(self, level: Element) -> Level:
        run = level.find(qualified("a:defRPr"))
        size = float(run.get("sz", 1800)) / 100 if run is not None else 18.0
        latin = run.find(qualified("a:latin")) if run is not None else None
        typeface = latin.get("typeface", "+mn-lt") if latin is not None else "+mn-lt"
        bullet = any(level.find(qualified(f"a:{name}")) is not None for name in ("buChar", "buAutoNum", "buBlip"))
        return Level(
            size,
            bold=run is not None and run.get("b") in {"1", "true"},
            margin=float(level.get("marL", 0)) / _EMU,
            before=_spacing(level, "spcBef", size, 0.0),
            spacing=_spacing(level, "lnSpc", 1.0, 1.0),
            bullet=bullet,
            face=self.fonts.get(typeface, typeface),
            centred=level.get("algn") == "ctr",
            hangs=level.get("hangingPunct", "0") in {"1", "true"},
        )

    def _box(self, shape: Element) -> Box:
        anchor = self._anchor(shape)
        for each in (shape, anchor):
            frame = each.find(f"{qualified('p:spPr')}/{qualified('a:xfrm')}") if each is not None else None
            if frame is not None:
                numbers = [
                    float(child.get(name, 0)) / _EMU
                    for child, names in zip(frame, FRAME, strict=False)
                    for name in names
                ]
                return Box(*numbers)
        return Box(0, 0, 0, 0)

    def _body(self, shape: Element) -> dict[str, str]:
        anchor = self._anchor(shape)
        bodies = (
            each.find(f"{qualified('p:txBody')}/{qualified('a:bodyPr')}")
            for each in (anchor, shape)
            if each is not None
        )
        return {str(key): str(value) for body in bodies if body is not None for key, value in body.attrib.items()}

    def _anchor(self, shape: Element) -> Element | None:
        """Return the master's placeholder that this one takes after."""
        kind = _kind(shape)
        return self.anchors.get(_MASTER_KIND.get(kind, kind))

    @staticmethod
    def _fonts(theme: Element) -> dict[str, str]:
        found = {}
        for code, name in (("mj", "majorFont"), ("mn", "minorFont")):
            latin = theme.find(f".//{qualified(f'a:{name}')}/{qualified('a:latin')}")
            found[f"+{code}-lt"] = latin.get("typeface", "") if latin is not None else ""
        return found


def _placeholders(root: Element) -> Iterator[Element]:
    for shape in root.iter(qualified("p:sp")):
        if shape.find(f".//{qualified('p:ph')}") is not None:
            yield shape


def _kind(shape: Element) -> str:
    return _attribute(shape, "p:ph", "type")


def _attribute(root: Element, element: str, name: str) -> str:
    """Return an attribute of the first such element inside, or nothing."""
    found = root.find(f".//{qualified(element)}")
    return str(found.get(name, "")) if found is not None else ""


def _spacing(level: Element, name: str, percent_of: float, otherwise: float) -> float:
    """Return ``a:spcPct`` as a share of ``percent_of``, or ``a:spcPts`` in points."""
    share = level.find(f"{qualified(f'a:{name}')}/{qualified('a:spcPct')}")
    if share is not None:
        return float(share.get("val", 100000)) / 100000 * percent_of
    points = level.find(f"{qualified(f'a:{name}')}/{qualified('a:spcPts')}")
    return float(points.get("val", 0)) / 100 if points is not None else otherwise


def _text(elements: Iterable[Element | None]) -> str:
    """Return elements as text for a part that declares the namespaces at its root."""
    found = "".join(etree.tostring(each, encoding="unicode", with_tail=False) for each in elements if each is not None)
    return re.sub(r' xmlns:\w+="[^"]*"', "", found)
