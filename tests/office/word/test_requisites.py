"""The requisites of an official paper: the vectors of GB/T 9704-2012 and GOST R 7.0.97, and where they stand."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from immutabledict import immutabledict

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.nodes import Document, Heading, Item, List, Paragraph, Run, Section
from cieprep_docs.office.word import write_report
from cieprep_docs.office.word.requisites import (
    attachment_lines,
    bound_words,
    docket_number,
    docket_words,
    with_requisites,
)
from tests.support.styles import shipped

CHINESE = "附件：%(names)s"
RUSSIAN = "Приложение: %(names)s"


def test_docket_number() -> None:
    assert docket_number("国科发外", 2020, 1) == "国科发外〔2020〕1号"


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("国科发外〔2020〕1号", "国科发外〔2020〕1号"),
        ("国科发外[2020]第01号", "国科发外〔2020〕1号"),
        ("国科发外（2020）012", "国科发外〔2020〕12号"),
        ("№ 01-15/7", "№\u00a001-15/7"),
        ("DOC/2020/7", "DOC/2020/7"),
    ],
)
def test_a_docket_number_is_set_as_the_standard_writes_it(typed: str, set_as: str) -> None:
    assert docket_words(typed) == set_as


@pytest.mark.parametrize(
    ("names", "label", "lines"),
    [
        (["名单"], CHINESE, ["附件：名单"]),
        (["名单", "日程"], CHINESE, ["附件：1. 名单", "2. 日程"]),
        (["名单。"], CHINESE, ["附件：名单"]),
        (["на 2 л. в 1 экз."], RUSSIAN, ["Приложение: на 2\u00a0л. в 1\u00a0экз."]),
        (["Список", "Программа"], RUSSIAN, ["Приложение: 1. Список", "2. Программа"]),
        ([], CHINESE, []),
    ],
)
def test_attachments(names: list[str], label: str, lines: list[str]) -> None:
    assert attachment_lines(names, label) == lines


@pytest.mark.parametrize(
    ("typed", "bound"),
    [("Борисовой Н.А.", "Борисовой\u00a0Н.А."), ("Н.А. Борисова", "Н.А.\u00a0Борисова"), ("№ 1", "№\u00a01")],
)
def test_russian_words_that_belong_together_stay_on_a_line(typed: str, bound: str) -> None:
    assert bound_words(typed) == bound


def document(lang: str, **fields: str) -> Document:
    """A cover, contents, a part with a list, and an annex, with words given for the build."""

    def say(text: str) -> tuple[Run, ...]:
        return (Run(text, lang),)

    items = tuple(Item((Paragraph(say(f"{n}")),)) for n in range(3))
    blocks = (
        Section((Heading(say("题"), 1, numbered=False),), "cover"),
        Section((Heading(say("录"), 1, numbered=False),), "contents"),
        Section((Heading(say("一"), 1), List(items)), "section"),
        Section((Heading(say("附"), 1, numbered=False),), "annex"),
    )
    around = {"attached": CHINESE, "copied": "抄送：%(names)s。", "made": "%(names)s", "printed": "%(date)s印发"}
    labels = {name: say(words) for name, words in {**around, **fields}.items()}
    return Document(lang, "题", blocks, immutabledict(labels))


def roles(found: Document) -> list[str]:
    """The roles of the paragraphs by the parts they stand in."""
    return [
        f"{block.role}/{each.role}" if isinstance(block, Section) else getattr(each, "role", "")
        for block in found.blocks
        for each in (block.blocks if isinstance(block, Section) else (block,))
        if isinstance(each, Paragraph)
    ]


FIELDS = {
    "issuer": "中心文件",
    "docket": "国科发外[2020]1",
    "addressee": "各单位：",
    "attachments": "名单；日程",
    "signatory": "中心",
    "issued": "2020年12月9日",
    "copies": "办公厅，委员会。",
    "executor": "办公室",
}


def test_requisites_stand_in_the_order_of_the_standard() -> None:
    assert roles(with_requisites(document("zh-CN", **FIELDS))) == [
        "cover/issuer",
        "cover/docket",
        "cover/red-rule",
        "addressee",
        "section/attachment-note",
        "section/signature",
        "record",
        "record",
        "section end",
    ]


def test_a_report_without_requisites_stays_as_it_is() -> None:
    plain = document("zh-CN", issued="2020年12月9日")
    assert with_requisites(plain) is plain


def test_a_report_without_parts_is_signed_too() -> None:
    empty = Document("zh-CN", "题", (), immutabledict({"signatory": (Run("中心", "zh-CN"),)}))
    assert roles(with_requisites(empty)) == ["section/signature"]


def test_a_post_signs_in_one_line_with_the_name_and_the_date_goes_with_the_number() -> None:
    found = with_requisites(
        document("ru-RU", post="Заместитель министра", signatory="Н.А. Борисова", docket="№ 7", issued="9 декабря")
    )
    said = {each.role: plain_text(each.content) for block in found.blocks if isinstance(block, Section)
            for each in block.blocks if isinstance(each, Paragraph)}  # fmt: skip
    assert said["docket"] == "9 декабря №\u00a07"
    assert re.split(r"\s(?=Н)", said["signature"]) == ["Заместитель министра", "Н.А.\u00a0Борисова"]


def body_of(found: Document, house: str) -> str:
    with zipfile.ZipFile(io.BytesIO(write_report(found, shipped(house)))) as package:
        return package.read("word/document.xml").decode()


def paragraph_of(xml: str, words: str) -> str:
    return next(each[0] for each in re.finditer(r"<w:p>.*?</w:p>", xml) if words in re.sub("<[^>]*>", "", each[0]))


def test_names_of_attachments_go_on_below_their_first_sign() -> None:
    xml = body_of(document("zh-CN", **FIELDS), "gb-t-9704")
    first, second = (
        re.search(r'w:left="(\d+)" w:hanging="(\d+)"', paragraph_of(xml, name)) for name in ("名单", "日程")
    )
    assert first
    assert second
    assert first[1] == second[1]
    assert int(first[1]) - int(first[2]) == 640
    assert int(first[2]) - int(second[2]) == 3 * 320


def test_a_sealed_signature_has_its_date_four_characters_in_and_the_body_centred_over_it() -> None:
    xml = body_of(document("zh-CN", **FIELDS, seal="yes"), "gb-t-9704")
    signature = paragraph_of(xml, "2020年12月9日")
    assert '<w:pStyle w:val="SealedSignature"/>' in signature
    found = re.search(r'w:left="(\d+)" w:right="(\d+)"', signature)
    assert found
    left, right = int(found[1]), int(found[2])
    assert 1280 - 100 < right <= 1280  # the date is the longer line, so it ends where the indent begins
    assert 8844 - left - right > 10 * 160


@pytest.mark.parametrize("house", ["gb-t-9704", "gost-r-7.0.97", "gost-r-7.0.97-2016"])
def test_the_record_stands_at_the_foot_of_the_last_page(house: str) -> None:
    xml = body_of(document("zh-CN", **FIELDS), house)
    for words in ("抄送：办公厅，委员会。", "办公室"):
        assert re.search(r'<w:framePr[^>]*w:vAnchor="margin"[^>]*w:yAlign="bottom"/>', paragraph_of(xml, words))
    assert "2020年12月9日印发" in re.sub("<[^>]*>", "", xml)


def test_the_last_words_of_the_text_stay_with_the_signature() -> None:
    xml = body_of(document("zh-CN", **FIELDS), "gb-t-9704")
    assert "<w:keepNext/>" in paragraph_of(xml, "日程")
    assert "<w:keepNext/>" in re.findall(r"<w:p><w:pPr><w:pStyle w:val=\"ListBullet\"/>.*?</w:p>", xml)[-1]


@pytest.mark.parametrize(("house", "first"), [("gost-r-7.0.97", True), ("gb-t-9704", False), ("conference", False)])
def test_page_one_without_a_cover_is_unnumbered_where_the_cover_is(house: str, first: bool) -> None:  # noqa: FBT001 - a vector
    bare = Document("ru-RU", "О", (Paragraph((Run("Слова", "ru-RU"),)),))
    xml = body_of(bare, house)
    assert ("<w:titlePg/>" in xml) is first
    assert ('w:type="first"' in xml) is first
