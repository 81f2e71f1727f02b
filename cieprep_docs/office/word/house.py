"""A house style's .docx, opened once and compiled to what writing a report needs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import StyleError
from cieprep_docs.office.charts import ChartLook
from cieprep_docs.office.fields import FieldedPart
from cieprep_docs.office.package import CONTENT_TYPES, Package, read_package
from cieprep_docs.office.relationships import (
    Relationship,
    read_content_types,
    read_relationships,
    relationships_name,
    target_name,
)
from cieprep_docs.office.word.furniture import (
    DOCUMENT,
    SectionStyle,
    read_own_cover,
    read_running_parts,
    read_sections,
)
from cieprep_docs.office.word.numbering import NO_LISTS, Numbering, read_numbering
from cieprep_docs.office.word.numbering import PART as NUMBERING
from cieprep_docs.office.word.stylesheet import Stylesheet, read_stylesheet
from cieprep_docs.office.xml import DECLARATION, qualified, read_xml

STYLES = "word/styles.xml"
DOCUMENT_LINKS = "word/_rels/document.xml.rels"
_ROOT_LINKS = "_rels/.rels"
_LINKED = re.compile(r'r:(?:id|embed|pict|link)="([^"]+)"')
_KEPT = frozenset(
    {
        "styles",
        "numbering",
        "settings",
        "fontTable",
        "theme",
        "webSettings",
        "header",
        "footer",
        "footnotes",
        "endnotes",
    }
)


@dataclass(frozen=True, slots=True)
class ReportLook:
    """Measures that Word keeps in no style: the ``[report]`` table of the TOML file beside the .docx."""

    key_figures: int = 4
    """At most so many in a row."""
    chart_height: float = 0.5
    """Of a chart, in parts of the text's width; charts of few bars are lower."""
    bar_height: float = 12
    """Millimetres for a bar and the space around it."""
    picture_height: float = 0.75
    """Of the tallest picture, in parts of the text's width."""
    contents: int = 24
    """Contents of at least so many lines have their pages to themselves."""
    whole_table: int = 8
    """Tables of at most so many rows stay on one page."""
    footnotes: bool = False
    """Whether notes stand at the foot of the page that points to them, or in a list where the template has them."""
    band: float = 110
    """Millimetres, height of the cover's band; it grows with a long title."""
    portrait: float = 18
    """Millimetres, width of a portrait beside a name."""


@dataclass(frozen=True, slots=True)
class ReportStyle:
    """A compiled house style for reports."""

    package: Package
    stylesheet: Stylesheet
    styles_xml: tuple[str, str, str]
    """``word/styles.xml`` cut around the language of the defaults."""
    cover: SectionStyle
    pages: SectionStyle
    numbering: Numbering
    running: tuple[FieldedPart, ...]
    """Headers and footers that hold placeholders."""
    own_cover: FieldedPart | None
    """The file's own cover, filled in place of the one that templates write."""
    links: tuple[Relationship, ...]
    main_link: Relationship
    """From the package to the document."""
    content_types: tuple[Mapping[str, str], Mapping[str, str]]
    """By ending and by part, of the parts that are handed on."""
    look: ReportLook
    charts: ChartLook
    diagnostics: tuple[Diagnostic, ...]
    """Warnings: each role that the file has no style for, and what is used instead."""

    @property
    def own_words(self) -> tuple[FieldedPart, ...]:
        """What of the file's own words stands in every report: headers, footers and cover with placeholders."""
        return (*self.running, *((self.own_cover,) if self.own_cover else ()))


def load_report_style(path: str | Path) -> ReportStyle:
    """Return the house style of a .docx file and of the TOML file of the same name, where one stands beside it.

    A file is compiled once, and again when it has changed. Raises StyleError where the file is unsafe, broken or no
    Word document, or where the TOML file has unknown keys.
    """
    return _compile_style(str(path), _state(Path(path)), _state(Path(path).with_suffix(".toml")))


def _state(path: Path) -> tuple[int, int]:
    """Return what changes when a file does: its time and size; zeros where there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=16)
def _compile_style(file: str, *_states: tuple[int, int]) -> ReportStyle:
    path = Path(file)
    whole = read_package(path)
    _refuse_incomplete(whole, file)
    own_cover = read_own_cover(whole)
    package, links = _needed_of(whole, own_cover)
    stylesheet = read_stylesheet(package.read(STYLES))
    cover, pages = read_sections(package, file)
    tables = _load_tables(path.with_suffix(".toml"))
    return ReportStyle(
        package=package,
        stylesheet=stylesheet,
        styles_xml=_cut_language(package.read(STYLES)),
        cover=cover,
        pages=pages,
        numbering=(read_numbering(package.read(NUMBERING)) if NUMBERING in package.members else NO_LISTS).completed(),
        running=read_running_parts(package),
        own_cover=own_cover,
        links=links,
        main_link=_main_link(package),
        content_types=_content_types(package),
        look=_read_table(ReportLook, tables, "report", file),
        charts=_read_table(ChartLook, tables, "charts", file),
        diagnostics=stylesheet.missing(file),
    )


def _refuse_incomplete(package: Package, file: str) -> None:
    missing = [name for name in (DOCUMENT, STYLES, DOCUMENT_LINKS) if name not in package.members]
    if missing:
        message = f"is no complete Word document: it lacks {', '.join(missing)}"
        raise StyleError.at("OFF062", message, location=Location(file), hint="save it as .docx in Word")


def _needed_of(package: Package, cover: FieldedPart | None) -> tuple[Package, tuple[Relationship, ...]]:
    """Return the parts that reports are built on, and the links of the document to them.

    Its own text, pictures, comments and custom data stay behind: they may tell who wrote the file. A cover with
    placeholders stays, and what it shows.
    """
    links = read_relationships(package.read(DOCUMENT_LINKS), DOCUMENT_LINKS)
    shown = set(_LINKED.findall("".join(map(str, cover.pieces)) if cover else ""))
    kept = tuple(
        link for link in links if link.id in shown or (link.type.rpartition("/")[2] in _KEPT and not link.external)
    )
    names = {CONTENT_TYPES, _ROOT_LINKS, DOCUMENT, DOCUMENT_LINKS}
    for link in (each for each in kept if not each.external):
        _reach(package, target_name(DOCUMENT_LINKS, link.target), names)
    return Package({name: each for name, each in package.members.items() if name in names}), kept


def _main_link(package: Package) -> Relationship:
    links = read_relationships(package.read(_ROOT_LINKS))
    return next(link for link in links if link.type.endswith("/officeDocument"))


def _content_types(package: Package) -> tuple[Mapping[str, str], Mapping[str, str]]:
    defaults, overrides = read_content_types(package.read(CONTENT_TYPES))
    return defaults, {name: kind for name, kind in overrides.items() if name in package.members}


def _reach(package: Package, part: str, names: set[str]) -> None:
    """Add a part and what it links to."""
    links = relationships_name(part)
    if part in names or links not in package.members:
        names.add(part)
        return
    names |= {part, links}
    for link in read_relationships(package.read(links), links):
        if not link.external:
            _reach(package, target_name(links, link.target), names)


def _cut_language(data: bytes) -> tuple[str, str, str]:
    """Return the styles before and after the default language, with that language between them."""
    root = read_xml(data, STYLES)
    lang = root
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"):
        lang = _child(lang, name)
    own = lang.get(qualified("w:val"), "en-GB")
    lang.set(qualified("w:eastAsia"), "zh-CN")
    lang.set(qualified("w:val"), "\ue000")
    before, _, after = (DECLARATION + etree.tostring(root, encoding="unicode")).partition("\ue000")
    return before, own, after


def _child(parent: Element, name: str) -> Element:
    """Return a child, made where there is none: the defaults first in their parent, the language last in its."""
    found = parent.find(qualified(name))
    if found is None:
        found = etree.Element(qualified(name))
        parent.insert(len(parent) if name == "w:lang" else 0, found)
    return found


def _load_tables(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StyleError.at("OFF064", f"is no TOML: {error}", location=Location(str(path))) from None


def _read_table(kind: type[Any], tables: dict[str, Any], name: str, file: str) -> Any:
    """Return an object of `kind` with the values of a table, its defaults for the others."""
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in tables.get(name, {}).items()}
    known = {field.name: type(field.default) for field in fields(kind)}
    for key, value in values.items():
        if not _fits(value, known.get(key)):
            location = Location(str(Path(file).with_suffix(".toml")), path=f"{name}.{key}")
            raise StyleError.at("OFF064", f"has no such setting, or not of that kind: {value!r}", location=location)
    return kind(**values)


def _fits(value: Any, kind: type[Any] | None) -> bool:
    return kind is not None and (isinstance(value, kind) or (kind is float and isinstance(value, int)))
