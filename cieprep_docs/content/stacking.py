"""Versions of a block below each other: the first as it is, the others after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cieprep_docs.content.merging import Blocks, is_same, merge
from cieprep_docs.content.nodes import Block, Heading, List, Manner, Paragraph, Quotation, Section, Version
from cieprep_docs.content.pairing import rows_of


@dataclass(frozen=True, slots=True)
class Stack:
    """Lays out blocks in the first language, each followed by its other versions."""

    langs: tuple[str, ...]
    manner: Manner = "second"
    """Whether the other versions are set lighter."""

    def __call__(self, versions: Sequence[Blocks]) -> Blocks:
        """Return the blocks in all languages."""
        return tuple(block for row in rows_of(versions) for block in self._lay(row))

    def _lay(self, row: tuple[Block, ...]) -> Iterator[Block]:
        if is_same(row):
            yield row[0]
        elif isinstance(row[0], Paragraph | Heading | Quotation):
            yield from self.apart(row)
        else:
            yield merge(row, self)

    def apart(self, row: tuple[Block, ...]) -> Iterator[Block]:
        """Yield the first version of a block, then the others; a portrait is shown once."""
        yield row[0]
        said = [row[0]]
        for block, lang in zip(row[1:], self.langs[1:], strict=True):
            if not any(is_same((each, block)) for each in said):
                yield Version((_without_portrait(block),), lang, self.manner)
            said.append(block)


def _without_portrait(block: Block) -> Block:
    return replace(block, portrait="") if isinstance(block, Quotation) else block


@dataclass(frozen=True, slots=True)
class Tables:
    """Lays out running text in the first language alone; names, headings and tables in all of them."""

    stack: Stack

    def __call__(self, versions: Sequence[Blocks]) -> Blocks:
        """Return the blocks, those that are no running text in all languages."""
        return tuple(block for row in rows_of(versions) for block in self._lay(row))

    def _lay(self, row: tuple[Any, ...]) -> Blocks:
        first = row[0]
        if isinstance(first, Paragraph) or (isinstance(first, List) and not _names_records(first)):
            return (first,)
        if isinstance(first, Quotation):
            names = merge([replace(each, blocks=()) for each in row], self.stack)
            return (replace(names, blocks=first.blocks),)
        if isinstance(first, Section) and first.role != "cover":
            return (merge(row, self),)
        return self.stack(tuple((each,) for each in row))


def _names_records(block: List) -> bool:
    """Return whether a list names records of the event, one an item: people, bodies, cities."""
    return block.role != "notes" and all(item.origin.record for item in block.items)
