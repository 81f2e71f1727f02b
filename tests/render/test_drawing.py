"""The documents of the demo as they are drawn: all words there, in the right fonts and forms, inside their shapes."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from tests.support.boxes import box, drawn_shapes, ink, inside, overlap, placed
from tests.support.drawing import Drawing, find_in_order, has_glyph, squash, unembedded_fonts
from tests.support.glyphs import foreign_forms
from tests.support.reading import report_paragraphs, slide_shapes

# One worker draws, so LibreOffice runs once.
pytestmark = [pytest.mark.draw, pytest.mark.slow, pytest.mark.xdist_group("drawing")]

Drawings = dict[Path, Drawing]

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z]")


def test_all_words_of_a_report_are_drawn_in_their_order(reports: Drawings) -> None:
    lost = []
    for path, drawing in reports.items():
        flow, boxes = report_paragraphs(path)
        assert flow
        lost += [f"{path.name}: {words}" for words, signs in find_in_order(drawing, flow) if not signs]
        lost += [f"{path.name}: {words}" for words in boxes if squash(words).lower() not in drawing.words()]
    assert not lost


def test_all_words_of_a_slide_are_drawn_in_their_order(decks: Drawings) -> None:
    lost = [
        f"{path.name} slide {number}: {words}"
        for path, drawing in decks.items()
        for number, shapes in enumerate(slide_shapes(path), start=1)
        for shape, signs_of in drawn_shapes(drawing.on_page(number), shapes)
        for words, signs in signs_of
        if not signs
    ]
    assert not lost


def test_every_letter_has_a_glyph(drawings: Drawings) -> None:
    boxes = {
        (path.name, sign.font, sign.text)
        for path, drawing in drawings.items()
        for sign in drawing.signs
        if not has_glyph(sign)
    }
    assert not boxes


def test_every_font_is_in_the_file(drawings: Drawings) -> None:
    assert not [line for drawing in drawings.values() for line in unembedded_fonts(drawing.pdf)]


def test_russian_and_english_letters_are_not_drawn_with_a_chinese_font(drawings: Drawings) -> None:
    wide = {
        (path.name, sign.page, sign.text)
        for path, drawing in drawings.items()
        for sign in drawing.signs
        if "CJK" in sign.font and (CYRILLIC.match(sign.text) or LATIN.match(sign.text))
    }
    assert not wide


def test_no_character_is_drawn_in_its_japanese_form(drawings: Drawings) -> None:
    forms = {path: foreign_forms(drawing) for path, drawing in drawings.items()}
    assert all(len(forms[path][0]) >= 8 for path in forms if re.search(r"\bzh\b", str(path)))
    assert not {str(path): foreign for path, (_, foreign) in forms.items() if foreign}


def test_nothing_leaves_the_page(drawings: Drawings) -> None:
    outside = [
        f"{path.name} page {sign.page}: {sign.text}"
        for path, drawing in drawings.items()
        for sign in drawing.signs
        if not inside(ink([sign]), (0, 0, *drawing.pages[sign.page - 1]))
    ]
    assert not outside


def test_words_stay_inside_their_shapes(decks: Drawings) -> None:
    outside = [
        f"{path.name} slide {number} “{shape.name}”: {ink(signs)} is not inside {box(shape)}: {shape.paragraphs[0]}"
        for path, number, shape, signs in placed(decks)
        if not inside(ink(signs), box(shape))
    ]
    assert not outside


def test_words_do_not_cover_words(decks: Drawings) -> None:
    covered = [
        f"{path.name} slide {number}: “{one.paragraphs[0]}” and “{other.paragraphs[0]}”"
        for (path, number, one, signs), (its_path, its_number, other, its_signs) in combinations(placed(decks), 2)
        if (path, number) == (its_path, its_number) and overlap(ink(signs), ink(its_signs))
    ]
    assert not covered


def test_a_report_has_a_sensible_number_of_pages_and_none_stands_nearly_empty(reports: Drawings) -> None:
    for path, drawing in reports.items():
        assert 5 <= len(drawing.pages) <= 30, path
        for number, (_, height) in enumerate(drawing.pages[:-1], start=1):
            # Without the lines that every page repeats in its margins.
            lowest = max(
                (sign.baseline for sign in drawing.on_page(number).signs if sign.baseline < height - 65), default=0
            )
            assert lowest > height / 4, f"{path.name} page {number} of {len(drawing.pages)}"


def test_a_deck_draws_each_slide_once(decks: Drawings) -> None:
    for path, drawing in decks.items():
        assert len(drawing.pages) == len(slide_shapes(path))
        assert 8 <= len(drawing.pages) <= 30
        assert all(drawing.on_page(number).signs for number in range(1, len(drawing.pages) + 1))
