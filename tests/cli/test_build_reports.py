from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.command import EXAMPLE, run


def parts_of(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}


def build_russian(output: Path, *options: str) -> dict[str, str]:
    ended = run("build", EXAMPLE, "-o", output, "--kind", "report", "--languages", "ru", "--quiet", *options)
    assert (ended.code, ended.err) == (0, "")
    return parts_of(output / "report.ru.docx")


def test_comments_stand_on_forms_that_are_not_confirmed_where_they_are_asked_for(tmp_path: Path) -> None:
    assert "названным лицом или организацией" in build_russian(tmp_path, "--comments")["word/comments.xml"]
    assert "word/comments.xml" not in build_russian(tmp_path)


@pytest.mark.draw
@pytest.mark.slow
@pytest.mark.xdist_group("drawing")
def test_page_numbers_stand_in_the_contents_where_libreoffice_is(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("needs LibreOffice")
    assert "PAGEREF" in build_russian(tmp_path, "--page-numbers")["word/document.xml"]
    assert "PAGEREF" not in build_russian(tmp_path)["word/document.xml"]


def test_without_libreoffice_page_numbers_are_refused(tmp_path: Path) -> None:
    programs = Path(sys.executable).parent
    ended = run("build", EXAMPLE, "-o", tmp_path / "out", "--page-numbers", env={"PATH": str(programs)})
    assert ended.code == 2
    assert "CLI031 LibreOffice is not found" in ended.err
    assert not (tmp_path / "out").exists()
