"""Decks for screens side by side: one file in each language, the same slides at the same numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from cieprep_docs import build, load_event
from cieprep_docs.batch import plan_jobs
from cieprep_docs.errors import UsageError
from tests.support.command import EXAMPLE, run

DECKS = ("briefing.ru.mirrored-zh-ru.pptx", "briefing.zh.mirrored-zh-ru.pptx")


def test_mirrored_decks_have_equal_numbers_of_slides_and_reports_are_set_in_both_languages(tmp_path: Path) -> None:
    ended = run("build", str(EXAMPLE), "-o", str(tmp_path), "--languages", "zh+ru", "--mode", "mirrored", cwd=tmp_path)
    assert ended.code == 0
    assert sorted(path.name for path in tmp_path.glob("*.*x")) == [*DECKS, "report.zh-ru.docx"]
    layouts = [[slide.slide_layout.name for slide in Presentation(str(tmp_path / each)).slides] for each in DECKS]
    assert layouts[0] == layouts[1]


def test_mirrored_decks_are_kept_where_nothing_has_changed(tmp_path: Path) -> None:
    event = load_event(EXAMPLE).value
    for outcome in ("made", "kept"):
        built = build(event, tmp_path, kinds="one-pager", languages="zh+ru", mode="mirrored")
        assert len(built.files("made" if outcome == "made" else "kept")) == 2


def test_the_decks_of_a_delegation_begin_with_its_own_language() -> None:
    jobs = plan_jobs(
        load_event(EXAMPLE).value, delegations="russia", kinds="delegation", languages="zh+ru", mirrored=True
    )
    assert [job.file for job in jobs] == [
        "russia/delegation.ru.mirrored-ru-zh.pptx",
        "russia/delegation.zh.mirrored-ru-zh.pptx",
    ]


def test_decks_in_one_language_cannot_be_mirrored(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="CLI035"):
        build(EXAMPLE, tmp_path, languages="zh", mode="mirrored")
    assert not [*tmp_path.iterdir()]
