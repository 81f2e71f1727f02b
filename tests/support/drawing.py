"""LibreOffice draws documents to PDF, and the PDF is read back: characters, their fonts and their places."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pdfplumber

FONTS = Path(__file__).resolve().parents[1] / "render" / "fonts.conf"
PROGRAMS = ("soffice", "pdffonts", "fc-list")
FAMILIES = ("Noto Sans CJK SC", "Noto Serif CJK SC", "Liberation Sans", "Liberation Serif", "Carlito")

# LibreOffice breaks lines where it likes; soft hyphens and zero-width signs leave no mark.
_UNDRAWN = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class Sign:
    """One drawn character. Places are points from the top left corner of the page."""

    text: str
    font: str
    """PostScript name, without the mark of a subset."""
    page: int
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float


@dataclass(frozen=True)
class Drawing:
    """A document as LibreOffice draws it."""

    pdf: Path
    signs: tuple[Sign, ...]
    """In the order in which they are drawn, blanks left out; a ligature is several signs in one place."""
    pages: tuple[tuple[float, float], ...]
    """Width and height in points."""

    def words(self) -> str:
        """Return all that is drawn, one character a sign; small letters, for styles may draw capitals."""
        return "".join(sign.text.lower() for sign in self.signs)

    def on_page(self, page: int) -> Drawing:
        """Return what is drawn on one page; pages count from 1."""
        return replace(self, signs=tuple(sign for sign in self.signs if sign.page == page))


def squash(text: str) -> str:
    """Return `text` as it compares with what is drawn: no blanks, compatibility forms resolved."""
    return _UNDRAWN.sub("", unicodedata.normalize("NFKC", text))


def what_is_missing() -> str:
    """Return why this machine cannot draw, or an empty string."""
    programs = [name for name in PROGRAMS if not shutil.which(name)]
    if programs:
        return f"needs {', '.join(programs)}"
    families = _font_list("%{family}\n")
    missing = [name for name in FAMILIES if name not in families]
    return f"needs the fonts {', '.join(missing)}" if missing else ""


def draw(documents: Sequence[Path], folder: Path) -> list[Drawing]:
    """Draw all `documents` in one run of LibreOffice, with a profile of its own."""
    return [read_drawing(path) for path in convert(documents, folder)]


def convert(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Return the PDF of each document, all made in one run of LibreOffice with a profile of its own."""
    paths = [folder / f"{number}{document.suffix}" for number, document in enumerate(documents)]
    for document, path in zip(documents, paths, strict=True):
        shutil.copyfile(document, path)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)]
    done = subprocess.run(  # noqa: S603 - files of these tests
        command, check=False, capture_output=True, text=True, timeout=300, env=_environment()
    )
    lost = [
        str(document) for document, path in zip(documents, paths, strict=True) if not path.with_suffix(".pdf").exists()
    ]
    assert not lost, f"LibreOffice did not draw {lost}: {done.stdout}{done.stderr}"
    return [path.with_suffix(".pdf") for path in paths]


def read_drawing(path: Path) -> Drawing:
    """Return what stands in a PDF."""
    signs: list[Sign] = []
    with pdfplumber.open(path) as pdf:
        pages = tuple((float(page.width), float(page.height)) for page in pdf.pages)
        for number, page in enumerate(pdf.pages, start=1):
            for char in page.chars:
                font = char["fontname"].rpartition("+")[2]
                # Rise of the text matrix: unlike the box it does not hang on what a font says of its height.
                baseline = float(page.height) - char["matrix"][5]
                box = char["x0"], char["top"], char["x1"], char["bottom"], baseline, char["size"]
                signs += [Sign(each, font, number, *box) for each in squash(char["text"])]
    return Drawing(path, tuple(signs), pages)


def find_in_order(drawing: Drawing, paragraphs: Sequence[str]) -> list[tuple[str, tuple[Sign, ...]]]:
    """Return each paragraph with its signs; each is looked for behind the one before.

    A paragraph that is not found has no signs. What a page adds between two lines of a paragraph (its header and
    footer) is passed over.
    """
    words, place, found = drawing.words(), 0, []
    for paragraph in paragraphs:
        wanted = squash(paragraph).lower()
        start = words.find(wanted, place)
        if start >= 0:
            place = start + len(wanted)
            found.append((paragraph, drawing.signs[start:place]))
        else:
            signs = _find_over_page_break(drawing, wanted, place)
            place = drawing.signs.index(signs[-1]) + 1 if signs else place
            found.append((paragraph, signs))
    return found


def has_glyph(sign: Sign) -> bool:
    """Say whether the font that drew a sign knows it; otherwise a box is drawn."""
    starts, ends = _coverage(sign.font)
    place = bisect_right(starts, ord(sign.text)) - 1
    return place >= 0 and ord(sign.text) <= ends[place]


@functools.cache
def font_files() -> dict[str, tuple[str, int]]:
    """Return the file and the face in it of each font, by PostScript name."""
    rows = [line.split("\t") for line in _font_list("%{postscriptname}\t%{file}\t%{index}\n").splitlines()]
    # The upper half of the index counts named instances of variable fonts.
    return {name: (file, int(index) & 0xFFFF) for name, file, index in rows}


def font_file(font: str) -> tuple[str, int]:
    """Return the file and the face in it of a font by the name that a PDF gives it."""
    return font_files()[_installed(font)]


def unembedded_fonts(pdf: Path) -> list[str]:
    """Return the lines of ``pdffonts`` about fonts that are not inside the file."""
    lines = subprocess.run(["pdffonts", pdf], check=True, capture_output=True, text=True).stdout.splitlines()[2:]  # noqa: S603, S607 - poppler's own program
    return [line for line in lines if line.split()[-5] != "yes"]


def _find_over_page_break(drawing: Drawing, wanted: str, place: int) -> tuple[Sign, ...]:
    """Look for the head of a paragraph before the end of one page and for its tail on the next."""
    words = drawing.words()
    for page in sorted({sign.page for sign in drawing.signs[place:]}):
        here = [i for i in range(place, len(words)) if drawing.signs[i].page == page]
        there = [i for i in range(place, len(words)) if drawing.signs[i].page == page + 1]
        if not here or not there:
            continue
        head_text, tail_text = words[here[0] : here[-1] + 1], words[there[0] : there[-1] + 1]
        for cut in range(len(wanted) - 1, 0, -1):
            head, tail = head_text.rfind(wanted[:cut]), tail_text.find(wanted[cut:])
            if head >= 0 and tail >= 0:
                first, second = here[0] + head, there[0] + tail
                return drawing.signs[first : first + cut] + drawing.signs[second : second + len(wanted) - cut]
    return ()


@functools.cache
def _coverage(font: str) -> tuple[list[int], list[int]]:
    """Return the first and last code points of the ranges that a font covers."""
    rows = dict(line.split("\t") for line in _font_list("%{postscriptname}\t%{charset}\n").splitlines() if "\t" in line)
    ranges = [part.partition("-") for part in rows[_installed(font)].split()]
    return [int(first, 16) for first, _, _ in ranges], [int(last or first, 16) for first, _, last in ranges]


def _installed(font: str) -> str:
    """Return the name under which a font of a PDF is installed: LibreOffice adds to some, as in ``-VKana``."""
    names = font_files()
    close = [name for name in names if font.startswith(name)]
    assert close, f"{font} is not among the fonts of {FONTS.name}"
    return max(close, key=len)


@functools.cache
def _font_list(form: str) -> str:
    return subprocess.run(  # noqa: S603 - the form is ours
        ["fc-list", "--format", form],  # noqa: S607 - fontconfig's own program
        check=True,
        capture_output=True,
        text=True,
        env=_environment(),
    ).stdout


def _environment() -> dict[str, str]:
    return {**os.environ, "FONTCONFIG_FILE": str(FONTS), "LC_ALL": "C.UTF-8"}
