"""Every house style's report.docx is what its script makes, and serves every role."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree

from cieprep_docs.office.word import load_report_style

OFFICE = Path(__file__).parents[2] / "templates" / "office"
HOUSES = ("conference", "gb-t-9704", "gost-r-7.0.97", "gost-r-7.0.97-2016")


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def run_script(house: str, target: Path) -> None:
    subprocess.run([sys.executable, OFFICE / house / "make_report.py", target], check=True)  # noqa: S603 - our own script


def test_gb_t_9704_is_what_its_script_makes(tmp_path: Path) -> None:
    run_script("gb-t-9704", tmp_path / "report.docx")
    assert parts_of(tmp_path / "report.docx") == parts_of(OFFICE / "gb-t-9704" / "report.docx")


def test_both_editions_of_gost_are_what_their_script_makes(tmp_path: Path) -> None:
    run_script("gost-r-7.0.97", tmp_path)
    for house in ("gost-r-7.0.97", "gost-r-7.0.97-2016"):
        assert parts_of(tmp_path / house / "report.docx") == parts_of(OFFICE / house / "report.docx")


@pytest.mark.parametrize("house", HOUSES)
def test_every_role_has_a_style_of_its_own(house: str) -> None:
    assert load_report_style(OFFICE / house / "report.docx").diagnostics == ()


def test_header_and_footer_reach_the_right_margin_of_a_turned_page_too() -> None:
    header, footer = (
        parts_of(OFFICE / "conference" / "report.docx")[f"word/{name}1.xml"] for name in ("header", "footer")
    )
    assert b'<w:tblW w:w="5000" w:type="pct"/>' in header
    assert b"<w:tab/>" not in header + footer
    assert b'<w:jc w:val="right"/>' in footer


@pytest.mark.parametrize("house", HOUSES)
def test_page_numbers_in_the_contents_stand_at_the_right_margin(house: str) -> None:
    style = load_report_style(OFFICE / house / "report.docx")
    for lang in ("zh-CN", "ru-RU", "en-GB"):
        found = style.stylesheet.find("paragraph", "contents entry 1", lang)
        assert found
        assert found.end_tab


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("role", ["heading 1", "heading 2", "plain heading 1", "contents heading 1"])
def test_headings_beside_each_other_stand_at_one_height(house: str, role: str) -> None:
    style = load_report_style(OFFICE / house / "report.docx")
    opened = docx.Document(str(OFFICE / house / "report.docx"))
    found = [style.stylesheet.find("paragraph", role, lang, "column") for lang in ("zh-CN", "ru-RU", "en-GB")]
    lines = [_spacing(opened, each.id) for each in found if each]
    assert lines == lines[:1] * 3
    assert lines[0]["lineRule"] == "exact"  # fonts of other languages are of other heights


def _spacing(opened: Document, style: str) -> dict[str, str]:
    """The spacing of a style that says it itself."""
    (found,) = opened.styles.element.xpath(f'w:style[@w:styleId="{style}"]/w:pPr/w:spacing')
    return {etree.QName(name).localname: str(value) for name, value in found.attrib.items()}
