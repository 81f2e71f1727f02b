"""Cards of equal size in a grid: key figures, cities, a few short items."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cieprep_docs.content import nodes
from cieprep_docs.deck.fit import ends_well, words_height
from cieprep_docs.deck.geometry import GAP, follow, grid
from cieprep_docs.deck.layouts import STEPS, Box, Field, Layouts
from cieprep_docs.deck.parts import Cards, Text
from cieprep_docs.deck.setting import Setting
from cieprep_docs.deck.slides import Group, Para, Shape, Words
from cieprep_docs.deck.words import paragraphs, plain

Card = tuple[Para, ...]

_MOST_FIGURES, _MOST_ITEMS = 8, 4
_FIGURES_IN_ROW = 4
_MOST_ROWS = 3
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Grid:
    """Where equal cards stand, and the step of type at which they hold their words."""

    boxes: tuple[Box, ...]
    step: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A card of the house style and the rule that belongs to it, by the layout and the placeholders' names."""

    role: str
    card: str
    layouts: Layouts
    rule: str = "rule"

    @property
    def field(self) -> Field:
        """The card's measures."""
        return self.layouts.field(self.role, self.card)

    def draw(self, text: Card, box: Box, step: int) -> Group:
        """Return one card with its words and its rule."""
        words = Words(self.role, self.card, box, text, self.field.scale(step))
        return Group((words, *self._rule(box)), box, alt_of(text))

    def _rule(self, box: Box) -> tuple[Words, ...]:
        if not self.rule:
            return ()
        place = follow(self.layouts.field(self.role, self.rule).box, self.field.box, box)
        return (Words(self.role, self.rule, place),)


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of cards: where its pattern stands, and how many stand in a row."""

    layout: str
    card: str
    rule: str
    fewest: int
    most: int

    def columns(self, count: int) -> Iterator[int]:
        """Yield the columns of one row, of two even rows, of three."""
        for rows in range(1, _MOST_ROWS + 1):
            if count <= rows * self.most:
                yield max(math.ceil(count / rows), self.fewest)


SORTS: Mapping[str, Sort] = {
    "cities": Sort("cities", "city", "rule", 3, 8),
    "fields": Sort("cities", "field", "", 3, 5),
    "cards": Sort("cards", "card", "rule", 1, 3),
}
"""The sorts of cards by the role of the list."""


def place_figures(figures: nodes.KeyFigures, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return the cards of key figures, or None where they do not fit."""
    texts = [(Para(_unbroken(each.number), fine=True), Para(each.noun, 1)) for each in figures.figures]
    if len(texts) > _MOST_FIGURES:
        return None
    small = {"figure", "rule"} <= setting.layouts.by_role[setting.role].fields.keys()
    role, card = (setting.role, "figure") if small else ("key-figures", "card")
    return _place(Pattern(role, card, setting.layouts), texts, box, _figure_columns(len(texts)), setting)


def place_cards(cards: Cards, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return the items of a list on cards, or None where they do not fit."""
    sort = SORTS[cards.role]
    texts = [tuple(_by_role(item)) for item in cards.items]
    pattern = Pattern(sort.layout, sort.card, setting.layouts, sort.rule)
    return _place(pattern, texts, box, sort.columns(len(texts)), setting)


def _by_role(item: nodes.Item) -> Iterator[Para]:
    """Yield the paragraphs of a card: its kind (third level), its name (first), what is told of it (second)."""
    kinds = [block for block in item.blocks if isinstance(block, nodes.Paragraph) and block.role == "kind"]
    others = [block for block in item.blocks if block not in kinds]
    yield from (Para(para.content, 2) for para in paragraphs(kinds))
    yield from flatten(paragraphs(others))


def place_items(text: Text, box: Box, setting: Setting) -> tuple[Shape, ...] | None:
    """Return a few short items on cards side by side, or None where they are no such items or take too much room."""
    fields = setting.layouts.by_role[setting.role].fields
    short = all(group[0].marker == "bullet" and not any(para.level for para in group) for group in text.groups)
    if not short or not 1 <= len(text.groups) <= _MOST_ITEMS or not {"card", "rule"} <= fields.keys():
        return None
    texts = [flatten(group) for group in text.groups]
    columns = 2 if len(texts) == _MOST_ITEMS else len(texts)
    pattern = Pattern(setting.role, "card", setting.layouts)
    found = first_grid(texts, pattern.field, box, [columns], range(-STEPS, 1))
    return _draw(pattern, texts, found) if found else None


def first_grid(
    texts: Sequence[Card], field: Field, box: Box, columns: Iterable[int], steps: Sequence[int]
) -> Grid | None:
    """Return the first grid whose cards hold their words: fewest rows first, then the largest type.

    Type becomes larger than the style's own only where that leaves no short word alone on a line.
    """
    for count in columns:
        width = box.columns(count, GAP)[0].width
        for step in steps:
            if step < 0 and not _end_well(texts, field, width, field.scale(step)):
                continue
            heights = _card_heights(texts, field, width, field.scale(step))
            rows = heights and _row_heights(heights, count, box.height, field.box.height)
            if rows:
                return Grid(grid(len(texts), count, box, rows), step)
    return None


def flatten(paras: Card) -> Card:
    """Return paragraphs as a card has them: the first on its first level, all others on its second."""
    return tuple(Para(para.content, min(index, 1)) for index, para in enumerate(paras))


def alt_of(text: Card) -> str:
    """Return the words of a card in a line."""
    return " ".join(plain(para.content) for para in text)


def _place(
    pattern: Pattern, texts: Sequence[Card], box: Box, columns: Iterable[int], setting: Setting
) -> tuple[Shape, ...] | None:
    found = first_grid(texts, pattern.field, box, columns, range(setting.step, STEPS + 1))
    return _draw(pattern, texts, found) if found else None


def _draw(pattern: Pattern, texts: Sequence[Card], found: Grid) -> tuple[Shape, ...]:
    return tuple(pattern.draw(text, place, found.step) for text, place in zip(texts, found.boxes, strict=True))


def _end_well(texts: Sequence[Card], field: Field, width: float, scale: float) -> bool:
    room = width - field.insets.left - field.insets.right
    return all(ends_well(text, field, room, scale) for text in texts)


def _card_heights(texts: Sequence[Card], field: Field, width: float, scale: float) -> list[float] | None:
    """Return the height that each card needs, or None where a word is wider than a card."""
    insets = field.insets
    heights = [words_height(text, field, width - insets.left - insets.right, scale) for text in texts]
    needed = [height + insets.top + insets.bottom for height in heights if height is not None]
    return needed if len(needed) == len(texts) else None


def _row_heights(needed: Sequence[float], columns: int, room: float, pattern: float) -> list[float] | None:
    """Return equal heights of all rows, not less than the pattern's where there is room; else what each row needs."""
    rows = [max(needed[start : start + columns]) for start in range(0, len(needed), columns)]
    most = (room - (len(rows) - 1) * GAP) / len(rows)
    if max(rows) <= most:
        return [max([*rows, min(pattern, most)])] * len(rows)
    return rows if sum(rows) <= most * len(rows) else None


def _figure_columns(count: int) -> Iterator[int]:
    """Yield one row of at most four, then two rows; a single figure has the whole width."""
    if count <= _FIGURES_IN_ROW:
        yield count
    yield max(math.ceil(count / 2), 2)


def _unbroken(content: nodes.Inlines) -> nodes.Inlines:
    """Return a number that stays on its line."""
    return tuple(
        replace(each, text=each.text.replace(" ", _NO_BREAK)) if isinstance(each, nodes.Run) else each
        for each in content
    )
