"""No PDF, and no page of the index with first pages in it, holds what its reader may not see."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from cieprep_docs.batch import Drawing, build
from cieprep_docs.kinds import USUAL
from cieprep_docs.model.audience import audiences, restrict
from cieprep_docs.model.event import Event
from cieprep_docs.office.libreoffice import LibreOffice
from cieprep_docs.office.thumbnails import Poppler
from tests.support.drawing import what_is_missing
from tests.support.events import DELEGATIONS, event_trees, marked, strings_of

pytestmark = [pytest.mark.draw, pytest.mark.xdist_group("drawing")]
PICTURE = "qznameqz.png"


def words_of(event: Event) -> set[str]:
    return set[str]().union(*(marked(words) for _, words in strings_of(event)))


def strings_in(value: object) -> Iterator[str]:
    """Yield every string and name inside an object of a PDF, and its decoded stream."""
    if isinstance(value, pikepdf.Stream):
        yield value.read_bytes().decode("latin-1")
        yield from strings_in(value.stream_dict)
    elif isinstance(value, pikepdf.Dictionary):
        for key, each in value.items():
            yield key
            yield from () if isinstance(each, pikepdf.Object) and each.is_indirect else strings_in(each)
    elif isinstance(value, pikepdf.Array):
        for each in value:
            yield from () if isinstance(each, pikepdf.Object) and each.is_indirect else strings_in(each)
    else:
        yield str(value)


def words_in(path: Path) -> set[str]:
    """Return the marked words of a PDF: drawn, in its metadata, its tags, its bookmarks and whatever else it holds."""
    text = subprocess.run(  # noqa: S603 - poppler's own program
        ["pdftotext", "-raw", path, "-"],  # noqa: S607
        check=True,
        capture_output=True,
    ).stdout.decode()
    # Words may be broken over lines.
    found = marked(text) | marked(text.replace("\n", "")) | marked(path.read_bytes().decode("latin-1"))
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        return found.union(*(marked(each) for value in (*pdf.objects, pdf.trailer) for each in strings_in(value)))


@settings(max_examples=2, suppress_health_check=[HealthCheck.too_slow])
@given(event_trees(file=PICTURE), st.sampled_from(DELEGATIONS))
def test_no_pdf_holds_what_is_not_for_its_reader(tree: dict[str, object], reader: str) -> None:
    if what_is_missing():
        pytest.skip(what_is_missing())
    drawing = Drawing(LibreOffice(Path(shutil.which("soffice") or "")), Poppler(Path(shutil.which("pdftoppm") or "")))
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "event"), Path(name, "out")
        folder.mkdir()
        Image.new("RGB", (8, 8), "red").save(folder / PICTURE)
        event = Event.model_validate(tree).in_folder(folder)
        if reader not in audiences(event):
            return
        for delegations in ((), (reader,)):
            build(event, out, delegations=delegations, kinds=USUAL, languages=["en"], drawing=drawing)
        for audience, place in (("public", out), (reader, out / reader)):
            seen = words_of(restrict(event, audience).value)
            files = [*place.glob("*.pdf")]
            assert len(files) == 2
            for each in files:
                assert words_in(each) <= seen, each.name
                assert event.title.forms["en"].text in words_in(each)
        seen = words_of(restrict(event, reader).value) | {reader}
        for page in (out / reader).glob("*.html"):
            assert marked(page.read_text("utf-8")) <= seen
