from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from PIL import Image

from cieprep_docs.diagnostics import Diagnostic
from cieprep_docs.office.libreoffice import Drawable, LibreOffice
from tests.support.drawing import what_is_missing

# A program that goes wrong as LibreOffice can: each document says what it does to it.
BEHAVIOUR = """#!/bin/sh
[ "$1" = "-env:UserInstallation=file://$PWD/profile" ] && [ -f profile/user/registrymodifications.xcu ] || exit 9
shift 7
for file in "$@"; do
    case $(cat "$file") in
    fine) printf '%%PDF-1.6 of %s\\n%%%%EOF\\n' "$(basename "$file")" > "${file%.*}.pdf" ;;
    torn) printf '%%PDF-1.6 half' > "${file%.*}.pdf"; exit 3 ;;
    crash) exit 3 ;;
    unreadable) ;;
    hang) sleep 60 & echo $! > CHILD; sleep 60 ;;
    esac
done
"""


@pytest.fixture
def office(tmp_path: Path) -> LibreOffice:
    program = tmp_path / "soffice"
    program.write_text(BEHAVIOUR.replace("CHILD", str(tmp_path / "child")), "utf-8")
    program.chmod(0o755)
    return LibreOffice(program, patience=1)


def drawables(*behaviours: str) -> list[Drawable]:
    return [Drawable(f"{number}-{each}.docx", each.encode()) for number, each in enumerate(behaviours)]


def outcomes(office: LibreOffice, *behaviours: str) -> list[str]:
    drawn = office.draw_all(drawables(*behaviours))
    return [f"{each.code} {each.location.file}" if isinstance(each, Diagnostic) else "drawn" for each in drawn]


def test_many_documents_are_drawn_and_come_back_in_their_order(office: LibreOffice) -> None:
    assert office.draw_all(drawables("fine", "fine")) == (
        b"%PDF-1.6 of 0.docx\n%%EOF\n",
        b"%PDF-1.6 of 1.docx\n%%EOF\n",
    )


@pytest.mark.parametrize("fault", ["crash", "torn", "unreadable", "hang"])
def test_a_document_that_cannot_be_drawn_costs_no_other_one(office: LibreOffice, fault: str) -> None:
    assert outcomes(office, "fine", fault, "fine", "fine") == ["drawn", f"OFF072 1-{fault}.docx", "drawn", "drawn"]


def test_the_message_says_how_the_program_ended(office: LibreOffice) -> None:
    torn, hung = office.draw_all(drawables("fine", "crash"))[1], office.draw_all(drawables("fine", "hang"))[1]
    assert str(torn).startswith("1-crash.docx: OFF072 has no PDF: LibreOffice ended with code 3 (")
    assert str(hung).startswith("1-hang.docx: OFF072 has no PDF: LibreOffice made nothing for 1 seconds and was ended")


def test_a_program_that_never_makes_anything_is_given_up_after_two_runs(office: LibreOffice) -> None:
    drawn = office.draw_all(drawables("hang", "hang", "hang", "hang"))
    faults = {each for each in drawn if isinstance(each, Diagnostic)}
    assert len(drawn) == 4
    assert {each.code for each in faults} == {"OFF071", "OFF072"}
    assert {each.location.file for each in faults if each.code == "OFF071"} == {str(office.program)}


def test_a_program_that_is_not_there_is_named_once(tmp_path: Path) -> None:
    drawn = LibreOffice(tmp_path / "no-office").draw_all(drawables("fine", "fine"))
    assert {str(each).partition(" (")[0] for each in drawn} == {
        f"{tmp_path / 'no-office'}: OFF071 LibreOffice drew nothing: it could not be started"
    }


def test_what_a_hanging_run_has_started_ends_with_it(office: LibreOffice, tmp_path: Path) -> None:
    office.draw_all(drawables("fine", "hang"))
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if not _runs(child):
            return
        time.sleep(0.1)
    pytest.fail(f"{child} still runs")


def _runs(process: int) -> bool:
    """Say whether a process does anything; one that nobody has asked for its end is a zombie."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_nothing_is_left_in_the_temporary_folder(
    office: LibreOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    office.draw_all(drawables("fine", "crash", "hang"))
    assert not list(place.iterdir())


@contextmanager
def counting_server() -> Iterator[tuple[str, list[str]]]:
    """Serve a picture, and note who asks."""
    asked: list[str] = []
    picture = BytesIO()
    Image.new("RGB", (8, 8), "red").save(picture, "PNG")

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(picture.getvalue())

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def report_that_links(address: str) -> bytes:
    """Return a .docx whose picture stands somewhere in a network."""
    document = docx.Document()
    document.add_paragraph("Words")
    picture = document.part.relate_to(f"{address}/picture.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    stored = BytesIO()
    Image.new("RGB", (8, 8), "red").save(stored, "PNG")
    document.add_picture(stored)
    blip = document.element.body.xpath(".//a:blip")[0]
    embed = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    del blip.attrib[embed]
    blip.set(embed.replace("}embed", "}link"), picture)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.mark.draw
@pytest.mark.xdist_group("drawing")
def test_no_link_of_a_document_is_followed() -> None:
    if what_is_missing():
        pytest.skip(what_is_missing())
    with counting_server() as (address, asked):
        drawn = LibreOffice(Path(shutil.which("soffice") or "")).draw_all(
            [Drawable("report.docx", report_that_links(address))]
        )
    assert isinstance(drawn[0], bytes)
    assert not asked
