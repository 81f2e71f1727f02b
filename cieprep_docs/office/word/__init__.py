"""Documents as Word reports in a house style."""

from __future__ import annotations

from cieprep_docs.office.word.accessibility import accessibility
from cieprep_docs.office.word.house import ReportLook, ReportStyle, load_report_style
from cieprep_docs.office.word.pagination import write_numbered_report
from cieprep_docs.office.word.report import write_report

__all__ = [
    "ReportLook",
    "ReportStyle",
    "accessibility",
    "load_report_style",
    "write_numbered_report",
    "write_report",
]
