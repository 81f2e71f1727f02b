"""A first walk over the document: names for bookmarks, numbers for headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from cieprep_docs.content.nodes import (
    Aside,
    Block,
    Columns,
    Document,
    Heading,
    Inlines,
    List,
    Paragraph,
    Quotation,
    Run,
    Section,
    Table,
    Timeline,
    Version,
)
from cieprep_docs.content.references import LANDSCAPE, UNNUMBERED, count_level
from cieprep_docs.office.word.house import ReportStyle
from cieprep_docs.office.word.numbering import Level, number_words
from cieprep_docs.office.word.parts import heading_mark

_UNLISTED = frozenset({"cover", "contents"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents."""

    level: int
    number: str
    """As Word will set it, empty for a heading without number."""
    content: Inlines
    bookmark: str

    def beside(self, heading: Heading) -> Entry:
        """Return the line with the words of another language behind its own."""
        between = Run(" / ", next((run.lang for run in self.content if isinstance(run, Run)), ""))
        return replace(self, content=(*self.content, between, *heading.content))


def children_of(block: Block) -> Iterator[tuple[Block, ...]]:
    """Yield the blocks that stand inside a block, in the order of reading."""
    match block:
        case Section() | Aside() | Quotation() | Version():
            yield block.blocks
        case Columns():
            yield from block.rows
        case List():
            yield from (item.blocks for item in block.items)
        case Timeline():
            yield from (step.blocks for step in block.steps)
        case Table():
            yield from (cell.blocks for row in block.rows for cell in row.cells)
        case _:
            return


def walk(blocks: Sequence[Block], section: str = "") -> Iterator[tuple[Block, str]]:
    """Yield every block, and the role of the section it stands in."""
    for block in blocks:
        inner = block.role if isinstance(block, Section) and block.role != LANDSCAPE else section
        yield block, inner
        for children in children_of(block):
            yield from walk(children, inner)


def bookmark_names(document: Document) -> Mapping[str, str]:
    """Return the Word name of each id: letters, digits and ``_``, at most 40 and no two alike."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for identity in _ids(document.blocks):
        plain = re.sub(r"\W", "_", identity)[:36]
        name = next(each for n in range(1, 1000) if (each := plain if n == 1 else f"{plain}_{n}") not in taken)
        names.setdefault(identity, name)
        taken.add(names[identity])
    return names


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):  # most blocks are; in a long table they are thousands
            if block.id:
                yield block.id
            continue
        identity = getattr(block, "id", "")
        if identity:
            yield identity
        if isinstance(block, List):
            yield from (item.id for item in block.items if item.id)
        yield from _ids(chain.from_iterable(children_of(block)))


def contents_entries(document: Document, levels: tuple[Level, ...], depth: int) -> tuple[Entry, ...]:
    """Return the headings down to `depth`, without those of the cover and of the contents themselves."""
    entries: list[Entry] = []
    counts: list[int] = []
    headings = ((block, role) for block, role in walk(document.blocks) if isinstance(block, Heading))
    others = blocks_of_others(document)
    for index, (heading, role) in enumerate(headings, start=1):
        listed = heading.level <= depth and role not in _UNLISTED
        if id(heading) in others:
            entries[-1:] = [entry.beside(heading) if listed else entry for entry in entries[-1:]]
            continue
        number = count_heading(heading, counts, levels) if heading.numbered and role not in UNNUMBERED else ""
        if listed:
            entries.append(Entry(heading.level, number, heading.content, heading_mark(index)))
    return tuple(entries)


def heading_levels(style: ReportStyle, lang: str, manner: str = "") -> tuple[Level, ...]:
    """Return how the headings of a language are numbered."""
    found = style.stylesheet.find("paragraph", "heading 1", lang, manner)
    return style.numbering.levels_of(found.list if found else "")


def blocks_of_others(document: Document) -> Mapping[int, Version]:
    """Return the version that each block stands in that repeats one in another language, by the block's identity."""
    versions = (block for block, _ in walk(document.blocks) if isinstance(block, Version))
    others = (each for each in versions if each.lang != document.lang)
    return {id(block): each for each in others for block, _ in walk(each.blocks)}


def count_heading(heading: Heading, counts: list[int], levels: tuple[Level, ...]) -> str:
    """Return the number of the heading, as Word will set it, after counting it."""
    count_level(counts, heading.level)
    return number_words(levels, tuple(counts))
