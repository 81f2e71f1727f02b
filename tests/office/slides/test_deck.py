"""Finished decks, part by part."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from lxml.etree import _Element as Element
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from cieprep_docs.content import nodes
from cieprep_docs.deck import plan
from cieprep_docs.office.package import read_package
from cieprep_docs.office.slides import write_deck
from cieprep_docs.office.xml import qualified, read_xml
from tests.support.decks import everything, items, plan_of, slide_of, style

RUSSIAN = "Конференция по международному обмену"
SAID = "<aside class='notes'><p>Говорите медленно.</p></aside>"


def picture(side: int = 2) -> bytes:
    """Return a PNG of that many red pixels a side."""
    raw = (b"\x00" + b"\xff\x00\x00" * side) * side
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(raw)),
        (b"IEND", b""),
    ]
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def file_of(markup: str, lang: str = "en-GB", images: dict[str, bytes] | None = None) -> bytes:
    return write_deck(plan_of(markup, lang, images), style())


def slide(markup: str, lang: str = "en-GB", number: int = 1, images: dict[str, bytes] | None = None) -> Element:
    return read_xml(read_package(file_of(markup, lang, images)).read(f"ppt/slides/slide{number}.xml"))


def found(root: Element, path: str) -> list[Element]:
    """Return the elements at a path such as ``p:sp//a:r``."""
    steps = "/".join(step if step in {"", "."} else qualified(step) for step in path.split("/"))
    return root.findall(f".//{steps}")


@pytest.mark.parametrize("lang", ["zh-CN", "en-GB", "ru-RU"])
def test_every_kind_of_slide_is_valid(lang: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(file_of(everything(lang), lang))
    result = OpenXmlValidator(FileFormat.OFFICE_2019).validate(path)
    assert not [str(error) for error in result.errors]
    assert Presentation(str(path)).slides


@pytest.mark.parametrize("lang", ["zh-CN", "en-GB", "ru-RU"])
def test_the_same_plan_gives_the_same_bytes(lang: str) -> None:
    assert file_of(everything(lang), lang) == file_of(everything(lang), lang)


def test_unchanged_parts_are_copied_as_they_are_packed() -> None:
    base, made = style().package, read_package(file_of(slide_of("<p>Words</p>")))
    assert made.members["ppt/theme/theme1.xml"] == base.members["ppt/theme/theme1.xml"]
    assert set(base.members) <= set(made.members)


@pytest.mark.parametrize(("lang", "other"), [("zh-CN", "en-US"), ("ru-RU", None), ("en-GB", None)])
def test_every_run_names_its_language(lang: str, other: str | None) -> None:
    runs = found(slide(slide_of("<p>2020</p><p><span lang='ru-RU'>Москва</span></p>"), lang), "a:rPr")
    assert [(each.get("lang"), each.get("altLang")) for each in runs] == [
        (lang, other),
        (lang, other),
        ("ru-RU", None),
        *[(lang, other)] * 3,
        (lang, None),
    ]


def test_the_title_is_read_first_and_the_number_last() -> None:
    shapes = found(slide(slide_of("<p>a</p>")), "p:sp")
    assert [found(each, "p:cNvPr")[0].get("name") for each in shapes] == ["title", "body", "footer", "number"]


def test_shape_numbers_are_unique() -> None:
    for number in range(1, 9):
        numbers = [each.get("id") for each in found(slide(everything("en-GB"), "en-GB", number), "p:cNvPr")]
        assert len(numbers) == len(set(numbers))


def test_words_in_placeholders_take_place_and_type_from_the_layout() -> None:
    body = found(slide(slide_of(f"<p>{'words ' * 200}</p>")), "p:sp")[1]
    assert not found(body, "a:xfrm")
    assert not [run.get("sz") for run in found(body, "a:rPr") if run.get("sz")]


def test_words_stepped_down_say_their_size() -> None:
    sizes = {run.get("sz") for run in found(slide(slide_of(items(*["words " * 30] * 8))), "a:rPr")}
    assert sizes - {None} <= {"1900", "1800", "1700", "1600", "1500", "1400"}
    assert len(sizes) == 2


def test_no_text_is_left_to_shrink_by_itself() -> None:
    package = read_package(file_of(everything("en-GB")))
    assert not [name for name in package.members if b"normAutofit" in package.read(name)]


def test_untranslated_words_are_marked_and_proposed_names_are_not() -> None:
    root = slide(
        slide_of('<p><span lang="en-GB" class="untranslated">new</span> <span class="proposed">имя</span></p>'), "ru-RU"
    )
    marked = [found(run, "a:t")[0].text for run in found(root, "a:r") if found(run, "a:highlight")]
    assert marked == ["new"]


def test_the_qualifier_of_a_figure_is_half_as_large() -> None:
    figures = '<dl class="figures"><dt><em>more than</em> 500</dt><dd>experts</dd></dl>'
    runs = found(slide(slide_of(figures)), "a:r")
    sizes = {found(run, "a:t")[0].text: int(found(run, "a:rPr")[0].get("sz", 0)) for run in runs}
    assert sizes["more\u00a0than"] * 2 == sizes["\u00a0500"]


def test_notes_stand_on_their_own_page_and_the_presentation_lists_its_master() -> None:
    package = read_package(file_of(f"<section><h1>T</h1><p>a</p>{SAID}</section>", "ru-RU"))
    notes = read_xml(package.read("ppt/notesSlides/notesSlide1.xml"))
    assert [each.text for each in found(notes, "a:t")] == ["Говорите медленно."]
    assert found(read_xml(package.read("ppt/presentation.xml")), "p:notesMasterId")


def test_contents_lead_to_their_slides() -> None:
    target = '<section id="a"><h1>A</h1><p>x</p></section>'
    package = read_package(file_of(slide_of('<nav class="contents"></nav>', title="Contents") + target))
    link = found(read_xml(package.read("ppt/slides/slide1.xml")), "a:hlinkClick")[0]
    assert link.get("action") == "ppaction://hlinksldjump"
    assert b'Target="slide2.xml"' in package.read("ppt/slides/_rels/slide1.xml.rels")


def test_an_address_is_an_outside_link() -> None:
    package = read_package(file_of(slide_of('<p><a href="https://example.org/">example</a></p>')))
    assert b'TargetMode="External"' in package.read("ppt/slides/_rels/slide1.xml.rels")


def test_a_picture_is_named_by_what_is_in_it_and_stored_once() -> None:
    figure = '<figure><img src="{}" alt="A red square"/></figure>'
    markup = slide_of(figure.format("one"), title="One") + slide_of(figure.format("two"), title="Two")
    package = read_package(file_of(markup, images={"one": picture(), "two": picture()}))
    assert len([name for name in package.members if name.startswith("ppt/media/")]) == 1
    assert b'descr="A red square"' in package.read("ppt/slides/slide1.xml")


def test_a_portrait_is_round() -> None:
    people = '<ul class="people"><li data-portrait="p"><p class="name">Delegate 001</p></li></ul>'
    pictures = found(slide(slide_of(people), images={"p": picture()}), "p:pic")
    assert found(pictures[0], "a:prstGeom")[0].get("prst") == "ellipse"


def test_a_chart_brings_its_workbook() -> None:
    package = read_package(file_of(everything("en-GB")))
    workbook = zipfile.ZipFile(io.BytesIO(package.read("ppt/embeddings/chart1.xlsx")))
    assert "xl/worksheets/sheet1.xml" in workbook.namelist()
    assert b"chart1.xlsx" in package.read("ppt/charts/_rels/chart1.xml.rels")


def test_a_table_is_native_with_header_spans_and_aligned_numbers() -> None:
    table = (
        '<table><caption>T</caption><thead><tr><th>A</th><th class="number">B</th></tr></thead><tbody>'
        '<tr><td rowspan="2">one</td><td class="number">1</td></tr><tr><td class="number">2</td></tr></tbody>'
        '<tfoot><tr><td colspan="2">total</td></tr></tfoot></table>'
    )
    root = slide(slide_of(table))
    rows = [[dict(cell.attrib) for cell in found(row, "a:tc")] for row in found(root, "a:tr")]
    assert rows == [
        [{}, {}],
        [{"rowSpan": "2"}, {}],
        [{"vMerge": "1"}, {}],
        [{"gridSpan": "2"}, {"hMerge": "1"}],
    ]
    properties = found(root, "a:tblPr")[0]
    assert (properties.get("firstRow"), properties.get("lastRow")) == ("1", "1")
    assert [each.get("algn") for each in found(root, "a:tc//a:pPr")] == ["r", "r", "r"]
    assert [each.get("descr") for each in found(root, "p:graphicFrame//p:cNvPr")] == ["T"]


def test_the_properties_say_title_and_language_and_nothing_else() -> None:
    core = read_xml(read_package(file_of(slide_of("<p>a</p>"), "ru-RU")).read("docProps/core.xml"))
    assert [each.text for each in core][:2] == ["Deck", "ru-RU"]
    assert len(core) == 4


def test_an_empty_document_is_a_deck_without_slides() -> None:
    package = read_package(write_deck(plan(nodes.Document("en-GB", "Deck", ()), style().layouts), style()))
    assert not [name for name in package.members if name.startswith("ppt/slides/")]


def test_sections_of_the_presentation_begin_where_slides_can_be_linked_to() -> None:
    parts = [slide_of("<p>a</p>", title="One"), '<section id="b"><h1>Two</h1><p>b</p></section>', slide_of("<p>c</p>")]
    root = read_xml(read_package(file_of("".join(parts))).read("ppt/presentation.xml"))
    sections = [(each.get("name"), len(found(each, "p14:sldId"))) for each in found(root, "p14:section")]
    assert sections == [("Deck", 1), ("Two", 2)]
