"""Comments for those who edit a report."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import get_args

from openxml_audit import FileFormat, OpenXmlValidator

from cieprep_docs.content.nodes import Contents, Document, Heading, Inlines, Mark, Paragraph, Run, Section
from cieprep_docs.office.word import ReportStyle, write_report


def words(text: str, mark: Mark = "") -> Inlines:
    return (Run(text, "en-GB", mark=mark),)


LABELS = {"untranslated": words("Not translated yet"), "proposed": words("Not confirmed")}
BLOCKS = (
    Section((Contents(),), "contents"),
    Section(
        (
            Heading(words("Шёлковый путь", "untranslated"), 1),
            Paragraph(words("Xia Bing", "proposed")),
            Paragraph(words("Xia Bing", "proposed")),
            Paragraph(words("plain")),
        ),
        "section",
    ),
)
DOCUMENT = Document("en-GB", "T", BLOCKS, LABELS)


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}


def test_every_mark_is_commented_once_where_its_words_stand_first(style: ReportStyle) -> None:
    found = parts(write_report(DOCUMENT, style, comments=True))
    assert re.findall(r"<w:t [^>]*>([^<]+)<", found["word/comments.xml"]) == ["Not translated yet", "Not confirmed"]
    assert len(LABELS) == len([mark for mark in get_args(Mark) if mark])
    body = found["word/document.xml"]
    inside = re.findall(r"<w:commentRangeStart [^>]*/>(.*?)<w:commentRangeEnd", body)
    assert [re.findall(r"<w:t [^>]*>([^<]+)<", each) for each in inside] == [["Шёлковый путь"], ["Xia Bing"]]


def test_finished_reports_hold_no_comments(style: ReportStyle) -> None:
    assert not [name for name in parts(write_report(DOCUMENT, style)) if "comments" in name]


def test_a_report_with_comments_is_valid_and_the_same_each_time(style: ReportStyle, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(write_report(DOCUMENT, style, comments=True))
    assert path.read_bytes() == write_report(DOCUMENT, style, comments=True)
    assert not OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors
