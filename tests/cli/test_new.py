from __future__ import annotations

from pathlib import Path

from tests.support.command import documents_of, run


def test_a_new_folder_is_an_event_that_builds_without_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "my-event"
    assert run("new", folder).code == 0
    checked = run("check", folder)
    assert (checked.code, checked.err) == (0, "")
    built = run("build", folder, "-o", tmp_path / "out", "--strict", "-v")
    assert (built.code, built.err) == (0, "")
    assert list(documents_of(tmp_path / "out")) == ["briefing.en.pptx", "report.en.docx"]


def test_an_event_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "event.yaml").write_text("id: mine\n", encoding="utf-8")
    ended = run("new", tmp_path)
    assert ended.code == 2
    assert "CLI010 there is an event file already" in ended.err
    assert (tmp_path / "event.yaml").read_text("utf-8") == "id: mine\n"
