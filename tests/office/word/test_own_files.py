"""Word files of an office's own: covers, lists, captions and tables where the file has no styles for them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from cieprep_docs.content.nodes import (
    Block,
    Cell,
    Chart,
    Columns,
    Contents,
    Document,
    Heading,
    Item,
    List,
    Paragraph,
    Row,
    Run,
    Section,
    Series,
    Table,
    Version,
)
from cieprep_docs.office.word import load_report_style, write_numbered_report, write_report

Made = Callable[[WordFile], Path]
LABELS = {"event-title": (Run("Forum", "en-GB"),)}


def say(words: str) -> tuple[Run, ...]:
    return (Run(words, "en-GB"),)


def p(words: str) -> Paragraph:
    return Paragraph(say(words))


def h(words: str) -> Heading:
    return Heading(say(words), 1)


COVER = Section((Heading(say("Forum"), 1, numbered=False),), "cover")
CONTENTS = Section((Contents(),), "contents")
TEXT = Section((h("One"), p("Words."), h("Two"), p("Words.")), "section")
TABLE = Table((Row((Cell((p("One"),)), Cell((p("Two"),)), Cell((p("Three"),)))),), say("What there is"))


@pytest.fixture
def save(tmp_path: Path) -> Made:
    def saved(file: WordFile) -> Path:
        file.save(str(tmp_path / "office.docx"))
        return tmp_path / "office.docx"

    return saved


def without(*names: str) -> WordFile:
    """A file of another program that lacks some styles."""
    file = docx.Document()
    for name in names:
        element = file.styles[name].element
        element.getparent().remove(element)
    return file


def document_of(*blocks: Block) -> Document:
    return Document("en-GB", "Forum", blocks, LABELS)


def parts_of(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith((".xml", ".rels"))}


def written(style: Path, *blocks: Block) -> str:
    return parts_of(write_report(document_of(*blocks), load_report_style(style)))["word/document.xml"]


def with_cover() -> WordFile:
    file = docx.Document()
    file.add_paragraph("{{ event.title }}", "Title")
    file.add_section()
    return file


def test_contents_lead_to_their_headings_behind_a_cover_of_ones_own(save: Made) -> None:
    body = written(save(with_cover()), COVER, CONTENTS, TEXT)
    led = dict(re.findall(r'w:anchor="(\w+)".*?<w:t [^>]*>(\w+)<', body))
    named = dict(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(_Toc\d+)"/><w:r><w:t [^>]*>(\w+)<', body))
    assert list(led.values()) == ["One", "Two"]
    assert led.items() <= named.items()


def test_the_words_of_a_file_of_one_section_are_the_cover(save: Made) -> None:
    file = docx.Document()
    file.add_paragraph("{{ event.title }}", "Title")
    file.add_paragraph("Dear colleagues")
    opened = docx.Document(io.BytesIO(write_report(document_of(COVER, TEXT), load_report_style(save(file)))))
    assert [each.text for each in opened.paragraphs][:3] == ["Forum", "Dear colleagues", "One"]
    assert len(opened.sections) == 2
    assert opened.paragraphs[1]._p.xpath("w:pPr/w:sectPr")  # noqa: SLF001 - the section ends with its last words


def test_a_file_of_one_section_may_end_in_a_table(save: Made) -> None:
    file = docx.Document()
    file.add_table(1, 1).cell(0, 0).text = "{{ event.title }}"
    opened = docx.Document(io.BytesIO(write_report(document_of(COVER, TEXT), load_report_style(save(file)))))
    assert opened.tables[0].cell(0, 0).text == "Forum"
    assert len(opened.sections) == 2


@pytest.mark.parametrize("numbering", [True, False])
def test_lists_have_marks_and_numbers_where_the_file_has_no_style_for_them(save: Made, *, numbering: bool) -> None:
    file = without("List Bullet", "List Number")
    if not numbering:
        file.part.rels.pop(next(key for key, each in file.part.rels.items() if each.reltype.endswith("/numbering")))
    told = [each.hint for each in load_report_style(save(file)).diagnostics if "“List " in each.message]
    assert told == [f"“List Paragraph” is used instead, with {marks} added" for marks in ("bullets", "numbers")]
    items = (Item((p("a"), List((Item((p("b"),)),)))), Item((p("c"),)))
    lists = [List(items), List(items, ordered=True), List(items, ordered=True)]
    opened = docx.Document(io.BytesIO(write_report(document_of(*lists), load_report_style(save(file)))))
    used = [str(each._p.xpath("w:pPr/w:numPr/w:numId/@w:val")[0]) for each in opened.paragraphs]  # noqa: SLF001
    formats = [_format(opened, number) for number in used]
    assert formats == ["bullet"] * 3 + ["decimal", "bullet", "decimal"] * 2
    assert len({used[0], used[3], used[6]}) == 3  # each numbered list counts from one


def _format(opened: WordFile, number: str) -> str:
    lists = opened.part.numbering_part.element
    (name,) = lists.xpath(f'w:num[@w:numId="{number}"]/w:abstractNumId/@w:val')
    return str(lists.xpath(f'w:abstractNum[@w:abstractNumId="{name}"]/w:lvl[1]/w:numFmt/@w:val')[0])


def test_captions_and_headings_stay_with_what_they_name(save: Made) -> None:
    chart = Chart("bar", ("a",), (Series("n", (Decimal(1),)),), "en-GB", "Bars", say("Bars"))
    body = written(save(without("Heading 1")), h("One"), TABLE, chart)
    heading, caption, *_, drawing, below = (
        each for each in re.findall("<w:p>.*?</w:p>", body) if "<w:tc>" not in each and "sectPr" not in each
    )
    assert "<w:keepNext/><w:keepLines/>" in heading
    assert "What there is" in caption
    assert "<w:keepNext/><w:keepLines/>" in caption
    assert "<w:drawing>" in drawing
    assert "<w:keepNext/>" in drawing
    assert "<w:keepNext/>" not in below


def test_a_heading_stays_with_the_table_below_it(save: Made) -> None:
    body = written(save(docx.Document()), h("One"), Table(TABLE.rows))
    between = re.findall("<w:p>.*?</w:p>", body)[1]
    assert "<w:keepNext/>" in between


def test_words_do_not_touch_the_lines_of_tables(save: Made) -> None:
    (margins,) = re.findall("<w:tblCellMar>.*?</w:tblCellMar>", written(save(docx.Document()), TABLE))
    assert [int(each) > 0 for each in re.findall(r'w:w="(\d+)"', margins)] == [True] * 4


def test_columns_of_languages_have_no_lines_and_no_empty_lines(save: Made) -> None:
    heading = Columns((tuple(Version((h("One"),), lang, "beside") for lang in ("en-GB", "ru-RU")),))
    body = written(save(docx.Document()), heading, p("Words."))
    empty = [each for each in re.findall("<w:p>.*?</w:p>", body) if "<w:t " not in each]
    assert "w:tblStyle" not in body
    assert len(empty) == 2
    assert all('w:line="20" w:lineRule="exact"' in each for each in empty)


def test_chinese_words_are_chinese_to_word(save: Made) -> None:
    file = docx.Document()
    run = file.sections[0].header.paragraphs[0].add_run("{{ event.title }}")
    run._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US"/>'))  # noqa: SLF001
    words = (Run("论坛", "zh-CN"),)
    document = Document("zh-CN", "论坛", (Paragraph(words),), {"event-title": words})
    parts = parts_of(write_report(document, load_report_style(save(file))))
    assert 'w:val="en-US" w:eastAsia="zh-CN"' in parts["word/styles.xml"]
    assert "<w:lang" not in parts["word/header1.xml"]


def test_page_numbers_stand_at_the_margin_where_the_file_has_no_tab_for_them(save: Made) -> None:
    style = load_report_style(save(docx.Document()))
    document = document_of(CONTENTS, TEXT)
    pages = {f"_Toc0000000{number}": number for number in (1, 2)}
    body = parts_of(write_report(document, style, pages))["word/document.xml"]
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{style.pages.width}"/></w:tabs>'
    assert body.count(tab) == 2
    assert tab not in parts_of(write_numbered_report(document, style, lambda _: b"").value)["word/document.xml"]
