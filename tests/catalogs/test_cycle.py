"""The whole way of a new session: event file, catalogs, status, a table that an official fills in, documents."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from tests.support.command import EXAMPLE, run
from tests.support.reading import report_paragraphs

SOURCE = "Visit to a laboratory"
WORDS = {"zh": "参观实验室", "ru": "Посещение лаборатории"}


@pytest.fixture
def event(tmp_path: Path) -> Path:
    folder = tmp_path / "event"
    shutil.copytree(EXAMPLE, folder)
    file = folder / "event.yaml"
    session = f"sessions:\n  visit:\n    kind: showcase\n    title: {SOURCE}\n"
    file.write_text(file.read_text("utf-8").replace("sessions:\n", session, 1), encoding="utf-8")
    return folder


def fill_in(path: Path, words: str, source: str = SOURCE) -> None:
    """Type words into the cell beside the source, as a person does in Word."""
    document = docx.Document(str(path))
    (row,) = (each for each in document.tables[0].rows if any(cell.text == source for cell in each.cells))
    control = next(row._tr.iter(qn("w:sdt")))  # noqa: SLF001 - python-docx knows no content controls
    placeholder = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
    if placeholder is not None:
        placeholder.getparent().remove(placeholder)
    next(control.iter(qn("w:t"))).text = words
    document.save(str(path))


def test_a_new_session_goes_all_the_way(event: Path, tmp_path: Path) -> None:
    for command in ("extract", "update"):
        assert run("catalog", command, event).code == 0
    assert run("catalog", "status", event, "--badge", "--fail-under", "100").code == 1

    for language, words in WORDS.items():
        review = tmp_path / f"review.{language}.docx"
        ended = run("catalog", "review", language, event, "-o", review, "--only", "untranslated")
        assert ended.out.endswith("1 rows\n")
        fill_in(review, words)
        assert words in run("catalog", "apply", review, event).out
        assert run("catalog", "apply", review, event, "--write").code == 0

    assert run("catalog", "check", event).code == 0
    assert run("catalog", "status", event, "--fail-under", "100").code == 0
    ended = run("build", event, "-o", tmp_path / "out", "--kind", "report", "--strict")
    assert ended.code == 0, ended.err
    for language, words in {**WORDS, "en": SOURCE}.items():
        (report,) = (tmp_path / "out").rglob(f"*{language}*.docx")
        assert words in " ".join(report_paragraphs(report)[0])


def test_words_too_long_for_their_box_are_refused_when_a_review_comes_back(event: Path, tmp_path: Path) -> None:
    assert run("catalog", "update", event).code == 0
    review = tmp_path / "review.ru.docx"
    assert run("catalog", "review", "ru", event, "-o", review, "--only", "untranslated").code == 0
    fill_in(review, "высокотехнологично" * 4)
    before = (event / "locales" / "ru" / "LC_MESSAGES" / "event.po").read_bytes()
    ended = run("catalog", "apply", review, event, "--write")
    assert ended.code == 1
    assert "CAT107" in ended.out
    assert (event / "locales" / "ru" / "LC_MESSAGES" / "event.po").read_bytes() == before


def test_a_reviewed_form_of_the_event_file_is_told_with_its_line(tmp_path: Path) -> None:
    review = tmp_path / "review.ru.docx"
    assert run("catalog", "review", "ru", EXAMPLE, "-o", review, "--only", "unconfirmed").code == 0
    fill_in(review, "Свободная циркуляция", "Smooth Circulation")
    ended = run("catalog", "apply", review, EXAMPLE)
    lines = (EXAMPLE / "event.yaml").read_text("utf-8").splitlines()
    line = next(number for number, words in enumerate(lines, 1) if "Беспрепятственная циркуляция" in words)
    assert ended.code == 0
    assert f"event.yaml:{line}:" in ended.out
    assert "theme.title.ru\n    proposed: Беспрепятственная циркуляция\n    agreed: Свободная циркуляция" in ended.out
