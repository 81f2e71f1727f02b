from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from cieprep_docs.errors import UsageError
from cieprep_docs.office.thumbnails import Poppler
from tests.support.drawing import what_is_missing


def page(width: int, height: int) -> bytes:
    """A PDF with one page, red to its edges."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(width, height))
        pdf.pages[0].Contents = pdf.make_stream(f"1 0 0 rg 0 0 {width} {height} re f".encode())
        saved = BytesIO()
        pdf.save(saved)
        return saved.getvalue()


def chunks(png: bytes) -> list[bytes]:
    """Return the kinds of a PNG's chunks (ISO 15948, 5.3)."""
    found, place = [], 8
    while place < len(png):
        found.append(png[place + 4 : place + 8])
        place += 12 + int.from_bytes(png[place : place + 4])
    return found


@pytest.mark.draw
def test_a_thumbnail_is_the_first_page_and_holds_nothing_but_pixels() -> None:
    if what_is_missing():
        pytest.skip(what_is_missing())
    drawn = Poppler(Path(shutil.which("pdftoppm") or "")).draw_first_page(page(600, 300), 120)
    with Image.open(BytesIO(drawn)) as picture:
        assert picture.size == (120, 60)
        assert picture.convert("RGB").getpixel((60, 30)) == (255, 0, 0)
    assert set(chunks(drawn)) <= {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


def test_a_program_that_fails_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="OFF074 no-poppler could not draw a page"):
        Poppler(tmp_path / "no-poppler").draw_first_page(b"", 120)
