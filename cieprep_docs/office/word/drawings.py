"""Pictures and charts in the line of the text, with the words that stand for them."""

from __future__ import annotations

from cieprep_docs.content.nodes import Chart, Inlines, Origin, Picture
from cieprep_docs.office.media import ImageFile, read_image
from cieprep_docs.office.svg import read_svg
from cieprep_docs.office.word.captions import write_caption
from cieprep_docs.office.word.paragraphs import bookmarked, leading_paragraph, paragraph
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.xml import NAMESPACES, attributes

EMU_A_TWIP = 635
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_EMU_AN_INCH = 914_400
_EMU_A_MILLIMETRE = 36_000


def write_picture(block: Picture, place: Place) -> str:
    """Return a picture as large as it is, at most as wide as the text, with its caption below."""
    if _is_missing(block.source, place, block.origin):
        return ""
    image = read_image(place.document.images[block.source], block.source)
    drawing = place.document.vectors.get(block.source)
    vector = read_svg(drawing, image, block.source) if drawing else None
    width = place.width * EMU_A_TWIP
    size = _fitted(image, width, round(width * place.style.look.picture_height))
    return _figure(place, block.id, inline_picture(place, image, size, block.alt, vector), block.caption)


def write_chart(block: Chart, place: Place) -> str:
    """Return a native chart as wide as the text, with its caption below."""
    width = place.width * EMU_A_TWIP
    link = attributes(r__id=place.parts.add_chart(block))
    graphic = f'<a:graphicData uri="{NAMESPACES["c"]}"><c:chart{link}/></a:graphicData>'
    drawing = _inline(place, "Chart", (width, _chart_height(block, place, width)), block.alt, graphic)
    return _figure(place, block.id, drawing, block.caption)


def _chart_height(block: Chart, place: Place, width: int) -> int:
    """Lying bars are as high as there are bars; standing ones and lines take a proportion of the width."""
    look = place.style.look
    highest = round(width * look.chart_height)
    bars = len(block.categories) * len(block.series) + (len(block.series) > 1)
    return min(highest, round(bars * look.bar_height * _EMU_A_MILLIMETRE)) if block.kind == "bar" else highest


def write_portrait(place: Place, source: str, alt: str, origin: Origin) -> str:
    """Return the run of a small picture of a person."""
    if _is_missing(source, place, origin):
        return ""
    image = read_image(place.document.images[source], source)
    width = round(place.style.look.portrait * _EMU_A_MILLIMETRE)
    return inline_picture(place, image, (width, width * image.height // image.width), alt)


def _is_missing(source: str, place: Place, origin: Origin) -> bool:
    """Return whether there is no such picture, after noting that as a fault of the document."""
    if source in place.document.images:
        return False
    known = ", ".join(sorted(place.document.images)) or "none"
    place.report(f"there is no picture “{source}”; the event has {known}", origin, "OFF067")
    return True


def inline_picture(
    place: Place, image: ImageFile, size: tuple[int, int], alt: str, vector: ImageFile | None = None
) -> str:
    """Return the run of a picture; `size` in English metric units. Word draws the `vector` of it where there is one."""
    link = attributes(r__embed=place.parts.add_image(image))
    graphic = (
        f'<a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{image.name}"/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip{link}>{_drawing(place, vector)}</a:blip>"
        "<a:stretch><a:fillRect/></a:stretch>"
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>{_extent("a:ext", size)}</a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    )
    return _inline(place, "Picture", size, alt, graphic)


def _drawing(place: Place, vector: ImageFile | None) -> str:
    """Return what programs from 2016 on draw in place of the picture ([MS-ODRAWXML] 2.3.1, svgBlip)."""
    if vector is None:
        return ""
    link = attributes(r__embed=place.parts.add_image(vector))
    blip = f'<asvg:svgBlip xmlns:asvg="{NAMESPACES["asvg"]}"{link}/>'
    return f'<a:extLst><a:ext uri="{_SVG_EXTENSION}">{blip}</a:ext></a:extLst>'


def _inline(place: Place, kind: str, size: tuple[int, int], alt: str, graphic: str) -> str:
    number = place.parts.next_drawing()
    names = attributes(id=number, name=f"{kind} {number}", descr=alt)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{_extent("wp:extent", size)}'
        f"<wp:docPr{names}/><wp:cNvGraphicFramePr/><a:graphic>{graphic}</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _extent(tag: str, size: tuple[int, int]) -> str:
    return f'<{tag} cx="{size[0]}" cy="{size[1]}"/>'


def _fitted(image: ImageFile, width: int, height: int) -> tuple[int, int]:
    """Return the size of a picture, made smaller where it would not fit."""
    own = (image.width / image.dpi * _EMU_AN_INCH, image.height / image.dpi * _EMU_AN_INCH)
    scale = min(1.0, width / own[0], height / own[1])
    return round(own[0] * scale), round(own[1] * scale)


def _figure(place: Place, identity: str, run: str, caption: Inlines) -> str:
    inner = bookmarked(place, identity, run)
    if not caption:
        return paragraph(place, place.style_of("picture"), inner)
    drawn = leading_paragraph(place, place.style_of("picture"), inner)
    return drawn + write_caption(place, "caption below", "figure", caption, identity)
