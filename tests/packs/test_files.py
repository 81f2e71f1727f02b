"""The files of a pack open in Word: both validators find nothing wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from cieprep_docs import load_event, make_report
from cieprep_docs.kinds import ReportKind
from tests.support.validity import find_sdk_validator, sdk_errors

PAPERS: tuple[ReportKind, ...] = ("programme", "participants", "glossary")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("packs")
    event = load_event(Path(__file__).parent).value
    for kind in PAPERS:
        paper = make_report(event, "ru+zh", kind=kind, delegation="russia")
        (folder / f"{kind}.docx").write_bytes(paper.to_bytes())
    return sorted(folder.iterdir())


def test_papers_are_valid(papers: list[Path]) -> None:
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    assert not {path.name: errors for path in papers if (errors := validator.validate(path).errors)}


def test_papers_are_valid_for_the_open_xml_sdk(papers: list[Path]) -> None:
    program = find_sdk_validator()
    assert not {path.name: errors for path in papers if (errors := sdk_errors(program, path))}
