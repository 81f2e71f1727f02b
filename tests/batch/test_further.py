"""PDFs of documents, and the pages that lead to all files, as a build makes them."""

from __future__ import annotations

import os
import shutil
from functools import cache
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest

from cieprep_docs.batch import BuildError, Built, Drawing, build
from cieprep_docs.batch.manifest import FILE, read_manifest
from cieprep_docs.model.event import Event
from cieprep_docs.office.libreoffice import LibreOffice
from cieprep_docs.office.thumbnails import Poppler
from cieprep_docs.source import load_event
from tests.support.command import BIN, EXAMPLE, documents_of, files_of, run
from tests.support.drawing import squash, what_is_missing

# Draws what it is given as a PDF of one page; what it has drawn it counts.
STAND_IN = f"""#!{BIN / "python"}
import sys, pathlib, pikepdf
for name in sys.argv[8:]:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = "drawn"
        pdf.save(pathlib.Path(name).with_suffix(".pdf"))
    with open(COUNT, "a") as count:
        count.write("x")
"""


@cache
def example() -> Event:
    return load_event(EXAMPLE).value


@pytest.fixture
def drawing(tmp_path: Path) -> Drawing:
    """A program that takes the place of LibreOffice, so that these tests are quick."""
    program = tmp_path / "soffice"
    program.write_text(STAND_IN.replace("COUNT", repr(str(tmp_path / "count"))), "utf-8")
    program.chmod(0o755)
    return Drawing(LibreOffice(program))


def made_with(drawing: Drawing, out: Path, *delegations: str) -> Built:
    return build(example(), out, delegations=delegations, kinds=["briefing"], drawing=drawing)


def drawn(tmp_path: Path) -> int:
    """Say how many PDFs the stand-in has drawn."""
    count = tmp_path / "count"
    return len(count.read_text()) if count.exists() else 0


def page(out: Path, name: str = "index.html") -> str:
    return (out / name).read_text("utf-8")


def test_each_document_has_its_pdf_beside_it_and_a_second_build_draws_none(drawing: Drawing, tmp_path: Path) -> None:
    out = tmp_path / "out"
    made_with(drawing, out, "russia", "china")
    assert {str(each.relative_to(out)) for each in out.rglob("*.pdf")} == {
        "russia/briefing.ru.pdf",
        "china/briefing.zh.pdf",
    }
    before = files_of(out)
    made_with(drawing, out, "russia", "china")
    assert drawn(tmp_path) == 2
    assert files_of(out) == before


def test_a_pdf_that_does_not_show_its_document_any_more_is_drawn_anew_and_not_linked_until_then(
    drawing: Drawing, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    made_with(drawing, out, "russia")
    assert "briefing.ru.pdf" in page(out, "russia/index.html")
    changed = example().model_copy(update={"outlook": ()})
    build(changed, out, delegations="russia", kinds=["briefing"])
    assert "briefing.ru.pdf" not in page(out, "russia/index.html")
    build(changed, out, delegations="russia", kinds=["briefing"], drawing=drawing)
    assert drawn(tmp_path) == 2
    assert "briefing.ru.pdf" in page(out, "russia/index.html")


def test_a_pdf_that_nobody_drew_here_is_left_alone(drawing: Drawing, tmp_path: Path) -> None:
    (tmp_path / "out" / "russia").mkdir(parents=True)
    mine = tmp_path / "out" / "russia" / "briefing.ru.pdf"
    mine.write_text("mine")
    with pytest.raises(BuildError, match=r"russia/briefing\.ru\.pdf: BAT010 stands there") as caught:
        made_with(drawing, tmp_path / "out", "russia")
    assert mine.read_text() == "mine"
    assert len(caught.value.built.index) == 6


def test_a_page_that_a_person_has_changed_is_left_and_told(tmp_path: Path) -> None:
    made_with(Drawing(), tmp_path, "russia")
    (tmp_path / "index.ru.html").write_text("mine")
    with pytest.raises(BuildError, match=r"index\.ru\.html: BAT010 was changed"):
        made_with(Drawing(), tmp_path, "russia")
    assert page(tmp_path, "index.ru.html") == "mine"
    build(example(), tmp_path, delegations="russia", kinds=["briefing"], force=True)
    assert page(tmp_path, "index.ru.html").startswith("<!doctype html>")


def test_the_pages_tell_of_what_earlier_builds_left_too(tmp_path: Path) -> None:
    made_with(Drawing(), tmp_path, "russia")
    made_with(Drawing(), tmp_path, "china")
    assert "russia/briefing.ru.pptx" in page(tmp_path)
    assert "china/briefing.zh.pptx" in page(tmp_path)
    assert "china" not in page(tmp_path, "russia/index.html")


def test_without_libreoffice_all_else_is_written_and_the_fault_is_told_once(tmp_path: Path) -> None:
    folder = {"PATH": str(tmp_path / "nothing")}
    ended = run(
        "build", EXAMPLE, "-o", tmp_path / "out", "--delegation", "all", "--kind", "briefing", "--pdf", env=folder
    )
    assert ended.code == 1
    assert ended.err.count("OFF071") == 1
    assert "soffice: OFF071 LibreOffice drew nothing: it could not be started" in ended.err
    assert {*documents_of(tmp_path / "out")} == {"china/briefing.zh.pptx", "russia/briefing.ru.pptx"}
    assert (tmp_path / "out" / "russia" / "index.html").is_file()


def test_the_command_says_where_the_index_is(tmp_path: Path) -> None:
    ended = run("build", EXAMPLE, "-o", tmp_path / "out", "--kind", "briefing", "--languages", "en")
    assert f"All documents, with links to them: {tmp_path / 'out' / 'index.html'}" in ended.out


@pytest.mark.draw
@pytest.mark.xdist_group("drawing")
def test_pdfs_are_tagged_say_title_language_and_headings_and_nothing_of_this_machine(tmp_path: Path) -> None:
    if what_is_missing():
        pytest.skip(what_is_missing())
    tools = Drawing(LibreOffice(Path(shutil.which("soffice") or "")), Poppler(Path(shutil.which("pdftoppm") or "")))
    build(example(), tmp_path, delegations="russia", kinds=["report", "briefing"], drawing=tools)
    for name, heading in (("report", "2 О мероприятии"), ("briefing", "Дальнейшие шаги")):
        data = (tmp_path / "russia" / f"{name}.ru.pdf").read_bytes()
        with pikepdf.open(BytesIO(data)) as pdf:
            assert pdf.Root.MarkInfo.Marked
            assert pdf.Root.Lang == "ru-RU"
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert set(pdf.docinfo.keys()) <= {"/Title", "/Author", "/Subject", "/Keywords"}
            with pdf.open_outline() as outline:
                titles = [str(each.title).replace("\u00a0", " ") for each in outline.root]
            assert len(titles) > 5, titles
            assert heading in titles
            everything = b"".join(
                each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/Filter" not in each
            )
        machine = f"/{os.uname().nodename}/"  # the bare name may be two letters, which stand in any picture
        for secret in (str(tmp_path), machine, "LibreOffice", "file://"):
            assert secret.encode() not in data + everything
    assert page(tmp_path, "russia/index.html").count("data:image/png;base64,") == 2
    entries = read_manifest((tmp_path / FILE).read_bytes()).by_file
    with pdfplumber.open(tmp_path / "russia" / "report.ru.pdf") as opened:
        assert entries["russia/report.ru.pdf"].pages == len(opened.pages)
        assert squash("почётный гость") in squash(opened.pages[0].extract_text())
