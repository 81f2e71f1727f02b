"""First pages as pictures that stand inside a page."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field

_SIZE = slice(16, 24)
"""Where a PNG says its width and height (ISO 15948, 11.2.1)."""


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A PNG."""

    data: bytes = field(repr=False)

    @property
    def width(self) -> int:
        """In pixels."""
        return int.from_bytes(self.data[_SIZE][:4])

    @property
    def height(self) -> int:
        """In pixels."""
        return int.from_bytes(self.data[_SIZE][4:])

    @property
    def address(self) -> str:
        """The whole picture as an address (RFC 2397), so that a page needs no other file."""
        return f"data:image/png;base64,{b64encode(self.data).decode()}"
