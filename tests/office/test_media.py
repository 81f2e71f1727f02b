from __future__ import annotations

import io

import pytest
from PIL import Image, PngImagePlugin

from cieprep_docs.errors import EventError
from cieprep_docs.office.media import read_image

SECRET = b"Delegate 012"


def picture(kind: str, *, dpi: tuple[float, float] | None = None, turned: int = 1, mode: str = "RGB") -> bytes:
    """A picture of 40 × 30 pixels that carries a name in each kind of metadata."""
    output = io.BytesIO()
    image = Image.linear_gradient("L").resize((40, 30)).convert(mode)
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x013B] = SECRET.decode()
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode())
    options: dict[str, object] = (
        {"pnginfo": notes} if kind == "PNG" else {"comment": SECRET, "progressive": True, "quality": 90}
    )
    if dpi:
        options["dpi"] = dpi
    image.save(output, kind, exif=exif, icc_profile=SECRET * 20, **options)
    return output.getvalue() + SECRET


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg")])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_picture_keeps_its_pixels_and_loses_what_was_written_about_it(kind: str, suffix: str, mode: str) -> None:
    original = picture(kind, mode=mode)
    image = read_image(original)
    assert (image.width, image.height, image.suffix) == (40, 30, suffix)
    assert SECRET in original
    assert SECRET not in image.data
    with Image.open(io.BytesIO(original)) as before, Image.open(io.BytesIO(image.data)) as after:
        assert before.tobytes() == after.tobytes()


def test_a_print_picture_keeps_its_four_inks() -> None:
    original = picture("JPEG", mode="CMYK")
    with Image.open(io.BytesIO(original)) as before, Image.open(io.BytesIO(read_image(original).data)) as after:
        assert before.tobytes() == after.tobytes()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_resolution_is_told_and_96_without_one(kind: str) -> None:
    assert read_image(picture(kind, dpi=(300, 300))).dpi == 300
    assert read_image(picture("PNG")).dpi == 96


def test_equal_pictures_have_one_name_which_is_not_their_own() -> None:
    name = read_image(picture("PNG"), "portraits/delegate-012.png").name
    assert name == read_image(picture("PNG")).name
    assert "delegate" not in name


def test_reading_twice_changes_nothing() -> None:
    for kind in ("PNG", "JPEG"):
        once = read_image(picture(kind))
        assert read_image(once.data) == once


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"GIF89a", "OFF040 is neither PNG nor JPEG"),
        (picture("PNG")[:60], "OFF041 is a damaged picture"),
        (picture("JPEG")[:400], "OFF041 is a damaged picture"),
        (picture("PNG").replace(b"IDAT", b"IDOT"), "OFF041 is a damaged picture"),
        (picture("JPEG", turned=6), r"OFF042 is stored turned or mirrored \(Exif orientation 6\) \(open it"),
    ],
)
def test_a_picture_that_would_come_out_wrong_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(EventError, match=f"portrait.jpg: {message}"):
        read_image(data, "portrait.jpg")
