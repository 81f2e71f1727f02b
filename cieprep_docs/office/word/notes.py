"""Numbered notes as Word's own footnotes, where the house style asks for them.

Templates list their sources once, at the end, and point there from the text. As footnotes the same words stand at the
foot of the page that first points to them; where the text points to them again, a field repeats the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from cieprep_docs.content.nodes import Block, Document, Heading, Inlines, Item, List, Paragraph, Section
from cieprep_docs.office.relationships import write_relationships
from cieprep_docs.office.word.paragraphs import paragraph
from cieprep_docs.office.word.parts import Footnote, Parts
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.runs import raised_look, text_element, write_runs
from cieprep_docs.office.xml import DECLARATION, declare, qualified, read_xml

PART = "word/footnotes.xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LINKS = "word/_rels/footnotes.xml.rels"
_RULES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
SETTINGS = "word/settings.xml"
# What the schema wants behind the settings of footnotes (ISO/IEC 29500-1, 17.15.1.78).
_AFTER_NOTES = frozenset(
    [
        "endnotePr",
        "compat",
        "docVars",
        "rsids",
        "mathPr",
        "attachedSchema",
        "themeFontLang",
        "clrSchemeMapping",
        "doNotIncludeSubdocsInStats",
        "doNotAutoCompressPictures",
        "forceUpgrade",
        "captions",
        "readModeInkLockDown",
        "smartTagType",
        "schemaLibrary",
        "shapeDefaults",
        "doNotEmbedSmartTags",
        "decimalSymbol",
        "listSeparator",
    ]
)
# What the schema wants behind them in a section (17.6.17), and what the house style may say of them there.
_BEFORE_PAGE = re.compile(
    rb"(?:<w:footnotePr>.*?</w:footnotePr>)?((?:<w:endnotePr>.*?</w:endnotePr>)?(?:<w:type [^>]*/>)?<w:pgSz )"
)
_GAP = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'


def take_notes(document: Document) -> tuple[Document, Mapping[str, Item]]:
    """Return the document without the part that lists its notes, and the notes by their ids."""
    notes = {item.id: item for each in document.blocks if _is_notes(each) for item in _items(each)}
    blocks = tuple(each for each in document.blocks if not _is_notes(each))
    return replace(document, blocks=blocks), notes


def _is_notes(block: Block) -> bool:
    """Return whether a block is a part with nothing but its heading and notes that can be pointed to."""
    if not (isinstance(block, Section) and block.role == "notes"):
        return False
    return all(isinstance(each, Heading | List) for each in block.blocks) and all(item.id for item in _items(block))


def _items(block: Block) -> Iterator[Item]:
    for each in block.blocks if isinstance(block, Section) else ():
        if isinstance(each, List):
            yield from each.items


def footnotes_part(parts: Parts, place: Place) -> Mapping[str, bytes]:
    """Return the part with the notes that were pointed to, and its links."""
    notes = "".join(_footnote(number, note, place) for number, note in enumerate(parts.footnotes, 1))
    body = f"<w:footnotes{declare('w', 'r')}>{_RULES}{notes}</w:footnotes>"
    outside = [link for link in parts.links.values() if link.external]
    links = {_LINKS: write_relationships(outside)} if outside else {}
    return {PART: (DECLARATION + body).encode(), **links}


def _footnote(number: int, note: Footnote, place: Place) -> str:
    inside = place.inside("footnote", lang=note.lang)
    shown = text_element(note.mark) if note.mark else "<w:footnoteRef/>"
    mark = f"<w:r><w:rPr>{raised_look(inside)}</w:rPr>{shown}</w:r>{_GAP}"
    first, *rest = note.blocks
    start = _line(inside, mark, first.content if isinstance(first, Paragraph) else ())
    return f'<w:footnote w:id="{number}">{start}{place.write(rest, inside)}</w:footnote>'


def _line(place: Place, mark: str, content: Inlines) -> str:
    return paragraph(place, place.style_of("body"), mark + write_runs(content, place))


def with_letters(body: bytes) -> bytes:
    """Return the document with footnotes a, b, c in all sections: a list of notes in it has the numbers."""
    return _BEFORE_PAGE.sub(rb'<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>\1', body)


def note_settings(settings: bytes) -> bytes:
    """Return the settings with the rules above our notes, which another file may number otherwise."""
    root = read_xml(settings, SETTINGS)
    for old in root.findall(qualified("w:footnotePr")):
        root.remove(old)
    own = etree.SubElement(root, qualified("w:footnotePr"))
    for number in ("-1", "0"):
        etree.SubElement(own, qualified("w:footnote")).set(qualified("w:id"), number)
    following = next((each for each in root if etree.QName(each).localname in _AFTER_NOTES), None)
    if following is not None:
        following.addprevious(own)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
