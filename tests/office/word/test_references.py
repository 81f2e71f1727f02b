"""Notes with their own words and links that repeat numbers, as Word's footnotes and fields."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from cieprep_docs.content.bilingual import LAYOUTS, Layout
from cieprep_docs.content.markup import read_markup
from cieprep_docs.content.nodes import Document
from cieprep_docs.content.pairing import pair
from cieprep_docs.errors import StyleError
from cieprep_docs.office.word import ReportStyle, load_report_style, write_report
from cieprep_docs.office.word.notes import note_settings
from tests.office.word.conftest import ROOT, picture, show_body
from tests.support.command import CHECKOUT, run_program

HEADER = """<header><p class="title">{title}</p><p class="table">{table} %(number)s. %(caption)s</p>
<p class="table-link">{link} %(number)s</p><p class="figure">%(number)s %(caption)s</p></header>"""
BODY = """<section class="section" id="first"><h1>{head}</h1>
<p>{said}<a class="note">{one}</a>{said}<a class="note">{two}: <a href="https://example.org/{key}">{two}</a></a></p>
<p><a href="#t"/> <a class="number" href="#p"/> <a class="number" href="#second"/></p>
<table id="t"><caption>{head}</caption><tr><th>{said}</th><td>{said}<a class="note">{three}</a></td></tr></table>
<aside class="panel"><p>{said}</p>
<table id="p"><caption>{head}</caption><tr><th>{said}</th><td>1</td></tr></table></aside>
<figure id="f"><img src="venue" alt="{said}"/><figcaption>{said} <a class="number" href="#f"/>
</figcaption></figure></section>
<section class="section" id="second"><h1>{two}</h1><p>{said}</p></section>"""
WORDS = {
    "en-GB": ("Report", "Table", "Table", "Head", "Said.", "One", "Two", "Three", "en"),
    "ru-RU": ("Отчёт", "Таблица", "таблица", "Часть", "Сказано.", "Раз", "Два", "Три", "ru"),
    "zh-CN": ("报告", "表", "表", "部分", "发言。", "甲", "乙", "丙", "zh"),
}
NAMES = ("title", "table", "link", "head", "said", "one", "two", "three", "key")
VALIDATOR = CHECKOUT / "build" / "validator" / "node_modules" / "@xarsh"
LISTED = """<section class="notes"><h1>{head}</h1><ol class="notes"><li id="n1">{one}</li></ol></section>"""


def document(lang: str, more: str = "") -> Document:
    words = dict(zip(NAMES, WORDS[lang], strict=True))
    markup = f'<article lang="{lang}">{HEADER}{BODY}{more}</article>'.format(**words)
    return replace(read_markup(markup), images={"venue": picture()})


def part(report: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        return package.read(name).decode()


def footnotes(report: bytes) -> list[str]:
    """The words of each footnote behind its mark; a number that Word sets itself is #."""
    notes = part(report, "word/footnotes.xml").split("<w:footnote ")[3:]
    return ["".join(re.findall(r"<w:t [^>]*>([^<]+)<", each.replace("<w:footnoteRef/>", "<w:t >#<"))) for each in notes]


def marks(report: bytes) -> list[tuple[str, str]]:
    """Each mark in the text: the note it leads to, and the number that stands there where Word sets none."""
    found = re.findall(
        r'<w:footnoteReference(?: w:customMarkFollows="1")? w:id="(\d+)"/>(?:<w:t [^>]*>(\w+)<)?',
        part(report, "word/document.xml"),
    )
    return [(str(number), str(mark)) for number, mark in found]


def fields(report: bytes) -> list[tuple[str, str]]:
    """The instruction of each REF and SEQ field and what it shows."""
    body = part(report, "word/document.xml")
    return re.findall(r"<w:instrText[^>]*> ((?:REF|SEQ) [^<]*?) </w:instrText>.*?<w:t [^>]*>([^<]*)<", body)


def faults(report: bytes, folder: Path) -> list[str]:
    """What both validators find; the second where it is installed."""
    path = folder / "report.docx"
    path.write_bytes(report)
    found = [
        str(each) for each in OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors
    ]
    for program in sorted(VALIDATOR.glob("ooxml-validator-*/ooxml-validator")):
        ended = run_program(program, path, "Microsoft365", env={"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})
        found += map(str, json.loads(ended.out)["errors"])
    return found


def test_notes_are_footnotes_in_the_order_of_the_text_in_cells_too(style: ReportStyle) -> None:
    report = write_report(document("ru-RU"), style)
    assert footnotes(report) == ["# Раз", "# Два: Два", "# Три"]
    assert marks(report) == [("1", ""), ("2", ""), ("3", "")]
    assert 'Target="https://example.org/ru"' in part(report, "word/_rels/footnotes.xml.rels")


def test_the_rules_above_notes_are_ours_whatever_the_settings_said(style: ReportStyle) -> None:
    settings = style.package.read("word/settings.xml").decode()
    old = '<w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr><w:compat>'
    changed = note_settings(settings.replace("<w:compat>", old).encode()).decode()
    assert re.findall(r'<w:footnote w:id="(-?\d)"/>', changed) == ["-1", "0"]
    assert changed.index("footnotePr") < changed.index("<w:compat>")


def test_notes_have_letters_where_a_list_of_notes_has_numbers(style: ReportStyle, tmp_path: Path) -> None:
    cited = '<p>x<sup><a class="note" href="#n1">1</a></sup></p>'
    report = write_report(document("en-GB", cited + LISTED), style)
    assert '<w:numFmt w:val="lowerLetter"/>' in part(report, "word/document.xml")
    assert not faults(report, tmp_path)
    at_foot = replace(style, look=replace(style.look, footnotes=True))
    report = write_report(document("en-GB", cited + LISTED), at_foot)
    assert "lowerLetter" not in part(report, "word/document.xml")
    assert footnotes(report) == ["# One", "# Two: Two", "# Three", "# One"]


def test_links_repeat_the_numbers_of_captions_and_headings(style: ReportStyle) -> None:
    report = write_report(document("ru-RU"), style)
    assert fields(report) == [
        (r"REF _Ref10000001 \h", "1"),
        (r"REF _Ref10000002 \h", "2"),
        (r"REF _Toc00000002 \n \h", "2"),
        (r"SEQ Table \* ARABIC", "1"),
        (r"SEQ Table \* ARABIC", "2"),
        (r"SEQ Figure \* ARABIC", "1"),
        (r"REF _Ref20000001 \h", "1"),
    ]
    body = part(report, "word/document.xml")
    for mark in ("_Ref10000001", "_Ref10000002", "_Ref20000001", "_Toc00000002"):
        assert body.count(f'w:name="{mark}"') == 1


def test_a_link_says_the_word_of_its_language(style: ReportStyle) -> None:
    assert "таблица\u00a0" in show_body(write_report(document("ru-RU"), style))
    assert "Table\u00a0" in show_body(write_report(document("en-GB"), style))


def test_notes_and_numbers_are_those_of_each_language(style: ReportStyle) -> None:
    laid = LAYOUTS["columns"](pair(document("zh-CN"), document("ru-RU")))
    report = write_report(laid, style)
    assert footnotes(report) == ["# 甲", "# 乙:乙", "1 Раз", "2 Два: Два", "# 丙", "3 Три"]
    assert marks(report) == [("1", ""), ("2", ""), ("3", "1"), ("4", "2"), ("5", ""), ("6", "3")]
    shown = [number for instruction, number in fields(report) if instruction.startswith("REF")]
    assert shown == ["1", "2", "2", "1", "2", "2", "1", "1"]
    assert [number for instruction, number in fields(report) if "SEQ Table" in instruction] == ["1", "1", "2", "2"]


@pytest.mark.parametrize("layout", ["columns", "stacked", "tables", "proof"])
def test_every_target_is_there_in_every_layout(layout: Layout, style: ReportStyle) -> None:
    body = part(write_report(LAYOUTS[layout](pair(document("zh-CN"), document("ru-RU"))), style), "word/document.xml")
    targets = re.findall(r" REF (\w+) ", body) + re.findall(r'w:anchor="(\w+)"', body)
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="(\w+)"', body)
    assert set(targets) <= set(names)
    assert len(names) == len(set(names))


def test_chinese_numbers_of_headings_lose_what_stands_around_them() -> None:
    official = load_report_style(ROOT / "templates" / "office" / "gb-t-9704" / "report.docx")
    report = write_report(document("zh-CN"), official)
    body = part(report, "word/document.xml")
    assert r"REF _Toc" not in body  # Word would set 二、 with its comma
    assert re.search(r'w:anchor="second"[^>]*>(?:(?!</w:hyperlink>).)*<w:t [^>]*>二<', body)


LINKS = """<article lang="{lang}"><header><p class="title">{title}</p><p class="section-link">{title} %(number)s</p>
</header><section class="section"><h1 id="heading">{title}</h1><p>{said}</p></section>
<section class="section" id="section"><h1>CIEP</h1><p>{said}</p></section>
<p>{said} <a href="#heading"/>, <a href="#section"/></p></article>"""


def numbers_in_sentences(style: str, layout: Layout, *langs: str) -> dict[str, tuple[str, ...]]:
    """What links to the first and the second section say, by the language of the sentence."""
    words = {"zh-CN": ("部分", "见"), "ru-RU": ("раздел", "См.")}
    versions = [read_markup(LINKS.format(lang=each, title=words[each][0], said=words[each][1])) for each in langs]
    official = load_report_style(ROOT / "templates" / "office" / style / "report.docx")
    body = part(write_report(LAYOUTS[layout](pair(*versions)), official), "word/document.xml")
    texts = [re.sub(r"<w:instrText.*?</w:instrText>|<[^>]+>", "", each) for each in body.split("</w:p>")]
    return {
        lang: tuple(re.findall(rf"{title}\s?(\w)", text.partition(said)[2]))
        for lang, (title, said) in words.items()
        for text in texts
        if said in text
    }


@pytest.mark.parametrize("layout", ["columns", "stacked"])
@pytest.mark.parametrize("style", ["gb-t-9704", "gost-r-7.0.97"])
@pytest.mark.parametrize("langs", [("zh-CN", "ru-RU"), ("ru-RU", "zh-CN")])
def test_sentences_have_numbers_in_the_form_of_their_own_language(
    style: str, layout: Layout, langs: tuple[str, str]
) -> None:
    assert numbers_in_sentences(style, layout, *langs) == {"zh-CN": ("一", "二"), "ru-RU": ("1", "2")}


def test_a_style_without_numbers_refuses_a_link_to_one(style: ReportStyle) -> None:
    bare = replace(style, numbering=replace(style.numbering, levels={}))
    with pytest.raises(StyleError, match=r"OFF066 .*#second"):
        write_report(document("en-GB"), bare)


def test_abbreviations_are_small_capitals_in_scripts_that_have_them(style: ReportStyle) -> None:
    words = read_markup(
        '<article lang="zh-CN"><header><p class="title">题</p></header>'
        '<p><abbr>CIEP</abbr> <abbr lang="ru-RU">МИД</abbr></p></article>'
    )
    runs = re.findall(r"<w:r>(.*?)</w:r>", part(write_report(words, style), "word/document.xml"))
    small = [re.sub("<[^>]+>", "", run) for run in runs if "smallCaps" in run or 'w:val="Abbreviation"' in run]
    assert small == ["МИД"]


@pytest.mark.parametrize("layout", ["columns", "stacked"])
def test_the_file_is_valid(layout: Layout, style: ReportStyle, tmp_path: Path) -> None:
    versions = pair(document("zh-CN"), document("ru-RU"), document("en-GB"))
    assert not faults(write_report(LAYOUTS[layout](versions), style), tmp_path)
