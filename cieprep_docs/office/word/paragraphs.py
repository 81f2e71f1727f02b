"""Paragraphs, headings and lists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat

from cieprep_docs.content.direction import runs_leftwards
from cieprep_docs.content.nodes import Heading, Inlines, Item, List, Paragraph, Section
from cieprep_docs.content.references import LANDSCAPE, UNNUMBERED
from cieprep_docs.office.word.numbering import BULLETS, NUMBERS, Started, item_numbers
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.runs import write_runs
from cieprep_docs.office.word.stylesheet import Style

COLUMN = "column"
"""The manner of words that stand beside the same words in another language."""
_KEEP = "<w:keepNext/>"
_NEW_PAGE = "<w:pageBreakBefore/>"
_THIN = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_LEFTWARDS = "<w:bidi/>"


def paragraph(place: Place, style: Style, inner: str, number: str = "") -> str:
    """Return ``w:p``; `number` is its ``w:numPr`` where it is an item of a list, or its ``w:ind``."""
    page = (_KEEP if place.keep else "") + (_NEW_PAGE if place.new_page else "")
    align = f'<w:jc w:val="{place.align}"/>' if place.align else ""
    if runs_leftwards(place.lang):
        number = f"{_LEFTWARDS}{number}" if number.startswith(("<w:ind", "<w:spacing")) else f"{number}{_LEFTWARDS}"
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/>{page}{style.frame}{number}{align}</w:pPr>{inner}</w:p>'


def leading_paragraph(place: Place, style: Style, inner: str, number: str = "") -> str:
    """Return a paragraph that stays with what it leads to, also where its style does not say so; covers are a page."""
    if style.keeps or place.context == "cover":
        return paragraph(place, style, inner, number)
    return paragraph(place.here(keep=True), style, inner, number).replace(_KEEP, f"{_KEEP}<w:keepLines/>", 1)


def thin_paragraph(place: Place) -> str:
    """Return a paragraph that is hardly seen: what Word wants between tables and where a section ends."""
    style = place.style_of("section end")
    return paragraph(place, style, "", "" if style.name.casefold() == "section end" else _THIN)


def words(place: Place, role: str, content: Inlines) -> str:
    """Return a paragraph of one role."""
    return paragraph(place, place.style_of(role), write_runs(content, place))


def bookmarked(place: Place, identity: str, inner: str) -> str:
    """Return `inner` inside the bookmark of an id, as it is where there is no id."""
    return marked(place, place.parts.bookmarks[identity], inner) if identity else inner


def marked(place: Place, name: str, inner: str) -> str:
    """Return `inner` inside a bookmark."""
    number = place.parts.next_mark()
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def write_paragraph(block: Paragraph, place: Place) -> str:
    """Return a paragraph in the style of its role."""
    inner = bookmarked(place, block.id, write_runs(block.content, place))
    return paragraph(place, place.style_of(block.role, block.origin), inner)


def write_heading(block: Heading, place: Place) -> str:
    """Return a heading, bookmarked for the contents; beside one in another language it counts by itself."""
    inner = bookmarked(place, block.id, marked(place, place.parts.next_heading(), write_runs(block.content, place)))
    if place.manner != COLUMN or place.lang == place.document.lang:
        return leading_paragraph(place, _heading_style(block, place), inner)
    style = _heading_style(block, place.here(manner=f"second {COLUMN}"))
    apart = place.parts.list_apart(style.list, place.lang)
    number = f'<w:numPr><w:ilvl w:val="{block.level - 1}"/><w:numId w:val="{apart}"/></w:numPr>' if apart else ""
    return leading_paragraph(place, style, inner, number)


def _heading_style(block: Heading, place: Place) -> Style:
    """A part of the document may have headings of its own; elsewhere those without number are a style of their own."""
    own = place.find(f"{place.context} heading {block.level}")
    numbered = block.numbered and place.context not in UNNUMBERED
    if place.new_page and numbered and block.level == 1:
        return place.style_of("opening heading 1", block.origin)
    return own or place.style_of(f"{'' if numbered else 'plain '}heading {block.level}", block.origin)


def write_section(block: Section, place: Place) -> str:
    """Return what stands in a part of the document; its role is the part."""
    mark = bookmarked(place, block.id, "")
    context = {"section": "", LANDSCAPE: place.context}.get(block.role, block.role)
    return mark + place.write(block.blocks, place.here(context=context))


def write_list(block: List, place: Place) -> str:
    """Return the paragraphs of a list; a numbered one counts by itself. No item stands alone on a page."""
    style = _list_style(block, place)
    instances = _instances(block, style.list or NUMBERS, place) if block.ordered else repeat(_bullets(style, place))
    kept = {0, len(block.items) - 2} if len(block.items) > 1 else ()
    return "".join(
        _write_item(item, place.here(keep=place.keep or index in kept), style, _number(instance, place))
        for index, (item, instance) in enumerate(zip(block.items, instances, strict=False))
    )


def _bullets(style: Style, place: Place) -> str:
    """Return the instance of the style, or one of our own for the whole document."""
    return style.list or place.parts.list_apart(BULLETS, "")


def _instances(block: List, instance: str, place: Place) -> Iterator[str]:
    """Yield the numbering instance of each item: where a letter is left out, a new one goes on behind it."""
    levels = place.style.numbering.levels_of(instance)
    kind = levels[place.depth].kind if place.depth < len(levels) else ""
    current, before = "", 0
    for number in item_numbers(kind, block.start - 1 + len(block.items))[block.start - 1 :]:
        if number != before + 1 or not current:
            current = place.parts.start_list(Started(instance, place.depth, number))
        before = number
        yield current


def _number(instance: str, place: Place) -> str:
    return f'<w:numPr><w:ilvl w:val="{place.depth}"/><w:numId w:val="{instance}"/></w:numPr>' if instance else ""


def _list_style(block: List, place: Place) -> Style:
    kind = "number" if block.ordered else "bullet"
    own = f"{block.role} {kind}" if block.role != "list" else ""
    found = map(place.find, filter(None, (own, f"{place.context} {kind}".strip(), f"list {kind}")))
    return next(filter(None, found), place.style.stylesheet.normal)


def _write_item(item: Item, place: Place, style: Style, number: str) -> str:
    first, *rest = item.blocks
    inside = place.here(depth=place.depth + 1, context="list")
    if isinstance(first, Paragraph):
        inner = bookmarked(place, first.id, write_runs(first.content, place))
        start = paragraph(place, style, bookmarked(place, item.id, inner), number)
    else:
        start = paragraph(place, style, bookmarked(place, item.id, ""), number) + place.write((first,), inside)
    return start + place.write(rest, inside)
