"""A finished report as a whole, in Chinese, English and Russian."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from cieprep_docs.content.nodes import Document, Run
from cieprep_docs.errors import LayoutError
from cieprep_docs.office.word import ReportStyle, write_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def parts(document: Document, style: ReportStyle) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_report(document, style))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_same_document_gives_the_same_bytes(document: Document, style: ReportStyle) -> None:
    assert write_report(document, style) == write_report(document, style)


def test_word_would_open_it_without_repair(document: Document, style: ReportStyle, tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(write_report(document, style))
    result = OpenXmlValidator().validate(file)
    assert [str(error) for error in result.errors] == []


def said(value: Any) -> Iterator[str]:
    """Yield the words of a tree in order, without those that stand elsewhere."""
    if isinstance(value, Run):
        yield value.text
    elif isinstance(value, tuple):
        for each in value:
            yield from said(each)
    elif is_dataclass(value):
        order = sorted(
            fields(value), key=lambda field: field.name not in {"speaker", "post", "when", "number", "caption"}
        )
        for each in order:
            yield from said(getattr(value, each.name))


def test_every_word_of_the_document_stands_in_the_file_in_order(document: Document, parts: dict[str, bytes]) -> None:
    root = etree.fromstring(parts["word/document.xml"])
    written = "".join(each.text or "" for each in root.iter(f"{W}t"))
    place = 0
    for words in said(document.blocks[2:]):
        found = written.find(words, place)
        place = found if found >= 0 else written.find(words)
        assert place >= 0, words


def test_numbers_that_must_be_unique_are(parts: dict[str, bytes]) -> None:
    main = parts["word/document.xml"].decode()
    names = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"', main)
    drawings = [n for part in parts.values() for n in re.findall(rb'<wp:docPr id="(\d+)"', part)]
    for values in ([number for number, _ in names], [name for _, name in names], drawings):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_every_style_list_link_and_bookmark_that_is_used_exists(parts: dict[str, bytes]) -> None:
    main = parts["word/document.xml"].decode()
    styles = parts["word/styles.xml"].decode()
    used = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', main))
    assert used <= set(re.findall(r'w:styleId="([^"]+)"', styles))
    numbered = set(re.findall(r'<w:numId w:val="([^"]+)"', main))
    assert numbered <= set(re.findall(r'<w:num w:numId="([^"]+)"', parts["word/numbering.xml"].decode()))
    links = set(re.findall(r' r:(?:id|embed)="([^"]+)"', main))
    assert links <= set(re.findall(r' Id="([^"]+)"', parts["word/_rels/document.xml.rels"].decode()))
    anchors = set(re.findall(r'w:anchor="([^"]+)"', main)) | set(re.findall(r"PAGEREF (\w+)", main))
    assert anchors <= set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', main))


def test_every_cell_ends_in_a_paragraph(parts: dict[str, bytes]) -> None:
    root = etree.fromstring(parts["word/document.xml"])
    assert {etree.QName(cell[-1]).localname for cell in root.iter(f"{W}tc")} == {"p"}


def test_looks_stand_in_the_styles_alone(parts: dict[str, bytes]) -> None:
    used = {etree.QName(each).localname for each in etree.fromstring(parts["word/document.xml"]).iter(f"{W}*")}
    assert used.isdisjoint(
        {"sz", "szCs", "color", "shd", "spacing", "ind", "highlight", "u", "tcBorders", "tblBorders"}
    )


def test_headers_and_footers_say_title_copy_and_page(document: Document, parts: dict[str, bytes]) -> None:
    header, footer = parts["word/header1.xml"].decode(), parts["word/footer1.xml"].decode()
    for label in ("short-title", "copy"):
        assert all(run.text in header for run in document.labels[label] if isinstance(run, Run))
    assert re.findall(r"> (PAGE|NUMPAGES) <", footer) == ["PAGE", "NUMPAGES"]
    assert "{{" not in header + footer
    assert "%(" not in footer


def test_nothing_asks_the_reader_a_question_or_tells_who_wrote_the_file(parts: dict[str, bytes]) -> None:
    together = b"".join(parts.values())
    assert b"updateFields" not in together
    assert b"w:dirty" not in together
    assert b"rsid" not in together
    assert not [name for name in parts if "thumbnail" in name or "customXml" in name]
    assert b"creator" not in parts["docProps/core.xml"]


def test_title_and_language_are_in_the_properties_and_the_styles(document: Document, parts: dict[str, bytes]) -> None:
    core = parts["docProps/core.xml"].decode()
    assert f"<dc:title>{document.title}</dc:title>" in core
    assert f"<dc:language>{document.lang}</dc:language>" in core
    lang = {"zh-CN": "en-GB"}.get(document.lang, document.lang)
    assert f'<w:lang w:val="{lang}" w:eastAsia="zh-CN"'.encode() in parts["word/styles.xml"]
    assert b'<w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/>' in parts["word/settings.xml"]


def test_control_characters_are_refused(style: ReportStyle) -> None:
    with pytest.raises(LayoutError):
        write_report(Document("en-GB", "a\x07b", ()), style)


def test_what_did_not_change_is_copied_as_it_was_packed(document: Document, style: ReportStyle) -> None:
    theme = style.package.members["word/theme/theme1.xml"].packed
    assert theme in write_report(document, style)
