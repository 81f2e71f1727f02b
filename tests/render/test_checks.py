"""The checks of drawings see what they are there for: each fault, made on purpose, is found."""

from __future__ import annotations

from pathlib import Path

import docx
import pptx
import pytest
from docx.oxml.ns import qn
from pptx.util import Inches

from tests.support.boxes import box, ink, inside, overlap, placed
from tests.support.drawing import Drawing, draw, find_in_order, has_glyph, what_is_missing
from tests.support.glyphs import foreign_forms
from tests.support.reading import report_paragraphs

pytestmark = [pytest.mark.draw, pytest.mark.slow, pytest.mark.xdist_group("drawing")]

JAPANESE = "直才与令深"
GLAGOLITIC = "\u2c00"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report in a Japanese font, with a script that no font has, and with words that are not drawn."""
    document = docx.Document()
    run = document.add_paragraph().add_run(JAPANESE)
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 - python-docx has no call for East Asian fonts
    fonts.set(qn("w:eastAsia"), "MS Mincho")
    document.add_paragraph(GLAGOLITIC)
    document.add_paragraph("unseen").runs[0].font.hidden = True
    document.add_paragraph("seen")
    path = tmp_path_factory.mktemp("faulty") / "report.docx"
    document.save(str(path))
    return path


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A slide with words that leave their shape and run over the words of another one."""
    presentation = pptx.Presentation()
    shapes = presentation.slides.add_slide(presentation.slide_layouts[6]).shapes
    for top, words in ((1.0, "one\ntwo\nthree"), (1.5, "four")):
        shapes.add_textbox(Inches(1), Inches(top), Inches(2), Inches(0.4)).text_frame.text = words
    path = tmp_path_factory.mktemp("faulty") / "deck.pptx"
    presentation.save(str(path))
    return path


@pytest.fixture(scope="module")
def faulty(report: Path, deck: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Drawing]:
    """Both, drawn."""
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    return draw([report, deck], tmp_path_factory.mktemp("drawn"))


def test_japanese_forms_are_seen(faulty: list[Drawing]) -> None:
    compared, foreign = foreign_forms(faulty[0])
    assert compared == foreign == JAPANESE


def test_missing_glyphs_are_seen(faulty: list[Drawing]) -> None:
    assert "".join(sign.text for sign in faulty[0].signs if not has_glyph(sign)) == GLAGOLITIC


def test_words_that_are_not_drawn_are_seen(faulty: list[Drawing], report: Path) -> None:
    found = find_in_order(faulty[0], report_paragraphs(report)[0])
    assert [words for words, signs in found if not signs] == ["unseen"]


def test_words_outside_their_shape_and_over_others_are_seen(faulty: list[Drawing], deck: Path) -> None:
    (_, _, one, signs), (_, _, other, other_signs) = placed({deck: faulty[1]})
    assert not inside(ink(signs), box(one))
    assert inside(ink(other_signs), box(other))
    assert overlap(ink(signs), ink(other_signs))
