"""Page numbers in the contents, read from a drawing."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from cieprep_docs.content.nodes import Contents, Document, Heading, Run, Section
from cieprep_docs.errors import StyleError
from cieprep_docs.office.libreoffice import LibreOffice
from cieprep_docs.office.word import ReportStyle, write_report
from cieprep_docs.office.word.outline import Entry
from cieprep_docs.office.word.pagination import Link, find_pages, read_links, write_numbered_report


def h(text: str, level: int = 1, *, numbered: bool = True) -> Heading:
    return Heading((Run(text, "en-GB"),), level, "", numbered)


DOCUMENT = Document(
    "en-GB", "T", (Section((Contents(),), "contents"), Section((h("One"), h("In one", 2), h("Notes", numbered=False))))
)


def pdf(*links: tuple[str, int, int]) -> bytes:
    """A PDF of two pages as LibreOffice writes it, with links: words, height, object of the page they lead to."""
    annotations = b"".join(
        b"%d 0 obj\n<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[70.8 %d.5 163.8 %d.5]/Contents<FEFF%s>"
        b"/Dest[%d 0 R/XYZ 99.2 771.039 0]>>\nendobj\n\n"
        % (number, top - 10, top, words.encode("utf-16-be").hex().upper().encode(), page)
        for number, (words, top, page) in enumerate(links, start=20)
    )
    named = b" ".join(b"%d 0 R" % number for number in range(20, 20 + len(links)))
    return (
        b"%PDF-1.6\n\n1 0 obj\n<</Type/Page/Annots[ " + named + b" ]>>\nendobj\n\n4 0 obj\n<</Type/Page>>\nendobj\n\n"
        b"9 0 obj\n<</Type/Pages\n/Kids[ 1 0 R 4 0 R ]\n/Count 2>>\nendobj\n\n" + annotations
    )


def numbers_of(report: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        body = package.read("word/document.xml").decode()
    return re.findall(r'PAGEREF _Toc\d+ \\h .*?separate"/></w:r><w:r><w:t [^>]*>(\d+)<', body)


def test_links_stand_in_the_order_of_reading() -> None:
    drawn = pdf(("In one", 600, 4), ("One", 700, 1))
    assert read_links(drawn) == (Link("One", 1), Link("In one", 2))


def test_an_entry_takes_the_first_link_that_begins_it_and_passes_over_others() -> None:
    entries = (Entry(1, "1", (Run("A long heading", "en-GB"),), "a"), Entry(1, "2", (Run("Short", "en-GB"),), "b"))
    links = (Link("1\tA long", 3), Link("heading", 3), Link("2\tShort", 5))
    assert find_pages(entries, links) == {"a": 3, "b": 5}


def test_the_contents_show_the_pages_of_the_drawing(style: ReportStyle) -> None:
    drawn = pdf(("1\tOne", 700, 4), ("1.1\tIn one", 680, 4), ("Notes", 660, 4))
    assert numbers_of(write_numbered_report(DOCUMENT, style, lambda _: drawn).value) == ["2", "2", "2"]


def test_where_one_is_missing_no_number_is_shown(style: ReportStyle) -> None:
    drawn = pdf(("1\tOne", 700, 4), ("1.1\tIn one", 680, 4))
    written = write_numbered_report(DOCUMENT, style, lambda _: drawn)
    assert written.value == write_report(DOCUMENT, style)
    assert [each.code for each in written.diagnostics] == ["OFF075"]


def test_a_program_that_fails_is_named(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="OFF070") as caught:
        LibreOffice(tmp_path / "no-office").draw(b"")
    assert caught.value.diagnostics[0].location.file == str(tmp_path / "no-office")
