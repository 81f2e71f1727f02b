"""Every layout in every house style and pair of languages: it opens, is valid, and is drawn whole and in order."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from cieprep_docs import load_event, make_report
from cieprep_docs.model.event import Event
from tests.support.command import CHECKOUT
from tests.support.drawing import convert, squash, what_is_missing
from tests.support.reading import report_paragraphs
from tests.support.validity import find_sdk_validator, sdk_errors
from tests.support.views import EXAMPLE, large_event

pytestmark = [pytest.mark.draw, pytest.mark.slow, pytest.mark.xdist_group("layouts")]

STYLES = ("conference", "gb-t-9704", "gost-r-7.0.97", "gost-r-7.0.97-2016", "foreign.docx")
LAYOUTS = ("single", "columns", "stacked", "tables", "proof")
PAIRS = (("zh", "ru"), ("ru", "en"), ("en", "zh"))
FIELDS = {
    "issuer": "Body 001",
    "docket": "B[2020]1",
    "attachments": "List 1;List 2",
    "signatory": "Body 001",
    "copies": "Body 002, Body 003",
    "executor": "Delegate 012",
    "issued": "2020-12-20",
}
_BOX = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">')
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_EDGE, _BETWEEN = 8, 300
"""Signs by which a paragraph is found that a page breaks, and at most so many that the page adds."""


@dataclass(frozen=True, slots=True)
class Case:
    """A report to be made."""

    event: str
    layout: str
    style: str
    langs: tuple[str, ...]

    @property
    def name(self) -> str:
        """The stem of its files."""
        return "_".join((self.event, self.layout, self.style.replace(".", ""), *self.langs))


def cases() -> Iterator[Case]:
    """Yield every layout in every style and pair of languages for both events; one language is the first."""
    for event, layout, style, langs in product(("example", "large"), LAYOUTS, STYLES, PAIRS):
        yield Case(event, layout, style, langs[:1] if layout == "single" else langs)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[Case, Path]:
    """The reports of all cases; those of the example carry the requisites of an official paper."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "face.png").write_bytes((CHECKOUT / "docs" / "pictures" / "report-zh-1.png").read_bytes())
    docx.Document().save(str(folder / "foreign.docx"))
    events = {
        "example": load_event(EXAMPLE).value,
        "large": large_event(delegations=6, sessions=12, projects=16).in_folder(folder),
    }
    return {case: write(case, events[case.event], folder) for case in cases()}


def write(case: Case, event: Event, folder: Path) -> Path:
    """Write a report and return where it stands."""
    style = folder / case.style if case.style.endswith(".docx") else case.style
    layout = {} if case.layout == "single" else {"layout": case.layout}
    fields = FIELDS if case.event == "example" else {}
    path = folder / f"{case.name}.docx"
    path.write_bytes(make_report(event, case.langs, style=style, fields=fields, **layout).to_bytes())  # type: ignore[arg-type]
    return path


def test_every_report_opens_and_is_valid(made: dict[Case, Path]) -> None:
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    assert all(docx.Document(str(path)).paragraphs for path in made.values())
    assert not {case.name: errors for case, path in made.items() if (errors := validator.validate(path).errors)}


def test_every_report_is_valid_for_the_open_xml_sdk(made: dict[Case, Path]) -> None:
    program = find_sdk_validator()
    assert not {case.name: errors for case, path in made.items() if (errors := sdk_errors(program, path))}


@pytest.fixture(scope="module")
def drawn(made: dict[Case, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[Case, tuple[Path, Path]]:
    """The reports and what LibreOffice draws of them, all in one run."""
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    pdfs = convert(list(made.values()), tmp_path_factory.mktemp("drawn"))
    return {case: (path, pdf) for (case, path), pdf in zip(made.items(), pdfs, strict=True)}


def test_all_words_are_drawn_in_their_order(drawn: dict[Case, tuple[Path, Path]]) -> None:
    lost = [
        f"{case.name}: {words}"
        for case, (path, pdf) in drawn.items()
        for words in missing_words(report_paragraphs(path)[0], text_of(pdf, "-raw"))
    ]
    assert not lost


def test_nothing_leaves_the_sheet(drawn: dict[Case, tuple[Path, Path]]) -> None:
    outside = [
        f"{case.name} page {number}: {box}"
        for case, (_, pdf) in drawn.items()
        for number, (width, height, words) in enumerate(_PAGE.findall(text_of(pdf, "-bbox")), start=1)
        for box in _BOX.findall(words)
        if not inside(tuple(map(float, box)), float(width), float(height))
    ]
    assert not outside


def inside(box: tuple[float, ...], width: float, height: float) -> bool:
    """Return whether a word stands on the sheet, a point of rounding allowed."""
    left, top, right, bottom = box
    return left >= -1 and top >= -1 and right <= width + 1 and bottom <= height + 1


def text_of(pdf: Path, form: str) -> str:
    """Return what a PDF says, as poppler reads it."""
    return subprocess.run(["pdftotext", form, pdf, "-"], check=True, capture_output=True, text=True).stdout  # noqa: S603, S607 - poppler's own program


def missing_words(paragraphs: list[str], drawn: str) -> Iterator[str]:
    """Yield the paragraphs that are not found whole behind the one before; a page may break them once."""
    text, place = plain(drawn), 0
    for paragraph in paragraphs:
        wanted = plain(paragraph)
        found = text.find(wanted, place)
        if found < 0:
            found = find_torn(wanted, text, place)
        if found < 0:
            yield paragraph
        else:
            place = found


def plain(words: str) -> str:
    """Return words as they compare; quotation marks stand elsewhere in a PDF where another font draws them."""
    return re.sub("[“”«»]", "", squash(words).lower())


def find_torn(wanted: str, text: str, place: int) -> int:
    """Return where a paragraph begins whose end stands behind what a page adds between two lines, -1 if nowhere."""
    start = text.find(wanted[:_EDGE], place)
    while start >= 0:
        cut = next((n for n in range(len(wanted), 0, -1) if text.startswith(wanted[:n], start)), 0)
        if text.find(wanted[cut:], start + cut, start + len(wanted) + _BETWEEN) >= 0:
            return start
        start = text.find(wanted[:_EDGE], start + 1)
    return -1
