"""A finished report as a whole."""

from __future__ import annotations

from cieprep_docs.content.nodes import Document
from cieprep_docs.office.word import ReportStyle, write_report


def test_the_same_document_gives_the_same_bytes(document: Document, style: ReportStyle) -> None:
    assert write_report(document, style) == write_report(document, style)
