"""A document as a .docx: the parts that change are written, every other member of the house style's file is copied."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from immutabledict import immutabledict

from cieprep_docs.content.nodes import Document
from cieprep_docs.errors import StyleError
from cieprep_docs.office.archive import Member, pack
from cieprep_docs.office.fields import unknown_fields
from cieprep_docs.office.package import CONTENT_TYPES, write_package
from cieprep_docs.office.properties import APP, CORE, app_properties, core_properties
from cieprep_docs.office.relationships import (
    Relationship,
    write_content_types,
    write_relationships,
)
from cieprep_docs.office.word.body import write_blocks, write_body
from cieprep_docs.office.word.comments import PART as COMMENTS
from cieprep_docs.office.word.comments import TYPE as COMMENTS_TYPE
from cieprep_docs.office.word.comments import comments_part
from cieprep_docs.office.word.furniture import DOCUMENT
from cieprep_docs.office.word.house import DOCUMENT_LINKS, STYLES, ReportStyle
from cieprep_docs.office.word.landscape import with_room
from cieprep_docs.office.word.notes import PART as FOOTNOTES
from cieprep_docs.office.word.notes import SETTINGS, footnotes_part, note_settings, take_notes, with_letters
from cieprep_docs.office.word.notes import TYPE as FOOTNOTES_TYPE
from cieprep_docs.office.word.numbering import PART as NUMBERING
from cieprep_docs.office.word.numbering import TYPE as NUMBERING_TYPE
from cieprep_docs.office.word.outline import bookmark_names
from cieprep_docs.office.word.parts import Parts
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.requisites import with_requisites
from cieprep_docs.office.word.runs import write_runs
from cieprep_docs.office.word.slots import fill_slot

NO_PAGES: Mapping[str, int] = immutabledict()
_ROOT_LINKS = "_rels/.rels"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_APP_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"


def write_report(
    document: Document, style: ReportStyle, pages: Mapping[str, int] = NO_PAGES, *, comments: bool = False
) -> bytes:
    """Return a report as the bytes of a .docx; the same document and style give the same bytes.

    `pages` are those of the headings, by their bookmarks, for the contents; without them the contents show none.
    With `comments` Word comments stand on untranslated words and on forms that are not confirmed.

    Raises StyleError with every role that the house style does not know, at template and line.
    """
    style = with_room(document, style)
    banded = style.stylesheet.find("table", "cover band") is not None
    document = with_requisites(document, banded=banded)
    document, notes = take_notes(document) if style.look.footnotes else (document, {})
    parts = Parts(style, bookmark_names(document), pages, notes, comments={} if comments else None)
    body = write_body(document, style, parts)
    changed: dict[str, bytes | Member] = {STYLES: _styles(document, style)}
    faults = [*parts.faults, *unknown_fields(style.own_words, document.labels)]
    if faults:
        raise StyleError(*faults)
    place = Place(style, parts, document, write_blocks, style.pages.width, document.lang)
    changed |= {part.name: part.fill(lambda slot: fill_slot(slot, place)).encode() for part in style.running}
    _add_remarks(parts, place)
    if parts.footnotes and SETTINGS in style.package.members:
        changed[SETTINGS] = note_settings(style.package.read(SETTINGS))
    changed[DOCUMENT] = with_letters(body) if parts.lettered else body
    if parts.lists:
        changed[NUMBERING] = style.numbering.with_lists(parts.lists)
        if NUMBERING not in style.package.members:
            parts.content_types[NUMBERING] = NUMBERING_TYPE
            parts.link("numbering", "numbering.xml")
    changed[DOCUMENT_LINKS] = write_relationships(_links(style, parts))
    changed |= {CORE: core_properties(document.title, document.lang), APP: app_properties("Microsoft Office Word")}
    changed |= {_ROOT_LINKS: _root_links(style), CONTENT_TYPES: _content_types(style, parts.content_types)}
    return write_package(style.package, changed | parts.members)


def _styles(document: Document, style: ReportStyle) -> Member:
    """The document's language is that of its styles, so that what is typed later has it too.

    Chinese is the East Asian language of every document; its Latin words keep the language of the house style.
    """
    before, own, after = style.styles_xml
    lang = own if document.lang.startswith("zh") else document.lang
    return _pack_styles(before, lang, after)


@lru_cache(maxsize=32)
def _pack_styles(*pieces: str) -> Member:
    """Return the styles packed: they are alike in all reports of one house style and language."""
    return pack(STYLES, "".join(pieces).encode())


def _add_remarks(parts: Parts, place: Place) -> None:
    """Add the parts that hold footnotes and comments, where there are any."""
    if parts.footnotes:
        parts.members |= footnotes_part(parts, place)
        parts.content_types[FOOTNOTES] = FOOTNOTES_TYPE
        parts.link("footnotes", "footnotes.xml")
    if parts.comments:
        parts.members[COMMENTS] = comments_part(parts, lambda said: write_runs(said, place))
        parts.content_types[COMMENTS] = COMMENTS_TYPE
        parts.link("comments", "comments.xml")


def _links(style: ReportStyle, parts: Parts) -> list[Relationship]:
    """Return the links of the document; its own footnotes replace those of the house style."""
    new = parts.links.values()
    replaced = {link.type for link in new if link.type.endswith("/footnotes")}
    return [*(link for link in style.links if link.type not in replaced), *new]


def _root_links(style: ReportStyle) -> bytes:
    """The properties are ours; whatever the house style's file linked besides its document is not handed on."""
    return write_relationships(
        [style.main_link, Relationship("core", _CORE_LINK, CORE), Relationship("app", _APP_LINK, APP)]
    )


def _content_types(style: ReportStyle, new: Mapping[str, str]) -> bytes:
    defaults, overrides = style.content_types
    ours = {DOCUMENT: _MAIN_TYPE, CORE: _CORE_TYPE, APP: _APP_TYPE}  # the style may be a template, .dotx
    return write_content_types(defaults, {**overrides, **ours, **new})
