"""A house style's .docx, opened once and compiled to what writing a report needs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from lxml import etree

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import StyleError
from cieprep_docs.office.charts import ChartLook
from cieprep_docs.office.package import Package, read_package
from cieprep_docs.office.relationships import Relationship, read_relationships
from cieprep_docs.office.word.furniture import (
    DOCUMENT,
    RunningPart,
    SectionStyle,
    read_running_parts,
    read_sections,
)
from cieprep_docs.office.word.numbering import PART as NUMBERING
from cieprep_docs.office.word.numbering import Numbering, read_numbering
from cieprep_docs.office.word.stylesheet import Stylesheet, read_stylesheet
from cieprep_docs.office.xml import DECLARATION, qualified, read_xml

STYLES = "word/styles.xml"
DOCUMENT_LINKS = "word/_rels/document.xml.rels"


@dataclass(frozen=True, slots=True)
class ReportLook:
    """Measures that Word keeps in no style: the ``[report]`` table of the TOML file beside the .docx."""

    key_figures: int = 4
    """At most so many in a row."""
    chart_height: float = 0.5
    """Of a chart, in parts of the text's width."""
    picture_height: float = 0.75
    """Of the tallest picture, in parts of the text's width."""
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
    running: tuple[RunningPart, ...]
    links: tuple[Relationship, ...]
    look: ReportLook
    charts: ChartLook
    diagnostics: tuple[Diagnostic, ...]
    """Warnings: each role that the file has no style for, and what is used instead."""


def load_report_style(path: str | Path) -> ReportStyle:
    """Return the house style of a .docx file and of the TOML file of the same name, where one stands beside it.

    Raises StyleError where the file is unsafe, broken or no Word document, or where the TOML file has unknown keys.
    """
    file = str(path)
    package = read_package(Path(path))
    _refuse_incomplete(package, file)
    stylesheet = read_stylesheet(package.read(STYLES))
    cover, pages = read_sections(package, file)
    tables = _load_tables(Path(path).with_suffix(".toml"))
    return ReportStyle(
        package=package,
        stylesheet=stylesheet,
        styles_xml=_cut_language(package.read(STYLES), file),
        cover=cover,
        pages=pages,
        numbering=read_numbering(package.read(NUMBERING)),
        running=read_running_parts(package),
        links=read_relationships(package.read(DOCUMENT_LINKS), DOCUMENT_LINKS),
        look=_read_table(ReportLook, tables, "report", file),
        charts=_read_table(ChartLook, tables, "charts", file),
        diagnostics=stylesheet.missing(file),
    )


def _refuse_incomplete(package: Package, file: str) -> None:
    needed = (DOCUMENT, STYLES, NUMBERING, DOCUMENT_LINKS)
    missing = [name for name in needed if name not in package.members]
    if missing:
        message = f"is no complete Word document: it lacks {', '.join(missing)}"
        raise StyleError.at("OFF062", message, location=Location(file), hint="save it as .docx in Word")


def _cut_language(data: bytes, file: str) -> tuple[str, str, str]:
    """Return the styles before and after the default language, with that language between them."""
    root = read_xml(data, STYLES)
    lang = root.find("/".join(map(qualified, ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"))))
    if lang is None:
        message = "names no default language (w:docDefaults/w:lang)"
        raise StyleError.at("OFF063", message, location=Location(file), hint="set the proofing language in Word")
    own = lang.get(qualified("w:val"), "en-GB")
    lang.set(qualified("w:val"), "\ue000")
    before, _, after = (DECLARATION + etree.tostring(root, encoding="unicode")).partition("\ue000")
    return before, own, after


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
