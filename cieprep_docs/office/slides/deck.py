"""Planned deck → .pptx: slides and notes as new parts, everything else copied from the house style as it is packed."""

from __future__ import annotations

from collections.abc import Sequence

from cieprep_docs.content import nodes
from cieprep_docs.deck.slides import Deck, Para, Slide
from cieprep_docs.deck.words import paragraphs
from cieprep_docs.office.package import CONTENT_TYPES, write_package
from cieprep_docs.office.properties import APP, CORE, CORE_LINK, PROPERTY_TYPES, app_properties, core_properties
from cieprep_docs.office.relationships import (
    OFFICE_TYPE,
    Relationship,
    relationships_name,
    write_content_types,
    write_relationships,
)
from cieprep_docs.office.slides.boilerplate import fill
from cieprep_docs.office.slides.page import Page, Parts
from cieprep_docs.office.slides.reading import PRESENTATION
from cieprep_docs.office.slides.sections import write_sections
from cieprep_docs.office.slides.shapes import write_shape
from cieprep_docs.office.slides.style import SLIDES, DeckStyle
from cieprep_docs.office.slides.text import Setting, write_inlines, write_paragraphs
from cieprep_docs.office.xml import DECLARATION, attributes, declare

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.{}+xml"
_MEDIA = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FIRST_SLIDE_ID = 256
_END = "</p:presentation>"
_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_OVERRIDE = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def write_deck(deck: Deck, style: DeckStyle) -> bytes:
    """Return the .pptx of a planned deck; the same deck gives the same bytes.

    Raises LayoutError where a character cannot stand in an Office file.
    """
    parts = Parts(data=fill(style.kept, deck), charts=style.taken)
    slides = list(enumerate(style.kept.between(deck), style.taken + 1))
    targets = {
        anchor: f"slide{number}.xml" for number, slide in slides for anchor in (slide.id, *slide.anchors) if anchor
    }
    for number, slide in slides:
        _add_slide(number, slide, Page(style, deck.lang, deck.images, targets, parts), deck)
    _add_presentation(deck.title, slides, style, parts)
    parts.add(CORE, core_properties(deck.title, deck.lang), PROPERTY_TYPES[CORE])
    parts.add(APP, app_properties("Microsoft Office PowerPoint"), PROPERTY_TYPES[APP])
    parts.add(relationships_name(""), _root_relationships())
    parts.add(CONTENT_TYPES, _content_types(style, parts))
    dropped = {name for name in style.package.members if name.startswith("docProps/")}
    return write_package(style.package, parts.data, dropped)


def _add_slide(number: int, slide: Slide, page: Page, deck: Deck) -> None:
    """Add the parts of one slide and its notes."""
    name = f"ppt/slides/slide{number}.xml"
    page.relate("slideLayout", f"../{page.style.parts[slide.role].removeprefix('ppt/')}")
    shapes = "".join(write_shape(shape, page) for shape in slide.shapes) + _foot(slide, page, deck)
    tree = f"<p:cSld><p:spTree>{_TREE}{shapes}</p:spTree></p:cSld>{_OVERRIDE}"
    xml = f"{DECLARATION}<p:sld{declare('a', 'r', 'p')}>{tree}</p:sld>"
    if slide.notes and page.style.notes_master:
        page.relate("notesSlide", f"../notesSlides/notesSlide{number}.xml")
        _add_notes(number, slide, page)
    page.parts.add(name, xml.encode(), _TYPE.format("slide"))
    page.parts.add(relationships_name(name), write_relationships(page.relationships))


def _foot(slide: Slide, page: Page, deck: Deck) -> str:
    """Return footer and slide number as placeholders, where the layout has them."""
    looks, fields = page.style.looks, page.style.layouts.by_role[slide.role].fields
    made = ""
    if "footer" in fields and deck.footer:
        words = write_inlines(Para(deck.footer), Setting(fields["footer"], page.link))
        made += _placeholder("footer", looks[slide.role, "footer"].placeholder, words, page)
    if "number" in fields:
        words = f'<a:fld id="{_NUMBER}" type="slidenum"><a:rPr{attributes(lang=deck.lang)}/><a:t>‹#›</a:t></a:fld>'
        made += _placeholder("number", looks[slide.role, "number"].placeholder, words, page)
    return made


_NUMBER = "{6D2E7C0B-5F5A-4B7E-9C56-0F1B8B1C7A21}"


def _placeholder(name: str, placeholder: str, words: str, page: Page) -> str:
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr{attributes(id=page.next_id(), name=name)}/>"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{words}</a:p></p:txBody></p:sp>"
    )


def _add_notes(number: int, slide: Slide, page: Page) -> None:
    """Add the page of notes of one slide."""
    notes = Page(page.style, page.lang, page.images, {}, page.parts, shapes=2)
    notes.relate("notesMaster", f"../{page.style.notes_master.removeprefix('ppt/')}")
    notes.relate("slide", f"../slides/slide{number}.xml")
    words = _notes_words(slide.notes, notes)
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    body = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>"
    )
    tree = f"<p:cSld><p:spTree>{_TREE}{image}{body}</p:spTree></p:cSld>{_OVERRIDE}"
    name = f"ppt/notesSlides/notesSlide{number}.xml"
    page.parts.add(
        name, f"{DECLARATION}<p:notes{declare('a', 'r', 'p')}>{tree}</p:notes>".encode(), _TYPE.format("notesSlide")
    )
    page.parts.add(relationships_name(name), write_relationships(notes.relationships))


def _notes_words(blocks: Sequence[nodes.Block], page: Page) -> str:
    """Return notes as paragraphs of the notes master; its own type is not measured, so no size is stated."""
    field = page.style.layouts.field("bullets", "body")
    return write_paragraphs(paragraphs(blocks), page.lang, Setting(field, page.link))


def _add_presentation(title: str, slides: Sequence[tuple[int, Slide]], style: DeckStyle, parts: Parts) -> None:
    """Add the list of slides and their sections to the presentation, and its relationships."""
    shown: list[tuple[str, Slide | None]] = [(each.name, None) for each in style.kept.before]
    shown += [(f"ppt/slides/slide{number}.xml", slide) for number, slide in slides]
    shown += [(each.name, None) for each in style.kept.after]
    made = [
        Relationship(f"rIdSlide{number}", f"{OFFICE_TYPE}/slide", name.removeprefix("ppt/"))
        for number, (name, _) in enumerate(shown, 1)
    ]
    ids = "".join(
        f"<p:sldId{attributes(id=_FIRST_SLIDE_ID + number, r__id=each.id)}/>" for number, each in enumerate(made)
    )
    listed = style.presentation.replace(SLIDES, f"<p:sldIdLst>{ids}</p:sldIdLst>" if ids else "")
    sections = write_sections(title, ((number, slide) for number, (_, slide) in enumerate(shown, _FIRST_SLIDE_ID)))
    parts.add(PRESENTATION, listed.replace(_END, f"{sections}{_END}").encode())
    parts.add(relationships_name(PRESENTATION), write_relationships([*style.related, *made]))


def _root_relationships() -> bytes:
    return write_relationships(
        [
            Relationship("rId1", f"{OFFICE_TYPE}/officeDocument", PRESENTATION),
            Relationship("rId2", CORE_LINK, CORE),
            Relationship("rId3", f"{OFFICE_TYPE}/extended-properties", APP),
        ]
    )


def _content_types(style: DeckStyle, parts: Parts) -> bytes:
    defaults, overrides = style.content_types
    endings = {name.rpartition(".")[2] for name in parts.data}
    media = {ending: kind for ending, kind in _MEDIA.items() if ending in endings}
    return write_content_types({**defaults, **media}, {**overrides, **parts.types})
