"""The markup that templates make, read strictly: markup → ``Document``, or all its faults at template:line."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping

from immutabledict import immutabledict
from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.content.blocks import BLOCK_READERS
from cieprep_docs.content.checks import report_depth, report_headings, report_links, report_notes, report_vocabulary
from cieprep_docs.content.figures import read_figure
from cieprep_docs.content.flow import read_block, report_words
from cieprep_docs.content.inlines import plain_text, read_inlines
from cieprep_docs.content.nodes import Block, Document, Inlines
from cieprep_docs.content.reading import BlockReader, Reading
from cieprep_docs.content.references import with_references
from cieprep_docs.content.tables import read_table
from cieprep_docs.content.vocabulary import BLOCKS
from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.errors import TemplateError

READERS: Mapping[str, BlockReader] = {**BLOCK_READERS, "table": read_table, "figure": read_figure}

# U+0000-001F but tab and line ends, U+007F-009F, surrogates, noncharacters; beyond U+FFFF only candidates for these
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe-\U0010ffff]"
)
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,8}));")
_DECLARATION = re.compile(r"<!(?!--)|<\?")
_STAMP = re.compile(r'data-at="([^"<>]+):(\d+)"')


def read_markup(markup: str, template: str = "") -> Document:
    """Return the document that the markup says; ``template`` names it where no stamp does.

    Raises TemplateError with every fault, each at the template and line that its block was stamped with.
    """
    _refuse(_declarations(markup, template) + _characters(markup, template))
    root = _parse(markup, template)
    reading = Reading(template, READERS)
    if report_depth(reading, root):
        raise TemplateError(*reading.diagnostics)
    for check in _CHECKS:
        check(reading, root)
    document = _read_article(reading, root)
    _refuse(reading.diagnostics)
    return with_references(document) if reading.refers else document


_CHECKS: tuple[Callable[[Reading, Element], None], ...] = (
    report_vocabulary,
    report_links,
    report_notes,
    report_headings,
)


def _refuse(diagnostics: tuple[Diagnostic, ...]) -> None:
    if diagnostics:
        raise TemplateError(*diagnostics)


def _declarations(markup: str, template: str) -> tuple[Diagnostic, ...]:
    message = "a declaration: no DOCTYPE, entity, CDATA or processing instruction may stand in a template's markup"
    found = _DECLARATION.search(markup)
    return (Diagnostic("MRK002", message, _place(markup, found.start(), template)),) if found else ()


def _characters(markup: str, template: str) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic("MRK003", f"the character U+{code:04X} must not stand in text", _place(markup, at, template))
        for at, code in sorted(_refused_characters(markup))
    )


def _refused_characters(markup: str) -> Iterator[tuple[int, int]]:
    # What is refused is never printable, and asking that first is faster; lines and no-break blanks are not either.
    if not markup.replace("\n", " ").replace("\u00a0", " ").isprintable():
        found_all = _REFUSED.finditer(markup)
        yield from ((each.start(), ord(each[0])) for each in found_all if _is_refused(each[0]))
    for found in _REFERENCE.finditer(markup):
        code = int(found.group(1), 16) if found.group(1) else int(found.group(2))
        if code > sys.maxunicode or _is_refused(chr(code)):
            yield found.start(), code


def _is_refused(character: str) -> bool:
    """Return whether the character is no text; the last two of every plane are noncharacters."""
    return bool(_REFUSED.match(character)) and (character <= "\uffff" or ord(character) & 0xFFFE == 0xFFFE)  # noqa: PLR2004


def _parse(markup: str, template: str) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise TemplateError(_syntax(error, markup, template)) from None


def _syntax(error: etree.XMLSyntaxError, markup: str, template: str) -> Diagnostic:
    line, column = error.position
    lines = markup.splitlines(keepends=True)
    at = sum(len(each) for each in lines[: line - 1]) + max(column - 1, 0)
    what = re.sub(r", line \d+, column \d+.*", "", error.msg or "not well-formed")
    return Diagnostic("MRK001", f"the markup is not well-formed: {what}", _place(markup, at, template), _XML_HINT)


_XML_HINT = "close every tag, <br/> too, quote every attribute, write & as &amp; and other characters as themselves"


def _place(markup: str, at: int, template: str) -> Location:
    """Return the last stamp before that character, or its line in the markup."""
    stamps = _STAMP.findall(markup, 0, at)
    if not stamps:
        return Location(template, markup.count("\n", 0, at) + 1)
    name, line = stamps[-1]
    return Location(name, int(line))


def _read_article(reading: Reading, root: Element) -> Document:
    if root.tag != "article":
        reading.report(root, "MRK011", f"the outermost tag is <{root.tag}>", "it must be <article>")
    lang = root.get("lang", "")
    report_words(reading, root)
    header = root[0] if len(root) and root[0].tag == "header" else None
    labels = _read_labels(reading, header, lang) if header is not None else {}
    if "title" not in labels:
        reading.report(
            root, "MRK021", "a document without a title", 'start with <header><p class="title">…</p></header>'
        )
    blocks = tuple(_read_body(reading, root, header, lang))
    if not blocks:
        reading.report(root, "MRK020", "the document is empty")
    return Document(lang, plain_text(labels.pop("title", ())), blocks, immutabledict(labels))


def _read_body(reading: Reading, root: Element, header: Element | None, lang: str) -> Iterator[Block]:
    for child in root:
        block = None if child is header else read_block(reading, child, lang, BLOCKS)
        if block is not None:
            yield block


def _read_labels(reading: Reading, header: Element, lang: str) -> dict[str, Inlines]:
    report_words(reading, header)
    labels: dict[str, Inlines] = {}
    for child in header:
        name = child.get("class", "") if child.tag == "p" else ""
        words = read_inlines(reading, child, child.get("lang", lang))
        if not name or not words or name in labels:
            reading.report(child, "MRK013", "<header> holds paragraphs with words, each of a class of its own")
        labels[name] = words
    return labels
