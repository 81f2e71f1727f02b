"""The vectors of GOST R 7.0.97, after which the house style is modelled."""

from __future__ import annotations

import io
import zipfile

import pytest

from cieprep_docs.content.nodes import Break, Document, Inlines, Item, List, Paragraph, Run
from cieprep_docs.office.word import write_report
from cieprep_docs.office.word.numbering import item_numbers, number_words
from tests.support.styles import StyleFile, shipped

GOST = StyleFile("gost-r-7.0.97")
WORD_LETTERS = "абвгдежзиклмнопрстуфхцчшщыэюя"
"""As Word counts with `russianLower`."""


@pytest.mark.parametrize(("house", "left"), [("gost-r-7.0.97", "1701"), ("gost-r-7.0.97-2016", "1134")])
def test_margins(house: str, left: str) -> None:
    for section in ("(//w:sectPr)[1]", "(//w:sectPr)[2]"):
        margins = StyleFile(house).values("document", f"{section}/w:pgMar")
        assert [margins[side] for side in ("left", "right", "top", "bottom", "header")] == [
            left,
            "567",
            "1134",
            "1134",
            "567",
        ]


def test_running_text() -> None:
    assert GOST.paragraph("Body Text", "ind")["firstLine"] == "709"
    spacing = GOST.paragraph("Body Text", "spacing")
    assert (spacing["line"], spacing["lineRule"]) == ("360", "auto")
    assert GOST.paragraph("Body Text", "jc") == {"val": "both"}
    assert GOST.paragraph("Body Text", "sz") == {"val": "28"}


def test_the_first_page_carries_no_number_and_the_others_carry_it_in_the_middle() -> None:
    assert GOST.find("document", "(//w:sectPr)[1]/w:titlePg")
    assert GOST.find("document", "(//w:sectPr)[1]/w:headerReference[@w:type='first']")
    assert not GOST.find("header2", "//w:t|//w:instrText")
    assert [each.text for each in GOST.find("header1", "//w:instrText")] == [" PAGE "]
    assert GOST.values("header1", "//w:jc") == {"val": "center"}


@pytest.mark.parametrize(("instance", "counts", "number"), [("1", (1,), "1."), ("1", (1, 1), "1.1.")])
def test_numbers_of_headings(instance: str, counts: tuple[int, ...], number: str) -> None:
    assert number_words(GOST.style.numbering.levels_of(instance), counts) == number


def test_lists_count_by_letters_then_figures() -> None:
    levels = GOST.style.numbering.levels_of("3")
    assert [(level.kind, level.text) for level in levels[:2]] == [("russianLower", "%1)"), ("decimal", "%2)")]


def test_letters_that_look_like_others_are_left_out() -> None:
    letters = [WORD_LETTERS[number - 1] for number in item_numbers("russianLower", 11)]
    assert "".join(letters) == "абвгдежиклм"


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def words(text: str) -> tuple[Run, ...]:
    return (Run(text, "ru-RU"),)


def test_a_long_list_goes_on_behind_the_letter_left_out() -> None:
    items = tuple(Item((Paragraph(words(f"пункт {n}")),)) for n in range(9))
    data = write_report(Document("ru-RU", "О проведении", (List(items, ordered=True),)), shipped("gost-r-7.0.97"))
    numbering = part(data, "word/numbering.xml")
    assert 'w:startOverride w:val="1"' in numbering
    assert 'w:startOverride w:val="9"' in numbering


def test_post_and_name_of_a_signature_stand_at_both_margins() -> None:
    lines: Inlines = (*words("Заместитель министра"), Break(), *words("Н.А.\u00a0Борисова"))
    blocks = (Paragraph(lines, "signature"),)
    body = part(write_report(Document("ru-RU", "О", blocks), shipped("gost-r-7.0.97")), "word/document.xml")
    assert "министра</w:t></w:r><w:r><w:tab/></w:r>" in body
    assert GOST.paragraph("Signature", "tabs/w:tab") == {"val": "right", "pos": "9638"}
