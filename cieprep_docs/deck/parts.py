"""What stands on a slide, and where it may be cut: at the borders of items, cards, steps, rows and blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from cieprep_docs.content import nodes
from cieprep_docs.deck.grid import Grid, PlacedRow, place_rows
from cieprep_docs.deck.words import Together, read_words


@dataclass(frozen=True, slots=True)
class Text:
    """Running words: headings, paragraphs, lists."""

    groups: tuple[Together, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """The items of a list, each on a card of the same size; the list's role says which card."""

    items: tuple[nodes.Item, ...]
    role: str


@dataclass(frozen=True, slots=True)
class TablePart:
    """Some rows of a table, under its header; ``continued`` where rows stand on a slide before."""

    table: nodes.Table
    grid: Grid
    """Of the whole table."""
    header: tuple[PlacedRow, ...]
    groups: tuple[tuple[PlacedRow, ...], ...]
    """Rows that cells reaching over several rows hold together."""
    continued: bool = False


Whole = nodes.Quotation | nodes.Chart | nodes.Picture
Part = Text | Cards | TablePart | nodes.KeyFigures | nodes.Timeline | nodes.People | Whole

_WORDS = (nodes.Heading, nodes.Paragraph, nodes.List)
ON_CARDS = frozenset({"cities", "fields", "cards"})
"""Roles of lists whose items stand on cards."""


def read_parts(blocks: Iterable[nodes.Block]) -> Iterator[Part]:
    """Yield the parts of a slide; neighbouring paragraphs and lists are one text."""
    for is_words, run in groupby(blocks, _is_words):
        if is_words:
            yield Text(tuple(read_words(run)))
        else:
            yield from (_part(block) for block in run)


_PIECES: Mapping[type[Part], str] = {
    Text: "groups",
    TablePart: "groups",
    Cards: "items",
    nodes.KeyFigures: "figures",
    nodes.Timeline: "steps",
    nodes.People: "cards",
}
"""The field that holds the pieces of a part; a part that is not named here is never cut."""


def count_pieces(part: Part) -> int:
    """Return into how many pieces a part may be cut."""
    name = _PIECES.get(type(part))
    return len(getattr(part, name)) if name else 1


def cut(part: Part, start: int, end: int) -> Part:
    """Return the pieces from ``start`` up to ``end`` as a part of their own."""
    name = _PIECES.get(type(part))
    if name is None:
        return part
    if isinstance(part, TablePart):
        return replace(part, groups=part.groups[start:end], continued=part.continued or start > 0)
    return replace(part, **{name: getattr(part, name)[start:end]})


def cut_all(parts: Sequence[Part], start: int, end: int) -> tuple[Part, ...]:
    """Return the pieces from ``start`` up to ``end``, counted over all parts."""
    counts = [count_pieces(part) for part in parts]
    begins = [0, *accumulate(counts)]
    return tuple(
        cut(part, max(start - begin, 0), min(end - begin, count))
        for part, begin, count in zip(parts, begins, counts, strict=False)
        if start < begin + count and end > begin
    )


def balance(weights: Sequence[float], count: int) -> tuple[tuple[int, int], ...]:
    """Return ``count`` neighbouring ranges of about the same weight, none of them empty."""
    totals = [0.0, *accumulate(weights)]
    bounds = [0]
    for number in range(1, count):
        first, last = bounds[-1] + 1, len(weights) - (count - number)
        ideal = totals[-1] * number / count
        bounds.append(min(range(first, last + 1), key=lambda index: abs(totals[index] - ideal)))
    return tuple(zip(bounds, [*bounds[1:], len(weights)], strict=True))


def rows_together(rows: Iterable[PlacedRow]) -> Iterator[tuple[PlacedRow, ...]]:
    """Yield groups of rows; a cell that reaches down keeps its rows in one group."""
    group, reach = list[PlacedRow](), 0
    for row in rows:
        group.append(row)
        reach = max(reach - 1, max((each.cell.rowspan for each in row.cells), default=1) - 1)
        if reach <= 0:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _is_words(block: nodes.Block) -> bool:
    return isinstance(block, _WORDS) and not (isinstance(block, nodes.List) and block.role in ON_CARDS)


def _part(block: nodes.Block) -> Part:
    match block:
        case nodes.List():
            return Cards(block.items, block.role)
        case nodes.Table():
            grid = Grid(tuple(place_rows(block.rows)))
            header = tuple(each for each in grid.rows if each.row.kind == "header")
            others = (each for each in grid.rows if each.row.kind != "header")
            return TablePart(block, grid, header, tuple(rows_together(others)))
        case (
            nodes.KeyFigures() | nodes.Timeline() | nodes.People() | nodes.Quotation() | nodes.Chart() | nodes.Picture()
        ):
            return block
        case _:
            message = f"{type(block).__name__} cannot stand on a slide"
            raise TypeError(message)
