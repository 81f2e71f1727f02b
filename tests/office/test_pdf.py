from __future__ import annotations

import sys
from io import BytesIO

import pikepdf
import pytest

from cieprep_docs.errors import UsageError
from cieprep_docs.office.pdf import settle_pdf


def drawn(minute: int) -> bytes:
    """A PDF of two pages with what LibreOffice writes into its metadata."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.add_blank_page()
        pdf.Root.Lang = pikepdf.String("en-GB")
        time = f"D:202611231316{minute:02}Z'"
        info = {"/Title": "Отчёт & Ко", "/Creator": "Writer", "/Producer": "LibreOffice 7.4", "/CreationDate": time}
        pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary(info))
        pdf.trailer.DocChecksum = pikepdf.Name(f"/{minute:032}")
        pdf.Root.Metadata = pdf.make_stream(f"<pdfuaid:part>1</pdfuaid:part>{time} LibreOffice".encode())
        saved = BytesIO()
        pdf.save(saved)
        return saved.getvalue()


def test_the_document_says_its_title_and_its_language() -> None:
    with pikepdf.open(BytesIO(settle_pdf(drawn(1), "ru-RU").data)) as pdf:
        assert pdf.Root.Lang == "ru-RU"
        assert dict(pdf.docinfo) == {"/Title": "Отчёт & Ко"}
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Отчёт & Ко"
            assert metadata["dc:language"] == {"ru-RU"}


def test_nothing_is_said_of_the_time_or_the_program_and_nothing_claimed_that_nobody_has_checked() -> None:
    settled = settle_pdf(drawn(1), "ru-RU").data
    assert not [each for each in (b"LibreOffice", b"Writer", b"2026", b"DocChecksum", b"pdfuaid") if each in settled]


def test_two_drawings_of_one_document_become_the_same_bytes() -> None:
    assert settle_pdf(drawn(1), "ru-RU") == settle_pdf(drawn(2), "ru-RU")


def test_pages_are_counted() -> None:
    assert settle_pdf(drawn(1), "ru-RU").pages == 2


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    data = drawn(1)
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    with pytest.raises(UsageError, match=r"OFF073 .*cieprep-docs\[pdf\]"):
        settle_pdf(data, "ru-RU")
