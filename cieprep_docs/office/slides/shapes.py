"""Planned shapes → PresentationML."""

from __future__ import annotations

from cieprep_docs.content import nodes
from cieprep_docs.deck.slides import ChartPlace, Group, PicturePlace, Shape, TablePlace, Words
from cieprep_docs.office.charts import ChartLook, ChartPart, chart_part
from cieprep_docs.office.media import read_image
from cieprep_docs.office.relationships import relationships_name
from cieprep_docs.office.slides.page import Page, write_frame
from cieprep_docs.office.slides.tables import write_table
from cieprep_docs.office.slides.text import Setting, write_paragraphs
from cieprep_docs.office.xml import NAMESPACES, attributes

_CHART_SIZE = 14


def write_shape(shape: Shape, page: Page) -> str:
    """Return the markup of one planned shape; what it needs beside is added to the page."""
    match shape:
        case Words():
            return write_placeholder(shape, page) if shape.placeholder else write_words(shape, page)
        case Group():
            return write_group(shape, page)
        case TablePlace():
            return write_table(shape, page)
        case ChartPlace():
            return write_chart(shape, page)
        case PicturePlace():
            return write_picture(shape, page)


def write_placeholder(words: Words, page: Page) -> str:
    """Return words in a placeholder of the slide's layout; its place is written where it is not the layout's."""
    look = page.style.looks[words.role, words.field]
    if not look.placeholder:
        return write_words(words, page)
    place = "" if words.box == look.box else write_frame(words.box)
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr{attributes(id=page.next_id(), name=words.field)}/>"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{look.placeholder}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>{_paragraphs(words, page)}</p:txBody></p:sp>"
    )


def write_words(words: Words, page: Page) -> str:
    """Return a shape drawn after the pattern of a field: its outline, fill and type, at another place."""
    look = page.style.looks[words.role, words.field]
    shape = look.shape or '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    box = attributes(txBox=1) if "Fill" not in look.shape else ""
    body = f"<p:txBody>{look.body}<a:lstStyle>{look.levels}</a:lstStyle>{_paragraphs(words, page)}</p:txBody>"
    names = attributes(id=page.next_id(), name=words.field)
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr{names}/><p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{write_frame(words.box)}{shape}</p:spPr>{body if words.paras else ''}</p:sp>"
    )


def write_group(group: Group, page: Page) -> str:
    """Return shapes that move together."""
    number = page.next_id()
    frame = write_frame(group.box)
    inner = frame.replace("a:off", "a:chOff").replace("a:ext", "a:chExt").removeprefix("<a:xfrm>")
    shapes = "".join(write_shape(each, page) for each in group.shapes)
    names = attributes(id=number, name=f"group {number}", descr=group.alt)
    return (
        f"<p:grpSp><p:nvGrpSpPr><p:cNvPr{names}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{frame.removesuffix('</a:xfrm>')}{inner}</p:grpSpPr>{shapes}</p:grpSp>"
    )


def write_picture(picture: PicturePlace, page: Page) -> str:
    """Return a picture; its part is named by what is in it, and says nothing of who made it."""
    number = page.next_id()
    image = read_image(page.images[picture.source], picture.source)
    name = f"ppt/media/{image.name}"
    page.parts.add(name, image.data)
    embed = page.relate("image", f"../{name.removeprefix('ppt/')}")
    across, down = (round(share * 100000) for share in picture.crop)
    crop = f"<a:srcRect{attributes(l=across, t=down, r=across, b=down)}/>" if across or down else ""
    outline = "ellipse" if picture.round else "rect"
    return (
        f"<p:pic><p:nvPicPr><p:cNvPr{attributes(id=number, name=f'picture {number}', descr=picture.alt)}/>"
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f"<p:blipFill><a:blip{attributes(r__embed=embed)}/>{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f'<p:spPr>{write_frame(picture.box)}<a:prstGeom prst="{outline}"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def write_chart(place: ChartPlace, page: Page) -> str:
    """Return the frame of a native chart; chart and workbook become parts of their own."""
    number = page.next_id()
    target = add_chart(place.chart, page)
    frame = attributes(id=number, name=f"chart {number}", descr=place.chart.alt)
    chart = f'<c:chart xmlns:c="{NAMESPACES["c"]}"{attributes(r__id=page.relate("chart", target))}/>'
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr{frame}/>"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{write_frame(place.box, "p:xfrm")}<a:graphic><a:graphicData uri="{NAMESPACES["c"]}">{chart}</a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )


def add_chart(chart: nodes.Chart, page: Page) -> str:
    """Return the target of a new chart part; its workbook is added with it."""
    page.parts.charts += 1
    number = page.parts.charts
    made = chart_part(chart, ChartLook(size=_CHART_SIZE))
    name = f"ppt/charts/chart{number}.xml"
    page.parts.add(name, made.xml, ChartPart.CONTENT_TYPE)
    page.parts.add(f"ppt/embeddings/chart{number}.xlsx", made.workbook)
    page.parts.add(relationships_name(name), made.relationships(f"../embeddings/chart{number}.xlsx"))
    return f"../charts/chart{number}.xml"


def _paragraphs(words: Words, page: Page) -> str:
    field = page.style.layouts.field(words.role, words.field)
    return write_paragraphs(words.paras, page.lang, Setting(field, page.link, words.scale, words.lead))
