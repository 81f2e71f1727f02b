# ruff: noqa: INP001 - run by hand, not a package
"""Make cieprep_docs/content/data/widths.toml: how wide each character is in the fonts that our house styles name.

The widths are read from freely licensed fonts that were drawn to the same widths: Liberation Sans stands for Arial,
Liberation Serif for Times New Roman, Carlito for Calibri (SIL Open Font License, all three). Needs fontTools and the
packages fonts-liberation and fonts-crosextra-carlito::

    python scripts/make_widths.py /usr/share/fonts/truetype
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[1] / "cieprep_docs" / "content" / "data" / "widths.toml"

FACES = {
    "Arial": ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
    "Calibri": ("crosextra/Carlito-Regular.ttf", "crosextra/Carlito-Bold.ttf"),
    "Times New Roman": ("liberation/LiberationSerif-Regular.ttf", "liberation/LiberationSerif-Bold.ttf"),
}

# Latin with its accents, pinyin's too; Cyrillic; punctuation, currency, number forms, arrows, mathematics.
BLOCKS = [(0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x2065)]
BLOCKS += [(0x20A0, 0x20C0), (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF)]

# Where a font draws no such character of its own, programs set the one beside it.
SAME = {0xA0: 0x20, 0x2011: 0x2D, 0x202F: 0x2009}

ROW = 32

HEADER = """\
# Advance widths in thousandths of the type size, written by scripts/make_widths.py; change them there.
# Each key is the code of the first character of its row; "-" is a character that the font does not draw.
# Arial from Liberation Sans, Calibri from Carlito, Times New Roman from Liberation Serif (SIL Open Font License).
"""


def read_widths(path: Path) -> dict[int, int]:
    """Return thousandths of the type size by character code."""
    font = TTFont(path)
    units = font["head"].unitsPerEm
    advances = font["hmtx"].metrics
    widths = {code: round(1000 * advances[glyph][0] / units) for code, glyph in font.getBestCmap().items()}
    return {code: widths[other] for code, other in SAME.items() if other in widths} | widths


def write_rows(widths: dict[int, int]) -> Iterator[str]:
    """Yield one line for each row of 32 codes in which the font draws anything."""
    for first, last in BLOCKS:
        for start in range(first, last + 1, ROW):
            row = [widths.get(code) for code in range(start, min(start + ROW, last + 1))]
            if any(each is not None for each in row):
                yield f'{start:04X} = "{" ".join("-" if each is None else str(each) for each in row)}"\n'


def write_table(fonts: Path) -> str:
    """Return the whole table of the fonts in this folder."""
    parts = [HEADER]
    for face, files in FACES.items():
        for weight, file in zip(("regular", "bold"), files, strict=True):
            parts.append(f'\n["{face}".{weight}]\n')
            parts.extend(write_rows(read_widths(fonts / file)))
    return "".join(parts)


if __name__ == "__main__":
    TARGET.write_text(write_table(Path(sys.argv[1])), encoding="utf-8")
