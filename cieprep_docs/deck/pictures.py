"""The proportions of pictures, read from the first bytes of their files."""

from __future__ import annotations

import struct

from cieprep_docs.deck.layouts import Box
from cieprep_docs.errors import LayoutError

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# Frame headers of JPEG, ITU T.81 table B.1, without DHT (C4), JPG (C8) and DAC (CC).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def picture_size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels.

    Raises LayoutError where the file is neither PNG nor JPEG.
    """
    size = _png_size(data) if data.startswith(_PNG) else _jpeg_size(data) if data.startswith(_JPEG) else None
    if size is None or not all(size):
        raise LayoutError.at("DCK003", "a picture is neither a PNG nor a JPEG file", hint="save it as PNG or JPEG")
    return size


def fit_picture(data: bytes, box: Box) -> Box:
    """Return the largest box of the picture's proportions inside ``box``, at its middle."""
    width, height = picture_size(data)
    scale = min(box.width / width, box.height / height)
    left, top = (box.width - width * scale) / 2, (box.height - height * scale) / 2
    return Box(box.left + left, box.top + top, width * scale, height * scale)


def cut_square(data: bytes) -> tuple[float, float]:
    """Return the shares of width and height to cut off on each side so that a square is left."""
    width, height = picture_size(data)
    side = min(width, height)
    return (width - side) / 2 / width, (height - side) / 2 / height


def _png_size(data: bytes) -> tuple[int, int] | None:
    return struct.unpack(">II", data[16:24]) if len(data) >= 24 else None  # noqa: PLR2004 - the header's end


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - begins every marker
        if data[at + 1] in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None
