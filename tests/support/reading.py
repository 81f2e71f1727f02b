"""What a finished .docx or .pptx says, read with nothing but the standard: words in order, shapes, languages."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.base import BaseShape
from pptx.util import Length

from cieprep_docs.office.xml import qualified, read_xml

W_P, W_R, W_T = qualified("w:p"), qualified("w:r"), qualified("w:t")
A_P, A_R, A_T = qualified("a:p"), qualified("a:r"), qualified("a:t")
_BREAKS = {qualified("w:tab"), qualified("w:br"), qualified("w:cr")}
_FIELD, _INSTRUCTION = qualified("w:fldChar"), qualified("w:instrText")
_FALLBACK, _TEXT_BOX = qualified("mc:Fallback"), qualified("w:txbxContent")
_PAGE_NUMBER = re.compile(r"\s*(PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b")
_REPEATED = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.SLIDE_NUMBER}
_LANG, _EAST = qualified("w:lang"), qualified("w:eastAsia")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one run and the language they are tagged with."""

    text: str
    lang: str
    east_asian: str
    """The tag that counts for Chinese characters; slides know one tag only."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of a slide with words in it; places are points."""

    name: str
    paragraphs: tuple[str, ...]
    left: float
    top: float
    right: float
    bottom: float
    grows: bool
    """A table is as high as its words make it."""
    repeated: bool = False
    """A footer: LibreOffice draws it with the master, before the slide itself, or at its end."""


def part(path: Path, name: str) -> etree._Element:
    """Return the root of one part of a package."""
    with zipfile.ZipFile(path) as archive:
        return read_xml(archive.read(name), name)


def report_paragraphs(path: Path) -> tuple[list[str], list[str]]:
    """Return the words of a report that flow, in order, and the words of its text boxes.

    Words are cut at tabs, breaks and page numbers, which LibreOffice sets anew.
    """
    flow, boxes = list[str](), list[str]()
    fields = list[str]()
    for paragraph in part(path, "word/document.xml").iter(W_P):
        ancestors = {each.tag for each in paragraph.iterancestors()}
        if _FALLBACK not in ancestors:
            pieces = _pieces(paragraph, fields)
            (boxes if _TEXT_BOX in ancestors else flow).extend(each for each in pieces if each.strip())
    return flow, boxes


def _pieces(paragraph: etree._Element, fields: list[str]) -> list[str]:
    """Cut a paragraph; `fields` are the fields open so far, which may reach over many paragraphs."""
    text = ""
    for element in paragraph.iter(W_T, _FIELD, _INSTRUCTION, *_BREAKS):
        if next(element.iterancestors(W_P)) is not paragraph:
            continue
        if element.tag == _FIELD:
            text += _open_or_close(element, fields)
        elif element.tag == _INSTRUCTION:
            fields[-1] += element.text or ""
        elif element.tag in _BREAKS:
            text += "\n"
        elif not any(_PAGE_NUMBER.match(field) for field in fields):
            text += element.text or ""
    return text.split("\n")


def _open_or_close(element: etree._Element, fields: list[str]) -> str:
    kind = element.get(qualified("w:fldCharType"))
    if kind == "begin":
        fields.append("")
    elif kind == "end":
        fields.pop()
    return "\n"


def slide_shapes(path: Path) -> list[list[Shape]]:
    """Return the shapes of each slide that hold words, in drawing order."""
    slides = ([_shape(each) for each in slide.shapes] for slide in Presentation(str(path)).slides)
    return [[shape for shape in shapes if shape.paragraphs] for shapes in slides]


def _shape(shape: BaseShape) -> Shape:
    paragraphs = tuple(filter(str.strip, map(_slide_words, shape._element.iter(A_P))))  # noqa: SLF001 - lxml below python-pptx
    left, top, width, height = (Length(each or 0).pt for each in (shape.left, shape.top, shape.width, shape.height))
    repeated = shape.is_placeholder and shape.placeholder_format.type in _REPEATED
    return Shape(shape.name, paragraphs, left, top, left + width, top + height, shape.has_table, repeated)


def _slide_words(paragraph: etree._Element) -> str:
    """Words of a paragraph; fields are set anew by who draws."""
    return "".join(text.text or "" for run in paragraph.iter(A_R) for text in run.iter(A_T))


def tagged_words(path: Path) -> Iterator[Words]:
    """Yield the words of a document with their languages, notes and repeated lines of pages included."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if re.match(r"(word|ppt)/.*\.xml$", name)]
    default = _default_languages(path) if path.suffix == ".docx" else ("", "")
    for name in names:
        root = part(path, name)
        for run in root.iter(W_R):
            text = "".join(each.text or "" for each in run.iter(W_T))
            tag = run.find(f"{qualified('w:rPr')}/{_LANG}")
            lang, east = default if tag is None else (tag.get(qualified("w:val")), tag.get(_EAST))
            yield Words(text, lang or default[0], east or default[1])
        for run in root.iter(A_R):
            text = "".join(each.text or "" for each in run.iter(A_T))
            properties = run.find(qualified("a:rPr"))
            lang = "" if properties is None else properties.get("lang", "")
            yield Words(text, lang, lang)


def _default_languages(path: Path) -> tuple[str, str]:
    tag = next(part(path, "word/styles.xml").iter(_LANG))
    return tag.get(qualified("w:val"), ""), tag.get(_EAST, "")
