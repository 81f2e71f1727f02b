"""Pictures and charts in the text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from cieprep_docs.content.nodes import (
    Cell,
    Chart,
    Document,
    Inlines,
    Origin,
    Paragraph,
    People,
    PersonCard,
    Picture,
    Quotation,
    Row,
    Run,
    Series,
    Table,
)
from cieprep_docs.errors import EventError, StyleError
from cieprep_docs.office.word import ReportStyle, write_report

Show = Callable[..., str]
CAPTION = (Run("Below", "en-GB"),)
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def words(text: str) -> Inlines:
    return (Run(text, "en-GB"),)


def chart(kind: str = "bar", categories: int = 2) -> Chart:
    names = tuple(f"C{n}" for n in range(categories))
    values = tuple(Decimal(n) for n in range(categories))
    return Chart(kind, names, (Series("Number", values),), "en-GB", "What it shows", CAPTION, "chart-1")  # type: ignore[arg-type]


def test_drawings_have_words_and_a_caption_below(show: Show) -> None:
    shown = show(Picture("venue", "A hall", "en-GB", CAPTION, "hall"), chart())
    assert shown == (
        "Picture: «hall»(Picture 1: A hall)\nCaptionBelow: Below\n"
        "Picture: «chart_1»(Chart 2: What it shows)\nCaptionBelow: Below"
    )


def drawn(document: Document, style: ReportStyle) -> list[tuple[int, int]]:
    with zipfile.ZipFile(io.BytesIO(write_report(document, style))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return [(int(each.get("cx", "0")), int(each.get("cy", "0"))) for each in root.iter(f"{WP}extent")]


def test_bars_are_as_high_as_there_are_bars_up_to_a_limit(style: ReportStyle) -> None:
    charts = (chart(categories=2), chart(categories=5), chart(categories=50), chart("column", 2))
    heights = [height for _, height in drawn(Document("en-GB", "T", charts), style)]
    assert heights[0] < heights[1] < heights[2] == heights[3] == round(style.pages.width * 635 * 0.5)


def test_a_picture_is_as_large_as_it_is_and_never_wider_than_the_text(style: ReportStyle, document: Document) -> None:
    (size,) = drawn(Document("en-GB", "T", (Picture("venue", "A", "en-GB"),), images=document.images), style)
    assert size == (300 * 9525, 200 * 9525)
    assert size[0] <= style.pages.width * 635


def test_a_picture_shown_twice_is_stored_once_under_a_name_of_its_content(
    style: ReportStyle, document: Document
) -> None:
    twice = Document("en-GB", "T", (Picture("venue", "A", "en-GB"),) * 2, images=document.images)
    with zipfile.ZipFile(io.BytesIO(write_report(twice, style))) as package:
        media = [name for name in package.namelist() if name.startswith("word/media/")]
    assert len(media) == 1
    assert "venue" not in media[0]


def test_a_chart_brings_its_workbook_and_both_are_linked(style: ReportStyle) -> None:
    with zipfile.ZipFile(io.BytesIO(write_report(Document("en-GB", "T", (chart(), chart())), style))) as package:
        names = set(package.namelist())
    assert {f"word/charts/chart{n}.xml" for n in (1, 2)} <= names
    assert {f"word/embeddings/chart{n}.xlsx" for n in (1, 2)} <= names
    assert {f"word/charts/_rels/chart{n}.xml.rels" for n in (1, 2)} <= names


def test_a_file_that_is_no_picture_is_named(style: ReportStyle) -> None:
    broken = Document("en-GB", "T", (Picture("venue", "A", "en-GB"),), images={"venue": b"GIF89a"})
    with pytest.raises(EventError, match="venue"):
        write_report(broken, style)


def test_captions_count_tables_and_figures_apart(show: Show) -> None:
    labels = {"table": words("Table %(number)s. %(caption)s"), "figure": words("Figure %(number)s. %(caption)s")}
    table = Table((Row((Cell((Paragraph(words("a")),)),)),), words("Rows"))
    picture = Picture("venue", "A hall", "en-GB", words("The hall"))
    shown = show(table, picture, table, labels=labels)
    assert [line for line in shown.splitlines() if line.startswith("Caption")] == [
        "Caption: Table {SEQ Table \\* ARABIC}1. Rows",
        "CaptionBelow: Figure {SEQ Figure \\* ARABIC}1. The hall",
        "Caption: Table {SEQ Table \\* ARABIC}2. Rows",
    ]


def test_a_caption_without_a_label_stands_alone(show: Show) -> None:
    assert "CaptionBelow: The hall" in show(Picture("venue", "A hall", "en-GB", words("The hall")))


def test_a_drawing_stands_before_the_picture_that_older_programs_show(
    style: ReportStyle, document: Document, tmp_path: Path
) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>'
    pictures = (Picture("venue", "A hall", "en-GB"), Picture("venue", "The same", "en-GB"))
    pictured = Document("en-GB", "T", pictures, images=document.images, vectors={"venue": drawing})
    report = write_report(pictured, style)
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        media = sorted(name for name in package.namelist() if "/media/" in name)
        body = package.read("word/document.xml").decode()
        links = package.read("word/_rels/document.xml.rels").decode()
        assert package.read(next(name for name in media if name.endswith(".svg"))) == drawing
        types = package.read("[Content_Types].xml").decode()
    assert [name.rpartition(".")[2] for name in media] in (["png", "svg"], ["svg", "png"])
    assert 'ContentType="image/svg+xml"' in types
    for blip in re.findall(r'<a:blip r:embed="(\w+)">.*?<asvg:svgBlip [^>]*r:embed="(\w+)"/>', body):
        targets = [re.search(rf'Id="{name}"[^>]*Target="([^"]+)"', links) for name in blip]
        assert [found and found[1].rpartition(".")[2] for found in targets] == ["png", "svg"]
    assert body.count("svgBlip") == 2
    path = tmp_path / "report.docx"
    path.write_bytes(report)
    assert not OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors


def test_a_drawing_that_runs_something_is_refused(style: ReportStyle, document: Document) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
    shown = Document(
        "en-GB", "T", (Picture("venue", "A", "en-GB"),), images=document.images, vectors={"venue": drawing}
    )
    with pytest.raises(EventError, match="venue: OFF044"):
        write_report(shown, style)


def test_a_picture_that_the_event_has_not_is_an_error_at_its_template_line(style: ReportStyle) -> None:
    at = Origin("report.html", 7)
    speaker = Quotation((Paragraph(words("Said.")),), words("Delegate 012"), portrait="gone", origin=at)
    card = PersonCard(words("Delegate 012"), portrait="gone", origin=at)
    blocks = (Picture("hall", "A", "en-GB", origin=at), speaker, People((card,)))
    with pytest.raises(StyleError) as caught:
        write_report(Document("en-GB", "T", blocks, images={"venue": b""}), style)
    assert [(each.code, str(each.location)) for each in caught.value.diagnostics] == [("OFF067", "report.html:7")] * 3
    assert "there is no picture “hall”; the event has venue" in str(caught.value)
