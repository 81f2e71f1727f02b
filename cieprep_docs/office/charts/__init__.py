"""Native charts: the same XML serves Word and PowerPoint, with the workbook that opens on “Edit data”."""

from __future__ import annotations

from cieprep_docs.office.charts.chart import ChartPart, chart_part
from cieprep_docs.office.charts.look import ChartLook

__all__ = ["ChartLook", "ChartPart", "chart_part"]
