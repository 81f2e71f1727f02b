"""Pages turned for what is too wide, and back."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator

from cieprep_docs.content.nodes import (
    Block,
    Cell,
    Columns,
    Document,
    Heading,
    Inlines,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Version,
)
from cieprep_docs.office.word import ReportStyle, write_report
from cieprep_docs.office.word.outline import contents_entries
from tests.support.styles import shipped


def words(text: str) -> Inlines:
    return (Run(text, "en-GB"),)


def table(columns: int) -> Table:
    cells = tuple(Cell((Paragraph(words("Internationalization")),)) for _ in range(columns))
    return Table((Row(cells, "header"), Row(cells)))


BEFORE, AFTER = Paragraph(words("before")), Paragraph(words("after"))


def report(style: ReportStyle, *blocks: Block) -> bytes:
    return write_report(Document("en-GB", "T", blocks), style)


def sections(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return re.findall("<w:sectPr.*?</w:sectPr>", package.read("word/document.xml").decode())


def orders(data: bytes) -> list[str]:
    return ["landscape" if "landscape" in each else "portrait" for each in sections(data)]


def test_a_part_is_turned_and_the_pages_return(style: ReportStyle, tmp_path: Path) -> None:
    data = report(style, BEFORE, Section((table(2),), "landscape"), AFTER)
    assert orders(data) == ["portrait", "landscape", "portrait"]
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in sections(data)[1]
    path = tmp_path / "report.docx"
    path.write_bytes(data)
    assert not OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors


def test_every_section_has_the_same_headers_and_footers(style: ReportStyle) -> None:
    found = sections(report(style, BEFORE, Section((table(2),), "landscape"), AFTER))
    assert {tuple(re.findall(r'Reference [^>]*r:id="(\w+)"', each)) for each in found} == {("header1", "footer1")}


def test_pages_that_go_on_neither_count_anew_nor_begin_with_a_first_page(style: ReportStyle) -> None:
    first = '<w:pgNumType w:fmt="decimal" w:start="1"/><w:titlePg/></w:sectPr>'
    pages = replace(style.pages, xml=style.pages.xml.replace("</w:sectPr>", first))
    found = sections(report(replace(style, pages=pages), BEFORE, Section((table(2),), "landscape"), AFTER))
    assert [("w:start" in each, "titlePg" in each, "w:fmt" in each) for each in found] == [
        (True, True, True),
        (False, False, True),
        (False, False, True),
    ]


def test_a_table_whose_words_do_not_fit_turns_the_page_by_itself(style: ReportStyle) -> None:
    assert orders(report(style, BEFORE, table(4), AFTER)) == ["portrait"]
    assert orders(report(style, BEFORE, table(6), AFTER)) == ["portrait", "landscape", "portrait"]


def test_a_wide_table_on_turned_pages_stays_there(style: ReportStyle) -> None:
    assert orders(report(style, Section((BEFORE, table(6)), "landscape"), AFTER)).count("landscape") == 1


def test_headings_on_turned_pages_belong_to_the_part_around_them() -> None:
    turned = Section((Heading(words("Wide"), 2), table(2)), "landscape")
    document = Document("en-GB", "T", (Section((Heading(words("Annex"), 1), turned), "annex"),))
    assert [entry.number for entry in contents_entries(document, (), 2)] == ["", ""]


def test_headings_turn_with_the_table_that_they_stand_above(style: ReportStyle) -> None:
    headings = (Heading(words("Part"), 1), Heading(words("Tables"), 2))
    data = report(style, BEFORE, *headings, table(6), AFTER)
    assert orders(data) == ["portrait", "landscape", "portrait"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()
    places = [body.index(each) for each in (">before<", "<w:sectPr", ">Part<", ">Tables<", "<w:tbl>")]
    assert places == sorted(places)


def test_columns_of_three_languages_stand_on_turned_pages(style: ReportStyle) -> None:
    langs = ("en-GB", "ru-RU", "zh-CN")
    rows = Columns((tuple(Version((BEFORE,), lang, "beside") for lang in langs),))
    cover = Section((Heading(words("Title"), 1),), "cover")
    document = Document("en-GB", "T", (cover, rows, table(9), AFTER), {}, {lang: {} for lang in langs[1:]})
    assert orders(write_report(document, style)) == ["portrait", "landscape"]
    assert orders(write_report(replace(document, blocks=(cover, AFTER)), style)) == ["portrait", "portrait"]
    official = shipped("gb-t-9704")  # whose pages go on where the cover ends
    assert official.pages.goes_on
    assert "continuous" not in sections(write_report(document, official))[1]
