"""The same input gives the same bytes: whatever the time zone, the locale, the hash seed, the folder and the way in."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.support.command import EXAMPLE, build_example, documents_of, files_of, run_program

ELSEWHERE = {
    "TZ": "Asia/Kamchatka",
    "PYTHONHASHSEED": "4711",
    "LC_ALL": "ru_RU.UTF-8",
    "LANGUAGE": "zh",
    "HOME": "/nonexistent",
    "SOURCE_DATE_EPOCH": "1",
}


def test_two_builds_are_equal(demo: Path, tmp_path: Path) -> None:
    again = build_example(tmp_path / "another folder", cwd=tmp_path, env=ELSEWHERE)
    first, second = files_of(demo), files_of(again)
    assert first.keys() == second.keys()
    assert not [name for name in first if first[name] != second[name]]


def test_building_into_a_folder_that_holds_a_build_changes_nothing(tmp_path: Path) -> None:
    first = files_of(build_example(tmp_path / "out"))
    assert files_of(build_example(tmp_path / "out")) == first


def test_the_script_of_the_example_builds_what_the_command_builds(demo: Path, tmp_path: Path) -> None:
    ended = run_program(sys.executable, EXAMPLE / "build.py", tmp_path / "out", cwd=tmp_path, env=ELSEWHERE)
    assert ended.code == 0, ended.err
    assert documents_of(tmp_path / "out") == documents_of(demo)
