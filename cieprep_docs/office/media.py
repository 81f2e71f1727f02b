"""Pictures: PNG and JPEG files without what a camera or a program wrote about its owner, named by their content."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import EventError

_PNG = b"\x89PNG\r\n\x1a\n"
# What decides how a picture is drawn; text, dates, Exif and colour profiles, which name screens, are left out.
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs"})
_INCHES_IN_METRE = 39.3701

_JPEG = b"\xff\xd8"
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
_FILL = 0xFF
_JFIF, _EXIF, _ADOBE, _COMMENT = 0xE0, 0xE1, 0xEE, 0xFE
_APPLICATION = range(0xE0, 0xF0)
# Frame headers; C4, C8 and CC are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_RESTARTS = range(0xD0, 0xD8)
_ORIENTATION = 0x0112
_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A picture as it goes into a package."""

    data: bytes = field(repr=False)
    suffix: str
    """``.png``, ``.jpg`` or ``.svg``."""
    width: int
    """Pixels."""
    height: int
    dpi: float
    """Pixels to the inch; 96 where the file does not say."""

    @property
    def name(self) -> str:
        """A file name made of the content, so that the picture's own name stays at home."""
        return hashlib.sha256(self.data).hexdigest()[:16] + self.suffix

    @property
    def content_type(self) -> str:
        """The type for ``[Content_Types].xml``."""
        return _TYPES[self.suffix]


def read_image(data: bytes, source: str = "") -> ImageFile:
    """Return a PNG or JPEG without its metadata; `source` names it in errors.

    Raises EventError where the file is of another kind, is damaged, or is stored lying on its side.
    """
    try:
        if data.startswith(_PNG):
            return _read_png(data)
        if data.startswith(_JPEG):
            return _read_jpeg(data)
    except (struct.error, IndexError, KeyError) as error:
        raise EventError.at("OFF041", f"is a damaged picture: {error}", location=Location(source)) from None
    except _LyingDownError as error:
        hint = "open it in a picture program and save it upright"
        raise EventError.at("OFF042", str(error), location=Location(source), hint=hint) from None
    raise EventError.at("OFF040", "is neither PNG nor JPEG", location=Location(source))


class _LyingDownError(Exception):
    """The picture is upright only for programs that read Exif, and Exif is taken out."""


def _read_png(data: bytes) -> ImageFile:
    chunks = [(kind, body) for kind, body in _png_chunks(data) if kind in _PNG_KEPT]
    first = dict(reversed(chunks))
    width, height = struct.unpack_from(">2L", first[b"IHDR"])
    kept = b"".join(_png_chunk(kind, body) for kind, body in chunks)
    return ImageFile(_PNG + kept, ".png", width, height, _png_dpi(first.get(b"pHYs")))


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">L4s", data, place)
        body = data[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack_from(">L", data, place + 8 + length)
        if checksum != zlib.crc32(kind + body):
            message = f"wrong checksum of {kind!r}"
            raise struct.error(message)
        yield kind, body
        place += 12 + length


def _png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))


def _png_dpi(body: bytes | None) -> float:
    if body is None:
        return 96.0
    across, _, unit = struct.unpack(">2LB", body)
    return round(across / _INCHES_IN_METRE, 1) if unit == 1 and across else 96.0


def _read_jpeg(data: bytes) -> ImageFile:
    kept, size, dpi = [_JPEG], (0, 0), 96.0
    for marker, segment in _jpeg_segments(data):
        body = segment[4:]
        if marker == _EXIF:
            _refuse_turned(body)
        elif marker == _JFIF and body.startswith(b"JFIF\0"):
            dpi = _jfif_dpi(body)
            kept.append(_jfif(body))
        elif marker in _FRAMES:
            size = struct.unpack(">2H", segment[5:9])
        if marker == _ADOBE or marker not in (*_APPLICATION, _COMMENT):
            kept.append(segment)
    if not all(size):
        message = "no frame"
        raise struct.error(message)
    return ImageFile(b"".join(kept), ".jpg", size[1], size[0], dpi)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and whole segment; a scan includes its coded data. What follows the end is not yielded."""
    place, marker = len(_JPEG), 0
    while marker != _END_OF_IMAGE:
        lead, marker = struct.unpack_from(">2B", data, place)
        if lead != _FILL:
            message = f"no marker at byte {place}"
            raise struct.error(message)
        if marker == _FILL:
            place, marker = place + 1, 0
            continue
        end = place + 2 + (0 if marker == _END_OF_IMAGE else struct.unpack_from(">H", data, place + 2)[0])
        if marker == _START_OF_SCAN:
            end = _end_of_scan(data, end)
        yield marker, data[place:end]
        place = end


def _end_of_scan(data: bytes, place: int) -> int:
    """Stuffed zeros and restart marks belong to the coded data."""
    place = data.index(b"\xff", place) if b"\xff" in data[place:] else len(data)
    while data[place + 1] == 0 or data[place + 1] in _RESTARTS:
        place = data.find(b"\xff", place + 2)
        if place < 0:
            message = "the scan has no end"
            raise struct.error(message)
    return place


def _jfif_dpi(body: bytes) -> float:
    unit, across = struct.unpack_from(">BH", body, 7)
    scale = {1: 1.0, 2: 2.54}.get(unit, 0.0)
    return across * scale or 96.0


def _jfif(body: bytes) -> bytes:
    """The header again, without the small picture that may follow it."""
    return struct.pack(">BBH", 0xFF, _JFIF, 16) + body[:12] + b"\0\0"


def _refuse_turned(body: bytes) -> None:
    if not body.startswith(b"Exif\0\0"):
        return
    tiff = body[6:]
    order = ">" if tiff.startswith(b"MM") else "<"
    (start,) = struct.unpack_from(f"{order}L", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for entry in range(count):
        tag, _, _, value = struct.unpack_from(f"{order}2HLH", tiff, start + 2 + 12 * entry)
        if tag == _ORIENTATION and value > 1:
            message = f"is stored turned or mirrored (Exif orientation {value})"
            raise _LyingDownError(message)
