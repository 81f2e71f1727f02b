"""Notes as Word's own footnotes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from cieprep_docs.content.nodes import Document, Heading, Inlines, Item, List, Paragraph, Run, Section
from cieprep_docs.office.word import ReportStyle, write_report


def words(text: str, href: str = "") -> Inlines:
    return (Run(text, "en-GB", href=href),)


def cited(*ids: str) -> Paragraph:
    marks = tuple(Run(each, "en-GB", raised=True, href=f"#note-{each}") for each in ids)
    return Paragraph((*words("Said."), *marks))


def note(number: int, text: str, href: str = "") -> Item:
    return Item((Paragraph(words(text, href)),), f"note-{number}")


SOURCES = (note(1, "A paper"), note(2, "A page", "https://example.org/page"), note(3, "Never pointed to"))
NOTES = Section((Heading(words("Notes"), 1), List(SOURCES, ordered=True, role="notes")), "notes", id="notes")


@pytest.fixture
def report(style: ReportStyle) -> bytes:
    with_footnotes = replace(style, look=replace(style.look, footnotes=True))
    text = Section((Heading(words("Text"), 1), cited("2"), cited("1", "2")), "section")
    return write_report(Document("en-GB", "Title", (text, NOTES)), with_footnotes)


def part(report: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        return package.read(name).decode()


def test_footnotes_stand_in_the_order_in_which_the_text_points_to_them(report: bytes) -> None:
    notes = part(report, "word/footnotes.xml").split("<w:footnote ")[3:]
    assert [re.findall(r"<w:t [^>]*>([^<]+)<", each) for each in notes] == [[" ", "A page"], [" ", "A paper"]]
    body = part(report, "word/document.xml")
    assert re.findall(r'<w:footnoteReference w:id="(\d)"/>', body) == ["1", "2"]


def test_a_second_pointer_repeats_the_number(report: bytes) -> None:
    assert re.findall(r"NOTEREF (\w+) .*?separate.*?<w:t [^>]*>(\d)<", part(report, "word/document.xml")) == [
        ("_Note1", "1")
    ]


def test_the_list_of_notes_is_gone_with_its_heading(report: bytes) -> None:
    body = part(report, "word/document.xml")
    assert "Notes" not in body
    assert "Never pointed to" not in body + part(report, "word/footnotes.xml")


def test_links_of_footnotes_lead_outside(report: bytes) -> None:
    assert 'Target="https://example.org/page"' in part(report, "word/_rels/footnotes.xml.rels")


def test_the_file_is_valid(report: bytes, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(report)
    assert not OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors


def test_without_that_wish_notes_stay_a_list(style: ReportStyle) -> None:
    report = write_report(Document("en-GB", "Title", (cited("1"), NOTES)), style)
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        assert "word/footnotes.xml" not in package.namelist()
    assert "Never pointed to" in part(report, "word/document.xml")
