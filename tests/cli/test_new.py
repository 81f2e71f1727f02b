from __future__ import annotations

import re
from pathlib import Path

from tests.support.command import CHECKOUT, documents_of, run


def test_a_new_folder_is_an_event_that_builds_without_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "my-event"
    assert run("new", folder).code == 0
    checked = run("check", folder)
    assert (checked.code, checked.err) == (0, "")
    built = run("build", folder, "-o", tmp_path / "out", "--strict", "-v")
    assert (built.code, built.err) == (0, "")
    assert list(documents_of(tmp_path / "out")) == ["briefing.en.pptx", "report.en.docx"]


def test_the_first_steps_of_the_readme_lead_to_documents(tmp_path: Path) -> None:
    readme = (
        (CHECKOUT / "README.md").read_text("utf-8").partition("## The shortest event file")[2].partition("\n## ")[0]
    )
    for step in re.finditer(r"^cieprep-docs ([^#\n]+)|```yaml\n# (\S+)\n(.*?)```", readme, re.MULTILINE | re.DOTALL):
        if step[2]:
            (tmp_path / step[2]).write_text(step[3], "utf-8")
        else:
            assert run(*step[1].split(), cwd=tmp_path).code == 0
    assert list(documents_of(tmp_path / "out")) == ["briefing.en.pptx", "report.en.docx"]


def test_an_event_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "event.yaml").write_text("id: mine\n", encoding="utf-8")
    ended = run("new", tmp_path)
    assert ended.code == 2
    assert "CLI010 there is an event file already" in ended.err
    assert (tmp_path / "event.yaml").read_text("utf-8") == "id: mine\n"
