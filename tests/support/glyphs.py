"""Which regional form of a Chinese character was drawn.

The name of a font does not tell: all faces of Noto CJK are one file and carry the Japanese name in a PDF. So the drawn
character is compared with pictures of the same character from the Chinese and from the Japanese face.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import pdfplumber
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps, ImageStat

from tests.support.drawing import Drawing, Sign, font_files

_NOTO = re.compile(r"Noto(Sans|Serif)CJK..-(Bold|Regular)")
_RESOLUTION = 288
_SIDE = 48
# Mean difference of grey, of 255: below the first two faces draw alike, above the second the picture is of neither.
_DIFFERENT, _UNCLEAR = 30, 45
_SAMPLES = 24


def foreign_forms(drawing: Drawing) -> tuple[str, str]:
    """Return the characters of a document that were compared, and those of them drawn in Japanese form."""
    compared, foreign = "", ""
    for sign, image in _pictures(drawing):
        chinese, japanese = (_distance(image, _drawn_by(sign, region)) for region in ("SC", "JP"))
        if min(chinese, japanese) < _UNCLEAR:
            compared += sign.text
            foreign += sign.text if japanese < chinese else ""
    return compared, foreign


def _pictures(drawing: Drawing) -> Iterator[tuple[Sign, Image.Image]]:
    """Yield the first places of characters that differ between the regions, each with its picture."""
    seen = dict[str, Sign]()
    for sign in drawing.signs:
        if sign.text not in seen and len(seen) < _SAMPLES and _NOTO.match(sign.font) and _differs(sign):
            seen[sign.text] = sign
    with pdfplumber.open(drawing.pdf) as pdf:
        for sign in seen.values():
            page = pdf.pages[sign.page - 1]
            box = (sign.left, sign.baseline - 0.95 * sign.size, sign.right, sign.baseline + 0.2 * sign.size)
            picture = page.crop(box, strict=False).to_image(resolution=_RESOLUTION).original
            yield sign, _ink(picture)


def _differs(sign: Sign) -> bool:
    return _distance(_drawn_by(sign, "SC"), _drawn_by(sign, "JP")) > _DIFFERENT


def _drawn_by(sign: Sign, region: str) -> Image.Image:
    found = _NOTO.match(sign.font)
    assert found
    return _glyph(sign.text, f"Noto{found[1]}CJK{region.lower()}-{found[2]}")


@functools.cache
def _glyph(character: str, font: str) -> Image.Image:
    file, index = font_files()[font]
    image = Image.new("L", (140, 160), 255)
    ImageDraw.Draw(image).text((10, 5), character, font=ImageFont.truetype(file, 100, index=index), fill=0)
    return _ink(image)


def _ink(picture: Image.Image) -> Image.Image:
    """Return the inked part of a picture, dark on light, in one size for all."""
    grey = ImageOps.autocontrast(picture.convert("L"))
    if ImageStat.Stat(grey).mean[0] < 127:
        grey = ImageOps.invert(grey)
    box = ImageOps.invert(grey).point([0] * 128 + [255] * 128).getbbox()
    return grey.crop(box).resize((_SIDE, _SIDE), Image.Resampling.BILINEAR)


def _distance(one: Image.Image, other: Image.Image) -> float:
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])
