"""``cieprep-docs style``."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner

from cieprep_docs import load_event, make_report
from cieprep_docs.cli.app import app
from cieprep_docs.errors import StyleError, UsageError

EVENT = Path(__file__).parents[2] / "examples" / "ciep18"


def run(*arguments: str | Path) -> str:
    ended = CliRunner().invoke(app, list(map(str, arguments)))
    if ended.exception and not isinstance(ended.exception, SystemExit):
        raise ended.exception
    assert ended.exit_code == 0, ended.output
    return ended.output


@pytest.fixture
def office_file(tmp_path: Path) -> Callable[[str], Path]:
    """A file of another program with a cover of its own and words in its header."""

    def made(header: str) -> Path:
        document = docx.Document()
        document.add_paragraph("Report on ").add_run("{{ event.")
        document.paragraphs[0].add_run("title }}, issued {{ issued }}")
        document.add_section()
        document.sections[-1].header.paragraphs[0].text = header
        path = tmp_path / "office.docx"
        document.save(str(path))
        return path

    return made


def test_a_copy_of_a_house_style_serves_every_role(tmp_path: Path) -> None:
    run("style", "new", tmp_path / "mine.docx", "--from", "gost-r-7.0.97")
    assert (tmp_path / "mine.toml").exists()
    told = run("style", "check", tmp_path / "mine.docx", "--missing")
    assert told.count("\n") == 1
    assert "serves" in told


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    run("style", "new", tmp_path)
    with pytest.raises(UsageError, match="CLI011 there is a file already"):
        run("style", "new", tmp_path)


def test_a_copy_for_decks_is_a_powerpoint_file(tmp_path: Path) -> None:
    told = run("style", "new", tmp_path / "own" / "mine.pptx")
    assert [each.name for each in (tmp_path / "own").iterdir()] == ["mine.pptx"]
    assert "PowerPoint" in told
    assert "of their own" in run("style", "check", tmp_path / "own" / "mine.pptx")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["mine.txt"], r"CLI064 .*mine\.txt is no house style \(write a \.docx, a \.pptx or a folder\)"),
        (["mine.pptx", "--from", "gb-t-9704"], r"CLI065 the house style gb-t-9704 has no deck\.pptx"),
    ],
)
def test_what_cannot_be_copied_is_said(arguments: list[str], words: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=words):
        run("style", "new", tmp_path / arguments[0], *arguments[1:])
    assert not list(tmp_path.iterdir())


def test_the_manual_shows_what_is_said_of_a_mistyped_placeholder(office_file: Callable[[str], Path]) -> None:
    manual = (EVENT.parents[1] / "docs" / "house-styles.md").read_text("utf-8")
    (name, shown) = re.findall(r"`(word/header1\.xml: STY001 nothing is called {{ (\w+) }}.*?)`", manual)[0][::-1]
    with pytest.raises(StyleError) as caught:
        run("style", "check", office_file(f"{{{{ {name} }}}}"))
    assert str(caught.value) == shown


def test_what_a_foreign_file_lacks_is_listed_with_what_is_used_instead(office_file: Callable[[str], Path]) -> None:
    told = run("style", "check", office_file("{{ copy }}"))
    assert [line.split("  ")[-1].strip() for line in told.splitlines() if line.startswith("lead ")] == [
        "no paragraph style “Lead”"
    ]
    assert "Body Text" in next(line for line in told.splitlines() if line.startswith("lead "))
    assert "placeholders: copy, event.title, issued" in told.replace("issued, event.title", "event.title, issued")


def test_an_unknown_placeholder_is_an_error(office_file: Callable[[str], Path]) -> None:
    with pytest.raises(StyleError, match=re.escape("word/header1.xml: STY001 nothing is called {{ copi }}")):
        run("style", "check", office_file("{{ copi }}"))


def test_a_field_of_the_build_is_no_fault_of_the_file(office_file: Callable[[str], Path]) -> None:
    told = run("style", "check", office_file("{{ ref }}"), "--missing")
    assert told.splitlines()[-1] == "to be given with the build: --field ref=WORDS"
    assert "no paragraph style “Lead”" in told
    assert "serves" in run("style", "check", office_file("{{ copi }}"), "--field", "copi=7")


def test_a_field_that_the_build_was_not_given_is_told_with_how_to_give_it(office_file: Callable[[str], Path]) -> None:
    with pytest.raises(StyleError) as caught:
        make_report(load_event(EVENT).value, "en", style=office_file("{{ ref }}"))
    (told,) = caught.value.diagnostics
    assert told.hint.startswith("give its words with --field ref=WORDS; every document knows event.title, ")
    assert "table" not in told.hint
    assert "signatory" not in told.hint


def test_a_cover_of_ones_own_is_filled(office_file: Callable[[str], Path]) -> None:
    event = load_event(EVENT).value
    style = office_file("{{ classification }}")
    fields = {"issued": "2020-12-20", "classification": "Internal"}
    report = make_report(event, "ru", style=style, fields=fields)
    cover = docx.Document(io.BytesIO(report.to_bytes())).paragraphs[0].text
    assert cover == f"Report on {report.tree.title}, issued 20\u00a0декабря 2020\u00a0г."
    with zipfile.ZipFile(io.BytesIO(report.to_bytes())) as package:
        assert b"Internal" in package.read("word/header1.xml")


def test_a_field_that_the_house_style_does_not_show_is_told(office_file: Callable[[str], Path]) -> None:
    event = load_event(EVENT).value
    report = make_report(event, "en", style=office_file("x"), fields={"issued": "2020-12-20", "isued": "soon"})
    told = [each for each in report.diagnostics if each.code == "STY019"]
    assert [each.message for each in told] == ["the house style shows no {{ isued }}"]
    assert told[0].hint == "it has event.title, issued"


def test_a_word_template_makes_documents(office_file: Callable[[str], Path], tmp_path: Path) -> None:
    template = tmp_path / "office.dotx"
    with zipfile.ZipFile(office_file("x")) as source, zipfile.ZipFile(template, "w") as target:
        for name in source.namelist():
            data = source.read(name).replace(b"wordprocessingml.document.main", b"wordprocessingml.template.main")
            target.writestr(name, data)
    report = make_report(load_event(EVENT).value, "en", style=template)
    with zipfile.ZipFile(io.BytesIO(report.to_bytes())) as package:
        assert b"template.main" not in package.read("[Content_Types].xml")


def test_no_date_of_issue_is_refused() -> None:
    with pytest.raises(UsageError, match="CLI023 'soon' is no date of issue"):
        make_report(load_event(EVENT).value, "en", fields={"issued": "soon"})


@pytest.mark.parametrize(("language", "width"), [("zh", "1588"), ("ru", "1701"), ("en", "1417")])
def test_official_takes_each_languages_own(language: str, width: str) -> None:
    report = make_report(load_event(EVENT).value, language, style="official")
    with zipfile.ZipFile(io.BytesIO(report.to_bytes())) as package:
        assert f'w:left="{width}"' in package.read("word/document.xml").decode().rpartition("<w:sectPr")[2]
