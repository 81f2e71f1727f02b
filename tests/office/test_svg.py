"""Drawings in SVG: what is drawn goes in, what may run, load or tell tales does not."""

from __future__ import annotations

import pytest

from cieprep_docs.errors import EventError
from cieprep_docs.office.media import ImageFile
from cieprep_docs.office.svg import read_svg

BESIDE = ImageFile(b"", ".png", 40, 30, 96.0)
DRAWING = """<?xml version="1.0"?>
<!-- drawn by Delegate 012 -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="http://ink.example"
 viewBox="0 0 4 3" ink:docname="/home/delegate-012/plan.svg">
<metadata>Delegate 012</metadata><ink:view author="Delegate 012"><path d="M0 0"/></ink:view>
<style>.a {{ fill: url(#g) }}</style><linearGradient id="g"/>
<use xlink:href="#g" ink:label="Delegate 012"/><rect class="a" width="4" height="3" fill="url('#g')"/>{}</svg>"""


def test_a_drawing_keeps_what_is_drawn_and_loses_what_was_written_about_it() -> None:
    image = read_svg(DRAWING.format("").encode(), BESIDE, "plan")
    assert b"Delegate" not in image.data
    assert b"delegate-012" not in image.data
    for kept in (b'xlink:href="#g"', b"fill: url(#g)", b"<rect", b'viewBox="0 0 4 3"'):
        assert kept in image.data
    assert (image.width, image.height, image.content_type) == (40, 30, "image/svg+xml")
    assert image.name.endswith(".svg")
    assert read_svg(image.data, BESIDE) == image


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject><p/></foreignObject>",
        '<rect onload="alert(1)"/>',
        '<a xlink:href="https://example.org/"><rect/></a>',
        '<a href="javascript:alert(1)"/>',
        '<use href="other.svg#a"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<rect fill="url(https://example.org/a)"/>',
        "<rect style=\"fill: url('a.svg#b')\"/>",
        "<style>@import 'a.css';</style>",
        "<style>a { fill: u\\72l(a) }</style>",
        '<animate attributeName="href" to="javascript:alert(1)"/>',
    ],
)
def test_what_may_run_or_load_something_is_refused(inside: str) -> None:
    with pytest.raises(EventError, match="plan: OFF044"):
        read_svg(DRAWING.format(inside).encode(), BESIDE, "plan")


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(EventError) as caught:
        read_svg(DRAWING.format('<script/><rect onclick="a()"/><image href="a.png"/>').encode(), BESIDE, "plan")
    assert [each.code for each in caught.value.diagnostics] == ["OFF044"] * 4


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "a DOCTYPE"),
        (b"<svg/>", "its root is svg"),
        (b"<svg", "is no SVG"),
        (b"\x89PNG", "is no SVG"),
        (b"", "is no SVG"),
    ],
)
def test_what_is_no_plain_svg_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(EventError, match=f"plan: OFF043 .*{message}"):
        read_svg(data, BESIDE, "plan")
