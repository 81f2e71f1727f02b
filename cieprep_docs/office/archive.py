"""Zip archives with their members still compressed, so that what does not change is copied, not packed again."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from immutabledict import immutabledict

from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import StyleError

# Fixed, so that the bytes do not hang on a default of zlib.
_LEVEL = 6
_PACKED_ALREADY = (".png", ".jpg", ".jpeg", ".xlsx")
# 1 January 1980 in the date format of zip, the first day it knows.
_DATE = 0x21
_VERSION = 20
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive as it stands there, still compressed."""

    packed: bytes = field(repr=False)
    size: int
    """Bytes once unpacked."""
    checksum: int
    """CRC-32 of the unpacked bytes."""
    method: int
    """``zipfile.ZIP_STORED`` or ``zipfile.ZIP_DEFLATED``."""

    def unpack(self) -> bytes:
        """Return the content; never more than `size` bytes, whatever the compressed data claim."""
        if self.method == zipfile.ZIP_STORED:
            return self.packed
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.packed, max(self.size, 1))


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of an Office file by name, for example ``word/document.xml``."""

    members: Mapping[str, Member] = field(default_factory=immutabledict)

    def read(self, name: str) -> bytes:
        """Return the content of a part; KeyError where there is none of that name."""
        return self.members[name].unpack()


def pack(name: str, data: bytes) -> Member:
    """Return `data` compressed, or as it is where the ending of `name` says that this would not help."""
    checksum = zlib.crc32(data)
    if name.lower().endswith(_PACKED_ALREADY):
        return Member(data, len(data), checksum, zipfile.ZIP_STORED)
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(deflate.compress(data) + deflate.flush(), len(data), checksum, zipfile.ZIP_DEFLATED)


def read_archive(data: bytes, file: str = "") -> Package:
    """Return the members of a zip without looking into them.

    Raises StyleError where `data` is no whole zip, a name stands twice, or a member is encrypted or packed in a way
    that Office does not know.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
        _refuse_repeated(infos)
        return Package(immutabledict({info.filename: _member(data, info) for info in infos}))
    except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError) as error:
        raise StyleError.at("OFF010", f"is no readable zip package: {error}", location=Location(file)) from None


def write_archive(members: Mapping[str, Member]) -> bytes:
    """Return a zip of `members` in their order: no date, no host, no attributes."""
    body, directory, offset = [], [], 0
    for name, member in members.items():
        raw = name.encode()
        flags = 0 if name.isascii() else _UTF8_NAME
        fields = (_VERSION, flags, member.method, 0, _DATE, member.checksum, len(member.packed), member.size, len(raw))
        body += [_LOCAL.pack(b"PK\x03\x04", *fields, 0), raw, member.packed]
        directory += [_CENTRAL.pack(b"PK\x01\x02", _VERSION, *fields, 0, 0, 0, 0, 0, offset), raw]
        offset += _LOCAL.size + len(raw) + len(member.packed)
    listed = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(members), len(members), len(listed), offset, 0)
    return b"".join([*body, listed, end])


def _refuse_repeated(infos: list[zipfile.ZipInfo]) -> None:
    """Names of parts are equal whatever their case, ECMA-376 part 2, 6.2.2.3."""
    counts = Counter(info.filename.lower() for info in infos)
    repeated = [name for name, times in counts.items() if times > 1]
    if repeated:
        message = f"{', '.join(repeated)} stands in it more than once"
        raise zipfile.BadZipFile(message)


def _member(data: bytes, info: zipfile.ZipInfo) -> Member:
    if info.flag_bits & _ENCRYPTED or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        message = f"{info.filename} is encrypted or packed by method {info.compress_type}"
        raise zipfile.BadZipFile(message)
    # The local header may carry other extra fields than the directory, so its own lengths count.
    header = _LOCAL.unpack_from(data, info.header_offset)
    start = info.header_offset + _LOCAL.size + header[-2] + header[-1]
    packed = data[start : start + info.compress_size]
    if header[0] != b"PK\x03\x04" or len(packed) != info.compress_size:
        message = f"{info.filename} is cut off"
        raise zipfile.BadZipFile(message)
    return Member(packed, info.file_size, info.CRC, info.compress_type)
