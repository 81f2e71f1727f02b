"""What each section of a document asks of a slide: its layout, its title, its words and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from cieprep_docs.content import nodes
from cieprep_docs.deck.cards import SORTS
from cieprep_docs.deck.layouts import Layouts
from cieprep_docs.deck.parts import Cards, Part, TablePart, Text, balance, count_pieces, cut_all, read_parts
from cieprep_docs.deck.slides import Para
from cieprep_docs.deck.words import plain

COVERS = frozenset({"title", "section", "closing"})
"""Roles whose layouts hold words only, each kind of paragraph in a field of its own."""

DENSE = frozenset({"one-pager"})
"""Roles whose sections are never split: what has no room is left out."""

_LINE, _OTHER = 30.0, 300.0
"""In letters: what the end of a paragraph takes, and all that is no text."""

AGENDA = "agenda"
"""Role of the slide that names the others, and of the list on it."""

_EDITION = frozenset({"edition", "series", "dates", "period", "when", "meta"})


@dataclass(frozen=True, slots=True)
class Brief:
    """One section, read for the plan."""

    section: nodes.Section
    role: str
    title: nodes.Inlines
    parts: tuple[Part, ...]
    side: tuple[Part, ...]
    """What stands in the panel beside."""
    named: Mapping[str, tuple[Para, ...]]
    """On covers: the paragraphs of each field but the body."""
    decisions: tuple[str, ...] = ()
    shortened: bool = False
    """Whether something may have been left out."""


def read_briefs(document: nodes.Document, layouts: Layouts) -> Iterator[Brief]:
    """Yield a brief for each section, sections inside sections after those around them."""
    agenda = _agenda(document)
    for section in _sections(document.blocks):
        yield _brief(section, agenda, layouts)


def _sections(blocks: Iterable[nodes.Block]) -> Iterator[nodes.Section]:
    for block in blocks:
        if isinstance(block, nodes.Section):
            yield block
            yield from _sections(block.blocks)


def _brief(section: nodes.Section, agenda: nodes.List, layouts: Layouts) -> Brief:
    title = next((each.content for each in section.blocks if _is_title(each)), ())
    blocks = [agenda if isinstance(each, nodes.Contents) else each for each in section.blocks if not _is_title(each)]
    aside = [block for each in blocks if isinstance(each, nodes.Aside) for block in each.blocks]
    own = [each for each in blocks if not isinstance(each, nodes.Aside | nodes.Section)]
    lists = any(isinstance(each, nodes.List) and each.role == AGENDA for each in own)
    read = tuple(read_parts(own))
    chosen = "two-columns" if aside else AGENDA if lists else _role_of(read)
    role = section.role if section.role in layouts.by_role else chosen
    decisions = () if section.role in ("", role) else (f"no layout for {section.role}: {role}",)
    named = _named(own, frozenset(layouts.by_role[role].fields)) if role in COVERS else {}
    apart = [block for found in named.values() for block in found]
    body = [each for each in own if not any(each is block for block in apart)]
    words = {name: tuple(Para(each.content) for each in found) for name, found in named.items()}
    parts, side = tuple(read_parts(body)) if apart else read, tuple(read_parts(aside))
    if role in {"two-columns", "comparison"} and not side:
        parts, side = _halves(parts)
    return Brief(section, role, title, parts, side, words, decisions)


def _halves(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return what stands in two columns where the section does not say what stands beside."""
    count = sum(map(count_pieces, parts))
    if count <= 1:
        return parts, ()
    (_, half), _ = balance([_length(cut_all(parts, index, index + 1)) for index in range(count)], 2)
    return cut_all(parts, 0, half), cut_all(parts, half, count)


def _length(parts: tuple[Part, ...]) -> float:
    """Return how much there is to read in a piece, in letters."""
    texts = (part for part in parts if isinstance(part, Text))
    return sum(_LINE + len(plain(para.content)) for text in texts for group in text.groups for para in group) or _OTHER


def _is_title(block: nodes.Block) -> TypeGuard[nodes.Heading]:
    return isinstance(block, nodes.Heading) and block.level == 1


def _named(blocks: Iterable[nodes.Block], fields: frozenset[str]) -> dict[str, list[nodes.Paragraph]]:
    """Return the paragraphs of a cover by the field that their role names."""
    found: dict[str, list[nodes.Paragraph]] = {}
    for block in blocks:
        if isinstance(block, nodes.Paragraph):
            name = "edition" if block.role in _EDITION else block.role
            if name in fields and name != "body":
                found.setdefault(name, []).append(block)
    return found


_ROLES: Mapping[type[Part], str] = {
    nodes.KeyFigures: "key-figures",
    nodes.Timeline: "timeline",
    nodes.People: "people",
    nodes.Quotation: "quotation",
    TablePart: "table",
    nodes.Chart: "chart",
    nodes.Picture: "picture",
    Text: "bullets",
}
"""The layout by what stands on the slide, where a section asks for none or for one that the house style lacks."""


def _role_of(parts: tuple[Part, ...]) -> str:
    """Return the layout for these parts: what is no text decides."""
    if not parts:
        return "section"
    main = next((part for part in parts if not isinstance(part, Text)), parts[0])
    return SORTS[main.role].layout if isinstance(main, Cards) else _ROLES[type(main)]


def _agenda(document: nodes.Document) -> nodes.List:
    """Return the titles of the slides that can be linked to: what stands for the table of contents."""
    items = (
        nodes.Item((nodes.Paragraph(_linked(heading.content, f"#{section.id}")),))
        for section in _sections(document.blocks)
        if section.id and section.role not in COVERS - {"section"} | {AGENDA}
        for heading in section.blocks
        if _is_title(heading)
    )
    return nodes.List(tuple(items), ordered=True, role=AGENDA)


def _linked(content: nodes.Inlines, href: str) -> nodes.Inlines:
    return tuple(nodes.Run(each.text, each.lang, href=href) for each in content if isinstance(each, nodes.Run))
