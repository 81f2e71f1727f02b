"""What is checked on the whole markup at once: tags, attributes, ids and links, and the order of headings."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.content.reading import Reading, attributes_of
from cieprep_docs.content.vocabulary import (
    ATTRIBUTES,
    CLASSES,
    DEPTH,
    EVERYWHERE,
    HEADINGS,
    INSTEAD,
    REQUIRED,
    TAGS,
    VALUES,
)

_WITH_ID = sorted(tag for tag, names in ATTRIBUTES.items() if "id" in names)
_COMMA = re.compile(r"-?\d{1,18},(?!\d{3}$)\d{1,9}")
"""A decimal comma."""
_TOO_DEEP = etree.XPath("/*" * (DEPTH + 1))


def report_depth(reading: Reading, root: Element) -> bool:
    """Report tags nested without end; what is that deep must not be read further."""
    deep = _TOO_DEEP(root)
    if isinstance(deep, list) and deep:
        hint = "does a template include or call itself?"
        reading.report(root, "MRK004", f"tags stand more than {DEPTH} deep in each other", hint)
        return True
    return False


def report_vocabulary(reading: Reading, root: Element) -> None:
    """Report every tag, attribute and value that does not belong to the vocabulary."""
    # Of most tags there are many alike, and most of them are bare.
    kinds: set[Any] = {(each.tag, *given) if (given := each.items()) else each.tag for each in root.iter()}
    if not any(any(_faults_of(kind) if isinstance(kind, str) else _faults_of(*kind)) for kind in kinds):
        return
    for element in root.iter():
        for code, message, hint in _faults_of(str(element.tag), *attributes_of(element).items()):
            reading.report(element, code, message, hint)


Fault = tuple[str, str, str]
"""Code, message and hint."""


def _faults_of(tag: str, *attributes: tuple[str, str]) -> Iterator[Fault]:
    if tag not in TAGS:
        yield _unknown_tag(tag)
        return
    given, carried = dict(attributes), ATTRIBUTES.get(tag, EVERYWHERE)
    for name in sorted(given.keys() - carried):
        yield "MRK014", f"<{tag}> carries no attribute {name}", "it carries " + ", ".join(sorted(carried))
    for name in REQUIRED.get(tag, ()):
        if name not in given:
            yield "MRK014", f"<{tag}> needs the attribute {name}", ""
    for name, value in given.items():
        yield from _faults_of_value(tag, name, value)


def _unknown_tag(tag: str) -> Fault:
    instead = INSTEAD.get(tag.lower()) or next(iter(difflib.get_close_matches(tag.lower(), TAGS, 1)), "")
    hint = f"did you mean <{instead}>?" if instead else "the tags are " + ", ".join(sorted(TAGS))
    return "MRK010", f"there is no tag <{tag}>", hint


def _faults_of_value(tag: str, name: str, value: str) -> Iterator[Fault]:
    pattern, meaning = VALUES.get(name, (None, ""))
    if pattern and not pattern.fullmatch(value):
        yield "MRK015", f"{name}={value!r} on <{tag}>", _with_point(value) if name == "data-value" else meaning
    elif name == "class" and tag in CLASSES and value not in CLASSES[tag]:
        yield "MRK015", f"class={value!r} on <{tag}>", "it may be " + " or ".join(sorted(CLASSES[tag]))


def _with_point(value: str) -> str:
    """Return what to write for a number; three digits behind a comma may be thousands."""
    _, meaning = VALUES["data-value"]
    return f"write {value.replace(',', '.')}" if _COMMA.fullmatch(value) else meaning


def report_links(reading: Reading, root: Element) -> None:
    """Report ids that stand twice and links to ids that do not stand."""
    ids: set[str] = set()
    for element in root.iter(*_WITH_ID):
        identity = element.get("id")
        if identity in ids:
            reading.report(element, "MRK030", f"the id {identity!r} stands twice")
        ids |= {identity} if identity else set()
    for element in root.iterfind(".//a[@href]"):
        href = element.get("href", "")
        if href.startswith("#") and href[1:] not in ids:
            near = difflib.get_close_matches(href[1:], ids, 1)
            hint = f"did you mean #{near[0]}?" if near else ""
            reading.report(element, "MRK031", f"a link to {href}, which does not stand in the document", hint)


def report_notes(reading: Reading, root: Element) -> None:
    """Report notes where none may stand, links to notes that are none, and notes of a list that nothing leads to."""
    links = list(root.iter("a"))
    listed = {
        item.get("id", ""): item
        for notes in root.iter("ol")
        if notes.get("class") == "notes"
        for item in notes
        if item.get("id")
    }
    for name in listed.keys() - {each.get("href", "")[1:] for each in links}:
        reading.report(listed[name], "MRK033", f"nothing in the text leads to the note #{name}")
    for link in links:
        _report_link(reading, link, listed)


def _report_link(reading: Reading, link: Element, listed: Collection[str]) -> None:
    href = link.get("href", "")
    if not href:
        _report_own_note(reading, link)
    elif link.get("class") == "note" and href[1:] not in listed:
        message = f"the note {href} stands in no <ol class='notes'>"
        reading.report(link, "MRK032", message, "write the words of the note in place of the link: no href")
    elif not len(link) and not (link.text or "").strip():
        _report_empty_link(reading, link)
    elif link.get("class") == "number":
        reading.report(link, "MRK013", "<a class='number'> is filled with the number and must be empty")


def _report_empty_link(reading: Reading, link: Element) -> None:
    if not link.get("href", "").startswith("#"):
        reading.report(link, "MRK020", "<a> is empty", "only a link to something numbered gets its words by itself")
    elif any(each.tag == "header" for each in link.iterancestors()):
        reading.report(link, "MRK011", "a link without words must not stand in <header>")


def _report_own_note(reading: Reading, note: Element) -> None:
    """Report what is wrong with a note that holds its words."""
    if note.get("class") != "note":
        reading.report(note, "MRK014", "<a> needs the attribute href", "or class='note' around the words of a note")
        return
    where = next((place for place in map(_refuses_notes, note.iterancestors()) if place), "")
    if where:
        reading.report(note, "MRK011", f"a note must not stand in {where}", "put it into a paragraph or a cell")
    if not "".join(map(str, note.itertext())).strip():
        reading.report(note, "MRK020", "a note without words")


def _refuses_notes(element: Element) -> str:
    """Return the name of what has no place for notes: it is printed again elsewhere, drawn, spoken, or one itself."""
    tag = str(element.tag)
    name = f"{tag}.{element.get('class')}"
    if name == "ol.notes":
        return "the list of notes"
    if tag in {*HEADINGS, "header", "a"} or name in {"aside.notes", "nav.contents"}:
        return {"a": "a link or another note", "aside": "speaker notes"}.get(tag, f"<{tag}>")
    parent = element.getparent()
    drawn = tag == "table" and parent is not None and parent.tag == "figure"
    return "the data of a chart" if drawn else ""


_COVERS = frozenset({"cover", "title", "closing"})
"""Sections whose heading stands for the whole document."""


def report_headings(reading: Reading, root: Element) -> None:
    """Report headings that skip a level, and headings with nothing under them."""
    level = 0
    for element in root.iter(*sorted(HEADINGS)):
        own = _level(element)
        if own > level + 1:
            reading.report(
                element, "MRK022", f"<h{own}> follows <h{level}>" if level else f"the first heading is <h{own}>"
            )
        level = own
        if _is_bare(element):
            reading.report(element, "MRK023", "a heading with nothing under it", "print it only with what it heads")


def _is_bare(heading: Element) -> bool:
    following = _first(heading.itersiblings(), but_notes=True)
    if following is not None:
        return following.tag in HEADINGS and _level(following) <= _level(heading)
    section = heading.getparent()
    if section is None or section.tag != "section":
        return True
    alone = section.get("class") is not None and _first(heading.itersiblings(preceding=True)) is None
    return not alone and section.get("class") not in _COVERS


def _first(elements: Iterable[Element], *, but_notes: bool = False) -> Element | None:
    return next(
        (each for each in elements if not (but_notes and each.tag == "aside" and each.get("class") == "notes")), None
    )


def _level(heading: Element) -> int:
    return int(str(heading.tag)[1])
