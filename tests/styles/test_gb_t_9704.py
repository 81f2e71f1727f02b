"""The vectors of GB/T 9704-2012, after which the house style is modelled."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree

from cieprep_docs.content.measure import text_width
from cieprep_docs.content.nodes import Block, Break, Document, Heading, Paragraph, Run, Section
from cieprep_docs.office.word import write_report
from cieprep_docs.office.word.numbering import number_words
from tests.support.drawing import Drawing, draw, what_is_missing
from tests.support.styles import StyleFile, shipped

GB = StyleFile("gb-t-9704")
SENTENCE = "各方一致认为，科技创新合作前景广阔；"


def test_the_type_area_is_156_by_225_millimetres() -> None:
    for section in ("(//w:sectPr)[1]", "(//w:sectPr)[2]"):
        margins = GB.values("document", f"{section}/w:pgMar")
        assert [margins[side] for side in ("top", "right", "bottom", "left")] == ["2098", "1474", "1985", "1588"]
        assert GB.values("document", f"{section}/w:docGrid") == {"type": "lines", "linePitch": "579"}


def test_running_text_stands_on_the_grid_in_size_three() -> None:
    assert GB.paragraph("Body Text", "spacing[@w:line]")["line"] == "579"
    assert GB.paragraph("Body Text", "spacing[@w:val]") == {"val": "-5"}
    assert GB.paragraph("Body Text", "sz") == {"val": "32"}
    assert GB.paragraph("Body Text", "ind") == {"firstLine": "640", "firstLineChars": "200"}
    assert GB.paragraph("Body Text", "snapToGrid") == {"val": "1"}
    assert GB.paragraph("Title", "snapToGrid") == {"val": "0"}


@pytest.mark.parametrize(
    ("style", "face"),
    [("heading 1", "SimHei"), ("heading 2", "KaiTi"), ("Title", "方正小标宋简体"), ("footer", "SimSun")],
)
def test_the_faces_are_those_of_the_standard(style: str, face: str) -> None:
    assert GB.paragraph(style, "rFonts")["eastAsia"] == face


def test_running_text_is_in_fangsong_beside_times_new_roman() -> None:
    fonts = GB.values("styles", "//w:rPrDefault//w:rFonts")
    assert (fonts["eastAsia"], fonts["ascii"], fonts["hAnsi"]) == ("FangSong", "Times New Roman", "Times New Roman")
    assert not [name for name in fonts if name.endswith("Theme")]


@pytest.mark.parametrize("house", ["conference", "gb-t-9704", "gost-r-7.0.97", "gost-r-7.0.97-2016"])
def test_font_names_are_short_enough_for_word(house: str) -> None:
    names = [
        each.get(each.nsmap["w"] and f"{{{each.nsmap['w']}}}name", "")
        for each in StyleFile(house).find("fontTable", "//w:font")
    ]
    assert names
    assert all(0 < len(name) < 32 for name in names)


@pytest.mark.parametrize(
    ("counts", "number"),
    [((3,), "三、"), ((1, 11), "（十一）"), ((1, 3, 2), "2."), ((1, 1, 4, 2), "（2）")],
)
def test_headings_are_numbered_by_the_four_levels(counts: tuple[int, ...], number: str) -> None:
    levels = GB.style.numbering.levels_of("1")
    assert number_words(levels, counts) == number
    assert {level.suffix for level in levels} == {"nothing"}


@pytest.mark.parametrize(
    ("count", "numeral"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
    ],
)
def test_numerals(count: int, numeral: str) -> None:
    assert number_words(GB.style.numbering.levels_of("1"), (count,)) == f"{numeral}、"


def test_page_numbers_stand_outside_between_dashes() -> None:
    assert GB.find("settings", "//w:evenAndOddHeaders")
    for footer, side in (("footer1", "right"), ("footer2", "left")):
        (paragraph,) = GB.find(footer, "//w:p")
        assert "".join(map(str, paragraph.itertext())).replace(" PAGE ", "") == "— 1 —"
        assert GB.values(footer, "//w:jc") == {"val": side}
        assert GB.values(footer, "//w:ind")[side] == "280"
    assert GB.paragraph("footer", "sz") == {"val": "28"}


def test_no_colour_but_the_red_of_issuer_and_rule() -> None:
    coloured = [
        each
        for each in GB.find("styles", "//*[@w:color or self::w:color]")
        if "FF0000" in etree.tostring(each).decode()
    ]
    styles = {next(each.iterancestors("{*}style")).get(f"{{{each.nsmap['w']}}}styleId") for each in coloured}
    assert styles == {"Issuer", "RedRule"}


def words(text: str) -> tuple[Run, ...]:
    return (Run(text, "zh-CN"),)


@pytest.mark.parametrize(
    ("body", "longest"),
    [("中国国际人才交流中心办公室", "body"), ("科技部", "date")],
    ids=["a long body", "a long date"],
)
def test_body_or_date_of_a_signature_ends_two_characters_before_the_margin(body: str, longest: str) -> None:
    date = "2020年12月9日"
    signature = Paragraph((*words(body), Break(), *words(date)), "signature")
    data = write_report(Document("zh-CN", "题目", (signature,)), shipped("gb-t-9704"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read("word/document.xml").decode()
    found = re.search(r'<w:ind w:left="(\d+)" w:right="640" w:hanging="640"/>', xml)
    assert found
    begins = {"date": int(found[1]), "body": int(found[1]) - 640}
    width = text_width(date if longest == "date" else body, 16, lang="zh-CN") * 20
    assert begins[longest] + width == pytest.approx(8844 - 640, abs=1)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Drawing, ...]:
    """Three paragraphs of 600 characters, and a title over three paragraphs of 720 with punctuation."""
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    folder = tmp_path_factory.mktemp("grid")
    title = Section((Heading(words("关于举办国际人才交流大会的报告"), 1, numbered=False),), "cover")
    long = (SENTENCE * 50)[:720]
    texts: dict[str, tuple[Block, ...]] = {
        "plain": (Paragraph(words("汉" * 600)),) * 3,
        "titled": (title, *(Paragraph(words(long)) for _ in range(3))),
    }
    paths = [folder / f"{name}.docx" for name in texts]
    for path, blocks in zip(paths, texts.values(), strict=True):
        path.write_bytes(write_report(Document("zh-CN", "题目", blocks), shipped("gb-t-9704")))
    return tuple(draw(paths, folder))


def lines_of(drawing: Drawing, page: int) -> list[int]:
    """The number of characters in each line of a page, its number left out."""
    rows: dict[int, int] = {}
    for sign in drawing.on_page(page).signs:
        if "\u4e00" <= sign.text <= "\u9fff" or sign.text in "，；":
            rows[round(sign.baseline)] = rows.get(round(sign.baseline), 0) + 1
    return [rows[place] for place in sorted(rows)]


@pytest.mark.draw
@pytest.mark.slow
@pytest.mark.xdist_group("drawing")
def test_a_page_holds_22_lines_of_28_characters_whichever_fonts_stand_in(drawn: tuple[Drawing, ...]) -> None:
    plain, _ = drawn
    assert [len(lines_of(plain, page)) for page in (1, 2, 3)] == [22, 22, 22]
    assert lines_of(plain, 1)[0] == 26
    assert set(lines_of(plain, 1)[1:21]) == {28}


@pytest.mark.draw
@pytest.mark.slow
@pytest.mark.xdist_group("drawing")
def test_pages_after_a_title_hold_22_lines_too(drawn: tuple[Drawing, ...]) -> None:
    _, titled = drawn
    assert [len(lines_of(titled, page)) for page in (1, 2, 3)] == [21, 22, 22]
