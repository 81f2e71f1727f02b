from __future__ import annotations

import struct

import pytest

from cieprep_docs.deck.layouts import Box
from cieprep_docs.deck.pictures import cut_square, fit_picture, picture_size
from cieprep_docs.errors import LayoutError

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\x0dIHDR" + struct.pack(">II", 400, 300)
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab" + b"\xff\xc2\x00\x0b\x08" + struct.pack(">HH", 300, 400) + b"\x01\x01\x11\x00"


@pytest.mark.parametrize("data", [PNG, JPEG])
def test_the_size_stands_in_the_header(data: bytes) -> None:
    assert picture_size(data) == (400, 300)


@pytest.mark.parametrize("data", [b"", b"GIF89a", PNG[:20], JPEG[:12], b"\xff\xd8\xff\xe0\x00\x00" + b"\x00" * 20])
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(LayoutError, match="DCK003"):
        picture_size(data)


def test_a_picture_keeps_its_proportions_at_the_middle_of_its_room() -> None:
    assert fit_picture(PNG, Box(0, 0, 400, 600)) == Box(0, 150, 400, 300)


def test_a_portrait_is_cut_to_a_square() -> None:
    assert cut_square(PNG) == (0.125, 0.0)
