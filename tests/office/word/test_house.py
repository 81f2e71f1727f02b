"""House styles: our own file, a foreign one, and files that cannot serve."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from cieprep_docs.content.nodes import Document, Heading, Item, List, Paragraph, Run
from cieprep_docs.errors import StyleError
from cieprep_docs.office.package import read_package, write_package
from cieprep_docs.office.word import ReportStyle, load_report_style, write_report

ROOT = Path(__file__).parents[3]
HOUSE = ROOT / "templates" / "office" / "conference"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_base_file_is_what_its_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "report.docx"
    subprocess.run([sys.executable, HOUSE / "make_report.py", made], check=True)  # noqa: S603 - our own script
    assert parts_of(made.read_bytes()) == parts_of((HOUSE / "report.docx").read_bytes())


def test_our_house_style_has_a_style_for_every_role(style: ReportStyle) -> None:
    assert style.diagnostics == ()


def test_fonts_and_colours_are_those_of_the_theme(style: ReportStyle) -> None:
    styles = style.package.read("word/styles.xml").decode()
    assert not re.search(r"w:(ascii|hAnsi|eastAsia|cs)=\"(?!zh-CN)", styles)
    without_theme = re.findall(r"<w:color (?![^>]*themeColor)[^>]*>", styles)
    assert without_theme == []
    fonts = re.findall(r'typeface="([^"]+)"', style.package.read("word/theme/theme1.xml").decode())
    assert {"Calibri", "Times New Roman", "Microsoft YaHei", "SimSun"} == set(fonts)


def test_the_page_is_a4_with_margins_of_25_millimetres(style: ReportStyle) -> None:
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in style.pages.xml
    assert style.pages.width == 11906 - 2 * 1417


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A file as an office may have it: made by another program, with words, a comment and a picture of its own."""
    document = docx.Document()
    document.core_properties.author = "Delegate 012"
    paragraph = document.add_paragraph("Old words")
    document.add_comment(paragraph.runs, text="secret", author="Delegate 012")
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ copy }}"
    path = tmp_path / "office.docx"
    document.save(str(path))
    return path


def test_a_foreign_file_serves_and_what_it_lacks_is_listed(foreign: Path) -> None:
    style = load_report_style(foreign)
    told = [str(each) for each in style.diagnostics]
    assert f"{foreign}: OFF060 no paragraph style “Lead” for lead (“Body Text” is used instead)" in told
    assert {each.severity for each in style.diagnostics} == {"warning"}
    assert not [line for line in told if re.search("no paragraph style “(heading 1|List Bullet)”", line)]


def test_a_foreign_file_hands_on_its_looks_and_nothing_else(foreign: Path) -> None:
    words = (Run("Words", "ru-RU"),)
    blocks = (Heading(words, 1), Paragraph(words, "lead"), List((Item((Paragraph(words),)),), ordered=True))
    document = Document("ru-RU", "Title", blocks, {"copy": (Run("Copy 7", "ru-RU"),)})
    parts = parts_of(write_report(document, load_report_style(foreign)))
    together = b"".join(parts.values())
    assert b"Delegate 012" not in together
    assert b"secret" not in together
    assert b"Old words" not in together
    assert not [name for name in parts if "thumbnail" in name or "customXml" in name or "comments" in name]
    assert b"Copy 7" in parts["word/header1.xml"]
    assert b'w:val="ru-RU"' in parts["word/styles.xml"]
    opened = docx.Document(io.BytesIO(write_report(document, load_report_style(foreign))))
    assert [paragraph.style.name for paragraph in opened.paragraphs if paragraph.style] == [
        "Heading 1",
        "Body Text",
        "List Number",
    ]


def test_a_file_without_styles_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bare.docx"
    path.write_bytes(write_package(read_package(HOUSE / "report.docx"), {}, {"word/styles.xml"}))
    with pytest.raises(StyleError):
        load_report_style(path)


def test_a_presentation_is_no_house_style_for_reports() -> None:
    with pytest.raises(StyleError, match="OFF062 is no complete Word document"):
        load_report_style(HOUSE / "deck.pptx")


def test_a_file_without_sections_is_refused(tmp_path: Path) -> None:
    base = read_package(HOUSE / "report.docx")
    body = re.sub(rb"<w:sectPr>.*?</w:sectPr>", b"", base.read("word/document.xml"))
    path = tmp_path / "bare.docx"
    path.write_bytes(write_package(base, {"word/document.xml": body}))
    with pytest.raises(StyleError, match="OFF061"):
        load_report_style(path)


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[report]\nkey_figure = 4", "report.key_figure: OFF064"),
        ("[charts]\nsize = 'large'", "charts.size: OFF064"),
        ("[report", "OFF064 is no TOML"),
    ],
)
def test_a_setting_that_does_not_exist_is_named(tmp_path: Path, toml: str, message: str) -> None:
    (tmp_path / "report.docx").write_bytes((HOUSE / "report.docx").read_bytes())
    (tmp_path / "report.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(StyleError, match=message):
        load_report_style(tmp_path / "report.docx")
