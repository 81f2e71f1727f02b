"""How each block of the vocabulary is read."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element as Element

from cieprep_docs.content.flow import read_blocks, read_flow, report_words
from cieprep_docs.content.inlines import read_inlines
from cieprep_docs.content.nodes import (
    Aside,
    Block,
    Contents,
    Heading,
    Inlines,
    Item,
    KeyFigure,
    KeyFigures,
    List,
    Paragraph,
    People,
    PersonCard,
    Quotation,
    Section,
    Step,
    Timeline,
)
from cieprep_docs.content.reading import BlockReader, Reading, origin_of
from cieprep_docs.content.vocabulary import BLOCKS, PANEL, TAGS, WORDS


def read_section(reading: Reading, element: Element, lang: str) -> Section:
    """Return a part of a report, or a slide with its speaker notes."""
    notes = [child for child in element if child.tag == "aside" and child.get("class") == "notes"]
    for extra in notes[1:]:
        reading.report(extra, "MRK013", "a second <aside class='notes'> in the same section")
    spoken = read_blocks(reading, notes[0], notes[0].get("lang", lang), WORDS) if notes else ()
    if notes and not spoken:
        reading.report(notes[0], "MRK020", "the speaker notes are empty")
    blocks = tuple(block for block in read_blocks(reading, element, lang, BLOCKS) if not _is_notes(block))
    _refuse_empty(reading, element, bool(blocks))
    return Section(blocks, element.get("class", ""), spoken, element.get("id", ""), origin_of(element))


def _is_notes(block: Block) -> bool:
    return isinstance(block, Aside) and block.role == "notes"


def read_heading(reading: Reading, element: Element, lang: str) -> Heading:
    """Return a heading; class ``plain`` takes it out of the numbering."""
    content = _words(reading, element, lang)
    numbered = element.get("class") != "plain"
    return Heading(content, int(str(element.tag)[1]), element.get("id", ""), numbered, origin_of(element))


def read_paragraph(reading: Reading, element: Element, lang: str) -> Paragraph:
    """Return a paragraph; its class is its role."""
    content = _words(reading, element, lang)
    return Paragraph(content, element.get("class", "body"), element.get("id", ""), origin_of(element))


def read_list(reading: Reading, element: Element, lang: str) -> Block:
    """Return a list, or what a list of that class stands for: a timeline, people."""
    report_words(reading, element)
    kind = (element.tag, element.get("class", ""))
    if kind == ("ol", "timeline"):
        return read_timeline(reading, element, lang)
    if kind == ("ul", "people"):
        return read_people(reading, element, lang)
    items = tuple(_read_item(reading, each, each.get("lang", lang)) for each in _items(reading, element))
    return List(items, element.tag == "ol", element.get("class", "list"), origin_of(element))


def _read_item(reading: Reading, element: Element, lang: str) -> Item:
    blocks = read_flow(reading, element, lang)
    _refuse_empty(reading, element, bool(blocks))
    return Item(blocks, element.get("id", ""), origin_of(element))


def read_timeline(reading: Reading, element: Element, lang: str) -> Timeline:
    """Return steps in order; ``<p class="when">`` is the date of its step."""
    return Timeline(tuple(_read_step(reading, each, lang) for each in _items(reading, element)), origin_of(element))


def _read_step(reading: Reading, element: Element, lang: str) -> Step:
    parts, blocks = _read_parts(reading, element, lang, "when")
    _refuse_empty(reading, element, bool(blocks))
    return Step(parts["when"], blocks, origin_of(element))


def read_people(reading: Reading, element: Element, lang: str) -> People:
    """Return cards of people; ``<p class="name">`` must be there, ``post``, ``body`` and ``part`` may."""
    return People(tuple(_read_card(reading, each, lang) for each in _items(reading, element)), origin_of(element))


def _read_card(reading: Reading, element: Element, lang: str) -> PersonCard:
    parts, others = _read_parts(reading, element, lang, "name", "post", "body", "part")
    if not parts["name"]:
        reading.report(element, "MRK021", "a person without <p class='name'>")
    if others:
        reading.report(element, "MRK013", "a person's card holds more than name, post, body and part")
    portrait, initials = element.get("data-portrait", ""), element.get("data-initials", "")
    return PersonCard(**parts, portrait=portrait, initials=initials, origin=origin_of(element))


def read_quotation(reading: Reading, element: Element, lang: str) -> Quotation:
    """Return what somebody said; ``<p class="speaker">`` and ``<p class="post">`` say who."""
    report_words(reading, element)
    parts, blocks = _read_parts(reading, element, lang, "speaker", "post")
    _refuse_empty(reading, element, bool(blocks))
    portrait, initials = element.get("data-portrait", ""), element.get("data-initials", "")
    verbatim = element.get("class") == "verbatim"
    return Quotation(blocks, parts["speaker"], parts["post"], portrait, initials, verbatim, origin_of(element))


def read_key_figures(reading: Reading, element: Element, lang: str) -> KeyFigures:
    """Return numbers (``dt``) each with what it counts (``dd``)."""
    report_words(reading, element)
    children = list(element)
    tags = [child.tag for child in children]
    if not tags or tags != ["dt", "dd"] * (len(tags) // 2):
        reading.report(element, "MRK021", "key figures are pairs of <dt> number and <dd> what it counts")
    pairs = zip(children[::2], children[1::2], strict=False)
    return KeyFigures(tuple(_read_figure(reading, dt, dd, lang) for dt, dd in pairs), origin_of(element))


def _read_figure(reading: Reading, number: Element, noun: Element, lang: str) -> KeyFigure:
    return KeyFigure(_words(reading, number, lang), _words(reading, noun, lang), origin_of(number))


def read_contents(reading: Reading, element: Element, lang: str) -> Contents:  # noqa: ARG001 - every reader's signature
    """Return the place of the table of contents."""
    if len(element) or (element.text or "").strip():
        reading.report(element, "MRK013", "<nav class='contents'> is filled by the writer and must be empty")
    return Contents(int(element.get("data-depth", "2")), origin_of(element))


def read_aside(reading: Reading, element: Element, lang: str) -> Aside | None:
    """Return a panel; speaker notes are read with their section, anywhere else they are a fault."""
    if element.get("class") == "notes":
        parent = element.getparent()
        if parent is None or parent.tag != "section":
            reading.report(element, "MRK011", "speaker notes stand directly in a <section>")
        return None
    blocks = read_blocks(reading, element, lang, PANEL)
    _refuse_empty(reading, element, bool(blocks))
    return Aside(blocks, element.get("class", "panel"), origin_of(element))


def _items(reading: Reading, element: Element) -> list[Element]:
    items = [child for child in element if child.tag == "li"]
    for other in (child for child in element if child.tag != "li"):
        reading.report(other, "MRK011", f"<{other.tag}> stands in <{element.tag}>", "only <li> may stand there")
    _refuse_empty(reading, element, bool(items))
    return items


def _read_parts(
    reading: Reading, element: Element, lang: str, *names: str
) -> tuple[Mapping[str, Inlines], tuple[Block, ...]]:
    """Return the paragraphs whose class is one of the names, and the other blocks."""
    parts: dict[str, Inlines] = dict.fromkeys(names, ())
    others: list[Block] = []
    for block in read_flow(reading, element, element.get("lang", lang)):
        role = block.role if isinstance(block, Paragraph) else ""
        if role not in parts or not isinstance(block, Paragraph):
            others.append(block)
        elif parts[role]:
            reading.report(element, "MRK013", f"a second <p class='{role}'> in the same <{element.tag}>")
        else:
            parts[role] = block.content
    return parts, tuple(others)


def _words(reading: Reading, element: Element, lang: str) -> Inlines:
    content = read_inlines(reading, element, element.get("lang", lang))
    _refuse_empty(reading, element, bool(content))
    return content


def _refuse_empty(reading: Reading, element: Element, filled: object) -> None:
    if not filled and all(child.tag in TAGS for child in element):  # others are reported as such
        hint = "print it only where there is something to print: {% if … %}"
        reading.report(element, "MRK020", f"<{element.tag}> is empty", hint)


BLOCK_READERS: Mapping[str, BlockReader] = {
    "section": read_section,
    **dict.fromkeys(("h1", "h2", "h3", "h4"), read_heading),
    "p": read_paragraph,
    "ul": read_list,
    "ol": read_list,
    "dl": read_key_figures,
    "blockquote": read_quotation,
    "nav": read_contents,
    "aside": read_aside,
}
