"""Page numbers for the contents: the report is drawn once, and where its links lead is read from the drawing.

Only a program that lays pages out knows them. LibreOffice's pages are close to Word's but need not be the same; Word
replaces the numbers when it updates the field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cieprep_docs.content.inlines import plain_text
from cieprep_docs.content.nodes import Contents, Document
from cieprep_docs.diagnostics import Diagnostic, Result
from cieprep_docs.office.word.contents import entries_of, plain_content
from cieprep_docs.office.word.house import ReportStyle
from cieprep_docs.office.word.outline import Entry, walk
from cieprep_docs.office.word.report import write_report

_OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_LINK = re.compile(
    rb"/Subtype/Link.*?/Rect\[[\d.-]+ [\d.-]+ [\d.-]+ (?P<top>[\d.-]+)\].*?"
    rb"/Contents<FEFF(?P<words>[0-9A-F]*)>.*?/Dest\[(?P<page>\d+) 0 R",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside a drawing."""

    words: str
    target: int
    """The page it leads to, counted from 1."""


def write_numbered_report(
    document: Document, style: ReportStyle, draw: Callable[[bytes], bytes], *, comments: bool = False
) -> Result[bytes]:
    """Return the report as a .docx whose contents show page numbers; `draw` makes a PDF of a .docx.

    Where an entry is not found in the drawing, no number at all is shown, for half of them would look like a fault;
    a warning says so.
    """
    report = write_report(document, style, comments=comments)
    entries = tuple(_entries(document, style))
    pages = find_pages(entries, read_links(draw(report))) if entries else {}
    if len(pages) == len(entries):
        return Result(write_report(document, style, pages, comments=comments))
    lost = len(entries) - len(pages)
    message = f"the contents show no page numbers: {lost} of {len(entries)} entries are not found in the drawing"
    hint = "Word adds them when it updates the contents"
    return Result(report, (Diagnostic("OFF075", message, hint=hint, severity="warning"),))


def _entries(document: Document, style: ReportStyle) -> Iterator[Entry]:
    for block, _ in walk(document.blocks):
        if isinstance(block, Contents):
            yield from entries_of(block, document, style)


def find_pages(entries: tuple[Entry, ...], links: tuple[Link, ...]) -> Mapping[str, int]:
    """Return the page of each bookmark; links stand in the order of the entries, with others between them."""
    left = iter(links)
    pages: dict[str, int] = {}
    for entry in entries:
        words = _squash(entry.number + plain_text(plain_content(entry.content)))
        found = next((link for link in left if link.words and words.startswith(_squash(link.words))), None)
        if found:
            pages[entry.bookmark] = found.target
    return pages


def _squash(words: str) -> str:
    return re.sub(r"\s|\u00ad", "", words)


def read_links(pdf: bytes) -> tuple[Link, ...]:
    """Return the links of a PDF of LibreOffice's to places in itself, in the order of reading."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(pdf)}
    tree = next((each for each in objects.values() if each.startswith(b"<</Type/Pages")), b"")
    pages = _references(tree, b"/Kids")
    return tuple(link for page in pages for link in _links_on(objects.get(page, b""), objects, pages))


def _references(body: bytes, key: bytes) -> list[int]:
    found = re.search(re.escape(key) + rb"\[([^\]]*)\]", body)
    return [int(number) for number in _REFERENCE.findall(found[1])] if found else []


def _links_on(page: bytes, objects: Mapping[int, bytes], pages: list[int]) -> Iterator[Link]:
    found = (_LINK.search(objects.get(number, b"")) for number in _references(page, b"/Annots"))
    inner = [each for each in found if each and int(each["page"]) in pages]
    for link in sorted(inner, key=lambda each: -float(each["top"])):
        words = bytes.fromhex(link["words"].decode()).decode("utf-16-be", errors="replace")
        yield Link(words, 1 + pages.index(int(link["page"])))
