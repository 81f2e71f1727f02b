"""Decks of three events as they are drawn and checked: in two languages, in other people's styles, in pseudo-languages.

All combinations are measured in tests/test_every_deck.py; here stand those in which programs may differ from us.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from cieprep_docs.choices import Choices
from cieprep_docs.content.slides import Mode
from cieprep_docs.deck import plan
from cieprep_docs.kinds import DeckKind
from cieprep_docs.office.slides import write_deck
from cieprep_docs.pipeline import draft_document, make_mirrored_decks
from tests.support.boxes import box, drawn_shapes, ink, inside, overlap, placed
from tests.support.drawing import Drawing, draw, what_is_missing
from tests.support.occasions import DECK_EVENTS, deck_styles, reader_of
from tests.support.reading import slide_shapes
from tests.support.validity import find_sdk_validator, sdk_errors

pytestmark = [pytest.mark.draw, pytest.mark.slow, pytest.mark.xdist_group("drawing")]

DRAWN: tuple[tuple[str, DeckKind, str, Mode, str], ...] = (
    ("example", "briefing", "zh+ru", "both", "own"),
    ("example", "briefing", "ru+en", "both", "4:3"),
    ("example", "briefing", "zh-XA", "both", "other names"),
    ("example", "briefing", "ru+zh", "notes", "other names"),
    ("example", "one-pager", "ru+zh", "both", "4:3"),
    ("example", "one-pager", "zh+ru", "both", "own"),
    ("example", "one-pager", "ru", "both", "own"),
    ("example", "delegation", "ru+zh", "both", "other names"),
    ("forum", "briefing", "en-XA", "both", "own"),
    ("forum", "one-pager", "zh", "both", "4:3"),
    ("large", "briefing", "en", "both", "own"),
    ("large", "one-pager", "en-XA", "both", "other names"),
    ("large", "delegation", "ru", "both", "4:3"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the files of the decks above, and two mirrored ones."""
    folder = tmp_path_factory.mktemp("decks")
    styles = deck_styles(folder)
    files = dict[str, bytes]()
    for name, kind, languages, mode, style in DRAWN:
        event = DECK_EVENTS[name]()
        tree = draft_document(event, kind, languages.split("+"), reader_of(event, kind), Choices(mode=mode)).tree
        files[f"{name} {kind} {languages} {mode} {style}"] = write_deck(
            plan(tree, styles[style].layouts), styles[style]
        )
    for output in make_mirrored_decks(DECK_EVENTS["example"](), "zh+ru"):
        files[f"example briefing mirrored {output.tree.lang}"] = output.data
    paths = [folder / f"{name.replace(':', '-')}.pptx" for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    return paths


@pytest.fixture(scope="module")
def drawn(made: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Drawing]:
    """Return the decks as LibreOffice draws them in one run."""
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    return dict(zip(made, draw(made, tmp_path_factory.mktemp("drawn")), strict=True))


def test_each_file_is_valid(made: list[Path]) -> None:
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    assert not {path.name: errors for path in made if (errors := validator.validate(path).errors)}


def test_each_file_is_valid_for_the_open_xml_sdk(made: list[Path]) -> None:
    program = find_sdk_validator()
    assert not {path.name: errors for path in made if (errors := sdk_errors(program, path))}


def test_all_words_are_drawn(drawn: dict[Path, Drawing]) -> None:
    missing = [
        f"{path.name} slide {number}: {words}"
        for path, drawing in drawn.items()
        for number, shapes in enumerate(slide_shapes(path), start=1)
        for _, signs_of in drawn_shapes(drawing.on_page(number), shapes)
        for words, signs in signs_of
        if not signs
    ]
    assert not missing


def test_each_slide_is_one_page(drawn: dict[Path, Drawing]) -> None:
    assert not [path.name for path, drawing in drawn.items() if len(drawing.pages) != len(slide_shapes(path))]


def test_words_stay_inside_their_shapes(drawn: dict[Path, Drawing]) -> None:
    outside = [
        f"{path.name} slide {number} “{shape.name}”: {ink(signs)} is not inside {box(shape)}: {shape.paragraphs[0]}"
        for path, number, shape, signs in placed(drawn)
        if not inside(ink(signs), box(shape))
    ]
    assert not outside


def test_words_do_not_cover_words(drawn: dict[Path, Drawing]) -> None:
    on_slide = dict[tuple[Path, int], list[tuple[str, tuple[float, float, float, float]]]]()
    for path, number, shape, signs in placed(drawn):
        on_slide.setdefault((path, number), []).append((shape.paragraphs[0], ink(signs)))
    covered = [
        f"{path.name} slide {number}: “{one}” and “{other}”"
        for (path, number), shapes in on_slide.items()
        for (one, box_of_one), (other, box_of_other) in combinations(shapes, 2)
        if overlap(box_of_one, box_of_other)
    ]
    assert not covered
