"""The document tree as plain text for a letter: headings underlined, tables told row by row."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from cieprep_docs.content.fields import PLAIN, children_of, shape_of
from cieprep_docs.content.inlines import whole_text
from cieprep_docs.content.nodes import Cell, Contents, Document, Heading, Inlines, List, Row, Run, Table

_UNDERLINES = {1: "=", 2: "-"}
_INDENT = "  "


def write_text(document: Document) -> str:
    """Return the words of a document as lines of text, blocks apart; lines are not broken to a width."""
    blocks = ["\n".join(lines) for block in document.blocks for lines in _blocks(block) if lines]
    return "\n\n".join(blocks) + "\n"


def _blocks(node: Any) -> Iterator[list[str]]:
    """Yield the lines of each block in a node, the node's own words first."""
    match node:
        case Heading():
            yield _title(_text(node.content), node.level)
        case List():
            yield list(_items(node))
        case Table():
            yield [_text(node.caption)] if node.caption else []
            yield from _rows(node)
        case Contents():
            return
        case _:
            yield [words for words in _own_words(node) if words]
            yield from chain.from_iterable(_blocks(child) for child in children_of(node))


def _title(words: str, level: int) -> list[str]:
    sign = _UNDERLINES.get(level)
    return [words, sign * _width(words)] if sign else [words]


def _text(words: Inlines) -> str:
    """Return the words; what is raised in print, the number of a note, stands in brackets."""
    return whole_text(
        tuple(replace(each, text=f"[{each.text}]") if isinstance(each, Run) and each.raised else each for each in words)
    )


def _width(words: str) -> int:
    """Return how many columns words take in a type of fixed width."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)


def _own_words(node: Any) -> Iterator[str]:
    for name in shape_of(node).words:
        value = getattr(node, name)
        if name not in PLAIN:
            yield _text(value)
        elif isinstance(value, str):
            yield value


def _items(node: List) -> Iterator[str]:
    for number, item in enumerate(node.items, node.start):
        mark = f"{number}. " if node.ordered else "– "
        for place, line in enumerate(_lines(item.blocks)):
            yield (mark if place == 0 else " " * len(mark)) + line


def _lines(nodes: Sequence[Any]) -> list[str]:
    return [line for node in nodes for lines in _blocks(node) for line in lines]


def _rows(table: Table) -> Iterator[list[str]]:
    """Yield each row: what it is about, and below it the other cells after the names of their columns."""
    names = _column_names(table.rows)
    for row in (each for each in table.rows if each.kind != "header"):
        first, *others = _places(row)
        yield [*_lines(first[1].blocks), *chain.from_iterable(_cell(names, place, cell) for place, cell in others)]


def _column_names(rows: Sequence[Row]) -> dict[int, str]:
    headers = [row for row in rows if row.kind == "header"]
    return {place: " / ".join(_lines(cell.blocks)) for row in headers for place, cell in _places(row)}


def _places(row: Row) -> list[tuple[int, Cell]]:
    """Return the cells of a row with their columns, counted from 0."""
    found, column = [], 0
    for cell in row.cells:
        found.append((column, cell))
        column += cell.colspan
    return found


def _cell(names: dict[int, str], place: int, cell: Cell) -> Iterator[str]:
    lines = _lines(cell.blocks)
    if lines and names.get(place):
        yield _INDENT + names[place]
    yield from (f"{_INDENT * 2}{line}" for line in lines)
